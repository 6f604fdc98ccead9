/* test-close-question.c: nothing is lost by closing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-toplevel.h"
#include "tl-window-fixture.h"

#include "project/tl-edit.h"

static void
change_name (TlWindow   *window,
             const char *name)
{
  g_autoptr (GError) error = NULL;

  tl_edit_set (TL_RECORD (window_get_project (window)), TL_PROJECT_NAME, name, &error);
  g_assert_no_error (error);
}

/* Presses the button of a response. */
static void
answer (GtkWidget  *dialog,
        const char *response)
{
  const char *label;

  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  label = adw_message_dialog_get_response_label (ADW_MESSAGE_DIALOG (dialog), response);
  for (guint i = 0;; i++)
    {
      GtkWidget *button = window_find_nth (dialog, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      return;
    }
}

static void
test_unchanged (WindowFixture *fixture,
                gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  g_autofree char *path = g_build_filename (fixture->directory, "a.it4it", NULL);

  window_save_as (window, path);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpuint (window_fixture_count (fixture), ==, 0);
}

static void
test_cancel_and_discard (WindowFixture *fixture,
                         gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");

  change_name (window, "Changed");
  gtk_window_close (GTK_WINDOW (window));
  answer (window_wait_for_dialog (window), "cancel");
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
  g_assert_true (tl_document_get_modified (tl_window_get_document (window)));

  gtk_window_close (GTK_WINDOW (window));
  answer (window_wait_for_dialog (window), "discard");
  tl_test_wait_for (window_fixture_count (fixture) == 0);
}

static void
test_save (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "3.0", "empty");
  g_autofree char *path = g_build_filename (fixture->directory, "b.it4it", NULL);
  g_autofree char *text = NULL;

  window_save_as (window, path);
  change_name (window, "Saved while closing");
  gtk_window_close (GTK_WINDOW (window));
  answer (window_wait_for_dialog (window), "save");
  tl_test_wait_for (window_fixture_count (fixture) == 0);
  text = tl_test_read_file (path);
  g_assert_nonnull (strstr (text, "Saved while closing"));
}

/* Somebody else has written the file: asked before it is overwritten. */
static void
test_changed_on_disk (WindowFixture *fixture,
                      gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  g_autofree char *path = g_build_filename (fixture->directory, "c.it4it", NULL);
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  window_save_as (window, path);
  text = tl_test_read_file (path);
  g_free (tl_test_write_file (fixture->directory, "c.it4it", "something else", -1));
  change_name (window, "Mine");
  window_activate (window, "win.save", NULL);
  answer (window_wait_for_dialog (window), "cancel");
  other = tl_test_read_file (path);
  g_assert_cmpstr (other, ==, "something else");
  g_assert_true (tl_document_get_modified (tl_window_get_document (window)));

  window_activate (window, "win.save", NULL);
  answer (window_wait_for_dialog (window), "overwrite");
  tl_test_wait_for (!tl_document_get_modified (tl_window_get_document (window)));
  g_free (other);
  other = tl_test_read_file (path);
  g_assert_nonnull (strstr (other, "Mine"));
}

/* Quitting asks for one window after the other; one Cancel ends it. */
static void
test_quit (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *first = window_fixture_open_new (fixture, "2.1", "empty");
  TlWindow *second = window_fixture_open_new (fixture, "3.0", "empty");

  g_assert_true (first != second);
  change_name (first, "First");
  change_name (second, "Second");

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  tl_test_wait_for (tl_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  answer (tl_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG), "cancel");
  g_assert_cmpuint (window_fixture_count (fixture), ==, 2);
}

static void
add_tests (void)
{
  window_add ("/close/unchanged", NULL, test_unchanged);
  window_add ("/close/cancel-and-discard", NULL, test_cancel_and_discard);
  window_add ("/close/save", NULL, test_save);
  window_add ("/close/changed-on-disk", NULL, test_changed_on_disk);
  window_add ("/close/quit", NULL, test_quit);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
