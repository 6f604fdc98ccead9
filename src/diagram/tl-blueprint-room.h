/* tl-blueprint-room.h: what of a lane is taken, and what is free
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-geometry.h"

G_BEGIN_DECLS

#define TL_BLUEPRINT_GRID   8.0
#define TL_BLUEPRINT_ACROSS 24.0 /* between boxes side by side */
#define TL_BLUEPRINT_DOWN   32.0 /* between boxes one beneath the other */

/* The rectangles in a lane, in any one unit. Asking costs what is near, not what
 * is there. */
typedef struct _TlBlueprintRoom TlBlueprintRoom;

TlBlueprintRoom *tl_blueprint_room_new  (void);
void             tl_blueprint_room_free (TlBlueprintRoom *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBlueprintRoom, tl_blueprint_room_free)

void             tl_blueprint_room_add  (TlBlueprintRoom *self,
                                         const TlRect    *bounds);
/* Whether nothing is in @bounds, nor nearer to them than @around. */
gboolean         tl_blueprint_room_is_free (TlBlueprintRoom *self,
                                            const TlRect    *bounds,
                                            double           around);

/**
 * tl_blueprint_room_find_near:
 * @anchor: what to stand near
 * @width: how wide what is there is: it should not become wider
 * @bounds: (inout): its size; takes its place
 *
 * Looks beside @anchor, beneath it, and further around it; only if there is
 * nothing, beyond @width. Never left of 0 or above 0.
 *
 * Returns: whether there is a free place near; else @bounds has not changed
 */
gboolean         tl_blueprint_room_find_near (TlBlueprintRoom *self,
                                              const TlRect    *anchor,
                                              double           width,
                                              TlRect          *bounds);
/* Moves @bounds to the first free place at its height, from 0 to @width. */
gboolean         tl_blueprint_room_find_level (TlBlueprintRoom *self,
                                               double           width,
                                               TlRect          *bounds);
/* Moves @bounds to the nearest free place on the grid; beneath all if none is near. */
void             tl_blueprint_room_find_nearest (TlBlueprintRoom *self,
                                                 TlRect          *bounds);
/* Moves @bounds beneath all that was there before the first call, to the end of
 * a row no wider than @width. */
void             tl_blueprint_room_find_beneath (TlBlueprintRoom *self,
                                                 double           width,
                                                 TlRect          *bounds);

G_END_DECLS
