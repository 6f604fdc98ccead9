/* test-route.c: paths between boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "diagram/tl-route.h"

#define ALL_SIDES (1 << TL_ROUTE_LEFT | 1 << TL_ROUTE_RIGHT | 1 << TL_ROUTE_UP | 1 << TL_ROUTE_DOWN)

static GArray *
find (TlRouter     *router,
      int           from,
      const TlRect *from_bounds,
      int           to,
      const TlRect *to_bounds,
      gboolean     *clean)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  TlRoutePort a[4], b[4];
  guint n_a = tl_route_make_ports (from_bounds, ALL_SIDES, a);
  guint n_b = tl_route_make_ports (to_bounds, ALL_SIDES, b);

  *clean = tl_router_find (router, from, a, n_a, to, b, n_b, points);
  return points;
}

static gboolean
path_crosses (GArray       *points,
              const TlRect *bounds)
{
  for (guint i = 0; i + 1 < points->len; i++)
    if (tl_route_crosses (&g_array_index (points, TlPoint, i), &g_array_index (points, TlPoint, i + 1), bounds))
      return TRUE;

  return FALSE;
}

static void
assert_sound (GArray *points)
{
  g_assert_cmpuint (points->len, >=, 2);
  for (guint i = 0; i + 1 < points->len; i++)
    {
      const TlPoint *a = &g_array_index (points, TlPoint, i), *b = a + 1;

      g_assert_true ((a->x == b->x) != (a->y == b->y));
    }
}

static void
test_straight (void)
{
  g_autoptr(TlRouter) router = tl_router_new ();
  TlRect a = { 0, 0, 100, 40 }, b = { 200, 0, 100, 40 };
  int one = tl_router_add (router, &a, -1), other = tl_router_add (router, &b, -1);
  gboolean clean;
  g_autoptr(GArray) points = find (router, one, &a, other, &b, &clean);

  g_assert_true (clean);
  g_assert_cmpuint (points->len, ==, 2);
  g_assert_cmpfloat (g_array_index (points, TlPoint, 0).x, ==, 100);
  g_assert_cmpfloat (g_array_index (points, TlPoint, 1).x, ==, 200);
}

static void
test_around (void)
{
  g_autoptr(TlRouter) router = tl_router_new ();
  TlRect a = { 0, 0, 100, 40 }, b = { 300, 0, 100, 40 }, wall = { 180, -200, 40, 440 };
  int one = tl_router_add (router, &a, -1), other = tl_router_add (router, &b, -1);
  gboolean clean;
  g_autoptr(GArray) points = NULL;

  tl_router_add (router, &wall, -1);
  points = find (router, one, &a, other, &b, &clean);
  g_assert_true (clean);
  assert_sound (points);
  g_assert_false (path_crosses (points, &wall));
}

/* From within one box into another, past what else is in them. */
static void
test_nested (void)
{
  g_autoptr(TlRouter) router = tl_router_new ();
  TlRect outer_a = { 0, 0, 200, 200 }, a = { 80, 80, 40, 40 }, beside = { 140, 60, 40, 80 };
  TlRect outer_b = { 300, 0, 200, 200 }, b = { 380, 80, 40, 40 };
  TlRect third = { 220, 40, 60, 200 };
  int parent_a = tl_router_add (router, &outer_a, -1), parent_b = tl_router_add (router, &outer_b, -1);
  int one = tl_router_add (router, &a, parent_a), other = tl_router_add (router, &b, parent_b);
  gboolean clean;
  g_autoptr(GArray) points = NULL;

  tl_router_add (router, &beside, parent_a);
  tl_router_add (router, &third, -1);
  points = find (router, one, &a, other, &b, &clean);
  g_assert_true (clean);
  assert_sound (points);
  g_assert_false (path_crosses (points, &beside));
  g_assert_false (path_crosses (points, &third));
}

/* Where there is no way, there is still a path. */
static void
test_walled_in (void)
{
  g_autoptr(TlRouter) router = tl_router_new ();
  TlRect a = { 0, 0, 40, 40 }, b = { 200, 0, 40, 40 };
  const TlRect walls[] = {
    { -20, -20, 80, 20 }, { -20, 40, 80, 20 }, { -20, -20, 20, 80 }, { 40, -20, 20, 80 },
  };
  int one = tl_router_add (router, &a, -1), other = tl_router_add (router, &b, -1);
  gboolean clean;
  g_autoptr(GArray) points = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    tl_router_add (router, &walls[i], -1);
  points = find (router, one, &a, other, &b, &clean);
  g_assert_false (clean);
  g_assert_cmpuint (points->len, >=, 2);
}

