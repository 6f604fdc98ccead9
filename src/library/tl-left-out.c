/* tl-left-out.c: the projects that the user wants out of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-left-out.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

#define NAME      "left-out"
#define DELAY     2000 /* microseconds */
#define MAX_TRIES 500

struct _TlLeftOut
{
  char       *path;
  char       *lock;
  GHashTable *uris;
};

static GHashTable *
create_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
read_uris (TlLeftOut *self)
{
  GHashTable *uris = create_set ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (self->path, &text, NULL, NULL))
    return uris;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_hash_table_add (uris, g_strdup (lines[i]));
  return uris;
}

TlLeftOut *
tl_left_out_load (const char *database)
{
  TlLeftOut *self = g_new0 (TlLeftOut, 1);
  g_autofree char *directory = g_path_get_dirname (database);

  self->path = g_build_filename (directory, NAME, NULL);
  self->lock = g_strconcat (database, ".lock", NULL);
  self->uris = read_uris (self);
  return self;
}

gboolean
tl_left_out_is_file (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return g_strcmp0 (name, NAME) == 0;
}

/* Tells of all that is in @uris and not in @others. */
static void
tell_others (GHashTable        *uris,
             GHashTable        *others,
             gboolean           is_left_out,
             TlLeftOutFunction  function,
             gpointer           user_data)
{
  GHashTableIter iter;
  gpointer uri;

  g_hash_table_iter_init (&iter, uris);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    if (others == NULL || !g_hash_table_contains (others, uri))
      function (uri, is_left_out, user_data);
}

void
tl_left_out_foreach (TlLeftOut         *self,
                     TlLeftOutFunction  function,
                     gpointer           user_data)
{
  g_return_if_fail (self != NULL);

  tell_others (self->uris, NULL, TRUE, function, user_data);
}

void
tl_left_out_reload (TlLeftOut         *self,
                    TlLeftOutFunction  function,
                    gpointer           user_data)
{
  g_autoptr (GHashTable) before = NULL;

  g_return_if_fail (self != NULL);

  before = g_steal_pointer (&self->uris);
  self->uris = read_uris (self);
  tell_others (self->uris, before, TRUE, function, user_data);
  tell_others (before, self->uris, FALSE, function, user_data);
}

void
tl_left_out_free (TlLeftOut *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->uris);
  g_free (self->path);
  g_free (self->lock);
  g_free (self);
}

static int
compare_uris (gconstpointer a,
              gconstpointer b)
{
  return strcmp (a, b);
}

static void
save (TlLeftOut  *self,
      GHashTable *set)
{
  g_autoptr (GList) uris = g_list_sort (g_hash_table_get_keys (set), compare_uris);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *l = uris; l != NULL; l = l->next)
    {
      g_string_append (text, l->data);
      g_string_append_c (text, '\n');
    }
  g_file_set_contents_full (self->path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

gboolean
tl_left_out_has (TlLeftOut  *self,
                 const char *uri)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->uris, uri);
}

static gboolean
change (GHashTable *uris,
        const char *uri,
        gboolean    is_left_out)
{
  return is_left_out ? g_hash_table_add (uris, g_strdup (uri)) : g_hash_table_remove (uris, uri);
}

/* The lock that those have who open the database, which takes moments. Who has it for long
 * has stopped, and is not waited for. Returns: to be closed, or -1 */
static int
lock (TlLeftOut *self)
{
  int fd = g_open (self->lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  for (guint i = 0; fd >= 0 && i < MAX_TRIES && flock (fd, LOCK_EX | LOCK_NB) != 0; i++)
    g_usleep (DELAY);
  return fd;
}

static void
write_change (TlLeftOut  *self,
              const char *uri,
              gboolean    is_left_out)
{
  g_autofree char *directory = g_path_get_dirname (self->path);
  g_autoptr (GHashTable) uris = NULL;
  int fd;

  g_mkdir_with_parents (directory, 0700);
  fd = lock (self);
  /* What another process has written stays, and is told by tl_left_out_reload(). */
  uris = read_uris (self);
  if (change (uris, uri, is_left_out))
    save (self, uris);
  if (fd >= 0)
    g_close (fd, NULL);
}

void
tl_left_out_set (TlLeftOut  *self,
                 const char *uri,
                 gboolean    is_left_out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (uri != NULL);

  if (change (self->uris, uri, is_left_out))
    write_change (self, uri, is_left_out);
}
