/* tl-bus-fixture.c: the program as the desktop starts it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-bus-fixture.h"

#include <signal.h>

static char *display;

void
bus_fixture_set_up (BusFixture    *bus,
                    gconstpointer  prepare)
{
  g_autofree char *service = NULL;
  g_autoptr (GError) error = NULL;

  bus->directory = tl_test_create_directory ();
  if (prepare != NULL)
    ((BusPrepare) prepare) (bus->directory);
  /* Of the program that is started, not of this one. A bus that goes takes the
   * display from those after it. */
  g_setenv ("DISPLAY", display, TRUE);
  g_setenv ("XDG_DATA_HOME", bus->directory, TRUE);
  g_setenv ("XDG_STATE_HOME", bus->directory, TRUE);
  service = g_strdup_printf ("[D-BUS Service]\nName=%s\nExec=%s/src/ui/throughline --gapplication-service\n", TL_APP_ID,
                             g_getenv ("TL_BUILD_ROOT"));
  g_free (tl_test_write_file (bus->directory, TL_APP_ID ".service", service, -1));
  bus->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (bus->bus, bus->directory);
  g_test_dbus_up (bus->bus);
  bus->connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (bus->bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
}

GVariant *
bus_call (BusFixture *bus,
          const char *path,
          const char *interface,
          const char *method,
          GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *result = g_dbus_connection_call_sync (bus->connection, TL_APP_ID, path, interface, method, parameters,
                                                  NULL, G_DBUS_CALL_FLAGS_NONE, TL_TEST_PATIENCE * 1000, NULL, &error);

  g_assert_no_error (error);
  return result;
}

gboolean
bus_is_running (BusFixture *bus)
{
  g_autoptr (GVariant) result = g_dbus_connection_call_sync (
    bus->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
    g_variant_new ("(s)", TL_APP_ID), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean running;

  g_variant_get (result, "(b)", &running);
  return running;
}

static pid_t
get_process (BusFixture *bus)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) result = g_dbus_connection_call_sync (
    bus->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
    "GetConnectionUnixProcessID", g_variant_new ("(s)", TL_APP_ID), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  guint32 pid;

  g_assert_no_error (error);
  g_variant_get (result, "(u)", &pid);
  return (pid_t) pid;
}

/* It leaves the bus before it has written all, and the bus daemon takes its exit status. */
static gboolean
has_ended (BusFixture *bus,
           pid_t       pid)
{
  return !bus_is_running (bus) && kill (pid, 0) != 0;
}

void
bus_quit (BusFixture *bus)
{
  pid_t pid = get_process (bus);

  g_variant_unref (bus_call (bus, BUS_PATH, "org.gtk.Actions", "Activate",
                             g_variant_new_parsed ("('quit', @av [], @a{sv} {})")));
  tl_test_wait_for (has_ended (bus, pid));
}

void
bus_kill (BusFixture *bus)
{
  pid_t pid = get_process (bus);

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  tl_test_wait_for (has_ended (bus, pid));
}

void
bus_fixture_tear_down (BusFixture    *bus,
                       gconstpointer  prepare)
{
  if (bus_is_running (bus))
    bus_quit (bus);
  g_clear_object (&bus->connection);
  g_test_dbus_down (bus->bus);
  g_clear_object (&bus->bus);
  tl_test_remove_directory (bus->directory);
}

guint
bus_count_windows (BusFixture *bus)
{
  g_autoptr (GVariant) result = bus_call (bus, BUS_PATH "/window", "org.freedesktop.DBus.Introspectable",
                                          "Introspect", NULL);
  g_autoptr (GDBusNodeInfo) node = NULL;
  const char *xml;
  guint n = 0;

  g_variant_get (result, "(&s)", &xml);
  node = g_dbus_node_info_new_for_xml (xml, NULL);
  while (node != NULL && node->nodes != NULL && node->nodes[n] != NULL)
    n++;
  return n;
}

gboolean
bus_shows_page (BusFixture *bus,
                guint       n,
                const char *page)
{
  g_autofree char *path = g_strdup_printf (BUS_PATH "/window/%u", n);
  g_autoptr (GVariant) result = bus_call (bus, path, "org.gtk.Actions", "Describe", g_variant_new ("(s)", "page"));
  g_autoptr (GVariant) states = g_variant_get_child_value (result, 0);
  g_autoptr (GVariant) list = g_variant_get_child_value (states, 2);
  g_autoptr (GVariant) boxed = g_variant_n_children (list) > 0 ? g_variant_get_child_value (list, 0) : NULL;
  g_autoptr (GVariant) state = boxed != NULL ? g_variant_get_variant (boxed) : NULL;

  return state != NULL && g_str_equal (g_variant_get_string (state, NULL), page);
}

int
bus_run (int    *argc,
         char ***argv,
         void  (*add_tests) (void))
{
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  display = g_strdup (g_getenv ("DISPLAY"));
  if (display == NULL)
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  add_tests ();
  return g_test_run ();
}
