/* tl-application-windows.c: the windows of last time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-application-private.h"

#include "store/tl-file-identity.h"
#include "ui/tl-remains.h"
#include "ui/tl-settings.h"

#include <glib/gi18n.h>

static gboolean
is_wanted (void)
{
  return tl_settings_get_boolean ("restore-session", TRUE);
}

/* Remembering {{{1 */

static guint
count_windows (TlApplication *self)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    n += TL_IS_WINDOW (l->data);
  return n;
}

/* Without windows, or before those of last time are back, what is known of them stays. */
static gboolean
may_keep (TlApplication *self)
{
  return self->keeper != NULL && !self->restoring && self->restored == NULL && count_windows (self) > 0;
}

/* The one used last comes first. */
static GPtrArray *
list_windows (TlApplication *self)
{
  GPtrArray *states = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_window_state_free);

  for (GList *l = is_wanted () ? gtk_application_get_windows (GTK_APPLICATION (self)) : NULL; l != NULL; l = l->next)
    {
      TlWindowState *state = TL_IS_WINDOW (l->data) ? tl_window_dup_state (l->data) : NULL;

      if (state != NULL)
        g_ptr_array_add (states, state);
    }
  return states;
}

static GPtrArray *
list_cb (gpointer user_data)
{
  return may_keep (user_data) ? list_windows (user_data) : NULL;
}

void
tl_application_note_change (TlApplication *self)
{
  g_return_if_fail (TL_IS_APPLICATION (self));

  /* Of windows that go one after the other, all are to come back. */
  if (self->keeper != NULL && !self->quitting)
    tl_window_keeper_touch (self->keeper);
}

/* To close the last one is to end the program. */
void
tl_application_note_closing (TlApplication *self,
                             GtkWindow     *window)
{
  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (TL_IS_WINDOW (window));

  if (!may_keep (self))
    return;
  if (self->quitting)
    {
      g_autoptr (TlWindowState) state = is_wanted () ? tl_window_dup_state (TL_WINDOW (window)) : NULL;

      if (state != NULL && self->leaving != NULL)
        g_ptr_array_insert (self->leaving, 0, g_steal_pointer (&state));
    }
  else if (count_windows (self) == 1)
    {
      g_autoptr (GPtrArray) states = list_windows (self);

      tl_window_keeper_set (self->keeper, states);
    }
}

/* Other windows are not to wait until all of this one is taken apart. A project of some size takes
 * longest, and no widget hears any more that it goes. */
static void
hold_remains (GtkWindow *window)
{
  TlProject *project = TL_IS_WINDOW (window) ? tl_session_get_project (tl_window_get_session (TL_WINDOW (window)))
                                             : NULL;

  tl_remains_hold_content (GTK_WIDGET (window));
  if (project != NULL)
    tl_remains_add (G_OBJECT (project));
}

static void
window_removed_cb (TlApplication *self,
                   GtkWindow     *window)
{
  hold_remains (window);
  if (!TL_IS_WINDOW (window))
    return;
  /* Who closes the first one while there is nothing in it yet wants no others. */
  if (self->first == TL_WINDOW (window))
    g_clear_weak_pointer (&self->first);
  if (self->latest == TL_WINDOW (window))
    g_clear_weak_pointer (&self->latest);
  tl_application_restore_next (self);
  tl_application_note_change (self);
}

