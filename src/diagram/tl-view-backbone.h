/* tl-view-backbone.h: the line that runs through a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view-private.h"

G_BEGIN_DECLS

/**
 * tl_view_add_backbone:
 * @objects: (element-type TlDataObject): what stands on the line, in order
 * @nodes: index of the circle of each
 * @start: x where the line comes from, left of the first circle; NAN if it
 *   starts there
 * @end: x where its arrow points to; NAN if it ends at the last circle
 * @multiplicities: whether to write them at the steps
 *
 * Adds the line: one piece from circle to circle, each from middle to middle,
 * so that it is never interrupted. Where circles stand at different heights it
 * steps halfway.
 */
void tl_view_add_backbone (TlViewBuild *self,
                           GPtrArray   *objects,
                           const int   *nodes,
                           double       start,
                           double       end,
                           gboolean     multiplicities);

/* Middle of a circle that is in the scene. */
TlPoint tl_view_get_centre (TlViewBuild *self,
                            int          node);

G_END_DECLS
