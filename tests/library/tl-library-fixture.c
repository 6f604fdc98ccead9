/* tl-library-fixture.c: a library in a directory of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-library-fixture.h"

#include <sqlite3.h>

char *
tl_library_make_project (const char *id,
                         const char *name)
{
  return g_strdup_printf (
    "<project xmlns='urn:throughline:project:1' id='%s' edition='2.1' name='%s' owner='Ada'>"
    "<description>All about %s</description>"
    "<landscape><tool id='t1' name='Jira' vendor='Atlassian' owner='Delivery' state='live' annual-cost='1200'"
    " currency='EUR'><supports component='requirement'/><supports component='requirement'/>"
    "<note>Bought in spring</note></tool></landscape>"
    "<assessments><assessment of='requirement' date='2026-01-01' current='1' goal='4' owner='Bea'>first</assessment>"
    "<assessment of='requirement' date='2026-06-01' current='2' owner='Cem'>second</assessment></assessments>"
    "<services><service id='s1' name='%s payments' owner='Ops' state='live'>"
    "<conceptual><element id='e1' kind='capability' name='Pay Caf\303\251'><note>How it pays</note>"
    "<property name='Cost centre'>4711</property></element></conceptual>"
    "<logical><element id='e2' kind='logical-component' name='Ledger'/></logical>"
    "<relations><relation id='r1' kind='realized-by' from='e1' to='e2'/></relations></service>"
    "<service id='s2' name='%s books'><realized><element id='e3' kind='database' name='Store'/></realized></service>"
    "</services>"
    "<roadmap><initiative id='n1' name='Clean up' start='2027-01-01' end='2026-01-01'/></roadmap></project>",
    id, name, name, name, name);
}

void
tl_library_fixture_set_up (TlLibraryFixture *self,
                           gconstpointer     unused)
{
  g_autoptr (GError) error = NULL;

  self->directory = tl_test_create_directory ();
  self->path = g_build_filename (self->directory, "data", "library.db", NULL);
  self->index = tl_index_open (self->path, TL_INDEX_READ_WRITE, &error);
  g_assert_no_error (error);
}

void
tl_library_fixture_tear_down (TlLibraryFixture *self,
                              gconstpointer     unused)
{
  g_clear_pointer (&self->index, tl_index_close);
  tl_library_assert_whole (self->path);
  g_free (self->path);
  tl_test_remove_directory (self->directory);
}

void
tl_library_age (GFile *file,
                guint  seconds)
{
  g_autoptr (GError) error = NULL;

  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, g_get_real_time () / G_USEC_PER_SEC - seconds,
                               G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);
}

GFile *
tl_library_fixture_write (TlLibraryFixture *self,
                          const char       *name,
                          const char       *contents)
{
  g_autofree char *path = tl_test_write_file (self->directory, name, contents, -1);
  GFile *file = g_file_new_for_path (path);

  tl_library_age (file, 3600);
  return file;
}

TlIndexChange
tl_library_fixture_update (TlLibraryFixture *self,
                           GFile            *file)
{
  g_autoptr (GError) error = NULL;
  TlIndexChange change;
  gboolean is_done = tl_index_update_file (self->index, file, &change, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (is_done);
  return change;
}

TlLibraryEntry *
tl_library_fixture_find (TlLibraryFixture *self,
                         GFile            *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;
  TlLibraryEntry *entry = tl_index_find_project (self->index, uri, &error);

  g_assert_no_error (error);
  return entry;
}

char *
tl_library_ask (const char *path,
                const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  char *answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
  answer = sqlite3_step (statement) == SQLITE_ROW ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return answer != NULL ? answer : g_strdup ("");
}

void
tl_library_assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIndex) index = tl_index_open (path, TL_INDEX_READ_WRITE, &error);

  g_assert_no_error (error);
  tl_index_check (index, NULL, &error);
  g_assert_no_error (error);
}
