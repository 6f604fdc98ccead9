/* tl-index-choices.c: the database of the library: what no file of it could tell again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Everything in the database is read again from the projects, but which ones
 * these are, and what the user said of them. So that is kept beside it, a line
 * each, and taken over by a database that is begun anew:
 *
 *   folder URI
 *   project PINNED OPENED URI
 *
 * for all folders, and all projects that are pinned, were opened or lie in none of
 * the folders. Other lines are left out.
 *
 * Who deletes this file as well while no program runs wants a library without them.
 * A program that runs has it in memory, as long as it does. */

static char *
build_path (TlIndex *self)
{
  return g_strconcat (self->path, ".choices", NULL);
}

static gboolean
write_lines (TlIndex     *self,
             const char  *sql,
             GString     *text,
             GError     **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (tl_index_step (self, statement, &local_error))
    {
      g_string_append (text, tl_statement_get_text (statement, 0));
      g_string_append_c (text, '\n');
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What cannot be kept now is still in the database, and kept after the next change. */
void
tl_index_keep_choices (TlIndex *self)
{
  g_autofree char *path = build_path (self);
  g_autofree char *before = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  int fd;

  /* Who has the lock last has read last. */
  fd = tl_index_lock (self, &error);
  if (fd < 0)
    return;

  if (write_lines (self, "SELECT 'folder ' || uri FROM folder ORDER BY uri", text, &error)
      && write_lines (self,
                      "SELECT 'project ' || pinned || ' ' || opened || ' ' || uri FROM project"
                      " WHERE pinned OR opened <> 0 OR NOT EXISTS (SELECT 1 FROM folder"
                      "   WHERE substr (project.uri, 1, length (folder.uri)) = folder.uri) ORDER BY uri",
                      text, &error)
      && !(g_file_get_contents (path, &before, NULL, NULL) && strcmp (before, text->str) == 0))
    g_file_set_contents_full (path, text->str, text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  self->choices_changed = error != NULL;
  g_free (self->choices);
  self->choices = g_strdup (text->str);
  if (error != NULL)
    g_debug ("%s: %s", path, error->message);
  g_close (fd, NULL);
}

void
tl_index_see_choices (TlIndex *self)
{
  g_autofree char *path = build_path (self);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  g_free (self->choices);
  self->choices = g_steal_pointer (&text);
}

static gboolean
take_folder (TlIndex     *self,
             const char  *uri,
             GError     **error)
{
  g_autoptr (TlStatement) statement = NULL;

  statement = tl_index_prepare (self, "INSERT INTO folder (uri) VALUES (?) ON CONFLICT DO NOTHING", error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, uri);
  return tl_index_run (self, statement, error);
}

/* @line: PINNED OPENED URI */
static gboolean
take_project (TlIndex     *self,
              const char  *line,
              GError     **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  g_autoptr (TlStatement) statement = NULL;

  if (g_strv_length (words) != 3)
    return TRUE;
  statement = tl_index_prepare (self,
                                "INSERT INTO project (uri, state, pinned, opened) VALUES (?, ?, ?, ?)"
                                " ON CONFLICT DO NOTHING",
                                error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, words[2]);
  sqlite3_bind_int (statement, 2, TL_LIBRARY_PRESENT);
  sqlite3_bind_int (statement, 3, strcmp (words[0], "1") == 0);
  sqlite3_bind_int64 (statement, 4, MAX (g_ascii_strtoll (words[1], NULL, 10), 0));
  return tl_index_run (self, statement, error);
}

gboolean
tl_index_take_choices (TlIndex  *self,
                       GError  **error)
{
  g_autofree char *path = build_path (self);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) && self->choices != NULL)
    {
      text = g_strdup (self->choices);
      self->choices_changed = TRUE;
    }
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return TRUE;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *space = strchr (lines[i], ' ');
      g_autofree char *scheme = space != NULL ? g_uri_parse_scheme (strrchr (lines[i], ' ') + 1) : NULL;

      if (scheme == NULL)
        continue;
      if (g_str_has_prefix (lines[i], "folder ") && !take_folder (self, space + 1, error))
        return FALSE;
      if (g_str_has_prefix (lines[i], "project ") && !take_project (self, space + 1, error))
        return FALSE;
    }
  return TRUE;
}
