/* tl-service-dialog.c: asks what a new service is to start with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-service-dialog.h"

#include "store/tl-service-template.h"
#include "ui/tl-spoken.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"

#include <glib/gi18n.h>

struct _TlServiceDialog
{
  AdwWindow            parent_instance;

  TlProject           *project;
  GCancellable        *cancellable;
  GPtrArray           *checks; /* borrowed; a radio button a template */

  GtkEditable         *name;
  AdwToastOverlay     *toasts;
  AdwPreferencesGroup *templates;
  GtkLabel            *error;
  GtkLabel            *status; /* spoken */
};

G_DEFINE_FINAL_TYPE (TlServiceDialog, tl_service_dialog, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_error (TlServiceDialog *self,
            const char      *message)
{
  gtk_label_set_label (self->error, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

/* Templates {{{1 */

static void       delete_clicked_cb   (GtkWidget       *button,
                                       TlServiceDialog *self);
static GtkWidget *create_rename_entry (TlServiceDialog   *self,
                                       TlServiceTemplate *template);

static void
name_button (GtkWidget  *button,
             const char *text)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
create_delete_button (TlServiceDialog *self,
                      const char      *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a template for services, of the user's own */
  g_autofree char *text = g_strdup_printf (_("Delete the Template %s"), label);

  name_button (button, text);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), self, 0);
  return button;
}

static TlServiceTemplate *
get_template_of (GtkWidget *widget)
{
  AdwActionRow *row = ADW_ACTION_ROW (gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW));

  return g_object_get_data (G_OBJECT (adw_action_row_get_activatable_widget (row)), "tl-template");
}

static void
popup_rename_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), create_rename_entry (user_data, get_template_of (GTK_WIDGET (button))));
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
create_rename_button (TlServiceDialog *self,
                      const char      *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is a template for services, of the user's own */
  g_autofree char *text = g_strdup_printf (_("Rename the Template %s"), label);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_rename_cb, self, NULL);
  name_button (button, text);
  return button;
}

/* What is called after it. */
static void
name_row (TlServiceDialog   *self,
          AdwActionRow      *row,
          TlServiceTemplate *template)
{
  static const char *const suffixes[] = { "tl-rename", "tl-delete" };
  const char *label = tl_service_template_get_label (template);
  g_autofree char *title = g_markup_escape_text (label, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (!tl_service_template_is_own (template))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      GtkWidget *old = g_object_get_data (G_OBJECT (row), suffixes[i]);
      GtkWidget *button = i == 0 ? create_rename_button (self, label) : create_delete_button (self, label);

      if (old != NULL)
        adw_action_row_remove (row, old);
      adw_action_row_add_suffix (row, button);
      g_object_set_data (G_OBJECT (row), suffixes[i], button);
    }
}

static void
add_template (TlServiceDialog   *self,
              TlServiceTemplate *template)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *escaped = g_markup_escape_text (tl_service_template_get_description (template), -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "tl-template", g_object_ref (template), g_object_unref);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  name_row (self, ADW_ACTION_ROW (row), template);
  adw_preferences_group_add (self->templates, row);
  g_ptr_array_add (self->checks, check);
}

static void
add_all (TlServiceDialog *self,
         GPtrArray       *templates)
{
  for (guint i = 0; i < templates->len; i++)
    add_template (self, g_ptr_array_index (templates, i));
}

static void
own_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlServiceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = tl_service_template_list_own_finish (result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (templates != NULL)
    {
      add_all (self, templates);
      return;
    }
  show_error (self, error->message);
}

/* Deleting one of the user's own {{{1 */

static GtkWidget *
find_check (TlServiceDialog   *self,
            TlServiceTemplate *template)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (g_object_get_data (g_ptr_array_index (self->checks, i), "tl-template") == template)
      return g_ptr_array_index (self->checks, i);
  return NULL;
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlServiceDialog) self = user_data;
  TlServiceTemplate *template = TL_SERVICE_TEMPLATE (source);
  g_autoptr (GError) error = NULL;
  gboolean good = tl_service_template_restore_finish (template, result, &error);

  if (self->project == NULL)
    return;
  if (!good)
    {
      show_error (self, error->message);
      return;
    }
  add_template (self, template);
  gtk_widget_grab_focus (find_check (self, template));
}

static void
undo_delete_cb (AdwToast        *toast,
                TlServiceDialog *self)
{
  tl_service_template_restore_async (g_object_get_data (G_OBJECT (toast), "tl-template"), NULL, restored_cb,
                                     g_object_ref (self));
}

/* @undo: gets the toast, with the template, and the dialog */
static AdwToast *
tell (TlServiceDialog   *self,
      const char        *text,
      TlServiceTemplate *template,
      GCallback          undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "tl-template", g_object_ref (template), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", undo, self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_label_set_label (self->status, text);
  return toast;
}

static void
tell_deleted (TlServiceDialog   *self,
              TlServiceTemplate *template)
{
  /* Translators: %s is a template for services, of the user's own */
  g_autofree char *text = g_strdup_printf (_("Template “%s” deleted"), tl_service_template_get_label (template));

  tell (self, text, template, G_CALLBACK (undo_delete_cb));
}

/* The keyboard goes to what is before it: a radio button is always there. */
static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlServiceDialog) self = user_data;
  TlServiceTemplate *template = TL_SERVICE_TEMPLATE (source);
  g_autoptr (GError) error = NULL;
  gboolean good = tl_service_template_delete_finish (template, result, &error);
  GtkWidget *check = self->project != NULL ? find_check (self, template) : NULL;
  guint index;

  if (check == NULL || !g_ptr_array_find (self->checks, check, &index))
    return;
  if (!good && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      show_error (self, error->message);
      return;
    }
  gtk_widget_grab_focus (g_ptr_array_index (self->checks, index - 1));
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
    gtk_check_button_set_active (g_ptr_array_index (self->checks, index - 1), TRUE);
  g_ptr_array_remove_index (self->checks, index);
  adw_preferences_group_remove (self->templates, gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW));
  tell_deleted (self, template);
}

