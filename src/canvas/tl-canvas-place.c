/* tl-canvas-place.c: coming back to where one was in a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#include <math.h>

TlCanvasPlace
tl_canvas_get_place (TlCanvas *self)
{
  const TlCanvasPlace fitted = { 0 };
  TlViewport view;
  TlPoint middle;

  g_return_val_if_fail (TL_IS_CANVAS (self), fitted);

  if (self->place.scale > 0)
    return self->place;
  view = self->animating ? self->goal : self->view;
  if (view.fitted || view.width <= 0 || self->scene == NULL)
    return fitted;

  middle = tl_viewport_from_widget (&view, view.width / 2, view.height / 2);
  return (TlCanvasPlace) { view.scale, middle.x, middle.y };
}

void
tl_canvas_take_place (TlCanvas *self)
{
  TlCanvasPlace place = self->place;
  TlViewport goal = self->view;

  if (place.scale <= 0 || self->view.width <= 0 || self->scene == NULL)
    return;
  self->place.scale = 0;
  goal.fitted = FALSE;
  (void) tl_viewport_zoom_at (&goal, goal.width / 2, goal.height / 2, place.scale);
  tl_viewport_center_on (&goal, place.x, place.y);
  tl_canvas_go_to (self, &goal, FALSE);
}

void
tl_canvas_set_place (TlCanvas            *self,
                     const TlCanvasPlace *place)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (place != NULL);

  if (!isfinite (place->scale) || !isfinite (place->x) || !isfinite (place->y))
    return;
  self->place = *place;
  if (place->scale > 0)
    tl_canvas_take_place (self);
  else
    tl_canvas_fit (self, FALSE);
}
