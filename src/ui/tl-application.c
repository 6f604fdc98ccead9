/* tl-application.c: the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-application.h"

#include "reference/tl-metamodel.h"
#include "store/tl-journal.h"
#include "store/tl-template.h"
#include "ui/tl-about.h"
#include "ui/tl-accelerators.h"
#include "ui/tl-preferences.h"
#include "ui/tl-search-provider.h"
#include "ui/tl-settings.h"
#include "ui/tl-totals-window.h"
#include "ui/tl-window.h"

#include <glib/gi18n.h>

#define SERVICE_TIMEOUT 30000 /* ms */

struct _TlApplication
{
  AdwApplication  parent_instance;

  TlSearchProvider *provider;
  gboolean        quitting; /* every window is asked in turn */
  gboolean        recovered; /* or about to be */
  GPtrArray      *waiting;  /* of Place: to open once it is known what a crash has left; else NULL */
};

/* A thing in a file. */
typedef struct
{
  GFile *file;
  char  *key; /* NULL for the whole */
} Place;

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

/* Windows {{{1 */

static TlWindow *
get_active_window (TlApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return TL_IS_WINDOW (window) ? TL_WINDOW (window) : NULL;
}

static TlWindow *
find_window_of_file (TlApplication *self,
                     GFile         *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && tl_window_has_file (l->data, file))
      return l->data;
  return NULL;
}

/* A window with nothing in it yet is used rather than a new one opened. */
static TlWindow *
ensure_free_window (TlApplication *self)
{
  TlWindow *active = get_active_window (self);

  if (active != NULL && tl_window_is_free (active))
    return active;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && tl_window_is_free (l->data))
      return l->data;
  return tl_window_new (self);
}

static Place *
place_new (GFile      *file,
           const char *key)
{
  Place *self = g_new0 (Place, 1);

  self->file = g_object_ref (file);
  self->key = g_strdup (key);
  return self;
}

static void
place_free (gpointer data)
{
  Place *self = data;

  g_object_unref (self->file);
  g_free (self->key);
  g_free (self);
}

static void recover (TlApplication *self);

void
tl_application_open_file_at (TlApplication *self,
                             GFile         *file,
                             const char    *key)
{
  TlWindow *window;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  recover (self);
  if (self->waiting != NULL)
    {
      g_ptr_array_add (self->waiting, place_new (file, key));
      return;
    }
  window = find_window_of_file (self, file);
  if (window == NULL)
    {
      window = ensure_free_window (self);
      tl_window_load (window, file);
    }
  if (key != NULL)
    tl_window_reveal (window, key);
  gtk_window_present (GTK_WINDOW (window));
}

void
tl_application_open_file (TlApplication *self,
                          GFile         *file)
{
  tl_application_open_file_at (self, file, NULL);
}

void
tl_application_open_file_in_new_window (TlApplication *self,
                                        GFile         *file)
{
  TlWindow *window;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window_of_file (self, file);
  if (window == NULL)
    {
      window = tl_window_new (self);
      tl_window_load (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

void
tl_application_search (TlApplication *self,
                       const char    *text)
{
  TlWindow *window;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (text != NULL);

  recover (self);
  window = get_active_window (self);
  if (window == NULL)
    window = tl_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  tl_window_search (window, text);
}

gboolean
tl_application_is_ready (TlApplication *self)
{
  g_return_val_if_fail (TL_IS_APPLICATION (self), FALSE);

  return self->waiting == NULL;
}

void
tl_application_open_project (TlApplication *self,
                             TlProject     *project)
{
  TlWindow *window;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (TL_IS_PROJECT (project));

  window = ensure_free_window (self);
  tl_window_show_project (window, project);
  gtk_window_present (GTK_WINDOW (window));
}

void
tl_application_open_sample (TlApplication *self,
                            const char    *name)
{
  const TlTemplate *templates;
  guint n_templates;

  g_return_if_fail (TL_IS_APPLICATION (self));

  templates = tl_template_list (&n_templates);
  for (guint i = 0; i < n_templates; i++)
    {
      g_autoptr (TlProject) project = NULL;
      g_autoptr (GError) error = NULL;

      if (g_strcmp0 (templates[i].name, name) != 0)
        continue;
      project = tl_template_create_project (&templates[i], NULL, NULL, &error);
      if (project != NULL)
        tl_application_open_project (self, project);
      else
        tl_window_show_error (ensure_free_window (self), _("The Sample Cannot Be Opened"),
                              error->message);
      return;
    }
}

/* Recovery {{{1 */

static void
list_orphans_worker (GTask        *task,
                     gpointer      source,
                     gpointer      data,
                     GCancellable *cancellable)
{
  g_task_return_pointer (task, tl_journal_list_orphans (), (GDestroyNotify) g_ptr_array_unref);
}

/* What a crash has left is brought back in windows of its own; a file that was
 * asked for in the meantime is not opened beside what was recovered of it. */
static void
orphans_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  TlApplication *self = TL_APPLICATION (source);
  g_autoptr (GPtrArray) orphans = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  for (guint i = 0; orphans != NULL && i < orphans->len; i++)
    {
      TlWindow *window = ensure_free_window (self);

      tl_window_recover (window, g_ptr_array_index (orphans, i));
      gtk_window_present (GTK_WINDOW (window));
    }
  for (guint i = 0; i < waiting->len; i++)
    {
      Place *place = g_ptr_array_index (waiting, i);

      tl_application_open_file_at (self, place->file, place->key);
    }
  g_application_release (G_APPLICATION (self));
}

/* Once, before anything is shown. */
static void
recover (TlApplication *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->recovered)
    return;
  self->recovered = TRUE;
  task = g_task_new (self, NULL, orphans_listed_cb, NULL);
  self->waiting = g_ptr_array_new_with_free_func (place_free);
  g_application_hold (G_APPLICATION (self));
  g_task_set_source_tag (task, recover);
  g_task_run_in_thread (task, list_orphans_worker);
}

/* Actions {{{1 */

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  TlApplication *self = user_data;
  TlWindow *window = get_active_window (self);

  if (window == NULL)
    {
      window = tl_window_new (self);
      gtk_window_present (GTK_WINDOW (window));
    }
  tl_window_ask_for_new (window);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlApplication *self = user_data;
  TlWindow *window = get_active_window (self);

  if (window == NULL)
    {
      window = tl_window_new (self);
      gtk_window_present (GTK_WINDOW (window));
    }
  tl_window_ask_for_file (window);
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

static void close_next (TlApplication *self);

static void
window_answered_cb (TlWindow *window,
                    gboolean  closed,
                    gpointer  user_data)
{
  TlApplication *self = user_data;

  if (!closed)
    self->quitting = FALSE;
  if (self->quitting)
    close_next (self);
}

/* Windows with nothing to ask go at once, the others one after the other; a
 * cancelled question ends it. */
static void
close_next (TlApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *l = windows; l != NULL && self->quitting; l = l->next)
    if (TL_IS_WINDOW (l->data))
      {
        tl_window_ask_to_close (l->data, window_answered_cb, self);
        return;
      }
  self->quitting = FALSE;
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
  self->quitting = TRUE;
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

static const GActionEntry actions[] = {
  { "new", new_cb },
  { "new-window", new_window_cb },
  { "open", open_cb },
  { "open-uri", open_uri_cb, "s" },
  { "open-uri-in-new-window", open_uri_in_new_window_cb, "s" },
  { "open-sample", open_sample_cb, "s" },
  { "quit", quit_cb },
  { "totals", totals_cb },
  { "about", about_cb },
  { "preferences", preferences_cb },
  { "preference", preferences_cb, "s" },
};

/* Application {{{1 */

static void
follow_style_scheme (void)
{
  g_autofree char *scheme = tl_settings_dup_string ("style-scheme", "system");
  AdwColorScheme wanted = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (scheme, "light") == 0)
    wanted = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (scheme, "dark") == 0)
    wanted = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), wanted);
}

