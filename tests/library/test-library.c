/* test-library.c: the library as the windows use it, with its threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-library-fixture.h"
#include "tl-projects-fixture.h"

#include <glib/gstdio.h>

typedef TlProjectsFixture Fixture;

static const TlLibraryFacts *
find (Fixture *fixture,
      GFile   *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  TlLibraryProject *project = tl_library_projects_find (fixture->projects, uri);

  return project != NULL ? tl_library_project_get_facts (project) : NULL;
}

static gboolean
is_named (Fixture    *fixture,
          GFile      *file,
          const char *name)
{
  const TlLibraryFacts *facts = find (fixture, file);

  return facts != NULL && g_str_equal (facts->name, name);
}

static gboolean
has_state (Fixture        *fixture,
           GFile          *file,
           TlLibraryState  state)
{
  const TlLibraryFacts *facts = find (fixture, file);

  return facts != NULL && facts->state == state;
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->projects));
}

static void
add_folder (Fixture *fixture)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  tl_library_add_folder (fixture->library, folder);
}

static void
remove_folder (Fixture *fixture)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  tl_library_remove_folder (fixture->library, folder);
}

/* Files {{{1 */

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = tl_library_write_project (fixture->root, "a.it4it", "Bank");
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GFile) again = NULL;
  TlLibraryProject *project;

  tl_library_index_file (fixture->library, file);
  tl_test_wait_for (is_named (fixture, file, "Bank"));
  project = tl_library_projects_find (fixture->projects, uri);
  g_assert_cmpint (tl_library_project_get_facts (project)->opened, ==, 0);
  g_assert_cmpuint (tl_library_project_get_facts (project)->n_services, ==, 2);

  tl_library_note_opened (fixture->library, file);
  tl_test_wait_for (find (fixture, file)->opened > 0);
  tl_library_set_pinned (fixture->library, uri, TRUE);
  tl_test_wait_for (find (fixture, file)->pinned);

  /* In no folder of the library, and followed nevertheless. */
  again = tl_library_write_project (fixture->root, "a.it4it", "Other bank");
  tl_test_wait_for (is_named (fixture, file, "Other bank"));
  g_assert_true (find (fixture, file)->pinned);
  g_assert_true (g_file_delete (file, NULL, NULL));
  tl_test_wait_for (has_state (fixture, file, TL_LIBRARY_MISSING));
  /* Whatever happens, it is the same row of the list. */
  g_assert_true (tl_library_projects_find (fixture->projects, uri) == project);
  g_assert_null (tl_library_get_problem (fixture->library));
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = tl_test_write_file (fixture->root, "b.it4it", "<project", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) none = g_file_new_for_path ("/nowhere/c.it4it");

  tl_library_index_file (fixture->library, none);
  tl_library_index_file (fixture->library, file);
  tl_test_wait_for (has_state (fixture, file, TL_LIBRARY_DAMAGED));
  g_assert_nonnull (find (fixture, file)->problem);
  g_assert_null (find (fixture, none));
  /* What is wrong with a file is no problem of the library. */
  g_assert_null (tl_library_get_problem (fixture->library));
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = tl_library_write_project (fixture->folder, "a.it4it", "Bank");
  g_autoptr (GFile) other = tl_library_write_project (fixture->folder, "b.it4it", "Shop");
  g_autoptr (GFile) third = NULL;
  g_autofree char *uri = g_file_get_uri (file);

  add_folder (fixture);
  tl_test_wait_for (count (fixture) == 2);
  tl_library_remove (fixture->library, uri);
  tl_test_wait_for (find (fixture, file) == NULL);
  g_assert_true (g_file_query_exists (file, NULL));

  /* Not when all is looked through again, nor in the next session. */
  third = tl_library_write_project (fixture->folder, "c.it4it", "Port");
  tl_library_rescan (fixture->library);
  tl_test_wait_for (find (fixture, third) != NULL);
  tl_projects_fixture_close (fixture);
  tl_projects_fixture_open (fixture);
  tl_test_wait_for (count (fixture) == 2 && !tl_library_get_busy (fixture->library));
  g_assert_null (find (fixture, file));

  /* Only when it is asked for. */
  tl_library_index_file (fixture->library, file);
  tl_test_wait_for (find (fixture, file) != NULL);
}

