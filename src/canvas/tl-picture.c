/* tl-picture.c: a scene, painted and ready to be put on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-picture.h"

#include "canvas/tl-tile-layer.h"

#include <math.h>

#define PAINT_AT_ONCE 400  /* nodes in view */
#define STRETCH_MIN   0.55 /* a moving view's tiles are used down to this … */
#define STRETCH_MAX   1.8  /* … and up to this */
#define SAME_SCALE    1e-4
#define KEPT_RING     2    /* tiles kept around the view */
#define WANTED_RING   1    /* tiles painted around the view */

struct _TlPicture
{
  TlPictureFunc  changed;
  gpointer       user_data;
  TlContent     *content;
  TlTilePainter *thread;
  TlPainter     *painter;  /* for what is painted at once */

  TlTileLayer   *overview; /* of the whole scene, fitted */
  TlTileLayer   *detail;   /* around the view */
  TlTileLayer   *next;     /* takes the place of detail when it covers the view */
  TlTileLayer   *stale[2]; /* of the content before */

  TlRect         visible;  /* of the last aim … */
  double         target;   /* … device pixels a canvas unit */
  gboolean       moving;
  gboolean       dirty;    /* the jobs are not those of the last aim */
};

static void
drop_layers (TlPicture *self)
{
  g_clear_pointer (&self->overview, tl_tile_layer_free);
  g_clear_pointer (&self->detail, tl_tile_layer_free);
  g_clear_pointer (&self->next, tl_tile_layer_free);
}

static void
drop_stale (TlPicture *self)
{
  g_clear_pointer (&self->stale[0], tl_tile_layer_free);
  g_clear_pointer (&self->stale[1], tl_tile_layer_free);
}

static gboolean
same_scale (double a,
            double b)
{
  return fabs (a - b) <= b * SAME_SCALE;
}

static gboolean
covers_view (TlPicture   *self,
             TlTileLayer *layer)
{
  TlCells cells = tl_tile_layer_get_cells (layer, &self->visible, 0);

  return tl_tile_layer_covers (layer, &cells);
}

/* The layer that the view is to be shown with. */
static TlTileLayer *
get_main_layer (TlPicture *self)
{
  if (self->next != NULL)
    return self->next;
  if (self->detail != NULL && !same_scale (self->target, self->overview->scale))
    return self->detail;

  return self->overview;
}

static void
promote (TlPicture *self)
{
  if (self->next != NULL && covers_view (self, self->next))
    {
      g_clear_pointer (&self->detail, tl_tile_layer_free);
      self->detail = g_steal_pointer (&self->next);
    }

  if (self->stale[1] != NULL && self->overview != NULL && covers_view (self, get_main_layer (self)))
    drop_stale (self);
}

static void
tile_ready_cb (const TlTileJob *job,
               cairo_surface_t *surface,
               gpointer         user_data)
{
  TlPicture *self = user_data;
  TlTileLayer *layers[] = { self->overview, self->detail, self->next };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (layers[i] != NULL && layers[i]->id == job->owner)
      {
        tl_tile_layer_take_tile (layers[i], job->column, job->row, surface);
        promote (self);
        self->changed (self->user_data);
        return;
      }

  cairo_surface_destroy (surface);
}

TlPicture *
tl_picture_new (TlPictureFunc changed,
                gpointer      user_data)
{
  TlPicture *self = g_new0 (TlPicture, 1);

  self->changed = changed;
  self->user_data = user_data;
  self->thread = tl_tile_painter_new (tile_ready_cb, self);

  return self;
}

void
tl_picture_free (TlPicture *self)
{
  tl_tile_painter_free (self->thread);
  drop_layers (self);
  drop_stale (self);
  g_clear_pointer (&self->painter, tl_painter_free);
  g_clear_pointer (&self->content, tl_content_unref);
  g_free (self);
}

void
tl_picture_set_content (TlPicture *self,
                        TlContent *content,
                        gboolean   keep)
{
  tl_tile_painter_set_jobs (self->thread, NULL, 0);

  if (!keep)
    {
      drop_stale (self);
    }
  else if (self->overview != NULL && self->stale[1] == NULL)
    {
      self->stale[0] = g_steal_pointer (&self->detail);
      self->stale[1] = g_steal_pointer (&self->overview);
    }
  drop_layers (self);

  if (content != NULL)
    tl_content_ref (content);
  g_clear_pointer (&self->content, tl_content_unref);
  self->content = content;
  g_clear_pointer (&self->painter, tl_painter_free);
  self->dirty = TRUE;
}

/* An overview that is a little larger or smaller than fitted will do as long as
 * nothing better is asked for. */
