/* tl-paint-checks.h: paints scenes and reads the pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-painter.h"

G_BEGIN_DECLS

#define PAINT_WIDTH  600
#define PAINT_HEIGHT 300

/* An image of that size in the colour of the canvas. */
cairo_surface_t *paint_create_canvas  (const TlPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
TlPainter       *paint_create_painter (const TlPalette *palette) G_GNUC_WARN_UNUSED_RESULT;

/* An image with the scene on it, from the origin, as far as there is room. */
cairo_surface_t *paint_scene          (const TlScene   *scene,
                                       TlPaletteKind    kind,
                                       const TlRect    *clip,
                                       double           scale) G_GNUC_WARN_UNUSED_RESULT;

/* The same of a part, all that there is room for, at 100 %. */
cairo_surface_t *paint_scene_part     (const TlScenePart *part,
                                       TlPaletteKind    kind) G_GNUC_WARN_UNUSED_RESULT;

/* 0xRRGGBB */
guint32          paint_get_pixel      (cairo_surface_t *surface,
                                       int              x,
                                       int              y);
guint32          paint_pack           (const TlColor   *color);
gboolean         paint_is_near        (guint32          a,
                                       guint32          b);

/* How many pixels of @area have a colour, or nearly. */
guint            paint_count_color    (cairo_surface_t *surface,
                                       const TlRect    *area,
                                       const TlColor   *color);

G_END_DECLS
