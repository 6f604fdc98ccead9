/* test-services-page.c: the table of services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-panel-fixture.h"

#include "analysis/tl-traceability.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "ui/tl-record-table.h"
#include "ui/tl-services-page.h"

#include "tl-test-support.h"

/* Live, at its test. */
static void
add (PanelFixture *fixture,
     const char   *id,
     const char   *name,
     const char   *owner)
{
  TlRecord *service = panel_fixture_add_service (fixture, id, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_edit_set (service, TL_SERVICE_OWNER, owner, &error));
  g_assert_true (tl_edit_set (service, TL_SERVICE_STATE, "live", &error));
  g_assert_true (tl_edit_set (service, TL_SERVICE_STAGE, "requirement-to-deploy--test", &error));
}

static GtkWidget *
show_page (PanelFixture *fixture)
{
  GtkWidget *page = g_object_new (TL_TYPE_SERVICES_PAGE, NULL);

  tl_services_page_set_session (TL_SERVICES_PAGE (page), fixture->session);
  panel_fixture_show (fixture, page);
  return page;
}

static GtkWidget *
get_table (GtkWidget *page)
{
  return panel_find (page, TL_TYPE_RECORD_TABLE);
}

static GtkColumnView *
get_view (GtkWidget *page)
{
  return GTK_COLUMN_VIEW (panel_find (page, GTK_TYPE_COLUMN_VIEW));
}

static GtkWidget *
find_heading (GtkWidget  *page,
              const char *title)
{
  GtkWidget *label = panel_find_label (page, title);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
test_empty (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *label = panel_find_label (page, "No Services Yet");

  g_assert_true (gtk_widget_get_mapped (label));
  add (fixture, "s1", "Online payments", "Payments");
  tl_test_wait_for (!gtk_widget_get_mapped (label));
  tl_test_wait_for (panel_find_label (page, "Online payments") != NULL);
  g_assert_nonnull (panel_find_label (page, "1 service"));
}

/* By key, at its row, wherever the keyboard is in the table. */
static void
test_menu (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *menu, *label;
  GdkRectangle place;
  double x, y;

  add (fixture, "s1", "Online payments", "Payments");
  tl_test_wait_for ((label = panel_find_label (page, "Online payments")) != NULL && gtk_widget_get_height (label) > 0);
  tl_session_set_selection (fixture->session, "record:s1");
  gtk_widget_activate_action (get_table (page), "table.menu", NULL);
  tl_test_wait_for ((menu = panel_find (get_table (page), GTK_TYPE_POPOVER_MENU)) != NULL && gtk_widget_get_mapped (menu));
  g_assert_true (gtk_widget_translate_coordinates (label, get_table (page), 0, gtk_widget_get_height (label), &x, &y));
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (menu), &place));
  g_assert_cmpint (place.y, >=, y);
  g_assert_cmpint (place.y, <, y + gtk_widget_get_height (label));
  gtk_popover_popdown (GTK_POPOVER (menu));
  tl_test_wait_for (!gtk_widget_get_mapped (menu));
}

static void
test_cells (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *page;
  g_autoptr (GError) error = NULL;
  g_autofree char *n_gaps = NULL;

  add (fixture, "s1", "Online payments", "Payments");
  page = show_page (fixture);
  tl_test_wait_for (panel_find_label (page, "Online payments") != NULL);
  g_assert_nonnull (panel_find_label (page, "Payments"));
  g_assert_nonnull (panel_find_label (page, "Live"));
  g_assert_nonnull (panel_find_label (page, "Test, stuck"));
  g_assert_nonnull (panel_find_label (page, "0 of 7"));
  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "s1"), TL_SERVICE_STAGE, NULL, &error));
  g_assert_null (panel_find_label (page, "Test, stuck"));

  /* What is there tells the stage where nobody does; and it needs what it lacks. */
  panel_fixture_add_element (fixture, "s1", "e1", "conceptual-service", NULL);
  tl_test_wait_for (panel_find_label (page, "1 of 7") != NULL);
  g_assert_nonnull (panel_find_label (page, "(Service Portfolio)"));
  n_gaps = g_strdup_printf ("%u", tl_traceability_count_gaps (tl_traceability_get (fixture->project),
                                                             panel_fixture_get (fixture, "s1")));
  g_assert_cmpstr (n_gaps, !=, "0");
  g_assert_nonnull (panel_find_label (page, n_gaps));
}

/* The names are at the right, where one begins to read. */
static void
test_right_to_left (PanelFixture  *fixture,
                    gconstpointer  data)
{
  GtkWidget *table, *scrolled;
  GtkAdjustment *across;
  GtkWidget *page;

  add (fixture, "s1", "Online payments", "Payments");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = show_page (fixture);
  table = get_table (page);
  scrolled = panel_find (table, GTK_TYPE_SCROLLED_WINDOW);
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_widget_size_allocate (table, &(GtkAllocation) { 0, 0, 150, 300 }, -1);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across));
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==,
                     gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_open (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *page;

  add (fixture, "s1", "Online payments", "Payments");
  add (fixture, "s2", "Ledger", "Payments");
  page = show_page (fixture);
  gtk_selection_model_select_item (gtk_column_view_get_model (get_view (page)), 1, TRUE);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:s2");
  g_signal_emit_by_name (get_view (page), "activate", 1);
  g_assert_cmpstr (tl_session_get_page (fixture->session), ==, TL_PAGE_BLUEPRINT);
  g_assert_true (tl_session_get_service (fixture->session) == panel_fixture_get (fixture, "s2"));
}

