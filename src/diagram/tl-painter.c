/* tl-painter.c: paints a scene with Cairo and Pango
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-painter-private.h"

#include <math.h>

/* Below this scale a scene of so many nodes and edges is painted pixel by pixel. */
#define OVERVIEW_SCALE 0.2
#define CROWD          3000

TlPainter *
tl_painter_new (const TlPalette            *palette,
                const PangoFontDescription *font)
{
  TlPainter *self;

  g_return_val_if_fail (palette != NULL && font != NULL, NULL);

  self = g_new0 (TlPainter, 1);
  self->palette = palette;
  self->font = pango_font_description_copy (font);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
tl_painter_free (TlPainter *self)
{
  if (self == NULL)
    return;

  pango_font_description_free (self->font);
  tl_text_measure_free (self->measure);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

/* Not sooner: many painters of a canvas never come to paint anything. */
static TlTextMeasure *
ensure_measure (TlPainter *self)
{
  if (self->measure == NULL)
    self->measure = tl_text_measure_new (self->font);
  return self->measure;
}

double
tl_painter_measure_note (TlPainter     *self,
                         const TlScene *scene,
                         guint          node)
{
  g_return_val_if_fail (self != NULL && scene != NULL, 0);
  g_return_val_if_fail (node < scene->n_nodes, 0);

  if (scene->nodes[node].note == NULL)
    return 0;
  return tl_shape_measure_note (ensure_measure (self), &scene->nodes[node]);
}

static void
begin (TlPainter     *self,
       cairo_t       *cr,
       const TlScene *scene,
       double         scale)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_surface_type_t type = cairo_surface_get_type (target);
  cairo_matrix_t matrix;
  double across, down;

  ensure_measure (self);
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &across, &down);
  self->cr = cr;
  self->scene = scene;
  self->edge_list = scene->edges;
  self->point_list = scene->points;
  self->scale = scale;
  self->strong = FALSE;
  self->x_scale = matrix.xx * across;
  self->y_scale = matrix.yy * down;
  self->x_offset = matrix.x0 * across;
  self->y_offset = matrix.y0 * down;
  self->snap = type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_SVG && type != CAIRO_SURFACE_TYPE_PS
               && matrix.xy == 0 && matrix.yx == 0 && self->x_scale > 0 && self->y_scale > 0;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

static void
end (TlPainter *self)
{
  cairo_restore (self->cr);
  self->cr = NULL;
  self->scene = NULL;
  self->edge_list = NULL;
  self->point_list = NULL;
}

static void
paint_layer (TlPainter    *self,
             const GArray *nodes,
             TlLayer       layer)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 index = g_array_index (nodes, guint32, i);

      if (self->scene->layers[index] == layer)
        tl_painter_paint_node (self, &self->scene->nodes[index]);
    }
}

static void
paint_layers (TlPainter    *self,
              const GArray *nodes,
              const GArray *edges)
{
  paint_layer (self, nodes, TL_LAYER_CONTAINER);
  tl_painter_paint_edges (self, edges, FALSE);
  paint_layer (self, nodes, TL_LAYER_BOX);
  tl_painter_paint_labels (self, edges, FALSE);
  tl_painter_paint_edges (self, edges, TRUE);
  tl_painter_paint_labels (self, edges, TRUE);
  paint_layer (self, nodes, TL_LAYER_CIRCLE);
}

/* Leaves out what is not painted at this scale, or not of the part. */
static void
drop_hidden (TlPainter *self)
{
  TlScenePart part = { self->scene, self->marks, self->shown };
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint32 index = g_array_index (self->nodes, guint32, i);

      if (self->scene->nodes[index].min_scale <= (float) self->scale && tl_scene_part_has_node (&part, index))
        g_array_index (self->nodes, guint32, n++) = index;
    }
  g_array_set_size (self->nodes, n);

  n = 0;
  for (guint i = 0; i < self->edges->len; i++)
    {
      guint32 index = g_array_index (self->edges, guint32, i);
      const TlEdge *edge = &self->scene->edges[index];

      if (edge->min_scale <= (float) self->scale && (edge->flags & TL_EDGE_QUIET) == 0
          && tl_scene_part_has_edge (&part, index))
        g_array_index (self->edges, guint32, n++) = index;
    }
  g_array_set_size (self->edges, n);
}

void
tl_painter_set_part (TlPainter     *self,
                     const TlMarks *marks,
                     guint8         shown)
{
  g_return_if_fail (self != NULL);

  self->marks = marks;
  self->shown = shown;
}

