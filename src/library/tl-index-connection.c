/* tl-index-connection.c: the database of the library: opening and healing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PATIENCE 30000 /* milliseconds */

/* Statements of SQLite between two looks at the cancellable: some microseconds. */
#define STEPS_BETWEEN_LOOKS 2000

char *
tl_index_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), TL_FOLDER, "library.db", NULL);
}

/* Waiting */

/* Waits for a moment or until it is cancelled. Returns whether to try again. */
static gboolean
wait_for_others (TlIndex *self,
                 guint    n_tries)
{
  static const guint delays[] = { 1, 2, 5, 10, 20, 50 }; /* milliseconds */
  guint delay = delays[MIN (n_tries, G_N_ELEMENTS (delays) - 1)];
  gint64 now = g_get_monotonic_time ();
  GPollFD fd;

  if (self->waiting == 0)
    self->waiting = now;
  if (now - self->waiting >= self->patience * G_TIME_SPAN_MILLISECOND)
    return FALSE;

  if (g_cancellable_make_pollfd (self->cancellable, &fd))
    {
      g_poll (&fd, 1, delay);
      g_cancellable_release_fd (self->cancellable);
    }
  else
    g_usleep (delay * 1000);
  return !g_cancellable_is_cancelled (self->cancellable);
}

static int
busy_cb (gpointer user_data,
         int      n_tries)
{
  return wait_for_others (user_data, n_tries);
}

static int
progress_cb (gpointer user_data)
{
  TlIndex *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Opening and healing are for one process at a time: the other finds what the
 * first has made. The lock goes with its file descriptor, also after a crash. */
int
tl_index_lock (TlIndex  *self,
               GError  **error)
{
  g_autofree char *path = g_strconcat (self->path, ".lock", NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      tl_index_fail (self, errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN, error);
      return -1;
    }

  self->waiting = 0;
  /* A file system without locks is one that no other process shares. */
  for (guint n_tries = 0; flock (fd, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR); n_tries++)
    if (!wait_for_others (self, n_tries))
      {
        tl_index_fail (self, SQLITE_BUSY, error);
        g_close (fd, NULL);
        return -1;
      }
  self->waiting = 0;
  return fd;
}

/* Opening */

/* What holds for every connection:
 *
 * - WAL, so that readers never wait, and what they see belongs together. Where the
 *   file system cannot do it, SQLite stays with its older journal.
 * - With WAL and synchronous=NORMAL only checkpoints wait for the disk. After a
 *   power failure the last changes may be missing, which the next scan makes good;
 *   the database is whole in any case.
 * - A checkpoint follows a commit after 16 MiB: less makes a scan of many files
 *   wait for the disk all the time, more makes readers look through a longer log.
 * - A large project makes the log as large as its rows. What is beyond 32 MiB goes
 *   back to the disk when the log begins anew.
 * - 16 MiB of cache, whatever the size of the library; more while many files are
 *   written.
 * - No memory map, since a file that is cut short under it kills the process.
 * - What may come from elsewhere must not do more than data can: no views and
 *   triggers, of which we have none, no functions with side effects anywhere in the
 *   schema, no writing to internal tables, no other databases; and the pages are
 *   looked at closely when they are read. */
static const char settings[] =
  "PRAGMA journal_mode = WAL;"
  "PRAGMA synchronous = NORMAL;"
  "PRAGMA wal_autocheckpoint = 4096;"
  "PRAGMA journal_size_limit = 33554432;"
  "PRAGMA cache_size = -" G_STRINGIFY (TL_INDEX_CACHE) ";"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA mmap_size = 0;"
  "PRAGMA cell_size_check = ON;";

/* The settings that concern reading. */
static const char reader_settings[] =
  "PRAGMA cache_size = -" G_STRINGIFY (TL_INDEX_CACHE) ";"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA mmap_size = 0;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA query_only = ON;";

static void
restrict_to_data (TlIndex *self)
{
  static const struct { int option; int value; } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    /* A name in double quotes that there is not is an error, not a text. */
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (self->db, options[i].option, options[i].value, NULL);
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (self->db, SQLITE_LIMIT_WORKER_THREADS, 0);
}

static gboolean
configure (TlIndex  *self,
           GError  **error)
{
  gboolean writes = (self->flags & TL_INDEX_READ_WRITE) != 0;
  int code;

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_handler (self->db, busy_cb, self);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_LOOKS, progress_cb, self);
  restrict_to_data (self);
  code = sqlite3_exec (self->db, writes ? settings : reader_settings, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    return tl_index_fail (self, code, error);
  return writes ? tl_index_migrate (self, error) : tl_index_check_schema (self, error);
}

static guint64
get_inode (TlIndex    *self,
           const char *suffix)
{
  g_autofree char *path = g_strconcat (self->path, suffix, NULL);
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_ino : 0;
}

/* What SQLite has to say besides, as of where it has found damage: it may be the damaged text itself. */
static void
log_cb (void       *data,
        int         code,
        const char *message)
{
  g_autofree char *text = g_utf8_make_valid (message, -1);

  g_debug ("SQLite: %s (%d)", text, code);
}

/* Before SQLite is used for the first time; afterwards it has no effect. */
static void
follow_log (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_LOG, log_cb, NULL);
      g_once_init_leave (&once, 1);
    }
}

