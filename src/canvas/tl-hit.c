/* tl-hit.c: what of a canvas is under the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#define EDGE_TOLERANCE 6.0 /* logical pixels */

static int
pick_edge (TlCanvas *canvas,
           double    x,
           double    y)
{
  TlPoint point = tl_viewport_from_widget (&canvas->view, x, y);
  int edge;

  if (!canvas->editable || canvas->scene == NULL)
    return -1;

  edge = tl_scene_pick_edge (canvas->scene, point.x, point.y, EDGE_TOLERANCE / canvas->view.scale);
  if (edge >= 0 && tl_scene_get_edge (canvas->scene, (guint) edge)->min_scale > canvas->view.scale)
    return -1;

  return edge;
}

TlHit
tl_hit_find (TlCanvas *canvas,
             double    x,
             double    y)
{
  int node = tl_canvas_pick (canvas, x, y);
  int edge;

  if (node >= 0)
    return (TlHit) { TL_HIT_NODE, (guint) node };

  edge = pick_edge (canvas, x, y);
  return edge >= 0 ? (TlHit) { TL_HIT_EDGE, (guint) edge } : (TlHit) { TL_HIT_EMPTY, 0 };
}

TlItem
tl_hit_get_item (const TlHit *self)
{
  switch (self->kind)
    {
    case TL_HIT_NODE:
      return (TlItem) { TL_ITEM_NODE, self->index };
    case TL_HIT_EDGE:
      return (TlItem) { TL_ITEM_EDGE, self->index };
    case TL_HIT_EMPTY:
    default:
      return TL_NO_ITEM;
    }
}
