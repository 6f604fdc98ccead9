/* tl-content.c: what is painted, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-tile-painter.h"
#include "diagram/tl-shape.h"

/* How far a ring is outside of its node, in device pixels. */
#define RING_REACH 12.0

TlContent *
tl_content_new (TlScene                    *scene,
                const TlPalette            *palette,
                const PangoFontDescription *font)
{
  TlContent *self = g_new0 (TlContent, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->scene = tl_scene_ref (scene);
  self->palette = palette;
  self->font = pango_font_description_copy (font);
  self->bounds = tl_scene_get_bounds (scene);

  return self;
}

static TlRect
measure_part (const TlContent *self)
{
  TlScenePart part = tl_content_get_part (self);
  TlRect bounds = { 0, 0, -1, -1 };

  for (guint i = 0; i < tl_scene_get_n_nodes (self->scene); i++)
    if (tl_scene_part_has_node (&part, i))
      {
        TlRect reach = tl_shape_get_reach (tl_scene_get_node (self->scene, i));

        bounds = tl_rect_union (&bounds, &reach);
      }
  for (guint i = 0; i < tl_scene_get_n_edges (self->scene); i++)
    if (tl_scene_part_has_edge (&part, i))
      {
        TlRect reach = tl_scene_get_edge_bounds (self->scene, i);

        bounds = tl_rect_union (&bounds, &reach);
      }
  return bounds;
}

TlContent *
tl_content_new_part (const TlContent *content,
                     TlContentKind    kind,
                     TlMarks         *marks,
                     guint8           shown)
{
  TlContent *self = tl_content_new (content->scene, content->palette, content->font);

  self->kind = kind;
  self->marks = tl_marks_ref (marks);
  self->shown = shown;
  if (kind != TL_CONTENT_PICTURE)
    self->bounds = measure_part (self);

  return self;
}

TlContent *
tl_content_ref (TlContent *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tl_content_unref (TlContent *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->marks, tl_marks_unref);
  tl_scene_unref (self->scene);
  pango_font_description_free (self->font);
  g_free (self);
}

TlScenePart
tl_content_get_part (const TlContent *self)
{
  return (TlScenePart) { self->scene, self->marks, self->shown };
}

/* Whether a node of the part has a ring. */
static gboolean
has_ring (const TlContent *content,
          guint            index)
{
  TlScenePart part = tl_content_get_part (content);
  const TlNode *node = tl_scene_get_node (content->scene, index);

  return tl_scene_part_has_node (&part, index)
         && (content->kind == TL_CONTENT_RINGS || node->parent < 0
             || !tl_scene_part_has_node (&part, (guint) node->parent));
}

static gboolean
paint_rings (const TlTileJob *self,
             TlPainter       *painter,
             cairo_t         *cr,
             const TlRect    *clip)
{
  TlRect area = tl_rect_grow (clip, RING_REACH / self->scale);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean painted = FALSE;

  tl_scene_query_nodes (self->content->scene, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 node = g_array_index (found, guint32, i);

      if (!has_ring (self->content, node))
        continue;
      tl_painter_paint_ring (painter, cr, self->content->scene, node, self->scale);
      painted = TRUE;
    }
  return painted;
}

cairo_surface_t *
tl_tile_job_paint (const TlTileJob *self,
                   TlPainter       *painter)
{
  const TlContent *content = self->content;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width, self->height);
  cairo_t *cr = cairo_create (surface);
  const TlColor *color = &content->palette->canvas;
  gboolean painted = content->kind == TL_CONTENT_PICTURE;
  TlRect clip = {
    self->x / self->scale,
    self->y / self->scale,
    self->width / self->scale,
    self->height / self->scale,
  };

  if (painted)
    {
      cairo_set_source_rgb (cr, color->red, color->green, color->blue);
      cairo_paint (cr);
    }
  cairo_translate (cr, -self->x, -self->y);
  cairo_scale (cr, self->scale, self->scale);
  tl_painter_set_part (painter, content->marks, content->shown);
  if (content->kind != TL_CONTENT_RINGS)
    painted = tl_painter_paint (painter, cr, content->scene, &clip, self->scale) || painted;
  if (content->kind != TL_CONTENT_PICTURE)
    painted = paint_rings (self, painter, cr, &clip) || painted;
  tl_painter_set_part (painter, NULL, 0);
  cairo_destroy (cr);
  if (!painted)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cairo_surface_flush (surface);

  return surface;
}
