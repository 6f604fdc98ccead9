/* tl-document.c: a project and the file it is kept in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-document.h"

#include "store/tl-reader.h"
#include "store/tl-writer.h"

#include <glib/gi18n.h>

#define WRITE_BUDGET 4000 /* microseconds of a frame */

struct _TlDocument
{
  GObject         parent_instance;

  TlProject      *project;
  GFile          *file;
  TlFileIdentity *identity; /* of the file as it was read or written */
  GFileMonitor   *monitor;
  guint           state;
  gboolean        busy;
  gboolean        checking;
  gboolean        fresh;    /* salvaged or recovered: unsaved without an edit */
};

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_BUSY,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
notify (TlDocument *self,
        guint       property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_state (TlDocument *self,
           guint       state)
{
  if (self->state == state)
    return;
  self->state = state;
  notify (self, PROP_STATE);
}

static void
set_busy (TlDocument *self,
          gboolean    busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  notify (self, PROP_BUSY);
}

/* The file on disk {{{1 */

typedef struct
{
  GFile          *file;
  TlFileIdentity *identity;
} Check;

static void
check_free (gpointer data)
{
  Check *self = data;

  g_object_unref (self->file);
  tl_file_identity_free (self->identity);
  g_free (self);
}

static void
check_worker (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Check *check = data;
  GError *error = NULL;

  if (tl_file_identity_check (check->identity, check->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlDocument *self = TL_DOCUMENT (source);
  const Check *check = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->checking = FALSE;
  g_task_propagate_boolean (G_TASK (result), &error);
  /* It may have been saved in the meantime. */
  if (self->busy || self->identity == NULL ||
      g_strcmp0 (self->identity->digest, check->identity->digest) != 0 ||
      self->identity->modified != check->identity->modified)
    return;
  if (g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK))
    set_state (self, self->state | TL_DOCUMENT_CHANGED_ON_DISK);
  else if (error == NULL)
    set_state (self, self->state & ~TL_DOCUMENT_CHANGED_ON_DISK);
}

void
tl_document_check_file (TlDocument *self)
{
  g_autoptr (GTask) task = NULL;
  Check *check;

  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (self->file == NULL || self->identity == NULL || self->busy || self->checking)
    return;
  check = g_new0 (Check, 1);
  check->file = g_object_ref (self->file);
  check->identity = tl_file_identity_copy (self->identity);
  task = g_task_new (self, NULL, checked_cb, NULL);
  g_task_set_source_tag (task, tl_document_check_file);
  g_task_set_task_data (task, check, check_free);
  self->checking = TRUE;
  g_task_run_in_thread (task, check_worker);
}

static void
file_changed_cb (TlDocument        *self,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event)
{
  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_CREATED ||
      event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_RENAMED ||
      event == G_FILE_MONITOR_EVENT_MOVED_IN || event == G_FILE_MONITOR_EVENT_MOVED_OUT)
    tl_document_check_file (self);
}

static void
watch_file (TlDocument *self)
{
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  if (self->file == NULL)
    return;
  /* Where watching is not possible, saving still notices. */
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
access_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlDocument) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info == NULL || self->file == NULL || !g_file_equal (self->file, G_FILE (source)) ||
      !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    return;
  if (g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    set_state (self, self->state & ~TL_DOCUMENT_READ_ONLY);
  else
    set_state (self, self->state | TL_DOCUMENT_READ_ONLY);
}

static void
set_file (TlDocument     *self,
          GFile          *file,
          TlFileIdentity *identity) /* transfer full */
{
  gboolean other = file == NULL || self->file == NULL || !g_file_equal (self->file, file);

  g_clear_pointer (&self->identity, tl_file_identity_free);
  self->identity = identity;
  if (!other)
    return;
  g_set_object (&self->file, file);
  watch_file (self);
  if (file != NULL)
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, NULL, access_cb, g_object_ref (self));
  notify (self, PROP_FILE);
}

/* Object {{{1 */

static void
modified_cb (TlDocument *self)
{
  notify (self, PROP_MODIFIED);
}

static void
set_project (TlDocument *self,
             TlProject  *project)
{
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (tl_project_get_history (self->project), modified_cb, self);
  if (!g_set_object (&self->project, project) || project == NULL)
    return;
  g_signal_connect_object (tl_project_get_history (project), "notify::modified",
                           G_CALLBACK (modified_cb), self, G_CONNECT_SWAPPED);
}

static void
tl_document_dispose (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  set_project (self, NULL);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (tl_document_parent_class)->dispose (object);
}

static void
tl_document_finalize (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  g_clear_pointer (&self->identity, tl_file_identity_free);

  G_OBJECT_CLASS (tl_document_parent_class)->finalize (object);
}

