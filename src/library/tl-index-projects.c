/* tl-index-projects.c: the database of the library: projects and folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-rows.h"

#include "base/tl-shown-path.h"
#include "store/tl-file-identity.h"

#include <string.h>

/* A change of what is known of one URI. */
typedef struct
{
  const char *sql; /* the URI is bound first, the number second */
  const char *uri;
  gint64      number;
} Edit;

static gboolean
run_edit (TlIndex   *self,
          gpointer   user_data,
          GError   **error)
{
  const Edit *edit = user_data;
  g_autoptr (TlStatement) statement = tl_index_prepare (self, edit->sql, error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, edit->uri);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, edit->number);
  self->choices_changed = TRUE;
  return tl_index_run (self, statement, error);
}

static gboolean
write_edit (TlIndex     *self,
            const char  *sql,
            const char  *uri,
            gint64       number,
            GError     **error)
{
  Edit edit = { sql, uri, number };

  g_return_val_if_fail (self != NULL && uri != NULL, FALSE);

  return tl_index_write (self, run_edit, &edit, NULL, error);
}

gboolean
tl_index_mark_missing (TlIndex     *self,
                       const char  *uri,
                       GError     **error)
{
  return write_edit (self, "UPDATE project SET state = ?2, problem = NULL WHERE uri = ?1", uri,
                     TL_LIBRARY_MISSING, error);
}

gboolean
tl_index_set_pinned (TlIndex     *self,
                     const char  *uri,
                     gboolean     is_pinned,
                     GError     **error)
{
  return write_edit (self, "UPDATE project SET pinned = ?2 WHERE uri = ?1", uri, is_pinned != FALSE, error);
}

gboolean
tl_index_set_opened (TlIndex     *self,
                     const char  *uri,
                     gint64       time,
                     GError     **error)
{
  return write_edit (self, "UPDATE project SET opened = ?2 WHERE uri = ?1", uri, MAX (time, 0), error);
}

/* Forgetting */

