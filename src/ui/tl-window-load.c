/* tl-window-load.c: opening, recovering and reverting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-traceability.h"
#include "ui/tl-new-dialog.h"
#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

/* Opening {{{1 */

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                TlWindow        *self)
{
  g_autoptr (GFile) file = NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file != NULL && application != NULL)
    tl_application_open_file (TL_APPLICATION (application), file);
}

void
tl_window_ask_for_file (TlWindow *self)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (TL_IS_WINDOW (self));

  dialog = gtk_file_chooser_native_new (_("Open Project"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  tl_window_add_filters (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
project_made_cb (TlWindow  *self,
                 TlProject *project)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    tl_application_open_project (TL_APPLICATION (application), project);
}

void
tl_window_ask_for_new (TlWindow *self)
{
  GtkWidget *dialog;

  g_return_if_fail (TL_IS_WINDOW (self));

  dialog = tl_new_dialog_new ();
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "created", G_CALLBACK (project_made_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
tl_window_show_project (TlWindow  *self,
                        TlProject *project)
{
  g_autoptr (TlDocument) document = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (TL_IS_PROJECT (project));

  document = tl_document_new_for_project (project);
  tl_window_set_document (self, document, 0);
}

/* A cancelled load leaves a cancellable that later work must not find. */
static void
renew_cancellable (TlWindow *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* What every page asks for is found out before there is a window to keep waiting. */
static void
prepare_cb (TlProject *project)
{
  tl_traceability_get (project);
}

static TlDocument *
create_document (void)
{
  TlDocument *document = tl_document_new ();

  tl_document_set_prepare (document, prepare_cb);
  return document;
}

/* A load on its way: the document is the window's only if it succeeds. */
typedef struct
{
  TlWindow   *window;
  GFile      *file; /* NULL when recovering what was in no file */
  guint       conditions;
} Load;

static Load *
load_new (TlWindow *window,
          GFile    *file,
          guint     conditions)
{
  Load *self = g_new0 (Load, 1);

  self->window = g_object_ref (window);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->conditions = conditions;
  return self;
}

static void
load_free (Load *self)
{
  g_object_unref (self->window);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
show_loaded (TlWindow   *self,
             TlDocument *document,
             guint       conditions)
{
  if (tl_document_get_has_unknown (document))
    conditions |= TL_CONDITION_NEWER;
  if (tl_document_get_file (document) != NULL)
    tl_window_remember_file (tl_document_get_file (document));
  tl_window_set_document (self, document, conditions);
}

static gboolean
is_recovery (const Load *load)
{
  return (load->conditions & TL_CONDITION_RECOVERED) != 0;
}

static TlLoadErrorPage *
get_error_page (TlWindow *self)
{
  return TL_LOAD_ERROR_PAGE (tl_lazy_bin_get_child (self->error_bin));
}

static void
show_failure (TlWindow     *self,
              TlDocument   *document,
              const Load   *load,
              const GError *error)
{
  if (tl_window_is_cancelled (error))
    {
      renew_cancellable (self);
      tl_window_show_page (self, self->document != NULL ? "project" : "start");
    }
  else if (self->document != NULL || is_recovery (load))
    {
      tl_window_show_page (self, self->document != NULL ? "project" : "start");
      tl_window_show_error (self, is_recovery (load) ? _("Changes Cannot Be Recovered")
                                                     : _("The Project Cannot Be Read"),
                            error->message);
      /* The file itself may still be as good as ever. */
      if (self->document == NULL && load->file != NULL)
        tl_window_load (self, load->file);
    }
  else
    {
      tl_load_error_page_set_error (get_error_page (self), load->file, error,
                                    tl_document_get_problems (document));
      tl_window_show_page (self, "error");
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  TlWindow *self = load->window;
  TlDocument *document = TL_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean loaded;

  if (is_recovery (load))
    loaded = tl_document_recover_finish (document, result, &error);
  else if (document == self->document)
    loaded = tl_document_revert_finish (document, result, &error);
  else
    loaded = tl_document_load_finish (document, result, &error);
  g_clear_object (&self->loading);
  self->n_loads--;
  if (self->closing)
    return;
  if (loaded)
    show_loaded (self, document, load->conditions);
  else
    show_failure (self, document, load, error);
}

static void
begin_load (TlWindow *self,
            GFile    *file)
{
  self->n_loads++;
  g_set_object (&self->loading, file);
  tl_window_show_page (self, "loading");
}

void
tl_window_load (TlWindow *self,
                GFile    *file)
{
  g_autoptr (TlDocument) document = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  document = create_document ();
  g_clear_pointer (&self->reveal_key, g_free);
  begin_load (self, file);
  tl_document_load_async (document, file, TL_READ_STRICT, self->cancellable, loaded_cb,
                          load_new (self, file, 0));
}

void
tl_window_salvage (TlWindow *self)
{
  GFile *file = tl_load_error_page_get_file (get_error_page (self));
  g_autoptr (TlDocument) document = NULL;

  if (file == NULL || self->document != NULL || self->n_loads > 0)
    return;
  document = create_document ();
  begin_load (self, file);
  tl_document_load_async (document, file, TL_READ_SALVAGE, self->cancellable, loaded_cb,
                          load_new (self, file, TL_CONDITION_SALVAGED));
}

void
tl_window_recover (TlWindow        *self,
                   TlJournalOrphan *orphan)
{
  g_autoptr (TlDocument) document = NULL;
  GFile *file;

  g_return_if_fail (TL_IS_WINDOW (self));

  document = create_document ();
  file = tl_journal_orphan_get_file (orphan);
  begin_load (self, file);
  tl_document_recover_async (document, orphan, self->cancellable, loaded_cb,
                             load_new (self, file, TL_CONDITION_RECOVERED));
}

/* Reverting {{{1 */

static void
revert (TlWindow *self)
{
  GFile *file = tl_document_get_file (self->document);

  if (file == NULL || self->n_loads > 0)
    return;
  begin_load (self, file);
  tl_document_revert_async (self->document, self->cancellable, loaded_cb,
                            load_new (self, file, 0));
}

static void
revert_cb (TlWindow   *self,
           const char *response)
{
  if (g_str_equal (response, "revert") && self->document != NULL)
    revert (self);
}

void
tl_window_ask_to_revert (TlWindow *self)
{
  GtkWidget *dialog;
  AdwMessageDialog *message;

  if (self->document == NULL || tl_document_get_file (self->document) == NULL)
    return;
  if (!tl_document_get_modified (self->document))
    {
      revert (self);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Revert to the Saved File?"), NULL);
  message = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_set_body (message,
                               _("All changes since the last save will be lost, and cannot be "
                                 "brought back by undoing."));
  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"), "revert", _("_Revert"), NULL);
  adw_message_dialog_set_response_appearance (message, "revert", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (revert_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
