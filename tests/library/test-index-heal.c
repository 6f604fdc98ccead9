/* test-index-heal.c: the database of the library when something is wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-library-fixture.h"

#include "library/tl-index-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_PROJECTS 12

/* Projects enough for some pages of every table, one of them pinned, in a folder. */
static void
fill (TlLibraryFixture *fixture)
{
  g_autofree char *uri = g_filename_to_uri (fixture->directory, NULL, NULL);
  g_autofree char *pinned = g_strconcat (uri, "/3.it4it", NULL);
  g_autoptr (GError) error = NULL;

  tl_index_take_rebuilt (fixture->index);
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *file_name = g_strdup_printf ("%u.it4it", i);
      g_autofree char *project = tl_library_make_project (id, file_name);
      g_autoptr (GFile) file = tl_library_fixture_write (fixture, file_name, project);

      tl_library_fixture_update (fixture, file);
    }
  tl_index_set_pinned (fixture->index, pinned, TRUE, &error);
  tl_index_set_opened (fixture->index, pinned, 77, &error);
  tl_index_add_folder (fixture->index, uri, &error);
  g_assert_no_error (error);
}

static void
update_all (TlLibraryFixture *fixture)
{
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      tl_library_fixture_update (fixture, file);
    }
}

/* What the user said is still known, and once all files were looked at, the rest. */
static void
assert_healed (TlLibraryFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) folders = NULL;

  update_all (fixture);
  tl_index_check (fixture->index, NULL, &error);
  g_assert_no_error (error);
  folders = tl_index_list_folders (fixture->index, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (folders), ==, 1);
  tl_library_assert_answer (fixture->path, "SELECT uri LIKE '%/3.it4it' FROM project WHERE pinned AND opened = 77", "1");
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM project WHERE name <> '' AND digest <> ''",
                            G_STRINGIFY (N_PROJECTS));
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing WHERE name = 'Ledger'",
                            G_STRINGIFY (N_PROJECTS));
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing_text WHERE thing_text MATCH 'cafe'",
                            G_STRINGIFY (N_PROJECTS));
}

static void
close_index (TlLibraryFixture *fixture)
{
  g_clear_pointer (&fixture->index, tl_index_close);
}

static void
open_index (TlLibraryFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->index, tl_index_close);
  fixture->index = tl_index_open (fixture->path, TL_INDEX_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
set_database (TlLibraryFixture *fixture,
              const char       *bytes,
              gsize             length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, bytes, length, &error);
  g_assert_no_error (error);
}

/* Whatever is in the file instead: opening makes one of it that can be used. */
static void
test_other_file (TlLibraryFixture *fixture,
                 gconstpointer     unused)
{
  static const char *const contents[] = { "", "SQLite format 3", "Some notes, longer than a header could be: "
    "................................................................................................" };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      close_index (fixture);
      set_database (fixture, contents[i], strlen (contents[i]));
      open_index (fixture);
      g_assert_true (tl_index_take_rebuilt (fixture->index));
      assert_healed (fixture);
    }
}

static guint64
get_memory_inode (TlLibraryFixture *fixture)
{
  g_autofree char *path = g_strconcat (fixture->path, "-shm", NULL);
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_ino : 0;
}

/* A reader still has the memory that went with a database that was deleted. Were it taken over, all
 * locks on it would go with the reader, and the next process would cut it short: a SIGBUS. */
static void
test_left_over (TlLibraryFixture *fixture,
                gconstpointer     unused)
{
  g_autoptr (TlIndex) reader = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint64 before;

  fill (fixture);
  reader = tl_index_open (fixture->path, TL_INDEX_READ_ONLY, &error);
  g_assert_no_error (error);
  before = get_memory_inode (fixture);
  g_assert_cmpuint (before, !=, 0);

  g_unlink (fixture->path);
  update_all (fixture);
  g_assert_cmpuint (get_memory_inode (fixture), !=, before);
  entries = tl_index_list_projects (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >, 0);
  g_assert_true (tl_index_take_rebuilt (fixture->index));
  assert_healed (fixture);
}

