/* tl-geometry.c: points and rectangles of a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-geometry.h"

#include <math.h>

/* The sides belong to a rectangle, so that a horizontal line, whose rectangle
 * has no height, still touches what it runs along. */

gboolean
tl_rect_contains (const TlRect *self,
                  double        x,
                  double        y)
{
  return x >= self->x && x <= self->x + self->width
         && y >= self->y && y <= self->y + self->height;
}

gboolean
tl_rect_intersects (const TlRect *self,
                    const TlRect *other)
{
  if (self->width < 0 || self->height < 0 || other->width < 0 || other->height < 0)
    return FALSE;

  return self->x <= other->x + other->width && other->x <= self->x + self->width
         && self->y <= other->y + other->height && other->y <= self->y + self->height;
}

TlRect
tl_rect_union (const TlRect *self,
               const TlRect *other)
{
  double left, top, right, bottom;

  if (self->width < 0 || self->height < 0)
    return *other;
  if (other->width < 0 || other->height < 0)
    return *self;

  left = MIN (self->x, other->x);
  top = MIN (self->y, other->y);
  right = MAX (self->x + self->width, other->x + other->width);
  bottom = MAX (self->y + self->height, other->y + other->height);
  return (TlRect) { left, top, right - left, bottom - top };
}

TlRect
tl_rect_grow (const TlRect *self,
              double        by)
{
  return (TlRect) { self->x - by, self->y - by, self->width + 2 * by, self->height + 2 * by };
}

TlRect
tl_rect_mirror (const TlRect *self,
                double        axis)
{
  if (self->width < 0)
    return *self;
  return (TlRect) { 2 * axis - self->x - self->width, self->y, self->width, self->height };
}

double
tl_point_distance_to_line (const TlPoint *self,
                           const TlPoint *from,
                           const TlPoint *to)
{
  double across = to->x - from->x;
  double down = to->y - from->y;
  double length = across * across + down * down;
  double share = length > 0 ? ((self->x - from->x) * across + (self->y - from->y) * down) / length : 0;

  share = CLAMP (share, 0, 1);
  return hypot (self->x - from->x - share * across, self->y - from->y - share * down);
}
