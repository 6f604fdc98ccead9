/* test-matrix-view.c: the traceability matrix on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-trace-fixture.h"
#include "analysis/tl-traceability.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "tl-panel-fixture.h"
#include "tl-test-pointer.h"
#include "tl-test-support.h"
#include "ui/tl-matrix-axis-bar.h"
#include "ui/tl-matrix-grid.h"
#include "ui/tl-matrix-spot.h"
#include "ui/tl-matrix-view.h"
#include "ui/tl-record-button.h"

#include <string.h>

static TlMatrixView *
show_project (PanelFixture *fixture,
              TlProject    *project)
{
  GtkWidget *view = g_object_new (TL_TYPE_MATRIX_VIEW, NULL);

  g_set_object (&fixture->project, project);
  tl_session_set_project (fixture->session, project);
  tl_matrix_view_set_session (TL_MATRIX_VIEW (view), fixture->session);
  panel_fixture_listen (fixture, view);
  panel_fixture_show (fixture, view);
  return TL_MATRIX_VIEW (view);
}

static TlMatrixView *
show_view (PanelFixture *fixture)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();

  return show_project (fixture, project);
}

static TlMatrixGrid *
get_grid (TlMatrixView *view)
{
  return TL_MATRIX_GRID (panel_find (GTK_WIDGET (view), TL_TYPE_MATRIX_GRID));
}

static GtkStack *
get_stack (TlMatrixView *view)
{
  return GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (get_grid (view)), GTK_TYPE_STACK));
}

/* The one that stands at the current cell. */
static GtkWidget *
get_spot (TlMatrixGrid *grid)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TL_IS_MATRIX_SPOT (child) && gtk_widget_get_visible (child))
      return child;
  g_assert_not_reached ();
}

static gboolean
is_traced (PanelFixture *fixture,
           const char   *id)
{
  return tl_traceability_get_forward (tl_traceability_get (fixture->project), panel_fixture_get (fixture, id))
         == TL_TRACED_YES;
}