static void
test_relocate (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = tl_library_write_project (fixture->root, "a.it4it", "Bank");
  g_autoptr (GFile) place = tl_library_write_project (fixture->folder, "b.it4it", "Bank, other bytes");
  g_autofree char *uri = g_file_get_uri (file);
  gint64 opened;

  tl_library_note_opened (fixture->library, file);
  tl_library_set_pinned (fixture->library, uri, TRUE);
  tl_test_wait_for (find (fixture, file) != NULL && find (fixture, file)->pinned);
  opened = find (fixture, file)->opened;
  g_assert_true (g_file_delete (file, NULL, NULL));
  tl_test_wait_for (has_state (fixture, file, TL_LIBRARY_MISSING));

  tl_library_relocate (fixture->library, uri, place);
  tl_test_wait_for (find (fixture, place) != NULL && find (fixture, file) == NULL);
  g_assert_true (find (fixture, place)->pinned);
  g_assert_cmpint (find (fixture, place)->opened, ==, opened);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* Folders {{{1 */

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *below = g_build_filename (fixture->folder, "below", NULL);
  g_autofree char *deeper = g_build_filename (fixture->folder, "deeper", NULL);
  g_autoptr (GFile) file = tl_library_write_project (fixture->folder, "a.it4it", "Bank");
  g_autoptr (GFile) second = NULL;
  g_autoptr (GFile) third = NULL;
  g_autoptr (GFile) moved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) folders = NULL;

  add_folder (fixture);
  tl_test_wait_for (is_named (fixture, file, "Bank"));
  tl_library_list_folders_async (fixture->library, NULL, tl_test_store_result, &result);
  done = tl_test_await_result (&result);
  folders = tl_library_list_folders_finish (fixture->library, done, NULL);
  g_assert_cmpuint (folders->len, ==, 1);

  /* What comes, in it and in a new folder below; what is written; what moves; what goes. */
  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  second = tl_library_write_project (below, "b.it4it", "Shop");
  tl_test_wait_for (is_named (fixture, second, "Shop"));
  third = tl_library_write_project (below, "c.it4it", "Port");
  tl_test_wait_for (is_named (fixture, third, "Port"));
  g_object_unref (tl_library_write_project (below, "b.it4it", "Better shop"));
  tl_test_wait_for (is_named (fixture, second, "Better shop"));
  g_assert_cmpint (g_rename (below, deeper), ==, 0);
  moved = g_file_new_build_filename (deeper, "b.it4it", NULL);
  tl_test_wait_for (is_named (fixture, moved, "Better shop") && find (fixture, second) == NULL);
  tl_test_wait_for (find (fixture, third) == NULL && count (fixture) == 3);
  g_assert_true (g_file_delete (moved, NULL, NULL));
  tl_test_wait_for (has_state (fixture, moved, TL_LIBRARY_MISSING));

  remove_folder (fixture);
  tl_test_wait_for (count (fixture) == 0);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_null (tl_library_get_problem (fixture->library));
}

/* What has happened meanwhile is found at the start. */
static void
test_next_start (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GFile) first = tl_library_write_project (fixture->folder, "a.it4it", "Bank");
  g_autoptr (GFile) second = tl_library_write_project (fixture->folder, "b.it4it", "Shop");
  g_autoptr (GFile) third = NULL;

  add_folder (fixture);
  tl_test_wait_for (count (fixture) == 2);
  tl_projects_fixture_close (fixture);

  g_object_unref (tl_library_write_project (fixture->folder, "a.it4it", "Other bank"));
  g_assert_true (g_file_delete (second, NULL, NULL));
  third = tl_library_write_project (fixture->folder, "c.it4it", "Port");
  tl_projects_fixture_open (fixture);
  tl_test_wait_for (is_named (fixture, first, "Other bank"));
  tl_test_wait_for (has_state (fixture, second, TL_LIBRARY_MISSING));
  tl_test_wait_for (is_named (fixture, third, "Port"));
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) file = tl_library_write_project (fixture->folder, "a.it4it", "Bank");
  g_autoptr (GFile) saved = tl_library_write_project (fixture->root, "b.it4it", "Shop");

  tl_library_set_paused (fixture->library, TRUE);
  add_folder (fixture);
  /* Commands are in order: once this one is done, the folder would have been begun. */
  tl_library_index_file (fixture->library, saved);
  tl_test_wait_for (is_named (fixture, saved, "Shop"));
  g_assert_null (find (fixture, file));

  tl_library_set_paused (fixture->library, FALSE);
  tl_test_wait_for (is_named (fixture, file, "Bank"));
  tl_test_wait_for (!tl_library_get_busy (fixture->library));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Many at once are told of in a few steps. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  guint n_busy = 0, n_changes = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);

      g_object_unref (tl_library_write_project (fixture->folder, name, name));
    }
  g_signal_connect_swapped (fixture->library, "notify::busy", G_CALLBACK (count_cb), &n_busy);
  g_signal_connect_swapped (fixture->library, "changed", G_CALLBACK (count_cb), &n_changes);
  add_folder (fixture);
  tl_test_wait_for (count (fixture) == 200 && !tl_library_get_busy (fixture->library));
  g_assert_cmpuint (n_busy, ==, 2);
  g_assert_cmpuint (n_changes, <, 100);
  g_assert_cmpuint (tl_library_get_n_done (fixture->library), ==, tl_library_get_n_total (fixture->library));
  g_signal_handlers_disconnect_by_data (fixture->library, &n_busy);
  g_signal_handlers_disconnect_by_data (fixture->library, &n_changes);
}

