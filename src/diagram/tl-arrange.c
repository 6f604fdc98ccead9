/* tl-arrange.c: aligning and distributing boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-arrange.h"

#include <math.h>

/* A box in one direction. */
typedef struct
{
  double *start;
  double  extent;
} Span;

static gboolean
is_vertical (TlArrangement arrangement)
{
  switch (arrangement)
    {
    case TL_ARRANGE_TOP:
    case TL_ARRANGE_MIDDLE:
    case TL_ARRANGE_BOTTOM:
    case TL_ARRANGE_DOWN:
      return TRUE;

    case TL_ARRANGE_LEFT:
    case TL_ARRANGE_CENTER:
    case TL_ARRANGE_RIGHT:
    case TL_ARRANGE_ACROSS:
    default:
      return FALSE;
    }
}

static gboolean
is_distribution (TlArrangement arrangement)
{
  return arrangement == TL_ARRANGE_ACROSS || arrangement == TL_ARRANGE_DOWN;
}

guint
tl_arrange_get_n_needed (TlArrangement arrangement)
{
  return is_distribution (arrangement) ? 3 : 2;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  double difference = *((const Span *) a)->start - *((const Span *) b)->start;

  return difference < 0 ? -1 : difference > 0;
}

/* Where what does not fit leaves no gaps, they overlap evenly. */
static void
distribute (Span  *spans,
            guint  n_spans)
{
  double start = *spans[0].start;
  double extents = 0;
  double end = start;
  double gap;

  for (guint i = 0; i < n_spans; i++)
    {
      extents += spans[i].extent;
      end = MAX (end, *spans[i].start + spans[i].extent);
    }

  gap = (end - start - extents) / (n_spans - 1);
  for (guint i = 0; i < n_spans; i++)
    {
      *spans[i].start = round (start);
      start += spans[i].extent + gap;
    }
}

static void
align (Span   *spans,
       guint   n_spans,
       double  share)
{
  double start = *spans[0].start;
  double end = start + spans[0].extent;

  for (guint i = 1; i < n_spans; i++)
    {
      start = MIN (start, *spans[i].start);
      end = MAX (end, *spans[i].start + spans[i].extent);
    }
  for (guint i = 0; i < n_spans; i++)
    *spans[i].start = round (start + share * (end - start - spans[i].extent));
}

void
tl_arrange (TlRect        *rects,
            guint          n_rects,
            TlArrangement  arrangement)
{
  static const double shares[] = {
    [TL_ARRANGE_LEFT] = 0, [TL_ARRANGE_CENTER] = 0.5, [TL_ARRANGE_RIGHT] = 1,
    [TL_ARRANGE_TOP] = 0, [TL_ARRANGE_MIDDLE] = 0.5, [TL_ARRANGE_BOTTOM] = 1,
  };
  g_autofree Span *spans = NULL;

  g_return_if_fail (rects != NULL || n_rects == 0);
  g_return_if_fail (arrangement < TL_N_ARRANGEMENTS);

  if (n_rects < tl_arrange_get_n_needed (arrangement))
    return;

  spans = g_new (Span, n_rects);
  for (guint i = 0; i < n_rects; i++)
    spans[i] = is_vertical (arrangement) ? (Span){ &rects[i].y, rects[i].height }
                                         : (Span){ &rects[i].x, rects[i].width };

  if (!is_distribution (arrangement))
    {
      align (spans, n_rects, shares[arrangement]);
      return;
    }
  qsort (spans, n_rects, sizeof *spans, compare_spans);
  distribute (spans, n_rects);
}
