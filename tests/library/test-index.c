/* test-index.c: the database of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-library-fixture.h"

#include "library/tl-index-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What searching needs: the beginnings of names, and rows of a project side by side. */
static void
test_what_is_searched (TlLibraryFixture *fixture,
                       gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autofree char *other = tl_library_make_project ("q", "R\303\274ckversicherung");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "a.it4it", project);
  g_autoptr (GFile) other_file = tl_library_fixture_write (fixture, "b.it4it", other);

  tl_library_fixture_update (fixture, file);
  tl_library_fixture_update (fixture, other_file);
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing WHERE id >> 32 IS NOT project", "0");
  tl_library_assert_answer (fixture->path, "SELECT name_key FROM thing WHERE key = 'record:e1'", "pay cafe");
  tl_library_assert_answer (fixture->path, "SELECT group_concat(name_key) FROM thing WHERE what = 0",
                            "bank,ruckversicherung");
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing WHERE (name_key IS NULL) <> (what = 7)", "0");
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM kind WHERE kind_id = 'logical-component' AND what = 2", "1");
  tl_library_assert_answer (fixture->path,
                            "SELECT count(*) FROM (SELECT what, kind_id, kind FROM thing EXCEPT SELECT * FROM kind)",
                            "0");
  tl_library_assert_answer (fixture->path,
                            "SELECT count(*) FROM thing_text WHERE thing_text MATCH 'state : live'", "4");
}

static void
test_new (TlLibraryFixture *fixture,
          gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  g_autoptr (TlLibraryEntry) entry = NULL;
  const TlLibraryFacts *facts;
  TlIndexChange change;

  g_assert_true (tl_index_take_rebuilt (fixture->index));
  g_assert_false (tl_index_take_rebuilt (fixture->index));

  change = tl_library_fixture_update (fixture, file);
  g_assert_true (change.is_new);
  g_assert_false (change.is_unchanged);
  g_assert_cmpint (change.state, ==, TL_LIBRARY_PRESENT);
  g_assert_cmpuint (change.n_added, >, 8);
  g_assert_cmpuint (change.n_changed + change.n_removed + change.n_kept, ==, 0);

  entry = tl_library_fixture_find (fixture, file);
  facts = tl_library_entry_get_facts (entry);
  g_assert_cmpstr (facts->name, ==, "Bank");
  g_assert_cmpstr (facts->edition, ==, "2.1");
  g_assert_cmpstr (facts->project_id, ==, "p");
  g_assert_cmpstr (facts->owner, ==, "Ada");
  g_assert_cmpstr (facts->description, ==, "All about Bank");
  g_assert_cmpint (facts->size, ==, strlen (project));
  g_assert_cmpint (facts->modified, >, 0);
  g_assert_cmpuint (facts->n_services, ==, 2);
  g_assert_cmpuint (facts->n_elements, ==, 3);
  g_assert_cmpuint (facts->n_tools, ==, 1);
  g_assert_cmpuint (facts->n_warnings, ==, 1);
  g_assert_cmpuint (facts->n_notes, >=, 1);
  g_assert_cmpuint (facts->n_gaps, >, 0);
  g_assert_cmpint (facts->state, ==, TL_LIBRARY_PRESENT);
  g_assert_null (facts->problem);

  tl_library_assert_answer (fixture->path, "SELECT name FROM thing WHERE key = 'record:e3' AND gap", "Store");
  tl_library_assert_answer (fixture->path, "SELECT service FROM thing WHERE key = 'record:e1'", "record:s1");
  tl_library_assert_answer (fixture->path, "SELECT owner FROM thing WHERE key = 'component:requirement'", "Cem");
  tl_library_assert_answer (fixture->path, "SELECT current || ' ' || goal || ' ' || n_tools FROM component_fact", "2 4 1");
  tl_library_assert_answer (fixture->path, "SELECT amount || ' ' || currency FROM component_cost", "1200.0 EUR");
  tl_library_assert_answer (fixture->path,
                            "SELECT count(*) FROM thing_text WHERE thing_text MATCH 'cafe OR 4711 OR atlas*'", "2");
}

