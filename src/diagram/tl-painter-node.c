/* tl-painter-node.c: the shapes and texts of nodes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "diagram/tl-painter-private.h"

/* How one node is coloured: by its role, or by its value. */
typedef struct
{
  const TlColor *fill;       /* of the shape, or of its head */
  const TlColor *body;       /* beneath a head */
  const TlColor *line;
  const TlColor *text;
  const TlColor *dim;
  const TlColor *badge;
  const TlColor *chip;       /* behind the value, or NULL */
  const TlColor *value;
  double         line_width; /* units */
  gboolean       dashed;
} Look;

/* Large shapes keep their role's colour, and a chip carries that of the value. */
static gboolean
is_filled_by_value (const TlNode *node)
{
  return node->shape == TL_SHAPE_BOX || node->shape == TL_SHAPE_HEADED || node->shape == TL_SHAPE_CIRCLE;
}

static void
look_by_value (TlPainter    *self,
               const TlNode *node,
               Look         *look)
{
  const TlColor *heat = &self->palette->heat[node->heat];
  const TlColor *on_heat = &self->palette->heat_text[node->heat];

  look->value = on_heat;
  if (!is_filled_by_value (node))
    {
      look->chip = heat;
      return;
    }
  look->fill = heat;
  /* The texts of a circle stand beside it. */
  if (node->shape != TL_SHAPE_CIRCLE)
    look->text = look->dim = look->badge = on_heat;
}

static void
look_missing (TlPainter    *self,
              const TlNode *node,
              Look         *look)
{
  look->line = node->role == TL_ROLE_WARNING ? look->line : &self->palette->missing;
  look->dashed = TRUE;
  look->line_width = MAX (look->line_width, 1.5);
  if (node->role == TL_ROLE_WARNING || !is_filled_by_value (node))
    return;

  look->fill = &self->palette->canvas;
  look->body = &self->palette->canvas;
  if (node->shape != TL_SHAPE_CIRCLE)
    {
      look->text = look->value = &self->palette->text;
      look->dim = &self->palette->dim;
    }
}

/* The same colours in every shape: a dark head would not look dashed. */
static void
look_amiss (TlPainter    *self,
            const TlNode *node,
            Look         *look)
{
  const TlRoleColors *colors = &self->palette->roles[TL_ROLE_WARNING];

  look->fill = look->body = &colors->fill;
  look->line = &colors->line;
  look->badge = &colors->badge;
  look->value = &colors->text;
  look->dashed = TRUE;
  look->line_width = MAX (look->line_width, 1.5);
  /* The texts of a circle stand beside it. */
  if (node->shape != TL_SHAPE_CIRCLE)
    {
      look->text = &colors->text;
      look->dim = &colors->dim;
    }
}

static void
get_look (TlPainter    *self,
          const TlNode *node,
          Look         *look)
{
  const TlRoleColors *colors = &self->palette->roles[node->role];
  gboolean headed = node->shape == TL_SHAPE_HEADED;

  *look = (Look) {
    .fill = headed ? &colors->head : &colors->fill,
    .body = &colors->fill,
    .line = &colors->line,
    .text = headed ? &colors->head_text : &colors->text,
    .dim = headed ? &colors->head_text : &colors->dim,
    .badge = headed ? &colors->head_text : &colors->badge,
    .value = headed ? &colors->head_text : &colors->text,
    .line_width = node->shape == TL_SHAPE_CIRCLE ? self->palette->line_width + 1 : self->palette->line_width,
  };
  if ((node->flags & TL_NODE_GAP) != 0)
    look_amiss (self, node, look);
  else if ((node->flags & TL_NODE_MISSING) != 0)
    look_missing (self, node, look);
  else if ((node->flags & TL_NODE_OVERLAY) != 0 && node->heat >= 0)
    look_by_value (self, node, look);
}

static double
get_radius (const TlNode *node)
{
  switch ((TlShape) node->shape)
    {
    case TL_SHAPE_PANEL:
      return TL_SHAPE_PANEL_RADIUS;
    case TL_SHAPE_BOX:
    case TL_SHAPE_HEADED:
    case TL_SHAPE_BAR:
      return TL_SHAPE_BOX_RADIUS;
    case TL_SHAPE_NONE:
    case TL_SHAPE_ROW:
    case TL_SHAPE_CHEVRON:
    case TL_SHAPE_CIRCLE:
    default:
      return 0;
    }
}

static void
add_chevron (TlPainter    *self,
             const TlNode *node,
             const TlRect *rect)
{
  cairo_t *cr = self->cr;
  gboolean mirrored = (node->flags & TL_NODE_MIRRORED) != 0;
  double depth = tl_shape_get_chevron_depth (rect) * (mirrored ? -1 : 1);
  double start = mirrored ? rect->x + rect->width : rect->x;
  double end = mirrored ? rect->x : rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_move_to (cr, start, rect->y);
  cairo_line_to (cr, end - depth, rect->y);
  cairo_line_to (cr, end, rect->y + rect->height / 2);
  cairo_line_to (cr, end - depth, bottom);
  cairo_line_to (cr, start, bottom);
  if ((node->flags & TL_NODE_FLAT_START) == 0)
    cairo_line_to (cr, start + depth, rect->y + rect->height / 2);
  cairo_close_path (cr);
}

