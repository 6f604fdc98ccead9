/* tl-print-dialog.c: how a diagram is put on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-dialog.h"

#include "ui/tl-export-chooser.h"
#include "ui/tl-print-file.h"
#include "ui/tl-print-job.h"
#include "ui/tl-print-panes.h"
#include "ui/tl-settings.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

#define POINTS_A_MM (72 / 25.4)

enum
{
  SCALING_PAGE,
  SCALING_POSTER,
  SCALING_PERCENT,
};

struct _TlPrintDialog
{
  AdwWindow             parent_instance;

  TlScene              *scene;
  PangoFontDescription *font;
  TlOverlay            *overlay;     /* NULL for none */
  char                 *title;
  TlSheets             *sheets;      /* NULL if they cannot be made */
  GPtrArray            *papers;      /* of names, in the order of the list */
  GCancellable         *cancellable; /* ends with the dialog */
  guint                 idle;

  TlPrintPreview       *preview;
  GtkLabel             *error;
  GtkLabel             *status;
  GtkWidget            *previous;
  GtkWidget            *next;
  GtkToggleButton      *all;
  GtkWidget            *print;
  GtkWidget            *export;
  GtkSpinner           *spinner;
  AdwComboRow          *paper;
  AdwComboRow          *orientation;
  AdwComboRow          *scaling;
  GtkSpinButton        *margin;
  GtkSpinButton        *columns;
  GtkSpinButton        *rows;
  GtkSpinButton        *percent;
  GtkSpinButton        *overlap;
  GtkSwitch            *marks;
  GtkSwitch            *head;
  GtkSwitch            *foot;
  GtkWidget            *columns_row;
  GtkWidget            *rows_row;
  GtkWidget            *percent_row;
  GtkWidget            *overlap_row;
  GtkWidget            *marks_row;
};

G_DEFINE_FINAL_TYPE (TlPrintDialog, tl_print_dialog, ADW_TYPE_WINDOW)

static guint message_signal;

/* In the order of the rows' lists. */
static const char *const orientations[] = { "automatic", "portrait", "landscape", NULL };
static const char *const scalings[] = { "page", "poster", "percent", NULL };

/* Paper {{{1 */

static void
add_paper (TlPrintDialog *self,
           GtkStringList *titles,
           const char    *name)
{
  GtkPaperSize *size;

  if (g_ptr_array_find_with_equal_func (self->papers, name, g_str_equal, NULL))
    return;
  size = gtk_paper_size_new (name);
  gtk_string_list_append (titles, gtk_paper_size_get_display_name (size));
  g_ptr_array_add (self->papers, g_strdup (name));
  gtk_paper_size_free (size);
}

/* What most printers take, and what is usual here. */
static void
fill_papers (TlPrintDialog *self)
{
  static const char *const usual[] = {
    GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, "iso_a2", "iso_a1", "iso_a0", GTK_PAPER_NAME_A5,
    GTK_PAPER_NAME_LETTER, GTK_PAPER_NAME_LEGAL, "na_ledger",
  };
  g_autofree char *kept = tl_settings_dup_string ("print-paper", "");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    add_paper (self, titles, usual[i]);
  add_paper (self, titles, gtk_paper_size_get_default ());

  if (!g_ptr_array_find_with_equal_func (self->papers, kept, g_str_equal, &selected))
    g_ptr_array_find_with_equal_func (self->papers, gtk_paper_size_get_default (), g_str_equal, &selected);
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->paper, selected);
}

static GtkPaperSize *
create_paper (TlPrintDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->paper);

  return gtk_paper_size_new (selected < self->papers->len ? g_ptr_array_index (self->papers, selected) : NULL);
}

/* Pages {{{1 */

static TlPosterOptions
get_options (TlPrintDialog *self)
{
  GtkPaperSize *paper = create_paper (self);
  guint scaling = adw_combo_row_get_selected (self->scaling);
  TlPosterOptions options = {
    .paper_width = gtk_paper_size_get_width (paper, GTK_UNIT_POINTS),
    .paper_height = gtk_paper_size_get_height (paper, GTK_UNIT_POINTS),
    .orientation = (TlPosterOrientation) adw_combo_row_get_selected (self->orientation),
    .margin = gtk_spin_button_get_value (self->margin) * POINTS_A_MM,
    .overlap = scaling == SCALING_PAGE ? 0 : gtk_spin_button_get_value (self->overlap) * POINTS_A_MM,
    .columns = 1,
    .rows = 1,
  };

  if (scaling == SCALING_POSTER)
    {
      options.columns = (guint) gtk_spin_button_get_value_as_int (self->columns);
      options.rows = (guint) gtk_spin_button_get_value_as_int (self->rows);
    }
  else if (scaling == SCALING_PERCENT)
    {
      options.columns = options.rows = 0;
      options.scale = gtk_spin_button_get_value (self->percent) / 100;
    }
  gtk_paper_size_free (paper);
  return options;
}

