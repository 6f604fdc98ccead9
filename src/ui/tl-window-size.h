/* tl-window-size.h: how large a window is when it comes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tl_window_size_scale:
 * @window: not realized yet, of a default size for text of the usual size
 *
 * Makes a window larger where text is larger, as far as the screen goes.
 */
void tl_window_size_scale    (GtkWindow  *window);

/**
 * tl_window_size_remember:
 * @window: not realized yet
 * @key: of the settings, with width and height in pixels, 0 for what it has by itself
 *
 * Gives a window the size that the last one of its kind had when it was closed; the first
 * is as tl_window_size_scale() makes it.
 */
void tl_window_size_remember (GtkWindow  *window,
                              const char *key); /* static */

G_END_DECLS
