/* tl-picture-draw.c: puts a painted scene on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-picture-private.h"

#include <math.h>

/* What of a layer is outside of the bounds of its content, logical pixels. */
#define OVERHANG 24.0

/* Device pixels in which a tile is shown; whole ones, so that neighbours meet
 * without a seam. */
static cairo_rectangle_int_t
place_tile (const TlTileLayer *layer,
            const TlTile      *tile,
            const TlViewport  *view,
            double             device_scale)
{
  double stretch = view->scale * device_scale / layer->scale;
  double size = TL_TILE_SIZE * stretch;
  /* Whole device pixels, so that the picture of a resting view is just copied. */
  double x = round (view->x * device_scale), y = round (view->y * device_scale);
  int left = (int) round (tile->column * size + x), top = (int) round (tile->row * size + y);

  return (cairo_rectangle_int_t) {
    left,
    top,
    (int) round ((tile->column + 1) * size + x) - left,
    (int) round ((tile->row + 1) * size + y) - top,
  };
}

static void
draw_tile (cairo_t                     *cr,
           TlTile                      *tile,
           const cairo_rectangle_int_t *place,
           const cairo_region_t        *region)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (tile->surface);
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, (double) TL_TILE_SIZE / place->width, (double) TL_TILE_SIZE / place->height);
  cairo_matrix_translate (&matrix, -place->x, -place->y);
  cairo_pattern_set_matrix (pattern, &matrix);
  /* Not the default, which takes an average of many pixels when it shrinks. */
  cairo_pattern_set_filter (pattern, place->width == TL_TILE_SIZE && place->height == TL_TILE_SIZE
                                       ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);

  cairo_set_source (cr, pattern);
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (region, i, &part);
      cairo_rectangle (cr, part.x, part.y, part.width, part.height);
    }
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/* Draws of @layer what is in @rest, and takes it from there. */
static void
draw_layer (TlTileLayer      *layer,
            cairo_t          *cr,
            const TlViewport *view,
            double            device_scale,
            cairo_region_t   *rest)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, layer->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TlTile *tile = value;
      cairo_rectangle_int_t place = place_tile (layer, tile, view, device_scale);
      cairo_region_t *region;

      if (place.width <= 0 || place.height <= 0
          || cairo_region_contains_rectangle (rest, &place) == CAIRO_REGION_OVERLAP_OUT)
        continue;

      region = cairo_region_create_rectangle (&place);
      cairo_region_intersect (region, rest);
      if (tile->surface != NULL)
        draw_tile (cr, tile, &place, region);
      cairo_region_subtract (rest, region);
      cairo_region_destroy (region);
    }
}

static void
draw_rest (cairo_t              *cr,
           const TlColor        *color,
           const cairo_region_t *rest)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  for (int i = 0; i < cairo_region_num_rectangles (rest); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (rest, i, &part);
      cairo_rectangle (cr, part.x, part.y, part.width, part.height);
    }
  cairo_fill (cr);
}

static gboolean
shows_view (TlPicture   *self,
            TlTileLayer *layer)
{
  TlCells cells = tl_tile_layer_get_cells (layer, &self->visible, 0);

  return tl_tile_layer_shows (layer, &cells);
}

/* Which layers to show, the best first. */
static guint
list_layers (TlPicture   *self,
             TlTileLayer *layers[])
{
  guint n = 0;
  gboolean overview_fits = self->overview != NULL && tl_picture_same_scale (self->overview->scale, self->target)
                           && shows_view (self, self->overview);

  if (self->previous != NULL)
    layers[n++] = self->previous;
  if (overview_fits)
    layers[n++] = self->overview;
  if (self->detail != NULL)
    layers[n++] = self->detail;
  if (self->next != NULL)
    layers[n++] = self->next;
  if (self->overview != NULL && !overview_fits)
    layers[n++] = self->overview;

  return n;
}

/* What of the widget the content may cover, in logical pixels. */
static graphene_rect_t
get_extents (TlPicture        *self,
             const TlViewport *view)
{
  TlRect all = { 0, 0, ceil (view->width), ceil (view->height) };
  TlRect bounds = tl_rect_grow (&self->content->bounds, OVERHANG / view->scale);
  TlRect shown = tl_viewport_rect_to_widget (view, &bounds);
  double left, top, right, bottom;

  if (self->content->kind == TL_CONTENT_PICTURE)
    return GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height);
  if (self->content->bounds.width < 0 || !tl_rect_intersects (&all, &shown))
    return GRAPHENE_RECT_INIT (0, 0, 0, 0);

  left = floor (MAX (shown.x, 0));
  top = floor (MAX (shown.y, 0));
  right = ceil (MIN (shown.x + shown.width, all.width));
  bottom = ceil (MIN (shown.y + shown.height, all.height));
  return GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left), (float) (bottom - top));
}

