/* test-folder-walk.c: looking through folders for projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-folder-walk.h"

#include "tl-test-support.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *
make_folder (const char *parent,
             const char *name)
{
  char *path = g_build_filename (parent, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  return path;
}

static void
make_file (const char *folder,
           const char *name)
{
  g_free (tl_test_write_file (folder, name, "", 0));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *x = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *y = g_file_get_basename (*(GFile *const *) b);

  return strcmp (x, y);
}

static GPtrArray *
walk (const char *path,
      guint      *n_folders)
{
  g_autoptr (TlFolderWalk) walker = tl_folder_walk_new ();
  g_autoptr (GFile) root = g_file_new_for_path (path);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  *n_folders = 0;
  tl_folder_walk_add (walker, root);
  g_assert_true (g_file_equal (tl_folder_walk_get_next (walker), root));
  for (; tl_folder_walk_get_next (walker) != NULL; (*n_folders)++)
    tl_folder_walk_step (walker, files, NULL);
  g_ptr_array_sort (files, compare_names);
  return files;
}

static void
assert_name (GPtrArray  *files,
             guint       position,
             const char *name)
{
  g_autofree char *found = g_file_get_basename (g_ptr_array_index (files, position));

  g_assert_cmpstr (found, ==, name);
}

static void
test_tree (void)
{
  g_autoptr (TlTestDirectory) root = tl_test_create_directory ();
  g_autofree char *below = make_folder (root, "below");
  g_autofree char *deeper = make_folder (below, "Käse & Co");
  g_autofree char *hidden = make_folder (root, ".git");
  g_autofree char *like_a_file = make_folder (root, "folder.it4it");
  g_autofree char *back = g_build_filename (deeper, "back", NULL);
  g_autofree char *link = g_build_filename (root, "linked.it4it", NULL);
  g_autofree char *target = g_build_filename (root, "a.it4it", NULL);
  g_autoptr (GPtrArray) files = NULL;
  guint n_folders;

  make_file (root, "a.it4it");
  make_file (root, "a.it4it~");
  make_file (root, ".a.it4it");
  make_file (root, ".it4it");
  make_file (root, "notes.xml");
  make_file (deeper, "B.IT4IT");
  make_file (hidden, "c.it4it");
  make_file (like_a_file, "d.it4it");
  /* A way back up would never end. */
  g_assert_cmpint (symlink (root, back), ==, 0);
  g_assert_cmpint (symlink (target, link), ==, 0);

  files = walk (root, &n_folders);
  g_assert_cmpuint (files->len, ==, 4);
  assert_name (files, 0, "B.IT4IT");
  assert_name (files, 1, "a.it4it");
  assert_name (files, 2, "d.it4it");
  assert_name (files, 3, "linked.it4it");
  g_assert_cmpuint (n_folders, ==, 4);
}

static void
test_nothing_there (void)
{
  g_autoptr (TlTestDirectory) root = tl_test_create_directory ();
  g_autofree char *gone = g_build_filename (root, "gone", NULL);
  g_autoptr (GPtrArray) files = NULL;
  guint n_folders;

  files = walk (gone, &n_folders);
  g_assert_cmpuint (files->len, ==, 0);
  g_assert_cmpuint (n_folders, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/folder-walk/tree", test_tree);
  g_test_add_func ("/folder-walk/nothing-there", test_nothing_there);
  return g_test_run ();
}
