/* tl-cli-index.c: throughline-cli index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/tl-cli.h"
#include "library/tl-folder-walk.h"
#include "library/tl-index.h"
#include "library/tl-left-out.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_index = {
  .name = "index",
  .usage = "[--json] [--check] [DIR|FILE…]",
  .summary = N_("Adds folders and files to the library, or brings all that it knows up to date"),
  .run = run,
};

typedef struct
{
  TlIndex    *index;
  TlLeftOut  *left_out;
  TlJson     *json;
  GHashTable *seen;        /* URIs */
  guint       n_new;
  guint       n_changed;
  guint       n_unchanged;
  guint       n_problems;  /* missing, not readable or damaged */
} Scan;

static const char *
get_change_token (const TlIndexChange *change)
{
  if (change->is_moved)
    return "moved";
  if (change->is_new)
    return "new";
  return change->is_unchanged ? "unchanged" : "changed";
}

/* What is wrong with it is known by the library. */
static char *
dup_problem (Scan       *self,
             const char *uri)
{
  g_autoptr (TlLibraryEntry) entry = tl_index_find_project (self->index, uri, NULL);

  return entry != NULL ? g_strdup (tl_library_entry_get_facts (entry)->problem) : NULL;
}

static void
report (Scan                *self,
        GFile               *file,
        const char          *uri,
        const TlIndexChange *change)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *problem = NULL;

  if (change->state != TL_LIBRARY_PRESENT)
    problem = dup_problem (self, uri);
  if (self->json == NULL)
    {
      if (problem != NULL)
        g_print ("%s: %s\n", path, problem);
      else if (change->state != TL_LIBRARY_PRESENT)
        g_print ("%s: %s\n", path, tl_library_state_get_label (change->state));
      return;
    }

  tl_json_begin_object (self->json, NULL);
  tl_json_string (self->json, "file", path);
  tl_json_string (self->json, "uri", uri);
  tl_json_string (self->json, "state", tl_library_state_get_token (change->state));
  tl_json_string (self->json, "change", get_change_token (change));
  tl_json_integer (self->json, "added", change->n_added);
  tl_json_integer (self->json, "changed", change->n_changed);
  tl_json_integer (self->json, "removed", change->n_removed);
  tl_json_integer (self->json, "kept", change->n_kept);
  if (problem != NULL)
    tl_json_string (self->json, "problem", problem);
  tl_json_end (self->json);
}

static gboolean
scan_file (Scan    *self,
           GFile   *file,
           GError **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  TlIndexChange change;

  if (g_hash_table_contains (self->seen, uri))
    return TRUE;
  if (!tl_index_update_file (self->index, file, &change, NULL, error))
    return FALSE;

  if (change.state != TL_LIBRARY_PRESENT)
    self->n_problems++;
  else if (change.is_new)
    self->n_new++;
  else if (change.is_unchanged)
    self->n_unchanged++;
  else
    self->n_changed++;
  report (self, file, uri, &change);
  g_hash_table_add (self->seen, g_steal_pointer (&uri));
  return TRUE;
}

/* The user may not want it. Between the listing of a folder and the look at a file,
 * the file may go. */
