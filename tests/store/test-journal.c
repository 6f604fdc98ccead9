/* test-journal.c: what was done is there again after a crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "store/tl-digest.h"
#include "store/tl-document.h"
#include "tl-journal-fixture.h"
#include "tl-random-edits.h"
#include "tl-test-support.h"

#include <glib/gstdio.h>
#include <string.h>

static guint
count_logs (const char *suffix)
{
  g_autofree char *directory = tl_journal_get_directory ();
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

static TlJournalOrphan *
find_orphan (void)
{
  g_autoptr (GPtrArray) orphans = tl_journal_list_orphans ();

  g_assert_cmpuint (orphans->len, ==, 1);
  return g_object_ref (orphans->pdata[0]);
}

/* NULL as long as the worker still has the log. */
static TlJournalOrphan *
try_orphan (void)
{
  g_autoptr (GPtrArray) orphans = tl_journal_list_orphans ();

  return orphans->len > 0 ? g_object_ref (orphans->pdata[0]) : NULL;
}

static void
assert_recovers (const char *expected,
                 GFile      *file)
{
  g_autoptr (TlJournalOrphan) orphan = find_orphan ();
  g_autoptr (TlFileIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = tl_journal_orphan_recover (orphan, &identity, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = tl_random_write (project);
  g_assert_cmpstr (text, ==, expected);
  g_assert_true (tl_history_get_modified (tl_project_get_history (project)));
  if (file != NULL)
    {
      g_assert_true (g_file_equal (tl_journal_orphan_get_file (orphan), file));
      g_assert_true (tl_file_identity_check (identity, file, NULL, NULL));
    }
  else
    {
      g_assert_null (tl_journal_orphan_get_file (orphan));
      g_assert_null (identity);
    }
}

static void
test_crash (JournalFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *expected = NULL;
  g_autoptr (GPtrArray) orphans = NULL;

  journal_rename_tool (fixture->project, "Before the\\crash");
  tl_edit_set (TL_RECORD (fixture->project), TL_PROJECT_DESCRIPTION, "tab\tbreak\n\r\\n", NULL);
  tl_edit_remove (tl_project_lookup (fixture->project, "t2"));
  tl_history_undo (tl_project_get_history (fixture->project));
  expected = tl_random_write (fixture->project);

  /* While the program lives, its log is nobody's orphan. */
  tl_journal_flush (fixture->journal);
  orphans = tl_journal_list_orphans ();
  g_assert_cmpuint (orphans->len, ==, 0);
  g_assert_cmpuint (count_logs (TL_JOURNAL_SUFFIX), ==, 1);

  journal_fixture_crash (fixture);
  assert_recovers (expected, fixture->file);
}

static void
test_nothing_done (JournalFixture *fixture,
                   gconstpointer   data)
{
  tl_journal_flush (fixture->journal);
  g_assert_cmpuint (count_logs (""), ==, 0);
}

static void
test_discard (JournalFixture *fixture,
              gconstpointer   data)
{
  TlJournal *other = tl_journal_new (fixture->project, fixture->file, "x");

  journal_rename_tool (fixture->project, "Unwanted");
  tl_journal_flush (fixture->journal);
  g_assert_cmpuint (count_logs (""), ==, 2);
  tl_journal_discard (g_steal_pointer (&fixture->journal));
  tl_journal_flush (other);
  g_assert_cmpuint (count_logs (""), ==, 1);
  tl_journal_discard (other);
}

static void
test_random_edits (JournalFixture *fixture,
                   gconstpointer   data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *expected = NULL;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 400; i++)
    tl_random_edit (random, fixture->project);
  expected = tl_random_write (fixture->project);
  journal_fixture_crash (fixture);
  assert_recovers (expected, fixture->file);
}

static void
test_never_saved (JournalFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("3.0"), "Untitled");
  g_autofree char *base = tl_random_write (project);
  g_autoptr (GBytes) bytes = g_bytes_new (base, strlen (base));
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;

  tl_journal_free (fixture->journal);
  fixture->journal = tl_journal_new (project, NULL, NULL);
  tl_journal_set_base (fixture->journal, bytes);
  tl_edit_set (TL_RECORD (project), TL_PROJECT_OWNER, "Me", &error);
  g_assert_no_error (error);
  expected = tl_random_write (project);
  journal_fixture_crash (fixture);
  assert_recovers (expected, NULL);
}

