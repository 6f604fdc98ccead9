/* tl-scene-detour.c: arrow keys to what is the nearest of nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "diagram/tl-scene-private.h"

/* Arrows lead to the nearest node. A node that is nobody's nearest would never
 * be reached, and one whose nearest all point back would never be left. There
 * are few such; for each, one arrow of a neighbour is turned to where it leads
 * on, such that nothing that was connected is cut off. */

#define MAX_ACTIVE 600
#define MAX_TRIES  64 /* of arrows for one node, the nearest first */

typedef struct
{
  const TlScene *scene;
  guint          n;
  int           *steps;   /* four for each active node, by rank; -1: nowhere */
  guint8        *reached; /* TRUE or FALSE */
  guint32       *stack;
} Ways;

typedef struct
{
  double distance;
  guint  from;
  guint  to;
  int    direction;
} Arrow;

/* Marks what the first active node leads to or, backwards, what leads to it. */
static guint
mark (Ways     *ways,
      gboolean  backwards)
{
  guint n_stack = 0;
  guint n_reached = 1;

  memset (ways->reached, 0, ways->n);
  ways->reached[0] = TRUE;
  if (backwards)
    {
      /* No lists of who leads here: repeat until nothing is new. */
      for (gboolean more = TRUE; more;)
        {
          more = FALSE;
          for (guint i = 0; i < ways->n; i++)
            for (int d = 0; d < 4 && !ways->reached[i]; d++)
              if (ways->steps[i * 4 + d] >= 0 && ways->reached[ways->steps[i * 4 + d]])
                {
                  ways->reached[i] = more = TRUE;
                  n_reached++;
                }
        }
      return n_reached;
    }

  ways->stack[n_stack++] = 0;
  while (n_stack > 0)
    {
      guint32 here = ways->stack[--n_stack];

      for (int d = 0; d < 4; d++)
        {
          int there = ways->steps[here * 4 + d];

          if (there >= 0 && !ways->reached[there])
            {
              ways->reached[there] = TRUE;
              n_reached++;
              ways->stack[n_stack++] = there;
            }
        }
    }
  return n_reached;
}

static int
compare_arrows (gconstpointer a,
                gconstpointer b)
{
  const Arrow *left = a;
  const Arrow *right = b;

  return (left->distance > right->distance) - (left->distance < right->distance);
}

/* Arrows between the connected part and the rest, the nearest first; an arrow
 * that leads nowhere yet is much nearer. */
static GArray *
list_arrows (const Ways *ways,
             gboolean    backwards)
{
  GArray *arrows = g_array_new (FALSE, FALSE, sizeof (Arrow));

  for (guint i = 0; i < ways->n; i++)
    for (guint j = 0; j < ways->n; j++)
      for (int d = 0; d < 4; d++)
        {
          Arrow arrow = { 0, i, j, d };

          if (ways->reached[i] == backwards || ways->reached[j] != backwards)
            continue;
          arrow.distance = tl_scene_get_step_distance (ways->scene, ways->scene->reading[i], ways->scene->reading[j], d);
          if (ways->steps[i * 4 + d] < 0)
            arrow.distance /= 4;
          if (isfinite (arrow.distance))
            g_array_append_val (arrows, arrow);
        }
  g_array_sort (arrows, compare_arrows);
  return arrows;
}

/* Turns one arrow so that more is connected. */
static gboolean
connect_more (Ways     *ways,
              gboolean  backwards,
              GArray   *detours)
{
  guint n_reached = mark (ways, backwards);
  g_autoptr (GArray) arrows = NULL;

  if (n_reached == ways->n)
    return FALSE;

  arrows = list_arrows (ways, backwards);
  for (guint i = 0; i < MIN (arrows->len, MAX_TRIES); i++)
    {
      const Arrow *arrow = &g_array_index (arrows, Arrow, i);
      int *step = &ways->steps[arrow->from * 4 + arrow->direction];
      int before = *step;
      guint n_other = mark (ways, !backwards);

      *step = arrow->to;
      if (mark (ways, backwards) > n_reached && mark (ways, !backwards) >= n_other)
        {
          TlDetour detour = { ways->scene->reading[arrow->from], ways->scene->reading[arrow->to], arrow->direction };

          g_array_append_val (detours, detour);
          return TRUE;
        }
      *step = before;
    }
  return FALSE;
}

void
tl_scene_make_detours (TlScene *self)
{
  G_STATIC_ASSERT (TL_DIRECTION_LEFT == 0 && TL_DIRECTION_DOWN == 3);
  Ways ways = { self, self->n_reading };
  g_autoptr (GArray) detours = NULL;

  if (ways.n < 2 || ways.n > MAX_ACTIVE)
    return;

  detours = g_array_new (FALSE, FALSE, sizeof (TlDetour));
  ways.steps = g_new (int, ways.n * 4);
  ways.reached = g_new (guint8, ways.n);
  ways.stack = g_new (guint32, ways.n);
  for (guint i = 0; i < ways.n; i++)
    for (int d = 0; d < 4; d++)
      {
        int to = tl_scene_step_by_geometry (self, self->reading[i], d, INFINITY);

        ways.steps[i * 4 + d] = to < 0 ? -1 : (int) self->rank[to];
      }

  /* Each turn connects one more at least. */
  while (connect_more (&ways, FALSE, detours))
    ;
  while (connect_more (&ways, TRUE, detours))
    ;
  self->n_detours = detours->len;
  self->detours = (TlDetour *) g_array_free (g_steal_pointer (&detours), FALSE);
  g_free (ways.steps);
  g_free (ways.reached);
  g_free (ways.stack);
}
