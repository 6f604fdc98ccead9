/* test-landscape.c: the tables of tools and integrations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-tool.h"
#include "project/tl-transaction.h"
#include "tl-panel-fixture.h"
#include "tl-test-support.h"
#include "tl-test-toplevel.h"
#include "ui/tl-integration-dialog.h"
#include "ui/tl-landscape-page.h"
#include "ui/tl-record-table.h"

static GtkWidget *
show_page (PanelFixture *fixture)
{
  GtkWidget *page = tl_landscape_page_new ();

  tl_landscape_page_set_session (TL_LANDSCAPE_PAGE (page), fixture->session);
  panel_fixture_listen (fixture, page);
  panel_fixture_show (fixture, page);
  return page;
}

/* The table that is shown. */
static GtkWidget *
get_table (GtkWidget *page)
{
  GtkWidget *stack = panel_find (page, GTK_TYPE_STACK);
  GtkWidget *tables = gtk_stack_get_visible_child (GTK_STACK (stack));

  return panel_find (tables, TL_TYPE_RECORD_TABLE);
}

static GtkColumnView *
get_view (GtkWidget *page)
{
  return GTK_COLUMN_VIEW (panel_find (get_table (page), GTK_TYPE_COLUMN_VIEW));
}

static GtkSelectionModel *
get_selection (GtkWidget *page)
{
  return gtk_column_view_get_model (get_view (page));
}

/* "1 3": the positions of what is selected. */
static const char *
get_selected (GtkWidget *page)
{
  static char text[64];
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (get_selection (page));
  g_autoptr (GString) positions = g_string_new (NULL);

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    g_string_append_printf (positions, "%s%u", i > 0 ? " " : "", gtk_bitset_get_nth (selected, i));
  g_strlcpy (text, positions->str, sizeof text);
  return text;
}

static const char *
get_name_at (GtkWidget *page,
             guint      position)
{
  g_autoptr (TlRecord) record = g_list_model_get_item (G_LIST_MODEL (get_selection (page)), position);

  return record != NULL ? tl_record_get_name (record) : NULL;
}

static void
sort_by (GtkWidget   *page,
         guint        column,
         GtkSortType  order)
{
  g_autoptr (GtkColumnViewColumn) sorted = g_list_model_get_item (gtk_column_view_get_columns (get_view (page)), column);

  gtk_column_view_sort_by_column (get_view (page), sorted, order);
}

static guint
count (PanelFixture *fixture,
       guint         list)
{
  return tl_record_get_n_items (TL_RECORD (fixture->project), list);
}

static void
test_empty (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *page;

  tl_edit_remove (panel_fixture_get (fixture, "t1"));
  tl_edit_remove (panel_fixture_get (fixture, "t2"));
  tl_edit_remove (panel_fixture_get (fixture, "t3"));
  page = show_page (fixture);
  tl_test_wait_for (panel_find_label (page, "No Tools Yet") != NULL
                    && gtk_widget_get_mapped (panel_find_label (page, "No Tools Yet")));

  g_signal_emit_by_name (panel_find_button (page, "Add (Insert)"), "clicked");
  g_assert_cmpuint (count (fixture, TL_PROJECT_TOOLS), ==, 1);
  g_assert_cmpint (fixture->n_edits, ==, 1);
  g_assert_cmpstr (get_name_at (page, 0), ==, "New Tool");
  g_assert_true (gtk_widget_get_child_visible (get_table (page)));
  g_assert_cmpstr (tl_record_get_name (tl_session_get_selected_record (fixture->session)), ==, "New Tool");
  g_assert_cmpstr (get_selected (page), ==, "0");
}

static void
test_cells_follow (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  g_autoptr (GError) error = NULL;

  tl_test_wait_for (panel_find_label (page, "142 k€") != NULL);
  g_assert_nonnull (panel_find_label (page, "3 tools · 142 k€ a year for all in use"));
  g_assert_nonnull (panel_find_label (page, "mothballed"));

  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "t1"), TL_TOOL_NAME, "Jira Cloud", &error));
  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "t2"), TL_TOOL_ANNUAL_COST, "48000", &error));
  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "t2"), TL_TOOL_CURRENCY, "CHF", &error));
  g_assert_nonnull (panel_find_label (page, "Jira Cloud"));
  g_assert_nonnull (panel_find_label (page, "3 tools · 142 k€ + 48 k CHF a year for all in use"));

  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "t1"), TL_TOOL_STATE, "retired", &error));
  g_assert_nonnull (panel_find_label (page, "3 tools · 48 k CHF a year for all in use"));
}

