/* test-help-window.c: what is on screen is explained, and anything is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "reference/tl-help.h"
#include "reference/tl-term.h"
#include "ui/tl-blueprint-editor.h"
#include "ui/tl-diagram-page.h"
#include "ui/tl-help-article.h"
#include "ui/tl-help-context.h"
#include "ui/tl-help-search.h"
#include "ui/tl-help-source.h"
#include "ui/tl-help-window.h"
#include "ui/tl-inspector.h"
#include "ui/tl-preferences.h"

#include <string.h>

static TlHelpWindow *
find_help (WindowFixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture->application)); l != NULL; l = l->next)
    if (TL_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* As by F1 in a window. */
static const char *
ask_for_help (WindowFixture *fixture,
              gpointer       window)
{
  gtk_window_present (GTK_WINDOW (window));
  tl_test_wait_for (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)) == window);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "help", NULL);
  tl_test_wait_for (find_help (fixture) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_help (fixture))));
  return tl_help_window_get_target (find_help (fixture));
}

static void
ask_for (WindowFixture *fixture,
         const char    *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "help-on", g_variant_new_string (target));
  tl_test_wait_for (find_help (fixture) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_help (fixture))));
}

static void
close_help (WindowFixture *fixture)
{
  TlHelpWindow *window = find_help (fixture);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  tl_test_wait_for (find_help (fixture) == NULL);
}

static const char *
get_label (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "";
}

/* A label with a text in it, below @root. */
static GtkWidget *
find_label (gpointer    root,
            const char *text)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = window_find_nth (root, GTK_TYPE_LABEL, i);

      if (label == NULL || strstr (get_label (label), text) != NULL)
        return label;
    }
}

static gboolean
says (WindowFixture *fixture,
      const char    *text)
{
  return find_label (window_find (find_help (fixture), TL_TYPE_HELP_ARTICLE), text) != NULL;
}

static void
follow (WindowFixture *fixture,
        const char    *uri)
{
  g_autofree char *attribute = g_strdup_printf ("\"%s\"", uri);
  GtkWidget *label = find_label (window_find (find_help (fixture), TL_TYPE_HELP_ARTICLE), attribute);
  gboolean handled = FALSE;

  g_assert_nonnull (label);
  g_signal_emit_by_name (label, "activate-link", uri, &handled);
  g_assert_true (handled);
}

static gboolean
shows (WindowFixture *fixture,
       const char    *target)
{
  return g_strcmp0 (tl_help_window_get_target (find_help (fixture)), target) == 0;
}

static void
type (TlHelpWindow *window,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (window_find (window, GTK_TYPE_SEARCH_ENTRY)), text);
}

/* The page has lists, too. */
static GtkListBoxRow *
get_row (TlHelpWindow *window,
         int           position)
{
  GtkWidget *list = NULL;

  for (guint i = 0; list == NULL || !gtk_widget_has_css_class (list, "navigation-sidebar"); i++)
    list = window_find_nth (window, GTK_TYPE_LIST_BOX, i);
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), position);
}

static const char *
get_row_target (TlHelpWindow *window,
                int           position)
{
  GtkListBoxRow *row = get_row (window, position);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "target") : NULL;
}

/* Pages and terms {{{1 */

static gboolean
has_action (WindowFixture *fixture,
            TlWindow      *window,
            const char    *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_name, &name, &target, NULL));
  if (g_str_has_prefix (name, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (fixture->application), name + strlen ("app."));
  if (g_str_has_prefix (name, "win."))
    return g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win."));
  return tl_blueprint_editor_get_keys (name) != NULL;
}

static void
check_actions (WindowFixture     *fixture,
               TlWindow          *window,
               const TlHelpBlock *block)
{
  g_autoptr (GPtrArray) spans = tl_help_parse_text (tl_help_block_get_text (block));

  if (block->action != NULL && !has_action (fixture, window, block->action))
    g_error ("there is no %s", block->action);
  for (guint i = 0; i < spans->len; i++)
    {
      const char *target = ((TlHelpSpan *) spans->pdata[i])->target;

      if (target != NULL && g_str_has_prefix (target, "action:")
          && !has_action (fixture, window, target + strlen ("action:")))
        g_error ("there is no %s", target);
    }
}

