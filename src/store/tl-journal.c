/* tl-journal.c: what was done since the last save, in case of a crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file of a log, which the worker thread writes and nobody else. */
typedef struct
{
  char    *path;
  int      fd;        /* -1 until there is something to write */
  gboolean has_failed;
} Log;

typedef enum
{
  JOB_APPEND,
  JOB_REMOVE,  /* the file goes; the next append makes a new one */
  JOB_BARRIER,
} JobKind;

typedef struct
{
  JobKind  kind;
  Log     *log;     /* a reference */
  char    *bytes;
  gsize    length;
  GMutex  *mutex;   /* of a BARRIER: who waits */
  GCond   *cond;
  gboolean *is_done;
} Job;

struct _TlJournal
{
  TlProject *project;
  Log       *log;
  gulong     handler;
  char      *uri;         /* of what it begins with, "" without a file */
  char      *digest;
  char      *mark_uri;    /* of what is being saved, or NULL */
  char      *mark_digest;
  GBytes    *base;        /* of a project without a file, until it is written */
  gboolean   is_begun;    /* the head is written */
  guint      n_changes;   /* since the last mark */
  guint64    state;       /* of the history, before the change that comes next */
};

/* Worker */

static void
log_clear (gpointer data)
{
  Log *log = data;

  if (log->fd >= 0)
    close (log->fd);
  g_free (log->path);
}

int
tl_journal_lock (const char *path)
{
  int fd = open (path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      fd = -1;
    }
  return fd;
}

