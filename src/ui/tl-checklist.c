/* tl-checklist.c: a popover to check some of many things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-checklist.h"

#include "ui/tl-text-side.h"

#include <glib/gi18n.h>
#include <string.h>

/* More than anybody reads; a filter finds the rest. Keeps opening the list fast. */
#define MAX_ROWS 200

typedef struct
{
  char     *key;
  char     *title;
  char     *folded; /* title and group, for the filter */
  char     *group;
  gboolean  active;
} Item;

typedef struct
{
  GPtrArray  *items;
  GtkWidget  *entry;
  GtkListBox *list;
  GtkWidget  *more; /* label that says how many are not shown */
  GtkWidget  *box;
} TlChecklistPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlChecklist, tl_checklist, GTK_TYPE_POPOVER)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->key);
  g_free (item->title);
  g_free (item->folded);
  g_free (item->group);
  g_free (item);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static Item *
get_item (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "tl-item") : NULL;
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       unused)
{
  Item *item = get_item (row);
  Item *previous = get_item (before);
  GtkWidget *label;

  if (item->group == NULL || (previous != NULL && g_strcmp0 (item->group, previous->group) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (item->group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "checklist-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_row (Item *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (item->title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);

  /* The row is what is clicked and has the focus; the check only shows. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->active);
  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_can_target (check, FALSE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "tl-item", item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, item->title, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               item->active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  return row;
}

static void
remove_rows (TlChecklistPrivate *priv)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (priv->list, 0)) != NULL)
    gtk_list_box_remove (priv->list, GTK_WIDGET (row));
}

static void
show_rows (TlChecklist *self)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (self);
  g_autofree char *filter = fold (gtk_editable_get_text (GTK_EDITABLE (priv->entry)));
  guint n = 0;

  remove_rows (priv);
  for (guint i = 0; i < priv->items->len; i++)
    {
      Item *item = g_ptr_array_index (priv->items, i);

      if (strstr (item->folded, filter) != NULL && n++ < MAX_ROWS)
        gtk_list_box_append (priv->list, create_row (item));
    }

  gtk_widget_set_visible (priv->more, n > MAX_ROWS || n == 0);
  if (n == 0)
    {
      gtk_label_set_label (GTK_LABEL (priv->more), _("Nothing found"));
    }
  else if (n > MAX_ROWS)
    {
      g_autofree char *text =
        /* Translators: of a list that is too long to be shown whole */
        g_strdup_printf (ngettext ("%'u more: type to narrow down", "%'u more: type to narrow down", n - MAX_ROWS),
                         n - MAX_ROWS);

      gtk_label_set_label (GTK_LABEL (priv->more), text);
    }
}

static void
focus_key (TlChecklist *self,
           const char  *key)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (self);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (priv->list, i)) != NULL; i++)
    if (strcmp (get_item (row)->key, key) == 0)
      {
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
}

/* The checks follow the project; where the focus was, it stays. */
static void
refresh (TlChecklist *self)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (self);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (priv->list));
  g_autofree char *key = focus != NULL ? g_strdup (get_item (GTK_LIST_BOX_ROW (focus))->key) : NULL;

  remove_rows (priv);
  g_ptr_array_set_size (priv->items, 0);
  TL_CHECKLIST_GET_CLASS (self)->fill (self);
  show_rows (self);
  if (key != NULL)
    focus_key (self, key);
}

static void
project_changed_cb (TlChecklist *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    refresh (self);
}

static void
toggle_row (TlChecklist   *self,
            GtkListBoxRow *row)
{
  Item *item = get_item (row);
  g_autofree char *key = g_strdup (item->key);

  TL_CHECKLIST_GET_CLASS (self)->toggle (self, key, !item->active);
}

static void
row_activated_cb (TlChecklist   *self,
                  GtkListBoxRow *row)
{
  toggle_row (self, row);
}

static void
entry_activate_cb (TlChecklist *self)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (self);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (priv->list, 0);

  if (row != NULL)
    toggle_row (self, row);
}

static void
stop_search_cb (TlChecklist *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tl_checklist_show (GtkWidget *widget)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (TL_CHECKLIST (widget));

  gtk_editable_set_text (GTK_EDITABLE (priv->entry), "");
  refresh (TL_CHECKLIST (widget));

  GTK_WIDGET_CLASS (tl_checklist_parent_class)->show (widget);

  gtk_widget_grab_focus (priv->entry);
}

static void
tl_checklist_finalize (GObject *object)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (TL_CHECKLIST (object));

  g_ptr_array_unref (priv->items);

  G_OBJECT_CLASS (tl_checklist_parent_class)->finalize (object);
}

static void
tl_checklist_class_init (TlChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_checklist_finalize;
  GTK_WIDGET_CLASS (klass)->show = tl_checklist_show;
}

static void
tl_checklist_init (TlChecklist *self)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (self);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  priv->items = g_ptr_array_new_with_free_func (item_free);
  priv->list = GTK_LIST_BOX (list);
  priv->entry = gtk_search_entry_new ();
  tl_text_side_keep (GTK_EDITABLE (priv->entry));
  priv->more = gtk_label_new (NULL);
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_list_box_set_selection_mode (priv->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (priv->list, update_header_cb, NULL, NULL);
  gtk_widget_add_css_class (list, "checklist");
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
  gtk_widget_add_css_class (priv->more, "dim-label");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_widget_set_size_request (scrolled, 260, -1);
  gtk_box_append (GTK_BOX (priv->box), priv->entry);
  gtk_box_append (GTK_BOX (priv->box), scrolled);
  gtk_box_append (GTK_BOX (priv->box), priv->more);
  gtk_popover_set_child (GTK_POPOVER (self), priv->box);

  g_signal_connect_swapped (priv->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (priv->entry, "search-changed", G_CALLBACK (show_rows), self);
  g_signal_connect_swapped (priv->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (priv->entry, "stop-search", G_CALLBACK (stop_search_cb), self);
}

void
tl_checklist_set_project (TlChecklist *self,
                          TlProject   *project)
{
  g_return_if_fail (TL_IS_CHECKLIST (self));
  g_return_if_fail (TL_IS_PROJECT (project));

  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
}

void
tl_checklist_add (TlChecklist *self,
                  const char  *key,
                  const char  *title,
                  const char  *group,
                  gboolean     active)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (self);
  Item *item = g_new0 (Item, 1);
  g_autofree char *text = g_strjoin (" ", title, group, NULL);

  g_return_if_fail (TL_IS_CHECKLIST (self));

  item->key = g_strdup (key);
  item->title = g_strdup (title);
  item->folded = fold (text);
  item->group = g_strdup (group);
  item->active = active;
  g_ptr_array_add (priv->items, item);
}

void
tl_checklist_set_footer (TlChecklist *self,
                         GtkWidget   *footer)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (self);

  g_return_if_fail (TL_IS_CHECKLIST (self));

  gtk_box_append (GTK_BOX (priv->box), footer);
}

const char *
tl_checklist_get_filter (TlChecklist *self)
{
  TlChecklistPrivate *priv = tl_checklist_get_instance_private (self);

  g_return_val_if_fail (TL_IS_CHECKLIST (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (priv->entry));
}
