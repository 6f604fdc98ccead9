/* tl-snap.c: where what is dragged comes to rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-snap.h"

#include <math.h>

#define SAME 0.01 /* canvas units */

/* A border or a middle of a neighbour, along one axis: at @at, from @first to @last
 * of the other one. */
typedef struct
{
  double at;
  double first;
  double last;
} Line;

typedef enum
{
  BORDERS,
  MIDDLES,
} LineKind;

typedef enum
{
  ACROSS, /* lines that stand upright, and hold x */
  DOWN,
} Axis;

struct _TlSnap
{
  GArray  *lines[2][2]; /* by axis and kind, sorted when asked for */
  gboolean sorted;
  double   grid; /* canvas units; 0: none */
};

TlSnap *
tl_snap_new (void)
{
  TlSnap *self = g_new0 (TlSnap, 1);

  self->grid = TL_SNAP_GRID;
  for (int axis = ACROSS; axis <= DOWN; axis++)
    for (int kind = BORDERS; kind <= MIDDLES; kind++)
      self->lines[axis][kind] = g_array_new (FALSE, FALSE, sizeof (Line));
  return self;
}

void
tl_snap_free (TlSnap *self)
{
  for (int axis = ACROSS; axis <= DOWN; axis++)
    for (int kind = BORDERS; kind <= MIDDLES; kind++)
      g_array_unref (self->lines[axis][kind]);
  g_free (self);
}

void
tl_snap_set_grid (TlSnap *self,
                  double  size)
{
  self->grid = size;
}

static void
add_lines (TlSnap *self,
           Axis    axis,
           double  start,
           double  length,
           double  first,
           double  last)
{
  Line line = { start, first, last };

  g_array_append_val (self->lines[axis][BORDERS], line);
  line.at = start + length;
  g_array_append_val (self->lines[axis][BORDERS], line);
  line.at = start + length / 2;
  g_array_append_val (self->lines[axis][MIDDLES], line);
}

void
tl_snap_add (TlSnap       *self,
             const TlRect *neighbour)
{
  add_lines (self, ACROSS, neighbour->x, neighbour->width, neighbour->y, neighbour->y + neighbour->height);
  add_lines (self, DOWN, neighbour->y, neighbour->height, neighbour->x, neighbour->x + neighbour->width);
  self->sorted = FALSE;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *one = a, *other = b;

  return (one->at > other->at) - (one->at < other->at);
}

static void
sort_lines (TlSnap *self)
{
  for (int axis = ACROSS; axis <= DOWN && !self->sorted; axis++)
    for (int kind = BORDERS; kind <= MIDDLES; kind++)
      g_array_sort (self->lines[axis][kind], compare_lines);
  self->sorted = TRUE;
}

/* The first line that is not before @at. */
static guint
search (const GArray *lines,
        double        at)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (lines, Line, middle).at < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How far @at is from the nearest line of a kind; replaces a @nearest that is farther. */
static void
find_nearest (TlSnap  *self,
              Axis     axis,
              LineKind kind,
              double   at,
              double  *nearest)
{
  const GArray *lines = self->lines[axis][kind];
  guint place = search (lines, at);

  for (guint i = MAX (place, 1) - 1; i < MIN (place + 1, lines->len); i++)
    {
      double difference = g_array_index (lines, Line, i).at - at;

      if (fabs (difference) < fabs (*nearest))
        *nearest = difference;
    }
}

/* One guide along all the lines at a place, and along the box. */
static void
add_guide (TlSnap       *self,
           Axis          axis,
           LineKind      kind,
           double        at,
           const TlRect *box,
           GArray       *guides)
{
  const GArray *lines = self->lines[axis][kind];
  double first = axis == ACROSS ? box->y : box->x;
  double last = first + (axis == ACROSS ? box->height : box->width);
  gboolean found = FALSE;
  TlGuide guide;

  for (guint i = search (lines, at - SAME); i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->at > at + SAME)
        break;
      first = MIN (first, line->first);
      last = MAX (last, line->last);
      found = TRUE;
    }
  if (!found)
    return;

  guide.from = axis == ACROSS ? (TlPoint) { at, first } : (TlPoint) { first, at };
  guide.to = axis == ACROSS ? (TlPoint) { at, last } : (TlPoint) { last, at };
  g_array_append_val (guides, guide);
}

