/* tl-long-press.h: the menu of a thing, for a finger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As of GtkGestureClick::pressed, swapped; @n_press is 1. */
typedef void (*TlLongPress) (gpointer self,
                             int      n_press,
                             double   x,
                             double   y);

/* Calls @func when a finger stays on @widget, which lives no longer than @self. */
void tl_long_press_add (GtkWidget   *widget,
                        TlLongPress  func,
                        gpointer     self);

G_END_DECLS
