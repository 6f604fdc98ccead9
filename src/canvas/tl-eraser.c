/* tl-eraser.c: deletes what the other end of a pen wipes over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-eraser.h"

#include "canvas/tl-canvas-private.h"

#include <math.h>

#define STEP 4.0 /* logical pixels between two places that are looked at */

static void
touch (TlEraser *self,
       double    x,
       double    y)
{
  TlHit hit = tl_hit_find (self->canvas, x, y);
  int node = tl_hit_get_node (&hit);
  TlItem item = node >= 0 ? tl_item_of_node (node) : tl_hit_get_item (&hit);

  if (node >= 0 && !tl_canvas_may_edit (self->canvas, (guint) node))
    return;
  if (!tl_selection_contains (&self->canvas->selection, item))
    tl_canvas_select_also (self->canvas, item, TRUE);
}

gboolean
tl_eraser_begin (TlEraser *self,
                 double    x,
                 double    y)
{
  TlCanvas *canvas = self->canvas;

  if (self->before != NULL || !canvas->editable || canvas->scene == NULL || tl_canvas_is_busy (canvas))
    return FALSE;

  self->before = tl_canvas_list_selected_keys (canvas);
  self->at = (TlPoint) { x, y };
  tl_canvas_select (canvas, TL_NO_ITEM);
  touch (self, x, y);
  return TRUE;
}

/* A quick stroke is told of in a few places only; nothing between them is left out. */
void
tl_eraser_wipe (TlEraser *self,
                double    x,
                double    y)
{
  TlPoint from = self->at;
  guint n_steps = (guint) (hypot (x - from.x, y - from.y) / STEP) + 1;

  if (self->before == NULL || self->canvas->scene == NULL)
    return;
  for (guint i = 1; i <= n_steps; i++)
    touch (self, from.x + (x - from.x) * i / n_steps, from.y + (y - from.y) * i / n_steps);
  self->at = (TlPoint) { x, y };
}

void
tl_eraser_end (TlEraser *self)
{
  if (self->before == NULL)
    return;
  if (tl_selection_get_size (&self->canvas->selection) == 0)
    {
      tl_eraser_cancel (self);
      return;
    }

  g_clear_pointer (&self->before, g_strfreev);
  g_signal_emit_by_name (self->canvas, "delete-nodes");
}

void
tl_eraser_cancel (TlEraser *self)
{
  g_auto (GStrv) before = g_steal_pointer (&self->before);

  if (before != NULL)
    tl_canvas_set_selected_keys (self->canvas, (const char *const *) before);
}

/* Gesture */

static void
eraser_free (gpointer  data,
             GClosure *closure)
{
  TlEraser *self = data;

  g_strfreev (self->before);
  g_free (self);
}

static void
down_cb (GtkGestureStylus *gesture,
         double            x,
         double            y,
         TlEraser         *self)
{
  GdkDeviceTool *tool = gtk_gesture_stylus_get_device_tool (gesture);
  gboolean erases = tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;

  gtk_gesture_set_state (GTK_GESTURE (gesture), erases && tl_eraser_begin (self, x, y) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                                       : GTK_EVENT_SEQUENCE_DENIED);
}

static void
motion_cb (GtkGestureStylus *gesture,
           double            x,
           double            y,
           TlEraser         *self)
{
  tl_eraser_wipe (self, x, y);
}

static void
up_cb (GtkGestureStylus *gesture,
       double            x,
       double            y,
       TlEraser         *self)
{
  tl_eraser_wipe (self, x, y);
  tl_eraser_end (self);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           TlEraser         *self)
{
  tl_eraser_cancel (self);
}

GtkEventController *
tl_eraser_tool_new (TlCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_stylus_new ();
  TlEraser *self = g_new0 (TlEraser, 1);

  self->canvas = canvas;
  /* Before the tools that would move what it touches. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_data (gesture, "down", G_CALLBACK (down_cb), self, eraser_free, 0);
  g_signal_connect (gesture, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (gesture, "up", G_CALLBACK (up_cb), self);
  g_signal_connect (gesture, "cancel", G_CALLBACK (cancel_cb), self);

  return GTK_EVENT_CONTROLLER (gesture);
}