/* Each page can be shown, and the actions in it are there. */
static void
test_pages (WindowFixture *fixture,
            gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");

  tl_test_wait_for (g_strcmp0 (window_get_shown (window), "project") == 0);
  ask_for (fixture, TL_HELP_FIRST_PAGE);
  for (const TlHelpChapter *const *chapter = tl_help_list_chapters (); *chapter != NULL; chapter++)
    for (const TlHelpPage *const *page = (*chapter)->pages; *page != NULL; page++)
      {
        g_assert_true (tl_help_window_go (find_help (fixture), (*page)->id));
        g_assert_true (says (fixture, (*page)->id) || shows (fixture, (*page)->id));
        for (const TlHelpBlock *const *block = (*page)->blocks; *block != NULL; block++)
          check_actions (fixture, window, *block);
      }
  g_assert_true (tl_help_window_go (find_help (fixture), TL_HELP_WORDS));
  g_assert_false (tl_help_window_go (find_help (fixture), "nowhere"));
  g_assert_true (shows (fixture, TL_HELP_WORDS));
  close_help (fixture);
}

/* Every term of both editions is explained, with its source. */
static void
test_terms (WindowFixture *fixture,
            gconstpointer  version)
{
  const TlEdition *edition = tl_edition_get (version);

  ask_for (fixture, version);
  for (const TlTerm *const *term = tl_term_list (edition); *term != NULL; term++)
    {
      g_autofree char *origin = tl_term_dup_origin (*term);
      g_autofree char *text = g_markup_escape_text (tl_term_get_text (*term) != NULL ? tl_term_get_text (*term)
                                                                                     : "Not known", -1);
      g_autofree char *name = g_markup_escape_text (tl_term_get_name (*term), -1);

      if ((*term)->kind == TL_TERM_ATTRIBUTE && (*term)->attribute->order > 1)
        continue;
      g_assert_true (tl_help_window_go (find_help (fixture), (*term)->id));
      g_assert_true (says (fixture, name));
      g_assert_true (says (fixture, text));
      g_assert_true (says (fixture, origin));
    }
  close_help (fixture);
}

/* Going {{{1 */

static void
test_links (WindowFixture *fixture,
            gconstpointer  data)
{
  TlHelpWindow *window;

  ask_for (fixture, TL_HELP_FIRST_PAGE);
  window = find_help (fixture);
  follow (fixture, "help:value-chain");
  tl_test_wait_for (shows (fixture, "value-chain"));
  follow (fixture, "help:2.1");
  tl_test_wait_for (shows (fixture, "2.1"));
  follow (fixture, "help:2.1/component:incident");
  tl_test_wait_for (shows (fixture, "2.1/component:incident"));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Incident"));

  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_true (shows (fixture, "value-chain"));
  gtk_widget_activate_action (GTK_WIDGET (window), "help.forward", NULL);
  g_assert_true (shows (fixture, "2.1"));
  /* From here on it is another way. */
  g_assert_true (tl_help_window_go (window, "gaps"));
  gtk_widget_activate_action (GTK_WIDGET (window), "help.forward", NULL);
  g_assert_true (shows (fixture, "gaps"));
  close_help (fixture);
}

/* A row of a term, as the inspector has it, leads to another term. */
static void
test_rows (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *article, *row = NULL;

  ask_for (fixture, "2.1/component:incident");
  article = window_find (find_help (fixture), TL_TYPE_HELP_ARTICLE);
  for (guint i = 0; (row = window_find_nth (article, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)))
      break;
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  tl_test_wait_for (!shows (fixture, "2.1/component:incident"));
  g_assert_nonnull (tl_term_lookup (tl_help_window_get_target (find_help (fixture))));
  close_help (fixture);
}

