/* test-canvas-input.c: what a canvas does with real pointer and keyboard input
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-minimap.h"
#include "tl-canvas-fixture.h"
#include "tl-test-support.h"

#include <math.h>

/* The tests of this file end at once where no real input can be sent; the fixture
 * has marked them as skipped. */
#define RETURN_WITHOUT_POINTER(fixture) \
  if ((fixture)->pointer == NULL)       \
    return

static gboolean
has_selected (CanvasFixture *fixture,
              const char    *key)
{
  return g_strcmp0 (tl_canvas_get_selected_key (fixture->canvas), key) == 0;
}

static void
click (CanvasFixture *fixture,
       const char    *key,
       guint          button,
       guint          n_clicks)
{
  TlPoint place = canvas_fixture_locate (fixture, key);

  tl_test_pointer_click (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y, button, n_clicks);
}

static void
test_click_selects (CanvasFixture *fixture,
                    gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  click (fixture, "e", 1, 1);
  tl_test_wait_for (has_selected (fixture, "e"));
  g_assert_cmpint (fixture->n_selected, ==, 1);

  tl_test_pointer_click (fixture->pointer, GTK_WIDGET (fixture->canvas), 3, 3, 1, 1);
  tl_test_wait_for (has_selected (fixture, NULL));
  g_assert_cmpint (fixture->n_selected, ==, 2);
  g_assert_cmpint (fixture->n_activated, ==, 0);
}

static void
test_double_click_activates (CanvasFixture *fixture,
                             gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  click (fixture, "b", 1, 2);
  tl_test_wait_for (fixture->n_activated == 1);
  g_assert_cmpstr (fixture->activated, ==, "b");
  g_assert_true (has_selected (fixture, "b"));
}

/* Those who know their way click fast; a double click stays one shortly after a
 * click elsewhere. */
static void
test_double_clicks_in_a_row (CanvasFixture *fixture,
                             gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  click (fixture, "b", 1, 2);
  click (fixture, "e", 1, 2);
  tl_test_wait_for (fixture->n_activated == 2);
  g_assert_cmpstr (fixture->activated, ==, "e");

  click (fixture, "a", 1, 1);
  click (fixture, "c", 1, 2);
  tl_test_wait_for (fixture->n_activated == 3);
  g_assert_cmpstr (fixture->activated, ==, "c");
}

static void
slow_down_cb (TlCanvas   *canvas,
              GParamSpec *pspec,
              gpointer    data)
{
  int most_time;

  g_object_get (gtk_settings_get_default (), "gtk-double-click-time", &most_time, NULL);
  g_usleep ((gulong) most_time * 1500);
}

/* Both clicks come before the first has been handled. */
static void
test_double_click_survives_slow_handling (CanvasFixture *fixture,
                                          gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  g_signal_connect (fixture->canvas, "notify::selected-key", G_CALLBACK (slow_down_cb), NULL);
  click (fixture, "b", 1, 2);
  tl_test_wait_for (fixture->n_activated == 1);
  g_assert_cmpstr (fixture->activated, ==, "b");
}

static void
test_secondary_click_asks_for_menu (CanvasFixture *fixture,
                                    gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  click (fixture, "c", 3, 1);
  tl_test_wait_for (fixture->n_menus == 1);
  g_assert_cmpstr (fixture->menu, ==, "c");
  g_assert_true (has_selected (fixture, "c"));

  tl_test_pointer_key (fixture->pointer, GDK_KEY_F10, GDK_SHIFT_MASK);
  tl_test_wait_for (fixture->n_menus == 2);
  g_assert_cmpstr (fixture->menu, ==, "c");
}

