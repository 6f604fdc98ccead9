/* tl-zoom-tool.c: scroll and pinch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-zoom-tool.h"

#include "canvas/tl-canvas-private.h"

#include <math.h>

#define WHEEL_FACTOR    1.2   /* a notch */
#define SURFACE_FACTOR  1.004 /* a pixel of a touchpad, with Ctrl */
#define WHEEL_PAN       80.0  /* logical pixels a notch */

/* X11 gives the fingers' way as wheel notches, but tells the device. */
static gboolean
is_touchpad (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller)) == GDK_SCROLL_UNIT_SURFACE
         || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           gpointer                  user_data)
{
  TlCanvas *canvas = TL_CANVAS (user_data);
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  gboolean surface = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE;
  double step = surface ? 1 : WHEEL_PAN;

  if ((state & GDK_SHIFT_MASK) != 0)
    {
      /* Some backends have turned it already. */
      tl_canvas_pan (canvas, -(dx != 0 ? dx : dy) * step, 0);
      return GDK_EVENT_STOP;
    }

  if (is_touchpad (controller) && (state & GDK_CONTROL_MASK) == 0)
    {
      tl_canvas_pan (canvas, -dx * step, -dy * step);
      return GDK_EVENT_STOP;
    }

  if (dx != 0 && dy == 0)
    {
      tl_canvas_pan (canvas, -dx * step, 0);
      return GDK_EVENT_STOP;
    }

  tl_canvas_zoom_at (canvas, canvas->pointer.x, canvas->pointer.y, pow (surface ? SURFACE_FACTOR : WHEEL_FACTOR, -dy));

  return GDK_EVENT_STOP;
}

GtkEventController *
tl_scroll_tool_new (TlCanvas *canvas)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), canvas);

  return scroll;
}

typedef struct
{
  TlCanvas *canvas;
  double    last_scale; /* of the gesture */
  double    last_x;
  double    last_y;
} Pinch;

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                Pinch            *pinch)
{
  pinch->last_scale = 1;
  gtk_gesture_get_bounding_box_center (gesture, &pinch->last_x, &pinch->last_y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tl_canvas_set_hovered (pinch->canvas, -1);
  tl_canvas_hold (pinch->canvas);
  pinch->canvas->pinching = TRUE;
}

static void
pinch_end_cb (GtkGesture       *gesture,
              GdkEventSequence *sequence,
              Pinch            *pinch)
{
  pinch->canvas->pinching = FALSE;
  tl_canvas_release (pinch->canvas);
}

static void
pinch_scale_cb (GtkGestureZoom *gesture,
                double          scale,
                Pinch          *pinch)
{
  double x = pinch->last_x, y = pinch->last_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  if (x != pinch->last_x || y != pinch->last_y)
    tl_canvas_pan (pinch->canvas, x - pinch->last_x, y - pinch->last_y);
  if (scale > 0)
    tl_canvas_zoom_at (pinch->canvas, x, y, scale / pinch->last_scale);
  pinch->last_scale = scale > 0 ? scale : pinch->last_scale;
  pinch->last_x = x;
  pinch->last_y = y;
}

GtkEventController *
tl_pinch_tool_new (TlCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_zoom_new ();
  Pinch *pinch = g_new0 (Pinch, 1);

  pinch->canvas = canvas;
  g_object_set_data_full (G_OBJECT (gesture), "tl-pinch", pinch, g_free);
  g_signal_connect (gesture, "begin", G_CALLBACK (pinch_begin_cb), pinch);
  g_signal_connect (gesture, "end", G_CALLBACK (pinch_end_cb), pinch);
  g_signal_connect (gesture, "scale-changed", G_CALLBACK (pinch_scale_cb), pinch);

  return GTK_EVENT_CONTROLLER (gesture);
}
