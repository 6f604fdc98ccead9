/* tl-export-chooser.c: where a file is to be written that is no project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-export-chooser.h"

#include <glib/gi18n.h>

typedef struct
{
  TlExportFunc func;
} Export;

static void
place_chosen_cb (GtkFileChooserNative *dialog,
                 int                   response,
                 GtkWidget            *owner)
{
  const Export *export = g_object_get_data (G_OBJECT (dialog), "tl-export");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    export->func (owner, file);
  g_object_unref (dialog);
}

void
tl_export_chooser_show (GtkWidget    *owner,
                        const char   *title,
                        const char   *name,
                        TlExportFunc  func)
{
  g_autofree char *file_name = NULL;
  GtkFileChooserNative *dialog;
  Export *export;

  g_return_if_fail (GTK_IS_WIDGET (owner) && title != NULL && name != NULL && func != NULL);

  file_name = g_strdelimit (g_strdup (name), "/\\\n\r", '-');
  dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (owner)), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _("_Export"), _("_Cancel"));
  export = g_new0 (Export, 1);
  export->func = func;
  g_object_set_data_full (G_OBJECT (dialog), "tl-export", export, g_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (place_chosen_cb), owner, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
