/* tl-record-list.c: the records another one holds, and their list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-record-private.h"

#include <string.h>

struct _TlRecordList
{
  GObject     parent_instance;

  TlChildren *children; /* NULL once its parent is gone */
  const TlListType *type;
};

enum
{
  PROP_0,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
tl_record_list_get_item_type (GListModel *model)
{
  TlRecordList *self = TL_RECORD_LIST (model);

  return self->type->type->get_type ();
}

static guint
tl_record_list_get_n_items (GListModel *model)
{
  return tl_record_list_get_n (TL_RECORD_LIST (model));
}

static gpointer
tl_record_list_get_item (GListModel *model,
                         guint       position)
{
  TlRecord *record = tl_record_list_get (TL_RECORD_LIST (model), position);

  return record != NULL ? g_object_ref (record) : NULL;
}

static void
tl_record_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_record_list_get_item_type;
  iface->get_n_items = tl_record_list_get_n_items;
  iface->get_item = tl_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TlRecordList, tl_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_record_list_list_model_init))

static void
tl_record_list_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, tl_record_list_get_n (TL_RECORD_LIST (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_record_list_class_init (TlRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_record_list_get_property;

  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_record_list_init (TlRecordList *self)
{
}

TlRecord *
tl_record_list_get (TlRecordList *self,
                    guint         position)
{
  g_return_val_if_fail (TL_IS_RECORD_LIST (self), NULL);

  if (self->children == NULL || position >= self->children->n)
    return NULL;
  return tl_children_get (self->children, position);
}

guint
tl_record_list_get_n (TlRecordList *self)
{
  g_return_val_if_fail (TL_IS_RECORD_LIST (self), 0);

  return self->children != NULL ? self->children->n : 0;
}

const TlListType *
tl_record_list_get_list_type (TlRecordList *self)
{
  g_return_val_if_fail (TL_IS_RECORD_LIST (self), NULL);

  return self->type;
}

/* The records themselves */

static TlRecord **
get_items (TlChildren *self)
{
  return self->capacity == 0 ? &self->items.one : self->items.many;
}

TlRecord *
tl_children_get_parent (TlChildren *self)
{
  TlChildren *lists = self - self->list;

  return ((TlExtras *) ((char *) lists - G_STRUCT_OFFSET (TlExtras, lists)))->record;
}

static void
remember_position (TlRecord *record,
                   guint     position)
{
  tl_record_get_private (record)->position = position & G_MAXINT;
}

static void
emit_changed (TlChildren *self,
              guint       position,
              guint       n_removed,
              guint       n_added)
{
  TlRecordList *model = self->model;

  if (model == NULL)
    return;

  g_object_ref (model);
  g_list_model_items_changed (G_LIST_MODEL (model), position, n_removed, n_added);
  if (n_removed != n_added)
    g_object_notify_by_pspec (G_OBJECT (model), properties[PROP_N_ITEMS]);
  g_object_unref (model);
}

TlRecordList *
tl_children_get_model (TlChildren *self)
{
  if (self->model == NULL)
    {
      self->model = g_object_new (TL_TYPE_RECORD_LIST, NULL);
      self->model->children = self;
      self->model->type = &tl_record_get_record_type (tl_children_get_parent (self))->lists[self->list];
    }
  return self->model;
}

TlRecord *
tl_children_get (TlChildren *self,
                 guint       position)
{
  return get_items (self)[position];
}

/* Looks where the record was last seen, and then ever farther from there: it
 * has moved by as many places as were changed before it since. */
guint
tl_children_find (TlChildren *self,
                  TlRecord   *record)
{
  TlRecord **items = get_items (self);
  guint hint = MIN (tl_record_get_private (record)->position, self->n - 1);

  for (guint distance = 0; distance < self->n; distance++)
    {
      guint found;

      if (distance <= hint && items[hint - distance] == record)
        found = hint - distance;
      else if (distance < self->n - hint && items[hint + distance] == record)
        found = hint + distance;
      else
        continue;

      remember_position (record, found);
      return found;
    }
  g_assert_not_reached ();
}

static void
reserve_one (TlChildren *self)
{
  guint capacity;

  if (self->n < MAX (self->capacity, 1))
    return;

  capacity = self->capacity == 0 ? 4 : self->capacity + self->capacity / 2;
  if (self->capacity == 0)
    {
      TlRecord *one = self->items.one;

      self->items.many = g_new (TlRecord *, capacity);
      self->items.many[0] = one;
    }
  else
    {
      self->items.many = g_renew (TlRecord *, self->items.many, capacity);
    }
  self->capacity = capacity;
}

void
tl_children_insert (TlChildren *self,
                    guint       position,
                    TlRecord   *record)
{
  TlRecord **items;

  reserve_one (self);
  items = get_items (self);
  memmove (items + position + 1, items + position, (self->n - position) * sizeof *items);
  items[position] = record;
  self->n++;

  tl_record_get_private (record)->owner = self;
  remember_position (record, position);
  emit_changed (self, position, 0, 1);
}

TlRecord *
tl_children_remove (TlChildren *self,
                    guint       position)
{
  TlRecord **items = get_items (self);
  TlRecord *record = items[position];

  memmove (items + position, items + position + 1, (self->n - position - 1) * sizeof *items);
  self->n--;

  tl_record_get_private (record)->owner = NULL;
  emit_changed (self, position, 1, 0);
  return record;
}

void
tl_children_move (TlChildren *self,
                  guint       old_position,
                  guint       position)
{
  TlRecord **items = get_items (self);
  TlRecord *record = items[old_position];
  guint first = MIN (old_position, position);
  guint n = MAX (old_position, position) - first + 1;

  if (old_position < position)
    memmove (items + old_position, items + old_position + 1, (n - 1) * sizeof *items);
  else
    memmove (items + position + 1, items + position, (n - 1) * sizeof *items);
  items[position] = record;

  remember_position (record, position);
  emit_changed (self, first, n, n);
}

/* Gives back what growing left over. */
void
tl_children_trim (TlChildren *self)
{
  if (self->capacity == 0 || self->capacity == self->n)
    return;

  if (self->n <= 1)
    {
      TlRecord *one = self->n == 1 ? self->items.many[0] : NULL;

      g_free (self->items.many);
      self->items.one = one;
      self->capacity = 0;
    }
  else
    {
      self->items.many = g_renew (TlRecord *, self->items.many, self->n);
      self->capacity = self->n;
    }
}

/* The parent goes away; who still has the model sees it become empty. */
void
tl_children_clear (TlChildren *self)
{
  TlRecord **items = get_items (self);
  TlRecordList *model = g_steal_pointer (&self->model);
  guint n = self->n;

  self->n = 0;
  if (model != NULL)
    {
      model->children = NULL;
      if (n > 0)
        {
          g_list_model_items_changed (G_LIST_MODEL (model), 0, n, 0);
          g_object_notify_by_pspec (G_OBJECT (model), properties[PROP_N_ITEMS]);
        }
      g_object_unref (model);
    }

  for (guint i = 0; i < n; i++)
    {
      tl_record_get_private (items[i])->owner = NULL;
      g_object_unref (items[i]);
    }
  if (self->capacity > 0)
    g_free (self->items.many);
  self->items.many = NULL;
  self->capacity = 0;
}
