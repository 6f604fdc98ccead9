/* tl-service-template.h: what a new service starts with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* A small blueprint of one edition that new services are made from: one of the
 * program's own, or one that the user saved, which is a project file with one
 * service in the folder tl_service_template_dup_folder(). Immutable; main thread.
 *
 * Where an element of the pattern is named after the pattern's service ("Web
 * Application Production"), it is named after the new one ("Online Payments
 * Production"). */
#define TL_TYPE_SERVICE_TEMPLATE (tl_service_template_get_type ())
G_DECLARE_FINAL_TYPE (TlServiceTemplate, tl_service_template, TL, SERVICE_TEMPLATE, GObject)

/* Stable: `empty`, `web-application` …; the file's name for one of the user's own. */
const char *tl_service_template_get_name        (TlServiceTemplate *self);
/* Of the program's own translated, of the user's what the service is called there. */
const char *tl_service_template_get_label       (TlServiceTemplate *self);
const char *tl_service_template_get_description (TlServiceTemplate *self); /* a sentence, or "" */
gboolean    tl_service_template_is_own          (TlServiceTemplate *self);

/**
 * tl_service_template_list:
 * @edition: (nullable): the edition of the project
 *
 * The program's own; at once, without reading anything.
 *
 * Returns: (transfer container) (element-type TlServiceTemplate): plainest first;
 *   none for an edition that is not known
 */
GPtrArray  *tl_service_template_list            (const TlEdition   *edition);

/**
 * tl_service_template_list_own_async:
 * @edition: (nullable): the edition of the project
 *
 * Reads the user's own templates in a worker thread.
 */
void        tl_service_template_list_own_async  (const TlEdition      *edition,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * tl_service_template_list_own_finish:
 * @problems: (out) (optional) (element-type utf8): a sentence for each file in
 *   the folder that is no template; those for other editions are none of them
 *
 * Returns: (transfer container) (element-type TlServiceTemplate): by label, also
 *   when there are problems; %NULL with an error of %G_IO_ERROR if the folder
 *   is there and cannot be read
 */
GPtrArray  *tl_service_template_list_own_finish (GAsyncResult         *result,
                                                 GPtrArray           **problems,
                                                 GError              **error);

/**
 * tl_service_template_add_service:
 * @project: a sealed project of the template's edition
 * @name: (nullable): name of the service; %NULL for what the pattern is called
 *
 * "Add Service Online Payments": appends a copy of the pattern with ids of its
 * own, and the project's own kinds that it needs and @project has not.
 *
 * Returns: (nullable) (transfer none): the new service
 */
TlRecord   *tl_service_template_add_service     (TlServiceTemplate  *self,
                                                 TlProject          *project,
                                                 const char         *name,
                                                 GError            **error);

/**
 * tl_service_template_save_async:
 * @service: a service of a project whose edition is known
 * @label: (nullable): what to call the template; %NULL for the service's name
 * @description: (nullable): %NULL for the service's
 *
 * Keeps a service as a template of the user's own, beside those there are. Left
 * out is what belongs to this one service: its state and stage, states, dates
 * and external ids of elements, and what leads to other services.
 */
void        tl_service_template_save_async      (TlRecord             *service,
                                                 const char           *label,
                                                 const char           *description,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TlServiceTemplate *tl_service_template_save_finish (GAsyncResult *result, /* transfer full */
                                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Deletes the file of one of the user's own; restoring writes it again, as it
 * was, for Undo. */
void        tl_service_template_delete_async    (TlServiceTemplate    *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean    tl_service_template_delete_finish   (TlServiceTemplate    *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void        tl_service_template_restore_async   (TlServiceTemplate    *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean    tl_service_template_restore_finish  (TlServiceTemplate    *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/**
 * tl_service_template_rename_async:
 * @self: one of the user's own
 * @label: what to call it; a name that a service may have
 *
 * Gives it another name, and what in it is named after it; its file stays where it is.
 */
void        tl_service_template_rename_async    (TlServiceTemplate    *self,
                                                 const char           *label,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TlServiceTemplate *tl_service_template_rename_finish (GAsyncResult *result, /* transfer full */
                                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where the user's own are kept; need not exist. */
GFile      *tl_service_template_dup_folder      (void); /* transfer full */

G_END_DECLS
