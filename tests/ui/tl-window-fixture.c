/* tl-window-fixture.c: the application in the test's own process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "base/tl-language.h"
#include "canvas/tl-canvas.h"
#include "store/tl-template.h"
#include "ui/tl-settings.h"
#include "ui/tl-turns.h"

void
window_fixture_set_up (WindowFixture *fixture,
                       gconstpointer  data)
{
  static TlApplication *application;
  static char *data_directory;
  g_autoptr (GError) error = NULL;

  fixture->directory = tl_test_create_directory ();
  /* The list of recent files stays where it was in the first test. */
  if (data_directory == NULL)
    {
      data_directory = g_strdup (g_get_user_data_dir ());
      gtk_recent_manager_get_default ();
    }
  g_assert_cmpint (g_mkdir_with_parents (data_directory, 0700), ==, 0);
  /* GTK allows for one in a process, and keeps it. */
  if (application == NULL)
    {
      application = tl_application_new ();
      g_application_set_flags (G_APPLICATION (application),
                               G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  fixture->application = application;
  /* Who tests knows the program. */
  tl_settings_set_boolean ("tour-seen", TRUE);
  tl_test_wait_for (tl_application_is_ready (application));
}

static void
forget_changes (TlWindow *window)
{
  TlProject *project = window_get_project (window);

  if (project != NULL)
    tl_history_mark_saved (tl_project_get_history (project),
                           tl_history_get_state (tl_project_get_history (project)));
}

static void
gone_cb (gpointer  data,
         GObject  *object)
{
  guint *n_alive = data;

  (*n_alive)--;
}

void
window_fixture_tear_down (WindowFixture *fixture,
                          gconstpointer  data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (fixture->application)));
  guint n_alive = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data))
      {
        n_alive++;
        g_object_weak_ref (l->data, gone_cb, &n_alive);
        forget_changes (l->data);
        gtk_window_destroy (l->data);
      }
  g_list_free (windows);
  tl_test_wait_for (n_alive == 0);
  tl_test_remove_directory (fixture->directory);
}

guint
window_fixture_count (WindowFixture *fixture)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application));
  guint n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    n += TL_IS_WINDOW (l->data);
  return n;
}

static TlWindow *
find_window_of (WindowFixture *fixture,
                TlProject     *project)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && window_get_project (l->data) == project)
      return l->data;
  return NULL;
}

TlWindow *
window_fixture_find_file (WindowFixture *fixture,
                          GFile         *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && (file == NULL || tl_window_has_file (l->data, file)))
      return l->data;
  return NULL;
}

/* It is there after the first frame, and laid out when the canvas has its size. */
static void
wait_for_diagram (TlWindow *window)
{
  TlCanvas *canvas;

  tl_test_wait_for (window_find (window, TL_TYPE_CANVAS) != NULL);
  canvas = TL_CANVAS (window_find (window, TL_TYPE_CANVAS));
  tl_test_wait_for (tl_canvas_get_scene (canvas) != NULL);
  tl_turns_finish (NULL);
}

TlWindow *
window_fixture_open_new (WindowFixture *fixture,
                         const char    *version,
                         const char    *template_name)
{
  const TlEdition *edition = tl_edition_get (version);
  const TlTemplate *template = tl_template_find (template_name, edition);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = NULL;
  TlWindow *window;

  g_assert_nonnull (template);
  project = tl_template_create_project (template, edition, "Test", &error);
  g_assert_no_error (error);
  tl_application_open_project (fixture->application, project);
  window = find_window_of (fixture, project);
  g_assert_nonnull (window);
  tl_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
  wait_for_diagram (window);
  return window;
}

TlWindow *
window_fixture_open_file (WindowFixture *fixture,
                          const char    *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window;

  tl_application_open_file (fixture->application, file);
  window = window_fixture_find_file (fixture, file);
  g_assert_nonnull (window);
  tl_test_wait_for (!g_str_equal (window_get_shown (window), "loading"));
  if (window_get_project (window) != NULL)
    wait_for_diagram (window);
  return window;
}

TlProject *
window_get_project (TlWindow *window)
{
  return tl_session_get_project (tl_window_get_session (window));
}

const char *
window_get_shown (TlWindow *window)
{
  /* Menus and popovers have stacks of their own, with pages of other names. */
  for (guint i = 0;; i++)
    {
      GtkWidget *stack = window_find_nth (window, GTK_TYPE_STACK, i);

      g_assert_nonnull (stack);
      if (gtk_stack_get_child_by_name (GTK_STACK (stack), "start") != NULL)
        return gtk_stack_get_visible_child_name (GTK_STACK (stack));
    }
}

