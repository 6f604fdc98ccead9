/* tl-legend.h: says what the colours of an overlay mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "analysis/tl-overlay.h"

G_BEGIN_DECLS

/**
 * TlLegend:
 *
 * The steps of an overlay's scale in their colours and words.
 *
 * Properties:
 * - `brief` (boolean, on construction): the steps alone, without the note on what has none
 */
#define TL_TYPE_LEGEND (tl_legend_get_type ())
G_DECLARE_FINAL_TYPE (TlLegend, tl_legend, TL, LEGEND, GtkWidget)

/* @overlay: (nullable): whose scale to show; only read during the call */
void tl_legend_set_overlay (TlLegend        *self,
                            const TlOverlay *overlay);

G_END_DECLS
