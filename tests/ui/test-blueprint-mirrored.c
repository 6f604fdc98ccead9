/* test-blueprint-mirrored.c: a blueprint that is read from right to left, drawn with the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-editor-fixture.h"
#include "tl-panel-fixture.h"

#include "diagram/tl-blueprint-view.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "tl-test-support.h"
#include "ui/tl-rename-entry.h"

#define RETURN_WITHOUT_POINTER(fixture) \
  G_STMT_START { if ((fixture)->pointer == NULL) return; } G_STMT_END

static void
set_up (EditorFixture *fixture,
        gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  tl_scene_set_default_mirrored (TRUE);
  editor_fixture_set_up (fixture, data);
}

/* That nothing of it is in the file, the fixture itself looks. */
static void
tear_down (EditorFixture *fixture,
           gconstpointer  data)
{
  editor_fixture_tear_down (fixture, data);
  tl_scene_set_default_mirrored (FALSE);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Moved away from where the lane begins, which is to the left, its x grows. */
static void
test_move (EditorFixture *fixture,
           gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");
  double before = tl_record_get_number (ledger, TL_ELEMENT_X, 0);
  TlPoint from = editor_locate (fixture, "m");

  RETURN_WITHOUT_POINTER (fixture);
  g_assert_cmpfloat (editor_locate (fixture, "c").x, >, from.x);
  g_assert_cmpfloat (from.x, >, editor_locate (fixture, "a").x);
  editor_select (fixture, "m", NULL);
  tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), from.x, from.y, from.x - 60, from.y + 90, 1);
  tl_test_wait_for (tl_history_get_can_undo (fixture->history));
  editor_assert_undo (fixture, "Move Ledger");
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_X, 0), >, before);
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_Y, 0), >, 120);
  g_assert_cmpstr (tl_record_get (editor_get (fixture, "l"), TL_ELEMENT_X), ==, "0");

  /* Where it was let go it is. */
  editor_settle (fixture);
  g_assert_cmpfloat (editor_locate (fixture, "m").x, <, from.x - 30);
}

/* Its lane begins at the right, and that is as far as it goes. */
static void
test_move_against_the_beginning (EditorFixture *fixture,
                                 gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");
  TlPoint from = editor_locate (fixture, "m");

  RETURN_WITHOUT_POINTER (fixture);
  editor_select (fixture, "m", NULL);
  tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), from.x, from.y, from.x + 250, from.y, 1);
  tl_test_wait_for (tl_history_get_can_undo (fixture->history));
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_X, -1), ==, 0);
}

static void
test_nudge (EditorFixture *fixture,
            gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");

  RETURN_WITHOUT_POINTER (fixture);
  editor_select (fixture, "m", NULL);
  editor_key (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  tl_test_wait_for (g_strcmp0 (tl_record_get (ledger, TL_ELEMENT_X), "48") == 0);
  editor_key (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_wait_for (g_strcmp0 (tl_record_get (ledger, TL_ELEMENT_X), "40") == 0);
}

/* The left corner is the far one: dragged out, the element stays where it begins. */
static void
test_resize (EditorFixture *fixture,
             gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");
  double before = tl_record_get_number (ledger, TL_ELEMENT_X, 0);
  GdkRectangle area;
  double width;

  RETURN_WITHOUT_POINTER (fixture);
  editor_select (fixture, "m", NULL);
  tl_canvas_get_node_area (fixture->canvas, "record:m", &area);
  tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), area.x, area.y + area.height,
                        area.x - 50, area.y + area.height + 30, 1);
  tl_test_wait_for (tl_history_get_can_undo (fixture->history));
  editor_assert_undo (fixture, "Resize Ledger");
  width = tl_record_get_number (ledger, TL_ELEMENT_WIDTH, 0);
  g_assert_cmpfloat (width, >, 100);
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_X, 0), ==, before);

  editor_settle (fixture);
  editor_key (fixture, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK);
  tl_test_wait_for (tl_record_get_number (ledger, TL_ELEMENT_WIDTH, 0) > width);
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_X, 0), ==, before);
}

