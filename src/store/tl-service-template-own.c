/* tl-service-template-own.c: the templates that the user keeps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-service-template-private.h"

#include "project/tl-service.h"
#include "store/tl-reader.h"
#include "store/tl-save.h"
#include "store/tl-writer.h"

#include <glib/gi18n-lib.h>

#define SUFFIX     ".it4it"
#define MAX_FILE   (8 * 1024 * 1024) /* bytes; a blueprint of 10,000 elements has 2 MB */
#define MAX_STEM   60                /* characters of a file name */
#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE

GFile *
tl_service_template_dup_folder (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), TL_FOLDER, "templates", NULL);
}

/* List */

typedef struct
{
  const TlEdition *edition;
  GPtrArray       *problems;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_ptr_array_unref (listing->problems);
  g_free (listing);
}

static TlServiceTemplate *
read_template (GFile        *file,
               const char   *name,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  g_autoptr (TlProject) pattern = NULL;
  guint n_services;

  if (bytes == NULL)
    return NULL;
  pattern = tl_reader_read_bytes (bytes, name, TL_READ_STRICT, NULL, error);
  if (pattern == NULL)
    return NULL;

  n_services = tl_record_get_n_items (TL_RECORD (pattern), TL_PROJECT_SERVICES);
  if (n_services != 1)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID_VALUE,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%s: a template holds one service, and this file holds %'u.",
                                "%s: a template holds one service, and this file holds %'u.", n_services),
                   name, n_services);
      return NULL;
    }
  return tl_service_template_new_own (file, bytes, pattern);
}

/* Whether a file is meant to be a template that can be looked at. */
static gboolean
check_info (GFileInfo *info,
            Listing   *listing)
{
  const char *name = g_file_info_get_name (info);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || !g_str_has_suffix (name, SUFFIX) || *name == '.')
    return FALSE;
  if (g_file_info_get_size (info) <= MAX_FILE)
    return TRUE;
  g_ptr_array_add (listing->problems,
                   g_strdup_printf (_("%s: the file is too large for a template."), name));
  return FALSE;
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (tl_service_template_get_label (*(TlServiceTemplate *const *) a),
                         tl_service_template_get_label (*(TlServiceTemplate *const *) b));
}

static gboolean
read_folder (GFileEnumerator *files,
             Listing         *listing,
             GPtrArray       *templates,
             GCancellable    *cancellable,
             GError         **error)
{
  GFileInfo *info;
  GFile *file;

  while (g_file_enumerator_iterate (files, &info, &file, cancellable, error))
    {
      g_autoptr (TlServiceTemplate) template = NULL;
      g_autoptr (GError) problem = NULL;

      if (info == NULL)
        return TRUE;
      if (!check_info (info, listing))
        continue;

      template = read_template (file, g_file_info_get_name (info), cancellable, &problem);
      if (template == NULL)
        g_ptr_array_add (listing->problems, g_strdup (problem->message));
      else if (tl_service_template_is_for (template, listing->edition))
        g_ptr_array_add (templates, g_steal_pointer (&template));
    }
  return FALSE;
}

static void
list_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) folder = tl_service_template_dup_folder ();
  g_autoptr (GFileEnumerator) files = NULL;
  GError *error = NULL;

  files = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  if (files != NULL && read_folder (files, data, templates, cancellable, &error))
    g_ptr_array_sort (templates, compare_labels);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_clear_error (&error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&templates), (GDestroyNotify) g_ptr_array_unref);
}

void
tl_service_template_list_own_async (const TlEdition    *edition,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->edition = edition;
  listing->problems = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, tl_service_template_list_own_async);
  g_task_set_task_data (task, listing, listing_free);
  g_task_run_in_thread (task, list_worker);
}

