/* tl-index.c: the database of the library: statements and transactions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-private.h"

#include <glib/gi18n-lib.h>

/* A batch that is older is committed: others may be waiting. */
#define MAX_BATCH (2 * G_USEC_PER_SEC)

/* Memory for pages of the database while many files are written, in KiB. */
#define BATCH_CACHE 65536

/* Errors */

static TlLibraryError
get_error_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_ERROR: /* of constant statements: the tables are not those of the schema */
    case SQLITE_SCHEMA:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return TL_LIBRARY_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return TL_LIBRARY_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return TL_LIBRARY_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return TL_LIBRARY_ERROR_FULL;
    case SQLITE_IOERR:
      return code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS ? TL_LIBRARY_ERROR_DAMAGED
                                                                               : TL_LIBRARY_ERROR_FAILED;
    default:
      return TL_LIBRARY_ERROR_FAILED;
    }
}

static const char *
get_error_text (TlLibraryError code)
{
  switch (code)
    {
    case TL_LIBRARY_ERROR_DAMAGED:
      return _("The database of the library is damaged.");
    case TL_LIBRARY_ERROR_BUSY:
      return _("The database of the library is in use by another program.");
    case TL_LIBRARY_ERROR_READ_ONLY:
      return _("The database of the library cannot be written.");
    case TL_LIBRARY_ERROR_FULL:
      return _("There is no room on the disk for the database of the library.");
    case TL_LIBRARY_ERROR_NEWER_VERSION:
    case TL_LIBRARY_ERROR_QUERY:
    case TL_LIBRARY_ERROR_FAILED:
    default:
      return _("The database of the library cannot be used.");
    }
}

