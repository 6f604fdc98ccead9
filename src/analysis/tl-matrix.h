/* tl-matrix.h: which element of one service model is traced to which of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-traceability.h"

G_BEGIN_DECLS

typedef enum
{
  TL_MATRIX_ROWS,
  TL_MATRIX_COLUMNS,
} TlMatrixAxis;

#define TL_N_MATRIX_AXES (TL_MATRIX_COLUMNS + 1)

/**
 * TlMatrixState:
 * @TL_MATRIX_NONE: nothing joins the two
 * @TL_MATRIX_INDIRECT: traces lead from the one to the other, over others
 * @TL_MATRIX_RELATED: a relation joins them that is no trace
 * @TL_MATRIX_TRACED: a trace joins them
 */
typedef enum
{
  TL_MATRIX_NONE,
  TL_MATRIX_INDIRECT,
  TL_MATRIX_RELATED,
  TL_MATRIX_TRACED,
} TlMatrixState;

/* The elements of one service model against those of another, of a service with
 * its guests, or of all services. Cells are computed when they are asked for, row
 * by row, so that the whole may be as large as it likes. Follows the project, and
 * holds it; its thread.
 *
 * Signal:
 *   changed (gboolean elements): any cell may be another; with @elements, rows or
 *     columns are others, too */
#define TL_TYPE_MATRIX (tl_matrix_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrix, tl_matrix, TL, MATRIX, GObject)

/**
 * tl_matrix_new:
 * @service: (nullable): %NULL for all services
 *
 * The conceptual model in rows, the logical one in columns.
 */
TlMatrix     *tl_matrix_new            (TlProject            *project,
                                        TlRecord             *service) G_GNUC_WARN_UNUSED_RESULT;
TlProject    *tl_matrix_get_project    (TlMatrix             *self);
TlRecord     *tl_matrix_get_service    (TlMatrix             *self); /* nullable */
void          tl_matrix_set_service    (TlMatrix             *self,
                                        TlRecord             *service); /* nullable */

/* Where the other axis has that lane already, the two trade places. */
TlLane        tl_matrix_get_lane       (TlMatrix             *self,
                                        TlMatrixAxis          axis);
void          tl_matrix_set_lane       (TlMatrix             *self,
                                        TlMatrixAxis          axis,
                                        TlLane                lane);

/* Only elements with all words of @text in name or kind; NULL or "": all. */
void          tl_matrix_set_filter     (TlMatrix             *self,
                                        TlMatrixAxis          axis,
                                        const char           *text);
/* Only elements of one kind; NULL: all. Forgotten when the lane changes. */
const TlElementKind *tl_matrix_get_kind (TlMatrix            *self,
                                         TlMatrixAxis         axis);
void          tl_matrix_set_kind       (TlMatrix             *self,
                                        TlMatrixAxis          axis,
                                        const TlElementKind  *kind);

/* Whether a text or a kind leaves out any. */
gboolean      tl_matrix_is_filtered    (TlMatrix             *self,
                                        TlMatrixAxis          axis);

guint         tl_matrix_get_n          (TlMatrix             *self,
                                        TlMatrixAxis          axis);
TlRecord     *tl_matrix_get_element    (TlMatrix             *self, /* NULL past the end */
                                        TlMatrixAxis          axis,
                                        guint                 position);
/* Where it is, -1 if it is not shown. */
int           tl_matrix_find           (TlMatrix             *self,
                                        TlMatrixAxis          axis,
                                        TlRecord             *element);

TlMatrixState tl_matrix_get_state      (TlMatrix             *self,
                                        guint                 row,
                                        guint                 column);
/* What the first relation between the two is called, from whichever side: "asks for"
 * (translated); NULL if there is none. */
const char   *tl_matrix_get_relation_name (TlMatrix          *self,
                                           guint              row,
                                           guint              column);
/* A sentence on a cell: "Refund is realized by Checkout", "Nothing joins …"
 * (translated, transfer full). */
char         *tl_matrix_describe       (TlMatrix             *self,
                                        guint                 row,
                                        guint                 column);

/* Whether the edition has any relation between the two kinds; fast enough to be
 * asked for every cell in a window. */
gboolean      tl_matrix_is_allowed     (TlMatrix             *self,
                                        guint                 row,
                                        guint                 column);

/**
 * tl_matrix_can_toggle:
 * @why: (out) (optional) (transfer full): why not, a translated sentence; %NULL if it can
 */
gboolean      tl_matrix_can_toggle     (TlMatrix             *self,
                                        guint                 row,
                                        guint                 column,
                                        char                **why);

/**
 * tl_matrix_toggle:
 *
 * Takes away the traces of a cell, or makes one; where the edition has no trace
 * between the two kinds, the likeliest relation that it has. One entry of the
 * history. A new relation is kept in the service of the element it starts at.
 * Errors are those of tl_blueprint_connect().
 */
gboolean      tl_matrix_toggle         (TlMatrix             *self,
                                        guint                 row,
                                        guint                 column,
                                        GError              **error);

G_END_DECLS
