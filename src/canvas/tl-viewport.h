/* tl-viewport.h: which part of a plane is seen, and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-geometry.h"

G_BEGIN_DECLS

#define TL_VIEWPORT_MARGIN    24.0 /* around a fitted scene, logical pixels */
#define TL_VIEWPORT_MAX_FIT   1.25 /* a small scene is not blown up beyond this … */
#define TL_VIEWPORT_LARGE_WIDTH  1600.0 /* … but in proportion in a larger view than this, logical pixels */
#define TL_VIEWPORT_LARGE_HEIGHT 1000.0
#define TL_VIEWPORT_MAX_SCALE 8.0
#define TL_VIEWPORT_TOO_SMALL 0.5  /* fitted smaller than this, nothing in a scene can be read … */
#define TL_VIEWPORT_LEGIBLE   0.7  /* … as it can at this scale */
#define TL_VIEWPORT_MIN_OF_FIT 0.6 /* least scale: this part of the fitted one, or of 100 % */

/* Plain data; knows nothing of widgets. A point c of the canvas is shown at
 * c * scale + (x, y), in logical pixels. */
typedef struct
{
  double   scale;
  double   x;
  double   y;
  double   width;   /* of the widget; 0 until it has a size */
  double   height;
  TlRect   content; /* bounds of the scene, canvas units */
  gboolean fitted;  /* stays fitted when size or content change */
  gboolean legible; /* what would be too small if it is fitted is shown larger instead, from its
                     * beginning */
  gboolean mirrored; /* the content begins at its right */
} TlViewport;

void     tl_viewport_init          (TlViewport       *self);

/* A fitted view stays fitted; another keeps the canvas point in its middle. */
void     tl_viewport_set_size      (TlViewport       *self,
                                    double            width,
                                    double            height);
void     tl_viewport_set_content   (TlViewport       *self,
                                    const TlRect     *content);

double   tl_viewport_get_fit_scale (const TlViewport *self);
double   tl_viewport_get_min_scale (const TlViewport *self);
void     tl_viewport_fit           (TlViewport       *self);

/* Moves what is shown by logical pixels. The middle of the view stays within the
 * content. */
void     tl_viewport_pan           (TlViewport       *self,
                                    double            dx,
                                    double            dy);

/**
 * tl_viewport_zoom_at:
 * @x: in logical pixels
 * @y: in logical pixels
 * @scale: new scale, clamped to what is allowed
 *
 * Zooms so that what is at (@x, @y) stays there, unless the middle of the view
 * would leave the content.
 *
 * Returns: %FALSE if nothing changed: the scale was at its end already
 */
gboolean tl_viewport_zoom_at       (TlViewport       *self,
                                    double            x,
                                    double            y,
                                    double            scale);
void     tl_viewport_center_on     (TlViewport       *self,
                                    double            x,
                                    double            y);

/* Moves as little as needed so that @area lies in the view, @margin logical
 * pixels from its sides; an area too large for that is centred. Keeps the scale. */
void     tl_viewport_reveal        (TlViewport       *self,
                                    const TlRect     *area,
                                    double            margin);

TlPoint  tl_viewport_to_widget     (const TlViewport *self,
                                    const TlPoint    *point);
TlPoint  tl_viewport_from_widget   (const TlViewport *self,
                                    double            x,
                                    double            y);
TlRect   tl_viewport_rect_to_widget (const TlViewport *self,
                                     const TlRect     *rect);
TlRect   tl_viewport_get_visible   (const TlViewport *self); /* canvas units */

/* The view on the way from @from (@t = 0) to @to (@t = 1): one fixed point of the
 * canvas, exponential in scale. Size and content are those of @to. */
TlViewport tl_viewport_between     (const TlViewport *from,
                                    const TlViewport *to,
                                    double            t);

G_END_DECLS
