/* tl-route-lane.c: lines across one gutter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-route.h"

#include <math.h>

#define APART 6.0 /* between two lines on one track */

/* The order that tracks are given in, from the left side on. Of two lines that
 * go down, the upper one turns after the lower one, or they would cross; of two
 * that go up, before it. */
static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const TlRouteLane *one = *(TlRouteLane *const *) a, *other = *(TlRouteLane *const *) b;
  gboolean one_down = one->start < one->end, other_down = other->start < other->end;
  int order = (one->start > other->start) - (one->start < other->start);

  if (one_down != other_down)
    return one_down ? -1 : 1;
  return one_down ? -order : order;
}

static gboolean
meet (const TlRouteLane *a,
      const TlRouteLane *b)
{
  return MIN (a->start, a->end) < MAX (b->start, b->end) + APART
         && MIN (b->start, b->end) < MAX (a->start, a->end) + APART;
}

guint
tl_route_assign_lanes (TlRouteLane *lanes,
                       guint        n)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  guint n_tracks = n > 0 ? 1 : 0;

  g_return_val_if_fail (lanes != NULL || n == 0, 0);

  for (guint i = 0; i < n; i++)
    {
      lanes[i].track = 0;
      if (fabs (lanes[i].start - lanes[i].end) > 0.5)
        g_ptr_array_add (order, &lanes[i]);
    }
  g_ptr_array_sort (order, compare_lanes);

  for (guint i = 0; i < order->len; i++)
    {
      TlRouteLane *lane = g_ptr_array_index (order, i);

      for (guint j = 0; j < i; j++)
        {
          const TlRouteLane *before = g_ptr_array_index (order, j);

          if (before->track >= lane->track && meet (before, lane))
            lane->track = before->track + 1;
        }
      n_tracks = MAX (n_tracks, lane->track + 1);
    }

  return n_tracks;
}
