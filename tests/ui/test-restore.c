/* test-restore.c: the windows of last time are there again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "project/tl-service.h"
#include "ui/tl-line-pane.h"
#include "ui/tl-settings.h"
#include "ui/tl-window-keeper.h"

static GFile *
copy_sample (WindowFixture *fixture,
             const char    *name)
{
  g_autofree char *relative = g_strdup_printf ("resources/samples/%s.it4it", name);
  gsize length;
  g_autofree char *bytes = tl_test_read_source_file (relative, &length);
  g_autofree char *file_name = g_strconcat (name, ".it4it", NULL);
  g_autofree char *path = tl_test_write_file (fixture->directory, file_name, bytes, length);

  return g_file_new_for_path (path);
}

static TlWindow *
open (WindowFixture *fixture,
      GFile         *file)
{
  g_autofree char *path = g_file_get_path (file);

  return window_fixture_open_file (fixture, path);
}

static TlCanvas *
get_canvas (TlWindow *window)
{
  return TL_CANVAS (window_find (window, TL_TYPE_CANVAS));
}

static gboolean
is_drawn (TlWindow *window)
{
  return window_get_project (window) != NULL && get_canvas (window) != NULL
         && tl_canvas_get_scene (get_canvas (window)) != NULL && gtk_widget_get_width (GTK_WIDGET (get_canvas (window))) > 0;
}

/* Windows that are closed one after the other are not those of one session; the last
 * one is. */
static void
leave (WindowFixture *fixture,
       TlWindow      *window)
{
  gtk_window_close (GTK_WINDOW (window));
  tl_test_wait_for (window_fixture_count (fixture) == 0);
}

static void
test_place (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) file = copy_sample (fixture, "northwind-bank");
  TlWindow *window = open (fixture, file);
  TlSession *session = tl_window_get_session (window);
  const TlEdition *edition = tl_edition_get ("3.0");
  TlCanvasPlace place = { 1.5, 300, 200 }, found;
  TlView view;

  g_assert_true (tl_view_parse (edition, "level1", &view, NULL));
  tl_session_go (session, &view);
  tl_session_set_overlay (session, TL_OVERLAY_GAP);
  tl_session_set_selection (session, "component:incident");
  tl_test_wait_for (is_drawn (window));
  tl_canvas_set_place (get_canvas (window), &place);
  place = tl_canvas_get_place (get_canvas (window));
  leave (fixture, window);

  g_application_activate (G_APPLICATION (fixture->application));
  tl_test_wait_for (window_fixture_find_file (fixture, file) != NULL);
  window = window_fixture_find_file (fixture, file);
  session = tl_window_get_session (window);
  tl_test_wait_for (is_drawn (window));
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
  g_assert_true (tl_session_get_edition (session) == edition);
  g_assert_cmpint (tl_session_get_overlay (session), ==, TL_OVERLAY_GAP);
  g_assert_cmpstr (tl_session_get_selection (session), ==, "component:incident");
  g_assert_false (tl_session_get_can_go_back (session));
  found = tl_canvas_get_place (get_canvas (window));
  g_assert_cmpfloat_with_epsilon (found.scale, place.scale, 1e-6);
  g_assert_cmpfloat_with_epsilon (found.x, place.x, 1);
  g_assert_cmpfloat_with_epsilon (found.y, place.y, 1);
}

static void
test_blueprint (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = copy_sample (fixture, "northwind-bank");
  TlWindow *window = open (fixture, file);
  TlSession *session = tl_window_get_session (window);
  TlRecord *service = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 2);
  g_autofree char *id = g_strdup (tl_record_get_id (service));

  tl_session_go_service (session, service);
  leave (fixture, window);

  g_application_activate (G_APPLICATION (fixture->application));
  tl_test_wait_for (window_fixture_find_file (fixture, file) != NULL);
  window = window_fixture_find_file (fixture, file);
  tl_test_wait_for (window_get_project (window) != NULL);
  session = tl_window_get_session (window);
  g_assert_cmpstr (tl_session_get_page (session), ==, TL_PAGE_BLUEPRINT);
  g_assert_cmpstr (tl_record_get_id (tl_session_get_service (session)), ==, id);
  g_assert_true (tl_session_get_selected_record (session) == tl_session_get_service (session));
}

