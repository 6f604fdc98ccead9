/* tl-key-tool.c: the keyboard in a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-key-tool.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-resize-tool.h"

#include <string.h>

#define TYPE_AHEAD_TIME G_TIME_SPAN_SECOND
#define FINE_NUDGE      1.0 /* canvas units */

typedef struct
{
  TlCanvas *canvas;
  GString  *typed;     /* case folded */
  gint64    last_time;
  guint     scene;     /* of those that the canvas has shown */
} Keys;

static void
keys_free (gpointer data)
{
  Keys *keys = data;

  g_string_free (keys->typed, TRUE);
  g_free (keys);
}

static int
get_current (TlCanvas *canvas)
{
  return canvas->focused >= 0 ? canvas->focused : canvas->selected;
}

static gboolean
begins_with (const TlNode *node,
             const char   *prefix)
{
  const char *name = node->spoken != NULL ? node->spoken : node->title;
  g_autofree char *folded = NULL;

  if ((node->flags & TL_NODE_ACTIVE) == 0 || node->key == NULL || name == NULL)
    return FALSE;

  folded = g_utf8_casefold (name, -1);
  return g_str_has_prefix (folded, prefix);
}

/* The next node, round the end, whose title begins so; the present one counts
 * while more letters make it more exact. */
static int
find_title (TlCanvas   *canvas,
            const char *prefix,
            gboolean    more)
{
  guint n = tl_scene_get_n_nodes (canvas->scene);
  int current = get_current (canvas);
  guint first = current < 0 ? 0 : (guint) current + (more ? 0 : 1);

  for (guint i = 0; i < n; i++)
    {
      guint index = (first + i) % n;
      const TlNode *node = tl_scene_get_node (canvas->scene, index);

      if (node->min_scale <= tl_canvas_get_goal_scale (canvas) && begins_with (node, prefix)
          && (canvas->connect == NULL || (node->flags & TL_NODE_CONNECTABLE) != 0))
        return (int) index;
    }

  return -1;
}

