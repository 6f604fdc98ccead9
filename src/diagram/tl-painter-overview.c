/* tl-painter-overview.c: a crowd of nodes from far away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "diagram/tl-painter-private.h"

/* Nothing is legible at this scale, and there are tens of thousands of things
 * of a few pixels: these are written into an image, which Cairo then paints
 * once. Ten times faster than a path for each. Colours are opaque. */

#define MAX_SIDE 8192

typedef struct
{
  guint32 *pixels;
  int      stride; /* pixels */
  int      left;   /* of the target */
  int      top;
  int      width;
  int      height;
} Picture;

static guint32
pack (const TlColor *color)
{
  return 0xff000000u | (guint32) round (color->red * 255) << 16 | (guint32) round (color->green * 255) << 8
         | (guint32) round (color->blue * 255);
}

static TlColor
mix (const TlColor *a,
     const TlColor *b,
     double         share)
{
  return (TlColor) { a->red * share + b->red * (1 - share), a->green * share + b->green * (1 - share),
                     a->blue * share + b->blue * (1 - share), 1 };
}

static void
fill (Picture *picture,
      int      left,
      int      top,
      int      right,
      int      bottom,
      guint32  color)
{
  left = MAX (left, 0);
  top = MAX (top, 0);
  right = MIN (right, picture->width);
  bottom = MIN (bottom, picture->height);
  for (int y = top; y < bottom; y++)
    {
      guint32 *row = picture->pixels + (gsize) y * picture->stride;

      for (int x = left; x < right; x++)
        row[x] = color;
    }
}

static int
get_x (TlPainter     *self,
       const Picture *picture,
       double         x)
{
  return (int) CLAMP (floor (x * self->x_scale + self->x_offset + 0.5) - picture->left, -2, picture->width + 2);
}

static int
get_y (TlPainter     *self,
       const Picture *picture,
       double         y)
{
  return (int) CLAMP (floor (y * self->y_scale + self->y_offset + 0.5) - picture->top, -2, picture->height + 2);
}

static void
draw_node (TlPainter    *self,
           Picture      *picture,
           const TlNode *node)
{
  const TlRoleColors *colors = &self->palette->roles[node->role];
  TlRect rect = node->shape == TL_SHAPE_CIRCLE ? tl_shape_get_circle (node) : node->bounds;
  guint32 paint, line;
  int left, top, right, bottom;

  if (node->shape == TL_SHAPE_NONE || node->shape == TL_SHAPE_ROW)
    return;
  if ((node->flags & TL_NODE_GAP) != 0)
    paint = pack (&self->palette->roles[TL_ROLE_WARNING].fill), line = pack (&self->palette->roles[TL_ROLE_WARNING].line);
  else if ((node->flags & TL_NODE_MISSING) != 0)
    paint = pack (&self->palette->canvas), line = pack (&self->palette->missing);
  else if ((node->flags & TL_NODE_OVERLAY) != 0 && node->heat >= 0)
    paint = line = pack (&self->palette->heat[node->heat]);
  else
    paint = pack (&colors->fill), line = pack (&colors->line);

  left = get_x (self, picture, rect.x);
  top = get_y (self, picture, rect.y);
  right = MAX (get_x (self, picture, rect.x + rect.width), left + 1);
  bottom = MAX (get_y (self, picture, rect.y + rect.height), top + 1);
  /* Where there is no room for an outline its colour, which is the stronger, stands for all. */
  fill (picture, left, top, right, bottom, line);
  if (right - left > 3 && bottom - top > 3)
    fill (picture, left + 1, top + 1, right - 1, bottom - 1, paint);
}

/* Along the longer way, and there only where the picture is. */
static void
draw_slanted (TlPainter     *self,
              Picture       *picture,
              const TlPoint *from,
              const TlPoint *to,
              int            width,
              guint32        color)
{
  double x0 = from->x * self->x_scale + self->x_offset - picture->left;
  double y0 = from->y * self->y_scale + self->y_offset - picture->top;
  double across = (to->x - from->x) * self->x_scale;
  double down = (to->y - from->y) * self->y_scale;
  gboolean flat = fabs (across) >= fabs (down);
  double start = flat ? x0 : y0;
  double way = flat ? across : down;
  int first = (int) floor (CLAMP (MIN (start, start + way), -width, (flat ? picture->width : picture->height) + width));
  int last = (int) ceil (CLAMP (MAX (start, start + way), -width, (flat ? picture->width : picture->height) + width));

  for (int i = first; i < last; i++)
    {
      double share = CLAMP ((i + 0.5 - start) / way, 0, 1);
      double other = flat ? y0 + down * share : x0 + across * share;
      int j = (int) CLAMP (floor (other), -width, MAX (picture->width, picture->height));

      fill (picture, flat ? i : j, flat ? j : i, (flat ? i : j) + width, (flat ? j : i) + width, color);
    }
}

