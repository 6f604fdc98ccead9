/* tl-select-tool.h: click to select
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* A click selects a node, or nothing; a double click goes into it. In an editable
 * canvas a click selects edges, too, with Shift or Ctrl it adds or takes away, and
 * a double click where there is nothing asks for something to be added. */
GtkEventController *tl_select_tool_new (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* A secondary click asks for a menu. */
GtkEventController *tl_menu_tool_new   (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
