/* bench-library.c: measures the index of a library against what nobody can do better
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index.h"
#include "tl-bench-time.h"

#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Usage: bench-library GENERATE-PROJECT DIRECTORY PROJECTS ELEMENTS [FILE]
 *        bench-library --index DATABASE DIRECTORY PROJECTS   used by the former
 *
 * Makes so many projects of so many elements in DIRECTORY, and prints lines
 * `name N ratio (details)`:
 *
 * library-index: an index of all of them is made. The limit is to read the same
 * files with xmlTextReader, and to insert the same rows into the same tables, with
 * their words, with plain SQLite: bound values, one transaction, as it comes. Also
 * in a process of its own, as the memory is that of the whole process.
 *
 * library-memory: its peak, to that with a quarter of the projects.
 *
 * On a busy machine the ratio of the processor's time, in brackets, is a hint.
 *
 * library-edit: a name in FILE is changed, which the index knows; the limit is to
 * read the file with xmlTextReader. */

static void
add_time (BenchTime       *self,
          const BenchTime *time,
          double      sign)
{
  self->clock += sign * time->clock;
  self->processor += sign * time->processor;
}

static char *
build_project_path (const char *directory,
                    guint       number)
{
  return g_strdup_printf ("%s/library-%u.it4it", directory, number);
}

static void
remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal", ".choices", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static void
update (TlIndex       *index,
        const char    *path,
        TlIndexChange *change)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  tl_index_update_file (index, file, change, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (change->state, ==, TL_LIBRARY_PRESENT);
}

/* Peak of this process in KiB. */
static guint
get_peak (void)
{
  g_autofree char *text = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &text, NULL, NULL);
  line = text != NULL ? strstr (text, "VmHWM:") : NULL;
  return line != NULL ? (guint) strtoul (line + 6, NULL, 10) : 0;
}

/* Prints milliseconds of both, and KiB. */
static int
print_index (const char *database,
             const char *directory,
             guint       n_projects)
{
  BenchTime time = bench_get_time ();
  g_autoptr (GError) error = NULL;
  TlIndex *index = tl_index_open (database, TL_INDEX_READ_WRITE, &error);

  g_assert_no_error (error);
  tl_index_begin_batch (index);
  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *path = build_project_path (directory, i);
      g_autofree char *next = build_project_path (directory, i + 1);
      g_autoptr (GFile) next_file = g_file_new_for_path (next);
      TlIndexChange change;

      if (i + 1 < n_projects)
        tl_index_look_ahead (index, next_file);
      update (index, path, &change);
    }
  tl_index_end_batch (index, &error);
  g_assert_no_error (error);
  tl_index_close (index);
  time = bench_get_time_since (time);
  printf ("%.1f %.1f %u\n", time.clock, time.processor, get_peak ());
  return 0;
}

static BenchTime
measure_index (const char *program,
               const char *database,
               const char *directory,
               guint       n_projects,
               guint      *peak)
{
  g_autofree char *number = g_strdup_printf ("%u", n_projects);
  const char *argv[] = { program, "--index", database, directory, number, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  BenchTime time = { 0 };

  remove_database (database);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (output, "%lf %lf %u", &time.clock, &time.processor, peak), ==, 3);
  return time;
}

/* The limit */

static BenchTime
measure_text_reader (const char *path)
{
  BenchTime start = bench_get_time ();
  xmlTextReaderPtr reader = xmlReaderForFile (path, NULL, XML_PARSE_HUGE);

  while (xmlTextReaderRead (reader) == 1)
    ;
  xmlFreeTextReader (reader);
  return bench_get_time_since (start);
}

static void
run (sqlite3    *db,
     const char *sql)
{
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  g_assert_nonnull (statement);
  return statement;
}

