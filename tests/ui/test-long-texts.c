/* test-long-texts.c: nothing that is to be read is cut off, whatever the language
 *
 * Is run in English and, by with-pseudo-locale, with texts that are 40 % longer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-text-checks.h"
#include "tl-window-fixture.h"

#include "project/tl-service.h"
#include "ui/tl-session.h"

#include <string.h>

static void
test_pages (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const pages[] = { TL_PAGE_DIAGRAM, TL_PAGE_SERVICES, TL_PAGE_BLUEPRINT, TL_PAGE_LANDSCAPE,
                                       TL_PAGE_TRACEABILITY };
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);
  TlSession *session = tl_window_get_session (window);
  guint n_cut = 0;

  text_checks_set_width (GTK_WIDGET (window), GPOINTER_TO_INT (data));
  tl_session_go_service (session, tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      tl_session_set_page (session, pages[i]);
      tl_test_wait_for (g_strcmp0 (tl_session_get_page (session), pages[i]) == 0);
      n_cut += text_checks_run (GTK_WIDGET (window), pages[i], GPOINTER_TO_INT (data));
    }
  if (n_cut > 0)
    g_test_fail ();
}

static GtkWidget *
find_other_window (GtkWidget *known)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != known && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

/* Whatever opens a window of its own. */
static void
test_dialogs (WindowFixture *fixture,
              gconstpointer  data)
{
  static const char *const actions[] = {
    "app.new", "app.preferences", "app.about", "app.help", "win.show-help-overlay", "win.new-service", "win.kinds",
  };
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);
  guint n_cut = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog;

      if (g_str_has_prefix (actions[i], "app."))
        g_action_group_activate_action (G_ACTION_GROUP (fixture->application), actions[i] + strlen ("app."), NULL);
      else
        window_activate (window, actions[i], NULL);
      tl_test_wait_for (find_other_window (GTK_WIDGET (window)) != NULL);
      dialog = find_other_window (GTK_WIDGET (window));
      g_test_message ("%s: %s", actions[i], gtk_window_get_title (GTK_WINDOW (dialog)));
      /* GTK's own: it takes what it needs. */
      n_cut += text_checks_run (dialog, actions[i], GTK_IS_SHORTCUTS_WINDOW (dialog) ? 0 : GPOINTER_TO_INT (data));
      gtk_window_destroy (GTK_WINDOW (dialog));
      tl_test_wait_for (find_other_window (GTK_WIDGET (window)) == NULL);
    }
  if (n_cut > 0)
    g_test_fail ();
}

static void
test_start_page (WindowFixture *fixture,
                 gconstpointer  data)
{
  GtkWidget *window;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "new-window", NULL);
  tl_test_wait_for (find_other_window (NULL) != NULL);
  window = find_other_window (NULL);
  text_checks_set_width (window, GPOINTER_TO_INT (data));
  if (text_checks_run (window, "the start page", GPOINTER_TO_INT (data)) > 0)
    g_test_fail ();
}

/* Texts of twice the size {{{1 */

static void
test_large_pages (WindowFixture *fixture,
                  gconstpointer  data)
{
  text_checks_set_scale (2);
  test_pages (fixture, data);
  text_checks_set_scale (1);
}

static void
test_large_start_page (WindowFixture *fixture,
                       gconstpointer  data)
{
  text_checks_set_scale (2);
  test_start_page (fixture, data);
  text_checks_set_scale (1);
}

static void
test_large_dialogs (WindowFixture *fixture,
                    gconstpointer  data)
{
  text_checks_set_scale (2);
  test_dialogs (fixture, data);
  text_checks_set_scale (1);
}

/* Once is enough: where they are the longest, too. */
static void
add_large_tests (void)
{
  window_add ("/long-texts/large/pages/wide", GINT_TO_POINTER (1920), test_large_pages);
  window_add ("/long-texts/large/pages/narrow", GINT_TO_POINTER (TEXT_CHECKS_HALF), test_large_pages);
  window_add ("/long-texts/large/start-page", GINT_TO_POINTER (TEXT_CHECKS_HALF), test_large_start_page);
  window_add ("/long-texts/large/dialogs", GINT_TO_POINTER (TEXT_CHECKS_HALF), test_large_dialogs);
}

static void
add_tests (void)
{
  window_add ("/long-texts/pages/wide", GINT_TO_POINTER (1280), test_pages);
  window_add ("/long-texts/pages/narrow", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_pages);
  window_add ("/long-texts/start-page/wide", GINT_TO_POINTER (1000), test_start_page);
  window_add ("/long-texts/start-page/narrow", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_start_page);
  window_add ("/long-texts/dialogs", GINT_TO_POINTER (TEXT_CHECKS_NARROW), test_dialogs);
  if (g_getenv ("TL_LOCALEDIR") != NULL)
    add_large_tests ();
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