static void
draw_piece (TlPainter     *self,
            Picture       *picture,
            const TlPoint *from,
            const TlPoint *to,
            int            width,
            guint32        color)
{
  int x0 = get_x (self, picture, from->x);
  int y0 = get_y (self, picture, from->y);
  int x1 = get_x (self, picture, to->x);
  int y1 = get_y (self, picture, to->y);

  if (x0 == x1 || y0 == y1)
    {
      fill (picture, MIN (x0, x1) - width / 2, MIN (y0, y1) - width / 2,
            MAX (x0, x1) - width / 2 + width, MAX (y0, y1) - width / 2 + width, color);
      return;
    }
  draw_slanted (self, picture, from, to, width, color);
}

static void
draw_edges (TlPainter    *self,
            Picture      *picture,
            const GArray *edges,
            gboolean      front)
{
  guint32 colors[TL_N_ROLES];

  /* Thinner than a pixel: paler. */
  for (int role = 0; role < TL_N_ROLES; role++)
    {
      TlColor pale = mix (&self->palette->roles[role].line, &self->palette->canvas, 0.45);

      colors[role] = pack (role == TL_ROLE_BACKBONE || role == TL_ROLE_OFFER_BACKBONE ? &self->palette->roles[role].line : &pale);
    }
  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = &self->scene->edges[g_array_index (edges, guint32, i)];
      const TlPoint *points = tl_scene_get_points (self->scene, edge);
      gboolean backbone = edge->role == TL_ROLE_BACKBONE || edge->role == TL_ROLE_OFFER_BACKBONE;
      int width = backbone ? MAX ((int) round (TL_SHAPE_BACKBONE_WIDTH * self->scale), 2) : 1;

      if (((edge->flags & TL_EDGE_FRONT) != 0) != front)
        continue;
      for (guint j = 0; j + 1 < edge->n_points; j++)
        draw_piece (self, picture, &points[j], &points[j + 1], width, colors[edge->role]);
    }
}

static void
draw_layer (TlPainter    *self,
            Picture      *picture,
            const GArray *nodes,
            TlLayer       layer)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 index = g_array_index (nodes, guint32, i);

      if (self->scene->layers[index] == layer)
        draw_node (self, picture, &self->scene->nodes[index]);
    }
}

/* The pixels of the target that may be painted, clipped to the scene. */
static gboolean
get_extents (TlPainter *self,
             Picture   *picture)
{
  TlRect scene = tl_rect_grow (&self->scene->bounds, 4 / self->scale);
  double left, top, right, bottom;

  cairo_clip_extents (self->cr, &left, &top, &right, &bottom);
  left = floor (MAX (left, scene.x) * self->x_scale + self->x_offset);
  top = floor (MAX (top, scene.y) * self->y_scale + self->y_offset);
  right = ceil (MIN (right, scene.x + scene.width) * self->x_scale + self->x_offset);
  bottom = ceil (MIN (bottom, scene.y + scene.height) * self->y_scale + self->y_offset);
  if (!(right - left <= MAX_SIDE && bottom - top <= MAX_SIDE))
    return FALSE;

  picture->left = (int) left;
  picture->top = (int) top;
  picture->width = (int) MAX (right - left, 0);
  picture->height = (int) MAX (bottom - top, 0);
  return TRUE;
}

gboolean
tl_painter_paint_overview (TlPainter    *self,
                           const GArray *nodes,
                           const GArray *edges)
{
  cairo_t *cr = self->cr;
  cairo_surface_t *image;
  Picture picture;

  if (!self->snap || !get_extents (self, &picture))
    return FALSE;
  if (picture.width == 0 || picture.height == 0)
    return TRUE;

  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture.width, picture.height);
  if (cairo_surface_status (image) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (image);
      return FALSE;
    }
  cairo_surface_flush (image);
  picture.pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (image);
  picture.stride = cairo_image_surface_get_stride (image) / 4;

  draw_layer (self, &picture, nodes, TL_LAYER_CONTAINER);
  draw_edges (self, &picture, edges, FALSE);
  draw_layer (self, &picture, nodes, TL_LAYER_BOX);
  draw_edges (self, &picture, edges, TRUE);
  draw_layer (self, &picture, nodes, TL_LAYER_CIRCLE);
  cairo_surface_mark_dirty (image);

  cairo_save (cr);
  cairo_scale (cr, 1 / self->x_scale, 1 / self->y_scale);
  cairo_translate (cr, -self->x_offset, -self->y_offset);
  cairo_set_source_surface (cr, image, picture.left, picture.top);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
  return TRUE;
}