/* What is not another than before is not touched, and not even read. */
static void
test_unchanged (TlLibraryFixture *fixture,
                gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  TlIndexChange change;

  tl_library_fixture_update (fixture, file);
  change = tl_library_fixture_update (fixture, file);
  g_assert_true (change.is_unchanged);
  g_assert_false (change.is_new);

  /* Another time, the same bytes. */
  tl_library_age (file, 60);
  change = tl_library_fixture_update (fixture, file);
  g_assert_true (change.is_unchanged);
  tl_index_set_thorough (fixture->index, TRUE);
  change = tl_library_fixture_update (fixture, file);
  g_assert_true (change.is_unchanged);
}

/* The same size and time say nothing when they are new, or to who is thorough. */
static void
test_same_time (TlLibraryFixture *fixture,
                gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autofree char *other = tl_library_make_project ("p", "Bonk");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  GStatBuf before, after;
  TlIndexChange change;

  for (guint is_old = 0; is_old < 2; is_old++)
    {
      int fd;

      tl_library_age (file, is_old ? 3600 : 0);
      tl_library_fixture_update (fixture, file);
      tl_index_set_thorough (fixture->index, is_old);
      g_stat (path, &before);
      fd = g_open (path, O_WRONLY, 0);
      g_assert_cmpint (write (fd, is_old ? project : other, strlen (project)), ==, strlen (project));
      futimens (fd, (struct timespec[]){ before.st_atim, before.st_mtim });
      g_close (fd, NULL);
      g_stat (path, &after);
      g_assert_true (before.st_size == after.st_size && before.st_mtime == after.st_mtime);

      change = tl_library_fixture_update (fixture, file);
      g_assert_false (change.is_unchanged);
      g_assert_cmpuint (change.n_changed, >, 0);
    }
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (new, parts);
}

/* One edit changes the rows that tell of it, and their words. */
static void
test_edit (TlLibraryFixture *fixture,
           gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autofree char *renamed = replace (project, "name='Ledger'", "name='Journal'");
  g_autofree char *shorter = replace (renamed, "<roadmap><initiative id='n1' name='Clean up' start='2027-01-01' end='2026-01-01'/></roadmap>", "");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  g_autofree char *row = NULL, *n_rows = NULL;
  TlIndexChange change, all;

  all = tl_library_fixture_update (fixture, file);
  row = tl_library_ask (fixture->path, "SELECT id FROM thing WHERE key = 'record:e2'");
  n_rows = tl_library_ask (fixture->path, "SELECT count(*) FROM thing WHERE key = 'record:e2'");

  g_object_unref (tl_library_fixture_write (fixture, "bank.it4it", renamed));
  change = tl_library_fixture_update (fixture, file);
  g_assert_cmpuint (change.n_changed, ==, atoi (n_rows));
  g_assert_cmpuint (change.n_added + change.n_removed, ==, 0);
  g_assert_cmpuint (change.n_kept, ==, all.n_added - change.n_changed);
  tl_library_assert_answer (fixture->path, "SELECT id FROM thing WHERE name = 'Journal'", row);
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing_text WHERE thing_text MATCH 'ledger'", "0");
  tl_library_assert_answer (fixture->path, "SELECT rowid FROM thing_text WHERE thing_text MATCH 'name: jour*'", row);

  /* The initiative and what was found about it. */
  g_object_unref (tl_library_fixture_write (fixture, "bank.it4it", shorter));
  change = tl_library_fixture_update (fixture, file);
  g_assert_cmpuint (change.n_removed, ==, 2);
  g_assert_cmpuint (change.n_added + change.n_changed, ==, 0);
}

#define N_MANY 20000

static char *
make_large (guint renamed)
{
  GString *text = g_string_new ("<project xmlns='urn:throughline:project:1' id='p' edition='2.1' name='Large'><services>"
                                "<service id='s' name='Payments'><realized>");

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (text, "<element id='e%u' kind='server' name='%s %u'/>", i,
                            i == renamed ? "renamed" : "server", i);
  g_string_append (text, "</realized></service></services></project>");
  return g_string_free (text, FALSE);
}

/* However large a project is, an edit writes no more than a few rows, with those
 * that SQLite keeps words in. */
