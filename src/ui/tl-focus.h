/* tl-focus.h: where the keyboard is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether it is in something within @widget. After the last child, GTK goes on
 * with a container itself: a grab_focus() that would put it into a child must not
 * take it then, or Shift+Tab never leaves. */
static inline gboolean
tl_focus_is_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

G_END_DECLS