/* The database {{{1 */

static void
fill (Fixture *fixture,
      GFile  **alone)
{
  g_autofree char *uri = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);

      g_object_unref (tl_library_write_project (fixture->folder, name, name));
    }
  *alone = tl_library_write_project (fixture->root, "alone.it4it", "Alone");
  uri = g_file_get_uri (*alone);
  add_folder (fixture);
  tl_library_note_opened (fixture->library, *alone);
  tl_library_set_pinned (fixture->library, uri, TRUE);
  tl_test_wait_for (count (fixture) == 21 && find (fixture, *alone)->pinned);
  tl_test_wait_for (!tl_library_get_busy (fixture->library));
}

static void
assert_all_there (Fixture *fixture,
                  GFile   *alone)
{
  tl_test_wait_for (!tl_library_get_busy (fixture->library));
  /* Also for who has not seen it before. */
  tl_projects_fixture_close (fixture);
  tl_projects_fixture_open (fixture);
  tl_test_wait_for (count (fixture) == 21 && !tl_library_get_busy (fixture->library));
  g_assert_true (find (fixture, alone)->pinned);
  g_assert_cmpint (find (fixture, alone)->opened, >, 0);
}

/* The log alone would bring everything back. */
static void
unlink_with_log (Fixture *fixture)
{
  static const char *const suffixes[] = { "-wal", "-shm", "" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

/* It is noticed, told once, and nothing is lost. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) alone = NULL;
  g_autoptr (GFile) later = NULL;
  g_autofree char *uri = NULL;

  fill (fixture, &alone);
  unlink_with_log (fixture);
  tl_test_wait_for (tl_library_get_problem (fixture->library) != NULL);
  tl_test_wait_for (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  tl_library_dismiss_problem (fixture->library);
  later = tl_library_write_project (fixture->folder, "later.it4it", "Later");
  tl_test_wait_for (is_named (fixture, later, "Later"));
  g_assert_null (tl_library_get_problem (fixture->library));
  g_assert_true (g_file_delete (later, NULL, NULL));
  tl_test_wait_for (has_state (fixture, later, TL_LIBRARY_MISSING));
  uri = g_file_get_uri (later);
  tl_library_remove (fixture->library, uri);
  assert_all_there (fixture, alone);
}

/* Also with all that is kept beside it. */
static void
test_all_deleted (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) file = tl_library_write_project (fixture->folder, "a.it4it", "Bank");
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *choices = g_strconcat (fixture->path, ".choices", NULL);
  g_autoptr (GFile) later = NULL;

  add_folder (fixture);
  tl_test_wait_for (is_named (fixture, file, "Bank") && !tl_library_get_busy (fixture->library));
  tl_library_set_pinned (fixture->library, uri, TRUE);
  tl_test_wait_for (find (fixture, file)->pinned);
  g_unlink (choices);
  unlink_with_log (fixture);
  tl_test_wait_for (tl_library_get_problem (fixture->library) != NULL && !tl_library_get_busy (fixture->library));
  tl_projects_fixture_close (fixture);
  tl_projects_fixture_open (fixture);
  tl_test_wait_for (is_named (fixture, file, "Bank"));
  g_assert_true (find (fixture, file)->pinned);
  later = tl_library_write_project (fixture->folder, "z.it4it", "Later");
  tl_test_wait_for (is_named (fixture, later, "Later"));
}

static void
test_overwritten (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) alone = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *directory = g_path_get_dirname (fixture->path);

  fill (fixture, &alone);
  /* Another file takes its place, and its log is gone: else that would mend it. */
  g_assert_cmpint (g_unlink (wal), ==, 0);
  g_free (tl_test_write_file (directory, name, "this is no database at all", -1));
  tl_test_wait_for (tl_library_get_problem (fixture->library) != NULL);
  assert_all_there (fixture, alone);
}