static gboolean
press (TlMatrixGrid    *grid,
       guint            keyval,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

static void
assert_current (TlMatrixGrid *grid,
                guint         row,
                guint         column)
{
  guint current_row, current_column;

  g_assert_true (tl_matrix_grid_get_current (grid, &current_row, &current_column));
  g_assert_cmpuint (current_row, ==, row);
  g_assert_cmpuint (current_column, ==, column);
}

static guint
get_row (TlMatrixGrid *grid)
{
  guint row, column;

  g_assert_true (tl_matrix_grid_get_current (grid, &row, &column));
  return row;
}

/* Each cell is another focus, with names and state. */
static void
test_keyboard (PanelFixture  *fixture,
               gconstpointer  data)
{
  TlMatrixGrid *grid = get_grid (show_view (fixture));
  GtkWidget *first;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (grid)));
  first = get_spot (grid);
  g_assert_true (gtk_widget_is_focus (first));
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Paying, Checkout: cannot be traced");

  g_assert_true (press (grid, GDK_KEY_Down, 0));
  assert_current (grid, 1, 0);
  g_assert_true (get_spot (grid) != first);
  g_assert_true (gtk_widget_is_focus (get_spot (grid)));
  gtk_test_accessible_assert_role (get_spot (grid), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (get_spot (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Take payments, Checkout: traced");

  g_assert_true (press (grid, GDK_KEY_Down, 0));
  gtk_test_accessible_assert_property (get_spot (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, "Refund, Checkout: not traced");
  g_assert_true (press (grid, GDK_KEY_space, 0));
  g_assert_true (is_traced (fixture, "refund"));
  gtk_test_accessible_assert_property (get_spot (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, "Refund, Checkout: traced");
  panel_fixture_undo (fixture);
  g_assert_false (is_traced (fixture, "refund"));
  gtk_test_accessible_assert_property (get_spot (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, "Refund, Checkout: not traced");

  /* Not past the ends; other keys are not for it. */
  g_assert_true (press (grid, GDK_KEY_Down, 0));
  g_assert_true (press (grid, GDK_KEY_Right, 0));
  assert_current (grid, 2, 0);
  g_assert_true (press (grid, GDK_KEY_Home, GDK_CONTROL_MASK));
  assert_current (grid, 0, 0);
  g_assert_false (press (grid, GDK_KEY_Tab, 0));
  g_assert_false (press (grid, GDK_KEY_Down, GDK_ALT_MASK));
}

static void
test_refused (PanelFixture  *fixture,
              gconstpointer  data)
{
  TlMatrixGrid *grid = get_grid (show_view (fixture));

  g_assert_true (press (grid, GDK_KEY_space, 0));
  g_assert_nonnull (fixture->message);
  g_assert_false (fixture->undoable);
  g_assert_false (tl_history_get_can_undo (tl_project_get_history (fixture->project)));
}

static void
test_pointer (PanelFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  TlMatrixGrid *grid;
  GdkRectangle area;

  if (pointer == NULL)
    return;
  grid = get_grid (show_view (fixture));
  tl_test_pointer_focus (pointer, GTK_WINDOW (fixture->window));

  tl_test_wait_for (gtk_widget_get_width (GTK_WIDGET (grid)) > 0);
  tl_matrix_grid_get_area (grid, 2, 0, &area);

  /* Not before the window takes it. */
  tl_test_pointer_move (pointer, GTK_WIDGET (grid), area.x + area.width / 2, area.y + area.height / 2);
  tl_test_wait_for ((gtk_widget_get_state_flags (GTK_WIDGET (grid)) & GTK_STATE_FLAG_PRELIGHT) != 0);
  tl_test_pointer_click (pointer, GTK_WIDGET (grid), area.x + area.width / 2, area.y + area.height / 2, 1, 1);
  tl_test_wait_for (is_traced (fixture, "refund"));
  assert_current (grid, 2, 0);
  g_assert_true (gtk_widget_is_focus (get_spot (grid)));

  /* On the name of a row. */
  tl_test_pointer_click (pointer, GTK_WIDGET (grid), 20, area.y + area.height / 2, 1, 1);
  tl_test_wait_for (g_strcmp0 (tl_session_get_selection (fixture->session), "record:refund") == 0);
  g_assert_true (is_traced (fixture, "refund"));

  /* The keyboard stays where it was; what comes after the click says that it is over. */
  tl_test_pointer_key (pointer, GDK_KEY_Up, 0);
  tl_test_wait_for (get_row (grid) == 1);
}

static void
test_choices (PanelFixture  *fixture,
              gconstpointer  data)
{
  TlMatrixView *view = show_view (fixture);
  TlMatrixGrid *grid = get_grid (view);
  GtkWidget *rows = panel_find (GTK_WIDGET (view), TL_TYPE_MATRIX_AXIS_BAR);
  GtkDropDown *lane = GTK_DROP_DOWN (panel_find (rows, GTK_TYPE_DROP_DOWN));
  GtkDropDown *kind = GTK_DROP_DOWN (gtk_widget_get_next_sibling (GTK_WIDGET (lane)));
  GtkWidget *filter = gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (kind)));

  /* Rows and columns trade places. */
  gtk_drop_down_set_selected (lane, TL_LANE_LOGICAL);
  assert_current (grid, 0, 0);
  g_assert_true (press (grid, GDK_KEY_Right, 0));
  assert_current (grid, 0, 1);
  gtk_test_accessible_assert_property (get_spot (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Checkout, Take payments: traced");
  gtk_drop_down_set_selected (lane, TL_LANE_CONCEPTUAL);

  gtk_editable_set_text (GTK_EDITABLE (filter), "refund");
  tl_matrix_grid_set_current (grid, 2, 0);
  tl_test_wait_for (get_row (grid) == 0);
  gtk_editable_set_text (GTK_EDITABLE (filter), "no such thing");
  tl_test_wait_for (g_strcmp0 (gtk_stack_get_visible_child_name (get_stack (view)), "empty") == 0);
  g_assert_nonnull (panel_find_label (GTK_WIDGET (view), "No row matches the filter."));
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  tl_test_wait_for (g_strcmp0 (gtk_stack_get_visible_child_name (get_stack (view)), "matrix") == 0);

  gtk_drop_down_set_selected (kind, 1);
  g_assert_true (press (grid, GDK_KEY_End, GDK_CONTROL_MASK));
  assert_current (grid, 0, 0);

  /* Books has nothing but what runs. */
  tl_matrix_view_set_service (view, panel_fixture_get (fixture, "books"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (view)), ==, "empty");
  tl_matrix_view_set_service (view, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (view)), ==, "matrix");
}

/* What is current stays so when rows come and go before it. */
static void
test_follows (PanelFixture  *fixture,
              gconstpointer  data)
{
  TlMatrixGrid *grid = get_grid (show_view (fixture));

  tl_matrix_grid_set_current (grid, 2, 0);
  tl_edit_remove (panel_fixture_get (fixture, "take"));
  assert_current (grid, 1, 0);
  tl_edit_set (panel_fixture_get (fixture, "refund"), TL_ELEMENT_NAME, "Give back", NULL);
  gtk_test_accessible_assert_property (get_spot (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Give back, Checkout: not traced");
  panel_fixture_undo (fixture);
  panel_fixture_undo (fixture);
  assert_current (grid, 2, 0);
  tl_session_set_project (fixture->session, NULL);
}

static TlProject *
create_large_project (guint n_rows,
                      guint n_columns)
{
  GString *text = g_string_new ("<project xmlns='urn:throughline:project:1' id='p' edition='2.1'><services>"
                                "<service id='s'><conceptual>");
  TlProject *project;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "<element id='c%u' kind='capability' name='Capability %u'/>", i, i);
  g_string_append (text, "</conceptual><logical>");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "<element id='l%u' kind='logical-component' name='Component %u'/>", i, i);
  g_string_append (text, "</logical></service></services></project>");
  project = tl_trace_fixture_read (text->str);
  g_string_free (text, TRUE);
  return project;
}

static guint
count_widgets (GtkWidget *root)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

/* A million cells are no more widgets than one. */
static void
test_large (PanelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (TlProject) project = create_large_project (1000, 1000);
  TlMatrixGrid *grid = get_grid (show_project (fixture, project));
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid));
  GdkRectangle area;

  tl_test_wait_for (gtk_widget_get_height (GTK_WIDGET (grid)) > 0);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (grid)), <, 10);
  g_assert_true (press (grid, GDK_KEY_End, GDK_CONTROL_MASK));
  assert_current (grid, 999, 999);
  tl_test_wait_for (gtk_adjustment_get_value (vertical) > 0);
  tl_matrix_grid_get_area (grid, 999, 999, &area);
  g_assert_cmpint (area.y + area.height, <=, gtk_widget_get_height (GTK_WIDGET (grid)) + 1);
  g_assert_cmpint (area.x + area.width, <=, gtk_widget_get_width (GTK_WIDGET (grid)) + 1);
  g_assert_true (press (grid, GDK_KEY_space, 0));
  g_assert_true (is_traced (fixture, "c999"));
  g_assert_cmpuint (count_widgets (GTK_WIDGET (grid)), <, 10);
}