static TlSheets *
create_sheets (TlPrintDialog  *self,
               GError        **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%x");
  TlPosterOptions options = get_options (self);
  TlSheetsText text = {
    .font = self->font,
    .title = self->title,
    .date = date,
    .overlay = gtk_switch_get_active (self->head) ? self->overlay : NULL,
    .head = gtk_switch_get_active (self->head),
    .foot = gtk_switch_get_active (self->foot),
    .marks = gtk_switch_get_active (self->marks),
    .mirrored = tl_scene_is_mirrored (self->scene),
  };

  return tl_sheets_new (self->scene, &options, &text, error);
}

static char *
create_status (TlPrintDialog *self)
{
  const TlPoster *poster = tl_sheets_get_poster (self->sheets);
  guint n = tl_poster_get_n_pages (poster);
  int page = tl_print_preview_get_page (self->preview);
  g_autofree char *pages = NULL;
  g_autofree char *label = NULL;

  if (page < 0 || n == 1)
    {
      pages = g_strdup_printf (ngettext ("%'u page", "%'u pages", n), n);
      /* Translators: %1$s is “4 pages”, %2$.0f %% the scale of the picture on them */
      return g_strdup_printf (_("%1$s, at %2$.0f %%"), pages, tl_poster_get_scale (poster) / 0.75 * 100);
    }
  label = tl_poster_page_dup_label (tl_poster_get_page (poster, (guint) page));
  /* Translators: %3$s is the mark of a page of a poster, such as B1 */
  return g_strdup_printf (_("Page %1$d of %2$u (%3$s)"), page + 1, n, label);
}

static void
update_status (TlPrintDialog *self)
{
  int n = self->sheets != NULL ? (int) tl_poster_get_n_pages (tl_sheets_get_poster (self->sheets)) : 0;
  int page = tl_print_preview_get_page (self->preview);
  g_autofree char *text = self->sheets != NULL ? create_status (self) : g_strdup ("");
  /* Translators: %s is “4 pages, at 83 %” or “Page 2 of 4 (B1)” */
  g_autofree char *spoken = g_strdup_printf (_("Preview: %s"), text);
  gboolean busy = gtk_spinner_get_spinning (self->spinner);

  gtk_label_set_label (self->status, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, n > 1 && page + 1 < n);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), n > 1);
  gtk_widget_set_sensitive (self->print, n > 0 && !busy);
  gtk_widget_set_sensitive (self->export, n > 0 && !busy);
}

static void
show_page (TlPrintDialog *self,
           int            page)
{
  tl_print_preview_set_sheets (self->preview, self->sheets, page);
  gtk_toggle_button_set_active (self->all, page < 0);
  update_status (self);
}