gboolean
tl_painter_paint (TlPainter     *self,
                  cairo_t       *cr,
                  const TlScene *scene,
                  const TlRect  *clip,
                  double         scale)
{
  TlRect area, reach;

  g_return_val_if_fail (self != NULL && cr != NULL && scene != NULL, FALSE);

  begin (self, cr, scene, scale);
  area = clip != NULL ? *clip : tl_scene_get_bounds (scene);
  /* Lines are wider than what the index knows, and their texts stand beside them. */
  reach = tl_rect_grow (&area, tl_painter_text_is_legible (self, TL_TEXT_LABEL) ? TL_PAINTER_LABEL_REACH : TL_PAINTER_ARROW_REACH);
  area = tl_rect_grow (&area, 2 / MAX (scale, 0.001));
  g_array_set_size (self->nodes, 0);
  g_array_set_size (self->edges, 0);
  tl_scene_query_edges (scene, &reach, self->edges);
  if (scene->has_notes)
    area = tl_rect_grow (&area, TL_SHAPE_NOTE_REACH);
  tl_scene_query_nodes (scene, &area, self->nodes);
  drop_hidden (self);

  /* By the whole scene, so that all its tiles are painted in one way. */
  if (scale >= OVERVIEW_SCALE || scene->n_nodes + scene->n_edges < CROWD
      || !tl_painter_paint_overview (self, self->nodes, self->edges))
    paint_layers (self, self->nodes, self->edges);
  end (self);

  return self->nodes->len + self->edges->len > 0;
}

void
tl_painter_paint_some (TlPainter     *self,
                       cairo_t       *cr,
                       const TlScene *scene,
                       const GArray  *nodes,
                       const GArray  *edges,
                       double         scale)
{
  g_return_if_fail (self != NULL && cr != NULL && scene != NULL && nodes != NULL && edges != NULL);

  begin (self, cr, scene, scale);
  self->strong = TRUE;
  paint_layers (self, nodes, edges);
  end (self);
}

void
tl_painter_paint_lines (TlPainter     *self,
                        cairo_t       *cr,
                        const TlScene *scene,
                        const TlEdge  *lines,
                        guint          n_lines,
                        const TlPoint *points,
                        gboolean       plain,
                        double         scale)
{
  g_return_if_fail (self != NULL && cr != NULL && scene != NULL);

  g_array_set_size (self->edges, 0);
  for (guint32 i = 0; i < n_lines; i++)
    g_array_append_val (self->edges, i);
  begin (self, cr, scene, scale);
  self->edge_list = lines;
  self->point_list = points;
  for (int front = 0; front < 2; front++)
    {
      tl_painter_paint_edges (self, self->edges, front);
      if (!plain)
        tl_painter_paint_labels (self, self->edges, front);
    }
  end (self);
}

/* The ring of a box is set off from whatever colour it stands on. Where the
 * backbone runs through, that would cut it. */
static gboolean
has_own_ground (const TlNode *node)
{
  return node->shape == TL_SHAPE_BOX || node->shape == TL_SHAPE_HEADED
         || node->shape == TL_SHAPE_BAR || node->shape == TL_SHAPE_ROW;
}

static double
get_ring_width (TlPainter *self)
{
  return tl_painter_get_line_width (self, MAX (2.0, 2.0 / self->scale) * self->palette->line_width);
}

static double
get_ring_gap (TlPainter *self)
{
  return MAX (2.0, 2.0 / self->scale);
}

static void
paint_ring (TlPainter    *self,
            const TlNode *node)
{
  cairo_t *cr = self->cr;
  double width = get_ring_width (self);
  double gap = get_ring_gap (self);

  tl_painter_add_outline (self, node, gap + width / 2);
  if (has_own_ground (node))
    {
      cairo_set_line_width (cr, width + 2 * gap);
      tl_painter_set_color (self, &self->palette->canvas);
      cairo_stroke_preserve (cr);
    }
  cairo_set_line_width (cr, width);
  tl_painter_set_color (self, &self->palette->selection);
  cairo_stroke (cr);
  if (node->note != NULL)
    {
      TlShapePlaces places;

      tl_shape_place (self->measure, node, &places);
      tl_painter_paint_note (self, node, &places);
    }
}

void
tl_painter_paint_ring (TlPainter     *self,
                       cairo_t       *cr,
                       const TlScene *scene,
                       guint          node,
                       double         scale)
{
  g_return_if_fail (self != NULL && cr != NULL && scene != NULL);
  g_return_if_fail (node < scene->n_nodes);

  begin (self, cr, scene, scale);
  paint_ring (self, &scene->nodes[node]);
  end (self);
}

