/* tl-breadcrumbs.c: the way from the top to the diagram shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-breadcrumbs.h"

#include <glib/gi18n.h>

#define MAX_CHARS 28

struct _TlBreadcrumbs
{
  GtkWidget  parent_instance;

  TlSession *session;
};

G_DEFINE_FINAL_TYPE (TlBreadcrumbs, tl_breadcrumbs, GTK_TYPE_WIDGET)

static void
crumb_clicked_cb (TlBreadcrumbs *self,
                  GtkButton     *button)
{
  const TlView *view = g_object_get_data (G_OBJECT (button), "view");
  TlView copy = *view; /* goes with the button */

  tl_session_go (self->session, &copy);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  return label;
}

static void
append_crumb (TlBreadcrumbs *self,
              const TlView  *view)
{
  g_autofree char *title = tl_view_dup_title (view);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *separator = gtk_label_new ("›");

  gtk_button_set_child (GTK_BUTTON (button), create_label (title));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crumb");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (button), "view", g_memdup2 (view, sizeof *view), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (crumb_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (separator, "dim-label");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_parent (separator, GTK_WIDGET (self));
}

static void
remove_children (TlBreadcrumbs *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
append_parents (TlBreadcrumbs *self,
                const TlView  *view)
{
  TlView parent;

  if (!tl_view_get_parent (view, &parent))
    return;
  append_parents (self, &parent);
  append_crumb (self, &parent);
}

static void
refill (TlBreadcrumbs *self)
{
  TlView view;
  g_autofree char *title = NULL;
  GtkWidget *label;

  remove_children (self);
  if (self->session == NULL || tl_session_get_project (self->session) == NULL)
    return;
  tl_session_get_view (self->session, &view);
  append_parents (self, &view);
  title = tl_view_dup_title (&view);
  label = create_label (title);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  label = gtk_label_new (tl_edition_get_name (view.edition));
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
tl_breadcrumbs_dispose (GObject *object)
{
  TlBreadcrumbs *self = TL_BREADCRUMBS (object);

  tl_breadcrumbs_set_session (self, NULL);
  remove_children (self);

  G_OBJECT_CLASS (tl_breadcrumbs_parent_class)->dispose (object);
}

static void
tl_breadcrumbs_class_init (TlBreadcrumbsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_breadcrumbs_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "breadcrumbs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
tl_breadcrumbs_init (TlBreadcrumbs *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Where this diagram is"), -1);
}

void
tl_breadcrumbs_set_session (TlBreadcrumbs *self,
                            TlSession     *session)
{
  g_return_if_fail (TL_IS_BREADCRUMBS (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, refill, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::view", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::project", G_CALLBACK (refill), self,
                           G_CONNECT_SWAPPED);
  refill (self);
}