static void
test_wheel_zooms_at_pointer (CanvasFixture *fixture,
                             gconstpointer  data)
{
  TlPoint place, canvas_point, after;
  double before;

  RETURN_WITHOUT_POINTER (fixture);

  place = canvas_fixture_locate (fixture, "b");
  place.x = round (place.x) + 20;
  place.y = round (place.y) + 9;
  canvas_point = tl_canvas_from_widget (fixture->canvas, place.x, place.y);
  before = tl_canvas_get_scale (fixture->canvas);
  tl_test_pointer_wheel (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y, 3);
  tl_test_wait_for (tl_canvas_get_scale (fixture->canvas) > before * 1.6);
  after = tl_canvas_to_widget (fixture->canvas, &canvas_point);
  g_assert_cmpfloat_with_epsilon (after.x, place.x, 1);
  g_assert_cmpfloat_with_epsilon (after.y, place.y, 1);

  tl_test_pointer_wheel (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y, -3);
  tl_test_wait_for (fabs (tl_canvas_get_scale (fixture->canvas) - before) < before * 1e-6);
}

static void
test_zooming_in_goes_deeper (CanvasFixture *fixture,
                             gconstpointer  data)
{
  TlPoint place;

  RETURN_WITHOUT_POINTER (fixture);

  place = canvas_fixture_locate (fixture, "d");
  tl_test_pointer_wheel (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y, 20);
  tl_test_wait_for (fixture->n_activated > 0);
  g_assert_cmpstr (fixture->activated, ==, "d");
  tl_test_wait_for (tl_canvas_get_scale (fixture->canvas) >= 7.99);
  g_assert_cmpint (fixture->n_activated, ==, 1);
}

static void
test_zooming_out_goes_back (CanvasFixture *fixture,
                            gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  tl_test_pointer_wheel (fixture->pointer, GTK_WIDGET (fixture->canvas), 400, 300, -1);
  canvas_fixture_settle (fixture);
  g_assert_cmpint (fixture->n_back, ==, 0);
  tl_test_pointer_wheel (fixture->pointer, GTK_WIDGET (fixture->canvas), 400, 300, -12);
  tl_test_wait_for (fixture->n_back == 1);
}

static void
test_drag_pans (CanvasFixture *fixture,
                gconstpointer  data)
{
  TlPoint before, origin = { 0, 0 };

  RETURN_WITHOUT_POINTER (fixture);

  before = tl_canvas_to_widget (fixture->canvas, &origin);
  tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), 400, 300, 340, 330, 1);
  tl_test_wait_for (fabs (tl_canvas_to_widget (fixture->canvas, &origin).x - (before.x - 60)) < 1);
  g_assert_cmpfloat_with_epsilon (tl_canvas_to_widget (fixture->canvas, &origin).y, before.y + 30, 1);

  /* From a node too, and with the middle button; neither is a click. */
  before = tl_canvas_to_widget (fixture->canvas, &origin);
  {
    TlPoint place = canvas_fixture_locate (fixture, "e");

    tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y, place.x + 40, place.y, 2);
  }
  tl_test_wait_for (fabs (tl_canvas_to_widget (fixture->canvas, &origin).x - (before.x + 40)) < 1);
  canvas_fixture_settle (fixture);
  g_assert_true (has_selected (fixture, NULL));
}

static void
test_small_drag_is_a_click (CanvasFixture *fixture,
                            gconstpointer  data)
{
  TlPoint place, origin = { 0, 0 }, before;

  RETURN_WITHOUT_POINTER (fixture);

  before = tl_canvas_to_widget (fixture->canvas, &origin);
  place = canvas_fixture_locate (fixture, "a");
  tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y, place.x + 3, place.y + 2, 1);
  tl_test_wait_for (has_selected (fixture, "a"));
  g_assert_cmpfloat (tl_canvas_to_widget (fixture->canvas, &origin).x, ==, before.x);
}

