/* test-load-error.c: a file that cannot be opened says why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "ui/tl-load-error-page.h"

static const char broken[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<project xmlns=\"urn:throughline:project:1\" id=\"p1\" edition=\"2.1\" name=\"Broken\">\n"
  "  <landscape>\n"
  "    <tool id=\"t1\" name=\"Good\"/>\n"
  "    <tool id=\"t2\" name=\"Bad\" annual-cost=\"a lot\"/>\n"
  "  </landscape>\n"
  "</project>\n";

static void
test_line_and_reason (WindowFixture *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = tl_test_write_file (fixture->directory, "broken.it4it", broken, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window;
  GtkWidget *page;

  tl_application_open_file (fixture->application, file);
  window = TL_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  tl_test_wait_for (g_str_equal (window_get_shown (window), "error"));
  page = window_find (window, TL_TYPE_LOAD_ERROR_PAGE);
  g_assert_true (window_says (page, "broken.it4it"));
  g_assert_true (window_says (page, "5"));
  g_assert_true (window_says (page, "a lot"));
  g_assert_null (tl_window_get_document (window));

  window_activate (window, "win.salvage", NULL);
  tl_test_wait_for (g_str_equal (window_get_shown (window), "project"));
  /* A copy: the damaged file is not what is saved over. */
  g_assert_null (tl_document_get_file (tl_window_get_document (window)));
  g_assert_true (tl_document_get_modified (tl_window_get_document (window)));
  g_assert_nonnull (tl_project_lookup (window_get_project (window), "t1"));
}

static guint
count_saying (GtkWidget  *root,
              const char *text)
{
  guint n = GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL;

  if (!gtk_widget_get_visible (root))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_saying (child, text);
  return n;
}

static void
test_one_problem_is_said_once (WindowFixture *fixture,
                               gconstpointer  data)
{
  static const char cut[] = "<project xmlns=\"urn:throughline:project:1\" id=\"p\" edition=\"2.1\" name=\"Bank\">\n";
  g_autofree char *path = tl_test_write_file (fixture->directory, "cut.it4it", cut, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window;

  tl_application_open_file (fixture->application, file);
  window = TL_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  tl_test_wait_for (g_str_equal (window_get_shown (window), "error"));
  g_assert_cmpuint (count_saying (window_find (window, TL_TYPE_LOAD_ERROR_PAGE), "cut short"), ==, 1);
}

static void
test_missing (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "not-there.it4it", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window;

  tl_application_open_file (fixture->application, file);
  window = TL_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  tl_test_wait_for (g_str_equal (window_get_shown (window), "error"));
  g_assert_true (window_says (window_find (window, TL_TYPE_LOAD_ERROR_PAGE), "not-there.it4it"));
  /* The window is still there for another file. */
  g_assert_true (tl_window_is_free (window));
}

static void
add_tests (void)
{
  window_add ("/load-error/line-and-reason", NULL, test_line_and_reason);
  window_add ("/load-error/one-problem-is-said-once", NULL, test_one_problem_is_said_once);
  window_add ("/load-error/missing", NULL, test_missing);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
