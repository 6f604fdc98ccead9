/* test-inspector.c: the panel about what is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-assessment.h"
#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "tl-panel-fixture.h"
#include "tl-test-support.h"
#include "ui/tl-checklist.h"
#include "ui/tl-inspector.h"
#include "ui/tl-maturity-row.h"

static GtkWidget *
show_inspector (PanelFixture *fixture,
                const char   *key)
{
  GtkWidget *inspector = tl_inspector_new ();

  tl_inspector_set_session (TL_INSPECTOR (inspector), fixture->session);
  tl_session_set_selection (fixture->session, key);
  panel_fixture_listen (fixture, inspector);
  panel_fixture_show (fixture, inspector);
  return inspector;
}

static void
test_assess (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "component:incident");
  GtkWidget *row = panel_find_row (inspector, "Goal");
  GtkWidget *cell = panel_find (row, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_nonnull (panel_find_label (inspector, "FUNCTIONAL COMPONENT · D2C"));
  g_signal_emit_by_name (gtk_widget_get_next_sibling (cell), "clicked");
  g_assert_cmpint (tl_assessment_get_goal (TL_ASSESSMENT (tl_edit_find_assessment (fixture->project, "incident"))), ==, 1);
  g_assert_cmpstr (tl_history_get_undo_label (tl_project_get_history (fixture->project)), ==, "Change Goal of Incident");
  g_assert_nonnull (panel_find_row (inspector, "Assessed"));

  panel_type (panel_find_row (inspector, "Owner"), "Operations");
  panel_fixture_undo (fixture);
  g_assert_cmpstr (panel_get_text (panel_find_row (inspector, "Owner")), ==, "");
  g_assert_cmpint (tl_maturity_row_get_value (TL_MATURITY_ROW (row)), ==, 1);

  panel_fixture_undo (fixture);
  g_assert_cmpint (tl_maturity_row_get_value (TL_MATURITY_ROW (row)), ==, -1);
  g_assert_null (panel_find_row (inspector, "Assessed"));
}

static void
test_earlier_assessments (PanelFixture  *fixture,
                          gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "activity:finance-assets");
  g_autoptr (GError) error = NULL;

  tl_edit_assess (fixture->project, "finance-assets", TL_ASSESSMENT_CURRENT, "1", "2025-11-01", &error);
  tl_edit_assess (fixture->project, "finance-assets", TL_ASSESSMENT_CURRENT, "2", "2026-01-02", &error);
  tl_edit_assess (fixture->project, "finance-assets", TL_ASSESSMENT_CURRENT, "3", "2026-11-01", &error);
  g_assert_no_error (error);
  g_assert_nonnull (panel_find_label (panel_find_row (inspector, "Assessed"), "1 Nov 2026"));
  g_assert_nonnull (panel_find_row (inspector, "2 Earlier Assessments"));
  g_assert_nonnull (panel_find_row (inspector, "2 Jan 2026"));
  g_assert_nonnull (panel_find_row (inspector, "1 Nov 2025"));
}

/* Rows stay what they are unless something else is selected. */
static void
test_rebuilds_for_selection_only (PanelFixture  *fixture,
                                  gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:t1");
  GtkWidget *row = panel_find_row (inspector, "Vendor");
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "t1"), TL_TOOL_NAME, "Jira <Cloud>", &error));
  g_assert_true (tl_edit_set_supports (panel_fixture_get (fixture, "t1"), "policy", TRUE, &error));
  g_assert_true (panel_find_row (inspector, "Vendor") == row);
  g_assert_nonnull (panel_find_label (inspector, "Jira <Cloud>"));
  g_assert_nonnull (panel_find_row (inspector, "Policy"));

  tl_session_set_selection (fixture->session, "record:t2");
  g_assert_nonnull (panel_find_label (inspector, "ServiceNow"));
  g_assert_true (panel_find_row (inspector, "Vendor") != row);

  tl_session_set_selection (fixture->session, NULL);
  g_assert_nonnull (panel_find_label (inspector, "Northwind & Sons"));
  g_assert_null (panel_find_row (inspector, "Vendor"));
}

static void
check_edition (PanelFixture    *fixture,
               GtkWidget       *inspector,
               const TlEdition *edition)
{
  for (TlConceptKind kind = 0; kind < TL_N_CONCEPT_KINDS; kind++)
    {
      const TlConcept *const *lists[] = {
        (gpointer) tl_edition_get_streams (edition), (gpointer) tl_edition_get_stages (edition),
        (gpointer) tl_edition_get_activities (edition), (gpointer) tl_edition_get_groups (edition),
        (gpointer) tl_edition_get_components (edition), (gpointer) tl_edition_get_data_objects (edition),
        (gpointer) tl_edition_get_models (edition),
      };

      for (const TlConcept *const *concept = lists[kind]; *concept != NULL; concept++)
        {
          tl_session_reveal_concept (fixture->session, *concept);
          g_assert_nonnull (panel_find_label (inspector, (*concept)->name));
        }
    }
}

