/* tl-zoom-tool.h: scroll and pinch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* A wheel zooms at the pointer; with Shift it moves the view sideways. A touchpad
 * moves the view, and zooms with Ctrl. */
GtkEventController *tl_scroll_tool_new (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* Two fingers zoom at the point between them and move with it. */
GtkEventController *tl_pinch_tool_new  (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
