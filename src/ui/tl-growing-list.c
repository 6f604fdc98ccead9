/* tl-growing-list.c: a list of which a view is given a little at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-growing-list.h"

#include "ui/tl-remains.h"

#define STEP  2
#define ALL   230 /* rows that a view makes at most */

#define SLICE (3 * G_TIME_SPAN_MILLISECOND)

struct _TlGrowingList
{
  GObject     parent_instance;

  GListModel *source;
  guint       n_at_once;
  guint       n;       /* of the source, from its begin */
  guint       base;    /* from where on it grows */
  guint       grow_id;

  GtkWidget  *view;    /* not owned; NULL: none is known */
  guint       tick_id; /* waits for a frame of the view */
};

static void tl_growing_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlGrowingList, tl_growing_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_growing_list_list_model_init))

static gboolean
is_seen (TlGrowingList *self)
{
  return self->view != NULL && gtk_widget_get_mapped (self->view);
}

/* Beyond what a view makes rows of, more costs nothing. */
static void
grow (TlGrowingList *self)
{
  guint n_left = g_list_model_get_n_items (self->source) - self->n;
  guint n_more = self->n - self->base >= ALL ? n_left : MIN (n_left, STEP);

  self->n += n_more;
  g_list_model_items_changed (G_LIST_MODEL (self), self->n - n_more, 0, n_more);
}

static gboolean
is_complete (TlGrowingList *self)
{
  return self->n >= g_list_model_get_n_items (self->source);
}

static gboolean
is_growing (TlGrowingList *self)
{
  return self->grow_id != 0 || self->tick_id != 0;
}

static gboolean grow_cb (gpointer user_data);

static gboolean
frame_cb (GtkWidget     *view,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  TlGrowingList *self = user_data;

  self->tick_id = 0;
  self->grow_id = g_idle_add (grow_cb, self);
  return G_SOURCE_REMOVE;
}

/* What has come is laid out in the next frame, and what comes then in another. */
static void
grow_later (TlGrowingList *self)
{
  if (is_growing (self) || is_complete (self))
    return;
  if (is_seen (self))
    self->tick_id = gtk_widget_add_tick_callback (self->view, frame_cb, self, NULL);
  else
    self->grow_id = g_idle_add (grow_cb, self);
}

static gboolean
grow_cb (gpointer user_data)
{
  TlGrowingList *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;
  guint n_before = self->n;

  while (!is_complete (self) && self->n - n_before < self->n_at_once && g_get_monotonic_time () < end)
    grow (self);
  self->grow_id = 0;
  grow_later (self);
  return G_SOURCE_REMOVE;
}

static void
stop_growing (TlGrowingList *self)
{
  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (self->tick_id != 0 && self->view != NULL)
    gtk_widget_remove_tick_callback (self->view, self->tick_id);
  self->tick_id = 0;
}

/* Follows the source {{{1 */

/* Which rows go, nothing but the view knows: their cells, and what is in these, may stay
 * for a while. */
static void
hold_rows (TlGrowingList *self,
           guint          n_going)
{
  GtkWidget *view = self->view;

  if (n_going <= STEP || !is_seen (self))
    return;
  while (view != NULL && !GTK_IS_LIST_VIEW (view))
    view = gtk_widget_get_last_child (view);
  if (view != NULL)
    tl_remains_hold (view, 3);
}

/* Takes what is from @position on away, and begins to give what is there now. */
static void
begin_at (TlGrowingList *self,
          guint          position)
{
  guint n_before = self->n - position;

  stop_growing (self);
  hold_rows (self, n_before);
  self->base = position;
  self->n = position + MIN (g_list_model_get_n_items (self->source) - position, self->n_at_once);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_before, self->n - position);
  grow_later (self);
}

static void
source_changed_cb (TlGrowingList *self,
                   guint          position,
                   guint          removed,
                   guint          added)
{
  guint n_gone;

  /* Not there yet. */
  if (position > self->n || (position == self->n && is_growing (self)))
    return;
  if (added > self->n_at_once)
    {
      begin_at (self, position);
      return;
    }
  n_gone = MIN (removed, self->n - position);
  hold_rows (self, n_gone);
  self->n += added - n_gone;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_gone, added);
}

/* Object {{{1 */

static GType
tl_growing_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (TL_GROWING_LIST (model)->source);
}

static guint
tl_growing_list_get_n_items (GListModel *model)
{
  return TL_GROWING_LIST (model)->n;
}

static gpointer
tl_growing_list_get_item (GListModel *model,
                          guint       position)
{
  TlGrowingList *self = TL_GROWING_LIST (model);

  return position < self->n ? g_list_model_get_item (self->source, position) : NULL;
}

static void
tl_growing_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_growing_list_get_item_type;
  iface->get_n_items = tl_growing_list_get_n_items;
  iface->get_item = tl_growing_list_get_item;
}

/* Some of its rows may stay for a while, and have this list; one that came would look for the view, in vain. */
static void
view_gone_cb (gpointer  data,
              GObject  *view)
{
  TlGrowingList *self = data;

  self->view = NULL;
  stop_growing (self);
  g_signal_handlers_disconnect_by_data (self->source, self);
}

static void
set_view (TlGrowingList *self,
          GtkWidget     *view)
{
  if (self->view != NULL)
    g_object_weak_unref (G_OBJECT (self->view), view_gone_cb, self);
  self->view = view;
  if (view != NULL)
    g_object_weak_ref (G_OBJECT (view), view_gone_cb, self);
}

static void
tl_growing_list_dispose (GObject *object)
{
  TlGrowingList *self = TL_GROWING_LIST (object);

  stop_growing (self);
  set_view (self, NULL);

  G_OBJECT_CLASS (tl_growing_list_parent_class)->dispose (object);
}

static void
tl_growing_list_finalize (GObject *object)
{
  g_object_unref (TL_GROWING_LIST (object)->source);

  G_OBJECT_CLASS (tl_growing_list_parent_class)->finalize (object);
}

static void
tl_growing_list_class_init (TlGrowingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_growing_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_growing_list_finalize;
}

static void
tl_growing_list_init (TlGrowingList *self)
{
}

TlGrowingList *
tl_growing_list_new (GListModel *source,
                     guint       n_at_once)
{
  TlGrowingList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (source), NULL);
  g_return_val_if_fail (n_at_once > 0, NULL);

  self = g_object_new (TL_TYPE_GROWING_LIST, NULL);
  self->source = g_object_ref (source);
  self->n_at_once = n_at_once;
  g_signal_connect_object (source, "items-changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  begin_at (self, 0);
  return self;
}

void
tl_growing_list_set_view (TlGrowingList *self,
                          GtkWidget     *view)
{
  g_return_if_fail (TL_IS_GROWING_LIST (self));
  g_return_if_fail (view == NULL || GTK_IS_WIDGET (view));

  if (self->view == view)
    return;
  stop_growing (self);
  set_view (self, view);
  grow_later (self);
}

void
tl_growing_list_finish (TlGrowingList *self)
{
  g_return_if_fail (TL_IS_GROWING_LIST (self));

  stop_growing (self);
  while (!is_complete (self))
    grow (self);
}
