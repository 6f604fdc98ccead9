/* tl-blueprint-ports.h: where connectors leave and reach the elements of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-route.h"

G_BEGIN_DECLS

#define TL_BLUEPRINT_MAX_PORTS 14
#define TL_BLUEPRINT_MAX_USED  24

/* An element as the end of connectors, in canvas units. */
typedef struct
{
  TlRect  bounds;
  double  chip;       /* how far its chip reaches beneath them */
  gboolean is_station; /* a circle on a line: reached from beneath */
  int     obstacle;   /* of the router */
  guint   n_used;     /* ports that are taken already; the first of them: */
  TlPoint used[TL_BLUEPRINT_MAX_USED];
} TlBlueprintEnd;

/* The ports for a connector between this and @other; @across: a trace into another
 * lane. @ports has
 * room for TL_BLUEPRINT_MAX_PORTS. Returns how many. */
guint tl_blueprint_end_make_ports (const TlBlueprintEnd *self,
                                   const TlBlueprintEnd *other,
                                   gboolean              across,
                                   gboolean              is_start,
                                   TlRoutePort          *ports);
/* Says that a connector ends there. */
void  tl_blueprint_end_use        (TlBlueprintEnd       *self,
                                   const TlPoint        *at);

G_END_DECLS
