/* tl-canvas-guides.c: what dragged nodes are level with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "diagram/tl-shape.h"

#include <math.h>

#define LEAST_GRID 1.0 /* canvas units */

#define TOO_MANY 1000 /* neighbours in view: then there is one everywhere */

/* All in view that is not lifted and holds nothing else. */
TlSnap *
tl_canvas_create_snap (TlCanvas *self)
{
  TlRect visible = tl_viewport_get_visible (&self->view);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  TlSnap *snap = tl_snap_new ();

  tl_snap_set_grid (snap, self->snap_to_grid ? self->grid : 0);
  if (!self->snap_to_neighbours)
    return snap;
  tl_scene_query_nodes (self->scene, &visible, found);
  if (found->len > TOO_MANY)
    return snap;

  for (guint i = 0; i < found->len; i++)
    {
      guint32 index = g_array_index (found, guint32, i);
      const TlNode *node = tl_scene_get_node (self->scene, index);

      if (tl_canvas_may_edit (self, index) && node->min_scale <= self->view.scale
          && (self->lift == NULL || !tl_lift_has_node (self->lift, index)))
        {
          TlRect outline = node->shape == TL_SHAPE_CIRCLE ? tl_shape_get_circle (node) : node->bounds;

          tl_snap_add (snap, &outline);
        }
    }
  return snap;
}

void
tl_canvas_set_snapping (TlCanvas *self,
                        gboolean  to_grid,
                        double    grid,
                        gboolean  to_neighbours)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  self->snap_to_grid = to_grid;
  self->grid = MAX (grid, LEAST_GRID);
  self->snap_to_neighbours = to_neighbours;
}

gboolean
tl_canvas_measure_guides (TlCanvas     *self,
                          const GArray *guides,
                          TlRect       *area)
{
  TlRect all = { 0, 0, -1, -1 };

  for (guint i = 0; i < guides->len; i++)
    {
      const TlGuide *guide = &g_array_index (guides, TlGuide, i);
      TlRect one = { guide->from.x, guide->from.y, guide->to.x - guide->from.x, guide->to.y - guide->from.y };

      all = tl_rect_union (&all, &one);
    }
  all = tl_viewport_rect_to_widget (&self->view, &all);
  *area = tl_rect_grow (&all, 2);
  return guides->len > 0;
}

void
tl_canvas_draw_guides (TlCanvas     *self,
                       cairo_t      *cr,
                       const GArray *guides)
{
  const TlColor *color = &self->palette->guide;

  for (guint i = 0; i < guides->len; i++)
    {
      const TlGuide *guide = &g_array_index (guides, TlGuide, i);
      TlPoint from = tl_viewport_to_widget (&self->view, &guide->from);
      TlPoint to = tl_viewport_to_widget (&self->view, &guide->to);

      cairo_move_to (cr, floor (from.x) + 0.5, floor (from.y) + 0.5);
      cairo_line_to (cr, floor (to.x) + 0.5, floor (to.y) + 0.5);
    }
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}
