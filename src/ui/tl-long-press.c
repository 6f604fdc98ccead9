/* tl-long-press.c: the menu of a thing, for a finger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-long-press.h"

typedef struct
{
  TlLongPress func;
  gpointer    self;
} Target;

static void
pressed_cb (GtkGesture *gesture,
            double      x,
            double      y,
            Target     *target)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  target->func (target->self, 1, x, y);
}

static void
free_target (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

void
tl_long_press_add (GtkWidget   *widget,
                   TlLongPress  func,
                   gpointer     self)
{
  GtkGesture *gesture;
  Target *target;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  gesture = gtk_gesture_long_press_new ();
  target = g_new (Target, 1);
  *target = (Target) { func, self };
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  g_signal_connect_data (gesture, "pressed", G_CALLBACK (pressed_cb), target, free_target, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}
