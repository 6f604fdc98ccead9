/* tl-document.c: a project and the file it is kept in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-document-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_FILE,
  PROP_TITLE,
  PROP_BUSY,
  PROP_FRACTION,
  PROP_READ_ONLY,
  PROP_MODIFIED,
  PROP_EXTERNALLY_CHANGED,
  PROP_ERROR,
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
set_flag (TlDocument *self,
          gboolean   *flag,
          gboolean    value,
          guint       property)
{
  if (*flag == value)
    return;
  *flag = value;
  notify (self, property);
}

void
tl_document_enable_journal (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  self->journal_enabled = TRUE;
  tl_document_start_journal (self);
}

void
tl_document_close (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  tl_document_drop_journal (self);
  self->journal_enabled = FALSE;
}

/* Watching the file */

static void
check_worker (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GFile *file = g_object_get_data (G_OBJECT (task), "file");
  GError *error = NULL;

  if (tl_file_identity_check (data, file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
check_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TlDocument *self = TL_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean same = g_task_propagate_boolean (G_TASK (result), &error);

  /* Another one was begun, or the file is another by now. */
  if (g_task_get_cancellable (G_TASK (result)) != self->check)
    return;
  g_clear_object (&self->check);

  if (same)
    set_flag (self, &self->externally_changed, FALSE, PROP_EXTERNALLY_CHANGED);
  else if (g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK))
    set_flag (self, &self->externally_changed, TRUE, PROP_EXTERNALLY_CHANGED);

  if (self->check_again)
    tl_document_check_file (self);
}

void
tl_document_check_file (TlDocument *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));

  /* A save looks at the file itself, and afterwards it is known anew. */
  if (self->file == NULL || self->busy)
    return;
  self->check_again = self->check != NULL;
  if (self->check_again)
    return;

  self->check = g_cancellable_new ();
  task = g_task_new (self, self->check, check_cb, NULL);
  g_task_set_source_tag (task, tl_document_check_file);
  g_task_set_task_data (task, tl_file_identity_copy (self->identity),
                        (GDestroyNotify) tl_file_identity_free);
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, check_worker);
}

static void
drop_monitor (TlDocument *self)
{
  if (self->check != NULL)
    g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  self->check_again = FALSE;

  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
}

static void
start_monitor (TlDocument *self)
{
  drop_monitor (self);
  if (self->file == NULL)
    return;

  /* Where there is none, or it hears of nothing, others ask to check, and saving notices. */
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (tl_document_check_file), self);
}

/* State */

static void
set_error (TlDocument   *self,
           const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  notify (self, PROP_ERROR);
}

gboolean
tl_document_begin (TlDocument *self,
                   GTask      *task)
{
  if (self->busy)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                               _("The project is being loaded or saved already."));
      return FALSE;
    }

  set_error (self, NULL);
  tl_document_set_fraction (self, 0);
  set_flag (self, &self->busy, TRUE, PROP_BUSY);
  return TRUE;
}

void
tl_document_end (TlDocument   *self,
                 const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (self, error);
  set_flag (self, &self->busy, FALSE, PROP_BUSY);
  if (error != NULL)
    tl_document_check_file (self);
}

void
tl_document_set_fraction (TlDocument *self,
                          double      fraction)
{
  if (self->fraction == fraction)
    return;
  self->fraction = fraction;
  notify (self, PROP_FRACTION);
}

void
tl_document_update_modified (TlDocument *self)
{
  set_flag (self, &self->was_modified, tl_document_get_modified (self), PROP_MODIFIED);
}

gboolean
tl_document_query_read_only (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
         && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

void
tl_document_set_file (TlDocument     *self,
                      GFile          *file,
                      TlFileIdentity *identity,
                      gboolean        read_only)
{
  gboolean is_other = self->file == NULL || file == NULL ? self->file != file
                                                         : !g_file_equal (self->file, file);

  tl_file_identity_free (self->identity);
  self->identity = identity;
  if (is_other)
    {
      g_set_object (&self->file, file);
      start_monitor (self);
      notify (self, PROP_FILE);
    }
  set_flag (self, &self->read_only, read_only, PROP_READ_ONLY);
  set_flag (self, &self->externally_changed, FALSE, PROP_EXTERNALLY_CHANGED);
}

void
tl_document_set_problems (TlDocument *self,
                          GPtrArray  *problems,
                          const char *copied_from)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->problems);
  gboolean is_other = g_strcmp0 (self->copied_from, copied_from) != 0;

  self->problems = problems != NULL ? g_ptr_array_ref (problems) : NULL;
  if (is_other)
    {
      g_free (self->copied_from);
      self->copied_from = g_strdup (copied_from);
    }
  self->must_save = copied_from != NULL;
  tl_document_update_modified (self);
}

