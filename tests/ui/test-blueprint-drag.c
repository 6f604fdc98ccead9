/* test-blueprint-drag.c: a blueprint drawn with the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-editor-fixture.h"

#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "tl-test-support.h"
#include "ui/tl-kind-palette.h"

#include <string.h>

#define RETURN_WITHOUT_POINTER(fixture) \
  G_STMT_START { if ((fixture)->pointer == NULL) return; } G_STMT_END

static void
move_to (EditorFixture *fixture,
         double         x,
         double         y)
{
  tl_test_pointer_move (fixture->pointer, GTK_WIDGET (fixture->canvas), x, y);
}

/* Presses the button on the port at the right of an element. */
static void
press_port (EditorFixture *fixture,
            const char    *id)
{
  g_autofree char *key = g_strconcat ("record:", id, NULL);
  GdkRectangle area;

  editor_select (fixture, id, NULL);
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, key, &area));
  move_to (fixture, area.x + area.width + 3, area.y + area.height / 2);
  editor_settle (fixture);
  tl_test_pointer_press (fixture->pointer, 1);
}

static void
drag_line_to (EditorFixture *fixture,
              TlPoint        to,
              const char    *status)
{
  move_to (fixture, to.x - 40, to.y - 40);
  move_to (fixture, to.x, to.y);
  tl_test_wait_for (tl_canvas_get_status (fixture->canvas) != NULL
                    && strstr (tl_canvas_get_status (fixture->canvas), status) != NULL);
}

static void
test_move (EditorFixture *fixture,
           gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");
  TlPoint from = editor_locate (fixture, "m");
  guint n;

  RETURN_WITHOUT_POINTER (fixture);
  editor_select (fixture, "m", NULL);
  tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), from.x, from.y, from.x + 60, from.y + 90, 1);
  tl_test_wait_for (tl_history_get_can_undo (fixture->history));
  editor_assert_undo (fixture, "Move Ledger");
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_Y, 0), >, 120);

  /* Nothing else has moved, and all of it is one edit. */
  g_assert_cmpstr (tl_record_get (editor_get (fixture, "l"), TL_ELEMENT_X), ==, "0");
  n = editor_count (fixture, TL_SERVICE_LOGICAL);
  tl_history_undo (fixture->history);
  g_assert_false (tl_history_get_can_undo (fixture->history));
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_LOGICAL), ==, n);
}

static void
test_connect (EditorFixture *fixture,
              gconstpointer  unused)
{
  TlRecord *relation;

  RETURN_WITHOUT_POINTER (fixture);
  press_port (fixture, "m");
  drag_line_to (fixture, editor_locate (fixture, "a"), "can be connected");
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (editor_count (fixture, TL_SERVICE_RELATIONS) == 2);
  relation = tl_record_get_child (fixture->service, TL_SERVICE_RELATIONS, 1);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, "m");
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_TO), ==, "a");
  editor_assert_undo (fixture, "Connect Ledger with checkout-eu");
}

/* Against the line it is drawn along it. */
static void
test_connect_backwards (EditorFixture *fixture,
                        gconstpointer  unused)
{
  TlRecord *relation;

  RETURN_WITHOUT_POINTER (fixture);
  press_port (fixture, "a");
  drag_line_to (fixture, editor_locate (fixture, "m"), "can be connected");
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (editor_count (fixture, TL_SERVICE_RELATIONS) == 2);
  relation = tl_record_get_child (fixture->service, TL_SERVICE_RELATIONS, 1);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, "m");
}

static void
test_forbidden (EditorFixture *fixture,
                gconstpointer  unused)
{
  RETURN_WITHOUT_POINTER (fixture);
  g_signal_emit_by_name (fixture->canvas, "activate-node", "slot:actual-service");
  editor_settle (fixture);
  press_port (fixture, "c");
  drag_line_to (fixture, editor_locate (fixture, tl_record_get_id (editor_find (fixture, "Payments"))), "cannot be connected");
  tl_test_pointer_release (fixture->pointer, 1);
  editor_settle (fixture);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_RELATIONS), ==, 1);
}

