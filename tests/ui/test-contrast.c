/* test-contrast.c: what the windows show can be read, light, dark and in high contrast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-contrast.h"
#include "tl-ring.h"
#include "tl-test-toplevel.h"
#include "tl-window-fixture.h"

#include "project/tl-service.h"
#include "ui/tl-help-window.h"
#include "ui/tl-matrix-grid.h"
#include "ui/tl-search-everywhere.h"
#include "ui/tl-traceability-page.h"

/* Puts something on screen, and returns the window or popover that it stands in. */
typedef GtkWidget *(*Show) (WindowFixture *fixture, TlWindow *window);

typedef struct
{
  const char *name;
  const char *sample; /* NULL: no window yet */
  Show        show;
} View;

static GtkWidget *
show_page (TlWindow   *window,
           const char *page)
{
  tl_session_set_page (tl_window_get_session (window), page);
  tl_test_wait_for (g_strcmp0 (tl_session_get_page (tl_window_get_session (window)), page) == 0);
  return GTK_WIDGET (window);
}

/* Before all else, as who opens no project sees nothing but this. */
static GtkWidget *
show_first_start (WindowFixture *fixture,
                  TlWindow      *unused)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "new-window", NULL);
  tl_test_wait_for (window_fixture_count (fixture) == 1);
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
}

static GtkWidget *
show_start (WindowFixture *fixture,
            TlWindow      *window)
{
  window_activate (window, "app.new-window", NULL);
  tl_test_wait_for (window_fixture_count (fixture) == 2);
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
}

static GtkWidget *
show_component (WindowFixture *fixture,
                TlWindow      *window)
{
  tl_session_reveal (tl_window_get_session (window), "component:incident");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_services (WindowFixture *fixture,
               TlWindow      *window)
{
  return show_page (window, TL_PAGE_SERVICES);
}

static GtkWidget *
show_blueprint (WindowFixture *fixture,
                TlWindow      *window)
{
  tl_session_go_service (tl_window_get_session (window),
                         tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0));
  return show_page (window, TL_PAGE_BLUEPRINT);
}

static GtkWidget *
show_landscape (WindowFixture *fixture,
                TlWindow      *window)
{
  TlRecord *tool = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_TOOLS, 0);
  g_autofree char *key = g_strconcat ("record:", tl_record_get_id (tool), NULL);

  tl_session_reveal (tl_window_get_session (window), key);
  return show_page (window, TL_PAGE_LANDSCAPE);
}

static GtkWidget *
show_traceability (WindowFixture *fixture,
                   TlWindow      *window)
{
  return show_page (window, TL_PAGE_TRACEABILITY);
}

static GtkWidget *
show_matrix (WindowFixture *fixture,
             TlWindow      *window)
{
  GtkWidget *page, *stack = NULL;

  show_page (window, TL_PAGE_TRACEABILITY);
  tl_test_wait_for (window_find (window, TL_TYPE_TRACEABILITY_PAGE) != NULL);
  page = window_find (window, TL_TYPE_TRACEABILITY_PAGE);
  for (guint n = 0; stack == NULL || gtk_stack_get_child_by_name (GTK_STACK (stack), "matrix") == NULL; n++)
    {
      stack = window_find_nth (page, GTK_TYPE_STACK, n);
      g_assert_nonnull (stack);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "matrix");
  tl_test_wait_for (window_find (page, TL_TYPE_MATRIX_GRID) != NULL);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_impact (WindowFixture *fixture,
             TlWindow      *window)
{
  TlRecord *service = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0);
  TlRecord *element = tl_record_get_child (service, TL_SERVICE_LOGICAL, 0);
  g_autofree char *key = g_strconcat ("record:", tl_record_get_id (element), NULL);

  tl_session_reveal (tl_window_get_session (window), key);
  window_activate (window, "win.impact", NULL);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_menu (WindowFixture *fixture,
           TlWindow      *window)
{
  GtkWidget *menu = NULL;

  window_activate (window, "win.menu", NULL);
  for (guint n = 0; menu == NULL || !gtk_widget_get_mapped (menu); n++)
    {
      menu = window_find_nth (window, GTK_TYPE_POPOVER_MENU, n);
      g_assert_nonnull (menu);
    }
  return menu;
}

static GtkWidget *
show_reconcile (WindowFixture *fixture,
                TlWindow      *window)
{
  g_autofree char *path = tl_test_build_source_path ("data/examples/online-payments-actual-items.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  show_blueprint (fixture, window);
  tl_window_reconcile_with (window, tl_session_get_service (tl_window_get_session (window)), file);
  return window_wait_for_dialog (window);
}

/* At the terms of an edition, which are links. */
static GtkWidget *
show_help (WindowFixture *fixture,
           TlWindow      *window)
{
  GtkWidget *help;

  window_activate (window, "app.help", NULL);
  help = tl_test_find_toplevel (TL_TYPE_HELP_WINDOW);
  g_assert_true (tl_help_window_go (TL_HELP_WINDOW (help), "3.0"));
  return help;
}

static GtkWidget *
show_print (WindowFixture *fixture,
            TlWindow      *window)
{
  window_activate (window, "win.print", NULL);
  return window_wait_for_dialog (window);
}

static GtkWidget *
show_search (WindowFixture *fixture,
             TlWindow      *window)
{
  GtkWidget *box, *entry;

  window_activate (window, "win.search-everywhere", NULL);
  tl_test_wait_for (window_find (window, TL_TYPE_SEARCH_EVERYWHERE) != NULL);
  box = window_find (window, TL_TYPE_SEARCH_EVERYWHERE);
  entry = window_find (box, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "inc");
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
                      GTK_LIST_VIEW (window_find (box, GTK_TYPE_LIST_VIEW))))) > 0);
  return box;
}

