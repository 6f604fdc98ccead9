/* tl-salvage.c: leaves out of a project what cannot be in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-salvage.h"

static gboolean
refers (const TlField *field)
{
  return field->kind == TL_FIELD_COMPONENT || field->kind == TL_FIELD_DATA_OBJECT
         || field->kind == TL_FIELD_ASSESSABLE || field->kind == TL_FIELD_REFERENCE;
}

gboolean
tl_salvage_unset_references (TlProject *project,
                             TlRecord  *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TlField *field = &type->fields[i];

      g_ptr_array_add (values, g_strdup (tl_record_get (record, i)));
      if (!refers (field) || field->required || g_ptr_array_index (values, i) == NULL)
        continue;

      tl_record_fill (record, i, NULL, NULL);
      if (tl_project_check_references (project, record, NULL))
        return TRUE;
    }

  for (guint i = 0; i < type->n_fields; i++)
    if (refers (&type->fields[i]) && !type->fields[i].required)
      tl_record_fill (record, i, g_ptr_array_index (values, i), NULL);
  return FALSE;
}

static void
fill_copy (TlRecord *copy,
           TlRecord *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  const TlUnknown *unknown = tl_record_get_unknown (record);
  const char *values[32];

  for (guint i = 0; i < type->n_fields; i++)
    values[i] = tl_record_get (record, i);
  tl_record_fill_all (copy, values, NULL);

  if (unknown != NULL)
    {
      TlUnknown *kept = g_new0 (TlUnknown, 1);

      kept->attributes = g_strdup (unknown->attributes);
      kept->content = g_strdup (unknown->content);
      kept->leading = g_strdup (unknown->leading);
      tl_record_take_unknown (copy, kept);
    }
}

/* Everything was in a project before, so that nothing can fail here. */
static void
copy_lists (TlRecord   *copy,
            TlRecord   *record,
            GHashTable *left_out)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint list = 0; list < type->n_lists; list++)
    {
      guint n = tl_record_get_n_items (record, list);

      for (guint i = 0; i < n; i++)
        {
          TlRecord *child = tl_record_get_child (record, list, i);
          TlRecord *child_copy;

          if (g_hash_table_contains (left_out, child))
            continue;
          child_copy = tl_record_new (type->lists[list].type);
          fill_copy (child_copy, child);
          if (tl_record_adopt (copy, list, child_copy, NULL))
            copy_lists (child_copy, child, left_out);
        }
    }
}

TlProject *
tl_salvage_copy (TlProject  *project,
                 GHashTable *left_out)
{
  TlProject *copy = tl_project_new_unsealed ();

  fill_copy (TL_RECORD (copy), TL_RECORD (project));
  copy_lists (TL_RECORD (copy), TL_RECORD (project), left_out);
  return copy;
}
