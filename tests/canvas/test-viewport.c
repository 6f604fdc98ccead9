/* test-viewport.c: tests of the geometry of views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-viewport.h"

#include <math.h>

#define NEAR 1e-6

static TlViewport
create_view (double width,
             double height)
{
  TlRect content = { -100, 50, 2000, 1000 };
  TlViewport view;

  tl_viewport_init (&view);
  tl_viewport_set_content (&view, &content);
  tl_viewport_set_size (&view, width, height);

  return view;
}

static void
test_fit_centres (void)
{
  TlViewport view = create_view (1000, 800);
  TlRect shown = tl_viewport_rect_to_widget (&view, &view.content);

  g_assert_true (view.fitted);
  g_assert_cmpfloat_with_epsilon (shown.x, TL_VIEWPORT_MARGIN, NEAR);
  g_assert_cmpfloat_with_epsilon (shown.width, 1000 - 2 * TL_VIEWPORT_MARGIN, NEAR);
  g_assert_cmpfloat_with_epsilon (shown.y + shown.height / 2, 400, NEAR);
}

static void
test_fit_does_not_blow_up (void)
{
  TlRect small = { 0, 0, 40, 30 };
  TlViewport view = create_view (1000, 800);

  tl_viewport_set_content (&view, &small);
  g_assert_cmpfloat_with_epsilon (view.scale, TL_VIEWPORT_MAX_FIT, NEAR);
  /* On a large screen it is not lost, either: in one direction only there is no more room. */
  tl_viewport_set_size (&view, 2 * TL_VIEWPORT_LARGE_WIDTH, 2 * TL_VIEWPORT_LARGE_HEIGHT);
  g_assert_cmpfloat_with_epsilon (view.scale, 2 * TL_VIEWPORT_MAX_FIT, NEAR);
  tl_viewport_set_size (&view, 2 * TL_VIEWPORT_LARGE_WIDTH, TL_VIEWPORT_LARGE_HEIGHT);
  g_assert_cmpfloat_with_epsilon (view.scale, TL_VIEWPORT_MAX_FIT, NEAR);
}

static void
test_fitted_follows_size (void)
{
  TlViewport view = create_view (1000, 800);

  tl_viewport_set_size (&view, 500, 400);
  g_assert_cmpfloat_with_epsilon (view.scale, (500 - 2 * TL_VIEWPORT_MARGIN) / 2000, NEAR);
  tl_viewport_set_size (&view, 0, 0);
  tl_viewport_set_size (&view, 700, 400);
  g_assert_cmpfloat_with_epsilon (view.scale, tl_viewport_get_fit_scale (&view), NEAR);
}

static void
test_moved_keeps_middle (void)
{
  TlViewport view = create_view (1000, 800);
  TlPoint before, after;
  double scale;

  tl_viewport_zoom_at (&view, 300, 500, 1.5);
  scale = view.scale;
  before = tl_viewport_from_widget (&view, 500, 400);
  tl_viewport_set_size (&view, 640, 480);
  after = tl_viewport_from_widget (&view, 320, 240);

  g_assert_false (view.fitted);
  g_assert_cmpfloat_with_epsilon (view.scale, scale, NEAR);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, NEAR);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, NEAR);
}

/* What is at a point stays there, for any point and scale whose view keeps its
 * middle within the content. */
