/* tl-window-services.c: what can be done with services in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-private.h"

#include "exchange/tl-actual-items.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "store/tl-service-template.h"
#include "ui/tl-kinds-dialog.h"
#include "ui/tl-reconcile-dialog.h"
#include "ui/tl-service-dialog.h"

#include <glib/gi18n.h>

/* What is new is gone to, to be named. */
void
tl_window_add_service (TlWindow *self)
{
  TlProject *project = tl_session_get_project (self->session);
  g_autoptr (TlRecord) service = tl_record_new (&tl_service_type);
  g_autoptr (GError) error = NULL;

  if (!tl_record_fill (service, TL_SERVICE_NAME, _("New Service"), &error) ||
      !tl_edit_add (TL_RECORD (project), TL_PROJECT_SERVICES, g_object_ref (service), &error))
    {
      tl_window_show_message (self, error->message, FALSE);
      return;
    }
  tl_session_go_service (self->session, service);
  tl_project_page_focus_inspector (tl_window_get_project_page (self));
}

void
tl_window_show_kinds (TlWindow *self)
{
  GtkWidget *dialog = tl_kinds_dialog_new (self->session);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Templates {{{1 */

/* Not to where the dialog was asked for: what is new is looked at, and drawn on. */
static void
service_created_cb (TlWindow *self,
                    TlRecord *service)
{
  tl_session_go_service (self->session, service);
  tl_project_page_focus_page (tl_window_get_project_page (self));
}

void
tl_window_ask_for_service (TlWindow *self)
{
  GtkWidget *dialog = tl_service_dialog_new (tl_session_get_project (self->session));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "created", G_CALLBACK (service_created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
template_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlServiceTemplate) template = tl_service_template_save_finish (result, &error);
  g_autofree char *text = NULL;

  if (tl_window_is_cancelled (error) || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (template == NULL)
    {
      tl_window_show_error (self, _("The Template Was Not Saved"), error->message);
      return;
    }
  /* Translators: %s is the name of a service */
  text = g_strdup_printf (_("“%s” is a template for new services now"), tl_service_template_get_label (template));
  tl_window_show_message (self, text, FALSE);
}

/* The service of the blueprint shown, or of what is selected. */
static TlRecord *
find_service (TlWindow *self)
{
  if (g_str_equal (tl_session_get_page (self->session), TL_PAGE_BLUEPRINT))
    return tl_session_get_service (self->session);
  return tl_session_find_service (tl_session_get_selected_record (self->session));
}

void
tl_window_save_template (TlWindow *self)
{
  TlRecord *service = find_service (self);

  if (service != NULL)
    tl_service_template_save_async (service, NULL, NULL, self->cancellable, template_saved_cb, g_object_ref (self));
}

/* Reconciling {{{1 */

/* What a list of what runs is compared with. */
typedef struct
{
  TlWindow *window;
  TlRecord *service;
} Reconciliation;

static void
reconciliation_free (Reconciliation *self)
{
  g_object_unref (self->window);
  g_object_unref (self->service);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reconciliation, reconciliation_free)

static void
reconciled_cb (TlWindow *self,
               guint     n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u difference accepted", "%'u differences accepted", n), n);

  tl_window_show_message (self, text, TRUE);
}

static void
items_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Reconciliation) with = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWidget *dialog;

  if (tl_window_is_cancelled (error) || gtk_widget_in_destruction (GTK_WIDGET (with->window)))
    return;
  if (items == NULL)
    {
      tl_window_show_error (with->window, _("The List Cannot Be Read"), error->message);
      return;
    }
  if (tl_record_get_project (with->service) == NULL)
    return;
  dialog = tl_reconcile_dialog_new (with->service, items);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (with->window));
  g_signal_connect_object (dialog, "reconciled", G_CALLBACK (reconciled_cb), with->window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_items (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *items = tl_actual_items_read_file (data, cancellable, &error);

  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
tl_window_reconcile_with (TlWindow *self,
                          TlRecord *service,
                          GFile    *file)
{
  Reconciliation *with = g_new (Reconciliation, 1);
  g_autoptr (GTask) task = NULL;

  *with = (Reconciliation) { g_object_ref (self), g_object_ref (service) };
  task = g_task_new (NULL, self->cancellable, items_read_cb, with);
  g_task_set_source_tag (task, tl_window_reconcile_with);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_items);
}

static void
list_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                TlWindow        *self)
{
  TlRecord *service = g_object_get_data (G_OBJECT (dialog), "tl-service");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    tl_window_reconcile_with (self, service, file);
  g_object_unref (dialog);
}

void
tl_window_reconcile (TlWindow *self)
{
  TlRecord *service = find_service (self);
  GtkFileChooserNative *dialog;
  GtkFileFilter *filter;

  if (service == NULL)
    {
      tl_window_show_message (self, _("Choose the service that is to be compared first."), FALSE);
      return;
    }
  dialog = gtk_file_chooser_native_new (_("Choose a List of What Runs"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Compare"), _("_Cancel"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Tables as Text (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_mime_type (filter, "text/csv");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_object_unref (filter);
  g_object_set_data_full (G_OBJECT (dialog), "tl-service", g_object_ref (service), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (list_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Impact {{{1 */

void
tl_window_show_impact (TlWindow *self)
{
  TlRecord *element = tl_session_get_selected_record (self->session);

  if (element == NULL || !TL_IS_ELEMENT (element))
    {
      tl_window_show_message (self, _("Choose the element that is to fail first."), FALSE);
      return;
    }
  tl_project_page_show_impact (tl_window_get_project_page (self), element);
}
