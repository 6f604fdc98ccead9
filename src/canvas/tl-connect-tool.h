/* tl-connect-tool.h: drag from a port to connect
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* A line drawn from a port to another node asks for `connect-nodes`, one to where
 * nothing is for `connect-to-empty`. */
GtkEventController *tl_connect_tool_new (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
