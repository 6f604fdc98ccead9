/* test-print-table.c: pages with tables are printed as they are seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-print-fixture.h"
#include "tl-test-pointer.h"
#include "tl-test-toplevel.h"

#include "analysis/tl-gap-model.h"
#include "base/tl-date.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "ui/tl-landscape-page.h"
#include "ui/tl-matrix-view.h"
#include "ui/tl-print-job.h"
#include "ui/tl-project-list.h"
#include "ui/tl-project-source.h"
#include "ui/tl-reconcile-dialog.h"
#include "ui/tl-record-group.h"
#include "ui/tl-results-window.h"
#include "ui/tl-services-page.h"
#include "ui/tl-traceability-page.h"

#include <string.h>

static GtkWidget *
go (TlWindow   *window,
    const char *page,
    GType       type)
{
  window_activate (window, "win.page", page);
  tl_test_wait_for (window_find (window, type) != NULL && gtk_widget_get_mapped (window_find (window, type)));
  return window_find (window, type);
}

static TlPrintTable *
get_table (TlPrintDialog *dialog)
{
  TlTablePages *pages = tl_sheets_get_table (tl_print_dialog_get_sheets (dialog));

  g_assert_nonnull (pages);
  return tl_table_pages_get_table (pages);
}

static const char *
get_label (gpointer item,
           char   **title)
{
  if (TL_IS_RECORD_GROUP (item))
    *title = g_strdup_printf ("%s (%u)", tl_record_group_get_title (item), tl_record_group_get_n_rows (item));
  else if (TL_IS_GAP_ROW (item))
    *title = tl_edit_create_title (tl_gap_row_get_gap (item) != NULL ? tl_gap_row_get_gap (item)->element : tl_gap_row_get_service (item));
  else
    *title = tl_edit_create_title (item);
  return *title;
}

/* Row by row what the list has, headings as headings. */
static void
check_rows (TlPrintTable *table,
            GListModel   *list)
{
  g_assert_cmpuint (tl_print_table_get_n_rows (table), ==, g_list_model_get_n_items (list));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      gboolean heading = TL_IS_RECORD_GROUP (item) || (TL_IS_GAP_ROW (item) && tl_gap_row_get_gap (TL_GAP_ROW (item)) == NULL);
      g_autofree char *title = NULL;

      g_assert_cmpstr (heading ? tl_print_table_get_heading (table, i) : tl_print_table_get_cell (table, i, 0), ==, get_label (item, &title));
      g_assert_true (heading == (tl_print_table_get_heading (table, i) != NULL));
    }
}

static GListModel *
get_shown (gpointer view)
{
  return G_LIST_MODEL (GTK_IS_COLUMN_VIEW (view) ? gtk_column_view_get_model (view) : gtk_list_view_get_model (view));
}

/* What the widget shows, once it shows all of it. */
static void
check_view (TlWindow  *window,
            GtkWidget *view)
{
  GListModel *shown = get_shown (view);
  TlPrintDialog *dialog = print_open (window);

  tl_test_wait_for (g_list_model_get_n_items (shown) == tl_print_table_get_n_rows (get_table (dialog)));
  check_rows (get_table (dialog), shown);
  tl_test_wait_for (tl_print_preview_is_ready (print_get_preview (dialog)));
  g_assert_cmpint (tl_print_preview_get_page (print_get_preview (dialog)), ==, 0);
  g_assert_cmpuint (print_count_pages_seen (dialog), ==, 1);
  print_close_dialog (dialog);
}

/* Until it has left something out. */
static void
set_filter (GtkWidget  *page,
            GType       type,
            const char *text)
{
  GtkWidget *view = window_find (page, GTK_TYPE_COLUMN_VIEW);
  GListModel *shown = get_shown (view != NULL ? view : window_find (page, GTK_TYPE_LIST_VIEW));
  guint n = g_list_model_get_n_items (shown);

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (page, type, "filter")), text);
  tl_test_wait_for (g_list_model_get_n_items (shown) < n);
}

static gboolean
has_note (TlWindow   *window,
          const char *note)
{
  TlPrintDialog *dialog = print_open (window);
  gboolean has = strstr (tl_print_table_get_notes (get_table (dialog)), note) != NULL;

  print_close_dialog (dialog);
  return has;
}

