/* tl-find.c: finds things in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-find-private.h"

#include <string.h>

#include "library/tl-fold.h"

/* So many projects are asked one after the other, each in its range of rows. */
#define MAX_RANGES 4

/* To find names first, no more rows are read to look for a letter in them: all are
 * looked at later in any case. */
#define MAX_NAMES_READ 2000

/* The classes of what is found, best first. */
typedef enum
{
  RANK_EXACT,
  RANK_BEGINS,
  RANK_NAME,
  RANK_REST,
} Rank;

typedef struct
{
  TlLibraryHitFacts  facts;
  gint64             id;
  Rank               rank;
  char              *key;  /* of the name */
} Found;

typedef struct
{
  TlIndex       *index;
  TlFindPlan    *plan;
  guint          limit;
  GArray        *found;    /* of Found */
  GHashTable    *ids;      /* of these */
  guint          n_by_rank[RANK_REST + 1];
  TlFindReader   reader;
  GError        *error;
} Finder;

static void
clear_found (gpointer data)
{
  Found *found = data;

  tl_library_hit_facts_clear (&found->facts);
  g_free (found->key);
}

static Rank
rank_name (const TlFindPlan *plan,
           const char       *name,
           const char       *key)
{
  gsize length = strlen (plan->key);

  if (length == 0)
    return RANK_REST;
  if (strncmp (key, plan->key, length) == 0)
    {
      if (key[length] == '\0')
        return RANK_EXACT;
      if (plan->key_goes_on || key[length] == ' ')
        return RANK_BEGINS;
    }
  return tl_match_has_all (name, plan->query) ? RANK_NAME : RANK_REST;
}

static void
add_row (Finder      *self,
         TlStatement *row)
{
  Found found = { .id = sqlite3_column_int64 (row, TL_FIND_ID) };

  if (!tl_find_read_row (&self->reader, row, self->plan->query, &found.facts, &self->error))
    return;
  found.key = tl_fold_key (found.facts.name);
  found.rank = rank_name (self->plan, found.facts.name, found.key);

  g_array_append_val (self->found, found);
  g_hash_table_add (self->ids, g_memdup2 (&found.id, sizeof found.id));
  self->n_by_rank[found.rank]++;
}

/* Whether there are enough that are no worse than @rank. */
static gboolean
is_enough (const Finder *self,
           Rank          rank)
{
  guint n = 0;

  for (Rank i = RANK_EXACT; i <= rank; i++)
    n += self->n_by_rank[i];
  return n >= self->limit;
}

/* Questions */

/* Adds the rows of a statement, all no worse than @rank, that were not found before,
 * until there are enough. */
static void
add_rows (Finder      *self,
          TlStatement *statement,
          Rank         rank)
{
  guint n_read = 0;

  while (self->error == NULL && !is_enough (self, rank) && tl_index_step (self->index, statement, &self->error))
    {
      gint64 id = sqlite3_column_int64 (statement, TL_FIND_ID);

      if (rank == RANK_NAME && self->plan->letters->len > 0 && ++n_read > MAX_NAMES_READ)
        break;
      if (!g_hash_table_contains (self->ids, &id) && tl_find_plan_accept (self->plan, statement, rank == RANK_NAME))
        add_row (self, statement);
    }
}

/* The names that begin with what was typed, in order of the alphabet: those that
 * are just that, services, tools, and all. */
static void
find_by_key (Finder *self)
{
  static const char *const sql[] = {
    "SELECT " TL_FIND_COLUMNS " FROM thing t WHERE t.name_key = ?1",
    "SELECT " TL_FIND_COLUMNS " FROM thing t INDEXED BY thing_service"
    " WHERE t.name_key >= ?1 AND t.name_key < ?2 AND t.what = 1 ORDER BY t.name_key",
    "SELECT " TL_FIND_COLUMNS " FROM thing t INDEXED BY thing_tool"
    " WHERE t.name_key >= ?1 AND t.name_key < ?2 AND t.what = 3 ORDER BY t.name_key",
    "SELECT " TL_FIND_COLUMNS " FROM thing t WHERE t.name_key >= ?1 AND t.name_key < ?2 ORDER BY t.name_key",
  };
  g_autofree char *end = g_strconcat (self->plan->key, self->plan->key_goes_on ? "\xf4\x8f\xbf\xbf" : "!", NULL);

  G_STATIC_ASSERT (TL_THING_SERVICE == 1 && TL_THING_TOOL == 3);
  for (guint i = 0; i < G_N_ELEMENTS (sql) && self->error == NULL; i++)
    {
      g_autoptr (TlStatement) statement = tl_index_prepare (self->index, sql[i], &self->error);

      if (statement == NULL)
        return;
      tl_statement_bind_text (statement, 1, self->plan->key);
      tl_statement_bind_text (statement, 2, end);
      add_rows (self, statement, RANK_BEGINS);
    }
}

