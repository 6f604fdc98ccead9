/* tl-window-restore.c: a window as it was last time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-private.h"

#define MIN_WIDTH  360
#define MIN_HEIGHT 294

/* What it is like now {{{1 */

static TlPanel
get_panel (AdwFlap *flap)
{
  if (adw_flap_get_folded (flap))
    return TL_PANEL_UNKNOWN;
  return adw_flap_get_reveal_flap (flap) ? TL_PANEL_SHOWN : TL_PANEL_HIDDEN;
}

/* Pages that have not been seen are not made for this. */
static void
take_project_page (TlWindow      *self,
                   TlWindowState *state)
{
  TlCanvas *canvas;

  if (self->project_page == NULL)
    return;
  state->outline = get_panel (tl_project_page_get_outline_flap (self->project_page));
  state->inspector = get_panel (tl_project_page_get_inspector_flap (self->project_page));
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->project_page)))
    return;
  canvas = tl_project_page_get_canvas (self->project_page);
  if (canvas != NULL)
    state->place = tl_canvas_get_place (canvas);
}

TlWindowState *
tl_window_dup_state (TlWindow *self)
{
  TlWindowState *state;
  GFile *file;

  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  if (self->restored != NULL)
    return tl_window_state_copy (self->restored);
  file = self->document != NULL ? tl_document_get_file (self->document) : self->loading;
  if (file == NULL)
    return NULL;
  state = tl_window_state_new (file);
  gtk_window_get_default_size (GTK_WINDOW (self), &state->width, &state->height);
  state->maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  /* Who has presented something does not begin with that. */
  state->fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self)) && !self->presenting;
  if (self->document != NULL && tl_session_get_project (self->session) != NULL)
    {
      tl_window_state_take_session (state, self->session);
      take_project_page (self, state);
    }
  return state;
}

/* What it was like {{{1 */

static void
apply_panel (AdwFlap *flap,
             TlPanel  panel)
{
  if (panel != TL_PANEL_UNKNOWN)
    adw_flap_set_reveal_flap (flap, panel == TL_PANEL_SHOWN);
}

void
tl_window_restore_page (TlWindow *self)
{
  g_autoptr (TlWindowState) state = NULL;
  TlCanvas *canvas;

  if (self->document == NULL || self->project_page == NULL)
    return;
  state = g_steal_pointer (&self->restored);
  if (state == NULL)
    return;
  apply_panel (tl_project_page_get_outline_flap (self->project_page), state->outline);
  apply_panel (tl_project_page_get_inspector_flap (self->project_page), state->inspector);
  canvas = state->place.scale > 0 ? tl_project_page_get_canvas (self->project_page) : NULL;
  if (canvas != NULL)
    tl_canvas_set_place (canvas, &state->place);
}

void
tl_window_restore_session (TlWindow *self)
{
  if (self->restored == NULL)
    return;
  /* Something else may have come instead, such as a copy of what could be read. */
  if (!tl_window_has_file (self, self->restored->file))
    {
      g_clear_pointer (&self->restored, tl_window_state_free);
      return;
    }
  tl_window_state_apply_session (self->restored, self->session);
  tl_window_restore_page (self);
}

void
tl_window_restore_size (TlWindow *self)
{
  const TlWindowState *state = self->restored;

  if (state == NULL)
    return;
  if (state->width >= MIN_WIDTH && state->height >= MIN_HEIGHT)
    gtk_window_set_default_size (GTK_WINDOW (self), state->width, state->height);
  if (state->maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  else
    gtk_window_unmaximize (GTK_WINDOW (self));
  if (state->fullscreen)
    gtk_window_fullscreen (GTK_WINDOW (self));
}

void
tl_window_restore (TlWindow      *self,
                   TlWindowState *state)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (state != NULL);

  g_clear_pointer (&self->restored, tl_window_state_free);
  self->restored = state;
  /* While a window comes up the display has a word in its size; then it is for later. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self)) || self->drawn)
    tl_window_restore_size (self);
  if (self->n_loads == 0 && self->document == NULL)
    tl_window_load (self, state->file);
  else if (self->document != NULL)
    tl_window_restore_session (self);
}
