/* tl-owner-button.c: owners already in use, to pick from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-owner-button.h"

#include "ui/tl-label.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_OWNERS 100

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Of the records in the lists of the project itself: an owner is somebody of
 * the landscape, not of one element of a blueprint. */
static void
add_owners (GHashTable *owners,
            TlProject  *project,
            guint       list)
{
  const TlRecordType *type = tl_project_type.lists[list].type;
  guint field = 0;

  while (field < type->n_fields && strcmp (type->fields[field].name, "owner") != 0)
    field++;
  if (field == type->n_fields)
    return;

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), list); i++)
    {
      const char *owner = tl_record_get (tl_record_get_child (TL_RECORD (project), list, i), field);

      if (owner != NULL && g_hash_table_size (owners) < MAX_OWNERS)
        g_hash_table_add (owners, g_strdup (owner));
    }
}

/* Sorted names, to be freed with their array. */
static GPtrArray *
list_owners (TlProject *project)
{
  g_autoptr(GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; i < tl_project_type.n_lists; i++)
    add_owners (owners, project, i);

  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
activated_cb (GtkListBox    *box,
              GtkListBoxRow *row,
              TlFact        *fact)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (box), GTK_TYPE_POPOVER);
  const char *owner = gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));

  /* It stands elsewhere in the same kind of field. */
  if (tl_fact_set (fact, owner, NULL))
    tl_fact_close (fact);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
fill (GtkListBox *box,
      TlProject  *project)
{
  g_autoptr(GPtrArray) names = list_owners (project);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_list_box_remove (box, child);

  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *label = tl_label_new_narrow (g_ptr_array_index (names, i));

      gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
      gtk_list_box_append (box, label);
    }

  if (names->len == 0)
    {
      GtkWidget *label = gtk_label_new (_("No owners yet"));

      gtk_widget_add_css_class (label, "dim-label");
      gtk_list_box_append (box, label);
      gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (box, 0), FALSE);
    }
}

/* The popover is made when it is first asked for. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  TlFact *fact = user_data;
  TlProject *project = tl_fact_get_project (fact);
  GtkWidget *popover, *scrolled, *box;

  if (gtk_menu_button_get_popover (button) == NULL)
    {
      popover = gtk_popover_new ();
      scrolled = gtk_scrolled_window_new ();
      box = gtk_list_box_new ();
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
      gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
      gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
      gtk_widget_add_css_class (popover, "menu");
      g_object_set_data (G_OBJECT (button), "tl-list-box", box);
      g_signal_connect_object (box, "row-activated", G_CALLBACK (activated_cb), fact, 0);
      gtk_menu_button_set_popover (button, popover);
    }
  if (project != NULL)
    fill (g_object_get_data (G_OBJECT (button), "tl-list-box"), project);
}

GtkWidget *
tl_owner_button_new (TlFact *fact)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_return_val_if_fail (TL_IS_FACT (fact), button);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover_cb, g_object_ref (fact),
                                         g_object_unref);
  gtk_widget_set_tooltip_text (button, _("Pick an Owner"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick an Owner"), -1);
  return button;
}
