/* test-document.c: a project and its file, asynchronously
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "project/tl-transaction.h"
#include "store/tl-document-private.h"
#include "store/tl-writer.h"
#include "tl-test-support.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  TlTestDirectory *directory;
  char            *path;
  GFile           *file;
  char            *original;
  TlDocument      *document;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->directory = tl_test_create_directory ();
  fixture->original = tl_test_read_source_file ("tests/data/kitchen-sink.it4it", NULL);
  fixture->path = tl_test_write_file (fixture->directory, "some.it4it", fixture->original, -1);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->document = tl_document_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  /* A look at the file that is under way holds it a moment longer. */
  g_object_add_weak_pointer (G_OBJECT (fixture->document), (gpointer *) &fixture->document);
  g_object_unref (fixture->document);
  tl_test_wait_for (fixture->document == NULL);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->original);
  tl_test_remove_directory (fixture->directory);
}

static gboolean
finish (TlDocument    *document,
        GAsyncResult **result,
        gboolean     (*function) (TlDocument *, GAsyncResult *, GError **),
        GError       **error)
{
  g_autoptr (GAsyncResult) ended = tl_test_await_result (result);

  g_assert_false (tl_document_get_busy (document));
  return function (document, ended, error);
}

static void
load (Fixture *fixture)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  tl_document_load_async (fixture->document, fixture->file, TL_READ_STRICT, NULL, tl_test_store_result, &result);
  g_assert_true (tl_document_get_busy (fixture->document));
  g_assert_true (finish (fixture->document, &result, tl_document_load_finish, &error));
  g_assert_no_error (error);
}

static void
rename_tool (TlDocument *document,
             const char *name)
{
  g_autoptr (GError) error = NULL;

  tl_edit_set (tl_project_lookup (tl_document_get_project (document), "t1"), TL_TOOL_NAME, name, &error);
  g_assert_no_error (error);
}

static gboolean
save (TlDocument *document,
      TlSaveFlags flags,
      GError    **error)
{
  GAsyncResult *result = NULL;

  tl_document_save_async (document, flags, NULL, tl_test_store_result, &result);
  return finish (document, &result, tl_document_save_finish, error);
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *n)
{
  ++*n;
}

static void
test_load (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *title = NULL;
  guint n_projects = 0, n_busy = 0, n_files = 0;

  g_signal_connect (fixture->document, "notify::project", G_CALLBACK (count_notify_cb), &n_projects);
  g_signal_connect (fixture->document, "notify::busy", G_CALLBACK (count_notify_cb), &n_busy);
  g_signal_connect (fixture->document, "notify::file", G_CALLBACK (count_notify_cb), &n_files);
  load (fixture);

  g_assert_cmpuint (n_projects, ==, 1);
  g_assert_cmpuint (n_busy, ==, 2);
  g_assert_cmpuint (n_files, ==, 1);
  g_assert_true (g_file_equal (tl_document_get_file (fixture->document), fixture->file));
  title = tl_document_dup_title (fixture->document);
  g_assert_cmpstr (title, ==, "some.it4it");
  g_assert_cmpfloat (tl_document_get_fraction (fixture->document), ==, 1);
  g_assert_false (tl_document_get_modified (fixture->document));
  g_assert_null (tl_document_get_error (fixture->document));
  g_assert_nonnull (tl_project_lookup (tl_document_get_project (fixture->document), "t1"));
}

static GThread *prepared_in;
static TlProject *prepared; /* borrowed */

static void
prepare_cb (TlProject *project)
{
  g_assert_true (tl_project_is_sealed (project));
  prepared_in = g_thread_self ();
  prepared = project;
}

/* Not where the user would wait for it, and done when the project is there. */
static void
test_prepare (Fixture      *fixture,
              gconstpointer data)
{
  tl_document_set_prepare (fixture->document, prepare_cb);
  load (fixture);
  g_assert_true (prepared == tl_document_get_project (fixture->document));
  g_assert_true (prepared_in != g_thread_self ());
}

