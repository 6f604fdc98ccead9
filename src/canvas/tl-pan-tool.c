/* tl-pan-tool.c: drag to move the view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-pan-tool.h"

#include "canvas/tl-canvas-private.h"

typedef struct
{
  TlCanvas *canvas;
  gboolean  panning;
  double    last_x; /* offsets from where the drag began, as far as followed */
  double    last_y;
} Pan;

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

  return gdk_device_get_source (gtk_gesture_get_device (gesture)) == GDK_SOURCE_TOUCHSCREEN
         && tl_hit_find (pan->canvas, x, y).kind == TL_HIT_EMPTY;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               Pan            *pan)
{
  pan->panning = FALSE;
  pan->last_x = pan->last_y = 0;
  if (!may_pan (pan, GTK_GESTURE (gesture), x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                Pan            *pan)
{
  GtkWidget *widget = GTK_WIDGET (pan->canvas);

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
  end (pan);
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
  g_object_set_data_full (G_OBJECT (gesture), "tl-pan", pan, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  g_signal_connect (gesture, "drag-begin", G_CALLBACK (drag_begin_cb), pan);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (drag_update_cb), pan);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (drag_end_cb), pan);
  g_signal_connect (gesture, "cancel", G_CALLBACK (cancel_cb), pan);

  return GTK_EVENT_CONTROLLER (gesture);
}
