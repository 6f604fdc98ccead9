/* tl-arrange.h: aligning and distributing boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  TL_ARRANGE_LEFT,
  TL_ARRANGE_CENTER,
  TL_ARRANGE_RIGHT,
  TL_ARRANGE_TOP,
  TL_ARRANGE_MIDDLE,
  TL_ARRANGE_BOTTOM,
  TL_ARRANGE_ACROSS, /* even gaps from left to right; the outermost stay */
  TL_ARRANGE_DOWN,   /* likewise from top to bottom */
} TlArrangement;

#define TL_N_ARRANGEMENTS (TL_ARRANGE_DOWN + 1)

/* How many boxes an arrangement needs to do anything. */
guint tl_arrange_get_n_needed (TlArrangement  arrangement);

/**
 * tl_arrange:
 * @rects: (array length=n_rects): boxes; their places change, in whole units, and
 *   only in the direction of the arrangement
 *
 * Moves boxes so that they stand in line, at the outermost of them or in the
 * middle of all, or at even distances.
 */
void  tl_arrange              (TlRect        *rects,
                               guint          n_rects,
                               TlArrangement  arrangement);

G_END_DECLS
