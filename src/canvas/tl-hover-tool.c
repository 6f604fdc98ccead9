/* tl-hover-tool.c: rest on a node to see what it is connected to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-hover-tool.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-grips.h"

#define HOVER_DELAY 100 /* ms */

typedef struct
{
  TlCanvas *canvas;
  guint     delay_id;
  double    x;
  double    y;
} Hover;

static void
hover_free (gpointer data)
{
  Hover *hover = data;

  g_clear_handle_id (&hover->delay_id, g_source_remove);
  g_free (hover);
}

static gboolean
delay_cb (gpointer user_data)
{
  Hover *hover = user_data;

  TlHit hit = tl_hit_find (hover->canvas, hover->x, hover->y);

  hover->delay_id = 0;
  if (hover->canvas->connect == NULL)
    tl_canvas_set_hovered (hover->canvas, tl_hit_get_node (&hit));

  return G_SOURCE_REMOVE;
}

static gboolean
is_held (GtkEventController *controller)
{
  return (gtk_event_controller_get_current_event_state (controller)
          & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)) != 0;
}

/* A port or a handle under the pointer says so. */
static void
set_hot (TlCanvas    *canvas,
         const TlHit *hit)
{
  TlHit hot = hit->kind == TL_HIT_PORT || hit->kind == TL_HIT_HANDLE ? *hit : (TlHit) { TL_HIT_EMPTY, 0, 0 };

  if (hot.kind == canvas->hot.kind && hot.index == canvas->hot.index && hot.part == canvas->hot.part)
    return;

  canvas->hot = hot;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), tl_grips_get_cursor (&hot));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
enter_cb (GtkEventController *controller,
          double              x,
          double              y,
          Hover              *hover)
{
  hover->canvas->pointer = (TlPoint) { x, y };
}

static void
motion_cb (GtkEventController *controller,
           double              x,
           double              y,
           Hover              *hover)
{
  TlHit hit;
  int node;

  hover->canvas->pointer = (TlPoint) { x, y };
  /* GTK also reports a motion when only what is beneath the pointer has moved. */
  if ((x == hover->x && y == hover->y) || is_held (controller))
    return;

  hover->x = x;
  hover->y = y;
  g_clear_handle_id (&hover->delay_id, g_source_remove);
  if (hover->canvas->connect != NULL)
    {
      tl_canvas_point_connect (hover->canvas, x, y);
      return;
    }
  hit = tl_hit_find (hover->canvas, x, y);
  set_hot (hover->canvas, &hit);
  node = tl_hit_get_node (&hit);
  if (node < 0 || tl_canvas_get_hovered_key (hover->canvas) != NULL)
    tl_canvas_set_hovered (hover->canvas, node);
  else
    hover->delay_id = g_timeout_add (HOVER_DELAY, delay_cb, hover);
}

static void
leave_cb (GtkEventController *controller,
          Hover              *hover)
{
  hover->x = hover->y = -1;
  g_clear_handle_id (&hover->delay_id, g_source_remove);
  set_hot (hover->canvas, &(TlHit) { TL_HIT_EMPTY, 0, 0 });
  tl_canvas_set_hovered (hover->canvas, -1);
}

GtkEventController *
tl_hover_tool_new (TlCanvas *canvas)
{
  GtkEventController *controller = gtk_event_controller_motion_new ();
  Hover *hover = g_new0 (Hover, 1);

  hover->canvas = canvas;
  hover->x = hover->y = -1;
  g_object_set_data_full (G_OBJECT (controller), "tl-hover", hover, hover_free);
  g_signal_connect (controller, "enter", G_CALLBACK (enter_cb), hover);
  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), hover);
  g_signal_connect (controller, "leave", G_CALLBACK (leave_cb), hover);

  return controller;
}
