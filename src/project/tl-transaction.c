/* tl-transaction.c: the only way to change a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-transaction.h"

#include "project/tl-change-private.h"
#include "project/tl-project-private.h"
#include "project/tl-record-private.h"

struct _TlTransaction
{
  TlProject     *project;
  TlTransaction *outer;     /* NULL for the outermost */
  gboolean       failed;    /* an inner one was rolled back */
  GPtrArray     *unchecked; /* records set and inserted while checks are suspended, or NULL */
  gboolean       removed;   /* something was removed meanwhile */

  /* Of the outermost only. */
  char          *label;
  char          *merge_key;
  GPtrArray     *changes;
  GHashTable    *run;       /* see tl_changes_append() */
};

TlTransaction *
tl_project_begin (TlProject  *project,
                  const char *label)
{
  TlTransaction *self;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (tl_project_is_sealed (project), NULL);
  g_return_val_if_fail (!tl_project_is_replaying (project), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (TlTransaction, 1);
  self->project = g_object_ref (project);
  self->outer = tl_project_get_transaction (project);
  if (self->outer == NULL)
    {
      self->label = g_strdup (label);
      self->changes = tl_changes_new ();
      self->run = tl_changes_new_run ();
    }

  tl_project_set_transaction (project, self);
  return self;
}

static TlTransaction *
get_outermost (TlTransaction *self)
{
  while (self->outer != NULL)
    self = self->outer;
  return self;
}

/* Takes over @change. Recorded first: who hears of a change may make another. */
static void
record_and_apply (TlTransaction *self,
                  TlChange      *change)
{
  TlTransaction *outermost = get_outermost (self);

  tl_change_ref (change);
  tl_changes_append (outermost->changes, outermost->run, change);
  tl_change_apply (change, self->project);
  tl_change_unref (change);
}

gboolean
tl_transaction_set (TlTransaction  *self,
                    TlRecord       *record,
                    guint           field,
                    const char     *value,
                    GError        **error)
{
  const TlRecordType *type;
  const char *old_value;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TL_IS_RECORD (record), FALSE);
  g_return_val_if_fail (tl_record_get_project (record) == self->project, FALSE);
  type = tl_record_get_record_type (record);
  g_return_val_if_fail (field < type->n_fields, FALSE);
  g_return_val_if_fail ((int) field != type->id_field, FALSE);

  if (value != NULL && *value == '\0')
    value = NULL;
  old_value = tl_record_get (record, field);
  if (g_strcmp0 (old_value, value) == 0)
    return TRUE;

  if (!tl_field_check (&type->fields[field], value, error))
    return FALSE;
  if (self->unchecked != NULL)
    g_ptr_array_add (self->unchecked, g_object_ref (record));
  else if (!tl_project_check_reference (self->project, record, &type->fields[field], value, error))
    return FALSE;

  record_and_apply (self, tl_change_new_set (record, field, old_value, value));
  return TRUE;
}

typedef struct
{
  TlProject *project;
  GError    *error;
} Check;

static gboolean
ensure_id (TlRecord *record,
           gpointer  user_data)
{
  Check *check = user_data;
  const TlRecordType *type = tl_record_get_record_type (record);

  if (type->id_field >= 0 && tl_record_get_id (record) == NULL)
    {
      g_autofree char *id = tl_project_create_id (check->project, type);

      tl_record_store (record, type->id_field, id);
    }
  return TRUE;
}

static gboolean
check_references (TlRecord *record,
                  gpointer  user_data)
{
  Check *check = user_data;

  return tl_project_check_references (check->project, record, &check->error);
}

/* What is to be inserted may refer to itself, so its ids have to be known while
 * its references are checked. */
static gboolean
check_newcomer (TlTransaction  *self,
                TlRecord       *child,
                GError        **error)
{
  Check check = { self->project, NULL };

  tl_record_foreach (child, ensure_id, &check);
  if (!tl_project_admit (self->project, child, error))
    return FALSE;

  if (self->unchecked != NULL)
    g_ptr_array_add (self->unchecked, g_object_ref (child));
  else
    tl_record_foreach (child, check_references, &check);
  tl_project_withdraw (self->project, child);
  if (check.error == NULL)
    return TRUE;

  g_propagate_error (error, check.error);
  return FALSE;
}

gboolean
tl_transaction_insert (TlTransaction  *self,
                       TlRecord       *parent,
                       guint           list,
                       guint           position,
                       TlRecord       *child,
                       GError        **error)
{
  g_autoptr(TlRecord) owned = child;
  const TlRecordType *type;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TL_IS_RECORD (parent) && TL_IS_RECORD (child), FALSE);
  g_return_val_if_fail (tl_record_get_project (parent) == self->project, FALSE);
  type = tl_record_get_record_type (parent);
  g_return_val_if_fail (list < type->n_lists, FALSE);
  g_return_val_if_fail (type->lists[list].type == tl_record_get_record_type (child), FALSE);
  g_return_val_if_fail (tl_record_get_parent (child) == NULL, FALSE);

  /* Another project's history would put its record into two places. */
  g_return_val_if_fail (!tl_record_get_private (child)->kept
                        || tl_project_was_dismissed (self->project, child), FALSE);

  if (!check_newcomer (self, child, error))
    return FALSE;

  position = MIN (position, tl_record_get_n_items (parent, list));
  record_and_apply (self, tl_change_new_insert (child, parent, list, position));
  return TRUE;
}

void
tl_transaction_remove (TlTransaction *self,
                       TlRecord      *record)
{
  tl_transaction_remove_all (self, &record, 1);
}

