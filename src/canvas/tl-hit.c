/* tl-hit.c: what of a canvas is under the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-grips.h"

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
  TlHit grip;
  int node, edge;

  if (tl_grips_find (canvas, x, y, &grip))
    return grip;

  node = tl_canvas_pick (canvas, x, y);
  if (node >= 0)
    return (TlHit) { TL_HIT_NODE, (guint) node, 0 };

  edge = pick_edge (canvas, x, y);
  return edge >= 0 ? (TlHit) { TL_HIT_EDGE, (guint) edge, 0 } : (TlHit) { TL_HIT_EMPTY, 0, 0 };
}

int
tl_hit_get_node (const TlHit *self)
{
  return self->kind == TL_HIT_EMPTY || self->kind == TL_HIT_EDGE ? -1 : (int) self->index;
}

TlItem
tl_hit_get_item (const TlHit *self)
{
  switch (self->kind)
    {
    case TL_HIT_NODE:
    case TL_HIT_PORT:
    case TL_HIT_HANDLE:
      return (TlItem) { TL_ITEM_NODE, self->index };
    case TL_HIT_EDGE:
      return (TlItem) { TL_ITEM_EDGE, self->index };
    case TL_HIT_EMPTY:
    default:
      return TL_NO_ITEM;
    }
}
