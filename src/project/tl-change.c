/* tl-change.c: reversible facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-change-private.h"

#include "project/tl-project-private.h"
#include "project/tl-record-private.h"

/* TlChange is what others see; the values in it are GRefStrings. */

static TlRecord *
hold (TlRecord *record)
{
  if (record != NULL && !TL_IS_PROJECT (record))
    g_object_ref (record);
  return record;
}

static void
let_go (TlRecord *record)
{
  if (record != NULL && !TL_IS_PROJECT (record))
    g_object_unref (record);
}

static const char *
hold_string (const char *string)
{
  return string != NULL ? g_ref_string_acquire ((char *) string) : NULL;
}

static TlChange *
change_new (TlChangeKind  kind,
            TlRecord     *record,
            TlRecord     *parent,
            guint         list,
            guint         position)
{
  TlChange *self = g_rc_box_new0 (TlChange);

  self->kind = kind;
  self->record = hold (record);
  self->parent = hold (parent);
  self->list = list;
  self->position = position;
  self->old_position = position;
  return self;
}

TlChange *
tl_change_new_set (TlRecord   *record,
                   guint       field,
                   const char *old_value,
                   const char *new_value)
{
  TlChange *self = change_new (TL_CHANGE_SET, record, NULL, 0, 0);

  self->field = field;
  if (old_value != NULL && *old_value != '\0')
    self->old_value = g_ref_string_new (old_value);
  if (new_value != NULL && *new_value != '\0')
    self->new_value = g_ref_string_new (new_value);
  return self;
}

TlChange *
tl_change_new_insert (TlRecord *record,
                      TlRecord *parent,
                      guint     list,
                      guint     position)
{
  return change_new (TL_CHANGE_INSERT, record, parent, list, position);
}

TlChange *
tl_change_new_remove (TlRecord *record)
{
  return change_new (TL_CHANGE_REMOVE, record, tl_record_get_parent (record),
                     tl_record_get_list_number (record), tl_record_get_position (record));
}

TlChange *
tl_change_new_move (TlRecord *record,
                    guint     position)
{
  TlChange *self = change_new (TL_CHANGE_MOVE, record, tl_record_get_parent (record),
                               tl_record_get_list_number (record), position);

  self->old_position = tl_record_get_position (record);
  return self;
}

TlChange *
tl_change_new_inverse (const TlChange *self)
{
  static const TlChangeKind inverse[] = {
    [TL_CHANGE_SET] = TL_CHANGE_SET,
    [TL_CHANGE_INSERT] = TL_CHANGE_REMOVE,
    [TL_CHANGE_REMOVE] = TL_CHANGE_INSERT,
    [TL_CHANGE_MOVE] = TL_CHANGE_MOVE,
  };
  TlChange *result = change_new (inverse[self->kind], self->record, self->parent,
                                 self->list, self->old_position);

  result->old_position = self->position;
  result->field = self->field;
  result->old_value = hold_string (self->new_value);
  result->new_value = hold_string (self->old_value);
  return result;
}

TlChange *
tl_change_ref (TlChange *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_change (gpointer data)
{
  TlChange *self = data;

  let_go (self->record);
  let_go (self->parent);
  if (self->old_value != NULL)
    g_ref_string_release ((char *) self->old_value);
  if (self->new_value != NULL)
    g_ref_string_release ((char *) self->new_value);
}

void
tl_change_unref (TlChange *self)
{
  g_rc_box_release_full (self, clear_change);
}

/* The index is right before anybody hears of the change. */
void
tl_change_apply (const TlChange *self,
                 TlProject      *project)
{
  TlChildren *children;

  switch (self->kind)
    {
    case TL_CHANGE_SET:
      tl_record_store (self->record, self->field, self->new_value);
      g_object_notify_by_pspec (G_OBJECT (self->record),
                                TL_RECORD_GET_CLASS (self->record)->properties[self->field]);
      break;

    case TL_CHANGE_INSERT:
      children = tl_record_ensure_children (self->parent, self->list);
      tl_project_admit (project, self->record, NULL);
      tl_children_insert (children, self->position, g_object_ref (self->record));
      break;

    case TL_CHANGE_REMOVE:
      children = tl_record_get_children (self->parent, self->list);
      tl_project_dismiss (project, self->record);
      g_object_unref (tl_children_remove (children, self->position));
      break;

    case TL_CHANGE_MOVE:
      children = tl_record_get_children (self->parent, self->list);
      tl_children_move (children, self->old_position, self->position);
      break;

    default:
      g_assert_not_reached ();
    }
}

GPtrArray *
tl_changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_change_unref);
}

GPtrArray *
tl_changes_invert (GPtrArray *self)
{
  GPtrArray *result = tl_changes_new ();

  for (guint i = self->len; i > 0; i--)
    g_ptr_array_add (result, tl_change_new_inverse (g_ptr_array_index (self, i - 1)));
  return result;
}

/* Merging */

static guint
hash_place (gconstpointer key)
{
  const TlChange *change = key;

  return g_direct_hash (change->record) * 31 + change->field;
}

static gboolean
equal_places (gconstpointer a,
              gconstpointer b)
{
  const TlChange *first = a;
  const TlChange *second = b;

  return first->record == second->record && first->field == second->field;
}

GHashTable *
tl_changes_new_run (void)
{
  return g_hash_table_new (hash_place, equal_places);
}

/* The keys of a run are the settings at the end of the array, the values their
 * indices. Settings of different fields can trade places, so one that comes
 * later can become part of one before it. */
void
tl_changes_append (GPtrArray  *self,
                   GHashTable *run,
                   TlChange   *change)
{
  gpointer key, index;

  if (change->kind != TL_CHANGE_SET)
    {
      g_hash_table_remove_all (run);
      g_ptr_array_add (self, change);
    }
  else if (g_hash_table_lookup_extended (run, change, &key, &index))
    {
      TlChange *first = key;
      TlChange *merged = tl_change_new_set (change->record, change->field,
                                            first->old_value, change->new_value);

      g_hash_table_replace (run, merged, index);
      self->pdata[GPOINTER_TO_UINT (index)] = merged;
      tl_change_unref (first);
      tl_change_unref (change);
    }
  else
    {
      g_hash_table_insert (run, change, GUINT_TO_POINTER (self->len));
      g_ptr_array_add (self, change);
    }
}

void
tl_changes_drop_idle (GPtrArray *self)
{
  guint n = 0;

  for (guint i = 0; i < self->len; i++)
    {
      TlChange *change = self->pdata[i];

      if (change->kind == TL_CHANGE_SET && g_strcmp0 (change->old_value, change->new_value) == 0)
        tl_change_unref (change);
      else
        self->pdata[n++] = change;
    }

  /* The free function would let go once more of what moved up. */
  for (guint i = n; i < self->len; i++)
    self->pdata[i] = NULL;
  g_ptr_array_set_free_func (self, NULL);
  g_ptr_array_set_size (self, n);
  g_ptr_array_set_free_func (self, (GDestroyNotify) tl_change_unref);
}

void
tl_changes_merge (GPtrArray *self,
                  GPtrArray *other)
{
  g_autoptr(GHashTable) run = tl_changes_new_run ();
  guint begin = self->len;

  while (begin > 0 && ((TlChange *) self->pdata[begin - 1])->kind == TL_CHANGE_SET)
    begin--;
  for (guint i = begin; i < self->len; i++)
    g_hash_table_insert (run, self->pdata[i], GUINT_TO_POINTER (i));

  for (guint i = 0; i < other->len; i++)
    tl_changes_append (self, run, tl_change_ref (other->pdata[i]));
  tl_changes_drop_idle (self);
}
