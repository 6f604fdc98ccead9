/* test-random-edits-file.c: whatever is done, the file says it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-reader.h"
#include "tl-random-edits.h"
#include "tl-test-support.h"

#include <string.h>

static TlProject *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TlProject *project = tl_reader_read_bytes (bytes, "written", TL_READ_STRICT, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static void
test_random_edits (gconstpointer name)
{
  g_autofree char *relative = g_build_filename ("tests", "data", name, NULL);
  g_autofree char *start = tl_test_read_source_file (relative, NULL);
  g_autoptr (TlProject) project = read_text (start);
  TlHistory *history = tl_project_get_history (project);
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 500; i++)
    {
      tl_random_edit (random, project);
      if (i % 25 == 0)
        {
          g_autofree char *text = tl_random_write (project);
          g_autoptr (TlProject) again = read_text (text);
          g_autofree char *text_again = tl_random_write (again);

          g_assert_cmpstr (text_again, ==, text);
        }
    }

  while (tl_history_get_can_undo (history))
    tl_history_undo (history);
  {
    g_autofree char *end = tl_random_write (project);

    g_assert_cmpstr (end, ==, start);
  }
  g_assert_false (tl_history_get_modified (history));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/store/random-edits/kitchen-sink", "kitchen-sink.it4it", test_random_edits);
  g_test_add_data_func ("/store/random-edits/unknown", "unknown.it4it", test_random_edits);
  return g_test_run ();
}
