/* tl-remains.c: what is not needed any more is taken apart by and by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-remains.h"

#include "ui/tl-lazy-bin.h"

#define SLICE (3 * G_TIME_SPAN_MILLISECOND)

/* Of GObject: widgets, what is outside first, or what a worker takes apart. */
static GQueue remains = G_QUEUE_INIT;
static guint idle_id;

static void
unref_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      object,
                 GCancellable *cancellable)
{
  g_object_unref (object);
  g_task_return_boolean (task, TRUE);
}

static void
let_go (GObject *object)
{
  g_autoptr (GTask) task = NULL;

  if (GTK_IS_WIDGET (object))
    {
      g_object_unref (object);
      return;
    }
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, tl_remains_add);
  g_task_set_task_data (task, object, NULL);
  g_task_run_in_thread (task, unref_in_thread);
}

static gboolean
idle_cb (gpointer unused)
{
  gint64 end = g_get_monotonic_time () + SLICE;

  while (!g_queue_is_empty (&remains) && g_get_monotonic_time () < end)
    let_go (g_queue_pop_head (&remains));
  if (!g_queue_is_empty (&remains))
    return G_SOURCE_CONTINUE;
  idle_id = 0;
  return G_SOURCE_REMOVE;
}

static void
add (gpointer object)
{
  g_queue_push_tail (&remains, g_object_ref (object));
  if (idle_id == 0)
    idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, NULL, NULL);
}

void
tl_remains_hold (GtkWidget *widget,
                 guint      depth)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  add (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); depth > 0 && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_remains_hold (child, depth - 1);
}

void
tl_remains_hold_content (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LIST_BASE (widget))
    {
      tl_remains_hold (widget, 3);
      return;
    }
  if (TL_IS_LAZY_BIN (widget) && gtk_widget_get_first_child (widget) != NULL)
    add (gtk_widget_get_first_child (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_remains_hold_content (child);
}

void
tl_remains_add (GObject *object)
{
  g_return_if_fail (G_IS_OBJECT (object) && !GTK_IS_WIDGET (object));

  add (object);
}
