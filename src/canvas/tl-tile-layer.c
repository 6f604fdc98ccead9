/* tl-tile-layer.c: a scene painted at one scale, in tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-tile-layer.h"

#include <math.h>

/* What a painter may paint outside the bounds: line widths, arrow heads, labels. */
#define OVERHANG   24.0
/* What reaches out of an area that has changed, in device pixels. */
#define ROUNDING   2.0
#define RING_REACH 12.0

static gint64
make_key (int column,
          int row)
{
  return (gint64) (((guint64) (guint32) column << 32) | (guint32) row);
}

static void
tile_free (gpointer data)
{
  TlTile *tile = data;

  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  g_clear_pointer (&tile->next, cairo_surface_destroy);
  g_clear_object (&tile->texture);
  g_free (tile);
}

static TlCells
cells_of (double        scale,
          const TlRect *area)
{
  return (TlCells) {
    .first_column = (int) floor (area->x * scale / TL_TILE_SIZE),
    .last_column = (int) ceil ((area->x + area->width) * scale / TL_TILE_SIZE),
    .first_row = (int) floor (area->y * scale / TL_TILE_SIZE),
    .last_row = (int) ceil ((area->y + area->height) * scale / TL_TILE_SIZE),
  };
}

static void
measure_extent (TlTileLayer *self)
{
  TlRect bounds = self->content->bounds;

  self->extent = (TlCells) { 0, 0, 0, 0 };
  if (bounds.width < 0)
    return;

  bounds = tl_rect_grow (&bounds, OVERHANG);
  self->extent = cells_of (self->scale, &bounds);
}

TlTileLayer *
tl_tile_layer_new (TlContent *content,
                   double     scale)
{
  static guint last_id;
  TlTileLayer *self = g_new0 (TlTileLayer, 1);

  self->id = ++last_id;
  self->content = tl_content_ref (content);
  self->scale = scale;
  measure_extent (self);
  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, tile_free);

  return self;
}

void
tl_tile_layer_free (TlTileLayer *self)
{
  tl_content_unref (self->content);
  g_hash_table_unref (self->tiles);
  g_free (self);
}

TlCells
tl_tile_layer_get_cells (const TlTileLayer *self,
                         const TlRect      *area,
                         int                ring)
{
  TlCells cells = cells_of (self->scale, area);

  cells.first_column = CLAMP (cells.first_column - ring, self->extent.first_column, self->extent.last_column);
  cells.last_column = CLAMP (cells.last_column + ring, cells.first_column, self->extent.last_column);
  cells.first_row = CLAMP (cells.first_row - ring, self->extent.first_row, self->extent.last_row);
  cells.last_row = CLAMP (cells.last_row + ring, cells.first_row, self->extent.last_row);

  return cells;
}

TlTile *
tl_tile_layer_get_tile (const TlTileLayer *self,
                        int                column,
                        int                row)
{
  gint64 key = make_key (column, row);

  return g_hash_table_lookup (self->tiles, &key);
}

void
tl_tile_layer_take_tile (TlTileLayer     *self,
                         int              column,
                         int              row,
                         cairo_surface_t *surface)
{
  TlTile *tile = tl_tile_layer_get_tile (self, column, row);

  if (tile == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = make_key (column, row);
      tile = g_new0 (TlTile, 1);
      tile->surface = surface;
      tile->column = column;
      tile->row = row;
      g_hash_table_insert (self->tiles, key, tile);
      return;
    }

  g_clear_pointer (&tile->next, cairo_surface_destroy);
  tile->next = surface;
  tile->ready = TRUE;
}

void
tl_tile_layer_commit (TlTileLayer *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TlTile *tile = value;

      if (!tile->ready)
        continue;
      g_clear_pointer (&tile->surface, cairo_surface_destroy);
      g_clear_object (&tile->texture);
      tile->surface = g_steal_pointer (&tile->next);
      tile->ready = tile->stale = FALSE;
    }
}

static void
mark_stale (TlTile *tile)
{
  tile->stale = TRUE;
  tile->ready = FALSE;
  g_clear_pointer (&tile->next, cairo_surface_destroy);
}

