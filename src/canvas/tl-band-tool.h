/* tl-band-tool.h: drag a rubber band to select
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* A rectangle drawn from where nothing can be moved selects the nodes that it
 * touches, with Shift or Ctrl in addition to those that are selected already. */
GtkEventController *tl_band_tool_new (TlCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
