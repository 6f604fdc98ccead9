/* tl-window-search.c: going to what was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-help-source.h"
#include "ui/tl-project-source.h"
#include "ui/tl-results-window.h"
#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

/* Of each source; who does not find it among these types more. */
#define MAX_COMMANDS 8
#define MAX_PAGES 5
#define MAX_THINGS 30

/* Going there {{{1 */

void
tl_window_reveal_wanted (TlWindow *self)
{
  g_autofree char *key = g_steal_pointer (&self->reveal_key);

  if (key == NULL)
    return;
  if (!tl_session_has (self->session, key))
    {
      tl_window_show_message (self, _("It is no longer in this project"), FALSE);
      return;
    }
  tl_session_reveal (self->session, key);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-page", NULL);
}

void
tl_window_reveal (TlWindow   *self,
                  const char *key)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (key != NULL);

  g_free (self->reveal_key);
  self->reveal_key = g_strdup (key);
  if (self->n_loads == 0 && self->document != NULL)
    tl_window_reveal_wanted (self);
}

static void
activate (TlWindow           *self,
          const TlFoundFacts *facts)
{
  TlBlueprintEditor *editor = self->project_page != NULL ? tl_project_page_get_editor (self->project_page) : NULL;

  gtk_widget_activate_action_variant (editor != NULL ? GTK_WIDGET (editor) : GTK_WIDGET (self), facts->action,
                                      facts->target);
}

/* An attribute is looked up in the edition shown. */
static void
show_edition (TlWindow        *self,
              const TlEdition *edition)
{
  TlView view = { TL_VIEW_LEVEL1, edition, NULL };

  if (tl_session_get_edition (self->session) != edition)
    tl_session_go (self->session, &view);
}

/* Goes to what was found, or does it. */
static void
chosen_cb (TlWindow *self,
           TlFound  *found)
{
  const TlFoundFacts *facts = tl_found_get_facts (found);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (facts->action != NULL)
    {
      activate (self, facts);
    }
  else if (facts->file != NULL)
    {
      tl_application_open_file_at (TL_APPLICATION (application), facts->file, facts->key);
    }
  else
    {
      if (facts->edition != NULL)
        show_edition (self, facts->edition);
      tl_window_reveal (self, facts->key);
    }
}

/* Popovers, made when they are first asked for {{{1 */

static void
create_search (TlWindow *self)
{
  self->search = g_object_new (TL_TYPE_SEARCH, NULL);
  tl_search_set_session (self->search, self->session);
  gtk_box_append (self->content, GTK_WIDGET (self->search));
}

void
tl_window_find (TlWindow *self)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  if (self->search == NULL)
    create_search (self);
  if (gtk_widget_compute_bounds (self->search_button, GTK_WIDGET (self->content), &bounds))
    {
      place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                               (int) bounds.size.height };
      gtk_popover_set_pointing_to (GTK_POPOVER (self->search), &place);
    }
  gtk_popover_popup (GTK_POPOVER (self->search));
}

static void
chosen_of_all_cb (TlWindow *self,
                  TlFound  *found)
{
  /* What is opened elsewhere comes forward by itself. */
  if (tl_found_get_facts (found)->file == NULL)
    gtk_window_present (GTK_WINDOW (self));
  chosen_cb (self, found);
}

static void
show_all_cb (TlWindow   *self,
             const char *text)
{
  GtkWidget *results = tl_results_window_new ();
  g_autoptr (TlProjectSource) project = tl_project_source_new (self->session);

  tl_results_window_add_source (TL_RESULTS_WINDOW (results), TL_FOUND_SOURCE (project));
  tl_results_window_add_source (TL_RESULTS_WINDOW (results), TL_FOUND_SOURCE (self->library));
  g_signal_connect_object (results, "chosen", G_CALLBACK (chosen_of_all_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (results), GTK_WINDOW (self));
  tl_results_window_search (TL_RESULTS_WINDOW (results), text);
  gtk_window_present (GTK_WINDOW (results));
}

static void
create_everywhere (TlWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (TlProjectSource) project = tl_project_source_new (self->session);
  g_autoptr (TlHelpSource) help = tl_help_source_new ();

  self->library = tl_library_source_new (self->session);
  self->commands = tl_command_source_new ();
  tl_command_source_set_group (self->commands, "app", G_ACTION_GROUP (application));
  tl_command_source_set_group (self->commands, "win", G_ACTION_GROUP (self));
  tl_command_source_set_keys (self->commands, tl_blueprint_editor_get_keys);
  self->everywhere = g_object_new (TL_TYPE_SEARCH_EVERYWHERE, NULL);
  tl_search_everywhere_add_source (self->everywhere, TL_FOUND_SOURCE (project), MAX_THINGS);
  tl_search_everywhere_add_source (self->everywhere, TL_FOUND_SOURCE (self->library), MAX_THINGS);
  tl_search_everywhere_add_source (self->everywhere, TL_FOUND_SOURCE (self->commands), MAX_COMMANDS);
  tl_search_everywhere_add_source (self->everywhere, TL_FOUND_SOURCE (help), MAX_PAGES);
  g_signal_connect_object (self->everywhere, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->everywhere, "show-all", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, GTK_WIDGET (self->everywhere));
}

static void
popup_everywhere (TlWindow   *self,
                  const char *text)
{
  TlBlueprintEditor *editor = self->project_page != NULL ? tl_project_page_get_editor (self->project_page) : NULL;

  if (self->everywhere == NULL)
    create_everywhere (self);
  tl_command_source_set_group (self->commands, "blueprint",
                               editor != NULL ? tl_blueprint_editor_get_actions (editor) : NULL);
  tl_library_source_set_file (self->library, self->document != NULL ? tl_document_get_file (self->document) : NULL);
  tl_search_everywhere_popup (self->everywhere, text, gtk_widget_get_height (GTK_WIDGET (self->header)));
}

/* It has its size, and so the box its place, when it has been laid out. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autofree char *text = NULL;

  if (gtk_widget_get_height (GTK_WIDGET (self->header)) == 0)
    return G_SOURCE_CONTINUE;
  text = g_steal_pointer (&self->search_text);
  popup_everywhere (self, text);
  return G_SOURCE_REMOVE;
}

void
tl_window_search (TlWindow   *self,
                  const char *text)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  if (gtk_widget_get_height (GTK_WIDGET (self->header)) > 0)
    {
      popup_everywhere (self, text);
      return;
    }
  g_free (self->search_text);
  self->search_text = g_strdup (text);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