static void
window_added_cb (TlApplication *self,
                 GtkWindow     *window)
{
  static const char *const properties[] = { "notify::default-width", "notify::default-height", "notify::maximized",
                                            "notify::fullscreened" };

  if (!TL_IS_WINDOW (window))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_object (window, properties[i], G_CALLBACK (tl_application_note_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_window_get_session (TL_WINDOW (window)), "notify",
                           G_CALLBACK (tl_application_note_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_session_get_details (tl_window_get_session (TL_WINDOW (window))), "changed",
                           G_CALLBACK (tl_application_note_change), self, G_CONNECT_SWAPPED);
}

void
tl_application_begin_quit (TlApplication *self)
{
  self->quitting = TRUE;
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  if (may_keep (self))
    self->leaving = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_window_state_free);
}

void
tl_application_end_quit (TlApplication *self,
                         gboolean       quit)
{
  g_autoptr (GPtrArray) leaving = g_steal_pointer (&self->leaving);

  self->quitting = FALSE;
  if (quit && leaving != NULL)
    tl_window_keeper_set (self->keeper, leaving);
  else if (!quit)
    tl_application_note_change (self);
}

void
tl_application_keep_windows (TlApplication *self)
{
  self->keeper = tl_window_keeper_new (list_cb, self);
  g_signal_connect (self, "window-added", G_CALLBACK (window_added_cb), NULL);
  g_signal_connect (self, "window-removed", G_CALLBACK (window_removed_cb), NULL);
  if (tl_settings_get () != NULL)
    g_signal_connect_object (tl_settings_get (), "changed::restore-session", G_CALLBACK (tl_application_note_change),
                             self, G_CONNECT_SWAPPED);
}

/* Bringing back {{{1 */

static void
tell_missing (TlWindow  *window,
              GPtrArray *names)
{
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;

  g_ptr_array_add (names, NULL);
  all = g_strjoinv (C_("list", ", "), (char **) names->pdata);
  text = g_strdup_printf (ngettext ("Not opened, as it is no longer there: %s",
                                    "Not opened, as they are no longer there: %s", names->len - 1), all);
  tl_window_show_message (window, text, FALSE);
}

/* What a crash has left is open already, and is only shown as it was. Where one file could
 * not be read no other one takes the place of what is said of that. */
static TlWindow *
restore_window (TlApplication       *self,
                const TlWindowState *state)
{
  TlWindow *window = tl_application_find_window (self, state->file);

  if (window == NULL)
    window = self->latest == NULL && tl_window_is_free (self->first) ? self->first : tl_window_new (self);
  tl_window_restore (window, tl_window_state_copy (state));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
end_restoring (TlApplication *self)
{
  g_autoptr (GPtrArray) states = g_steal_pointer (&self->restored);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < states->len; i++)
    {
      const TlWindowState *state = states->pdata[i];

      if (state->missing)
        g_ptr_array_add (names, tl_file_get_display_name (state->file));
    }
  if (self->first != NULL && names->len > 0)
    tell_missing (self->first, names);
  /* The one used last stays in front. */
  if (self->first != NULL && self->latest != NULL && self->latest != self->first)
    gtk_window_present (GTK_WINDOW (self->first));
  g_clear_weak_pointer (&self->first);
  g_clear_weak_pointer (&self->latest);
  tl_application_note_change (self);
}

void
tl_application_restore_next (TlApplication *self)
{
  if (self->waiting != NULL || self->restored == NULL)
    return;
  /* Each window is seen before the next one is made. */
  while (self->first != NULL && self->n_restored < self->restored->len)
    {
      const TlWindowState *state;

      if (self->latest != NULL && !tl_window_is_drawn (self->latest))
        return;
      state = self->restored->pdata[self->n_restored++];
      if (!state->missing)
        g_set_weak_pointer (&self->latest, restore_window (self, state));
    }
  end_restoring (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlApplication) self = user_data;

  self->restoring = FALSE;
  self->restored = tl_window_keeper_load_finish (TL_WINDOW_KEEPER (source), result);
  self->n_restored = 0;
  tl_application_restore_next (self);
}

void
tl_application_restore_windows (TlApplication *self,
                                TlWindow      *window)
{
  if (self->keeper == NULL || self->restoring || self->restored != NULL || !is_wanted ())
    return;
  self->restoring = TRUE;
  g_set_weak_pointer (&self->first, window);
  tl_window_keeper_load_async (self->keeper, NULL, loaded_cb, g_object_ref (self));
}
