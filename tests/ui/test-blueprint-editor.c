/* test-blueprint-editor.c: drawing a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-editor-fixture.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "tl-test-support.h"
#include "ui/tl-kind-palette.h"
#include "ui/tl-rename-entry.h"

/* What the canvas shows and selects is the session's, and follows the project. */
static void
test_shows (EditorFixture *fixture,
            gconstpointer  unused)
{
  TlScene *scene = tl_canvas_get_scene (fixture->canvas);

  g_assert_cmpint (tl_scene_find (scene, "record:c"), >=, 0);
  g_assert_cmpint (tl_scene_find (scene, "record:g"), <, 0);
  g_assert_cmpint (tl_scene_find_edge (scene, "record:r"), >=, 0);

  editor_select (fixture, "l", NULL);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:l");
  tl_session_set_selection (fixture->session, "record:c");
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "record:c");

  tl_edit_set (editor_get (fixture, "c"), TL_ELEMENT_NAME, "Pay", NULL);
  editor_settle (fixture);
  scene = tl_canvas_get_scene (fixture->canvas);
  g_assert_cmpstr (tl_scene_get_node (scene, tl_scene_find (scene, "record:c"))->title, ==, "Pay");
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "record:c");

  tl_session_go_service (fixture->session, editor_get (fixture, "s2"));
  editor_settle (fixture);
  g_assert_cmpint (tl_scene_find (tl_canvas_get_scene (fixture->canvas), "record:g"), >=, 0);
}

static void
test_other_changes (EditorFixture *fixture,
                    gconstpointer  unused)
{
  TlScene *scene = tl_canvas_get_scene (fixture->canvas);

  tl_edit_set (editor_get (fixture, "g"), TL_ELEMENT_NAME, "Pool", NULL);
  tl_edit_set (TL_RECORD (fixture->project), TL_PROJECT_OWNER, "Ada", NULL);
  editor_settle (fixture);
  g_assert_true (tl_canvas_get_scene (fixture->canvas) == scene);
}

static void
test_add_by_keyboard (EditorFixture *fixture,
                      gconstpointer  unused)
{
  TlRecord *element;

  if (fixture->pointer == NULL)
    return;
  editor_select (fixture, "l", NULL);
  editor_key (fixture, GDK_KEY_Insert, 0);
  editor_pick (fixture, "inter", "REST");
  editor_assert_undo (fixture, "Add Interface REST");
  element = editor_find (fixture, "REST");
  g_assert_true (tl_record_get_parent (element) == fixture->service);
  g_assert_nonnull (tl_record_get (element, TL_ELEMENT_X));
  g_assert_true (tl_session_get_selected_record (fixture->session) == element);

  /* The kind that was added last comes first, and a name is not needed. */
  editor_key (fixture, GDK_KEY_Insert, 0);
  editor_pick (fixture, "", "");
  editor_assert_undo (fixture, "Add Interface");
}

static void
test_add_at (EditorFixture *fixture,
             gconstpointer  unused)
{
  TlPoint place = editor_locate (fixture, "c");
  TlRecord *element;

  if (fixture->pointer == NULL)
    return;
  tl_test_pointer_click (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y + 120, 1, 2);
  editor_pick (fixture, "stake", "Shoppers");
  element = editor_find (fixture, "Shoppers");
  g_assert_cmpuint (tl_record_get_list_number (element), ==, TL_SERVICE_CONCEPTUAL);
  g_assert_cmpfloat (tl_record_get_number (element, TL_ELEMENT_Y, 0), >, 40);
}

static void
test_palette (EditorFixture *fixture,
              gconstpointer  unused)
{
  GtkWidget *palette = panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_KIND_PALETTE);
  GtkListBox *list = GTK_LIST_BOX (panel_find (palette, GTK_TYPE_LIST_BOX));
  GtkWidget *rename = panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_RENAME_ENTRY);

  editor_activate (fixture, "blueprint.palette", NULL);
  tl_test_wait_for (gtk_widget_get_mapped (palette));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), palette));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  editor_settle (fixture);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_CONCEPTUAL), ==, 2);
  editor_assert_undo (fixture, "Add Capability");

  /* Its name is asked for where it stands. */
  g_assert_true (tl_rename_entry_is_active (TL_RENAME_ENTRY (rename)));
  gtk_editable_set_text (GTK_EDITABLE (panel_find (rename, GTK_TYPE_ENTRY)), "Pay by link");
  g_signal_emit_by_name (panel_find (rename, GTK_TYPE_ENTRY), "activate");
  editor_find (fixture, "Pay by link");
}

