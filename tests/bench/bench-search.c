/* bench-search.c: measures searching as one types against the bare query of FTS5
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-find.h"
#include "library/tl-fold.h"
#include "library/tl-index-rows.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Usage: bench-search DATABASE THINGS      prints lines `name N ratio (details)`
 *
 * Makes a library of so many things in projects of a thousand, in DATABASE, unless
 * there is one. Then names, words and filters are typed letter by letter, and what
 * is typed is searched for after each.
 *
 * search-words: words alone. The limit is to ask FTS5 for the rowids of the first 50
 * rows that have the same words, each the beginning of a word, in no order.
 *
 * search-filters: words with a filter; the limit is the same, with the words alone.
 *
 * search-letters: words of which the last is a single letter, which has no index in
 * FTS5 and is not asked for there; also after a filter.
 *
 * The ratio is that of the 95th percentiles. Times are those of the processor. */

#define LIMIT 50
#define N_WORDS 6000
#define N_NAMES 60
#define IN_PROJECT 1000

static const char *const kinds[][2] = {
  { "capability", "Capability" }, { "requirement", "Requirement" }, { "logical-component", "Component" },
  { "interface", "Interface" }, { "data", "Data" }, { "application", "Application" }, { "database", "Database" },
  { "server", "Server" }, { "container", "Container" }, { "cloud-service", "Cloud Service" },
};

/* Words of a language that has some often and many seldom. */
typedef struct
{
  GRand     *random;
  GPtrArray *words;
  double    *sums;
} Language;

static void
language_init (Language *self)
{
  static const char *const syllables[] = {
    "pa", "yo", "ment", "ser", "vi", "ce", "on", "line", "led", "ger", "cre", "dit", "bank", "re", "tail", "ac", "count",
    "cus", "tom", "er", "or", "der", "in", "voi", "da", "ta", "base", "cloud", "net", "work", "mo", "ni", "tor", "gate",
    "way", "port", "risk", "fraud", "card", "loan", "mort", "gage", "ti", "cket", "ci", "dent", "change", "build",
  };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  double sum = 0;

  self->random = g_rand_new_with_seed (4);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->sums = g_new (double, N_WORDS);
  while (self->words->len < N_WORDS)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (int n = g_rand_int_range (self->random, 1, 5); n > 0; n--)
        g_string_append (word, syllables[g_rand_int_range (self->random, 0, G_N_ELEMENTS (syllables))]);
      if (g_hash_table_contains (seen, word->str))
        continue;
      sum += 1.0 / (self->words->len + 10);
      self->sums[self->words->len] = sum;
      g_ptr_array_add (self->words, g_strdup (word->str));
      g_hash_table_add (seen, self->words->pdata[self->words->len - 1]);
    }
}

static void
language_clear (Language *self)
{
  g_rand_free (self->random);
  g_ptr_array_unref (self->words);
  g_free (self->sums);
}

static const char *
pick (Language *self)
{
  double sum = g_rand_double_range (self->random, 0, self->sums[N_WORDS - 1]);
  guint begin = 0, end = N_WORDS - 1;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (self->sums[middle] < sum)
        begin = middle + 1;
      else
        end = middle;
    }
  return self->words->pdata[begin];
}

static void
append_words (Language *self,
              GString  *text,
              int       n)
{
  g_string_truncate (text, 0);
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", pick (self));
}

/* The library */

static void
execute (sqlite3    *db,
         const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    {
      g_printerr ("%s\n", sqlite3_errmsg (db));
      exit (2);
    }
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      g_printerr ("%s\n", sqlite3_errmsg (db));
      exit (2);
    }
  return statement;
}

static void
bind_text (sqlite3_stmt *statement,
           const char   *name,
           const char   *text)
{
  sqlite3_bind_text (statement, sqlite3_bind_parameter_index (statement, name), text, -1, SQLITE_TRANSIENT);
}

static void
bind_number (sqlite3_stmt *statement,
             const char   *name,
             gint64        number)
{
  sqlite3_bind_int64 (statement, sqlite3_bind_parameter_index (statement, name), number);
}

