/* tl-library-writer.c: the thread of the library that writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-folder-watch.h"
#include "library/tl-index-private.h"
#include "library/tl-library-private.h"

#include <glib/gi18n-lib.h>
#include <sys/resource.h>

/* Beside whatever the user does: as `nice -n 10`. */
#define NICENESS 10
/* Another process that writes has its turn, but does not keep a job for ever. */
#define PATIENCE 5000 /* milliseconds */
/* What changes while many files are looked at is told so often, in milliseconds. */
#define INTERVAL 500

struct _TlLibraryWriter
{
  char              *path;
  GMainContext      *context;       /* of the thread */
  GMainLoop         *loop;
  GThread           *thread;
  GCancellable      *cancellable;   /* of what the user does not wait for: the end */

  /* Of the thread. */
  TlIndex           *index;         /* NULL: not open */
  TlLibraryScan     *scan;
  TlLeftOut         *left_out;
  TlFolderWatch     *watch;         /* of where the database is */
  gboolean           was_open;
  int                told;          /* code of the problem told last, or -1 */

  GMainContext      *owner_context;
  TlLibraryNewsFunc  func;
  gpointer           user_data;

  GMutex             mutex;         /* guards what follows */
  GCond              cond;
  gboolean           is_ready;      /* the database is open, or cannot be opened */
  TlLibraryNews      news;
  GSource           *telling;       /* on its way to the owner */
  gboolean           is_soon;
};

typedef struct
{
  TlLibraryWriter *writer;
  TlLibraryJob     job;
  gpointer         data;
  GDestroyNotify   free_data;
} Job;

/* News {{{1 */

static gboolean
tell_cb (gpointer user_data)
{
  TlLibraryWriter *self = user_data;
  TlLibraryNews news;

  g_mutex_lock (&self->mutex);
  news = self->news;
  self->news.changed = FALSE;
  self->news.problem = NULL;
  self->news.left_out = NULL;
  g_clear_pointer (&self->telling, g_source_unref);
  g_mutex_unlock (&self->mutex);

  self->func (&news, self->user_data);
  g_free (news.problem);
  g_clear_pointer (&news.left_out, g_hash_table_unref);
  return G_SOURCE_REMOVE;
}

