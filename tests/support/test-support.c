/* test-support.c: tests of the test support itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-support.h"

#include <glib/gstdio.h>

static gboolean
set_true_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static void
test_wait_until_runs_the_context (void)
{
  gboolean done = FALSE;

  g_idle_add (set_true_cb, &done);
  g_assert_true (tl_test_wait_until (is_true, &done, 0));
}

static void
test_wait_until_gives_up (void)
{
  gboolean done = FALSE;
  gint64 start = g_get_monotonic_time ();

  g_assert_false (tl_test_wait_until (is_true, &done, 30));
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 30 * G_TIME_SPAN_MILLISECOND);
}

static void
test_await_result (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) slot = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, tl_test_store_result, &slot);

  g_task_return_int (task, 42);
  result = tl_test_await_result (&slot);
  g_assert_true (result == G_ASYNC_RESULT (task));
  g_assert_null (slot);
}

static void
test_directory_is_removed_whole (void)
{
  TlTestDirectory *directory = tl_test_create_directory ();
  g_autofree char *kept = g_strdup (directory);
  g_autofree char *child = g_build_filename (directory, "locked", NULL);
  g_autofree char *file = NULL;
  g_autofree char *contents = NULL;

  g_assert_cmpint (g_mkdir (child, 0700), ==, 0);
  file = tl_test_write_file (child, "name", "text", -1);
  contents = tl_test_read_file (file);
  g_assert_cmpstr (contents, ==, "text");
  g_assert_cmpint (g_chmod (child, 0500), ==, 0);

  tl_test_remove_directory (directory);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
test_shared_is_skipped_when_absent (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("TL_SHARED_DIR", "/nonexistent", TRUE);
      g_assert_null (tl_test_find_shared ("any/file"));
      g_printerr ("returned\n");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  /* A skipped test ends with a status of its own, which is not that of success. */
  g_assert_false (g_test_trap_has_passed ());
  g_test_trap_assert_stderr ("returned\n");
}

static void
test_source_file (void)
{
  gsize length = 0;
  g_autofree char *contents = tl_test_read_source_file ("LICENSE", &length);

  g_assert_nonnull (strstr (contents, "GNU GENERAL PUBLIC LICENSE"));
  g_assert_cmpuint (length, ==, strlen (contents));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/support/wait-until-runs-the-context", test_wait_until_runs_the_context);
  g_test_add_func ("/support/wait-until-gives-up", test_wait_until_gives_up);
  g_test_add_func ("/support/await-result", test_await_result);
  g_test_add_func ("/support/directory-is-removed-whole", test_directory_is_removed_whole);
  g_test_add_func ("/support/shared-is-skipped-when-absent", test_shared_is_skipped_when_absent);
  g_test_add_func ("/support/source-file", test_source_file);
  return g_test_run ();
}
