/* tl-canvas-frame.h: a canvas with its map, its zoom and a line beneath
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlCanvasFrame:
 *
 * Properties:
 * - `minimap` (boolean, read-write): whether there is a map; remembered
 */
#define TL_TYPE_CANVAS_FRAME (tl_canvas_frame_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvasFrame, tl_canvas_frame, TL, CANVAS_FRAME, GtkWidget)

TlCanvas   *tl_canvas_frame_get_canvas  (TlCanvasFrame *self);
/* That the canvas is the child of: for what stands over it. */
GtkOverlay *tl_canvas_frame_get_overlay (TlCanvasFrame *self);

/* What is said in the line beneath, which is read out when it changes. */
void        tl_canvas_frame_set_status  (TlCanvasFrame *self,
                                         const char    *text);

G_END_DECLS
