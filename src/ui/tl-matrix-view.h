/* tl-matrix-view.h: the traceability matrix, with what to show in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-print-content.h"
#include "ui/tl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlMatrixView:
 *
 * The matrix of the project of a session, of one service or of all: which service
 * models, kinds and names, and the matrix as a file.
 *
 * Signal: `message (const char *text, gboolean undoable)`: for a toast.
 */
#define TL_TYPE_MATRIX_VIEW (tl_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrixView, tl_matrix_view, TL, MATRIX_VIEW, GtkWidget)

void tl_matrix_view_set_session (TlMatrixView *self,
                                 TlSession    *session); /* nullable */
/* Of which service; NULL: of all. */
void tl_matrix_view_set_service (TlMatrixView *self,
                                 TlRecord     *service);

/* The matrix for paper (transfer full), or NULL: then @why, if it is not just empty, is a
 * sentence (static, translated). */
TlPrintContent *tl_matrix_view_create_print_content (TlMatrixView  *self,
                                                     const char   **why) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the matrix as it is shown, in slices and in a worker; `message` tells. */
void tl_matrix_view_export      (TlMatrixView *self,
                                 GFile        *file);

G_END_DECLS
