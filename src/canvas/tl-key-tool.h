/* tl-key-tool.h: the keyboard in a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* Arrows follow the geometry, Home and End go to the first and the last node,
 * Space selects, letters jump to the next node whose title begins with them. In an
 * editable canvas Shift and an arrow extend the selection, Ctrl and an arrow nudge
 * it, Ctrl+Space adds to it or takes from it. */
GtkEventController *tl_key_tool_new             (TlCanvas       *canvas) G_GNUC_WARN_UNUSED_RESULT;
/* Lets go of the keys when the keyboard goes elsewhere. */
GtkEventController *tl_key_focus_tool_new       (TlCanvas       *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* canvas.activate, canvas.go-back, canvas.select-none, canvas.select-all and
 * canvas.context-menu with their keys: Enter; Backspace; Escape; Ctrl+A; Menu and
 * Shift+F10. F2 and Delete ask for their signals. */
void                tl_key_tool_install_actions (GtkWidgetClass *klass);

G_END_DECLS
