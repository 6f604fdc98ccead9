/* tl-press-count.c: which press in a row one is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-press-count.h"

#include <math.h>

void
tl_press_count_pressed (TlPressCount    *self,
                        GtkGestureClick *gesture,
                        double           x,
                        double           y)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  guint32 time = gtk_event_controller_get_current_event_time (controller);
  int most_time, most_distance;

  g_object_get (gtk_widget_get_settings (gtk_event_controller_get_widget (controller)),
                "gtk-double-click-time", &most_time,
                "gtk-double-click-distance", &most_distance,
                NULL);

  if (self->was_click && time - self->time <= (guint32) most_time && fabs (x - self->x) <= most_distance
      && fabs (y - self->y) <= most_distance)
    self->n++;
  else
    self->n = 1;

  self->time = time;
  self->x = x;
  self->y = y;
  self->was_click = FALSE;
}

int
tl_press_count_released (TlPressCount *self)
{
  self->was_click = TRUE;

  return self->n;
}
