/* tl-library-readers.c: the threads that answer questions to the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library-private.h"

#define N_READERS 2

struct _TlLibraryReaders
{
  char            *path;
  TlLibraryWriter *writer;
  GThreadPool     *pool;
  GPtrArray       *asked;  /* GCancellable of each question that has no answer; of the main thread */
  GMutex           mutex;  /* guards what follows */
  GPtrArray       *idle;   /* connections nobody uses */
};

typedef struct
{
  GTask             *task;         /* only touched in its context */
  GPtrArray         *asked;        /* likewise */
  GCancellable      *cancellable;  /* that of the task and the end of the library in one */
  gulong             cancelled;
  TlLibraryQuestion  question;
  gpointer           data;
  GDestroyNotify     free_data;
  gpointer           answer;
  GDestroyNotify     free_answer;
  GError            *error;
} Question;

/* Answers {{{1 */

static void
question_free (gpointer user_data)
{
  Question *self = user_data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_cancellable_disconnect (g_task_get_cancellable (self->task), self->cancelled);
  g_ptr_array_remove_fast (self->asked, self->cancellable);
  g_ptr_array_unref (self->asked);
  g_object_unref (self->task);
  g_free (self);
}

static gboolean
answer_cb (gpointer user_data)
{
  Question *self = user_data;

  if (self->error != NULL)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else
    g_task_return_pointer (self->task, g_steal_pointer (&self->answer), self->free_answer);
  return G_SOURCE_REMOVE;
}

/* Back where the task belongs: it may be what keeps the library. */
static void
send_answer (Question *self)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, answer_cb, self, question_free);
  g_source_attach (source, g_task_get_context (self->task));
  g_source_unref (source);
}

/* Threads {{{1 */

static TlIndex *
take_connection (TlLibraryReaders  *self,
                 GError           **error)
{
  TlIndex *index = NULL;

  g_mutex_lock (&self->mutex);
  if (self->idle->len > 0)
    index = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->mutex);
  return index != NULL ? index : tl_index_open (self->path, TL_INDEX_READ_ONLY, error);
}

static void
give_back (TlLibraryReaders *self,
           TlIndex          *index)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->idle, index);
  g_mutex_unlock (&self->mutex);
}

static void
ask (TlLibraryReaders *self,
     Question         *question)
{
  TlIndex *index = take_connection (self, &question->error);

  if (index == NULL)
    return;
  question->answer = question->question (index, question->data, question->cancellable, &question->error);
  if (g_error_matches (question->error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    tl_index_close (index);
  else
    give_back (self, index);
}

static void
answer (gpointer data,
        gpointer user_data)
{
  TlLibraryReaders *self = user_data;
  Question *question = data;

  /* Before the first time there is nothing to open. */
  tl_library_writer_await_open (self->writer, question->cancellable);
  if (!g_cancellable_set_error_if_cancelled (question->cancellable, &question->error))
    ask (self, question);
  if (g_error_matches (question->error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    tl_library_writer_note_damage (self->writer);
  send_answer (question);
}

static void
cancelled_cb (GCancellable *cancellable,
              GCancellable *other)
{
  g_cancellable_cancel (other);
}

void
tl_library_readers_ask (TlLibraryReaders  *self,
                        GTask             *task,
                        TlLibraryQuestion  question,
                        gpointer           data,
                        GDestroyNotify     free_data,
                        GDestroyNotify     free_answer)
{
  Question *closure = g_new0 (Question, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  closure->task = g_object_ref (task);
  closure->asked = g_ptr_array_ref (self->asked);
  closure->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->asked, closure->cancellable);
  if (cancellable != NULL)
    closure->cancelled = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                g_object_ref (closure->cancellable), g_object_unref);
  closure->question = question;
  closure->data = data;
  closure->free_data = free_data;
  closure->free_answer = free_answer;
  g_thread_pool_push (self->pool, closure, NULL);
}

TlLibraryReaders *
tl_library_readers_new (const char      *path,
                        TlLibraryWriter *writer)
{
  TlLibraryReaders *self = g_new0 (TlLibraryReaders, 1);

  self->path = g_strdup (path);
  self->writer = writer;
  self->asked = g_ptr_array_new_with_free_func (g_object_unref);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_index_close);
  g_mutex_init (&self->mutex);
  self->pool = g_thread_pool_new (answer, self, N_READERS, FALSE, NULL);
  return self;
}

void
tl_library_readers_free (TlLibraryReaders *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->asked->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->asked, i));
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_ptr_array_unref (self->idle);
  g_mutex_clear (&self->mutex);
  g_ptr_array_unref (self->asked);
  g_free (self->path);
  g_free (self);
}
