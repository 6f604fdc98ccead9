/* tl-help-window.c: the help
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-help-window.h"

#include "reference/tl-help.h"
#include "reference/tl-term.h"
#include "ui/tl-help-article.h"
#include "ui/tl-help-search.h"
#include "ui/tl-label.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-turns.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"
#include "ui/tl-window.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_HITS      40
#define LEAST_WIDTH   360 /* of the window, where it is beneath the page */
#define SIDEBAR_WIDTH 260

struct _TlHelpWindow
{
  AdwWindow       parent_instance;

  GPtrArray      *history;  /* of targets */
  guint           position; /* in it */

  AdwLeaflet     *leaflet;
  GtkWidget      *sidebar;
  AdwHeaderBar   *sidebar_header;
  GtkEditable    *entry;
  GtkListBox     *list;
  GtkWidget      *nothing;  /* to be seen when nothing was found */
  GtkLabel       *status;
  GtkWidget      *page;
  AdwHeaderBar   *page_header;
  AdwWindowTitle *page_title;
  GtkWidget      *contents_button;
  TlHelpArticle  *article;
};

G_DEFINE_FINAL_TYPE (TlHelpWindow, tl_help_window, ADW_TYPE_WINDOW)

/* The window used last {{{1 */

static TlWindow *
find_window (gboolean with_project)
{
  GApplication *application = g_application_get_default ();

  if (!GTK_IS_APPLICATION (application))
    return NULL;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data)
        && (!with_project || tl_session_get_project (tl_window_get_session (l->data)) != NULL))
      return l->data;
  return NULL;
}

static void
run_action (TlHelpWindow *self,
            const char   *detailed_name)
{
  TlWindow *window = find_window (FALSE);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed_name, &name, &target, NULL))
    return;
  if (g_str_has_prefix (name, "win.") && window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action_variant (window != NULL ? GTK_WIDGET (window) : GTK_WIDGET (self), name, target);
}

static void
show_term (const char *id)
{
  TlWindow *window = find_window (TRUE);
  const TlTerm *term = tl_term_lookup (id);

  if (window == NULL || term == NULL || term->concept == NULL)
    return;
  tl_session_reveal_concept (tl_window_get_session (window), term->concept);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.focus-page", NULL);
}

/* The list {{{1 */

static void
add_row (TlHelpWindow *self,
         const char   *heading,
         const char   *target,
         const char   *title,
         const char   *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (row, "help-row");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  if (subtitle != NULL)
    {
      GtkWidget *more = gtk_label_new (subtitle);

      gtk_label_set_xalign (GTK_LABEL (more), 0);
      gtk_label_set_wrap (GTK_LABEL (more), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (more), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (more, "caption");
      gtk_widget_add_css_class (more, "dim-label");
      gtk_box_append (GTK_BOX (box), more);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);
  g_object_set_data_full (G_OBJECT (row), "target", g_strdup (target), g_free);
  g_object_set_data_full (G_OBJECT (row), "heading", g_strdup (heading), g_free);
  gtk_list_box_append (self->list, row);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), "heading");
  const char *last = before != NULL ? g_object_get_data (G_OBJECT (before), "heading") : NULL;
  GtkWidget *label;

  if (heading == NULL || g_strcmp0 (heading, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "help-list-heading");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_header (row, label);
}

static void
clear_list (TlHelpWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
list_contents (TlHelpWindow *self)
{
  for (const TlHelpChapter *const *chapter = tl_help_list_chapters (); *chapter != NULL; chapter++)
    if (!g_str_equal ((*chapter)->id, TL_HELP_WORDS))
      for (const TlHelpPage *const *page = (*chapter)->pages; *page != NULL; page++)
        add_row (self, tl_help_chapter_get_title (*chapter), (*page)->id, tl_help_page_get_title (*page), NULL);
  for (const char *const *version = tl_edition_list_versions (); *version != NULL; version++)
    {
      /* Translators: %s is the name of an edition, such as IT4IT 3.0 */
      g_autofree char *title = g_strdup_printf (_("Terms of %s"), tl_edition_get_name (tl_edition_get (*version)));

      add_row (self, _("Terms and Words"), *version, title, NULL);
    }
  add_row (self, _("Terms and Words"), TL_HELP_WORDS, _("Words of the Program"), NULL);
}

static void
list_found (TlHelpWindow *self,
            TlQuery      *query)
{
  g_autoptr (GPtrArray) hits = tl_help_search (query, TL_HELP_SEARCH_ALL, MAX_HITS);
  g_autofree char *text = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const TlHelpHit *hit = hits->pdata[i];

      add_row (self, NULL, hit->target, hit->title, hit->subtitle);
    }
  text = hits->len == 0 ? g_strdup (_("Nothing found"))
                        : g_strdup_printf (ngettext ("%'u found", "%'u found", hits->len), hits->len);
  gtk_label_set_label (self->status, text);
}

