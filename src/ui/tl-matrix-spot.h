/* tl-matrix-spot.h: the cell of a matrix that has the keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlMatrixSpot:
 *
 * Draws nothing: stands where a cell is drawn, has the keyboard for it, and tells
 * assistive technology what it is: a check, between the names of row and column.
 */
#define TL_TYPE_MATRIX_SPOT (tl_matrix_spot_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrixSpot, tl_matrix_spot, TL, MATRIX_SPOT, GtkWidget)

GtkWidget *tl_matrix_spot_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_matrix_spot_show (TlMatrixSpot *self,
                                TlMatrix     *matrix,
                                guint         row,
                                guint         column);

G_END_DECLS
