/* test-cli-index.c: throughline-cli index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-index.h"
#include "support/tl-test-support.h"
#include "tl-cli-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char       *directory;
  char       *projects; /* a folder in it */
  char       *database;
  TlCliResult result;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  self->directory = tl_test_create_directory ();
  self->projects = g_build_filename (self->directory, "projects", NULL);
  self->database = g_build_filename (self->directory, "throughline", "library.db", NULL);
  g_mkdir (self->projects, 0700);
  g_setenv ("XDG_DATA_HOME", self->directory, TRUE);
}

static TlIndex *
open_index (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TlIndex *index = tl_index_open (self->database, TL_INDEX_READ_WRITE, &error);

  g_assert_no_error (error);
  return index;
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  TlIndex *index = open_index (self);
  g_autoptr (GError) error = NULL;

  tl_index_check (index, NULL, &error);
  g_assert_no_error (error);
  tl_index_close (index);
  g_unsetenv ("XDG_DATA_HOME");
  tl_cli_result_clear (&self->result);
  g_free (self->database);
  g_free (self->projects);
  tl_test_remove_directory (self->directory);
}

/* A project of a service with so many elements. */
static void
write_project (Fixture    *self,
               const char *name,
               guint       n_elements)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "<project xmlns='urn:throughline:project:1' id='p' edition='2.1' name='Project %s'>"
                          "<services><service id='s' name='Payments'><logical>", name);
  for (guint i = 0; i < n_elements; i++)
    g_string_append_printf (text, "<element id='e%u' kind='logical-component' name='Part %u of %s'>"
                            "<note>Some words about what it is and does</note></element>", i, i, name);
  g_string_append (text, "</logical></service></services></project>");
  g_free (tl_test_write_file (self->projects, name, text->str, text->len));
}

