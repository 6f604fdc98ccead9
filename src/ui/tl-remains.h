/* tl-remains.h: what is not needed any more is taken apart by and by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To take a widget apart takes as long as to make it. Whatever of @widget, and of what it
 * holds down to @depth, leaves its parent before the main loop has time is disposed of
 * when it has; the others stay as they are. Main thread. */
void tl_remains_hold         (GtkWidget *widget,
                              guint      depth);

/* So for the pages in @widget, and the rows of all its lists. What else there is may call for
 * who made it, and has to go with that. */
void tl_remains_hold_content (GtkWidget *widget);

/* Lets go of a reference of its own to @object, no widget, when the widgets held before are
 * gone: in a worker, which takes @object apart if nobody else has it any more. */
void tl_remains_add          (GObject   *object);

G_END_DECLS
