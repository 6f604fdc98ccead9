/* tl-snap.h: where what is dragged comes to rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-geometry.h"

G_BEGIN_DECLS

#define TL_SNAP_GRID 8.0 /* canvas units, if not said otherwise */

/* A line that shows what something is level with. */
typedef struct
{
  TlPoint from;
  TlPoint to;
} TlGuide;

/* Borders and middles of what stays where it is. Add all neighbours, then ask. */
typedef struct _TlSnap TlSnap;

TlSnap *tl_snap_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void    tl_snap_free   (TlSnap       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSnap, tl_snap_free)

/* 0: no grid, whatever is asked for with one. */
void    tl_snap_set_grid (TlSnap     *self,
                          double      size);

void    tl_snap_add    (TlSnap       *self,
                        const TlRect *neighbour);

/**
 * tl_snap_move:
 * @box: what is moved, where it was
 * @grid: (nullable): a corner of the grid that @anchor is to stand on
 * @anchor: the corner of what is moved with the pointer that goes onto the grid: the
 *   upper left one, in a mirrored scene the upper right one
 * @by: (inout): how far it is moved; becomes how far it is to be moved
 * @tolerance: how far it may be drawn aside, in canvas units
 * @guides: (element-type TlGuide): takes a line for each border or middle that is
 *   level with a neighbour's
 *
 * Neighbours go before the grid, each axis by itself.
 */
void    tl_snap_move   (TlSnap        *self,
                        const TlRect  *box,
                        const TlPoint *grid,
                        const TlPoint *anchor,
                        TlPoint       *by,
                        double         tolerance,
                        GArray        *guides);

/* The same for one corner of @box: bits 1 << TlSnapBorder of those that move. */
typedef enum
{
  TL_SNAP_LEFT,
  TL_SNAP_TOP,
  TL_SNAP_RIGHT,
  TL_SNAP_BOTTOM,
} TlSnapBorder;

void    tl_snap_resize (TlSnap        *self,
                        TlRect        *box,
                        guint          borders,
                        const TlPoint *grid,
                        double         tolerance,
                        GArray        *guides);

G_END_DECLS
