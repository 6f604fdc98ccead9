/* test-long-texts-elsewhere.c: nothing is cut off in what comes up only when it is asked for
 *
 * Is run in English and, by with-pseudo-locale, with texts that are 40 % longer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-text-checks.h"
#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "project/tl-service.h"
#include "reference/tl-help.h"
#include "ui/tl-blueprint-editor.h"
#include "ui/tl-diagram-page.h"
#include "ui/tl-folders-dialog.h"
#include "ui/tl-help-window.h"
#include "ui/tl-matrix-grid.h"
#include "ui/tl-print-dialog.h"
#include "ui/tl-project-source.h"
#include "ui/tl-record-table.h"
#include "ui/tl-results-window.h"
#include "ui/tl-search-everywhere.h"
#include "ui/tl-session.h"
#include "ui/tl-tour.h"
#include "ui/tl-traceability-page.h"

#define WIDE 1280

static const char *const pages[] = { TL_PAGE_SERVICES, TL_PAGE_BLUEPRINT, TL_PAGE_LANDSCAPE, TL_PAGE_TRACEABILITY,
                                     TL_PAGE_DIAGRAM };

static TlRecord *
get_service (TlWindow *window)
{
  return tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0);
}

/* With a service and an element of it chosen. */
static TlWindow *
open_sample (WindowFixture *fixture,
             int            width)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);
  TlSession *session = tl_window_get_session (window);

  text_checks_set_width (GTK_WIDGET (window), width);
  tl_session_go_service (session, get_service (window));
  tl_session_reveal (session, "record:s-payments-ledgerdb");
  return window;
}

static void
go_page (TlWindow   *window,
         const char *page)
{
  tl_session_set_page (tl_window_get_session (window), page);
  tl_test_wait_for (g_strcmp0 (tl_session_get_page (tl_window_get_session (window)), page) == 0);
  text_checks_wait (GTK_WIDGET (window));
}

/* What GTK has put off, such as to ask where the pointer is for a tooltip, it does while the window is there. */
static void
finish (gpointer window,
        guint    n_cut)
{
  text_checks_wait (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (n_cut > 0)
    g_test_fail ();
}

/* Views and menus of pages {{{1 */

/* Of the page of traceability. */
static void
show_view (TlWindow   *window,
           const char *name)
{
  GtkStackSwitcher *switcher = GTK_STACK_SWITCHER (window_find (window_find (window, TL_TYPE_TRACEABILITY_PAGE),
                                                                GTK_TYPE_STACK_SWITCHER));

  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (switcher), name);
}

static void
test_views (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const views[] = { "gaps", "matrix", "line" };
  TlWindow *window = open_sample (fixture, GPOINTER_TO_INT (data));
  guint n_cut = 0;

  go_page (window, TL_PAGE_TRACEABILITY);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      show_view (window, views[i]);
      n_cut += text_checks_run (GTK_WIDGET (window), views[i], GPOINTER_TO_INT (data));
    }
  window_activate (window, "win.impact", NULL);
  n_cut += text_checks_run (GTK_WIDGET (window), "impact", GPOINTER_TO_INT (data));
  finish (window, n_cut);
}

/* What a button of the page opens, if it can be pressed. */
static guint
check_button (GtkMenuButton *button,
              const char    *where)
{
  g_autofree char *name = g_strdup_printf ("%s, the button “%s”", where, gtk_widget_get_tooltip_text (GTK_WIDGET (button)));
  GtkPopover *popover;
  guint n_cut;

  if (!gtk_widget_get_mapped (GTK_WIDGET (button)) || !gtk_widget_get_child_visible (GTK_WIDGET (button))
      || !gtk_widget_is_sensitive (GTK_WIDGET (button)))
    return 0;
  /* Into view, as for anybody who presses it. */
  gtk_widget_grab_focus (GTK_WIDGET (button));
  text_checks_wait (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button))));
  gtk_menu_button_popup (button);
  popover = gtk_menu_button_get_popover (button);
  if (popover == NULL)
    return 0;
  tl_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  n_cut = text_checks_run (GTK_WIDGET (popover), name, 0);
  gtk_popover_popdown (popover);
  tl_test_wait_for (!gtk_widget_get_mapped (GTK_WIDGET (popover)));
  return n_cut;
}