static void
tl_document_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlDocument *self = TL_DOCUMENT (object);

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, tl_document_get_modified (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_document_dispose;
  object_class->finalize = tl_document_finalize;
  object_class->get_property = tl_document_get_property;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, TL_TYPE_PROJECT, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_document_init (TlDocument *self)
{
}

TlDocument *
tl_document_new (TlProject *project)
{
  TlDocument *self;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);

  self = g_object_new (TL_TYPE_DOCUMENT, NULL);
  set_project (self, project);
  return self;
}

TlProject *
tl_document_get_project (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->project;
}

GFile *
tl_document_get_file (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->file;
}

gboolean
tl_document_get_modified (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->fresh || tl_history_get_modified (tl_project_get_history (self->project));
}

gboolean
tl_document_get_busy (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->busy;
}

guint
tl_document_get_state (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), 0);

  return self->state;
}

void
tl_document_dismiss (TlDocument      *self,
                     TlDocumentState  state)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  set_state (self, self->state & ~(guint) state);
}

char *
tl_document_dup_file_name (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->file != NULL ? tl_file_get_display_name (self->file)
                            : g_strdup (_("not saved yet"));
}

/* Loading {{{1 */

typedef struct
{
  GFile          *file;
  gboolean        salvage;
  GPtrArray      *problems;
  TlFileIdentity *identity;
} Load;

static void
load_free (gpointer data)
{
  Load *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->identity, tl_file_identity_free);
  g_free (self);
}

static void
load_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  TlProject *project;

  project = tl_reader_read_file (load->file, load->salvage ? TL_READ_SALVAGE : TL_READ_STRICT,
                                 NULL, NULL, &load->problems, &load->identity, cancellable,
                                 &error);
  if (project != NULL)
    g_task_return_pointer (task, project, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tl_document_load_async (GFile               *file,
                        gboolean             salvage,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (G_IS_FILE (file));

  load = g_new0 (Load, 1);
  load->file = g_object_ref (file);
  load->salvage = salvage;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_document_load_async);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_worker);
}

TlDocument *
tl_document_load_finish (GAsyncResult  *result,
                         GPtrArray    **problems,
                         GError       **error)
{
  g_autoptr (TlProject) project = NULL;
  TlDocument *self;
  Load *load;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  load = g_task_get_task_data (G_TASK (result));
  project = g_task_propagate_pointer (G_TASK (result), error);
  if (problems != NULL)
    *problems = g_steal_pointer (&load->problems);
  if (project == NULL)
    return NULL;

  self = tl_document_new (project);
  if (load->salvage)
    {
      self->fresh = TRUE;
      self->state = TL_DOCUMENT_SALVAGED;
    }
  else
    {
      tl_history_mark_saved (tl_project_get_history (project),
                             tl_history_get_state (tl_project_get_history (project)));
      set_file (self, load->file, g_steal_pointer (&load->identity));
    }
  return self;
}

/* Saving {{{1 */

typedef struct
{
  GFile       *file;
  TlSaveFlags  flags;
  TlWriter    *writer;
  guint64      state;
} Save;

static void
save_free (gpointer data)
{
  Save *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->writer, tl_writer_free);
  g_free (self);
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

  set_busy (self, FALSE);
  if (!tl_save_write_finish (result, &identity, &error))
    {
      if (g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK))
        set_state (self, self->state | TL_DOCUMENT_CHANGED_ON_DISK);
      g_task_return_error (task, error);
      return;
    }
  self->fresh = FALSE;
  tl_history_mark_saved (tl_project_get_history (self->project), save->state);
  set_file (self, save->file, g_steal_pointer (&identity));
  set_state (self, 0);
  notify (self, PROP_MODIFIED);
  g_task_return_boolean (task, TRUE);
}

static gboolean
compose_cb (gpointer user_data)
{
  GTask *task = user_data;
  TlDocument *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = NULL;
  gboolean own;

  if (g_task_return_error_if_cancelled (task))
    {
      set_busy (self, FALSE);
      g_object_unref (task);
      return G_SOURCE_REMOVE;
    }
  if (tl_writer_step (save->writer, WRITE_BUDGET))
    return G_SOURCE_CONTINUE;

  bytes = tl_writer_finish (g_steal_pointer (&save->writer), &save->state);
  own = self->file != NULL && g_file_equal (self->file, save->file);
  tl_save_write_async (save->file, bytes, save->flags, own ? self->identity : NULL,
                       g_task_get_cancellable (task), written_cb, task);
  return G_SOURCE_REMOVE;
}

void
tl_document_save_async (TlDocument          *self,
                        GFile               *file,
                        TlSaveFlags          flags,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;
  Save *save;

  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_document_save_async);
  if (self->busy)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "%s",
                               _("The project is being saved already."));
      g_object_unref (task);
      return;
    }
  save = g_new0 (Save, 1);
  save->file = g_object_ref (file != NULL ? file : self->file);
  save->flags = flags;
  save->writer = tl_writer_new (self->project);
  g_task_set_task_data (task, save, save_free);
  set_busy (self, TRUE);
  g_idle_add (compose_cb, task);
}

gboolean
tl_document_save_finish (TlDocument    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