/* That there is such a file is in its directory, which is kept by the disk when it is told. */
static void
sync_directory (const char *directory)
{
  int fd = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Locked before it has a name that others look for. */
static gboolean
create_log (Log *log)
{
  g_autofree char *directory = g_path_get_dirname (log->path);
  g_autofree char *temporary = g_strconcat (log->path, ".new", NULL);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    return FALSE;
  log->fd = open (temporary, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (log->fd < 0)
    return FALSE;
  if (flock (log->fd, LOCK_EX | LOCK_NB) == 0 && rename (temporary, log->path) == 0)
    {
      sync_directory (directory);
      return TRUE;
    }

  unlink (temporary);
  return FALSE;
}

/* A log that cannot be written is given up: what is in it is still good up to
 * the last whole line. Nothing else depends on it. */
static void
append_to_log (Log        *log,
               const char *bytes,
               gsize       length)
{
  if (log->has_failed)
    return;

  log->has_failed = log->fd < 0 && !create_log (log);
  while (length > 0 && !log->has_failed)
    {
      ssize_t n = write (log->fd, bytes, length);

      if (n < 0 && errno != EINTR)
        log->has_failed = TRUE;
      if (n > 0)
        {
          bytes += n;
          length -= n;
        }
    }
  if (log->has_failed)
    g_info ("The recovery journal cannot be written: %s", g_strerror (errno));
}

static void
remove_log (Log *log)
{
  if (log->fd < 0)
    return;

  unlink (log->path);
  close (log->fd);
  log->fd = -1;
  log->has_failed = FALSE;
}

static void
do_job (gpointer data,
        gpointer user_data)
{
  Job *job = data;

  switch (job->kind)
    {
    case JOB_APPEND:
      append_to_log (job->log, job->bytes, job->length);
      if (job->log->fd >= 0)
        fdatasync (job->log->fd);
      break;
    case JOB_REMOVE:
      remove_log (job->log);
      break;
    case JOB_BARRIER:
    default:
      break;
    }

  /* Before the barrier falls: who waits may count on the log being let go. */
  g_atomic_rc_box_release_full (job->log, log_clear);
  if (job->kind == JOB_BARRIER)
    {
      g_mutex_lock (job->mutex);
      *job->is_done = TRUE;
      g_cond_signal (job->cond);
      g_mutex_unlock (job->mutex);
    }
  g_free (job->bytes);
  g_free (job);
}

/* One thread, so that everything is written in order. */
static void
push_job (TlJournal *self,
          Job        job)
{
  static GThreadPool *pool;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      pool = g_thread_pool_new (do_job, NULL, 1, FALSE, NULL);
      g_once_init_leave (&is_ready, 1);
    }
  job.log = g_atomic_rc_box_acquire (self->log);
  g_thread_pool_push (pool, g_memdup2 (&job, sizeof job), NULL);
}

static void
push_line (TlJournal *self,
           GString   *line)
{
  Job job = { .kind = JOB_APPEND };

  job.bytes = tl_journal_seal_line (line, &job.length);
  push_job (self, job);
}

/* Watching */

static void
push_mark (TlJournal *self)
{
  GString *line = g_string_new ("mark");

  tl_journal_append_word (line, self->mark_uri);
  tl_journal_append_word (line, self->mark_digest);
  push_line (self, line);
}

static void
begin (TlJournal *self)
{
  GString *line = g_string_new ("begin");

  tl_journal_append_word (line, TL_JOURNAL_VERSION);
  tl_journal_append_word (line, self->uri);
  tl_journal_append_word (line, self->digest);
  tl_journal_append_word (line, tl_record_get_name (TL_RECORD (self->project)));
  if (self->base != NULL)
    {
      g_autofree char *xml = g_strndup (g_bytes_get_data (self->base, NULL), g_bytes_get_size (self->base));

      tl_journal_append_word (line, xml);
    }
  else
    {
      tl_journal_append_word (line, "");
    }
  push_line (self, line);
  if (self->mark_uri != NULL)
    push_mark (self);
  self->is_begun = TRUE;
}

/* What was done just now is called in the history; an undo leads to an earlier state. */
static char *
dup_label (TlJournal *self)
{
  TlHistory *history = tl_project_get_history (self->project);
  guint64 before = self->state;
  const char *label;

  self->state = tl_history_get_state (history);
  if (self->state >= before)
    return g_strdup (tl_history_get_undo_label (history));
  label = tl_history_get_redo_label (history);
  /* Translators: %s is an edit, such as “Change Owner of Incident” */
  return label != NULL ? g_strdup_printf (_("Undo %s"), label) : NULL;
}

static void
push_label (TlJournal *self)
{
  g_autofree char *label = dup_label (self);
  g_autofree char *word = label != NULL ? g_strconcat ("=", label, NULL) : NULL;
  GString *line;

  if (word == NULL)
    return;
  line = g_string_new ("mark");
  tl_journal_append_word (line, self->mark_uri != NULL ? self->mark_uri : self->uri);
  tl_journal_append_word (line, word);
  push_line (self, line);
}

static void
changed_cb (TlJournal *self,
            GPtrArray *changes)
{
  GString *line;

  if (*self->uri == '\0' && self->base == NULL)
    return;
  if (!self->is_begun)
    begin (self);

  push_label (self);
  line = g_string_new (NULL);
  tl_journal_append_changes (line, self->project, changes);
  push_line (self, line);
  self->n_changes++;
}

char *
tl_journal_get_directory (void)
{
  return g_build_filename (g_get_user_state_dir (), TL_FOLDER, "journal", NULL);
}

static TlJournal *
journal_new (TlProject *project,
             char      *path,
             int        fd,
             GFile     *file,
             const char *digest)
{
  TlJournal *self = g_new0 (TlJournal, 1);

  self->project = g_object_ref (project);
  self->log = g_atomic_rc_box_new0 (Log);
  self->log->path = path;
  self->log->fd = fd;
  self->uri = file != NULL ? g_file_get_uri (file) : g_strdup ("");
  self->digest = g_strdup (digest != NULL ? digest : "");
  self->state = tl_history_get_state (tl_project_get_history (project));
  self->handler = g_signal_connect_swapped (project, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

TlJournal *
tl_journal_new (TlProject  *project,
                GFile      *file,
                const char *digest)
{
  g_autofree char *directory = tl_journal_get_directory ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, TL_JOURNAL_SUFFIX, NULL);

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (file == NULL || digest != NULL, NULL);

  return journal_new (project, g_build_filename (directory, name, NULL), -1, file, digest);
}

TlJournal *
tl_journal_new_for_orphan (TlJournalOrphan *orphan,
                           TlProject       *project)
{
  GFile *file = tl_journal_orphan_get_file (orphan);
  TlJournal *self;

  self = journal_new (project, tl_journal_orphan_get_path (orphan),
                      tl_journal_orphan_steal_lock (orphan), file, "");
  self->is_begun = TRUE;
  self->n_changes = 1;
  if (file == NULL)
    self->base = g_bytes_new_static ("", 0);
  return self;
}

void
tl_journal_set_base (TlJournal *self,
                     GBytes    *base)
{
  g_return_if_fail (self != NULL && *self->uri == '\0');

  if (self->is_begun)
    return;
  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = g_bytes_ref (base);
}

void
tl_journal_free (TlJournal *self)
{
  if (self == NULL)
    return;

  g_clear_signal_handler (&self->handler, self->project);
  g_object_unref (self->project);
  g_atomic_rc_box_release_full (self->log, log_clear);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->mark_uri);
  g_free (self->mark_digest);
  g_free (self->uri);
  g_free (self->digest);
  g_free (self);
}

void
tl_journal_discard (TlJournal *self)
{
  if (self == NULL)
    return;

  push_job (self, (Job){ .kind = JOB_REMOVE });
  tl_journal_free (self);
}

void
tl_journal_mark (TlJournal  *self,
                 GFile      *file,
                 const char *digest)
{
  g_return_if_fail (self != NULL);

  g_free (self->mark_uri);
  g_free (self->mark_digest);
  self->mark_uri = g_file_get_uri (file);
  self->mark_digest = g_strdup (digest);
  self->n_changes = 0;
  if (self->is_begun)
    push_mark (self);
}

void
tl_journal_note_saved (TlJournal *self)
{
  g_return_if_fail (self != NULL && self->mark_uri != NULL);

  g_free (self->uri);
  g_free (self->digest);
  self->uri = g_steal_pointer (&self->mark_uri);
  self->digest = g_steal_pointer (&self->mark_digest);
  g_clear_pointer (&self->base, g_bytes_unref);

  /* What was done while it was being saved is after the mark, and stays. */
  if (!self->is_begun || self->n_changes > 0)
    return;
  push_job (self, (Job){ .kind = JOB_REMOVE });
  self->is_begun = FALSE;
}

void
tl_journal_flush (TlJournal *self)
{
  GMutex mutex;
  GCond cond;
  gboolean is_done = FALSE;

  g_return_if_fail (self != NULL);

  g_mutex_init (&mutex);
  g_cond_init (&cond);
  g_mutex_lock (&mutex);
  push_job (self, (Job){ .kind = JOB_BARRIER, .mutex = &mutex, .cond = &cond, .is_done = &is_done });
  while (!is_done)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);
  g_mutex_clear (&mutex);
  g_cond_clear (&cond);
}