static void
test_export (PanelFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = g_build_filename (directory, "matrix.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  tl_matrix_view_export (show_view (fixture), file);
  tl_test_wait_for (fixture->message != NULL);
  g_assert_cmpstr (fixture->message, ==, "Exported as “matrix.csv”");
  text = tl_test_read_file (path);
  g_assert_nonnull (strstr (text, "Take payments,Capability,Payments,X\r\n"));
  g_assert_nonnull (strstr (text, "Refund,Capability,Payments,\r\n"));
}

/* What a spreadsheet has no room for is left out, and that is said. */
static void
test_export_wide (PanelFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = g_build_filename (directory, "matrix.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProject) project = create_large_project (1, 16001);
  g_autofree char *text = NULL;

  tl_matrix_view_export (show_project (fixture, project), file);
  tl_test_wait_for (fixture->message != NULL);
  g_assert_cmpstr (fixture->message, ==,
                   "Exported as “matrix.csv”, with the first 16000 of 16001 columns: spreadsheets have no more");
  text = tl_test_read_file (path);
  g_assert_nonnull (strstr (text, ",Component 15999\r\n"));
}

static void
test_export_failed (PanelFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/matrix.csv");

  tl_matrix_view_export (show_view (fixture), file);
  tl_test_wait_for (fixture->message != NULL);
  g_assert_null (strstr (fixture->message, "Exported"));
}

/* Right to left, columns go left, and so do the keys. */
static void
test_mirrored (PanelFixture  *fixture,
               gconstpointer  unused)
{
  TlMatrixView *view = show_view (fixture);
  TlMatrixGrid *grid = get_grid (view);
  GtkWidget *rows = panel_find (GTK_WIDGET (view), TL_TYPE_MATRIX_AXIS_BAR);
  GdkRectangle first, second;

  /* Rows and columns trade places: there are several of these. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (panel_find (rows, GTK_TYPE_DROP_DOWN)), TL_LANE_LOGICAL);
  gtk_widget_set_direction (GTK_WIDGET (grid), GTK_TEXT_DIR_RTL);
  tl_matrix_grid_set_current (grid, 0, 0);
  tl_matrix_grid_get_area (grid, 0, 0, &first);
  tl_matrix_grid_get_area (grid, 0, 1, &second);
  g_assert_cmpint (second.x + second.width, ==, first.x);
  g_assert_cmpint (first.x + first.width, <, gtk_widget_get_width (GTK_WIDGET (grid)));
  g_assert_true (press (grid, GDK_KEY_Left, 0));
  assert_current (grid, 0, 1);
  g_assert_true (press (grid, GDK_KEY_Right, 0));
  assert_current (grid, 0, 0);
}

/* The drop-downs of an axis. */
static void
get_choices (TlMatrixView  *view,
             guint          axis,
             GtkDropDown  **lane,
             GtkDropDown  **kind)
{
  GtkWidget *bar = panel_find (GTK_WIDGET (view), TL_TYPE_MATRIX_AXIS_BAR);

  if (axis == TL_MATRIX_COLUMNS)
    bar = panel_find (gtk_widget_get_next_sibling (gtk_widget_get_ancestor (bar, GTK_TYPE_FLOW_BOX_CHILD)),
                      TL_TYPE_MATRIX_AXIS_BAR);
  *lane = GTK_DROP_DOWN (panel_find (bar, GTK_TYPE_DROP_DOWN));
  *kind = GTK_DROP_DOWN (gtk_widget_get_next_sibling (GTK_WIDGET (*lane)));
}

static void
test_restore (PanelFixture  *fixture,
              gconstpointer  data)
{
  TlMatrixView *view = show_view (fixture);
  TlDetails *details = tl_session_get_details (fixture->session);
  TlRecordButton *service = TL_RECORD_BUTTON (panel_find (GTK_WIDGET (view), TL_TYPE_RECORD_BUTTON));
  TlRecord *first = tl_record_button_get_record (service);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) nonsense = NULL;
  GtkDropDown *lane, *kind;

  tl_matrix_view_set_service (view, NULL);
  get_choices (view, TL_MATRIX_COLUMNS, &lane, &kind);
  gtk_drop_down_set_selected (lane, TL_LANE_REALIZED);
  get_choices (view, TL_MATRIX_ROWS, &lane, &kind);
  gtk_drop_down_set_selected (lane, TL_LANE_LOGICAL);
  gtk_drop_down_set_selected (kind, 1);
  before = tl_details_copy (details);

  tl_details_restore (details, NULL);
  g_assert_true (tl_record_button_get_record (service) == first);
  g_assert_cmpuint (gtk_drop_down_get_selected (lane), ==, TL_LANE_CONCEPTUAL);
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 0);
  tl_details_restore (details, before);
  g_assert_null (tl_record_button_get_record (service));
  g_assert_cmpuint (gtk_drop_down_get_selected (lane), ==, TL_LANE_LOGICAL);
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 1);
  get_choices (view, TL_MATRIX_COLUMNS, &lane, &kind);
  g_assert_cmpuint (gtk_drop_down_get_selected (lane), ==, TL_LANE_REALIZED);

  tl_details_set (details, "matrix-service", ":no such service");
  tl_details_set (details, "matrix-rows", "nowhere");
  tl_details_set (details, "matrix-columns", " ");
  nonsense = tl_details_copy (details);
  tl_details_restore (details, nonsense);
  g_assert_true (tl_record_button_get_record (service) == first);
  g_assert_cmpuint (gtk_drop_down_get_selected (lane), ==, TL_LANE_LOGICAL);
}

