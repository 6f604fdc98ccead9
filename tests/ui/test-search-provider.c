/* test-search-provider.c: the desktop finds things, and opens them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-support.h"

#include "library/tl-index.h"
#include "ui/tl-session.h"

#define PATH "/io/github/throughline_it/Throughline"
#define PROVIDER "org.gnome.Shell.SearchProvider2"

static char *display;

/* A session bus that starts the program when it is asked for, as it is installed. */
typedef struct
{
  char            *directory;
  GTestDBus       *bus;
  GDBusConnection *connection;
} Desktop;

static void
fill_library (const char *directory)
{
  static const char *const samples[] = { "northwind-bank", "harbour-energy" };
  g_autofree char *path = g_build_filename (directory, "throughline", "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIndex) index = tl_index_open (path, TL_INDEX_READ_WRITE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *relative = g_strdup_printf ("resources/samples/%s.it4it", samples[i]);
      g_autofree char *sample = tl_test_build_source_path (relative);
      g_autoptr (GFile) file = g_file_new_for_path (sample);

      tl_index_update_file (index, file, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
set_up (Desktop       *desktop,
        gconstpointer  data)
{
  g_autofree char *services = NULL;
  g_autofree char *service = NULL;
  g_autoptr (GError) error = NULL;

  desktop->directory = tl_test_create_directory ();
  fill_library (desktop->directory);
  /* Of the program that is started, not of this one. A bus that goes takes the
   * display from those after it. */
  g_setenv ("DISPLAY", display, TRUE);
  g_setenv ("XDG_DATA_HOME", desktop->directory, TRUE);
  service = g_strdup_printf ("[D-BUS Service]\nName=%s\nExec=%s/src/ui/throughline --gapplication-service\n", TL_APP_ID,
                             g_getenv ("TL_BUILD_ROOT"));
  g_free (tl_test_write_file (desktop->directory, TL_APP_ID ".service", service, -1));
  desktop->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (desktop->bus, desktop->directory);
  g_test_dbus_up (desktop->bus);
  desktop->connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (desktop->bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GVariant *
call (Desktop    *desktop,
      const char *path,
      const char *interface,
      const char *method,
      GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *result = g_dbus_connection_call_sync (desktop->connection, TL_APP_ID, path, interface, method, parameters,
                                                  NULL, G_DBUS_CALL_FLAGS_NONE, TL_TEST_PATIENCE * 1000, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static gboolean
is_running (Desktop *desktop)
{
  g_autoptr (GVariant) result = g_dbus_connection_call_sync (
    desktop->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
    g_variant_new ("(s)", TL_APP_ID), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean running;

  g_variant_get (result, "(b)", &running);
  return running;
}

static void
tear_down (Desktop       *desktop,
           gconstpointer  data)
{
  if (is_running (desktop))
    g_variant_unref (call (desktop, PATH, "org.gtk.Actions", "Activate",
                           g_variant_new_parsed ("('quit', @av [], @a{sv} {})")));
  tl_test_wait_for (!is_running (desktop));
  g_clear_object (&desktop->connection);
  g_test_dbus_down (desktop->bus);
  g_clear_object (&desktop->bus);
  tl_test_remove_directory (desktop->directory);
}

static char **
find (Desktop    *desktop,
      const char *first,
      const char *second)
{
  const char *terms[] = { first, second, NULL };
  g_autoptr (GVariant) result = call (desktop, PATH "/SearchProvider", PROVIDER, "GetInitialResultSet",
                                      g_variant_new ("(^as)", terms));
  char **names;

  g_variant_get (result, "(^as)", &names);
  return names;
}

static char *
dup_meta (Desktop    *desktop,
          const char *name,
          const char *what)
{
  const char *names[] = { name, NULL };
  g_autoptr (GVariant) result = call (desktop, PATH "/SearchProvider", PROVIDER, "GetResultMetas",
                                      g_variant_new ("(^as)", names));
  g_autoptr (GVariant) metas = g_variant_get_child_value (result, 0);
  g_autoptr (GVariant) meta = g_variant_get_child_value (metas, 0);
  char *text = NULL;

  g_assert_cmpuint (g_variant_n_children (metas), ==, 1);
  g_variant_lookup (meta, what, "s", &text);
  return text;
}

static guint
count_windows (Desktop *desktop)
{
  g_autoptr (GVariant) result = call (desktop, PATH "/window", "org.freedesktop.DBus.Introspectable", "Introspect", NULL);
  g_autoptr (GDBusNodeInfo) node = NULL;
  const char *xml;
  guint n = 0;

  g_variant_get (result, "(&s)", &xml);
  node = g_dbus_node_info_new_for_xml (xml, NULL);
  while (node != NULL && node->nodes != NULL && node->nodes[n] != NULL)
    n++;
  return n;
}

/* The page that the first window shows, as the state of its action says. */
static gboolean
shows_page (Desktop    *desktop,
            const char *page)
{
  g_autoptr (GVariant) result = call (desktop, PATH "/window/1", "org.gtk.Actions", "Describe",
                                      g_variant_new ("(s)", "page"));
  g_autoptr (GVariant) states = g_variant_get_child_value (result, 0);
  g_autoptr (GVariant) list = g_variant_get_child_value (states, 2);
  g_autoptr (GVariant) boxed = g_variant_n_children (list) > 0 ? g_variant_get_child_value (list, 0) : NULL;
  g_autoptr (GVariant) state = boxed != NULL ? g_variant_get_variant (boxed) : NULL;

  return state != NULL && g_str_equal (g_variant_get_string (state, NULL), page);
}

static void
test_find (Desktop       *desktop,
           gconstpointer  data)
{
  g_auto (GStrv) names = find (desktop, "checkout", "api");
  g_auto (GStrv) many = find (desktop, "s", NULL);
  g_auto (GStrv) none = find (desktop, "no such thing", "at all");
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  g_assert_cmpuint (g_strv_length (names), >, 0);
  name = dup_meta (desktop, names[0], "name");
  description = dup_meta (desktop, names[0], "description");
  g_assert_cmpstr (name, ==, "Checkout API");
  g_assert_nonnull (strstr (description, "Northwind Bank"));
  g_assert_cmpuint (g_strv_length (many), <=, 20);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  /* It was started for this, and shows nothing. */
  g_assert_cmpuint (count_windows (desktop), ==, 0);
}

static void
test_narrow (Desktop       *desktop,
             gconstpointer  data)
{
  const char *terms[] = { "check", "api", NULL };
  g_auto (GStrv) before = find (desktop, "check", NULL);
  g_autoptr (GVariant) result = call (desktop, PATH "/SearchProvider", PROVIDER, "GetSubsearchResultSet",
                                      g_variant_new ("(^as^as)", before, terms));
  g_auto (GStrv) names = NULL;
  g_autofree char *name = NULL;

  g_variant_get (result, "(^as)", &names);
  g_assert_cmpuint (g_strv_length (names), >, 0);
  g_assert_cmpuint (g_strv_length (names), <, g_strv_length (before));
  name = dup_meta (desktop, names[0], "name");
  g_assert_cmpstr (name, ==, "Checkout API");
}

static void
test_activate (Desktop       *desktop,
               gconstpointer  data)
{
  const char *terms[] = { "checkout", NULL };
  g_auto (GStrv) names = find (desktop, "checkout", "api");

  g_assert_cmpuint (g_strv_length (names), >, 0);
  g_variant_unref (call (desktop, PATH "/SearchProvider", PROVIDER, "ActivateResult",
                         g_variant_new ("(s^asu)", names[0], terms, 0)));
  tl_test_wait_for (count_windows (desktop) == 1);
  tl_test_wait_for (shows_page (desktop, TL_PAGE_BLUEPRINT));

  /* Also what a program that has ended since has found. */
  g_variant_unref (call (desktop, PATH, "org.gtk.Actions", "Activate",
                         g_variant_new_parsed ("('quit', @av [], @a{sv} {})")));
  tl_test_wait_for (!is_running (desktop));
  g_variant_unref (call (desktop, PATH "/SearchProvider", PROVIDER, "ActivateResult",
                         g_variant_new ("(s^asu)", names[0], terms, 0)));
  tl_test_wait_for (count_windows (desktop) == 1);
  tl_test_wait_for (shows_page (desktop, TL_PAGE_BLUEPRINT));
}

static void
test_launch (Desktop       *desktop,
             gconstpointer  data)
{
  const char *terms[] = { "checkout", "api", NULL };

  g_variant_unref (call (desktop, PATH "/SearchProvider", PROVIDER, "LaunchSearch",
                         g_variant_new ("(^asu)", terms, 0)));
  tl_test_wait_for (count_windows (desktop) == 1);
}

#define add(path, function) g_test_add (path, Desktop, NULL, set_up, function, tear_down)

static void
add_tests (void)
{
  add ("/search-provider/find", test_find);
  add ("/search-provider/narrow", test_narrow);
  add ("/search-provider/activate", test_activate);
  add ("/search-provider/launch", test_launch);
}

int
main (int   argc,
      char *argv[])
{
  /* GTK is only in the program that is started. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  display = g_strdup (g_getenv ("DISPLAY"));
  if (display == NULL)
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  add_tests ();
  return g_test_run ();
}