static void
test_show (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlSession *session = tl_window_get_session (window);

  tl_test_wait_for (g_strcmp0 (window_get_shown (window), "project") == 0);
  ask_for (fixture, "3.0/component:incident");
  follow (fixture, "help:show:3.0/component:incident");
  tl_test_wait_for (g_strcmp0 (tl_session_get_selection (session), "component:incident") == 0);
  g_assert_cmpstr (tl_edition_get_version (tl_session_get_edition (session)), ==, "3.0");

  g_assert_true (tl_help_window_go (find_help (fixture), "gaps"));
  follow (fixture, "help:action:win.page::traceability");
  tl_test_wait_for (g_strcmp0 (tl_session_get_page (session), TL_PAGE_TRACEABILITY) == 0);
  close_help (fixture);
}

/* Searching {{{1 */

static void
test_search (WindowFixture *fixture,
             gconstpointer  data)
{
  TlHelpWindow *window;
  GtkWidget *entry;

  ask_for (fixture, TL_HELP_FIRST_PAGE);
  window = find_help (fixture);
  entry = window_find (window, GTK_TYPE_SEARCH_ENTRY);
  tl_test_wait_for (g_strcmp0 (get_row_target (window, 0), TL_HELP_FIRST_PAGE) == 0);

  type (window, "overl");
  tl_test_wait_for (g_strcmp0 (get_row_target (window, 0), "overlays") == 0);
  type (window, "incident");
  tl_test_wait_for (tl_term_lookup (get_row_target (window, 0)) != NULL);
  /* Enter goes to the best. */
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (shows (fixture, get_row_target (window, 0)));
  type (window, "nothing is called so");
  tl_test_wait_for (get_row (window, 0) == NULL);

  /* Escape brings the contents back, and then ends it. */
  g_signal_emit_by_name (entry, "stop-search");
  tl_test_wait_for (g_strcmp0 (get_row_target (window, 0), TL_HELP_FIRST_PAGE) == 0);
  g_signal_emit_by_name (entry, "stop-search");
  tl_test_wait_for (find_help (fixture) == NULL);
}

/* It comes back as large as it was. */
static void
test_size (WindowFixture *fixture,
           gconstpointer  data)
{
  int width, height;

  ask_for (fixture, "overlays");
  gtk_window_get_default_size (GTK_WINDOW (find_help (fixture)), &width, &height);
  g_assert_cmpint (width, !=, 700);
  gtk_window_set_default_size (GTK_WINDOW (find_help (fixture)), 700, 560);
  close_help (fixture);
  ask_for (fixture, "overlays");
  gtk_window_get_default_size (GTK_WINDOW (find_help (fixture)), &width, &height);
  g_assert_cmpint (width, ==, 700);
  g_assert_cmpint (height, ==, 560);
  close_help (fixture);
}

static void
test_folded (void)
{
  g_autoptr (TlQuery) query = tl_query_parse ("MATÚRITY", -1);
  g_autoptr (TlQuery) filter = tl_query_parse ("kind:tool maturity", -1);
  g_autoptr (GPtrArray) hits = tl_help_search (query, TL_HELP_SEARCH_PAGES, 10);
  g_autoptr (GPtrArray) few = tl_help_search (query, TL_HELP_SEARCH_ALL, 1);
  g_autoptr (GPtrArray) none = tl_help_search (filter, TL_HELP_SEARCH_ALL, 10);

  g_assert_cmpuint (hits->len, >, 1);
  g_assert_cmpstr (((TlHelpHit *) hits->pdata[0])->target, ==, "assessing");
  for (guint i = 1; i < hits->len; i++)
    g_assert_cmpuint (((TlHelpHit *) hits->pdata[i])->rank, <=, ((TlHelpHit *) hits->pdata[i - 1])->rank);
  g_assert_cmpuint (few->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GPtrArray **) user_data = tl_found_source_search_finish (TL_FOUND_SOURCE (source), result, NULL);
}