/* One of a few texts: each is prepared but once. */
static char *
create_question (const TlFindPlan *plan,
                 gboolean          has_words,
                 gboolean          has_list)
{
  static const char *const gaps[] = { "", " AND t.gap = 0", " AND t.gap = 1" };
  const char *gap = gaps[plan->gap + 1];

  if (has_words)
    return g_strconcat ("SELECT " TL_FIND_COLUMNS " FROM thing_text x CROSS JOIN thing t ON t.id = x.rowid"
                        " WHERE x.thing_text MATCH ?1 AND x.rowid BETWEEN ?2 AND ?3",
                        has_list ? " AND (x.rowid >> 32) IN (SELECT value FROM json_each (?4))" : "", gap, NULL);
  return g_strconcat ("SELECT " TL_FIND_COLUMNS " FROM thing t WHERE t.id BETWEEN ?2 AND ?3",
                      has_list ? " AND (t.id >> 32) IN (SELECT value FROM json_each (?4))" : "", gap,
                      *plan->excluded->str != '\0'
                      ? " AND t.id NOT IN (SELECT rowid FROM thing_text WHERE thing_text MATCH ?1)"
                      : "",
                      " ORDER BY t.id", NULL);
}

static void
ask (Finder     *self,
     const char *expression,
     Rank        rank,
     gint64      first_id,
     gint64      last_id,
     const char *list)
{
  g_autofree char *question = create_question (self->plan, expression != NULL, list != NULL);
  g_autoptr (TlStatement) statement = tl_index_prepare (self->index, question, &self->error);

  if (statement == NULL)
    return;
  tl_statement_bind_text (statement, 1, expression != NULL ? expression : self->plan->excluded->str);
  sqlite3_bind_int64 (statement, 2, first_id);
  sqlite3_bind_int64 (statement, 3, last_id);
  if (list != NULL)
    tl_statement_bind_text (statement, 4, list);
  add_rows (self, statement, rank);
}

/* Asks for what matches, or for all rows if there is nothing that FTS5 could answer. */
static void
ask_in_projects (Finder     *self,
                 const char *expression,
                 Rank        rank)
{
  GArray *projects = self->plan->projects;
  g_autoptr (GString) list = NULL;

  if (projects == NULL)
    {
      ask (self, expression, rank, 0, G_MAXINT64, NULL);
      return;
    }
  if (projects->len <= MAX_RANGES)
    {
      for (guint i = 0; i < projects->len && self->error == NULL; i++)
        {
          gint64 project = g_array_index (projects, gint64, i);

          ask (self, expression, rank, TL_INDEX_FIRST_ID (project), TL_INDEX_LAST_ID (project), NULL);
        }
      return;
    }

  list = g_string_new ("[");
  for (guint i = 0; i < projects->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (projects, gint64, i));
  g_string_append_c (list, ']');
  ask (self, expression, rank, TL_INDEX_FIRST_ID (g_array_index (projects, gint64, 0)),
       TL_INDEX_LAST_ID (g_array_index (projects, gint64, projects->len - 1)), list->str);
}

/* @words, where @column says, and all that the plan asks of FTS5 besides. */
static void
ask_for_words (Finder     *self,
               const char *column,
               const char *words,
               Rank        rank)
{
  const TlFindPlan *plan = self->plan;
  g_autoptr (GString) expression = g_string_new (NULL);

  if (*words != '\0')
    g_string_append_printf (expression, "%s(%s)", column, words);
  if (plan->filters->len > 0)
    g_string_append_printf (expression, "%s%s", expression->len > 0 ? " AND " : "", plan->filters->str);
  if (expression->len > 0 && plan->excluded->len > 0)
    {
      g_string_append (g_string_prepend_c (expression, '('), ") NOT (");
      g_string_append_printf (expression, "%s)", plan->excluded->str);
    }
  ask_in_projects (self, expression->len > 0 ? expression->str : NULL, rank);
}