void
window_save_as (TlWindow   *window,
                const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  TlDocument *document = tl_window_get_document (window);

  tl_document_save_as_async (document, file, TL_SAVE_CREATE, NULL, tl_test_store_result, &result);
  done = tl_test_await_result (&result);
  tl_document_save_as_finish (document, done, &error);
  g_assert_no_error (error);
}

void
window_activate (TlWindow   *window,
                 const char *action,
                 const char *parameter)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action,
                                             parameter != NULL ? "s" : NULL, parameter));
  tl_turns_finish (NULL);
}

static GtkWidget *
find_dialog (TlWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window) &&
          gtk_widget_get_mapped (GTK_WIDGET (toplevel)))
        return GTK_WIDGET (toplevel);
    }
  return NULL;
}

GtkWidget *
window_wait_for_dialog (TlWindow *window)
{
  tl_test_wait_for (find_dialog (window) != NULL);
  return find_dialog (window);
}

static GtkWidget *
find_below (GtkWidget *root,
            GType      type,
            guint     *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_find_nth (gpointer root,
                 GType    type,
                 guint    n)
{
  return find_below (GTK_WIDGET (root), type, &n);
}

GtkWidget *
window_find (gpointer root,
             GType    type)
{
  return window_find_nth (root, type, 0);
}

gboolean
window_says (gpointer    root,
             const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (root), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (window_says (child, text))
      return TRUE;
  return FALSE;
}

static guint
count_projects (TlLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  tl_library_list_projects_async (library, NULL, tl_test_store_result, &result);
  done = tl_test_await_result (&result);
  entries = tl_library_list_projects_finish (library, done, NULL);
  return entries != NULL ? entries->len : 0;
}

void
window_wait_for_projects (TlLibrary *library,
                          guint      n_projects)
{
  tl_test_wait_for (count_projects (library) == n_projects);
}

TlLibrary *
window_create_library (WindowFixture *fixture)
{
  g_autofree char *database = g_build_filename (fixture->directory, "library.db", NULL);
  g_autofree char *text = tl_test_read_source_file ("resources/samples/northwind-bank.it4it", NULL);
  TlLibrary *library = tl_library_new (database);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);
      g_autofree char *path = tl_test_write_file (fixture->directory, name, text, -1);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      tl_library_index_file (library, file);
    }
  window_wait_for_projects (library, 2);
  return library;
}

/* The test's own directories hide those of the system, where icons and the types
 * of their files are. */
static void
keep_icons (const char *data_dirs)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) dirs = g_strsplit (data_dirs != NULL ? data_dirs : "/usr/local/share:/usr/share",
                                    ":", -1);
  g_autoptr (GStrvBuilder) mime = g_strv_builder_new ();
  g_auto (GStrv) mime_dirs = NULL;

  for (guint i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *icons = g_build_filename (dirs[i], "icons", NULL);
      g_autofree char *types = g_build_filename (dirs[i], "mime", NULL);

      gtk_icon_theme_add_search_path (theme, icons);
      g_strv_builder_add (mime, types);
    }
  mime_dirs = g_strv_builder_end (mime);
  g_content_type_set_mime_dirs ((const char *const *) mime_dirs);
}

/* The message dialog of libadwaita 1.5 and later asks its own heading how high it is
 * at widths that it cannot have, whatever the program, and GTK says so. */
static GLogWriterOutput
log_cb (GLogLevelFlags   level,
        const GLogField *fields,
        gsize            n_fields,
        gpointer         unused)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel")
        && adw_get_minor_version () >= 5)
      return g_log_writer_standard_streams (level, fields, n_fields, NULL);
  return g_log_writer_default (level, fields, n_fields, NULL);
}

int
window_run (int    *argc,
            char ***argv,
            void  (*add_tests) (void))
{
  g_autofree char *data_dirs = g_strdup (g_getenv ("XDG_DATA_DIRS"));

  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  g_log_set_writer_func (log_cb, NULL, NULL);
  /* By with-pseudo-locale; all others expect English. */
  if (g_getenv ("TL_LOCALEDIR") != NULL)
    tl_language_start ();
  adw_init ();
  keep_icons (data_dirs);
  add_tests ();
  return g_test_run ();
}