/* In the search everywhere pages come after all else. */
static void
test_source (void)
{
  g_autoptr (TlHelpSource) source = tl_help_source_new ();
  g_autoptr (GPtrArray) found = NULL;

  tl_found_source_search_async (TL_FOUND_SOURCE (source), "gaps", 5, NULL, found_cb, &found);
  tl_test_wait_for (found != NULL);
  g_assert_cmpuint (found->len, >, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const TlFoundFacts *facts = tl_found_get_facts (found->pdata[i]);

      g_assert_cmpint (facts->group, ==, TL_FOUND_HELP);
      g_assert_cmpuint (facts->rank, ==, 1);
      g_assert_cmpstr (facts->action, ==, "app.help-on");
      g_assert_nonnull (facts->target);
    }
  g_assert_cmpstr (g_variant_get_string (tl_found_get_facts (found->pdata[0])->target, NULL), ==, "gaps");
}

/* What is on screen {{{1 */

static void
test_known_pages (void)
{
  for (const char *const *entry = tl_help_context_list (); *entry != NULL; entry += 2)
    g_assert_nonnull (tl_help_lookup_page (entry[1]));
}

static void
test_context (WindowFixture *fixture,
              gconstpointer  data)
{
  static const char *const pages[][2] = {
    { TL_PAGE_DIAGRAM, "value-chain" },  { TL_PAGE_SERVICES, "services" },       { TL_PAGE_BLUEPRINT, "blueprint" },
    { TL_PAGE_LANDSCAPE, "landscape" },  { TL_PAGE_TRACEABILITY, "traceability" },
  };
  TlWindow *start = tl_window_new (fixture->application);
  TlWindow *window;
  TlSession *session;

  gtk_window_present (GTK_WINDOW (start));
  tl_test_wait_for (g_strcmp0 (window_get_shown (start), "start") == 0);
  gtk_window_set_focus (GTK_WINDOW (start), NULL);
  g_assert_cmpstr (ask_for_help (fixture, start), ==, "library");
  window = window_fixture_open_new (fixture, "2.1", "starter");
  tl_test_wait_for (g_strcmp0 (window_get_shown (window), "project") == 0);
  session = tl_window_get_session (window);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      tl_session_set_page (session, pages[i][0]);
      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      g_assert_cmpstr (ask_for_help (fixture, window), ==, pages[i][1]);
    }
  close_help (fixture);
}

/* A widget may say itself what explains it, with all that is in it. */
static void
test_own (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), button);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_focus (GTK_WINDOW (window), button);
  g_assert_cmpstr (tl_help_context_find (GTK_WINDOW (window)), ==, TL_HELP_FIRST_PAGE);
  g_assert_cmpstr (tl_help_context_find (NULL), ==, TL_HELP_FIRST_PAGE);
  tl_help_context_set (box, "gaps");
  g_assert_cmpstr (tl_help_context_find (GTK_WINDOW (window)), ==, "gaps");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is selected is what is asked about, where it is the diagram or the inspector
 * that one looks at. */
static void
test_selection (WindowFixture *fixture,
                gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlSession *session = tl_window_get_session (window);

  tl_test_wait_for (g_strcmp0 (window_get_shown (window), "project") == 0);
  tl_session_set_selection (session, "component:incident");
  window_activate (window, "win.focus-inspector", NULL);
  tl_test_wait_for (window_find (window, TL_TYPE_INSPECTOR) != NULL
                    && gtk_window_get_focus (GTK_WINDOW (window)) != NULL
                    && gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                               window_find (window, TL_TYPE_INSPECTOR)));
  g_assert_cmpstr (ask_for_help (fixture, window), ==, "2.1/component:incident");
  close_help (fixture);
}

