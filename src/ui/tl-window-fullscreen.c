/* tl-window-fullscreen.c: a window on the whole screen, and a diagram for many to see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-focus.h"
#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

#define EDGE 4  /* logical pixels: of the upper edge, that brings the header bar */
#define AWAY 48 /* and beneath it, where the pointer needs it no more */

/* The header bar {{{1 */

static gboolean
is_in_use (TlWindow *self)
{
  GtkPopover *menu = gtk_menu_button_get_popover (self->menu_button);

  return tl_focus_is_within (GTK_WIDGET (self->header)) || (menu != NULL && gtk_widget_get_visible (GTK_WIDGET (menu)));
}

static gboolean
reveal_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  self->header_source = 0;
  gtk_revealer_set_reveal_child (self->header_revealer, self->header_wanted);
  return G_SOURCE_REMOVE;
}

/* GTK says where the pointer is also between layout and painting, when nothing may change. */
static void
reveal (TlWindow *self,
        gboolean  wanted)
{
  self->header_wanted = wanted;
  if (self->header_source == 0 && gtk_revealer_get_reveal_child (self->header_revealer) != wanted)
    self->header_source = g_idle_add (reveal_cb, self);
}

/* While a diagram is presented it lies over it, and only as long as it is wanted. */
static void
update_header (TlWindow *self,
               double    y)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->header));

  if (!self->presenting)
    return;
  if (y <= EDGE || is_in_use (self))
    reveal (self, TRUE);
  else if (y > height + AWAY)
    reveal (self, FALSE);
}

static void
motion_cb (TlWindow *self,
           double    x,
           double    y)
{
  update_header (self, y);
}

/* A finger has no other way to say so. */
static void
pressed_cb (TlWindow *self,
            int       n_press,
            double    x,
            double    y)
{
  update_header (self, y <= AWAY ? 0 : y);
}

static gboolean
key_cb (TlWindow *self)
{
  if (self->presenting && !is_in_use (self))
    reveal (self, FALSE);
  return GDK_EVENT_PROPAGATE;
}

static void
focus_cb (TlWindow *self)
{
  if (self->presenting && is_in_use (self))
    reveal (self, TRUE);
}

static void
move_header (TlWindow *self,
             gboolean  over)
{
  g_autoptr (GtkWidget) header = g_object_ref (GTK_WIDGET (self->header));

  if (over)
    {
      gtk_box_remove (self->content, header);
      gtk_revealer_set_child (self->header_revealer, header);
    }
  else
    {
      gtk_revealer_set_child (self->header_revealer, NULL);
      gtk_box_prepend (self->content, header);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->header_revealer), over);
  g_clear_handle_id (&self->header_source, g_source_remove);
  /* It goes when something is done, so that it is known where it was. */
  gtk_revealer_set_reveal_child (self->header_revealer, over);
}

/* Presenting {{{1 */

static void
set_presenting (TlWindow *self,
                gboolean  presenting)
{
  if (self->presenting == presenting)
    return;

  self->presenting = presenting;
  tl_project_page_set_presenting (tl_window_get_project_page (self), presenting);
  move_header (self, presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->bars), !presenting);
  tl_project_page_focus_page (self->project_page);
  if (presenting)
    tl_window_say (self, _("Esc ends the presentation. The header bar is at the upper edge."));
}

static void
leave (TlWindow *self)
{
  set_presenting (self, FALSE);
  gtk_window_unfullscreen (GTK_WINDOW (self));
}

static gboolean
is_filling (TlWindow *self)
{
  return self->presenting || gtk_window_is_fullscreen (GTK_WINDOW (self));
}

static void
fullscreen_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TlWindow *self = user_data;

  if (is_filling (self))
    leave (self);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
present_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TlWindow *self = user_data;

  if (self->presenting)
    {
      leave (self);
      return;
    }
  gtk_window_fullscreen (GTK_WINDOW (self));
  set_presenting (self, TRUE);
}

/* Also when the desktop has done it. */
static void
fullscreened_cb (TlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "fullscreen");
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (full));
  if (!full)
    set_presenting (self, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  TlWindow *self = TL_WINDOW (widget);

  if (!is_filling (self))
    return GDK_EVENT_PROPAGATE;
  leave (self);
  return GDK_EVENT_STOP;
}

void
tl_window_add_fullscreen (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "fullscreen", fullscreen_cb, NULL, "false" },
    { "present", present_cb },
  };
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *escape = gtk_shortcut_controller_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  /* After whatever else Escape is for. */
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (escape),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), escape);
}
