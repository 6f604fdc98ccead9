/* tl-gap-panel.h: where the line of a service is broken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlGapPanel:
 *
 * The gaps of a service as a list under a line that sums up.
 *
 * Properties:
 * - `n-gaps` (uint, read-only)
 *
 * Signals:
 * - `message (const char *text, gboolean undoable)`: as of TlGapList
 * - `added (TlRecord *element)`: likewise
 * - `closed ()`: the user has seen enough
 */
#define TL_TYPE_GAP_PANEL (tl_gap_panel_get_type ())
G_DECLARE_FINAL_TYPE (TlGapPanel, tl_gap_panel, TL, GAP_PANEL, GtkWidget)

void  tl_gap_panel_set_session (TlGapPanel *self,
                                TlSession  *session); /* nullable */
void  tl_gap_panel_set_service (TlGapPanel *self,
                                TlRecord   *service); /* nullable */
guint tl_gap_panel_get_n_gaps  (TlGapPanel *self);

G_END_DECLS
