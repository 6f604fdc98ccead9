/* tl-window-file.c: saving and closing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-shown-path.h"
#include "library/tl-library.h"
#include "store/tl-file-identity.h"
#include "store/tl-problem.h"
#include "ui/tl-application-private.h"
#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

#define MIME_TYPE "application/x-it4it+xml"

gboolean
tl_window_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

void
tl_window_remember_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Throughline",
    .app_exec = (char *) "throughline %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  if (tl_library_get_default () != NULL)
    tl_library_note_opened (tl_library_get_default (), file);
}

/* Of the library itself: the start page has a bar for it, which stays. Elsewhere it is
 * said once, in the window that the user is in. */
static void
library_problem_cb (TlWindow   *self,
                    GParamSpec *property,
                    TlLibrary  *library)
{
  const char *problem = tl_library_get_problem (library);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (problem != NULL && self->document != NULL && application != NULL
      && tl_application_get_active_window (TL_APPLICATION (application)) == self)
    tl_window_show_message (self, problem, FALSE);
}

void
tl_window_follow_library (TlWindow *self)
{
  if (tl_library_get_default () != NULL)
    g_signal_connect_object (tl_library_get_default (), "notify::problem", G_CALLBACK (library_problem_cb), self,
                             G_CONNECT_SWAPPED);
}

void
tl_window_show_error (TlWindow   *self,
                      const char *heading,
                      const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkFileFilter *
create_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Throughline projects"));
  gtk_file_filter_add_suffix (filter, "it4it");
  gtk_file_filter_add_mime_type (filter, MIME_TYPE);
  return filter;
}

void
tl_window_add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) own = create_filter ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, own);
  gtk_file_chooser_add_filter (chooser, all);
}

/* Saving {{{1 */

/* What is done after a save: closing the window, for one. */
typedef struct
{
  TlWindow       *window;
  TlWindowAnswer  answer;
  gpointer        user_data;
  gboolean        close;
  gboolean        elsewhere; /* saved as */
} After;

static After *
after_new (TlWindow       *window,
           gboolean        close,
           TlWindowAnswer  answer,
           gpointer        user_data)
{
  After *self = g_new0 (After, 1);

  self->window = g_object_ref (window);
  self->close = close;
  self->answer = answer;
  self->user_data = user_data;
  return self;
}

static void
after_run (After    *self,
           gboolean  done)
{
  if (done && self->close)
    {
      self->window->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self->window));
    }
  if (self->answer != NULL)
    self->answer (self->window, done, self->user_data);
  g_object_unref (self->window);
  g_free (self);
}

static void save_to (After *after, GFile *file, TlSaveFlags flags);

static void
overwrite_cb (AdwMessageDialog *dialog,
              const char       *response,
              After            *after)
{
  if (g_str_equal (response, "overwrite"))
    save_to (after, NULL, TL_SAVE_OVERWRITE);
  else
    after_run (after, FALSE);
}

static void
ask_to_overwrite (After *after)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (after->window),
                                              _("Overwrite the Changed File?"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_set_body (message,
                               _("Another program has changed the file since it was opened. "
                                 "Saving would lose those changes."));
  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"),
                                    "overwrite", _("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (message, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (overwrite_cb), after);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  After *after = user_data;
  TlDocument *document = TL_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (after->elsewhere ? tl_document_save_as_finish (document, result, &error)
                       : tl_document_save_finish (document, result, &error))
    {
      /* Whatever was the matter with the old file is not with this one. */
      after->window->conditions &= TL_CONDITION_NEWER;
      tl_window_update_bars (after->window);
      tl_window_remember_file (tl_document_get_file (document));
      after_run (after, TRUE);
      return;
    }
  if (g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK))
    {
      ask_to_overwrite (after);
      return;
    }
  if (!tl_window_is_cancelled (error))
    tl_window_show_error (after->window, _("The Project Was Not Saved"), error->message);
  after_run (after, FALSE);
}