/* Writes the project into its file, as a save does. */
static char *
write_file (JournalFixture *fixture)
{
  g_autofree char *text = tl_random_write (fixture->project);

  g_free (tl_test_write_file (fixture->directory, "some.it4it", text, -1));
  return tl_digest_compute (text, strlen (text));
}

static void
test_saved (JournalFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *digest = NULL;
  g_autofree char *expected = NULL;

  journal_rename_tool (fixture->project, "Saved");
  digest = write_file (fixture);
  tl_journal_mark (fixture->journal, fixture->file, digest);
  tl_journal_note_saved (fixture->journal);
  tl_journal_flush (fixture->journal);
  g_assert_cmpuint (count_logs (""), ==, 0);

  journal_rename_tool (fixture->project, "After the save");
  expected = tl_random_write (fixture->project);
  journal_fixture_crash (fixture);
  assert_recovers (expected, fixture->file);
}

/* Dies while saving: with the old bytes in the file, or with the new ones. */
static void
test_crash_while_saving (JournalFixture *fixture,
                         gconstpointer   data)
{
  for (guint is_written = 0; is_written < 2; is_written++)
    {
      g_autofree char *text = NULL;
      g_autofree char *digest = NULL;
      g_autofree char *expected = NULL;

      journal_rename_tool (fixture->project, "Being saved");
      text = tl_random_write (fixture->project);
      digest = is_written ? write_file (fixture) : tl_digest_compute (text, strlen (text));
      tl_journal_mark (fixture->journal, fixture->file, digest);
      journal_rename_tool (fixture->project, "Done meanwhile");
      expected = tl_random_write (fixture->project);
      journal_fixture_crash (fixture);
      assert_recovers (expected, fixture->file);

      journal_fixture_tear_down (fixture, NULL);
      {
        g_autoptr (TlJournalOrphan) orphan = find_orphan ();

        tl_journal_orphan_discard (orphan);
      }
      journal_fixture_set_up (fixture, NULL);
    }
}

/* A save that failed leaves the log as it was. */
static void
test_failed_save_before_any_change (JournalFixture *fixture,
                                    gconstpointer   data)
{
  g_autofree char *expected = NULL;

  tl_journal_mark (fixture->journal, fixture->file, "00000000000000000000000000000000");
  journal_rename_tool (fixture->project, "After the failure");
  expected = tl_random_write (fixture->project);
  journal_fixture_crash (fixture);
  assert_recovers (expected, fixture->file);
}

static void
test_base_changed (JournalFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (TlJournalOrphan) orphan = NULL;
  g_autoptr (GError) error = NULL;

  journal_rename_tool (fixture->project, "Lost");
  journal_fixture_crash (fixture);
  journal_rename_tool (fixture->project, "By another program");
  g_free (write_file (fixture));

  orphan = find_orphan ();
  g_assert_null (tl_journal_orphan_recover (orphan, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_JOURNAL_BASE);
  g_assert_cmpuint (count_logs (TL_JOURNAL_SUFFIX), ==, 1);
  tl_journal_orphan_discard (orphan);
  g_assert_cmpuint (count_logs (""), ==, 0);
}

static char *
get_log_path (void)
{
  g_autofree char *directory = tl_journal_get_directory ();
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);

  return g_build_filename (directory, g_dir_read_name (dir), NULL);
}

