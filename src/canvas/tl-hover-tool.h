/* tl-hover-tool.h: rest on a node to see what it is connected to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* The node the pointer rests on is hovered a moment later, so that passing over
 * nodes does not flicker; from one hovered node to the next there is no delay. */
GtkEventController *tl_hover_tool_new (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
