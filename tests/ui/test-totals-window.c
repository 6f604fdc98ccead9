/* test-totals-window.c: what projects say together stands on the value chain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "ui/tl-totals-window.h"

static const char *
get_value (GtkWidget  *window,
           const char *key)
{
  TlScene *scene = tl_canvas_get_scene (TL_CANVAS (window_find (window, TL_TYPE_CANVAS)));
  int node = scene != NULL ? tl_scene_find (scene, key) : -1;

  return node >= 0 ? tl_scene_get_node (scene, node)->value : NULL;
}

static guint
get_number (GtkWidget *window)
{
  const char *value = get_value (window, "component:incident");

  return value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 0;
}

static void
test_tools (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (TlLibrary) library = window_create_library (fixture);
  GtkWidget *window = tl_totals_window_new (library);
  GtkDropDown *overlay;
  GtkWidget *projects;
  guint both;

  gtk_window_present (GTK_WINDOW (window));
  overlay = GTK_DROP_DOWN (window_find_nth (window, GTK_TYPE_DROP_DOWN, 1));
  /* The third is the number of tools. */
  gtk_drop_down_set_selected (overlay, 2);
  projects = window_find (window, GTK_TYPE_POPOVER);
  tl_test_wait_for (window_find_nth (projects, GTK_TYPE_CHECK_BUTTON, 2) != NULL);
  tl_test_wait_for (get_number (window) > 0);
  both = get_number (window);

  /* One of the two. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (window_find_nth (projects, GTK_TYPE_CHECK_BUTTON, 2)), FALSE);
  tl_test_wait_for (get_number (window) * 2 == both);
  /* All again. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (window_find_nth (projects, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  tl_test_wait_for (get_number (window) == both);

  /* The other edition has no project here. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (window_find_nth (window, GTK_TYPE_DROP_DOWN, 0)), 1);
  tl_test_wait_for (get_value (window, "component:incident") == NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  tl_library_close (library);
}

static void
add_tests (void)
{
  window_add ("/totals-window/tools", NULL, test_tools);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
