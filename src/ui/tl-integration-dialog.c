/* tl-integration-dialog.c: asks between which tools a new integration is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-integration-dialog.h"

#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "ui/tl-own-name.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"

#include <glib/gi18n.h>

struct _TlIntegrationDialog
{
  AdwWindow    parent_instance;

  TlSession   *session;
  GPtrArray   *tools;        /* ids by position */
  GPtrArray   *data_objects; /* ids by position, the first NULL */

  GtkDropDown *from;
  GtkDropDown *to;
  GtkDropDown *data_object;
  GtkWidget   *add;
  GtkLabel    *message;
};

G_DEFINE_FINAL_TYPE (TlIntegrationDialog, tl_integration_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_chosen (GtkDropDown *drop_down,
            GPtrArray   *ids)
{
  guint position = gtk_drop_down_get_selected (drop_down);

  return ids != NULL && position < ids->len ? g_ptr_array_index (ids, position) : NULL;
}

/* A tool is not integrated with itself. */
static void
update (TlIntegrationDialog *self)
{
  const char *from = get_chosen (self->from, self->tools);
  const char *to = get_chosen (self->to, self->tools);

  gtk_widget_set_sensitive (self->add, from != NULL && to != NULL && from != to);
}

static void
fill_tools (TlIntegrationDialog *self,
            TlRecord            *project)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_TOOLS); i++)
    {
      TlRecord *tool = tl_record_get_child (project, TL_PROJECT_TOOLS, i);

      g_ptr_array_add (self->tools, g_strdup (tl_record_get_id (tool)));
      gtk_string_list_take (names, tl_edit_create_title (tool));
    }
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->to, MIN (1, self->tools->len));
}

static void
fill_data_objects (TlIntegrationDialog *self,
                   const TlEdition     *edition)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_add (self->data_objects, NULL);
  gtk_string_list_append (names, C_("choice", "Not known"));
  if (edition != NULL)
    for (const TlDataObject *const *object = tl_edition_get_data_objects (edition); *object != NULL; object++)
      {
        g_ptr_array_add (self->data_objects, g_strdup ((*object)->concept.id));
        gtk_string_list_append (names, (*object)->concept.name);
      }
  gtk_drop_down_set_model (self->data_object, G_LIST_MODEL (names));
}

static TlRecord *
create_integration (TlIntegrationDialog  *self,
                    GError              **error)
{
  g_autoptr (TlRecord) record = tl_record_new (&tl_integration_type);

  if (!tl_record_fill (record, TL_INTEGRATION_FROM, get_chosen (self->from, self->tools), error)
      || !tl_record_fill (record, TL_INTEGRATION_TO, get_chosen (self->to, self->tools), error)
      || !tl_record_fill (record, TL_INTEGRATION_DATA_OBJECT, get_chosen (self->data_object, self->data_objects), error))
    return NULL;
  return g_steal_pointer (&record);
}

static void
add_clicked_cb (TlIntegrationDialog *self)
{
  TlProject *project = tl_session_get_project (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlRecord) record = create_integration (self, &error);
  g_autofree char *key = NULL;

  /* A tool may have been deleted meanwhile in another window of the project. */
  if (record == NULL
      || !tl_edit_add (TL_RECORD (project), TL_PROJECT_INTEGRATIONS, g_object_ref (record), &error))
    {
      gtk_label_set_label (self->message, error->message);
      gtk_widget_show (GTK_WIDGET (self->message));
      return;
    }

  key = tl_session_dup_record_key (record);
  tl_session_set_selection (self->session, key);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tl_integration_dialog_dispose (GObject *object)
{
  TlIntegrationDialog *self = TL_INTEGRATION_DIALOG (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_integration_dialog_parent_class)->dispose (object);
}

static void
tl_integration_dialog_finalize (GObject *object)
{
  TlIntegrationDialog *self = TL_INTEGRATION_DIALOG (object);

  g_ptr_array_unref (self->tools);
  g_ptr_array_unref (self->data_objects);

  G_OBJECT_CLASS (tl_integration_dialog_parent_class)->finalize (object);
}

static void
tl_integration_dialog_class_init (TlIntegrationDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_integration_dialog_dispose;
  object_class->finalize = tl_integration_dialog_finalize;

  signals[SIGNAL_ADDED] =
    g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-integration-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlIntegrationDialog, from);
  gtk_widget_class_bind_template_child (widget_class, TlIntegrationDialog, to);
  gtk_widget_class_bind_template_child (widget_class, TlIntegrationDialog, data_object);
  gtk_widget_class_bind_template_child (widget_class, TlIntegrationDialog, add);
  gtk_widget_class_bind_template_child (widget_class, TlIntegrationDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
tl_integration_dialog_init (TlIntegrationDialog *self)
{
  self->tools = g_ptr_array_new_with_free_func (g_free);
  self->data_objects = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_size_scale (GTK_WINDOW (self));
  tl_own_name_keep (self->from);
  tl_own_name_keep (self->to);
  tl_own_name_keep (self->data_object);
  g_signal_connect_swapped (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->from);
}

GtkWidget *
tl_integration_dialog_new (TlSession *session)
{
  TlIntegrationDialog *self;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (tl_session_get_project (session) != NULL, NULL);

  self = g_object_new (TL_TYPE_INTEGRATION_DIALOG, NULL);
  self->session = g_object_ref (session);
  fill_tools (self, TL_RECORD (tl_session_get_project (session)));
  fill_data_objects (self, tl_project_get_edition (tl_session_get_project (session)));
  update (self);
  return GTK_WIDGET (self);
}
