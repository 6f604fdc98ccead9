/* tl-turns.c: what a window needs soon, a piece a turn of the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-turns.h"

/* Of windows that cannot be seen at the moment, though they are mapped, frames stay away. */
#define PATIENCE 100 /* ms */

typedef struct
{
  GWeakRef widget;
  TlTurn   turn;
} Waiting;

/* First come, first served. */
static GQueue waiting = G_QUEUE_INIT;
static guint idle_id;
static guint patience_id;

static void
waiting_free (Waiting *self)
{
  g_weak_ref_clear (&self->widget);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static GList *
find (GtkWidget *widget,
      TlTurn     turn)
{
  for (GList *l = waiting.head; l != NULL; l = l->next)
    {
      Waiting *other = l->data;
      g_autoptr (GObject) object = g_weak_ref_get (&other->widget);

      if ((widget == NULL || object == G_OBJECT (widget)) && (turn == NULL || other->turn == turn))
        return l;
    }
  return NULL;
}

/* A turn may ask for others. */
static void
take (GList *link)
{
  g_autoptr (Waiting) first = link->data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&first->widget);

  g_queue_delete_link (&waiting, link);
  if (widget != NULL && gtk_widget_get_root (widget) != NULL)
    first->turn (widget);
}

static gboolean turn_cb (gpointer unused);

static void
go_on (void)
{
  g_clear_handle_id (&patience_id, g_source_remove);
  if (idle_id == 0 && !g_queue_is_empty (&waiting))
    idle_id = g_idle_add (turn_cb, NULL);
}

static gboolean
patience_cb (gpointer unused)
{
  patience_id = 0;
  go_on ();
  return G_SOURCE_REMOVE;
}

/* The turn comes after this frame, which first has to be laid out. */
static gboolean
frame_cb (GtkWidget     *window,
          GdkFrameClock *clock,
          gpointer       unused)
{
  go_on ();
  return G_SOURCE_REMOVE;
}

static void
wait_for_frame (GtkWidget *window)
{
  if (idle_id != 0 || patience_id != 0)
    return;
  patience_id = g_timeout_add (PATIENCE, patience_cb, NULL);
  gtk_widget_add_tick_callback (window, frame_cb, NULL, NULL);
}

static GtkWidget *
get_seen_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && gtk_widget_get_mapped (GTK_WIDGET (root)) ? GTK_WIDGET (root) : NULL;
}

static gboolean
turn_cb (gpointer unused)
{
  Waiting *next;
  g_autoptr (GtkWidget) widget = NULL;
  GtkWidget *window;

  idle_id = 0;
  if (!g_queue_is_empty (&waiting))
    take (waiting.head);
  next = g_queue_peek_head (&waiting);
  widget = next != NULL ? g_weak_ref_get (&next->widget) : NULL;
  window = widget != NULL ? get_seen_window (widget) : NULL;
  if (window != NULL)
    wait_for_frame (window);
  else
    go_on ();
  return G_SOURCE_REMOVE;
}

void
tl_turns_add (GtkWidget *widget,
              TlTurn     turn)
{
  GtkWidget *window;
  Waiting *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (turn != NULL);

  window = get_seen_window (widget);
  if (window == NULL)
    {
      turn (widget);
      return;
    }
  if (find (widget, turn) != NULL)
    return;
  self = g_new0 (Waiting, 1);
  g_weak_ref_init (&self->widget, widget);
  self->turn = turn;
  g_queue_push_tail (&waiting, self);
  wait_for_frame (window);
}

void
tl_turns_finish (GtkWidget *widget)
{
  GList *link;

  g_return_if_fail (widget == NULL || GTK_IS_WIDGET (widget));

  while ((link = find (widget, NULL)) != NULL)
    take (link);
}

void
tl_turns_take (GtkWidget *widget)
{
  GList *link;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  link = find (widget, NULL);
  if (link != NULL)
    take (link);
}

void
tl_turns_drop (GtkWidget *widget)
{
  GList *link;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while ((link = find (widget, NULL)) != NULL)
    {
      waiting_free (link->data);
      g_queue_delete_link (&waiting, link);
    }
}