/* One in fifty is a service, one in a hundred a tool. */
static void
add_thing (Language     *language,
           sqlite3_stmt *insert,
           guint         number,
           GString      *scratch)
{
  gint64 project = number / IN_PROJECT + 1;
  guint in_project = number % IN_PROJECT;
  guint kind = g_rand_int_range (language->random, 0, G_N_ELEMENTS (kinds));
  TlThingWhat what = in_project % 50 == 0 ? TL_THING_SERVICE : in_project % 100 == 1 ? TL_THING_TOOL : TL_THING_ELEMENT;
  g_autofree char *key = g_strdup_printf ("record:e%u", in_project);
  g_autofree char *service = g_strdup_printf ("record:e%u", in_project / 50 * 50);
  g_autofree char *owner = g_strdup_printf ("Team %u", g_rand_int_range (language->random, 0, 300));
  g_autofree char *name_key = NULL;

  sqlite3_reset (insert);
  sqlite3_clear_bindings (insert);
  append_words (language, scratch, g_rand_int_range (language->random, 1, 5));
  name_key = tl_index_create_name_key (scratch->str);
  bind_text (insert, "@name", scratch->str);
  bind_text (insert, "@name_key", name_key);
  if (g_rand_boolean (language->random))
    {
      append_words (language, scratch, g_rand_int_range (language->random, 4, 25));
      bind_text (insert, "@body", scratch->str);
      bind_text (insert, "@owner", owner);
    }
  if (what != TL_THING_ELEMENT)
    bind_text (insert, "@state", g_rand_int_range (language->random, 0, 10) == 0 ? "retired" : "live");
  if (what == TL_THING_TOOL)
    bind_text (insert, "@vendor", language->words->pdata[g_rand_int_range (language->random, 0, 200)]);
  bind_text (insert, "@key", key);
  bind_text (insert, "@service", what == TL_THING_ELEMENT ? service : NULL);
  bind_text (insert, "@kind_id", what == TL_THING_ELEMENT ? kinds[kind][0] : tl_thing_what_get_token (what));
  bind_text (insert, "@kind", what == TL_THING_ELEMENT ? kinds[kind][1] : tl_thing_what_get_label (what));
  bind_number (insert, "@id", TL_INDEX_FIRST_ID (project) + in_project + 1);
  bind_number (insert, "@project", project);
  bind_number (insert, "@slot", tl_index_get_slot (what, key));
  bind_number (insert, "@what", what);
  bind_number (insert, "@gap", g_rand_int_range (language->random, 0, 10) == 0);
  sqlite3_step (insert);
}