static void
draw_with_cairo (TlPicture        *self,
                 GtkSnapshot      *snapshot,
                 const TlViewport *view,
                 double            device_scale)
{
  graphene_rect_t extents = get_extents (self, view);
  gboolean opaque = self->content->kind == TL_CONTENT_PICTURE;
  int left = (int) floor (extents.origin.x * device_scale), top = (int) floor (extents.origin.y * device_scale);
  cairo_rectangle_int_t all = {
    left, top, (int) ceil ((extents.origin.x + extents.size.width) * device_scale) - left,
    (int) ceil ((extents.origin.y + extents.size.height) * device_scale) - top,
  };
  cairo_region_t *rest;
  cairo_t *cr;
  TlTileLayer *layers[4];
  guint n_layers = list_layers (self, layers);

  if (all.width <= 0 || all.height <= 0)
    return;

  rest = cairo_region_create_rectangle (&all);
  cr = gtk_snapshot_append_cairo (snapshot, &extents);
  cairo_scale (cr, 1.0 / device_scale, 1.0 / device_scale);
  cairo_set_operator (cr, opaque ? CAIRO_OPERATOR_SOURCE : CAIRO_OPERATOR_OVER);
  for (guint i = 0; i < n_layers && !cairo_region_is_empty (rest); i++)
    draw_layer (layers[i], cr, view, device_scale, rest);
  if (opaque)
    draw_rest (cr, &self->content->palette->canvas, rest);

  cairo_region_destroy (rest);
  cairo_destroy (cr);
}

static void
draw_layer_with_textures (const TlTileLayer *layer,
                          GtkSnapshot       *snapshot,
                          const TlViewport  *view,
                          double             device_scale)
{
  float factor = (float) (1 / device_scale);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, layer->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TlTile *tile = value;
      cairo_rectangle_int_t place = place_tile (layer, tile, view, device_scale);
      graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) place.x * factor, (float) place.y * factor,
                                                   (float) place.width * factor, (float) place.height * factor);

      if (tile->surface != NULL && place.x < view->width * device_scale && place.x + place.width > 0
          && place.y < view->height * device_scale && place.y + place.height > 0)
        gtk_snapshot_append_texture (snapshot, tl_tile_get_texture (tile), &bounds);
    }
}

static void
draw_with_textures (TlPicture        *self,
                    GtkSnapshot      *snapshot,
                    const TlViewport *view,
                    double            device_scale)
{
  const TlColor *color = &self->content->palette->canvas;
  gboolean opaque = self->content->kind == TL_CONTENT_PICTURE;
  TlTileLayer *layers[4];
  guint n_layers = list_layers (self, layers);

  if (opaque)
    gtk_snapshot_append_color (snapshot,
                               &(GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, 1 },
                               &GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height));

  /* What is beneath would be seen through a layer. */
  for (guint i = 0; i < n_layers && !opaque; i++)
    if (i + 1 == n_layers || shows_view (self, layers[i]))
      {
        draw_layer_with_textures (layers[i], snapshot, view, device_scale);
        return;
      }
  for (guint i = n_layers; i > 0; i--)
    draw_layer_with_textures (layers[i - 1], snapshot, view, device_scale);
}

void
tl_picture_draw (TlPicture        *self,
                 GtkSnapshot      *snapshot,
                 const TlViewport *view,
                 double            device_scale,
                 gboolean          textures)
{
  if (self->content == NULL)
    return;

  if (self->drawn == NULL || device_scale != self->drawn_device_scale || textures != self->drawn_textures
      || view->scale != self->drawn_view.scale || view->x != self->drawn_view.x || view->y != self->drawn_view.y
      || view->width != self->drawn_view.width || view->height != self->drawn_view.height)
    {
      GtkSnapshot *own = gtk_snapshot_new ();

      if (textures)
        draw_with_textures (self, own, view, device_scale);
      else
        draw_with_cairo (self, own, view, device_scale);
      tl_picture_invalidate (self);
      self->drawn = gtk_snapshot_free_to_node (own);
      self->drawn_view = *view;
      self->drawn_device_scale = device_scale;
      self->drawn_textures = textures;
    }
  if (self->drawn != NULL)
    gtk_snapshot_append_node (snapshot, self->drawn);
}
