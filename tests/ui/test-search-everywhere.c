/* test-search-everywhere.c: anything is found, and can be done, from one box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-pointer.h"
#include "tl-test-toplevel.h"
#include "tl-window-fixture.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "ui/tl-preferences.h"
#include "ui/tl-found-model.h"
#include "ui/tl-results-window.h"
#include "ui/tl-search-everywhere.h"

typedef struct
{
  GtkWidget  *box;
  GtkWidget  *entry;
  GtkWidget  *list;
  GListModel *found;
} Box;

static Box
get_box (TlWindow *window)
{
  Box box;

  box.box = window_find (window, TL_TYPE_SEARCH_EVERYWHERE);
  box.entry = window_find (box.box, GTK_TYPE_SEARCH_ENTRY);
  box.list = window_find (box.box, GTK_TYPE_LIST_VIEW);
  box.found = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (box.list)));
  return box;
}

/* It is made when it is first asked for. */
static Box
wait_for_box (TlWindow *window)
{
  tl_test_wait_for (window_find (window, TL_TYPE_SEARCH_EVERYWHERE) != NULL &&
                    gtk_widget_get_mapped (window_find (window, TL_TYPE_SEARCH_EVERYWHERE)));
  return get_box (window);
}

static Box
open_box (TlWindow *window)
{
  window_activate (window, "win.search-everywhere", NULL);
  return wait_for_box (window);
}

/* A window that goes with it open would leave the keyboard to nobody. */
static void
close_box (Box *box)
{
  gtk_popover_popdown (GTK_POPOVER (box->box));
  tl_test_wait_for (!gtk_widget_get_mapped (box->box));
}

static const TlFoundFacts *
get_facts (Box  *box,
           guint position)
{
  g_autoptr (TlFound) found = g_list_model_get_item (box->found, position);

  return found != NULL ? tl_found_get_facts (found) : NULL;
}

static gboolean
is_first (Box        *box,
          const char *title)
{
  const TlFoundFacts *facts = get_facts (box, 0);

  return facts != NULL && g_str_equal (facts->title, title);
}

static gboolean
lists (Box        *box,
       const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (box->found); i++)
    if (g_str_equal (get_facts (box, i)->title, title))
      return TRUE;
  return FALSE;
}

static void
type (Box        *box,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (box->entry), text);
}

static const char *
get_page (Box *box)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (window_find (box->box, GTK_TYPE_STACK)));
}

static char *
get_sample (void)
{
  return tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
}

static void
test_thing (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *path = get_sample ();
  TlWindow *window = window_fixture_open_file (fixture, path);
  TlSession *session = tl_window_get_session (window);
  Box box = open_box (window);

  g_assert_cmpstr (get_page (&box), ==, "hint");
  type (&box, "checkout api");
  /* Enter comes before anything is found. */
  g_signal_emit_by_name (box.entry, "activate");
  tl_test_wait_for (tl_session_get_selected_record (session) != NULL);
  g_assert_cmpstr (tl_record_get_name (tl_session_get_selected_record (session)), ==, "Checkout API");
  g_assert_cmpstr (tl_session_get_page (session), ==, TL_PAGE_BLUEPRINT);
  tl_test_wait_for (!gtk_widget_get_mapped (box.box));
}

static void
test_concepts (WindowFixture *fixture,
               gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlSession *session = tl_window_get_session (window);
  Box box = open_box (window);

  type (&box, "fulfillment orchestration");
  tl_test_wait_for (is_first (&box, "Fulfillment Orchestration"));
  g_signal_emit_by_name (box.entry, "activate");
  tl_test_wait_for (tl_session_get_selected_concept (session) != NULL);
  g_assert_cmpstr (tl_edition_get_version (tl_session_get_edition (session)), ==, "3.0");
}

