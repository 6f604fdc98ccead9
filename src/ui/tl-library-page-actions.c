/* tl-library-page-actions.c: what can be done with the projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-library-page-private.h"

#include "ui/tl-folders-dialog.h"
#include "ui/tl-project-words.h"
#include "ui/tl-reveal.h"
#include "ui/tl-settings.h"

#include <glib/gi18n.h>

static const char *const sorts[] = {
  [TL_PROJECT_SORT_OPENED] = "opened",
  [TL_PROJECT_SORT_NAME] = "name",
  [TL_PROJECT_SORT_CHANGED] = "changed",
  [TL_PROJECT_SORT_FINDINGS] = "findings",
};

static const TlLibraryFacts *
get_facts (TlLibraryPage *self)
{
  TlLibraryProject *project = tl_project_list_get_selected (self->list);

  return project != NULL ? tl_library_project_get_facts (project) : NULL;
}

static GtkWindow *
get_window (TlLibraryPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Opening {{{1 */

static void
place_chosen_cb (GtkNativeDialog *dialog,
                 int              response,
                 TlLibraryPage   *self)
{
  g_autoptr (GFile) file = NULL;
  const char *uri = g_object_get_data (G_OBJECT (dialog), "uri");

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && self->library != NULL)
    tl_library_relocate (self->library, uri, file);
  g_object_unref (dialog);
}

static void
ask_for_place (TlLibraryPage *self,
               const char    *uri)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Locate Project"), get_window (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Locate"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Throughline projects"));
  gtk_file_filter_add_suffix (filter, "it4it");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "uri", g_strdup (uri), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
missing_answer_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   TlLibraryPage    *self)
{
  const char *uri = g_object_get_data (G_OBJECT (dialog), "uri");
  TlLibraryProject *project = self->projects != NULL ? tl_library_projects_find (self->projects, uri) : NULL;

  if (project == NULL)
    return;
  if (g_str_equal (response, "locate"))
    ask_for_place (self, uri);
  else if (g_str_equal (response, "remove"))
    {
      tl_project_list_select (self->list, project);
      gtk_widget_activate_action (GTK_WIDGET (self), "library.remove", NULL);
    }
}

static void
tell_missing (TlLibraryPage        *self,
              const TlLibraryFacts *facts)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  g_autofree char *advice = tl_project_words_dup_advice (facts);

  /* Translators: %s is the name of a project */
  adw_message_dialog_format_heading (message, _("“%s” Is Missing"), facts->name);
  adw_message_dialog_set_body (message, advice);
  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"), "remove", _("_Remove From Library"),
                                    "locate", _("_Locate…"), NULL);
  adw_message_dialog_set_response_appearance (message, "locate", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "locate");
  adw_message_dialog_set_close_response (message, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "uri", g_strdup (facts->uri), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (missing_answer_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One that is damaged is opened as well: it is then told what of it can be saved. */
static void
open_project (TlLibraryPage        *self,
              const TlLibraryFacts *facts,
              const char           *action)
{
  if (facts->state == TL_LIBRARY_MISSING)
    tell_missing (self, facts);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", facts->uri);
}

void
tl_library_page_open (TlLibraryPage    *self,
                      TlLibraryProject *project)
{
  open_project (self, tl_library_project_get_facts (project), "app.open-uri");
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  const TlLibraryFacts *facts = get_facts (user_data);

  if (facts != NULL)
    open_project (user_data, facts, "app.open-uri");
}

static void
open_in_new_window_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  const TlLibraryFacts *facts = get_facts (user_data);

  if (facts != NULL)
    open_project (user_data, facts, "app.open-uri-in-new-window");
}

static void
locate_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  const TlLibraryFacts *facts = get_facts (user_data);

  if (facts != NULL)
    ask_for_place (user_data, facts->uri);
}

static void
reveal_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlLibraryPage *self = user_data;
  const TlLibraryFacts *facts = get_facts (self);

  if (facts != NULL)
    tl_reveal_file (get_window (self), facts->uri);
}

static void
pin_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  TlLibraryPage *self = user_data;
  const TlLibraryFacts *facts = get_facts (self);

  if (facts != NULL)
    tl_library_set_pinned (self->library, facts->uri, !facts->pinned);
}

/* Removing {{{1 */

static gboolean
forget_removed (TlLibraryPage *self,
                const char    *uri)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->removed, uri, g_str_equal, &position))
    return FALSE;
  g_ptr_array_remove_index (self->removed, position);
  return TRUE;
}

/* In whichever window. */
static void
hidden_cb (TlLibraryPage *self,
           const char    *uri,
           gboolean       hidden)
{
  if (!hidden)
    forget_removed (self, uri);
  tl_project_filter_set_hidden (self->filter, uri, hidden);
}

