/* tl-matrix-scene.h: a traceability matrix as a picture, for paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-matrix.h"
#include "diagram/tl-scene.h"

G_BEGIN_DECLS

/* More cells than this nobody reads on paper. */
#define TL_MATRIX_SCENE_MAX_CELLS 5000

/**
 * tl_matrix_scene_build:
 * @legend: what the marks in the cells mean
 *
 * Returns: (transfer full) (nullable): names of rows and columns, and the marks;
 *   %NULL for no cells, or more than %TL_MATRIX_SCENE_MAX_CELLS
 */
TlScene *tl_matrix_scene_build (TlMatrix                   *matrix,
                                const PangoFontDescription *font,
                                const char                 *legend) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