/* A kind of the project's own is in the palette, and behaves like another. */
static void
test_new_kind (EditorFixture *fixture,
               gconstpointer  unused)
{
  GtkWidget *palette = panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_KIND_PALETTE);
  GtkWidget *button = panel_find (palette, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget *name;
  TlRecord *kind;
  double x, y;

  editor_activate (fixture, "blueprint.palette", NULL);
  /* On its way in it is beside the screen, where nothing can open; it is there a frame after it has arrived. */
  tl_test_wait_for (gtk_widget_get_width (button) > 0
                    && gtk_widget_translate_coordinates (button, GTK_WIDGET (gtk_widget_get_root (button)), 0, 0, &x, &y)
                    && x >= 0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  tl_test_wait_for (gtk_widget_get_mapped (popover));
  name = panel_find (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (name), "Rob\001ot");
  g_signal_emit_by_name (name, "activate");
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  gtk_test_accessible_assert_state (name, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (name), "Robot");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  g_signal_emit_by_name (name, "activate");
  kind = tl_record_get_child (TL_RECORD (fixture->project), TL_PROJECT_KINDS, 0);
  g_assert_nonnull (kind);
  g_assert_nonnull (panel_find_label (palette, "Robot"));

  editor_activate (fixture, "blueprint.add", NULL);
  editor_pick (fixture, "robot", "Robbie");
  g_assert_cmpuint (tl_record_get_list_number (editor_find (fixture, "Robbie")), ==, TL_SERVICE_REALIZED);

  g_signal_emit_by_name (panel_find_button (palette, "Delete the kind Robot"), "clicked");
  g_assert_null (panel_find_label (palette, "Robot"));
  g_assert_cmpstr (tl_record_get (editor_find (fixture, "Robbie"), TL_ELEMENT_KIND), ==, "application");
}

static void
test_rename (EditorFixture *fixture,
             gconstpointer  unused)
{
  GtkWidget *rename = panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_RENAME_ENTRY);

  if (fixture->pointer == NULL)
    return;
  editor_select (fixture, "m", NULL);
  editor_key (fixture, GDK_KEY_F2, 0);
  tl_test_wait_for (tl_rename_entry_is_active (TL_RENAME_ENTRY (rename)));
  editor_key (fixture, GDK_KEY_x, 0);
  tl_test_wait_for (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (panel_find (rename, GTK_TYPE_ENTRY))), "x"));
  editor_key (fixture, GDK_KEY_Escape, 0);
  tl_test_wait_for (!tl_rename_entry_is_active (TL_RENAME_ENTRY (rename)));
  g_assert_false (tl_history_get_can_undo (fixture->history));

  editor_key (fixture, GDK_KEY_F2, 0);
  tl_test_wait_for (tl_rename_entry_is_active (TL_RENAME_ENTRY (rename)));
  editor_key (fixture, GDK_KEY_x, 0);
  editor_key (fixture, GDK_KEY_Return, 0);
  tl_test_wait_for (tl_history_get_can_undo (fixture->history));
  g_assert_cmpstr (tl_record_get_name (editor_get (fixture, "m")), ==, "x");
  editor_assert_undo (fixture, "Change Name of Ledger");

  /* The keyboard is on the node again. */
  editor_key (fixture, GDK_KEY_Delete, 0);
  tl_test_wait_for (tl_project_lookup (fixture->project, "m") == NULL);
}

/* A window is without the keyboard while a menu of it closes: what that has begun goes on. */
static void
test_rename_from_menu (EditorFixture *fixture,
                       gconstpointer  unused)
{
  GtkWidget *rename = panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_RENAME_ENTRY);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (rename);

  editor_select (fixture, "m", NULL);
  editor_activate (fixture, "blueprint.rename", NULL);
  g_assert_true (tl_rename_entry_is_active (TL_RENAME_ENTRY (rename)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_emit_by_name (controller, "leave");
    }
  g_assert_true (tl_rename_entry_is_active (TL_RENAME_ENTRY (rename)));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  g_assert_false (tl_rename_entry_is_active (TL_RENAME_ENTRY (rename)));
}

/* What is named is where it can be seen. */
static void
test_rename_out_of_view (EditorFixture *fixture,
                         gconstpointer  unused)
{
  GtkWidget *rename = panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_RENAME_ENTRY);
  TlRect seen;
  GdkRectangle area;

  if (fixture->pointer == NULL)
    return;
  editor_select (fixture, "m", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.actual-size", NULL);
  seen = tl_canvas_get_visible_area (fixture->canvas);
  tl_canvas_center_on (fixture->canvas, seen.x + 2 * seen.width, seen.y + 2 * seen.height);
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "record:m", &area));
  g_assert_cmpint (area.x, <, 0);

  editor_key (fixture, GDK_KEY_F2, 0);
  tl_test_wait_for (tl_rename_entry_is_active (TL_RENAME_ENTRY (rename)));
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "record:m", &area));
  g_assert_cmpint (area.x, >=, 0);
  g_assert_cmpint (area.y, >=, 0);
  g_assert_cmpint (area.x + area.width, <=, gtk_widget_get_width (GTK_WIDGET (fixture->canvas)));
  g_assert_cmpint (area.y + area.height, <=, gtk_widget_get_height (GTK_WIDGET (fixture->canvas)));
}

