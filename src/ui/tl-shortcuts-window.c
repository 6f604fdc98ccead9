/* tl-shortcuts-window.c: all keys, one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-shortcuts-window.h"

#include "ui/tl-keys-row.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH 560 /* logical pixels */
#define HEIGHT 640
#define LEAST 360
#define SPACING 12

struct _TlShortcutsWindow
{
  AdwWindow       parent_instance;

  GtkBox         *groups;
  GtkSearchEntry *entry;
  GtkWidget      *nothing;
};

G_DEFINE_FINAL_TYPE (TlShortcutsWindow, tl_shortcuts_window, ADW_TYPE_WINDOW)

/* Finding one {{{1 */

static gboolean
filter_rows (GtkWidget  *list,
             const char *folded)
{
  gboolean any = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      gboolean fits = strstr (g_object_get_data (G_OBJECT (row), "tl-folded"), folded) != NULL;

      gtk_widget_set_visible (row, fits);
      any = any || fits;
    }
  return any;
}

static void
search_cb (TlShortcutsWindow *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  gboolean any = FALSE;

  g_strstrip (folded);
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    {
      gboolean fits = filter_rows (gtk_widget_get_last_child (group), folded);

      gtk_widget_set_visible (group, fits);
      any = any || fits;
    }
  gtk_widget_set_visible (self->nothing, !any);
}

/* Escape ends what was typed, else all. */
static void
stop_search_cb (TlShortcutsWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* What there is {{{1 */

/* As GtkShortcutLabel has them; of an action the first of its keys. */
static char *
dup_keys (GtkApplication *application,
          GObject        *shortcut)
{
  g_autofree char *action = NULL;
  char *keys = NULL;
  g_auto (GStrv) all = NULL;

  g_object_get (shortcut, "action-name", &action, "accelerator", &keys, NULL);
  if (action == NULL)
    return keys;
  g_free (keys);
  all = gtk_application_get_accels_for_action (application, action);
  return g_strdup (all[0]);
}

static void
add_row (GtkListBox     *list,
         GtkApplication *application,
         GObject        *shortcut)
{
  g_autofree char *title = NULL;
  g_autofree char *keys = dup_keys (application, shortcut);
  GtkWidget *row;

  g_object_get (shortcut, "title", &title, NULL);
  if (keys == NULL)
    return;
  row = tl_keys_row_new (title, keys);
  g_object_set_data_full (G_OBJECT (row), "tl-folded", g_utf8_casefold (title, -1), g_free);
  gtk_list_box_append (list, row);
}

static void
add_group (TlShortcutsWindow *self,
           GtkApplication    *application,
           GtkWidget         *group)
{
  g_autofree char *title = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 2);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *heading;

  g_object_get (group, "title", &title, NULL);
  heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title, "xalign", 0.0,
                          "wrap", TRUE, NULL);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_SHORTCUTS_SHORTCUT (child))
      add_row (GTK_LIST_BOX (list), application, G_OBJECT (child));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->groups, box);
}

static void
add_groups (TlShortcutsWindow *self,
            GtkApplication    *application)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (TL_UI_RESOURCE ("help-overlay.ui"));
  GtkWidget *shortcuts = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));

  for (GtkWidget *group = gtk_widget_get_first_child (shortcuts); group != NULL; group = gtk_widget_get_next_sibling (group))
    add_group (self, application, group);
}

/* Object {{{1 */

static GtkWidget *
create_entry (TlShortcutsWindow *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  self->entry = GTK_SEARCH_ENTRY (entry);
  tl_text_side_keep (GTK_EDITABLE (entry));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
  g_object_set (entry, "placeholder-text", _("Filter"), "margin-start", SPACING, "margin-end", SPACING, "margin-bottom",
                SPACING / 2, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
tl_shortcuts_window_class_init (TlShortcutsWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  tl_style_ensure ();
}

static void
tl_shortcuts_window_init (TlShortcutsWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SPACING));
  self->nothing = gtk_label_new (_("Nothing Found"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (inner), self->nothing);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->groups));
  g_object_set (inner, "margin-start", SPACING, "margin-end", SPACING, "margin-top", SPACING, "margin-bottom", 2 * SPACING,
                NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), inner);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);

  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), create_entry (self));
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_title (GTK_WINDOW (self), _("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  tl_window_size_scale (GTK_WINDOW (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), LEAST, -1);
}

GtkWidget *
tl_shortcuts_window_new (GtkWindow *parent)
{
  TlShortcutsWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION_WINDOW (parent), NULL);

  self = g_object_new (TL_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  add_groups (self, gtk_window_get_application (parent));
  return GTK_WIDGET (self);
}
