/* test-connecting.c: connecting nodes, by pointer and by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "tl-canvas-fixture.h"
#include "tl-test-support.h"

#include <math.h>

/* The tests of this file end at once where no real input can be sent; the fixture
 * has marked them as skipped. */
#define RETURN_WITHOUT_POINTER(fixture) \
  if ((fixture)->pointer == NULL)       \
    return

#define REASON "Nothing leads to Foxtrot"

static gboolean
check (const char *from,
       const char *to,
       char      **why,
       gpointer    user_data)
{
  int *n_asked = user_data;

  (*n_asked)++;
  if (*to != 'f')
    return TRUE;

  *why = g_strdup (REASON);
  return FALSE;
}

static void
move_pointer (CanvasFixture *fixture,
              double         x,
              double         y)
{
  tl_test_pointer_move (fixture->pointer, GTK_WIDGET (fixture->canvas), x, y);
}

/* Selects a node and presses the button on the port at its right. */
static void
press_port (CanvasFixture *fixture,
            const char    *key)
{
  GdkRectangle area;

  tl_canvas_set_selected_key (fixture->canvas, key);
  canvas_fixture_settle (fixture);
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, key, &area));
  move_pointer (fixture, area.x + area.width + 3, area.y + area.height / 2);
  tl_test_wait_for (fixture->canvas->hot.kind == TL_HIT_PORT);
  tl_test_pointer_press (fixture->pointer, 1);
}

static void
drag_line_to (CanvasFixture *fixture,
              TlPoint        to)
{
  move_pointer (fixture, to.x - 40, to.y - 40);
  move_pointer (fixture, to.x, to.y);
  tl_test_wait_for (fixture->canvas->connect != NULL);
}

static TlConnectTarget
get_target (CanvasFixture *fixture)
{
  return fixture->canvas->connect != NULL ? tl_connect_get_target (fixture->canvas->connect, NULL) : TL_CONNECT_NOWHERE;
}

static void
test_port_to_node (CanvasFixture *fixture,
                   gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  press_port (fixture, "a");
  drag_line_to (fixture, canvas_fixture_locate (fixture, "e"));
  tl_test_wait_for (get_target (fixture) == TL_CONNECT_ALLOWED);
  g_assert_cmpstr (tl_canvas_get_status (fixture->canvas), ==, "Echo can be connected.");
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->connected != NULL);
  g_assert_cmpstr (fixture->connected, ==, "a e");
  g_assert_null (fixture->canvas->connect);
  g_assert_null (tl_canvas_get_status (fixture->canvas));
  g_assert_cmpint (fixture->n_moves, ==, 0);
  g_assert_true (canvas_fixture_has_selected (fixture, "a"));
}

/* Ports are there where the pointer rests, too. */
static void
test_hovered_port (CanvasFixture *fixture,
                   gconstpointer  data)
{
  GdkRectangle area;
  TlPoint to;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "b", &area));
  move_pointer (fixture, area.x + area.width / 2, area.y + 10);
  tl_test_wait_for (g_strcmp0 (tl_canvas_get_hovered_key (fixture->canvas), "b") == 0);
  /* Just outside of the node, and still at its port. */
  move_pointer (fixture, area.x + area.width / 2, area.y + area.height + 4);
  tl_test_wait_for (fixture->canvas->hot.kind == TL_HIT_PORT);
  g_assert_cmpstr (tl_canvas_get_hovered_key (fixture->canvas), ==, "b");
  tl_test_pointer_press (fixture->pointer, 1);
  to = canvas_fixture_locate (fixture, "d");
  drag_line_to (fixture, to);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->connected != NULL);
  g_assert_cmpstr (fixture->connected, ==, "b d");
}