static void
save_to (After       *after,
         GFile       *file,
         TlSaveFlags  flags)
{
  TlWindow *self = after->window;

  tl_history_close_entry (tl_project_get_history (tl_document_get_project (self->document)));
  after->elsewhere = file != NULL;
  if (file != NULL)
    tl_document_save_as_async (self->document, file, flags, self->cancellable, saved_cb, after);
  else
    tl_document_save_async (self->document, flags, self->cancellable, saved_cb, after);
}

static char *
dup_proposed_name (TlWindow *self)
{
  TlProject *project = tl_document_get_project (self->document);
  g_autofree char *name = g_strdup (tl_record_get_name (TL_RECORD (project)));

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  g_strstrip (name);
  return g_strconcat (*name != '\0' ? name : _("Project"), ".it4it", NULL);
}

/* A name without a suffix gets ours. */
static GFile *
add_suffix (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *better = NULL;
  g_autoptr (GFile) folder = NULL;

  if (strchr (name, '.') != NULL)
    return g_object_ref (file);
  better = g_strconcat (name, ".it4it", NULL);
  folder = g_file_get_parent (file);
  return folder != NULL ? g_file_get_child (folder, better) : g_object_ref (file);
}

static void
place_chosen_cb (GtkNativeDialog *dialog,
                 int              response,
                 After           *after)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) place = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL)
    {
      after_run (after, FALSE);
      return;
    }
  place = add_suffix (file);
  /* The dialog has asked about the file that was chosen, not about another. */
  save_to (after, place, g_file_equal (file, place) ? TL_SAVE_OVERWRITE : TL_SAVE_CREATE);
}

static void
ask_where (After *after)
{
  TlWindow *self = after->window;
  GFile *file = tl_document_get_file (self->document);
  g_autoptr (GFile) place = file != NULL ? tl_shown_path_create_file (file) : NULL;
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_("Save Project"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  tl_window_add_filters (GTK_FILE_CHOOSER (dialog));
  if (place != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), place, NULL);
  else
    {
      g_autofree char *name = file != NULL ? tl_file_get_display_name (file) : dup_proposed_name (self);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (place_chosen_cb), after);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
save (After *after)
{
  TlWindow *self = after->window;

  if (tl_document_get_file (self->document) == NULL ||
      tl_document_get_read_only (self->document))
    ask_where (after);
  else
    save_to (after, NULL, TL_SAVE_REPLACE);
}

void
tl_window_save (TlWindow *self)
{
  if (self->document != NULL && !tl_document_get_busy (self->document))
    save (after_new (self, FALSE, NULL, NULL));
}

void
tl_window_save_as (TlWindow *self)
{
  if (self->document != NULL && !tl_document_get_busy (self->document))
    ask_where (after_new (self, FALSE, NULL, NULL));
}

/* Closing {{{1 */

static void
discard (gpointer after)
{
  after_run (after, TRUE);
}

static void
close_answer_cb (AdwMessageDialog *dialog,
                 const char       *response,
                 After            *after)
{
  if (g_str_equal (response, "save"))
    save (after);
  else if (g_str_equal (response, "discard"))
    /* Not from within the dialog: it must not outlive the window it belongs to. */
    g_idle_add_once (discard, after);
  else
    after_run (after, FALSE);
}

gboolean
tl_window_has_changes (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  return self->document != NULL && tl_document_get_modified (self->document);
}

void
tl_window_ask_to_close (TlWindow       *self,
                        TlWindowAnswer  answer,
                        gpointer        user_data)
{
  After *after;
  GtkWidget *dialog;
  AdwMessageDialog *message;

  g_return_if_fail (TL_IS_WINDOW (self));

  after = after_new (self, TRUE, answer, user_data);
  if (!tl_window_has_changes (self))
    {
      after_run (after, TRUE);
      return;
    }
  gtk_window_present (GTK_WINDOW (self));
  dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  message = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_set_heading (message, _("Save Changes?"));
  adw_message_dialog_format_body (message,
                                  _("“%s” has changes that are not saved. If you do not save "
                                    "them, they will be lost."),
                                  tl_record_get_name (TL_RECORD (tl_session_get_project (self->session))));
  adw_message_dialog_add_responses (message,
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "save");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (close_answer_cb), after);
  gtk_window_present (GTK_WINDOW (dialog));
}