static void
test_fit_and_actual_size (CanvasFixture *fixture,
                          gconstpointer  data)
{
  double fit = tl_canvas_get_scale (fixture->canvas);

  RETURN_WITHOUT_POINTER (fixture);

  g_assert_cmpfloat (fit, !=, 1.0);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas)));
  tl_test_pointer_key (fixture->pointer, GDK_KEY_1, GDK_CONTROL_MASK);
  tl_test_wait_for (tl_canvas_get_scale (fixture->canvas) == 1.0);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_minus, GDK_CONTROL_MASK);
  tl_test_wait_for (tl_canvas_get_scale (fixture->canvas) < 0.9);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_KP_Add, GDK_CONTROL_MASK);
  tl_test_wait_for (fabs (tl_canvas_get_scale (fixture->canvas) - 1.0) < 1e-6);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_0, GDK_CONTROL_MASK);
  tl_test_wait_for (tl_canvas_get_scale (fixture->canvas) == fit);
}

static void
press (CanvasFixture *fixture,
       guint          key,
       const char    *then_selected)
{
  tl_test_pointer_key (fixture->pointer, key, 0);
  tl_test_wait_for (has_selected (fixture, then_selected));
}

static void
test_keys_reach_nodes (CanvasFixture *fixture,
                       gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  click (fixture, "a", 1, 1);
  tl_test_wait_for (has_selected (fixture, "a"));
  press (fixture, GDK_KEY_Right, "b");
  press (fixture, GDK_KEY_Down, "e");
  press (fixture, GDK_KEY_Left, "d");
  press (fixture, GDK_KEY_Up, "a");
  press (fixture, GDK_KEY_End, "f");
  press (fixture, GDK_KEY_Home, "a");
  press (fixture, GDK_KEY_c, "c");
  g_assert_cmpint (fixture->n_activated, ==, 0);

  tl_test_pointer_key (fixture->pointer, GDK_KEY_Return, 0);
  tl_test_wait_for (fixture->n_activated == 1);
  g_assert_cmpstr (fixture->activated, ==, "c");
  press (fixture, GDK_KEY_Escape, NULL);
  /* Alt+Left is the window's, for the history. */
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Left, GDK_ALT_MASK);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_BackSpace, 0);
  tl_test_wait_for (fixture->n_back > 0);
  g_assert_cmpint (fixture->n_back, ==, 1);
}

static gboolean
focus_is_inside (CanvasFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->canvas));
}

static void
test_one_tab_stop (CanvasFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *button;

  RETURN_WITHOUT_POINTER (fixture);

  button = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (fixture->canvas)));
  gtk_widget_grab_focus (button);
  tl_test_wait_for (gtk_widget_has_focus (button));
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Tab, 0);
  tl_test_wait_for (focus_is_inside (fixture));
  g_assert_true (has_selected (fixture, NULL));
  press (fixture, GDK_KEY_space, "a");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Tab, 0);
  tl_test_wait_for (gtk_widget_has_focus (button));
}

static double
distance_to_canvas (guint32 pixel)
{
  const TlColor *color = &tl_palette_get (TL_PALETTE_LIGHT)->canvas;

  return fabs (((pixel >> 16) & 0xff) / 255.0 - color->red) + fabs (((pixel >> 8) & 0xff) / 255.0 - color->green)
         + fabs ((pixel & 0xff) / 255.0 - color->blue);
}

/* How far the fill of a box is from the canvas colour, as drawn. */
static double
get_fill (CanvasFixture *fixture,
          const char    *key)
{
  TlPoint place = canvas_fixture_locate (fixture, key);
  int width, height;
  g_autofree guint32 *pixels = canvas_fixture_render (fixture, &width, &height);

  /* Near the lower right corner there is no text. */
  return distance_to_canvas (pixels[((int) place.y + 20) * width + (int) place.x + 60]);
}

static double
get_middle (CanvasFixture *fixture)
{
  TlRect area = tl_canvas_get_visible_area (fixture->canvas);

  return area.x + area.width / 2;
}

