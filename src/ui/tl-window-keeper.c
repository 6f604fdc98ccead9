/* tl-window-keeper.c: remembers which windows are open, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-keeper.h"

#define DELAY 1000 /* ms after the first change of a burst */

struct _TlWindowKeeper
{
  GObject             parent_instance;

  TlWindowKeeperList  list;
  gpointer            user_data;
  guint               timeout;
  GBytes             *unwritten; /* what the file is to hold, until it does; else NULL */
  GBytes             *written;   /* what it holds as far as is known, or NULL */
};

G_DEFINE_FINAL_TYPE (TlWindowKeeper, tl_window_keeper, G_TYPE_OBJECT)

/* Of all lists of the process, so that none is written over a later one. */
static GMutex lock;
static guint64 n_lists, n_written;

char *
tl_window_keeper_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), TL_FOLDER, "windows.ini", NULL);
}

/* Writing {{{1 */

typedef struct
{
  char    *path;
  GBytes  *bytes;
  guint64  number;
} Job;

static Job *
job_new (GBytes *bytes)
{
  Job *self = g_new0 (Job, 1);

  self->path = tl_window_keeper_dup_path ();
  self->bytes = g_bytes_ref (bytes);
  self->number = ++n_lists;
  return self;
}

static void
job_free (Job *self)
{
  g_free (self->path);
  g_bytes_unref (self->bytes);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* Where it cannot be written nothing is lost that one would miss. */
static void
write_list (const Job *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *folder = g_path_get_dirname (job->path);
  gsize length;
  const char *text = g_bytes_get_data (job->bytes, &length);

  if (job->number < n_written || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  n_written = job->number;
  g_file_set_contents_full (job->path, text != NULL ? text : "", (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            NULL);
}

static void
write_worker (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  write_list (data);
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlWindowKeeper *self = TL_WINDOW_KEEPER (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (self->unwritten != job->bytes)
    return;
  g_clear_pointer (&self->written, g_bytes_unref);
  self->written = g_steal_pointer (&self->unwritten);
}

void
tl_window_keeper_set (TlWindowKeeper *self,
                      GPtrArray      *states)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (TL_IS_WINDOW_KEEPER (self));
  g_return_if_fail (states != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  bytes = tl_window_state_list_compose (states);
  /* Not every change is one of the windows: the disk need not wake up for others. */
  if (self->unwritten == NULL && self->written != NULL && g_bytes_equal (self->written, bytes))
    return;
  g_clear_pointer (&self->unwritten, g_bytes_unref);
  self->unwritten = g_steal_pointer (&bytes);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, tl_window_keeper_set);
  g_task_set_task_data (task, job_new (self->unwritten), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_worker);
}

static gboolean
timeout_cb (gpointer user_data)
{
  TlWindowKeeper *self = user_data;
  g_autoptr (GPtrArray) states = self->list (self->user_data);

  self->timeout = 0;
  if (states != NULL)
    tl_window_keeper_set (self, states);
  return G_SOURCE_REMOVE;
}

void
tl_window_keeper_touch (TlWindowKeeper *self)
{
  g_return_if_fail (TL_IS_WINDOW_KEEPER (self));

  if (self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, DELAY, timeout_cb, self, NULL);
}

void
tl_window_keeper_flush (TlWindowKeeper *self)
{
  g_autoptr (Job) job = NULL;

  g_return_if_fail (TL_IS_WINDOW_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->unwritten == NULL)
    return;
  job = job_new (self->unwritten);
  write_list (job);
  g_clear_pointer (&self->unwritten, g_bytes_unref);
}

/* Reading {{{1 */

static void
load_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = data != NULL ? g_bytes_ref (data) : NULL;
  GPtrArray *states;

  if (bytes == NULL)
    {
      g_autofree char *path = tl_window_keeper_dup_path ();
      g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

      bytes = file != NULL ? g_mapped_file_get_bytes (file) : g_bytes_new (NULL, 0);
    }
  states = tl_window_state_list_parse (bytes);
  tl_window_state_list_look (states, cancellable);
  g_task_return_pointer (task, states, (GDestroyNotify) g_ptr_array_unref);
}

void
tl_window_keeper_load_async (TlWindowKeeper      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_WINDOW_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_window_keeper_load_async);
  /* The file may be behind. */
  if (self->unwritten != NULL)
    g_task_set_task_data (task, g_bytes_ref (self->unwritten), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, load_worker);
}

GPtrArray *
tl_window_keeper_load_finish (TlWindowKeeper *self,
                              GAsyncResult   *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* Object {{{1 */

static void
tl_window_keeper_dispose (GObject *object)
{
  TlWindowKeeper *self = TL_WINDOW_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->unwritten, g_bytes_unref);
  g_clear_pointer (&self->written, g_bytes_unref);

  G_OBJECT_CLASS (tl_window_keeper_parent_class)->dispose (object);
}

static void
tl_window_keeper_class_init (TlWindowKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_window_keeper_dispose;
}

static void
tl_window_keeper_init (TlWindowKeeper *self)
{
}

TlWindowKeeper *
tl_window_keeper_new (TlWindowKeeperList list,
                      gpointer           user_data)
{
  TlWindowKeeper *self = g_object_new (TL_TYPE_WINDOW_KEEPER, NULL);

  self->list = list;
  self->user_data = user_data;
  return self;
}