static void
test_zoom_is_anchored (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  int kept = 0;

  for (int i = 0; i < 2000; i++)
    {
      TlViewport view = create_view (1000, 800);
      double x = g_rand_double_range (random, 0, 1000), y = g_rand_double_range (random, 0, 800);
      TlPoint before, after, middle;

      tl_viewport_zoom_at (&view, 500, 400, g_rand_double_range (random, 0.3, 3));
      before = tl_viewport_from_widget (&view, x, y);
      tl_viewport_zoom_at (&view, x, y, g_rand_double_range (random, 0.1, 10));
      after = tl_viewport_from_widget (&view, x, y);
      middle = tl_viewport_from_widget (&view, 500, 400);

      g_assert_cmpfloat (view.scale, <=, TL_VIEWPORT_MAX_SCALE);
      g_assert_cmpfloat (view.scale, >=, tl_viewport_get_min_scale (&view) - NEAR);
      g_assert_cmpfloat (middle.x, >=, view.content.x - NEAR);
      g_assert_cmpfloat (middle.x, <=, view.content.x + view.content.width + NEAR);
      g_assert_cmpfloat (middle.y, >=, view.content.y - NEAR);
      g_assert_cmpfloat (middle.y, <=, view.content.y + view.content.height + NEAR);
      if (middle.x > view.content.x + 1 && middle.x < view.content.x + view.content.width - 1
          && middle.y > view.content.y + 1 && middle.y < view.content.y + view.content.height - 1)
        {
          g_assert_cmpfloat_with_epsilon (after.x, before.x, NEAR);
          g_assert_cmpfloat_with_epsilon (after.y, before.y, NEAR);
          kept++;
        }
    }
  g_assert_cmpint (kept, >, 1000);
}

static void
test_zoom_ends (void)
{
  TlViewport view = create_view (1000, 800);

  g_assert_true (tl_viewport_zoom_at (&view, 1, 1, 1e9));
  g_assert_cmpfloat (view.scale, ==, TL_VIEWPORT_MAX_SCALE);
  g_assert_false (tl_viewport_zoom_at (&view, 1, 1, 1e10));
  g_assert_true (tl_viewport_zoom_at (&view, 1, 1, 1e-9));
  g_assert_cmpfloat_with_epsilon (view.scale, tl_viewport_get_fit_scale (&view) * TL_VIEWPORT_MIN_OF_FIT, NEAR);
  g_assert_false (tl_viewport_zoom_at (&view, 1, 1, 1e-9));
}

static void
test_pan_is_clamped (void)
{
  TlViewport view = create_view (1000, 800);
  TlPoint middle;

  tl_viewport_zoom_at (&view, 500, 400, 2);
  tl_viewport_pan (&view, -10, 20);
  middle = tl_viewport_from_widget (&view, 500, 400);
  g_assert_cmpfloat_with_epsilon (middle.x, 900 + 5, NEAR);
  g_assert_cmpfloat_with_epsilon (middle.y, 550 - 10, NEAR);

  tl_viewport_pan (&view, 1e6, -1e6);
  middle = tl_viewport_from_widget (&view, 500, 400);
  g_assert_cmpfloat_with_epsilon (middle.x, -100, NEAR);
  g_assert_cmpfloat_with_epsilon (middle.y, 1050, NEAR);
}

static void
test_reveal (void)
{
  TlViewport view = create_view (1000, 800);
  TlRect inside = { 850, 500, 100, 100 }, beside = { 1500, 500, 100, 60 }, large = { 200, 100, 1500, 900 };
  TlViewport before;
  TlRect shown;

  tl_viewport_zoom_at (&view, 500, 400, 1);
  before = view;
  tl_viewport_reveal (&view, &inside, 20);
  g_assert_cmpfloat (view.x, ==, before.x);
  g_assert_cmpfloat (view.y, ==, before.y);

  tl_viewport_reveal (&view, &beside, 20);
  shown = tl_viewport_rect_to_widget (&view, &beside);
  g_assert_cmpfloat_with_epsilon (shown.x + shown.width, 980, NEAR);
  g_assert_cmpfloat (view.y, ==, before.y);

  tl_viewport_reveal (&view, &large, 20);
  shown = tl_viewport_rect_to_widget (&view, &large);
  g_assert_cmpfloat_with_epsilon (shown.x + shown.width / 2, 500, NEAR);
  g_assert_cmpfloat_with_epsilon (shown.y + shown.height / 2, 400, NEAR);
}

/* On the way, the one point of the canvas that is at the same place at both ends
 * stays there, and the scale grows evenly in proportion. */
