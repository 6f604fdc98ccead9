/* tl-view-columns.h: components in columns, with the backbones as straight lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view-box.h"

G_BEGIN_DECLS

/* Columns side by side. Each holds one part for a backbone or several, one
 * below the other: a panel whose boxes stand in a grid above the row of its
 * backbone, in that row, and in a grid beneath it. The rows of one backbone are
 * at the same height in all columns. */
typedef struct _TlViewColumns TlViewColumns;

#define TL_VIEW_MAX_LINES 2

/* Where boxes stand that are not on the line of their part. */
typedef enum
{
  TL_VIEW_ROWS_BOTH,  /* half of them above it */
  TL_VIEW_ROWS_ABOVE,
  TL_VIEW_ROWS_BELOW,
} TlViewRows;

TlViewColumns *tl_view_columns_new      (TlViewBuild   *build,
                                         TlViewPlaces  *places,
                                         double         gutter);
void           tl_view_columns_free     (TlViewColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlViewColumns, tl_view_columns_free)

/* Says where the boxes of a line's parts stand. */
void           tl_view_columns_set_rows (TlViewColumns *self,
                                         guint          line,
                                         TlViewRows     rows);

/* Says whether columns may end at different heights. */
void           tl_view_columns_set_ragged (TlViewColumns *self,
                                           gboolean       ragged);

/* Says what is between two circles of a box, where relations end at them. */
void           tl_view_columns_set_apart (TlViewColumns *self,
                                          double        apart);

/* Adds a column of @n_boxes boxes side by side; returns its number. */
guint          tl_view_columns_add      (TlViewColumns *self,
                                         guint          n_boxes);

/**
 * tl_view_columns_add_part:
 * @column: number of a column
 * @line: number of the backbone whose row it has
 * @panel: (transfer none): a column flow that takes the boxes
 * @components: (element-type TlComponent): what it shows
 * @only: (nullable) (element-type TlDataObject): if it is guests, the data
 *   objects of them to show
 */
void           tl_view_columns_add_part (TlViewColumns *self,
                                         guint          column,
                                         guint          line,
                                         TlFlow        *panel,
                                         GPtrArray     *components,
                                         GPtrArray     *only);

/* Makes the boxes of all parts. */
void           tl_view_columns_fill     (TlViewColumns *self);
/* Evens out the heights; measure before and after. */
void           tl_view_columns_align    (TlViewColumns *self);
/* Adds the backbones through what is shown of them, once all is in the scene.
 * @start, @end: where a line that goes on outside comes from and goes to. */
void           tl_view_columns_add_lines (TlViewColumns *self,
                                          double         start,
                                          double         end);

/* Number of the backbone that runs through some of the components; @fallback
 * if none does. */
guint          tl_view_columns_find_line (TlViewColumns            *self,
                                          const TlComponent *const *components,
                                          guint                     fallback);

/* (transfer full) (element-type TlComponent) */
GPtrArray     *tl_view_list_components  (const TlComponent *const *components);

G_END_DECLS
