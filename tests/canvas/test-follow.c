/* test-follow.c: connectors that follow what they connect
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-follow.h"

#define N_SEEDS 2000

/* Level and upright pieces only, each with a length but for a line without any, and
 * a turn at each point. */
static void
assert_is_sound (const TlPoint *points,
                 guint          n)
{
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n, <=, TL_FOLLOW_MAX_POINTS);
  for (guint i = 0; i + 1 < n; i++)
    {
      g_assert_true (points[i].x == points[i + 1].x || points[i].y == points[i + 1].y);
      if (n > 2)
        g_assert_true (points[i].x != points[i + 1].x || points[i].y != points[i + 1].y);
    }
}

static gboolean
is_on_outline (const TlPoint *point,
               const TlRect  *rect)
{
  TlRect inner = tl_rect_grow (rect, -1e-6);

  return tl_rect_contains (rect, point->x, point->y)
         && (inner.width < 0 || inner.height < 0 || !tl_rect_contains (&inner, point->x, point->y));
}

static TlRect
make_rect (GRand *random)
{
  return (TlRect) { g_rand_int_range (random, -300, 300), g_rand_int_range (random, -300, 300),
                    g_rand_int_range (random, 0, 20) * 8, g_rand_int_range (random, 0, 8) * 8 };
}

static void
test_routes (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      TlRect from = make_rect (random), to = make_rect (random);
      TlPoint points[TL_FOLLOW_MAX_POINTS];
      guint n = tl_follow_route (&from, &to, points);

      g_test_message ("seed %u", seed);
      assert_is_sound (points, n);
      g_assert_true (is_on_outline (&points[0], &from));
      g_assert_true (is_on_outline (&points[n - 1], &to));
      /* Two that are apart: not through either of them. */
      if (!tl_rect_intersects (&from, &to))
        for (guint i = 0; i + 1 < n; i++)
          {
            TlRect a = tl_rect_grow (&from, -1e-3), b = tl_rect_grow (&to, -1e-3);

            g_assert_false (a.width > 0 && a.height > 0 && tl_route_crosses (&points[i], &points[i + 1], &a));
            g_assert_false (b.width > 0 && b.height > 0 && tl_route_crosses (&points[i], &points[i + 1], &b));
          }
    }
}

static void
test_straight (void)
{
  const TlRect from = { 0, 0, 100, 40 }, beside = { 200, 20, 100, 40 }, beneath = { 30, 100, 100, 40 };
  TlPoint points[TL_FOLLOW_MAX_POINTS];

  g_assert_cmpuint (tl_follow_route (&from, &beside, points), ==, 2);
  g_assert_cmpfloat (points[0].x, ==, 100);
  g_assert_cmpfloat (points[0].y, ==, 30);
  g_assert_cmpfloat (points[1].x, ==, 200);
  g_assert_cmpuint (tl_follow_route (&beneath, &from, points), ==, 2);
  g_assert_cmpfloat (points[0].x, ==, 65);
  g_assert_cmpfloat (points[1].y, ==, 40);
}

static void
test_connections (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      TlPoint from = { g_rand_int_range (random, -10, 10) * 8, g_rand_int_range (random, -10, 10) * 8 };
      TlPoint to = { g_rand_int_range (random, -10, 10) * 8, g_rand_int_range (random, -10, 10) * 8 };
      TlPoint points[TL_FOLLOW_MAX_POINTS];
      TlRouteSide from_side = g_rand_int_range (random, 0, 4), to_side = g_rand_int_range (random, 0, 4);
      guint n = tl_follow_connect (&from, from_side, &to, to_side, points);

      g_test_message ("seed %u", seed);
      assert_is_sound (points, n);
      g_assert_true (points[0].x == from.x && points[0].y == from.y);
      g_assert_true (points[n - 1].x == to.x && points[n - 1].y == to.y);
    }
}

static void
test_sides (void)
{
  const TlRect bounds = { 200, 0, 100, 40 };
  const TlPoint left = { 100, 20 }, beneath = { 250, 200 };

  g_assert_cmpint (tl_follow_choose_side (&left, TL_ROUTE_RIGHT, &bounds), ==, TL_ROUTE_LEFT);
  g_assert_cmpint (tl_follow_choose_side (&beneath, TL_ROUTE_UP, &bounds), ==, TL_ROUTE_DOWN);
  g_assert_cmpfloat (tl_follow_get_port (&bounds, TL_ROUTE_DOWN).y, ==, 40);
  g_assert_cmpfloat (tl_follow_get_port (&bounds, TL_ROUTE_UP).x, ==, 250);
  g_assert_cmpfloat (tl_follow_get_port (&bounds, TL_ROUTE_LEFT).x, ==, 200);
  g_assert_cmpfloat (tl_follow_get_port (&bounds, TL_ROUTE_RIGHT).x, ==, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/canvas/follow/routes", test_routes);
  g_test_add_func ("/canvas/follow/straight", test_straight);
  g_test_add_func ("/canvas/follow/connections", test_connections);
  g_test_add_func ("/canvas/follow/sides", test_sides);
  return g_test_run ();
}
