/* tl-follow.c: how a connector runs while what it connects moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-follow.h"

#include <math.h>

#define STUB    16.0 /* before the first turn, and after the last */
#define OVERLAP 8.0  /* that two sides must have for a straight line between them */
#define BEND    40.0 /* a turn counts as much as this way */

static gboolean
is_level (TlRouteSide side)
{
  return side == TL_ROUTE_LEFT || side == TL_ROUTE_RIGHT;
}

static TlPoint
get_stub (const TlPoint *point,
          TlRouteSide    side)
{
  switch (side)
    {
    case TL_ROUTE_LEFT:
      return (TlPoint) { point->x - STUB, point->y };
    case TL_ROUTE_RIGHT:
      return (TlPoint) { point->x + STUB, point->y };
    case TL_ROUTE_UP:
      return (TlPoint) { point->x, point->y - STUB };
    case TL_ROUTE_DOWN:
    default:
      return (TlPoint) { point->x, point->y + STUB };
    }
}

/* Leaves out points that make no turn. */
static guint
add_point (TlPoint *points,
           guint    n,
           TlPoint  point)
{
  if (n > 1 && ((points[n - 2].x == points[n - 1].x && points[n - 1].x == point.x)
                || (points[n - 2].y == points[n - 1].y && points[n - 1].y == point.y)))
    n--;
  if (n > 0 && points[n - 1].x == point.x && points[n - 1].y == point.y)
    return n;
  points[n] = point;
  return n + 1;
}

/* A line without any length has two ends as well. */
static guint
finish (TlPoint *points,
        guint    n,
        TlPoint  end)
{
  n = add_point (points, n, end);
  if (n == 1)
    points[n++] = end;

  return n;
}

/* Whether the two sides look at each other, with room between. */
static gboolean
face_each_other (const TlPoint *from,
                 TlRouteSide    from_side,
                 const TlPoint *to,
                 TlRouteSide    to_side)
{
  switch (from_side)
    {
    case TL_ROUTE_LEFT:
      return to_side == TL_ROUTE_RIGHT && from->x >= to->x;
    case TL_ROUTE_RIGHT:
      return to_side == TL_ROUTE_LEFT && from->x <= to->x;
    case TL_ROUTE_UP:
      return to_side == TL_ROUTE_DOWN && from->y >= to->y;
    case TL_ROUTE_DOWN:
    default:
      return to_side == TL_ROUTE_UP && from->y <= to->y;
    }
}

guint
tl_follow_connect (const TlPoint *from,
                   TlRouteSide    from_side,
                   const TlPoint *to,
                   TlRouteSide    to_side,
                   TlPoint        points[TL_FOLLOW_MAX_POINTS])
{
  TlPoint out = get_stub (from, from_side), in = get_stub (to, to_side);
  guint n = add_point (points, 0, *from);

  if (face_each_other (from, from_side, to, to_side))
    {
      TlPoint middle = { (from->x + to->x) / 2, (from->y + to->y) / 2 };

      n = add_point (points, n, is_level (from_side) ? (TlPoint) { middle.x, from->y } : (TlPoint) { from->x, middle.y });
      n = add_point (points, n, is_level (from_side) ? (TlPoint) { middle.x, to->y } : (TlPoint) { to->x, middle.y });
      return finish (points, n, *to);
    }

  n = add_point (points, n, out);
  n = add_point (points, n, is_level (from_side) ? (TlPoint) { out.x, in.y } : (TlPoint) { in.x, out.y });
  n = add_point (points, n, in);
  return finish (points, n, *to);
}

TlPoint
tl_follow_get_port (const TlRect *bounds,
                    TlRouteSide   side)
{
  TlPoint middle = { bounds->x + bounds->width / 2, bounds->y + bounds->height / 2 };

  switch (side)
    {
    case TL_ROUTE_LEFT:
      return (TlPoint) { bounds->x, middle.y };
    case TL_ROUTE_RIGHT:
      return (TlPoint) { bounds->x + bounds->width, middle.y };
    case TL_ROUTE_UP:
      return (TlPoint) { middle.x, bounds->y };
    case TL_ROUTE_DOWN:
    default:
      return (TlPoint) { middle.x, bounds->y + bounds->height };
    }
}

/* The middle of what two ranges share, if that is enough. */
static gboolean
get_shared (double  a,
            double  a_length,
            double  b,
            double  b_length,
            double *middle)
{
  double first = MAX (a, b), last = MIN (a + a_length, b + b_length);

  *middle = (first + last) / 2;
  return last - first >= OVERLAP;
}

guint
tl_follow_route (const TlRect *from,
                 const TlRect *to,
                 TlPoint       points[TL_FOLLOW_MAX_POINTS])
{
  /* How far @to is beyond each side of @from. */
  double room[] = {
    [TL_ROUTE_LEFT] = from->x - to->x - to->width,
    [TL_ROUTE_RIGHT] = to->x - from->x - from->width,
    [TL_ROUTE_UP] = from->y - to->y - to->height,
    [TL_ROUTE_DOWN] = to->y - from->y - from->height,
  };
  static const TlRouteSide opposite[] = {
    [TL_ROUTE_LEFT] = TL_ROUTE_RIGHT,
    [TL_ROUTE_RIGHT] = TL_ROUTE_LEFT,
    [TL_ROUTE_UP] = TL_ROUTE_DOWN,
    [TL_ROUTE_DOWN] = TL_ROUTE_UP,
  };
  TlRouteSide side = TL_ROUTE_RIGHT;
  TlPoint start, end;
  double shared;
  guint n;

  for (TlRouteSide i = TL_ROUTE_LEFT; i <= TL_ROUTE_DOWN; i++)
    if (room[i] > room[side])
      side = i;
  start = tl_follow_get_port (from, side);
  /* One over the other: around the right. */
  end = tl_follow_get_port (to, room[side] < 0 ? side : opposite[side]);
  if (room[side] < 0)
    {
      double beyond = (is_level (side) ? MAX (start.x, end.x) : MAX (start.y, end.y)) + STUB;

      n = add_point (points, 0, start);
      n = add_point (points, n, is_level (side) ? (TlPoint) { beyond, start.y } : (TlPoint) { start.x, beyond });
      n = add_point (points, n, is_level (side) ? (TlPoint) { beyond, end.y } : (TlPoint) { end.x, beyond });
      return finish (points, n, end);
    }

  if (is_level (side) && get_shared (from->y, from->height, to->y, to->height, &shared))
    start.y = end.y = shared;
  else if (!is_level (side) && get_shared (from->x, from->width, to->x, to->width, &shared))
    start.x = end.x = shared;
  return tl_follow_connect (&start, side, &end, opposite[side], points);
}

static double
get_cost (const TlPoint *points,
          guint          n)
{
  double cost = (double) n * BEND;

  for (guint i = 0; i + 1 < n; i++)
    cost += fabs (points[i + 1].x - points[i].x) + fabs (points[i + 1].y - points[i].y);
  return cost;
}

TlRouteSide
tl_follow_choose_side (const TlPoint *from,
                       TlRouteSide    from_side,
                       const TlRect  *bounds)
{
  TlRouteSide best = TL_ROUTE_LEFT;
  double least = INFINITY;

  for (TlRouteSide side = TL_ROUTE_LEFT; side <= TL_ROUTE_DOWN; side++)
    {
      TlPoint points[TL_FOLLOW_MAX_POINTS];
      TlPoint port = tl_follow_get_port (bounds, side);
      double cost = get_cost (points, tl_follow_connect (from, from_side, &port, side, points));

      if (cost < least)
        {
          least = cost;
          best = side;
        }
    }
  return best;
}
