/* tl-geometry.h: points and rectangles of a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Canvas units: one unit is one logical pixel at 100 %; y grows downwards. */
typedef struct
{
  double x;
  double y;
} TlPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TlRect;

gboolean tl_rect_contains   (const TlRect *self,
                             double        x,
                             double        y);
gboolean tl_rect_intersects (const TlRect *self,
                             const TlRect *other);
TlRect   tl_rect_union      (const TlRect *self,
                             const TlRect *other); /* an empty one (width < 0) counts for nothing */
TlRect   tl_rect_grow       (const TlRect *self,
                             double        by);
/* Turned over at the upright line through @axis; an empty one stays as it is. */
TlRect   tl_rect_mirror     (const TlRect *self,
                             double        axis);

/* To the nearest point of the line between two. */
double   tl_point_distance_to_line (const TlPoint *self,
                                    const TlPoint *from,
                                    const TlPoint *to);

G_END_DECLS
