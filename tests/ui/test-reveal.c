/* test-reveal.c: a file manager, or the portal, is asked to show a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/tl-reveal.h"

#include "tl-test-support.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>

static const char interfaces[] =
  "<node>"
  "  <interface name='org.freedesktop.FileManager1'>"
  "    <method name='ShowItems'><arg type='as' direction='in'/><arg type='s' direction='in'/></method>"
  "  </interface>"
  "  <interface name='org.freedesktop.portal.OpenURI'>"
  "    <method name='OpenDirectory'>"
  "      <arg type='s' direction='in'/><arg type='h' direction='in'/><arg type='a{sv}' direction='in'/>"
  "      <arg type='o' direction='out'/>"
  "    </method>"
  "  </interface>"
  "</node>";

/* A session bus with those on it that are asked, and what they were shown. */
typedef struct
{
  GApplication *application;
  char         *directory;
  char         *path;
  char         *uri;
  char         *shown; /* a path or URI, NULL before */
} Fixture;

static char *
dup_path_of_descriptor (GDBusMethodInvocation *invocation,
                        int                    index)
{
  GUnixFDList *fds = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  int fd = g_unix_fd_list_get (fds, index, NULL);
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  char *path = g_file_read_link (link, NULL);

  /* The portal refuses more, when no more is asked for. */
  g_assert_cmpint (fcntl (fd, F_GETFL) & (O_ACCMODE | O_PATH), ==, O_RDONLY);
  g_close (fd, NULL);
  return path;
}

static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *object_path,
           const char            *interface_name,
           const char            *method_name,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->shown);
  if (g_str_equal (method_name, "ShowItems"))
    {
      g_auto (GStrv) uris = NULL;

      g_variant_get (parameters, "(^ass)", &uris, NULL);
      g_assert_cmpuint (g_strv_length (uris), ==, 1);
      fixture->shown = g_strdup (uris[0]);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      fixture->shown = dup_path_of_descriptor (invocation, 0);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/org/freedesktop/portal/desktop/request/1"));
    }
}

static GDBusConnection *
get_bus (Fixture *fixture)
{
  return g_application_get_dbus_connection (fixture->application);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->application = g_application_new ("io.github.throughline_it.TestReveal", G_APPLICATION_DEFAULT_FLAGS);
  g_assert_true (g_application_register (fixture->application, NULL, NULL));
  g_application_set_default (fixture->application);
  fixture->directory = tl_test_create_directory ();
  fixture->path = tl_test_write_file (fixture->directory, "bank.it4it", "", 0);
  fixture->uri = g_filename_to_uri (fixture->path, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->shown);
  g_free (fixture->uri);
  g_free (fixture->path);
  tl_test_remove_directory (fixture->directory);
  g_application_set_default (NULL);
  g_object_unref (fixture->application);
}

static void
owned_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Provides one of those that are asked, for as long as the test runs. */
static guint
provide (Fixture    *fixture,
         const char *name,
         const char *path,
         guint       which,
         guint      *object)
{
  static const GDBusInterfaceVTable table = { called_cb, NULL, NULL, { NULL } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interfaces, NULL);
  gboolean owned = FALSE;
  guint id;

  *object = g_dbus_connection_register_object (get_bus (fixture), path, node->interfaces[which], &table, fixture, NULL,
                                               NULL);
  g_assert_cmpuint (*object, >, 0);
  id = g_bus_own_name_on_connection (get_bus (fixture), name, G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb, NULL, &owned, NULL);
  tl_test_wait_for (owned);
  return id;
}

static void
withdraw (Fixture *fixture,
          guint    name,
          guint    object)
{
  g_bus_unown_name (name);
  g_dbus_connection_unregister_object (get_bus (fixture), object);
}

static void
test_file_manager (Fixture       *fixture,
                   gconstpointer  data)
{
  guint object, portal_object;
  guint name = provide (fixture, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", 0, &object);
  guint portal = provide (fixture, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", 1,
                          &portal_object);

  tl_reveal_file (NULL, fixture->uri);
  tl_test_wait_for (fixture->shown != NULL);
  g_assert_cmpstr (fixture->shown, ==, fixture->uri);
  withdraw (fixture, name, object);
  withdraw (fixture, portal, portal_object);
}

/* As in a sandbox, where no file manager is to be seen. */
static void
test_portal (Fixture       *fixture,
             gconstpointer  data)
{
  guint object;
  guint name = provide (fixture, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", 1, &object);

  tl_reveal_file (NULL, fixture->uri);
  tl_test_wait_for (fixture->shown != NULL);
  g_assert_cmpstr (fixture->shown, ==, fixture->path);
  withdraw (fixture, name, object);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/reveal/file-manager", Fixture, NULL, set_up, test_file_manager, tear_down);
  g_test_add ("/reveal/portal", Fixture, NULL, set_up, test_portal, tear_down);
  return g_test_run ();
}
