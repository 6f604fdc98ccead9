/* tl-index-file.c: the database of the library: looking at a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-rows.h"
#include "library/tl-look.h"

#include "analysis/tl-finding.h"

/* At most so many files are read in advance. */
#define MAX_AHEAD 2

/* What is known */

#define KNOWN_COLUMNS "id, state, seen, size, modified, device, inode, digest, made"
#define URI_COLUMN    9 /* after these */

static void
fill_known (TlStatement *statement,
            TlKnown     *known)
{
  tl_known_clear (known);
  known->id = sqlite3_column_int64 (statement, 0);
  known->state = sqlite3_column_int (statement, 1);
  known->seen = sqlite3_column_int64 (statement, 2);
  known->size = sqlite3_column_int64 (statement, 3);
  known->modified = sqlite3_column_int64 (statement, 4);
  known->device = sqlite3_column_int64 (statement, 5);
  known->inode = sqlite3_column_int64 (statement, 6);
  known->digest = tl_statement_dup_text (statement, 7);
  known->made = tl_statement_dup_text (statement, 8);
}

static gboolean
find_known (TlIndex     *self,
            const char  *uri,
            TlKnown     *known,
            GError     **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  tl_known_clear (known);
  statement = tl_index_prepare (self, "SELECT " KNOWN_COLUMNS " FROM project WHERE uri = ?", error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, uri);
  if (tl_index_step (self, statement, &local_error))
    fill_known (statement, known);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
is_gone (TlIndex     *self,
         TlStatement *row)
{
  g_autoptr (GFile) file = g_file_new_for_uri (tl_statement_get_text (row, URI_COLUMN));

  return !g_file_query_exists (file, self->cancellable);
}

static void
take_moved (TlLook      *look,
            TlStatement *row)
{
  fill_known (row, &look->known);
  look->moved = look->known.id;
  g_free (look->moved_from);
  look->moved_from = tl_statement_dup_text (row, URI_COLUMN);
}

/* Finds the row of a file with the same bytes that is no longer where it was. */
static gboolean
find_same_bytes (TlIndex   *self,
                 TlLook    *look,
                 GError   **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = tl_index_prepare (self, "SELECT " KNOWN_COLUMNS ", uri FROM project WHERE digest = ?", error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, look->identity->digest);
  while (look->moved == 0 && tl_index_step (self, statement, &local_error))
    if (is_gone (self, statement))
      take_moved (look, statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Finds the row of a project that was moved and changed, by its id. Copies have the
 * same, so that it says something only where there are none. */
static gboolean
find_same_project (TlIndex   *self,
                   TlLook    *look,
                   GError   **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  guint n_rows = 0;

  statement = tl_index_prepare (self, "SELECT " KNOWN_COLUMNS ", uri FROM project WHERE project_id = ? LIMIT 2", error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, tl_record_get_id (TL_RECORD (look->project)));
  while (tl_index_step (self, statement, &local_error))
    if (++n_rows == 1 && is_gone (self, statement))
      take_moved (look, statement);
  if (n_rows > 1)
    {
      look->moved = 0;
      tl_known_clear (&look->known);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
find_moved (TlIndex   *self,
            TlLook    *look,
            GError   **error)
{
  return find_same_bytes (self, look, error) && (look->moved != 0 || find_same_project (self, look, error));
}

typedef gboolean (*Query) (TlIndex   *self,
                           TlLook    *look,
                           GError   **error);

static gboolean
query_known (TlIndex   *self,
             TlLook    *look,
             GError   **error)
{
  return find_known (self, look->uri, &look->known, error);
}

static gboolean
run_query (TlIndex       *self,
           Query          query,
           TlLook        *look,
           GCancellable  *cancellable,
           GError       **error)
{
  gboolean is_done;

  if (!tl_index_begin_reading (self, cancellable, error))
    return FALSE;
  is_done = query (self, look, error);
  tl_index_end_reading (self);
  return is_done;
}

/* Writing */

static gboolean
insert_project (TlIndex        *self,
                TlLook         *look,
                TlIndexChange  *change,
                GError        **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, "INSERT INTO project (uri, state) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, look->uri);
  sqlite3_bind_int (statement, 2, look->state);
  if (!tl_index_run (self, statement, error))
    return FALSE;
  look->known.id = sqlite3_last_insert_rowid (self->db);
  change->is_new = TRUE;
  self->choices_changed = TRUE;
  return TRUE;
}

static gboolean
move_project (TlIndex        *self,
              TlLook         *look,
              TlIndexChange  *change,
              GError        **error)
{
  g_autoptr (TlStatement) statement = NULL;

  statement = tl_index_prepare (self, "UPDATE project SET uri = ? WHERE id = ? AND uri = ?", error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, look->uri);
  sqlite3_bind_int64 (statement, 2, look->moved);
  tl_statement_bind_text (statement, 3, look->moved_from);
  if (!tl_index_run (self, statement, error))
    return FALSE;
  change->is_moved = sqlite3_changes (self->db) > 0;
  self->choices_changed = TRUE;
  return find_known (self, look->uri, &look->known, error);
}

/* How the file was found, and by what to tell whether it is still the same. */
static gboolean
write_state (TlIndex  *self,
             TlLook   *look,
             GError  **error)
{
  g_autoptr (TlStatement) statement = NULL;
  const TlFileIdentity *identity = look->identity;

  statement = tl_index_prepare (self,
                                "UPDATE project SET state = ?2, problem = ?3, seen = ?4,"
                                " size = coalesce (?5, size), modified = coalesce (?6, modified),"
                                " device = coalesce (?7, device), inode = coalesce (?8, inode) WHERE id = ?1",
                                error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, look->known.id);
  sqlite3_bind_int (statement, 2, look->state);
  tl_statement_bind_text (statement, 3, look->problem);
  sqlite3_bind_int64 (statement, 4, look->seen);
  if (identity != NULL)
    {
      sqlite3_bind_int64 (statement, 5, identity->size);
      sqlite3_bind_int64 (statement, 6, identity->modified);
      sqlite3_bind_int64 (statement, 7, (gint64) identity->device);
      sqlite3_bind_int64 (statement, 8, (gint64) identity->inode);
    }
  return tl_index_run (self, statement, error);
}

/* Bytes that are no project have no things, so their digest says nothing. */
static gboolean
write_digest (TlIndex  *self,
              TlLook   *look,
              GError  **error)
{
  g_autoptr (TlStatement) statement = NULL;

  statement = tl_index_prepare (self, "UPDATE project SET digest = ?2, made = ?3 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, look->known.id);
  tl_statement_bind_text (statement, 2, look->project != NULL ? look->identity->digest : NULL);
  tl_statement_bind_text (statement, 3, look->made);
  return tl_index_run (self, statement, error);
}

static gboolean
write_project (TlIndex        *self,
               TlLook         *look,
               TlIndexChange  *change,
               GError        **error)
{
  TlRecord *project = TL_RECORD (look->project);
  TlThingCounts counts;
  g_autoptr (TlStatement) statement = NULL;

  if (!tl_index_write_rows (self, look->known.id, look->project, change, &counts, error))
    return FALSE;

  statement = tl_index_prepare (self,
                                "UPDATE project SET project_id = ?2, edition = ?3, name = ?4, owner = ?5,"
                                " description = ?6, n_services = ?7, n_elements = ?8, n_tools = ?9, n_notes = ?10,"
                                " n_warnings = ?11, n_errors = ?12, n_gaps = ?13 WHERE id = ?1",
                                error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, look->known.id);
  tl_statement_bind_text (statement, 2, tl_record_get_id (project));
  tl_statement_bind_text (statement, 3, tl_edition_get_version (tl_project_get_edition (look->project)));
  tl_statement_bind_text (statement, 4, tl_record_get_name (project));
  tl_statement_bind_text (statement, 5, tl_record_get (project, TL_PROJECT_OWNER));
  tl_statement_bind_text (statement, 6, tl_record_get (project, TL_PROJECT_DESCRIPTION));
  sqlite3_bind_int64 (statement, 7, counts.n_services);
  sqlite3_bind_int64 (statement, 8, counts.n_elements);
  sqlite3_bind_int64 (statement, 9, counts.n_tools);
  sqlite3_bind_int64 (statement, 10, counts.n_findings[TL_SEVERITY_NOTE]);
  sqlite3_bind_int64 (statement, 11, counts.n_findings[TL_SEVERITY_WARNING]);
  sqlite3_bind_int64 (statement, 12, counts.n_findings[TL_SEVERITY_ERROR]);
  sqlite3_bind_int64 (statement, 13, counts.n_gaps);
  return tl_index_run (self, statement, error);
}

typedef struct
{
  TlLook        *look;
  TlIndexChange *change;
  gint64         seen_before; /* what was known when the look began */
} Writing;

/* Since the file was looked at, another process may have looked at it, too, or
 * the database may have been begun anew. */
static gboolean
write_look (TlIndex   *self,
            gpointer   user_data,
            GError   **error)
{
  const Writing *writing = user_data;
  TlLook *look = writing->look;
  TlIndexChange *change = writing->change;
  gboolean is_same = look->project == NULL && look->state == TL_LIBRARY_PRESENT;

  *change = (TlIndexChange){ .is_unchanged = is_same, .state = look->state };
  if (!find_known (self, look->uri, &look->known, error))
    return FALSE;
  if (look->known.id == 0 && look->moved != 0 && !move_project (self, look, change, error))
    return FALSE;

  if (look->known.seen != writing->seen_before && look->known.seen > look->seen)
    {
      change->is_unchanged = TRUE;
      change->state = look->known.state;
      return TRUE;
    }
  /* What is in the row belongs to other bytes: the next look will tell. */
  if (is_same && g_strcmp0 (look->known.digest, look->identity->digest) != 0)
    return look->known.id != 0 || insert_project (self, look, change, error);

  if (look->known.id == 0 && !insert_project (self, look, change, error))
    return FALSE;
  return write_state (self, look, error)
         && ((look->project == NULL && look->state != TL_LIBRARY_DAMAGED) || write_digest (self, look, error))
         && (look->project == NULL || write_project (self, look, change, error));
}

/* Looking */

static TlLook *
begin_look (TlIndex       *self,
            GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (TlLook) look = tl_look_new (file);

  if (!run_query (self, query_known, look, cancellable, error))
    return NULL;
  tl_look_ask (look, self->is_thorough, cancellable);
  return g_steal_pointer (&look);
}

/* A look in advance, if nothing has happened to the file meanwhile. */
static TlLook *
take_look (TlIndex *self,
           GFile   *file)
{
  g_autoptr (TlLook) look = NULL;

  for (GList *l = self->looks.head; l != NULL && look == NULL; l = l->next)
    if (g_file_equal (((TlLook *) l->data)->file, file))
      {
        look = l->data;
        g_queue_delete_link (&self->looks, l);
        break;
      }
  if (look == NULL)
    return NULL;
  tl_look_finish (look, NULL);
  return look->failure == NULL && tl_look_is_fresh (look) ? g_steal_pointer (&look) : NULL;
}

void
tl_index_look_ahead (TlIndex *self,
                     GFile   *file)
{
  TlLook *look;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_FILE (file));

  if (self->looks.length == MAX_AHEAD)
    tl_look_free (g_queue_pop_head (&self->looks));
  look = begin_look (self, file, NULL, NULL);
  if (look == NULL)
    return;
  if (tl_look_is_short (look))
    tl_look_start (look);
  g_queue_push_tail (&self->looks, look);
}

void
tl_index_drop_looks (TlIndex *self)
{
  g_queue_clear_full (&self->looks, (GDestroyNotify) tl_look_free);
}

static gboolean
update_file (TlIndex        *self,
             GFile          *file,
             TlIndexChange  *change,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr (TlLook) look = take_look (self, file);
  Writing writing;

  *change = (TlIndexChange){ 0 };
  if (look == NULL)
    look = begin_look (self, file, cancellable, error);
  if (look == NULL)
    return FALSE;
  tl_look_finish (look, cancellable);
  if (look->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&look->failure));
      return FALSE;
    }
  if (look->is_unchanged)
    {
      *change = (TlIndexChange){ .is_unchanged = TRUE, .state = look->known.state };
      return TRUE;
    }

  if (look->known.id == 0 && look->project != NULL)
    {
      if (!run_query (self, find_moved, look, cancellable, error))
        return FALSE;
      /* All is known of it that there is to know. */
      if (look->moved != 0 && g_strcmp0 (look->known.digest, look->identity->digest) == 0
          && tl_known_is_made_alike (&look->known, look->made))
        g_clear_object (&look->project);
    }
  writing = (Writing){ look, change, look->known.seen };
  return tl_index_write (self, write_look, &writing, cancellable, error);
}

gboolean
tl_index_update_file (TlIndex        *self,
                      GFile          *file,
                      TlIndexChange  *change,
                      GCancellable   *cancellable,
                      GError        **error)
{
  TlIndexChange ignored;
  g_autoptr (GError) first = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (change == NULL)
    change = &ignored;
  if (update_file (self, file, change, cancellable, &first))
    return TRUE;
  if (!g_error_matches (first, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return FALSE;
    }
  /* It was met by reading. */
  return tl_index_heal (self, error) && update_file (self, file, change, cancellable, error);
}