/* What is not saved is found, by what it is called now. */
static void
test_unsaved (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlRecord *project = TL_RECORD (window_get_project (window));
  TlRecord *tool = tl_record_get_child (project, TL_PROJECT_TOOLS, 0);
  Box box;

  g_assert_true (tl_edit_set (tool, TL_TOOL_NAME, "Kassenbücher", NULL));
  g_assert_true (tl_edit_set (tool, TL_TOOL_OWNER, "Treasury", NULL));
  box = open_box (window);
  type (&box, "kassenbuch");
  tl_test_wait_for (is_first (&box, "Kassenbücher"));
  g_assert_nonnull (get_facts (&box, 0)->attributes);
  type (&box, "kind:tool owner:treas");
  tl_test_wait_for (g_list_model_get_n_items (box.found) == 1);
  g_assert_true (is_first (&box, "Kassenbücher"));
  type (&box, "kind:service kassenbuch");
  tl_test_wait_for (g_str_equal (get_page (&box), "nothing"));
  type (&box, "");
  tl_test_wait_for (g_str_equal (get_page (&box), "hint"));
  close_box (&box);
}

static void
test_commands (WindowFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *path = get_sample ();
  TlWindow *window = window_fixture_open_file (fixture, path);
  TlSession *session = tl_window_get_session (window);
  Box box = open_box (window);

  type (&box, "landscape");
  tl_test_wait_for (is_first (&box, "Landscape"));
  g_signal_emit_by_name (box.entry, "activate");
  tl_test_wait_for (g_str_equal (tl_session_get_page (session), TL_PAGE_LANDSCAPE));

  /* Only what can be used: nothing to undo, no blueprint, and it is there already. */
  box = open_box (window);
  type (&box, "undo");
  tl_test_wait_for (g_str_equal (get_page (&box), "nothing"));
  type (&box, "tidy up");
  tl_test_wait_for (!lists (&box, "Undo") && g_str_equal (get_page (&box), "nothing"));
  type (&box, "landscape");
  tl_test_wait_for (!g_str_equal (get_page (&box), "nothing") ||
                    g_list_model_get_n_items (box.found) == 0);
  g_assert_false (is_first (&box, "Landscape"));

  tl_session_set_page (session, TL_PAGE_BLUEPRINT);
  close_box (&box);
  box = open_box (window);
  type (&box, "tidy up");
  tl_test_wait_for (is_first (&box, "Tidy Up the Blueprint"));
  g_assert_nonnull (get_facts (&box, 0)->keys);
  close_box (&box);
}

/* Also where there is no project. */
static void
test_settings (WindowFixture *fixture,
               gconstpointer  data)
{
  TlWindow *window = tl_window_new (fixture->application);
  Box box;

  gtk_window_present (GTK_WINDOW (window));
  tl_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
  box = open_box (window);
  type (&box, "edition of new");
  tl_test_wait_for (is_first (&box, "Edition of New Projects"));
  g_signal_emit_by_name (box.entry, "activate");
  tl_test_wait_for (tl_test_find_toplevel (TL_TYPE_PREFERENCES) != NULL);
  gtk_window_destroy (tl_test_find_toplevel (TL_TYPE_PREFERENCES));
}

static gboolean
offers (Box        *box,
        const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = window_find_nth (box->box, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return TRUE;
  return FALSE;
}

static guint
count (Box          *box,
       TlFoundGroup  group,
       const char   *title)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (box->found); i++)
    n += get_facts (box, i)->group == group && g_str_equal (get_facts (box, i)->title, title);
  return n;
}

static void
index_sample (const char *name)
{
  g_autofree char *relative = g_strdup_printf ("resources/samples/%s.it4it", name);
  g_autofree char *path = tl_test_build_source_path (relative);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tl_library_index_file (tl_library_get_default (), file);
}

/* Another project's things, and each of the own ones once, by its name of now. */
static void
test_library (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *database = g_build_filename (fixture->directory, "library.db", NULL);
  g_autoptr (TlLibrary) library = tl_library_new (database);
  TlLibrary *before = tl_library_get_default ();
  g_autofree char *path = get_sample ();
  TlWindow *window;
  TlRecord *tool;
  Box box;

  tl_library_set_default (library);
  index_sample ("northwind-bank");
  index_sample ("harbour-energy");
  window_wait_for_projects (library, 2);
  window = window_fixture_open_file (fixture, path);
  box = open_box (window);
  type (&box, "harbour");
  tl_test_wait_for (count (&box, TL_FOUND_LIBRARY, "Harbour Energy") == 1);
  type (&box, "checkout api");
  tl_test_wait_for (is_first (&box, "Checkout API") && !g_str_equal (get_page (&box), "nothing"));
  tl_test_wait_for (lists (&box, "Checkout API"));
  g_assert_cmpuint (count (&box, TL_FOUND_PROJECT, "Checkout API"), ==, 1);
  g_assert_cmpuint (count (&box, TL_FOUND_LIBRARY, "Checkout API"), ==, 0);

  tool = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_TOOLS, 0);
  close_box (&box);
  g_assert_true (tl_edit_set (tool, TL_TOOL_NAME, "Zebra", NULL));
  box = open_box (window);
  type (&box, "zebra");
  tl_test_wait_for (is_first (&box, "Zebra"));

  /* Filters are completed with what there is. */
  type (&box, "project:harb");
  gtk_editable_set_position (GTK_EDITABLE (box.entry), -1);
  tl_test_wait_for (offers (&box, "Harbour Energy"));

  /* What is chosen is opened where it is. */
  type (&box, "harbour");
  tl_test_wait_for (is_first (&box, "Harbour Energy"));
  g_signal_emit_by_name (box.entry, "activate");
  tl_test_wait_for (window_fixture_count (fixture) == 2);
  tl_library_close (library);
  tl_library_set_default (before);
}

