/* tl-left-out.c: the projects that the user wants out of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-left-out.h"

#include <string.h>

struct _TlLeftOut
{
  char       *path;
  GHashTable *uris;
};

TlLeftOut *
tl_left_out_load (const char *database)
{
  TlLeftOut *self = g_new0 (TlLeftOut, 1);
  g_autofree char *directory = g_path_get_dirname (database);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  self->path = g_build_filename (directory, "left-out", NULL);
  self->uris = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_file_get_contents (self->path, &text, NULL, NULL))
    return self;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_hash_table_add (self->uris, g_strdup (lines[i]));
  return self;
}

void
tl_left_out_free (TlLeftOut *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->uris);
  g_free (self->path);
  g_free (self);
}

static int
compare_uris (gconstpointer a,
              gconstpointer b)
{
  return strcmp (a, b);
}

static void
save (TlLeftOut *self)
{
  g_autoptr (GList) uris = g_list_sort (g_hash_table_get_keys (self->uris), compare_uris);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *directory = g_path_get_dirname (self->path);

  for (GList *l = uris; l != NULL; l = l->next)
    {
      g_string_append (text, l->data);
      g_string_append_c (text, '\n');
    }
  g_mkdir_with_parents (directory, 0700);
  g_file_set_contents_full (self->path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

gboolean
tl_left_out_has (TlLeftOut  *self,
                 const char *uri)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->uris, uri);
}

void
tl_left_out_set (TlLeftOut  *self,
                 const char *uri,
                 gboolean    is_left_out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (uri != NULL);

  if (is_left_out ? g_hash_table_add (self->uris, g_strdup (uri)) : g_hash_table_remove (self->uris, uri))
    save (self);
}
