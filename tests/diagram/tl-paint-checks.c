/* tl-paint-checks.c: paints scenes and reads the pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-paint-checks.h"

#include <math.h>
#include <string.h>

#include "diagram/tl-text.h"

cairo_surface_t *
paint_create_canvas (const TlPalette *palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PAINT_WIDTH, PAINT_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, palette->canvas.red, palette->canvas.green, palette->canvas.blue);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

TlPainter *
paint_create_painter (const TlPalette *palette)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();

  return tl_painter_new (palette, font);
}

cairo_surface_t *
paint_scene (const TlScene *scene,
             TlPaletteKind  kind,
             const TlRect  *clip,
             double         scale)
{
  const TlPalette *palette = tl_palette_get (kind);
  g_autoptr (TlPainter) painter = paint_create_painter (palette);
  cairo_surface_t *surface = paint_create_canvas (palette);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  if (clip != NULL)
    {
      cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
      cairo_clip (cr);
    }
  tl_painter_paint (painter, cr, scene, clip, scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

cairo_surface_t *
paint_scene_part (const TlScenePart *part,
                  TlPaletteKind      kind)
{
  const TlPalette *palette = tl_palette_get (kind);
  g_autoptr (TlPainter) painter = paint_create_painter (palette);
  cairo_surface_t *surface = paint_create_canvas (palette);
  cairo_t *cr = cairo_create (surface);

  tl_painter_set_part (painter, part->marks, part->shown);
  tl_painter_paint (painter, cr, part->scene, NULL, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

guint32
paint_get_pixel (cairo_surface_t *surface,
                 int              x,
                 int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  g_assert_true (x >= 0 && x < cairo_image_surface_get_width (surface) && y >= 0 && y < cairo_image_surface_get_height (surface));
  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, 4);
  return pixel & 0xffffff;
}

guint32
paint_pack (const TlColor *color)
{
  return (guint32) round (color->red * 255) << 16 | (guint32) round (color->green * 255) << 8 | (guint32) round (color->blue * 255);
}

gboolean
paint_is_near (guint32 a,
               guint32 b)
{
  return ABS ((int) (a >> 16) - (int) (b >> 16)) < 6 && ABS ((int) (a >> 8 & 255) - (int) (b >> 8 & 255)) < 6
         && ABS ((int) (a & 255) - (int) (b & 255)) < 6;
}

guint
paint_count_color (cairo_surface_t *surface,
                   const TlRect    *area,
                   const TlColor   *color)
{
  guint n = 0;

  for (int y = (int) area->y; y < area->y + area->height; y++)
    for (int x = (int) area->x; x < area->x + area->width; x++)
      n += paint_is_near (paint_get_pixel (surface, x, y), paint_pack (color));
  return n;
}
