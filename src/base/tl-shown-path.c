/* tl-shown-path.c: where a file lies, as its user knows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-shown-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/xattr.h>

/* Set by the document portal since version 5. */
#define HOST_PATH "user.document-portal.host-path"
/* Longer paths are not made by Linux. */
#define MAX_PATH 4096

/* Of RUNTIME/doc/ID/NAME/…: NAME/…; NULL for what is no document of the portal. */
static const char *
get_document (const char *path)
{
  g_autofree char *portal = g_strconcat (g_get_user_runtime_dir (), "/doc/", NULL);
  const char *id = g_str_has_prefix (path, portal) ? path + strlen (portal) : NULL;
  const char *name = id != NULL ? strchr (id, '/') : NULL;

  return name != NULL && name[1] != '\0' ? name + 1 : NULL;
}

/* In the encoding of the file system. */
static char *
dup_host_path (const char *path)
{
  char value[MAX_PATH];
  ssize_t length = getxattr (path, HOST_PATH, value, sizeof value);

  if (length <= 0 || *value != '/')
    return NULL;
  return g_strndup (value, length);
}

/* Of a document of the portal, else NULL. */
static char *
dup_document (GFile *file)
{
  const char *path = g_file_peek_path (file);
  const char *document = path != NULL ? get_document (path) : NULL;
  g_autofree char *host_path = document != NULL ? dup_host_path (path) : NULL;

  if (document == NULL)
    return NULL;
  return g_filename_display_name (host_path != NULL ? host_path : document);
}

char *
tl_shown_path_dup (GFile *file)
{
  char *document;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = dup_document (file);
  return document != NULL ? document : g_file_get_parse_name (file);
}

char *
tl_shown_path_dup_folder (GFile *file)
{
  g_autofree char *document = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = dup_document (file);
  if (document != NULL)
    return strchr (document, '/') != NULL ? g_path_get_dirname (document) : NULL;
  folder = g_file_get_parent (file);
  return folder != NULL ? g_file_get_parse_name (folder) : NULL;
}

GFile *
tl_shown_path_create_file (GFile *file)
{
  const char *path;
  g_autofree char *host_path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file);
  if (path == NULL || get_document (path) == NULL)
    return g_object_ref (file);
  host_path = dup_host_path (path);
  return host_path != NULL ? g_file_new_for_path (host_path) : NULL;
}

char *
tl_shown_path_shorten (const char *path)
{
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  g_return_val_if_fail (path != NULL, NULL);

  /* A tilde alone says nothing to most. */
  if (strcmp (path, home) == 0)
    return g_strdup (C_("folder", "Home"));
  if (g_str_has_prefix (path, home) && path[length] == '/')
    return g_strconcat ("~", path + length, NULL);
  return g_strdup (path);
}