/* Services {{{1 */

static void
test_services (WindowFixture *fixture,
               gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  GtkWidget *page = go (window, "services", TL_TYPE_SERVICES_PAGE);
  GtkWidget *view = window_find (page, GTK_TYPE_COLUMN_VIEW);
  TlPrintDialog *dialog;

  check_view (window, view);
  dialog = print_open (window);
  g_assert_cmpstr (tl_print_table_get_title (get_table (dialog)), ==, "Northwind Bank – Services");
  g_assert_cmpuint (tl_print_table_get_n_columns (get_table (dialog)), ==,
                    g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view))));
  g_assert_false (gtk_widget_get_visible (print_get_child (dialog, "scaling")));
  g_assert_true (gtk_widget_get_visible (print_get_child (dialog, "text_size_row")));
  print_close_dialog (dialog);
}

/* Sorted, grouped and filtered as in the window, and the page says so. */
static void
test_order (WindowFixture *fixture,
            gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  GtkWidget *page = go (window, "services", TL_TYPE_SERVICES_PAGE);
  GtkColumnView *view = GTK_COLUMN_VIEW (window_find (page, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) name = g_list_model_get_item (gtk_column_view_get_columns (view), 0);

  gtk_column_view_sort_by_column (view, name, GTK_SORT_DESCENDING);
  check_view (window, GTK_WIDGET (view));
  g_assert_true (has_note (window, "Sorted by: Name (descending)"));

  gtk_widget_activate_action (page, "services.group", "s", "owner");
  check_view (window, GTK_WIDGET (view));
  g_assert_true (has_note (window, "Grouped by: Owner"));

  set_filter (page, TL_TYPE_SERVICES_PAGE, "pay");
  check_view (window, GTK_WIDGET (view));
  g_assert_true (has_note (window, "Filter: “pay”"));
}

/* Nothing is said to be nothing, and cannot be printed. */
static void
test_nothing (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  GtkWidget *page = go (window, "services", TL_TYPE_SERVICES_PAGE);
  TlPrintDialog *dialog;

  set_filter (page, TL_TYPE_SERVICES_PAGE, "no such thing");
  window_activate (window, "win.print", NULL);
  dialog = TL_PRINT_DIALOG (window_wait_for_dialog (window));
  tl_test_wait_for (gtk_widget_get_visible (print_get_child (dialog, "error")));
  g_assert_cmpstr (gtk_label_get_label (print_get_child (dialog, "error")), ==, "There is nothing to print.");
  g_assert_null (tl_print_dialog_get_sheets (dialog));
  g_assert_false (gtk_widget_get_sensitive (print_get_child (dialog, "print")));
  print_close_dialog (dialog);
}

/* Other pages {{{1 */

static void
test_landscape (WindowFixture *fixture,
                gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  GtkWidget *page = go (window, "landscape", TL_TYPE_LANDSCAPE_PAGE);
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (page, TL_TYPE_LANDSCAPE_PAGE, "stack"));
  TlPrintDialog *dialog;

  check_view (window, window_find (page, GTK_TYPE_COLUMN_VIEW));
  gtk_stack_set_visible_child_name (stack, "integrations");
  tl_test_wait_for (gtk_widget_get_mapped (window_find_nth (page, GTK_TYPE_COLUMN_VIEW, 1)));
  dialog = print_open (window);
  g_assert_cmpstr (tl_print_table_get_title (get_table (dialog)), ==, "Northwind Bank – Integrations");
  g_assert_cmpuint (tl_print_table_get_n_rows (get_table (dialog)), ==,
                    tl_record_get_n_items (TL_RECORD (window_get_project (window)), TL_PROJECT_INTEGRATIONS));
  print_close_dialog (dialog);
}

static void
test_gaps (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  GtkWidget *page = go (window, "traceability", TL_TYPE_TRACEABILITY_PAGE);

  check_view (window, window_find (page, GTK_TYPE_LIST_VIEW));
  set_filter (page, TL_TYPE_TRACEABILITY_PAGE, "fraud");
  check_view (window, window_find (page, GTK_TYPE_LIST_VIEW));
  g_assert_true (has_note (window, "Filter: “fraud”"));
}