void
tl_painter_paint_focus (TlPainter     *self,
                        cairo_t       *cr,
                        const TlScene *scene,
                        guint          node,
                        double         scale)
{
  double width;

  g_return_if_fail (self != NULL && cr != NULL && scene != NULL);
  g_return_if_fail (node < scene->n_nodes);

  begin (self, cr, scene, scale);
  width = get_ring_width (self);
  tl_painter_add_outline (self, &scene->nodes[node], get_ring_gap (self) + 1.5 * width);
  cairo_set_line_width (cr, width);
  tl_painter_set_color (self, &self->palette->selection);
  cairo_stroke (cr);
  end (self);
}

void
tl_painter_paint_node_at (TlPainter     *self,
                          cairo_t       *cr,
                          const TlScene *scene,
                          guint          node,
                          const TlRect  *bounds,
                          gboolean       ring,
                          double         scale)
{
  TlNode copy;

  g_return_if_fail (self != NULL && cr != NULL && scene != NULL && bounds != NULL);
  g_return_if_fail (node < scene->n_nodes);

  copy = scene->nodes[node];
  copy.bounds = *bounds;
  begin (self, cr, scene, scale);
  if (ring)
    paint_ring (self, &copy);
  tl_painter_paint_node (self, &copy);
  end (self);
}

/* A line leads to the middle of a circle, which is not covered by its ring. */
static void
paint_end (TlPainter *self,
           int        node)
{
  if (node >= 0 && self->scene->nodes[node].shape == TL_SHAPE_CIRCLE)
    tl_painter_paint_node (self, &self->scene->nodes[node]);
}

void
tl_painter_paint_edge_ring (TlPainter     *self,
                            cairo_t       *cr,
                            const TlScene *scene,
                            guint          edge,
                            double         scale)
{
  g_autoptr (GArray) edges = NULL;
  guint32 index = edge;
  double unit;

  g_return_if_fail (self != NULL && cr != NULL && scene != NULL);
  g_return_if_fail (edge < scene->n_edges);

  edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (edges, index);
  begin (self, cr, scene, scale);
  self->strong = TRUE;
  unit = MAX (1.0, 1.0 / scale) * self->palette->line_width;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  tl_painter_add_edge (self, &scene->edges[edge]);
  cairo_set_line_width (cr, 10 * unit);
  tl_painter_set_color (self, &self->palette->selection);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 6 * unit);
  tl_painter_set_color (self, &self->palette->canvas);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  tl_painter_paint_edges (self, edges, (scene->edges[edge].flags & TL_EDGE_FRONT) != 0);
  tl_painter_paint_labels (self, edges, (scene->edges[edge].flags & TL_EDGE_FRONT) != 0);
  paint_end (self, scene->edges[edge].from);
  paint_end (self, scene->edges[edge].to);
  end (self);
}

void
tl_painter_set_color (TlPainter     *self,
                      const TlColor *color)
{
  cairo_set_source_rgba (self->cr, color->red, color->green, color->blue, color->alpha);
}

double
tl_painter_get_line_width (TlPainter *self,
                           double     units)
{
  if (!self->snap)
    return units;

  return MAX (round (units * self->x_scale), 1) / self->x_scale;
}

static double
snap (double value,
      double scale,
      double offset,
      double line_width)
{
  double place = value * scale + offset;
  int pixels = (int) round (line_width * scale);

  place = pixels % 2 != 0 ? floor (place) + 0.5 : floor (place + 0.5);
  return (place - offset) / scale;
}

double
tl_painter_snap_x (TlPainter *self,
                   double     x,
                   double     line_width)
{
  return self->snap ? snap (x, self->x_scale, self->x_offset, line_width) : x;
}

double
tl_painter_snap_y (TlPainter *self,
                   double     y,
                   double     line_width)
{
  return self->snap ? snap (y, self->y_scale, self->y_offset, line_width) : y;
}

TlRect
tl_painter_snap_border (TlPainter    *self,
                        const TlRect *rect,
                        double        line_width)
{
  double half = line_width / 2;
  double left = tl_painter_snap_x (self, rect->x, 0);
  double top = tl_painter_snap_y (self, rect->y, 0);
  double right = tl_painter_snap_x (self, rect->x + rect->width, 0);
  double bottom = tl_painter_snap_y (self, rect->y + rect->height, 0);

  return (TlRect) { left + half, top + half, MAX (right - left - line_width, 0), MAX (bottom - top - line_width, 0) };
}

void
tl_painter_add_rounded (TlPainter    *self,
                        const TlRect *rect,
                        double        radius)
{
  cairo_t *cr = self->cr;
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  radius = MIN (radius, MIN (rect->width, rect->height) / 2);
  if (radius <= 0 || self->scale < TL_PAINTER_ROUNDED_SCALE)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}