static void
add_shape (TlPainter    *self,
           const TlNode *node,
           const TlRect *rect,
           double        radius)
{
  switch ((TlShape) node->shape)
    {
    case TL_SHAPE_CHEVRON:
      add_chevron (self, node, rect);
      break;
    case TL_SHAPE_CIRCLE:
      cairo_new_sub_path (self->cr);
      cairo_arc (self->cr, rect->x + rect->width / 2, rect->y + rect->height / 2, rect->width / 2, 0, 2 * G_PI);
      cairo_close_path (self->cr);
      break;
    case TL_SHAPE_NONE:
    case TL_SHAPE_BOX:
    case TL_SHAPE_PANEL:
    case TL_SHAPE_HEADED:
    case TL_SHAPE_BAR:
    case TL_SHAPE_ROW:
    default:
      tl_painter_add_rounded (self, rect, radius);
    }
}

void
tl_painter_add_outline (TlPainter    *self,
                        const TlNode *node,
                        double        grow)
{
  TlRect rect = node->shape == TL_SHAPE_CIRCLE ? tl_shape_get_circle (node) : node->bounds;

  rect = tl_rect_grow (&rect, grow);
  add_shape (self, node, &rect, MAX (get_radius (node), 4) + grow);
}

static void
stroke_outline (TlPainter    *self,
                const Look   *look,
                double        width)
{
  cairo_t *cr = self->cr;

  cairo_set_line_width (cr, width);
  tl_painter_set_color (self, look->line);
  if (look->dashed)
    cairo_set_dash (cr, (double[]) { 4, 3 }, 2, 0);
  cairo_stroke (cr);
  if (look->dashed)
    cairo_set_dash (cr, NULL, 0, 0);
}

