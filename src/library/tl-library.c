/* tl-library.c: the projects the user keeps, for the windows of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library-private.h"
#include "library/tl-library-project.h"

#include <glib/gi18n-lib.h>

struct _TlLibrary
{
  GObject           parent_instance;

  char             *path;
  TlLibraryWriter  *writer;  /* NULL before the start and after the end */
  TlLibraryReaders *readers;
  gboolean          is_closed;

  gboolean          busy;
  gboolean          paused;
  guint             n_done;
  guint             n_total;
  char             *problem;
  GHashTable       *hidden;  /* URIs */
};

G_DEFINE_FINAL_TYPE (TlLibrary, tl_library, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_FRACTION,
  PROP_N_DONE,
  PROP_N_TOTAL,
  PROP_PAUSED,
  PROP_PROBLEM,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_HIDDEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static TlLibrary *default_library;

/* News of the writer {{{1 */

static void
set_problem (TlLibrary  *self,
             const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
set_progress (TlLibrary           *self,
              const TlLibraryNews *news)
{
  double fraction = tl_library_get_fraction (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->busy != news->busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (self->n_done != news->n_done)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  if (self->n_total != news->n_total)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
  self->busy = news->busy;
  self->n_done = news->n_done;
  self->n_total = news->n_total;
  if (fraction != tl_library_get_fraction (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_hidden (TlLibrary  *self,
            const char *uri,
            gboolean    hidden)
{
  if (hidden ? g_hash_table_add (self->hidden, g_strdup (uri)) : g_hash_table_remove (self->hidden, uri))
    g_signal_emit (self, signals[SIGNAL_HIDDEN], 0, uri, hidden);
}

/* What was removed, or taken back, in another process. */
static void
take_left_out (TlLibrary  *self,
               GHashTable *left_out)
{
  GHashTableIter iter;
  gpointer uri, is_left_out;

  g_hash_table_iter_init (&iter, left_out);
  while (g_hash_table_iter_next (&iter, &uri, &is_left_out))
    set_hidden (self, uri, GPOINTER_TO_INT (is_left_out));
}

static void
news_cb (const TlLibraryNews *news,
         gpointer             user_data)
{
  TlLibrary *self = user_data;

  g_object_ref (self);
  set_progress (self, news);
  if (news->problem != NULL)
    set_problem (self, news->problem);
  if (news->left_out != NULL)
    take_left_out (self, news->left_out);
  if (news->changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_object_unref (self);
}

/* Object {{{1 */

static void
tl_library_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TlLibrary *self = TL_LIBRARY (object);

  switch (property_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, tl_library_get_fraction (self));
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->n_total);
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_library_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_PAUSED:
      tl_library_set_paused (TL_LIBRARY (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_library_dispose (GObject *object)
{
  tl_library_close (TL_LIBRARY (object));

  G_OBJECT_CLASS (tl_library_parent_class)->dispose (object);
}

static void
tl_library_finalize (GObject *object)
{
  TlLibrary *self = TL_LIBRARY (object);

  g_free (self->path);
  g_free (self->problem);
  g_hash_table_unref (self->hidden);

  G_OBJECT_CLASS (tl_library_parent_class)->finalize (object);
}

static void
tl_library_class_init (TlLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tl_library_get_property;
  object_class->set_property = tl_library_set_property;
  object_class->dispose = tl_library_dispose;
  object_class->finalize = tl_library_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_HIDDEN] =
    g_signal_new ("hidden", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
tl_library_init (TlLibrary *self)
{
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

TlLibrary *
tl_library_new (const char *path)
{
  TlLibrary *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (TL_TYPE_LIBRARY, NULL);
  self->path = g_strdup (path);
  return self;
}

TlLibrary *
tl_library_get_default (void)
{
  return default_library;
}

void
tl_library_set_default (TlLibrary *self)
{
  g_return_if_fail (self == NULL || TL_IS_LIBRARY (self));

  g_set_object (&default_library, self);
}

void
tl_library_start (TlLibrary *self)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  if (self->writer != NULL || self->is_closed)
    return;
  self->writer = tl_library_writer_new (self->path, news_cb, self);
  self->readers = tl_library_readers_new (self->path, self->writer);
  if (self->paused)
    tl_library_writer_set_paused (self->writer, TRUE);
}

void
tl_library_close (TlLibrary *self)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  self->is_closed = TRUE;
  g_clear_pointer (&self->readers, tl_library_readers_free);
  g_clear_pointer (&self->writer, tl_library_writer_free);
}

gboolean
tl_library_get_busy (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  return self->busy;
}

double
tl_library_get_fraction (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), 0);

  return self->n_total > 0 ? (double) self->n_done / self->n_total : 0;
}

guint
tl_library_get_n_done (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), 0);

  return self->n_done;
}

guint
tl_library_get_n_total (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), 0);

  return self->n_total;
}

gboolean
tl_library_get_paused (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  return self->paused;
}

void
tl_library_set_paused (TlLibrary *self,
                       gboolean   paused)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  paused = paused != FALSE;
  if (self->paused == paused)
    return;
  self->paused = paused;
  if (self->writer != NULL)
    tl_library_writer_set_paused (self->writer, paused);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
}

const char *
tl_library_get_problem (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  return self->problem;
}

void
tl_library_dismiss_problem (TlLibrary *self)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  set_problem (self, NULL);
}

