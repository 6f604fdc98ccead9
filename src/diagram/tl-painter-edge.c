/* tl-painter-edge.c: lines, their arrows and texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "diagram/tl-painter-private.h"

/* Control points of a quarter circle: this share of the radius before the corner. */
#define CORNER (1 - 0.5522847)

/* Below this scale dashes run together anyway. */
#define LEAST_DASH_SCALE 0.3

/* Between a circle and a text that stands in its line. */
#define IN_LINE_GAP 7.0
/* What is selected has a ring, which must not cut the texts at its ends. */
#define RING_GAPS 5.0

static gboolean
is_backbone (const TlEdge *edge)
{
  return edge->role == TL_ROLE_BACKBONE || edge->role == TL_ROLE_OFFER_BACKBONE;
}

static gboolean
is_dashed (const TlEdge *edge)
{
  return (edge->flags & TL_EDGE_DASHED) != 0 || edge->role == TL_ROLE_TRACE;
}

static double
get_width (TlPainter    *self,
           const TlEdge *edge)
{
  double width;

  if (is_backbone (edge))
    width = TL_SHAPE_BACKBONE_WIDTH + (self->strong ? 1 : 0);
  else if (edge->role == TL_ROLE_TRACE)
    width = (self->strong ? 2.5 : 1.5) * self->palette->line_width;
  else
    width = (self->strong ? 2 : 1) * self->palette->line_width;
  return tl_painter_get_line_width (self, width);
}

static double
get_arrow_length (const TlEdge *edge)
{
  return is_backbone (edge) ? 16 : 8;
}

static double
get_length (const TlPoint *a,
            const TlPoint *b)
{
  return hypot (b->x - a->x, b->y - a->y);
}

/* A point of an edge, on the pixels: a corner in the middle of both its lines, an
 * end where its line covers whole pixels. */
static TlPoint
get_snapped (TlPainter    *self,
             const TlEdge *edge,
             guint         index,
             double        width)
{
  const TlPoint *points = self->point_list + edge->first_point;
  const TlPoint *point = &points[index];
  double across = width;
  double down = width;

  if (index == 0 || index == edge->n_points - 1)
    {
      const TlPoint *next = index == 0 ? &points[1] : &points[index - 1];

      if (next->y == point->y)
        across = 0;
      else if (next->x == point->x)
        down = 0;
    }
  return (TlPoint) { tl_painter_snap_x (self, point->x, across), tl_painter_snap_y (self, point->y, down) };
}

static TlPoint
get_towards (const TlPoint *from,
             const TlPoint *to,
             double         by)
{
  double length = get_length (from, to);

  if (length == 0)
    return *from;
  return (TlPoint) { from->x + (to->x - from->x) * by / length, from->y + (to->y - from->y) * by / length };
}

/* What of a line goes into the path. */
typedef enum
{
  WHOLE,
  STRAIGHTS,
  CORNERS,
} Part;

/* A corner takes at most half of each of the two pieces that meet in it. */
static void
add_corner (TlPainter     *self,
            const TlPoint *before,
            const TlPoint *corner,
            const TlPoint *after,
            Part           part)
{
  double radius = MIN (TL_SHAPE_EDGE_RADIUS, MIN (get_length (before, corner), get_length (corner, after)) / 2);
  TlPoint in, out, from, to;

  if (radius < 0.5 || self->scale < TL_PAINTER_ROUNDED_SCALE)
    {
      if (part != CORNERS)
        cairo_line_to (self->cr, corner->x, corner->y);
      return;
    }
  in = get_towards (corner, before, radius);
  out = get_towards (corner, after, radius);
  from = get_towards (corner, before, radius * CORNER);
  to = get_towards (corner, after, radius * CORNER);
  if (part == CORNERS)
    cairo_move_to (self->cr, in.x, in.y);
  else
    cairo_line_to (self->cr, in.x, in.y);
  if (part == STRAIGHTS)
    cairo_move_to (self->cr, out.x, out.y);
  else
    cairo_curve_to (self->cr, from.x, from.y, to.x, to.y, out.x, out.y);
}

static void
add_line (TlPainter    *self,
          const TlEdge *edge,
          double        width,
          Part          part)
{
  guint last = edge->n_points - 1;
  TlPoint before = get_snapped (self, edge, 0, width);
  TlPoint here = get_snapped (self, edge, 1, width);

  if (part != CORNERS)
    cairo_move_to (self->cr, before.x, before.y);
  for (guint i = 1; i < last; i++)
    {
      TlPoint after = get_snapped (self, edge, i + 1, width);

      add_corner (self, &before, &here, &after, part);
      before = here;
      here = after;
    }
  if (part == CORNERS)
    return;
  /* A thick line would stick out of the point of its arrow. */
  if ((edge->flags & TL_EDGE_ARROW) != 0)
    here = get_towards (&here, &before, MIN (get_arrow_length (edge) - 1, get_length (&here, &before)));
  cairo_line_to (self->cr, here.x, here.y);
}

