/* tl-document-save.c: saving a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-document-private.h"

#include "store/tl-digest.h"
#include "store/tl-writer.h"

#include <glib/gi18n-lib.h>

#define SLICE (4 * 1000) /* microseconds of the main loop at once */

typedef struct
{
  GFile       *file;
  TlSaveFlags  flags;
  gboolean     is_other; /* not the file it was in */
  TlProject   *project;
  TlWriter    *writer;
  guint64      state;    /* of the history that is saved */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_pointer (&save->writer, tl_writer_free);
  g_object_unref (save->project);
  g_object_unref (save->file);
  g_free (save);
}

static void
fail (TlDocument *self,
      GTask      *task,
      GError     *error)
{
  tl_document_end (self, error);
  g_task_return_error (task, error);
}

/* The bytes are in the file. */
static void
take_saved (TlDocument     *self,
            Save           *save,
            TlFileIdentity *identity)
{
  tl_document_set_file (self, save->file, identity, FALSE);
  if (self->journal != NULL)
    tl_journal_note_saved (self->journal);
  tl_document_set_problems (self, NULL, NULL);
  tl_history_mark_saved (tl_project_get_history (save->project), save->state);
  g_object_notify (G_OBJECT (self), "title");
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlDocument *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  g_autoptr (TlFileIdentity) identity = NULL;
  GError *error = NULL;

  if (!tl_save_write_finish (result, &identity, &error))
    {
      /* In place, but perhaps not for ever: it is to be saved again, over that. */
      if (identity != NULL)
        {
          tl_file_identity_free (self->identity);
          self->identity = g_steal_pointer (&identity);
        }
      fail (self, task, error);
      return;
    }

  take_saved (self, save, g_steal_pointer (&identity));
  tl_document_set_fraction (self, 1);
  tl_document_end (self, NULL);
  g_task_return_boolean (task, TRUE);
}

static gboolean
compose_cb (gpointer data)
{
  GTask *task = data;
  TlDocument *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      fail (self, task, error);
      return G_SOURCE_REMOVE;
    }
  if (tl_project_is_changing (save->project))
    {
      tl_document_compose_soon (save->project, compose_cb, g_object_ref (task), g_object_unref);
      return G_SOURCE_REMOVE;
    }
  if (tl_writer_step (save->writer, SLICE))
    return G_SOURCE_CONTINUE;

  bytes = tl_writer_finish (g_steal_pointer (&save->writer), &save->state);
  if (self->journal != NULL)
    {
      g_autofree char *digest = tl_digest_compute (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      tl_journal_mark (self->journal, save->file, digest);
    }
  tl_document_set_fraction (self, 0.5);
  tl_save_write_async (save->file, bytes, save->flags, save->is_other ? NULL : self->identity,
                       cancellable, written_cb, g_object_ref (task));
  return G_SOURCE_REMOVE;
}

static void
start_save (TlDocument          *self,
            GFile               *file,
            TlSaveFlags          flags,
            gpointer             tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Save *save;

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  if (!tl_document_begin (self, task))
    return;

  save = g_new0 (Save, 1);
  save->file = g_object_ref (file);
  save->flags = flags;
  save->is_other = self->file == NULL || !g_file_equal (self->file, file);
  save->project = g_object_ref (self->project);
  save->writer = tl_writer_new (self->project);
  g_task_set_task_data (task, save, save_free);
  tl_document_compose_soon (self->project, compose_cb, g_object_ref (task), g_object_unref);
}

void
tl_document_save_async (TlDocument          *self,
                        TlSaveFlags          flags,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (self->project != NULL && self->file != NULL);

  start_save (self, self->file, flags, tl_document_save_async, cancellable, callback, user_data);
}

gboolean
tl_document_save_finish (TlDocument    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_document_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tl_document_save_as_async (TlDocument          *self,
                           GFile               *file,
                           TlSaveFlags          flags,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->project != NULL);

  start_save (self, file, flags, tl_document_save_as_async, cancellable, callback, user_data);
}

gboolean
tl_document_save_as_finish (TlDocument    *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_document_save_as_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