/* Everything there is can be shown, without a warning. */
static void
test_every_concept (PanelFixture  *fixture,
                    gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, NULL);
  const TlEdition *edition = tl_project_get_edition (fixture->project);

  check_edition (fixture, inspector, edition);
  check_edition (fixture, inspector, tl_edition_get_other (edition));
}

static void
test_other_edition (PanelFixture  *fixture,
                    gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "component:incident");
  const TlEdition *own = tl_project_get_edition (fixture->project);

  g_assert_nonnull (panel_find (inspector, TL_TYPE_MATURITY_ROW));
  tl_session_reveal_concept (fixture->session, tl_edition_lookup_key (tl_edition_get_other (own), "component:incident"));
  g_assert_null (panel_find (inspector, TL_TYPE_MATURITY_ROW));
  g_assert_nonnull (panel_find_label (inspector, "This is IT4IT 3.0. The project is of IT4IT 2.1: "
                                                 "what it says of tools and maturity is shown there."));

  /* The counterpart leads back. */
  g_assert_nonnull (panel_find_label (inspector, "In IT4IT 2.1"));
  tl_session_reveal_concept (fixture->session, tl_edition_lookup_key (own, "component:incident"));
  g_assert_nonnull (panel_find (inspector, TL_TYPE_MATURITY_ROW));
}

static void
test_attribute (PanelFixture  *fixture,
                gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, NULL);
  const TlEdition *edition = tl_project_get_edition (fixture->project);
  guint n = 0;

  for (const TlDataObject *const *object = tl_edition_get_data_objects (edition); *object != NULL; object++)
    for (const TlAttribute *const *attribute = (*object)->attributes; *attribute != NULL; attribute++, n++)
      {
        g_autofree char *key = g_strdup_printf ("attribute:%s/%s", (*object)->concept.id, (*attribute)->name);

        tl_session_set_selection (fixture->session, key);
        g_assert_nonnull (panel_find_label (inspector, (*attribute)->name));
        g_assert_nonnull (panel_find_row (inspector, "Role"));
      }
  g_assert_cmpuint (n, >, 0);
}

static void
test_tools (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "component:incident");
  TlRecord *tool = panel_fixture_get (fixture, "t2");
  GtkWidget *button = panel_find_button (inspector, "Remove ServiceNow from Incident");

  g_assert_nonnull (panel_find_label (inspector, "Overlap: 2 tools"));
  g_assert_nonnull (panel_find_label (inspector, "Live · 142 k€"));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (tl_tool_supports (TL_TOOL (tool), "incident"));
  g_assert_null (panel_find_row (inspector, "ServiceNow"));
  g_assert_null (panel_find_label (inspector, "Overlap: 2 tools"));

  panel_fixture_undo (fixture);
  g_assert_nonnull (panel_find_row (inspector, "ServiceNow"));

  tl_session_set_selection (fixture->session, "component:policy");
  g_assert_nonnull (panel_find_label (inspector, "No tool: a gap"));
}

static GtkWidget *
open_checklist (GtkWidget  *inspector,
                const char *tooltip)
{
  GtkWidget *button = panel_find_button (inspector, tooltip);
  GtkWidget *popover;

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (TL_IS_CHECKLIST (popover));
  tl_test_wait_for (gtk_widget_get_mapped (popover));
  return popover;
}

static void
test_choose_tools (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "component:policy");
  GtkWidget *popover = open_checklist (inspector, "Choose Tools");
  GtkListBox *list = GTK_LIST_BOX (panel_find (popover, GTK_TYPE_LIST_BOX));
  GtkWidget *entry = panel_find (popover, GTK_TYPE_SEARCH_ENTRY);
  TlRecord *tool = panel_fixture_get (fixture, "t2");

  /* Sorted by name: Git, Jira, ServiceNow. */
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 2));
  gtk_editable_set_text (GTK_EDITABLE (entry), "serv");
  tl_test_wait_for (gtk_list_box_get_row_at_index (list, 1) == NULL);
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (tl_tool_supports (TL_TOOL (tool), "policy"));
  g_assert_nonnull (panel_find_row (inspector, "ServiceNow"));

  /* The row is a new one with another check. */
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  tl_test_wait_for (!tl_tool_supports (TL_TOOL (tool), "policy"));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
test_new_tool_of_component (PanelFixture  *fixture,
                            gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "component:policy");
  GtkWidget *popover = open_checklist (inspector, "Choose Tools");
  GtkWidget *button = gtk_widget_get_parent (panel_find_label (popover, "New Tool"));
  TlRecord *tool;

  g_signal_emit_by_name (button, "clicked");
  tl_test_wait_for (tl_session_get_selected_record (fixture->session) != NULL);
  tool = tl_session_get_selected_record (fixture->session);
  g_assert_true (TL_IS_TOOL (tool));
  g_assert_true (tl_tool_supports (TL_TOOL (tool), "policy"));
  g_assert_nonnull (panel_find_row (inspector, "Annual Cost"));

  panel_fixture_undo (fixture);
  g_assert_cmpuint (tl_record_get_n_items (TL_RECORD (fixture->project), TL_PROJECT_TOOLS), ==, 3);
  g_assert_false (tl_history_get_can_undo (tl_project_get_history (fixture->project)));
}

