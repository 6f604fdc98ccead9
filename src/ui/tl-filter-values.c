/* tl-filter-values.c: what a filter may be set to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-filter-values.h"

#include "library/tl-find.h"
#include "library/tl-library.h"

typedef struct
{
  TlQueryField  field;
  char         *typed;
  guint         limit;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->typed);
  g_free (self);
}

static gpointer
list_values (TlIndex       *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Question *question = data;

  return tl_find_list_values (reader, question->field, question->typed, question->limit, cancellable, error);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char **values = tl_library_ask_finish (TL_LIBRARY (source), result, &error);

  if (values != NULL)
    g_task_return_pointer (task, values, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
tl_filter_values_list_async (TlQueryField         field,
                             const char          *typed,
                             guint                limit,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  TlLibrary *library = tl_library_get_default ();
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question;

  g_task_set_source_tag (task, tl_filter_values_list_async);
  if (library == NULL)
    {
      g_task_return_pointer (task, g_new0 (char *, 1), (GDestroyNotify) g_strfreev);
      g_object_unref (task);
      return;
    }
  question = g_new0 (Question, 1);
  question->field = field;
  question->typed = g_strdup (typed);
  question->limit = limit;
  tl_library_ask_async (library, list_values, question, question_free, (GDestroyNotify) g_strfreev, cancellable,
                        answered_cb, task);
}

char **
tl_filter_values_list_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
