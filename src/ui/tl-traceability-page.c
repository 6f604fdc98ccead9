/* tl-traceability-page.c: whether the lines of all services are whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-traceability-page.h"

#include "ui/tl-focus.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

struct _TlTraceabilityPage
{
  GtkWidget      parent_instance;

  TlSession     *session;
  GSignalGroup  *session_signals;
  GSignalGroup  *project_signals;

  AdwStatusPage *status;
  GtkWidget     *action;
};

G_DEFINE_FINAL_TYPE (TlTraceabilityPage, tl_traceability_page, GTK_TYPE_WIDGET)

static void
update (TlTraceabilityPage *self)
{
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;
  guint n = project != NULL ? tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES) : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Service", "%u Services", n), n);

  adw_status_page_set_title (self->status, n > 0 ? title : _("Nothing to Trace Yet"));
  adw_status_page_set_description (self->status,
                                   _("The line of a service leads from why it exists, over how it is designed and "
                                     "released, to what really runs."));
  gtk_widget_set_visible (self->action, n == 0);
}

static void
project_cb (TlTraceabilityPage *self)
{
  g_signal_group_set_target (self->project_signals,
                             self->session != NULL ? tl_session_get_project (self->session) : NULL);
  update (self);
}

static gboolean
tl_traceability_page_grab_focus (GtkWidget *widget)
{
  return !tl_focus_is_within (widget)
         && gtk_widget_child_focus (gtk_widget_get_first_child (widget), GTK_DIR_TAB_FORWARD);
}

static void
tl_traceability_page_dispose (GObject *object)
{
  TlTraceabilityPage *self = TL_TRACEABILITY_PAGE (object);

  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  if (self->status != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->status));
  self->status = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_traceability_page_parent_class)->dispose (object);
}

static void
tl_traceability_page_finalize (GObject *object)
{
  TlTraceabilityPage *self = TL_TRACEABILITY_PAGE (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);

  G_OBJECT_CLASS (tl_traceability_page_parent_class)->finalize (object);
}

static void
tl_traceability_page_class_init (TlTraceabilityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_traceability_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_traceability_page_finalize;
  widget_class->grab_focus = tl_traceability_page_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-traceability-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, status);
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, action);
}

static void
tl_traceability_page_init (TlTraceabilityPage *self)
{
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_cb), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
tl_traceability_page_set_session (TlTraceabilityPage *self,
                                  TlSession          *session)
{
  g_return_if_fail (TL_IS_TRACEABILITY_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  project_cb (self);
}