static void
choose_overview (TlPicture        *self,
                 const TlViewport *view,
                 int               device_scale)
{
  double fit = tl_viewport_get_fit_scale (view) * device_scale;

  if (self->overview != NULL
      && (same_scale (self->overview->scale, fit)
          || (self->moving && self->overview->scale > fit / 2 && self->overview->scale < fit * 2)))
    return;

  g_clear_pointer (&self->overview, tl_tile_layer_free);
  self->overview = tl_tile_layer_new (self->content, fit);
  self->dirty = TRUE;
}

static void
choose_layers (TlPicture *self)
{
  TlTileLayer *layer = get_main_layer (self);
  double stretch = self->target / layer->scale;

  if (same_scale (self->target, self->overview->scale))
    {
      if (covers_view (self, self->overview))
        g_clear_pointer (&self->detail, tl_tile_layer_free);
      g_clear_pointer (&self->next, tl_tile_layer_free);
      return;
    }

  if (self->moving && stretch >= STRETCH_MIN && stretch <= STRETCH_MAX)
    return;
  if (layer != self->overview && same_scale (self->target, layer->scale))
    return;

  if (self->detail != NULL && same_scale (self->target, self->detail->scale))
    {
      g_clear_pointer (&self->next, tl_tile_layer_free);
      return;
    }

  g_clear_pointer (&self->next, tl_tile_layer_free);
  self->next = tl_tile_layer_new (self->content, self->target);
  self->dirty = TRUE;
}

static int
compare_jobs (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const TlPoint *middle = user_data;
  const TlTileJob *one = a, *other = b;
  double one_x = one->column + 0.5 - middle->x, one_y = one->row + 0.5 - middle->y;
  double other_x = other->column + 0.5 - middle->x, other_y = other->row + 0.5 - middle->y;
  double difference = (one_x * one_x + one_y * one_y) - (other_x * other_x + other_y * other_y);

  return (difference > 0) - (difference < 0);
}

/* Adds what @layer lacks of @area and @ring tiles around it, the middle first. */
static void
want_tiles (TlTileLayer  *layer,
            const TlRect *area,
            int           ring,
            GArray       *jobs)
{
  TlCells cells = tl_tile_layer_get_cells (layer, area, ring);
  TlPoint middle = {
    (area->x + area->width / 2) * layer->scale / TL_TILE_SIZE,
    (area->y + area->height / 2) * layer->scale / TL_TILE_SIZE,
  };
  guint first = jobs->len;

  for (int row = cells.first_row; row < cells.last_row; row++)
    for (int column = cells.first_column; column < cells.last_column; column++)
      if (tl_tile_layer_get_tile (layer, column, row) == NULL)
        {
          TlTileJob job = tl_tile_layer_get_job (layer, column, row);

          g_array_append_val (jobs, job);
        }

  if (jobs->len > first)
    g_qsort_with_data (&g_array_index (jobs, TlTileJob, first), (int) (jobs->len - first), sizeof (TlTileJob),
                       compare_jobs, &middle);
}

/* A moving view far from the overview's scale needs the overview only in the
 * gaps, so what is in view comes first. */
static void
plan_jobs (TlPicture *self)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (TlTileJob));
  TlTileLayer *layer = get_main_layer (self);

  want_tiles (layer, &self->visible, 0, jobs);
  if (layer != self->overview)
    {
      TlRect all = tl_scene_get_bounds (self->content->scene);

      want_tiles (self->overview, &self->visible, 0, jobs);
      want_tiles (self->overview, &all, 1, jobs);
      want_tiles (layer, &self->visible, WANTED_RING, jobs);
    }
  else
    {
      want_tiles (layer, &self->visible, 10000, jobs);
    }

  tl_tile_painter_set_jobs (self->thread, (TlTileJob *) jobs->data, jobs->len);
}

static void
trim (TlPicture *self)
{
  TlTileLayer *layers[] = { self->detail, self->next };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (layers[i] != NULL)
      {
        TlCells cells = tl_tile_layer_get_cells (layers[i], &self->visible, KEPT_RING);

        tl_tile_layer_trim (layers[i], &cells);
      }
}

