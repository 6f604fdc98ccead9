/* test-window-flow.c: from a new project to facts that are found again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "project/tl-assessment.h"
#include "project/tl-edit.h"
#include "ui/tl-diagram-page.h"
#include "ui/tl-inspector.h"
#include "ui/tl-maturity-row.h"
#include "ui/tl-record-cell.h"
#include "ui/tl-shortcuts-window.h"
#include "ui/tl-turns.h"

static TlCanvas *
get_canvas (TlWindow *window)
{
  return TL_CANVAS (window_find (window, TL_TYPE_CANVAS));
}

/* What stands in a node of the diagram, or NULL. */
static const char *
get_value (TlWindow   *window,
           const char *key)
{
  TlScene *scene = tl_canvas_get_scene (get_canvas (window));
  int node = tl_scene_find (scene, key);

  g_assert_cmpint (node, >=, 0);
  return tl_scene_get_node (scene, node)->value;
}

static gboolean
has_value (TlWindow   *window,
           const char *key,
           const char *value)
{
  return g_strcmp0 (get_value (window, key), value) == 0;
}

/* The inspector's rows for maturity of the selected thing. */
static TlMaturityRow *
get_row (TlWindow *window,
         guint     n)
{
  GtkWidget *inspector = window_find (window, TL_TYPE_INSPECTOR);
  GtkWidget *row;

  tl_test_wait_for (window_find_nth (inspector, TL_TYPE_MATURITY_ROW, n) != NULL);
  row = window_find_nth (inspector, TL_TYPE_MATURITY_ROW, n);
  return TL_MATURITY_ROW (row);
}

static void
choose (TlMaturityRow *row,
        guint          step)
{
  GtkWidget *cell = window_find_nth (row, GTK_TYPE_TOGGLE_BUTTON, step);


  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (cell), TRUE);
  g_assert_cmpint (tl_maturity_row_get_value (row), ==, (int) step);
}

static void
assess (TlWindow   *window,
        const char *key)
{
  tl_session_set_selection (tl_window_get_session (window), key);
  choose (get_row (window, 0), 3);
  choose (get_row (window, 1), 5);
  tl_test_wait_for (has_value (window, key, "3"));
}

static void
check_undo (TlWindow   *window,
            const char *key)
{
  TlHistory *history = tl_project_get_history (window_get_project (window));
  g_autofree char *before = g_strdup (get_value (window, key));

  g_assert_true (tl_document_get_modified (tl_window_get_document (window)));
  while (tl_history_get_can_undo (history))
    window_activate (window, "win.undo", NULL);
  tl_test_wait_for (!has_value (window, key, before));
  g_assert_cmpuint (tl_record_get_n_items (TL_RECORD (window_get_project (window)),
                                           TL_PROJECT_ASSESSMENTS), ==, 0);
  while (tl_history_get_can_redo (history))
    window_activate (window, "win.redo", NULL);
  tl_test_wait_for (has_value (window, key, before));
}

static void
check_overlays (TlWindow   *window,
                const char *key)
{
  TlSession *session = tl_window_get_session (window);

  tl_session_set_overlay (session, TL_OVERLAY_TOOLS);
  tl_test_wait_for (has_value (window, key, "0"));
  tl_session_set_overlay (session, TL_OVERLAY_GAP);
  tl_test_wait_for (!has_value (window, key, "0") && !has_value (window, key, "3"));
  tl_session_set_overlay (session, TL_OVERLAY_MATURITY);
  tl_test_wait_for (has_value (window, key, "3"));
}