static void
test_selection (PanelFixture  *fixture,
                gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);

  g_assert_cmpstr (get_selected (page), ==, "");
  tl_session_set_selection (fixture->session, "record:t2");
  g_assert_cmpstr (get_selected (page), ==, "1");
  gtk_selection_model_select_item (get_selection (page), 0, TRUE);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:t1");

  /* A link to an integration shows the other table. */
  tl_session_set_selection (fixture->session, "record:i2");
  g_assert_nonnull (panel_find_label (page, "2 integrations"));
  g_assert_cmpstr (get_selected (page), ==, "1");

  tl_session_set_selection (fixture->session, "component:incident");
  g_assert_cmpstr (get_selected (page), ==, "");
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "component:incident");

  g_signal_emit_by_name (get_view (page), "activate", 0);
  g_assert_cmpint (fixture->n_edits, ==, 1);
}

static void
test_delete_and_undo (PanelFixture  *fixture,
                      gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);

  tl_session_set_selection (fixture->session, "record:t1");
  g_assert_true (gtk_widget_activate_action (get_table (page), "table.delete", NULL));
  g_assert_cmpuint (count (fixture, TL_PROJECT_TOOLS), ==, 2);
  g_assert_cmpuint (count (fixture, TL_PROJECT_INTEGRATIONS), ==, 0);
  g_assert_cmpstr (fixture->message, ==, "“Jira” deleted, with 2 integrations");
  g_assert_true (fixture->undoable);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:t2");

  panel_fixture_undo (fixture);
  g_assert_cmpstr (get_name_at (page, 0), ==, "Jira");
  g_assert_cmpuint (count (fixture, TL_PROJECT_INTEGRATIONS), ==, 2);
  g_assert_false (tl_history_get_can_undo (tl_project_get_history (fixture->project)));
}

static void
test_duplicate (PanelFixture  *fixture,
                gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  TlRecord *copy;

  tl_session_set_selection (fixture->session, "record:t1");
  gtk_widget_activate_action (get_table (page), "table.duplicate", NULL);
  copy = tl_session_get_selected_record (fixture->session);
  g_assert_cmpstr (tl_record_get_name (copy), ==, "Jira (copy)");
  g_assert_cmpstr (get_name_at (page, 1), ==, "Jira (copy)");
  g_assert_true (tl_tool_supports (TL_TOOL (copy), "incident"));
  g_assert_cmpstr (tl_history_get_undo_label (tl_project_get_history (fixture->project)), ==, "Duplicate Jira");
  panel_fixture_undo (fixture);
  g_assert_cmpuint (count (fixture, TL_PROJECT_TOOLS), ==, 3);
}

/* Several are one edit. */
static void
test_several (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  const char *const keys[] = { "record:t3", "record:t1", NULL };
  TlHistory *history = tl_project_get_history (fixture->project);

  tl_session_set_selected_keys (fixture->session, keys);
  g_assert_cmpstr (get_selected (page), ==, "0 2");
  gtk_selection_model_select_item (get_selection (page), 1, FALSE);
  g_assert_cmpuint (g_strv_length ((char **) tl_session_get_selected_keys (fixture->session)), ==, 3);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:t3");
  gtk_selection_model_unselect_item (get_selection (page), 1);

  gtk_widget_activate_action (get_table (page), "table.duplicate", NULL);
  g_assert_cmpuint (count (fixture, TL_PROJECT_TOOLS), ==, 5);
  g_assert_cmpstr (get_selected (page), ==, "1 4");
  g_assert_cmpstr (get_name_at (page, 1), ==, "Jira (copy)");
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Duplicate 2 Tools");
  gtk_widget_activate_action (get_table (page), "table.delete", NULL);
  g_assert_cmpuint (count (fixture, TL_PROJECT_TOOLS), ==, 3);
  g_assert_cmpstr (fixture->message, ==, "2 Tools deleted");
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Delete 2 Tools");
  panel_fixture_undo (fixture);
  panel_fixture_undo (fixture);
  g_assert_false (tl_history_get_can_undo (history));
}

static void
test_rename (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *entry;

  tl_test_wait_for (panel_find_label (page, "Jira") != NULL);
  tl_session_set_selection (fixture->session, "record:t1");
  gtk_widget_activate_action (get_table (page), "table.rename", NULL);
  entry = panel_find (get_table (page), GTK_TYPE_TEXT);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Jira");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Jira Cloud");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (tl_record_get_name (panel_fixture_get (fixture, "t1")), ==, "Jira Cloud");
  g_assert_null (panel_find (get_table (page), GTK_TYPE_TEXT));
  g_assert_nonnull (panel_find_label (page, "Jira Cloud"));
  panel_fixture_undo (fixture);
  g_assert_nonnull (panel_find_label (page, "Jira"));
}

