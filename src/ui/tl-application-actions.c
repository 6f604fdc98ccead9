/* tl-application-actions.c: what can be done with the program as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-application-private.h"

#include "reference/tl-help.h"
#include "ui/tl-about.h"
#include "ui/tl-help-context.h"
#include "ui/tl-help-window.h"
#include "ui/tl-preferences.h"
#include "ui/tl-totals-window.h"

#include <glib/gi18n.h>

/* Actions {{{1 */

/* The desktop may ask for an action of a program that has no window yet. */
static TlWindow *
ensure_window (TlApplication *self)
{
  TlWindow *window = tl_application_get_active_window (self);

  tl_application_recover (self);
  if (window == NULL)
    window = tl_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  tl_window_ask_for_new (ensure_window (user_data));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tl_window_ask_for_file (ensure_window (user_data));
}

static void
open_uri_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  tl_application_open_file (user_data, file);
}

static void
open_uri_in_new_window_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  tl_application_open_file_in_new_window (user_data, file);
}

static void
open_sample_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tl_application_open_sample (user_data, g_variant_get_string (parameter, NULL));
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (tl_window_new (user_data)));
}

/* In a window that shows it already, if there is one. */
static void
library_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TlApplication *self = user_data;

  tl_application_recover (self);
  gtk_window_present (GTK_WINDOW (tl_application_ensure_free_window (self)));
}

static void close_next (TlApplication *self);

static void
window_answered_cb (TlWindow *window,
                    gboolean  closed,
                    gpointer  user_data)
{
  TlApplication *self = user_data;

  if (closed)
    close_next (self);
  else
    tl_application_end_quit (self, FALSE);
}

/* Windows with nothing to ask go at once, the others one after the other, the one
 * used last at the end; a cancelled question ends it. */
static void
close_next (TlApplication *self)
{
  for (GList *l = g_list_last (gtk_application_get_windows (GTK_APPLICATION (self))); l != NULL; l = l->prev)
    if (TL_IS_WINDOW (l->data))
      {
        tl_window_ask_to_close (l->data, window_answered_cb, self);
        return;
      }
  tl_application_end_quit (self, TRUE);
  g_application_quit (G_APPLICATION (self));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlApplication *self = user_data;

  if (self->quitting)
    return;
  tl_application_begin_quit (self);
  close_next (self);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  tl_about_present (gtk_application_get_active_window (user_data));
}

/* @parameter: (nullable): the name of a row. */
static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  GtkWidget *window = tl_preferences_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
  if (parameter != NULL)
    tl_preferences_show (TL_PREFERENCES (window), g_variant_get_string (parameter, NULL));
}

static void
totals_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  GtkWidget *window;

  if (tl_library_get_default () == NULL)
    return;
  window = tl_totals_window_new (tl_library_get_default ());
  gtk_window_set_application (GTK_WINDOW (window), user_data);
  gtk_window_present (GTK_WINDOW (window));
}

static TlWindow *
find_window_with_project (TlApplication *self)
{
  /* The active one is the first. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && tl_window_get_document (l->data) != NULL)
      return l->data;
  return NULL;
}

/* Of what is open, else of a sample. */
static void
tour_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlApplication *self = user_data;
  TlWindow *window = find_window_with_project (self);

  if (window == NULL)
    {
      tl_application_open_sample (self, "northwind-bank");
      window = find_window_with_project (self);
    }
  if (window == NULL)
    return;
  gtk_window_present (GTK_WINDOW (window));
  tl_window_take_tour (window);
}

/* One window for all of them, which stays as it is while they change. */
static void
show_help (TlApplication *self,
           const char    *target)
{
  GtkWidget *window = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_HELP_WINDOW (l->data))
      window = l->data;
  if (window == NULL)
    {
      window = tl_help_window_new ();
      gtk_window_set_application (GTK_WINDOW (window), GTK_APPLICATION (self));
    }
  tl_help_window_go (TL_HELP_WINDOW (window), target);
  gtk_window_present (GTK_WINDOW (window));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* Of itself it says how all begins. */
  show_help (user_data, TL_IS_HELP_WINDOW (window) ? TL_HELP_FIRST_PAGE : tl_help_context_find (window));
}

static void
help_on_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  show_help (user_data, g_variant_get_string (parameter, NULL));
}

/* Names in the desktop entry and the options that are called like them stay as they are. */
static const GActionEntry actions[] = {
  { "new", new_cb },
  { "new-project", new_cb },
  { "library", library_cb },
  { "new-window", new_window_cb },
  { "open", open_cb },
  { "open-uri", open_uri_cb, "s" },
  { "open-uri-in-new-window", open_uri_in_new_window_cb, "s" },
  { "open-sample", open_sample_cb, "s" },
  { "quit", quit_cb },
  { "totals", totals_cb },
  { "help", help_cb },
  { "help-on", help_on_cb, "s" },
  { "about", about_cb },
  { "tour", tour_cb },
  { "preferences", preferences_cb },
  { "preference", preferences_cb, "s" },
};

void
tl_application_add_actions (TlApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/* Options {{{1 */

static const char *const options_of_actions[] = { "new-project", "library" };

void
tl_application_add_options (TlApplication *self)
{
  const GOptionEntry entries[] = {
    { "new-project", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new project"), NULL },
    { "library", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the library"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

int
tl_application_handle_options (TlApplication *self,
                               GVariantDict  *options)
{
  GApplication *application = G_APPLICATION (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (options_of_actions); i++)
    {
      if (!g_variant_dict_contains (options, options_of_actions[i]))
        continue;
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("throughline: %s\n", error->message);
          return EXIT_FAILURE;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), options_of_actions[i], NULL);
      /* In the program that runs already; or here, where what it needs is there by now. */
      if (g_application_get_is_remote (application))
        return EXIT_SUCCESS;
      self->begun = TRUE;
    }
  return -1;
}
