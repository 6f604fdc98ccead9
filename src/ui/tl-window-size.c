/* tl-window-size.c: how large a window is when it comes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-size.h"

#include "ui/tl-settings.h"
#include "ui/tl-style.h"

#define MAX_SIDE 32767 /* pixels */
#define OF_SCREEN 0.9  /* that a window may take */

/* The smallest screen there is, as nobody knows where a window will be. */
static void
get_most (GtkWindow *window,
          int       *width,
          int       *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window)));

  *width = *height = MAX_SIDE;
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle geometry;

      gdk_monitor_get_geometry (monitor, &geometry);
      *width = MIN (*width, (int) (OF_SCREEN * geometry.width));
      *height = MIN (*height, (int) (OF_SCREEN * geometry.height));
    }
}

/* What it takes by itself, -1, stays as it is. */
static int
scale (int size,
       int most)
{
  return MAX (size, MIN (tl_style_scale (size), most));
}

void
tl_window_size_scale (GtkWindow *window)
{
  int width, height, most_width, most_height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_get_default_size (window, &width, &height);
  get_most (window, &most_width, &most_height);
  gtk_window_set_default_size (window, scale (width, most_width), scale (height, most_height));
}

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

  tl_window_size_scale (window);
  if (tl_settings_get () == NULL)
    return;
  g_settings_get (tl_settings_get (), key, "(ii)", &width, &height);
  if (width > 0 && height > 0)
    gtk_window_set_default_size (window, MIN (width, MAX_SIDE), MIN (height, MAX_SIDE));
  g_signal_connect (window, "unrealize", G_CALLBACK (unrealize_cb), (gpointer) key);
}