static void
show_error (TlPrintDialog *self,
            const char    *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
show_rows (TlPrintDialog *self)
{
  guint scaling = adw_combo_row_get_selected (self->scaling);

  gtk_widget_set_visible (self->columns_row, scaling == SCALING_POSTER);
  gtk_widget_set_visible (self->rows_row, scaling == SCALING_POSTER);
  gtk_widget_set_visible (self->percent_row, scaling == SCALING_PERCENT);
  gtk_widget_set_visible (self->overlap_row, scaling != SCALING_PAGE);
  gtk_widget_set_visible (self->marks_row, scaling != SCALING_PAGE);
}

static void
update (TlPrintDialog *self)
{
  int page = tl_print_preview_get_page (self->preview);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  show_rows (self);
  g_clear_pointer (&self->sheets, tl_sheets_unref);
  self->sheets = create_sheets (self, &error);
  show_error (self, error != NULL ? error->message : NULL);
  if (self->sheets == NULL || page >= (int) tl_poster_get_n_pages (tl_sheets_get_poster (self->sheets)))
    page = -1;
  show_page (self, page);
}

static gboolean
update_cb (gpointer user_data)
{
  TlPrintDialog *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (TlPrintDialog *self)
{
  if (self->idle == 0 && self->scene != NULL)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_cb, self, NULL);
}

static void
page_chosen_cb (TlPrintDialog *self,
                int            page)
{
  show_page (self, page);
}

static void
previous_cb (TlPrintDialog *self)
{
  show_page (self, MAX (tl_print_preview_get_page (self->preview) - 1, 0));
}

static void
next_cb (TlPrintDialog *self)
{
  show_page (self, tl_print_preview_get_page (self->preview) + 1);
}

static void
all_cb (TlPrintDialog *self)
{
  gboolean all = gtk_toggle_button_get_active (self->all);

  if (self->sheets != NULL && all != (tl_print_preview_get_page (self->preview) < 0))
    show_page (self, all ? -1 : 0);
}

/* Onto paper {{{1 */

static void
set_busy (TlPrintDialog *self,
          gboolean       busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  update_status (self);
}

static void
finish (TlPrintDialog *self,
        const char    *text)
{
  g_signal_emit (self, message_signal, 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
remember_paper (TlPrintDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->paper);

  if (selected < self->papers->len)
    tl_settings_set_string ("print-paper", g_ptr_array_index (self->papers, selected));
}

static void
printed_cb (TlPrintDialog *self,
            gboolean       printed,
            const char    *error)
{
  set_busy (self, FALSE);
  show_error (self, error);
  if (printed)
    finish (self, _("Sent to the printer"));
}

static void
print_cb (TlPrintDialog *self)
{
  g_autoptr (TlPrintJob) job = NULL;

  if (self->idle != 0)
    update (self);
  if (self->sheets == NULL)
    return;
  remember_paper (self);
  job = tl_print_job_new (self->sheets, self->title);
  g_signal_connect_object (job, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  set_busy (self, TRUE);
  tl_print_job_run (job, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/* Into a file {{{1 */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = tl_print_file_write_finish (result, &error);

  /* Closed meanwhile. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_busy (self, FALSE);
  if (written)
    finish (self, _("Exported as PDF"));
  else
    show_error (self, error->message);
}

void
tl_print_dialog_export (TlPrintDialog *self,
                        GFile         *file)
{
  g_return_if_fail (TL_IS_PRINT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->idle != 0)
    update (self);
  if (self->sheets == NULL)
    return;
  remember_paper (self);
  set_busy (self, TRUE);
  tl_print_file_write_async (self->sheets, file, self->cancellable, written_cb, g_object_ref (self));
}

static void
place_chosen_cb (gpointer  owner,
                 GFile    *file)
{
  tl_print_dialog_export (owner, file);
}

static void
export_cb (TlPrintDialog *self)
{
  g_autofree char *name = g_strconcat (self->title, ".pdf", NULL);

  tl_export_chooser_show (GTK_WIDGET (self), _("Export as PDF"), name, place_chosen_cb);
}

/* Object {{{1 */

static void
tl_print_dialog_dispose (GObject *object)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->scene, tl_scene_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRINT_DIALOG);

  G_OBJECT_CLASS (tl_print_dialog_parent_class)->dispose (object);
}

static void
tl_print_dialog_finalize (GObject *object)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (object);

  g_clear_pointer (&self->sheets, tl_sheets_unref);
  g_clear_pointer (&self->overlay, tl_overlay_free);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_ptr_array_unref (self->papers);
  g_object_unref (self->cancellable);
  g_free (self->title);

  G_OBJECT_CLASS (tl_print_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-print-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, error);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, status);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, previous);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, next);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, all);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, print);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, export);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, scaling);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, margin);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, percent);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, overlap);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, marks);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, head);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, rows_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, percent_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, overlap_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, marks_row);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
tl_print_dialog_class_init (TlPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_print_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_print_dialog_finalize;

  message_signal = g_signal_new ("message", TL_TYPE_PRINT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_PRINT_PANES);
  g_type_ensure (TL_TYPE_PRINT_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remember (TlPrintDialog *self)
{
  const struct
  {
    const char *key;
    gpointer    object;
    const char *property;
  } kept[] = {
    { "print-margin", self->margin, "value" },   { "print-columns", self->columns, "value" },
    { "print-rows", self->rows, "value" },       { "print-percent", self->percent, "value" },
    { "print-overlap", self->overlap, "value" }, { "print-marks", self->marks, "active" },
    { "print-head", self->head, "active" },      { "print-foot", self->foot, "active" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    tl_settings_bind (kept[i].key, kept[i].object, kept[i].property);
  tl_settings_bind_choice ("print-orientation", self->orientation, orientations, NULL);
  tl_settings_bind_choice ("print-scaling", self->scaling, scalings, NULL);
}

static void
tl_print_dialog_init (TlPrintDialog *self)
{
  self->papers = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_papers (self);
  remember (self);
  /* Asked for in the template, it would be forgotten for the header bar. */
  g_signal_connect_swapped (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->print);
}

GtkWidget *
tl_print_dialog_new (TlScene                    *scene,
                     const PangoFontDescription *font,
                     TlOverlay                  *overlay,
                     const char                 *title)
{
  TlPrintDialog *self = g_object_new (TL_TYPE_PRINT_DIALOG, NULL);

  g_return_val_if_fail (scene != NULL && title != NULL, GTK_WIDGET (self));

  self->scene = tl_scene_ref (scene);
  self->font = pango_font_description_copy (font);
  self->overlay = overlay;
  self->title = g_strdup (title);
  update (self);
  return GTK_WIDGET (self);
}

TlSheets *
tl_print_dialog_get_sheets (TlPrintDialog *self)
{
  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);

  return self->sheets;
}
