/* tl-print-dialog.c: how something is put on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-dialog.h"

#include "ui/tl-export-chooser.h"
#include "ui/tl-print-file.h"
#include "ui/tl-print-job.h"
#include "ui/tl-print-panes.h"
#include "ui/tl-print-papers.h"
#include "ui/tl-settings.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"

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

  TlPrintContent       *content;
  TlSheets             *sheets;      /* NULL if they cannot be made, or are not yet */
  GCancellable         *cancellable; /* ends with the dialog */
  GCancellable         *making;      /* of pages that are being made, or NULL */
  guint                 idle;
  void                (*when_made) (TlPrintDialog *); /* what waits for the pages, or NULL */
  GFile                *file;        /* that is to be written */

  TlPrintPreview       *preview;
  GtkLabel             *error;
  GtkLabel             *status;
  GtkWidget            *previous;
  GtkWidget            *next;
  GtkToggleButton      *all;
  GtkWidget            *print;
  GtkWidget            *export;
  GtkWidget            *pressed; /* one of the two, while it is being printed or exported */
  GtkSpinner           *spinner;
  AdwComboRow          *paper;
  AdwComboRow          *orientation;
  AdwComboRow          *scaling;
  GtkSpinButton        *margin;
  GtkSpinButton        *columns;
  GtkSpinButton        *rows;
  GtkSpinButton        *percent;
  GtkSpinButton        *text_size;
  GtkSpinButton        *overlap;
  GtkSwitch            *marks;
  GtkSwitch            *head;
  GtkSwitch            *foot;
  GtkWidget            *columns_row;
  GtkWidget            *rows_row;
  AdwPreferencesGroup  *what;
  GtkWidget            *percent_row;
  GtkWidget            *text_size_row;
  AdwActionRow         *head_row;
  GtkWidget            *overlap_row;
  GtkWidget            *marks_row;
};

G_DEFINE_FINAL_TYPE (TlPrintDialog, tl_print_dialog, ADW_TYPE_WINDOW)

static guint message_signal;

/* In the order of the rows' lists. */
static const char *const orientations[] = { "automatic", "portrait", "landscape", NULL };
static const char *const scalings[] = { "page", "poster", "percent", NULL };

/* Pages {{{1 */

static TlPosterOptions
get_options (TlPrintDialog *self)
{
  GtkPaperSize *paper = tl_print_papers_create (self->paper);
  gboolean table = tl_print_content_is_table (self->content);
  guint scaling = table ? SCALING_PAGE : adw_combo_row_get_selected (self->scaling);
  TlPosterOptions options = {
    .paper_width = gtk_paper_size_get_width (paper, GTK_UNIT_POINTS),
    .paper_height = gtk_paper_size_get_height (paper, GTK_UNIT_POINTS),
    .orientation = (TlPosterOrientation) adw_combo_row_get_selected (self->orientation),
    .margin = gtk_spin_button_get_value (self->margin) * POINTS_A_MM,
    .overlap = scaling == SCALING_PAGE ? 0 : gtk_spin_button_get_value (self->overlap) * POINTS_A_MM,
    .columns = 1,
    .rows = 1,
  };

  if (table)
    {
      options.columns = options.rows = 0;
      options.scale = gtk_spin_button_get_value (self->text_size) / 100;
    }
  else if (scaling == SCALING_POSTER)
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

/* Of a table one page is read after the other; sheets of a picture make one. */
static int
get_first_page (TlPrintDialog *self)
{
  return tl_print_content_is_table (self->content) ? 0 : -1;
}

static char *
create_status (TlPrintDialog *self)
{
  const TlPoster *poster = tl_sheets_get_poster (self->sheets);
  guint n = tl_sheets_get_n_pages (self->sheets);
  int page = tl_print_preview_get_page (self->preview);
  g_autofree char *pages = g_strdup_printf (ngettext ("%'u page", "%'u pages", n), n);
  g_autofree char *label = NULL;

  if ((page < 0 || n == 1) && poster == NULL)
    return g_steal_pointer (&pages);
  if (page < 0 || n == 1)
    /* Translators: %1$s is “4 pages”, %2$.0f %% the scale of the picture on them */
    return g_strdup_printf (_("%1$s, at %2$.0f %%"), pages, tl_poster_get_scale (poster) / 0.75 * 100);
  label = tl_sheets_dup_label (self->sheets, (guint) page);
  if (label == NULL)
    return g_strdup_printf (_("Page %1$u of %2$u"), (guint) page + 1, n);
  /* Translators: %3$s is the mark of a page of a poster, such as B1 */
  return g_strdup_printf (_("Page %1$d of %2$u (%3$s)"), page + 1, n, label);
}

static void
update_status (TlPrintDialog *self)
{
  int n = self->sheets != NULL ? (int) tl_sheets_get_n_pages (self->sheets) : 0;
  int page = tl_print_preview_get_page (self->preview);
  gboolean failed = n == 0 && gtk_widget_get_visible (GTK_WIDGET (self->error));
  g_autofree char *text = n > 0 ? create_status (self) : g_strdup (failed ? "" : _("Preparing the pages…"));
  /* Translators: %s is “4 pages, at 83 %” or “Page 2 of 4 (B1)” */
  g_autofree char *spoken = g_strdup_printf (_("Preview: %s"), text);
  gboolean busy = gtk_spinner_get_spinning (self->spinner);

  gtk_label_set_label (self->status, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, n > 1 && page + 1 < n);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), n > 1);
  /* What is asked for too early waits for the pages. */
  gtk_widget_set_sensitive (self->print, !failed && !busy);
  gtk_widget_set_sensitive (self->export, !failed && !busy);
}

