/* test-library-shared.c: the library of the windows, into which another process writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-library-fixture.h"
#include "tl-projects-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* The program is also the other process: it does one thing with the database. */
#define OTHER "--other"

static const char *program;

typedef TlProjectsFixture Fixture;

static const char *
get_name (Fixture *fixture,
          GFile   *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  TlLibraryProject *project = tl_library_projects_find (fixture->projects, uri);

  return project != NULL ? tl_library_project_get_facts (project)->name : NULL;
}

static gboolean
is_known (TlLibraryProjects *projects,
          GFile             *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return tl_library_projects_find (projects, uri) != NULL;
}

/* The other process {{{1 */

static int
do_other (const char *what,
          const char *database,
          const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIndex) index = tl_index_open (database, TL_INDEX_READ_WRITE, &error);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  g_assert_no_error (error);
  if (g_str_equal (what, "index"))
    tl_index_update_file (index, file, NULL, NULL, &error);
  else if (g_str_equal (what, "forget"))
    tl_index_forget (index, uri, &error);
  else if (g_str_equal (what, "add-folder"))
    tl_index_add_folder (index, uri, &error);
  else
    tl_index_remove_folder (index, uri, &error);
  g_assert_no_error (error);
  return 0;
}

static void
let_other (Fixture    *fixture,
           const char *what,
           GFile      *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  const char *argv[] = { program, OTHER, what, fixture->path, uri, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* Tests {{{1 */

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = tl_library_write_project (fixture->root, "a.it4it", "Bank");
  g_autoptr (GFile) renamed = NULL;

  let_other (fixture, "index", file);
  tl_test_wait_for (g_strcmp0 (get_name (fixture, file), "Bank") == 0);

  /* From then on it is followed here. */
  tl_test_wait_for (!tl_library_get_busy (fixture->library));
  renamed = tl_library_write_project (fixture->root, "a.it4it", "Retail");
  tl_test_wait_for (g_strcmp0 (get_name (fixture, file), "Retail") == 0);

  let_other (fixture, "forget", file);
  tl_test_wait_for (!is_known (fixture->projects, file));
}

/* What has happened to a file before it was forgotten, or since, does not bring it back. */
static void
test_forgotten (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = tl_library_write_project (fixture->root, "a.it4it", "Bank");
  g_autoptr (GFile) other = tl_library_write_project (fixture->root, "b.it4it", "Other");
  g_autoptr (GFile) first = NULL, changed = NULL, also_changed = NULL;

  let_other (fixture, "index", file);
  let_other (fixture, "index", other);
  tl_test_wait_for (is_known (fixture->projects, file) && is_known (fixture->projects, other));
  /* From then on they are followed here. */
  tl_test_wait_for (!tl_library_get_busy (fixture->library));
  first = tl_library_write_project (fixture->root, "a.it4it", "Wholesale");
  tl_test_wait_for (g_strcmp0 (get_name (fixture, file), "Wholesale") == 0);
  tl_test_wait_for (!tl_library_get_busy (fixture->library));
  let_other (fixture, "forget", file);
  changed = tl_library_write_project (fixture->root, "a.it4it", "Retail");
  also_changed = tl_library_write_project (fixture->root, "b.it4it", "Later");
  tl_test_wait_for (g_strcmp0 (get_name (fixture, other), "Later") == 0);
  tl_test_wait_for (!is_known (fixture->projects, file));
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) file = tl_library_write_project (fixture->folder, "a.it4it", "Bank");
  g_autoptr (GFile) other = NULL;

  let_other (fixture, "add-folder", folder);
  tl_test_wait_for (is_known (fixture->projects, file));
  other = tl_library_write_project (fixture->folder, "b.it4it", "Other");
  tl_test_wait_for (is_known (fixture->projects, other));

  let_other (fixture, "remove-folder", folder);
  tl_test_wait_for (!is_known (fixture->projects, file) && !is_known (fixture->projects, other));
}

/* Neither makes the other write again and again. */
static void
test_two_libraries (Fixture       *fixture,
                    gconstpointer  data)
{
  TlLibrary *library = tl_library_new (fixture->path);
  TlLibraryProjects *projects = tl_library_projects_new (library);
  g_autoptr (GFile) file = tl_library_write_project (fixture->root, "a.it4it", "Bank");
  g_autoptr (GFile) other = tl_library_write_project (fixture->root, "b.it4it", "Other");

  tl_library_index_file (library, file);
  tl_test_wait_for (is_known (fixture->projects, file) && is_known (projects, file));
  tl_library_index_file (fixture->library, other);
  tl_test_wait_for (is_known (fixture->projects, other) && is_known (projects, other));
  tl_test_wait_for (!tl_library_get_busy (fixture->library) && !tl_library_get_busy (library));

  tl_library_close (library);
  g_object_unref (projects);
  g_object_unref (library);
}

static gboolean
is_hidden (TlLibrary *library,
           GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return tl_library_get_hidden (library, uri);
}

/* What is removed in one process is not seen in the other, though it can still be taken back;
 * and neither forgets what the other has removed. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  TlLibrary *library = tl_library_new (fixture->path);
  g_autoptr (GFile) file = tl_library_write_project (fixture->root, "a.it4it", "Bank");
  g_autoptr (GFile) other = tl_library_write_project (fixture->root, "b.it4it", "Other");
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *other_uri = g_file_get_uri (other);

  tl_library_index_file (fixture->library, file);
  tl_library_index_file (fixture->library, other);
  tl_library_start (library);
  tl_test_wait_for (is_known (fixture->projects, file) && is_known (fixture->projects, other));

  tl_library_set_hidden (library, uri, TRUE);
  tl_library_set_hidden (fixture->library, other_uri, TRUE);
  tl_test_wait_for (is_hidden (fixture->library, file) && is_hidden (library, other));
  tl_library_set_hidden (library, uri, FALSE);
  tl_test_wait_for (!is_hidden (fixture->library, file));
  g_assert_true (is_hidden (library, other));
  g_assert_true (is_known (fixture->projects, file));

  /* The program ends before it is gone. */
  tl_library_close (library);
  g_object_unref (library);
  library = tl_library_new (fixture->path);
  tl_library_start (library);
  tl_test_wait_for (is_hidden (library, other));
  g_assert_false (is_hidden (library, file));
  tl_library_remove (fixture->library, other_uri);
  tl_test_wait_for (!is_known (fixture->projects, other) && !is_hidden (fixture->library, other));
  tl_library_close (library);
  g_object_unref (library);
}

#define add(path, function) g_test_add ("/library/shared/" path, Fixture, NULL, tl_projects_fixture_set_up, function, tl_projects_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && strcmp (argv[1], OTHER) == 0)
    return do_other (argv[2], argv[3], argv[4]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  program = argv[0];
  add ("file", test_file);
  add ("forgotten", test_forgotten);
  add ("folder", test_folder);
  add ("two-libraries", test_two_libraries);
  add ("hidden", test_hidden);
  return g_test_run ();
}
