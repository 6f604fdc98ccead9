/* tl-route-private.h: the obstacles of a router
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-route.h"

G_BEGIN_DECLS

/* How far from an obstacle others decide on its lines. */
#define TL_ROUTE_REACH 52.0

typedef struct
{
  TlRect bounds;
  int    parent;
  guint  stamp;     /* of the query that met it last */
  double lines[4];  /* TlRouteSide: x or y in the middle of the gutter at that side */
} TlRouteObstacle;

struct _TlRouter
{
  GArray     *obstacles; /* of TlRouteObstacle */
  GHashTable *cells;     /* cell → GArray of guint32: obstacles in it */
  guint       n_ready;   /* obstacles whose lines are worked out */
  guint       stamp;
  GArray     *found;     /* of guint32: scratch of queries */

  /* Scratch of searches, kept from path to path. */
  GArray     *xs;
  GArray     *ys;
  GArray     *blocked;   /* of guint32: obstacles of this search */
  GArray     *states;
  GArray     *heap;
  GByteArray *walls;
};

/* Obstacles that touch @area, into self->found; in no order. */
void     tl_router_query     (TlRouter     *self,
                              const TlRect *area);
/* Works out the lines in the gutters. */
void     tl_router_prepare   (TlRouter     *self);
gboolean tl_router_is_within (TlRouter     *self,
                              int           obstacle,
                              int           ancestor); /* itself included */

#define tl_router_get(self, i) (&g_array_index ((self)->obstacles, TlRouteObstacle, (i)))

G_END_DECLS