/* What has to go or be changed before @records can go. */
static void
remove_consequences (TlTransaction   *self,
                     TlRecord *const *records,
                     guint            n_records)
{
  g_autoptr(GArray) consequences = tl_project_list_consequences (self->project, records, n_records);

  for (guint i = 0; i < consequences->len; i++)
    {
      TlConsequence *consequence = &g_array_index (consequences, TlConsequence, i);
      TlRecord *other = consequence->record;

      if (tl_record_get_project (other) != self->project)
        continue; /* went with another */
      if (consequence->field < 0)
        record_and_apply (self, tl_change_new_remove (other));
      else if (tl_record_get (other, consequence->field) != NULL)
        record_and_apply (self, tl_change_new_set (other, consequence->field,
                                                   tl_record_get (other, consequence->field),
                                                   consequence->value));
    }
}

/* Those of @records that are in no other of them, each once; holds references. */
static GPtrArray *
list_outermost (TlRecord *const *records,
                guint            n_records)
{
  g_autoptr(GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *outermost = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_records; i++)
    g_hash_table_add (set, records[i]);
  for (guint i = 0; i < n_records; i++)
    {
      TlRecord *parent = tl_record_get_parent (records[i]);

      while (parent != NULL && !g_hash_table_contains (set, parent))
        parent = tl_record_get_parent (parent);
      if (parent == NULL && g_hash_table_add (seen, records[i]))
        g_ptr_array_add (outermost, g_object_ref (records[i]));
    }
  return outermost;
}

void
tl_transaction_remove_all (TlTransaction   *self,
                           TlRecord *const *records,
                           guint            n_records)
{
  g_autoptr(GPtrArray) outermost = NULL;

  g_return_if_fail (self != NULL);
  for (guint i = 0; i < n_records; i++)
    {
      g_return_if_fail (TL_IS_RECORD (records[i]));
      g_return_if_fail (tl_record_get_project (records[i]) == self->project);
      g_return_if_fail (tl_record_get_parent (records[i]) != NULL);
    }

  outermost = list_outermost (records, n_records);
  if (self->unchecked != NULL)
    self->removed = TRUE;
  else
    remove_consequences (self, (TlRecord *const *) outermost->pdata, outermost->len);
  for (guint i = 0; i < outermost->len; i++)
    if (tl_record_get_project (outermost->pdata[i]) == self->project)
      record_and_apply (self, tl_change_new_remove (outermost->pdata[i]));
}

void
tl_transaction_move (TlTransaction *self,
                     TlRecord      *record,
                     guint          position)
{
  TlRecord *parent;

  g_return_if_fail (self != NULL);
  g_return_if_fail (TL_IS_RECORD (record));
  g_return_if_fail (tl_record_get_project (record) == self->project);
  parent = tl_record_get_parent (record);
  g_return_if_fail (parent != NULL);

  position = MIN (position, tl_record_get_n_items (parent, tl_record_get_list_number (record)) - 1);
  if (position != (guint) tl_record_get_position (record))
    record_and_apply (self, tl_change_new_move (record, position));
}

void
tl_transaction_suspend_checks (TlTransaction *self)
{
  g_return_if_fail (self != NULL && self->unchecked == NULL);

  self->unchecked = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = FALSE;
}

gboolean
tl_transaction_resume_checks (TlTransaction  *self,
                              GError        **error)
{
  g_autoptr(GPtrArray) unchecked = NULL;
  Check check = { NULL, NULL };

  g_return_val_if_fail (self != NULL && self->unchecked != NULL, FALSE);

  check.project = self->project;
  unchecked = g_steal_pointer (&self->unchecked);
  if (self->removed)
    tl_record_foreach (TL_RECORD (self->project), check_references, &check);
  for (guint i = 0; i < unchecked->len && check.error == NULL; i++)
    if (tl_record_get_project (unchecked->pdata[i]) == self->project)
      tl_record_foreach (unchecked->pdata[i], check_references, &check);

  if (check.error == NULL)
    return TRUE;
  g_propagate_error (error, check.error);
  return FALSE;
}

void
tl_transaction_set_merge_key (TlTransaction *self,
                              const char    *key)
{
  g_return_if_fail (self != NULL);

  if (self->outer != NULL)
    return;
  g_free (self->merge_key);
  self->merge_key = g_strdup (key);
}

static void
transaction_free (TlTransaction *self)
{
  g_clear_pointer (&self->unchecked, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->run, g_hash_table_unref);
  g_free (self->label);
  g_free (self->merge_key);
  g_object_unref (self->project);
  g_free (self);
}

gboolean
tl_transaction_commit (TlTransaction *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tl_project_get_transaction (self->project) == self, FALSE);

  if (self->failed)
    {
      tl_transaction_rollback (self);
      return FALSE;
    }

  tl_project_set_transaction (self->project, self->outer);
  if (self->outer == NULL)
    {
      tl_changes_drop_idle (self->changes);
      if (self->changes->len > 0)
        {
          tl_history_record (tl_project_get_history (self->project),
                             self->label, self->merge_key, self->changes);
          tl_project_emit_changed (self->project, self->changes);
        }
    }

  transaction_free (self);
  return TRUE;
}

void
tl_transaction_rollback (TlTransaction *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tl_project_get_transaction (self->project) == self);

  if (self->outer != NULL)
    {
      self->outer->failed = TRUE;
      tl_project_set_transaction (self->project, self->outer);
    }
  else
    {
      g_autoptr(GPtrArray) inverse = tl_changes_invert (self->changes);

      tl_project_replay (self->project, inverse);
      tl_project_set_transaction (self->project, NULL);
    }
  transaction_free (self);
}

gboolean
tl_transaction_end (TlTransaction *self,
                    gboolean       good)
{
  if (good)
    return tl_transaction_commit (self);

  tl_transaction_rollback (self);
  return FALSE;
}
