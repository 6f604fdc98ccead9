/* tl-matrix-private.h: what the parts of a matrix share; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-matrix.h"

G_BEGIN_DECLS

typedef struct
{
  TlLane               lane;
  const TlElementKind *kind;     /* NULL: all */
  char               **words;    /* folded; NULL: all */
  GPtrArray           *elements; /* held */
} TlMatrixSide;

struct _TlMatrix
{
  GObject parent_instance;

  TlProject      *project;
  TlTraceability *traceability;
  TlRecord       *service; /* NULL: all */
  TlMatrixSide    sides[TL_N_MATRIX_AXES];
  GHashTable     *rows;    /* element of a row to its cells: element to TlMatrixState, but NONE */
  GHashTable     *allowed; /* kind of a row to kind of a column to whether a relation may join them, plus one */
};

/* All cells have to be computed anew. */
void tl_matrix_forget_cells (TlMatrix *self);

G_END_DECLS
