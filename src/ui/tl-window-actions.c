/* tl-window-actions.c: what can be done in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-settings.h"
#include "ui/tl-shortcuts-window.h"
#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

static TlHistory *
get_history (TlWindow *self)
{
  TlProject *project = tl_session_get_project (self->session);

  return project != NULL ? tl_project_get_history (project) : NULL;
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tl_window_save (user_data);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  tl_window_save_as (user_data);
}

static void
revert_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  tl_window_ask_to_revert (user_data);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  tl_window_print (user_data);
}

static void
salvage_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  tl_window_salvage (user_data);
}

static void
cancel_load_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlWindow *self = user_data;

  g_cancellable_cancel (self->cancellable);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlHistory *history = get_history (user_data);
  const char *label = history != NULL ? tl_history_get_undo_label (history) : NULL;
  /* Translators: is spoken; %s is an edit, such as “Change Owner of Incident” */
  g_autofree char *text = label != NULL ? g_strdup_printf (_("Undone: %s"), label) : NULL;

  if (text == NULL)
    return;
  tl_history_undo (history);
  tl_window_say (user_data, text);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlHistory *history = get_history (user_data);
  const char *label = history != NULL ? tl_history_get_redo_label (history) : NULL;
  /* Translators: is spoken; %s is an edit, such as “Change Owner of Incident” */
  g_autofree char *text = label != NULL ? g_strdup_printf (_("Redone: %s"), label) : NULL;

  if (text == NULL)
    return;
  tl_history_redo (history);
  tl_window_say (user_data, text);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tl_session_go_back (((TlWindow *) user_data)->session);
}

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  tl_session_go_forward (((TlWindow *) user_data)->session);
}

static void
up_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  tl_project_page_go_up (tl_window_get_project_page (user_data));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tl_window_find (user_data);
}

static void
search_everywhere_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  tl_window_search (user_data, NULL);
}

static void
overlay_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TlWindow *self = user_data;
  TlOverlayKind kind;

  if (!tl_overlay_kind_parse (g_variant_get_string (parameter, NULL), &kind))
    return;
  tl_session_set_overlay (self->session, kind);
  tl_session_set_page (self->session, TL_PAGE_DIAGRAM);
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_menu_button_popup (((TlWindow *) user_data)->menu_button);
}

/* A stack takes the keyboard along, to what is first in a page; this is to what the page is about. */
void
tl_window_go_to_page (TlWindow   *self,
                      const char *page)
{
  if (g_strcmp0 (tl_session_get_page (self->session), page) != 0)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  tl_session_set_page (self->session, page);
  tl_project_page_focus_page (tl_window_get_project_page (self));
}

static void
page_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tl_window_go_to_page (user_data, g_variant_get_string (parameter, NULL));
}

static void
focus_page_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  tl_project_page_focus_selection (tl_window_get_project_page (user_data));
}

static void
focus_outline_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  tl_project_page_focus_outline (tl_window_get_project_page (user_data));
}

static void
focus_inspector_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  tl_project_page_focus_inspector (tl_window_get_project_page (user_data));
}

static void
show_help_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (tl_shortcuts_window_new (GTK_WINDOW (user_data))));
}

/* The same names in the window and on the canvas. */
static void
canvas_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlCanvas *canvas = tl_project_page_get_canvas (tl_window_get_project_page (user_data));
  g_autofree char *name = g_strconcat ("canvas.", g_action_get_name (G_ACTION (action)), NULL);

  if (canvas != NULL)
    gtk_widget_activate_action (GTK_WIDGET (canvas), name, NULL);
}

static void
go_into_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TlCanvas *canvas = tl_project_page_get_canvas (tl_window_get_project_page (user_data));

  if (canvas != NULL)
    gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.activate", NULL);
}

static void
add_service_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tl_window_add_service (user_data);
}

static void
new_service_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tl_window_ask_for_service (user_data);
}

static void
save_template_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  tl_window_save_template (user_data);
}

static void
kinds_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  tl_window_show_kinds (user_data);
}

static void
reconcile_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  tl_window_reconcile (user_data);
}

static void
impact_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  tl_window_show_impact (user_data);
}

static const GActionEntry entries[] = {
  { "save", save_cb },
  { "save-as", save_as_cb },
  { "revert", revert_cb },
  { "print", print_cb },
  { "salvage", salvage_cb },
  { "cancel-load", cancel_load_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "back", back_cb },
  { "forward", forward_cb },
  { "up", up_cb },
  { "go-into", go_into_cb },
  { "find", find_cb },
  { "search-everywhere", search_everywhere_cb },
  { "overlay", overlay_cb, "s" },
  { "menu", menu_cb },
  { "show-help-overlay", show_help_cb },
  { "page", page_cb, "s", "'diagram'" },
  { "add-service", add_service_cb },
  { "new-service", new_service_cb },
  { "save-template", save_template_cb },
  { "kinds", kinds_cb },
  { "reconcile", reconcile_cb },
  { "impact", impact_cb },
  { "focus-page", focus_page_cb },
  { "focus-outline", focus_outline_cb },
  { "focus-inspector", focus_inspector_cb },
  { "fit", canvas_cb },
  { "actual-size", canvas_cb },
  { "zoom-in", canvas_cb },
  { "zoom-out", canvas_cb },
};

