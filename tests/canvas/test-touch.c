/* test-touch.c: what a finger and a pen do; gestures themselves cannot be sent through X
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-eraser.h"
#include "canvas/tl-hit.h"
#include "tl-canvas-fixture.h"
#include "tl-test-support.h"

#include <math.h>

static gpointer
find_controller (CanvasFixture *fixture,
                 GType          type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

static void
set_animations (CanvasFixture *fixture,
                gboolean       animations)
{
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (fixture->canvas)), "gtk-enable-animations", animations, NULL);
}

/* A finger that stays asks for the menu of what is under it. */
static void
test_long_press (CanvasFixture *fixture,
                 gconstpointer  data)
{
  GtkGesture *gesture = find_controller (fixture, GTK_TYPE_GESTURE_LONG_PRESS);
  TlPoint place = canvas_fixture_locate (fixture, "b");

  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (gesture)));
  g_signal_emit_by_name (gesture, "pressed", place.x, place.y);
  g_assert_cmpint (fixture->n_menus, ==, 1);
  g_assert_cmpstr (fixture->menu, ==, "b");
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "b");
  g_signal_emit_by_name (gesture, "pressed", 2.0, 2.0);
  g_assert_cmpint (fixture->n_menus, ==, 2);
  g_assert_cmpstr (fixture->menu, ==, "");
}

/* Two fingers may follow one. */
static void
test_pinch_follows_pan (CanvasFixture *fixture,
                        gconstpointer  data)
{
  GtkGesture *pinch = find_controller (fixture, GTK_TYPE_GESTURE_ZOOM);
  g_autoptr (GList) group = gtk_gesture_get_group (pinch);

  g_assert_cmpuint (g_list_length (group), ==, 2);
}

static TlHit
find_hit (CanvasFixture *fixture,
          double         dx,
          double         dy)
{
  TlPoint place = canvas_fixture_locate (fixture, "b");
  double scale = tl_canvas_get_scale (fixture->canvas);

  return tl_hit_find (fixture->canvas, place.x + dx * FIXTURE_BOX_WIDTH / 2 * scale + (dx > 0 ? 16 : dx < 0 ? -16 : 0),
                      place.y + dy * FIXTURE_BOX_HEIGHT / 2 * scale);
}

/* What is to be met is 44 pixels large for a finger, also that of what is selected. */
static void
test_reach (CanvasFixture *fixture,
            gconstpointer  data)
{
  TlPoint middle = canvas_fixture_locate (fixture, "b");

  canvas_fixture_make_editable (fixture);
  tl_canvas_set_selected_key (fixture->canvas, "b");
  canvas_fixture_settle (fixture);

  g_assert_cmpint (find_hit (fixture, 1, 0).kind, ==, TL_HIT_EMPTY);
  tl_canvas_set_touched (fixture->canvas, TRUE);
  g_assert_cmpint (find_hit (fixture, 1, 0).kind, ==, TL_HIT_PORT);
  g_assert_cmpint (find_hit (fixture, -1, 0).kind, ==, TL_HIT_PORT);
  g_assert_cmpint (find_hit (fixture, 1, 1).kind, ==, TL_HIT_HANDLE);
  /* It leaves the node its middle. */
  g_assert_cmpint (tl_hit_find (fixture->canvas, middle.x, middle.y).kind, ==, TL_HIT_NODE);
  tl_canvas_set_touched (fixture->canvas, FALSE);
  g_assert_cmpint (find_hit (fixture, 1, 0).kind, ==, TL_HIT_EMPTY);
}