static guint
check_popovers (TlWindow *window,
                int       width)
{
  guint n_cut = 0;

  text_checks_set_width (GTK_WIDGET (window), width);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *button;

      go_page (window, pages[i]);
      for (guint n = 0; (button = window_find_nth (window, GTK_TYPE_MENU_BUTTON, n)) != NULL; n++)
        n_cut += check_button (GTK_MENU_BUTTON (button), pages[i]);
    }
  return n_cut;
}

static void
test_popovers (WindowFixture *fixture,
               gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, WIDE);
  guint n_cut = check_popovers (window, WIDE);

  n_cut += check_popovers (window, TEXT_CHECKS_NARROW);
  finish (window, n_cut);
}

static GtkWidget *
find_menu (GtkWidget *root)
{
  GtkWidget *menu;

  for (guint i = 0; (menu = window_find_nth (root, GTK_TYPE_POPOVER_MENU, i)) != NULL; i++)
    if (gtk_widget_get_mapped (menu))
      return menu;
  return NULL;
}

static GtkWidget *
find_mapped (GtkWidget *root,
             GType      type)
{
  GtkWidget *widget;

  for (guint i = 0; (widget = window_find_nth (root, type, i)) != NULL; i++)
    if (gtk_widget_get_mapped (widget))
      return widget;
  return NULL;
}

static guint
check_menu (TlWindow   *window,
            const char *where)
{
  GtkWidget *menu;
  guint n_cut;

  tl_test_wait_for (find_menu (GTK_WIDGET (window)) != NULL);
  menu = find_menu (GTK_WIDGET (window));
  n_cut = text_checks_run (menu, where, 0);
  gtk_popover_popdown (GTK_POPOVER (menu));
  tl_test_wait_for (find_menu (GTK_WIDGET (window)) == NULL);
  return n_cut;
}

/* @item: of the diagram; NULL: where nothing is */
static guint
check_diagram_menu (TlWindow   *window,
                    const char *page,
                    GType       type,
                    const char *item)
{
  GtkWidget *canvas;

  go_page (window, page);
  tl_test_wait_for (find_mapped (GTK_WIDGET (window), type) != NULL);
  canvas = window_find (find_mapped (GTK_WIDGET (window), type), TL_TYPE_CANVAS);
  tl_test_wait_for (tl_canvas_get_scene (TL_CANVAS (canvas)) != NULL);
  g_signal_emit_by_name (canvas, "context-menu", item, 10.0, 10.0);
  return check_menu (window, page);
}

/* @key: of a record of the table */
static guint
check_table_menu (TlWindow   *window,
                  const char *page,
                  const char *key)
{
  go_page (window, page);
  tl_test_wait_for (find_mapped (GTK_WIDGET (window), TL_TYPE_RECORD_TABLE) != NULL);
  tl_session_set_selection (tl_window_get_session (window), key);
  text_checks_wait (GTK_WIDGET (window));
  gtk_widget_activate_action (find_mapped (GTK_WIDGET (window), TL_TYPE_RECORD_TABLE), "table.menu", NULL);
  return check_menu (window, page);
}

/* Returns: whether there is a menu by now */
static gboolean
press_menu_key (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Menu, 0, 0, &handled);
    }
  return find_menu (widget) != NULL;
}

static guint
check_matrix_menu (TlWindow *window)
{
  GtkWidget *grid;

  go_page (window, TL_PAGE_TRACEABILITY);
  show_view (window, "matrix");
  tl_test_wait_for (find_mapped (GTK_WIDGET (window), TL_TYPE_MATRIX_GRID) != NULL);
  grid = find_mapped (GTK_WIDGET (window), TL_TYPE_MATRIX_GRID);
  /* Not as long as it is empty. */
  tl_test_wait_for (press_menu_key (grid));
  return check_menu (window, "matrix");
}

static void
test_context_menus (WindowFixture *fixture,
                    gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, WIDE);
  guint n_cut = 0;

  n_cut += check_diagram_menu (window, TL_PAGE_BLUEPRINT, TL_TYPE_BLUEPRINT_EDITOR, "record:s-payments-ledgerdb");
  n_cut += check_diagram_menu (window, TL_PAGE_BLUEPRINT, TL_TYPE_BLUEPRINT_EDITOR, NULL);
  n_cut += check_table_menu (window, TL_PAGE_SERVICES, "record:s-payments");
  n_cut += check_table_menu (window, TL_PAGE_LANDSCAPE, "record:t-planview");
  n_cut += check_matrix_menu (window);
  n_cut += check_diagram_menu (window, TL_PAGE_DIAGRAM, TL_TYPE_DIAGRAM_PAGE, "component:incident");
  finish (window, n_cut);
}

