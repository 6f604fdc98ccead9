/* tl-select-tool.c: click to select
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-select-tool.h"

#include "canvas/tl-canvas-private.h"

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

/* On release, so that a press that becomes a drag selects nothing. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         user_data)
{
  TlCanvas *canvas = TL_CANVAS (user_data);
  int node = tl_canvas_pick (canvas, x, y);

  if (n_press == 1)
    {
      tl_canvas_select (canvas, node);
      move_focus (canvas, node);
    }
  else if (n_press == 2 && node >= 0 && g_strcmp0 (tl_scene_get_node (canvas->scene, (guint) node)->key,
                                                    tl_canvas_get_selected_key (canvas)) == 0)
    {
      tl_canvas_activate (canvas, node);
    }
}

GtkEventController *
tl_select_tool_new (TlCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), canvas);

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
  int node = tl_canvas_pick (canvas, x, y);

  if (n_press != 1)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  move_focus (canvas, node);
  tl_canvas_request_menu (canvas, node, x, y);
}

GtkEventController *
tl_menu_tool_new (TlCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (menu_pressed_cb), canvas);

  return GTK_EVENT_CONTROLLER (gesture);
}