static gboolean
type_ahead (Keys *keys,
            guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gint64 now = g_get_monotonic_time ();
  char text[7] = { 0 };
  g_autofree char *folded = NULL;
  int node;

  if (now - keys->last_time > TYPE_AHEAD_TIME || keys->scene != keys->canvas->n_scenes)
    g_string_truncate (keys->typed, 0);
  if (!g_unichar_isgraph (letter) && !(letter == ' ' && keys->typed->len > 0))
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 (letter, text);
  folded = g_utf8_casefold (text, -1);
  /* The same letter again: the next node with it. */
  if (g_str_equal (keys->typed->str, folded))
    g_string_truncate (keys->typed, 0);
  g_string_append (keys->typed, folded);
  keys->last_time = now;
  keys->scene = keys->canvas->n_scenes;

  node = find_title (keys->canvas, keys->typed->str, keys->typed->len > strlen (folded));
  if (keys->canvas->connect != NULL)
    tl_canvas_aim_connect (keys->canvas, node);
  else if (node >= 0)
    tl_canvas_focus_index (keys->canvas, node, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
get_direction (guint        key,
               TlDirection *direction)
{
  static const struct
  {
    guint       key;
    guint       keypad;
    TlDirection direction;
  } directions[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, TL_DIRECTION_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, TL_DIRECTION_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, TL_DIRECTION_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, TL_DIRECTION_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, TL_DIRECTION_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, TL_DIRECTION_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    if (directions[i].key == key || directions[i].keypad == key)
      {
        *direction = directions[i].direction;
        return TRUE;
      }

  return FALSE;
}

/* Ctrl and an arrow: asks for the selected nodes to be moved. */
static gboolean
nudge (TlCanvas       *canvas,
       TlDirection     direction,
       GdkModifierType state)
{
  double step = (state & GDK_SHIFT_MASK) != 0 ? FINE_NUDGE : canvas->grid;
  double dx = direction == TL_DIRECTION_LEFT ? -step : direction == TL_DIRECTION_RIGHT ? step : 0;
  double dy = direction == TL_DIRECTION_UP ? -step : direction == TL_DIRECTION_DOWN ? step : 0;

  if (!canvas->editable || tl_canvas_is_busy (canvas) || (dx == 0 && dy == 0))
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < canvas->selection.nodes->len; i++)
    {
      guint32 node = g_array_index (canvas->selection.nodes, guint32, i);

      if ((tl_scene_get_node (canvas->scene, node)->flags & TL_NODE_MOVABLE) != 0)
        {
          g_signal_emit_by_name (canvas, "nudge-nodes", dx, dy);
          tl_canvas_say_nudge (canvas, dx, dy);
          break;
        }
    }
  return GDK_EVENT_STOP;
}

/* Alt, Shift and an arrow: asks for the selected node to be larger or smaller. */
static gboolean
resize (TlCanvas   *canvas,
        TlDirection direction)
{
  double width = direction == TL_DIRECTION_LEFT ? -canvas->grid : direction == TL_DIRECTION_RIGHT ? canvas->grid : 0;
  double height = direction == TL_DIRECTION_UP ? -canvas->grid : direction == TL_DIRECTION_DOWN ? canvas->grid : 0;

  if (!canvas->editable || tl_canvas_is_busy (canvas) || (width == 0 && height == 0))
    return GDK_EVENT_PROPAGATE;

  return tl_resize_by (canvas, width, height);
}

/* In an editable canvas Space may be held to move the view, so it selects when it
 * is let go. */
static gboolean
press_space (Keys *keys)
{
  TlCanvas *canvas = keys->canvas;

  if (keys->typed->len > 0 && g_get_monotonic_time () - keys->last_time <= TYPE_AHEAD_TIME)
    return GDK_EVENT_PROPAGATE;

  if (canvas->connect != NULL)
    return GDK_EVENT_STOP;
  if (!canvas->editable)
    tl_canvas_select (canvas, tl_item_of_node (get_current (canvas)));
  else if (!canvas->space_held)
    canvas->space_held = TRUE, canvas->space_used = FALSE;

  return GDK_EVENT_STOP;
}

/* A drag follows the modifiers. The event of one says what was held before it. */
static void
follow_modifier (TlCanvas       *canvas,
                 guint           key,
                 GdkModifierType state,
                 gboolean        pressed)
{
  static const struct
  {
    guint           left;
    guint           right;
    GdkModifierType mask;
  } modifiers[] = {
    { GDK_KEY_Shift_L, GDK_KEY_Shift_R, GDK_SHIFT_MASK },
    { GDK_KEY_Control_L, GDK_KEY_Control_R, GDK_CONTROL_MASK },
    { GDK_KEY_Alt_L, GDK_KEY_Alt_R, GDK_ALT_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (modifiers) && canvas->drag != NULL; i++)
    if (key == modifiers[i].left || key == modifiers[i].right)
      tl_drag_set_state (canvas->drag, pressed ? state | modifiers[i].mask : state & ~modifiers[i].mask);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                Keys                  *keys)
{
  TlCanvas *canvas = keys->canvas;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean space = key == GDK_KEY_space || key == GDK_KEY_KP_Space;
  TlDirection direction;

  follow_modifier (canvas, key, state, TRUE);
  if (canvas->scene != NULL && (state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) == (GDK_ALT_MASK | GDK_SHIFT_MASK)
      && get_direction (key, &direction))
    return resize (canvas, direction);
  if (canvas->scene == NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (get_direction (key, &direction))
    {
      if (control)
        return nudge (canvas, direction, state);
      if (canvas->connect != NULL)
        {
          tl_canvas_step_connect (canvas, direction);
          return GDK_EVENT_STOP;
        }
      tl_canvas_step (canvas, direction, (state & GDK_SHIFT_MASK) != 0);
      return GDK_EVENT_STOP;
    }
  if (space && control && canvas->editable)
    {
      TlItem item = tl_item_of_node (get_current (canvas));

      tl_canvas_select_also (canvas, item, !tl_selection_contains (&canvas->selection, item));
      return GDK_EVENT_STOP;
    }
  if (control)
    return GDK_EVENT_PROPAGATE;
  if (space && press_space (keys))
    return GDK_EVENT_STOP;

  return type_ahead (keys, key);
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        state,
                 Keys                  *keys)
{
  TlCanvas *canvas = keys->canvas;

  follow_modifier (canvas, key, state, FALSE);
  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || !canvas->space_held)
    return;

  canvas->space_held = FALSE;
  if (!canvas->space_used && canvas->scene != NULL)
    tl_canvas_select (canvas, tl_item_of_node (get_current (canvas)));
}

/* What is held then is not seen to be let go. */
static void
leave_cb (GtkEventController *controller,
          TlCanvas           *canvas)
{
  canvas->space_held = FALSE;
  if (canvas->drag == NULL)
    tl_canvas_cancel_connect (canvas);
}

GtkEventController *
tl_key_tool_new (TlCanvas *canvas)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new0 (Keys, 1);

  keys->canvas = canvas;
  keys->typed = g_string_new (NULL);
  g_object_set_data_full (G_OBJECT (controller), "tl-keys", keys, keys_free);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), keys);
  g_signal_connect (controller, "key-released", G_CALLBACK (key_released_cb), keys);

  return controller;
}

