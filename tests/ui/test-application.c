/* test-application.c: files are opened at what was looked for in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "ui/tl-new-dialog.h"

static GFile *
get_sample (void)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");

  return g_file_new_for_path (path);
}

static char *
dup_key (TlWindow   *window,
         const char *service,
         const char *element)
{
  TlRecord *project = TL_RECORD (window_get_project (window));

  for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_SERVICES); i++)
    {
      TlRecord *record = tl_record_get_child (project, TL_PROJECT_SERVICES, i);

      if (!g_str_equal (tl_record_get_name (record), service))
        continue;
      for (guint list = 0; list < 3; list++)
        for (guint j = 0; j < tl_record_get_n_items (record, list); j++)
          if (g_str_equal (tl_record_get_name (tl_record_get_child (record, list, j)), element))
            return tl_session_dup_record_key (tl_record_get_child (record, list, j));
    }
  g_assert_not_reached ();
}

static gboolean
shows (TlWindow   *window,
       const char *key)
{
  TlSession *session = tl_window_get_session (window);

  return window_get_project (window) != NULL &&
         g_strcmp0 (tl_session_get_selection (session), key) == 0 &&
         g_str_equal (tl_session_get_page (session), TL_PAGE_BLUEPRINT);
}

static void
test_element (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();
  g_autofree char *path = g_file_get_path (file);
  TlWindow *window = window_fixture_open_file (fixture, path);
  g_autofree char *key = dup_key (window, "Online payments", "Checkout API");

  /* In the window that has it. */
  tl_application_open_file_at (fixture->application, file, key);
  g_assert_true (shows (window, key));
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  tl_test_wait_for (window_fixture_count (fixture) == 0);

  /* In one that has yet to read it. */
  tl_application_open_file_at (fixture->application, file, key);
  window = window_fixture_find_file (fixture, file);
  g_assert_nonnull (window);
  tl_test_wait_for (shows (window, key));
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
}

static void
test_concept (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();
  TlWindow *window;

  tl_application_open_file_at (fixture->application, file, "component:incident");
  window = window_fixture_find_file (fixture, file);
  g_assert_nonnull (window);
  tl_test_wait_for (window_get_project (window) != NULL);
  g_assert_cmpstr (tl_session_get_selection (tl_window_get_session (window)), ==, "component:incident");
  g_assert_cmpstr (tl_session_get_page (tl_window_get_session (window)), ==, TL_PAGE_DIAGRAM);
}

/* An index may be behind the file. */
static void
test_gone (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = get_sample ();
  TlWindow *window;

  tl_application_open_file_at (fixture->application, file, "record:no-such-thing");
  window = window_fixture_find_file (fixture, file);
  g_assert_nonnull (window);
  tl_test_wait_for (window_get_project (window) != NULL);
  g_assert_null (tl_session_get_selection (tl_window_get_session (window)));
  tl_test_wait_for (window_says (window, "It is no longer in this project"));
}

/* So that it lists the file among those used last, and can open it again. */
static void
test_recent (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  g_autoptr (GFile) file = get_sample ();
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *expected = g_strdup_printf ("throughline %s", uri);
  g_autoptr (GtkRecentInfo) info = NULL;
  const char *call;
  guint count;
  GDateTime *stamp;

  window_fixture_open_file (fixture, path);
  tl_test_wait_for (gtk_recent_manager_has_item (manager, uri));
  info = gtk_recent_manager_lookup_item (manager, uri, NULL);
  g_assert_cmpstr (gtk_recent_info_get_mime_type (info), ==, "application/x-it4it+xml");
  g_assert_false (gtk_recent_info_get_private_hint (info));
  g_assert_true (gtk_recent_info_get_application_info (info, "Throughline", &call, &count, &stamp));
  g_assert_cmpstr (call, ==, expected);
}

/* As the desktop asks for them, with no window there. */
static void
test_actions (WindowFixture *fixture,
              gconstpointer  data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->application);
  g_autoptr (GFile) file = get_sample ();
  TlWindow *window;

  g_action_group_activate_action (actions, "new-project", NULL);
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
  window = window_fixture_find_file (fixture, NULL);
  g_assert_true (TL_IS_NEW_DIALOG (window_wait_for_dialog (window)));

  /* The window that the dialog is over is the one that is used. */
  g_action_group_activate_action (actions, "library", NULL);
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
  gtk_window_close (GTK_WINDOW (window_wait_for_dialog (window)));
  tl_application_open_file (fixture->application, file);
  tl_test_wait_for (window_get_project (window) != NULL);
  g_action_group_activate_action (actions, "library", NULL);
  g_assert_cmpuint (window_fixture_count (fixture), ==, 2);
}

static void
add_tests (void)
{
  window_add ("/application/actions", NULL, test_actions);
  window_add ("/application/recent", NULL, test_recent);
  window_add ("/application/open-at/element", NULL, test_element);
  window_add ("/application/open-at/concept", NULL, test_concept);
  window_add ("/application/open-at/gone", NULL, test_gone);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
