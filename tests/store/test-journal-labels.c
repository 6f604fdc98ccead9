/* test-journal-labels.c: what was done is called the same after a crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "store/tl-reader.h"
#include "tl-journal-fixture.h"
#include "tl-random-edits.h"
#include "tl-test-support.h"

#include <string.h>

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
test_labels (JournalFixture *fixture,
             gconstpointer   data)
{
  TlHistory *before = tl_project_get_history (fixture->project), *after;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TlProject) project = NULL;

  journal_rename_tool (fixture->project, "=a\\b");
  g_ptr_array_add (labels, g_strdup (tl_history_get_undo_label (before)));
  tl_edit_remove (tl_project_lookup (fixture->project, "t2"));
  g_ptr_array_add (labels, g_strdup (tl_history_get_undo_label (before)));
  tl_history_undo (before);
  g_ptr_array_add (labels, g_strdup_printf ("Undo %s", tl_history_get_redo_label (before)));
  tl_history_redo (before);
  g_ptr_array_add (labels, g_strdup (tl_history_get_undo_label (before)));
  journal_fixture_crash (fixture);

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
test_labels_of_other_versions (JournalFixture *fixture,
                               gconstpointer   data)
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

  journal_rename_tool (fixture->project, "One");
  journal_rename_tool (fixture->project, "Two");
  expected = tl_random_write (fixture->project);
  journal_fixture_crash (fixture);
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
  g_test_add ("/store/journal/labels/" name, JournalFixture, NULL, journal_fixture_set_up, function, journal_fixture_tear_down)

  ADD ("kept", test_labels);
  ADD ("other-versions", test_labels_of_other_versions);
  return g_test_run ();
}
