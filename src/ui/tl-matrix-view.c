/* tl-matrix-view.c: the traceability matrix, with what to show in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-matrix-view.h"

#include "diagram/tl-matrix-table.h"
#include "exchange/tl-matrix-csv.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "store/tl-save.h"
#include "ui/tl-export-chooser.h"
#include "ui/tl-matrix-axis-bar.h"
#include "ui/tl-matrix-grid.h"
#include "ui/tl-record-button.h"
#include "ui/tl-style.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SLICE (6 * G_TIME_SPAN_MILLISECOND)

#define DETAIL_SERVICE "matrix-service"
#define DETAIL_ROWS    "matrix-rows"
#define DETAIL_COLUMNS "matrix-columns"
#define ALL_SERVICES   "all" /* no id: those have a colon before them */

struct _TlMatrixView
{
  GtkWidget         parent_instance;

  TlSession        *session;
  GSignalGroup     *session_signals;
  GSignalGroup     *matrix_signals;
  TlMatrix         *matrix; /* NULL without a project */
  gboolean          restoring;
  GCancellable     *cancellable;

  GtkWidget        *content;
  TlRecordButton   *service;
  GtkWidget        *export;
  GtkToggleButton  *choose; /* what is in the rows and columns, where there is little room for that */
  GBinding         *little_room;
  GtkWidget        *rows_place;
  GtkWidget        *columns_place;
  TlMatrixAxisBar  *rows;
  TlMatrixAxisBar  *columns;
  GtkStack         *stack;
  TlMatrixGrid     *grid;
  AdwStatusPage    *empty;
  GtkLabel         *footer;
  GtkLabel         *legend;
};

