/* test-tour.c: what is where is shown to who sees it first, and only then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-pointer.h"
#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "ui/tl-inspector.h"
#include "ui/tl-settings.h"
#include "ui/tl-tour.h"

static GtkWidget *
find_button (gpointer    root,
             const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = window_find_nth (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  return NULL;
}

static TlTour *
find_tour (TlWindow *window)
{
  GtkWidget *tour = window_find (window, TL_TYPE_TOUR);

  return tour != NULL && gtk_widget_get_mapped (tour) ? TL_TOUR (tour) : NULL;
}

static TlTour *
wait_for_tour (TlWindow *window)
{
  tl_test_wait_for (find_tour (window) != NULL);
  return find_tour (window);
}

static GtkWidget *
find_part (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "tour-part"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_part (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_part (TlWindow *window)
{
  GtkWidget *part = find_part (GTK_WIDGET (window));

  return part != NULL ? gtk_widget_get_name (part) : NULL;
}

static const char *
get_said (TlWindow *window)
{
  GtkWidget *label;

  for (guint i = 0; (label = window_find_nth (window, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_has_css_class (label, "spoken") && *gtk_label_get_text (GTK_LABEL (label)) != '\0')
      return gtk_label_get_text (GTK_LABEL (label));
  return "";
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Offered once, in all windows; each step points to something that is there. */
static void
test_steps (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const parts[] = {
    "tour-diagram", "tour-overlay", "tour-inspector", "tour-services", "tour-traceability", "tour-search",
  };
  TlWindow *window, *other;
  TlTour *tour;

  g_settings_reset (tl_settings_get (), "tour-seen");
  window = window_fixture_open_new (fixture, "2.1", "starter");
  other = window_fixture_open_new (fixture, "3.0", "starter");
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  tl_test_wait_for (gtk_widget_get_width (GTK_WIDGET (window)) > 1000);
  g_assert_nonnull (find_button (other, "Take the _Tour"));
  window_activate (window, "win.page", "services");
  click (find_button (window, "Take the _Tour"));
  tour = wait_for_tour (window);
  g_assert_null (find_button (window, "Take the _Tour"));
  g_assert_null (find_button (other, "Take the _Tour"));
  g_assert_true (tl_settings_get_boolean ("tour-seen", FALSE));

  g_assert_cmpuint (tl_tour_get_n_steps (tour), ==, G_N_ELEMENTS (parts));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_cmpuint (tl_tour_get_step (tour), ==, i);
      g_assert_cmpstr (get_part (window), ==, parts[i]);
      g_assert_cmpstr (get_said (window), !=, "");
      if (i + 1 < G_N_ELEMENTS (parts))
        click (find_button (tour, "_Next"));
    }
  click (find_button (tour, "_Back"));
  g_assert_cmpstr (get_part (window), ==, parts[4]);
  click (find_button (tour, "_Next"));
  click (find_button (tour, "_Done"));
  tl_test_wait_for (find_tour (window) == NULL);
  g_assert_null (get_part (window));
}

static void
test_refused (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window;

  g_settings_reset (tl_settings_get (), "tour-seen");
  window = window_fixture_open_new (fixture, "2.1", "starter");
  click (find_button (window, "_No, Thanks"));
  tl_test_wait_for (find_button (window, "_No, Thanks") == NULL);
  g_assert_true (tl_settings_get_boolean ("tour-seen", FALSE));
  g_assert_null (find_button (window_fixture_open_new (fixture, "3.0", "starter"), "_No, Thanks"));
}

/* By keys alone; in a narrow window it points to the buttons of what is folded away. */
static void
test_keys (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "3.0", "starter");
  g_autoptr (TlTestPointer) pointer = tl_test_pointer_new ();
  TlTour *tour;

  if (pointer == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  tl_test_wait_for (!gtk_widget_get_mapped (window_find (window, TL_TYPE_INSPECTOR)));
  tl_test_pointer_focus (pointer, GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "tour", NULL);
  tour = wait_for_tour (window);

  tl_test_pointer_key (pointer, GDK_KEY_Return, 0);
  tl_test_wait_for (tl_tour_get_step (tour) == 1);
  tl_test_pointer_key (pointer, GDK_KEY_Return, 0);
  tl_test_wait_for (tl_tour_get_step (tour) == 2);
  g_assert_cmpstr (get_part (window), ==, "tour-inspector-button");
  tl_test_pointer_key (pointer, GDK_KEY_Return, 0);
  tl_test_wait_for (tl_tour_get_step (tour) == 3);
  g_assert_cmpstr (get_part (window), ==, "tour-outline-button");
  tl_test_pointer_key (pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (find_tour (window) == NULL);
  g_assert_null (get_part (window));

  /* It begins anew. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "tour", NULL);
  tour = wait_for_tour (window);
  g_assert_cmpuint (tl_tour_get_step (tour), ==, 0);
  click (find_button (tour, "_Skip"));
  tl_test_wait_for (find_tour (window) == NULL);
}

/* There is nothing open to show: a sample is. */
static void
test_sample (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = tl_window_new (fixture->application);

  gtk_window_present (GTK_WINDOW (window));
  tl_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "tour", NULL);
  wait_for_tour (window);
  g_assert_nonnull (window_get_project (window));
  gtk_popover_popdown (GTK_POPOVER (find_tour (window)));
  tl_test_wait_for (find_tour (window) == NULL);
}

static void
add_tests (void)
{
  window_add ("/tour/steps", NULL, test_steps);
  window_add ("/tour/refused", NULL, test_refused);
  window_add ("/tour/keys", NULL, test_keys);
  window_add ("/tour/sample", NULL, test_sample);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