static void
test_port_to_empty (CanvasFixture *fixture,
                    gconstpointer  data)
{
  TlPoint at = { 400, 300 }, expected;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  at = tl_canvas_to_widget (fixture->canvas, &(TlPoint) { 200, 110 });
  at = (TlPoint) { round (at.x), round (at.y) };
  expected = tl_canvas_from_widget (fixture->canvas, at.x, at.y);
  press_port (fixture, "a");
  drag_line_to (fixture, at);
  tl_test_wait_for (get_target (fixture) == TL_CONNECT_EMPTY);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->connected != NULL);
  g_assert_cmpstr (fixture->connected, ==, "a");
  g_assert_cmpfloat_with_epsilon (fixture->asked.x, expected.x, 1);
  g_assert_cmpfloat_with_epsilon (fixture->asked.y, expected.y, 1);
}

static void
test_forbidden (CanvasFixture *fixture,
                gconstpointer  data)
{
  int n_asked = 0;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  tl_canvas_set_connect_check (fixture->canvas, check, &n_asked, NULL);
  press_port (fixture, "b");
  drag_line_to (fixture, canvas_fixture_locate (fixture, "f"));
  tl_test_wait_for (get_target (fixture) == TL_CONNECT_FORBIDDEN);
  g_assert_cmpstr (tl_connect_get_why (fixture->canvas->connect), ==, REASON);
  g_assert_cmpstr (tl_canvas_get_status (fixture->canvas), ==, "Foxtrot cannot be connected: " REASON);
  g_assert_true (tl_connect_may_reach (fixture->canvas->connect, 4));
  g_assert_false (tl_connect_may_reach (fixture->canvas->connect, 5));
  /* To itself: nothing to say. */
  drag_line_to (fixture, canvas_fixture_locate (fixture, "b"));
  tl_test_wait_for (get_target (fixture) == TL_CONNECT_NOWHERE);
  drag_line_to (fixture, canvas_fixture_locate (fixture, "f"));
  tl_test_wait_for (get_target (fixture) == TL_CONNECT_FORBIDDEN);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->canvas->connect == NULL);
  g_assert_null (fixture->connected);
  g_assert_cmpint (n_asked, >, 0);
}

static void
test_escape (CanvasFixture *fixture,
             gconstpointer  data)
{
  TlPoint e;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  e = canvas_fixture_locate (fixture, "e");
  press_port (fixture, "a");
  drag_line_to (fixture, e);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (fixture->canvas->connect == NULL);
  tl_test_pointer_release (fixture->pointer, 1);
  move_pointer (fixture, e.x + 13, e.y);
  tl_test_wait_for (fabs (fixture->canvas->pointer.x - e.x - 13) < 2);
  g_assert_null (fixture->connected);
  g_assert_true (canvas_fixture_has_selected (fixture, "a"));
}

static GtkWidget *
find_child (CanvasFixture *fixture,
            const char    *key)
{
  return g_hash_table_lookup (fixture->canvas->nodes, key);
}

static gboolean
has_focus (CanvasFixture *fixture,
           const char    *key)
{
  return find_child (fixture, key) != NULL && gtk_widget_has_focus (find_child (fixture, key));
}