/* Random boxes on a grid with gutters: every pair has a way. */
static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(TlRouter) router = tl_router_new ();
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlRect));

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 400; i++)
    {
      TlRect box = {
        i % 20 * 160 + g_rand_int_range (rand, 0, 20), i / 20 * 90 + g_rand_int_range (rand, 0, 15),
        g_rand_int_range (rand, 40, 110), g_rand_int_range (rand, 20, 60),
      };

      tl_router_add (router, &box, -1);
      g_array_append_val (boxes, box);
    }

  for (guint i = 0; i < 300; i++)
    {
      int from = g_rand_int_range (rand, 0, 400), to = g_rand_int_range (rand, 0, 400);
      const TlRect *a = &g_array_index (boxes, TlRect, from), *b = &g_array_index (boxes, TlRect, to);
      gboolean clean;
      g_autoptr(GArray) points = NULL;

      if (from == to)
        continue;
      points = find (router, from, a, to, b, &clean);
      if (!clean)
        {
          /* Far apart, looking would take too long; near, never. */
          g_assert_true (hypot (a->x - b->x, a->y - b->y) > 700);
          continue;
        }
      assert_sound (points);
      for (guint j = 0; j < boxes->len; j++)
        g_assert_false (path_crosses (points, &g_array_index (boxes, TlRect, j)));
    }
}

/* Paths through one gutter do not lie on one another afterwards. */
static void
test_spread (void)
{
  g_autoptr(TlRouter) router = tl_router_new ();
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  TlRect left[4], right[4];
  int from[4], to[4];

  for (guint i = 0; i < 4; i++)
    {
      left[i] = (TlRect) { 0, i * 60, 100, 40 };
      right[i] = (TlRect) { 140, i * 60 + 300, 100, 40 };
      from[i] = tl_router_add (router, &left[i], -1);
      to[i] = tl_router_add (router, &right[i], -1);
    }
  for (guint i = 0; i < 4; i++)
    {
      GArray *points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
      TlRoutePort a, b;

      tl_route_make_ports (&left[i], 1 << TL_ROUTE_RIGHT, &a);
      tl_route_make_ports (&right[i], 1 << TL_ROUTE_LEFT, &b);
      g_assert_true (tl_router_find (router, from[i], &a, 1, to[i], &b, 1, points));
      g_ptr_array_add (paths, points);
    }

  tl_router_spread (router, paths, 5);
  for (guint i = 0; i < 4; i++)
    {
      GArray *one = g_ptr_array_index (paths, i);

      assert_sound (one);
      for (guint k = 0; k < 4; k++)
        {
          g_assert_false (path_crosses (one, &left[k]));
          g_assert_false (path_crosses (one, &right[k]));
        }
      for (guint j = i + 1; j < 4; j++)
        {
          GArray *other = g_ptr_array_index (paths, j);

          g_assert_cmpfloat (fabs (g_array_index (one, TlPoint, 1).x - g_array_index (other, TlPoint, 1).x), >, 2);
        }
    }
}

static void
test_lanes (void)
{
  TlRouteLane lanes[] = { { 0, 50, 9 }, { 20, 70, 9 }, { 200, 200, 9 }, { 300, 260, 9 }, { 320, 280, 9 } };

  g_assert_cmpuint (tl_route_assign_lanes (lanes, G_N_ELEMENTS (lanes)), ==, 2);
  g_assert_cmpuint (lanes[0].track, >, lanes[1].track); /* both down: the upper one turns later */
  g_assert_cmpuint (lanes[3].track, <, lanes[4].track); /* both up: earlier */
  g_assert_cmpuint (lanes[2].track, ==, 0);
  g_assert_cmpuint (tl_route_assign_lanes (NULL, 0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/diagram/route/straight", test_straight);
  g_test_add_func ("/diagram/route/around", test_around);
  g_test_add_func ("/diagram/route/nested", test_nested);
  g_test_add_func ("/diagram/route/walled-in", test_walled_in);
  g_test_add_func ("/diagram/route/random", test_random);
  g_test_add_func ("/diagram/route/spread", test_spread);
  g_test_add_func ("/diagram/route/lanes", test_lanes);

  return g_test_run ();
}
