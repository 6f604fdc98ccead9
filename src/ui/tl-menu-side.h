/* tl-menu-side.h: the side to which a menu opens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a menu open from the pointer in the direction of reading: what is the start to other widgets, is the
 * left to a popover. */
static inline void
tl_menu_side_keep (GtkWidget *menu)
{
  gboolean right_to_left = gtk_widget_get_direction (menu) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_halign (menu, right_to_left ? GTK_ALIGN_END : GTK_ALIGN_START);
}

G_END_DECLS
