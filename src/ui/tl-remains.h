/* tl-remains.h: widgets that are not needed any more are taken apart by and by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To take a widget apart takes as long as to make it. Whatever of @widget, and of what it
 * holds down to @depth, leaves its parent before the main loop has time is disposed of
 * when it has; the others stay as they are. Main thread. */
void tl_remains_hold (GtkWidget *widget,
                      guint      depth);

G_END_DECLS
