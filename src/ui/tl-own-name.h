/* tl-own-name.h: what a screen reader calls a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a widget be called by the label it has been given. In newer versions a list to
 * choose from is called by what is chosen, and a row by its title, whatever their own
 * label says. */
static inline void
tl_own_name_keep (gpointer widget)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

G_END_DECLS
