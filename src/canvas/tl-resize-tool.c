/* tl-resize-tool.c: drag a corner of a node to resize it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-resize-tool.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-room.h"

#include <math.h>

#define TOLERANCE    6.0  /* logical pixels */
#define LEAST_WIDTH  48.0 /* canvas units */
#define LEAST_HEIGHT 32.0

typedef struct
{
  guint    node;
  guint    borders; /* bits of those that move */
  TlSnap  *snap;
  TlRect   before;
  TlRect   now;
  TlPoint  origin;  /* of the parent's content … */
  gboolean inside;  /* … if there is one */
  gboolean mirrored; /* it is the right one that is not to be crossed */
  GArray  *guides;  /* TlGuide */
} Resize;

static gboolean
accepts (TlCanvas    *canvas,
         const TlHit *hit)
{
  return hit->kind == TL_HIT_HANDLE;
}

static void
begin (TlDrag *drag)
{
  TlCanvas *canvas = drag->canvas;
  Resize *resize = g_new0 (Resize, 1);
  g_autoptr (TlRoom) room = tl_room_new (canvas->scene, canvas->font);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 node = drag->hit.index;

  resize->node = node;
  resize->borders = drag->hit.part;
  resize->before = resize->now = tl_scene_get_node (canvas->scene, node)->bounds;
  resize->inside = tl_room_get_origin (room, node, &resize->origin);
  resize->mirrored = tl_scene_is_mirrored (canvas->scene);
  resize->guides = g_array_new (FALSE, FALSE, sizeof (TlGuide));
  g_array_append_val (nodes, node);
  tl_canvas_lift_each (canvas, nodes);
  tl_lift_set_ring (canvas->lift, 0, TRUE);
  resize->snap = tl_canvas_create_snap (canvas);
  drag->data = resize;
}

/* Not smaller than can be read, nor out of the parent to where it begins or upwards. */
static void
limit (Resize *resize,
       TlRect *bounds)
{
  double right = resize->before.x + resize->before.width, bottom = resize->before.y + resize->before.height;
  double least_width = MIN (LEAST_WIDTH, resize->before.width);
  double least_height = MIN (LEAST_HEIGHT, resize->before.height);

  if ((resize->borders & 1 << TL_SNAP_LEFT) != 0)
    {
      double left = MIN (bounds->x, right - least_width);

      if (resize->inside && !resize->mirrored)
        left = MAX (left, MIN (resize->origin.x, resize->before.x));
      bounds->x = left;
      bounds->width = right - left;
    }
  if ((resize->borders & 1 << TL_SNAP_TOP) != 0)
    {
      double top = MIN (bounds->y, bottom - least_height);

      if (resize->inside)
        top = MAX (top, MIN (resize->origin.y, resize->before.y));
      bounds->y = top;
      bounds->height = bottom - top;
    }
  if ((resize->borders & 1 << TL_SNAP_RIGHT) != 0 && resize->inside && resize->mirrored)
    bounds->width = MIN (bounds->width, MAX (resize->origin.x, right) - bounds->x);
  bounds->width = MAX (bounds->width, least_width);
  bounds->height = MAX (bounds->height, least_height);
}

static void
update (TlDrag *drag)
{
  TlCanvas *canvas = drag->canvas;
  Resize *resize = drag->data;
  TlPoint by = { drag->now.x - drag->start.x, drag->now.y - drag->start.y };
  TlPoint grid = resize->inside ? resize->origin : (TlPoint) { 0, 0 };
  TlRect bounds = resize->before;

  if ((resize->borders & 1 << TL_SNAP_LEFT) != 0)
    bounds.x += by.x, bounds.width -= by.x;
  else
    bounds.width += by.x;
  if ((resize->borders & 1 << TL_SNAP_TOP) != 0)
    bounds.y += by.y, bounds.height -= by.y;
  else
    bounds.height += by.y;

  g_array_set_size (resize->guides, 0);
  limit (resize, &bounds);
  if ((drag->state & GDK_ALT_MASK) == 0)
    tl_snap_resize (resize->snap, &bounds, resize->borders, &grid, TOLERANCE / canvas->view.scale, resize->guides);
  limit (resize, &bounds);
  resize->now = bounds;
  tl_lift_place (canvas->lift, 0, &bounds);
}

static void
end (TlDrag  *drag,
     gboolean done)
{
  TlCanvas *canvas = drag->canvas;
  Resize *resize = g_steal_pointer (&drag->data);
  g_autofree char *key = g_strdup (tl_scene_get_node (canvas->scene, resize->node)->key);
  TlRect bounds = resize->now;
  gboolean same = bounds.x == resize->before.x && bounds.y == resize->before.y
                  && bounds.width == resize->before.width && bounds.height == resize->before.height;

  if (!done)
    tl_lift_place (canvas->lift, 0, &resize->before);
  tl_snap_free (resize->snap);
  g_array_unref (resize->guides);
  g_free (resize);
  if (!done || same)
    {
      tl_canvas_put_back (canvas);
      return;
    }
  tl_canvas_set_down (canvas);
  g_signal_emit_by_name (canvas, "resize-node", key, &bounds);
}

static gboolean
measure (TlDrag *drag,
         TlRect *area)
{
  return tl_canvas_measure_guides (drag->canvas, ((Resize *) drag->data)->guides, area);
}

static void
draw (TlDrag  *drag,
      cairo_t *cr)
{
  tl_canvas_draw_guides (drag->canvas, cr, ((Resize *) drag->data)->guides);
}

GtkEventController *
tl_resize_tool_new (TlCanvas *canvas)
{
  static const TlDragClass klass = { accepts, begin, update, end, measure, draw, NULL };

  return tl_drag_new (canvas, &klass);
}

gboolean
tl_resize_by (TlCanvas *canvas,
              double    width,
              double    height)
{
  const TlNode *node;
  g_autofree char *key = NULL;
  gboolean mirrored;
  TlRect bounds;

  if (canvas->selected < 0 || tl_selection_get_size (&canvas->selection) != 1)
    return FALSE;
  node = tl_scene_get_node (canvas->scene, (guint) canvas->selected);
  if ((node->flags & TL_NODE_RESIZABLE) == 0)
    return FALSE;

  /* Where it begins it stays. */
  bounds = node->bounds;
  mirrored = tl_scene_is_mirrored (canvas->scene);
  bounds.width = MAX (bounds.width + (mirrored ? -width : width), MIN (LEAST_WIDTH, bounds.width));
  if (mirrored)
    bounds.x += node->bounds.width - bounds.width;
  bounds.height = MAX (bounds.height + height, MIN (LEAST_HEIGHT, bounds.height));
  key = g_strdup (node->key);
  g_signal_emit_by_name (canvas, "resize-node", key, &bounds);
  tl_canvas_say_size (canvas, &bounds);
  return TRUE;
}
