/* test-resizing.c: resizing nodes, by pointer and by keys
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

static void
set_up (CanvasFixture *fixture)
{
  canvas_fixture_make_editable (fixture);
  tl_canvas_zoom_at (fixture->canvas, 400, 300, 1 / tl_canvas_get_scale (fixture->canvas));
  tl_canvas_set_selected_key (fixture->canvas, "e");
  canvas_fixture_settle (fixture);
}

/* Drags a corner of e by so many canvas units. */
static void
drag_corner (CanvasFixture *fixture,
             gboolean       right,
             gboolean       bottom,
             double         dx,
             double         dy)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  GdkRectangle area;
  double x, y;

  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "e", &area));
  x = right ? area.x + area.width + 2 : area.x - 2;
  y = bottom ? area.y + area.height + 2 : area.y - 2;
  tl_test_pointer_move (fixture->pointer, widget, x, y);
  tl_test_wait_for (fixture->canvas->hot.kind == TL_HIT_HANDLE);
  tl_test_pointer_press (fixture->pointer, 1);
  tl_test_pointer_move (fixture->pointer, widget, x + dx / 2, y + dy / 2);
  tl_test_pointer_move (fixture->pointer, widget, x + dx, y + dy);
  tl_test_wait_for (fixture->canvas->drag != NULL && fabs (fixture->canvas->drag->now.x - fixture->canvas->drag->start.x - dx) < 0.1);
}

static void
drop (CanvasFixture *fixture)
{
  int n = fixture->n_resizes;

  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->n_resizes == n + 1);
  canvas_fixture_settle (fixture);
}

/* e stands at 240, 140 and is 160 x 60. */
static void
test_corners (CanvasFixture *fixture,
              gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  drag_corner (fixture, TRUE, TRUE, 33, 27);
  drop (fixture);
  g_assert_cmpfloat (fixture->resized.x, ==, 240);
  g_assert_cmpfloat (fixture->resized.y, ==, 140);
  g_assert_cmpfloat (fmod (fixture->resized.x + fixture->resized.width, 8), ==, 0);
  g_assert_cmpfloat (fmod (fixture->resized.y + fixture->resized.height, 8), ==, 0);
  g_assert_cmpfloat_with_epsilon (fixture->resized.width, 193, 5);
  g_assert_cmpfloat_with_epsilon (fixture->resized.height, 87, 5);

  drag_corner (fixture, FALSE, FALSE, -30, -22);
  drop (fixture);
  g_assert_cmpfloat (fixture->resized.x + fixture->resized.width, ==, 400);
  g_assert_cmpfloat (fixture->resized.y + fixture->resized.height, ==, 200);
  g_assert_cmpfloat_with_epsilon (fixture->resized.width, 190, 5);
  g_assert_cmpint (fixture->n_moves, ==, 0);
}

static void
test_least_size (CanvasFixture *fixture,
                 gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  drag_corner (fixture, TRUE, TRUE, -300, -200);
  drop (fixture);
  g_assert_cmpfloat (fixture->resized.x, ==, 240);
  g_assert_cmpfloat (fixture->resized.y, ==, 140);
  g_assert_cmpfloat (fixture->resized.width, >=, 40);
  g_assert_cmpfloat (fixture->resized.height, >=, 24);
  drag_corner (fixture, FALSE, FALSE, 300, 200);
  drop (fixture);
  g_assert_cmpfloat (fixture->resized.x + fixture->resized.width, ==, 400);
  g_assert_cmpfloat (fixture->resized.width, >=, 40);
}

static void
test_escape (CanvasFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  drag_corner (fixture, TRUE, TRUE, 60, 60);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (fixture->canvas->drag == NULL);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_pointer_move (fixture->pointer, widget, 20, 20);
  tl_test_wait_for (fixture->canvas->pointer.x < 30);
  canvas_fixture_settle (fixture);
  g_assert_cmpint (fixture->n_resizes, ==, 0);
}

static void
test_keys (CanvasFixture *fixture,
           gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  tl_canvas_focus_node (fixture->canvas, "e");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_ALT_MASK);
  tl_test_wait_for (fixture->n_resizes == 1);
  g_assert_cmpfloat (fixture->resized.width, ==, 168);
  g_assert_cmpfloat (fixture->resized.height, ==, 60);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Up, GDK_SHIFT_MASK | GDK_ALT_MASK);
  tl_test_wait_for (fixture->n_resizes == 2);
  g_assert_cmpfloat (fixture->resized.width, ==, 160);
  g_assert_cmpfloat (fixture->resized.height, ==, 52);
  g_assert_cmpint (fixture->n_nudges, ==, 0);

  /* Several: none. */
  tl_canvas_set_selected_keys (fixture->canvas, (const char *[]) { "e", "f", NULL });
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_ALT_MASK);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_wait_for (fixture->n_nudges == 1);
  g_assert_cmpint (fixture->n_resizes, ==, 2);
}

#define ADD(path, function) canvas_add ("/canvas/resizing/" path, NULL, function)

static void
add_tests (void)
{
  ADD ("corners", test_corners);
  ADD ("least-size", test_least_size);
  ADD ("escape", test_escape);
  ADD ("keys", test_keys);
}

int
main (int   argc,
      char *argv[])
{
  return canvas_run (&argc, &argv, add_tests);
}
