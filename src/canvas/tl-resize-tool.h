/* tl-resize-tool.h: drag a corner of a node to resize it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* Dragging a handle asks for `resize-node` when it is dropped. The corner comes to
 * rest level with what is near, or on the grid; with Alt held, anywhere. */
GtkEventController *tl_resize_tool_new (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* The same by keys: by so many canvas units wider and higher. FALSE if there is no
 * single node that can be resized. */
gboolean            tl_resize_by       (TlCanvas *canvas,
                                        double    width,
                                        double    height);

G_END_DECLS
