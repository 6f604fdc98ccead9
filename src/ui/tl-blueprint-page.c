/* tl-blueprint-page.c: the blueprint of a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-page.h"

#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "ui/tl-focus.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

struct _TlBlueprintPage
{
  GtkWidget      parent_instance;

  TlSession     *session;
  GSignalGroup  *session_signals;
  GSignalGroup  *project_signals;

  AdwStatusPage *status;
  GtkButton     *action;
};

G_DEFINE_FINAL_TYPE (TlBlueprintPage, tl_blueprint_page, GTK_TYPE_WIDGET)

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
  gtk_widget_set_visible (GTK_WIDGET (self->action), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (self->action, label);
  /* Never one action with the target of the other. */
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target != NULL ? g_variant_new_string (target) : NULL);
  gtk_actionable_set_action_name (actionable, action);
}

static char *
create_summary (TlRecord *service)
{
  guint n = tl_record_get_n_items (service, TL_SERVICE_CONCEPTUAL) + tl_record_get_n_items (service, TL_SERVICE_LOGICAL)
            + tl_record_get_n_items (service, TL_SERVICE_REALIZED);

  return g_strdup_printf (ngettext ("%u element in the three service models", "%u elements in the three service models", n),
                          n);
}

static void
update (TlBlueprintPage *self)
{
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;
  TlRecord *service = self->session != NULL ? tl_session_get_service (self->session) : NULL;
  g_autofree char *title = service != NULL ? tl_edit_create_title (service) : NULL;
  g_autofree char *summary = service != NULL ? create_summary (service) : NULL;

  if (project == NULL)
    return;
  if (service != NULL)
    show (self, title, summary, NULL, NULL, NULL);
  else if (tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES) == 0)
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

static gboolean
tl_blueprint_page_grab_focus (GtkWidget *widget)
{
  return !tl_focus_is_within (widget)
         && gtk_widget_child_focus (gtk_widget_get_first_child (widget), GTK_DIR_TAB_FORWARD);
}

static void
tl_blueprint_page_dispose (GObject *object)
{
  TlBlueprintPage *self = TL_BLUEPRINT_PAGE (object);

  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  if (self->status != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->status));
  self->status = NULL;
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
  widget_class->grab_focus = tl_blueprint_page_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-blueprint-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintPage, status);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintPage, action);
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
  project_cb (self);
}
