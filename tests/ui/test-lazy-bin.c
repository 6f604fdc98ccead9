/* test-lazy-bin.c: what is not seen is not made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "ui/tl-blueprint-page.h"
#include "ui/tl-diagram-page.h"
#include "ui/tl-landscape-page.h"
#include "ui/tl-lazy-bin.h"
#include "ui/tl-search.h"
#include "ui/tl-services-page.h"
#include "ui/tl-start-page.h"
#include "ui/tl-traceability-page.h"

static void
made_cb (TlLazyBin *bin,
         GtkWidget *child,
         guint     *n_made)
{
  g_assert_true (gtk_widget_get_parent (child) == GTK_WIDGET (bin));
  g_assert_false (gtk_widget_get_mapped (child));
  (*n_made)++;
}

static GtkWidget *
create_bin (guint *n_made)
{
  GtkWidget *bin = g_object_new (TL_TYPE_LAZY_BIN, "child-type", GTK_TYPE_BUTTON, NULL);

  g_signal_connect (bin, "made", G_CALLBACK (made_cb), n_made);
  return bin;
}

static void
test_mapped (void)
{
  guint n_made = 0;
  GtkWidget *bin = create_bin (&n_made);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *child;
  GType type;

  g_object_get (bin, "child-type", &type, NULL);
  g_assert_cmpuint (type, ==, GTK_TYPE_BUTTON);
  gtk_stack_add_child (GTK_STACK (stack), gtk_label_new ("Other"));
  gtk_stack_add_child (GTK_STACK (stack), bin);
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  tl_test_wait_for (gtk_widget_get_mapped (window));
  g_assert_cmpuint (n_made, ==, 0);
  g_assert_false (gtk_widget_grab_focus (bin));

  gtk_stack_set_visible_child (GTK_STACK (stack), bin);
  g_assert_cmpuint (n_made, ==, 1);
  child = gtk_widget_get_first_child (bin);
  g_assert_true (GTK_IS_BUTTON (child) && gtk_widget_get_mapped (child));
  tl_test_wait_for (gtk_widget_get_width (child) > 0);
  g_assert_true (gtk_widget_grab_focus (bin));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == child);

  gtk_stack_set_visible_child (GTK_STACK (stack), gtk_widget_get_first_child (stack));
  gtk_stack_set_visible_child (GTK_STACK (stack), bin);
  g_assert_true (gtk_widget_get_first_child (bin) == child);
  g_assert_cmpuint (n_made, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_asked_for (void)
{
  guint n_made = 0;
  GtkWidget *bin = g_object_ref_sink (create_bin (&n_made));
  GtkWidget *child = tl_lazy_bin_get_child (TL_LAZY_BIN (bin));

  g_assert_true (GTK_IS_BUTTON (child));
  g_assert_true (tl_lazy_bin_get_child (TL_LAZY_BIN (bin)) == child);
  g_assert_cmpuint (n_made, ==, 1);
  g_assert_finalize_object (bin);
}

/* Of a window, only what is looked at; each part once it is, with the session as it is then. */
static void
test_window (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_SOURCE_ROOT"), "resources", "samples",
                                            "northwind-bank.it4it", NULL);
  TlWindow *window = window_fixture_open_file (fixture, path);
  const struct
  {
    const char *page;
    GType       type;
  } pages[] = {
    { TL_PAGE_SERVICES, TL_TYPE_SERVICES_PAGE },
    { TL_PAGE_BLUEPRINT, TL_TYPE_BLUEPRINT_PAGE },
    { TL_PAGE_LANDSCAPE, TL_TYPE_LANDSCAPE_PAGE },
    { TL_PAGE_TRACEABILITY, TL_TYPE_TRACEABILITY_PAGE },
  };

  g_assert_null (window_find (window, TL_TYPE_START_PAGE));
  g_assert_null (window_find (window, TL_TYPE_SEARCH));
  g_assert_nonnull (window_find (window, TL_TYPE_DIAGRAM_PAGE));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page;

      g_assert_null (window_find (window, pages[i].type));
      window_activate (window, "win.page", pages[i].page);
      page = window_find (window, pages[i].type);
      g_assert_nonnull (page);
      tl_test_wait_for (gtk_widget_get_mapped (page) && gtk_widget_get_width (page) > 0);
      /* Whoever goes to a page by the keyboard goes on there. */
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page));
    }
  window_activate (window, "win.find", NULL);
  tl_test_wait_for (window_find (window, TL_TYPE_SEARCH) != NULL);
}

static void
add_tests (void)
{
  g_test_add_func ("/lazy-bin/mapped", test_mapped);
  g_test_add_func ("/lazy-bin/asked-for", test_asked_for);
  window_add ("/lazy-bin/window", NULL, test_window);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
