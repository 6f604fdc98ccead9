/* test-journal-labels.c: what was done is called the same after a crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "store/tl-journal-private.h"
#include "store/tl-reader.h"
#include "tl-random-edits.h"
#include "tl-test-support.h"

#include <string.h>

typedef struct
{
  TlTestDirectory *directory;
  char            *path;
  GFile           *file;
  TlProject       *project;
  TlJournal       *journal;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *text = tl_test_read_source_file (data != NULL ? data : "tests/data/kitchen-sink.it4it", NULL);
  g_autoptr (TlFileIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;

  fixture->directory = tl_test_create_directory ();
  fixture->path = tl_test_write_file (fixture->directory, "some.it4it", text, -1);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->project = tl_reader_read_file (fixture->file, TL_READ_STRICT, NULL, NULL, NULL, &identity, NULL, &error);
  g_assert_no_error (error);
  fixture->journal = tl_journal_new (fixture->project, fixture->file, identity->digest);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  tl_journal_free (fixture->journal);
  g_clear_object (&fixture->project);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  tl_test_remove_directory (fixture->directory);
}

static void
rename_tool (TlProject  *project,
             const char *name)
{
  g_autoptr (GError) error = NULL;

  tl_edit_set (tl_project_lookup (project, "t1"), TL_TOOL_NAME, name, &error);
  g_assert_no_error (error);
  tl_history_close_entry (tl_project_get_history (project));
}

/* The program is gone; what is in the log stays. */
static void
crash (Fixture *fixture)
{
  tl_journal_flush (fixture->journal);
  g_clear_pointer (&fixture->journal, tl_journal_free);
}

static TlProject *
recover (void)
{
  g_autoptr (GPtrArray) orphans = tl_journal_list_orphans ();
  g_autoptr (GError) error = NULL;
  TlProject *project;

  g_assert_cmpuint (orphans->len, ==, 1);
  project = tl_journal_orphan_recover (orphans->pdata[0], NULL, &error);
  g_assert_no_error (error);
  return project;
}

static char *
dup_log_path (void)
{
  g_autofree char *directory = tl_journal_get_directory ();
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);

  return g_build_filename (directory, g_dir_read_name (dir), NULL);
}

/* What can be undone is called what it was called before the crash. */
static void
test_labels (Fixture      *fixture,
             gconstpointer data)
{
  TlHistory *before = tl_project_get_history (fixture->project), *after;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TlProject) project = NULL;

  rename_tool (fixture->project, "=a\\b");
  g_ptr_array_add (labels, g_strdup (tl_history_get_undo_label (before)));
  tl_edit_remove (tl_project_lookup (fixture->project, "t2"));
  g_ptr_array_add (labels, g_strdup (tl_history_get_undo_label (before)));
  tl_history_undo (before);
  g_ptr_array_add (labels, g_strdup_printf ("Undo %s", tl_history_get_redo_label (before)));
  tl_history_redo (before);
  g_ptr_array_add (labels, g_strdup (tl_history_get_undo_label (before)));
  crash (fixture);

  project = recover ();
  after = tl_project_get_history (project);
  for (guint i = labels->len; i > 0; i--)
    {
      g_assert_cmpstr (tl_history_get_undo_label (after), ==, labels->pdata[i - 1]);
      tl_history_undo (after);
    }
  g_assert_false (tl_history_get_can_undo (after));
}

/* Lines of labels are such that earlier versions take them for marks of other
 * bytes; what earlier versions wrote has none. */
static void
test_labels_of_other_versions (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GString) old = g_string_new (NULL);
  g_autofree char *uri = g_file_get_uri (fixture->file);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (TlProject) project = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_labels = 0;

  rename_tool (fixture->project, "One");
  rename_tool (fixture->project, "Two");
  expected = tl_random_write (fixture->project);
  crash (fixture);
  path = dup_log_path ();
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_autoptr (GPtrArray) words = tl_journal_split_line (lines[i], strlen (lines[i]));

      g_assert_nonnull (words);
      if (strcmp (words->pdata[0], "mark") != 0)
        {
          g_string_append_printf (old, "%s\n", lines[i]);
          continue;
        }
      g_assert_cmpuint (words->len, ==, 3);
      g_assert_cmpstr (words->pdata[1], ==, uri);
      g_assert_true (g_str_has_prefix (words->pdata[2], "="));
      n_labels++;
    }
  g_assert_cmpuint (n_labels, ==, 2);
  g_assert_true (g_file_set_contents (path, old->str, old->len, NULL));

  project = recover ();
  found = tl_random_write (project);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (tl_history_get_undo_label (tl_project_get_history (project)), ==, "Recovered Change");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) \
  g_test_add ("/store/journal/labels/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("kept", test_labels);
  ADD ("other-versions", test_labels_of_other_versions);
  return g_test_run ();
}