gboolean
tl_index_fail (TlIndex  *self,
               int       code,
               GError  **error)
{
  TlLibraryError reason = get_error_code (code);
  g_autofree char *message = NULL;

  if ((code & 0xff) == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  message = g_utf8_make_valid (self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (code), -1);
  g_debug ("%s: %s (%d)", self->path, message, code);
  /* Where we cannot say what is to be done, whoever is asked for help can tell by this. */
  if (reason == TL_LIBRARY_ERROR_FAILED)
    /* Translators: what cannot be done, and what SQLite says of it: a number and English words */
    g_set_error (error, TL_LIBRARY_ERROR, reason, _("%1$s (SQLite %2$d: %3$s)"), get_error_text (reason), code, message);
  else
    g_set_error_literal (error, TL_LIBRARY_ERROR, reason, get_error_text (reason));
  return FALSE;
}

/* Statements */

void
tl_statement_release (TlStatement *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

TlStatement *
tl_index_prepare (TlIndex     *self,
                  const char  *sql,
                  GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    return statement;

  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      tl_index_fail (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

void
tl_statement_bind_text (TlStatement *self,
                        int          index,
                        const char  *text)
{
  if (text != NULL)
    sqlite3_bind_text (self, index, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (self, index);
}

const char *
tl_statement_get_text (TlStatement *self,
                       int          column)
{
  const char *text = (const char *) sqlite3_column_text (self, column);

  return text != NULL ? text : "";
}

char *
tl_statement_dup_text (TlStatement *self,
                       int          column)
{
  const char *text = (const char *) sqlite3_column_text (self, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

gboolean
tl_index_step (TlIndex      *self,
               TlStatement  *statement,
               GError      **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    tl_index_fail (self, code, error);
  return FALSE;
}

gboolean
tl_index_run (TlIndex      *self,
              TlStatement  *statement,
              GError      **error)
{
  int code = sqlite3_step (statement);

  /* What failed is told again by the reset, which is not asked. */
  sqlite3_reset (statement);
  return code == SQLITE_DONE || code == SQLITE_ROW || tl_index_fail (self, code, error);
}

gboolean
tl_index_execute (TlIndex     *self,
                  const char  *sql,
                  GError     **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, sql, error);

  return statement != NULL && tl_index_run (self, statement, error);
}

/* Transactions */

/* The database that lies at the path now may be another one, or gone. */
static gboolean
enter (TlIndex       *self,
       GCancellable  *cancellable,
       GError       **error)
{
  self->cancellable = cancellable;
  self->waiting = 0;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!tl_index_is_moved (self))
    return TRUE;

  return tl_index_reconnect (self, error);
}

static void
leave (TlIndex *self)
{
  self->cancellable = NULL;
}

gboolean
tl_index_begin_reading (TlIndex       *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  if (!enter (self, cancellable, error))
    return FALSE;
  /* Within a batch, what it has written is seen. */
  if (!sqlite3_get_autocommit (self->db) || tl_index_execute (self, "BEGIN", error))
    return TRUE;
  leave (self);
  return FALSE;
}

void
tl_index_end_reading (TlIndex *self)
{
  if (self->batch_begun == 0 && self->db != NULL && !sqlite3_get_autocommit (self->db))
    tl_index_execute (self, "COMMIT", NULL);
  leave (self);
}

static void
roll_back (TlIndex *self)
{
  self->batch_begun = 0;
  if (self->db != NULL && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static gboolean
commit (TlIndex  *self,
        GError  **error)
{
  if (tl_index_execute (self, "COMMIT", error))
    {
      self->batch_begun = 0;
      if (self->choices_changed)
        tl_index_keep_choices (self);
      return TRUE;
    }
  roll_back (self);
  return FALSE;
}

/* In a batch the transaction is that of several pieces of work, and if one of them
 * fails none is done: at each savepoint FTS5 would write the words that it has, in small
 * pieces that have to be merged. */
static gboolean
write_in_batch (TlIndex      *self,
                TlIndexWork   work,
                gpointer      user_data,
                GError      **error)
{
  if (self->batch_begun == 0)
    {
      if (!tl_index_execute (self, "BEGIN IMMEDIATE", error))
        return FALSE;
      self->batch_begun = g_get_monotonic_time ();
    }
  if (!work (self, user_data, error))
    {
      roll_back (self);
      return FALSE;
    }
  return g_get_monotonic_time () - self->batch_begun < MAX_BATCH || commit (self, error);
}

gboolean
tl_index_write_once (TlIndex       *self,
                     TlIndexWork    work,
                     gpointer       user_data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gboolean is_done = FALSE;

  if (enter (self, cancellable, error))
    {
      if (self->in_batch)
        is_done = write_in_batch (self, work, user_data, error);
      else if (tl_index_execute (self, "BEGIN IMMEDIATE", error))
        {
          is_done = work (self, user_data, error) && commit (self, error);
          if (!is_done)
            roll_back (self);
        }
    }
  leave (self);
  return is_done;
}

gboolean
tl_index_write (TlIndex       *self,
                TlIndexWork    work,
                gpointer       user_data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GError) first = NULL;

  if (tl_index_write_once (self, work, user_data, cancellable, &first))
    return TRUE;
  if (!g_error_matches (first, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return FALSE;
    }

  roll_back (self);
  return tl_index_heal (self, error) && tl_index_write_once (self, work, user_data, cancellable, error);
}

/* Names are all over their index: with less memory each page of it is written and
 * read again several times in a transaction. It is given back when there is no more
 * to do. */
static void
set_cache (TlIndex *self,
           int      kibibytes)
{
  g_autofree char *text = g_strdup_printf ("PRAGMA cache_size = -%d", kibibytes);

  if (self->db == NULL)
    return;
  sqlite3_exec (self->db, text, NULL, NULL, NULL);
  sqlite3_db_release_memory (self->db);
}

void
tl_index_begin_batch (TlIndex *self)
{
  g_return_if_fail (self != NULL && !self->in_batch);

  self->in_batch = TRUE;
  set_cache (self, BATCH_CACHE);
}

gboolean
tl_index_end_batch (TlIndex  *self,
                    GError  **error)
{
  gboolean is_done;

  g_return_val_if_fail (self != NULL && self->in_batch, FALSE);

  self->in_batch = FALSE;
  is_done = self->batch_begun == 0 || commit (self, error);
  set_cache (self, TL_INDEX_CACHE);
  return is_done;
}

gboolean
tl_index_take_foreign (TlIndex *self)
{
  g_autoptr (TlStatement) statement = NULL;
  int before = self->data_version;

  statement = self->db != NULL ? tl_index_prepare (self, "PRAGMA data_version", NULL) : NULL;
  if (statement == NULL || !tl_index_step (self, statement, NULL))
    return FALSE;
  self->data_version = sqlite3_column_int (statement, 0);
  return before != 0 && before != self->data_version;
}

/* Properties */

void
tl_index_set_patience (TlIndex *self,
                       guint    milliseconds)
{
  g_return_if_fail (self != NULL);

  self->patience = milliseconds;
}

void
tl_index_set_thorough (TlIndex  *self,
                       gboolean  is_thorough)
{
  g_return_if_fail (self != NULL);

  self->is_thorough = is_thorough;
  tl_index_drop_looks (self);
}

gboolean
tl_index_take_rebuilt (TlIndex *self)
{
  gboolean was_rebuilt;

  g_return_val_if_fail (self != NULL, FALSE);

  was_rebuilt = self->was_rebuilt;
  self->was_rebuilt = FALSE;
  return was_rebuilt;
}
