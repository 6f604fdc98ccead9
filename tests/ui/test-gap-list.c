/* test-gap-list.c: gaps, and what mends them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-trace-fixture.h"
#include "analysis/tl-traceability.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "tl-panel-fixture.h"
#include "tl-test-support.h"
#include "ui/tl-gap-cell.h"
#include "ui/tl-gap-list.h"
#include "ui/tl-picker.h"

static TlGapList *
show_list (PanelFixture *fixture,
           const char   *service)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  GtkWidget *list = tl_gap_list_new ();

  g_set_object (&fixture->project, project);
  tl_session_set_project (fixture->session, project);
  tl_gap_list_set_session (TL_GAP_LIST (list), fixture->session);
  if (service != NULL)
    tl_gap_list_set_service (TL_GAP_LIST (list), panel_fixture_get (fixture, service));
  panel_fixture_listen (fixture, list);
  panel_fixture_show (fixture, list);
  return TL_GAP_LIST (list);
}

/* The cell of the first gap of an element; NULL if it has none. */
static GtkWidget *
find_cell (GtkWidget *root,
           TlRecord  *element)
{
  if (TL_IS_GAP_CELL (root))
    {
      TlGapRow *row = tl_gap_cell_get_row (TL_GAP_CELL (root));
      const TlGap *gap = row != NULL ? tl_gap_row_get_gap (row) : NULL;

      return gap != NULL && gap->element == element && gtk_widget_get_mapped (root) ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, element);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_cell (PanelFixture *fixture,
          TlGapList    *list,
          const char   *id)
{
  TlRecord *element = panel_fixture_get (fixture, id);

  tl_test_wait_for (find_cell (GTK_WIDGET (list), element) != NULL);
  return find_cell (GTK_WIDGET (list), element);
}

static void
test_all (PanelFixture  *fixture,
          gconstpointer  data)
{
  TlGapList *list = show_list (fixture, NULL);
  TlTraceability *traceability = tl_traceability_get (fixture->project);
  GtkWidget *cell = get_cell (fixture, list, "refund");

  g_assert_cmpuint (tl_gap_list_get_n_gaps (list), ==, tl_traceability_count_gaps (traceability, NULL));
  g_assert_nonnull (panel_find_label (GTK_WIDGET (list), "Payments"));
  g_assert_nonnull (panel_find_label (cell, "Refund"));
  g_assert_nonnull (panel_find_label (cell, "Capability"));
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Refund, Capability: Nothing in the logical model realizes it");

  tl_edit_set (panel_fixture_get (fixture, "refund"), TL_ELEMENT_NAME, "Give back", NULL);
  g_assert_nonnull (panel_find_label (cell, "Give back"));
}

static void
test_connect (PanelFixture  *fixture,
              gconstpointer  data)
{
  TlGapList *list = show_list (fixture, "pay");
  TlRecord *refund = panel_fixture_get (fixture, "refund");
  guint n = tl_gap_list_get_n_gaps (list);

  g_assert_null (panel_find_label (GTK_WIDGET (list), "Payments"));
  g_assert_true (gtk_widget_activate_action (get_cell (fixture, list, "refund"), "gap.connect", "s", "checkout"));
  tl_test_wait_for (fixture->message != NULL);
  g_assert_cmpstr (fixture->message, ==, "Connected with “Checkout”");
  g_assert_true (fixture->undoable);
  g_assert_cmpuint (tl_gap_list_get_n_gaps (list), ==, n - 1);
  tl_test_wait_for (find_cell (GTK_WIDGET (list), refund) == NULL);

  panel_fixture_undo (fixture);
  get_cell (fixture, list, "refund");
  g_assert_cmpuint (tl_gap_list_get_n_gaps (list), ==, n);
}

static void
test_create (PanelFixture  *fixture,
             gconstpointer  data)
{
  TlGapList *list = show_list (fixture, "pay");
  TlRecord *refund = panel_fixture_get (fixture, "refund");
  TlRecord *made;

  g_assert_true (gtk_widget_activate_action (get_cell (fixture, list, "refund"), "gap.create", "s",
                                             "logical-component"));
  tl_test_wait_for (fixture->message != NULL);
  g_assert_cmpstr (fixture->message, ==, "Component added");
  tl_test_wait_for (find_cell (GTK_WIDGET (list), refund) == NULL);

  /* It is selected, to be named, and has gaps of its own. */
  made = tl_session_get_selected_record (fixture->session);
  g_assert_cmpstr (tl_record_get_name (made), ==, "Refund");
  g_assert_cmpstr (tl_record_get (made, TL_ELEMENT_KIND), ==, "logical-component");
  get_cell (fixture, list, tl_record_get_id (made));
}

static void
test_select (PanelFixture  *fixture,
             gconstpointer  data)
{
  TlGapList *list = show_list (fixture, "pay");
  GtkWidget *cell = get_cell (fixture, list, "refund");

  gtk_widget_activate_action (cell, "list.select-item", "(ubb)", 1, FALSE, FALSE);
  g_assert_nonnull (tl_session_get_selection (fixture->session));
  g_assert_cmpstr (tl_session_get_page (fixture->session), !=, TL_PAGE_BLUEPRINT);

  g_assert_true (gtk_widget_activate_action (cell, "gap.reveal", NULL));
  g_assert_cmpstr (tl_session_get_page (fixture->session), ==, TL_PAGE_BLUEPRINT);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:refund");
}

/* All by keyboard: the menu of a row, and where the focus is when the row has gone. */
static void
test_keyboard (PanelFixture  *fixture,
               gconstpointer  data)
{
  TlGapList *list = show_list (fixture, "pay");
  GtkWidget *cell = get_cell (fixture, list, "refund");
  GtkWidget *row = gtk_widget_get_parent (cell);
  GtkWidget *popover;

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate_action (cell, "gap.connect", "s", "nowhere"));
  g_assert_null (fixture->message);

  tl_gap_cell_open_menu (TL_GAP_CELL (cell));
  popover = panel_find (cell, GTK_TYPE_POPOVER_MENU);
  tl_test_wait_for (gtk_widget_get_mapped (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  tl_test_wait_for (!gtk_widget_get_mapped (popover));

  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate_action (cell, "gap.connect", "s", "checkout");
  tl_test_wait_for (find_cell (GTK_WIDGET (list), panel_fixture_get (fixture, "refund")) == NULL);
  tl_test_wait_for (gtk_root_get_focus (GTK_ROOT (fixture->window)) != NULL
                    && gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (list)));
}

/* Chosen of all that fit, of all services, by typing. */
static void
test_choose (PanelFixture  *fixture,
             gconstpointer  data)
{
  TlGapList *list = show_list (fixture, "pay");
  GtkWidget *cell = get_cell (fixture, list, "refund");
  GtkWidget *picker;

  gtk_widget_activate_action (cell, "gap.choose", NULL);
  tl_test_wait_for ((picker = panel_find (GTK_WIDGET (list), TL_TYPE_PICKER)) != NULL && gtk_widget_get_mapped (picker));
  gtk_editable_set_text (GTK_EDITABLE (panel_find (picker, GTK_TYPE_SEARCH_ENTRY)), "check");
  g_signal_emit_by_name (panel_find (picker, GTK_TYPE_SEARCH_ENTRY), "activate");
  tl_test_wait_for (fixture->message != NULL);
  g_assert_cmpstr (fixture->message, ==, "Connected with “Checkout”");
  tl_test_wait_for (find_cell (GTK_WIDGET (list), panel_fixture_get (fixture, "refund")) == NULL);
}

static int
measure_height (TlGapList *list)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (list), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The diagram above it would move if the list grew later. */
static void
test_height (PanelFixture  *fixture,
             gconstpointer  data)
{
  TlGapList *list = show_list (fixture, "tax");
  TlRecord *service = panel_fixture_get (fixture, "pay");
  int empty = measure_height (list), at_once;

  tl_gap_list_set_service (list, service);
  at_once = measure_height (list);
  get_cell (fixture, list, "refund");
  g_assert_cmpint (at_once, ==, measure_height (list));
  g_assert_cmpint (at_once, !=, empty);
}

static const char *
get_page (TlGapList *list)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (panel_find (GTK_WIDGET (list), GTK_TYPE_STACK)));
}

static void
test_empty (PanelFixture  *fixture,
            gconstpointer  data)
{
  TlGapList *list = show_list (fixture, "tax");

  g_assert_cmpstr (get_page (list), ==, "whole");
  tl_gap_list_set_service (list, NULL);
  g_assert_cmpstr (get_page (list), ==, "list");
  tl_gap_list_set_filter (list, "no such thing");
  g_assert_cmpstr (get_page (list), ==, "nothing");
  tl_gap_list_set_filter (list, "ledg");
  get_cell (fixture, list, "ledger");

  /* Another project, or none. */
  tl_session_set_project (fixture->session, NULL);
  g_assert_cmpuint (tl_gap_list_get_n_gaps (list), ==, 0);
}

static void
add_tests (void)
{
  panel_add ("/ui/gap-list/all", test_all);
  panel_add ("/ui/gap-list/connect", test_connect);
  panel_add ("/ui/gap-list/create", test_create);
  panel_add ("/ui/gap-list/choose", test_choose);
  panel_add ("/ui/gap-list/select", test_select);
  panel_add ("/ui/gap-list/keyboard", test_keyboard);
  panel_add ("/ui/gap-list/height", test_height);
  panel_add ("/ui/gap-list/empty", test_empty);
}

int
main (int argc, char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
