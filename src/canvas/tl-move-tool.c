/* tl-move-tool.c: drag nodes to move them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-move-tool.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-room.h"

#include <math.h>

#define TOLERANCE 6.0 /* logical pixels */

typedef struct
{
  TlSnap  *snap;
  TlRect   box;    /* of all that is moved, where it was */
  TlPoint  anchor; /* corner of what was pressed */
  TlPoint  grid;
  TlPoint  least;  /* as far to the left and up as they may go … */
  double   most;   /* … and to the right */
  TlPoint  by;
  GArray  *guides; /* TlGuide */
} Move;

static gboolean
accepts (TlCanvas    *canvas,
         const TlHit *hit)
{
  return hit->kind == TL_HIT_NODE
         && (tl_scene_get_node (canvas->scene, hit->index)->flags & TL_NODE_MOVABLE) != 0;
}

/* What is moved: not what is in another that is moved. */
static GArray *
list_nodes (TlCanvas *canvas)
{
  const GArray *selected = canvas->selection.nodes;
  GArray *nodes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), selected->len);

  for (guint i = 0; i < selected->len; i++)
    {
      guint32 index = g_array_index (selected, guint32, i);
      const TlNode *node = tl_scene_get_node (canvas->scene, index);
      gboolean within = FALSE;

      for (int parent = node->parent; parent >= 0 && !within; parent = tl_scene_get_node (canvas->scene, (guint) parent)->parent)
        within = tl_selection_contains (&canvas->selection, tl_item_of_node (parent))
                 && (tl_scene_get_node (canvas->scene, (guint) parent)->flags & TL_NODE_MOVABLE) != 0;
      if (!within && (node->flags & TL_NODE_MOVABLE) != 0)
        g_array_append_val (nodes, index);
    }
  return nodes;
}

static void
measure (Move         *move,
         TlCanvas     *canvas,
         TlRoom       *room,
         const GArray *nodes)
{
  move->box = (TlRect) { 0, 0, -1, -1 };
  move->least = (TlPoint) { -INFINITY, -INFINITY };
  move->most = INFINITY;
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 index = g_array_index (nodes, guint32, i);
      const TlNode *node = tl_scene_get_node (canvas->scene, index);
      TlPoint origin;

      move->box = tl_rect_union (&move->box, &node->bounds);
      if (!tl_room_get_origin (room, index, &origin))
        continue;
      /* One that is outside already need not come in. */
      if (tl_scene_is_mirrored (canvas->scene))
        move->most = MIN (move->most, MAX (origin.x - node->bounds.x - node->bounds.width, 0));
      else
        move->least.x = MAX (move->least.x, MIN (origin.x - node->bounds.x, 0));
      move->least.y = MAX (move->least.y, MIN (origin.y - node->bounds.y, 0));
    }
}

static void
begin (TlDrag *drag)
{
  TlCanvas *canvas = drag->canvas;
  TlItem pressed = tl_hit_get_item (&drag->hit);
  Move *move = g_new0 (Move, 1);
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (TlRoom) room = NULL;
  TlRect bounds = tl_scene_get_node (canvas->scene, pressed.index)->bounds;

  if (!tl_selection_contains (&canvas->selection, pressed) && (drag->state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
    tl_canvas_select (canvas, pressed);
  else
    tl_canvas_select_also (canvas, pressed, TRUE);

  nodes = list_nodes (canvas);
  room = tl_room_new (canvas->scene, canvas->font);
  move->anchor = (TlPoint) { tl_scene_is_mirrored (canvas->scene) ? bounds.x + bounds.width : bounds.x, bounds.y };
  if (!tl_room_get_origin (room, pressed.index, &move->grid))
    move->grid = (TlPoint) { 0, 0 };
  move->guides = g_array_new (FALSE, FALSE, sizeof (TlGuide));
  measure (move, canvas, room, nodes);
  tl_canvas_lift (canvas, nodes);
  move->snap = tl_canvas_create_snap (canvas);
  drag->data = move;
}

static void
update (TlDrag *drag)
{
  TlCanvas *canvas = drag->canvas;
  Move *move = drag->data;
  TlPoint by = { drag->now.x - drag->start.x, drag->now.y - drag->start.y };

  g_array_set_size (move->guides, 0);
  if ((drag->state & GDK_ALT_MASK) == 0)
    tl_snap_move (move->snap, &move->box, &move->grid, &move->anchor, &by, TOLERANCE / canvas->view.scale, move->guides);
  move->by = (TlPoint) { CLAMP (by.x, move->least.x, move->most), MAX (by.y, move->least.y) };
  /* It is not level with anything any more. */
  if (move->by.x != by.x || move->by.y != by.y)
    g_array_set_size (move->guides, 0);
  tl_canvas_move_lift (canvas, move->by.x, move->by.y);
}

static void
end (TlDrag  *drag,
     gboolean done)
{
  TlCanvas *canvas = drag->canvas;
  Move *move = g_steal_pointer (&drag->data);
  TlPoint by = move->by;

  tl_snap_free (move->snap);
  g_array_unref (move->guides);
  g_free (move);
  if (!done || (by.x == 0 && by.y == 0))
    {
      tl_canvas_put_back (canvas);
      return;
    }
  tl_canvas_set_down (canvas);
  g_signal_emit_by_name (canvas, "move-nodes", by.x, by.y);
}

static gboolean
measure_guides (TlDrag *drag,
                TlRect *area)
{
  Move *move = drag->data;

  return tl_canvas_measure_guides (drag->canvas, move->guides, area);
}

static void
draw (TlDrag  *drag,
      cairo_t *cr)
{
  Move *move = drag->data;

  tl_canvas_draw_guides (drag->canvas, cr, move->guides);
}

GtkEventController *
tl_move_tool_new (TlCanvas *canvas)
{
  static const TlDragClass klass = { accepts, begin, update, end, measure_guides, draw, "move" };

  return tl_drag_new (canvas, &klass);
}
