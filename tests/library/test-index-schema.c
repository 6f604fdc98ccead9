/* test-index-schema.c: the tables of the database, and how older ones become these
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-library-fixture.h"

#include "library/tl-index-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Makes the database of an older version out of what was kept of it. */
static void
make_old (TlLibraryFixture *fixture,
          const char       *name)
{
  g_autofree char *relative = g_strconcat ("tests/data/library/", name, NULL);
  g_autofree char *text = tl_test_read_source_file (relative, NULL);
  char *message = NULL;
  sqlite3 *db = NULL;

  g_clear_pointer (&fixture->index, tl_index_close);
  g_unlink (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, text, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
open_index (TlLibraryFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->index, tl_index_close);
  fixture->index = tl_index_open (fixture->path, TL_INDEX_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Every version that there ever was: what it knew is known, and can be changed. */
static void
test_old (TlLibraryFixture *fixture,
          gconstpointer     unused)
{
  g_autofree char *path = tl_test_build_source_path ("tests/data/library");
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_versions = 0;

  g_assert_nonnull (directory);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *project = tl_library_make_project ("p", "Bonk");
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError) error = NULL;
      const TlLibraryFacts *facts;

      make_old (fixture, name);
      open_index (fixture);
      g_assert_false (tl_index_take_rebuilt (fixture->index));
      tl_index_check (fixture->index, NULL, &error);
      g_assert_no_error (error);

      entries = tl_index_list_projects (fixture->index, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (entries->len, ==, 1);
      facts = tl_library_entry_get_facts (entries->pdata[0]);
      g_assert_cmpstr (facts->uri, ==, "file:///nowhere/bank.it4it");
      g_assert_cmpstr (facts->name, ==, "Bank");
      g_assert_true (facts->pinned);
      g_assert_cmpint (facts->opened, ==, 77);

      g_object_unref (tl_library_fixture_write (fixture, "bonk.it4it", project));
      {
        g_autofree char *file_path = g_build_filename (fixture->directory, "bonk.it4it", NULL);
        g_autoptr (GFile) file = g_file_new_for_path (file_path);

        tl_library_fixture_update (fixture, file);
      }
      tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing_text WHERE thing_text MATCH 'cafe'", "2");
      g_assert_true (tl_index_forget (fixture->index, facts->uri, &error));
      tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing_text WHERE thing_text MATCH 'cafe'", "1");
      tl_library_assert_whole (fixture->path);
      n_versions++;
    }
  g_assert_cmpuint (n_versions, >, 0);
}

/* The newest version is among those kept. */
static void
test_kept (TlLibraryFixture *fixture,
           gconstpointer     unused)
{
  g_autofree char *version = tl_library_ask (fixture->path, "PRAGMA user_version");
  g_autofree char *relative = g_strdup_printf ("tests/data/library/version-%s.sql", version);
  g_autofree char *path = tl_test_build_source_path (relative);
  static const char schema_sql[] = "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
  g_autofree char *schema = tl_library_ask (fixture->path, schema_sql);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  make_old (fixture, name);
  tl_library_assert_answer (fixture->path, schema_sql, schema);
}

/* Steps that there will be: all or none. */
static void
test_steps (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  static const char *const coming[] = {
    "ALTER TABLE folder ADD COLUMN colour TEXT; UPDATE folder SET colour = 'blue';",
    "UPDATE folder SET colour = 'dark ' || colour; CREATE TABLE extra (id INTEGER PRIMARY KEY);",
    "CREATE TABLE more (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1);",
  };
  g_autofree char *version = tl_library_ask (fixture->path, "PRAGMA user_version");
  guint n_done = (guint) atoi (version);
  g_autofree char *later = g_strdup_printf ("%u", n_done + 2);
  g_autofree const char **steps = g_new0 (const char *, n_done + G_N_ELEMENTS (coming));
  g_autoptr (GError) error = NULL;

  memcpy (steps + n_done, coming, sizeof coming);
  g_assert_true (tl_index_add_folder (fixture->index, "file:///somewhere", &error));

  g_assert_false (tl_index_run_steps (fixture->index, steps, n_done + 3, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
  g_clear_error (&error);
  tl_library_assert_answer (fixture->path, "PRAGMA user_version", version);
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM sqlite_schema WHERE name IN ('extra', 'more')", "0");

  g_assert_true (tl_index_run_steps (fixture->index, steps, n_done + 2, &error));
  tl_library_assert_answer (fixture->path, "PRAGMA user_version", later);
  tl_library_assert_answer (fixture->path, "SELECT colour FROM folder", "dark blue");
  g_assert_true (tl_index_run_steps (fixture->index, steps, n_done + 2, &error));

  /* This program is then an old one. */
  g_assert_null (tl_index_open (fixture->path, TL_INDEX_READ_WRITE, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_NEWER_VERSION);
  g_clear_pointer (&fixture->index, tl_index_close);
  g_unlink (fixture->path);
}

static void
test_marks (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autofree char *application_id = g_strdup_printf ("%d", TL_INDEX_APPLICATION_ID);

  tl_library_assert_answer (fixture->path, "PRAGMA application_id", application_id);
  tl_library_assert_answer (fixture->path, "PRAGMA journal_mode", "wal");
}

/* When nobody uses it any more it is one file. */
static void
test_closed (TlLibraryFixture *fixture,
             gconstpointer     unused)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (fixture->path, "-shm", NULL);

  g_assert_true (tl_index_add_folder (fixture->index, "file:///somewhere", NULL));
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_pointer (&fixture->index, tl_index_close);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));
}

static void
run_in (const char *path,
        const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What somebody has put into the file does nothing. */
static void
test_trigger (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->index, tl_index_close);
  run_in (fixture->path, "CREATE TRIGGER more AFTER INSERT ON folder WHEN new.uri NOT LIKE '%more' BEGIN"
                         " INSERT INTO folder (uri) VALUES (new.uri || '/more'); END");
  fixture->index = tl_index_open (fixture->path, TL_INDEX_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (tl_index_add_folder (fixture->index, "file:///somewhere", &error));
  tl_library_assert_answer (fixture->path, "SELECT group_concat (uri) FROM folder", "file:///somewhere/");
}

/* A view is no table of ours. */
static void
test_view (TlLibraryFixture *fixture,
           gconstpointer     unused)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->index, tl_index_close);
  run_in (fixture->path, "DROP TABLE kind; CREATE VIEW kind AS SELECT 1 AS what, 'a' AS kind_id, 'a' AS kind");
  g_assert_null (tl_index_open (fixture->path, TL_INDEX_READ_ONLY, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
  g_clear_error (&error);
  fixture->index = tl_index_open (fixture->path, TL_INDEX_READ_WRITE, &error);
  g_assert_no_error (error);
  tl_library_assert_answer (fixture->path, "SELECT type FROM sqlite_schema WHERE name = 'kind'", "table");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, test) \
  g_test_add (path, TlLibraryFixture, NULL, tl_library_fixture_set_up, test, tl_library_fixture_tear_down)
  ADD ("/library/index/schema/old", test_old);
  ADD ("/library/index/schema/kept", test_kept);
  ADD ("/library/index/schema/steps", test_steps);
  ADD ("/library/index/schema/marks", test_marks);
  ADD ("/library/index/schema/closed", test_closed);
  ADD ("/library/index/schema/trigger", test_trigger);
  ADD ("/library/index/schema/view", test_view);

  return g_test_run ();
}
