/* tl-outline.c: everything in a window, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-outline.h"

#include "ui/tl-label.h"
#include "ui/tl-outline-item.h"
#include "ui/tl-outline-services.h"
#include "ui/tl-text-side.h"
#include "ui/tl-turns.h"

#include <glib/gi18n.h>

struct _TlOutline
{
  GtkWidget           parent_instance;

  TlSession          *session;
  GSignalGroup       *project_signals;
  const TlEdition    *edition;  /* of the tree */
  GtkTreeListModel   *tree;     /* NULL while filtered */
  gboolean            updating;

  GtkListBox         *pages;
  GtkListBoxRow      *diagram_row;
  GtkListBoxRow      *services_row;
  GtkListBoxRow      *landscape_row;
  GtkListBoxRow      *traceability_row;
  GtkLabel           *n_services;
  GtkLabel           *n_tools;
  TlOutlineServices  *services;
  GtkSearchEntry     *filter;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkStack           *stack;
};

G_DEFINE_FINAL_TYPE (TlOutline, tl_outline, GTK_TYPE_WIDGET)

/* Tree {{{1 */

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  return tl_outline_create_children (item);
}

static TlOutlineItem *
get_item (TlOutline *self,
          guint      position)
{
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (GTK_IS_TREE_LIST_ROW (object))
    {
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (object));

      return TL_OUTLINE_ITEM (item); /* the row holds it */
    }
  return object != NULL ? TL_OUTLINE_ITEM (object) : NULL;
}

static void
fill_tree (TlOutline *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));
  g_autoptr (GListModel) model = NULL;

  self->updating = TRUE;
  self->tree = NULL;
  if (self->edition != NULL && *text == '\0')
    {
      self->tree = gtk_tree_list_model_new (tl_outline_create_root (self->edition), FALSE, FALSE,
                                            create_children_cb, NULL, NULL);
      model = G_LIST_MODEL (self->tree);
    }
  else if (self->edition != NULL)
    model = tl_outline_create_matches (self->edition, text);
  gtk_single_selection_set_model (self->selection, model);
  gtk_stack_set_visible_child_name (self->stack,
                                    model == NULL || g_list_model_get_n_items (model) > 0
                                      ? "list" : "nothing");
  self->updating = FALSE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = tl_label_new_narrow (NULL);

      gtk_box_append (GTK_BOX (box), label);
      if (i == 0)
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_lines (GTK_LABEL (label), 2);
        }
      else
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

/* Rows of the tree and matches of the filter look alike; matches say where they
 * are instead of being there. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GtkWidget *caption = gtk_widget_get_next_sibling (title);
  GObject *object = gtk_list_item_get_item (list_item);
  g_autoptr (TlOutlineItem) item = NULL;
  g_autofree char *place = NULL;

  if (GTK_IS_TREE_LIST_ROW (object))
    {
      gtk_tree_expander_set_list_row (expander, GTK_TREE_LIST_ROW (object));
      item = TL_OUTLINE_ITEM (gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (object)));
    }
  else
    {
      gtk_tree_expander_set_list_row (expander, NULL);
      item = g_object_ref (TL_OUTLINE_ITEM (object));
    }
  g_object_get (item, "caption", &place, NULL);
  gtk_label_set_label (GTK_LABEL (title), tl_outline_item_get_concept (item)->name);
  gtk_label_set_label (GTK_LABEL (caption), place != NULL ? place : "");
  gtk_widget_set_visible (caption, place != NULL);
}

/* Opens the way down to a concept; TRUE once its row is there. */
static gboolean
expand_to (TlOutline       *self,
           const TlConcept *concept)
{
  const TlConcept *place = tl_concept_get_place (concept);
  guint n;

  if (place != NULL && !expand_to (self, place))
    return FALSE;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->tree));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (row);

      if (tl_outline_item_get_concept (item) != concept)
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      return TRUE;
    }
  return FALSE;
}

static guint
find_row (TlOutline       *self,
          const TlConcept *concept)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    if (tl_outline_item_get_concept (get_item (self, i)) == concept)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
select_concept (TlOutline       *self,
                const TlConcept *concept)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (concept != NULL)
    {
      const TlConcept *place = tl_concept_get_place (concept);

      if (self->tree != NULL && place != NULL)
        expand_to (self, place);
      position = find_row (self, concept);
    }
  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  self->updating = FALSE;
}

static void
tree_selected_cb (TlOutline *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->updating || self->session == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  tl_session_reveal_concept (self->session,
                             tl_outline_item_get_concept (get_item (self, position)));
}

