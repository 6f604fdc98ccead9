/* tl-window-search.c: going to what was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

void
tl_window_reveal_wanted (TlWindow *self)
{
  g_autofree char *key = g_steal_pointer (&self->reveal_key);

  if (key == NULL)
    return;
  if (!tl_session_has (self->session, key))
    {
      tl_window_show_message (self, _("It is no longer in this project"), FALSE);
      return;
    }
  tl_session_reveal (self->session, key);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-page", NULL);
}

void
tl_window_reveal (TlWindow   *self,
                  const char *key)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (key != NULL);

  g_free (self->reveal_key);
  self->reveal_key = g_strdup (key);
  if (self->n_loads == 0 && self->document != NULL)
    tl_window_reveal_wanted (self);
}
