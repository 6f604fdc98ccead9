/* tl-canvas-rings.c: rings around all that is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#define FEW        24  /* rings that are painted in each frame; more are a picture of their own */
#define RING_REACH 8.0 /* of a ring, logical pixels */

static void
changed_cb (gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

void
tl_canvas_update_rings (TlCanvas *self)
{
  const GArray *nodes = self->selection.nodes;
  g_autoptr (TlMarks) marks = NULL;
  g_autoptr (TlContent) content = NULL;

  if (nodes->len <= FEW || self->content == NULL)
    {
      g_clear_pointer (&self->rings, tl_picture_free);
      return;
    }

  marks = tl_marks_new (self->scene);
  for (guint i = 0; i < nodes->len; i++)
    marks->nodes[g_array_index (nodes, guint32, i)] = 1;
  content = tl_content_new_part (self->content, TL_CONTENT_RINGS, marks, 1);
  if (self->rings == NULL)
    self->rings = tl_picture_new (changed_cb, self);
  tl_picture_set_content (self->rings, content, TRUE);
}

static void
paint_rings (TlCanvas *self,
             cairo_t  *cr)
{
  TlRect visible = tl_viewport_get_visible (&self->view);
  const GArray *nodes = self->selection.nodes, *edges = self->selection.edges;

  visible = tl_rect_grow (&visible, RING_REACH / self->view.scale);
  for (guint i = 0; i < edges->len; i++)
    {
      guint32 edge = g_array_index (edges, guint32, i);
      TlRect bounds = tl_scene_get_edge_bounds (self->scene, edge);

      if (tl_rect_intersects (&bounds, &visible))
        tl_painter_paint_edge_ring (self->painter, cr, self->scene, edge, self->view.scale);
    }
  for (guint i = 0; i < nodes->len && self->rings == NULL; i++)
    {
      guint32 node = g_array_index (nodes, guint32, i);

      if (tl_rect_intersects (&tl_scene_get_node (self->scene, node)->bounds, &visible))
        tl_painter_paint_ring (self->painter, cr, self->scene, node, self->view.scale);
    }
}

void
tl_canvas_aim_rings (TlCanvas *self,
                     double    device_scale)
{
  if (self->rings != NULL)
    tl_picture_aim (self->rings, &self->view, device_scale, self->moving);
}

gboolean
tl_canvas_has_current_rings (TlCanvas *self)
{
  return self->rings == NULL || tl_picture_is_current (self->rings);
}

void
tl_canvas_draw_rings (TlCanvas    *self,
                      GtkSnapshot *snapshot,
                      double       device_scale,
                      gboolean     textures)
{
  if (self->selection.edges->len > 0 || (self->selection.nodes->len > 0 && self->rings == NULL))
    {
      cairo_t *cr = tl_canvas_begin_painting (self, snapshot);

      paint_rings (self, cr);
      cairo_destroy (cr);
    }
  if (self->rings != NULL)
    tl_picture_draw (self->rings, snapshot, &self->view, device_scale, textures);
}

/* The keyboard is at a child, which draws nothing. */
void
tl_canvas_draw_focus (TlCanvas    *self,
                      GtkSnapshot *snapshot)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  cairo_t *cr;

  if (self->focused < 0 || !GTK_IS_WINDOW (root) || !gtk_window_get_focus_visible (GTK_WINDOW (root))
      || !tl_canvas_has_focus_inside (self))
    return;

  cr = tl_canvas_begin_painting (self, snapshot);
  tl_painter_paint_focus (self->painter, cr, self->scene, (guint) self->focused, self->view.scale);
  cairo_destroy (cr);
}

/* The window says so when the keyboard comes or goes, and when it is used after the pointer. */
void
tl_canvas_state_flags_changed (GtkWidget    *widget,
                               GtkStateFlags before)
{
  GtkStateFlags changed = before ^ gtk_widget_get_state_flags (widget);

  if (changed & (GTK_STATE_FLAG_FOCUS_WITHIN | GTK_STATE_FLAG_FOCUS_VISIBLE))
    gtk_widget_queue_draw (widget);
}
