/* tl-touch-tool.c: what a finger needs that a mouse does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-touch-tool.h"

#include "canvas/tl-canvas-private.h"

void
tl_canvas_set_touched (TlCanvas *self,
                       gboolean  touched)
{
  if (self->touched == touched)
    return;

  self->touched = touched;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A pen is as fine as a mouse. */
static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          TlCanvas                 *canvas)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GdkDevice *device = gdk_event_get_device (event);

  if (type == GDK_TOUCH_BEGIN)
    tl_canvas_set_touched (canvas, TRUE);
  else if ((type == GDK_MOTION_NOTIFY || type == GDK_BUTTON_PRESS) && device != NULL
           && gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN && !gdk_event_get_pointer_emulated (event))
    tl_canvas_set_touched (canvas, FALSE);

  return GDK_EVENT_PROPAGATE;
}

GtkEventController *
tl_touch_tool_new (TlCanvas *canvas)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), canvas);

  return controller;
}

static void
long_pressed_cb (GtkGesture *gesture,
                 double      x,
                 double      y,
                 TlCanvas   *canvas)
{
  TlHit hit = tl_hit_find (canvas, x, y);

  /* Claimed: what the finger does from now on is for the menu. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tl_canvas_cancel_drag (canvas);
  tl_canvas_cancel_connect (canvas);
  tl_canvas_request_menu (canvas, tl_hit_get_item (&hit), x, y);
}

GtkEventController *
tl_long_press_tool_new (TlCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (long_pressed_cb), canvas);

  return GTK_EVENT_CONTROLLER (gesture);
}