static void
test_add_integration (PanelFixture  *fixture,
                      gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *dialog;
  GtkWidget *from;
  GtkWidget *add;
  TlRecord *added;

  tl_session_set_selection (fixture->session, "record:i1");
  gtk_widget_activate_action (get_table (page), "table.add", NULL);
  dialog = tl_test_find_toplevel (TL_TYPE_INTEGRATION_DIALOG);
  g_assert_nonnull (dialog);
  tl_test_wait_for (gtk_widget_get_mapped (dialog));

  from = panel_find (panel_find_row (dialog, "From Tool"), GTK_TYPE_DROP_DOWN);
  add = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_get_sensitive (add));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (from), 1);
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (from), 2);
  g_signal_emit_by_name (add, "clicked");

  added = tl_session_get_selected_record (fixture->session);
  g_assert_cmpstr (tl_record_get (added, TL_INTEGRATION_FROM), ==, "t3");
  g_assert_cmpstr (tl_record_get (added, TL_INTEGRATION_TO), ==, "t2");
  g_assert_null (tl_record_get (added, TL_INTEGRATION_DATA_OBJECT));
  g_assert_cmpint (fixture->n_edits, ==, 1);
  tl_test_wait_for (tl_test_find_toplevel (TL_TYPE_INTEGRATION_DIALOG) == NULL);
}

static void
add_many (PanelFixture *fixture,
          guint         n)
{
  TlTransaction *transaction = tl_project_begin (fixture->project, "Add Many");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      /* Each of 0 … n-1 once, in no order. */
      g_autofree char *name = g_strdup_printf ("Tool %04u", (i * 377) % n);
      g_autofree char *cost = g_strdup_printf ("%u", (i * 613) % n);
      g_autoptr (GError) error = NULL;

      tl_transaction_insert (transaction, TL_RECORD (fixture->project), TL_PROJECT_TOOLS, G_MAXUINT,
                             panel_fixture_create_tool (id, name, cost), &error);
      g_assert_no_error (error);
    }
  g_assert_true (tl_transaction_commit (transaction));
}

static void
test_a_thousand (PanelFixture  *fixture,
                 gconstpointer  data)
{
  GtkWidget *page;
  GtkEditable *filter;

  add_many (fixture, 1000);
  page = show_page (fixture);
  filter = GTK_EDITABLE (panel_find (page, GTK_TYPE_SEARCH_ENTRY));
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (get_selection (page))) == 1003);

  sort_by (page, 0, GTK_SORT_ASCENDING);
  tl_test_wait_for (g_strcmp0 (get_name_at (page, 0), "Git") == 0);
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (get_selection (page))) == 1003);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tool %04u", i);

      g_assert_cmpstr (get_name_at (page, 3 + i), ==, name);
    }

  sort_by (page, 4, GTK_SORT_DESCENDING);
  tl_test_wait_for (g_strcmp0 (get_name_at (page, 0), "Jira") == 0);
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (get_selection (page))) == 1003);
  for (guint i = 1; i <= 1000; i++)
    {
      g_autoptr (TlRecord) tool = g_list_model_get_item (G_LIST_MODEL (get_selection (page)), i);

      g_assert_cmpfloat (tl_tool_get_annual_cost (TL_TOOL (tool)), ==, 1000 - i);
    }

  tl_session_set_selection (fixture->session, "record:t1");
  gtk_editable_set_text (filter, "TOOL 09");
  tl_test_wait_for (panel_find_label (page, "100 of 1003 tools · 642 k€ a year for all in use") != NULL);
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (get_selection (page))) == 100);
  /* The filter hides it; it is selected still. */
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:t1");

  gtk_editable_set_text (filter, "no such thing");
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (get_selection (page))) == 0);
  g_assert_nonnull (panel_find_label (page, "No tool matches the filter."));
  gtk_editable_set_text (filter, "");
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (get_selection (page))) == 1003);
  g_assert_cmpstr (get_selected (page), ==, "0");
}

/* A changed value finds its new place. */
static void
test_sorts_again (PanelFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  g_autoptr (GError) error = NULL;

  sort_by (page, 0, GTK_SORT_ASCENDING);
  tl_test_wait_for (g_strcmp0 (get_name_at (page, 0), "Git") == 0);
  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "t3"), TL_TOOL_NAME, "Zit", &error));
  tl_test_wait_for (g_strcmp0 (get_name_at (page, 2), "Zit") == 0);
  panel_fixture_undo (fixture);
  tl_test_wait_for (g_strcmp0 (get_name_at (page, 0), "Git") == 0);
}

static void
test_finalization (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *page = g_object_ref (show_page (fixture));

  tl_session_set_selection (fixture->session, "record:i1");
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (page);
}

static void
add_tests (void)
{
  panel_add ("/ui/landscape/empty", test_empty);
  panel_add ("/ui/landscape/cells-follow", test_cells_follow);
  panel_add ("/ui/landscape/selection", test_selection);
  panel_add ("/ui/landscape/delete-and-undo", test_delete_and_undo);
  panel_add ("/ui/landscape/duplicate", test_duplicate);
  panel_add ("/ui/landscape/several", test_several);
  panel_add ("/ui/landscape/rename", test_rename);
  panel_add ("/ui/landscape/add-integration", test_add_integration);
  panel_add ("/ui/landscape/a-thousand", test_a_thousand);
  panel_add ("/ui/landscape/sorts-again", test_sorts_again);
  panel_add ("/ui/landscape/finalization", test_finalization);
}

int
main (int    argc,
      char **argv)
{
  return panel_run (&argc, &argv, add_tests);
}