static gboolean
is_kept (GFile      *file,
         const char *what)
{
  g_autofree char *path = tl_window_keeper_dup_path ();
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, name) != NULL && strstr (text, what) != NULL;
}

/* Also when nothing else has changed, and the program then ends as in a crash. */
static void
test_zoom (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = copy_sample (fixture, "northwind-bank");
  TlWindow *window = open (fixture, file);
  TlCanvasPlace place = { 2.5, 300, 200 };

  tl_test_wait_for (is_drawn (window));
  tl_test_wait_for (is_kept (file, "Page=diagram"));
  tl_canvas_set_place (get_canvas (window), &place);
  tl_test_wait_for (is_kept (file, "Scale=2.5"));
}

static GtkStack *
get_views (TlWindow *window)
{
  GtkWidget *pane = window_find (window, TL_TYPE_LINE_PANE);

  return pane != NULL ? GTK_STACK (gtk_widget_get_ancestor (gtk_widget_get_parent (pane), GTK_TYPE_STACK)) : NULL;
}

/* What the failure of an element hits is shown again, of the same element. */
static void
test_impact (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = copy_sample (fixture, "northwind-bank");
  TlWindow *window = open (fixture, file);
  TlRecord *service = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0);
  TlRecord *element = tl_record_get_child (service, TL_SERVICE_LOGICAL, 0);
  g_autofree char *key = tl_session_dup_record_key (element);
  g_autofree char *id = g_strdup (tl_record_get_id (element));
  TlLinePane *pane;

  tl_session_set_selection (tl_window_get_session (window), key);
  window_activate (window, "win.impact", NULL);
  tl_test_wait_for (get_views (window) != NULL);
  leave (fixture, window);

  g_application_activate (G_APPLICATION (fixture->application));
  tl_test_wait_for (window_fixture_find_file (fixture, file) != NULL);
  window = window_fixture_find_file (fixture, file);
  tl_test_wait_for (get_views (window) != NULL);
  g_assert_cmpstr (tl_session_get_page (tl_window_get_session (window)), ==, TL_PAGE_TRACEABILITY);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_views (window)), ==, "line");
  pane = TL_LINE_PANE (window_find (window, TL_TYPE_LINE_PANE));
  g_assert_cmpstr (tl_record_get_id (tl_line_pane_get_element (pane)), ==, id);
  g_assert_cmpstr (tl_details_get (tl_session_get_details (tl_window_get_session (window)), "line-view"), ==, "impact");
}

static void
keep (GFile *first,
      GFile *second)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_window_state_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = tl_window_keeper_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  TlWindowState *state = tl_window_state_new (first);

  state->width = 900;
  state->height = 600;
  state->page = g_strdup (TL_PAGE_SERVICES);
  g_ptr_array_add (states, state);
  state = tl_window_state_new (second);
  state->page = g_strdup (TL_PAGE_LANDSCAPE);
  state->outline = TL_PANEL_HIDDEN;
  g_ptr_array_add (states, state);
  bytes = tl_window_state_list_compose (states);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_free (tl_test_write_file (folder, "windows.ini", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
}

static void
test_several (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) bank = copy_sample (fixture, "northwind-bank");
  g_autoptr (GFile) energy = copy_sample (fixture, "harbour-energy");
  TlWindow *first, *second;
  int width, height;

  keep (bank, energy);
  g_application_activate (G_APPLICATION (fixture->application));
  tl_test_wait_for (window_fixture_find_file (fixture, bank) != NULL && window_fixture_find_file (fixture, energy) != NULL);
  first = window_fixture_find_file (fixture, bank);
  second = window_fixture_find_file (fixture, energy);
  tl_test_wait_for (window_get_project (first) != NULL && window_get_project (second) != NULL);
  g_assert_cmpuint (window_fixture_count (fixture), ==, 2);
  g_assert_cmpstr (tl_session_get_page (tl_window_get_session (first)), ==, TL_PAGE_SERVICES);
  g_assert_cmpstr (tl_session_get_page (tl_window_get_session (second)), ==, TL_PAGE_LANDSCAPE);
  gtk_window_get_default_size (GTK_WINDOW (first), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 600);
  tl_test_wait_for (window_find (second, ADW_TYPE_FLAP) != NULL);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (window_find (second, ADW_TYPE_FLAP))));
  tl_settings_set_boolean ("outline-visible", TRUE);
}

