/* tl-test-support.c: what test programs of all layers need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-support.h"

#include <glib/gstdio.h>

static gboolean
wake_up_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

void
tl_test_iterate (void)
{
  GMainContext *context = g_main_context_get_thread_default ();
  g_autoptr (GSource) alarm = g_timeout_source_new (20);

  g_source_set_callback (alarm, wake_up_cb, NULL, NULL);
  g_source_attach (alarm, context);
  g_main_context_iteration (context, TRUE);
  g_source_destroy (alarm);
}

gboolean
tl_test_wait_until (TlTestCondition condition,
                    gpointer        user_data,
                    guint           timeout)
{
  gint64 limit = timeout > 0 ? timeout : TL_TEST_PATIENCE * 1000;
  gint64 deadline = g_get_monotonic_time () + limit * G_TIME_SPAN_MILLISECOND;

  while (!condition (user_data))
    {
      if (g_get_monotonic_time () >= deadline)
        return FALSE;
      tl_test_iterate ();
    }
  return TRUE;
}

void
tl_test_store_result (GObject      *source,
                      GAsyncResult *result,
                      gpointer      slot)
{
  GAsyncResult **stored = slot;

  g_assert_null (*stored);
  *stored = g_object_ref (result);
}

GAsyncResult *
tl_test_await_result (GAsyncResult **result)
{
  tl_test_wait_for (*result != NULL);
  return g_steal_pointer (result);
}

static const char *
get_source_root (void)
{
  const char *root = g_getenv ("TL_SOURCE_ROOT");

  return root != NULL ? root : TL_TEST_SOURCE_ROOT;
}

char *
tl_test_build_source_path (const char *relative)
{
  return g_build_filename (get_source_root (), relative, NULL);
}

char *
tl_test_read_source_file (const char *relative,
                          gsize      *length)
{
  g_autofree char *path = tl_test_build_source_path (relative);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

char *
tl_test_find_shared (const char *relative)
{
  const char *directory = g_getenv ("TL_SHARED_DIR");
  g_autofree char *path = NULL;

  if (directory != NULL)
    path = g_build_filename (directory, relative, NULL);
  else
    path = g_build_filename (get_source_root (), "..", "shared", relative, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *message = g_strdup_printf ("../shared/%s is not there", relative);

      g_test_skip (message);
      return NULL;
    }
  return g_steal_pointer (&path);
}

char *
tl_test_create_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("tl-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) || !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_assert_cmpint (g_unlink (path), ==, 0);
      return;
    }

  /* A test may have taken away its own right to write. */
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  directory = g_dir_open (path, 0, NULL);
  g_assert_nonnull (directory);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
tl_test_remove_directory (char *path)
{
  if (path == NULL)
    return;
  remove_tree (path);
  g_free (path);
}

char *
tl_test_write_file (const char *directory,
                    const char *name,
                    const char *contents,
                    gssize      length)
{
  char *path = g_build_filename (directory, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return path;
}

char *
tl_test_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}