/* Whoever opens the database after that would not share with us what is in its log. */
static void
test_memory_deleted (TlLibraryFixture *fixture,
                     gconstpointer     unused)
{
  g_autofree char *path = g_strconcat (fixture->path, "-shm", NULL);

  fill (fixture);
  g_unlink (path);
  update_all (fixture);
  g_assert_cmpuint (get_memory_inode (fixture), !=, 0);
  g_assert_true (tl_index_take_rebuilt (fixture->index));
  assert_healed (fixture);
}

/* What is not ours is not removed. */
static void
test_foreign (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged", NULL);
  sqlite3 *db = NULL;

  fill (fixture);
  close_index (fixture);
  g_unlink (fixture->path);
  sqlite3_open (fixture->path, &db);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE dear (diary); INSERT INTO dear VALUES ('secret')", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);

  open_index (fixture);
  assert_healed (fixture);
  tl_library_assert_answer (aside, "SELECT diary FROM dear", "secret");
}

static char *
read_database (TlLibraryFixture *fixture,
               gsize            *length)
{
  char *bytes = NULL;

  /* All of it is in the one file once nobody has it open. */
  close_index (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, length, NULL));
  return bytes;
}

static void
test_truncated (TlLibraryFixture *fixture,
                gconstpointer     unused)
{
  g_autofree char *bytes = NULL;
  gsize length;

  fill (fixture);
  bytes = read_database (fixture, &length);
  for (guint i = 1; i < 16; i++)
    {
      g_autoptr (GError) error = NULL;

      set_database (fixture, bytes, length * i / 16);
      open_index (fixture);
      if (!tl_index_check (fixture->index, NULL, &error))
        {
          g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
          g_assert_true (tl_index_rebuild (fixture->index, NULL));
        }
      assert_healed (fixture);
      close_index (fixture);
    }
  open_index (fixture);
}

/* Reads and writes what there is, with bytes flipped: nothing but errors comes of it. */
static void
use_damaged (TlLibraryFixture *fixture)
{
  g_autoptr (TlIndex) reader = tl_index_open (fixture->path, TL_INDEX_READ_ONLY, NULL);
  g_autoptr (GPtrArray) entries = reader != NULL ? tl_index_list_projects (reader, NULL) : NULL;
  g_autoptr (GPtrArray) projects = tl_index_list_projects (fixture->index, NULL);
  g_auto (GStrv) folders = tl_index_list_folders (fixture->index, NULL);

  tl_index_set_thorough (fixture->index, TRUE);
  update_all (fixture);
}

static void
test_flipped (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *bytes = NULL;
  gsize length;

  fill (fixture);
  bytes = read_database (fixture, &length);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *flipped = g_memdup2 (bytes, length);
      g_autoptr (GError) error = NULL;

      for (guint n = g_rand_int_range (random, 1, 200); n > 0; n--)
        flipped[g_rand_int_range (random, 0, i % 4 == 0 ? 4096 : length)] ^= 1 << g_rand_int_range (random, 0, 8);
      set_database (fixture, flipped, length);
      fixture->index = tl_index_open (fixture->path, TL_INDEX_READ_WRITE, &error);
      if (fixture->index == NULL)
        {
          /* It says so, and looks like it. */
          g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_NEWER_VERSION);
          continue;
        }
      use_damaged (fixture);
      if (!tl_index_check (fixture->index, NULL, &error))
        {
          g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
          g_assert_true (tl_index_rebuild (fixture->index, NULL));
        }
      tl_index_check (fixture->index, NULL, NULL);
      close_index (fixture);
    }

  /* The choices are not flipped, but projects that are pinned may have been others. */
  g_unlink (fixture->path);
  open_index (fixture);
  update_all (fixture);
}