/* Left is what is seen at the left, where a lane ends. */
static void
test_align (EditorFixture *fixture,
            gconstpointer  unused)
{
  GdkRectangle ledger, checkout;

  editor_select (fixture, "m", "l", NULL);
  editor_activate (fixture, "blueprint.arrange", "left");
  editor_assert_undo (fixture, "Align Left");
  editor_settle (fixture);
  tl_canvas_get_node_area (fixture->canvas, "record:m", &ledger);
  tl_canvas_get_node_area (fixture->canvas, "record:l", &checkout);
  g_assert_cmpint (ABS (ledger.x - checkout.x), <=, 1);

  tl_history_undo (fixture->history);
  editor_settle (fixture);
  editor_select (fixture, "m", "l", NULL);
  editor_activate (fixture, "blueprint.arrange", "right");
  editor_assert_undo (fixture, "Align Right");
  g_assert_cmpstr (tl_record_get (editor_get (fixture, "m"), TL_ELEMENT_X), ==,
                   tl_record_get (editor_get (fixture, "l"), TL_ELEMENT_X));
}

/* The arrow follows what is seen: what comes next on the line is to the left. */
static void
test_arrows (EditorFixture *fixture,
             gconstpointer  unused)
{
  GdkRectangle capability, next;

  RETURN_WITHOUT_POINTER (fixture);
  editor_select (fixture, "c", NULL);
  tl_canvas_get_node_area (fixture->canvas, "record:c", &capability);
  editor_key (fixture, GDK_KEY_Left, 0);
  tl_test_wait_for (g_strcmp0 (tl_canvas_get_selected_key (fixture->canvas), "record:c") != 0);
  tl_canvas_get_node_area (fixture->canvas, tl_canvas_get_selected_key (fixture->canvas), &next);
  g_assert_cmpint (next.x + next.width / 2, <, capability.x + capability.width / 2);
}

/* Over the node from its right side on. */
static void
test_rename (EditorFixture *fixture,
             gconstpointer  unused)
{
  GtkWidget *rename = panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_RENAME_ENTRY);
  GdkRectangle area;
  double x, y;

  editor_select (fixture, "m", NULL);
  editor_activate (fixture, "blueprint.rename", NULL);
  tl_test_wait_for (gtk_widget_get_width (rename) > 0);
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "record:m", &area));
  g_assert_true (gtk_widget_translate_coordinates (rename, GTK_WIDGET (fixture->canvas), gtk_widget_get_width (rename), 0,
                                                   &x, &y));
  g_assert_cmpfloat (ABS (x - area.x - area.width), <=, 1);
}

/* Drawn to the left, over the border to the next service model. */
static void
test_connect_to_empty (EditorFixture *fixture,
                       gconstpointer  unused)
{
  GdkRectangle area;
  TlPoint to = editor_locate (fixture, "a");
  TlRecord *made;

  RETURN_WITHOUT_POINTER (fixture);
  editor_select (fixture, "m", NULL);
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "record:m", &area));
  tl_test_pointer_move (fixture->pointer, GTK_WIDGET (fixture->canvas), area.x - 3, area.y + area.height / 2);
  editor_settle (fixture);
  tl_test_pointer_press (fixture->pointer, 1);
  tl_test_pointer_move (fixture->pointer, GTK_WIDGET (fixture->canvas), to.x + 40, to.y + 130);
  tl_test_pointer_move (fixture->pointer, GTK_WIDGET (fixture->canvas), to.x, to.y + 150);
  editor_settle (fixture);
  tl_test_pointer_release (fixture->pointer, 1);
  editor_pick (fixture, "new database realize", "ledger-db");
  made = editor_find (fixture, "ledger-db");
  g_assert_cmpuint (tl_record_get_list_number (made), ==, TL_SERVICE_REALIZED);
  g_assert_cmpfloat (tl_record_get_number (made, TL_ELEMENT_X, -1), >=, 0);
  editor_settle (fixture);
  /* It begins where the line was let go. */
  tl_canvas_get_node_area (fixture->canvas, "record:a", &area);
  g_assert_cmpfloat (ABS (editor_locate (fixture, tl_record_get_id (made)).x - to.x), <, 2 * area.width);
}

static void
add_tests (void)
{
#define add(path, function) \
  g_test_add ("/blueprint-mirrored/" path, EditorFixture, NULL, set_up, function, tear_down)
  add ("move", test_move);
  add ("move-against-the-beginning", test_move_against_the_beginning);
  add ("nudge", test_nudge);
  add ("resize", test_resize);
  add ("align", test_align);
  add ("arrows", test_arrows);
  add ("rename", test_rename);
  add ("connect-to-empty", test_connect_to_empty);
#undef add
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