GPtrArray *
tl_service_template_list_own_finish (GAsyncResult *result,
                                     GPtrArray   **problems,
                                     GError      **error)
{
  Listing *listing;

  g_return_val_if_fail (g_async_result_is_tagged (result, tl_service_template_list_own_async), NULL);

  listing = g_task_get_task_data (G_TASK (result));
  if (problems != NULL)
    *problems = g_ptr_array_ref (listing->problems);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Save */

/* `online-payments`, for all that `Online Payments – 2` may be. */
static char *
create_stem (const char *label)
{
  g_autofree char *ascii = g_str_to_ascii (label, NULL);
  GString *stem = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && stem->len < MAX_STEM; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (stem, g_ascii_tolower (*c));
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
      g_string_append_c (stem, '-');
  if (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  if (stem->len == 0)
    g_string_append (stem, "service");
  return g_string_free (stem, FALSE);
}

static gboolean
make_folder (GFile        *folder,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GError) problem = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &problem)
      || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Under the first name that is free, also if another window takes it meanwhile. */
static GFile *
write_beside (GFile        *folder,
              const char   *stem,
              GBytes       *bytes,
              GCancellable *cancellable,
              GError      **error)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (stem, SUFFIX, NULL) : g_strdup_printf ("%s-%u" SUFFIX, stem, i);
      g_autoptr (GFile) file = g_file_get_child (folder, name);
      g_autoptr (GError) problem = NULL;

      if (tl_save_write (file, bytes, TL_SAVE_CREATE, NULL, NULL, cancellable, &problem))
        return g_steal_pointer (&file);
      if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }
}

static void
save_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  TlProject *pattern = data;
  TlRecord *service = tl_record_get_child (TL_RECORD (pattern), TL_PROJECT_SERVICES, 0);
  g_autofree char *stem = create_stem (tl_record_get_name (service));
  g_autoptr (GBytes) bytes = tl_writer_write (pattern);
  g_autoptr (GFile) folder = tl_service_template_dup_folder ();
  g_autoptr (GFile) file = NULL;
  GError *error = NULL;

  if (make_folder (folder, cancellable, &error))
    file = write_beside (folder, stem, bytes, cancellable, &error);
  if (file != NULL)
    g_task_return_pointer (task, tl_service_template_new_own (file, bytes, pattern), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Takes the task to a worker, with what is to be written. */
static void
run_with_pattern (GTask           *task,
                  TlRecord        *service,
                  const char      *label,
                  const char      *description,
                  GTaskThreadFunc  worker)
{
  GError *error = NULL;
  TlProject *pattern = tl_service_template_create_pattern (service, label, description, &error);

  if (pattern == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* Once the file is there, cancelling must not say that it is not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, pattern, g_object_unref);
  g_task_run_in_thread (task, worker);
}

void
tl_service_template_save_async (TlRecord           *service,
                                const char         *label,
                                const char         *description,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_SERVICE (service));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_service_template_save_async);
  run_with_pattern (task, service, label, description, save_worker);
}

TlServiceTemplate *
tl_service_template_save_finish (GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_service_template_save_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Rename */

static void
rename_worker (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  TlProject *pattern = data;
  GFile *file = tl_service_template_get_file (source);
  g_autoptr (GBytes) bytes = tl_writer_write (pattern);
  GError *error = NULL;

  if (tl_save_write (file, bytes, TL_SAVE_OVERWRITE, NULL, NULL, cancellable, &error))
    g_task_return_pointer (task, tl_service_template_new_own (file, bytes, pattern), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tl_service_template_rename_async (TlServiceTemplate  *self,
                                  const char         *label,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_SERVICE_TEMPLATE (self) && tl_service_template_is_own (self));
  g_return_if_fail (label != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_service_template_rename_async);
  run_with_pattern (task, tl_service_template_get_own_service (self), label, NULL, rename_worker);
}

TlServiceTemplate *
tl_service_template_rename_finish (GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_service_template_rename_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Delete and restore */

static void
delete_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_file_delete_finish (G_FILE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tl_service_template_delete_async (TlServiceTemplate  *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (TL_IS_SERVICE_TEMPLATE (self) && tl_service_template_is_own (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_service_template_delete_async);
  g_file_delete_async (tl_service_template_get_file (self), G_PRIORITY_DEFAULT, cancellable, delete_cb, task);
}

gboolean
tl_service_template_delete_finish (TlServiceTemplate *self,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_service_template_delete_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
restore_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tl_save_write_finish (result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tl_service_template_restore_async (TlServiceTemplate  *self,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (TL_IS_SERVICE_TEMPLATE (self) && tl_service_template_is_own (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_service_template_restore_async);
  tl_save_write_async (tl_service_template_get_file (self), tl_service_template_get_bytes (self), TL_SAVE_CREATE,
                       NULL, cancellable, restore_cb, task);
}

gboolean
tl_service_template_restore_finish (TlServiceTemplate *self,
                                    GAsyncResult      *result,
                                    GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_service_template_restore_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