void
tl_library_set_hidden (TlLibrary  *self,
                       const char *uri,
                       gboolean    hidden)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (uri != NULL);

  hidden = hidden != FALSE;
  if (g_hash_table_contains (self->hidden, uri) == hidden)
    return;
  set_hidden (self, uri, hidden);
  tl_library_leave_out (self, uri, hidden);
}

gboolean
tl_library_get_hidden (TlLibrary  *self,
                       const char *uri)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (uri != NULL, FALSE);

  return g_hash_table_contains (self->hidden, uri);
}

TlLibraryWriter *
tl_library_get_writer (TlLibrary *self)
{
  tl_library_start (self);
  return self->writer;
}

/* Questions {{{1 */

void
tl_library_ask_async (TlLibrary           *self,
                      TlLibraryQuestion    question,
                      gpointer             data,
                      GDestroyNotify       free_data,
                      GDestroyNotify       free_answer,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (question != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_library_ask_async);
  tl_library_start (self);
  if (self->readers != NULL)
    {
      tl_library_readers_ask (self->readers, task, question, data, free_data, free_answer);
      return;
    }
  if (free_data != NULL)
    free_data (data);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The library is closed."));
}

gpointer
tl_library_ask_finish (TlLibrary     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
list_projects (TlIndex       *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  GPtrArray *entries = tl_index_list_projects (reader, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    tl_library_project_prepare (g_ptr_array_index (entries, i));
  return entries;
}

void
tl_library_list_projects_async (TlLibrary           *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  tl_library_ask_async (self, list_projects, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                        user_data);
}

/* What is in the library no more need not be hidden. */
static void
forget_hidden (TlLibrary *self,
               GPtrArray *entries)
{
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gpointer *uris = g_hash_table_get_keys_as_array (self->hidden, NULL);

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (left, (gpointer) tl_library_entry_get_facts (g_ptr_array_index (entries, i))->uri);
  for (guint i = 0; uris[i] != NULL; i++)
    if (!g_hash_table_contains (left, uris[i]))
      {
        g_autofree char *uri = g_strdup (uris[i]);

        set_hidden (self, uri, FALSE);
      }
}

GPtrArray *
tl_library_list_projects_finish (TlLibrary     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  GPtrArray *entries = tl_library_ask_finish (self, result, error);

  if (entries != NULL && g_hash_table_size (self->hidden) > 0)
    forget_hidden (self, entries);
  return entries;
}

static gpointer
list_folders (TlIndex       *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_auto (GStrv) uris = tl_index_list_folders (reader, error);
  GPtrArray *folders;

  if (uris == NULL)
    return NULL;
  folders = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; uris[i] != NULL; i++)
    g_ptr_array_add (folders, g_file_new_for_uri (uris[i]));
  return folders;
}

void
tl_library_list_folders_async (TlLibrary           *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  tl_library_ask_async (self, list_folders, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                        user_data);
}

GPtrArray *
tl_library_list_folders_finish (TlLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return tl_library_ask_finish (self, result, error);
}
