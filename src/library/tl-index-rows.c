/* tl-index-rows.c: the database of the library: what is known of a project, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-rows.h"

#include "analysis/tl-component-fact.h"
#include "library/tl-fold.h"
#include "store/tl-digest.h"

#include <string.h>

/* A row that there is. */
typedef struct
{
  gint64   slot;
  gint64   hash;
  gint64   id;
  gboolean is_seen;
} Row;

typedef struct
{
  TlIndex       *index;
  gint64         project;
  GArray        *rows;     /* of Row, by slot; none at all when a project is new */
  GHashTable    *findings; /* slots of those told so far, which may repeat */
  TlIndexChange *change;
  GHashTable    *facts;    /* those that are still to be told; "component" or "component currency" */
  GHashTable    *kinds[TL_N_THING_WHATS]; /* ids of those that were noted */
  gint64         last_id;
  TlStatement   *insertion; /* these are wanted for every row of a project that is new */
  TlStatement   *wording;
  GError        *error;
} Comparison;

/* Digests */

static void
digest_text (TlDigest   *digest,
             const char *text)
{
  /* No text begins with this byte. */
  tl_digest_update (digest, text != NULL ? text : "\xff", text != NULL ? strlen (text) + 1 : 1);
}

/* @message: of a finding, else NULL */
static gint64
get_slot (TlThingWhat  what,
          const char  *key,
          const char  *message)
{
  TlDigest digest;

  tl_digest_init (&digest);
  tl_digest_update (&digest, &(guint8){ what }, 1);
  digest_text (&digest, key);
  if (message != NULL)
    digest_text (&digest, message);
  return (gint64) tl_digest_finish_number (&digest);
}

gint64
tl_index_get_slot (TlThingWhat  what,
                   const char  *key)
{
  return get_slot (what, key, NULL);
}

static gint64
get_hash (const TlThing *thing)
{
  TlDigest digest;

  tl_digest_init (&digest);
  tl_digest_update (&digest, &(guint8){ thing->gap }, 1);
  digest_text (&digest, thing->service);
  digest_text (&digest, thing->kind_id);
  digest_text (&digest, thing->kind);
  digest_text (&digest, thing->name);
  digest_text (&digest, thing->owner);
  digest_text (&digest, thing->vendor);
  digest_text (&digest, thing->state);
  digest_text (&digest, thing->stage);
  digest_text (&digest, thing->body);
  return (gint64) tl_digest_finish_number (&digest);
}

/* Rows */

static GArray *
list_rows (TlIndex  *self,
           gint64    project,
           GError  **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GError) local_error = NULL;

  statement = tl_index_prepare (self, "SELECT slot, hash, id FROM thing WHERE project = ? ORDER BY slot", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, project);
  while (tl_index_step (self, statement, &local_error))
    {
      Row row = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
                  sqlite3_column_int64 (statement, 2) };

      g_array_append_val (rows, row);
    }
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static Row *
find_row (Comparison *self,
          gint64      slot)
{
  guint begin = 0, end = self->rows->len;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;
      Row *row = &g_array_index (self->rows, Row, middle);

      if (row->slot == slot)
        return row;
      if (row->slot < slot)
        begin = middle + 1;
      else
        end = middle;
    }
  return NULL;
}

#define COLUMNS                                                                      \
  "project, slot, hash, what, gap, key, service, kind_id, kind, name, name_key, "    \
  "owner, vendor, state, stage, body"
#define PLACES "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"

/* Takes the words of things back, which are still as they were. */
static gboolean
remove_words (TlIndex     *self,
              const char  *sql, /* of which things, by a number */
              gint64       number,
              GError     **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  return tl_index_run (self, statement, error);
}

#define REMOVE_WORDS                                                                 \
  "INSERT INTO thing_text (thing_text, rowid, name, kind, owner, vendor, state, body)" \
  " SELECT 'delete', id, name, kind, owner, vendor, state, body FROM thing"

