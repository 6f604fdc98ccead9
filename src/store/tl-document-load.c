/* tl-document-load.c: loading, reverting and recovering a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-document-private.h"

#include <glib/gi18n-lib.h>

/* What a worker is given and gives back. */
typedef struct
{
  GFile           *file;
  TlReadFlags      flags;
  TlJournalOrphan *orphan;    /* to be recovered, or NULL */
  TlDocumentPrepare prepare;  /* or NULL */

  TlDocument      *document;  /* only touched in the main thread */
  GMutex           mutex;     /* guards the next two */
  double           fraction;
  guint            idle;

  TlProject       *project;
  TlFileIdentity  *identity;
  GPtrArray       *problems;
  gboolean         has_unknown;
  gboolean         read_only;
} Load;

static void
load_free (Load *load)
{
  g_clear_object (&load->file);
  g_clear_object (&load->orphan);
  g_clear_object (&load->document);
  g_clear_object (&load->project);
  tl_file_identity_free (load->identity);
  g_clear_pointer (&load->problems, g_ptr_array_unref);
  g_mutex_clear (&load->mutex);
}

static void
load_unref (gpointer load)
{
  g_atomic_rc_box_release_full (load, (GDestroyNotify) load_free);
}

static gboolean
tell_fraction_cb (gpointer data)
{
  Load *load = data;
  double fraction;

  g_mutex_lock (&load->mutex);
  fraction = load->fraction;
  load->idle = 0;
  g_mutex_unlock (&load->mutex);

  if (load->document->busy)
    tl_document_set_fraction (load->document, fraction);
  return G_SOURCE_REMOVE;
}

/* In the worker; one idle is under way at most. */
static void
progress_cb (double   fraction,
             gpointer data)
{
  Load *load = data;

  g_mutex_lock (&load->mutex);
  load->fraction = fraction;
  if (load->idle == 0)
    load->idle = g_idle_add_full (G_PRIORITY_LOW, tell_fraction_cb,
                                  g_atomic_rc_box_acquire (load), load_unref);
  g_mutex_unlock (&load->mutex);
}

static gboolean
is_known_cb (TlRecord *record,
             gpointer  user_data)
{
  return tl_record_get_unknown (record) == NULL;
}

static void
load_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;

  if (load->orphan != NULL)
    {
      load->project = tl_journal_orphan_recover (load->orphan, &load->identity, &error);
      if (load->project != NULL)
        g_set_object (&load->file, tl_journal_orphan_get_file (load->orphan));
    }
  else
    {
      load->project = tl_reader_read_file (load->file, load->flags, progress_cb, load, &load->problems,
                                           &load->identity, cancellable, &error);
    }

  if (load->project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  load->has_unknown = !tl_record_foreach (TL_RECORD (load->project), is_known_cb, NULL);
  if (load->prepare != NULL)
    load->prepare (load->project);
  load->read_only = load->file != NULL && tl_document_query_read_only (load->file);
  g_task_return_boolean (task, TRUE);
}

static void
install (TlDocument *self,
         Load       *load)
{
  gboolean is_copy = (load->flags & TL_READ_SALVAGE) != 0;
  g_autofree char *name = is_copy ? tl_file_get_display_name (load->file) : NULL;
  TlJournal *journal = NULL;

  if (load->orphan != NULL && self->journal_enabled)
    journal = tl_journal_new_for_orphan (load->orphan, load->project);

  self->has_unknown = load->has_unknown;
  tl_document_set_problems (self, load->problems, name);
  if (is_copy)
    tl_document_install (self, load->project, NULL, NULL, FALSE, NULL);
  else
    tl_document_install (self, load->project, load->file, g_steal_pointer (&load->identity),
                         load->read_only, journal);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TlDocument *self = TL_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      install (self, load);
      tl_document_set_fraction (self, 1);
      tl_document_end (self, NULL);
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* What a failed reading says of the file belongs to the error. */
  if (self->project == NULL)
    tl_document_set_problems (self, load->problems, NULL);
  tl_document_end (self, error);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
load (TlDocument          *self,
      GFile               *file,
      TlReadFlags          flags,
      TlJournalOrphan     *orphan,
      gpointer             tag,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) worker = NULL;
  Load *job;

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  if (!tl_document_begin (self, task))
    return;

  job = g_atomic_rc_box_new0 (Load);
  g_mutex_init (&job->mutex);
  job->document = g_object_ref (self);
  job->flags = flags;
  job->prepare = self->prepare;
  g_set_object (&job->file, file);
  g_set_object (&job->orphan, orphan);

  worker = g_task_new (self, cancellable, loaded_cb, g_object_ref (task));
  g_task_set_source_tag (worker, load);
  g_task_set_task_data (worker, job, load_unref);
  g_task_run_in_thread (worker, load_worker);
}

void
tl_document_set_prepare (TlDocument        *self,
                         TlDocumentPrepare  prepare)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  self->prepare = prepare;
}

void
tl_document_load_async (TlDocument          *self,
                        GFile               *file,
                        TlReadFlags          flags,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  load (self, file, flags, NULL, tl_document_load_async, cancellable, callback, user_data);
}

gboolean
tl_document_load_finish (TlDocument    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_document_load_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tl_document_revert_async (TlDocument          *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  load (self, self->file, TL_READ_STRICT, NULL, tl_document_revert_async, cancellable, callback, user_data);
}

gboolean
tl_document_revert_finish (TlDocument    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_document_revert_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tl_document_recover_async (TlDocument          *self,
                           TlJournalOrphan     *orphan,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (TL_IS_JOURNAL_ORPHAN (orphan));

  load (self, NULL, TL_READ_STRICT, orphan, tl_document_recover_async, cancellable, callback, user_data);
}

gboolean
tl_document_recover_finish (TlDocument    *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_document_recover_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
