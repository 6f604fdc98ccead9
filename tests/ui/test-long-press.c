/* test-long-press.c: a finger has the menus, too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "ui/tl-long-press.h"
#include "ui/tl-record-table.h"

static GtkGesture *
find_long_press (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkGesture) gesture = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_LONG_PRESS (gesture))
        return gesture;
    }
  return NULL;
}

static void
count_cb (gpointer user_data,
          int      n_press,
          double   x,
          double   y)
{
  double *at = user_data;

  g_assert_cmpint (n_press, ==, 1);
  at[0] += x;
  at[1] += y;
}

static void
test_call (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  double at[2] = { 0, 0 };
  GtkGesture *gesture;

  tl_long_press_add (label, count_cb, at);
  gesture = find_long_press (label);
  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (gesture)));
  g_signal_emit_by_name (gesture, "pressed", 3.0, 4.0);
  g_assert_cmpfloat (at[0], ==, 3);
  g_assert_cmpfloat (at[1], ==, 4);
  g_assert_finalize_object (label);
}

/* Of a table: that of the row beneath. */
static void
test_table (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);
  GtkWidget *view, *menu;

  window_activate (window, "win.page", "landscape");
  tl_test_wait_for (window_find (window, GTK_TYPE_COLUMN_VIEW) != NULL
                    && gtk_widget_get_mapped (window_find (window, GTK_TYPE_COLUMN_VIEW)));
  view = window_find (window, GTK_TYPE_COLUMN_VIEW);
  tl_test_wait_for (gtk_widget_get_height (view) > 100);
  g_signal_emit_by_name (find_long_press (view), "pressed", 60.0, 90.0);
  menu = window_find (gtk_widget_get_ancestor (view, TL_TYPE_RECORD_TABLE), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  tl_test_wait_for (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  tl_test_wait_for (!gtk_widget_get_mapped (menu));
}

static void
add_tests (void)
{
  window_add ("/long-press/call", NULL, test_call);
  window_add ("/long-press/table", NULL, test_table);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