static void
add_projects (Language     *language,
              sqlite3      *db,
              guint         n_things,
              GString      *scratch)
{
  sqlite3_stmt *insert = prepare (db, "INSERT INTO project (id, uri, state, edition, name) VALUES (?, ?, 0, ?, ?)");

  for (guint i = 1; i <= (n_things + IN_PROJECT - 1) / IN_PROJECT; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///library/%u.it4it", i);

      append_words (language, scratch, 2);
      sqlite3_bind_int (insert, 1, i);
      sqlite3_bind_text (insert, 2, uri, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 3, i % 3 == 0 ? "3.0" : "2.1", -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 4, scratch->str, -1, SQLITE_STATIC);
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
}

static void
make_library (const char *path,
              Language   *language,
              guint       n_things)
{
  g_autoptr (TlIndex) index = tl_index_open (path, TL_INDEX_READ_WRITE, NULL);
  g_autoptr (GString) scratch = g_string_new (NULL);
  sqlite3_stmt *insert;
  sqlite3 *db;

  sqlite3_open (path, &db);
  execute (db, "PRAGMA cache_size = -65536; BEGIN");
  add_projects (language, db, n_things, scratch);
  insert = prepare (db, "INSERT INTO thing (id, project, slot, hash, what, gap, key, service, kind_id, kind, name, name_key,"
                        " owner, vendor, state, body) VALUES (@id, @project, @slot, 0, @what, @gap, @key, @service,"
                        " @kind_id, @kind, @name, @name_key, @owner, @vendor, @state, @body)");
  for (guint i = 0; i < n_things; i++)
    add_thing (language, insert, i, scratch);
  sqlite3_finalize (insert);
  execute (db, "INSERT INTO kind SELECT DISTINCT what, kind_id, kind FROM thing");
  execute (db, "INSERT INTO thing_text (rowid, name, kind, owner, vendor, state, body)"
               " SELECT id, name, kind, owner, vendor, state, body FROM thing");
  execute (db, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (db);
}

/* Typing */

/* Milliseconds of this thread on the processor: others may be busy, too. */
static double
get_time (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * 1e3 + used.tv_nsec / 1e6;
}

typedef struct
{
  const char   *name;
  GArray       *ours;  /* of double: milliseconds */
  GArray       *bare;
} Series;

static void
time_bare (sqlite3_stmt *select,
           const char   *words,
           GArray       *times)
{
  g_auto (GStrv) list = tl_fold_list_words (words);
  g_autoptr (GString) expression = g_string_new (NULL);
  double start = get_time ();
  double time;
  guint n = 0;

  for (guint i = 0; list[i] != NULL; i++)
    g_string_append_printf (expression, "\"%s\" * ", list[i]);
  sqlite3_bind_text (select, 1, expression->str, -1, SQLITE_STATIC);
  while (sqlite3_step (select) == SQLITE_ROW)
    n++;
  sqlite3_reset (select);
  time = get_time () - start;
  g_array_append_val (times, time);
}

static void
time_ours (TlIndex    *index,
           const char *text,
           GArray     *times)
{
  double start = get_time ();
  g_autoptr (TlQuery) query = tl_query_parse (text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = tl_find_run (index, query, LIMIT, NULL, &error);
  double time;

  if (hits == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (2);
    }
  time = get_time () - start;
  g_array_append_val (times, time);
}

/* Types @words after @filter, letter by letter. */
static void
type (Series       *series,
      Series       *letters,
      TlIndex      *index,
      sqlite3_stmt *select,
      const char   *filter,
      const char   *words)
{
  for (const char *end = words; *end != '\0';)
    {
      g_autofree char *typed = NULL;
      g_autofree char *text = NULL;
      Series *this = end == words || end[-1] == ' ' ? letters : series;

      end = g_utf8_next_char (end);
      if (end[-1] == ' ')
        continue;
      typed = g_strndup (words, end - words);
      text = g_strconcat (filter, typed, NULL);
      /* Who comes second finds pages in memory: in turns. */
      if (this->ours->len % 2 == 0)
        time_bare (select, typed, this->bare);
      time_ours (index, text, this->ours);
      if (this->ours->len != this->bare->len)
        time_bare (select, typed, this->bare);
    }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_percentile (GArray *times,
                double  part)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, (guint) ceil (part * (times->len - 1)));
}

static void
print_series (Series *series,
              guint   n_things)
{
  double ours = get_percentile (series->ours, 0.95);
  double bare = get_percentile (series->bare, 0.95);

  printf ("%s %u %.2f p95 %.2f ms to %.2f ms; median %.2f to %.2f; worst %.1f to %.1f; %u searches\n", series->name,
          n_things, ours / bare, ours, bare, get_percentile (series->ours, 0.5), get_percentile (series->bare, 0.5),
          get_percentile (series->ours, 1), get_percentile (series->bare, 1), series->ours->len);
  g_array_unref (series->ours);
  g_array_unref (series->bare);
}

static void
series_init (Series     *series,
             const char *name)
{
  series->name = name;
  series->ours = g_array_new (FALSE, FALSE, sizeof (double));
  series->bare = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
measure (const char *path,
         Language   *language,
         guint       n_things)
{
  g_autoptr (TlIndex) index = tl_index_open (path, TL_INDEX_READ_ONLY, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  sqlite3_stmt *select;
  Series plain, filtered, letters;
  sqlite3 *db;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  execute (db, "PRAGMA cache_size = -16384");
  select = prepare (db, "SELECT rowid FROM thing_text WHERE thing_text MATCH ? LIMIT " G_STRINGIFY (LIMIT));
  series_init (&plain, "search-words");
  series_init (&filtered, "search-filters");
  series_init (&letters, "search-letters");
  for (guint i = 0; i < N_NAMES; i++)
    {
      g_autofree char *project = g_strdup_printf ("project:\"%s\" ", pick (language));
      g_autofree char *owner = g_strdup_printf ("owner:\"team %u\" ", i);
      const char *const filters[] = { project, owner, "kind:tool ", "kind:application gap:yes ", "edition:3.0 ", "state:live " };

      append_words (language, words, 1 + i % 3);
      type (&plain, &letters, index, select, "", words->str);
      append_words (language, words, 1 + i % 2);
      type (&filtered, &letters, index, select, filters[i % G_N_ELEMENTS (filters)], words->str);
    }
  print_series (&plain, n_things);
  print_series (&filtered, n_things);
  print_series (&letters, n_things);
  sqlite3_finalize (select);
  sqlite3_close (db);
}

int
main (int   argc,
      char *argv[])
{
  guint n_things = argc > 2 ? strtoul (argv[2], NULL, 10) : 0;
  Language language;

  if (n_things == 0)
    {
      g_printerr ("Usage: %s DATABASE THINGS\n", argv[0]);
      return 2;
    }
  language_init (&language);
  if (!g_file_test (argv[1], G_FILE_TEST_EXISTS))
    make_library (argv[1], &language, n_things);
  g_rand_set_seed (language.random, 5);
  measure (argv[1], &language, n_things);
  language_clear (&language);
  return 0;
}
