/* tl-view-bars.h: the supporting activities as bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view-private.h"

G_BEGIN_DECLS

/**
 * tl_view_make_bars:
 * @n_columns: bars side by side
 *
 * Bars of one width, but for one alone in its row: it is as wide as the row.
 * What an activity consists of stands in its bar.
 *
 * Returns: (transfer full): the bars, not measured yet
 */
TlFlow *tl_view_make_bars (TlViewBuild *self,
                           guint        n_columns);

G_END_DECLS