static guint
count_projects (Fixture *self)
{
  TlIndex *index = open_index (self);
  g_autoptr (GPtrArray) entries = tl_index_list_projects (index, NULL);

  tl_index_close (index);
  return entries->len;
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  unused)
{
  TlCliResult *result = &fixture->result;
  g_autofree char *hidden = g_build_filename (fixture->projects, ".hidden", NULL);
  g_autofree char *below = g_build_filename (fixture->projects, "below", NULL);
  g_autofree char *loop = g_build_filename (below, "loop", NULL);
  g_autofree char *gone = g_build_filename (below, "b.it4it", NULL);

  g_mkdir (hidden, 0700);
  g_mkdir (below, 0700);
  g_assert_cmpint (symlink (fixture->projects, loop), ==, 0);
  write_project (fixture, "a.it4it", 3);
  write_project (fixture, "below/b.it4it", 3);
  write_project (fixture, ".hidden/c.it4it", 3);
  write_project (fixture, "notes.xml", 3);

  tl_cli_run (result, "index", fixture->projects, NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_cmpstr (result->errors, ==, "");
  g_assert_cmpuint (count_projects (fixture), ==, 2);

  /* The folder is known from now on. */
  write_project (fixture, "d.it4it", 3);
  g_free (tl_test_write_file (fixture->projects, "e.it4it", "<project", -1));
  g_unlink (gone);
  tl_cli_run (result, "index", NULL);
  g_assert_cmpint (result->status, ==, 1);
  g_assert_nonnull (strstr (result->output, "e.it4it: "));
  g_assert_nonnull (strstr (result->output, "b.it4it: "));
  g_assert_null (strstr (result->output, "a.it4it"));
  g_assert_cmpuint (count_projects (fixture), ==, 4);
}

static void
test_json (Fixture       *fixture,
           gconstpointer  unused)
{
  TlCliResult *result = &fixture->result;
  g_autofree char *file = g_build_filename (fixture->projects, "a.it4it", NULL);

  tl_cli_run (result, "index", "--json", NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_cmpstr (result->output, ==, "[]\n");

  write_project (fixture, "a.it4it", 3);
  tl_cli_run (result, "index", "--json", file, file, NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_nonnull (strstr (result->output, "\"change\": \"new\""));
  g_assert_nonnull (strstr (result->output, "\"state\": \"present\""));
  g_assert_true (strstr (result->output, "\"file\"") == g_strrstr (result->output, "\"file\""));

  tl_cli_run (result, "index", "--json", NULL);
  g_assert_nonnull (strstr (result->output, "\"change\": \"unchanged\""));

  write_project (fixture, "a.it4it", 4);
  tl_cli_run (result, "index", "--json", NULL);
  g_assert_nonnull (strstr (result->output, "\"change\": \"changed\""));
  g_assert_nonnull (strstr (result->output, "\"changed\": 0"));
  g_assert_null (strstr (result->output, "\"added\": 0"));
}

static void
test_wrong_calls (Fixture       *fixture,
                  gconstpointer  unused)
{
  TlCliResult *result = &fixture->result;

  tl_cli_run (result, "index", "nowhere.it4it", NULL);
  tl_cli_assert_failed (result, "nowhere.it4it");
  tl_cli_run (result, "index", "--nothing", NULL);
  tl_cli_assert_failed (result, "--nothing");
}

/* Nobody notices words that are not those of the names, but who looks. */
static void
test_check (Fixture       *fixture,
            gconstpointer  unused)
{
  TlCliResult *result = &fixture->result;
  g_autofree char *bytes = NULL;
  gsize length;

  write_project (fixture, "a.it4it", 300);
  tl_cli_run (result, "index", "--check", fixture->projects, NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_cmpstr (result->errors, ==, "");

  g_assert_true (g_file_get_contents (fixture->database, &bytes, &length, NULL));
  for (gsize i = 0; i + 10 < length; i++)
    if (memcmp (bytes + i, "Some words", 10) == 0)
      bytes[i + 5] = 'l';
  g_assert_true (g_file_set_contents (fixture->database, bytes, length, NULL));
  tl_cli_run (result, "index", NULL);
  g_assert_cmpstr (result->errors, ==, "");
  tl_cli_run (result, "index", "--check", NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_cmpstr (result->errors, !=, "");
  g_assert_cmpuint (count_projects (fixture), ==, 1);
}

/* A database that cannot be used: one line, and no file is touched. */
static void
test_unusable (Fixture       *fixture,
               gconstpointer  unused)
{
  TlCliResult *result = &fixture->result;
  g_autofree char *home = g_path_get_dirname (fixture->database);

  g_free (tl_test_write_file (fixture->directory, "throughline", "a file, no directory", -1));
  tl_cli_run (result, "index", fixture->projects, NULL);
  tl_cli_assert_failed (result, "library");
  g_unlink (home);
}

/* Processes */

static GSubprocess *
start (Fixture *self)
{
  g_autofree char *program = g_build_filename (g_getenv ("TL_BUILD_ROOT"), "src", "cli", "throughline-cli", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "index",
                                           self->projects, NULL);

  g_assert_no_error (error);
  return process;
}

#define N_PROJECTS 30

static void
write_projects (Fixture *self,
                guint    n_elements)
{
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);

      write_project (self, name, n_elements);
    }
}

/* Several write the same at the same time, while one reads. */
static void
test_at_once (Fixture       *fixture,
              gconstpointer  unused)
{
  GSubprocess *processes[3];
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  TlIndex *index;

  for (guint n_elements = 100; n_elements <= 130; n_elements += 30)
    {
      write_projects (fixture, n_elements);
      for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
        processes[i] = start (fixture);
      index = open_index (fixture);
      for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
        {
          g_autoptr (GPtrArray) seen = tl_index_list_projects (index, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (seen->len, <=, N_PROJECTS);
          g_subprocess_wait_check (processes[i], NULL, &error);
          g_assert_no_error (error);
          g_object_unref (processes[i]);
        }

      g_clear_pointer (&entries, g_ptr_array_unref);
      entries = tl_index_list_projects (index, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (entries->len, ==, N_PROJECTS);
      for (guint i = 0; i < entries->len; i++)
        g_assert_cmpuint (tl_library_entry_get_facts (entries->pdata[i])->n_elements, ==, n_elements);
      tl_index_check (index, NULL, &error);
      g_assert_no_error (error);
      tl_index_close (index);
    }
}

static gboolean
has_begun (gpointer fixture)
{
  g_autofree char *log = g_strconcat (((Fixture *) fixture)->database, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

/* Killed in the middle: what was committed is there, and the next one goes on. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  TlCliResult *result = &fixture->result;

  write_projects (fixture, 400);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GSubprocess) process = start (fixture);
      gint64 end;
      g_autoptr (GError) error = NULL;
      TlIndex *index;

      tl_test_wait_for (has_begun (fixture) || g_subprocess_get_identifier (process) == NULL);
      /* Where it is then is for the scheduler to say: each time is another. */
      for (end = g_rand_int_range (random, 0, 200000); end > 0; end--)
        g_thread_yield ();
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);

      index = open_index (fixture);
      tl_index_check (index, NULL, &error);
      g_assert_no_error (error);
      tl_index_close (index);
    }

  tl_cli_run (result, "index", fixture->projects, NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_cmpuint (count_projects (fixture), ==, N_PROJECTS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/cli/index/folder", test_folder);
  ADD ("/cli/index/json", test_json);
  ADD ("/cli/index/wrong-calls", test_wrong_calls);
  ADD ("/cli/index/check", test_check);
  ADD ("/cli/index/unusable", test_unusable);
  ADD ("/cli/index/at-once", test_at_once);
  ADD ("/cli/index/killed", test_killed);

  return g_test_run ();
}
