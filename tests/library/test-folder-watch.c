/* test-folder-watch.c: what happens in folders is noticed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-folder-watch.h"

#include "tl-test-support.h"

#include <glib/gstdio.h>

typedef struct
{
  char          *root;
  GFile         *folder;
  TlFolderWatch *watch;
  GPtrArray     *events; /* "1 a.it4it" */
} Fixture;

static void
noticed_cb (GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event,
            gpointer           user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *name = g_file_get_basename (other != NULL ? other : file);

  g_ptr_array_add (fixture->events, g_strdup_printf ("%d %s", event, name));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->root = tl_test_create_directory ();
  fixture->folder = g_file_new_for_path (fixture->root);
  fixture->events = g_ptr_array_new_with_free_func (g_free);
  fixture->watch = tl_folder_watch_new (noticed_cb, fixture);
  tl_folder_watch_add (fixture->watch, fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tl_folder_watch_free (fixture->watch);
  g_ptr_array_unref (fixture->events);
  g_object_unref (fixture->folder);
  tl_test_remove_directory (fixture->root);
}

static void
await (Fixture           *fixture,
       GFileMonitorEvent  event,
       const char        *name)
{
  g_autofree char *wanted = g_strdup_printf ("%d %s", event, name);

  tl_test_wait_for (g_ptr_array_find_with_equal_func (fixture->events, wanted, g_str_equal, NULL));
  g_ptr_array_set_size (fixture->events, 0);
}

static void
write_in_place (const char *path)
{
  FILE *file = g_fopen (path, "a");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs ("more", file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_life_of_a_file (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->root, "a.it4it", NULL);
  g_autofree char *other = g_build_filename (fixture->root, "b.it4it", NULL);

  write_in_place (path);
  await (fixture, G_FILE_MONITOR_EVENT_CREATED, "a.it4it");
  write_in_place (path);
  await (fixture, G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT, "a.it4it");
  /* As programs that take care save: another file takes its place. */
  g_free (tl_test_write_file (fixture->root, "a.it4it", "new", -1));
  await (fixture, G_FILE_MONITOR_EVENT_RENAMED, "a.it4it");
  g_assert_cmpint (g_rename (path, other), ==, 0);
  await (fixture, G_FILE_MONITOR_EVENT_RENAMED, "b.it4it");
  g_assert_cmpint (g_unlink (other), ==, 0);
  await (fixture, G_FILE_MONITOR_EVENT_DELETED, "b.it4it");
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) below = g_file_get_child (fixture->folder, "below");
  g_autofree char *path = g_file_get_path (below);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  tl_folder_watch_add (fixture->watch, below);
  g_assert_true (tl_folder_watch_has (fixture->watch, below));
  tl_folder_watch_remove (fixture->watch, fixture->folder);
  g_assert_false (tl_folder_watch_has (fixture->watch, below));
  g_assert_false (tl_folder_watch_has (fixture->watch, fixture->folder));
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/folder-watch/life-of-a-file", test_life_of_a_file);
  add ("/folder-watch/removed", test_removed);
  return g_test_run ();
}