static GtkWidget *
show_preferences (WindowFixture *fixture,
                  TlWindow      *window)
{
  window_activate (window, "app.preferences", NULL);
  return window_wait_for_dialog (window);
}

static GtkWidget *
show_new (WindowFixture *fixture,
          TlWindow      *window)
{
  window_activate (window, "app.new", NULL);
  return window_wait_for_dialog (window);
}

static const View views[] = {
  { "first-start", NULL, show_first_start },
  { "start", "northwind-bank", show_start },
  { "component", "northwind-bank", show_component },
  { "services", "northwind-bank", show_services },
  { "blueprint", "northwind-bank", show_blueprint },
  { "blueprint-3.0", "harbour-energy", show_blueprint },
  { "landscape", "northwind-bank", show_landscape },
  { "traceability", "northwind-bank", show_traceability },
  { "matrix", "northwind-bank", show_matrix },
  { "impact", "northwind-bank", show_impact },
  { "menu", "northwind-bank", show_menu },
  { "reconcile", "northwind-bank", show_reconcile },
  { "help", "northwind-bank", show_help },
  { "print", "northwind-bank", show_print },
  { "search", "northwind-bank", show_search },
  { "preferences", "northwind-bank", show_preferences },
  { "new", "northwind-bank", show_new },
};

static gboolean
is_high (void)
{
  return g_strcmp0 (g_getenv ("ADW_DEBUG_HIGH_CONTRAST"), "1") == 0;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Until what was asked for has been laid out and painted: what a page has comes piece by piece, with a frame
 * between, so that it is all there when some frames in a row had nothing to lay out. */
static void
settle (GtkWidget *root)
{
  guint n_painted = 0, n_laid_out = 0;
  gulong painted, laid_out;
  GdkFrameClock *clock;

  tl_test_wait_for (gtk_widget_get_mapped (root));
  clock = gtk_widget_get_frame_clock (root);
  painted = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_painted);
  laid_out = g_signal_connect_swapped (clock, "layout", G_CALLBACK (count_cb), &n_laid_out);
  for (guint n_quiet = 0; n_quiet < 4;)
    {
      guint before = n_laid_out, n = n_painted;

      gtk_widget_queue_draw (root);
      tl_test_wait_for (n_painted > n);
      n_quiet = n_laid_out == before ? n_quiet + 1 : 0;
    }
  g_signal_handler_disconnect (clock, painted);
  g_signal_handler_disconnect (clock, laid_out);
}

/* Kinds of widgets whose ring was measured, in light and in dark. */
static GHashTable *seen[2];

static TlWindow *
open_sample (WindowFixture *fixture,
             const char    *name)
{
  g_autofree char *below = g_strdup_printf ("resources/samples/%s.it4it", name);
  g_autofree char *path = tl_test_build_source_path (below);

  return window_fixture_open_file (fixture, path);
}

static void
test_view (WindowFixture *fixture,
           gconstpointer  data)
{
  const View *view = data;
  TlWindow *window = view->sample != NULL ? open_sample (fixture, view->sample) : NULL;
  GtkWidget *root = view->show (fixture, window);

  for (int dark = 0; dark < 2; dark++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      guint n;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      settle (root);
      n = tl_contrast_measure (GTK_NATIVE (root), dark ? "dark" : "light", faults);
      n += tl_ring_measure (GTK_NATIVE (root), dark ? "dark" : "light", seen[dark], faults);
      if (!dark && !is_high ())
        n += tl_ring_find_covered (GTK_NATIVE (root), "covered", faults);
      for (guint i = 0; i < faults->len; i++)
        g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
      g_assert_cmpuint (n, >, 4);
      if (faults->len > 0)
        g_test_fail_printf ("%s, %s: %u of %u cannot be seen", view->name, dark ? "dark" : "light", faults->len, n);
    }
  if (GTK_IS_POPOVER (root))
    {
      gtk_popover_popdown (GTK_POPOVER (root));
      tl_test_wait_for (!gtk_widget_get_mapped (root));
    }
  else if (window != NULL && GTK_WIDGET (window) != root)
    gtk_window_destroy (GTK_WINDOW (root));
}

static void
add_tests (void)
{
  g_assert_cmpint (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()), ==, is_high ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    seen[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strconcat ("/contrast/", views[i].name, NULL);

      window_add (path, &views[i], test_view);
    }
}

/* The other program made of this file is called so. */
#define HIGH_CONTRAST "test-high-contrast"

int
main (int   argc,
      char *argv[])
{
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", g_str_has_suffix (argv[0], HIGH_CONTRAST) ? "1" : "0", TRUE);
  return window_run (&argc, &argv, add_tests);
}
