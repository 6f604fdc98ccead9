/* tl-blueprint-ports.c: where connectors leave and reach the elements of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-ports.h"

#include <math.h>

/* In canvas units of detour. */
#define USED_COST    40.0 /* for a port of one's own */
#define BESIDE_COST   6.0 /* ports beside the middle are second choice */
#define STRAIGHT_COST 1.0 /* … but a straight line is as good */
#define AWAY_COST    24.0 /* at the side that looks away */
#define CHIP_COST    24.0 /* at a chip */

#define INSET 12.0 /* of a port from the corner of a box */
#define SAME   3.0

typedef struct
{
  const TlBlueprintEnd *end;
  TlRoutePort          *ports;
  guint                 n;
} Making;

static void
add (Making      *making,
     TlRouteSide  side,
     double       x,
     double       y,
     double       cost)
{
  TlRoutePort *port = &making->ports[making->n];

  /* Where there is one already, that has the lower cost. */
  for (guint i = 0; i < making->n; i++)
    if (making->ports[i].side == side && fabs (making->ports[i].at.x - x) < SAME
        && fabs (making->ports[i].at.y - y) < SAME)
      return;

  *port = (TlRoutePort) { { x, y }, side, cost };
  if (side == TL_ROUTE_DOWN && making->end->chip > 0)
    port->cost += CHIP_COST;
  for (guint i = 0; i < MIN (making->end->n_used, TL_BLUEPRINT_MAX_USED); i++)
    {
      const TlPoint *used = &making->end->used[i];

      if (fabs (used->x - x) < SAME && fabs (used->y - y) < SAME)
        port->cost += USED_COST;
    }
  making->n++;
}

static void
add_level (Making      *making,
           TlRouteSide  side,
           double       share,
           double       cost)
{
  const TlRect *bounds = &making->end->bounds;

  add (making, side, side == TL_ROUTE_LEFT ? bounds->x : bounds->x + bounds->width,
       bounds->y + round (bounds->height * share), cost);
}

static void
add_upright (Making      *making,
             TlRouteSide  side,
             double       share,
             double       cost)
{
  const TlRect *bounds = &making->end->bounds;

  add (making, side, bounds->x + round (bounds->width * share),
       side == TL_ROUTE_UP ? bounds->y : bounds->y + bounds->height + making->end->chip, cost);
}

/* Where a straight line to or from the middle of the other one would be. */
static void
add_straight (Making               *making,
              const TlBlueprintEnd *other)
{
  const TlRect *bounds = &making->end->bounds;
  double x = other->bounds.x + round (other->bounds.width / 2);
  double y = other->bounds.y + round (other->bounds.height / 2);

  if (x > bounds->x + INSET && x < bounds->x + bounds->width - INSET)
    add (making, y < bounds->y ? TL_ROUTE_UP : TL_ROUTE_DOWN,
         x, y < bounds->y ? bounds->y : bounds->y + bounds->height + making->end->chip, STRAIGHT_COST);
  if (y > bounds->y + INSET && y < bounds->y + bounds->height - INSET && !other->is_station)
    add (making, x < bounds->x ? TL_ROUTE_LEFT : TL_ROUTE_RIGHT,
         x < bounds->x ? bounds->x : bounds->x + bounds->width, y, STRAIGHT_COST);
}

/* A trace leaves at the right or near that corner, and arrives at the left or near
 * that; so it runs above the row and leaves the middle to relations. */
static void
add_trace_ports (Making               *making,
                 const TlBlueprintEnd *other,
                 gboolean              is_start)
{
  gboolean to_right = other->bounds.x + other->bounds.width / 2 > making->end->bounds.x + making->end->bounds.width / 2;
  TlRouteSide near = to_right ? TL_ROUTE_RIGHT : TL_ROUTE_LEFT, away = to_right ? TL_ROUTE_LEFT : TL_ROUTE_RIGHT;
  double share = to_right ? 5.0 / 6 : 1.0 / 6;

  add_level (making, near, 0.5, 0);
  add_upright (making, TL_ROUTE_UP, share, BESIDE_COST / 2);
  add_upright (making, TL_ROUTE_DOWN, share, BESIDE_COST);
  add_upright (making, TL_ROUTE_UP, is_start ? 0.66 : 0.33, BESIDE_COST);
  add_level (making, near, 0.25, BESIDE_COST);
  add_level (making, near, 0.75, BESIDE_COST);
  add_level (making, away, 0.5, AWAY_COST);
}

static void
add_relation_ports (Making *making)
{
  for (TlRouteSide side = TL_ROUTE_LEFT; side <= TL_ROUTE_RIGHT; side++)
    {
      add_level (making, side, 0.5, 0);
      add_level (making, side, 0.25, BESIDE_COST);
      add_level (making, side, 0.75, BESIDE_COST);
    }
  for (TlRouteSide side = TL_ROUTE_UP; side <= TL_ROUTE_DOWN; side++)
    {
      add_upright (making, side, 0.5, 0);
      add_upright (making, side, 0.25, BESIDE_COST);
      add_upright (making, side, 0.75, BESIDE_COST);
    }
}

guint
tl_blueprint_end_make_ports (const TlBlueprintEnd *self,
                             const TlBlueprintEnd *other,
                             gboolean              across,
                             gboolean              is_start,
                             TlRoutePort          *ports)
{
  Making making = { self, ports, 0 };

  if (self->is_station)
    {
      add_upright (&making, TL_ROUTE_DOWN, 0.5, 0);
      add_upright (&making, TL_ROUTE_DOWN, 0.25, BESIDE_COST);
      add_upright (&making, TL_ROUTE_DOWN, 0.75, BESIDE_COST);
      return making.n;
    }

  if (across)
    add_trace_ports (&making, other, is_start);
  else
    add_relation_ports (&making);
  add_straight (&making, other);

  return making.n;
}

void
tl_blueprint_end_use (TlBlueprintEnd *self,
                      const TlPoint  *at)
{
  if (self->n_used < TL_BLUEPRINT_MAX_USED)
    self->used[self->n_used] = *at;
  self->n_used++;
}