static void
test_edit_of_large (TlLibraryFixture *fixture,
                    gconstpointer     unused)
{
  g_autofree char *project = make_large (N_MANY);
  g_autofree char *edited = make_large (N_MANY / 2);
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "large.it4it", project);
  g_autofree char *ids = NULL;
  TlIndexChange change;
  int before;

  tl_library_fixture_update (fixture, file);
  ids = tl_library_ask (fixture->path, "SELECT count(*) || ' ' || max(id) || ' ' || total(id) FROM thing");

  g_object_unref (tl_library_fixture_write (fixture, "large.it4it", edited));
  before = sqlite3_total_changes (fixture->index->db);
  change = tl_library_fixture_update (fixture, file);
  g_assert_cmpuint (change.n_changed, ==, 1);
  g_assert_cmpuint (change.n_kept, >=, N_MANY);
  g_assert_cmpint (sqlite3_total_changes (fixture->index->db) - before, <, 30);
  tl_library_assert_answer (fixture->path, "SELECT count(*) || ' ' || max(id) || ' ' || total(id) FROM thing", ids);
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing_text WHERE thing_text MATCH 'renamed'", "1");
}

/* What is wrong with a file is its state; what was known of it stays. */
static void
test_states (TlLibraryFixture *fixture,
             gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  g_autoptr (GFile) nowhere = g_file_get_child (file, "nothing.it4it");
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  TlIndexChange change;

  g_assert_false (tl_index_update_file (fixture->index, nowhere, &change, NULL, &error));
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
  g_clear_error (&error);

  tl_library_fixture_update (fixture, file);
  tl_index_set_pinned (fixture->index, uri, TRUE, &error);
  g_assert_no_error (error);

  g_object_unref (tl_library_fixture_write (fixture, "bank.it4it", "<project"));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TlLibraryEntry) entry = NULL;

      change = tl_library_fixture_update (fixture, file);
      g_assert_cmpint (change.state, ==, TL_LIBRARY_DAMAGED);
      g_assert_cmpint (change.is_unchanged, ==, i > 0);
      entry = tl_library_fixture_find (fixture, file);
      g_assert_cmpstr (tl_library_entry_get_facts (entry)->name, ==, "Bank");
      g_assert_nonnull (strstr (tl_library_entry_get_facts (entry)->problem, "bank.it4it"));
      g_assert_true (tl_library_entry_get_facts (entry)->pinned);
    }

  g_unlink (path);
  for (guint i = 0; i < 2; i++)
    {
      change = tl_library_fixture_update (fixture, file);
      g_assert_cmpint (change.state, ==, TL_LIBRARY_MISSING);
    }
  tl_library_assert_answer (fixture->path, "SELECT name FROM thing WHERE key = 'record:e2'", "Ledger");

  g_object_unref (tl_library_fixture_write (fixture, "bank.it4it", project));
  change = tl_library_fixture_update (fixture, file);
  g_assert_cmpint (change.state, ==, TL_LIBRARY_PRESENT);
  g_assert_cmpuint (change.n_added + change.n_changed + change.n_removed, ==, 0);

  tl_index_mark_missing (fixture->index, uri, &error);
  g_assert_no_error (error);
  change = tl_library_fixture_update (fixture, file);
  g_assert_cmpint (change.state, ==, TL_LIBRARY_PRESENT);
  g_assert_true (change.is_unchanged);
}

/* A file under another name keeps what the user said of it; a copy has its own. */
static void
test_moved (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  g_autoptr (GFile) copy = tl_library_fixture_write (fixture, "copy.it4it", project);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (TlLibraryEntry) entry = NULL;
  g_autoptr (GFile) moved = NULL;
  g_autoptr (GError) error = NULL;
  TlIndexChange change;

  tl_library_fixture_update (fixture, file);
  tl_index_set_opened (fixture->index, uri, 12345, &error);
  tl_index_set_pinned (fixture->index, uri, TRUE, &error);
  g_assert_no_error (error);
  change = tl_library_fixture_update (fixture, copy);
  g_assert_true (change.is_new && !change.is_moved);

  moved = g_file_set_display_name (file, "moved.it4it", NULL, &error);
  g_assert_no_error (error);
  change = tl_library_fixture_update (fixture, moved);
  g_assert_true (change.is_moved && change.is_unchanged && !change.is_new);
  entry = tl_library_fixture_find (fixture, moved);
  g_assert_cmpint (tl_library_entry_get_facts (entry)->opened, ==, 12345);
  g_assert_true (tl_library_entry_get_facts (entry)->pinned);
  g_assert_null (tl_library_fixture_find (fixture, file));
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM project", "2");

  change = tl_library_fixture_update (fixture, moved);
  g_assert_true (change.is_unchanged && !change.is_moved);
}