static void
project_changed_cb (TlDocument *self)
{
  /* The name of the project is the title while there is no file. */
  if (self->file == NULL)
    notify (self, PROP_TITLE);
}

void
tl_document_install (TlDocument     *self,
                     TlProject      *project,
                     GFile          *file,
                     TlFileIdentity *identity,
                     gboolean        read_only,
                     TlJournal      *journal)
{
  tl_document_drop_journal (self);
  if (self->project != NULL)
    {
      g_clear_signal_handler (&self->modified_handler, tl_project_get_history (self->project));
      g_signal_handlers_disconnect_by_data (self->project, self);
    }

  g_set_object (&self->project, project);
  self->modified_handler =
      g_signal_connect_swapped (tl_project_get_history (project), "notify::modified",
                                G_CALLBACK (tl_document_update_modified), self);
  tl_document_set_file (self, file, identity, read_only);

  /* Before anybody else listens, so that it hears of everything in order. */
  self->journal = journal;
  tl_document_start_journal (self);
  g_signal_connect_swapped (project, "notify::name", G_CALLBACK (project_changed_cb), self);

  notify (self, PROP_PROJECT);
  notify (self, PROP_TITLE);
  tl_document_update_modified (self);
}

/* Object */

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
    case PROP_TITLE:
      g_value_take_string (value, tl_document_dup_title (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, tl_document_get_modified (self));
      break;
    case PROP_EXTERNALLY_CHANGED:
      g_value_set_boolean (value, self->externally_changed);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_document_dispose (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  drop_monitor (self);
  g_clear_handle_id (&self->base_source, g_source_remove);
  g_clear_pointer (&self->journal, tl_journal_free);
  if (self->project != NULL)
    {
      g_clear_signal_handler (&self->modified_handler, tl_project_get_history (self->project));
      g_signal_handlers_disconnect_by_data (self->project, self);
    }
  g_clear_object (&self->project);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (tl_document_parent_class)->dispose (object);
}

static void
tl_document_finalize (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  tl_file_identity_free (self->identity);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->copied_from);

  G_OBJECT_CLASS (tl_document_parent_class)->finalize (object);
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_document_get_property;
  object_class->dispose = tl_document_dispose;
  object_class->finalize = tl_document_finalize;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, TL_TYPE_PROJECT, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_EXTERNALLY_CHANGED] =
      g_param_spec_boolean ("externally-changed", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_document_init (TlDocument *self)
{
}

TlDocument *
tl_document_new (void)
{
  return g_object_new (TL_TYPE_DOCUMENT, NULL);
}

TlDocument *
tl_document_new_for_project (TlProject *project)
{
  TlDocument *self = tl_document_new ();

  g_return_val_if_fail (TL_IS_PROJECT (project), self);

  tl_document_install (self, project, NULL, NULL, FALSE, NULL);
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

char *
tl_document_dup_title (TlDocument *self)
{
  const char *name;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  if (self->file != NULL)
    return tl_file_get_display_name (self->file);
  if (self->copied_from != NULL)
    /* Translators: name of a file of which only a part could be read */
    return g_strdup_printf (_("What Was Saved of %s"), self->copied_from);
  name = self->project != NULL ? tl_record_get_name (TL_RECORD (self->project)) : "";
  return g_strdup (*name != '\0' ? name : _("Untitled Project"));
}

gboolean
tl_document_get_busy (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->busy;
}

double
tl_document_get_fraction (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), 0);

  return self->fraction;
}

gboolean
tl_document_get_read_only (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->read_only;
}

gboolean
tl_document_get_has_unknown (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->has_unknown;
}

gboolean
tl_document_get_modified (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->project != NULL
         && (self->must_save || tl_history_get_modified (tl_project_get_history (self->project)));
}

gboolean
tl_document_get_externally_changed (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->externally_changed;
}

const GError *
tl_document_get_error (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->error;
}

GPtrArray *
tl_document_get_problems (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->problems;
}
