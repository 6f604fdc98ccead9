/* tl-matrix-csv.h: a traceability matrix as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-matrix.h"

G_BEGIN_DECLS

/* Spreadsheets have no more. */
#define TL_MATRIX_CSV_MAX_COLUMNS 16000

/* In the first line the names of the columns, then a line a row: its name, its kind,
 * its service, and in each cell what joins the two: nothing; "X" a trace, "(X)" traces
 * over others, or what the relation is called that is no trace. Line by line, so that
 * a large one need not be made in one go. Fields are safe for spreadsheets. */
void  tl_matrix_csv_append_names (TlMatrix *matrix,
                                  GString  *text);
void  tl_matrix_csv_append_row   (TlMatrix *matrix,
                                  guint     row,
                                  GString  *text);

G_END_DECLS
