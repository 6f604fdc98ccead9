/* tl-view-switcher.c: chooses among the diagrams of an edition, and the edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-view-switcher.h"

#include "ui/tl-fold-box.h"
#include "ui/tl-own-name.h"

#include <glib/gi18n.h>

struct _TlViewSwitcher
{
  GtkWidget        parent_instance;

  TlSession       *session;
  GtkWidget       *content;
  GtkWidget       *views;    /* box of buttons, one a view */
  GtkDropDown     *choice;   /* among the same, where there is no room for them */
  GtkWidget       *editions; /* likewise */
  const TlEdition *edition;  /* whose views the buttons are for */
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (TlViewSwitcher, tl_view_switcher, GTK_TYPE_WIDGET)

/* The button of a view, or of the nearest one above it that has a button. */
static GtkWidget *
find_button (TlViewSwitcher *self,
             const TlView   *view)
{
  TlView here = *view;
  TlView above;

  for (;;)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (self->views); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (tl_view_equal (g_object_get_data (G_OBJECT (child), "view"), &here))
          return child;
      if (!tl_view_get_parent (&here, &above))
        return NULL;
      here = above;
    }
}

static void
view_toggled_cb (TlViewSwitcher  *self,
                 GtkToggleButton *button)
{
  const TlView *view = g_object_get_data (G_OBJECT (button), "view");
  TlView copy = *view; /* goes with the button when the edition changes */

  if (!self->updating && gtk_toggle_button_get_active (button))
    tl_session_go (self->session, &copy);
}

static void
choice_selected_cb (TlViewSwitcher *self)
{
  GtkWidget *button = gtk_widget_get_first_child (self->views);

  for (guint i = gtk_drop_down_get_selected (self->choice); button != NULL && i > 0; i--)
    button = gtk_widget_get_next_sibling (button);
  if (!self->updating && button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
show_choice (TlViewSwitcher *self,
             GtkWidget      *button)
{
  guint i = 0;

  while ((button = gtk_widget_get_prev_sibling (button)) != NULL)
    i++;
  gtk_drop_down_set_selected (self->choice, i);
}

/* The same place in the other edition, if our reading of the two knows one. */
static void
find_counterpart (const TlView    *view,
                  const TlEdition *edition,
                  TlView          *found)
{
  g_autoptr (GPtrArray) rows = NULL;

  *found = (TlView) { TL_VIEW_VALUE_CHAIN, edition, NULL };
  if (view->kind == TL_VIEW_LEVEL1)
    found->kind = TL_VIEW_LEVEL1;
  if (view->concept == NULL)
    return;
  rows = tl_edition_list_counterparts (view->concept);
  for (guint i = 0; i < rows->len; i++)
    {
      const TlCounterpart *row = g_ptr_array_index (rows, i);
      const TlConcept *other = row->from == view->concept ? row->to : row->from;

      if (other != NULL && other->edition == edition && tl_view_for_concept (other, found))
        return;
    }
}

static void
edition_toggled_cb (TlViewSwitcher  *self,
                    GtkToggleButton *button)
{
  const TlEdition *edition = g_object_get_data (G_OBJECT (button), "edition");
  TlView view, found;

  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  tl_session_get_view (self->session, &view);
  find_counterpart (&view, edition, &found);
  tl_session_go (self->session, &found);
}

static GtkWidget *
append_button (GtkWidget  *box,
               const char *label,
               const char *tooltip)
{
  GtkWidget *first = gtk_widget_get_first_child (box);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
fill_views (TlViewSwitcher  *self,
            const TlEdition *edition)
{
  guint n_views;
  g_autofree TlView *views = tl_view_list (edition, &n_views);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->views)) != NULL)
    gtk_box_remove (GTK_BOX (self->views), child);
  for (guint i = 0; i < n_views; i++)
    {
      g_autofree char *title = tl_view_dup_title (&views[i]);
      GtkWidget *button = append_button (self->views, title, NULL);

      gtk_string_list_append (titles, title);
      g_object_set_data_full (G_OBJECT (button), "view", g_memdup2 (&views[i], sizeof views[i]),
                              g_free);
      g_signal_connect_object (button, "toggled", G_CALLBACK (view_toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  self->edition = edition;
}

static void
fill_editions (TlViewSwitcher *self)
{
  for (const char *const *version = tl_edition_list_versions (); *version != NULL; version++)
    {
      const TlEdition *edition = tl_edition_get (*version);
      /* Translators: %s is an edition, such as IT4IT 3.0 */
      g_autofree char *tooltip = g_strdup_printf (_("Show %s"), tl_edition_get_name (edition));
      GtkWidget *button = append_button (self->editions, *version, tooltip);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tl_edition_get_name (edition), -1);
      g_object_set_data (G_OBJECT (button), "edition", (gpointer) edition);
      g_signal_connect_object (button, "toggled", G_CALLBACK (edition_toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
update (TlViewSwitcher *self)
{
  GtkWidget *button;
  TlView view;

  tl_session_get_view (self->session, &view);
  if (view.edition == NULL)
    return;
  self->updating = TRUE;
  if (self->edition != view.edition)
    fill_views (self, view.edition);
  button = find_button (self, &view);
  if (button != NULL)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      show_choice (self, button);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (self->editions); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_object_get_data (G_OBJECT (child), "edition") == view.edition)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
  self->updating = FALSE;
}

static void
tl_view_switcher_dispose (GObject *object)
{
  TlViewSwitcher *self = TL_VIEW_SWITCHER (object);

  tl_view_switcher_set_session (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_view_switcher_parent_class)->dispose (object);
}

static void
tl_view_switcher_class_init (TlViewSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_view_switcher_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "viewswitch");
}

static GtkWidget *
create_box (TlViewSwitcher *self,
            const char     *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (box, self->content);
  return box;
}

static void
create_choice (TlViewSwitcher *self)
{
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->choice), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Diagram"), -1);
  tl_own_name_keep (self->choice);
  gtk_widget_set_parent (GTK_WIDGET (self->choice), self->content);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (choice_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
tl_view_switcher_init (TlViewSwitcher *self)
{
  self->content = g_object_new (TL_TYPE_FOLD_BOX, "spacing", 8, NULL);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  self->views = create_box (self, _("Diagram"));
  create_choice (self);
  g_object_set (self->content, "full", self->views, "folded", self->choice, NULL);
  self->editions = create_box (self, _("Edition"));
  fill_editions (self);
}

void
tl_view_switcher_set_session (TlViewSwitcher *self,
                              TlSession      *session)
{
  g_return_if_fail (TL_IS_VIEW_SWITCHER (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, update, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::view", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