static void
zoom_in (CanvasFixture *fixture)
{
  for (guint i = 0; i < 5; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.zoom-in", NULL);
  canvas_fixture_settle (fixture);
}

/* What is thrown goes on, slows down and rests. */
static void
test_fling (CanvasFixture *fixture,
            gconstpointer  data)
{
  TlCanvas *canvas = fixture->canvas;
  TlViewport before;

  zoom_in (fixture);
  before = canvas->view;
  set_animations (fixture, TRUE);
  tl_canvas_fling (canvas, -400, 0);
  g_assert_true (canvas->flinging);
  tl_test_wait_for (!canvas->flinging);
  canvas_fixture_settle (fixture);
  g_assert_cmpfloat (canvas->view.x, <, before.x);
  g_assert_cmpfloat (canvas->view.y, ==, before.y);
  g_assert_cmpfloat (canvas->view.scale, ==, before.scale);

  /* Not one that was only let go of. */
  tl_canvas_fling (canvas, -40, 0);
  g_assert_false (canvas->flinging);

  /* A touch holds it. */
  tl_canvas_fling (canvas, 3000, 0);
  g_assert_true (canvas->flinging);
  tl_canvas_hold (canvas);
  g_assert_false (canvas->flinging);
  tl_canvas_release (canvas);

  /* Nor with less motion. */
  set_animations (fixture, FALSE);
  tl_canvas_fling (canvas, -3000, 0);
  g_assert_false (canvas->flinging);
}

/* The end of the content is the end of it. */
static void
test_fling_to_the_end (CanvasFixture *fixture,
                       gconstpointer  data)
{
  TlCanvas *canvas = fixture->canvas;

  zoom_in (fixture);
  set_animations (fixture, TRUE);
  tl_canvas_fling (canvas, 6000, 6000);
  tl_test_wait_for (!canvas->flinging);
  canvas_fixture_settle (fixture);
  set_animations (fixture, FALSE);
}

static void
wipe (CanvasFixture *fixture,
      TlEraser      *eraser,
      const char    *from,
      const char    *to)
{
  TlPoint start = canvas_fixture_locate (fixture, from), end = canvas_fixture_locate (fixture, to);

  g_assert_true (tl_eraser_begin (eraser, start.x, start.y));
  tl_eraser_wipe (eraser, end.x, end.y);
}

/* What the eraser has met is asked to be deleted, at once, and nothing else. */
static void
test_eraser (CanvasFixture *fixture,
             gconstpointer  data)
{
  TlEraser eraser = { fixture->canvas, NULL, { 0 } };

  canvas_fixture_make_editable (fixture);
  tl_canvas_set_selected_key (fixture->canvas, "f");
  wipe (fixture, &eraser, "a", "b");
  g_assert_true (canvas_fixture_has_selected (fixture, "b a a-b"));
  g_assert_cmpint (fixture->n_deletes, ==, 0);
  tl_eraser_end (&eraser);
  g_assert_cmpint (fixture->n_deletes, ==, 1);
  g_assert_cmpint (fixture->n_moves, ==, 0);
}

/* A stroke that meets nothing, or is broken off, leaves all as it was. */
static void
test_eraser_without_effect (CanvasFixture *fixture,
                            gconstpointer  data)
{
  TlEraser eraser = { fixture->canvas, NULL, { 0 } };

  g_assert_false (tl_eraser_begin (&eraser, 2, 2));
  canvas_fixture_make_editable (fixture);
  tl_canvas_set_selected_key (fixture->canvas, "f");

  g_assert_true (tl_eraser_begin (&eraser, 2, 2));
  tl_eraser_wipe (&eraser, 8, 2);
  tl_eraser_end (&eraser);
  g_assert_true (canvas_fixture_has_selected (fixture, "f"));

  wipe (fixture, &eraser, "a", "b");
  tl_eraser_cancel (&eraser);
  g_assert_true (canvas_fixture_has_selected (fixture, "f"));
  g_assert_cmpint (fixture->n_deletes, ==, 0);
}

/* The other end of a pen is as fine as a mouse, and does what a mouse does. */
static void
test_pen_does_not_erase (CanvasFixture *fixture,
                         gconstpointer  data)
{
  GtkGesture *gesture = find_controller (fixture, GTK_TYPE_GESTURE_STYLUS);
  TlPoint place = canvas_fixture_locate (fixture, "a");

  canvas_fixture_make_editable (fixture);
  g_signal_emit_by_name (gesture, "down", place.x, place.y);
  g_signal_emit_by_name (gesture, "motion", place.x, place.y);
  g_signal_emit_by_name (gesture, "up", place.x, place.y);
  g_assert_true (canvas_fixture_has_selected (fixture, ""));
  g_assert_cmpint (fixture->n_deletes, ==, 0);
}

#define ADD(path, function) canvas_add ("/canvas/touch/" path, NULL, function)

static void
add_tests (void)
{
  ADD ("long-press", test_long_press);
  ADD ("pinch-follows-pan", test_pinch_follows_pan);
  ADD ("reach", test_reach);
  ADD ("fling", test_fling);
  ADD ("fling-to-the-end", test_fling_to_the_end);
  ADD ("eraser", test_eraser);
  ADD ("eraser-without-effect", test_eraser_without_effect);
  ADD ("pen-does-not-erase", test_pen_does_not_erase);
}

int
main (int   argc,
      char *argv[])
{
  return canvas_run (&argc, &argv, add_tests);
}
