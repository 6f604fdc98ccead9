/* tl-touch-tool.h: what a finger needs that a mouse does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* Knows whether a finger was the last to do something: ports and handles are larger
 * then. */
GtkEventController *tl_touch_tool_new      (TlCanvas *canvas);
/* A finger that stays where it is asks for the menu. */
GtkEventController *tl_long_press_tool_new (TlCanvas *canvas);

G_END_DECLS