static void
test_forget (TlLibraryFixture *fixture,
             gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;

  tl_library_fixture_update (fixture, file);
  g_assert_true (tl_index_forget (fixture->index, uri, &error));
  g_assert_true (tl_index_forget (fixture->index, uri, &error));
  g_assert_null (tl_library_fixture_find (fixture, file));
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing", "0");
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM component_fact", "0");
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing_text WHERE thing_text MATCH 'ledger'", "0");
  g_assert_true (g_file_query_exists (file, NULL));
}

static void
test_folders (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GFile) pinned = NULL, in = NULL, beside = NULL;
  g_autofree char *folder = g_build_filename (fixture->directory, "a", NULL);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *pinned_uri = NULL;
  g_auto (GStrv) folders = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  in = tl_library_fixture_write (fixture, "a/in.it4it", project);
  pinned = tl_library_fixture_write (fixture, "a/pinned.it4it", project);
  beside = tl_library_fixture_write (fixture, "ab.it4it", project);
  pinned_uri = g_file_get_uri (pinned);
  tl_library_fixture_update (fixture, in);
  tl_library_fixture_update (fixture, pinned);
  tl_library_fixture_update (fixture, beside);
  g_assert_true (tl_index_set_pinned (fixture->index, pinned_uri, TRUE, &error));

  g_assert_true (tl_index_add_folder (fixture->index, uri, &error));
  g_assert_true (tl_index_add_folder (fixture->index, uri, &error));
  folders = tl_index_list_folders (fixture->index, &error);
  g_assert_cmpuint (g_strv_length (folders), ==, 1);
  g_assert_true (g_str_has_prefix (folders[0], uri));

  g_assert_true (tl_index_remove_folder (fixture->index, uri, &error));
  g_assert_null (tl_library_fixture_find (fixture, in));
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM project", "2");
}

/* What was read in advance is only taken if it still is what there is. */
static void
test_look_ahead (TlLibraryFixture *fixture,
                 gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autofree char *other = tl_library_make_project ("p", "Shop");
  GFile *files[6];
  g_autoptr (GFile) directory = g_file_new_for_path (fixture->directory);
  g_autoptr (GFile) gone = g_file_get_child (directory, "gone.it4it");

  tl_index_look_ahead (fixture->index, gone);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);

      files[i] = tl_library_fixture_write (fixture, name, i == 4 ? "nothing" : project);
    }
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (files); i++)
      {
        TlIndexChange change;

        if (i + 1 < G_N_ELEMENTS (files))
          tl_index_look_ahead (fixture->index, files[i + 1]);
        change = tl_library_fixture_update (fixture, files[i]);
        g_assert_cmpint (change.is_new, ==, round == 0);
        g_assert_cmpint (change.is_unchanged, ==, round == 1);
        g_assert_cmpint (change.state, ==, i == 4 ? TL_LIBRARY_DAMAGED : TL_LIBRARY_PRESENT);
      }

  /* Changed after it was read; gone; and never asked for. */
  tl_library_age (files[0], 100);
  tl_index_look_ahead (fixture->index, files[0]);
  g_object_unref (tl_library_fixture_write (fixture, "0.it4it", other));
  g_assert_cmpuint (tl_library_fixture_update (fixture, files[0]).n_changed, >, 0);
  tl_library_age (files[1], 100);
  tl_index_look_ahead (fixture->index, files[1]);
  g_file_delete (files[1], NULL, NULL);
  g_assert_cmpint (tl_library_fixture_update (fixture, files[1]).state, ==, TL_LIBRARY_MISSING);
  for (guint i = 2; i < G_N_ELEMENTS (files); i++)
    {
      tl_library_age (files[i], 100);
      tl_index_look_ahead (fixture->index, files[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_object_unref (files[i]);
}

/* Files of a batch are there when it has ended, and one that failed is not. */
static void
test_batch (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GError) error = NULL;

  tl_index_begin_batch (fixture->index);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);
      g_autoptr (GFile) file = tl_library_fixture_write (fixture, name, i == 7 ? "nothing" : project);

      tl_library_fixture_update (fixture, file);
    }
  g_assert_true (tl_index_end_batch (fixture->index, &error));
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM project WHERE state = 0", "19");
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM thing WHERE key = 'record:e1'", "19");
}