G_DEFINE_FINAL_TYPE (TlMatrixView, tl_matrix_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is shown {{{1 */

static void
show_axes (TlMatrixView *self)
{
  gboolean shown = !gtk_widget_get_visible (GTK_WIDGET (self->choose)) || gtk_toggle_button_get_active (self->choose);

  gtk_widget_set_visible (self->rows_place, shown);
  gtk_widget_set_visible (self->columns_place, shown);
}

static void
show_empty (TlMatrixView *self,
            TlMatrixAxis  axis)
{
  g_autofree char *description = NULL;

  if (tl_matrix_is_filtered (self->matrix, axis))
    {
      adw_status_page_set_title (self->empty, _("Nothing Found"));
      adw_status_page_set_description (self->empty, axis == TL_MATRIX_ROWS ? _("No row matches the filter.")
                                                                           : _("No column matches the filter."));
    }
  else
    {
      /* Translators: %s is a service model, such as Logical */
      description = g_strdup_printf (_("There is nothing in the service model “%s”."),
                                     tl_lane_get_name (tl_matrix_get_lane (self->matrix, axis)));
      adw_status_page_set_title (self->empty, _("Nothing to Compare"));
      adw_status_page_set_description (self->empty, description);
    }
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
moved_cb (TlMatrixView *self)
{
  guint row, column;
  g_autofree char *text = NULL;

  if (self->matrix == NULL || !tl_matrix_grid_get_current (self->grid, &row, &column))
    {
      gtk_label_set_label (self->footer, "");
      return;
    }
  if (tl_matrix_can_toggle (self->matrix, row, column, &text))
    text = tl_matrix_describe (self->matrix, row, column);
  gtk_label_set_label (self->footer, text);
}

static void
remember (TlMatrixView *self)
{
  TlDetails *details = tl_session_get_details (self->session);
  TlRecord *service = tl_matrix_get_service (self->matrix);
  g_autofree char *key = service != NULL ? g_strconcat (":", tl_record_get_id (service), NULL) : NULL;
  g_autofree char *rows = tl_matrix_axis_bar_dup_state (self->rows);
  g_autofree char *columns = tl_matrix_axis_bar_dup_state (self->columns);

  tl_details_set (details, DETAIL_SERVICE, key != NULL ? key : ALL_SERVICES);
  tl_details_set (details, DETAIL_ROWS, rows);
  tl_details_set (details, DETAIL_COLUMNS, columns);
}

static void
update (TlMatrixView *self)
{
  gboolean is_there = self->matrix != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->legend), is_there);
  gtk_widget_set_sensitive (self->export, is_there && tl_matrix_get_n (self->matrix, TL_MATRIX_ROWS) > 0);
  if (!is_there)
    return;
  tl_matrix_axis_bar_update (self->rows);
  tl_matrix_axis_bar_update (self->columns);
  if (!self->restoring)
    remember (self);
  if (tl_matrix_get_n (self->matrix, TL_MATRIX_ROWS) == 0)
    show_empty (self, TL_MATRIX_ROWS);
  else if (tl_matrix_get_n (self->matrix, TL_MATRIX_COLUMNS) == 0)
    show_empty (self, TL_MATRIX_COLUMNS);
  else
    gtk_stack_set_visible_child_name (self->stack, "matrix");
  moved_cb (self);
}

static void
set_matrix (TlMatrixView *self,
            TlMatrix     *matrix)
{
  g_set_object (&self->matrix, matrix);
  g_signal_group_set_target (self->matrix_signals, matrix);
  tl_matrix_axis_bar_set_matrix (self->rows, matrix, TL_MATRIX_ROWS);
  tl_matrix_axis_bar_set_matrix (self->columns, matrix, TL_MATRIX_COLUMNS);
  tl_matrix_grid_set_matrix (self->grid, matrix);
  update (self);
}

/* All services of a large project are more than anybody wants to see at first. */
static TlRecord *
find_service (TlMatrixView *self,
              TlProject    *project)
{
  const char *key = tl_details_get (tl_session_get_details (self->session), DETAIL_SERVICE);
  TlRecord *service = key != NULL && *key == ':' ? tl_project_lookup (project, key + 1) : NULL;

  if (TL_IS_SERVICE (service) || g_strcmp0 (key, ALL_SERVICES) == 0)
    return service;
  return tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, 0);
}

static void
restore_axis (TlMatrixView    *self,
              TlMatrixAxisBar *bar,
              const char      *detail)
{
  const char *state = tl_details_get (tl_session_get_details (self->session), detail);

  if (state != NULL)
    tl_matrix_axis_bar_restore (bar, state);
}

static void
project_cb (TlMatrixView *self)
{
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;
  TlRecord *service = project != NULL ? find_service (self, project) : NULL;
  g_autoptr (TlMatrix) matrix = project != NULL ? tl_matrix_new (project, service) : NULL;

  self->restoring = TRUE;
  tl_record_button_set_project (self->service, project);
  tl_record_button_set_record (self->service, service);
  set_matrix (self, matrix);
  if (matrix != NULL)
    {
      restore_axis (self, self->rows, DETAIL_ROWS);
      restore_axis (self, self->columns, DETAIL_COLUMNS);
    }
  self->restoring = FALSE;
}

static void
service_cb (TlMatrixView *self)
{
  if (self->matrix != NULL)
    tl_matrix_set_service (self->matrix, tl_record_button_get_record (self->service));
}

/* What is done {{{1 */

static void
select_cb (TlMatrixView *self,
           TlRecord     *element)
{
  g_autofree char *key = tl_session_dup_record_key (element);

  tl_session_set_selection (self->session, key);
}

static void
reveal_cb (TlMatrixView *self,
           TlRecord     *element)
{
  g_autofree char *key = tl_session_dup_record_key (element);

  tl_session_reveal (self->session, key);
}

static void
refused_cb (TlMatrixView *self,
            const char   *why)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, why, FALSE);
}

/* Export {{{1 */

typedef struct
{
  TlMatrixView *view;
  TlMatrix     *matrix;
  GFile        *file;
  GCancellable *cancellable;
  GString      *text;
  guint         row;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->view);
  g_object_unref (export->matrix);
  g_object_unref (export->file);
  g_object_unref (export->cancellable);
  if (export->text != NULL)
    g_string_free (export->text, TRUE);
  g_free (export);
}

/* Half of one matrix and half of another is none. */
static void
begin_anew (Export *export)
{
  export->row = 0;
  g_string_truncate (export->text, 0);
  tl_matrix_csv_append_names (export->matrix, export->text);
}