/* The setting itself as an action. */
static void
add_style_action (GApplication *application)
{
  g_autoptr (GAction) action = NULL;

  if (tl_settings_get () == NULL)
    return;
  action = g_settings_create_action (tl_settings_get (), "style-scheme");
  g_action_map_add_action (G_ACTION_MAP (application), action);
}

/* What every window needs, read while GTK starts. */
static gpointer
read_editions (gpointer data)
{
  for (const char *const *version = tl_edition_list_versions (); *version != NULL; version++)
    tl_metamodel_get (tl_edition_get (*version));
  return NULL;
}

static void
tl_application_startup (GApplication *application)
{
  g_thread_unref (g_thread_new ("tl-editions", read_editions, NULL));
  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  add_style_action (application);
  tl_accelerators_set (GTK_APPLICATION (application));

  follow_style_scheme ();
  /* A service shows nothing until it is asked to, and stays for the next question. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_TIMEOUT);
  else
    recover (TL_APPLICATION (application));
  if (tl_settings_get () != NULL)
    g_signal_connect_object (tl_settings_get (), "changed::style-scheme",
                             G_CALLBACK (follow_style_scheme), application, 0);
}

static void
tl_application_activate (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);
  TlWindow *window = get_active_window (self);

  recover (self);
  if (window == NULL)
    window = tl_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
}

static void
tl_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    tl_application_open_file (TL_APPLICATION (application), files[i]);
}

static gboolean
tl_application_dbus_register (GApplication     *application,
                              GDBusConnection  *connection,
                              const char       *path,
                              GError          **error)
{
  TlApplication *self = TL_APPLICATION (application);
  g_autofree char *own = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (tl_application_parent_class)->dbus_register (application, connection, path, error))
    return FALSE;
  self->provider = tl_search_provider_new (self);
  return tl_search_provider_export (self->provider, connection, own, error);
}

static void
tl_application_dbus_unregister (GApplication    *application,
                                GDBusConnection *connection,
                                const char      *path)
{
  g_clear_object (&TL_APPLICATION (application)->provider);

  G_APPLICATION_CLASS (tl_application_parent_class)->dbus_unregister (application, connection, path);
}

static void
tl_application_dispose (GObject *object)
{
  g_clear_object (&TL_APPLICATION (object)->provider);
  g_clear_pointer (&TL_APPLICATION (object)->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_application_parent_class)->dispose (object);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_application_dispose;
  application_class->startup = tl_application_startup;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
  application_class->dbus_register = tl_application_dbus_register;
  application_class->dbus_unregister = tl_application_dbus_unregister;
}

static void
tl_application_init (TlApplication *self)
{
}

TlApplication *
tl_application_new (void)
{
  return g_object_new (TL_TYPE_APPLICATION,
                       "application-id", TL_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/throughline_it/Throughline",
                       NULL);
}
