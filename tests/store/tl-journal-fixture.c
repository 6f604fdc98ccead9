/* tl-journal-fixture.c: a project and its journal, for their tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-journal-fixture.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "store/tl-reader.h"

void
journal_fixture_set_up (JournalFixture *fixture,
                        gconstpointer   data)
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

void
journal_fixture_tear_down (JournalFixture *fixture,
                           gconstpointer   data)
{
  tl_journal_free (fixture->journal);
  g_clear_object (&fixture->project);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  tl_test_remove_directory (fixture->directory);
}

void
journal_rename_tool (TlProject  *project,
                     const char *name)
{
  g_autoptr (GError) error = NULL;

  tl_edit_set (tl_project_lookup (project, "t1"), TL_TOOL_NAME, name, &error);
  g_assert_no_error (error);
  tl_history_close_entry (tl_project_get_history (project));
}

void
journal_fixture_crash (JournalFixture *fixture)
{
  tl_journal_flush (fixture->journal);
  g_clear_pointer (&fixture->journal, tl_journal_free);
}
