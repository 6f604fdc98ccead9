/* tl-window-size.h: a window that comes back as large as it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tl_window_size_remember:
 * @window: not realized yet
 * @key: of the settings, with width and height in pixels, 0 for what it has by itself
 *
 * Gives a window the size that the last one of its kind had when it was closed.
 */
void tl_window_size_remember (GtkWindow  *window,
                              const char *key); /* static */

G_END_DECLS