static gboolean
open_file (TlIndex  *self,
           GError  **error)
{
  gboolean writes = (self->flags & TL_INDEX_READ_WRITE) != 0;
  int flags = (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
  int code;

  follow_log ();
  code = sqlite3_open_v2 (self->path, &self->db, flags, NULL);

  /* There is none yet. */
  if (code != SQLITE_OK && !writes && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    code = SQLITE_NOTADB;
  if (code != SQLITE_OK)
    tl_index_fail (self, code, error);
  else if (configure (self, error))
    {
      self->shared_memory = get_inode (self, "-shm");
      return TRUE;
    }
  tl_index_disconnect (self);
  return FALSE;
}

/* Whether what is at the path was once made by us. */
static gboolean
is_ours (TlIndex *self)
{
  static const char magic[] = "SQLite format 3";
  guint32 application_id;
  char head[72];
  int fd = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_whole;

  if (fd < 0)
    return FALSE;
  is_whole = read (fd, head, sizeof head) == sizeof head;
  g_close (fd, NULL);
  if (!is_whole || memcmp (head, magic, sizeof magic) != 0)
    return FALSE;
  memcpy (&application_id, head + 68, sizeof application_id);
  return GUINT32_FROM_BE (application_id) == TL_INDEX_APPLICATION_ID;
}

/* A new database must not begin with what an older one has left. Above all it must not share the
 * memory that readers of the older one still have: when they let go of it, so do all locks of this
 * process, and the next process cuts it short under it. */
static void
remove_side_files (TlIndex *self)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_unlink (path);
    }
}

/* What is damaged so much that it cannot be told whose it was is not removed, but
 * called otherwise. */
static gboolean
set_aside (TlIndex  *self,
           GError  **error)
{
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_debug ("%s: begun anew", self->path);
  if ((is_ours (self) ? g_unlink (self->path) : g_rename (self->path, aside)) != 0 && errno != ENOENT)
    return tl_index_fail (self, errno == EROFS || errno == EACCES ? SQLITE_READONLY : SQLITE_CANTOPEN, error);
  remove_side_files (self);
  return TRUE;
}

/* What is in projects is for nobody else to read. */
static void
make_private (TlIndex *self)
{
  int fd = g_open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    g_close (fd, NULL);
}

static gboolean
begin_anew (TlIndex  *self,
            GError  **error)
{
  if (!set_aside (self, error))
    return FALSE;
  make_private (self);
  return open_file (self, error);
}

