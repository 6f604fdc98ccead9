/* test-reconcile-dialog.c: a list of what runs, read, compared, and accepted in part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "project/tl-service.h"
#include "ui/tl-reconcile-dialog.h"

static TlWindow *
open_sample (WindowFixture *fixture)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_SOURCE_ROOT"), "resources", "samples",
                                            "northwind-bank.it4it", NULL);

  return window_fixture_open_file (fixture, path);
}

static TlRecord *
get_service (TlWindow *window)
{
  return tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0);
}

static GtkWidget *
find_accept (GtkWidget *dialog)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = window_find_nth (dialog, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (gtk_widget_has_css_class (button, "suggested-action"))
        return button;
    }
}

static guint
count_checks (GtkWidget *dialog,
              GtkWidget **first)
{
  guint n = 0;
  guint n_changes = 0;
  GtkWidget *check;

  while ((check = window_find_nth (dialog, GTK_TYPE_CHECK_BUTTON, n)) != NULL)
    {
      /* The first is that of all; where nothing would change there is none to be seen. */
      if (n++ == 0 || !gtk_widget_get_visible (check))
        continue;
      if (n_changes++ == 0)
        *first = check;
    }
  return n_changes;
}

static void
test_accept (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_SOURCE_ROOT"), "data", "examples",
                                            "online-payments-actual-items.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window = open_sample (fixture);
  TlHistory *history = tl_project_get_history (window_get_project (window));
  GtkWidget *dialog;
  GtkWidget *check = NULL;
  GtkWidget *accept;
  g_autofree char *before = NULL;
  guint n;

  tl_window_reconcile_with (window, get_service (window), file);
  dialog = window_wait_for_dialog (window);
  g_assert_true (TL_IS_RECONCILE_DIALOG (dialog));
  n = count_checks (dialog, &check);
  g_assert_cmpuint (n, >, 1);
  accept = find_accept (dialog);
  before = g_strdup_printf ("_Accept %u", n);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (accept)), ==, before);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (accept)), !=, before);
  g_signal_emit_by_name (accept, "clicked");
  g_assert_true (tl_history_get_can_undo (history));
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Reconcile Online payments");
  window_activate (window, "win.undo", NULL);
  g_assert_false (tl_history_get_can_undo (history));
}

static void
test_none (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "none.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "name,type\n", -1, NULL));
  window_activate (window, "win.add-service", NULL);
  tl_window_reconcile_with (window, get_service (window), file);
  dialog = window_wait_for_dialog (window);
  g_assert_true (TL_IS_RECONCILE_DIALOG (dialog));
  g_assert_false (gtk_widget_get_sensitive (find_accept (dialog)));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* A long list has rows where it is looked at, and is accepted all the same. */
static void
test_long (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "long.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("name,type\n");
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  TlRecord *service;
  GtkWidget *dialog;
  GtkWidget *check = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "db-%u,database\n", i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  window_activate (window, "win.add-service", NULL);
  service = get_service (window);
  tl_window_reconcile_with (window, service, file);
  dialog = window_wait_for_dialog (window);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_accept (dialog))), ==, "_Accept 1000");
  g_assert_cmpuint (count_checks (dialog, &check), <, 500);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_accept (dialog))), ==, "_Accept 999");
  g_signal_emit_by_name (find_accept (dialog), "clicked");
  g_assert_cmpuint (tl_record_get_n_items (service, TL_SERVICE_REALIZED), ==, 999);
}

/* In words, with the line. */
static void
test_broken (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "broken.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window = open_sample (fixture);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "name,type\n\"vault,application\n", -1, NULL));
  tl_window_reconcile_with (window, get_service (window), file);
  dialog = window_wait_for_dialog (window);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "2"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  window_add ("/reconcile/accept", NULL, test_accept);
  window_add ("/reconcile/none", NULL, test_none);
  window_add ("/reconcile/long", NULL, test_long);
  window_add ("/reconcile/broken", NULL, test_broken);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
