/* tl-focus-return.c: the keyboard goes back where it was when a popover closes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-focus-return.h"

#include "ui/tl-focus.h"

typedef struct
{
  GtkWidget *before;  /* weak: had the keyboard last, outside of popovers */
  GtkWidget *popover; /* weak: the outermost that has it now, or %NULL */
} Watch;

static void closed_cb (GtkWidget *popover,
                       Watch     *watch);

static void
set_popover (Watch     *watch,
             GtkWidget *popover)
{
  if (watch->popover != NULL)
    g_signal_handlers_disconnect_by_func (watch->popover, closed_cb, watch);
  g_set_weak_pointer (&watch->popover, popover);
  if (popover != NULL)
    g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), watch);
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  set_popover (watch, NULL);
  g_clear_weak_pointer (&watch->before);
  g_free (watch);
}

/* One in a popover of a popover belongs to the latter: what is outside of both is gone back to. */
static GtkWidget *
get_popover (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_POPOVER (widget))
      found = widget;
  return found;
}

/* Who has closed it may have given the keyboard to something already. */
static void
closed_cb (GtkWidget *popover,
           Watch     *watch)
{
  GtkWidget *before = watch->before;

  set_popover (watch, NULL);
  if (before != NULL && gtk_widget_get_mapped (before) && gtk_widget_is_sensitive (before) && tl_focus_is_within (popover))
    gtk_root_set_focus (gtk_widget_get_root (before), before);
}

static void
focus_cb (GtkWindow  *window,
          GParamSpec *pspec,
          Watch      *watch)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover = get_popover (focus);

  if (focus == NULL)
    return;
  if (popover == NULL)
    g_set_weak_pointer (&watch->before, focus);
  if (popover != watch->popover)
    set_popover (watch, popover);
}

void
tl_focus_return_watch (GtkWindow *window)
{
  Watch *watch = g_new0 (Watch, 1);

  g_return_if_fail (GTK_IS_WINDOW (window));

  g_object_set_data_full (G_OBJECT (window), "tl-focus-return", watch, watch_free);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_cb), watch);
}
