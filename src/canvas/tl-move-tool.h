/* tl-move-tool.h: drag nodes to move them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* Dragging a movable node moves all that are selected, or, if it is not, selects it.
 * They come to rest level with what is near, or on a grid; with Alt held, anywhere.
 * Asks for `move-nodes` when they are dropped. */
GtkEventController *tl_move_tool_new (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
