/* test-random-edits.c: a long random life of a project keeps what has to hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

#include <stdlib.h>

#define N_STEPS 600

typedef struct
{
  TlProject  *project;
  TlHistory  *history;
  GRand      *rand;
  GPtrArray  *records;    /* all in the project, renewed each step */
  GHashTable *ever;       /* ids */
  GHashTable *validators; /* list model to validator */
  GHashTable *states;     /* state to dump */
  guint       n_done;
} Life;

static gboolean
collect (TlRecord *record,
         gpointer  user_data)
{
  g_ptr_array_add (user_data, record);
  return TRUE;
}

static guint
roll (Life  *life,
      guint  n)
{
  return g_rand_int_range (life->rand, 0, n);
}

static TlRecord *
pick (Life *life)
{
  return g_ptr_array_index (life->records, roll (life, life->records->len));
}

static TlRecord *
pick_of_type (Life               *life,
              const TlRecordType *type)
{
  guint start = roll (life, life->records->len);

  for (guint i = 0; i < life->records->len; i++)
    {
      TlRecord *record = g_ptr_array_index (life->records, (start + i) % life->records->len);

      if (tl_record_get_record_type (record) == type)
        return record;
    }
  return NULL;
}

/* What mostly fits the field, and sometimes does not. */
static char *
create_value (Life          *life,
              const TlField *field)
{
  static const char *const texts[] = { NULL, "", "a", "Größe", "long enough to move what follows", "bad\x01" };
  static const char *const concepts[] = { "incident", "defect", "requirement", "nowhere" };
  static const char *const stages[] = { NULL, "detect-to-correct--detect", "nowhere" };
  TlRecord *target;

  switch (field->kind)
    {
    case TL_FIELD_INTEGER:
    case TL_FIELD_NUMBER:
      return g_strdup_printf ("%u", roll (life, 7));

    case TL_FIELD_DATE:
      return g_strdup_printf ("20%02u-0%u-%02u", roll (life, 30), roll (life, 9) + 1, roll (life, 32));

    case TL_FIELD_CHOICE:
      return g_strdup (field->choices[0].token);

    case TL_FIELD_STAGE:
      return g_strdup (stages[roll (life, G_N_ELEMENTS (stages))]);

    case TL_FIELD_ELEMENT_KIND:
      target = roll (life, 3) == 0 ? pick_of_type (life, &tl_own_kind_type) : NULL;
      return g_strdup (target != NULL ? tl_record_get_id (target) : "capability");

    case TL_FIELD_EDITION:
      return g_strdup ("2.1");

    case TL_FIELD_COMPONENT:
    case TL_FIELD_DATA_OBJECT:
    case TL_FIELD_ASSESSABLE:
      return g_strdup (concepts[roll (life, G_N_ELEMENTS (concepts))]);

    case TL_FIELD_REFERENCE:
      target = roll (life, 8) == 0 ? pick (life) : pick_of_type (life, field->target);
      return g_strdup (target != NULL ? tl_record_get_id (target) : "nobody");

    case TL_FIELD_ID:
    case TL_FIELD_TEXT:
    case TL_FIELD_LONG_TEXT:
    default:
      return g_strdup (texts[roll (life, G_N_ELEMENTS (texts))]);
    }
}

static void
set_randomly (Life          *life,
              TlTransaction *transaction)
{
  TlRecord *record = pick (life);
  const TlRecordType *type = tl_record_get_record_type (record);
  guint field = roll (life, type->n_fields);
  g_autofree char *value = create_value (life, &type->fields[field]);
  g_autofree char *old_value = g_strdup (tl_record_get (record, field));

  if ((int) field == type->id_field)
    return;
  if (!tl_transaction_set (transaction, record, field, value, NULL))
    g_assert_cmpstr (tl_record_get (record, field), ==, old_value);
}

static TlRecord *
new_randomly (Life               *life,
              const TlRecordType *type)
{
  TlRecord *record = tl_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *value = create_value (life, &type->fields[i]);

      if ((int) i != type->id_field && (type->fields[i].required || roll (life, 2) == 0))
        tl_record_fill (record, i, value, NULL);
    }
  if (type->id_field >= 0 && roll (life, 10) == 0)
    tl_record_fill (record, type->id_field, tl_record_get_id (pick_of_type (life, &tl_project_type)), NULL);
  for (guint i = 0; i < type->n_lists && roll (life, 2) == 0; i++)
    if (!tl_record_adopt (record, i, new_randomly (life, type->lists[i].type), NULL))
      g_assert_not_reached ();
  return record;
}

static void
insert_randomly (Life          *life,
                 TlTransaction *transaction)
{
  TlRecord *parent = pick (life);
  const TlRecordType *type = tl_record_get_record_type (parent);
  TlRecord *child;
  guint list;

  if (type->n_lists == 0)
    parent = TL_RECORD (life->project);
  type = tl_record_get_record_type (parent);
  list = roll (life, type->n_lists);

  if (roll (life, 4) == 0 && tl_record_get_n_items (parent, list) > 0)
    child = tl_record_duplicate (tl_record_get_child (parent, list, 0));
  else
    child = new_randomly (life, type->lists[list].type);
  tl_transaction_insert (transaction, parent, list, roll (life, tl_record_get_n_items (parent, list) + 2),
                         child, NULL);
}

