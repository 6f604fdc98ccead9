/* tl-matrix-grid.h: a matrix on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlMatrixGrid:
 *
 * Draws the cells of a matrix that can be seen, under the names of their columns
 * and beside those of their rows, which stay when it is scrolled; so it may have as
 * many as it likes. A click or Space toggles a cell; arrows, Home, End and Page
 * keys, with Ctrl for the whole matrix, go from cell to cell, each of which is
 * announced. A click on a name selects the element.
 *
 * Signals:
 * - `moved`: the current cell is another, or says something else
 * - `select (TlRecord *element)`: its name was clicked
 * - `reveal (TlRecord *element)`: it was clicked twice, or asked for in the menu
 * - `refused (const char *why)`: a cell cannot be toggled
 */
#define TL_TYPE_MATRIX_GRID (tl_matrix_grid_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrixGrid, tl_matrix_grid, TL, MATRIX_GRID, GtkWidget)

void       tl_matrix_grid_set_matrix  (TlMatrixGrid *self,
                                       TlMatrix     *matrix); /* nullable */

/* The cell that has the keyboard or had it last; FALSE if there is none. */
gboolean   tl_matrix_grid_get_current (TlMatrixGrid *self,
                                       guint        *row,
                                       guint        *column);
/* Brings a cell into view and makes it the current one. */
void       tl_matrix_grid_set_current (TlMatrixGrid *self,
                                       guint         row,
                                       guint         column);

/* Where a cell is drawn, in units of the widget. */
void       tl_matrix_grid_get_area    (TlMatrixGrid *self,
                                       guint         row,
                                       guint         column,
                                       GdkRectangle *area);

G_END_DECLS