/* What was left out is not left unsaid. */
static char *
create_exported_text (const Export *export,
                      const char   *name)
{
  guint n = tl_matrix_get_n (export->matrix, TL_MATRIX_COLUMNS);

  if (n <= TL_MATRIX_CSV_MAX_COLUMNS)
    return g_strdup_printf (_("Exported as “%s”"), name);
  /* Translators: %1$s is the name of a file */
  return g_strdup_printf (_("Exported as “%1$s”, with the first %2$u of %3$u columns: spreadsheets have no more"), name,
                          (guint) TL_MATRIX_CSV_MAX_COLUMNS, n);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Export *export = user_data;
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (tl_save_write_finish (result, NULL, &error))
    text = create_exported_text (export, shown);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup (error->message);
  if (text != NULL)
    g_signal_emit (export->view, signals[SIGNAL_MESSAGE], 0, text, FALSE);
  export_free (export);
}

static gboolean
export_slice_cb (gpointer user_data)
{
  Export *export = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;
  g_autoptr (GBytes) bytes = NULL;

  if (g_cancellable_is_cancelled (export->cancellable))
    {
      export_free (export);
      return G_SOURCE_REMOVE;
    }
  while (export->row < tl_matrix_get_n (export->matrix, TL_MATRIX_ROWS))
    {
      tl_matrix_csv_append_row (export->matrix, export->row++, export->text);
      if (g_get_monotonic_time () > end)
        return G_SOURCE_CONTINUE;
    }

  g_signal_handlers_disconnect_by_func (export->matrix, begin_anew, export);
  bytes = g_string_free_to_bytes (g_steal_pointer (&export->text));
  tl_save_write_async (export->file, bytes, TL_SAVE_OVERWRITE, NULL, export->cancellable, written_cb, export);
  return G_SOURCE_REMOVE;
}

void
tl_matrix_view_export (TlMatrixView *self,
                       GFile        *file)
{
  Export *export;

  g_return_if_fail (TL_IS_MATRIX_VIEW (self));
  g_return_if_fail (self->matrix != NULL);

  export = g_new0 (Export, 1);
  export->view = g_object_ref (self);
  export->matrix = g_object_ref (self->matrix);
  export->file = g_object_ref (file);
  export->cancellable = g_object_ref (self->cancellable);
  export->text = g_string_new (NULL);
  begin_anew (export);
  g_signal_connect_swapped (export->matrix, "changed", G_CALLBACK (begin_anew), export);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, export_slice_cb, export, NULL);
}

static void
place_chosen_cb (gpointer  owner,
                 GFile    *file)
{
  TlMatrixView *self = owner;

  if (self->matrix != NULL)
    tl_matrix_view_export (self, file);
}

static void
export_cb (TlMatrixView *self)
{
  TlRecord *service = tl_matrix_get_service (self->matrix);
  const char *title = tl_record_get_name (service != NULL ? service : TL_RECORD (tl_matrix_get_project (self->matrix)));
  /* Translators: proposed name of a file; %s is the name of a service or project */
  g_autofree char *name = g_strdup_printf (_("%s – traceability.csv"), title);

  tl_export_chooser_show (GTK_WIDGET (self), _("Export the Matrix"), name, place_chosen_cb);
}

/* Object {{{1 */

/* There is little where a panel lies over the page. */
static void
tl_matrix_view_root (GtkWidget *widget)
{
  TlMatrixView *self = TL_MATRIX_VIEW (widget);
  GtkWidget *flap;

  GTK_WIDGET_CLASS (tl_matrix_view_parent_class)->root (widget);
  flap = gtk_widget_get_ancestor (widget, ADW_TYPE_FLAP);
  if (flap != NULL)
    self->little_room = g_object_bind_property (flap, "folded", self->choose, "visible", G_BINDING_SYNC_CREATE);
}

static void
tl_matrix_view_unroot (GtkWidget *widget)
{
  g_clear_pointer (&TL_MATRIX_VIEW (widget)->little_room, g_binding_unbind);
  GTK_WIDGET_CLASS (tl_matrix_view_parent_class)->unroot (widget);
}

static void
tl_matrix_view_dispose (GObject *object)
{
  TlMatrixView *self = TL_MATRIX_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->matrix_signals, NULL);
  g_clear_object (&self->matrix);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_matrix_view_parent_class)->dispose (object);
}