static void
change_randomly (Life          *life,
                 TlTransaction *transaction)
{
  TlRecord *record;

  g_ptr_array_set_size (life->records, 0);
  tl_record_foreach (TL_RECORD (life->project), collect, life->records);
  record = pick (life);

  switch (roll (life, 10))
    {
    case 0:
    case 1:
    case 2:
      insert_randomly (life, transaction);
      break;

    case 3:
      if (tl_record_get_parent (record) != NULL && (tl_record_get_n_items (TL_RECORD (life->project), 0) > 2))
        tl_transaction_remove (transaction, record);
      break;

    case 4:
    case 5:
      if (tl_record_get_parent (record) != NULL)
        tl_transaction_move (transaction, record, roll (life, 6));
      break;

    default:
      set_randomly (life, transaction);
      break;
    }
}

/* Also inner transactions, failures and merging. */
static void
transact_randomly (Life *life)
{
  TlTransaction *transaction = tl_project_begin (life->project, "Random");
  gboolean failed = FALSE;
  guint n = 1 + roll (life, 4);

  if (roll (life, 3) == 0)
    tl_transaction_set_merge_key (transaction, "random");
  for (guint i = 0; i < n; i++)
    {
      change_randomly (life, transaction);
      if (roll (life, 6) == 0)
        {
          TlTransaction *inner = tl_project_begin (life->project, "Inner");

          change_randomly (life, inner);
          if (roll (life, 4) == 0)
            {
              tl_transaction_rollback (inner);
              failed = TRUE;
            }
          else
            {
              g_assert_true (tl_transaction_commit (inner));
            }
        }
    }

  if (roll (life, 8) == 0)
    tl_transaction_rollback (transaction);
  else
    g_assert_cmpint (tl_transaction_commit (transaction), ==, !failed);
}

static void
validate_lists (Life *life)
{
  GHashTableIter iter;
  gpointer validator;

  g_hash_table_iter_init (&iter, life->validators);
  while (g_hash_table_iter_next (&iter, NULL, &validator))
    tl_list_validator_check (validator);
}

/* Some lists are shown, from some time on; others never have a model. */
static void
watch_a_list (Life *life)
{
  TlRecord *record;
  const TlRecordType *type;
  TlRecordList *list;

  g_ptr_array_set_size (life->records, 0);
  tl_record_foreach (TL_RECORD (life->project), collect, life->records);
  record = pick (life);
  type = tl_record_get_record_type (record);
  if (type->n_lists == 0)
    return;

  list = tl_record_get_list (record, roll (life, type->n_lists));
  if (!g_hash_table_contains (life->validators, list))
    g_hash_table_insert (life->validators, list, tl_list_validator_new (G_LIST_MODEL (list)));
}

/* One state, one content, however one got there. */
static void
compare_with_state (Life *life)
{
  g_autofree char *dump = tl_fixture_dump (TL_RECORD (life->project));
  guint64 state = tl_history_get_state (life->history);
  const char *known = g_hash_table_lookup (life->states, &state);

  if (known != NULL)
    g_assert_cmpstr (dump, ==, known);
  else
    g_hash_table_insert (life->states, g_memdup2 (&state, sizeof state), g_steal_pointer (&dump));
}

static void
step (Life *life)
{
  guint kind = roll (life, 20);

  if (kind < 3)
    tl_history_undo (life->history);
  else if (kind < 5)
    tl_history_redo (life->history);
  else if (kind < 6)
    watch_a_list (life);
  else
    transact_randomly (life);

  tl_fixture_check (life->project, life->ever);
  validate_lists (life);
  compare_with_state (life);
}

static void
live (guint32 seed)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  g_autoptr(GHashTable) ever = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) validators =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) tl_list_validator_free);
  g_autoptr(GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  Life life = { project, tl_project_get_history (project), rand, records, ever, validators, states };
  g_autofree char *start = tl_fixture_dump (TL_RECORD (project));
  g_autofree char *end = NULL;
  guint n = 0;

  g_test_message ("seed %u", seed);
  compare_with_state (&life);
  for (guint i = 0; i < N_STEPS; i++)
    step (&life);
  while (tl_history_get_can_redo (life.history))
    tl_history_redo (life.history);
  end = tl_fixture_dump (TL_RECORD (project));

  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      for (; tl_history_get_can_undo (life.history); n++)
        {
          tl_history_undo (life.history);
          compare_with_state (&life);
        }
      first = tl_fixture_dump (TL_RECORD (project));
      g_assert_cmpstr (first, ==, start);
      g_assert_false (tl_history_get_modified (life.history));
      tl_fixture_check (project, ever);
      validate_lists (&life);

      while (tl_history_get_can_redo (life.history))
        tl_history_redo (life.history);
      last = tl_fixture_dump (TL_RECORD (project));
      g_assert_cmpstr (last, ==, end);
      tl_fixture_check (project, ever);
      validate_lists (&life);
    }
  g_test_message ("%u entries in the history, %u ids, %u lists watched", n / 2,
                  g_hash_table_size (ever), g_hash_table_size (validators));

  /* A script that does next to nothing would prove nothing. */
  g_assert_cmpuint (n / 2, >, N_STEPS / 10);
  g_assert_cmpuint (g_hash_table_size (ever), >, N_STEPS / 10);
}

static void
test_fixed_seed (gconstpointer seed)
{
  live (GPOINTER_TO_UINT (seed));
}

/* Another one each time; TL_TEST_SEED repeats one that failed. */
static void
test_new_seed (void)
{
  const char *given = g_getenv ("TL_TEST_SEED");

  live (given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : g_random_int ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/project/random-edits/1", GUINT_TO_POINTER (1), test_fixed_seed);
  g_test_add_data_func ("/project/random-edits/2", GUINT_TO_POINTER (2), test_fixed_seed);
  g_test_add_func ("/project/random-edits/new-seed", test_new_seed);

  return g_test_run ();
}
