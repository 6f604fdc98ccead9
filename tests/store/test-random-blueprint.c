/* test-random-blueprint.c: whatever is drawn can be taken back, and the file says it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-reader.h"
#include "tl-random-blueprint.h"
#include "tl-random-edits.h"

#include <string.h>

#define N_STEPS 2500

/* A window with a project: what it was when it was opened, and is now. */
typedef struct
{
  TlProject *project;
  TlHistory *history;
  char      *start;
  char      *text;
} Window;

static TlProject *
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  TlProject *project = tl_reader_read_bytes (bytes, "written", TL_READ_STRICT, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static void
window_open (Window     *window,
             const char *text)
{
  window->project = read_text (text);
  window->history = tl_project_get_history (window->project);
  window->start = tl_random_write (window->project);
  window->text = g_strdup (window->start);
  g_assert_cmpstr (window->start, ==, text);
}

/* All that was done since it was opened goes, one by one. */
static void
window_close (Window *window)
{
  g_autofree char *end = NULL;

  while (tl_history_get_can_undo (window->history))
    tl_history_undo (window->history);
  tl_random_editor_check (window->project);
  end = tl_random_write (window->project);
  g_assert_cmpstr (end, ==, window->start);
  g_assert_false (tl_history_get_modified (window->history));

  g_assert_finalize_object (window->project);
  g_free (window->start);
  g_free (window->text);
}

static void
window_reopen (Window *window)
{
  g_autofree char *text = g_strdup (window->text);

  window_close (window);
  window_open (window, text);
}

/* Once back and once forth, so that each edit is seen to be one; not where it
 * may have become part of another. */
static void
check_undo (Window     *window,
            const char *after)
{
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  if (g_str_equal (window->text, after))
    return;
  tl_history_undo (window->history);
  undone = tl_random_write (window->project);
  g_assert_cmpstr (undone, ==, window->text);
  tl_random_editor_check (window->project);
  tl_history_redo (window->history);
  redone = tl_random_write (window->project);
  g_assert_cmpstr (redone, ==, after);
}

static void
window_step (Window         *window,
             TlRandomEditor *editor)
{
  int kind = g_rand_int_range (editor->random, 0, 12);
  const char *what = kind == 0 ? "undo" : kind == 1 ? "redo" : NULL;
  char *after;

  if (kind == 0)
    tl_history_undo (window->history);
  else if (kind == 1)
    tl_history_redo (window->history);
  else
    what = tl_random_editor_step (editor, window->project);

  tl_random_editor_check (window->project);
  after = tl_random_write (window->project);
  if (kind > 1 && !g_str_equal (what, "move"))
    check_undo (window, after);
  g_free (window->text);
  window->text = after;
}

static char *
create_project (const char *version)
{
  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<project xmlns=\"urn:throughline:project:1\" id=\"p%s\" edition=\"%s\" name=\"Bank\">\n"
                          "  <services>\n"
                          "    <service id=\"s1\" name=\"Payments\"/>\n"
                          "    <service id=\"s2\" name=\"Platform\"/>\n"
                          "    <service id=\"s3\" name=\"Workplace\"/>\n"
                          "  </services>\n"
                          "</project>\n",
                          version, version);
}

static void
test_random_blueprint (gconstpointer data)
{
  const char *const *versions = data;
  guint32 seed = g_test_rand_int ();
  TlRandomEditor editor = { g_rand_new_with_seed (seed), NULL };
  Window windows[2];

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = create_project (versions[i]);

      window_open (&windows[i], text);
    }

  for (guint i = 0; i < N_STEPS; i++)
    {
      Window *window = &windows[g_rand_int_range (editor.random, 0, 2)];

      window_step (window, &editor);
      if (g_rand_int_range (editor.random, 0, 60) == 0)
        window_reopen (window);
    }

  for (guint i = 0; i < 2; i++)
    {
      g_test_message ("%" G_GSIZE_FORMAT " bytes in the end", strlen (windows[i].text));
      window_close (&windows[i]);
    }
  g_clear_pointer (&editor.clip, g_bytes_unref);
  g_rand_free (editor.random);
}

int
main (int argc, char *argv[])
{
  static const char *const pairs[][2] = { { "2.1", "2.1" }, { "3.0", "3.0" }, { "2.1", "3.0" } };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/random-blueprint/%s-%s", pairs[i][0], pairs[i][1]);

      g_test_add_data_func (path, pairs[i], test_random_blueprint);
    }
  return g_test_run ();
}