static void
add_arrow (TlPainter    *self,
           const TlEdge *edge,
           double        width)
{
  TlPoint tip = get_snapped (self, edge, edge->n_points - 1, width);
  TlPoint before = get_snapped (self, edge, edge->n_points - 2, width);
  double length = get_arrow_length (edge);
  double half = is_backbone (edge) ? 8 : 3.5;
  TlPoint base = get_towards (&tip, &before, length);
  double across = (base.y - tip.y) / length * half;
  double down = (tip.x - base.x) / length * half;

  if (get_length (&tip, &before) == 0)
    return;
  cairo_move_to (self->cr, tip.x, tip.y);
  cairo_line_to (self->cr, base.x + across, base.y + down);
  cairo_line_to (self->cr, base.x - across, base.y - down);
  cairo_close_path (self->cr);
}

/* Edges of one kind: they are painted in one stroke. */
typedef struct
{
  TlRole   role;
  gboolean dashed;
  gboolean front;
} Kind;

static gboolean
is_of_kind (const TlEdge *edge,
            const Kind   *kind)
{
  return edge->role == kind->role && is_dashed (edge) == kind->dashed
         && ((edge->flags & TL_EDGE_FRONT) != 0) == kind->front;
}

static void
stroke_part (TlPainter    *self,
             const GArray *edges,
             const Kind   *kind,
             Part          part)
{
  cairo_t *cr = self->cr;
  gboolean dashes = kind->dashed && part != CORNERS && self->scale >= LEAST_DASH_SCALE;

  if (dashes)
    cairo_set_dash (cr, (double[]) { 5, 4 }, 2, 0);
  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = &self->edge_list[g_array_index (edges, guint32, i)];
      double width;

      if (!is_of_kind (edge, kind))
        continue;
      width = get_width (self, edge);
      add_line (self, edge, width, part);
      cairo_set_line_width (cr, width);
      /* Where the dashes of many lines cross in one path, finding that out takes
       * longer than painting them. */
      if (dashes)
        cairo_stroke (cr);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
fill_arrows (TlPainter    *self,
             const GArray *edges,
             const Kind   *kind)
{
  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = &self->edge_list[g_array_index (edges, guint32, i)];

      if (is_of_kind (edge, kind) && (edge->flags & TL_EDGE_ARROW) != 0)
        add_arrow (self, edge, get_width (self, edge));
    }
  cairo_fill (self->cr);
}

static void
paint_kind (TlPainter    *self,
            const GArray *edges,
            const Kind   *kind)
{
  tl_painter_set_color (self, &self->palette->roles[kind->role].line);
  /* For pixels, level and upright pieces without curves among them are plain
   * rectangles to Cairo: several times faster. */
  if (self->snap)
    {
      stroke_part (self, edges, kind, STRAIGHTS);
      if (self->scale >= TL_PAINTER_ROUNDED_SCALE)
        stroke_part (self, edges, kind, CORNERS);
    }
  else
    {
      stroke_part (self, edges, kind, WHOLE);
    }
  if (self->scale >= 0.15)
    fill_arrows (self, edges, kind);
}

void
tl_painter_paint_edges (TlPainter    *self,
                        const GArray *edges,
                        gboolean      front)
{
  gboolean there[TL_N_ROLES][2] = { { FALSE } };

  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = &self->edge_list[g_array_index (edges, guint32, i)];

      if (((edge->flags & TL_EDGE_FRONT) != 0) == front)
        there[edge->role][is_dashed (edge)] = TRUE;
    }
  for (int role = 0; role < TL_N_ROLES; role++)
    for (int dashed = 0; dashed < 2; dashed++)
      if (there[role][dashed])
        paint_kind (self, edges, &(Kind) { role, dashed, front });
}

static void
paint_label (TlPainter    *self,
             const TlEdge *edge,
             const char   *string,
             TlRect        area)
{
  TlShapeText text = { TL_TEXT_LABEL, PANGO_ALIGN_CENTER, 1, area };

  /* What is in front stands beside its line, and must not cut its neighbour. */
  if ((edge->flags & TL_EDGE_FRONT) == 0)
    {
      tl_painter_set_color (self, tl_painter_get_background (self, area.x + area.width / 2, area.y + area.height / 2));
      cairo_rectangle (self->cr, area.x - 2, area.y + 1, area.width + 4, area.height - 2);
      cairo_fill (self->cr);
    }
  tl_painter_show_text (self, string, &text, &self->palette->roles[edge->role].text);
}

/* The room of a level piece that leads to a circle, from the circle on; many such lines
 * end at one, close to each other, and a text between two of them could be either's, so
 * it stands in its own. 0 for others: their text stands beside them. */