/* While the library is being made anew, say. */
static void
test_library_later (WindowFixture *fixture,
                    gconstpointer  data)
{
  g_autofree char *database = g_build_filename (fixture->directory, "library.db", NULL);
  g_autoptr (TlLibrary) library = tl_library_new (database);
  TlLibrary *before = tl_library_get_default ();
  g_autofree char *path = get_sample ();
  Box box;

  tl_library_set_default (library);
  box = open_box (window_fixture_open_file (fixture, path));
  type (&box, "smart metering");
  tl_test_wait_for (g_str_equal (get_page (&box), "nothing"));
  index_sample ("harbour-energy");
  tl_test_wait_for (count (&box, TL_FOUND_LIBRARY, "Smart metering") > 0);
  close_box (&box);
  tl_library_close (library);
  tl_library_set_default (before);
}

/* All that is found, with filters to choose from. */
static void
test_all (WindowFixture *fixture,
          gconstpointer  data)
{
  g_autofree char *path = get_sample ();
  TlWindow *window = window_fixture_open_file (fixture, path);
  TlSession *session = tl_window_get_session (window);
  Box box = open_box (window);
  GtkWidget *results;
  GtkListView *list;
  guint n;

  type (&box, "checkout");
  tl_test_wait_for (is_first (&box, "Checkout"));
  g_signal_emit_by_name (box.box, "show-all", "checkout");
  close_box (&box);
  tl_test_wait_for (tl_test_find_toplevel (TL_TYPE_RESULTS_WINDOW) != NULL);
  results = tl_test_find_toplevel (TL_TYPE_RESULTS_WINDOW);
  list = GTK_LIST_VIEW (window_find (results, GTK_TYPE_LIST_VIEW));
  for (guint i = 0; !gtk_widget_has_css_class (GTK_WIDGET (list), "found-list"); i++)
    list = GTK_LIST_VIEW (window_find_nth (results, GTK_TYPE_LIST_VIEW, i));
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) > 0);
  n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list))), ==, 0);
  g_signal_emit_by_name (list, "activate", 0);
  tl_test_wait_for (tl_session_get_selected_record (session) != NULL);
  g_assert_cmpstr (tl_record_get_name (tl_session_get_selected_record (session)), ==, "Checkout");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (window_find_nth (results, GTK_TYPE_TOGGLE_BUTTON, 5)), TRUE);
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) < n);
  gtk_window_destroy (GTK_WINDOW (results));
}

/* What can be chosen in one of the filters; FALSE if that is not there yet. */
static gboolean
choose (GtkWidget  *results,
        guint       filter,
        const char *value)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (window_find_nth (results, GTK_TYPE_DROP_DOWN, filter));
  GListModel *values = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (values), i), value))
      {
        gtk_drop_down_set_selected (drop_down, i);
        return TRUE;
      }
  return FALSE;
}

static TlFoundModel *
get_model (GtkWidget *results)
{
  GtkWidget *list = window_find (results, GTK_TYPE_LIST_VIEW);

  for (guint i = 0; !gtk_widget_has_css_class (list, "found-list"); i++)
    list = window_find_nth (results, GTK_TYPE_LIST_VIEW, i);
  return TL_FOUND_MODEL (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)))));
}