/* Damage in what is in use is met by the next call that writes. */
static void
test_damaged_in_use (TlLibraryFixture *fixture,
                     gconstpointer     unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIndex) reader = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *zeros = g_malloc0 (4096);
  gsize length;

  fill (fixture);
  g_free (read_database (fixture, &length));
  open_index (fixture);
  tl_index_take_rebuilt (fixture->index);
  reader = tl_index_open (fixture->path, TL_INDEX_READ_ONLY, &error);
  g_assert_no_error (error);

  for (gsize offset = 4096; offset + 4096 <= length; offset += 4096)
    {
      int fd = g_open (fixture->path, O_WRONLY, 0);

      g_assert_cmpint (pwrite (fd, zeros, 4096, offset), ==, 4096);
      g_close (fd, NULL);
    }
  entries = tl_index_list_projects (reader, &error);
  if (entries == NULL)
    g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
  g_clear_error (&error);

  tl_index_set_thorough (fixture->index, TRUE);
  update_all (fixture);
  if (!tl_index_take_rebuilt (fixture->index))
    g_assert_true (tl_index_rebuild (fixture->index, NULL));
  assert_healed (fixture);
}

/* Deleted or replaced while it is in use: the next call goes on with what is there. */
static void
test_deleted (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (TlIndex) reader = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  reader = tl_index_open (fixture->path, TL_INDEX_READ_ONLY, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= G_N_ELEMENTS (suffixes); i++)
    {
      for (guint j = 0; j < i; j++)
        {
          g_autofree char *path = g_strconcat (fixture->path, suffixes[j], NULL);

          g_unlink (path);
        }

      g_clear_pointer (&entries, g_ptr_array_unref);
      entries = tl_index_list_projects (reader, &error);
      g_assert_null (entries);
      g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
      g_clear_error (&error);

      assert_healed (fixture);
      g_assert_true (tl_index_take_rebuilt (fixture->index));
      entries = tl_index_list_projects (reader, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (entries->len, ==, N_PROJECTS);
    }
}

/* The tables are not those of the version it says it is of. */
static void
test_wrong_tables (TlLibraryFixture *fixture,
                   gconstpointer     unused)
{
  static const char *const statements[] = {
    "DROP TABLE thing_text", "ALTER TABLE thing RENAME COLUMN body TO corpus", "DROP TABLE folder", "PRAGMA user_version = 0",
    "PRAGMA application_id = 1", "DELETE FROM thing_text_data", "UPDATE thing SET name = 'Till' WHERE id % 2",
    "INSERT INTO thing_text (thing_text) VALUES ('delete-all')",
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;

      close_index (fixture);
      sqlite3_open (fixture->path, &db);
      g_assert_cmpint (sqlite3_exec (db, statements[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);

      open_index (fixture);
      use_damaged (fixture);
      if (!tl_index_check (fixture->index, NULL, &error))
        {
          g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
          g_assert_true (tl_index_rebuild (fixture->index, NULL));
        }
      assert_healed (fixture);
    }
}

static void
test_newer (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_cmpint (sqlite3_exec (fixture->index->db, "PRAGMA user_version = 900", NULL, NULL, NULL), ==, SQLITE_OK);
  close_index (fixture);
  for (TlIndexFlags flags = TL_INDEX_READ_ONLY; flags <= TL_INDEX_READ_WRITE; flags++)
    {
      g_assert_null (tl_index_open (fixture->path, flags, &error));
      g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_NEWER_VERSION);
      g_clear_error (&error);
    }
  /* Nothing was done to it. */
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM project", G_STRINGIFY (N_PROJECTS));
  g_unlink (fixture->path);
}

/* Somebody else writes for long. */
static void
test_locked (TlLibraryFixture *fixture,
             gconstpointer     unused)
{
  g_autofree char *path = g_build_filename (fixture->directory, "3.it4it", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  fill (fixture);
  sqlite3_open (fixture->path, &other);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  tl_index_set_patience (fixture->index, 20);
  g_assert_false (tl_index_set_opened (fixture->index, uri, 5, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_BUSY);
  g_clear_error (&error);
  tl_library_age (file, 10);
  g_assert_false (tl_index_update_file (fixture->index, file, NULL, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_BUSY);
  g_clear_error (&error);

  /* Reading does not wait. */
  entries = tl_index_list_projects (fixture->index, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, N_PROJECTS);

  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  g_assert_false (tl_index_take_rebuilt (fixture->index));
  assert_healed (fixture);
}

/* No room: nothing is written, nothing is lost, and later all is well. */
static void
test_full (TlLibraryFixture *fixture,
           gconstpointer     unused)
{
  g_autofree char *project = NULL, *uri = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  fill (fixture);
  for (guint i = 0; i < 8000; i++)
    g_string_append_printf (name, "w%u ", i);
  project = tl_library_make_project ("large", name->str);
  file = tl_library_fixture_write (fixture, "large.it4it", project);

  uri = g_file_get_uri (file);

  /* No more than there are. */
  sqlite3_exec (fixture->index->db, "PRAGMA max_page_count = 1", NULL, NULL, NULL);
  for (guint in_batch = 0; in_batch < 2; in_batch++)
    {
      if (in_batch)
        tl_index_begin_batch (fixture->index);
      g_assert_false (tl_index_update_file (fixture->index, file, NULL, NULL, &error));
      g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_FULL);
      g_clear_error (&error);
      if (in_batch)
        g_assert_true (tl_index_end_batch (fixture->index, &error));
      assert_healed (fixture);
    }
  g_assert_false (tl_index_take_rebuilt (fixture->index));

  sqlite3_exec (fixture->index->db, "PRAGMA max_page_count = 1000000", NULL, NULL, NULL);
  g_assert_true (tl_library_fixture_update (fixture, file).is_new);
  g_assert_true (tl_index_forget (fixture->index, uri, &error));
  assert_healed (fixture);
}

/* As nobody in particular, for whom permissions count, also where root runs the tests. */
static void
test_no_permission (void)
{
  g_autofree char *directory = g_strdup ("/tmp/tl-test-XXXXXX");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  uid_t user = geteuid ();

  g_assert_nonnull (g_mkdtemp (directory));
  path = g_build_filename (directory, "library.db", NULL);
  tl_index_close (tl_index_open (path, TL_INDEX_READ_WRITE, NULL));
  g_chmod (directory, 0555);
  g_chmod (path, 0444);
  if (user != 0 || seteuid (65534) == 0)
    {
      g_assert_null (tl_index_open (path, TL_INDEX_READ_WRITE, &error));
      g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_READ_ONLY);
      g_assert_cmpint (seteuid (user), ==, 0);
    }
  g_chmod (directory, 0700);
  tl_library_assert_whole (path);
  tl_test_remove_directory (g_steal_pointer (&directory));
}

/* A path that can never become a database. */
static void
test_no_directory (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *file = tl_test_write_file (directory, "file", "text", -1);
  g_autofree char *path = g_build_filename (file, "library.db", NULL);
  g_autoptr (GError) error = NULL;

  for (TlIndexFlags flags = TL_INDEX_READ_ONLY; flags <= TL_INDEX_READ_WRITE; flags++)
    {
      g_assert_null (tl_index_open (path, flags, &error));
      g_assert_cmpuint (error->domain, ==, TL_LIBRARY_ERROR);
      g_clear_error (&error);
    }
  /* A directory instead of the file. */
  g_assert_null (tl_index_open (directory, TL_INDEX_READ_ONLY, &error));
  g_assert_cmpuint (error->domain, ==, TL_LIBRARY_ERROR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, test) \
  g_test_add (path, TlLibraryFixture, NULL, tl_library_fixture_set_up, test, tl_library_fixture_tear_down)
  ADD ("/library/index/heal/other-file", test_other_file);
  ADD ("/library/index/heal/foreign", test_foreign);
  ADD ("/library/index/heal/truncated", test_truncated);
  ADD ("/library/index/heal/flipped", test_flipped);
  ADD ("/library/index/heal/damaged-in-use", test_damaged_in_use);
  ADD ("/library/index/heal/deleted", test_deleted);
  ADD ("/library/index/heal/left-over", test_left_over);
  ADD ("/library/index/heal/memory-deleted", test_memory_deleted);
  ADD ("/library/index/heal/wrong-tables", test_wrong_tables);
  ADD ("/library/index/heal/newer", test_newer);
  ADD ("/library/index/heal/locked", test_locked);
  ADD ("/library/index/heal/full", test_full);
  g_test_add_func ("/library/index/heal/no-permission", test_no_permission);
  g_test_add_func ("/library/index/heal/no-directory", test_no_directory);

  return g_test_run ();
}
