/* tl-random-edits.c: a user who does anything at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-random-edits.h"

#include "project/tl-own-kind.h"
#include "project/tl-transaction.h"
#include "store/tl-writer.h"

static gboolean
collect_record (TlRecord *record,
                gpointer  records)
{
  g_ptr_array_add (records, record);
  return TRUE;
}

static GPtrArray *
list_records (TlProject          *project,
              const TlRecordType *type)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *found = g_ptr_array_new ();

  tl_record_foreach (TL_RECORD (project), collect_record, all);
  for (guint i = 0; i < all->len; i++)
    if (type == NULL || tl_record_get_record_type (all->pdata[i]) == type)
      g_ptr_array_add (found, all->pdata[i]);
  return found;
}

static TlRecord *
pick_record (GRand              *random,
             TlProject          *project,
             const TlRecordType *type)
{
  g_autoptr (GPtrArray) records = list_records (project, type);

  return records->len > 0 ? records->pdata[g_rand_int_range (random, 0, records->len)] : NULL;
}

static char *
make_value (GRand         *random,
            TlProject     *project,
            const TlField *field)
{
  static const char *const texts[] = { "a", "<b> & \"c\"", "ünïcode 🙂", "  spaces  ", "\\t \\n", "]]>", "x\ty" };
  static const char *const long_texts[] = { "one\ntwo\n", "\r\n", "\ttab", "<!-- no comment -->", "a\\b" };
  const TlEdition *edition = tl_project_get_edition (project);
  TlRecord *target;
  guint n = 0;

  switch (field->kind)
    {
    case TL_FIELD_TEXT:
      return g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts) - 1)]);
    case TL_FIELD_LONG_TEXT:
      return g_strdup (long_texts[g_rand_int_range (random, 0, G_N_ELEMENTS (long_texts))]);
    case TL_FIELD_INTEGER:
      return g_strdup_printf ("%d", g_rand_int_range (random, field->minimum, field->maximum + 1));
    case TL_FIELD_NUMBER:
      return g_strdup_printf ("%d.5", g_rand_int_range (random, 0, 1000));
    case TL_FIELD_DATE:
      return g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (random, 10, 40),
                              g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
    case TL_FIELD_CHOICE:
      while (field->choices[n].token != NULL)
        n++;
      return g_strdup (field->choices[g_rand_int_range (random, 0, n)].token);
    case TL_FIELD_COMPONENT:
    case TL_FIELD_ASSESSABLE:
      while (tl_edition_get_components (edition)[n] != NULL)
        n++;
      return g_strdup (tl_edition_get_components (edition)[g_rand_int_range (random, 0, n)]->concept.id);
    case TL_FIELD_DATA_OBJECT:
      while (tl_edition_get_data_objects (edition)[n] != NULL)
        n++;
      return g_strdup (tl_edition_get_data_objects (edition)[g_rand_int_range (random, 0, n)]->concept.id);
    case TL_FIELD_STAGE:
      while (tl_edition_get_stages (edition)[n] != NULL)
        n++;
      return g_strdup (tl_edition_get_stages (edition)[g_rand_int_range (random, 0, n)]->concept.id);
    case TL_FIELD_ELEMENT_KIND:
      target = pick_record (random, project, &tl_own_kind_type);
      return g_strdup (target != NULL ? tl_record_get_id (target) : "capability");
    case TL_FIELD_REFERENCE:
      target = pick_record (random, project, field->target);
      return target != NULL ? g_strdup (tl_record_get_id (target)) : NULL;
    case TL_FIELD_ID:
    case TL_FIELD_EDITION:
    default:
      return NULL;
    }
}

static void
set_something (GRand         *random,
               TlProject     *project,
               TlTransaction *transaction)
{
  TlRecord *record = pick_record (random, project, NULL);
  const TlRecordType *type = tl_record_get_record_type (record);
  guint number = g_rand_int_range (random, 0, type->n_fields);
  const TlField *field = &type->fields[number];
  g_autofree char *value = make_value (random, project, field);

  if (field->kind == TL_FIELD_ID || field->kind == TL_FIELD_EDITION || (field->required && value == NULL))
    return;
  if (!field->required && g_rand_int_range (random, 0, 4) == 0)
    g_clear_pointer (&value, g_free);
  /* A value that the field does not take is a refusal, which changes nothing. */
  tl_transaction_set (transaction, record, number, value, NULL);
}

static void
fill_something (GRand     *random,
                TlProject *project,
                TlRecord  *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *value = make_value (random, project, &type->fields[i]);

      if (value != NULL && (type->fields[i].required || g_rand_boolean (random)))
        tl_record_fill (record, i, value, NULL);
    }
}

static void
add_something (GRand         *random,
               TlProject     *project,
               TlTransaction *transaction)
{
  TlRecord *parent = pick_record (random, project, NULL);
  const TlRecordType *type = tl_record_get_record_type (parent);
  TlRecord *child;
  guint list;

  if (type->n_lists == 0)
    return;
  list = g_rand_int_range (random, 0, type->n_lists);
  child = tl_record_new (type->lists[list].type);
  fill_something (random, project, child);
  tl_transaction_insert (transaction, parent, list,
                         g_rand_int_range (random, 0, tl_record_get_n_items (parent, list) + 1), child, NULL);
}

static void
move_something (GRand         *random,
                TlProject     *project,
                TlTransaction *transaction,
                gboolean       away)
{
  TlRecord *record = pick_record (random, project, NULL);
  TlRecord *parent = tl_record_get_parent (record);

  if (parent == NULL)
    return;
  if (away)
    tl_transaction_remove (transaction, record);
  else
    tl_transaction_move (transaction, record,
                         g_rand_int_range (random, 0, tl_record_get_n_items (parent, tl_record_get_list_number (record))));
}

/* Takes a record out and puts it in again, as dragging does. */
static void
reinsert_something (GRand         *random,
                    TlProject     *project,
                    TlTransaction *transaction)
{
  g_autoptr (TlRecord) record = g_object_ref (pick_record (random, project, NULL));
  TlRecord *parent = tl_record_get_parent (record);
  guint list;

  if (parent == NULL)
    return;
  list = tl_record_get_list_number (record);
  tl_transaction_remove (transaction, record);
  tl_transaction_insert (transaction, parent, list, 0, g_object_ref (record), NULL);
}

static void
edit (GRand         *random,
      TlProject     *project,
      TlTransaction *transaction)
{
  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
    case 1:
    case 2:
      add_something (random, project, transaction);
      break;
    case 3:
      move_something (random, project, transaction, TRUE);
      break;
    case 4:
      move_something (random, project, transaction, FALSE);
      break;
    case 5:
      reinsert_something (random, project, transaction);
      break;
    default:
      set_something (random, project, transaction);
      break;
    }
}

void
tl_random_edit (GRand     *random,
                TlProject *project)
{
  TlHistory *history = tl_project_get_history (project);
  TlTransaction *transaction;
  int kind = g_rand_int_range (random, 0, 10);

  if (kind == 0)
    {
      tl_history_undo (history);
      return;
    }
  if (kind == 1)
    {
      tl_history_redo (history);
      return;
    }

  transaction = tl_project_begin (project, "Edit");
  for (int n = kind == 2 ? g_rand_int_range (random, 2, 12) : 1; n > 0; n--)
    edit (random, project, transaction);
  if (g_rand_int_range (random, 0, 20) == 0)
    tl_transaction_rollback (transaction);
  else
    tl_transaction_commit (transaction);
}

char *
tl_random_write (TlProject *project)
{
  g_autoptr (GBytes) bytes = tl_writer_write (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