static void
tl_matrix_view_finalize (GObject *object)
{
  TlMatrixView *self = TL_MATRIX_VIEW (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->matrix_signals);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (tl_matrix_view_parent_class)->finalize (object);
}

static void
tl_matrix_view_class_init (TlMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_matrix_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_matrix_view_finalize;
  widget_class->root = tl_matrix_view_root;
  widget_class->unroot = tl_matrix_view_unroot;
  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", TL_TYPE_MATRIX_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (TL_TYPE_RECORD_BUTTON);
  g_type_ensure (TL_TYPE_MATRIX_AXIS_BAR);
  g_type_ensure (TL_TYPE_MATRIX_GRID);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-matrix-view.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, content);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, service);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, export);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, choose);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, rows_place);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, columns_place);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, rows);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, columns);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, grid);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, empty);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, footer);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, legend);
  gtk_widget_class_bind_template_callback (widget_class, show_axes);
  gtk_widget_class_bind_template_callback (widget_class, service_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
}

static void
tl_matrix_view_init (TlMatrixView *self)
{
  self->cancellable = g_cancellable_new ();
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->matrix_signals = g_signal_group_new (TL_TYPE_MATRIX);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::details", G_CALLBACK (project_cb), self);
  g_signal_group_connect_swapped (self->matrix_signals, "changed", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_record_button_setup (self->service, &tl_service_type, _("Service"), _("All Services"), TRUE);
  set_matrix (self, NULL);
}

void
tl_matrix_view_set_session (TlMatrixView *self,
                            TlSession    *session)
{
  g_return_if_fail (TL_IS_MATRIX_VIEW (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  project_cb (self);
}

void
tl_matrix_view_set_service (TlMatrixView *self,
                            TlRecord     *service)
{
  g_return_if_fail (TL_IS_MATRIX_VIEW (self));

  tl_record_button_set_record (self->service, service);
  service_cb (self);
}

/* On paper {{{1 */

static guint
count_rows (GObject *matrix)
{
  return tl_matrix_get_n (TL_MATRIX (matrix), TL_MATRIX_ROWS);
}

static void
add_row (GObject       *matrix,
         guint          row,
         gconstpointer  data,
         TlPrintTable  *table)
{
  tl_matrix_table_add_row (TL_MATRIX (matrix), row, table);
}

static void
add_choices (TlMatrixView *self,
             TlPrintTable *table)
{
  g_autofree char *rows = tl_matrix_axis_bar_dup_choice (self->rows);
  g_autofree char *columns = tl_matrix_axis_bar_dup_choice (self->columns);

  if (rows != NULL)
    {
      /* Translators: which rows of a matrix are printed */
      g_autofree char *note = g_strdup_printf (C_("print", "Rows: %s"), rows);

      tl_print_table_add_note (table, note);
    }
  if (columns != NULL)
    {
      /* Translators: which columns of a matrix are printed */
      g_autofree char *note = g_strdup_printf (C_("print", "Columns: %s"), columns);

      tl_print_table_add_note (table, note);
    }
}

TlPrintContent *
tl_matrix_view_create_print_content (TlMatrixView  *self,
                                     const char   **why)
{
  static const TlPrintRows rows = { add_row, count_rows, "changed" };
  g_autoptr (PangoFontDescription) font = NULL;
  g_autofree char *title = NULL;
  TlPrintTable *table;

  g_return_val_if_fail (TL_IS_MATRIX_VIEW (self), NULL);

  if (self->matrix == NULL)
    return NULL;
  if (!tl_matrix_table_fits (self->matrix))
    {
      *why = _("This matrix is too large for paper: choose fewer rows and columns, or export it");
      return NULL;
    }
  font = tl_style_dup_font (GTK_WIDGET (self));
  title = tl_matrix_table_create_title (self->matrix);
  table = tl_print_content_create_table (tl_matrix_get_project (self->matrix), title);
  tl_print_table_add_note (table, gtk_label_get_label (self->legend));
  add_choices (self, table);
  tl_matrix_table_add_columns (self->matrix, table);
  return tl_print_content_new_for_rows (table, &rows, self->matrix, NULL, font);
}