static void
test_delete (EditorFixture *fixture,
             gconstpointer  unused)
{
  editor_select (fixture, "l", "c", NULL);
  editor_activate (fixture, "blueprint.delete", NULL);
  editor_assert_undo (fixture, "Delete 2 Elements");
  g_assert_cmpstr (fixture->message, ==, "2 elements deleted");
  g_assert_true (fixture->undoable);
  g_assert_null (tl_project_lookup (fixture->project, "r"));
  g_assert_null (tl_canvas_get_selected_key (fixture->canvas));

  tl_history_undo (fixture->history);
  editor_settle (fixture);
  editor_select (fixture, "r", NULL);
  g_assert_cmpstr (tl_session_get_selection (fixture->session), ==, "record:r");
  editor_activate (fixture, "blueprint.delete", NULL);
  editor_assert_undo (fixture, "Disconnect Pay by card from Checkout");
}

static void
test_nudge (EditorFixture *fixture,
            gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");

  if (fixture->pointer == NULL)
    return;
  editor_select (fixture, "m", NULL);
  editor_key (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_wait_for (tl_history_get_can_undo (fixture->history));
  g_assert_cmpstr (tl_record_get (ledger, TL_ELEMENT_X), ==, "48");
  editor_key (fixture, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  tl_test_wait_for (g_strcmp0 (tl_record_get (ledger, TL_ELEMENT_Y), "97") == 0);
  editor_assert_undo (fixture, "Move Ledger");
}

/* Without dragging. */
static void
test_size (EditorFixture *fixture,
           gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");
  const double x = tl_record_get_number (ledger, TL_ELEMENT_X, 0);
  double width, height;
  GdkRectangle before, after;

  editor_select (fixture, "m", NULL);
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "record:m", &before));
  editor_activate (fixture, "blueprint.size", "wider");
  editor_assert_undo (fixture, "Resize Ledger");
  width = tl_record_get_number (ledger, TL_ELEMENT_WIDTH, 0);
  g_assert_cmpfloat (width, >, 0);
  g_assert_null (tl_record_get (ledger, TL_ELEMENT_HEIGHT));
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_X, 0), ==, x);
  editor_settle (fixture);
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "record:m", &after));
  g_assert_cmpint (after.width, >, before.width);
  g_assert_cmpint (after.height, ==, before.height);

  editor_activate (fixture, "blueprint.size", "taller");
  editor_settle (fixture);
  height = tl_record_get_number (ledger, TL_ELEMENT_HEIGHT, 0);
  g_assert_cmpfloat (height, >, 0);
  editor_activate (fixture, "blueprint.size", "shorter");
  editor_activate (fixture, "blueprint.size", "narrower");
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_HEIGHT, 0), <, height);
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_WIDTH, 0), <, width);

  editor_activate (fixture, "blueprint.size", "text");
  g_assert_null (tl_record_get (ledger, TL_ELEMENT_WIDTH));
  g_assert_null (tl_record_get (ledger, TL_ELEMENT_HEIGHT));

  /* Not two at once. */
  editor_select (fixture, "m", "l", NULL);
  editor_activate (fixture, "blueprint.size", "wider");
  g_assert_null (tl_record_get (ledger, TL_ELEMENT_WIDTH));
}

static void
test_align (EditorFixture *fixture,
            gconstpointer  unused)
{
  editor_select (fixture, "l", NULL);
  editor_activate (fixture, "blueprint.arrange", "left");
  g_assert_false (tl_history_get_can_undo (fixture->history));

  editor_select (fixture, "m", "l", "a", NULL);
  editor_activate (fixture, "blueprint.arrange", "left");
  editor_assert_undo (fixture, "Align Left");
  g_assert_cmpstr (tl_record_get (editor_get (fixture, "m"), TL_ELEMENT_X), ==, "0");
  g_assert_cmpstr (tl_record_get (editor_get (fixture, "a"), TL_ELEMENT_X), ==, "0");

  editor_activate (fixture, "blueprint.arrange", "top");
  editor_assert_undo (fixture, "Align Top");
  g_assert_cmpstr (tl_record_get (editor_get (fixture, "m"), TL_ELEMENT_Y), ==, "0");
}