static gboolean
add_words (Comparison    *self,
           const TlThing *thing,
           gint64         id)
{
  sqlite3_bind_int64 (self->wording, 1, id);
  tl_statement_bind_text (self->wording, 2, thing->name);
  tl_statement_bind_text (self->wording, 3, thing->kind);
  tl_statement_bind_text (self->wording, 4, thing->owner);
  tl_statement_bind_text (self->wording, 5, thing->vendor);
  tl_statement_bind_text (self->wording, 6, thing->state);
  tl_statement_bind_text (self->wording, 7, thing->body);
  return tl_index_run (self->index, self->wording, &self->error);
}

static gboolean
note_kind (Comparison    *self,
           const TlThing *thing)
{
  g_autoptr (TlStatement) statement = NULL;

  if (self->kinds[thing->what] == NULL)
    self->kinds[thing->what] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_contains (self->kinds[thing->what], thing->kind_id))
    return TRUE;
  g_hash_table_add (self->kinds[thing->what], g_strdup (thing->kind_id));

  statement = tl_index_prepare (self->index, "INSERT OR IGNORE INTO kind VALUES (?, ?, ?)", &self->error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, thing->what);
  tl_statement_bind_text (statement, 2, thing->kind_id);
  tl_statement_bind_text (statement, 3, thing->kind);
  return tl_index_run (self->index, statement, &self->error);
}

char *
tl_index_create_name_key (const char *name)
{
  char *key = tl_fold_key (name);

  if (strlen (key) > TL_THING_MAX_NAME_KEY)
    *g_utf8_find_prev_char (key, key + TL_THING_MAX_NAME_KEY + 1) = '\0';
  return key;
}

static void
bind_thing (Comparison    *self,
            TlStatement   *statement,
            const TlThing *thing)
{
  sqlite3_bind_int (statement, 4, thing->what);
  sqlite3_bind_int (statement, 5, thing->gap);
  tl_statement_bind_text (statement, 6, thing->key);
  tl_statement_bind_text (statement, 7, thing->service);
  tl_statement_bind_text (statement, 8, thing->kind_id);
  tl_statement_bind_text (statement, 9, thing->kind);
  tl_statement_bind_text (statement, 10, thing->name);
  tl_statement_bind_text (statement, 12, thing->owner);
  tl_statement_bind_text (statement, 13, thing->vendor);
  tl_statement_bind_text (statement, 14, thing->state);
  tl_statement_bind_text (statement, 15, thing->stage);
  tl_statement_bind_text (statement, 16, thing->body);
}

static gboolean
write_row (Comparison    *self,
           const TlThing *thing,
           gint64         slot,
           gint64         hash,
           const Row     *row)
{
  gint64 id = row != NULL ? row->id : ++self->last_id;
  g_autofree char *name_key = thing->what != TL_THING_FINDING ? tl_index_create_name_key (thing->name) : NULL;
  g_autoptr (TlStatement) update = NULL;
  TlStatement *statement = self->insertion;

  if (row != NULL)
    statement = update = tl_index_prepare (self->index, "UPDATE thing SET (" COLUMNS ") = (" PLACES ") WHERE id = ?",
                                           &self->error);
  if (statement == NULL || !note_kind (self, thing)
      || (row != NULL && !remove_words (self->index, REMOVE_WORDS " WHERE id = ?", id, &self->error)))
    return FALSE;

  sqlite3_bind_int64 (statement, 1, self->project);
  sqlite3_bind_int64 (statement, 2, slot);
  sqlite3_bind_int64 (statement, 3, hash);
  bind_thing (self, statement, thing);
  tl_statement_bind_text (statement, 11, name_key);
  sqlite3_bind_int64 (statement, 17, id);
  return tl_index_run (self->index, statement, &self->error) && add_words (self, thing, id);
}