/* Arrows and letters choose, Enter connects; a screen reader hears what and whether. */
static void
test_by_keys (CanvasFixture *fixture,
              gconstpointer  data)
{
  int n_asked = 0;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  tl_canvas_set_connect_check (fixture->canvas, check, &n_asked, NULL);
  tl_canvas_set_selected_key (fixture->canvas, "b");
  g_assert_true (tl_canvas_begin_connect (fixture->canvas, "b"));
  tl_test_wait_for (has_focus (fixture, "b"));
  g_assert_true (g_str_has_prefix (tl_canvas_get_status (fixture->canvas), "Connecting Bravo"));

  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, 0);
  tl_test_wait_for (has_focus (fixture, "c"));
  gtk_test_accessible_assert_property (find_child (fixture, "c"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Charlie can be connected: press Enter.");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Down, 0);
  tl_test_wait_for (has_focus (fixture, "f"));
  gtk_test_accessible_assert_property (find_child (fixture, "f"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Foxtrot cannot be connected: " REASON);
  gtk_test_accessible_assert_property (find_child (fixture, "c"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  /* Not allowed: it goes on. */
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Return, 0);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_a, 0);
  tl_test_wait_for (has_focus (fixture, "a"));
  g_assert_null (fixture->connected);
  /* The selection stays; nothing else is edited meanwhile. */
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Delete, 0);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Return, 0);
  tl_test_wait_for (fixture->connected != NULL);
  g_assert_cmpstr (fixture->connected, ==, "b a");
  g_assert_cmpint (fixture->n_deletes + fixture->n_activated, ==, 0);
  g_assert_true (canvas_fixture_has_selected (fixture, "b"));
  tl_test_wait_for (has_focus (fixture, "b"));
  gtk_test_accessible_assert_property (find_child (fixture, "a"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Connected to Bravo");
}

/* Enter where nothing can be meant says so, and the connection is still being made. */
static void
test_enter_refused (CanvasFixture *fixture,
                    gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  tl_canvas_set_connect_check (fixture->canvas, check, &(int) { 0 }, NULL);
  g_assert_true (tl_canvas_begin_connect (fixture->canvas, "b"));
  tl_test_wait_for (has_focus (fixture, "b"));
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Return, 0);
  tl_test_wait_for (g_str_has_prefix (tl_canvas_get_status (fixture->canvas), "Not connected: first choose"));
  gtk_test_accessible_assert_property (find_child (fixture, "b"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       tl_canvas_get_status (fixture->canvas));

  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, 0);
  tl_test_wait_for (has_focus (fixture, "c"));
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Down, 0);
  tl_test_wait_for (has_focus (fixture, "f"));
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Return, 0);
  tl_test_wait_for (g_str_equal (tl_canvas_get_status (fixture->canvas), "Not connected: " REASON));
  g_assert_null (fixture->connected);
  g_assert_nonnull (fixture->canvas->connect);
  tl_canvas_cancel_connect (fixture->canvas);
}

static void
test_keys_give_up (CanvasFixture *fixture,
                   gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  g_assert_false (tl_canvas_begin_connect (fixture->canvas, "unknown"));
  g_assert_true (tl_canvas_begin_connect (fixture->canvas, "b"));
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, 0);
  tl_test_wait_for (has_focus (fixture, "c"));
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (fixture->canvas->connect == NULL);
  tl_test_wait_for (has_focus (fixture, "b"));
  g_assert_null (fixture->connected);

  /* Nor where nothing can be edited. */
  tl_canvas_set_editable (fixture->canvas, FALSE);
  g_assert_false (tl_canvas_begin_connect (fixture->canvas, "b"));
}

/* Begun by keys, or by a button, and ended with a click. */
static void
test_click_ends (CanvasFixture *fixture,
                 gconstpointer  data)
{
  TlPoint e;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  e = canvas_fixture_locate (fixture, "e");
  g_assert_true (tl_canvas_begin_connect (fixture->canvas, "b"));
  move_pointer (fixture, e.x - 30, e.y);
  move_pointer (fixture, e.x, e.y);
  tl_test_wait_for (get_target (fixture) == TL_CONNECT_ALLOWED);
  tl_test_pointer_click (fixture->pointer, GTK_WIDGET (fixture->canvas), e.x, e.y, 1, 1);
  tl_test_wait_for (fixture->connected != NULL);
  g_assert_cmpstr (fixture->connected, ==, "b e");
}

#define ADD(path, function) canvas_add ("/canvas/connecting/" path, NULL, function)

static void
add_tests (void)
{
  ADD ("port-to-node", test_port_to_node);
  ADD ("hovered-port", test_hovered_port);
  ADD ("port-to-empty", test_port_to_empty);
  ADD ("forbidden", test_forbidden);
  ADD ("escape", test_escape);
  ADD ("by-keys", test_by_keys);
  ADD ("enter-refused", test_enter_refused);
  ADD ("keys-give-up", test_keys_give_up);
  ADD ("click-ends", test_click_ends);
}

int
main (int   argc,
      char *argv[])
{
  return canvas_run (&argc, &argv, add_tests);
}