static gboolean
open_or_heal (TlIndex  *self,
              GError  **error)
{
  g_autoptr (GError) local_error = NULL;

  if (open_file (self, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return begin_anew (self, error);
}

/* SQLite opens the file first, and what lies beside it only when it reads: if the database were begun
 * anew in between, an old file would share the memory of the new one. To this process its own locks
 * say nothing, so that SQLite would cut that memory short under the connections which have it: a SIGBUS. */
static gboolean
open_reader (TlIndex  *self,
             GError  **error)
{
  /* Where there is no lock to be had, nobody writes. */
  int fd = tl_index_lock (self, NULL);
  gboolean is_open = open_file (self, error);

  if (fd >= 0)
    g_close (fd, NULL);
  return is_open;
}

gboolean
tl_index_connect (TlIndex  *self,
                  GError  **error)
{
  g_autofree char *directory = g_path_get_dirname (self->path);
  gboolean is_open;
  int fd;

  if ((self->flags & TL_INDEX_READ_WRITE) == 0)
    return open_reader (self, error);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    return tl_index_fail (self, errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN, error);
  fd = tl_index_lock (self, error);
  if (fd < 0)
    return FALSE;
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    remove_side_files (self);
  make_private (self);
  is_open = open_or_heal (self, error);
  tl_index_see_choices (self);
  g_close (fd, NULL);
  return is_open;
}

void
tl_index_disconnect (TlIndex *self)
{
  self->batch_begun = 0;
  self->data_version = 0;
  self->shared_memory = 0;
  tl_index_drop_looks (self);
  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

/* Another file, or none, is at the path. */
static gboolean
is_replaced (TlIndex *self)
{
  int is_moved = 0;

  if (self->db == NULL)
    return TRUE;
  return sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &is_moved) == SQLITE_OK && is_moved;
}

gboolean
tl_index_reconnect (TlIndex  *self,
                    GError  **error)
{
  /* While anyone here has the database open, so is the memory that others do not share. */
  if ((self->flags & TL_INDEX_READ_WRITE) != 0 && !is_replaced (self) && tl_index_is_moved (self))
    return tl_index_heal (self, error);
  tl_index_disconnect (self);
  return tl_index_connect (self, error);
}

gboolean
tl_index_is_moved (TlIndex *self)
{
  return is_replaced (self) || (self->shared_memory != 0 && get_inode (self, "-shm") != self->shared_memory);
}

gboolean
tl_index_heal (TlIndex  *self,
               GError  **error)
{
  /* Another process has been here, or there is nothing to be healed. */
  gboolean is_healed, is_another = is_replaced (self);
  int fd;

  if ((self->flags & TL_INDEX_READ_WRITE) == 0)
    return tl_index_fail (self, SQLITE_CORRUPT, error);
  tl_index_disconnect (self);
  if (is_another)
    return tl_index_connect (self, error);

  fd = tl_index_lock (self, error);
  if (fd < 0)
    return FALSE;
  is_healed = begin_anew (self, error);
  g_close (fd, NULL);
  return is_healed;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

gboolean
tl_index_rebuild (TlIndex  *self,
                  GError  **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((self->flags & TL_INDEX_READ_WRITE) != 0, FALSE);

  return tl_index_heal (self, error);
}

TlIndex *
tl_index_open (const char    *path,
               TlIndexFlags   flags,
               GError       **error)
{
  TlIndex *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (TlIndex, 1);
  self->path = g_canonicalize_filename (path, NULL);
  self->flags = flags;
  self->patience = PATIENCE;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (tl_index_connect (self, error))
    return self;
  tl_index_close (self);
  return NULL;
}

void
tl_index_close (TlIndex *self)
{
  if (self == NULL)
    return;

  if (self->in_batch)
    tl_index_end_batch (self, NULL);
  tl_index_disconnect (self);
  g_hash_table_unref (self->statements);
  g_free (self->choices);
  g_free (self->path);
  g_free (self);
}