/* Marks are explained on the page. */
static void
test_matrix (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  GtkWidget *page = go (window, "traceability", TL_TYPE_TRACEABILITY_PAGE);
  TlPrintDialog *dialog;

  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_template_child (page, TL_TYPE_TRACEABILITY_PAGE, "views")), "matrix");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "fit"));
  dialog = print_open (window);
  g_assert_cmpuint (tl_print_table_get_n_columns (get_table (dialog)), >, 1);
  g_assert_cmpuint (tl_print_table_get_n_rows (get_table (dialog)), >, 1);
  g_assert_nonnull (strstr (tl_print_table_get_notes (get_table (dialog)), "● traced"));
  print_close_dialog (dialog);
}

/* Other windows {{{1 */

static TlPrintDialog *
wait_for_table (void)
{
  TlPrintDialog *dialog;

  tl_test_wait_for ((dialog = tl_test_find_toplevel (TL_TYPE_PRINT_DIALOG)) != NULL
                    && tl_print_dialog_get_sheets (dialog) != NULL);
  return dialog;
}

/* Ctrl+P in a window that has no actions of its own. */
static TlPrintDialog *
press_print (TlTestPointer *pointer,
             gpointer       window)
{
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  tl_test_pointer_key (pointer, GDK_KEY_p, GDK_CONTROL_MASK);
  return wait_for_table ();
}

static void
test_reconcile (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  g_autofree char *path = tl_test_build_source_path ("data/examples/online-payments-actual-items.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window;
  GtkWidget *differences;
  TlPrintDialog *dialog;
  TlPrintTable *table;

  if (pointer == NULL)
    return;
  window = print_open_sample (fixture);
  tl_window_reconcile_with (window, tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0), file);
  differences = window_wait_for_dialog (window);
  dialog = press_print (pointer, differences);
  table = get_table (dialog);
  g_assert_cmpuint (tl_print_table_get_n_rows (table), ==,
                    g_list_model_get_n_items (get_shown (window_find (differences, GTK_TYPE_LIST_VIEW))));
  g_assert_cmpstr (tl_print_table_get_title (table), ==, "Northwind Bank – Desired and Actual");
  g_assert_cmpstr (tl_print_table_get_cell (table, 0, 4), ==, "☑ accepted");
  print_close_dialog (dialog);
  gtk_window_close (GTK_WINDOW (differences));
}

static void
test_results (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  g_autoptr (TlProjectSource) source = NULL;
  GtkWidget *results, *view;
  TlPrintDialog *dialog;
  TlWindow *window;

  if (pointer == NULL)
    return;
  window = print_open_sample (fixture);
  source = tl_project_source_new (tl_window_get_session (window));
  results = tl_results_window_new ();
  tl_results_window_add_source (TL_RESULTS_WINDOW (results), TL_FOUND_SOURCE (source));
  tl_results_window_search (TL_RESULTS_WINDOW (results), "checkout");
  gtk_window_present (GTK_WINDOW (results));
  view = GTK_WIDGET (gtk_widget_get_template_child (results, TL_TYPE_RESULTS_WINDOW, "list"));
  tl_test_wait_for (g_list_model_get_n_items (get_shown (view)) > 0);
  dialog = press_print (pointer, results);
  /* With the heading above them. */
  g_assert_cmpuint (tl_print_table_get_n_rows (get_table (dialog)), ==, g_list_model_get_n_items (get_shown (view)) + 1);
  g_assert_nonnull (strstr (tl_print_table_get_notes (get_table (dialog)), "Filter: “checkout”"));
  print_close_dialog (dialog);
  gtk_window_destroy (GTK_WINDOW (results));
}

