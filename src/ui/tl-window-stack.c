/* tl-window-stack.c: which page a window shows, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-focus.h"
#include "ui/tl-window-private.h"

#define PATIENCE 500 /* ms: what is opened sooner needs no word about it */

TlProjectPage *
tl_window_get_project_page (TlWindow *self)
{
  return TL_PROJECT_PAGE (tl_lazy_bin_get_child (self->project_bin));
}

/* From nothing there is nothing to fade. */
static void
show_page (TlWindow *self)
{
  gboolean bare = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") == 0
                  && !gtk_widget_get_visible (self->loading_box);
  GtkWidget *project = GTK_WIDGET (self->project_bin);

  gtk_stack_set_visible_child_full (self->stack, self->page,
                                    bare ? GTK_STACK_TRANSITION_TYPE_NONE : GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  if (g_str_equal (self->page, "project") && !tl_focus_is_within (project))
    tl_project_page_focus_page (tl_window_get_project_page (self));
}

static gboolean
patience_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  self->patience_source = 0;
  gtk_widget_set_visible (self->loading_box, TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

void
tl_window_show_page (TlWindow   *self,
                     const char *name)
{
  gboolean project = g_str_equal (name, "project");

  self->page = name;
  g_clear_handle_id (&self->patience_source, g_source_remove);
  if (g_str_equal (name, "loading"))
    self->patience_source = g_timeout_add (PATIENCE, patience_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->outline_button), project);
  gtk_widget_set_visible (GTK_WIDGET (self->breadcrumbs), project);
  gtk_widget_set_visible (self->steps, project);
  if (self->drawn)
    show_page (self);
  /* Also on a page that is not seen a spinner would ask for a frame after the other. */
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (self->loading_box, FALSE);
}

/* To read the icon takes a library of its own. */
static gboolean
set_icon_cb (gpointer user_data)
{
  gtk_window_set_default_icon_name (TL_APP_ID);
  return G_SOURCE_REMOVE;
}

static gboolean
frame_out_cb (gpointer user_data)
{
  TlWindow *self = user_data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  self->frame_source = 0;
  self->drawn = TRUE;
  tl_window_restore_size (self);
  show_page (self);
  if (application != NULL)
    tl_application_restore_next (TL_APPLICATION (application));
  g_idle_add_full (G_PRIORITY_LOW, set_icon_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

gboolean
tl_window_is_drawn (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  return self->drawn;
}

/* What was painted goes out when the main loop comes round. */
static void
painted_cb (GdkFrameClock *clock,
            TlWindow      *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (self->frame_source == 0)
    self->frame_source = g_idle_add_full (G_PRIORITY_DEFAULT, frame_out_cb, self, NULL);
}

void
tl_window_wait_for_frame (TlWindow *self)
{
  if (!self->drawn)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (painted_cb),
                             self, 0);
}