static void
test_torn_line (JournalFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *expected = NULL;
  g_autofree char *path = NULL;
  g_autofree char *log = NULL;
  g_autoptr (TlJournalOrphan) orphan = NULL;
  g_autoptr (TlProject) project = NULL;
  g_autoptr (GError) error = NULL;

  journal_rename_tool (fixture->project, "Whole");
  expected = tl_random_write (fixture->project);
  journal_rename_tool (fixture->project, "Being written when the power went");
  journal_fixture_crash (fixture);
  path = get_log_path ();
  log = tl_test_read_file (path);
  g_assert_true (g_file_set_contents (path, log, strlen (log) - 10, &error));
  assert_recovers (expected, fixture->file);

  /* The log goes on after its last whole line. */
  orphan = find_orphan ();
  project = tl_journal_orphan_recover (orphan, NULL, &error);
  g_assert_no_error (error);
  fixture->journal = tl_journal_new_for_orphan (orphan, project);
  journal_rename_tool (project, "Gone on");
  g_free (expected);
  expected = tl_random_write (project);
  journal_fixture_crash (fixture);
  assert_recovers (expected, fixture->file);
}

static void
test_damaged (JournalFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *path = NULL;
  g_autofree char *log = NULL;
  g_autoptr (TlJournalOrphan) orphan = NULL;
  g_autoptr (GError) error = NULL;
  char *name;

  journal_rename_tool (fixture->project, "Something");
  journal_rename_tool (fixture->project, "Something else");
  journal_fixture_crash (fixture);
  path = get_log_path ();
  log = tl_test_read_file (path);
  name = strstr (log, "Something");
  g_assert_nonnull (name);
  *name = 'X';
  g_assert_true (g_file_set_contents (path, log, -1, &error));

  orphan = find_orphan ();
  g_assert_null (tl_journal_orphan_recover (orphan, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_JOURNAL_DAMAGED);
  g_assert_cmpuint (count_logs (".damaged"), ==, 1);
  g_assert_cmpuint (count_logs (TL_JOURNAL_SUFFIX), ==, 0);
}

/* Well-formed lines that say nonsense are refused, and change nothing. */
static void
test_nonsense (JournalFixture *fixture,
               gconstpointer   data)
{
  static const char *const lines[] = {
    "set\t#nothing\tname\tx",
    "set\t#t1\tid\tx",
    "set\t#t1\tno-such-field\tx",
    "set\t#t1\tannual-cost\tlots",
    "set\t#i1\tto\tnothing",
    "unset\t#i1\tto",
    "set\t#t1",
    "insert\t#t1\tsupports\t0\t<fragment xmlns=\"urn:throughline:project:1\"/>",
    "insert\t#t1\tsupports\t0\tno XML",
    "insert\t#t1\tsupports\t0\t<fragment xmlns=\"urn:throughline:project:1\"><tool id=\"t7\"/></fragment>",
    "insert\t#t1\tsupports\t-1\t<fragment xmlns=\"urn:throughline:project:1\"><supports component=\"requirement\"/></fragment>",
    "insert\t\ttools\t0\t<fragment xmlns=\"urn:throughline:project:1\"><tool id=\"t1\"/></fragment>",
    "remove\t#t1\tsupports\t99",
    "remove\t#t1/supports/0/x\tsupports\t0",
    "remove\t/tools\ttools\t0",
    "move\t\tno-such-list\t0\t1",
    "dance\t#t1",
    "",
  };
  g_autofree char *before = tl_random_write (fixture->project);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], "\t", -1);
      g_autoptr (GPtrArray) array = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      /* Something good first, which has to be taken back. */
      g_ptr_array_add (array, (gpointer) "set");
      g_ptr_array_add (array, (gpointer) "#t1");
      g_ptr_array_add (array, (gpointer) "name");
      g_ptr_array_add (array, (gpointer) "Changed");
      for (guint j = 0; words[j] != NULL; j++)
        g_ptr_array_add (array, words[j]);
      if (words[0] == NULL)
        g_ptr_array_add (array, (gpointer) "");

      g_assert_false (tl_journal_replay (fixture->project, NULL, array, 0, &error));
      g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_JOURNAL_DAMAGED);
      after = tl_random_write (fixture->project);
      g_assert_cmpstr (after, ==, before);
    }
}

/* The same through a document */