static void
test_choose_concepts (PanelFixture  *fixture,
                      gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:t2");
  TlTool *tool = TL_TOOL (panel_fixture_get (fixture, "t2"));
  GtkWidget *popover = open_checklist (inspector, "Choose Data Objects");
  GtkListBox *list = GTK_LIST_BOX (panel_find (popover, GTK_TYPE_LIST_BOX));
  const TlDataObject *first = tl_edition_get_data_objects (tl_project_get_edition (fixture->project))[0];

  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  tl_test_wait_for (tl_tool_masters (tool, first->concept.id));
  panel_fixture_undo (fixture);
  g_assert_false (tl_tool_masters (tool, first->concept.id));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* What has no name is called by what it joins, and follows that. */
static void
test_integration (PanelFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:i1");
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (panel_find_label (inspector, "INTEGRATION"));
  g_assert_nonnull (panel_find_label (inspector, "Jira → ServiceNow"));
  tl_edit_set (tool, TL_TOOL_NAME, "Tuleap", &error);
  g_assert_no_error (error);
  g_assert_nonnull (panel_find_label (inspector, "Tuleap → ServiceNow"));
}

static void
test_delete (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:t1");

  gtk_widget_activate_action (inspector, "inspector.delete", NULL);
  g_assert_null (tl_project_lookup (fixture->project, "t1"));
  g_assert_null (tl_project_lookup (fixture->project, "i1"));
  g_assert_cmpstr (fixture->message, ==, "“Jira” deleted, with 2 integrations");
  g_assert_true (fixture->undoable);
  g_assert_nonnull (panel_find_label (inspector, "Northwind & Sons"));

  /* It is still what is selected, and so is shown when it is back. */
  panel_fixture_undo (fixture);
  g_assert_nonnull (tl_project_lookup (fixture->project, "i1"));
  g_assert_nonnull (panel_find_label (inspector, "Jira"));
  g_assert_nonnull (panel_find_row (inspector, "Annual Cost"));
}

/* Narrow enough for a phone and for a panel of 300 pixels. */
static void
test_width (PanelFixture  *fixture,
            gconstpointer  data)
{
  static const char *const keys[] = {
    "component:incident", "data-object:actual-service", "record:t1", "record:i1", "stream:detect-to-correct",
  };
  GtkWidget *inspector = show_inspector (fixture, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      int minimum = 0;

      tl_session_set_selection (fixture->session, keys[i]);
      gtk_widget_measure (inspector, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 300);
    }
}

static void
test_finalization (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *inspector = g_object_ref (show_inspector (fixture, "component:incident"));

  tl_session_set_selection (fixture->session, "record:t1");
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (inspector);
}

static void
add_tests (void)
{
  panel_add ("/ui/inspector/assess", test_assess);
  panel_add ("/ui/inspector/earlier-assessments", test_earlier_assessments);
  panel_add ("/ui/inspector/rebuilds-for-selection-only", test_rebuilds_for_selection_only);
  panel_add ("/ui/inspector/every-concept", test_every_concept);
  panel_add ("/ui/inspector/other-edition", test_other_edition);
  panel_add ("/ui/inspector/attribute", test_attribute);
  panel_add ("/ui/inspector/tools", test_tools);
  panel_add ("/ui/inspector/choose-tools", test_choose_tools);
  panel_add ("/ui/inspector/new-tool-of-component", test_new_tool_of_component);
  panel_add ("/ui/inspector/choose-concepts", test_choose_concepts);
  panel_add ("/ui/inspector/integration", test_integration);
  panel_add ("/ui/inspector/delete", test_delete);
  panel_add ("/ui/inspector/width", test_width);
  panel_add ("/ui/inspector/finalization", test_finalization);
}

int
main (int    argc,
      char **argv)
{
  return panel_run (&argc, &argv, add_tests);
}
