/* tl-index-file.c: the database of the library: looking at a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-rows.h"

#include "analysis/tl-finding.h"
#include "store/tl-file-identity.h"
#include "store/tl-reader.h"

#include <string.h>

/* A file that was changed this shortly before it was looked at may be changed
 * again within the same tick of the file system's clock: its time says nothing. */
#define TICK (2 * G_USEC_PER_SEC)

/* What is known of a file before it is looked at. */
typedef struct
{
  gint64         id;     /* of its row; 0: none */
  TlLibraryState state;
  gint64         seen;
  gint64         size;
  gint64         modified;
  gint64         device;
  gint64         inode;
  char          *digest; /* of the bytes whose things are known, or NULL */
  char          *made;   /* by which version, in which language */
} Known;

/* One look at a file. */
typedef struct
{
  GFile          *file;
  char           *uri;
  char           *made;     /* by what things are made now */
  gint64          seen;     /* when the file system was asked */
  Known           known;
  gint64          moved;    /* row of the same file under another URI, or 0 */
  TlFileIdentity *identity; /* NULL: nothing is known of the file */
  TlProject      *project;  /* NULL: not read, or could not be */
  TlLibraryState  state;
  char           *problem;
  TlIndexChange  *change;
} Look;

static void
known_clear (Known *self)
{
  g_free (self->digest);
  g_free (self->made);
  *self = (Known){ 0 };
}

