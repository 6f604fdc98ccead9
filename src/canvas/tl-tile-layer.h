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
  cairo_surface_t *surface;
  GdkTexture      *texture; /* made when a renderer wants one */
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
/* Takes the surface. */
void         tl_tile_layer_take_tile (TlTileLayer       *self,
                                      int                column,
                                      int                row,
                                      cairo_surface_t   *surface);
gboolean     tl_tile_layer_covers    (const TlTileLayer *self,
                                      const TlCells     *cells);
/* Forgets tiles outside @cells. */
void         tl_tile_layer_trim      (TlTileLayer       *self,
                                      const TlCells     *cells);
TlTileJob    tl_tile_layer_get_job   (const TlTileLayer *self,
                                      int                column,
                                      int                row); /* borrows the content */
GdkTexture  *tl_tile_get_texture     (TlTile            *self); /* transfer none */

G_END_DECLS
