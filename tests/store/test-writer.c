/* test-writer.c: the canonical form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "store/tl-reader.h"
#include "store/tl-writer.h"
#include "tl-test-support.h"

#include <string.h>

static TlProject *
read_kitchen_sink (void)
{
  g_autofree char *path = tl_test_build_source_path ("tests/data/kitchen-sink.it4it");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlProject *project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static char *
write_text (TlProject *project)
{
  g_autoptr (GBytes) bytes = tl_writer_write (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_empty (void)
{
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("3.0"), "New & shiny");
  g_autofree char *text = write_text (project);
  g_autofree char *expected =
      g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<project xmlns=\"urn:throughline:project:1\" id=\"%s\" edition=\"3.0\" name=\"New &amp; shiny\"/>\n",
                       tl_record_get_id (TL_RECORD (project)));

  g_assert_cmpstr (text, ==, expected);
}

/* Lines of @a and @b that are not in the other, between what begins and ends both. */
static void
count_changed_lines (const char *a,
                     const char *b,
                     guint      *n_removed,
                     guint      *n_added)
{
  g_auto (GStrv) old = g_strsplit (a, "\n", -1);
  g_auto (GStrv) new = g_strsplit (b, "\n", -1);
  guint n_old = g_strv_length (old), n_new = g_strv_length (new);
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new) && strcmp (old[head], new[head]) == 0)
    head++;
  while (tail < MIN (n_old, n_new) - head && strcmp (old[n_old - 1 - tail], new[n_new - 1 - tail]) == 0)
    tail++;
  *n_removed = n_old - head - tail;
  *n_added = n_new - head - tail;
}

static void
assert_edit_changes (TlProject *project,
                     char     **text,
                     guint      n_removed,
                     guint      n_added)
{
  char *now = write_text (project);
  guint removed, added;

  count_changed_lines (*text, now, &removed, &added);
  g_assert_cmpuint (removed, ==, n_removed);
  g_assert_cmpuint (added, ==, n_added);
  g_free (*text);
  *text = now;
}

static void
test_one_edit_one_line (void)
{
  g_autoptr (TlProject) project = read_kitchen_sink ();
  g_autofree char *text = write_text (project);
  g_autoptr (GError) error = NULL;
  TlRecord *service = tl_project_lookup (project, "s3");
  TlRecord *tool = tl_record_new (&tl_tool_type);

  tl_edit_set (tl_project_lookup (project, "e3"), TL_ELEMENT_OWNER, "Somebody", &error);
  g_assert_no_error (error);
  assert_edit_changes (project, &text, 1, 1);

  tl_record_fill (tool, TL_TOOL_ID, "t3", NULL);
  tl_edit_add (TL_RECORD (project), TL_PROJECT_TOOLS, tool, &error);
  g_assert_no_error (error);
  assert_edit_changes (project, &text, 0, 1);

  tl_edit_set (tool, TL_TOOL_NOTE, "A note", &error);
  g_assert_no_error (error);
  assert_edit_changes (project, &text, 1, 3);

  tl_edit_remove (tool);
  assert_edit_changes (project, &text, 3, 0);

  tl_edit_set (service, TL_SERVICE_DESCRIPTION, "Something", &error);
  assert_edit_changes (project, &text, 1, 3);
}

