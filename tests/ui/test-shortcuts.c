/* test-shortcuts.c: each key is told, and what is told is a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-pointer.h"
#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "ui/tl-accelerators.h"
#include "ui/tl-focus.h"
#include "ui/tl-help-window.h"
#include "ui/tl-inspector.h"
#include "ui/tl-library-page.h"
#include "ui/tl-outline.h"
#include "ui/tl-ui-resource.h"

/* The window that tells {{{1 */

/* (element-type GtkShortcutsShortcut) */
static GPtrArray *
list_told (GtkBuilder *builder)
{
  GPtrArray *told = g_ptr_array_new ();
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);

  for (GSList *l = objects; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, GTK_TYPE_SHORTCUTS_SHORTCUT))
      g_ptr_array_add (told, l->data);
  return told;
}

static char *
dup_property (gpointer    shortcut,
              const char *name)
{
  char *value = NULL;

  g_object_get (shortcut, name, &value, NULL);
  return value;
}

static GtkBuilder *
open_told (void)
{
  return gtk_builder_new_from_resource (TL_UI_RESOURCE ("help-overlay.ui"));
}

static void
close_told (GtkBuilder *builder)
{
  g_object_unref (builder);
}

/* Actions with keys everywhere {{{1 */

/* "win.page('diagram')" and "win.page::diagram" are the same. */
static char *
dup_plain (const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed, &name, &target, &error);
  g_assert_no_error (error);
  return g_action_print_detailed_name (name, target);
}

static gboolean
is_action (TlWindow   *window,
           const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GActionMap *map;

  g_action_parse_detailed_name (detailed, &name, &target, NULL);
  if (g_str_equal (name, "window.close"))
    return TRUE;
  map = g_str_has_prefix (name, "app.") ? G_ACTION_MAP (gtk_window_get_application (GTK_WINDOW (window)))
                                        : G_ACTION_MAP (window);
  return g_action_map_lookup_action (map, name + strlen ("app.")) != NULL;
}

/* One with several keys may be told by the first of them. */
static char *
dup_action (gpointer        shortcut,
            GtkApplication *application)
{
  g_autofree char *action = dup_property (shortcut, "action-name");
  g_autofree char *keys = dup_property (shortcut, "accelerator");
  g_auto (GStrv) actions = NULL;

  if (action != NULL)
    return dup_plain (action);
  if (keys == NULL || strpbrk (keys, " .") != NULL)
    return NULL;
  actions = gtk_application_get_actions_for_accel (application, keys);
  return *actions != NULL ? dup_plain (*actions) : NULL;
}

static void
test_actions (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  GtkApplication *application = GTK_APPLICATION (fixture->application);
  GtkBuilder *builder = open_told ();
  g_autoptr (GPtrArray) told = list_told (builder);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < told->len; i++)
    {
      char *action = dup_action (told->pdata[i], application);
      g_auto (GStrv) keys = NULL;

      if (action == NULL)
        continue;
      keys = gtk_application_get_accels_for_action (application, action);
      g_test_message ("%s", action);
      g_assert_cmpuint (g_strv_length (keys), >, 0);
      g_assert_true (is_action (window, action));
      /* Each once. */
      g_assert_true (g_hash_table_add (names, action));
    }
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *action = dup_plain (actions[i]);

      g_test_message ("%s", action);
      g_assert_true (g_hash_table_contains (names, action));
    }
  close_told (builder);
}

/* No two actions have the same key. */
static void
test_once (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkApplication *application = GTK_APPLICATION (fixture->application);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_auto (GStrv) of_key = gtk_application_get_actions_for_accel (application, keys[j]);

          g_test_message ("%s", keys[j]);
          g_assert_cmpuint (g_strv_length (of_key), ==, 1);
        }
    }
}

/* The arrow that points to what was seen before. */
static void
test_mirrored (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkApplication *application = GTK_APPLICATION (fixture->application);
  g_auto (GStrv) back = NULL;
  g_auto (GStrv) forward = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  tl_accelerators_set (application);
  back = gtk_application_get_accels_for_action (application, "win.back");
  forward = gtk_application_get_accels_for_action (application, "win.forward");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  tl_accelerators_set (application);
  g_assert_cmpstr (back[0], ==, "<Alt>Right");
  g_assert_cmpstr (forward[0], ==, "<Alt>Left");
}