/* Windows {{{1 */

static guint
check_and_close (GtkWidget  *window,
                 const char *where,
                 int         width)
{
  guint n_cut;

  tl_test_wait_for (gtk_widget_get_mapped (window));
  n_cut = text_checks_run (window, where, width);
  gtk_window_close (GTK_WINDOW (window));
  return n_cut;
}

static GtkWidget *
show_results (TlWindow *window)
{
  GtkWidget *results = tl_results_window_new ();

  tl_results_window_add_source (TL_RESULTS_WINDOW (results),
                                TL_FOUND_SOURCE (tl_project_source_new (tl_window_get_session (window))));
  tl_results_window_search (TL_RESULTS_WINDOW (results), "incident");
  gtk_window_present (GTK_WINDOW (results));
  tl_test_wait_for (window_find (results, GTK_TYPE_LIST_VIEW) != NULL);
  return results;
}

static GtkWidget *
show_totals (WindowFixture *fixture,
             TlWindow      *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "totals", NULL);
  tl_test_wait_for (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)) != GTK_WINDOW (window));
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
}

static GtkWidget *
show_print (TlWindow *window)
{
  GtkWidget *dialog;

  window_activate (window, "win.print", NULL);
  dialog = window_wait_for_dialog (window);
  tl_test_wait_for (tl_print_dialog_get_sheets (TL_PRINT_DIALOG (dialog)) != NULL);
  return dialog;
}

static GtkWidget *
show_reconcile (TlWindow *window)
{
  g_autofree char *path = tl_test_build_source_path ("data/examples/online-payments-actual-items.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tl_window_reconcile_with (window, get_service (window), file);
  return window_wait_for_dialog (window);
}

/* With two projects in it. */
static TlLibrary *
start_library (WindowFixture *fixture)
{
  static const char *const samples[] = { "northwind-bank", "harbour-energy" };
  g_autofree char *database = g_build_filename (fixture->directory, "library.db", NULL);
  TlLibrary *library = tl_library_new (database);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *relative = g_strdup_printf ("resources/samples/%s.it4it", samples[i]);
      g_autofree char *path = tl_test_build_source_path (relative);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      tl_library_index_file (library, file);
    }
  tl_library_set_default (library);
  window_wait_for_projects (library, G_N_ELEMENTS (samples));
  return library;
}

static void
test_library (WindowFixture *fixture,
              gconstpointer  data)
{
  TlLibrary *before = tl_library_get_default ();
  g_autoptr (TlLibrary) library = start_library (fixture);
  TlWindow *window = open_sample (fixture, WIDE);
  GtkWidget *folders = tl_folders_dialog_new (library);
  guint n_cut = 0;

  n_cut += check_and_close (show_totals (fixture, window), "totals", GPOINTER_TO_INT (data));
  gtk_window_present (GTK_WINDOW (folders));
  n_cut += check_and_close (folders, "folders", GPOINTER_TO_INT (data));
  finish (window, n_cut);
  tl_library_close (library);
  tl_library_set_default (before);
}

static void
test_windows (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, WIDE);
  guint n_cut = 0;

  n_cut += check_and_close (show_results (window), "results", GPOINTER_TO_INT (data));
  n_cut += check_and_close (show_print (window), "print", GPOINTER_TO_INT (data));
  n_cut += check_and_close (show_reconcile (window), "reconcile", GPOINTER_TO_INT (data));
  window_activate (window, "win.add-service", NULL);
  gtk_window_close (GTK_WINDOW (window));
  n_cut += check_and_close (window_wait_for_dialog (window), "the question on closing", GPOINTER_TO_INT (data));
  window_activate (window, "win.undo", NULL);
  finish (window, n_cut);
}

static void
test_help (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *help = tl_help_window_new ();
  guint n_cut = 0;

  gtk_window_present (GTK_WINDOW (help));
  text_checks_set_width (help, GPOINTER_TO_INT (data));
  for (const TlHelpChapter *const *chapter = tl_help_list_chapters (); *chapter != NULL; chapter++)
    for (const TlHelpPage *const *page = (*chapter)->pages; *page != NULL; page++)
      {
        g_assert_true (tl_help_window_go (TL_HELP_WINDOW (help), (*page)->id));
        n_cut += text_checks_run (help, (*page)->id, GPOINTER_TO_INT (data));
      }
  g_assert_true (tl_help_window_go (TL_HELP_WINDOW (help), "2.1/component:incident"));
  n_cut += text_checks_run (help, "a term", GPOINTER_TO_INT (data));
  finish (help, n_cut);
  gtk_window_destroy (GTK_WINDOW (help));
}

