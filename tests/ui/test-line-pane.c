/* test-line-pane.c: the line through one element, and what its failure hits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-trace-fixture.h"
#include "canvas/tl-canvas.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "tl-panel-fixture.h"
#include "tl-test-support.h"
#include "ui/tl-line-pane.h"
#include "ui/tl-pick.h"
#include "ui/tl-record-button.h"

#include <string.h>

static TlLinePane *
show_pane (PanelFixture *fixture,
           TlProject    *project)
{
  GtkWidget *pane = g_object_new (TL_TYPE_LINE_PANE, NULL);

  g_set_object (&fixture->project, project);
  tl_session_set_project (fixture->session, project);
  tl_line_pane_set_session (TL_LINE_PANE (pane), fixture->session);
  panel_fixture_show (fixture, pane);
  return TL_LINE_PANE (pane);
}

static TlLinePane *
show_shop (PanelFixture *fixture)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();

  return show_pane (fixture, project);
}

static GtkSelectionModel *
get_rows (TlLinePane *pane)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (panel_find (GTK_WIDGET (pane), GTK_TYPE_LIST_VIEW)));
}

static char *
join_rows (TlLinePane *pane)
{
  GListModel *rows = G_LIST_MODEL (get_rows (pane));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TlPick) row = g_list_model_get_item (rows, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tl_pick_get_key (row));
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_node (TlLinePane *pane,
          const char *key)
{
  TlScene *scene = tl_canvas_get_scene (TL_CANVAS (panel_find (GTK_WIDGET (pane), TL_TYPE_CANVAS)));

  return scene != NULL && tl_scene_find (scene, key) >= 0;
}

static GtkToggleButton *
get_impact (TlLinePane *pane)
{
  GtkWidget *line = panel_find (GTK_WIDGET (pane), GTK_TYPE_TOGGLE_BUTTON);

  return GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (line));
}

static gboolean
shows (TlLinePane *pane,
       const char *ids)
{
  g_autofree char *text = join_rows (pane);

  return strcmp (text, ids) == 0;
}

static void
test_line (PanelFixture  *fixture,
           gconstpointer  data)
{
  TlLinePane *pane = show_shop (fixture);

  g_assert_null (tl_line_pane_get_element (pane));
  g_assert_true (shows (pane, ""));
  tl_line_pane_set_element (pane, panel_fixture_get (fixture, "checkout"));
  g_assert_true (shows (pane, "take checkout app"));
  g_assert_true (has_node (pane, "record:take"));
  g_assert_false (has_node (pane, "record:refund"));

  /* Follows. */
  tl_edit_remove (panel_fixture_get (fixture, "r1"));
  tl_test_wait_for (shows (pane, "checkout app"));
  g_assert_false (has_node (pane, "record:take"));
  panel_fixture_undo (fixture);
  tl_test_wait_for (shows (pane, "take checkout app"));

  /* What is gone is not shown any more, and comes back. */
  tl_edit_remove (panel_fixture_get (fixture, "checkout"));
  tl_test_wait_for (shows (pane, ""));
  g_assert_null (tl_line_pane_get_element (pane));
  panel_fixture_undo (fixture);
  tl_test_wait_for (shows (pane, "take checkout app"));
}

static void
test_impact (PanelFixture  *fixture,
             gconstpointer  data)
{
  TlLinePane *pane = show_shop (fixture);

  tl_line_pane_set_element (pane, panel_fixture_get (fixture, "ledger"));
  gtk_toggle_button_set_active (get_impact (pane), TRUE);
  tl_test_wait_for (has_node (pane, "record:app"));
  {
    g_autofree char *rows = join_rows (pane);

    g_assert_true (g_str_has_prefix (rows, "app "));
    g_assert_nonnull (strstr (rows, "tax")); /* the service */
    g_assert_null (strstr (rows, "ledger"));
  }

  tl_line_pane_set_element (pane, panel_fixture_get (fixture, "refund"));
  g_assert_true (shows (pane, ""));
  g_assert_nonnull (panel_find_label (GTK_WIDGET (pane), "Nothing else is hit if it fails"));
}