static void
test_group (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkSelectionModel *model;
  GtkWidget *page;
  GtkWidget *heading;

  add (fixture, "s1", "Online payments", "Payments");
  add (fixture, "s2", "Ledger", NULL);
  page = show_page (fixture);
  model = gtk_column_view_get_model (get_view (page));
  gtk_widget_activate_action (get_table (page), "services.group", "s", "owner");
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (model)) == 4);
  tl_test_wait_for (find_heading (page, "Payments") != NULL);
  heading = find_heading (page, "Payments");

  /* A heading is no service. */
  gtk_selection_model_select_all (model);
  g_assert_cmpuint (g_strv_length ((char **) tl_session_get_selected_keys (fixture->session)), ==, 2);
  g_assert_false (gtk_selection_model_is_selected (model, 0));

  g_signal_emit_by_name (heading, "clicked");
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (model)) == 3);
  g_assert_nonnull (panel_find_label (page, "2 services"));
  /* Enter opens it again. */
  g_signal_emit_by_name (get_view (page), "activate", 0);
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (model)) == 4);
  g_assert_cmpstr (tl_session_get_page (fixture->session), ==, TL_PAGE_DIAGRAM);
}

static void
test_set_state (PanelFixture  *fixture,
                gconstpointer  data)
{
  TlHistory *history = tl_project_get_history (fixture->project);
  GtkWidget *page;

  add (fixture, "s1", "Online payments", "Payments");
  add (fixture, "s2", "Ledger", NULL);
  page = show_page (fixture);
  gtk_selection_model_select_all (gtk_column_view_get_model (get_view (page)));
  gtk_widget_activate_action (get_table (page), "services.set-state", "s", "retired");
  g_assert_cmpstr (tl_record_get (panel_fixture_get (fixture, "s1"), TL_SERVICE_STATE), ==, "retired");
  g_assert_cmpstr (tl_record_get (panel_fixture_get (fixture, "s2"), TL_SERVICE_STATE), ==, "retired");
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Change State of 2 Services");
  panel_fixture_undo (fixture);
  g_assert_cmpstr (tl_record_get (panel_fixture_get (fixture, "s2"), TL_SERVICE_STATE), ==, "live");
}

/* Filter, groups and order are there again, in a page that has never been seen before and
 * in one that has. */
static void
test_restore (PanelFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GHashTable) details = NULL;
  GtkSelectionModel *model;
  GtkWidget *page;

  add (fixture, "s1", "Online payments", "Payments");
  add (fixture, "s2", "Card payments", "Payments");
  add (fixture, "s3", "Ledger", "Finance");
  page = show_page (fixture);
  column = g_list_model_get_item (gtk_column_view_get_columns (get_view (page)), 0);
  gtk_column_view_sort_by_column (get_view (page), column, GTK_SORT_DESCENDING);
  gtk_widget_activate_action (get_table (page), "services.group", "s", "owner");
  gtk_editable_set_text (GTK_EDITABLE (panel_find (page, GTK_TYPE_SEARCH_ENTRY)), "pay");
  tl_test_wait_for (panel_find_label (page, "2 of 3 services") != NULL);
  details = tl_details_copy (tl_session_get_details (fixture->session));
  tl_details_restore (tl_session_get_details (fixture->session), NULL);
  tl_test_wait_for (panel_find_label (page, "3 services") != NULL && find_heading (page, "Payments") == NULL);
  g_assert_cmpuint (g_hash_table_size (details), ==, 3);

  tl_details_restore (tl_session_get_details (fixture->session), details);
  tl_test_wait_for (panel_find_label (page, "2 of 3 services") != NULL && find_heading (page, "Payments") != NULL);
  page = show_page (fixture);
  tl_test_wait_for (panel_find_label (page, "2 of 3 services") != NULL && find_heading (page, "Payments") != NULL);
  model = gtk_column_view_get_model (get_view (page));
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:s1");
}

/* What no page has written is no reason to complain. */
static void
test_restore_nonsense (PanelFixture  *fixture,
                       gconstpointer  data)
{
  TlDetails *details = tl_session_get_details (fixture->session);
  GtkWidget *page;

  add (fixture, "s1", "Online payments", "Payments");
  tl_details_set (details, "services-order", "-");
  tl_details_set (details, "services-grouping", "no such thing");
  page = show_page (fixture);
  tl_test_wait_for (panel_find_label (page, "1 service") != NULL);
  g_assert_null (find_heading (page, "Payments"));
}

static void
test_finalization (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *page;

  add (fixture, "s1", "Online payments", "Payments");
  page = g_object_ref (show_page (fixture));
  gtk_widget_activate_action (get_table (page), "services.group", "s", "owner");
  tl_test_wait_for (find_heading (page, "Payments") != NULL);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  panel_wait_for_finalization (G_OBJECT (page));
}

static void
add_tests (void)
{
  panel_add ("/ui/services/empty", test_empty);
  panel_add ("/ui/services/cells", test_cells);
  panel_add ("/ui/services/menu", test_menu);
  panel_add ("/ui/services/right-to-left", test_right_to_left);
  panel_add ("/ui/services/open", test_open);
  panel_add ("/ui/services/group", test_group);
  panel_add ("/ui/services/set-state", test_set_state);
  panel_add ("/ui/services/restore", test_restore);
  panel_add ("/ui/services/restore-nonsense", test_restore_nonsense);
  panel_add ("/ui/services/finalization", test_finalization);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
