/* tl-matrix-axis-bar.h: what stands in the rows or the columns of a matrix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlMatrixAxisBar:
 *
 * A service model, a kind of its elements and a text that they have to match, for one
 * axis of a matrix; sets them in the matrix at once.
 */
#define TL_TYPE_MATRIX_AXIS_BAR (tl_matrix_axis_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrixAxisBar, tl_matrix_axis_bar, TL, MATRIX_AXIS_BAR, GtkWidget)

void tl_matrix_axis_bar_set_matrix (TlMatrixAxisBar *self,
                                    TlMatrix        *matrix, /* nullable */
                                    TlMatrixAxis     axis);
/* What is chosen of the elements, "Capabilities, “pay”"; NULL for all. (transfer full) */
char *tl_matrix_axis_bar_dup_choice (TlMatrixAxisBar *self) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what the matrix has: its lane may have gone to the other axis. */
void tl_matrix_axis_bar_update     (TlMatrixAxisBar *self);

/* What is chosen, as a text that tl_matrix_axis_bar_restore() understands. */
char *tl_matrix_axis_bar_dup_state (TlMatrixAxisBar *self) G_GNUC_WARN_UNUSED_RESULT;
/* Chooses that again; of any other text what can be understood. There is a matrix. */
void tl_matrix_axis_bar_restore    (TlMatrixAxisBar *self,
                                    const char      *state);

G_END_DECLS
