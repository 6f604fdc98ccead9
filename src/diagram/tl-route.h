/* tl-route.h: orthogonal paths between boxes, never across one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-geometry.h"

G_BEGIN_DECLS

/* A router knows the boxes of a diagram and finds paths in the gutters between
 * them. Each path is looked for only near its two ends and over the lines in
 * the middle of the gutters, so its cost does not grow with the diagram. Add all
 * obstacles first, then ask for paths. Belongs to one thread. */
typedef struct _TlRouter TlRouter;

/* How far around its two ends a path depends on what stands there, and one that
 * leads further around, or found no way. */
#define TL_ROUTE_NEAR 148.0
#define TL_ROUTE_FAR  532.0

typedef enum
{
  TL_ROUTE_LEFT,
  TL_ROUTE_RIGHT,
  TL_ROUTE_UP,
  TL_ROUTE_DOWN,
} TlRouteSide;

/* Where a path may leave or reach an obstacle. */
typedef struct
{
  TlPoint     at;
  TlRouteSide side;
  double      cost; /* more makes it less wanted, in canvas units of detour */
} TlRoutePort;

TlRouter *tl_router_new    (void);
void      tl_router_free   (TlRouter     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRouter, tl_router_free)

/**
 * tl_router_add:
 * @bounds: what no path may cross
 * @parent: the obstacle that @bounds stands in, or -1
 *
 * Adds an obstacle. A path may enter the parents of its own ends, but no
 * obstacle else, and goes around what else stands in them.
 *
 * Returns: its number, from 0 up
 */
int       tl_router_add    (TlRouter     *self,
                            const TlRect *bounds,
                            int           parent);

/**
 * tl_router_find:
 * @from: obstacle the path starts at
 * @from_ports: (array length=n_from): points on its outline
 * @to: obstacle it ends at
 * @to_ports: (array length=n_to): points on its outline
 * @points: (element-type TlPoint): takes the path, ends included
 *
 * Finds a short path with few bends. The work is bounded; where there is no
 * path, or looking for it would take too long, @points is a path with one or
 * two bends that may cross obstacles.
 *
 * Returns: whether the path crosses nothing
 */
gboolean  tl_router_find   (TlRouter          *self,
                            int                from,
                            const TlRoutePort *from_ports,
                            guint              n_from,
                            int                to,
                            const TlRoutePort *to_ports,
                            guint              n_to,
                            GArray            *points);

/**
 * tl_router_spread:
 * @paths: (element-type GArray): paths of this router, each of TlPoint
 * @distance: wanted between lines side by side
 *
 * Moves pieces of different paths that lie on one another apart, as far as the
 * gutter they are in has room. Ends stay where they are.
 */
void      tl_router_spread (TlRouter          *self,
                            GPtrArray         *paths,
                            double             distance);

/* Whether no obstacle touches an area. */
gboolean  tl_router_is_free (TlRouter        *self,
                             const TlRect    *area);

/* A line across a gutter: it enters at one height and leaves at another. */
typedef struct
{
  double start; /* y at the left side */
  double end;   /* y at the right side */
  guint  track; /* from 0 at the left side */
} TlRouteLane;

/**
 * tl_route_assign_lanes:
 * @lanes: (array length=n): lines; their tracks are set
 *
 * Gives each line a track along the gutter, so that no two lie on one another
 * and few cross.
 *
 * Returns: how many tracks there are
 */
guint     tl_route_assign_lanes (TlRouteLane  *lanes,
                                 guint         n);

/* Ports in the middle of the sides in @sides (bits 1 << TlRouteSide); @ports has
 * room for four. Returns how many. */
guint     tl_route_make_ports (const TlRect   *bounds,
                               guint           sides,
                               TlRoutePort    *ports);

/* Whether a piece of a path goes through the inside of a rectangle. */
gboolean  tl_route_crosses    (const TlPoint  *a,
                               const TlPoint  *b,
                               const TlRect   *bounds);

G_END_DECLS