static void
test_missing (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) bank = copy_sample (fixture, "northwind-bank");
  g_autoptr (GFile) gone = g_file_new_for_path ("/no/such/folder/gone.it4it");
  TlWindow *window;

  keep (gone, bank);
  g_application_activate (G_APPLICATION (fixture->application));
  tl_test_wait_for (window_fixture_find_file (fixture, bank) != NULL);
  window = window_fixture_find_file (fixture, bank);
  tl_test_wait_for (window_get_project (window) != NULL);
  tl_test_wait_for (window_says (window, "Not opened, as it is no longer there: gone.it4it"));
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
}

/* A file that cannot be read any more says so in its own window; the others are as they were, and
 * next time it is tried again. */
static void
test_damaged (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) bank = copy_sample (fixture, "northwind-bank");
  g_autofree char *path = tl_test_write_file (fixture->directory, "damaged.it4it", "<project", 8);
  g_autoptr (GFile) damaged = g_file_new_for_path (path);
  TlWindow *window;

  keep (damaged, bank);
  g_application_activate (G_APPLICATION (fixture->application));
  tl_test_wait_for (window_fixture_count (fixture) == 2 && window_fixture_find_file (fixture, bank) != NULL);
  tl_test_wait_for (window_get_project (window_fixture_find_file (fixture, bank)) != NULL);
  g_assert_cmpstr (tl_session_get_page (tl_window_get_session (window_fixture_find_file (fixture, bank))), ==,
                   TL_PAGE_LANDSCAPE);
  window = TL_WINDOW (g_list_last (gtk_application_get_windows (GTK_APPLICATION (fixture->application)))->data);
  tl_test_wait_for (g_strcmp0 (window_get_shown (window), "error") == 0);
  tl_test_wait_for (is_kept (damaged, "landscape"));
}

/* Then there is the start page. */
static void
test_all_missing (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) a = g_file_new_for_path ("/no/such/folder/a.it4it");
  g_autoptr (GFile) b = g_file_new_for_path ("/no/such/folder/b.it4it");
  TlWindow *window;

  keep (a, b);
  g_application_activate (G_APPLICATION (fixture->application));
  window = window_fixture_find_file (fixture, NULL);
  tl_test_wait_for (window_says (window, "Not opened, as they are no longer there: a.it4it, b.it4it"));
  g_assert_true (tl_window_is_free (window));
}

static void
test_unwanted (WindowFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) bank = copy_sample (fixture, "northwind-bank");
  g_autoptr (GFile) energy = copy_sample (fixture, "harbour-energy");

  keep (bank, energy);
  tl_settings_set_boolean ("restore-session", FALSE);
  g_application_activate (G_APPLICATION (fixture->application));
  tl_test_wait_for (g_strcmp0 (window_get_shown (window_fixture_find_file (fixture, NULL)), "start") == 0);
  g_assert_true (tl_window_is_free (window_fixture_find_file (fixture, NULL)));
  tl_settings_set_boolean ("restore-session", TRUE);
}

/* Who asks for a file gets that alone. */
static void
test_file (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) bank = copy_sample (fixture, "northwind-bank");
  g_autoptr (GFile) energy = copy_sample (fixture, "harbour-energy");

  keep (bank, energy);
  open (fixture, energy);
  g_application_activate (G_APPLICATION (fixture->application));
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
}

static void
add_tests (void)
{
  window_add ("/restore/place", NULL, test_place);
  window_add ("/restore/blueprint", NULL, test_blueprint);
  window_add ("/restore/zoom", NULL, test_zoom);
  window_add ("/restore/impact", NULL, test_impact);
  window_add ("/restore/several", NULL, test_several);
  window_add ("/restore/missing", NULL, test_missing);
  window_add ("/restore/damaged", NULL, test_damaged);
  window_add ("/restore/all-missing", NULL, test_all_missing);
  window_add ("/restore/unwanted", NULL, test_unwanted);
  window_add ("/restore/file", NULL, test_file);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