/* In place, as when a disk fails. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) alone = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint8 noise[4096];
  GStatBuf status;
  FILE *file;

  fill (fixture, &alone);
  tl_projects_fixture_close (fixture);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  tl_projects_fixture_open (fixture);
  tl_test_wait_for (count (fixture) == 21 && !tl_library_get_busy (fixture->library));

  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = g_rand_int (rand);
  file = g_fopen (fixture->path, "r+");
  g_assert_nonnull (file);
  for (long offset = 0; offset < status.st_size; offset += sizeof noise)
    g_assert_cmpuint (fwrite (noise, sizeof noise, 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);

  /* Whatever asks for it next notices. */
  add_folder (fixture);
  tl_test_wait_for (tl_library_get_problem (fixture->library) != NULL || count (fixture) == 0);
  assert_all_there (fixture, alone);
}

/* Questions {{{1 */

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  tl_library_list_projects_async (fixture->library, cancellable, tl_test_store_result, &result);
  g_cancellable_cancel (cancellable);
  done = tl_test_await_result (&result);
  g_assert_null (tl_library_list_projects_finish (fixture->library, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
wait_for_end (TlIndex       *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  GPollFD fd;

  g_assert_true (g_cancellable_make_pollfd (cancellable, &fd));
  g_poll (&fd, 1, -1);
  g_cancellable_release_fd (cancellable);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

/* However many are being answered: closing breaks them off. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  GAsyncResult *results[5] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    tl_library_ask_async (fixture->library, wait_for_end, NULL, NULL, NULL, NULL, tl_test_store_result, &results[i]);
  tl_library_close (fixture->library);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GAsyncResult) done = tl_test_await_result (&results[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_library_ask_finish (fixture->library, done, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GAsyncResult) done = NULL;
    g_autoptr (GError) error = NULL;

    tl_library_list_projects_async (fixture->library, NULL, tl_test_store_result, &result);
    done = tl_test_await_result (&result);
    g_assert_null (tl_library_list_projects_finish (fixture->library, done, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  }
}

/* A library that nobody asks for costs nothing, and makes nothing. */
static void
test_lazy (void)
{
  g_autoptr (TlTestDirectory) root = tl_test_create_directory ();
  g_autofree char *path = g_build_filename (root, "data", "library.db", NULL);
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr (TlLibrary) library = tl_library_new (path);

  g_assert_null (tl_library_get_default ());
  tl_library_set_default (library);
  g_assert_true (tl_library_get_default () == library);
  tl_library_set_paused (library, TRUE);
  tl_library_set_default (NULL);
  g_assert_false (g_file_test (directory, G_FILE_TEST_EXISTS));
}

#define add(path, function) g_test_add ("/library/" path, Fixture, NULL, tl_projects_fixture_set_up, function, tl_projects_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("file", test_file);
  add ("unreadable", test_unreadable);
  add ("remove", test_remove);
  add ("relocate", test_relocate);
  add ("folder", test_folder);
  add ("next-start", test_next_start);
  add ("pause", test_pause);
  add ("progress", test_progress);
  add ("deleted", test_deleted);
  add ("all-deleted", test_all_deleted);
  add ("overwritten", test_overwritten);
  add ("damaged", test_damaged);
  add ("cancelled", test_cancelled);
  add ("closed", test_closed);
  g_test_add_func ("/library/lazy", test_lazy);
  return g_test_run ();
}