static void
paint_at_once (TlPicture *self)
{
  TlTileLayer *layer = get_main_layer (self);
  TlCells cells = tl_tile_layer_get_cells (layer, &self->visible, 0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  tl_scene_query_nodes (self->content->scene, &self->visible, found);
  if (found->len > PAINT_AT_ONCE)
    return;

  if (self->painter == NULL)
    self->painter = tl_painter_new (self->content->palette, self->content->font);
  for (int row = cells.first_row; row < cells.last_row; row++)
    for (int column = cells.first_column; column < cells.last_column; column++)
      if (tl_tile_layer_get_tile (layer, column, row) == NULL)
        {
          TlTileJob job = tl_tile_layer_get_job (layer, column, row);

          tl_tile_layer_take_tile (layer, column, row, tl_tile_job_paint (&job, self->painter));
        }
  promote (self);
}

void
tl_picture_aim (TlPicture        *self,
                const TlViewport *view,
                int               device_scale,
                gboolean          moving)
{
  TlRect visible = tl_viewport_get_visible (view);
  gboolean is_new;

  if (self->content == NULL)
    return;
  if (!self->dirty && moving == self->moving && view->scale * device_scale == self->target
      && visible.x == self->visible.x && visible.y == self->visible.y && visible.width == self->visible.width
      && visible.height == self->visible.height)
    return;

  is_new = self->overview == NULL;
  self->visible = visible;
  self->target = view->scale * device_scale;
  self->moving = moving;
  choose_overview (self, view, device_scale);
  choose_layers (self);
  if (is_new)
    paint_at_once (self);
  promote (self);
  plan_jobs (self);
  trim (self);
  self->dirty = FALSE;
}

gboolean
tl_picture_is_complete (TlPicture *self)
{
  return self->content == NULL
         || (self->overview != NULL && !self->dirty && covers_view (self, get_main_layer (self))
             && same_scale (get_main_layer (self)->scale, self->target) && tl_tile_painter_is_idle (self->thread));
}

/* Device pixels in which a tile is shown; whole ones, so that neighbours meet
 * without a seam. */
static cairo_rectangle_int_t
place_tile (const TlTileLayer *layer,
            const TlTile      *tile,
            const TlViewport  *view,
            int                device_scale)
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
            int               device_scale,
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

/* Which layers to show, the best first. */
static guint
list_layers (TlPicture   *self,
             TlTileLayer *layers[])
{
  guint n = 0;
  gboolean overview_fits = self->overview != NULL && same_scale (self->overview->scale, self->target)
                           && covers_view (self, self->overview);

  if (overview_fits)
    layers[n++] = self->overview;
  if (self->stale[0] != NULL)
    layers[n++] = self->stale[0];
  if (self->stale[1] != NULL)
    layers[n++] = self->stale[1];
  if (self->detail != NULL)
    layers[n++] = self->detail;
  if (self->next != NULL)
    layers[n++] = self->next;
  if (self->overview != NULL && !overview_fits)
    layers[n++] = self->overview;

  return n;
}

static void
draw_with_cairo (TlPicture        *self,
                 GtkSnapshot      *snapshot,
                 const TlViewport *view,
                 int               device_scale)
{
  cairo_rectangle_int_t all = {
    0, 0, (int) ceil (view->width) * device_scale, (int) ceil (view->height) * device_scale,
  };
  cairo_region_t *rest = cairo_region_create_rectangle (&all);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height));
  TlTileLayer *layers[6];
  guint n_layers = list_layers (self, layers);

  cairo_scale (cr, 1.0 / device_scale, 1.0 / device_scale);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  for (guint i = 0; i < n_layers && !cairo_region_is_empty (rest); i++)
    draw_layer (layers[i], cr, view, device_scale, rest);
  draw_rest (cr, &self->content->palette->canvas, rest);

  cairo_region_destroy (rest);
  cairo_destroy (cr);
}

static void
draw_with_textures (TlPicture        *self,
                    GtkSnapshot      *snapshot,
                    const TlViewport *view,
                    int               device_scale)
{
  const TlColor *color = &self->content->palette->canvas;
  TlTileLayer *layers[6];
  guint n_layers = list_layers (self, layers);
  float factor = 1.0f / (float) device_scale;

  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height));

  for (guint i = n_layers; i > 0; i--)
    {
      TlTileLayer *layer = layers[i - 1];
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, layer->tiles);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          TlTile *tile = value;
          cairo_rectangle_int_t place = place_tile (layer, tile, view, device_scale);
          graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) place.x * factor, (float) place.y * factor,
                                                       (float) place.width * factor, (float) place.height * factor);

          if (place.x < view->width * device_scale && place.x + place.width > 0
              && place.y < view->height * device_scale && place.y + place.height > 0)
            gtk_snapshot_append_texture (snapshot, tl_tile_get_texture (tile), &bounds);
        }
    }
}

void
tl_picture_draw (TlPicture        *self,
                 GtkSnapshot      *snapshot,
                 const TlViewport *view,
                 int               device_scale,
                 gboolean          textures)
{
  if (self->content == NULL)
    return;

  if (textures)
    draw_with_textures (self, snapshot, view, device_scale);
  else
    draw_with_cairo (self, snapshot, view, device_scale);
}