/* The body fills the shape, then the head its upper part. */
static void
fill_headed (TlPainter    *self,
             const TlNode *node,
             const Look   *look,
             const TlRect *rect,
             double        radius,
             double        head)
{
  cairo_t *cr = self->cr;
  double bottom = tl_painter_snap_y (self, node->bounds.y + head, 0);

  tl_painter_add_rounded (self, rect, radius);
  tl_painter_set_color (self, look->body);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_rectangle (cr, rect->x - 1, rect->y - 1, rect->width + 2, bottom - rect->y + 1);
  cairo_clip (cr);
  tl_painter_add_rounded (self, rect, radius);
  tl_painter_set_color (self, look->fill);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
fill_shape (TlPainter    *self,
            const TlNode *node,
            const Look   *look,
            const TlRect *rect,
            double        radius,
            double        head)
{
  if (node->shape == TL_SHAPE_HEADED)
    {
      fill_headed (self, node, look, rect, radius, head);
      return;
    }
  add_shape (self, node, rect, radius);
  tl_painter_set_color (self, look->fill);
  cairo_fill (self->cr);
}

static void
paint_row (TlPainter    *self,
           const TlNode *node,
           const Look   *look)
{
  cairo_t *cr = self->cr;
  double width = tl_painter_get_line_width (self, self->palette->line_width);
  double y = tl_painter_snap_y (self, node->bounds.y + node->bounds.height, 0) - width;

  if (look->dashed)
    {
      TlRect border = tl_painter_snap_border (self, &node->bounds, width);

      cairo_rectangle (cr, border.x, border.y, border.width, border.height);
      stroke_outline (self, look, width);
      return;
    }
  /* Beneath the last one is the border of the table. */
  if ((node->flags & TL_NODE_LAST) != 0)
    return;
  cairo_rectangle (cr, node->bounds.x, y, node->bounds.width, width);
  tl_painter_set_color (self, look->line);
  cairo_fill (cr);
}

static void
paint_shape (TlPainter    *self,
             const TlNode *node,
             const Look   *look,
             double        head)
{
  cairo_t *cr = self->cr;
  double width = tl_painter_get_line_width (self, look->line_width);
  double radius = get_radius (node);
  TlRect border;

  if (node->shape == TL_SHAPE_CIRCLE)
    {
      TlRect circle = tl_shape_get_circle (node);

      border = tl_rect_grow (&circle, -MIN (width, circle.width) / 2);
    }
  else
    {
      border = tl_painter_snap_border (self, &node->bounds, width);
    }

  /* A whole outline is what the fill leaves of a larger one in its colour: that
   * costs half of a stroke. */
  if (!look->dashed && node->shape != TL_SHAPE_CHEVRON)
    {
      TlRect outer = tl_rect_grow (&border, width / 2);
      TlRect inner = tl_rect_grow (&border, -width / 2);

      add_shape (self, node, &outer, radius);
      tl_painter_set_color (self, look->line);
      cairo_fill (cr);
      if (inner.width > 0 && inner.height > 0)
        fill_shape (self, node, look, &inner, MAX (radius - width, 0), head);
      return;
    }

  fill_shape (self, node, look, &border, radius, head);
  add_shape (self, node, &border, radius);
  if (node->shape == TL_SHAPE_HEADED)
    {
      /* A head without a colour of its own ends in a line. */
      double y = tl_painter_snap_y (self, node->bounds.y + head, width);

      cairo_move_to (cr, border.x, y);
      cairo_line_to (cr, border.x + border.width, y);
    }
  stroke_outline (self, look, width);
}

/* Of a bar without a value only the chip is dashed, where the value would be. */
static void
paint_bar (TlPainter    *self,
           const TlNode *node,
           const Look   *look)
{
  Look solid = *look;

  if (look->dashed)
    {
      solid.dashed = FALSE;
      solid.line = &self->palette->roles[node->role].line;
      solid.line_width = self->palette->line_width;
    }
  paint_shape (self, node, &solid, 0);
}

static void
paint_chip (TlPainter         *self,
            const Look        *look,
            const TlRect      *chip,
            const TlShapeText *value)
{
  double width = tl_painter_get_line_width (self, self->palette->line_width);
  TlRect rect = *chip;
  TlRect border;

  if (rect.width < 0)
    {
      if (look->chip == NULL || value->area.width < 0)
        return;
      rect = (TlRect) { value->area.x - TL_SHAPE_CHIP_PADDING, value->area.y - 2,
                        value->area.width + 2 * TL_SHAPE_CHIP_PADDING, value->area.height + 4 };
    }
  border = tl_painter_snap_border (self, &rect, width);
  tl_painter_add_rounded (self, &border, TL_SHAPE_CHIP_RADIUS);
  tl_painter_set_color (self, look->chip != NULL ? look->chip : &self->palette->canvas);
  cairo_fill_preserve (self->cr);
  stroke_outline (self, look, width);
}

/* Smaller than a letter, so that nothing but a spot of colour is seen. */
static void
paint_spot (TlPainter    *self,
            const TlNode *node)
{
  Look look;

  if (node->shape == TL_SHAPE_NONE || node->shape == TL_SHAPE_ROW)
    return;

  get_look (self, node, &look);
  cairo_rectangle (self->cr, node->bounds.x, node->bounds.y,
                   MAX (node->bounds.width, 1 / self->scale), MAX (node->bounds.height, 1 / self->scale));
  tl_painter_set_color (self, node->shape == TL_SHAPE_CIRCLE ? look.line : look.fill);
  cairo_fill (self->cr);
}

void
tl_painter_paint_node (TlPainter    *self,
                       const TlNode *node)
{
  TlShapePlaces places;
  Look look;

  if (node->bounds.width * self->scale < 1.5 && node->bounds.height * self->scale < 1.5)
    {
      paint_spot (self, node);
      return;
    }

  get_look (self, node, &look);
  tl_shape_place (self->measure, node, &places);
  if (node->shape == TL_SHAPE_ROW)
    paint_row (self, node, &look);
  else if (node->shape == TL_SHAPE_BAR)
    paint_bar (self, node, &look);
  else if (node->shape != TL_SHAPE_NONE)
    paint_shape (self, node, &look, places.head);
  if (node->shape != TL_SHAPE_CIRCLE && node->shape != TL_SHAPE_BOX && node->shape != TL_SHAPE_HEADED)
    paint_chip (self, &look, &places.chip, &places.value);

  tl_painter_show_text (self, node->caption, &places.caption, look.dim);
  tl_painter_show_text (self, node->title, &places.title, look.text);
  tl_painter_show_text (self, node->badge, &places.badge, look.badge);
  tl_painter_show_text (self, tl_shape_get_value (node), &places.value, look.value);
  tl_painter_paint_note (self, node, &places);
}

const TlColor *
tl_painter_get_background (TlPainter *self,
                           double     x,
                           double     y)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  TlRect area = { x, y, 0, 0 };
  const TlColor *color = &self->palette->canvas;
  int layer = 0;

  tl_scene_query_nodes (self->scene, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 index = g_array_index (found, guint32, i);
      const TlNode *node = &self->scene->nodes[index];
      Look look;

      if (node->shape == TL_SHAPE_NONE || node->shape == TL_SHAPE_ROW || node->shape == TL_SHAPE_CIRCLE
          || node->min_scale > (float) self->scale || self->scene->layers[index] < layer || !tl_shape_contains (node, x, y))
        continue;
      get_look (self, node, &look);
      layer = self->scene->layers[index];
      color = node->shape == TL_SHAPE_HEADED ? look.body : look.fill;
    }
  return color;
}
