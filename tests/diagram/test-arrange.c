/* test-arrange.c: boxes stand in line and at even distances
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-arrange.h"

#include <math.h>
#include <string.h>

static void
fill (TlRect *rects,
      guint   n)
{
  for (guint i = 0; i < n; i++)
    rects[i] = (TlRect){ g_test_rand_int_range (-500, 500) / 3.0, g_test_rand_int_range (-500, 500) / 3.0,
                         g_test_rand_int_range (1, 200), g_test_rand_int_range (1, 80) };
}

static double
get_anchor (const TlRect  *rect,
            TlArrangement  arrangement)
{
  switch (arrangement)
    {
    case TL_ARRANGE_LEFT:
      return rect->x;
    case TL_ARRANGE_CENTER:
      return rect->x + rect->width / 2;
    case TL_ARRANGE_RIGHT:
      return rect->x + rect->width;
    case TL_ARRANGE_TOP:
      return rect->y;
    case TL_ARRANGE_MIDDLE:
      return rect->y + rect->height / 2;
    case TL_ARRANGE_BOTTOM:
      return rect->y + rect->height;
    case TL_ARRANGE_ACROSS:
    case TL_ARRANGE_DOWN:
    default:
      g_assert_not_reached ();
    }
}

static TlRect
unite (const TlRect *rects,
       guint         n)
{
  TlRect all = rects[0];

  for (guint i = 1; i < n; i++)
    all = tl_rect_union (&all, &rects[i]);
  return all;
}

static void
test_align (void)
{
  for (guint turn = 0; turn < 50; turn++)
    for (TlArrangement arrangement = TL_ARRANGE_LEFT; arrangement <= TL_ARRANGE_BOTTOM; arrangement++)
      {
        TlRect before[7], after[7], all;

        fill (before, 7);
        memcpy (after, before, sizeof after);
        tl_arrange (after, 7, arrangement);
        all = unite (before, 7);
        for (guint i = 0; i < 7; i++)
          {
            /* Whole units: half of one to either side. */
            g_assert_cmpfloat_with_epsilon (get_anchor (&after[i], arrangement), get_anchor (&all, arrangement), 0.51);
            g_assert_cmpfloat (after[i].width, ==, before[i].width);
            if (arrangement <= TL_ARRANGE_RIGHT)
              g_assert_cmpfloat (after[i].y, ==, before[i].y);
            else
              g_assert_cmpfloat (after[i].x, ==, before[i].x);
          }
      }
}

static void
test_distribute (void)
{
  for (guint turn = 0; turn < 50; turn++)
    {
      TlRect rects[5], again[5];
      double gaps[4];

      for (guint i = 0; i < 5; i++)
        rects[i] = (TlRect){ i * 300 + g_test_rand_int_range (0, 100), i, g_test_rand_int_range (1, 150), 10 };
      memcpy (again, rects, sizeof again);

      tl_arrange (rects, 5, TL_ARRANGE_ACROSS);
      for (guint i = 0; i < 4; i++)
        gaps[i] = rects[i + 1].x - rects[i].x - rects[i].width;
      for (guint i = 1; i < 4; i++)
        g_assert_cmpfloat_with_epsilon (gaps[i], gaps[0], 1.01);
      g_assert_cmpfloat (rects[0].x, ==, again[0].x);
      g_assert_cmpfloat (rects[4].x, ==, again[4].x);
      g_assert_cmpfloat (rects[3].y, ==, 3);
    }
}

/* In the order in which they stand, not in which they are told. */
static void
test_distribute_down (void)
{
  TlRect rects[] = { { 0, 100, 1, 10 }, { 0, 0, 1, 10 }, { 0, 10, 1, 10 } };

  tl_arrange (rects, 3, TL_ARRANGE_DOWN);
  g_assert_cmpfloat (rects[0].y, ==, 100);
  g_assert_cmpfloat (rects[1].y, ==, 0);
  g_assert_cmpfloat (rects[2].y, ==, 50);
}

static void
test_too_few (void)
{
  for (TlArrangement arrangement = 0; arrangement < TL_N_ARRANGEMENTS; arrangement++)
    {
      TlRect rects[] = { { 0.5, 0.5, 1, 10 }, { 70, 60, 1, 10 } };

      tl_arrange (NULL, 0, arrangement);
      tl_arrange (rects, tl_arrange_get_n_needed (arrangement) - 1, arrangement);
      g_assert_cmpfloat (rects[0].x, ==, 0.5);
      g_assert_cmpfloat (rects[0].y, ==, 0.5);
      g_assert_cmpfloat (rects[1].x, ==, 70);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/arrange/align", test_align);
  g_test_add_func ("/diagram/arrange/distribute", test_distribute);
  g_test_add_func ("/diagram/arrange/distribute-down", test_distribute_down);
  g_test_add_func ("/diagram/arrange/too-few", test_too_few);
  return g_test_run ();
}
