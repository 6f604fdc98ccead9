/* tl-canvas-connect.c: connecting nodes of a canvas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

#define MAX_STEPS 100 /* that an arrow key goes on to come to what can be connected */

gboolean
tl_canvas_check_connect (TlCanvas *self,
                         guint     from,
                         guint     to,
                         char    **why)
{
  const TlNode *source = tl_scene_get_node (self->scene, from), *target = tl_scene_get_node (self->scene, to);
  g_autofree char *reason = NULL;
  gboolean allowed;

  if (from == to || target->key == NULL || (target->flags & TL_NODE_CONNECTABLE) == 0)
    return FALSE;
  if (self->connect_check == NULL)
    return TRUE;

  allowed = self->connect_check (source->key, target->key, &reason, self->connect_check_data);
  if (!allowed && why != NULL)
    *why = g_steal_pointer (&reason);
  return allowed;
}

static const char *
get_title (TlCanvas *self,
           guint     node)
{
  const TlNode *found = tl_scene_get_node (self->scene, node);

  return found->title != NULL ? found->title : found->key;
}

/* Says where the line has come to. */
static void
say_target (TlCanvas *self)
{
  int node;
  g_autofree char *text = NULL;
  const char *why = tl_connect_get_why (self->connect);

  switch (tl_connect_get_target (self->connect, &node))
    {
    case TL_CONNECT_ALLOWED:
      text = self->connect_by_keys
               ? g_strdup_printf (_ ("%s can be connected: press Enter."), get_title (self, (guint) node))
               : g_strdup_printf (_ ("%s can be connected."), get_title (self, (guint) node));
      break;
    case TL_CONNECT_FORBIDDEN:
      text = why != NULL
               ? g_strdup_printf (_ ("%s cannot be connected: %s"), get_title (self, (guint) node), why)
               : g_strdup_printf (_ ("%s cannot be connected."), get_title (self, (guint) node));
      break;
    case TL_CONNECT_EMPTY:
      text = g_strdup (_ ("A new element will be connected."));
      break;
    case TL_CONNECT_NOWHERE:
    default:
      text = g_strdup_printf (_ ("Connecting %s: choose with the arrow keys, Escape ends."),
                              get_title (self, tl_connect_get_from (self->connect)));
    }
  tl_canvas_say (self, text);
}

void
tl_canvas_start_connect (TlCanvas  *self,
                         TlConnect *connect,
                         gboolean   by_keys)
{
  tl_canvas_cancel_connect (self);
  tl_canvas_set_hovered (self, -1);
  self->connect = connect;
  self->connect_by_keys = by_keys;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The pointer says what it would do there. */
static void
follow_cursor (TlCanvas *self)
{
  static const char *const cursors[] = {
    [TL_CONNECT_NOWHERE] = "crosshair",
    [TL_CONNECT_EMPTY] = "crosshair",
    [TL_CONNECT_ALLOWED] = "crosshair",
    [TL_CONNECT_FORBIDDEN] = "not-allowed",
  };

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[tl_connect_get_target (self->connect, NULL)]);
}

void
tl_canvas_point_connect (TlCanvas *self,
                         double    x,
                         double    y)
{
  if (self->connect == NULL)
    return;

  if (tl_connect_point (self->connect, x, y))
    {
      follow_cursor (self);
      say_target (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is left when it is over. */
static void
end_connect (TlCanvas *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tl_canvas_say (self, NULL);
}

void
tl_canvas_cancel_connect (TlCanvas *self)
{
  g_autoptr (TlConnect) connect = g_steal_pointer (&self->connect);

  if (connect != NULL)
    end_connect (self);
}

/* Enter does not seem to do nothing. */
static void
say_refused (TlCanvas *self)
{
  const char *why = tl_connect_get_why (self->connect);
  g_autofree char *text = NULL;
  int node;

  if (tl_connect_get_target (self->connect, &node) == TL_CONNECT_NOWHERE)
    text = g_strdup_printf (_ ("Not connected: first choose with the arrow keys what to connect %s to. Escape ends."),
                            get_title (self, tl_connect_get_from (self->connect)));
  else if (why != NULL)
    text = g_strdup_printf (_ ("Not connected: %s"), why);
  else
    text = g_strdup_printf (_ ("Not connected to %s: that is not possible."), get_title (self, (guint) node));
  tl_canvas_say (self, text);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

gboolean
tl_canvas_finish_connect (TlCanvas *self)
{
  g_autoptr (TlConnect) connect = NULL;
  TlConnectTarget target;

  if (self->connect == NULL)
    return FALSE;

  target = tl_connect_get_target (self->connect, NULL);
  if (self->connect_by_keys && target != TL_CONNECT_ALLOWED && target != TL_CONNECT_EMPTY)
    {
      say_refused (self);
      return FALSE;
    }

  connect = g_steal_pointer (&self->connect);
  end_connect (self);
  /* The keyboard is where the next connection would begin. */
  if (self->connect_by_keys)
    tl_canvas_focus_node (self, tl_scene_get_node (self->scene, tl_connect_get_from (connect))->key);
  return tl_connect_finish (connect);
}

/* The next in a direction that has ports at all. */
static int
find_next (TlCanvas   *self,
           int         from,
           TlDirection direction)
{
  for (int i = 0; i < MAX_STEPS; i++)
    {
      int next = tl_scene_step (self->scene, from, direction, tl_canvas_get_goal_scale (self));

      if (next < 0 || next == from)
        return -1;
      if ((tl_scene_get_node (self->scene, (guint) next)->flags & TL_NODE_CONNECTABLE) != 0)
        return next;
      from = next;
    }
  return -1;
}

void
tl_canvas_aim_connect (TlCanvas *self,
                       int       node)
{
  if (node < 0 || self->connect == NULL)
    return;

  tl_connect_aim (self->connect, (guint) node);
  tl_canvas_focus_node (self, tl_scene_get_node (self->scene, (guint) node)->key);
  say_target (self);
  tl_canvas_frame_node (self, self->focused_key, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_canvas_step_connect (TlCanvas   *self,
                        TlDirection direction)
{
  int node;

  tl_connect_get_target (self->connect, &node);
  tl_canvas_aim_connect (self, find_next (self, node >= 0 ? node : (int) tl_connect_get_from (self->connect), direction));
}

void
tl_canvas_set_connect_check (TlCanvas            *self,
                             TlCanvasConnectCheck func,
                             gpointer             user_data,
                             GDestroyNotify       destroy)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  tl_canvas_cancel_connect (self);
  if (self->connect_check_destroy != NULL)
    self->connect_check_destroy (self->connect_check_data);
  self->connect_check = func;
  self->connect_check_data = user_data;
  self->connect_check_destroy = destroy;
}

gboolean
tl_canvas_begin_connect (TlCanvas   *self,
                         const char *key)
{
  int node;
  TlConnect *connect;

  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  node = self->editable ? tl_canvas_find_active (self, key) : -1;
  if (node < 0 || (tl_scene_get_node (self->scene, (guint) node)->flags & TL_NODE_CONNECTABLE) == 0)
    return FALSE;

  tl_canvas_cancel_drag (self);
  connect = tl_connect_new (self, (guint) node, TL_ROUTE_RIGHT);
  tl_canvas_start_connect (self, connect, TRUE);
  tl_canvas_aim_connect (self, node);
  return TRUE;
}