static void
test_slices (void)
{
  g_autoptr (TlProject) project = read_kitchen_sink ();
  g_autofree char *text = write_text (project);
  TlWriter *writer = tl_writer_new (project);
  g_autoptr (GBytes) bytes = NULL;
  guint64 state = 0;

  while (tl_writer_step (writer, 0))
    ;
  bytes = tl_writer_finish (writer, &state);
  g_assert_cmpmem (text, strlen (text), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpuint (state, ==, tl_history_get_state (tl_project_get_history (project)));
}

/* A project that changes between two slices is written as it is at the end,
 * though what was being written has been taken away. */
static void
test_changed_between_slices (void)
{
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("2.1"), "Long");
  TlHistory *history = tl_project_get_history (project);
  TlRecord *service = tl_record_new (&tl_service_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *expected = NULL;
  TlWriter *writer;
  guint64 state;

  for (guint i = 0; i < 1000; i++)
    {
      TlRecord *element = tl_record_new (&tl_element_type);
      g_autofree char *id = g_strdup_printf ("e%u", i);

      tl_record_fill (element, TL_ELEMENT_ID, id, NULL);
      tl_record_fill (element, TL_ELEMENT_KIND, "capability", NULL);
      tl_record_adopt (service, TL_SERVICE_CONCEPTUAL, element, NULL);
    }
  tl_record_fill (service, TL_SERVICE_ID, "s1", NULL);
  tl_edit_add (TL_RECORD (project), TL_PROJECT_SERVICES, service, &error);
  g_assert_no_error (error);

  writer = tl_writer_new (project);
  g_assert_true (tl_writer_step (writer, 0));
  tl_edit_remove (service);
  tl_edit_set (TL_RECORD (project), TL_PROJECT_NAME, "Short", &error);
  g_assert_no_error (error);
  while (tl_writer_step (writer, 0))
    ;
  bytes = tl_writer_finish (writer, &state);
  expected = write_text (project);
  g_assert_cmpmem (expected, strlen (expected), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpuint (state, ==, tl_history_get_state (history));
}

/* Every character that a field can hold comes back. */
static void
test_characters (void)
{
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("2.1"), "Characters");
  g_autoptr (TlProject) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *line = "<&>\"' ]]> &amp; &#10; \u00a0\U0010fffd end ";
  const char *text = "<&>\"' ]]> \t tab\r\ncarriage\rreturns\n\n &amp; \U0001f642 ";

  tl_edit_set (TL_RECORD (project), TL_PROJECT_NAME, line, &error);
  g_assert_no_error (error);
  tl_edit_set (TL_RECORD (project), TL_PROJECT_DESCRIPTION, text, &error);
  g_assert_no_error (error);

  bytes = tl_writer_write (project);
  again = tl_reader_read_bytes (bytes, "again", TL_READ_STRICT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_record_get (TL_RECORD (again), TL_PROJECT_NAME), ==, line);
  g_assert_cmpstr (tl_record_get (TL_RECORD (again), TL_PROJECT_DESCRIPTION), ==, text);
}

/* Whatever fits into a field can be read again, though it takes more room. */
static void
test_long_values (void)
{
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("2.1"), "Long");
  g_autofree char *line = g_strnfill (64 * 1024 - 1, '"');
  g_autofree char *text = g_strnfill (16 * 1024 * 1024 - 1, '&');
  g_autoptr (TlProject) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 100; i < 16 * 1024 * 1024 - 1; i += 100)
    text[i] = '\n';
  tl_edit_set (TL_RECORD (project), TL_PROJECT_NAME, line, &error);
  g_assert_no_error (error);
  tl_edit_set (TL_RECORD (project), TL_PROJECT_DESCRIPTION, text, &error);
  g_assert_no_error (error);
  bytes = tl_writer_write (project);
  again = tl_reader_read_bytes (bytes, "again", TL_READ_STRICT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (strcmp (tl_record_get (TL_RECORD (again), TL_PROJECT_NAME), line), ==, 0);
  g_assert_cmpint (strcmp (tl_record_get (TL_RECORD (again), TL_PROJECT_DESCRIPTION), text), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/writer/empty", test_empty);
  g_test_add_func ("/store/writer/one-edit-one-line", test_one_edit_one_line);
  g_test_add_func ("/store/writer/slices", test_slices);
  g_test_add_func ("/store/writer/changed-between-slices", test_changed_between_slices);
  g_test_add_func ("/store/writer/characters", test_characters);
  g_test_add_func ("/store/writer/long-values", test_long_values);
  return g_test_run ();
}
