/* tl-reveal.c: shows where a file lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-reveal.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <unistd.h>

typedef struct
{
  GtkWindow *parent; /* weak */
  char      *uri;
} Reveal;

static void
reveal_free (Reveal *self)
{
  g_clear_weak_pointer (&self->parent);
  g_free (self->uri);
  g_free (self);
}

static void
show_folder (Reveal *self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (self->uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    gtk_show_uri (self->parent, uri, GDK_CURRENT_TIME);
}

/* Through the portal {{{1 */

static void
portal_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL,
                                                                                 result, NULL);
  Reveal *self = user_data;

  if (answer == NULL)
    show_folder (self);
  reveal_free (self);
}

/* From inside a sandbox only the portal knows where the file lies, and is shown it by a descriptor. One
 * that could also be written through, as with O_PATH, it refuses. */
static void
ask_portal (Reveal          *self,
            GDBusConnection *bus)
{
  g_autoptr (GFile) file = g_file_new_for_uri (self->uri);
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  const char *path = g_file_peek_path (file);
  int fd = path != NULL ? open (path, O_RDONLY | O_CLOEXEC) : -1;
  int index = fd >= 0 ? g_unix_fd_list_append (fds, fd, NULL) : -1;

  if (fd >= 0)
    close (fd);
  if (index < 0)
    {
      show_folder (self);
      reveal_free (self);
      return;
    }
  g_dbus_connection_call_with_unix_fd_list (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                                            "org.freedesktop.portal.OpenURI", "OpenDirectory",
                                            g_variant_new ("(sha{sv})", "", index, NULL), NULL,
                                            G_DBUS_CALL_FLAGS_NONE, -1, fds, NULL, portal_cb, self);
}

/* Through the file manager {{{1 */

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  Reveal *self = user_data;

  if (answer == NULL)
    ask_portal (self, G_DBUS_CONNECTION (source));
  else
    reveal_free (self);
}

void
tl_reveal_file (GtkWindow  *parent,
                const char *uri)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  const char *const uris[] = { uri, NULL };
  Reveal *self = g_new0 (Reveal, 1);

  g_set_weak_pointer (&self->parent, parent);
  self->uri = g_strdup (uri);
  if (bus == NULL)
    {
      show_folder (self);
      reveal_free (self);
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, self);
}