static void
show_page (TlPrintDialog *self,
           int            page)
{
  tl_print_preview_set_sheets (self->preview, self->sheets, page);
  gtk_toggle_button_set_active (self->all, page < 0);
  update_status (self);
}

/* In the place of the pages, if there are none. */
static void
show_error (TlPrintDialog *self,
            const char    *message)
{
  gboolean alone = message != NULL && self->sheets == NULL;

  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->error), alone);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), !alone);
}

static void
show_rows (TlPrintDialog *self)
{
  gboolean table = tl_print_content_is_table (self->content);
  guint scaling = table ? SCALING_PAGE : adw_combo_row_get_selected (self->scaling);

  gtk_widget_set_visible (GTK_WIDGET (self->scaling), !table);
  gtk_widget_set_visible (self->text_size_row, table);
  gtk_widget_set_visible (self->columns_row, scaling == SCALING_POSTER);
  gtk_widget_set_visible (self->rows_row, scaling == SCALING_POSTER);
  gtk_widget_set_visible (self->percent_row, scaling == SCALING_PERCENT);
  gtk_widget_set_visible (self->overlap_row, scaling != SCALING_PAGE);
  gtk_widget_set_visible (self->marks_row, scaling != SCALING_PAGE);
}

static void
take_sheets (TlPrintDialog *self,
             TlSheets      *sheets, /* transfer full, nullable */
             const GError  *error)
{
  void (*when_made) (TlPrintDialog *) = self->when_made;
  int page = self->sheets == NULL ? get_first_page (self) : tl_print_preview_get_page (self->preview);

  g_clear_object (&self->making);
  self->when_made = NULL;
  g_clear_pointer (&self->sheets, tl_sheets_unref);
  self->sheets = sheets;
  show_error (self, error != NULL ? error->message : NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    gtk_widget_remove_css_class (GTK_WIDGET (self->error), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  if (sheets == NULL || page >= (int) tl_sheets_get_n_pages (sheets))
    page = get_first_page (self);
  show_page (self, sheets != NULL ? page : -1);
  if (sheets != NULL && when_made != NULL)
    when_made (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TlSheets *sheets = tl_print_content_make_finish (TL_PRINT_CONTENT (source), result, &error);

  /* Else it was closed, or set up anew meanwhile. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_sheets (self, sheets, error);
}

/* What is shown stays until there is another. */
static void
update (TlPrintDialog *self)
{
  TlPosterOptions options = get_options (self);
  const TlSheetsText around = {
    .head = gtk_switch_get_active (self->head),
    .foot = gtk_switch_get_active (self->foot),
    .marks = gtk_switch_get_active (self->marks),
  };

  g_clear_handle_id (&self->idle, g_source_remove);
  show_rows (self);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  self->making = g_cancellable_new ();
  if (tl_print_content_is_ready (self->content))
    tl_print_content_make_async (self->content, &options, &around, self->making, made_cb, g_object_ref (self));
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
  if (self->idle == 0 && self->content != NULL)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_cb, self, NULL);
}

/* Does it with the pages as they are set up, once there are such. */
static void
do_when_made (TlPrintDialog *self,
              void         (*action) (TlPrintDialog *))
{
  if (self->idle != 0)
    update (self);
  if (self->making != NULL)
    self->when_made = action;
  else if (self->sheets != NULL)
    action (self);
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

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *pages,
         gpointer   user_data)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (widget);
  int page = tl_print_preview_get_page (self->preview) + g_variant_get_int32 (pages);

  if (self->sheets == NULL || page < 0 || page >= (int) tl_sheets_get_n_pages (self->sheets))
    return FALSE;
  show_page (self, page);
  return TRUE;
}

static void
all_cb (TlPrintDialog *self)
{
  gboolean all = gtk_toggle_button_get_active (self->all);

  if (self->sheets != NULL && all != (tl_print_preview_get_page (self->preview) < 0))
    show_page (self, all ? -1 : 0);
}

/* Onto paper {{{1 */

/* The button that was pressed cannot have the keyboard meanwhile; it has it again. */
static void
set_busy (TlPrintDialog *self,
          gboolean       busy)
{
  if (busy)
    self->pressed = gtk_window_get_focus (GTK_WINDOW (self)) == self->export ? self->export : self->print;
  gtk_spinner_set_spinning (self->spinner, busy);
  update_status (self);
  if (!busy && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->pressed);
}

static void
finish (TlPrintDialog *self,
        const char    *text)
{
  g_signal_emit (self, message_signal, 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
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
start_printing (TlPrintDialog *self)
{
  g_autoptr (TlPrintJob) job = tl_print_job_new (self->sheets, tl_print_content_get_title (self->content));

  tl_print_papers_remember (self->paper);
  g_signal_connect_object (job, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  set_busy (self, TRUE);
  tl_print_job_run (job, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
print_cb (TlPrintDialog *self)
{
  do_when_made (self, start_printing);
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

static void
start_writing (TlPrintDialog *self)
{
  tl_print_papers_remember (self->paper);
  set_busy (self, TRUE);
  tl_print_file_write_async (self->sheets, self->file, self->cancellable, written_cb, g_object_ref (self));
}

void
tl_print_dialog_export (TlPrintDialog *self,
                        GFile         *file)
{
  g_return_if_fail (TL_IS_PRINT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  do_when_made (self, start_writing);
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
  g_autofree char *name = g_strconcat (tl_print_content_get_title (self->content), ".pdf", NULL);

  tl_export_chooser_show (GTK_WIDGET (self), _("Export as PDF"), name, place_chosen_cb);
}

/* Object {{{1 */

static void
tl_print_dialog_dispose (GObject *object)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->content);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRINT_DIALOG);

  G_OBJECT_CLASS (tl_print_dialog_parent_class)->dispose (object);
}

static void
tl_print_dialog_finalize (GObject *object)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (object);

  g_clear_pointer (&self->sheets, tl_sheets_unref);
  g_clear_object (&self->making);
  g_clear_object (&self->file);
  g_object_unref (self->cancellable);

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
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, text_size);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, overlap);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, marks);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, head);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, rows_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, what);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, percent_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, text_size_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, head_row);
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
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "i", -1);
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
    { "print-text-size", self->text_size, "value" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    tl_settings_bind (kept[i].key, kept[i].object, kept[i].property);
  tl_settings_bind_choice ("print-orientation", self->orientation, orientations, NULL);
  tl_settings_bind_choice ("print-scaling", self->scaling, scalings, NULL);
}

static void
tl_print_dialog_init (TlPrintDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_size_scale (GTK_WINDOW (self));
  tl_print_papers_fill (self->paper);
  remember (self);
  /* Asked for in the template, it would be forgotten for the header bar. */
  g_signal_connect_swapped (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->print);
}

TlPrintDialog *
tl_print_dialog_present (TlPrintContent *content,
                         GtkWindow      *parent)
{
  TlPrintDialog *self;

  g_return_val_if_fail (TL_IS_PRINT_CONTENT (content), NULL);

  self = g_object_new (TL_TYPE_PRINT_DIALOG, "transient-for", parent, NULL);
  self->content = g_object_ref (content);
  if (tl_print_content_is_table (content))
    {
      adw_preferences_group_set_title (self->what, _("Table"));
      adw_action_row_set_subtitle (self->head_row, NULL);
    }
  g_signal_connect_object (content, "ready", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  update_status (self);
  tl_print_content_gather (content);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

TlSheets *
tl_print_dialog_get_sheets (TlPrintDialog *self)
{
  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);

  return self->sheets;
}
