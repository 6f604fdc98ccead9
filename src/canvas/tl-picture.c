/* tl-picture.c: a scene, painted and ready to be put on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-picture-private.h"

#include <math.h>

#define PAINT_AT_ONCE 400  /* nodes in view */
#define STRETCH_MIN   0.55 /* a moving view's tiles are used down to this … */
#define STRETCH_MAX   1.8  /* … and up to this */
#define SAME_SCALE    1e-4
#define KEPT_RING     2    /* tiles kept around the view */
#define WANTED_RING   1    /* tiles painted around the view */

static void
drop_layers (TlPicture *self)
{
  g_clear_pointer (&self->overview, tl_tile_layer_free);
  g_clear_pointer (&self->detail, tl_tile_layer_free);
  g_clear_pointer (&self->next, tl_tile_layer_free);
  g_clear_pointer (&self->previous, tl_tile_layer_free);
}

gboolean
tl_picture_same_scale (double a,
                       double b)
{
  return fabs (a - b) <= b * SAME_SCALE;
}

void
tl_picture_invalidate (TlPicture *self)
{
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
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
  if (self->detail != NULL && !tl_picture_same_scale (self->target, self->overview->scale))
    return self->detail;

  return self->overview;
}

/* What has been painted is shown when there is all of it that is in view, so that
 * an edit is not seen in pieces. */
static void
promote (TlPicture *self)
{
  TlTileLayer *layers[] = { self->overview, self->detail, self->next };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (layers[i] != NULL && covers_view (self, layers[i]))
      tl_tile_layer_commit (layers[i]);

  if (self->next != NULL && covers_view (self, self->next))
    {
      g_clear_pointer (&self->detail, tl_tile_layer_free);
      self->detail = g_steal_pointer (&self->next);
    }

  if (self->previous != NULL && self->overview != NULL && covers_view (self, get_main_layer (self)))
    g_clear_pointer (&self->previous, tl_tile_layer_free);
  tl_picture_invalidate (self);
}

static void
tile_ready_cb (const TlTileJob *job,
               cairo_surface_t *surface,
               gpointer         user_data)
{
  TlPicture *self = user_data;
  TlTileLayer *layers[] = { self->overview, self->detail, self->next };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (layers[i] != NULL && layers[i]->id == job->owner && layers[i]->content == job->content)
      {
        tl_tile_layer_take_tile (layers[i], job->column, job->row, surface);
        promote (self);
        self->changed (self->user_data);
        return;
      }

  g_clear_pointer (&surface, cairo_surface_destroy);
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
  tl_picture_invalidate (self);
  g_clear_pointer (&self->painter, tl_painter_free);
  g_clear_pointer (&self->content, tl_content_unref);
  g_free (self);
}

static gboolean
has_same_colors (const TlContent *a,
                 const TlContent *b)
{
  return a->palette == b->palette && a->kind == b->kind && pango_font_description_equal (a->font, b->font);
}

/* The layers keep what has not changed. */
static void
update_layers (TlPicture *self,
               TlContent *content)
{
  TlTileLayer *layers[] = { self->overview, self->detail, self->next };
  g_autoptr (GArray) areas = NULL;

  if (has_same_colors (self->content, content))
    {
      TlScenePart before = tl_content_get_part (self->content), after = tl_content_get_part (content);

      areas = g_array_new (FALSE, FALSE, sizeof (TlRect));
      tl_scene_part_compare (&before, &after, areas);
    }
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (layers[i] != NULL)
      tl_tile_layer_set_content (layers[i], content, areas);
}

void
tl_picture_set_content (TlPicture *self,
                        TlContent *content,
                        gboolean   keep)
{
  tl_tile_painter_set_jobs (self->thread, NULL, 0);

  if (keep && content != NULL && self->content != NULL)
    update_layers (self, content);
  else
    drop_layers (self);

  if (self->content == NULL || content == NULL || !has_same_colors (self->content, content))
    g_clear_pointer (&self->painter, tl_painter_free);
  if (content != NULL)
    tl_content_ref (content);
  g_clear_pointer (&self->content, tl_content_unref);
  self->content = content;
  self->dirty = TRUE;
  tl_picture_invalidate (self);
}

/* An overview that is a little larger or smaller than fitted will do as long as
 * nothing better is asked for. */
static void
choose_overview (TlPicture        *self,
                 const TlViewport *view,
                 double            device_scale)
{
  double fit = tl_viewport_get_fit_scale (view) * device_scale;
  gboolean asked = !self->moving && tl_picture_same_scale (self->target, fit);

  if (self->overview != NULL
      && (tl_picture_same_scale (self->overview->scale, fit)
          || (!asked && self->overview->scale > fit / 2 && self->overview->scale < fit * 2)))
    return;

  if (self->overview != NULL && self->detail == NULL && self->previous == NULL)
    self->previous = g_steal_pointer (&self->overview);
  g_clear_pointer (&self->overview, tl_tile_layer_free);
  self->overview = tl_tile_layer_new (self->content, fit);
  self->dirty = TRUE;
}

static void
choose_layers (TlPicture *self)
{
  TlTileLayer *layer = get_main_layer (self);
  double stretch = self->target / layer->scale;

  if (tl_picture_same_scale (self->target, self->overview->scale))
    {
      if (covers_view (self, self->overview))
        g_clear_pointer (&self->detail, tl_tile_layer_free);
      g_clear_pointer (&self->next, tl_tile_layer_free);
      return;
    }

  if (self->moving && stretch >= STRETCH_MIN && stretch <= STRETCH_MAX)
    return;
  if (layer != self->overview && tl_picture_same_scale (self->target, layer->scale))
    return;

  if (self->detail != NULL && tl_picture_same_scale (self->target, self->detail->scale))
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
      if (tl_tile_layer_lacks (layer, column, row))
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
      TlRect all = self->content->bounds;

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

static guint
count_visible (TlPicture *self)
{
  TlScenePart part = tl_content_get_part (self->content);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  tl_scene_query_nodes (self->content->scene, &self->visible, found);
  for (guint i = 0; i < found->len; i++)
    n += tl_scene_part_has_node (&part, g_array_index (found, guint32, i));
  return n;
}

static void
paint_at_once (TlPicture *self)
{
  TlTileLayer *layer = get_main_layer (self);
  TlCells cells = tl_tile_layer_get_cells (layer, &self->visible, 0);

  if (count_visible (self) > PAINT_AT_ONCE)
    return;

  if (self->painter == NULL)
    self->painter = tl_painter_new (self->content->palette, self->content->font);
  for (int row = cells.first_row; row < cells.last_row; row++)
    for (int column = cells.first_column; column < cells.last_column; column++)
      if (tl_tile_layer_lacks (layer, column, row))
        {
          TlTileJob job = tl_tile_layer_get_job (layer, column, row);

          tl_tile_layer_take_tile (layer, column, row, tl_tile_job_paint (&job, self->painter));
        }
  promote (self);
}

void
tl_picture_aim (TlPicture        *self,
                const TlViewport *view,
                double            device_scale,
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
tl_picture_is_current (TlPicture *self)
{
  return self->content == NULL
         || (self->overview != NULL && !self->dirty && covers_view (self, get_main_layer (self)));
}

gboolean
tl_picture_is_complete (TlPicture *self)
{
  return self->content == NULL
         || (tl_picture_is_current (self)
             && tl_picture_same_scale (get_main_layer (self)->scale, self->target) && tl_tile_painter_is_idle (self->thread));
}
