/* tl-viewport.c: which part of a plane is seen, and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-viewport.h"

#include <math.h>

static gboolean
has_size (const TlViewport *self)
{
  return self->width > 0 && self->height > 0;
}

/* Keeps the middle of the view within the content, so that a scene cannot be
 * lost out of sight. */
static void
clamp_place (TlViewport *self)
{
  double middle_x, middle_y, x, y;

  if (!has_size (self) || self->content.width < 0)
    return;

  middle_x = (self->width / 2 - self->x) / self->scale;
  middle_y = (self->height / 2 - self->y) / self->scale;
  x = CLAMP (middle_x, self->content.x, self->content.x + self->content.width);
  y = CLAMP (middle_y, self->content.y, self->content.y + self->content.height);

  if (x != middle_x)
    self->x = self->width / 2 - x * self->scale;
  if (y != middle_y)
    self->y = self->height / 2 - y * self->scale;
}

void
tl_viewport_init (TlViewport *self)
{
  *self = (TlViewport) {
    .scale = 1.0,
    .content = { 0, 0, -1, -1 },
    .fitted = TRUE,
  };
}

static void
stay_fitted (TlViewport *self)
{
  tl_viewport_fit (self);
  if (!self->legible || !has_size (self) || self->content.width < 0 || self->scale >= TL_VIEWPORT_TOO_SMALL)
    return;

  self->scale = TL_VIEWPORT_LEGIBLE;
  if (self->mirrored)
    self->x = self->width - TL_VIEWPORT_MARGIN - (self->content.x + self->content.width) * self->scale;
  else
    self->x = TL_VIEWPORT_MARGIN - self->content.x * self->scale;
  self->y = MAX (TL_VIEWPORT_MARGIN, (self->height - self->content.height * self->scale) / 2)
            - self->content.y * self->scale;
  clamp_place (self);
}

void
tl_viewport_set_size (TlViewport *self,
                      double      width,
                      double      height)
{
  TlPoint middle = tl_viewport_from_widget (self, self->width / 2, self->height / 2);
  gboolean had_size = has_size (self);

  self->width = width;
  self->height = height;

  if (self->fitted || !had_size)
    stay_fitted (self);
  else if (has_size (self))
    tl_viewport_center_on (self, middle.x, middle.y);
}

void
tl_viewport_set_content (TlViewport   *self,
                         const TlRect *content)
{
  self->content = *content;
  if (self->fitted)
    stay_fitted (self);
  else
    clamp_place (self);
}

double
tl_viewport_get_fit_scale (const TlViewport *self)
{
  double width = MAX (self->width - 2 * TL_VIEWPORT_MARGIN, self->width / 2);
  double height = MAX (self->height - 2 * TL_VIEWPORT_MARGIN, self->height / 2);
  double large = MIN (self->width / TL_VIEWPORT_LARGE_WIDTH, self->height / TL_VIEWPORT_LARGE_HEIGHT);
  double scale = TL_VIEWPORT_MAX_FIT * MAX (large, 1);

  if (!has_size (self))
    return 1.0;
  if (self->content.width > 0)
    scale = MIN (scale, width / self->content.width);
  if (self->content.height > 0)
    scale = MIN (scale, height / self->content.height);

  return scale;
}

double
tl_viewport_get_min_scale (const TlViewport *self)
{
  return MIN (tl_viewport_get_fit_scale (self), 1.0) * TL_VIEWPORT_MIN_OF_FIT;
}

void
tl_viewport_fit (TlViewport *self)
{
  self->fitted = TRUE;
  if (!has_size (self) || self->content.width < 0)
    return;

  self->scale = tl_viewport_get_fit_scale (self);
  self->x = (self->width - self->content.width * self->scale) / 2 - self->content.x * self->scale;
  self->y = (self->height - self->content.height * self->scale) / 2 - self->content.y * self->scale;
}

void
tl_viewport_pan (TlViewport *self,
                 double      dx,
                 double      dy)
{
  self->x += dx;
  self->y += dy;
  self->fitted = FALSE;
  clamp_place (self);
}

gboolean
tl_viewport_zoom_at (TlViewport *self,
                     double      x,
                     double      y,
                     double      scale)
{
  TlPoint at = tl_viewport_from_widget (self, x, y);

  scale = CLAMP (scale, tl_viewport_get_min_scale (self), TL_VIEWPORT_MAX_SCALE);
  if (fabs (scale - self->scale) <= self->scale * 1e-9)
    return FALSE;

  self->scale = scale;
  self->x = x - at.x * scale;
  self->y = y - at.y * scale;
  self->fitted = FALSE;
  clamp_place (self);

  return TRUE;
}

void
tl_viewport_center_on (TlViewport *self,
                       double      x,
                       double      y)
{
  self->x = self->width / 2 - x * self->scale;
  self->y = self->height / 2 - y * self->scale;
  self->fitted = FALSE;
  clamp_place (self);
}

/* How far to move so that [from, from + length] lies within [margin, size - margin]. */
static double
reveal_along (double from,
              double length,
              double size,
              double margin)
{
  margin = MIN (margin, size / 4);
  if (length > size - 2 * margin)
    return (size - length) / 2 - from;
  if (from < margin)
    return margin - from;
  if (from + length > size - margin)
    return size - margin - length - from;

  return 0;
}

void
tl_viewport_reveal (TlViewport   *self,
                    const TlRect *area,
                    double        margin)
{
  TlRect shown = tl_viewport_rect_to_widget (self, area);
  double dx, dy;

  if (!has_size (self))
    return;

  dx = reveal_along (shown.x, shown.width, self->width, margin);
  dy = reveal_along (shown.y, shown.height, self->height, margin);
  if (dx != 0 || dy != 0)
    tl_viewport_pan (self, dx, dy);
}

TlPoint
tl_viewport_to_widget (const TlViewport *self,
                       const TlPoint    *point)
{
  return (TlPoint) { point->x * self->scale + self->x, point->y * self->scale + self->y };
}

TlPoint
tl_viewport_from_widget (const TlViewport *self,
                         double            x,
                         double            y)
{
  return (TlPoint) { (x - self->x) / self->scale, (y - self->y) / self->scale };
}

TlRect
tl_viewport_rect_to_widget (const TlViewport *self,
                            const TlRect     *rect)
{
  return (TlRect) {
    rect->x * self->scale + self->x,
    rect->y * self->scale + self->y,
    rect->width * self->scale,
    rect->height * self->scale,
  };
}

TlRect
tl_viewport_get_visible (const TlViewport *self)
{
  return (TlRect) {
    -self->x / self->scale,
    -self->y / self->scale,
    self->width / self->scale,
    self->height / self->scale,
  };
}

TlViewport
tl_viewport_between (const TlViewport *from,
                     const TlViewport *to,
                     double            t)
{
  TlViewport view = *to;
  double way = t;

  if (t >= 1)
    return view;

  view.scale = from->scale * pow (to->scale / from->scale, t);
  if (fabs (to->scale - from->scale) > from->scale * 1e-3)
    way = (view.scale - from->scale) / (to->scale - from->scale);
  view.x = from->x + (to->x - from->x) * way;
  view.y = from->y + (to->y - from->y) * way;

  return view;
}