GtkEventController *
tl_key_focus_tool_new (TlCanvas *canvas)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect (controller, "leave", G_CALLBACK (leave_cb), canvas);

  return controller;
}

static void
activate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TlCanvas *canvas = TL_CANVAS (widget);

  if (canvas->connect != NULL)
    tl_canvas_finish_connect (canvas);
  else
    tl_canvas_activate (canvas, get_current (canvas));
}

static void
go_back_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  tl_canvas_go_back (TL_CANVAS (widget));
}

static void
select_none_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  tl_canvas_select (TL_CANVAS (widget), TL_NO_ITEM);
}

static void
select_all_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  tl_canvas_select_all (TL_CANVAS (widget));
}

static void
context_menu_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TlCanvas *canvas = TL_CANVAS (widget);
  int node = get_current (canvas);
  TlRect shown = { canvas->view.width / 2, canvas->view.height / 2, 0, 0 };

  if (node >= 0)
    {
      const TlNode *found = tl_scene_get_node (canvas->scene, (guint) node);

      tl_canvas_ensure_in_view (canvas, found->key);
      shown = tl_viewport_rect_to_widget (&canvas->view, &found->bounds);
    }
  tl_canvas_request_menu (canvas, tl_item_of_node (node), CLAMP (shown.x + shown.width / 2, 0, canvas->view.width),
                          CLAMP (shown.y + shown.height / 2, 0, canvas->view.height));
}

/* Escape is left to others (a dialog, a search bar) when there is nothing to end. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  TlCanvas *canvas = TL_CANVAS (widget);

  if (canvas->drag != NULL)
    {
      tl_drag_cancel (canvas->drag);
      return GDK_EVENT_STOP;
    }
  if (canvas->connect != NULL)
    {
      const char *from = tl_scene_get_node (canvas->scene, tl_connect_get_from (canvas->connect))->key;

      tl_canvas_cancel_connect (canvas);
      tl_canvas_focus_node (canvas, from);
      return GDK_EVENT_STOP;
    }
  if (tl_selection_get_size (&canvas->selection) == 0)
    return GDK_EVENT_PROPAGATE;

  tl_canvas_select (canvas, TL_NO_ITEM);
  return GDK_EVENT_STOP;
}

static gboolean
rename_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  TlCanvas *canvas = TL_CANVAS (widget);
  int node = get_current (canvas);
  g_autofree char *key = NULL;

  if (!canvas->editable || node < 0 || tl_canvas_is_busy (canvas))
    return GDK_EVENT_PROPAGATE;

  key = g_strdup (tl_scene_get_node (canvas->scene, (guint) node)->key);
  g_signal_emit_by_name (canvas, "rename-node", key);
  return GDK_EVENT_STOP;
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  TlCanvas *canvas = TL_CANVAS (widget);

  if (!canvas->editable || tl_canvas_is_busy (canvas) || tl_selection_get_size (&canvas->selection) == 0)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit_by_name (canvas, "delete-nodes");
  return GDK_EVENT_STOP;
}

void
tl_key_tool_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           key;
    GdkModifierType state;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Return, 0, "canvas.activate" },
    { GDK_KEY_KP_Enter, 0, "canvas.activate" },
    { GDK_KEY_ISO_Enter, 0, "canvas.activate" },
    { GDK_KEY_BackSpace, 0, "canvas.go-back" },
    { GDK_KEY_Menu, 0, "canvas.context-menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.context-menu" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "canvas.select-all" },
  };

  gtk_widget_class_install_action (klass, "canvas.activate", NULL, activate_cb);
  gtk_widget_class_install_action (klass, "canvas.go-back", NULL, go_back_cb);
  gtk_widget_class_install_action (klass, "canvas.select-none", NULL, select_none_cb);
  gtk_widget_class_install_action (klass, "canvas.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (klass, "canvas.context-menu", NULL, context_menu_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].state, keys[i].action, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F2, 0, rename_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
}
