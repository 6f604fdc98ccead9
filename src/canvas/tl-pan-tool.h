/* tl-pan-tool.h: drag to move the view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* Dragging with the first or the middle button, from anywhere, or with a finger. A
 * drag shorter than the threshold of the system stays a click. In an editable canvas
 * the first button does so only with Space held. */
GtkEventController *tl_pan_tool_new (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