static gboolean
finish (TlDocument    *document,
        GAsyncResult **result,
        gboolean     (*function) (TlDocument *, GAsyncResult *, GError **),
        GError       **error)
{
  g_autoptr (GAsyncResult) ended = tl_test_await_result (result);

  return function (document, ended, error);
}

static void
test_document (JournalFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (TlDocument) document = tl_document_new ();
  g_autoptr (TlDocument) recovered = tl_document_new ();
  g_autoptr (TlJournalOrphan) orphan = NULL;
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->journal, tl_journal_free);
  tl_document_enable_journal (document);
  tl_document_load_async (document, fixture->file, TL_READ_STRICT, NULL, tl_test_store_result, &result);
  g_assert_true (finish (document, &result, tl_document_load_finish, &error));
  journal_rename_tool (tl_document_get_project (document), "Typed before the crash");
  g_clear_object (&document);
  tl_test_wait_for (orphan != NULL || (orphan = try_orphan ()) != NULL);

  tl_document_enable_journal (recovered);
  tl_document_recover_async (recovered, orphan, NULL, tl_test_store_result, &result);
  g_assert_true (finish (recovered, &result, tl_document_recover_finish, &error));
  g_assert_no_error (error);
  g_clear_object (&orphan);
  g_assert_true (tl_document_get_modified (recovered));
  g_assert_true (g_file_equal (tl_document_get_file (recovered), fixture->file));
  g_assert_cmpstr (tl_record_get_name (tl_project_lookup (tl_document_get_project (recovered), "t1")), ==,
                   "Typed before the crash");

  /* Saved: there is nothing to recover any more. */
  tl_document_save_async (recovered, TL_SAVE_REPLACE, NULL, tl_test_store_result, &result);
  g_assert_true (finish (recovered, &result, tl_document_save_finish, &error));
  g_assert_no_error (error);
  g_assert_false (tl_document_get_modified (recovered));
  tl_test_wait_for (count_logs ("") == 0);

  journal_rename_tool (tl_document_get_project (recovered), "Not wanted");
  tl_test_wait_for (count_logs ("") == 1);
  tl_document_close (recovered);
  tl_test_wait_for (count_logs ("") == 0);
}

static void
test_new_document (JournalFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("2.1"), "New");
  g_autoptr (TlDocument) document = tl_document_new_for_project (project);
  g_autofree char *base = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->journal, tl_journal_free);
  tl_document_enable_journal (document);
  /* The base is composed when there is time for it. */
  tl_test_wait_for (!g_main_context_pending (NULL));
  tl_edit_set (TL_RECORD (project), TL_PROJECT_OWNER, "Me", &error);
  expected = tl_random_write (project);
  g_clear_object (&document);
  tl_test_wait_for (count_logs (TL_JOURNAL_SUFFIX) == 1);
  fixture->journal = tl_journal_new (project, fixture->file, "x");
  journal_fixture_crash (fixture);
  assert_recovers (expected, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, data, function) \
  g_test_add ("/store/journal/" name, JournalFixture, data, journal_fixture_set_up, function, journal_fixture_tear_down)

  ADD ("crash", NULL, test_crash);
  ADD ("nothing-done", NULL, test_nothing_done);
  ADD ("discard", NULL, test_discard);
  ADD ("random-edits", NULL, test_random_edits);
  ADD ("random-edits/unknown", "tests/data/unknown.it4it", test_random_edits);
  ADD ("never-saved", NULL, test_never_saved);
  ADD ("saved", NULL, test_saved);
  ADD ("crash-while-saving", NULL, test_crash_while_saving);
  ADD ("failed-save-before-any-change", NULL, test_failed_save_before_any_change);
  ADD ("base-changed", NULL, test_base_changed);
  ADD ("torn-line", NULL, test_torn_line);
  ADD ("damaged", NULL, test_damaged);
  ADD ("nonsense", NULL, test_nonsense);
  ADD ("document", NULL, test_document);
  ADD ("new-document", NULL, test_new_document);
  return g_test_run ();
}