/* Help has keys of its own. */
static void
test_help (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkTextDirection direction = GPOINTER_TO_INT (data);
  gboolean mirrored = direction == GTK_TEXT_DIR_RTL;
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  TlHelpWindow *window = TL_HELP_WINDOW (tl_help_window_new ());

  gtk_widget_set_direction (GTK_WIDGET (window), direction);
  gtk_window_present (GTK_WINDOW (window));
  tl_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_true (tl_help_window_go (window, "value-chain"));
  g_assert_true (tl_help_window_go (window, "gaps"));
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  tl_test_pointer_key (pointer, mirrored ? GDK_KEY_Right : GDK_KEY_Left, GDK_ALT_MASK);
  tl_test_wait_for (g_str_equal (tl_help_window_get_target (window), "value-chain"));
  tl_test_pointer_key (pointer, mirrored ? GDK_KEY_Left : GDK_KEY_Right, GDK_ALT_MASK);
  tl_test_wait_for (g_str_equal (tl_help_window_get_target (window), "gaps"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Keys of a page {{{1 */

static char *
dup_key_name (guint           key,
              GdkModifierType modifiers)
{
  return gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
}

/* Adds those of "Left <Shift>Right" and "0...5". */
static void
add_keys (GHashTable *keys,
          const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " .", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (*parts[i] == '\0')
        continue;
      g_test_message ("%s", parts[i]);
      g_assert_true (gtk_accelerator_parse (parts[i], &key, &modifiers));
      g_hash_table_add (keys, dup_key_name (key, modifiers));
    }
}

static void
collect_told (GHashTable *keys)
{
  GtkBuilder *builder = open_told ();
  g_autoptr (GPtrArray) told = list_told (builder);

  for (guint i = 0; i < told->len; i++)
    {
      g_autofree char *text = dup_property (told->pdata[i], "accelerator");
      g_autofree char *title = dup_property (told->pdata[i], "title");

      g_assert_true (title != NULL && *title != '\0');
      if (text != NULL)
        add_keys (keys, text);
    }
  close_told (builder);
}

static gboolean
is_told (GHashTable         *told,
         GtkApplication     *application,
         GtkShortcutTrigger *trigger)
{
  g_autofree char *name = NULL;
  g_auto (GStrv) actions = NULL;

  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_told (told, application, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)))
           || is_told (told, application, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)));
  if (!GTK_IS_KEYVAL_TRIGGER (trigger))
    return FALSE;
  name = dup_key_name (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                       gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
  actions = gtk_application_get_actions_for_accel (application, name);
  return g_hash_table_contains (told, name) || g_strv_length (actions) > 0;
}

/* The own ones, not those that GTK gives to each list and window. */
static gboolean
is_own (const char *action)
{
  static const char *const prefixes[] = { "blueprint.", "canvas.", "library.", "table." };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (action, prefixes[i]))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GtkApplication *application;
  GHashTable     *told;
  GHashTable     *seen; /* name of an action → whether one of its keys is told */
} Walk;

static void
look_at (Walk        *walk,
         GtkShortcut *shortcut)
{
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
  const char *name;

  if (!GTK_IS_NAMED_ACTION (action))
    return;
  name = gtk_named_action_get_action_name (GTK_NAMED_ACTION (action));
  if (!is_own (name))
    return;
  if (is_told (walk->told, walk->application, gtk_shortcut_get_trigger (shortcut)))
    g_hash_table_replace (walk->seen, g_strdup (name), GINT_TO_POINTER (TRUE));
  else if (!g_hash_table_contains (walk->seen, name))
    g_hash_table_replace (walk->seen, g_strdup (name), GINT_TO_POINTER (FALSE));
}

static void
walk_below (Walk      *walk,
            GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          look_at (walk, shortcut);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    walk_below (walk, child);
}

static void
test_keys (WindowFixture *fixture,
           gconstpointer  data)
{
  static const char *const pages[] = { "services", "blueprint", "landscape", "traceability", "diagram" };
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);
  g_autoptr (GtkWidget) library = g_object_ref_sink (g_object_new (TL_TYPE_LIBRARY_PAGE, NULL));
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { GTK_APPLICATION (fixture->application), told, seen };
  GHashTableIter iter;
  gpointer name, found;

  collect_told (told);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    window_activate (window, "win.page", pages[i]);
  walk_below (&walk, GTK_WIDGET (window));
  walk_below (&walk, library);

  g_assert_cmpuint (g_hash_table_size (seen), >, 20);
  g_assert_true (g_hash_table_contains (seen, "library.pin"));
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &name, &found))
    {
      g_test_message ("%s", (const char *) name);
      g_assert_true (GPOINTER_TO_INT (found));
    }
}