static void
look_clear (Look *self)
{
  g_free (self->uri);
  g_free (self->made);
  known_clear (&self->known);
  g_clear_pointer (&self->identity, tl_file_identity_free);
  g_clear_object (&self->project);
  g_free (self->problem);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

/* What is known */

#define KNOWN_COLUMNS "id, state, seen, size, modified, device, inode, digest, made"

static void
fill_known (TlStatement *statement,
            Known       *known)
{
  known_clear (known);
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
            Known       *known,
            GError     **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  known_clear (known);
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

/* Finds the row of a file with the same bytes that is no longer where it was. */
static gboolean
find_moved (TlIndex   *self,
            Look      *look,
            GError   **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = tl_index_prepare (self, "SELECT " KNOWN_COLUMNS ", uri FROM project WHERE digest = ?", error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, look->identity->digest);
  while (look->moved == 0 && tl_index_step (self, statement, &local_error))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (tl_statement_get_text (statement, 9));

      if (g_file_query_exists (file, self->cancellable))
        continue;
      fill_known (statement, &look->known);
      look->moved = look->known.id;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Things are made anew by another version of the program, and in another language;
 * but not by a process that has none, as one that runs at night. */
static gboolean
is_made_alike (const Known *known,
               const char  *made)
{
  const char *language = strchr (made, ' ');

  if (known->made == NULL)
    return FALSE;
  if (strcmp (language, " C") == 0)
    return strncmp (known->made, made, language + 1 - made) == 0;
  return strcmp (known->made, made) == 0;
}

/* The file system's word is enough. */
static gboolean
is_unchanged (TlIndex    *self,
              const Look *look)
{
  const Known *known = &look->known;
  const TlFileIdentity *now = look->identity;

  return !self->is_thorough
         && (known->state == TL_LIBRARY_DAMAGED || (known->state == TL_LIBRARY_PRESENT && known->digest != NULL))
         && known->size == now->size && known->modified == now->modified
         && known->device == (gint64) now->device && known->inode == (gint64) now->inode
         && known->modified < known->seen - TICK
         && is_made_alike (known, look->made);
}

/* Writing */

static gboolean
insert_project (TlIndex  *self,
                Look     *look,
                GError  **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, "INSERT INTO project (uri, state) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, look->uri);
  sqlite3_bind_int (statement, 2, look->state);
  if (!tl_index_run (self, statement, error))
    return FALSE;
  look->known.id = sqlite3_last_insert_rowid (self->db);
  look->change->is_new = TRUE;
  self->choices_changed = TRUE;
  return TRUE;
}

static gboolean
move_project (TlIndex  *self,
              Look     *look,
              GError  **error)
{
  g_autoptr (TlStatement) statement = NULL;

  statement = tl_index_prepare (self, "UPDATE project SET uri = ? WHERE id = ? AND digest = ?", error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, look->uri);
  sqlite3_bind_int64 (statement, 2, look->moved);
  tl_statement_bind_text (statement, 3, look->identity->digest);
  if (!tl_index_run (self, statement, error))
    return FALSE;
  look->change->is_moved = sqlite3_changes (self->db) > 0;
  self->choices_changed = TRUE;
  return find_known (self, look->uri, &look->known, error);
}

/* How the file was found, and by what to tell whether it is still the same. */
static gboolean
write_state (TlIndex  *self,
             Look     *look,
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
              Look     *look,
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
write_project (TlIndex  *self,
               Look     *look,
               GError  **error)
{
  TlRecord *project = TL_RECORD (look->project);
  TlThingCounts counts;
  g_autoptr (TlStatement) statement = NULL;

  if (!tl_index_write_rows (self, look->known.id, look->project, look->change, &counts, error))
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

/* Since the file was looked at, another process may have looked at it, too, or
 * the database may have been begun anew. */
static gboolean
write_look (TlIndex   *self,
            gpointer   user_data,
            GError   **error)
{
  Look *look = user_data;
  gint64 seen_before = look->known.seen;
  gboolean is_same = look->project == NULL && look->state == TL_LIBRARY_PRESENT;

  *look->change = (TlIndexChange){ .is_unchanged = is_same, .state = look->state };
  if (!find_known (self, look->uri, &look->known, error))
    return FALSE;
  if (look->known.id == 0 && look->moved != 0 && !move_project (self, look, error))
    return FALSE;

  if (look->known.seen != seen_before && look->known.seen > look->seen)
    {
      look->change->is_unchanged = TRUE;
      look->change->state = look->known.state;
      return TRUE;
    }
  /* What is in the row belongs to other bytes: the next look will tell. */
  if (is_same && g_strcmp0 (look->known.digest, look->identity->digest) != 0)
    return look->known.id != 0 || insert_project (self, look, error);

  if (look->known.id == 0 && !insert_project (self, look, error))
    return FALSE;
  return write_state (self, look, error)
         && ((look->project == NULL && look->state != TL_LIBRARY_DAMAGED) || write_digest (self, look, error))
         && (look->project == NULL || write_project (self, look, error));
}

/* Looking */

/* No such file, or no directory where it should be. */
static gboolean
is_absence (const GError *failure)
{
  return g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
         || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

/* What is wrong with a file is no error here. Returns FALSE if it was cancelled. */
static gboolean
take_failure (Look          *look,
              const GError  *failure,
              GError       **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (failure));
      return FALSE;
    }

  if (is_absence (failure))
    look->state = TL_LIBRARY_MISSING;
  else if (failure->domain == G_IO_ERROR)
    look->state = TL_LIBRARY_UNREADABLE;
  else
    look->state = TL_LIBRARY_DAMAGED;
  if (look->state != TL_LIBRARY_MISSING)
    look->problem = g_strdup (failure->message);
  return TRUE;
}

static gboolean
query_known (TlIndex       *self,
             Look          *look,
             GCancellable  *cancellable,
             GError       **error)
{
  gboolean is_done;

  if (!tl_index_begin_reading (self, cancellable, error))
    return FALSE;
  is_done = find_known (self, look->uri, &look->known, error);
  tl_index_end_reading (self);
  return is_done;
}

static gboolean
query_moved (TlIndex       *self,
             Look          *look,
             GCancellable  *cancellable,
             GError       **error)
{
  gboolean is_done;

  if (!tl_index_begin_reading (self, cancellable, error))
    return FALSE;
  is_done = find_moved (self, look, error);
  tl_index_end_reading (self);
  return is_done;
}

/* Whether the bytes are those that are known, under this URI or another; @is_same
 * stays FALSE where reading them as a project is no more work. */
static gboolean
compare_bytes (TlIndex       *self,
               Look          *look,
               gboolean      *is_same,
               GCancellable  *cancellable,
               GError       **error)
{
  TlFileIdentity *identity;
  g_autoptr (GError) failure = NULL;

  if (look->known.id != 0
      && (look->known.digest == NULL || look->known.size != look->identity->size
          || !is_made_alike (&look->known, look->made)))
    return TRUE;

  identity = tl_file_identity_read (look->file, cancellable, &failure);
  if (identity == NULL)
    return take_failure (look, failure, error);
  tl_file_identity_free (look->identity);
  look->identity = identity;

  if (look->known.id == 0 && !query_moved (self, look, cancellable, error))
    return FALSE;
  *is_same = g_strcmp0 (look->known.digest, look->identity->digest) == 0 && is_made_alike (&look->known, look->made);
  return TRUE;
}

static gboolean
read_project (Look          *look,
              GCancellable  *cancellable,
              GError       **error)
{
  TlFileIdentity *identity = NULL;
  g_autoptr (GError) failure = NULL;

  look->project = tl_reader_read_file (look->file, TL_READ_STRICT, NULL, NULL, NULL, &identity, cancellable, &failure);
  if (look->project == NULL)
    return take_failure (look, failure, error);
  tl_file_identity_free (look->identity);
  look->identity = identity;
  return TRUE;
}

/* Finds out all that is to be written; nothing if the file is unchanged. */
static gboolean
look_at_file (TlIndex       *self,
              Look          *look,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_same = FALSE;

  if (!query_known (self, look, cancellable, error))
    return FALSE;
  look->seen = g_get_real_time ();
  look->identity = tl_file_identity_query (look->file, cancellable, &failure);
  if (look->identity == NULL)
    {
      if (look->known.id != 0 || !is_absence (failure))
        return take_failure (look, failure, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (is_unchanged (self, look))
    {
      *look->change = (TlIndexChange){ .is_unchanged = TRUE, .state = look->known.state };
      return TRUE;
    }
  if (!compare_bytes (self, look, &is_same, cancellable, error))
    return FALSE;
  return is_same || look->state != TL_LIBRARY_PRESENT || read_project (look, cancellable, error);
}

static gboolean
update_file (TlIndex        *self,
             GFile          *file,
             TlIndexChange  *change,
             GCancellable   *cancellable,
             GError        **error)
{
  g_auto (Look) look = { .file = file, .change = change };

  *change = (TlIndexChange){ 0 };
  look.uri = g_file_get_uri (file);
  look.made = g_strdup_printf ("%s %s", TL_VERSION, g_get_language_names ()[0]);
  if (!look_at_file (self, &look, cancellable, error))
    return FALSE;
  return change->is_unchanged || tl_index_write (self, write_look, &look, cancellable, error);
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