static void
test_between (void)
{
  TlViewport from = create_view (1000, 800), to = from, half, end;
  TlPoint at;

  tl_viewport_zoom_at (&to, 260, 340, from.scale * 4);
  at = tl_viewport_from_widget (&from, 260, 340);
  half = tl_viewport_between (&from, &to, 0.5);
  at = tl_viewport_to_widget (&half, &at);
  g_assert_cmpfloat_with_epsilon (half.scale, from.scale * 2, NEAR);
  g_assert_cmpfloat_with_epsilon (at.x, 260, NEAR);
  g_assert_cmpfloat_with_epsilon (at.y, 340, NEAR);

  end = tl_viewport_between (&from, &to, 1);
  g_assert_cmpfloat (end.scale, ==, to.scale);
  g_assert_cmpfloat (end.x, ==, to.x);
}

static void
test_no_content (void)
{
  TlRect nothing = { 0, 0, -1, -1 }, point = { 5, 5, 0, 0 };
  TlViewport view = create_view (1000, 800);

  tl_viewport_set_content (&view, &nothing);
  tl_viewport_zoom_at (&view, 10, 10, 2);
  tl_viewport_pan (&view, 5, 5);
  g_assert_true (isfinite (view.scale) && isfinite (view.x) && isfinite (view.y));

  tl_viewport_fit (&view);
  tl_viewport_set_content (&view, &point);
  g_assert_true (isfinite (view.scale) && view.scale > 0);
  g_assert_cmpfloat_with_epsilon (tl_viewport_to_widget (&view, &(TlPoint) { 5, 5 }).x, 500, NEAR);
}

/* A scene that nobody could read when it is whole is opened at its beginning. */
static void
test_legible (void)
{
  TlViewport view;

  tl_viewport_init (&view);
  view.legible = TRUE;
  tl_viewport_set_content (&view, &(TlRect) { -100, 40, 4000, 300 });
  tl_viewport_set_size (&view, 800, 600);
  g_assert_true (view.fitted);
  g_assert_cmpfloat (view.scale, ==, TL_VIEWPORT_LEGIBLE);
  g_assert_cmpfloat_with_epsilon (tl_viewport_from_widget (&view, TL_VIEWPORT_MARGIN, 0).x, -100, 1e-6);
  g_assert_cmpfloat_with_epsilon (tl_viewport_from_widget (&view, 0, 300).y, 190, 1e-6);

  /* With room for all there is no need to, nor when all is asked for. */
  tl_viewport_set_size (&view, 3000, 600);
  g_assert_cmpfloat (view.scale, ==, tl_viewport_get_fit_scale (&view));
  tl_viewport_set_size (&view, 800, 600);
  view.legible = FALSE;
  tl_viewport_fit (&view);
  g_assert_cmpfloat (view.scale, ==, tl_viewport_get_fit_scale (&view));
  g_assert_cmpfloat (view.scale, <, TL_VIEWPORT_TOO_SMALL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/canvas/viewport/legible", test_legible);
  g_test_add_func ("/canvas/viewport/fit-centres", test_fit_centres);
  g_test_add_func ("/canvas/viewport/fit-does-not-blow-up", test_fit_does_not_blow_up);
  g_test_add_func ("/canvas/viewport/fitted-follows-size", test_fitted_follows_size);
  g_test_add_func ("/canvas/viewport/moved-keeps-middle", test_moved_keeps_middle);
  g_test_add_func ("/canvas/viewport/zoom-is-anchored", test_zoom_is_anchored);
  g_test_add_func ("/canvas/viewport/zoom-ends", test_zoom_ends);
  g_test_add_func ("/canvas/viewport/pan-is-clamped", test_pan_is_clamped);
  g_test_add_func ("/canvas/viewport/reveal", test_reveal);
  g_test_add_func ("/canvas/viewport/between", test_between);
  g_test_add_func ("/canvas/viewport/no-content", test_no_content);

  return g_test_run ();
}
