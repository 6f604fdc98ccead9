/* tl-record-copy.c: copies of records with all they hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-own-kind.h"
#include "project/tl-project-private.h"
#include "project/tl-record-private.h"

typedef struct
{
  TlProject  *project; /* whose ids are taken, or NULL */
  GHashTable *ids;     /* old to new */
  GHashTable *kinds;   /* those of ids that are of kinds of the project's own */
} Copy;

static char *
create_id (Copy               *copy,
           const TlRecordType *type)
{
  if (copy->project != NULL)
    return tl_project_create_id (copy->project, type);
  return tl_project_create_random_id (type);
}

static gboolean
name_copy (TlRecord *record,
           gpointer  user_data)
{
  Copy *copy = user_data;
  const TlRecordType *type = tl_record_get_record_type (record);
  const char *id = tl_record_get_id (record);
  char *old_id, *new_id;

  if (id == NULL || g_hash_table_contains (copy->ids, id))
    return TRUE;

  old_id = g_strdup (id);
  new_id = create_id (copy, type);
  g_hash_table_insert (copy->ids, old_id, new_id);
  if (type == &tl_own_kind_type)
    g_hash_table_insert (copy->kinds, old_id, new_id);
  return TRUE;
}

static void
copy_unknown (TlRecord *from,
              TlRecord *to)
{
  const TlUnknown *unknown = tl_record_get_unknown (from);
  TlUnknown *copy;

  if (unknown == NULL)
    return;

  copy = g_new0 (TlUnknown, 1);
  copy->attributes = g_strdup (unknown->attributes);
  copy->content = g_strdup (unknown->content);
  copy->leading = g_strdup (unknown->leading);
  tl_record_take_unknown (to, copy);
}

static const char *
translate_value (Copy          *copy,
                 const TlField *field,
                 const char    *value)
{
  const char *id = NULL;

  if (value != NULL && (field->kind == TL_FIELD_ID || field->kind == TL_FIELD_REFERENCE))
    id = g_hash_table_lookup (copy->ids, value);
  else if (value != NULL && field->kind == TL_FIELD_ELEMENT_KIND)
    id = g_hash_table_lookup (copy->kinds, value);
  return id != NULL ? id : value;
}

static TlRecord *
copy_record (Copy     *copy,
             TlRecord *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  TlRecord *result = tl_record_new (type);

  /* What is in a record was checked when it got there. */
  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *value = translate_value (copy, &type->fields[i], tl_record_get (record, i));

      if (value != NULL && !(i == 0 && type->id_field == 0 && TL_IS_PROJECT (result)))
        tl_record_store (result, i, value);
    }
  if (TL_IS_PROJECT (result))
    tl_project_fill_id (TL_PROJECT (result), g_hash_table_lookup (copy->ids, tl_record_get_id (record)), NULL);

  for (guint i = 0; i < type->n_lists; i++)
    for (guint j = 0; j < tl_record_get_n_items (record, i); j++)
      tl_record_adopt (result, i, copy_record (copy, tl_record_get_child (record, i, j)), NULL);

  copy_unknown (record, result);
  return result;
}

static GPtrArray *
copy_all (TlRecord *const *records,
          guint            n_records,
          TlProject       *project)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);
  Copy copy = { project, ids, kinds };

  for (guint i = 0; i < n_records; i++)
    tl_record_foreach (records[i], name_copy, &copy);
  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (copies, copy_record (&copy, records[i]));
  return copies;
}

TlRecord *
tl_record_duplicate (TlRecord *self)
{
  g_autoptr(GPtrArray) copies = NULL;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  copies = copy_all (&self, 1, tl_record_get_project (self));
  return g_object_ref (copies->pdata[0]);
}

GPtrArray *
tl_record_duplicate_all (TlRecord *const *records,
                         guint            n_records,
                         TlProject       *project)
{
  for (guint i = 0; i < n_records; i++)
    g_return_val_if_fail (TL_IS_RECORD (records[i]) && !TL_IS_PROJECT (records[i]), NULL);

  return copy_all (records, n_records, project);
}
