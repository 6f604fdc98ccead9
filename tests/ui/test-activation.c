/* test-activation.c: the desktop asks for windows, files and actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-bus-fixture.h"

#include "ui/tl-session.h"

#include <glib/gstdio.h>

#define APPLICATION "org.freedesktop.Application"

static void
activate_action (BusFixture *bus,
                 const char *name)
{
  g_variant_unref (bus_call (bus, BUS_PATH, APPLICATION, "ActivateAction",
                             g_variant_new_parsed ("(%s, @av [], @a{sv} {})", name)));
}

static void
activate (BusFixture *bus)
{
  g_variant_unref (bus_call (bus, BUS_PATH, APPLICATION, "Activate", g_variant_new_parsed ("(@a{sv} {},)")));
}

static void
go_to_page (BusFixture *bus,
            guint       n,
            const char *page)
{
  g_autofree char *path = g_strdup_printf (BUS_PATH "/window/%u", n);

  g_variant_unref (bus_call (bus, path, "org.gtk.Actions", "Activate",
                             g_variant_new_parsed ("('page', [<%s>], @a{sv} {})", page)));
}

/* Until @page is the page of a project in the n-th window. */
static void
wait_for_page (BusFixture *bus,
               guint       n,
               const char *page)
{
  tl_test_wait_for (bus_count_windows (bus) >= n && bus_shows_page (bus, n, page));
}

static void
open_sample (BusFixture *bus,
             const char *name)
{
  g_autofree char *relative = g_strdup_printf ("resources/samples/%s.it4it", name);
  g_autofree char *path = tl_test_build_source_path (relative);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  const char *uris[] = { uri, NULL };

  g_variant_unref (bus_call (bus, BUS_PATH, APPLICATION, "Open", g_variant_new ("(^as@a{sv})", uris,
                                                                               g_variant_new_parsed ("@a{sv} {}"))));
}

static void
test_activate (BusFixture    *bus,
               gconstpointer  data)
{
  activate (bus);
  tl_test_wait_for (bus_count_windows (bus) == 1);
  activate (bus);
  g_assert_cmpuint (bus_count_windows (bus), ==, 1);
}

static void
test_open (BusFixture    *bus,
           gconstpointer  data)
{
  open_sample (bus, "harbour-energy");
  wait_for_page (bus, 1, TL_PAGE_DIAGRAM);
  /* It is there already. */
  open_sample (bus, "harbour-energy");
  g_assert_cmpuint (bus_count_windows (bus), ==, 1);
}

static void
test_new_project (BusFixture    *bus,
                  gconstpointer  data)
{
  activate_action (bus, "new-project");
  tl_test_wait_for (bus_count_windows (bus) == 1);
}

static void
test_library (BusFixture    *bus,
              gconstpointer  data)
{
  activate_action (bus, "library");
  tl_test_wait_for (bus_count_windows (bus) == 1);
  activate_action (bus, "library");
  g_assert_cmpuint (bus_count_windows (bus), ==, 1);

  /* A window with a project stays as it is. */
  open_sample (bus, "harbour-energy");
  wait_for_page (bus, 1, TL_PAGE_DIAGRAM);
  activate_action (bus, "library");
  tl_test_wait_for (bus_count_windows (bus) == 2);
}

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* A desktop that does not know of D-Bus runs the program with an option. */
static void
test_options (BusFixture    *bus,
              gconstpointer  data)
{
  g_autofree char *program = g_build_filename (g_getenv ("TL_BUILD_ROOT"), "src", "ui", "throughline", NULL);
  const char *const library[] = { program, "--library", NULL };
  const char *const project[] = { program, "--new-project", NULL };

  open_sample (bus, "harbour-energy");
  wait_for_page (bus, 1, TL_PAGE_DIAGRAM);
  run (library);
  tl_test_wait_for (bus_count_windows (bus) == 2);
  run (project);
  g_assert_cmpuint (bus_count_windows (bus), ==, 2);
}

/* Two windows, each where it was. */
static void
wait_for_both (BusFixture *bus)
{
  wait_for_page (bus, 2, TL_PAGE_SERVICES);
  wait_for_page (bus, 1, TL_PAGE_LANDSCAPE);
  g_assert_cmpuint (bus_count_windows (bus), ==, 2);
}

/* The one that was used last comes back first. */
static void
test_restore (BusFixture    *bus,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (bus->directory, "throughline", "windows.ini", NULL);
  g_autofree char *windows = NULL;

  open_sample (bus, "northwind-bank");
  wait_for_page (bus, 1, TL_PAGE_DIAGRAM);
  open_sample (bus, "harbour-energy");
  wait_for_page (bus, 2, TL_PAGE_DIAGRAM);
  go_to_page (bus, 1, TL_PAGE_SERVICES);
  go_to_page (bus, 2, TL_PAGE_LANDSCAPE);
  bus_quit (bus);
  windows = tl_test_read_file (path);
  g_assert_nonnull (strstr (windows, "[Window 2]"));

  activate (bus);
  wait_for_both (bus);
  /* It had no time to say good-bye, but the windows are known by now. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  go_to_page (bus, 1, TL_PAGE_DIAGRAM);
  go_to_page (bus, 1, TL_PAGE_LANDSCAPE);
  tl_test_wait_for (g_file_test (path, G_FILE_TEST_EXISTS));
  bus_kill (bus);
  activate (bus);
  wait_for_both (bus);

  /* What is asked for by name comes alone. */
  bus_quit (bus);
  open_sample (bus, "northwind-bank");
  wait_for_page (bus, 1, TL_PAGE_DIAGRAM);
  activate (bus);
  g_assert_cmpuint (bus_count_windows (bus), ==, 1);
}

/* As from a terminal; it starts the program, too. */
static void
test_tool (BusFixture    *bus,
           gconstpointer  data)
{
  g_autofree char *tool = g_find_program_in_path ("gapplication");
  const char *const library[] = { tool, "action", TL_APP_ID, "library", NULL };

  if (tool == NULL)
    {
      g_test_skip ("there is no gapplication");
      return;
    }
  run (library);
  tl_test_wait_for (bus_count_windows (bus) == 1);
}

static void
add_tests (void)
{
  bus_add ("/activation/tool", test_tool, NULL);
  bus_add ("/activation/restore", test_restore, NULL);
  bus_add ("/activation/activate", test_activate, NULL);
  bus_add ("/activation/open", test_open, NULL);
  bus_add ("/activation/new-project", test_new_project, NULL);
  bus_add ("/activation/library", test_library, NULL);
  bus_add ("/activation/options", test_options, NULL);
}

int
main (int   argc,
      char *argv[])
{
  return bus_run (&argc, &argv, add_tests);
}
