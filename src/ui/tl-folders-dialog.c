/* tl-folders-dialog.c: the folders of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-folders-dialog.h"

#include "base/tl-shown-path.h"
#include "ui/tl-label.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"

#include <glib/gi18n.h>

struct _TlFoldersDialog
{
  AdwWindow            parent_instance;

  TlLibrary           *library;
  GCancellable        *cancellable;
  GPtrArray           *rows;   /* borrowed */
  GPtrArray           *uris;   /* of the rows */

  GtkStack            *stack;
  AdwPreferencesGroup *group;
  GtkLabel            *progress_text;
  GtkProgressBar      *progress;
  GtkToggleButton     *pause_button;
};

G_DEFINE_FINAL_TYPE (TlFoldersDialog, tl_folders_dialog, ADW_TYPE_WINDOW)

/* Folders {{{1 */

static void
remove_cb (TlFoldersDialog *self,
           GtkWidget       *button)
{
  tl_library_remove_folder (self->library, g_object_get_data (G_OBJECT (button), "folder"));
}

static GtkWidget *
create_row (TlFoldersDialog *self,
            GFile           *folder)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *path = tl_shown_path_dup (folder);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *short_path = tl_shown_path_shorten (path);
  g_autofree char *subtitle = g_markup_escape_text (short_path, -1);
  /* Translators: %s is a folder */
  g_autofree char *text = g_strdup_printf (_("Remove %s From the Library"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "folder", g_object_ref (folder), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static gboolean
are_shown (TlFoldersDialog *self,
           GPtrArray       *folders)
{
  if (folders->len != self->uris->len)
    return FALSE;
  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (folders, i));

      if (!g_str_equal (uri, g_ptr_array_index (self->uris, i)))
        return FALSE;
    }
  return TRUE;
}

static void
show_folders (TlFoldersDialog *self,
              GPtrArray       *folders)
{
  if (!are_shown (self, folders))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      g_ptr_array_set_size (self->uris, 0);
      for (guint i = 0; i < folders->len; i++)
        {
          GtkWidget *row = create_row (self, g_ptr_array_index (folders, i));

          adw_preferences_group_add (self->group, row);
          g_ptr_array_add (self->rows, row);
          g_ptr_array_add (self->uris, g_file_get_uri (g_ptr_array_index (folders, i)));
        }
    }
  gtk_stack_set_visible_child_name (self->stack, folders->len > 0 ? "folders" : "nothing");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlFoldersDialog) self = user_data;
  g_autoptr (GPtrArray) folders = tl_library_list_folders_finish (TL_LIBRARY (source), result, NULL);

  if (folders != NULL && !g_cancellable_is_cancelled (self->cancellable))
    show_folders (self, folders);
}

static void
update (TlFoldersDialog *self)
{
  tl_library_list_folders_async (self->library, self->cancellable, listed_cb, g_object_ref (self));
}

/* Progress {{{1 */

static void
update_progress (TlFoldersDialog *self)
{
  gboolean busy = tl_library_get_busy (self->library);
  guint n = tl_library_get_n_total (self->library);
  g_autofree char *text = NULL;

  if (tl_library_get_paused (self->library))
    text = g_strdup (_("Looking at files is paused"));
  else if (busy)
    text = g_strdup_printf (ngettext ("%1$'u of %2$'u file", "%1$'u of %2$'u files", n),
                            tl_library_get_n_done (self->library), n);
  else
    text = g_strdup (_("All files have been looked at"));
  gtk_label_set_label (self->progress_text, text);
  gtk_progress_bar_set_fraction (self->progress, tl_library_get_fraction (self->library));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
}

/* Adding {{{1 */

static void
folder_chosen_cb (GtkNativeDialog *dialog,
                  int              response,
                  TlLibrary       *library)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (folder != NULL)
    tl_library_add_folder (library, folder);
  g_object_unref (dialog);
}

void
tl_folders_dialog_ask_to_add (GtkWindow *parent,
                              TlLibrary *library)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (TL_IS_LIBRARY (library));

  dialog = gtk_file_chooser_native_new (_("Add a Folder"), parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Add"),
                                        _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), library, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  tl_folders_dialog_ask_to_add (GTK_WINDOW (widget), TL_FOLDERS_DIALOG (widget)->library);
}

static void
rescan_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  tl_library_rescan (TL_FOLDERS_DIALOG (widget)->library);
}

/* Object {{{1 */

static void
tl_folders_dialog_dispose (GObject *object)
{
  TlFoldersDialog *self = TL_FOLDERS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_FOLDERS_DIALOG);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_folders_dialog_parent_class)->dispose (object);
}

static void
tl_folders_dialog_finalize (GObject *object)
{
  TlFoldersDialog *self = TL_FOLDERS_DIALOG (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->uris);

  G_OBJECT_CLASS (tl_folders_dialog_parent_class)->finalize (object);
}

static void
tl_folders_dialog_class_init (TlFoldersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_folders_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_folders_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-folders-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlFoldersDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlFoldersDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TlFoldersDialog, progress_text);
  gtk_widget_class_bind_template_child (widget_class, TlFoldersDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TlFoldersDialog, pause_button);
  gtk_widget_class_install_action (widget_class, "folders.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "folders.rescan", NULL, rescan_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_folders_dialog_init (TlFoldersDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->uris = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_size_scale (GTK_WINDOW (self));
  tl_label_wrap_description (self->group);
}

GtkWidget *
tl_folders_dialog_new (TlLibrary *library)
{
  TlFoldersDialog *self;

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_FOLDERS_DIALOG, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify", G_CALLBACK (update_progress), self, G_CONNECT_SWAPPED);
  g_object_bind_property (library, "paused", self->pause_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  update (self);
  update_progress (self);
  return GTK_WIDGET (self);
}