static gboolean
forget_row (TlIndex  *self,
            gint64    id,
            GError  **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, "DELETE FROM project WHERE id = ?", error);

  if (statement == NULL || !tl_index_remove_rows (self, id, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  self->choices_changed = TRUE;
  return tl_index_run (self, statement, error);
}

static gboolean
forget_uri (TlIndex   *self,
            gpointer   user_data,
            GError   **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, "SELECT id FROM project WHERE uri = ?", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, user_data);
  if (tl_index_step (self, statement, &local_error))
    return forget_row (self, sqlite3_column_int64 (statement, 0), error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
tl_index_forget (TlIndex     *self,
                 const char  *uri,
                 GError     **error)
{
  g_return_val_if_fail (self != NULL && uri != NULL, FALSE);

  return tl_index_write (self, forget_uri, (gpointer) uri, NULL, error);
}

/* Folders */

/* With the slash at its end, so that it is the beginning of what is in it. */
static char *
normalize_folder (const char *uri)
{
  return g_str_has_suffix (uri, "/") ? g_strdup (uri) : g_strconcat (uri, "/", NULL);
}

gboolean
tl_index_add_folder (TlIndex     *self,
                     const char  *uri,
                     GError     **error)
{
  g_autofree char *folder = normalize_folder (uri);

  return write_edit (self, "INSERT INTO folder (uri) VALUES (?) ON CONFLICT DO NOTHING", folder, 0, error);
}

/* Projects that are in no folder any more, and that nobody has pinned. */
static gboolean
remove_folder (TlIndex   *self,
               gpointer   user_data,
               GError   **error)
{
  g_autoptr (TlStatement) removal = tl_index_prepare (self, "DELETE FROM folder WHERE uri = ?", error);
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (removal == NULL)
    return FALSE;
  self->choices_changed = TRUE;
  tl_statement_bind_text (removal, 1, user_data);
  if (!tl_index_run (self, removal, error))
    return FALSE;

  statement = tl_index_prepare (self,
                                "SELECT id FROM project WHERE NOT pinned AND substr (uri, 1, length (?1)) = ?1"
                                " AND NOT EXISTS (SELECT 1 FROM folder"
                                "   WHERE substr (project.uri, 1, length (folder.uri)) = folder.uri)",
                                error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, user_data);
  while (tl_index_step (self, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len && local_error == NULL; i++)
    forget_row (self, g_array_index (ids, gint64, i), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
tl_index_remove_folder (TlIndex     *self,
                        const char  *uri,
                        GError     **error)
{
  g_autofree char *folder = normalize_folder (uri);

  g_return_val_if_fail (self != NULL, FALSE);

  return tl_index_write (self, remove_folder, folder, NULL, error);
}

/* Lists */

static gboolean
collect_folders (TlIndex          *self,
                 GStrvBuilder     *folders,
                 GError          **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, "SELECT uri FROM folder ORDER BY uri", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (tl_index_step (self, statement, &local_error))
    {
      g_autofree char *uri = tl_statement_dup_text (statement, 0);

      if (uri != NULL)
        g_strv_builder_add (folders, uri);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

char **
tl_index_list_folders (TlIndex  *self,
                       GError  **error)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  gboolean is_done;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tl_index_begin_reading (self, NULL, error))
    return NULL;
  is_done = collect_folders (self, folders, error);
  tl_index_end_reading (self);
  return is_done ? g_strv_builder_end (folders) : NULL;
}

#define LIST                                                                                  \
  "SELECT uri, name, edition, project_id, owner, description, digest, problem, modified, size, opened," \
  " n_services, n_elements, n_tools, n_errors, n_warnings, n_notes, n_gaps, state, pinned FROM project"

static TlLibraryEntry *
create_entry (TlStatement *statement)
{
  TlLibraryFacts facts = { .uri = g_utf8_make_valid (tl_statement_get_text (statement, 0), -1) };
  g_autoptr (GFile) file = g_file_new_for_uri (facts.uri);

  facts.path = tl_shown_path_dup (file);
  facts.folder = tl_shown_path_dup_folder (file);
  facts.name = tl_statement_dup_text (statement, 1);
  facts.edition = tl_statement_dup_text (statement, 2);
  facts.project_id = tl_statement_dup_text (statement, 3);
  facts.owner = tl_statement_dup_text (statement, 4);
  facts.description = tl_statement_dup_text (statement, 5);
  facts.digest = tl_statement_dup_text (statement, 6);
  facts.problem = tl_statement_dup_text (statement, 7);
  facts.modified = MAX (sqlite3_column_int64 (statement, 8), 0);
  facts.size = MAX (sqlite3_column_int64 (statement, 9), 0);
  facts.opened = MAX (sqlite3_column_int64 (statement, 10), 0);
  facts.n_services = sqlite3_column_int (statement, 11);
  facts.n_elements = sqlite3_column_int (statement, 12);
  facts.n_tools = sqlite3_column_int (statement, 13);
  facts.n_errors = sqlite3_column_int (statement, 14);
  facts.n_warnings = sqlite3_column_int (statement, 15);
  facts.n_notes = sqlite3_column_int (statement, 16);
  facts.n_gaps = sqlite3_column_int (statement, 17);
  facts.state = CLAMP (sqlite3_column_int (statement, 18), TL_LIBRARY_PRESENT, TL_LIBRARY_DAMAGED);
  facts.pinned = sqlite3_column_int (statement, 19) != 0;

  if (facts.name == NULL || *facts.name == '\0')
    {
      g_free (facts.name);
      facts.name = tl_file_get_display_name (file);
    }
  return tl_library_entry_new (&facts);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const TlLibraryFacts *first = tl_library_entry_get_facts (*(TlLibraryEntry **) a);
  const TlLibraryFacts *second = tl_library_entry_get_facts (*(TlLibraryEntry **) b);
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : strcmp (first->uri, second->uri);
}

static gboolean
collect_projects (TlIndex    *self,
                  GPtrArray  *entries,
                  GError    **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, LIST, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (tl_index_step (self, statement, &local_error))
    g_ptr_array_add (entries, create_entry (statement));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

GPtrArray *
tl_index_list_projects (TlIndex  *self,
                        GError  **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_done;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tl_index_begin_reading (self, NULL, error))
    return NULL;
  is_done = collect_projects (self, entries, error);
  tl_index_end_reading (self);
  if (!is_done)
    return NULL;
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

static gboolean
find_entry (TlIndex          *self,
            const char       *uri,
            TlLibraryEntry  **entry,
            GError          **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, LIST " WHERE uri = ?", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, uri);
  if (tl_index_step (self, statement, &local_error))
    *entry = create_entry (statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

TlLibraryEntry *
tl_index_find_project (TlIndex     *self,
                       const char  *uri,
                       GError     **error)
{
  TlLibraryEntry *entry = NULL;

  g_return_val_if_fail (self != NULL && uri != NULL, NULL);

  if (!tl_index_begin_reading (self, NULL, error))
    return NULL;
  find_entry (self, uri, &entry, error);
  tl_index_end_reading (self);
  return entry;
}
