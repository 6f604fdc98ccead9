/* tl-window-size.c: a window that comes back as large as it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-size.h"

#include "ui/tl-settings.h"

#define MAX_SIDE 32767 /* pixels */

/* What a maximized window was before is what is remembered: it is for the desktop to
 * maximize one again. */
static void
unrealize_cb (GtkWindow  *window,
              const char *key)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (width > 0 && height > 0)
    g_settings_set (tl_settings_get (), key, "(ii)", width, height);
}

void
tl_window_size_remember (GtkWindow  *window,
                         const char *key)
{
  int width, height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (tl_settings_get () == NULL)
    return;
  g_settings_get (tl_settings_get (), key, "(ii)", &width, &height);
  if (width > 0 && height > 0)
    gtk_window_set_default_size (window, MIN (width, MAX_SIDE), MIN (height, MAX_SIDE));
  g_signal_connect (window, "unrealize", G_CALLBACK (unrealize_cb), (gpointer) key);
}
