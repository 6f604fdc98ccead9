/* tl-new-dialog.c: asks what a new project is to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-new-dialog.h"

#include "store/tl-template.h"
#include "ui/tl-settings.h"
#include "ui/tl-spoken.h"
#include "ui/tl-text-side.h"
#include "ui/tl-window-size.h"

#include <glib/gi18n.h>

struct _TlNewDialog
{
  AdwWindow            parent_instance;

  AdwEntryRow         *name;
  AdwComboRow         *edition;
  AdwPreferencesGroup *templates;
  GtkLabel            *error;
  GPtrArray           *rows;   /* borrowed; one a template */
  GPtrArray           *checks; /* borrowed; their radio buttons */
};

G_DEFINE_FINAL_TYPE (TlNewDialog, tl_new_dialog, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const TlEdition *
get_edition (TlNewDialog *self)
{
  const char *const *versions = tl_edition_list_versions ();

  return tl_edition_get (versions[adw_combo_row_get_selected (self->edition)]);
}

static const TlTemplate *
get_template (TlNewDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      return g_object_get_data (g_ptr_array_index (self->checks, i), "template");
  return NULL;
}

static void
add_template (TlNewDialog      *self,
              const TlTemplate *template)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tl_template_get_label (template));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), tl_template_get_description (template));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "template", (gpointer) template);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->templates, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

/* The samples have a place of their own on the start page. */
static void
fill_templates (TlNewDialog *self)
{
  const char *version = tl_edition_get_version (get_edition (self));
  guint n_templates;
  const TlTemplate *templates = tl_template_list (&n_templates);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->templates, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < n_templates; i++)
    if (!templates[i].is_sample &&
        (templates[i].edition == NULL || g_str_equal (templates[i].edition, version)))
      add_template (self, &templates[i]);
}

static void
show_error (TlNewDialog *self,
            const char  *message)
{
  gtk_label_set_label (self->error, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL && *message != '\0');
}

static void
create_cb (TlNewDialog *self)
{
  const TlTemplate *template = get_template (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *currency = tl_settings_dup_currency ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = NULL;

  if (template == NULL)
    return;
  project = tl_template_create_project_in (template, get_edition (self),
                                           *name != '\0' ? name : _("New Project"), currency, &error);
  if (project == NULL)
    {
      show_error (self, error->message);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, project);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
tl_new_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_NEW_DIALOG);

  G_OBJECT_CLASS (tl_new_dialog_parent_class)->dispose (object);
}

static void
tl_new_dialog_finalize (GObject *object)
{
  TlNewDialog *self = TL_NEW_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (tl_new_dialog_parent_class)->finalize (object);
}

static void
tl_new_dialog_class_init (TlNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_new_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_new_dialog_finalize;

  signals[CREATED] = g_signal_new ("created", TL_TYPE_NEW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_PROJECT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline_it/Throughline/ui/tl-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlNewDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TlNewDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, TlNewDialog, templates);
  gtk_widget_class_bind_template_child (widget_class, TlNewDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_new_dialog_init (TlNewDialog *self)
{
  g_autofree char *version = tl_settings_dup_string ("default-edition", "3.0");
  const char *const *versions = tl_edition_list_versions ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_size_scale (GTK_WINDOW (self));
  tl_spoken_name_entry (GTK_WIDGET (self->name));
  tl_text_side_keep (GTK_EDITABLE (self->name));

  for (guint i = 0; versions[i] != NULL; i++)
    {
      gtk_string_list_append (names, tl_edition_get_name (tl_edition_get (versions[i])));
      if (g_str_equal (versions[i], version))
        selected = i;
    }
  adw_combo_row_set_model (self->edition, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->edition, selected);
  fill_templates (self);
  /* Asked for in the template, it would be forgotten for the header bar. */
  g_signal_connect_swapped (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->name);
  g_signal_connect_object (self->edition, "notify::selected", G_CALLBACK (fill_templates), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tl_new_dialog_new (void)
{
  return g_object_new (TL_TYPE_NEW_DIALOG, NULL);
}