/* The row of the page that is shown. */
static void
select_row (TlHelpWindow *self)
{
  const char *target = tl_help_window_get_target (self);
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "target"), target) == 0)
      gtk_list_box_select_row (self->list, row);
}

static void
search_cb (TlHelpWindow *self)
{
  g_autoptr (TlQuery) query = tl_query_parse (gtk_editable_get_text (self->entry), -1);

  clear_list (self);
  if (tl_query_is_empty (query))
    list_contents (self);
  else
    list_found (self, query);
  gtk_widget_set_visible (self->nothing, TRUE);
  select_row (self);
}

/* Who asks for help wants the page first. */
static void
fill_list (GtkWidget *widget)
{
  TlHelpWindow *self = TL_HELP_WINDOW (widget);

  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    search_cb (self);
}

/* Going {{{1 */

static void
show_contents (TlHelpWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
show_page (TlHelpWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->page);
}

static void
update (TlHelpWindow *self)
{
  const char *title = tl_help_article_get_title (self->article);
  /* Translators: title of the window of the help; %s is the title of a page */
  g_autofree char *window_title = g_strdup_printf (_("%s – Help"), title);

  adw_window_title_set_title (self->page_title, title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.forward", self->position + 1 < self->history->len);
  select_row (self);
}

static gboolean
show_target (TlHelpWindow *self,
             const char   *target)
{
  gboolean within = gtk_widget_get_focus_child (GTK_WIDGET (self->page)) != NULL;

  tl_help_article_set_can_show (self->article, find_window (TRUE) != NULL);
  if (!tl_help_article_show (self->article, target))
    return FALSE;
  /* What had the focus is gone. */
  if (within)
    gtk_widget_grab_focus (GTK_WIDGET (self->article));
  return TRUE;
}

gboolean
tl_help_window_go (TlHelpWindow *self,
                   const char   *target)
{
  g_return_val_if_fail (TL_IS_HELP_WINDOW (self), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  if (!show_target (self, target))
    return FALSE;
  if (g_strcmp0 (tl_help_window_get_target (self), target) != 0)
    {
      g_ptr_array_set_size (self->history, self->history->len > 0 ? (int) self->position + 1 : 0);
      g_ptr_array_add (self->history, g_strdup (target));
      self->position = self->history->len - 1;
    }
  show_page (self);
  update (self);
  return TRUE;
}

const char *
tl_help_window_get_target (TlHelpWindow *self)
{
  g_return_val_if_fail (TL_IS_HELP_WINDOW (self), NULL);

  return self->history->len > 0 ? self->history->pdata[self->position] : NULL;
}

static void
step (TlHelpWindow *self,
      int           by)
{
  self->position += by;
  show_target (self, self->history->pdata[self->position]);
  show_page (self);
  update (self);
}

static void
link_cb (TlHelpWindow *self,
         const char   *target)
{
  if (g_str_has_prefix (target, "action:"))
    run_action (self, target + strlen ("action:"));
  else if (g_str_has_prefix (target, "show:"))
    show_term (target + strlen ("show:"));
  else
    tl_help_window_go (self, target);
}

static void
row_activated_cb (TlHelpWindow  *self,
                  GtkListBoxRow *row)
{
  g_autofree char *target = g_strdup (g_object_get_data (G_OBJECT (row), "target"));

  tl_help_window_go (self, target);
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (GTK_WIDGET (self->article));
}

/* The best of what was found. */
static void
search_activate_cb (TlHelpWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && *gtk_editable_get_text (self->entry) != '\0')
    {
      row_activated_cb (self, row);
      gtk_widget_grab_focus (GTK_WIDGET (self->article));
    }
}

/* Escape ends what was typed, else all. */
static void
stop_search_cb (TlHelpWindow *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
folded_cb (TlHelpWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  adw_header_bar_set_show_end_title_buttons (self->sidebar_header, folded);
  adw_header_bar_set_show_start_title_buttons (self->page_header, folded);
  /* The page begins with it anyway, and large text leaves little room. */
  gtk_widget_set_visible (GTK_WIDGET (self->page_title), !folded);
}

/* Typing anywhere searches. What a row or link does with Enter goes before, which
 * the way of the entry itself to have the keys of others would take. */
static gboolean
key_cb (TlHelpWindow          *self,
        guint                  key,
        guint                  code,
        GdkModifierType        modifiers,
        GtkEventControllerKey *controller)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !g_unichar_isgraph (gdk_keyval_to_unicode (key)))
    return GDK_EVENT_PROPAGATE;
  show_contents (self);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (self->entry)));
}

