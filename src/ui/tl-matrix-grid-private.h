/* tl-matrix-grid-private.h: what the parts of the grid share; for these files only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-matrix-grid.h"
#include "ui/tl-matrix-spot.h"

G_BEGIN_DECLS

struct _TlMatrixGrid
{
  GtkWidget            parent_instance;

  TlMatrix            *matrix;
  gulong               changed_handler;
  GtkAdjustment       *adjustments[2];     /* by GtkOrientation */
  GtkScrollablePolicy  policies[2];
  TlMatrixSpot        *spots[2];           /* take turns, so that each move is a change of focus */
  guint                spot;               /* which one stands at the current cell */
  GtkWidget           *menu;

  guint                current[2];         /* by TlMatrixAxis */
  TlRecord            *current_elements[2]; /* held: where to go on when rows come and go */
  int                  hovered[2];         /* -1: none */

  int                  cell;               /* width and height of a cell */
  int                  header[2];          /* by GtkOrientation: width of the names of rows, height of those of columns */
  GHashTable          *layouts;            /* element to PangoLayout of its name */
};

guint    tl_matrix_grid_get_n           (TlMatrixGrid *self,
                                         TlMatrixAxis  axis);
gboolean tl_matrix_grid_is_empty        (TlMatrixGrid *self);
void     tl_matrix_grid_toggle          (TlMatrixGrid *self); /* the current cell */

/* tl-matrix-grid-input.c */
void     tl_matrix_grid_add_controllers (TlMatrixGrid *self);
gboolean tl_matrix_grid_query_tooltip   (GtkWidget    *widget,
                                         int           x,
                                         int           y,
                                         gboolean      keyboard,
                                         GtkTooltip   *tooltip);
void     tl_matrix_grid_act             (GtkWidget    *widget,
                                         const char   *action,
                                         GVariant     *unused);

/* tl-matrix-grid-draw.c */
void     tl_matrix_grid_measure_text    (TlMatrixGrid *self);
void     tl_matrix_grid_draw            (TlMatrixGrid *self,
                                         cairo_t      *cr);

/* Right to left, the names of rows stand at the right, and columns go left from there. */
gboolean tl_matrix_grid_is_mirrored     (TlMatrixGrid *self);

/* How much of an axis has gone out of sight before what can be seen of it. */
double   tl_matrix_grid_get_offset      (TlMatrixGrid *self,
                                         TlMatrixAxis  axis);

/* Places: the first of an axis that can be seen, and past the last. */
void     tl_matrix_grid_get_visible     (TlMatrixGrid *self,
                                         TlMatrixAxis  axis,
                                         guint        *first,
                                         guint        *end);

/* Rows go down, columns go right, or left. */
static inline GtkOrientation
tl_matrix_grid_get_orientation (TlMatrixAxis axis)
{
  return axis == TL_MATRIX_ROWS ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

G_END_DECLS
