/* tl-blueprint-page.c: the blueprint of a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-page.h"

#include "ui/tl-focus.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

struct _TlBlueprintPage
{
  GtkWidget          parent_instance;

  TlSession         *session;
  GSignalGroup      *session_signals;
  GSignalGroup      *project_signals;

  GtkStack          *stack;
  AdwStatusPage     *status;
  GtkButton         *action;
  TlBlueprintEditor *editor;
};

G_DEFINE_FINAL_TYPE (TlBlueprintPage, tl_blueprint_page, GTK_TYPE_WIDGET)

static guint message_signal;

static void
show (TlBlueprintPage *self,
      const char      *title,
      const char      *text,
      const char      *label,
      const char      *action,
      const char      *target)
{
  GtkActionable *actionable = GTK_ACTIONABLE (self->action);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_text = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->status, escaped_title);
  adw_status_page_set_description (self->status, escaped_text);
  gtk_button_set_label (self->action, label);
  /* Never one action with the target of the other. */
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target != NULL ? g_variant_new_string (target) : NULL);
  gtk_actionable_set_action_name (actionable, action);
}

static void
update (TlBlueprintPage *self)
{
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;
  TlRecord *service = self->session != NULL ? tl_session_get_service (self->session) : NULL;

  if (project == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, service != NULL ? "editor" : "status");
  if (service != NULL)
    return;
  if (tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES) == 0)
    show (self, _("No Services Yet"),
          _("A service has a blueprint of three models: conceptual, logical and realized. Add one to draw it."),
          _("_Add Service"), "win.add-service", NULL);
  else
    show (self, _("This Service Is Gone"), _("It was deleted. Undo brings it back."),
          _("_Show All Services"), "win.page", TL_PAGE_SERVICES);
}

static void
project_cb (TlBlueprintPage *self)
{
  g_signal_group_set_target (self->project_signals,
                             self->session != NULL ? tl_session_get_project (self->session) : NULL);
  update (self);
}

static void
message_cb (TlBlueprintPage *self,
            const char      *text,
            gboolean         undoable)
{
  g_signal_emit (self, message_signal, 0, text, undoable);
}

static gboolean
tl_blueprint_page_grab_focus (GtkWidget *widget)
{
  TlBlueprintPage *self = TL_BLUEPRINT_PAGE (widget);

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->editor))
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return !tl_focus_is_within (widget)
         && gtk_widget_child_focus (gtk_widget_get_first_child (widget), GTK_DIR_TAB_FORWARD);
}

static void
tl_blueprint_page_dispose (GObject *object)
{
  TlBlueprintPage *self = TL_BLUEPRINT_PAGE (object);

  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  if (self->editor != NULL)
    tl_blueprint_editor_set_session (self->editor, NULL);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  self->editor = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_blueprint_page_parent_class)->dispose (object);
}

static void
tl_blueprint_page_finalize (GObject *object)
{
  TlBlueprintPage *self = TL_BLUEPRINT_PAGE (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);

  G_OBJECT_CLASS (tl_blueprint_page_parent_class)->finalize (object);
}

static void
tl_blueprint_page_class_init (TlBlueprintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_blueprint_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_blueprint_page_finalize;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_blueprint_page_grab_focus;

  message_signal = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (TL_TYPE_BLUEPRINT_EDITOR);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-blueprint-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintPage, status);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintPage, action);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
}

static void
tl_blueprint_page_init (TlBlueprintPage *self)
{
  static const char *const properties[] = { "notify::service" };

  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_group_connect_swapped (self->session_signals, properties[i], G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_cb), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
tl_blueprint_page_set_session (TlBlueprintPage *self,
                               TlSession       *session)
{
  g_return_if_fail (TL_IS_BLUEPRINT_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  tl_blueprint_editor_set_session (self->editor, session);
  project_cb (self);
}

TlBlueprintEditor *
tl_blueprint_page_get_editor (TlBlueprintPage *self)
{
  g_return_val_if_fail (TL_IS_BLUEPRINT_PAGE (self), NULL);

  return self->editor;
}