static void
test_minimap_moves_view (CanvasFixture *fixture,
                         gconstpointer  data)
{
  GtkWidget *minimap;
  double middle;

  RETURN_WITHOUT_POINTER (fixture);

  minimap = tl_minimap_new ();
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (fixture->canvas))), minimap);
  gtk_widget_set_halign (minimap, GTK_ALIGN_START);
  tl_minimap_set_canvas (TL_MINIMAP (minimap), fixture->canvas);
  tl_canvas_zoom_at (fixture->canvas, 400, 300, 3);
  tl_test_wait_for (gtk_widget_get_width (minimap) > 0);
  canvas_fixture_settle (fixture);

  /* The scene is 640 wide and takes the width of the minimap. */
  tl_test_pointer_drag (fixture->pointer, minimap, 50, 20, 150, 20, 1);
  middle = 150.0 / gtk_widget_get_width (minimap) * 640;
  tl_test_wait_for (fabs (get_middle (fixture) - middle) < 20);

  middle = get_middle (fixture);
  g_assert_true (gtk_widget_grab_focus (minimap));
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Left, 0);
  tl_test_wait_for (get_middle (fixture) < middle - 10);
  g_assert_true (has_selected (fixture, NULL));
}

/* @data: whether the dimming fades in */
static void
test_hover_dims_the_rest (CanvasFixture *fixture,
                          gconstpointer  data)
{
  double c_before, a_before;
  TlPoint place;

  RETURN_WITHOUT_POINTER (fixture);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", GPOINTER_TO_INT (data), NULL);
  a_before = get_fill (fixture, "a");
  c_before = get_fill (fixture, "c");
  g_assert_cmpfloat (c_before, >, 0.05);
  place = canvas_fixture_locate (fixture, "a");
  tl_test_pointer_move (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y);
  tl_test_wait_for (g_strcmp0 (tl_canvas_get_hovered_key (fixture->canvas), "a") == 0);
  canvas_fixture_settle (fixture);
  g_assert_cmpfloat (get_fill (fixture, "c"), <, c_before / 2);
  g_assert_cmpfloat (get_fill (fixture, "a"), >=, a_before * 0.99);
  g_assert_cmpfloat (get_fill (fixture, "b"), >=, a_before * 0.99);

  tl_test_pointer_move (fixture->pointer, GTK_WIDGET (fixture->canvas), 2, 2);
  tl_test_wait_for (tl_canvas_get_hovered_key (fixture->canvas) == NULL);
  canvas_fixture_settle (fixture);
  g_assert_cmpfloat_with_epsilon (get_fill (fixture, "c"), c_before, 0.01);
}

#define ADD(path, function) ADD_WITH (path, function, NULL)
#define ADD_WITH(path, function, data) canvas_add ("/canvas/input/" path, data, function)

static void
add_tests (void)
{
  ADD ("click-selects", test_click_selects);
  ADD ("double-click-activates", test_double_click_activates);
  ADD ("double-clicks-in-a-row", test_double_clicks_in_a_row);
  ADD ("double-click-survives-slow-handling", test_double_click_survives_slow_handling);
  ADD ("secondary-click-asks-for-menu", test_secondary_click_asks_for_menu);
  ADD ("wheel-zooms-at-pointer", test_wheel_zooms_at_pointer);
  ADD ("zooming-in-goes-deeper", test_zooming_in_goes_deeper);
  ADD ("zooming-out-goes-back", test_zooming_out_goes_back);
  ADD ("drag-pans", test_drag_pans);
  ADD ("small-drag-is-a-click", test_small_drag_is_a_click);
  ADD ("fit-and-actual-size", test_fit_and_actual_size);
  ADD ("keys-reach-nodes", test_keys_reach_nodes);
  ADD ("one-tab-stop", test_one_tab_stop);
  ADD ("minimap-moves-view", test_minimap_moves_view);
  ADD_WITH ("hover-dims-the-rest", test_hover_dims_the_rest, GINT_TO_POINTER (FALSE));
  ADD_WITH ("hover-fades", test_hover_dims_the_rest, GINT_TO_POINTER (TRUE));
}

int
main (int   argc,
      char *argv[])
{
  return canvas_run (&argc, &argv, add_tests);
}