static gboolean
scan_listed_file (Scan    *self,
                  GFile   *file,
                  GError **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) local_error = NULL;

  if (tl_left_out_has (self->left_out, uri) || scan_file (self, file, &local_error) || local_error->domain == G_IO_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Projects of the library that begin with @prefix and were not met: they are gone,
 * or hidden. */
static gboolean
scan_known (Scan        *self,
            const char  *prefix,
            GError     **error)
{
  g_autoptr (GPtrArray) entries = tl_index_list_projects (self->index, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const char *uri = tl_library_entry_get_facts (entries->pdata[i])->uri;
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      if (g_str_has_prefix (uri, prefix) && !scan_listed_file (self, file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_folder (Scan    *self,
             GFile   *folder,
             GError **error)
{
  g_autoptr (TlFolderWalk) walk = tl_folder_walk_new ();
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *prefix = g_str_has_suffix (uri, "/") ? g_strdup (uri) : g_strconcat (uri, "/", NULL);

  tl_folder_walk_add (walk, folder);
  while (tl_folder_walk_get_next (walk) != NULL)
    {
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      tl_folder_walk_step (walk, files, NULL);
      for (guint i = 0; i < files->len; i++)
        {
          if (i + 1 < files->len)
            tl_index_look_ahead (self->index, files->pdata[i + 1]);
          if (!scan_listed_file (self, files->pdata[i], error))
            return FALSE;
        }
    }
  return scan_known (self, prefix, error);
}

static gboolean
scan_everything (Scan    *self,
                 GError **error)
{
  g_auto (GStrv) folders = tl_index_list_folders (self->index, error);

  if (folders == NULL)
    return FALSE;
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (folders[i]);

      if (!scan_folder (self, folder, error))
        return FALSE;
    }
  return scan_known (self, "", error);
}

static gboolean
scan_argument (Scan        *self,
               const char  *path,
               GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *uri = g_file_get_uri (file);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      tl_left_out_set (self->left_out, uri, FALSE);
      return scan_file (self, file, error);
    }
  return tl_index_add_folder (self->index, uri, error) && scan_folder (self, file, error);
}

static gboolean
scan (Scan               *self,
      const char *const  *paths,
      GError            **error)
{
  gboolean is_done = TRUE;

  tl_index_begin_batch (self->index);
  for (guint i = 0; is_done && paths[i] != NULL; i++)
    is_done = scan_argument (self, paths[i], error);
  /* Also what a database that was begun anew knows of no more than the name. */
  if (is_done && (paths[0] == NULL || tl_index_take_rebuilt (self->index)))
    is_done = scan_everything (self, error);
  if (!is_done)
    {
      tl_index_end_batch (self->index, NULL);
      return FALSE;
    }
  if (!tl_index_end_batch (self->index, error))
    return FALSE;

  /* It was damaged, and lost what was seen so far. */
  if (!tl_index_take_rebuilt (self->index))
    return TRUE;
  g_hash_table_remove_all (self->seen);
  return scan_everything (self, error);
}

static gboolean
check (Scan    *self,
       GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (tl_index_check (self->index, NULL, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_printerr ("throughline-cli: %s\n", local_error->message);
  return tl_index_rebuild (self->index, error);
}

static void
print_totals (Scan *self)
{
  if (self->json != NULL)
    tl_cli_print_json (self->json);
  else
    g_print ("%s %u\n%s %u\n%s %u\n%s %u\n", _("New:"), self->n_new, _("Changed:"), self->n_changed,
             _("Unchanged:"), self->n_unchanged, _("Missing or not readable:"), self->n_problems);
}

static TlCliStatus
run (const char *const *arguments)
{
  gboolean as_json = FALSE, with_check = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { "check", 0, 0, G_OPTION_ARG_NONE, &with_check, N_("Check the database first, and build it anew if it is damaged"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) paths = NULL;
  g_autofree char *database = tl_index_dup_default_path ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TlLeftOut) left_out = tl_left_out_load (database);
  g_autoptr (TlIndex) index = NULL;
  g_autoptr (TlJson) json = NULL;
  g_autoptr (GError) error = NULL;
  Scan self = { .left_out = left_out, .seen = seen };

  if (!tl_cli_parse (&tl_cli_index, entries, arguments, 0, G_MAXUINT, &paths))
    return TL_CLI_FAILED;
  index = tl_index_open (database, TL_INDEX_READ_WRITE, &error);
  if (index == NULL)
    return tl_cli_fail (error);

  self.index = index;
  if (as_json)
    {
      self.json = json = tl_json_new ();
      tl_json_begin_array (json, NULL);
    }
  if ((with_check && !check (&self, &error)) || !scan (&self, (const char *const *) paths, &error))
    return tl_cli_fail (error);
  if (as_json)
    tl_json_end (json);
  print_totals (&self);
  return self.n_problems > 0 ? TL_CLI_FOUND : TL_CLI_DONE;
}