/* Over the window {{{1 */

static void
test_search (WindowFixture *fixture,
             gconstpointer  data)
{
  static const char *const texts[] = { "", "kind:", "payments", "nothing is called so" };
  TlWindow *window = open_sample (fixture, GPOINTER_TO_INT (data));
  GtkWidget *box;
  guint n_cut = 0;

  window_activate (window, "win.search-everywhere", NULL);
  tl_test_wait_for (window_find (window, TL_TYPE_SEARCH_EVERYWHERE) != NULL &&
                    gtk_widget_get_mapped (window_find (window, TL_TYPE_SEARCH_EVERYWHERE)));
  box = window_find (window, TL_TYPE_SEARCH_EVERYWHERE);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *where = g_strdup_printf ("the search for “%s”", texts[i]);

      gtk_editable_set_text (GTK_EDITABLE (window_find (box, GTK_TYPE_SEARCH_ENTRY)), texts[i]);
      n_cut += text_checks_run (box, where, 0);
    }
  gtk_popover_popdown (GTK_POPOVER (box));
  tl_test_wait_for (!gtk_widget_get_mapped (box));
  finish (window, n_cut);
}

static GtkWidget *
find_tour (TlWindow *window)
{
  GtkWidget *tour = window_find (window, TL_TYPE_TOUR);

  return tour != NULL && gtk_widget_get_mapped (tour) ? tour : NULL;
}

static void
press_next (GtkWidget *tour)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = window_find_nth (tour, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (gtk_widget_has_css_class (button, "suggested-action"))
        {
          g_signal_emit_by_name (button, "clicked");
          return;
        }
    }
}

static void
test_tour (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, GPOINTER_TO_INT (data));
  GtkWidget *tour;
  guint n_steps, n_cut = 0;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "tour", NULL);
  tl_test_wait_for (find_tour (window) != NULL);
  tour = find_tour (window);
  n_steps = tl_tour_get_n_steps (TL_TOUR (tour));
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *where = g_strdup_printf ("step %u of the tour", i + 1);

      n_cut += text_checks_run (tour, where, 0);
      press_next (tour);
    }
  tl_test_wait_for (find_tour (window) == NULL);
  finish (window, n_cut);
}

/* Texts of twice the size {{{1 */

static void
test_large_views (WindowFixture *fixture,
                  gconstpointer  data)
{
  text_checks_set_scale (2);
  test_views (fixture, data);
  text_checks_set_scale (1);
}

static void
test_large_library (WindowFixture *fixture,
                    gconstpointer  data)
{
  text_checks_set_scale (2);
  test_library (fixture, data);
  text_checks_set_scale (1);
}

static void
test_large_windows (WindowFixture *fixture,
                    gconstpointer  data)
{
  text_checks_set_scale (2);
  test_windows (fixture, data);
  text_checks_set_scale (1);
}

/* Once is enough: where they are the longest, too. */
static void
add_large_tests (void)
{
  window_add ("/long-texts/large/views", GINT_TO_POINTER (WIDE), test_large_views);
  window_add ("/long-texts/large/library", GINT_TO_POINTER (TEXT_CHECKS_HALF), test_large_library);
  window_add ("/long-texts/large/windows", GINT_TO_POINTER (TEXT_CHECKS_HALF), test_large_windows);
}

static void
add_tests (void)
{
  window_add ("/long-texts/views/wide", GINT_TO_POINTER (WIDE), test_views);
  window_add ("/long-texts/views/narrow", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_views);
  window_add ("/long-texts/popovers", NULL, test_popovers);
  window_add ("/long-texts/context-menus", NULL, test_context_menus);
  window_add ("/long-texts/library", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_library);
  window_add ("/long-texts/windows", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_windows);
  window_add ("/long-texts/help/wide", GINT_TO_POINTER (900), test_help);
  window_add ("/long-texts/help/narrow", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_help);
  window_add ("/long-texts/search/wide", GINT_TO_POINTER (WIDE), test_search);
  window_add ("/long-texts/search/narrow", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_search);
  window_add ("/long-texts/tour/wide", GINT_TO_POINTER (WIDE), test_tour);
  window_add ("/long-texts/tour/narrow", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_tour);
  if (g_getenv ("TL_LOCALEDIR") != NULL)
    add_large_tests ();
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