/* The tables as they are in @from, but not those that belong to a virtual one. */
static void
copy_tables (sqlite3 *from,
             sqlite3 *to)
{
  sqlite3_stmt *tables = prepare (from, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
                                        " AND name NOT LIKE 'thing\\_text\\_%' ESCAPE '\\'");

  while (sqlite3_step (tables) == SQLITE_ROW)
    run (to, (const char *) sqlite3_column_text (tables, 0));
  sqlite3_finalize (tables);
}

typedef struct
{
  sqlite3_stmt *from;
  sqlite3_stmt *to;
} Copy;

/* All columns of @from have a place in @to. */
static void
copy_row (const Copy *copy)
{
  for (int i = 0; i < sqlite3_column_count (copy->from); i++)
    sqlite3_bind_value (copy->to, i + 1, sqlite3_column_value (copy->from, i));
  g_assert_cmpint (sqlite3_step (copy->to), ==, SQLITE_DONE);
  sqlite3_reset (copy->to);
}

static void
read_row (const Copy *copy)
{
  for (int i = 0; i < sqlite3_column_count (copy->from); i++)
    sqlite3_column_text (copy->from, i);
}

static const char things_sql[] =
  "SELECT id, project, slot, hash, what, gap, key, service, kind_id, kind, name, name_key, owner, vendor, state,"
  " stage, body FROM thing";
static const char words_sql[] = "SELECT id, name, kind, owner, vendor, state, body FROM thing";

/* Goes through all things, with two statements side by side, as both are written
 * a row at a time. */
static void
go_through (sqlite3 *from,
            sqlite3 *to,
            void   (*visit) (const Copy *))
{
  Copy rows = { prepare (from, things_sql), NULL };
  Copy words = { prepare (from, words_sql), NULL };

  if (to != NULL)
    {
      rows.to = prepare (to, "INSERT INTO thing (id, project, slot, hash, what, gap, key, service, kind_id, kind, name,"
                             " name_key, owner, vendor, state, stage, body)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
      words.to = prepare (to, "INSERT INTO thing_text (rowid, name, kind, owner, vendor, state, body)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?)");
    }
  while (sqlite3_step (rows.from) == SQLITE_ROW && sqlite3_step (words.from) == SQLITE_ROW)
    {
      visit (&rows);
      visit (&words);
    }
  sqlite3_finalize (rows.from);
  sqlite3_finalize (words.from);
  sqlite3_finalize (rows.to);
  sqlite3_finalize (words.to);
}

/* Without the time to get the rows. */
static BenchTime
measure_insert (const char *database,
                const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "plain.db", NULL);
  sqlite3 *from = NULL, *to = NULL;
  BenchTime reading, writing;

  remove_database (path);
  sqlite3_open_v2 (database, &from, SQLITE_OPEN_READONLY, NULL);
  go_through (from, NULL, read_row);
  reading = bench_get_time ();
  go_through (from, NULL, read_row);
  reading = bench_get_time_since (reading);

  writing = bench_get_time ();
  sqlite3_open (path, &to);
  copy_tables (from, to);
  run (to, "BEGIN");
  go_through (from, to, copy_row);
  run (to, "COMMIT");
  sqlite3_close (to);
  writing = bench_get_time_since (writing);
  add_time (&writing, &reading, -1);
  sqlite3_close (from);
  remove_database (path);
  return writing;
}

static void
bench_library (const char *program,
               const char *directory,
               guint       n_projects,
               guint       n_elements)
{
  g_autofree char *database = g_build_filename (directory, "library.db", NULL);
  BenchTime index, insert, reading = { 0 };
  guint peak, small_peak;

  measure_index (program, database, directory, n_projects / 4, &small_peak);
  index = measure_index (program, database, directory, n_projects, &peak);
  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *path = build_project_path (directory, i);
      BenchTime time = measure_text_reader (path);

      add_time (&reading, &time, 1);
    }
  insert = measure_insert (database, directory);
  remove_database (database);

  g_print ("library-index %u %.2f (%.0f ms; xmlTextReader %.0f ms + SQLite %.0f ms) [%.2f]\n", n_projects * n_elements,
           index.clock / (reading.clock + insert.clock), index.clock, reading.clock, insert.clock,
           index.processor / (reading.processor + insert.processor));
  g_print ("library-memory %u %.2f (%.1f MiB; a quarter of it %.1f MiB)\n", n_projects * n_elements,
           (double) peak / small_peak, peak / 1024.0, small_peak / 1024.0);
}

