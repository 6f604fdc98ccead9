/* test-preferences.c: what is chosen takes effect at once, in every window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-pointer.h"
#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "project/tl-project.h"
#include "ui/tl-new-dialog.h"
#include "ui/tl-preferences.h"
#include "ui/tl-project-page.h"
#include "ui/tl-settings.h"

static GtkWidget *
open_preferences (void)
{
  GtkWidget *preferences = tl_preferences_new ();

  gtk_window_present (GTK_WINDOW (preferences));
  tl_test_wait_for (gtk_widget_get_mapped (preferences));
  return preferences;
}

static GtkWidget *
find_row (GtkWidget  *preferences,
          const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = window_find_nth (preferences, ADW_TYPE_PREFERENCES_ROW, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return row;
  g_assert_not_reached ();
}

static guint
find_choice (AdwComboRow *row,
             const char  *text)
{
  GtkStringList *list = GTK_STRING_LIST (adw_combo_row_get_model (row));

  for (guint i = 0; gtk_string_list_get_string (list, i) != NULL; i++)
    if (g_str_equal (gtk_string_list_get_string (list, i), text))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
reset (void)
{
  static const char *const keys[] = { "currency", "snap-to-grid", "grid-size", "snap-to-neighbours" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (tl_settings_get (), keys[i]);
}

static void
created_cb (TlNewDialog *dialog,
            TlProject   *project,
            TlProject  **slot)
{
  g_set_object (slot, project);
}

static TlProject *
create_project (void)
{
  GtkWidget *dialog = tl_new_dialog_new ();
  TlProject *project = NULL;
  GtkWidget *button;

  g_signal_connect (dialog, "created", G_CALLBACK (created_cb), &project);
  gtk_window_present (GTK_WINDOW (dialog));
  tl_test_wait_for (gtk_widget_get_mapped (dialog));
  for (guint i = 0; project == NULL && (button = window_find_nth (dialog, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (gtk_widget_has_css_class (button, "suggested-action"))
      g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (project);
  return project;
}

/* New projects have it, and nothing can be undone in them. */
static void
test_currency (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *preferences = open_preferences ();
  AdwComboRow *row = ADW_COMBO_ROW (find_row (preferences, "Currency"));
  g_autofree char *local = tl_settings_dup_local_currency ();
  g_autofree char *chosen = NULL;
  g_autoptr (TlProject) project = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  chosen = tl_settings_dup_currency ();
  g_assert_cmpstr (chosen, ==, local);

  adw_combo_row_set_selected (row, find_choice (row, "CHF"));
  g_free (chosen);
  chosen = tl_settings_dup_currency ();
  g_assert_cmpstr (chosen, ==, "CHF");
  project = create_project ();
  g_assert_cmpstr (tl_record_get (TL_RECORD (project), TL_PROJECT_CURRENCY), ==, "CHF");
  g_assert_false (tl_history_get_can_undo (tl_project_get_history (project)));

  gtk_window_destroy (GTK_WINDOW (preferences));
  reset ();
}

/* One that is not in the list, but was chosen. */
static void
test_other_currency (WindowFixture *fixture,
                     gconstpointer  data)
{
  GtkWidget *preferences;
  AdwComboRow *row;

  tl_settings_set_string ("currency", "XAU");
  preferences = open_preferences ();
  row = ADW_COMBO_ROW (find_row (preferences, "Currency"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, find_choice (row, "XAU"));
  gtk_window_destroy (GTK_WINDOW (preferences));
  reset ();
}

typedef struct
{
  double dx;
  guint  n;
} Nudge;

static void
nudge_cb (TlCanvas *canvas,
          double    dx,
          double    dy,
          Nudge    *nudge)
{
  nudge->dx = dx;
  nudge->n++;
}

/* The size of the grid is that of a step by keys, in a blueprint that is open. */
static void
test_grid (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  GtkWidget *preferences;
  TlCanvas *canvas;
  Nudge nudge = { 0 };

  if (pointer == NULL)
    return;
  window_activate (window, "win.page", "blueprint");
  canvas = tl_project_page_get_canvas (TL_PROJECT_PAGE (window_find (window, TL_TYPE_PROJECT_PAGE)));
  tl_test_wait_for (tl_canvas_get_scene (canvas) != NULL && gtk_widget_get_mapped (GTK_WIDGET (canvas)));
  g_signal_connect (canvas, "nudge-nodes", G_CALLBACK (nudge_cb), &nudge);

  preferences = open_preferences ();
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (window_find (find_row (preferences, "Size of the Grid"), GTK_TYPE_SPIN_BUTTON)),
                             24);
  gtk_window_destroy (GTK_WINDOW (preferences));

  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  tl_test_pointer_key (pointer, GDK_KEY_a, GDK_CONTROL_MASK);
  tl_test_pointer_key (pointer, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_wait_for (nudge.n == 1);
  g_assert_cmpfloat (nudge.dx, ==, 24);

  tl_settings_set_int ("grid-size", 8);
  tl_test_pointer_key (pointer, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_wait_for (nudge.n == 2);
  g_assert_cmpfloat (nudge.dx, ==, 8);
  g_signal_handlers_disconnect_by_data (canvas, &nudge);
  reset ();
}

/* Each row is what its setting is, both ways. */
static void
test_snapping (WindowFixture *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *title;
    const char *key;
  } rows[] = {
    { "Snap to the Grid", "snap-to-grid" },
    { "Snap to Neighbours", "snap-to-neighbours" },
    { "Map of the Diagram", "minimap-visible" },
    { "Open Projects of Last Time", "restore-session" },
  };
  GtkWidget *preferences = open_preferences ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *button = window_find (find_row (preferences, rows[i].title), GTK_TYPE_SWITCH);

      g_assert_true (gtk_switch_get_active (GTK_SWITCH (button)));
      gtk_switch_set_active (GTK_SWITCH (button), FALSE);
      g_assert_false (tl_settings_get_boolean (rows[i].key, TRUE));
      g_settings_reset (tl_settings_get (), rows[i].key);
      g_assert_true (gtk_switch_get_active (GTK_SWITCH (button)));
    }
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
add_tests (void)
{
  window_add ("/preferences/currency", NULL, test_currency);
  window_add ("/preferences/other-currency", NULL, test_other_currency);
  window_add ("/preferences/grid", NULL, test_grid);
  window_add ("/preferences/snapping", NULL, test_snapping);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