static void
test_library (WindowFixture *fixture,
              gconstpointer  data)
{
  TlLibraryFacts facts = { .uri = g_strdup ("file:///a.it4it"), .path = g_strdup ("/a.it4it"), .name = g_strdup ("Harbour"),
                           .state = TL_LIBRARY_MISSING, .n_services = 3,
                           .modified = g_get_real_time () };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = tl_date_format_time (now);
  g_autoptr (TlLibraryEntry) entry = tl_library_entry_new (&facts);
  g_autoptr (TlLibraryProject) project = tl_library_project_new (entry);
  g_autoptr (GListStore) model = g_list_store_new (TL_TYPE_LIBRARY_PROJECT);
  GtkWidget *list = g_object_ref_sink (g_object_new (TL_TYPE_PROJECT_LIST, NULL));
  g_autoptr (TlPrintContent) content = NULL;
  TlPrintTable *table;

  g_list_store_append (model, project);
  tl_project_list_set_model (TL_PROJECT_LIST (list), G_LIST_MODEL (model));
  content = tl_project_list_create_print_content (TL_PROJECT_LIST (list), NULL, NULL);
  tl_print_dialog_present (content, NULL);
  table = get_table (wait_for_table ());
  g_assert_cmpuint (tl_print_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (tl_print_table_get_cell (table, 0, 0), ==, "Harbour");
  g_assert_cmpstr (tl_print_table_get_cell (table, 0, 4), ==, "3");
  /* On paper “just now” would not stay true. */
  g_assert_cmpstr (tl_print_table_get_cell (table, 0, 5), ==, today);
  g_assert_cmpstr (tl_print_table_get_cell (table, 0, 6), ==, "Missing");
  g_assert_cmpstr (tl_print_table_get_notes (table), ==, "1 project");
  print_close_dialog (tl_test_find_toplevel (TL_TYPE_PRINT_DIALOG));
  g_object_unref (list);
}

/* Paper {{{1 */

static void
done_cb (TlPrintJob *job,
         gboolean    printed,
         const char *error,
         gboolean   *done)
{
  g_assert_true (printed);
  g_assert_null (error);
  *done = TRUE;
}

/* As many pages from the printer as are seen, and others where its paper is other. */
static void
test_job (WindowFixture *fixture,
          gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  TlPrintDialog *dialog;
  g_autofree char *path = g_build_filename (fixture->directory, "printed.pdf", NULL);
  g_autofree char *exported = g_build_filename (fixture->directory, "exported.pdf", NULL);
  gboolean done = FALSE;
  TlPrintJob *job;
  guint n;

  go (window, "traceability", TL_TYPE_TRACEABILITY_PAGE);
  dialog = print_open (window);
  n = print_count_pages (dialog);
  gtk_spin_button_set_value (print_get_child (dialog, "text_size"), 200);
  tl_test_wait_for (print_count_pages (dialog) > n);
  n = print_count_pages (dialog);

  job = tl_print_job_new (tl_print_dialog_get_sheets (dialog), "Gaps");
  g_signal_connect (job, "done", G_CALLBACK (done_cb), &done);
  tl_print_job_run (job, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, path);
  tl_test_wait_for (done);
  g_assert_finalize_object (job);
  g_assert_cmpuint (print_count_pages_written (path), ==, n);
  print_wait_for_export (dialog, exported);
  g_assert_cmpuint (print_count_pages_written (exported), ==, n);
}

/* What is asked for before there are pages is done when they are there. */
static void
test_too_early (WindowFixture *fixture,
                gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  g_autofree char *path = g_build_filename (fixture->directory, "early.pdf", NULL);
  TlPrintDialog *dialog;

  go (window, "traceability", TL_TYPE_TRACEABILITY_PAGE);
  window_activate (window, "win.print", NULL);
  dialog = TL_PRINT_DIALOG (window_wait_for_dialog (window));
  print_wait_for_export (dialog, path);
  g_assert_cmpuint (print_count_pages_written (path), >, 0);
}

static void
add_tests (void)
{
  window_add ("/print-table/services", NULL, test_services);
  window_add ("/print-table/order", NULL, test_order);
  window_add ("/print-table/nothing", NULL, test_nothing);
  window_add ("/print-table/landscape", NULL, test_landscape);
  window_add ("/print-table/gaps", NULL, test_gaps);
  window_add ("/print-table/matrix", NULL, test_matrix);
  window_add ("/print-table/reconcile", NULL, test_reconcile);
  window_add ("/print-table/results", NULL, test_results);
  window_add ("/print-table/library", NULL, test_library);
  window_add ("/print-table/job", NULL, test_job);
  window_add ("/print-table/too-early", NULL, test_too_early);
}

int
main (int argc, char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