static void
add_guides (TlSnap       *self,
            Axis          axis,
            const TlRect *box,
            gboolean      start,
            gboolean      middle,
            gboolean      end,
            GArray       *guides)
{
  double at = axis == ACROSS ? box->x : box->y;
  double length = axis == ACROSS ? box->width : box->height;

  if (start)
    add_guide (self, axis, BORDERS, at, box, guides);
  if (middle)
    add_guide (self, axis, MIDDLES, at + length / 2, box, guides);
  if (end)
    add_guide (self, axis, BORDERS, at + length, box, guides);
}

static double
get_on_grid (const TlSnap *self,
             double        at,
             double        origin)
{
  return self->grid > 0 ? origin + round ((at - origin) / self->grid) * self->grid : at;
}

/* How far to go along one axis. TRUE if a neighbour decided. */
static gboolean
snap_axis (TlSnap       *self,
           Axis          axis,
           const TlRect *box,
           double        tolerance,
           double       *by)
{
  double start = (axis == ACROSS ? box->x : box->y) + *by;
  double length = axis == ACROSS ? box->width : box->height;
  double nearest = INFINITY;

  find_nearest (self, axis, BORDERS, start, &nearest);
  find_nearest (self, axis, MIDDLES, start + length / 2, &nearest);
  find_nearest (self, axis, BORDERS, start + length, &nearest);
  if (fabs (nearest) > tolerance)
    return FALSE;

  *by += nearest;
  return TRUE;
}

void
tl_snap_move (TlSnap        *self,
              const TlRect  *box,
              const TlPoint *grid,
              const TlPoint *anchor,
              TlPoint       *by,
              double         tolerance,
              GArray        *guides)
{
  TlRect moved = *box;

  sort_lines (self);
  if (!snap_axis (self, ACROSS, box, tolerance, &by->x) && grid != NULL)
    by->x = get_on_grid (self, anchor->x + by->x, grid->x) - anchor->x;
  if (!snap_axis (self, DOWN, box, tolerance, &by->y) && grid != NULL)
    by->y = get_on_grid (self, anchor->y + by->y, grid->y) - anchor->y;

  moved.x += by->x;
  moved.y += by->y;
  add_guides (self, ACROSS, &moved, TRUE, TRUE, TRUE, guides);
  add_guides (self, DOWN, &moved, TRUE, TRUE, TRUE, guides);
}

/* Where a border that was dragged to @at comes to rest. */
static double
snap_border (TlSnap        *self,
             Axis           axis,
             double         at,
             const TlPoint *grid,
             double         tolerance)
{
  double nearest = INFINITY;

  find_nearest (self, axis, BORDERS, at, &nearest);
  if (fabs (nearest) <= tolerance)
    return at + nearest;
  if (grid != NULL)
    return get_on_grid (self, at, axis == ACROSS ? grid->x : grid->y);

  return at;
}

void
tl_snap_resize (TlSnap        *self,
                TlRect        *box,
                guint          borders,
                const TlPoint *grid,
                double         tolerance,
                GArray        *guides)
{
  double left = box->x, top = box->y, right = box->x + box->width, bottom = box->y + box->height;
  gboolean moves[4];

  for (TlSnapBorder border = TL_SNAP_LEFT; border <= TL_SNAP_BOTTOM; border++)
    moves[border] = (borders & (1u << border)) != 0;
  sort_lines (self);
  if (moves[TL_SNAP_LEFT])
    left = snap_border (self, ACROSS, left, grid, tolerance);
  if (moves[TL_SNAP_RIGHT])
    right = snap_border (self, ACROSS, right, grid, tolerance);
  if (moves[TL_SNAP_TOP])
    top = snap_border (self, DOWN, top, grid, tolerance);
  if (moves[TL_SNAP_BOTTOM])
    bottom = snap_border (self, DOWN, bottom, grid, tolerance);

  *box = (TlRect) { left, top, right - left, bottom - top };
  add_guides (self, ACROSS, box, moves[TL_SNAP_LEFT], FALSE, moves[TL_SNAP_RIGHT], guides);
  add_guides (self, DOWN, box, moves[TL_SNAP_TOP], FALSE, moves[TL_SNAP_BOTTOM], guides);
}