static guint
count_found (GtkWidget *results)
{
  tl_test_wait_for (!tl_found_model_get_busy (get_model (results)));
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (results)));
}

/* Of one edition, and of one state, by the name that it has in the windows. */
static void
test_all_filters (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *database = g_build_filename (fixture->directory, "library.db", NULL);
  g_autoptr (TlLibrary) library = tl_library_new (database);
  TlLibrary *before = tl_library_get_default ();
  g_autofree char *path = get_sample ();
  GtkWidget *results;
  guint all, edition, state;
  Box box;

  tl_library_set_default (library);
  index_sample ("harbour-energy");
  index_sample ("northwind-bank");
  window_wait_for_projects (library, 2);
  box = open_box (window_fixture_open_file (fixture, path));
  g_signal_emit_by_name (box.box, "show-all", "service");
  close_box (&box);
  tl_test_wait_for (tl_test_find_toplevel (TL_TYPE_RESULTS_WINDOW) != NULL);
  results = tl_test_find_toplevel (TL_TYPE_RESULTS_WINDOW);
  all = count_found (results);
  g_assert_cmpuint (all, >, 0);
  tl_test_wait_for (choose (results, 3, "3.0"));
  edition = count_found (results);
  g_assert_cmpuint (edition, <, all);
  g_assert_cmpuint (edition, >, 0);
  tl_test_wait_for (choose (results, 4, "Live"));
  state = count_found (results);
  g_assert_cmpuint (state, <, edition);
  g_assert_cmpuint (state, >, 0);
  gtk_window_destroy (GTK_WINDOW (results));
  tl_library_close (library);
  tl_library_set_default (before);
}

static void
test_completions (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  g_autofree char *path = get_sample ();
  TlWindow *window;
  Box box;

  if (pointer == NULL)
    return;
  window = window_fixture_open_file (fixture, path);
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  box = open_box (window);
  tl_test_pointer_key (pointer, GDK_KEY_o, 0);
  tl_test_pointer_key (pointer, GDK_KEY_w, 0);
  tl_test_wait_for (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (box.entry)), "ow"));
  tl_test_wait_for (g_str_equal (get_page (&box), "results") || g_str_equal (get_page (&box), "nothing"));
  tl_test_pointer_key (pointer, GDK_KEY_Tab, 0);
  tl_test_wait_for (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (box.entry)), "owner:"));
  tl_test_pointer_key (pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (!gtk_widget_get_mapped (box.box));
}

static void
test_keys (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  g_autofree char *path = get_sample ();
  g_autofree char *second = NULL;
  TlWindow *window;
  TlSession *session;
  GtkSingleSelection *selection;
  Box box;

  if (pointer == NULL)
    return;
  window = window_fixture_open_file (fixture, path);
  session = tl_window_get_session (window);
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  tl_test_pointer_key (pointer, GDK_KEY_k, GDK_CONTROL_MASK);
  box = wait_for_box (window);
  selection = GTK_SINGLE_SELECTION (box.found);
  type (&box, "checkout");
  tl_test_wait_for (is_first (&box, "Checkout"));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  tl_test_pointer_key (pointer, GDK_KEY_Down, 0);
  tl_test_wait_for (gtk_single_selection_get_selected (selection) == 1);
  second = g_strdup (get_facts (&box, 1)->key);
  tl_test_pointer_key (pointer, GDK_KEY_Return, 0);
  tl_test_wait_for (g_strcmp0 (tl_session_get_selection (session), second) == 0);
  tl_test_wait_for (!gtk_widget_get_mapped (box.box));
}

static void
add_tests (void)
{
  window_add ("/search-everywhere/thing", NULL, test_thing);
  window_add ("/search-everywhere/concepts", NULL, test_concepts);
  window_add ("/search-everywhere/unsaved", NULL, test_unsaved);
  window_add ("/search-everywhere/commands", NULL, test_commands);
  window_add ("/search-everywhere/settings", NULL, test_settings);
  window_add ("/search-everywhere/library", NULL, test_library);
  window_add ("/search-everywhere/library-later", NULL, test_library_later);
  window_add ("/search-everywhere/all", NULL, test_all);
  window_add ("/search-everywhere/all-filters", NULL, test_all_filters);
  window_add ("/search-everywhere/completions", NULL, test_completions);
  window_add ("/search-everywhere/keys", NULL, test_keys);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
