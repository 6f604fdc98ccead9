/* tl-canvas-fling.c: a view that was thrown goes on by itself, and slows down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#include <math.h>

/* Logical pixels a second */
#define LEAST_START 150.0  /* slower is no throw */
#define LEAST       20.0   /* slower is at rest */
#define MOST        6000.0
#define DECAY       0.325  /* seconds in which the speed falls to a third */
#define LONGEST     0.1    /* of a step, seconds */

void
tl_canvas_fling (TlCanvas *self,
                 double    vx,
                 double    vy)
{
  double speed = hypot (vx, vy);
  double least = MIN (speed, MOST) / MAX (speed, 1);

  tl_canvas_stop (self);
  if (speed < LEAST_START || self->scene == NULL || !tl_canvas_may_animate (self))
    return;

  self->fling = (TlPoint) { vx * least, vy * least };
  self->fling_time = 0;
  self->flinging = TRUE;
  tl_canvas_start_ticking (self);
}

gboolean
tl_canvas_fling_step (TlCanvas *self,
                      gint64    now)
{
  double seconds = self->fling_time == 0 ? 0 : MIN ((double) (now - self->fling_time) / G_TIME_SPAN_SECOND, LONGEST);
  TlPoint speed = self->fling;
  TlViewport before = self->view;
  double part = exp (-seconds / DECAY);

  if (!self->flinging)
    return FALSE;

  /* What it goes by while it slows down: the integral of its speed. */
  tl_canvas_pan (self, speed.x * DECAY * (1 - part), speed.y * DECAY * (1 - part));
  self->fling = (TlPoint) { speed.x * part, speed.y * part };
  self->fling_time = now;
  /* A pan stops what is under way; at the end of the content there is nothing more. */
  self->flinging = hypot (self->fling.x, self->fling.y) >= LEAST
                   && (seconds == 0 || before.x != self->view.x || before.y != self->view.y);
  return self->flinging;
}
