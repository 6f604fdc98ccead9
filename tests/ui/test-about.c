/* test-about.c: what the program says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

static void
test_about (WindowFixture *fixture,
            gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  AdwAboutWindow *about;
  g_autofree char *version = NULL;
  const char *info;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "about", NULL);
  about = ADW_ABOUT_WINDOW (window_wait_for_dialog (window));
  g_assert_cmpstr (adw_about_window_get_version (about), ==, TL_VERSION);
  g_assert_cmpint (adw_about_window_get_license_type (about), ==, GTK_LICENSE_GPL_3_0);
  g_assert_true (g_str_has_prefix (adw_about_window_get_website (about), "https://"));
  g_assert_true (g_str_has_prefix (adw_about_window_get_issue_url (about), "https://"));
  g_assert_cmpstr (adw_about_window_get_release_notes (about), !=, "");

  /* Of the program and what it runs on, not of who uses it. */
  info = adw_about_window_get_debug_info (about);
  version = g_strdup_printf ("GTK: %u.%u.", gtk_get_major_version (), gtk_get_minor_version ());
  g_assert_nonnull (strstr (info, TL_VERSION));
  g_assert_nonnull (strstr (info, version));
  g_assert_null (strstr (info, g_get_home_dir ()));
  g_assert_null (strstr (info, g_get_host_name ()));
  gtk_window_close (GTK_WINDOW (about));
}

static void
add_tests (void)
{
  window_add ("/about", NULL, test_about);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