/* A large area may have more cells than there are tiles. */
static void
mark_area (TlTileLayer  *self,
           const TlRect *area)
{
  TlRect reach = tl_rect_grow (area, (self->content->kind == TL_CONTENT_PICTURE ? ROUNDING : RING_REACH) / self->scale);
  TlCells cells = cells_of (self->scale, &reach);
  gint64 n = (gint64) (cells.last_column - cells.first_column) * (cells.last_row - cells.first_row);
  GHashTableIter iter;
  gpointer value;

  if (n < g_hash_table_size (self->tiles))
    {
      for (int row = cells.first_row; row < cells.last_row; row++)
        for (int column = cells.first_column; column < cells.last_column; column++)
          if ((value = tl_tile_layer_get_tile (self, column, row)) != NULL)
            mark_stale (value);
      return;
    }

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TlTile *tile = value;

      if (tile->column >= cells.first_column && tile->column < cells.last_column
          && tile->row >= cells.first_row && tile->row < cells.last_row)
        mark_stale (tile);
    }
}

void
tl_tile_layer_set_content (TlTileLayer  *self,
                           TlContent    *content,
                           const GArray *areas)
{
  GHashTableIter iter;
  gpointer value;

  tl_content_ref (content);
  tl_content_unref (self->content);
  self->content = content;
  measure_extent (self);
  tl_tile_layer_trim (self, &self->extent);

  if (areas != NULL)
    {
      for (guint i = 0; i < areas->len; i++)
        mark_area (self, &g_array_index (areas, TlRect, i));
      return;
    }

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    mark_stale (value);
}

gboolean
tl_tile_layer_lacks (const TlTileLayer *self,
                     int                column,
                     int                row)
{
  const TlTile *tile = tl_tile_layer_get_tile (self, column, row);

  return tile == NULL || (tile->stale && !tile->ready);
}

gboolean
tl_tile_layer_covers (const TlTileLayer *self,
                      const TlCells     *cells)
{
  for (int row = cells->first_row; row < cells->last_row; row++)
    for (int column = cells->first_column; column < cells->last_column; column++)
      if (tl_tile_layer_lacks (self, column, row))
        return FALSE;

  return TRUE;
}

gboolean
tl_tile_layer_shows (const TlTileLayer *self,
                     const TlCells     *cells)
{
  for (int row = cells->first_row; row < cells->last_row; row++)
    for (int column = cells->first_column; column < cells->last_column; column++)
      if (tl_tile_layer_get_tile (self, column, row) == NULL)
        return FALSE;

  return TRUE;
}

static gboolean
is_outside (gpointer key,
            gpointer value,
            gpointer user_data)
{
  const TlTile *tile = value;
  const TlCells *cells = user_data;

  return tile->column < cells->first_column || tile->column >= cells->last_column
         || tile->row < cells->first_row || tile->row >= cells->last_row;
}

void
tl_tile_layer_trim (TlTileLayer   *self,
                    const TlCells *cells)
{
  g_hash_table_foreach_remove (self->tiles, is_outside, (gpointer) cells);
}

TlTileJob
tl_tile_layer_get_job (const TlTileLayer *self,
                       int                column,
                       int                row)
{
  return (TlTileJob) {
    .content = self->content,
    .scale = self->scale,
    .x = column * TL_TILE_SIZE,
    .y = row * TL_TILE_SIZE,
    .width = TL_TILE_SIZE,
    .height = TL_TILE_SIZE,
    .owner = self->id,
    .column = column,
    .row = row,
  };
}

GdkTexture *
tl_tile_get_texture (TlTile *self)
{
  if (self->texture == NULL)
    {
      int width = cairo_image_surface_get_width (self->surface);
      int height = cairo_image_surface_get_height (self->surface);
      int stride = cairo_image_surface_get_stride (self->surface);
      g_autoptr (GBytes) bytes =
        g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface),
                                    (gsize) stride * height,
                                    (GDestroyNotify) cairo_surface_destroy,
                                    cairo_surface_reference (self->surface));

      self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
    }

  return self->texture;
}
