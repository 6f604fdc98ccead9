/* tl-removal.c: what cannot stay when a record goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-own-kind.h"
#include "project/tl-project-private.h"
#include "project/tl-record-private.h"

/* References are not indexed: a removal is rare, and one pass over the records
 * that can refer to something is cheap. */

typedef struct
{
  TlProject  *project;
  GHashTable *ids;          /* of what goes, and their types; point into the records */
  GHashTable *victims;      /* roots of what goes */
  GHashTable *types;        /* of what was found to go since the last pass */
  GHashTable *new_types;
  GArray     *consequences;
} Removal;

static gboolean
note_id (TlRecord *record,
         gpointer  user_data)
{
  Removal *removal = user_data;
  const char *id = tl_record_get_id (record);

  if (id != NULL)
    {
      gpointer type = (gpointer) tl_record_get_record_type (record);

      g_hash_table_insert (removal->ids, (gpointer) id, type);
      g_hash_table_add (removal->new_types, type);
    }
  return TRUE;
}

static void
condemn (Removal  *removal,
         TlRecord *record)
{
  g_hash_table_add (removal->victims, record);
  tl_record_foreach (record, note_id, removal);
}

static gboolean
may_refer (Removal       *removal,
           const TlField *field)
{
  if (field->kind == TL_FIELD_ELEMENT_KIND)
    return g_hash_table_contains (removal->types, &tl_own_kind_type);
  return field->kind == TL_FIELD_REFERENCE
         && (field->target == NULL || g_hash_table_contains (removal->types, field->target));
}

/* What takes the place of @value in a field where it cannot stay; NULL for nothing. */
static const char *
find_substitute (Removal       *removal,
                 const TlField *field,
                 const char    *value)
{
  if (field->kind != TL_FIELD_ELEMENT_KIND)
    return NULL;
  return tl_record_get (tl_project_lookup (removal->project, value), TL_OWN_KIND_LIKE);
}

/* Whether records of this type, or what they hold, may refer to what goes. */
static gboolean
may_hold_reference (Removal            *removal,
                    const TlRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (may_refer (removal, &type->fields[i]))
      return TRUE;
  for (guint i = 0; i < type->n_lists; i++)
    if (may_hold_reference (removal, type->lists[i].type))
      return TRUE;
  return FALSE;
}

static void
examine (Removal  *removal,
         TlRecord *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TlField *field = &type->fields[i];
      TlConsequence consequence = { record, -1, NULL };
      const char *value;
      gpointer target;

      if (!may_refer (removal, field))
        continue;
      value = tl_record_get (record, i);
      target = value != NULL ? g_hash_table_lookup (removal->ids, value) : NULL;
      if (target == NULL || (field->kind == TL_FIELD_ELEMENT_KIND && target != &tl_own_kind_type))
        continue;

      consequence.value = find_substitute (removal, field, value);
      if (field->required && consequence.value == NULL)
        {
          g_array_append_val (removal->consequences, consequence);
          condemn (removal, record);
          return;
        }
      consequence.field = i;
      g_array_append_val (removal->consequences, consequence);
    }
}

static void
examine_all (Removal  *removal,
             TlRecord *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  if (g_hash_table_contains (removal->victims, record))
    return;

  examine (removal, record);
  for (guint i = 0; i < type->n_lists; i++)
    if (may_hold_reference (removal, type->lists[i].type))
      for (guint j = 0; j < tl_record_get_n_items (record, i); j++)
        examine_all (removal, tl_record_get_child (record, i, j));
}

GArray *
tl_project_list_consequences (TlProject *self,
                              TlRecord  *record)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) victims = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) types = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) new_types = g_hash_table_new (NULL, NULL);
  Removal removal = { self, ids, victims, types, new_types, g_array_new (FALSE, FALSE, sizeof (TlConsequence)) };

  condemn (&removal, record);

  /* What goes because of something may itself be referred to. */
  while (g_hash_table_size (new_types) > 0)
    {
      GHashTableIter iter;
      gpointer type;

      g_hash_table_remove_all (types);
      g_hash_table_iter_init (&iter, new_types);
      while (g_hash_table_iter_next (&iter, &type, NULL))
        g_hash_table_add (types, type);
      g_hash_table_remove_all (new_types);

      if (may_hold_reference (&removal, &tl_project_type))
        examine_all (&removal, TL_RECORD (self));
    }

  return removal.consequences;
}
