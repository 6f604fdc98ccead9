/* tl-turns.h: what a window needs soon, a piece a turn of the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is made must be laid out, too, and both at once may take longer than a frame.
 * So what need not be seen in the first one waits: each piece is made when the window has
 * painted what came before it. In a window that cannot be seen yet nothing waits. */

typedef void (*TlTurn) (GtkWidget *widget);

/* Has @turn called with @widget in a turn of its own, if it still is in a window then: at
 * once, where its window cannot be seen. It waits once only, however often it is asked. */
void tl_turns_add      (GtkWidget *widget,
                        TlTurn     turn);

/* Calls now what waits for @widget, or with %NULL all that waits. */
void tl_turns_finish   (GtkWidget *widget);

/* Calls now the first of what waits for @widget. */
void tl_turns_take     (GtkWidget *widget);

/* Forgets what waits for @widget. */
void tl_turns_drop     (GtkWidget *widget);

G_END_DECLS