/* Of the file as it was read last. */
static void
test_unknown (Fixture      *fixture,
              gconstpointer data)
{
  static const char head[] = "<project xmlns=\"urn:throughline:project:1\" id=\"p\" edition=\"2.1\">";
  g_autofree char *known = g_strconcat (head, "<landscape><tool id=\"t\"/></landscape></project>", NULL);
  g_autofree char *unknown = g_strconcat (head, "<landscape><tool id=\"t\" colour=\"red\"/></landscape></project>", NULL);
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, unknown, -1, &error));
  load (fixture);
  g_assert_true (tl_document_get_has_unknown (fixture->document));

  g_assert_true (g_file_set_contents (fixture->path, known, -1, &error));
  tl_document_revert_async (fixture->document, NULL, tl_test_store_result, &result);
  g_assert_true (finish (fixture->document, &result, tl_document_revert_finish, &error));
  g_assert_no_error (error);
  g_assert_false (tl_document_get_has_unknown (fixture->document));
}

static void
test_load_failure (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = tl_test_write_file (fixture->directory, "broken.it4it", "<project xmlns='urn:throughline:project:1' id='p' edition='2.1'>", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  TlProject *project;

  load (fixture);
  project = tl_document_get_project (fixture->document);
  tl_document_load_async (fixture->document, file, TL_READ_STRICT, NULL, tl_test_store_result, &result);
  g_assert_false (finish (fixture->document, &result, tl_document_load_finish, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_SYNTAX);
  g_assert_error (tl_document_get_error (fixture->document), TL_STORE_ERROR, TL_STORE_ERROR_SYNTAX);
  g_assert_true (tl_document_get_project (fixture->document) == project);
  g_assert_true (g_file_equal (tl_document_get_file (fixture->document), fixture->file));

  /* The next one that goes well clears it. */
  load (fixture);
  g_assert_null (tl_document_get_error (fixture->document));
}

static void
test_load_cancelled (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  tl_document_load_async (fixture->document, fixture->file, TL_READ_STRICT, cancellable, tl_test_store_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_false (finish (fixture->document, &result, tl_document_load_finish, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (tl_document_get_project (fixture->document));
  g_assert_null (tl_document_get_error (fixture->document));
}

static void
test_salvage (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *half = g_strndup (fixture->original, strlen (fixture->original) / 2);
  g_autofree char *path = tl_test_write_file (fixture->directory, "half.it4it", half, -1);
  g_autofree char *title = NULL;
  g_autofree char *unchanged = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  tl_document_load_async (fixture->document, file, TL_READ_SALVAGE, NULL, tl_test_store_result, &result);
  g_assert_true (finish (fixture->document, &result, tl_document_load_finish, &error));
  g_assert_no_error (error);
  g_assert_nonnull (tl_project_lookup (tl_document_get_project (fixture->document), "t1"));
  g_assert_null (tl_document_get_file (fixture->document));
  g_assert_true (tl_document_get_modified (fixture->document));
  g_assert_cmpuint (tl_document_get_problems (fixture->document)->len, >, 0);
  title = tl_document_dup_title (fixture->document);
  g_assert_nonnull (strstr (title, "half.it4it"));

  tl_document_save_as_async (fixture->document, fixture->file, TL_SAVE_OVERWRITE, NULL, tl_test_store_result, &result);
  g_assert_true (finish (fixture->document, &result, tl_document_save_as_finish, &error));
  g_assert_false (tl_document_get_modified (fixture->document));
  unchanged = tl_test_read_file (path);
  g_assert_cmpstr (unchanged, ==, half);
}

static void
test_save (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_modified = 0;

  load (fixture);
  g_signal_connect (fixture->document, "notify::modified", G_CALLBACK (count_notify_cb), &n_modified);
  rename_tool (fixture->document, "Renamed");
  g_assert_true (tl_document_get_modified (fixture->document));
  g_assert_true (save (fixture->document, TL_SAVE_REPLACE, &error));
  g_assert_no_error (error);
  g_assert_false (tl_document_get_modified (fixture->document));
  g_assert_cmpuint (n_modified, ==, 2);
  text = tl_test_read_file (fixture->path);
  g_assert_nonnull (strstr (text, "name=\"Renamed\""));

  /* Undoing after a save is a change. */
  tl_history_undo (tl_project_get_history (tl_document_get_project (fixture->document)));
  g_assert_true (tl_document_get_modified (fixture->document));
  g_assert_true (save (fixture->document, TL_SAVE_REPLACE, &error));
  g_free (text);
  text = tl_test_read_file (fixture->path);
  g_assert_cmpstr (text, ==, fixture->original);
}

/* What is edited after the composing is not in the file, and stays modified. */
static void
test_edit_while_saving (Fixture      *fixture,
                        gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  load (fixture);
  rename_tool (fixture->document, "Before");
  tl_document_save_async (fixture->document, TL_SAVE_REPLACE, NULL, tl_test_store_result, &result);
  tl_test_wait_for (tl_document_get_fraction (fixture->document) >= 0.5);
  g_assert_true (tl_document_get_busy (fixture->document));
  tl_history_close_entry (tl_project_get_history (tl_document_get_project (fixture->document)));
  rename_tool (fixture->document, "After");
  g_assert_true (finish (fixture->document, &result, tl_document_save_finish, &error));
  g_assert_no_error (error);
  text = tl_test_read_file (fixture->path);
  g_assert_nonnull (strstr (text, "\"Before\""));
  g_assert_null (strstr (text, "\"After\""));
  g_assert_true (tl_document_get_modified (fixture->document));
  tl_history_undo (tl_project_get_history (tl_document_get_project (fixture->document)));
  g_assert_false (tl_document_get_modified (fixture->document));
}

static gboolean
end_gesture_cb (gpointer transaction)
{
  tl_transaction_rollback (transaction);
  return G_SOURCE_REMOVE;
}

/* A save in the middle of a drag waits for its end, and has nothing of what is
 * taken back. */
static void
test_save_during_gesture (Fixture      *fixture,
                          gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TlProject *project;
  TlTransaction *transaction;

  load (fixture);
  project = tl_document_get_project (fixture->document);
  transaction = tl_project_begin (project, "Drag");
  tl_transaction_remove (transaction, tl_project_lookup (project, "t1"));
  tl_document_save_async (fixture->document, TL_SAVE_REPLACE, NULL, tl_test_store_result, &result);
  g_timeout_add (100, end_gesture_cb, transaction);
  g_assert_true (finish (fixture->document, &result, tl_document_save_finish, &error));
  g_assert_no_error (error);
  g_assert_false (tl_project_is_changing (project));
  text = tl_test_read_file (fixture->path);
  g_assert_cmpstr (text, ==, fixture->original);
}

static void
test_save_cancelled (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  load (fixture);
  rename_tool (fixture->document, "Renamed");
  g_cancellable_cancel (cancellable);
  tl_document_save_async (fixture->document, TL_SAVE_REPLACE, cancellable, tl_test_store_result, &result);
  g_assert_false (finish (fixture->document, &result, tl_document_save_finish, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (tl_document_get_error (fixture->document));
  g_assert_true (tl_document_get_modified (fixture->document));
  text = tl_test_read_file (fixture->path);
  g_assert_cmpstr (text, ==, fixture->original);
}

static void
test_one_at_a_time (Fixture      *fixture,
                    gconstpointer data)
{
  GAsyncResult *first = NULL, *second = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GError) error = NULL;

  load (fixture);
  tl_document_save_async (fixture->document, TL_SAVE_REPLACE, NULL, tl_test_store_result, &first);
  tl_document_revert_async (fixture->document, NULL, tl_test_store_result, &second);
  refused = tl_test_await_result (&second);
  g_assert_false (tl_document_revert_finish (fixture->document, refused, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  if (first == NULL)
    tl_test_wait_for (first != NULL);
  g_clear_error (&error);
  g_assert_true (finish (fixture->document, &first, tl_document_save_finish, &error));
  g_assert_no_error (error);
}

static void
test_changed_on_disk (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  load (fixture);
  rename_tool (fixture->document, "Ours");
  g_assert_false (tl_document_get_externally_changed (fixture->document));
  path = tl_test_write_file (fixture->directory, "some.it4it", "<theirs/>", -1);
  tl_test_wait_for (tl_document_get_externally_changed (fixture->document));

  g_assert_false (save (fixture->document, TL_SAVE_REPLACE, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK);
  g_assert_true (tl_document_get_modified (fixture->document));
  g_clear_error (&error);

  g_assert_true (save (fixture->document, TL_SAVE_OVERWRITE, &error));
  g_assert_no_error (error);
  g_assert_false (tl_document_get_externally_changed (fixture->document));
  text = tl_test_read_file (path);
  g_assert_nonnull (strstr (text, "Ours"));
}

/* As on a file system that tells nobody of changes. */
static void
test_changed_unnoticed (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = NULL;

  load (fixture);
  g_file_monitor_cancel (fixture->document->monitor);
  tl_document_check_file (fixture->document);
  path = tl_test_write_file (fixture->directory, "some.it4it", "<theirs/>", -1);
  g_assert_false (tl_document_get_externally_changed (fixture->document));
  tl_document_check_file (fixture->document);
  tl_test_wait_for (tl_document_get_externally_changed (fixture->document));
}

static void
test_revert (Fixture      *fixture,
             gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  TlProject *project;
  guint n_projects = 0;

  load (fixture);
  project = tl_document_get_project (fixture->document);
  rename_tool (fixture->document, "Unwanted");
  g_signal_connect (fixture->document, "notify::project", G_CALLBACK (count_notify_cb), &n_projects);
  tl_document_revert_async (fixture->document, NULL, tl_test_store_result, &result);
  g_assert_true (finish (fixture->document, &result, tl_document_revert_finish, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_projects, ==, 1);
  g_assert_true (tl_document_get_project (fixture->document) != project);
  g_assert_false (tl_document_get_modified (fixture->document));
  g_assert_cmpstr (tl_record_get_name (tl_project_lookup (tl_document_get_project (fixture->document), "t1")), ==, "Tracker");
}

static void
test_save_as (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("2.1"), "Brand new");
  TlDocument *document = tl_document_new_for_project (project);
  g_autofree char *path = g_build_filename (fixture->directory, "new.it4it", NULL);
  g_autofree char *title = tl_document_dup_title (document);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_titles = 0;

  g_assert_cmpstr (title, ==, "Brand new");
  g_assert_null (tl_document_get_file (document));
  g_assert_false (tl_document_get_modified (document));

  tl_document_save_as_async (document, fixture->file, TL_SAVE_CREATE, NULL, tl_test_store_result, &result);
  g_assert_false (finish (document, &result, tl_document_save_as_finish, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_null (tl_document_get_file (document));
  g_clear_error (&error);

  g_signal_connect (document, "notify::title", G_CALLBACK (count_notify_cb), &n_titles);
  tl_document_save_as_async (document, file, TL_SAVE_CREATE, NULL, tl_test_store_result, &result);
  g_assert_true (finish (document, &result, tl_document_save_as_finish, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_titles, ==, 1);
  g_assert_true (g_file_equal (tl_document_get_file (document), file));
  g_assert_true (save (document, TL_SAVE_REPLACE, &error));
  g_assert_no_error (error);
  g_object_unref (document);
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everything");
      return;
    }
  g_assert_cmpint (chmod (fixture->path, 0400), ==, 0);
  load (fixture);
  g_assert_true (tl_document_get_read_only (fixture->document));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) \
  g_test_add ("/store/document/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("load", test_load);
  ADD ("load/prepare", test_prepare);
  ADD ("load/unknown", test_unknown);
  ADD ("load/failure", test_load_failure);
  ADD ("load/cancelled", test_load_cancelled);
  ADD ("load/salvage", test_salvage);
  ADD ("save", test_save);
  ADD ("save/edit-meanwhile", test_edit_while_saving);
  ADD ("save/during-gesture", test_save_during_gesture);
  ADD ("save/cancelled", test_save_cancelled);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("changed-unnoticed", test_changed_unnoticed);
  ADD ("revert", test_revert);
  ADD ("save-as", test_save_as);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