static void
test_flow (WindowFixture *fixture,
           gconstpointer  data)
{
  const char *version = data;
  const TlComponent *component = tl_edition_get_components (tl_edition_get (version))[0];
  const char *key = component->concept.key;
  g_autofree char *path = g_build_filename (fixture->directory, "flow.it4it", NULL);
  TlWindow *window = window_fixture_open_new (fixture, version, "empty");
  TlRecord *found;

  g_assert_cmpstr (window_get_shown (window), ==, "project");
  assess (window, key);
  check_undo (window, key);
  check_overlays (window, key);

  window_save_as (window, path);
  g_assert_false (tl_document_get_modified (tl_window_get_document (window)));
  g_assert_true (window_fixture_open_file (fixture, path) == window);
  g_assert_cmpuint (window_fixture_count (fixture), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpuint (window_fixture_count (fixture), ==, 0);

  window = window_fixture_open_file (fixture, path);
  g_assert_cmpstr (window_get_shown (window), ==, "project");
  found = tl_edit_find_assessment (window_get_project (window), component->concept.id);
  g_assert_nonnull (found);
  g_assert_cmpstr (tl_record_get (found, TL_ASSESSMENT_CURRENT), ==, "3");
  g_assert_cmpstr (tl_record_get (found, TL_ASSESSMENT_GOAL), ==, "5");
  tl_test_wait_for (has_value (window, key, "3"));
  g_assert_false (tl_document_get_modified (tl_window_get_document (window)));
}

static void
test_titles (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlRecord *project = TL_RECORD (window_get_project (window));

  g_assert_true (tl_edit_set (project, TL_PROJECT_NAME, "Under_scores & more", NULL));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Under_scores & more"));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "•"));
  window_activate (window, "win.undo", NULL);
  g_assert_cmpstr (tl_record_get_name (project), ==, "Test");
}

static void
test_other_edition (WindowFixture *fixture,
                    gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlSession *session = tl_window_get_session (window);
  const TlEdition *other = tl_edition_get ("3.0");
  TlView view = { TL_VIEW_LEVEL1, other, NULL };
  TlScene *scene;

  tl_session_go (session, &view);
  g_assert_false (tl_session_shows_project_edition (session));
  scene = tl_canvas_get_scene (get_canvas (window));
  /* The facts of a project say nothing about the other edition. */
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    g_assert_cmpint (tl_scene_get_node (scene, i)->flags & TL_NODE_OVERLAY, ==, 0);
  window_activate (window, "win.back", NULL);
  g_assert_true (tl_session_shows_project_edition (session));
}

/* A spinner asks for a frame after the other, whether it is seen or not. */
static void
test_rests (WindowFixture *fixture,
            gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  g_autofree char *path = g_build_filename (fixture->directory, "rests.it4it", NULL);
  GtkWidget *spinner = window_find (window, GTK_TYPE_SPINNER);

  g_assert_nonnull (spinner);
  g_assert_false (gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
  window_save_as (window, path);
  window_activate (window, "win.revert", NULL);
  tl_test_wait_for (g_str_equal (window_get_shown (window), "project"));
  g_assert_false (gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
}

/* Made when it is asked for, and no wider than a small screen. */
static void
test_shortcuts (WindowFixture *fixture,
                gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  GtkWidget *help;
  int least;

  for (guint i = 0; i < 2; i++)
    {
      window_activate (window, "win.show-help-overlay", NULL);
      help = window_wait_for_dialog (window);
      g_assert_true (TL_IS_SHORTCUTS_WINDOW (help));
      gtk_widget_measure (help, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 360);
      gtk_window_destroy (GTK_WINDOW (help));
    }
}

static void
project_gone_cb (gpointer  thread,
                 GObject  *project)
{
  g_atomic_pointer_set ((GThread **) thread, g_thread_self ());
}

/* Nothing of a window stays, and other windows have not to wait until long lists and the project are
 * taken apart. */
static void
test_close (WindowFixture *fixture,
            gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlHistory *history = tl_project_get_history (window_get_project (window));
  GThread *thread = NULL;
  GtkWidget *cell;

  tl_session_set_page (tl_window_get_session (window), TL_PAGE_LANDSCAPE);
  tl_test_wait_for (window_find (window, TL_TYPE_RECORD_CELL) != NULL);
  cell = window_find (window, TL_TYPE_RECORD_CELL);
  g_object_add_weak_pointer (G_OBJECT (cell), (gpointer *) &cell);
  g_object_weak_ref (G_OBJECT (window_get_project (window)), project_gone_cb, &thread);
  tl_history_mark_saved (history, tl_history_get_state (history));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpuint (window_fixture_count (fixture), ==, 0);
  g_assert_nonnull (cell);
  tl_test_wait_for (cell == NULL);
  tl_test_wait_for (g_atomic_pointer_get (&thread) != NULL);
  g_assert_true (thread != g_thread_self ());
}

/* Whether something in the window is on its way from one state to another. */
static gboolean
moves (gpointer root)
{
  gboolean self = FALSE;

  if (GTK_IS_STACK (root))
    self = gtk_stack_get_transition_running (root);
  else if (GTK_IS_REVEALER (root))
    self = gtk_revealer_get_child_revealed (root) != gtk_revealer_get_reveal_child (root);
  else if (ADW_IS_FLAP (root))
    self = adw_flap_get_reveal_progress (root) != (adw_flap_get_reveal_flap (root) ? 1 : 0);
  for (GtkWidget *child = gtk_widget_get_first_child (root); !self && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    self = moves (child);
  return self;
}

static void
test_without_animations (WindowFixture *fixture,
                         gconstpointer  data)
{
  static const char *const pages[] = { TL_PAGE_SERVICES, TL_PAGE_LANDSCAPE, TL_PAGE_TRACEABILITY, TL_PAGE_DIAGRAM };
  static const char *const panels[] = { "win.outline", "win.inspector", "win.outline", "win.inspector" };
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  gboolean animations;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animations, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      tl_session_set_page (tl_window_get_session (window), pages[i]);
      g_assert_false (moves (window));
      tl_turns_finish (NULL);
      g_assert_false (moves (window));
    }
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      window_activate (window, panels[i], NULL);
      g_assert_false (moves (window));
    }
  window_activate (window, "win.find", NULL);
  g_assert_false (moves (window));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
}

static void
add_tests (void)
{
  window_add ("/window/flow/2.1", "2.1", test_flow);
  window_add ("/window/flow/3.0", "3.0", test_flow);
  window_add ("/window/close", NULL, test_close);
  window_add ("/window/without-animations", NULL, test_without_animations);
  window_add ("/window/rests", NULL, test_rests);
  window_add ("/window/shortcuts", NULL, test_shortcuts);
  window_add ("/window/titles", NULL, test_titles);
  window_add ("/window/other-edition", NULL, test_other_edition);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
