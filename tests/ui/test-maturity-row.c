/* test-maturity-row.c: a row that says how mature something is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-assessment.h"
#include "project/tl-edit.h"
#include "tl-panel-fixture.h"
#include "ui/tl-maturity-row.h"

static TlMaturityRow *
show_row (PanelFixture *fixture)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = tl_maturity_row_new (tl_fact_new_assessment (fixture->project, "incident", TL_ASSESSMENT_CURRENT),
                                        "Maturity Today");

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  panel_fixture_show (fixture, group);
  return TL_MATURITY_ROW (row);
}

static GtkWidget *
get_cell (TlMaturityRow *row,
          int            value)
{
  GtkWidget *cell = panel_find (GTK_WIDGET (row), GTK_TYPE_TOGGLE_BUTTON);

  while (value-- > 0)
    cell = gtk_widget_get_next_sibling (cell);
  return cell;
}

static gboolean
press (TlMaturityRow *row,
       guint          keyval)
{
  GtkWidget *box = gtk_widget_get_parent (get_cell (row, 0));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (box);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

static int
get_current (PanelFixture *fixture)
{
  TlRecord *assessment = tl_edit_find_assessment (fixture->project, "incident");

  return assessment != NULL ? tl_assessment_get_current (TL_ASSESSMENT (assessment)) : -1;
}

static void
test_click (PanelFixture  *fixture,
            gconstpointer  data)
{
  TlMaturityRow *row = show_row (fixture);

  g_assert_cmpint (tl_maturity_row_get_value (row), ==, -1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Not assessed");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Maturity Today: not assessed");

  g_signal_emit_by_name (get_cell (row, 3), "clicked");
  g_assert_cmpint (get_current (fixture), ==, 3);
  g_assert_cmpint (tl_maturity_row_get_value (row), ==, 3);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Maturity Today: 3 – defined");

  /* Each click is an edit of its own. */
  g_signal_emit_by_name (get_cell (row, 4), "clicked");
  panel_fixture_undo (fixture);
  g_assert_cmpint (tl_maturity_row_get_value (row), ==, 3);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_cell (row, 3))));

  g_signal_emit_by_name (get_cell (row, 3), "clicked");
  g_assert_cmpint (get_current (fixture), ==, -1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Not assessed");
}

static void
test_keys (PanelFixture  *fixture,
           gconstpointer  data)
{
  TlMaturityRow *row = show_row (fixture);

  g_assert_true (press (row, GDK_KEY_2));
  g_assert_cmpint (get_current (fixture), ==, 2);
  g_assert_true (press (row, GDK_KEY_Right));
  g_assert_cmpint (get_current (fixture), ==, 3);
  g_assert_true (press (row, GDK_KEY_5));
  g_assert_true (press (row, GDK_KEY_Right));
  g_assert_cmpint (get_current (fixture), ==, 5);
  g_assert_true (press (row, GDK_KEY_Left));
  g_assert_cmpint (get_current (fixture), ==, 4);
  g_assert_false (press (row, GDK_KEY_6));
  g_assert_false (press (row, GDK_KEY_Tab));
  g_assert_cmpint (get_current (fixture), ==, 4);
  g_assert_true (press (row, GDK_KEY_Delete));
  g_assert_cmpint (get_current (fixture), ==, -1);
}

/* Tab stops once, at the value, and the focus goes along with it. */
static void
test_focus (PanelFixture  *fixture,
            gconstpointer  data)
{
  TlMaturityRow *row = show_row (fixture);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
  g_assert_true (press (row, GDK_KEY_4));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_cell (row, 4));
  for (int i = 0; i <= 5; i++)
    g_assert_cmpint (gtk_widget_get_focusable (get_cell (row, i)), ==, i == 4);
}

static void
test_finalization (PanelFixture  *fixture,
                   gconstpointer  data)
{
  TlMaturityRow *row = g_object_ref (show_row (fixture));

  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (row);
}

static void
add_tests (void)
{
  panel_add ("/ui/maturity-row/click", test_click);
  panel_add ("/ui/maturity-row/keys", test_keys);
  panel_add ("/ui/maturity-row/focus", test_focus);
  panel_add ("/ui/maturity-row/finalization", test_finalization);
}

int
main (int    argc,
      char **argv)
{
  return panel_run (&argc, &argv, add_tests);
}
