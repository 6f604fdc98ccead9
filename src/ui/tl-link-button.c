/* tl-link-button.c: opens the link that a fact holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-link-button.h"

#include <glib/gi18n.h>

gboolean
tl_link_is_safe (const char *link)
{
  const char *scheme = link != NULL ? g_uri_peek_scheme (link) : NULL;

  return (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "mailto") == 0)
         && g_uri_is_valid (link, G_URI_FLAGS_NONE, NULL);
}

static void
clicked_cb (GtkButton *button,
            TlFact    *fact)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  if (tl_link_is_safe (tl_fact_get (fact)))
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, tl_fact_get (fact), GDK_CURRENT_TIME);
}

static void
value_changed_cb (GtkWidget *button,
                  TlFact    *fact)
{
  gtk_widget_set_visible (button, tl_link_is_safe (tl_fact_get (fact)));
}

GtkWidget *
tl_link_button_new (TlFact *fact)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");

  g_return_val_if_fail (TL_IS_FACT (fact), button);

  gtk_widget_set_tooltip_text (button, _("Open Link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open Link"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), fact, 0);
  g_signal_connect_object (fact, "changed", G_CALLBACK (value_changed_cb), button, G_CONNECT_SWAPPED);
  value_changed_cb (button, fact);
  return button;
}
