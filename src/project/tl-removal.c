/* tl-removal.c: what cannot stay when a record goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-own-kind.h"
#include "project/tl-project-private.h"
#include "project/tl-record-private.h"

/* References are not indexed: a removal is rare, and one pass over the records
 * that can refer to something, for all that goes at once, is cheap. */

typedef struct
{
  TlProject  *project;
  GHashTable *ids;          /* of what goes, with what it goes in; point into the records */
  GHashTable *chosen;       /* what was asked to go */
  GHashTable *victims;      /* what goes because of that */
  GHashTable *types;        /* of what was found to go since the last pass */
  GHashTable *new_types;
  TlRecord   *root;         /* what is being noted */
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
      g_hash_table_insert (removal->ids, (gpointer) id, removal->root);
      g_hash_table_add (removal->new_types, (gpointer) tl_record_get_record_type (record));
    }
  return TRUE;
}

static void
condemn (Removal    *removal,
         GHashTable *set,
         TlRecord   *record)
{
  removal->root = record;
  if (g_hash_table_add (set, record))
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

/* @chosen is what was asked to go that @record is in, or %NULL. What in it cannot
 * be without others that go, goes before them; nothing else in it is worth changing. */
static void
examine (Removal  *removal,
         TlRecord *record,
         TlRecord *chosen)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TlField *field = &type->fields[i];
      TlConsequence consequence = { record, -1, NULL };
      const char *value;
      TlRecord *root;

      if (!may_refer (removal, field))
        continue;
      value = tl_record_get (record, i);
      root = value != NULL ? g_hash_table_lookup (removal->ids, value) : NULL;
      if (root == NULL || root == chosen
          || (field->kind == TL_FIELD_ELEMENT_KIND && !TL_IS_OWN_KIND (tl_project_lookup (removal->project, value))))
        continue;

      consequence.value = find_substitute (removal, field, value);
      if (field->required && consequence.value == NULL)
        {
          g_array_append_val (removal->consequences, consequence);
          condemn (removal, removal->victims, record);
          return;
        }
      if (chosen != NULL)
        continue;
      consequence.field = i;
      g_array_append_val (removal->consequences, consequence);
    }
}

static void
examine_all (Removal  *removal,
             TlRecord *record,
             TlRecord *chosen)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  if (g_hash_table_contains (removal->victims, record))
    return;
  if (chosen == NULL && g_hash_table_contains (removal->chosen, record))
    chosen = record;

  examine (removal, record, chosen);
  for (guint i = 0; i < type->n_lists; i++)
    if (may_hold_reference (removal, type->lists[i].type))
      for (guint j = 0; j < tl_record_get_n_items (record, i); j++)
        examine_all (removal, tl_record_get_child (record, i, j), chosen);
}

static void
examine_until_nothing_new (Removal *removal)
{
  /* What goes because of something may itself be referred to. */
  while (g_hash_table_size (removal->new_types) > 0)
    {
      GHashTableIter iter;
      gpointer type;

      g_hash_table_remove_all (removal->types);
      g_hash_table_iter_init (&iter, removal->new_types);
      while (g_hash_table_iter_next (&iter, &type, NULL))
        g_hash_table_add (removal->types, type);
      g_hash_table_remove_all (removal->new_types);

      if (may_hold_reference (removal, &tl_project_type))
        examine_all (removal, TL_RECORD (removal->project), NULL);
    }
}

GArray *
tl_project_list_consequences (TlProject        *self,
                              TlRecord *const  *records,
                              guint             n_records)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) chosen = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) victims = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) types = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) new_types = g_hash_table_new (NULL, NULL);
  Removal removal = {
    self, ids, chosen, victims, types, new_types, NULL, g_array_new (FALSE, FALSE, sizeof (TlConsequence))
  };

  for (guint i = 0; i < n_records; i++)
    condemn (&removal, chosen, records[i]);
  examine_until_nothing_new (&removal);

  return removal.consequences;
}
