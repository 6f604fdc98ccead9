/* tl-tile-layer.h: a scene painted at one scale, in tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "canvas/tl-tile-painter.h"

G_BEGIN_DECLS

#define TL_TILE_SIZE 512 /* device pixels */

/* A tile; its cell (0, 0) starts at the origin of the canvas. */
typedef struct
{
  cairo_surface_t *surface; /* NULL: nothing is on it */
  GdkTexture      *texture; /* made when a renderer wants one */
  gboolean         stale;   /* shows what was there before */
  gboolean         ready;   /* @next is what is there now: it waits for its neighbours */
  cairo_surface_t *next;
  int              column;
  int              row;
} TlTile;

/* Cells from first to last, the last one not counted. */
typedef struct
{
  int first_column;
  int last_column;
  int first_row;
  int last_row;
} TlCells;

/* Used in one thread only. */
typedef struct
{
  guint       id;     /* unique: the owner of its jobs */
  TlContent  *content;
  double      scale;  /* device pixels a canvas unit */
  TlCells     extent; /* cells that the scene touches */
  GHashTable *tiles;
} TlTileLayer;

TlTileLayer *tl_tile_layer_new       (TlContent         *content,
                                      double             scale) G_GNUC_WARN_UNUSED_RESULT;
void         tl_tile_layer_free      (TlTileLayer       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTileLayer, tl_tile_layer_free)

/* Cells of the scene that touch @area (canvas units), @ring cells more on each side. */
TlCells      tl_tile_layer_get_cells (const TlTileLayer *self,
                                      const TlRect      *area,
                                      int                ring);
TlTile      *tl_tile_layer_get_tile  (const TlTileLayer *self,
                                      int                column,
                                      int                row);
/**
 * tl_tile_layer_set_content:
 * @areas: (nullable) (element-type TlRect): where it differs from what was there;
 *   %NULL for everywhere
 *
 * What has changed is shown as it was until it has been painted again.
 */
void         tl_tile_layer_set_content (TlTileLayer     *self,
                                        TlContent       *content,
                                        const GArray    *areas);
/* Takes the surface (nullable). It is shown at once where there was nothing, else
 * after the next commit. */
void         tl_tile_layer_take_tile (TlTileLayer       *self,
                                      int                column,
                                      int                row,
                                      cairo_surface_t   *surface);
void         tl_tile_layer_commit    (TlTileLayer       *self);
/* Whether a tile is to be painted. */
gboolean     tl_tile_layer_lacks     (const TlTileLayer *self,
                                      int                column,
                                      int                row);
/* Nothing is lacking. */
gboolean     tl_tile_layer_covers    (const TlTileLayer *self,
                                      const TlCells     *cells);
/* Something is there to be shown everywhere, be it stale. */
gboolean     tl_tile_layer_shows     (const TlTileLayer *self,
                                      const TlCells     *cells);
/* Forgets tiles outside @cells. */
void         tl_tile_layer_trim      (TlTileLayer       *self,
                                      const TlCells     *cells);
TlTileJob    tl_tile_layer_get_job   (const TlTileLayer *self,
                                      int                column,
                                      int                row); /* borrows the content */
/* Of a tile with a surface. */
GdkTexture  *tl_tile_get_texture     (TlTile            *self); /* transfer none */

G_END_DECLS
