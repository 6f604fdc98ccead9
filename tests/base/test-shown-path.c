/* test-shown-path.c: where a file lies, as its user knows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/tl-shown-path.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/xattr.h>

static void
assert_shown (GFile      *file,
              const char *path,
              const char *folder)
{
  g_autofree char *shown = tl_shown_path_dup (file);
  g_autofree char *shown_folder = tl_shown_path_dup_folder (file);

  g_assert_cmpstr (shown, ==, path);
  g_assert_cmpstr (shown_folder, ==, folder);
}

/* What the file chooser begins with. */
static void
assert_place (GFile      *file,
              const char *path)
{
  g_autoptr (GFile) place = tl_shown_path_create_file (file);

  g_assert_cmpstr (place != NULL ? g_file_peek_path (place) : NULL, ==, path);
}

static GFile *
create_document (const char *name)
{
  GFile *file = g_file_new_build_filename (g_get_user_runtime_dir (), "doc", "9f3c", name, NULL);
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_replace_contents (file, "", 0, NULL, FALSE, 0, NULL, NULL, NULL));
  return file;
}

static void
test_ordinary (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/srv/Bänke/bank.it4it");
  g_autoptr (GFile) root = g_file_new_for_path ("/");
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://host/srv/bank.it4it");
  g_autoptr (GFile) portal = g_file_new_build_filename (g_get_user_runtime_dir (), "doc", NULL);

  assert_shown (file, "/srv/Bänke/bank.it4it", "/srv/Bänke");
  assert_place (file, "/srv/Bänke/bank.it4it");
  assert_shown (root, "/", NULL);
  assert_shown (remote, "sftp://host/srv/bank.it4it", "sftp://host/srv");
  assert_shown (portal, g_file_peek_path (portal), g_get_user_runtime_dir ());
}

/* Nothing is known but what was chosen. */
static void
test_document (void)
{
  g_autoptr (GFile) file = create_document ("bank.it4it");
  g_autoptr (GFile) in_folder = create_document ("Bänke/Nord/bank.it4it");
  g_autoptr (GFile) missing = g_file_new_build_filename (g_get_user_runtime_dir (), "doc", "9f3c", "gone.it4it", NULL);

  assert_shown (file, "bank.it4it", NULL);
  assert_place (file, NULL);
  assert_shown (in_folder, "Bänke/Nord/bank.it4it", "Bänke/Nord");
  assert_shown (missing, "gone.it4it", NULL);
}

static gboolean
tell_host_path (GFile      *file,
                const char *host_path)
{
  if (setxattr (g_file_peek_path (file), "user.document-portal.host-path", host_path, strlen (host_path), 0) == 0)
    return TRUE;
  g_assert_cmpint (errno, ==, ENOTSUP);
  g_test_skip ("the file system has no extended attributes");
  return FALSE;
}

static void
test_host_path (void)
{
  g_autoptr (GFile) file = create_document ("bank.it4it");

  if (!tell_host_path (file, "/home/jana/Bänke/bank.it4it"))
    return;
  assert_shown (file, "/home/jana/Bänke/bank.it4it", "/home/jana/Bänke");
  assert_place (file, "/home/jana/Bänke/bank.it4it");
  tell_host_path (file, "nonsense");
  assert_shown (file, "bank.it4it", NULL);
}

static void
assert_shortened (const char *path,
                  const char *expected)
{
  g_autofree char *shortened = tl_shown_path_shorten (path);

  g_assert_cmpstr (shortened, ==, expected);
}

static void
test_shorten (void)
{
  g_autofree char *inside = g_build_filename (g_get_home_dir (), "Work", NULL);
  g_autofree char *beside = g_strconcat (g_get_home_dir (), "2/Work", NULL);

  assert_shortened (inside, "~/Work");
  assert_shortened (g_get_home_dir (), "Home");
  assert_shortened (beside, beside);
  assert_shortened ("", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/shown-path/ordinary", test_ordinary);
  g_test_add_func ("/shown-path/document", test_document);
  g_test_add_func ("/shown-path/host-path", test_host_path);
  g_test_add_func ("/shown-path/shorten", test_shorten);
  return g_test_run ();
}