/* The same may be found twice about one record: that gets a slot of its own. */
static gint64
get_finding_slot (Comparison *self,
                  gint64      slot)
{
  while (g_hash_table_contains (self->findings, &slot))
    slot++;
  g_hash_table_add (self->findings, g_memdup2 (&slot, sizeof slot));
  return slot;
}

static gboolean
compare_thing (const TlThing *thing,
               gpointer       user_data)
{
  Comparison *self = user_data;
  gint64 slot = get_slot (thing->what, thing->key, thing->what == TL_THING_FINDING ? thing->name : NULL);
  gint64 hash = get_hash (thing);
  Row *row;

  if (g_cancellable_set_error_if_cancelled (self->index->cancellable, &self->error))
    return FALSE;
  if (thing->what == TL_THING_FINDING)
    slot = get_finding_slot (self, slot);

  row = find_row (self, slot);
  if (row == NULL)
    self->change->n_added++;
  else
    {
      row->is_seen = TRUE;
      if (row->hash == hash)
        {
          self->change->n_kept++;
          return TRUE;
        }
      self->change->n_changed++;
    }
  return write_row (self, thing, slot, hash, row);
}

static gboolean
remove_unseen (Comparison *self)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self->index, "DELETE FROM thing WHERE id = ?", &self->error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->is_seen)
        continue;
      if (!remove_words (self->index, REMOVE_WORDS " WHERE id = ?", row->id, &self->error))
        return FALSE;
      sqlite3_bind_int64 (statement, 1, row->id);
      if (!tl_index_run (self->index, statement, &self->error))
        return FALSE;
      self->change->n_removed++;
    }
  return TRUE;
}

/* Components */

static void
bind_number (TlStatement *statement,
             int          index,
             int          number)
{
  if (number >= 0)
    sqlite3_bind_int (statement, index, number);
  else
    sqlite3_bind_null (statement, index);
}

static void
write_cost (Comparison            *self,
            const char            *component,
            const TlComponentCost *cost)
{
  const char *currency = cost->currency != NULL ? cost->currency : "";
  g_autofree char *name = g_strdup_printf ("%s %s", component, currency);
  g_autoptr (TlStatement) statement = NULL;

  statement = tl_index_prepare (self->index,
                                "INSERT INTO component_cost VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
                                " SET amount = excluded.amount WHERE amount IS NOT excluded.amount",
                                &self->error);
  if (statement == NULL)
    return;
  g_hash_table_remove (self->facts, name);
  sqlite3_bind_int64 (statement, 1, self->project);
  tl_statement_bind_text (statement, 2, component);
  tl_statement_bind_text (statement, 3, currency);
  sqlite3_bind_double (statement, 4, cost->amount);
  tl_index_run (self->index, statement, &self->error);
}

static void
write_fact (const TlComponentFact *fact,
            gpointer               user_data)
{
  Comparison *self = user_data;
  g_autoptr (TlStatement) statement = NULL;

  if (self->error != NULL)
    return;
  statement = tl_index_prepare (self->index,
                                "INSERT INTO component_fact VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
                                " SET (n_tools, n_priced, current, goal)"
                                "   = (excluded.n_tools, excluded.n_priced, excluded.current, excluded.goal)"
                                " WHERE (n_tools, n_priced, current, goal)"
                                "   IS NOT (excluded.n_tools, excluded.n_priced, excluded.current, excluded.goal)",
                                &self->error);
  if (statement == NULL)
    return;
  g_hash_table_remove (self->facts, fact->id);
  sqlite3_bind_int64 (statement, 1, self->project);
  tl_statement_bind_text (statement, 2, fact->id);
  sqlite3_bind_int64 (statement, 3, fact->n_tools);
  sqlite3_bind_int64 (statement, 4, fact->n_priced);
  bind_number (statement, 5, fact->current);
  bind_number (statement, 6, fact->goal);
  if (!tl_index_run (self->index, statement, &self->error))
    return;

  for (guint i = 0; i < fact->n_costs && self->error == NULL; i++)
    write_cost (self, fact->id, &fact->costs[i]);
}

