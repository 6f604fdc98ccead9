/* tl-library-page.c: the projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-library-page-private.h"

#include "store/tl-template.h"
#include "ui/tl-focus.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TlLibraryPage, tl_library_page, GTK_TYPE_WIDGET)

/* What is shown {{{1 */

static void
update_count (TlLibraryPage *self)
{
  guint n = tl_project_list_get_n_items (self->list);
  guint n_all = self->projects != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->projects)) : 0;
  gboolean is_active = tl_project_filter_is_active (self->filter);
  /* Translators: how many projects are shown, of how many there are */
  g_autofree char *text = g_strdup_printf (ngettext ("%1$'u of %2$'u project", "%1$'u of %2$'u projects", n_all), n, n_all);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->count_bar, is_active);
  gtk_stack_set_visible_child_name (self->stack, n == 0 && is_active ? "nothing" : "list");
}

static void
filter_cb (TlLibraryPage *self)
{
  if (!tl_project_filter_is_active (self->filter))
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update_count (self);
}

static void
search_changed_cb (TlLibraryPage *self)
{
  tl_project_filter_set_text (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (TlLibraryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Down to what was found. */
static void
search_activate_cb (TlLibraryPage *self)
{
  search_changed_cb (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
updated_cb (TlLibraryPage *self)
{
  tl_project_list_renew (self->list);
  tl_project_filter_renew (self->filter);
  tl_library_page_update_actions (self);
}

/* What the library is doing {{{1 */

/* What is rolled up is still read out, unless it is hidden. */
static void
revealed_cb (GtkRevealer *bar)
{
  gtk_widget_set_visible (GTK_WIDGET (bar), gtk_revealer_get_child_revealed (bar) || gtk_revealer_get_reveal_child (bar));
}

static void
reveal (GtkRevealer *bar,
        gboolean     is_wanted)
{
  if (is_wanted)
    gtk_widget_set_visible (GTK_WIDGET (bar), TRUE);
  gtk_revealer_set_reveal_child (bar, is_wanted);
}

static void
update_progress (TlLibraryPage *self)
{
  gboolean busy = tl_library_get_busy (self->library), paused = tl_library_get_paused (self->library);
  guint n = tl_library_get_n_total (self->library);
  g_autofree char *text = NULL;

  if (paused)
    text = g_strdup (_("Looking at files is paused"));
  else
    /* Translators: how many files were looked at, of how many there are */
    text = g_strdup_printf (ngettext ("%1$'u of %2$'u file", "%1$'u of %2$'u files", n),
                            tl_library_get_n_done (self->library), n);
  gtk_label_set_label (self->progress_text, text);
  gtk_progress_bar_set_fraction (self->progress, tl_library_get_fraction (self->library));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  /* What is done at once is not worth a word. */
  reveal (self->progress_bar, paused || (busy && n > 1));
}

static void
problem_cb (TlLibraryPage *self)
{
  const char *problem = tl_library_get_problem (self->library);

  if (problem != NULL)
    gtk_label_set_label (self->problem, problem);
  reveal (self->problem_bar, problem != NULL);
}

static gboolean
fill_cb (gpointer user_data)
{
  TlLibraryPage *self = user_data;

  self->idle = 0;
  tl_project_list_set_model (self->list, G_LIST_MODEL (self->projects));
  return G_SOURCE_REMOVE;
}

void
tl_library_page_set_library (TlLibraryPage     *self,
                             TlLibrary         *library,
                             TlLibraryProjects *projects)
{
  g_return_if_fail (TL_IS_LIBRARY_PAGE (self));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->projects = g_object_ref (projects);
  g_signal_connect_object (library, "notify", G_CALLBACK (update_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (projects, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  tl_library_page_follow_hidden (self);
  g_object_bind_property (library, "paused", self->pause_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  tl_project_filter_popover_set (self->filter_popover, self->filter, G_LIST_MODEL (projects));
  /* In a turn of its own: to make the page is enough for one. */
  self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, fill_cb, self, NULL);
  update_progress (self);
  problem_cb (self);
  update_count (self);
}

/* Widget {{{1 */

static void
add_samples (GMenu *menu)
{
  guint n_templates;
  const TlTemplate *templates = tl_template_list (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    if (templates[i].is_sample)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (tl_template_get_label (&templates[i]), NULL);

        g_menu_item_set_action_and_target (item, "app.open-sample", "s", templates[i].name);
        g_menu_append_item (menu, item);
      }
}

/* To the projects: what is there is what is wanted mostly. */
static gboolean
tl_library_page_grab_focus (GtkWidget *widget)
{
  return !tl_focus_is_within (widget) && gtk_widget_grab_focus (GTK_WIDGET (TL_LIBRARY_PAGE (widget)->list));
}

static void
tl_library_page_dispose (GObject *object)
{
  TlLibraryPage *self = TL_LIBRARY_PAGE (object);

  if (self->library != NULL)
    tl_library_page_settle (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->library);
  g_clear_object (&self->projects);
  g_clear_object (&self->filter);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (tl_library_page_parent_class)->dispose (object);
}

static void
tl_library_page_finalize (GObject *object)
{
  g_ptr_array_unref (TL_LIBRARY_PAGE (object)->removed);

  G_OBJECT_CLASS (tl_library_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, samples_section);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, project_menu);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, status);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, search);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, grid_button);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, problem);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, count_bar);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, count);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, list);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, progress_text);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryPage, pause_button);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_count);
  gtk_widget_class_bind_template_callback (widget_class, tl_library_page_open);
  gtk_widget_class_bind_template_callback (widget_class, tl_library_page_update_actions);
}

/* Of two keys for the same, menus show the latter. */
static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } bindings[] = {
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "library.open-in-new-window" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "library.open-in-new-window" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "library.pin" },
    { GDK_KEY_o, GDK_CONTROL_MASK | GDK_ALT_MASK, "library.reveal" },
    { GDK_KEY_KP_Delete, 0, "library.remove" },
    { GDK_KEY_Delete, 0, "library.remove" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "library.undo-remove" },
    { GDK_KEY_Menu, 0, "library.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "library.menu" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "library.find" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].modifiers, bindings[i].action, NULL);
}

static void
tl_library_page_class_init (TlLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_library_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_library_page_finalize;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_library_page_grab_focus;

  g_type_ensure (TL_TYPE_PROJECT_FILTER_POPOVER);
  g_type_ensure (TL_TYPE_PROJECT_LIST);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-library-page.ui"));
  bind_children (widget_class);
  add_bindings (widget_class);
  tl_style_ensure ();
}

/* The toolkit's own, which has no name. */
static void
name_arrow (AdwSplitButton *button)
{
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (button)); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    if (GTK_IS_MENU_BUTTON (part))
      gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      adw_split_button_get_dropdown_tooltip (button), -1);
}

static void
tl_library_page_init (TlLibraryPage *self)
{
  self->removed = g_ptr_array_new_with_free_func (g_free);
  self->filter = tl_project_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (GTK_EDITABLE (self->search));
  add_samples (self->samples_section);
  name_arrow (self->new_button);
  tl_project_list_set_menu (self->list, self->project_menu);
  tl_library_page_add_actions (self);
  tl_project_list_set_filter (self->list, self->filter);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
}

TlPrintContent *
tl_library_page_create_print_content (TlLibraryPage *self)
{
  const char *summary;

  g_return_val_if_fail (TL_IS_LIBRARY_PAGE (self), NULL);

  summary = gtk_widget_get_visible (self->count_bar) ? gtk_label_get_label (self->count) : NULL;
  return tl_project_list_create_print_content (self->list, summary, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}