void
tl_library_page_follow_hidden (TlLibraryPage *self)
{
  GListModel *projects = G_LIST_MODEL (self->projects);

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (TlLibraryProject) project = g_list_model_get_item (projects, i);
      const char *uri = tl_library_project_get_facts (project)->uri;

      if (tl_library_get_hidden (self->library, uri))
        tl_project_filter_set_hidden (self->filter, uri, TRUE);
    }
  g_signal_connect_object (self->library, "hidden", G_CALLBACK (hidden_cb), self, G_CONNECT_SWAPPED);
}

void
tl_library_page_settle (TlLibraryPage *self)
{
  while (self->removed->len > 0)
    {
      g_autofree char *uri = g_ptr_array_steal_index (self->removed, self->removed->len - 1);

      tl_library_remove (self->library, uri);
    }
}

/* Until then nothing of it has changed, so that all of it can come back. */
static void
toast_dismissed_cb (AdwToast      *toast,
                    TlLibraryPage *self)
{
  const char *uri = g_object_get_data (G_OBJECT (toast), "uri");

  if (self->library != NULL && forget_removed (self, uri))
    tl_library_remove (self->library, uri);
  if (self->status != NULL)
    gtk_label_set_label (self->status, "");
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlLibraryPage *self = user_data;
  const TlLibraryFacts *facts = get_facts (self);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  if (facts == NULL)
    return;
  /* Translators: %s is the name of a project */
  text = g_strdup_printf (_("“%s” was removed from the library; its file stays"), facts->name);
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "library.undo-remove");
  g_object_set_data_full (G_OBJECT (toast), "uri", g_strdup (facts->uri), g_free);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  g_ptr_array_add (self->removed, g_strdup (facts->uri));
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_label_set_label (self->status, text);
  tl_library_set_hidden (self->library, facts->uri, TRUE);
  tl_library_page_update_actions (self);
}

/* The one removed last. */
static void
undo_remove_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlLibraryPage *self = user_data;
  g_autofree char *uri = NULL;
  TlLibraryProject *project;

  if (self->removed->len == 0)
    return;
  uri = g_ptr_array_steal_index (self->removed, self->removed->len - 1);
  tl_library_set_hidden (self->library, uri, FALSE);
  project = tl_library_projects_find (self->projects, uri);
  if (project != NULL)
    tl_project_list_select (self->list, project);
  tl_library_page_update_actions (self);
}

/* The page {{{1 */

static void
sort_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  TlLibraryPage *self = user_data;
  const char *name = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i], name))
      {
        tl_project_list_set_sort (self->list, i);
        tl_settings_set_string ("library-sort", name);
        g_simple_action_set_state (action, state);
      }
}

static void
grid_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  TlLibraryPage *self = user_data;
  gboolean is_grid = g_variant_get_boolean (state);

  tl_project_list_set_is_grid (self->list, is_grid);
  tl_settings_set_boolean ("library-grid", is_grid);
  g_simple_action_set_state (action, state);
}

static void
clear_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  tl_project_filter_clear (((TlLibraryPage *) user_data)->filter);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlLibraryPage *self = user_data;

  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tl_project_list_show_menu (((TlLibraryPage *) user_data)->list);
}

static void
folders_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TlLibraryPage *self = user_data;
  GtkWidget *dialog = tl_folders_dialog_new (self->library);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), get_window (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The button goes with it, and would take the keyboard along. */
static void
dismiss_problem_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TlLibraryPage *self = user_data;

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  tl_library_dismiss_problem (self->library);
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "open-in-new-window", open_in_new_window_cb },
  { "locate", locate_cb },
  { "reveal", reveal_cb },
  { "pin", pin_cb, NULL, "false" },
  { "remove", remove_cb },
  { "undo-remove", undo_remove_cb },
  { "menu", menu_cb },
  { "find", find_cb },
  { "folders", folders_cb },
  { "clear-filters", clear_filters_cb },
  { "dismiss-problem", dismiss_problem_cb },
  { "sort", NULL, "s", "'opened'", sort_cb },
  { "grid", NULL, NULL, "true", grid_cb },
};

static void
enable (TlLibraryPage *self,
        const char    *name,
        gboolean       enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
tl_library_page_update_actions (TlLibraryPage *self)
{
  static const char *const about_project[] = {
    "open", "open-in-new-window", "reveal", "pin", "remove", "menu",
  };
  const TlLibraryFacts *facts = get_facts (self);
  GAction *pin;

  if (self->actions == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (about_project); i++)
    enable (self, about_project[i], facts != NULL);
  enable (self, "locate", facts != NULL && facts->state == TL_LIBRARY_MISSING);
  enable (self, "undo-remove", self->removed->len > 0);
  pin = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "pin");
  g_simple_action_set_state (G_SIMPLE_ACTION (pin), g_variant_new_boolean (facts != NULL && facts->pinned));
}

void
tl_library_page_add_actions (TlLibraryPage *self)
{
  g_autofree char *sort = tl_settings_dup_string ("library-sort", "opened");
  gboolean is_grid = tl_settings_get_boolean ("library-grid", TRUE);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "library", G_ACTION_GROUP (self->actions));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "sort", g_variant_new_string (sort));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "grid", g_variant_new_boolean (is_grid));
  tl_library_page_update_actions (self);
}