/* Asked for: shown, with the keyboard on what is hit first. */
static void
test_show_impact (PanelFixture  *fixture,
                  gconstpointer  data)
{
  TlLinePane *pane = show_shop (fixture);
  GtkWidget *list = panel_find (GTK_WIDGET (pane), GTK_TYPE_LIST_VIEW);
  GtkWidget *focus;

  tl_line_pane_show_impact (pane, panel_fixture_get (fixture, "ledger"));
  g_assert_true (gtk_toggle_button_get_active (get_impact (pane)));
  g_assert_true (has_node (pane, "record:app"));
  tl_test_wait_for (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, list));

  /* Where nothing is hit something else can be chosen. */
  tl_line_pane_show_impact (pane, panel_fixture_get (fixture, "refund"));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, TL_TYPE_RECORD_BUTTON));
}

static void
test_choices (PanelFixture  *fixture,
              gconstpointer  data)
{
  TlLinePane *pane = show_shop (fixture);
  GtkWidget *canvas = panel_find (GTK_WIDGET (pane), TL_TYPE_CANVAS);

  tl_line_pane_set_element (pane, panel_fixture_get (fixture, "checkout"));
  gtk_selection_model_select_item (get_rows (pane), 2, TRUE);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:app");
  g_assert_cmpstr (tl_canvas_get_selected_key (TL_CANVAS (canvas)), ==, "record:app");

  tl_canvas_set_selected_key (TL_CANVAS (canvas), "record:take");
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:take");

  g_signal_emit_by_name (canvas, "activate-node", "record:take");
  g_assert_true (tl_line_pane_get_element (pane) == panel_fixture_get (fixture, "take"));

  g_signal_emit_by_name (panel_find (GTK_WIDGET (pane), GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_cmpstr (tl_session_get_page (fixture->session), ==, TL_PAGE_BLUEPRINT);

  tl_session_set_project (fixture->session, NULL);
  g_assert_true (shows (pane, ""));
}

/* More than anybody looks at: the first in words, and how many there are. */
static void
test_large (PanelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("<project xmlns='urn:throughline:project:1' id='p' edition='2.1'><services>"
                                           "<service id='s'><realized><element id='e0' kind='database'/>");
  g_autoptr (TlProject) project = NULL;
  TlLinePane *pane;

  for (guint i = 1; i < 1000; i++)
    g_string_append_printf (text, "<element id='e%u' kind='application'/>", i);
  g_string_append (text, "</realized><relations>");
  for (guint i = 1; i < 1000; i++)
    g_string_append_printf (text, "<relation id='r%u' kind='uses' from='e%u' to='e0'/>", i, i);
  g_string_append (text, "</relations></service></services></project>");
  project = tl_trace_fixture_read (text->str);

  pane = show_pane (fixture, project);
  gtk_toggle_button_set_active (get_impact (pane), TRUE);
  tl_line_pane_set_element (pane, panel_fixture_get (fixture, "e0"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (pane))), <, 600);
  g_assert_false (has_node (pane, "record:e1"));
  g_assert_nonnull (panel_find_label (GTK_WIDGET (pane),
                                      "999 things are hit if it fails: too many for a picture, and for one list"));
}

/* What was shown is shown again; of what is gone nothing. */
static void
test_restore (PanelFixture  *fixture,
              gconstpointer  data)
{
  TlLinePane *pane = show_shop (fixture);
  TlDetails *details = tl_session_get_details (fixture->session);
  g_autoptr (GHashTable) before = NULL;

  tl_line_pane_set_element (pane, panel_fixture_get (fixture, "checkout"));
  gtk_toggle_button_set_active (get_impact (pane), TRUE);
  before = tl_details_copy (details);
  tl_details_restore (details, NULL);
  g_assert_null (tl_line_pane_get_element (pane));
  g_assert_false (gtk_toggle_button_get_active (get_impact (pane)));
  g_assert_null (tl_details_get (details, "line-element"));

  tl_details_restore (details, before);
  g_assert_true (tl_line_pane_get_element (pane) == panel_fixture_get (fixture, "checkout"));
  g_assert_true (gtk_toggle_button_get_active (get_impact (pane)));
  g_assert_cmpstr (tl_details_get (details, "line-element"), ==, "checkout");
  tl_details_set (details, "line-element", "no such element");
  tl_line_pane_set_session (pane, NULL);
  tl_line_pane_set_session (pane, fixture->session);
  g_assert_null (tl_line_pane_get_element (pane));
}

static void
add_tests (void)
{
  panel_add ("/ui/line-pane/restore", test_restore);
  panel_add ("/ui/line-pane/line", test_line);
  panel_add ("/ui/line-pane/impact", test_impact);
  panel_add ("/ui/line-pane/show-impact", test_show_impact);
  panel_add ("/ui/line-pane/choices", test_choices);
  panel_add ("/ui/line-pane/large", test_large);
}

int
main (int argc, char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