static void
tree_activated_cb (TlOutline *self,
                   guint      position)
{
  const TlConcept *concept = tl_outline_item_get_concept (get_item (self, position));
  TlView view;

  if (!tl_view_for_concept (concept, &view))
    return;
  tl_session_go (self->session, &view);
  tl_session_set_selection (self->session, concept->key);
}

/* Pages {{{1 */

static void
page_activated_cb (TlOutline     *self,
                   GtkListBoxRow *row)
{
  TlView view = { TL_VIEW_VALUE_CHAIN, tl_session_get_edition (self->session), NULL };

  if (row == self->services_row)
    tl_session_set_page (self->session, TL_PAGE_SERVICES);
  else if (row == self->landscape_row)
    tl_session_set_page (self->session, TL_PAGE_LANDSCAPE);
  else if (row == self->traceability_row)
    tl_session_set_page (self->session, TL_PAGE_TRACEABILITY);
  else
    tl_session_go (self->session, &view);
}

/* A blueprint is beneath the services. */
static GtkListBoxRow *
find_page_row (TlOutline *self)
{
  const char *page = tl_session_get_page (self->session);

  if (g_str_equal (page, TL_PAGE_SERVICES) || g_str_equal (page, TL_PAGE_BLUEPRINT))
    return self->services_row;
  if (g_str_equal (page, TL_PAGE_LANDSCAPE))
    return self->landscape_row;
  if (g_str_equal (page, TL_PAGE_TRACEABILITY))
    return self->traceability_row;
  return self->diagram_row;
}

static void
page_cb (TlOutline *self)
{
  gtk_list_box_select_row (self->pages, find_page_row (self));
}

static void
show_count (GtkLabel  *label,
            TlProject *project,
            guint      list)
{
  g_autofree char *n = g_strdup_printf ("%'u", tl_record_get_n_items (TL_RECORD (project), list));

  gtk_label_set_label (label, n);
}

static void
count (TlOutline *self)
{
  TlProject *project = tl_session_get_project (self->session);

  if (project == NULL)
    return;
  show_count (self->n_services, project, TL_PROJECT_SERVICES);
  show_count (self->n_tools, project, TL_PROJECT_TOOLS);
}

/* Selection {{{1 */

static void
selection_cb (TlOutline *self)
{
  select_concept (self, tl_session_get_selected_concept (self->session));
}

static void
tree_turn (GtkWidget *widget)
{
  fill_tree (TL_OUTLINE (widget));
  selection_cb (TL_OUTLINE (widget));
}

static void
edition_cb (TlOutline *self)
{
  const TlEdition *edition = tl_session_get_edition (self->session);

  if (tl_session_get_project (self->session) == NULL || self->edition == edition)
    return;
  self->edition = edition;
  tl_turns_add (GTK_WIDGET (self), tree_turn);
}

static void
project_cb (TlOutline *self)
{
  TlProject *project = tl_session_get_project (self->session);

  g_signal_group_set_target (self->project_signals, project);
  count (self);
  edition_cb (self);
  page_cb (self);
}

static void
filter_cb (TlOutline *self)
{
  tl_outline_services_set_filter (self->services, gtk_editable_get_text (GTK_EDITABLE (self->filter)));
  fill_tree (self);
  if (self->session != NULL)
    select_concept (self, tl_session_get_selected_concept (self->session));
}

/* Outline {{{1 */

static void
tl_outline_dispose (GObject *object)
{
  GtkWidget *child;
  TlOutline *self = TL_OUTLINE (object);

  self->updating = TRUE;
  tl_outline_set_session (self, NULL);
  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_OUTLINE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_outline_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline_it/Throughline/ui/tl-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOutline, pages);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, diagram_row);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, services_row);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, landscape_row);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, traceability_row);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, n_services);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, n_tools);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, services);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, filter);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, list);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, selection);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, stack);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, tree_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, tree_selected_cb);
}

static void
tl_outline_class_init (TlOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_dispose;

  g_type_ensure (TL_TYPE_OUTLINE_ITEM);
  g_type_ensure (TL_TYPE_OUTLINE_SERVICES);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outline");
}

static void
tl_outline_init (TlOutline *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (GTK_EDITABLE (self->filter));

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_set (self->filter, "placeholder-text", _("Filter"), NULL);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (count), self);
}

void
tl_outline_set_session (TlOutline *self,
                        TlSession *session)
{
  g_return_if_fail (TL_IS_OUTLINE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (self->services != NULL)
    tl_outline_services_set_session (self->services, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::project", G_CALLBACK (project_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::edition", G_CALLBACK (edition_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::page", G_CALLBACK (page_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  project_cb (self);
}
