/* tl-remains.c: widgets that are not needed any more are taken apart by and by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-remains.h"

#define SLICE (3 * G_TIME_SPAN_MILLISECOND)

/* Of GtkWidget, what is inside last. */
static GPtrArray *remains;
static guint idle_id;

static gboolean
idle_cb (gpointer unused)
{
  gint64 end = g_get_monotonic_time () + SLICE;

  while (remains->len > 0 && g_get_monotonic_time () < end)
    g_ptr_array_set_size (remains, (int) remains->len - 1);
  if (remains->len > 0)
    return G_SOURCE_CONTINUE;
  idle_id = 0;
  return G_SOURCE_REMOVE;
}

void
tl_remains_hold (GtkWidget *widget,
                 guint      depth)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (remains == NULL)
    remains = g_ptr_array_new_with_free_func (g_object_unref);
  if (idle_id == 0)
    idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, NULL, NULL);
  g_ptr_array_add (remains, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); depth > 0 && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_remains_hold (child, depth - 1);
}