/* An edit */

/* Changes a name in the middle to another of the same length. */
static void
edit (char     *text,
      gsize     length,
      unsigned  number)
{
  char *name = g_strstr_len (text + length / 2, -1, "<element ");
  char digits[9];

  name = strstr (name, "name=\"") + strlen ("name=\"");
  g_snprintf (digits, sizeof digits, "x%u", 1000 + number);
  memcpy (name, digits, strlen (digits));
}

static int
compare_times (const void *a,
               const void *b)
{
  double difference = ((const BenchTime *) a)->clock - ((const BenchTime *) b)->clock;

  return (difference > 0) - (difference < 0);
}

static void
bench_edit (const char *file,
            const char *directory)
{
  g_autofree char *database = g_build_filename (directory, "edit.db", NULL);
  g_autofree char *path = g_build_filename (directory, "edit.it4it", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  BenchTime edits[9], readings[G_N_ELEMENTS (edits)];
  TlIndexChange all, change;
  TlIndex *index;
  gsize length;

  remove_database (database);
  index = tl_index_open (database, TL_INDEX_READ_WRITE, &error);
  g_assert_no_error (error);
  g_file_get_contents (file, &text, &length, &error);
  g_assert_no_error (error);
  update (index, file, &all);
  g_file_set_contents (path, text, length, NULL);
  update (index, path, &all);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      edit (text, length, i);
      g_file_set_contents (path, text, length, NULL);
      edits[i] = bench_get_time ();
      update (index, path, &change);
      edits[i] = bench_get_time_since (edits[i]);
      g_assert_cmpuint (change.n_changed, >, 0);
      readings[i] = measure_text_reader (path);
    }
  qsort (edits, G_N_ELEMENTS (edits), sizeof *edits, compare_times);
  qsort (readings, G_N_ELEMENTS (edits), sizeof *edits, compare_times);
  edits[0] = edits[G_N_ELEMENTS (edits) / 2];
  readings[0] = readings[G_N_ELEMENTS (edits) / 2];
  tl_index_close (index);
  remove_database (database);

  g_print ("library-edit %u %.2f (%.1f ms, %u of %u rows written; xmlTextReader %.1f ms) [%.2f]\n", all.n_added,
           edits[0].clock / readings[0].clock, edits[0].clock, change.n_added + change.n_changed + change.n_removed, all.n_added,
           readings[0].clock, edits[0].processor / readings[0].processor);
}

static void
generate (const char *generator,
          const char *directory,
          guint       n_projects,
          const char *n_elements)
{
  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *seed = g_strdup_printf ("%u", i + 1);
      g_autofree char *path = build_project_path (directory, i);
      const char *argv[] = { generator, n_elements, seed, path, NULL };
      g_autoptr (GError) error = NULL;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  guint n_projects = argc > 4 ? (guint) strtoul (argv[argc > 5 || argv[1][0] != '-' ? 3 : 4], NULL, 10) : 0;

  if (argc == 5 && strcmp (argv[1], "--index") == 0)
    return print_index (argv[2], argv[3], n_projects);
  if (argc < 5 || n_projects < 4)
    {
      g_printerr ("Usage: bench-library GENERATE-PROJECT DIRECTORY PROJECTS ELEMENTS [FILE]\n");
      return 2;
    }
  generate (argv[1], argv[2], n_projects, argv[4]);
  bench_library (argv[0], argv[2], n_projects, (guint) strtoul (argv[4], NULL, 10));
  if (argc > 5)
    bench_edit (argv[5], argv[2]);
  return 0;
}