static GtkWidget *
find_action (gpointer    root,
             const char *action)
{
  GtkWidget *button;

  for (guint i = 0; (button = window_find_nth (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
      return button;
  return NULL;
}

/* The button beside what the inspector is about. */
static void
test_inspector (WindowFixture *fixture,
                gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "3.0", "starter");
  TlSession *session = tl_window_get_session (window);
  GtkWidget *button;

  tl_test_wait_for (g_strcmp0 (window_get_shown (window), "project") == 0);
  button = find_action (window_find (window, TL_TYPE_INSPECTOR), "app.help-on");
  g_assert_nonnull (button);
  /* Of the project itself. */
  g_signal_emit_by_name (button, "clicked");
  tl_test_wait_for (find_help (fixture) != NULL && shows (fixture, "project"));
  tl_session_set_selection (session, "data-object:incident");
  g_signal_emit_by_name (button, "clicked");
  tl_test_wait_for (shows (fixture, "3.0/data-object:incident"));
  close_help (fixture);
}

/* The target of what a menu has last. */
static char *
dup_last_target (GMenuModel *menu)
{
  int last = g_menu_model_get_n_items (menu) - 1;
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, last, G_MENU_LINK_SECTION);
  char *action = NULL;
  char *target = NULL;

  g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_cmpstr (action, ==, "app.help-on");
  g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_TARGET, "s", &target));
  g_free (action);
  return target;
}

static void
test_menu (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  GtkWidget *canvas, *page;
  g_autofree char *target = NULL;

  tl_test_wait_for (g_strcmp0 (window_get_shown (window), "project") == 0);
  page = window_find (window, TL_TYPE_DIAGRAM_PAGE);
  canvas = window_find (page, TL_TYPE_CANVAS);
  tl_test_wait_for (tl_canvas_get_scene (TL_CANVAS (canvas)) != NULL);
  g_signal_emit_by_name (canvas, "context-menu", "component:incident", 10.0, 10.0);
  target = dup_last_target (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (window_find (page, GTK_TYPE_POPOVER_MENU))));
  g_assert_cmpstr (target, ==, "2.1/component:incident");
  gtk_popover_popdown (GTK_POPOVER (window_find (page, GTK_TYPE_POPOVER_MENU)));
}

/* F1, as a dialog has it. */
static gboolean
press_help (GtkWidget *dialog)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (dialog);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;
      g_autofree char *keys = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || g_list_model_get_n_items (G_LIST_MODEL (controller)) != 1)
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      keys = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      if (g_str_equal (keys, "F1"))
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, dialog, NULL);
    }
  return FALSE;
}

static void
test_dialog (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  GtkWidget *dialog;

  tl_test_wait_for (g_strcmp0 (window_get_shown (window), "project") == 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  dialog = window_wait_for_dialog (window);
  g_assert_true (TL_IS_PREFERENCES (dialog));
  g_assert_cmpstr (tl_help_context_find (GTK_WINDOW (dialog)), ==, "preferences");
  g_assert_true (press_help (dialog));
  tl_test_wait_for (find_help (fixture) != NULL && shows (fixture, "preferences"));
  close_help (fixture);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  window_add ("/help-window/size", NULL, test_size);
  window_add ("/help-window/pages", NULL, test_pages);
  window_add ("/help-window/terms/2.1", "2.1", test_terms);
  window_add ("/help-window/terms/3.0", "3.0", test_terms);
  window_add ("/help-window/links", NULL, test_links);
  window_add ("/help-window/rows", NULL, test_rows);
  window_add ("/help-window/show", NULL, test_show);
  window_add ("/help-window/search", NULL, test_search);
  g_test_add_func ("/help-window/folded", test_folded);
  g_test_add_func ("/help-window/source", test_source);
  g_test_add_func ("/help-window/known-pages", test_known_pages);
  g_test_add_func ("/help-window/own", test_own);
  window_add ("/help-window/context", NULL, test_context);
  window_add ("/help-window/selection", NULL, test_selection);
  window_add ("/help-window/inspector", NULL, test_inspector);
  window_add ("/help-window/menu", NULL, test_menu);
  window_add ("/help-window/dialog", NULL, test_dialog);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