/* Beneath a panel there is little room: rows and columns are chosen when they are asked for. */
static void
test_little_room (PanelFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *flap = adw_flap_new ();
  GtkWidget *view = g_object_new (TL_TYPE_MATRIX_VIEW, NULL);
  GtkWidget *bar = panel_find (view, TL_TYPE_MATRIX_AXIS_BAR);
  GtkWidget *choose;

  adw_flap_set_fold_policy (ADW_FLAP (flap), ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_flap (ADW_FLAP (flap), gtk_label_new ("Panel"));
  adw_flap_set_content (ADW_FLAP (flap), view);
  panel_fixture_show (fixture, flap);
  tl_test_wait_for (gtk_widget_get_mapped (bar));
  choose = panel_find_button (view, "Rows and Columns");
  g_assert_false (gtk_widget_get_visible (choose));

  adw_flap_set_fold_policy (ADW_FLAP (flap), ADW_FLAP_FOLD_POLICY_ALWAYS);
  tl_test_wait_for (gtk_widget_get_visible (choose) && !gtk_widget_get_mapped (bar));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (choose), TRUE);
  tl_test_wait_for (gtk_widget_get_mapped (bar));
}

static void
add_tests (void)
{
  panel_add ("/ui/matrix/restore", test_restore);
  panel_add ("/ui/matrix-view/mirrored", test_mirrored);
  panel_add ("/ui/matrix-view/keyboard", test_keyboard);
  panel_add ("/ui/matrix-view/refused", test_refused);
  panel_add ("/ui/matrix-view/pointer", test_pointer);
  panel_add ("/ui/matrix-view/choices", test_choices);
  panel_add ("/ui/matrix-view/little-room", test_little_room);
  panel_add ("/ui/matrix-view/follows", test_follows);
  panel_add ("/ui/matrix-view/large", test_large);
  panel_add ("/ui/matrix-view/export", test_export);
  panel_add ("/ui/matrix-view/export-wide", test_export_wide);
  panel_add ("/ui/matrix-view/export-failed", test_export_failed);
}

int
main (int argc, char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