static void
test_tidy (EditorFixture *fixture,
           gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");
  const TlPlacing astray = { ledger, 403, 611, 0, 0 };

  g_assert_true (tl_blueprint_place (fixture->service, &astray, 1, "Move", NULL, NULL));
  editor_settle (fixture);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "blueprint.tidy", NULL);
  editor_assert_undo (fixture, "Tidy Up");
  g_assert_cmpstr (tl_record_get (ledger, TL_ELEMENT_Y), !=, "611");
  /* It glides there. */
  g_assert_false (tl_canvas_is_settled (fixture->canvas));
  editor_settle (fixture);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  tl_history_undo (fixture->history);
  g_assert_cmpstr (tl_record_get (ledger, TL_ELEMENT_Y), ==, "611");
}

static GtkWidget *
find_menu (EditorFixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->editor));

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Who looks into a menu and leaves it goes on where they were. */
static void
test_menu (EditorFixture *fixture,
           gconstpointer  unused)
{
  GtkWidget *menu = find_menu (fixture);
  GtkWidget *focus;

  if (fixture->pointer == NULL)
    return;
  editor_select (fixture, "l", NULL);
  editor_key (fixture, GDK_KEY_F10, GDK_SHIFT_MASK);
  tl_test_wait_for (gtk_widget_get_mapped (menu));
  editor_key (fixture, GDK_KEY_Escape, 0);
  tl_test_wait_for (!gtk_widget_get_mapped (menu));
  editor_settle (fixture);

  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->canvas)));
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "record:l");
}

/* A section within a section would be drawn without a line around it. */
static void
test_menu_sections (EditorFixture *fixture,
                    gconstpointer  unused)
{
  GMenuModel *model;

  g_signal_emit_by_name (fixture->canvas, "context-menu", "record:l", 10.0, 10.0);
  model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (find_menu (fixture)));
  g_assert_cmpint (g_menu_model_get_n_items (model), >, 2);
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      g_assert_nonnull (section);
      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autoptr (GMenuModel) within = g_menu_model_get_item_link (section, j, G_MENU_LINK_SECTION);

          g_assert_null (within);
        }
    }
  gtk_popover_popdown (GTK_POPOVER (find_menu (fixture)));
}

/* An element of another service is found by any of its words, and can leave again. */
static void
test_use (EditorFixture *fixture,
          gconstpointer  unused)
{
  editor_activate (fixture, "blueprint.use", NULL);
  editor_pick (fixture, "platf shar", NULL);
  editor_assert_undo (fixture, "Use Shared in Payments");
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_USES), ==, 1);
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "record:g");

  editor_activate (fixture, "blueprint.delete", NULL);
  editor_assert_undo (fixture, "Remove Shared from Payments");
  g_assert_nonnull (tl_project_lookup (fixture->project, "g"));
}

static void
test_slot (EditorFixture *fixture,
           gconstpointer  unused)
{
  g_signal_emit_by_name (fixture->canvas, "activate-node", "slot:conceptual-service");
  editor_settle (fixture);
  editor_assert_undo (fixture, "Add Conceptual Service Payments");
  g_signal_emit_by_name (fixture->canvas, "activate-node", "slot:logical-service");
  editor_settle (fixture);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_RELATIONS), ==, 2);
}

static void
add_tests (void)
{
  editor_add ("/blueprint-editor/shows", test_shows);
  editor_add ("/blueprint-editor/other-changes", test_other_changes);
  editor_add ("/blueprint-editor/add-by-keyboard", test_add_by_keyboard);
  editor_add ("/blueprint-editor/add-at", test_add_at);
  editor_add ("/blueprint-editor/palette", test_palette);
  editor_add ("/blueprint-editor/new-kind", test_new_kind);
  editor_add ("/blueprint-editor/rename", test_rename);
  editor_add ("/blueprint-editor/delete", test_delete);
  editor_add ("/blueprint-editor/rename-from-menu", test_rename_from_menu);
  editor_add ("/blueprint-editor/rename-out-of-view", test_rename_out_of_view);
  editor_add ("/blueprint-editor/nudge", test_nudge);
  editor_add ("/blueprint-editor/size", test_size);
  editor_add ("/blueprint-editor/align", test_align);
  editor_add ("/blueprint-editor/tidy", test_tidy);
  editor_add ("/blueprint-editor/menu", test_menu);
  editor_add ("/blueprint-editor/menu-sections", test_menu_sections);
  editor_add ("/blueprint-editor/use", test_use);
  editor_add ("/blueprint-editor/slot", test_slot);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