/* Those that there are, by name: what is not told again has to go. */
static gboolean
list_facts (Comparison *self)
{
  g_autoptr (TlStatement) statement = NULL;

  statement = tl_index_prepare (self->index,
                                "SELECT component FROM component_fact WHERE project = ?1 UNION ALL"
                                " SELECT component || ' ' || currency FROM component_cost WHERE project = ?1",
                                &self->error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->project);
  while (tl_index_step (self->index, statement, &self->error))
    g_hash_table_add (self->facts, tl_statement_dup_text (statement, 0));
  return self->error == NULL;
}

static gboolean
remove_fact (Comparison *self,
             const char *name)
{
  const char *space = strchr (name, ' ');
  g_autoptr (TlStatement) statement = NULL;

  statement = tl_index_prepare (self->index,
                                space != NULL
                                ? "DELETE FROM component_cost WHERE project = ? AND component || ' ' || currency = ?"
                                : "DELETE FROM component_fact WHERE project = ? AND component = ?",
                                &self->error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->project);
  tl_statement_bind_text (statement, 2, name);
  return tl_index_run (self->index, statement, &self->error);
}

static gboolean
compare_facts (Comparison *self,
               TlProject  *project)
{
  GHashTableIter iter;
  gpointer name;

  if (!list_facts (self))
    return FALSE;
  tl_component_fact_foreach (project, write_fact, self);

  g_hash_table_iter_init (&iter, self->facts);
  while (self->error == NULL && g_hash_table_iter_next (&iter, &name, NULL))
    remove_fact (self, name);
  return self->error == NULL;
}

static void
comparison_clear (Comparison *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->findings, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  for (guint i = 0; i < TL_N_THING_WHATS; i++)
    g_clear_pointer (&self->kinds[i], g_hash_table_unref);
  g_clear_pointer (&self->insertion, tl_statement_release);
  g_clear_pointer (&self->wording, tl_statement_release);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static gboolean
begin_comparison (Comparison *self)
{
  self->rows = list_rows (self->index, self->project, &self->error);
  if (self->rows == NULL)
    return FALSE;
  self->last_id = TL_INDEX_FIRST_ID (self->project);
  for (guint i = 0; i < self->rows->len; i++)
    self->last_id = MAX (self->last_id, g_array_index (self->rows, Row, i).id);

  self->insertion = tl_index_prepare (self->index, "INSERT INTO thing (" COLUMNS ", id) VALUES (" PLACES ", ?)",
                                      &self->error);
  if (self->insertion == NULL)
    return FALSE;
  self->wording = tl_index_prepare (self->index,
                                    "INSERT INTO thing_text (rowid, name, kind, owner, vendor, state, body)"
                                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                                    &self->error);
  return self->wording != NULL;
}

gboolean
tl_index_write_rows (TlIndex        *self,
                     gint64          project_row,
                     TlProject      *project,
                     TlIndexChange  *change,
                     TlThingCounts  *counts,
                     GError        **error)
{
  g_auto (Comparison) comparison = { .index = self, .project = project_row, .change = change };

  comparison.findings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  comparison.facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (begin_comparison (&comparison)
      && tl_thing_foreach (project, compare_thing, &comparison, counts)
      && remove_unseen (&comparison)
      && compare_facts (&comparison, project))
    return TRUE;
  g_propagate_error (error, comparison.error);
  return FALSE;
}

gboolean
tl_index_remove_rows (TlIndex  *self,
                      gint64    project_row,
                      GError  **error)
{
  static const char *const statements[] = {
    REMOVE_WORDS " WHERE project = ?",
    "DELETE FROM thing WHERE project = ?",
    "DELETE FROM component_fact WHERE project = ?",
    "DELETE FROM component_cost WHERE project = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (TlStatement) statement = tl_index_prepare (self, statements[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, project_row);
      if (!tl_index_run (self, statement, error))
        return FALSE;
    }
  return TRUE;
}
