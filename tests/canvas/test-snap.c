/* test-snap.c: where what is dragged comes to rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-snap.h"

#include <math.h>

static TlSnap *
create_snap (const TlRect *neighbours,
             guint         n)
{
  TlSnap *snap = tl_snap_new ();

  for (guint i = 0; i < n; i++)
    tl_snap_add (snap, &neighbours[i]);
  return snap;
}

static void
assert_guide (const GArray *guides,
              guint         index,
              double        from_x,
              double        from_y,
              double        to_x,
              double        to_y)
{
  const TlGuide *guide = &g_array_index (guides, TlGuide, index);

  g_assert_cmpuint (index, <, guides->len);
  g_assert_cmpfloat_with_epsilon (guide->from.x, from_x, 1e-9);
  g_assert_cmpfloat_with_epsilon (guide->from.y, from_y, 1e-9);
  g_assert_cmpfloat_with_epsilon (guide->to.x, to_x, 1e-9);
  g_assert_cmpfloat_with_epsilon (guide->to.y, to_y, 1e-9);
}

/* Moves a box of 100 x 40 at the origin. */
static TlPoint
move (TlSnap        *snap,
      const TlPoint *grid,
      double         dx,
      double         dy,
      GArray        *guides)
{
  const TlRect box = { 0, 0, 100, 40 };
  TlPoint by = { dx, dy };

  g_array_set_size (guides, 0);
  tl_snap_move (snap, &box, grid, &(TlPoint) { box.x, box.y }, &by, 6, guides);
  return by;
}

static void
test_borders_and_middles (void)
{
  const TlRect neighbours[] = { { 203, 300, 80, 60 }, { 401, 300, 80, 60 } };
  g_autoptr (TlSnap) snap = create_snap (neighbours, G_N_ELEMENTS (neighbours));
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (TlGuide));
  TlPoint by;

  /* Left onto left; the guide reaches along both. */
  by = move (snap, NULL, 207, 0, guides);
  g_assert_cmpfloat (by.x, ==, 203);
  g_assert_cmpfloat (by.y, ==, 0);
  g_assert_cmpuint (guides->len, ==, 1);
  assert_guide (guides, 0, 203, 0, 203, 360);
  /* Right onto left. */
  g_assert_cmpfloat (move (snap, NULL, 99, 0, guides).x, ==, 103);
  /* Middle onto middle: 243 - 50. */
  g_assert_cmpfloat (move (snap, NULL, 194, 0, guides).x, ==, 193);
  /* A middle is level with no border. */
  g_assert_cmpfloat (move (snap, NULL, 154, 0, guides).x, ==, 154);
  g_assert_cmpuint (guides->len, ==, 0);
  /* Up and down: one guide along all that is level. */
  by = move (snap, NULL, 0, 296, guides);
  g_assert_cmpfloat (by.y, ==, 300);
  assert_guide (guides, 0, 0, 300, 481, 300);
  /* Not from too far. */
  g_assert_cmpfloat (move (snap, NULL, 0, 253, guides).y, ==, 253);
  /* The nearer of two: 281 and 283 are 4 and 2 away. */
  {
    g_autoptr (TlSnap) two = create_snap ((TlRect[]) { { 281, 900, 5, 5 }, { 287, 900, 3, 5 } }, 2);

    g_assert_cmpfloat (move (two, NULL, 285.5, 0, guides).x, ==, 286);
  }
}

static void
test_grid (void)
{
  const TlRect neighbour = { 203, 300, 80, 60 };
  const TlPoint grid = { 3, 5 };
  g_autoptr (TlSnap) snap = create_snap (&neighbour, 1);
  g_autoptr (TlSnap) none = tl_snap_new ();
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (TlGuide));
  TlPoint by = move (none, &grid, 21, 30, guides);

  g_assert_cmpfloat (by.x, ==, 19);
  g_assert_cmpfloat (by.y, ==, 29);
  by = move (none, &grid, -21, -30, guides);
  g_assert_cmpfloat (by.x, ==, -21);
  g_assert_cmpfloat (by.y, ==, -27);
  /* A neighbour goes before the grid, each axis by itself. */
  by = move (snap, &grid, 206, 30, guides);
  g_assert_cmpfloat (by.x, ==, 203);
  g_assert_cmpfloat (by.y, ==, 29);
}

/* Another size of it, and none. */
static void
test_grid_size (void)
{
  const TlPoint grid = { 0, 0 };
  g_autoptr (TlSnap) snap = tl_snap_new ();
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (TlGuide));
  TlPoint by;

  tl_snap_set_grid (snap, 20);
  by = move (snap, &grid, 31, 49, guides);
  g_assert_cmpfloat (fmod (by.x, 20), ==, 0);
  g_assert_cmpfloat (fmod (by.y, 20), ==, 0);

  tl_snap_set_grid (snap, 0);
  by = move (snap, &grid, 31, 49, guides);
  g_assert_cmpfloat (by.x, ==, 31);
  g_assert_cmpfloat (by.y, ==, 49);
}

/* What the grid makes level with a neighbour is shown, too. */
static void
test_guides_on_grid (void)
{
  const TlRect neighbour = { 160, 300, 100, 40 };
  const TlPoint grid = { 0, 0 };
  g_autoptr (TlSnap) snap = create_snap (&neighbour, 1);
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (TlGuide));

  move (snap, &grid, 161, 100, guides);
  /* Both borders and the middle. */
  g_assert_cmpuint (guides->len, ==, 3);
}

static void
test_resize (void)
{
  const TlRect neighbour = { 203, 303, 80, 60 };
  const TlPoint grid = { 0, 0 };
  g_autoptr (TlSnap) snap = create_snap (&neighbour, 1);
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (TlGuide));
  TlRect box = { 101, 103, 98, 95 };

  tl_snap_resize (snap, &box, 1 << TL_SNAP_RIGHT | 1 << TL_SNAP_BOTTOM, &grid, 6, guides);
  g_assert_cmpfloat (box.x, ==, 101);
  g_assert_cmpfloat (box.y, ==, 103);
  g_assert_cmpfloat (box.x + box.width, ==, 203);
  g_assert_cmpfloat (box.y + box.height, ==, 200);
  g_assert_cmpuint (guides->len, ==, 1);
  assert_guide (guides, 0, 203, 103, 203, 363);

  tl_snap_resize (snap, &box, 1 << TL_SNAP_LEFT | 1 << TL_SNAP_TOP, &grid, 6, guides);
  g_assert_cmpfloat (box.x, ==, 104);
  g_assert_cmpfloat (box.y, ==, 104);
  g_assert_cmpfloat (box.x + box.width, ==, 203);
  tl_snap_resize (snap, &box, 1 << TL_SNAP_LEFT, NULL, 6, guides);
  g_assert_cmpfloat (box.x, ==, 104);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/canvas/snap/borders-and-middles", test_borders_and_middles);
  g_test_add_func ("/canvas/snap/grid", test_grid);
  g_test_add_func ("/canvas/snap/grid-size", test_grid_size);
  g_test_add_func ("/canvas/snap/guides-on-grid", test_guides_on_grid);
  g_test_add_func ("/canvas/snap/resize", test_resize);
  return g_test_run ();
}