/* Actions that need a project, and those that need a diagram. */
static const char *const project_actions[] = {
  "save", "save-as", "find", "overlay", "page", "add-service", "new-service", "save-template", "kinds", "reconcile", "impact",
  "focus-outline", "focus-inspector", "outline", "inspector", "next-page", "previous-page", "present",
};
static const char *const canvas_actions[] = {
  "fit", "actual-size", "zoom-in", "zoom-out",
};

static void
enable (TlWindow   *self,
        const char *name,
        gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (G_IS_SIMPLE_ACTION (action))
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (TlWindow   *self,
           const char *name,
           GVariant   *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
set_menu_label (GMenu      *menu,
                int         position,
                const char *label,
                const char *action)
{
  g_autofree char *mnemonic = g_strconcat ("_", label, NULL);

  g_menu_remove (menu, position);
  g_menu_insert (menu, position, mnemonic, action);
}

/* Underscores of names must not become mnemonics. */
static char *
escape_mnemonics (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
update_step (TlWindow   *self,
             GtkWidget  *button,
             int         position,
             const char *action,
             const char *text,
             const char *keys)
{
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", text, keys);
  g_autofree char *label = escape_mnemonics (text);
  GMenu *menu = g_object_get_data (G_OBJECT (self), "edit-section");

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  set_menu_label (menu, position, label, action);
}

static void
update_history (TlWindow *self)
{
  TlHistory *history = get_history (self);
  const char *undo = history != NULL ? tl_history_get_undo_label (history) : NULL;
  const char *redo = history != NULL ? tl_history_get_redo_label (history) : NULL;
  /* Translators: %s is an edit, such as “Change Owner of Incident” */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo %s"), undo)
                                            : g_strdup (_("Undo"));
  /* Translators: %s is an edit, such as “Change Owner of Incident” */
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo %s"), redo)
                                            : g_strdup (_("Redo"));

  enable (self, "undo", history != NULL && tl_history_get_can_undo (history));
  enable (self, "redo", history != NULL && tl_history_get_can_redo (history));
  update_step (self, self->undo_button, 0, "win.undo", undo_text, _("Ctrl+Z"));
  update_step (self, self->redo_button, 1, "win.redo", redo_text, _("Shift+Ctrl+Z"));
}

/* Without making a page that is not there yet. */
static gboolean
shows_canvas (TlWindow   *self,
              const char *page)
{
  if (g_str_equal (page, TL_PAGE_DIAGRAM) || g_str_equal (page, TL_PAGE_BLUEPRINT))
    return TRUE;
  return self->project_page != NULL && g_str_equal (page, TL_PAGE_TRACEABILITY)
         && tl_project_page_get_canvas (self->project_page) != NULL;
}

void
tl_window_update_actions (TlWindow *self)
{
  const char *page = tl_session_get_page (self->session);
  gboolean project = self->document != NULL;
  gboolean diagram = project && g_str_equal (page, TL_PAGE_DIAGRAM);
  gboolean blueprint = project && g_str_equal (page, TL_PAGE_BLUEPRINT);
  gboolean busy = project && tl_document_get_busy (self->document);

  for (guint i = 0; i < G_N_ELEMENTS (project_actions); i++)
    enable (self, project_actions[i], project);
  for (guint i = 0; i < G_N_ELEMENTS (canvas_actions); i++)
    enable (self, canvas_actions[i], project && shows_canvas (self, page));
  enable (self, "go-into", diagram);
  enable (self, "up", diagram || blueprint);
  set_state (self, "page", g_variant_new_string (page));
  enable (self, "save", project && !busy);
  enable (self, "save-as", project && !busy);
  enable (self, "revert", project && !busy && tl_document_get_file (self->document) != NULL);
  enable (self, "back", project && tl_session_get_can_go_back (self->session));
  enable (self, "forward", project && tl_session_get_can_go_forward (self->session));
  update_history (self);
}

static void
add_property_action (TlWindow   *self,
                     const char *name,
                     gpointer    object,
                     const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

void
tl_window_add_actions (TlWindow *self)
{
  GMenuModel *section = g_menu_model_get_item_link (self->main_menu, 2, G_MENU_LINK_SECTION);

  g_object_set_data_full (G_OBJECT (self), "edit-section", section, g_object_unref);
  g_menu_append (G_MENU (section), _("Undo"), "win.undo");
  g_menu_append (G_MENU (section), _("Redo"), "win.redo");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tl_window_add_pane_actions (self);
  if (tl_settings_get () != NULL)
    {
      g_autoptr (GAction) minimap = g_settings_create_action (tl_settings_get (), "minimap-visible");

      g_action_map_add_action (G_ACTION_MAP (self), minimap);
    }
}

/* That of a setting lives on, and would tell a window that has gone. GTK keeps the actions of a window
 * until the next tooltip is seen; those of properties would keep its pages, and what these show. */
void
tl_window_remove_actions (TlWindow *self)
{
  g_action_map_remove_action (G_ACTION_MAP (self), "minimap-visible");
  g_action_map_remove_action (G_ACTION_MAP (self), "outline");
  g_action_map_remove_action (G_ACTION_MAP (self), "inspector");
}

void
tl_window_add_panel_actions (TlWindow *self)
{
  add_property_action (self, "outline", tl_project_page_get_outline_flap (self->project_page), "reveal-flap");
  add_property_action (self, "inspector", tl_project_page_get_inspector_flap (self->project_page), "reveal-flap");
}
