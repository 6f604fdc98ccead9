/* tl-gap-cell.h: a row of a list of gaps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-gap-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlGapCell:
 *
 * A gap: of what, what is missing, and a menu of what mends it; or the service
 * above its gaps, with their number. Follows names and numbers while it is bound.
 *
 * Signals:
 * - `reveal (TlRecord *record)`: to where it is
 * - `choose`: an element to connect with is to be chosen of all there are, for the
 *   action `gap.connect` with its id
 * - `mended (TlRecord *other, const char *text)`: something was done that can be
 *   undone; @other is what was made for it, or %NULL
 * - `failed (const char *text)`: something was not done
 */
#define TL_TYPE_GAP_CELL (tl_gap_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlGapCell, tl_gap_cell, TL, GAP_CELL, GtkWidget)

GtkWidget *tl_gap_cell_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_gap_cell_bind      (TlGapCell *self,
                                  TlGapRow  *row); /* nullable */
TlGapRow  *tl_gap_cell_get_row   (TlGapCell *self); /* NULL unless bound */
void       tl_gap_cell_open_menu (TlGapCell *self);

/* What to call what mends a gap: "Refine into Logical…"; NULL if nothing does
 * (transfer full). */
char      *tl_gap_cell_create_mend_label (const TlGap *gap) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