/* With the mutex locked. */
static void
queue_telling (TlLibraryWriter *self,
               gboolean         soon)
{
  if (self->telling != NULL && (self->is_soon || !soon))
    return;
  if (self->telling != NULL)
    {
      g_source_destroy (self->telling);
      g_source_unref (self->telling);
    }
  self->telling = soon ? g_idle_source_new () : g_timeout_source_new (INTERVAL);
  self->is_soon = soon;
  g_source_set_priority (self->telling, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (self->telling, tell_cb, self, NULL);
  g_source_attach (self->telling, self->owner_context);
}

void
tl_library_writer_note_change (TlLibraryWriter *self,
                               gboolean         soon)
{
  g_mutex_lock (&self->mutex);
  self->news.changed = TRUE;
  queue_telling (self, soon);
  g_mutex_unlock (&self->mutex);
}

void
tl_library_writer_note_progress (TlLibraryWriter *self,
                                 guint            n_done,
                                 guint            n_total)
{
  gboolean busy = n_done < n_total;

  g_mutex_lock (&self->mutex);
  if (self->news.busy != busy || self->news.n_done != n_done || self->news.n_total != n_total)
    {
      queue_telling (self, self->news.busy != busy);
      self->news.busy = busy;
      self->news.n_done = n_done;
      self->news.n_total = n_total;
    }
  g_mutex_unlock (&self->mutex);
}

/* What the user removes in another process is to be seen here at once, while it can
 * still be taken back there. */
static void
left_out_cb (const char *uri,
             gboolean    is_left_out,
             gpointer    user_data)
{
  TlLibraryWriter *self = user_data;

  g_mutex_lock (&self->mutex);
  if (self->news.left_out == NULL)
    self->news.left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_replace (self->news.left_out, g_strdup (uri), GINT_TO_POINTER (is_left_out));
  queue_telling (self, TRUE);
  g_mutex_unlock (&self->mutex);
}

static void
tell_problem (TlLibraryWriter *self,
              const char      *text)
{
  g_mutex_lock (&self->mutex);
  g_free (self->news.problem);
  self->news.problem = g_strdup (text);
  queue_telling (self, TRUE);
  g_mutex_unlock (&self->mutex);
}

void
tl_library_writer_note_error (TlLibraryWriter *self,
                              const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_debug ("%s", error->message);
  if (self->told == error->code)
    return;
  self->told = error->code;
  tell_problem (self, error->message);
}

/* The database {{{1 */

/* It was begun anew: since it was deleted or damaged, or there was none. */
static void
check_rebuilt (TlLibraryWriter *self)
{
  if (self->index == NULL || !tl_index_take_rebuilt (self->index))
    return;
  if (self->was_open)
    {
      tell_problem (self, _("The database of the library was damaged or removed. It is being made anew from your projects, "
                            "of which none is affected."));
      tl_library_scan_restore (self->scan);
    }
  tl_library_writer_note_change (self, TRUE);
}

TlIndex *
tl_library_writer_get_index (TlLibraryWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (self->index != NULL)
    return self->index;
  self->index = tl_index_open (self->path, TL_INDEX_READ_WRITE, &error);
  if (self->index == NULL)
    {
      tl_library_writer_note_error (self, error);
      return NULL;
    }
  tl_index_set_patience (self->index, PATIENCE);
  self->told = -1;
  tl_index_take_foreign (self->index);
  check_rebuilt (self);
  self->was_open = TRUE;
  return self->index;
}

static void
reopen (TlLibraryWriter *self)
{
  tl_library_scan_end_batch (self->scan);
  /* The same, as it knows what is kept beside the database, if that is gone, too. */
  if (self->index != NULL && tl_index_reconnect (self->index, NULL))
    {
      tl_index_take_foreign (self->index);
      check_rebuilt (self);
      return;
    }
  g_clear_pointer (&self->index, tl_index_close);
  tl_library_writer_get_index (self);
}

void
tl_library_writer_catch_up (TlLibraryWriter *self)
{
  if (self->index == NULL || !tl_index_take_foreign (self->index))
    return;
  tl_library_scan_catch_up (self->scan);
  tl_library_writer_note_change (self, TRUE);
}

/* Its own work would go on in what is no longer there, and be lost. What another
 * process writes moves nothing, but it is a change like any other. */
static void
noticed_cb (GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event,
            gpointer           user_data)
{
  TlLibraryWriter *self = user_data;

  if (tl_left_out_is_file (file) || tl_left_out_is_file (other))
    tl_left_out_reload (self->left_out, left_out_cb, self);
  if (self->index == NULL)
    return;
  if (tl_index_is_moved (self->index))
    reopen (self);
  else
    tl_library_writer_catch_up (self);
}

static void
watch_database (TlLibraryWriter *self)
{
  g_autofree char *path = g_path_get_dirname (self->path);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  self->watch = tl_folder_watch_new (noticed_cb, self);
  tl_folder_watch_add (self->watch, folder);
}

/* With a new connection: what the one that writes has in memory may be as it was
 * before, so that it finds nothing wrong with what nobody else can read. */
static void
recover_job (TlLibraryWriter *self,
             gpointer         data)
{
  g_autoptr (GError) error = NULL;
  TlIndex *index;

  reopen (self);
  index = self->index;
  if (index == NULL || tl_index_check (index, self->cancellable, &error))
    return;
  if (g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    {
      g_clear_error (&error);
      tl_index_heal (index, &error);
    }
  if (error != NULL)
    tl_library_writer_note_error (self, error);
}

void
tl_library_writer_note_damage (TlLibraryWriter *self)
{
  tl_library_writer_run (self, recover_job, NULL, NULL);
}

/* Jobs {{{1 */

static gboolean
job_cb (gpointer user_data)
{
  Job *job = user_data;

  job->job (job->writer, job->data);
  check_rebuilt (job->writer);
  return G_SOURCE_REMOVE;
}

static void
job_free (gpointer user_data)
{
  Job *job = user_data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

void
tl_library_writer_run (TlLibraryWriter *self,
                       TlLibraryJob     job,
                       gpointer         data,
                       GDestroyNotify   free_data)
{
  GSource *source = g_idle_source_new ();
  Job *closure = g_new (Job, 1);

  *closure = (Job){ self, job, data, free_data };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, job_cb, closure, job_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static void
pause_job (TlLibraryWriter *self,
           gpointer         data)
{
  tl_library_scan_set_paused (self->scan, GPOINTER_TO_INT (data));
}

void
tl_library_writer_set_paused (TlLibraryWriter *self,
                              gboolean         paused)
{
  tl_library_writer_run (self, pause_job, GINT_TO_POINTER (paused), NULL);
}

TlLibraryScan *
tl_library_writer_get_scan (TlLibraryWriter *self)
{
  return self->scan;
}

TlLeftOut *
tl_library_writer_get_left_out (TlLibraryWriter *self)
{
  return self->left_out;
}

GCancellable *
tl_library_writer_get_cancellable (TlLibraryWriter *self)
{
  return self->cancellable;
}

GMainContext *
tl_library_writer_get_context (TlLibraryWriter *self)
{
  return self->context;
}

/* Thread {{{1 */

static void
set_ready (TlLibraryWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->is_ready = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
await_cancelled_cb (GCancellable    *cancellable,
                    TlLibraryWriter *self)
{
  g_mutex_lock (&self->mutex);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
tl_library_writer_await_open (TlLibraryWriter *self,
                              GCancellable    *cancellable)
{
  gulong id = 0;

  if (cancellable != NULL)
    id = g_cancellable_connect (cancellable, G_CALLBACK (await_cancelled_cb), self, NULL);
  g_mutex_lock (&self->mutex);
  while (!self->is_ready && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  g_cancellable_disconnect (cancellable, id);
}

static gpointer
run_thread (gpointer data)
{
  TlLibraryWriter *self = data;

  /* On Linux a thread has a priority of its own. */
  setpriority (PRIO_PROCESS, 0, NICENESS);
  g_main_context_push_thread_default (self->context);
  self->scan = tl_library_scan_new (self);
  self->left_out = tl_left_out_load (self->path);
  /* The program may have ended before what was removed was gone. */
  tl_left_out_foreach (self->left_out, left_out_cb, self);
  tl_library_writer_get_index (self);
  set_ready (self);
  watch_database (self);
  if (self->index != NULL)
    tl_library_scan_everything (self->scan);

  g_main_loop_run (self->loop);

  g_clear_pointer (&self->watch, tl_folder_watch_free);
  g_clear_pointer (&self->scan, tl_library_scan_free);
  g_clear_pointer (&self->index, tl_index_close);
  g_clear_pointer (&self->left_out, tl_left_out_free);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

TlLibraryWriter *
tl_library_writer_new (const char        *path,
                       TlLibraryNewsFunc  func,
                       gpointer           user_data)
{
  TlLibraryWriter *self = g_new0 (TlLibraryWriter, 1);

  self->path = g_strdup (path);
  self->func = func;
  self->user_data = user_data;
  self->told = -1;
  self->owner_context = g_main_context_ref_thread_default ();
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->thread = g_thread_new ("library-writer", run_thread, self);
  return self;
}

static gboolean
quit_cb (gpointer user_data)
{
  TlLibraryWriter *self = user_data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

/* In the thread, since a loop that does not run yet cannot be quit; after the jobs
 * there are, which are what the user has done. */
static void
quit (TlLibraryWriter *self)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, quit_cb, self, NULL);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

void
tl_library_writer_free (TlLibraryWriter *self)
{
  if (self == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  quit (self);
  g_thread_join (self->thread);
  if (self->telling != NULL)
    {
      g_source_destroy (self->telling);
      g_source_unref (self->telling);
    }
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_main_context_unref (self->owner_context);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->news.problem);
  g_clear_pointer (&self->news.left_out, g_hash_table_unref);
  g_free (self->path);
  g_free (self);
}