static double
get_room_in_line (TlPainter     *self,
                  const TlEdge  *edge,
                  int            node,
                  const TlPoint *at,
                  const TlPoint *inner)
{
  if ((edge->flags & TL_EDGE_FRONT) != 0 || node < 0 || self->scene->nodes[node].shape != TL_SHAPE_CIRCLE)
    return 0;
  return fabs (inner->x - at->x);
}

/* A little away from the end of the line; where that is inside a circle, away from
 * the circle. */
static void
paint_end_label (TlPainter     *self,
                 const TlEdge  *edge,
                 const char    *string,
                 int            node,
                 guint          turn,
                 const TlPoint *end,
                 const TlPoint *inner)
{
  TlPoint at = *end;
  double width, height, room, gap;
  double away = get_width (self, edge) / 2 + 2;
  double aside = RING_GAPS + 2 * self->palette->line_width;
  gboolean is_level = fabs (inner->x - end->x) >= fabs (inner->y - end->y);

  if (string == NULL)
    return;
  if (node >= 0 && self->scene->nodes[node].shape == TL_SHAPE_CIRCLE)
    {
      TlRect circle = tl_shape_get_circle (&self->scene->nodes[node]);
      TlPoint centre = { circle.x + circle.width / 2, circle.y + circle.height / 2 };

      if (get_length (&at, &centre) < circle.width / 2)
        at = get_towards (&at, inner, circle.width / 2 - get_length (&at, &centre));
      /* A line that leaves above or beneath the middle: not under the circle. */
      if (is_level)
        at.x = inner->x >= end->x ? circle.x + circle.width : circle.x;
    }
  tl_text_measure_size (self->measure, TL_TEXT_LABEL, string, -1, 1, &width, &height);
  width = MIN (width, TL_PAINTER_LABEL_WIDTH);
  room = is_level ? get_room_in_line (self, edge, node, &at, inner) : 0;
  gap = turn * (width + 2 * IN_LINE_GAP) + IN_LINE_GAP;
  if (room < gap + width + 2)
    gap = MIN (IN_LINE_GAP, (room - width) / 2);
  if (is_level && gap >= 3)
    at = (TlPoint) { inner->x >= end->x ? at.x + gap : at.x - gap - width, at.y - height / 2 };
  else if (is_level)
    at = (TlPoint) { inner->x >= end->x ? at.x + aside : at.x - aside - width, at.y - away - height };
  else
    at = (TlPoint) { self->scene->mirrored ? at.x - away - 2 - width : at.x + away + 2, inner->y >= end->y ? at.y + aside : at.y - aside - height };
  paint_label (self, edge, string, (TlRect) { at.x, at.y, width, height });
}

/* On its piece: in the line, or above a backbone, which stays whole. */
static void
paint_middle_label (TlPainter    *self,
                    const TlEdge *edge)
{
  const TlPoint *points = self->point_list + edge->first_point;
  const TlPoint *from, *to;
  double width, height, x, y;
  gboolean flat;

  if (edge->label == NULL)
    return;
  tl_text_measure_size (self->measure, TL_TEXT_LABEL, edge->label, -1, 1, &width, &height);
  from = &points[tl_shape_find_label_piece (points, edge->n_points, width)];
  to = from + 1;
  flat = fabs (to->x - from->x) >= fabs (to->y - from->y);
  width = MIN (width, 2 * TL_PAINTER_LABEL_WIDTH);
  if (flat && !is_backbone (edge))
    {
      double room = fabs (to->x - from->x) - 16;

      /* Two letters and an ellipsis tell nobody anything. */
      if (room < MIN (width, 48))
        return;
      width = MIN (width, room);
    }
  x = (from->x + to->x) / 2 - width / 2;
  y = (from->y + to->y) / 2 - height / 2;
  if (flat && is_backbone (edge))
    y -= height / 2 + get_width (self, edge) / 2 + 2;
  else if (is_backbone (edge))
    x += (width / 2 + get_width (self, edge) / 2 + 4) * (self->scene->mirrored ? -1 : 1);
  paint_label (self, edge, edge->label, (TlRect) { x, y, width, height });
}

void
tl_painter_paint_labels (TlPainter    *self,
                         const GArray *edges,
                         gboolean      front)
{
  if (!tl_painter_text_is_legible (self, TL_TEXT_LABEL))
    return;

  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = &self->edge_list[g_array_index (edges, guint32, i)];
      const TlPoint *points = self->point_list + edge->first_point;
      guint last = edge->n_points - 1;

      if (((edge->flags & TL_EDGE_FRONT) != 0) != front)
        continue;
      paint_middle_label (self, edge);
      paint_end_label (self, edge, edge->from_label, edge->from, edge->from_turn, &points[0], &points[1]);
      paint_end_label (self, edge, edge->to_label, edge->to, edge->to_turn, &points[last], &points[last - 1]);
    }
}

void
tl_painter_add_edge (TlPainter    *self,
                     const TlEdge *edge)
{
  add_line (self, edge, get_width (self, edge), WHOLE);
}
