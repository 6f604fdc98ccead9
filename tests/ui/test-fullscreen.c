/* test-fullscreen.c: a diagram is presented without panels, and they come back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-pointer.h"
#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "ui/tl-gap-panel.h"
#include "ui/tl-inspector.h"
#include "ui/tl-outline.h"
#include "ui/tl-settings.h"

static gboolean
is_seen (TlWindow *window,
         GType     type)
{
  GtkWidget *widget = window_find (window, type);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static GtkRevealer *
find_revealer (TlWindow *window)
{
  GtkWidget *header = window_find (window, ADW_TYPE_HEADER_BAR);

  return GTK_REVEALER (gtk_widget_get_ancestor (header, GTK_TYPE_REVEALER));
}

/* There is no window manager here that would make the window as large as the screen. */
static void
test_present (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  GtkWidget *header = window_find (window, ADW_TYPE_HEADER_BAR);
  GtkWidget *canvas = window_find (window, TL_TYPE_CANVAS);

  if (pointer == NULL)
    return;
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  tl_test_wait_for (is_seen (window, TL_TYPE_OUTLINE) && is_seen (window, TL_TYPE_INSPECTOR));

  tl_test_pointer_move (pointer, canvas, 60, 200);
  tl_test_pointer_key (pointer, GDK_KEY_F5, 0);
  tl_test_wait_for (!is_seen (window, TL_TYPE_OUTLINE) && !is_seen (window, TL_TYPE_INSPECTOR));
  /* The header bar is there until something is done. */
  g_assert_true (gtk_revealer_get_reveal_child (find_revealer (window)));
  tl_test_pointer_move (pointer, canvas, 60, 240);
  tl_test_wait_for (!gtk_widget_get_mapped (header));
  g_assert_true (tl_settings_get_boolean ("outline-visible", FALSE));
  g_assert_true (tl_settings_get_boolean ("inspector-visible", FALSE));

  /* It comes to the pointer, and to the keyboard, and goes again. */
  tl_test_pointer_move (pointer, GTK_WIDGET (window), 300, 1);
  tl_test_wait_for (gtk_widget_get_mapped (header));
  tl_test_pointer_move (pointer, canvas, 60, 260);
  tl_test_wait_for (!gtk_revealer_get_reveal_child (find_revealer (window)));
  window_activate (window, "win.next-pane", NULL);
  tl_test_wait_for (gtk_widget_get_mapped (header));
  window_activate (window, "win.focus-page", NULL);

  tl_test_pointer_key (pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (is_seen (window, TL_TYPE_OUTLINE) && is_seen (window, TL_TYPE_INSPECTOR));
  g_assert_null (find_revealer (window));
  tl_test_wait_for (gtk_widget_get_mapped (header));
}

/* What is selected goes first; a panel that was not there does not come. */
static void
test_leave (WindowFixture *fixture,
            gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  TlCanvas *canvas = TL_CANVAS (window_find (window, TL_TYPE_CANVAS));

  if (pointer == NULL)
    return;
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  tl_test_pointer_key (pointer, GDK_KEY_F9, 0);
  tl_test_wait_for (!is_seen (window, TL_TYPE_OUTLINE));
  window_activate (window, "win.present", NULL);
  tl_test_wait_for (find_revealer (window) != NULL);
  tl_canvas_focus_node (canvas, "component:incident");
  tl_canvas_set_selected_key (canvas, "component:incident");
  tl_test_pointer_key (pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (tl_canvas_get_selected_key (canvas) == NULL);
  g_assert_nonnull (find_revealer (window));
  tl_test_pointer_key (pointer, GDK_KEY_F11, 0);
  tl_test_wait_for (find_revealer (window) == NULL);
  tl_test_wait_for (is_seen (window, TL_TYPE_INSPECTOR));
  g_assert_false (is_seen (window, TL_TYPE_OUTLINE));
  tl_settings_set_boolean ("outline-visible", TRUE);
}

/* Also the panels of a blueprint, and one that is opened meanwhile. */
static void
test_blueprint (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);

  window_activate (window, "win.present", NULL);
  window_activate (window, "win.page", "blueprint");
  tl_test_wait_for (window_find (window, TL_TYPE_GAP_PANEL) != NULL);
  g_assert_false (is_seen (window, TL_TYPE_GAP_PANEL));
  g_assert_true (tl_settings_get_boolean ("gaps-visible", FALSE));
  window_activate (window, "win.present", NULL);
  tl_test_wait_for (is_seen (window, TL_TYPE_GAP_PANEL));
}

static void
add_tests (void)
{
  window_add ("/fullscreen/present", NULL, test_present);
  window_add ("/fullscreen/leave", NULL, test_leave);
  window_add ("/fullscreen/blueprint", NULL, test_blueprint);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
