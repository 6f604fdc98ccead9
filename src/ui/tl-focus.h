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

/* A #GtkWidgetClass.focus for whoever has a grab_focus() that goes to the most important thing in
 * it. Tab goes through all that is in it, in order; GTK would begin with grab_focus(), and so pass
 * over what stands before that thing, such as a bar above a diagram. */
static inline gboolean
tl_focus_in_order (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  if (direction != GTK_DIR_TAB_FORWARD || tl_focus_is_within (widget))
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

/* When "leave" is emitted by a controller of @widget: whether the keyboard went elsewhere. A window loses it as well
 * while a menu of it closes, and what that has begun is not to end by that. */
static inline gboolean
tl_focus_has_left (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || (focus != widget && !gtk_widget_is_ancestor (focus, widget));
}

G_END_DECLS
