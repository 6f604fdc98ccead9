/* tl-application.c: the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-application-private.h"

#include "base/tl-language.h"
#include "diagram/tl-scene.h"
#include "reference/tl-metamodel.h"
#include "store/tl-journal.h"
#include "store/tl-template.h"
#include "ui/tl-accelerators.h"
#include "ui/tl-help-context.h"
#include "ui/tl-settings.h"

#include <glib/gi18n.h>

#define SERVICE_TIMEOUT 30000 /* ms */

/* A thing in a file. */
typedef struct
{
  GFile *file;
  char  *key; /* NULL for the whole */
} Place;

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

/* Windows {{{1 */

/* A dialog counts as the window that it is over; beside others, such as the help, the
 * one that was used last. */
TlWindow *
tl_application_get_active_window (TlApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !TL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); window == NULL && l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data))
      window = l->data;
  return window != NULL ? TL_WINDOW (window) : NULL;
}

TlWindow *
tl_application_find_window (TlApplication *self,
                            GFile         *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && tl_window_has_file (l->data, file))
      return l->data;
  return NULL;
}

/* A window with nothing in it yet is used rather than a new one opened. */
TlWindow *
tl_application_ensure_free_window (TlApplication *self)
{
  TlWindow *active = tl_application_get_active_window (self);

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

void
tl_application_open_file_at (TlApplication *self,
                             GFile         *file,
                             const char    *key)
{
  TlWindow *window;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  tl_application_recover (self);
  if (self->waiting != NULL)
    {
      g_ptr_array_add (self->waiting, place_new (file, key));
      return;
    }
  window = tl_application_find_window (self, file);
  if (window == NULL)
    {
      window = tl_application_ensure_free_window (self);
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

  window = tl_application_find_window (self, file);
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

  tl_application_recover (self);
  window = tl_application_get_active_window (self);
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

  window = tl_application_ensure_free_window (self);
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
        tl_window_show_error (tl_application_ensure_free_window (self), _("The Sample Cannot Be Opened"),
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
      TlWindow *window = tl_application_ensure_free_window (self);

      tl_window_recover (window, g_ptr_array_index (orphans, i));
      gtk_window_present (GTK_WINDOW (window));
    }
  for (guint i = 0; i < waiting->len; i++)
    {
      Place *place = g_ptr_array_index (waiting, i);

      tl_application_open_file_at (self, place->file, place->key);
    }
  tl_application_restore_next (self);
  g_application_release (G_APPLICATION (self));
}

/* Once, before anything is shown. */
void
tl_application_recover (TlApplication *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->recovered)
    return;
  self->recovered = TRUE;
  task = g_task_new (self, NULL, orphans_listed_cb, NULL);
  self->waiting = g_ptr_array_new_with_free_func (place_free);
  g_application_hold (G_APPLICATION (self));
  g_task_set_source_tag (task, tl_application_recover);
  g_task_run_in_thread (task, list_orphans_worker);
}

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

/* Diagrams run as windows do. What our own texts say goes before what GTK's do: they may
 * not be there. */
static void
set_direction (void)
{
  if (tl_language_is_right_to_left ())
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  tl_scene_set_default_mirrored (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
}

static void
tl_application_startup (GApplication *application)
{
  g_thread_unref (g_thread_new ("tl-editions", read_editions, NULL));
  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);
  set_direction ();

  tl_application_add_actions (TL_APPLICATION (application));
  add_style_action (application);
  tl_application_keep_windows (TL_APPLICATION (application));
  tl_accelerators_set (GTK_APPLICATION (application));
  tl_help_context_watch_dialogs (GTK_APPLICATION (application));

  follow_style_scheme ();
  /* A service shows nothing until it is asked to, and stays for the next question. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_TIMEOUT);
  else
    tl_application_recover (TL_APPLICATION (application));
  if (tl_settings_get () != NULL)
    g_signal_connect_object (tl_settings_get (), "changed::style-scheme",
                             G_CALLBACK (follow_style_scheme), application, 0);
}

static void
tl_application_activate (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);
  TlWindow *window = tl_application_get_active_window (self);

  if (self->begun)
    {
      self->begun = FALSE;
      return;
    }
  tl_application_recover (self);
  if (window == NULL)
    {
      window = tl_window_new (self);
      tl_application_restore_windows (self, window);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
tl_application_shutdown (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);

  if (self->keeper != NULL)
    tl_window_keeper_flush (self->keeper);

  G_APPLICATION_CLASS (tl_application_parent_class)->shutdown (application);
}

static void
tl_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  TL_APPLICATION (application)->begun = FALSE;
  for (int i = 0; i < n_files; i++)
    tl_application_open_file (TL_APPLICATION (application), files[i]);
}

static int
tl_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  return tl_application_handle_options (TL_APPLICATION (application), options);
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
  g_clear_object (&TL_APPLICATION (object)->keeper);
  g_clear_weak_pointer (&TL_APPLICATION (object)->first);
  g_clear_weak_pointer (&TL_APPLICATION (object)->latest);
  g_clear_pointer (&TL_APPLICATION (object)->leaving, g_ptr_array_unref);
  g_clear_pointer (&TL_APPLICATION (object)->restored, g_ptr_array_unref);
  g_clear_pointer (&TL_APPLICATION (object)->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_application_parent_class)->dispose (object);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_application_dispose;
  application_class->startup = tl_application_startup;
  application_class->shutdown = tl_application_shutdown;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
  application_class->handle_local_options = tl_application_handle_local_options;
  application_class->dbus_register = tl_application_dbus_register;
  application_class->dbus_unregister = tl_application_dbus_unregister;
}

static void
tl_application_init (TlApplication *self)
{
  tl_application_add_options (self);
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
