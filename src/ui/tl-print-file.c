/* tl-print-file.c: printed pages as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-file.h"

#include "store/tl-save.h"

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = tl_sheets_write_pdf (task_data, cancellable, &error);

  if (bytes != NULL && tl_save_write (G_FILE (source), bytes, TL_SAVE_OVERWRITE, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tl_print_file_write_async (TlSheets            *sheets,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (sheets != NULL && G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_print_file_write_async);
  g_task_set_task_data (task, tl_sheets_ref (sheets), (GDestroyNotify) tl_sheets_unref);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
tl_print_file_write_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_print_file_write_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