/* Carried over the border of a lane and dropped: what fits there, made and traced. */
static void
test_connect_to_empty (EditorFixture *fixture,
                       gconstpointer  unused)
{
  TlPoint to = editor_locate (fixture, "a");
  TlRecord *made;

  RETURN_WITHOUT_POINTER (fixture);
  press_port (fixture, "m");
  move_to (fixture, to.x - 40, to.y + 130);
  move_to (fixture, to.x, to.y + 150);
  editor_settle (fixture);
  tl_test_pointer_release (fixture->pointer, 1);
  editor_pick (fixture, "new database realize", "ledger-db");
  made = editor_find (fixture, "ledger-db");
  g_assert_cmpuint (tl_record_get_list_number (made), ==, TL_SERVICE_REALIZED);
  g_assert_cmpfloat (tl_record_get_number (made, TL_ELEMENT_Y, 0), >, 80);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_RELATIONS), ==, 2);
  tl_history_undo (fixture->history);
  g_assert_false (tl_history_get_can_undo (fixture->history));
}

static void
test_connect_by_keys (EditorFixture *fixture,
                      gconstpointer  unused)
{
  RETURN_WITHOUT_POINTER (fixture);
  editor_select (fixture, "m", NULL);
  editor_key (fixture, GDK_KEY_l, GDK_CONTROL_MASK);
  tl_test_wait_for (tl_canvas_get_status (fixture->canvas) != NULL);
  editor_key (fixture, GDK_KEY_Right, 0);
  editor_key (fixture, GDK_KEY_Return, 0);
  tl_test_wait_for (editor_count (fixture, TL_SERVICE_RELATIONS) == 2);
  editor_assert_undo (fixture, "Connect Ledger with checkout-eu");
}

static GtkDropTarget *
find_drop_target (EditorFixture *fixture)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

/* From the palette to where it shall stand. (What goes on before it is dropped is
 * between the toolkit and the display server.) */
static void
test_palette (EditorFixture *fixture,
              gconstpointer  unused)
{
  g_autoptr(GPtrArray) kinds = tl_kind_palette_list_kinds (fixture->project, TL_SERVICE_CONCEPTUAL);
  TlPoint to = editor_locate (fixture, "c");
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean dropped = FALSE;
  TlRecord *made;

  g_value_init (&value, TL_TYPE_PICK);
  g_value_set_object (&value, kinds->pdata[1]);
  g_signal_emit_by_name (find_drop_target (fixture), "drop", &value, to.x, to.y + 110, &dropped);
  g_assert_true (dropped);
  editor_assert_undo (fixture, "Add Capability");
  made = tl_record_get_child (fixture->service, TL_SERVICE_CONCEPTUAL, 1);
  g_assert_cmpfloat (tl_record_get_number (made, TL_ELEMENT_Y, 0), >, 60);

  /* In another lane than its own it goes to its own, as high. */
  to = editor_locate (fixture, "a");
  g_signal_emit_by_name (find_drop_target (fixture), "drop", &value, to.x, to.y + 260, &dropped);
  made = tl_record_get_child (fixture->service, TL_SERVICE_CONCEPTUAL, 2);
  g_assert_cmpfloat (tl_record_get_number (made, TL_ELEMENT_Y, 0), >, 150);
}

static void
test_resize (EditorFixture *fixture,
             gconstpointer  unused)
{
  TlRecord *ledger = editor_get (fixture, "m");
  GdkRectangle area;

  RETURN_WITHOUT_POINTER (fixture);
  editor_select (fixture, "m", NULL);
  tl_canvas_get_node_area (fixture->canvas, "record:m", &area);
  tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), area.x + area.width, area.y + area.height,
                        area.x + area.width + 50, area.y + area.height + 30, 1);
  tl_test_wait_for (tl_history_get_can_undo (fixture->history));
  editor_assert_undo (fixture, "Resize Ledger");
  g_assert_cmpfloat (tl_record_get_number (ledger, TL_ELEMENT_WIDTH, 0), >, 100);
  g_assert_nonnull (tl_record_get (ledger, TL_ELEMENT_HEIGHT));

  /* Moving keeps it. */
  editor_key (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_wait_for (g_strcmp0 (tl_history_get_undo_label (fixture->history), "Move Ledger") == 0);
  g_assert_nonnull (tl_record_get (ledger, TL_ELEMENT_WIDTH));
}

static void
add_tests (void)
{
  editor_add ("/blueprint-drag/move", test_move);
  editor_add ("/blueprint-drag/connect", test_connect);
  editor_add ("/blueprint-drag/connect-backwards", test_connect_backwards);
  editor_add ("/blueprint-drag/forbidden", test_forbidden);
  editor_add ("/blueprint-drag/connect-to-empty", test_connect_to_empty);
  editor_add ("/blueprint-drag/connect-by-keys", test_connect_by_keys);
  editor_add ("/blueprint-drag/palette", test_palette);
  editor_add ("/blueprint-drag/resize", test_resize);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
