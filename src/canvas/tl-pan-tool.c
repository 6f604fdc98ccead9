/* tl-pan-tool.c: drag to move the view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-pan-tool.h"

#include "canvas/tl-canvas-private.h"

#define REMEMBERED (100 * G_TIME_SPAN_MILLISECOND) /* of the way, for its speed */

/* Where a finger was, as an offset. */
typedef struct
{
  gint64 time;
  double x;
  double y;
} Place;

typedef struct
{
  TlCanvas *canvas;
  gboolean  ignored; /* this drag is for others */
  gboolean  panning;
  GArray   *places;  /* Place: of the last moment */
  double    last_x; /* offsets from where the drag began, as far as followed */
  double    last_y;
} Pan;

static void
pan_free (gpointer data)
{
  Pan *pan = data;

  g_array_unref (pan->places);
  g_free (pan);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
remember (Pan   *pan,
          double x,
          double y)
{
  Place place = { g_get_monotonic_time (), x, y };
  guint n = 0;

  while (n < pan->places->len && g_array_index (pan->places, Place, n).time < place.time - REMEMBERED)
    n++;
  g_array_remove_range (pan->places, 0, n);
  g_array_append_val (pan->places, place);
}

/* A finger that is lifted while it moves throws the view. */
static void
throw (Pan *pan)
{
  const Place *first, *last;
  double seconds;

  if (pan->places->len < 2)
    return;
  first = &g_array_index (pan->places, Place, 0);
  last = &g_array_index (pan->places, Place, pan->places->len - 1);
  seconds = (double) (last->time - first->time) / G_TIME_SPAN_SECOND;
  if (seconds > 0 && g_get_monotonic_time () - last->time < REMEMBERED)
    tl_canvas_fling (pan->canvas, (last->x - first->x) / seconds, (last->y - first->y) / seconds);
}

static void
end (Pan *pan)
{
  if (!pan->panning)
    return;

  pan->panning = FALSE;
  tl_canvas_release (pan->canvas);
  gtk_widget_set_cursor (GTK_WIDGET (pan->canvas), NULL);
}

/* In an editable canvas the first button is for other things, but with Space held
 * or where a finger meets none of them. */
static gboolean
may_pan (Pan        *pan,
         GtkGesture *gesture,
         double      x,
         double      y)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button >= GDK_BUTTON_SECONDARY)
    return FALSE;
  if (button == GDK_BUTTON_MIDDLE || !pan->canvas->editable || pan->canvas->space_held)
    return TRUE;

  return is_touch (gesture) && tl_hit_find (pan->canvas, x, y).kind == TL_HIT_EMPTY;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               Pan            *pan)
{
  pan->panning = FALSE;
  pan->last_x = pan->last_y = 0;
  g_array_set_size (pan->places, 0);
  /* What was thrown is held by a touch. */
  if (pan->canvas->flinging)
    tl_canvas_stop (pan->canvas);
  /* Not denied: that would be for the pinch, too. */
  pan->ignored = !may_pan (pan, GTK_GESTURE (gesture), x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                Pan            *pan)
{
  GtkWidget *widget = GTK_WIDGET (pan->canvas);

  if (pan->ignored)
    return;
  /* Two fingers move the view by themselves. */
  if (pan->canvas->pinching)
    {
      pan->last_x = x;
      pan->last_y = y;
      g_array_set_size (pan->places, 0);
      return;
    }
  if (!pan->panning)
    {
      if (!gtk_drag_check_threshold (widget, 0, 0, (int) x, (int) y))
        return;

      /* Claimed: the click, which waits for the same button, is none any more. */
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      pan->panning = TRUE;
      pan->canvas->space_used = TRUE;
      tl_canvas_set_hovered (pan->canvas, -1);
      tl_canvas_hold (pan->canvas);
      gtk_widget_set_cursor_from_name (widget, "grabbing");
    }

  remember (pan, x, y);
  tl_canvas_pan (pan->canvas, x - pan->last_x, y - pan->last_y);
  pan->last_x = x;
  pan->last_y = y;
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             Pan            *pan)
{
  gboolean panned = pan->panning;

  end (pan);
  if (panned && is_touch (GTK_GESTURE (gesture)))
    throw (pan);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           Pan              *pan)
{
  end (pan);
}

GtkEventController *
tl_pan_tool_new (TlCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();
  Pan *pan = g_new0 (Pan, 1);

  pan->canvas = canvas;
  pan->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_object_set_data_full (G_OBJECT (gesture), "tl-pan", pan, pan_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  g_signal_connect (gesture, "drag-begin", G_CALLBACK (drag_begin_cb), pan);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (drag_update_cb), pan);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (drag_end_cb), pan);
  g_signal_connect (gesture, "cancel", G_CALLBACK (cancel_cb), pan);

  return GTK_EVENT_CONTROLLER (gesture);
}
