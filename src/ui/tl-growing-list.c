/* tl-growing-list.c: a list of which a view is given a little at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-growing-list.h"

/* Rows that a window shows about, and rows that a view makes at most. */
#define AT_ONCE 16
#define STEP    2
#define ALL     230

#define SLICE   (4 * G_TIME_SPAN_MILLISECOND)

struct _TlGrowingList
{
  GObject     parent_instance;

  GListModel *source;
  guint       n;       /* of the source, from its begin */
  guint       base;    /* from where on it grows */
  guint       grow_id;
};

static void tl_growing_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlGrowingList, tl_growing_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_growing_list_list_model_init))

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
grow_cb (gpointer user_data)
{
  TlGrowingList *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (!is_complete (self) && g_get_monotonic_time () < end)
    grow (self);
  if (!is_complete (self))
    return G_SOURCE_CONTINUE;
  self->grow_id = 0;
  return G_SOURCE_REMOVE;
}

/* Takes what is from @position on away, and begins to give what is there now. */
static void
begin_at (TlGrowingList *self,
          guint          position)
{
  guint n_before = self->n - position;

  self->base = position;
  self->n = position + MIN (g_list_model_get_n_items (self->source) - position, AT_ONCE);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_before, self->n - position);
  if (!is_complete (self) && self->grow_id == 0)
    self->grow_id = g_idle_add (grow_cb, self);
}

static void
source_changed_cb (TlGrowingList *self,
                   guint          position,
                   guint          removed,
                   guint          added)
{
  guint n_gone;

  /* Not there yet. */
  if (position > self->n || (position == self->n && self->grow_id != 0))
    return;
  if (added > AT_ONCE)
    {
      begin_at (self, position);
      return;
    }
  n_gone = MIN (removed, self->n - position);
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

static void
tl_growing_list_dispose (GObject *object)
{
  TlGrowingList *self = TL_GROWING_LIST (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);

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
tl_growing_list_new (GListModel *source)
{
  TlGrowingList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (source), NULL);

  self = g_object_new (TL_TYPE_GROWING_LIST, NULL);
  self->source = g_object_ref (source);
  g_signal_connect_object (source, "items-changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  begin_at (self, 0);
  return self;
}

void
tl_growing_list_finish (TlGrowingList *self)
{
  g_return_if_fail (TL_IS_GROWING_LIST (self));

  g_clear_handle_id (&self->grow_id, g_source_remove);
  while (!is_complete (self))
    grow (self);
}
