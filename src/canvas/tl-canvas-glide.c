/* tl-canvas-glide.c: nodes that go where a new scene has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#define GLIDE_TIME (250 * G_TIME_SPAN_MILLISECOND)
#define PATIENCE   (300 * G_TIME_SPAN_MILLISECOND) /* for the picture without them */
#define MANY       150                             /* nodes that are painted in each frame */

static gboolean
rect_equal (const TlRect *a,
            const TlRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/* Those in view that can be moved, and stand elsewhere now. */
static GArray *
list_gliding (TlCanvas      *self,
              const TlScene *before,
              GArray        *from)
{
  TlRect visible = tl_viewport_get_visible (&self->view);
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < tl_scene_get_n_nodes (self->scene) && nodes->len <= MANY; i++)
    {
      const TlNode *node = tl_scene_get_node (self->scene, i);
      int was = (node->flags & TL_NODE_MOVABLE) != 0 ? tl_scene_find (before, node->key) : -1;
      const TlRect *bounds;

      if (was < 0)
        continue;
      bounds = &tl_scene_get_node (before, (guint) was)->bounds;
      if (rect_equal (bounds, &node->bounds)
          || (!tl_rect_intersects (bounds, &visible) && !tl_rect_intersects (&node->bounds, &visible)))
        continue;
      g_array_append_val (nodes, i);
      g_array_append_val (from, *bounds);
    }
  return nodes;
}

void
tl_canvas_begin_glide (TlCanvas      *self,
                       const TlScene *before)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (TlRect));
  g_autoptr (GArray) nodes = NULL;

  if (!tl_canvas_may_animate (self))
    return;

  nodes = list_gliding (self, before, from);
  if (nodes->len == 0 || nodes->len > MANY)
    return;

  tl_canvas_lift_each (self, nodes);
  for (guint i = 0; i < nodes->len; i++)
    {
      TlItem item = { TL_ITEM_NODE, g_array_index (nodes, guint32, i) };

      tl_lift_place (self->lift, i, &g_array_index (from, TlRect, i));
      tl_lift_set_ring (self->lift, i, tl_selection_contains (&self->selection, item));
    }
  self->glide_from = g_steal_pointer (&from);
  self->glide_asked = g_get_monotonic_time ();
  self->glide_time = 0;
  tl_canvas_start_ticking (self);
}

static double
between (double from,
         double to,
         double share)
{
  return from + (to - from) * share;
}

gboolean
tl_canvas_glide (TlCanvas *self,
                 gint64    now)
{
  const GArray *nodes;
  double t, share;

  if (self->glide_from == NULL)
    return FALSE;
  /* They would be seen twice. */
  if (self->glide_time == 0 && !tl_picture_is_current (self->picture)
      && g_get_monotonic_time () - self->glide_asked < PATIENCE)
    return TRUE;

  if (self->glide_time == 0)
    self->glide_time = now;
  t = CLAMP ((double) (now - self->glide_time) / GLIDE_TIME, 0, 1);
  share = 1 - (1 - t) * (1 - t) * (1 - t);
  nodes = tl_lift_get_nodes (self->lift);
  for (guint i = 0; i < nodes->len; i++)
    {
      const TlRect *from = &g_array_index (self->glide_from, TlRect, i);
      const TlRect *to = &tl_scene_get_node (self->scene, g_array_index (nodes, guint32, i))->bounds;
      TlRect here = { between (from->x, to->x, share), between (from->y, to->y, share),
                      between (from->width, to->width, share), between (from->height, to->height, share) };

      tl_lift_place (self->lift, i, &here);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (t < 1)
    return TRUE;

  tl_canvas_put_back (self);
  return FALSE;
}