/* Going about by keys {{{1 */

static gboolean
has_keyboard (gpointer widget)
{
  return widget != NULL && tl_focus_is_within (GTK_WIDGET (widget));
}

static void
test_panes (WindowFixture *fixture,
            gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "3.0", "starter");
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  GtkWidget *header = window_find (window, ADW_TYPE_HEADER_BAR);
  GtkWidget *page;

  if (pointer == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 700);
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  page = window_find (window, TL_TYPE_CANVAS);
  window_activate (window, "win.focus-page", NULL);
  tl_test_wait_for (has_keyboard (page));

  tl_test_pointer_key (pointer, GDK_KEY_F6, 0);
  tl_test_wait_for (has_keyboard (window_find (window, TL_TYPE_INSPECTOR)));
  tl_test_pointer_key (pointer, GDK_KEY_F6, 0);
  tl_test_wait_for (has_keyboard (header));
  tl_test_pointer_key (pointer, GDK_KEY_F6, 0);
  tl_test_wait_for (has_keyboard (window_find (window, TL_TYPE_OUTLINE)));
  tl_test_pointer_key (pointer, GDK_KEY_F6, 0);
  tl_test_wait_for (has_keyboard (page));
  tl_test_pointer_key (pointer, GDK_KEY_F6, GDK_SHIFT_MASK);
  tl_test_wait_for (has_keyboard (window_find (window, TL_TYPE_OUTLINE)));

  /* What cannot be seen is passed over. */
  tl_test_pointer_key (pointer, GDK_KEY_F9, 0);
  tl_test_pointer_key (pointer, GDK_KEY_F6, GDK_SHIFT_MASK);
  tl_test_wait_for (has_keyboard (page) || has_keyboard (header));
  window_activate (window, "win.focus-page", NULL);
  tl_test_pointer_key (pointer, GDK_KEY_F6, GDK_SHIFT_MASK);
  tl_test_wait_for (has_keyboard (header));
}

static void
test_pages (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const pages[] = { "services", "blueprint", "landscape", "traceability", "diagram" };
  TlWindow *window = window_fixture_open_new (fixture, "3.0", "starter");
  TlSession *session = tl_window_get_session (window);
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();

  if (pointer == NULL)
    return;
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      tl_test_pointer_key (pointer, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
      tl_test_wait_for (g_str_equal (tl_session_get_page (session), pages[i]));
    }
  tl_test_pointer_key (pointer, GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  tl_test_wait_for (g_str_equal (tl_session_get_page (session), "traceability"));
  tl_test_pointer_key (pointer, GDK_KEY_Home, GDK_ALT_MASK);
  tl_test_wait_for (g_str_equal (tl_session_get_page (session), "diagram"));
}

static void
add_tests (void)
{
  window_add ("/shortcuts/actions", NULL, test_actions);
  window_add ("/shortcuts/mirrored", NULL, test_mirrored);
  window_add ("/shortcuts/help", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_help);
  window_add ("/shortcuts/help/mirrored", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_help);
  window_add ("/shortcuts/once", NULL, test_once);
  window_add ("/shortcuts/keys", NULL, test_keys);
  window_add ("/shortcuts/panes", NULL, test_panes);
  window_add ("/shortcuts/pages", NULL, test_pages);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
