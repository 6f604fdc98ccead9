/* tl-matrix-table.h: a traceability matrix as a table, for paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-matrix.h"
#include "diagram/tl-print-table.h"

G_BEGIN_DECLS

/* More cells than this nobody reads on paper. */
#define TL_MATRIX_TABLE_MAX_CELLS 250000

/* Whether it is small enough; also if it is empty. */
gboolean tl_matrix_table_fits         (TlMatrix     *matrix);
/* "Online payments: Conceptual and Logical" (transfer full) */
char    *tl_matrix_table_create_title (TlMatrix     *matrix) G_GNUC_WARN_UNUSED_RESULT;
void     tl_matrix_table_add_columns  (TlMatrix     *matrix,
                                       TlPrintTable *table);
/* The name of a row, and its marks, as in the window. */
void     tl_matrix_table_add_row      (TlMatrix     *matrix,
                                       guint         row,
                                       TlPrintTable *table);

G_END_DECLS
