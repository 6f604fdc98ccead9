/* tl-diagram-room.h: the room that a canvas has for a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/**
 * TlDiagramRoom:
 *
 * Watches the size of a canvas, and says when its diagram should be arranged for
 * another room.
 *
 * Signals:
 * - `changed ()`: the canvas has its first size, emitted while that is being
 *   allocated; or its shape has become another, has been so for a moment, and the
 *   whole diagram is in view
 */
#define TL_TYPE_DIAGRAM_ROOM (tl_diagram_room_get_type ())
G_DECLARE_FINAL_TYPE (TlDiagramRoom, tl_diagram_room, TL, DIAGRAM_ROOM, GObject)

/* Does not keep @canvas alive. */
TlDiagramRoom *tl_diagram_room_new  (TlCanvas      *canvas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_diagram_room_take:
 * @keep: whether the diagram stays the one it is: then who has come closer keeps
 *   its arrangement, lest it move away beneath them
 *
 * Returns: width ÷ height of the room to arrange a diagram for now; 0 as long as
 *   the canvas has no size
 */
double         tl_diagram_room_take (TlDiagramRoom *self,
                                     gboolean       keep);

G_END_DECLS