static void
delete_clicked_cb (GtkWidget       *button,
                   TlServiceDialog *self)
{
  tl_service_template_delete_async (get_template_of (button), NULL, deleted_cb, g_object_ref (self));
}

/* Renaming one of the user's own {{{1 */

static void rename_template (TlServiceDialog   *self,
                             TlServiceTemplate *template,
                             const char        *name);

static void
undo_rename_cb (AdwToast        *toast,
                TlServiceDialog *self)
{
  rename_template (self, g_object_get_data (G_OBJECT (toast), "tl-template"), g_object_get_data (G_OBJECT (toast), "tl-name"));
}

static void
tell_renamed (TlServiceDialog   *self,
              TlServiceTemplate *template,
              const char        *before)
{
  /* Translators: %s is a template for services, of the user's own */
  g_autofree char *text = g_strdup_printf (_("Template renamed to “%s”"), tl_service_template_get_label (template));
  AdwToast *toast = tell (self, text, template, G_CALLBACK (undo_rename_cb));

  g_object_set_data_full (G_OBJECT (toast), "tl-name", g_strdup (before), g_free);
}

/* The keyboard is where it was: what it was on is made anew. */
static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlServiceDialog) self = user_data;
  TlServiceTemplate *template = TL_SERVICE_TEMPLATE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlServiceTemplate) renamed = tl_service_template_rename_finish (result, &error);
  GtkWidget *check = self->project != NULL ? find_check (self, template) : NULL;
  AdwActionRow *row;

  if (check == NULL)
    return;
  if (renamed == NULL)
    {
      show_error (self, error->message);
      return;
    }
  row = ADW_ACTION_ROW (gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW));
  g_object_set_data_full (G_OBJECT (check), "tl-template", g_object_ref (renamed), g_object_unref);
  name_row (self, row, renamed);
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "tl-rename"));
  tell_renamed (self, renamed, tl_service_template_get_label (template));
}

static void
rename_template (TlServiceDialog   *self,
                 TlServiceTemplate *template,
                 const char        *name)
{
  g_autofree char *wanted = g_strstrip (g_strdup (name));

  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  if (*wanted != '\0' && !g_str_equal (wanted, tl_service_template_get_label (template)))
    tl_service_template_rename_async (template, wanted, NULL, renamed_cb, g_object_ref (self));
}

static void
rename_activated_cb (GtkEntry        *entry,
                     TlServiceDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  TlServiceTemplate *template = get_template_of (popover);

  gtk_popover_popdown (GTK_POPOVER (popover));
  rename_template (self, template, name);
}

static GtkWidget *
create_rename_entry (TlServiceDialog   *self,
                     TlServiceTemplate *template)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), tl_service_template_get_label (template));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the template"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (rename_activated_cb), self, 0);
  return entry;
}

/* Creating {{{1 */

static TlServiceTemplate *
get_template (TlServiceDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      return g_object_get_data (g_ptr_array_index (self->checks, i), "tl-template");
  return NULL;
}

static void
create_cb (TlServiceDialog *self)
{
  TlServiceTemplate *template = get_template (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autoptr (GError) error = NULL;
  TlRecord *service;

  if (template == NULL)
    return;
  service = tl_service_template_add_service (template, self->project, *name != '\0' ? name : NULL, &error);
  if (service == NULL)
    {
      show_error (self, error->message);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, service);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Object {{{1 */

static void
tl_service_dialog_dispose (GObject *object)
{
  TlServiceDialog *self = TL_SERVICE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_SERVICE_DIALOG);

  G_OBJECT_CLASS (tl_service_dialog_parent_class)->dispose (object);
}

static void
tl_service_dialog_finalize (GObject *object)
{
  TlServiceDialog *self = TL_SERVICE_DIALOG (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (tl_service_dialog_parent_class)->finalize (object);
}

static void
tl_service_dialog_class_init (TlServiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_service_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_service_dialog_finalize;

  signals[CREATED] = g_signal_new ("created", TL_TYPE_SERVICE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TL_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-service-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlServiceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TlServiceDialog, templates);
  gtk_widget_class_bind_template_child (widget_class, TlServiceDialog, error);
  gtk_widget_class_bind_template_child (widget_class, TlServiceDialog, status);
  gtk_widget_class_bind_template_child (widget_class, TlServiceDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_service_dialog_init (TlServiceDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_size_scale (GTK_WINDOW (self));
  tl_spoken_name_entry (GTK_WIDGET (self->name));
  tl_text_side_keep (GTK_EDITABLE (self->name));
  /* Asked for in the template, it would be forgotten for the header bar. */
  g_signal_connect_swapped (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->name);
}

GtkWidget *
tl_service_dialog_new (TlProject *project)
{
  TlServiceDialog *self;
  g_autoptr (GPtrArray) templates = NULL;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);

  self = g_object_new (TL_TYPE_SERVICE_DIALOG, NULL);
  self->project = g_object_ref (project);
  templates = tl_service_template_list (tl_project_get_edition (project));
  add_all (self, templates);
  tl_service_template_list_own_async (tl_project_get_edition (project), self->cancellable, own_read_cb,
                                      g_object_ref (self));
  return GTK_WIDGET (self);
}