/* Actions {{{1 */

static void
contents_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  show_contents (TL_HELP_WINDOW (widget));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  step (TL_HELP_WINDOW (widget), -1);
}

static void
forward_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  step (TL_HELP_WINDOW (widget), 1);
}

/* Back is where one has come from: at the right, where it is read from there. */
static gboolean
step_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TlHelpWindow *self = TL_HELP_WINDOW (widget);
  int by, to;

  g_variant_get (arguments, "(i)", &by);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  to = (int) self->position + by;
  if (to < 0 || to >= (int) self->history->len)
    return GDK_EVENT_PROPAGATE;
  step (self, by);
  return GDK_EVENT_STOP;
}

/* Before the leaflet, for which the same keys mean the list of contents: that is what is before the first page. */
static void
add_steps (TlHelpWindow *self)
{
  static const guint keys[] = { GDK_KEY_Left, GDK_KEY_Right };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i], GDK_ALT_MASK),
                                                                           gtk_callback_action_new (step_cb, NULL, NULL),
                                                                           "(i)", i == 0 ? -1 : 1));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Window {{{1 */

/* Not before: GTK would tell assistive technology too early what kind of thing it is. */
static void
tl_help_window_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_help_window_parent_class)->show (widget);

  gtk_widget_grab_focus (GTK_WIDGET (TL_HELP_WINDOW (widget)->article));
}

static void
tl_help_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_help_window_parent_class)->map (widget);
  tl_turns_add (widget, fill_list);
}

static void
tl_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_HELP_WINDOW);

  G_OBJECT_CLASS (tl_help_window_parent_class)->dispose (object);
}

static void
tl_help_window_finalize (GObject *object)
{
  g_ptr_array_unref (TL_HELP_WINDOW (object)->history);

  G_OBJECT_CLASS (tl_help_window_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "help.contents", NULL, contents_action);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "help.forward", NULL, forward_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.contents", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
tl_help_window_class_init (TlHelpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_help_window_dispose;
  object_class->finalize = tl_help_window_finalize;
  widget_class->show = tl_help_window_show;
  widget_class->map = tl_help_window_map;

  tl_style_ensure ();
  add_keys (widget_class);
  g_type_ensure (TL_TYPE_HELP_ARTICLE);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-help-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, status);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, page);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, page_header);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, contents_button);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, article);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
tl_help_window_init (TlHelpWindow *self)
{
  g_autoptr (GtkWindowGroup) group = NULL;
  GtkEventController *keys;

  self->history = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (self->entry);
  tl_window_size_remember (GTK_WINDOW (self), "help-size");
  gtk_widget_set_size_request (self->sidebar, MIN (tl_style_scale (SIDEBAR_WIDTH), LEAST_WIDTH), -1);
  add_steps (self);
  tl_label_explain (GTK_WIDGET (self->page_title));
  /* A dialog elsewhere does not keep it from being read. */
  group = gtk_window_group_new ();
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
tl_help_window_new (void)
{
  return g_object_new (TL_TYPE_HELP_WINDOW, NULL);
}
