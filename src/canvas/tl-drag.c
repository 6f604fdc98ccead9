/* tl-drag.c: dragging with the first button, as an editor needs it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-grips.h"

#include <math.h>

#define BORDER     32.0  /* logical pixels inside the border where the view moves by itself … */
#define OUTWARDS   8.0   /* … once the pointer has gone so far towards it */
#define FULL_SPEED 900.0 /* logical pixels a second, at the border and beyond */

static gboolean
is_under_way (TlDrag *self)
{
  return self->canvas->drag == self;
}

static void
update (TlDrag *self)
{
  self->now = tl_viewport_from_widget (&self->canvas->view, self->pointer.x, self->pointer.y);
  if (self->klass->update != NULL)
    self->klass->update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

/* How fast the view has to move along one axis, logical pixels a second. */
static double
get_speed (double at,
           double pressed,
           double size)
{
  double before = BORDER - at, after = at - (size - BORDER);

  if (before > 0 && at < pressed - OUTWARDS)
    return FULL_SPEED * MIN (before / BORDER, 1);
  if (after > 0 && at > pressed + OUTWARDS)
    return -FULL_SPEED * MIN (after / BORDER, 1);

  return 0;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TlDrag *self = user_data;
  const TlViewport *view = tl_canvas_get_viewport (self->canvas);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->tick_time) / G_TIME_SPAN_SECOND;
  double across = get_speed (self->pointer.x, self->pressed.x, view->width);
  double down = get_speed (self->pointer.y, self->pressed.y, view->height);

  self->tick_time = now;
  if (across == 0 && down == 0)
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }
  tl_canvas_pan (self->canvas, across * MIN (seconds, 0.1), down * MIN (seconds, 0.1));
  update (self);

  return G_SOURCE_CONTINUE;
}

static void
scroll_at_border (TlDrag *self)
{
  const TlViewport *view = tl_canvas_get_viewport (self->canvas);

  if (self->tick_id != 0
      || (get_speed (self->pointer.x, self->pressed.x, view->width) == 0
          && get_speed (self->pointer.y, self->pressed.y, view->height) == 0))
    return;

  self->tick_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self->canvas)));
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), tick_cb, self, NULL);
}

static void
begin (TlDrag *self)
{
  TlCanvas *canvas = self->canvas;
  GtkWidget *widget = GTK_WIDGET (canvas);

  /* Claimed: the click, which waits for the same button, is none any more. */
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tl_canvas_stop (canvas);
  tl_canvas_set_hovered (canvas, -1);
  canvas->hot = (TlHit) { TL_HIT_EMPTY, 0, 0 };
  /* For Escape. */
  if (!tl_canvas_has_focus_inside (canvas))
    gtk_widget_grab_focus (widget);
  canvas->drag = self;
  gtk_widget_set_cursor_from_name (widget, self->klass->cursor != NULL ? self->klass->cursor
                                                                       : tl_grips_get_cursor (&self->hit));
  if (self->klass->begin != NULL)
    self->klass->begin (self);
}

static void
end (TlDrag  *self,
     gboolean done)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);

  if (!is_under_way (self))
    return;

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (widget, self->tick_id);
  self->tick_id = 0;
  self->canvas->drag = NULL;
  gtk_widget_set_cursor (widget, NULL);
  gtk_widget_queue_draw (widget);
  /* Last: what it asks for may bring another scene. */
  self->klass->end (self, done);
}

/* A finger moves the view. */
static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlDrag         *self)
{
  TlCanvas *canvas = self->canvas;

  self->hit = tl_hit_find (canvas, x, y);
  if (!canvas->editable || canvas->scene == NULL || canvas->drag != NULL || canvas->connect != NULL
      || canvas->space_held || (self->hit.kind == TL_HIT_EMPTY && is_touch (self->gesture))
      || !self->klass->accepts (canvas, &self->hit))
    {
      gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->pressed = self->pointer = (TlPoint) { x, y };
  self->start = self->now = tl_viewport_from_widget (&canvas->view, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                TlDrag         *self)
{
  if (!is_under_way (self))
    {
      if (self->canvas->drag != NULL
          || !gtk_drag_check_threshold (GTK_WIDGET (self->canvas), 0, 0, (int) x, (int) y))
        return;

      self->state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
      begin (self);
    }

  self->state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  self->pointer = (TlPoint) { self->pressed.x + x, self->pressed.y + y };
  update (self);
  scroll_at_border (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             TlDrag         *self)
{
  end (self, TRUE);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           TlDrag           *self)
{
  end (self, FALSE);
}

GtkEventController *
tl_drag_new (TlCanvas          *canvas,
             const TlDragClass *klass)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();
  TlDrag *self = g_new0 (TlDrag, 1);

  self->klass = klass;
  self->canvas = canvas;
  self->gesture = gesture;
  g_object_set_data_full (G_OBJECT (gesture), "tl-drag", self, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (gesture, "cancel", G_CALLBACK (cancel_cb), self);

  return GTK_EVENT_CONTROLLER (gesture);
}

void
tl_drag_draw (TlDrag      *self,
              GtkSnapshot *snapshot)
{
  TlRect area;
  cairo_t *cr;

  if (self->klass->measure == NULL || !self->klass->measure (self, &area)
      || (cr = tl_canvas_begin_drawing (self->canvas, snapshot, &area)) == NULL)
    return;

  self->klass->draw (self, cr);
  cairo_destroy (cr);
}

void
tl_drag_set_state (TlDrag         *self,
                   GdkModifierType state)
{
  if (self->state == state)
    return;

  self->state = state;
  update (self);
}

void
tl_drag_cancel (TlDrag *self)
{
  end (self, FALSE);
  /* What still comes of this movement is nobody's. */
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
}

void
tl_canvas_cancel_drag (TlCanvas *self)
{
  if (self->drag != NULL)
    tl_drag_cancel (self->drag);
}

gboolean
tl_canvas_is_busy (TlCanvas *self)
{
  return self->drag != NULL || self->connect != NULL;
}
