/* tl-select-tool.c: click to select
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-select-tool.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-press-count.h"

typedef struct
{
  TlCanvas    *canvas;
  TlPressCount presses;
} Select;

/* The keyboard goes on from where the pointer was. */
static void
move_focus (TlCanvas *canvas,
            int       node)
{
  if (node >= 0)
    tl_canvas_focus_node (canvas, tl_scene_get_node (canvas->scene, (guint) node)->key);
  else
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

static void
select_hit (TlCanvas       *canvas,
            TlItem          item,
            GdkModifierType state)
{
  if (canvas->editable && (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    tl_canvas_select_also (canvas, item, !tl_selection_contains (&canvas->selection, item));
  else
    tl_canvas_select (canvas, item);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            Select          *select)
{
  tl_press_count_pressed (&select->presses, gesture, x, y);
}

/* On release, so that a press that becomes a drag selects nothing. */
static void
released_cb (GtkGestureClick *gesture,
             int              unused,
             double           x,
             double           y,
             Select          *select)
{
  TlCanvas *canvas = select->canvas;
  int n_press = tl_press_count_released (&select->presses);
  TlHit hit = tl_hit_find (canvas, x, y);
  int node = tl_hit_get_node (&hit);
  TlPoint place = tl_canvas_from_widget (canvas, x, y);

  if (canvas->connect != NULL)
    {
      tl_canvas_point_connect (canvas, x, y);
      tl_canvas_finish_connect (canvas);
      return;
    }
  if (n_press == 1)
    {
      select_hit (canvas, tl_hit_get_item (&hit),
                  gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
      move_focus (canvas, node);
    }
  else if (n_press == 2 && node >= 0 && g_strcmp0 (tl_scene_get_node (canvas->scene, (guint) node)->key,
                                                    tl_canvas_get_selected_key (canvas)) == 0)
    {
      tl_canvas_activate (canvas, node);
    }
  else if (n_press == 2 && hit.kind == TL_HIT_EMPTY && canvas->editable && canvas->scene != NULL)
    {
      g_signal_emit_by_name (canvas, "add-at", place.x, place.y);
    }
}

GtkEventController *
tl_select_tool_new (TlCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  Select *select = g_new0 (Select, 1);

  select->canvas = canvas;
  g_object_set_data_full (G_OBJECT (gesture), "tl-select", select, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), select);
  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), select);

  return GTK_EVENT_CONTROLLER (gesture);
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 gpointer         user_data)
{
  TlCanvas *canvas = TL_CANVAS (user_data);
  TlHit hit = tl_hit_find (canvas, x, y);

  if (n_press != 1)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tl_canvas_cancel_connect (canvas);
  move_focus (canvas, tl_hit_get_node (&hit));
  tl_canvas_request_menu (canvas, tl_hit_get_item (&hit), x, y);
}

GtkEventController *
tl_menu_tool_new (TlCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (menu_pressed_cb), canvas);

  return GTK_EVENT_CONTROLLER (gesture);
}
