/* tl-refusal.h: why what was typed is refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tl_refusal_show:
 * @marked: what is drawn as wrong, such as the row of an entry
 * @text: what has the keyboard: the entry, or the text in a row
 * @label: where the reason stands, shown only while there is one
 * @reason: (nullable): why the text is refused; %NULL if it is not
 *
 * Says it to those who see the window, and to those who hear it.
 */
void tl_refusal_show (GtkWidget  *marked,
                      GtkWidget  *text,
                      GtkLabel   *label,
                      const char *reason);

G_END_DECLS
