/* tl-window-tour.c: a window is shown to who sees it first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-settings.h"
#include "ui/tl-window-private.h"

gboolean
tl_window_offers_tour (TlWindow *self)
{
  return !tl_settings_get_boolean ("tour-seen", TRUE);
}

/* One of several windows has told of it: none has to any more. */
void
tl_window_follow_tour (TlWindow *self)
{
  if (tl_settings_get () != NULL)
    g_signal_connect_object (tl_settings_get (), "changed::tour-seen", G_CALLBACK (tl_window_update_bars), self,
                             G_CONNECT_SWAPPED);
}

void
tl_window_refuse_tour (TlWindow *self)
{
  tl_settings_set_boolean ("tour-seen", TRUE);
}

static void
create_tour (TlWindow *self)
{
  self->tour = g_object_new (TL_TYPE_TOUR, NULL);
  g_signal_connect_object (self->tour, "step", G_CALLBACK (tl_window_say), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, GTK_WIDGET (self->tour));
}

/* What it points to has to be there, and to have its place. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TlWindow *self = TL_WINDOW (widget);
  TlCanvas *canvas;

  if (!g_str_equal (tl_session_get_page (self->session), TL_PAGE_DIAGRAM))
    {
      /* The user has gone elsewhere in the meantime. */
      self->tour_tick = 0;
      return G_SOURCE_REMOVE;
    }
  canvas = self->project_page != NULL ? tl_project_page_get_canvas (self->project_page) : NULL;
  if (canvas == NULL || !gtk_widget_get_mapped (GTK_WIDGET (canvas)) || tl_canvas_get_scene (canvas) == NULL)
    return G_SOURCE_CONTINUE;
  if (self->tour == NULL)
    create_tour (self);
  tl_tour_start (self->tour);
  self->tour_tick = 0;
  return G_SOURCE_REMOVE;
}

void
tl_window_take_tour (TlWindow *self)
{
  g_return_if_fail (TL_IS_WINDOW (self) && self->document != NULL);

  tl_settings_set_boolean ("tour-seen", TRUE);
  tl_session_set_page (self->session, TL_PAGE_DIAGRAM);
  if (self->tour_tick == 0)
    self->tour_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