static void
test_cancelled (TlLibraryFixture *fixture,
                gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_index_update_file (fixture->index, file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (tl_library_fixture_find (fixture, file));
}

static GFile *
write_version (TlLibraryFixture *fixture,
               const char       *file,
               const char       *id,
               const char       *name)
{
  g_autofree char *project = tl_library_make_project (id, name);

  return tl_library_fixture_write (fixture, file, project);
}

static void
remove_file (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
}

/* What has other bytes at another place is known by the id of its project. */
static void
test_moved_and_changed (TlLibraryFixture *fixture,
                        gconstpointer     unused)
{
  g_autoptr (GFile) file = write_version (fixture, "bank.it4it", "p", "Bank");
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GFile) moved = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autoptr (TlLibraryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  TlIndexChange change;

  tl_library_fixture_update (fixture, file);
  tl_index_set_opened (fixture->index, uri, 12345, &error);
  tl_index_set_pinned (fixture->index, uri, TRUE, &error);
  g_assert_no_error (error);
  remove_file (file);
  moved = write_version (fixture, "moved.it4it", "p", "Retail");
  change = tl_library_fixture_update (fixture, moved);
  g_assert_true (change.is_moved && !change.is_new && !change.is_unchanged);
  g_assert_cmpuint (change.n_changed, >, 0);
  g_assert_cmpuint (change.n_kept, >, 0);
  entry = tl_library_fixture_find (fixture, moved);
  g_assert_cmpstr (tl_library_entry_get_facts (entry)->name, ==, "Retail");
  g_assert_cmpint (tl_library_entry_get_facts (entry)->opened, ==, 12345);
  g_assert_true (tl_library_entry_get_facts (entry)->pinned);
  g_assert_null (tl_library_fixture_find (fixture, file));
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM project", "1");
  g_assert_true (tl_library_fixture_update (fixture, moved).is_unchanged);

  /* Beside the one that is still there it is another one. */
  copy = write_version (fixture, "copy.it4it", "p", "Copied bank");
  g_assert_true (tl_library_fixture_update (fixture, copy).is_new);
}

/* Where there were several it may be either, so that it is neither. */
static void
test_moved_uncertainly (TlLibraryFixture *fixture,
                        gconstpointer     unused)
{
  g_autoptr (GFile) one = write_version (fixture, "one.it4it", "p", "One");
  g_autoptr (GFile) two = write_version (fixture, "two.it4it", "p", "Two");
  g_autoptr (GFile) other = NULL;
  g_autoptr (GFile) three = NULL;

  tl_library_fixture_update (fixture, one);
  tl_library_fixture_update (fixture, two);
  remove_file (one);
  /* Another project is none of them. */
  other = write_version (fixture, "other.it4it", "q", "Other");
  g_assert_true (tl_library_fixture_update (fixture, other).is_new);

  remove_file (two);
  three = write_version (fixture, "three.it4it", "p", "Three");
  g_assert_true (tl_library_fixture_update (fixture, three).is_new);
  tl_library_assert_answer (fixture->path, "SELECT count(*) FROM project", "4");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, test) \
  g_test_add (path, TlLibraryFixture, NULL, tl_library_fixture_set_up, test, tl_library_fixture_tear_down)
  ADD ("/library/index/new", test_new);
  ADD ("/library/index/what-is-searched", test_what_is_searched);
  ADD ("/library/index/unchanged", test_unchanged);
  ADD ("/library/index/same-time", test_same_time);
  ADD ("/library/index/edit", test_edit);
  ADD ("/library/index/edit-of-large", test_edit_of_large);
  ADD ("/library/index/states", test_states);
  ADD ("/library/index/moved", test_moved);
  ADD ("/library/index/moved-and-changed", test_moved_and_changed);
  ADD ("/library/index/moved-uncertainly", test_moved_uncertainly);
  ADD ("/library/index/forget", test_forget);
  ADD ("/library/index/folders", test_folders);
  ADD ("/library/index/look-ahead", test_look_ahead);
  ADD ("/library/index/batch", test_batch);
  ADD ("/library/index/cancelled", test_cancelled);

  return g_test_run ();
}