/* A phrase at the beginning of names, in the order of rows. */
static void
find_by_phrase (Finder *self)
{
  g_autofree char *phrase = g_strdup_printf ("^ \"%s\"%s", self->plan->key, self->plan->key_goes_on ? " *" : "");

  ask_for_words (self, "name : ", phrase, RANK_BEGINS);
}

/* Names that begin with what was typed are looked for only among too many: else all
 * names have been found, and are put in order afterwards. */
static void
find_beginnings (Finder *self)
{
  const TlFindPlan *plan = self->plan;

  if (self->error == NULL && is_enough (self, RANK_NAME) && plan->words->len > 0 && plan->letters->len == 0)
    find_by_phrase (self);
}

/* FTS5 has to put together the list of a long beginning of a word each time that it
 * is asked, so that asking once is best: there are likely to be enough names with
 * one word, and not too many things with several. */
static void
find_by_words (Finder *self)
{
  const TlFindPlan *plan = self->plan;
  gboolean is_one_word = plan->n_words + plan->letters->len == 1;

  if (is_one_word)
    ask_for_words (self, "name : ", plan->words->str, RANK_NAME);
  if (self->error == NULL && !is_enough (self, RANK_NAME))
    ask_for_words (self, "", plan->words->str, RANK_REST);
  if (self->error == NULL && !is_one_word && *plan->key != '\0' && is_enough (self, RANK_REST))
    ask_for_words (self, "name : ", plan->words->str, RANK_NAME);
}

static void
find_all (Finder *self)
{
  const TlFindPlan *plan = self->plan;

  if (tl_find_plan_is_plain (plan) && strlen (plan->key) <= TL_THING_MAX_NAME_KEY)
    {
      find_by_key (self);
      /* A letter alone would be in nearly all things. */
      if (self->error == NULL && !is_enough (self, RANK_BEGINS) && plan->n_words > 0)
        find_by_words (self);
      return;
    }

  find_by_words (self);
  find_beginnings (self);
}

/* Order */

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  static const guint order[TL_N_THING_WHATS] = {
    [TL_THING_PROJECT] = 0, [TL_THING_SERVICE] = 1, [TL_THING_TOOL] = 2, [TL_THING_ELEMENT] = 3,
    [TL_THING_INITIATIVE] = 4, [TL_THING_INTEGRATION] = 5, [TL_THING_ASSESSMENT] = 6, [TL_THING_FINDING] = 7,
  };
  const Found *first = a;
  const Found *second = b;
  guint first_order = (guint) first->facts.what < TL_N_THING_WHATS ? order[first->facts.what] : TL_N_THING_WHATS;
  guint second_order = (guint) second->facts.what < TL_N_THING_WHATS ? order[second->facts.what] : TL_N_THING_WHATS;
  int by_key = first->rank <= RANK_BEGINS && second->rank <= RANK_BEGINS ? strcmp (first->key, second->key) : 0;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first_order != second_order)
    return first_order < second_order ? -1 : 1;
  if (by_key != 0)
    return by_key;
  return (first->id > second->id) - (first->id < second->id);
}

static GPtrArray *
take_hits (Finder *self)
{
  GPtrArray *hits = g_ptr_array_new_full (self->found->len, g_object_unref);

  g_array_sort (self->found, compare_found);
  for (guint i = 0; i < MIN (self->found->len, self->limit); i++)
    g_ptr_array_add (hits, tl_library_hit_new (&g_array_index (self->found, Found, i).facts));
  return hits;
}

GPtrArray *
tl_find_run (TlIndex        *index,
             const TlQuery  *query,
             guint           limit,
             GCancellable   *cancellable,
             GError        **error)
{
  Finder self = { .index = index, .limit = CLAMP (limit, 1, TL_FIND_MAX_LIMIT) };
  GPtrArray *hits = NULL;

  g_return_val_if_fail (index != NULL && query != NULL, NULL);

  if (!tl_index_begin_reading (index, cancellable, error))
    return NULL;
  self.found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_array_set_clear_func (self.found, clear_found);
  self.ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  tl_find_reader_init (&self.reader, index);

  self.plan = tl_find_plan_new (index, query, &self.error);
  if (self.plan != NULL && !self.plan->is_impossible)
    find_all (&self);
  tl_index_end_reading (index);

  if (self.error == NULL)
    hits = take_hits (&self);
  else
    g_propagate_error (error, self.error);
  g_clear_pointer (&self.plan, tl_find_plan_free);
  tl_find_reader_clear (&self.reader);
  g_hash_table_unref (self.ids);
  g_array_unref (self.found);
  return hits;
}
