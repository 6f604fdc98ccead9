/* test-long-texts.c: nothing that is to be read is cut off, whatever the language
 *
 * Is run in English and, by with-pseudo-locale, with texts that are 40 % longer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "project/tl-service.h"
#include "ui/tl-session.h"

#include <math.h>
#include <string.h>

#define NARROW 360
/* What is cut with dots says all of it in a tooltip: its own, or of the button or row it is in. */
#define MAX_AROUND 6

typedef struct
{
  GtkWidget  *root;
  const char *where;
  guint       n_labels;
  guint       n_cut;
} Check;

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (guint i = 0; widget != NULL && i < MAX_AROUND; i++, widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

/* What is beyond a border can be brought into view. */
static gboolean
is_scrolled (GtkWidget *widget,
             GtkWidget *root)
{
  for (; widget != NULL && widget != root; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_SCROLLED_WINDOW (widget))
      {
        GtkPolicyType across;

        gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &across, NULL);
        if (across != GTK_POLICY_NEVER)
          return TRUE;
      }
  return FALSE;
}

static const char *
find_fault (Check    *check,
            GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  graphene_rect_t bounds;
  int width, height;

  if (pango_layout_is_ellipsized (layout))
    return has_tooltip (widget) ? NULL : "is cut, and has no tooltip";
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    return "runs out of its place";
  if (!gtk_widget_compute_bounds (widget, check->root, &bounds) || is_scrolled (widget, check->root))
    return NULL;
  /* What waits at the side until it is wanted. */
  if (bounds.origin.x + bounds.size.width <= 0 || bounds.origin.x >= gtk_widget_get_width (check->root))
    return NULL;
  if (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (check->root) + 1)
    return "runs out of the window";
  return NULL;
}

static void
check_below (Check     *check,
             GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_width (widget) > 0 && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      const char *fault = find_fault (check, GTK_LABEL (widget));

      check->n_labels++;
      if (fault != NULL)
        {
          check->n_cut++;
          g_test_message ("%s, %d wide: “%s” in %s %s", check->where, gtk_widget_get_width (check->root),
                          gtk_label_get_text (GTK_LABEL (widget)), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), fault);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_below (check, child);
}

static int
measure (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* What it is in a page that needs so much room. */
static void
tell_wide (GtkWidget  *widget,
           const char *where)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && (!gtk_widget_get_mapped (child) || measure (child) <= NARROW))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    {
      tell_wide (child, where);
      return;
    }
  g_test_message ("%s needs %d pixels for a %s", where, measure (widget), G_OBJECT_TYPE_NAME (widget));
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_test_message ("  %d %s %s", measure (child), G_OBJECT_TYPE_NAME (child), gtk_widget_get_css_name (child));
}

static gboolean
has_allocated (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 1;
}

/* What was asked for is laid out a frame or two later. */
static gboolean
count_frame (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  (*(guint *) user_data)++;
  return G_SOURCE_CONTINUE;
}

static void
wait_for_frames (GtkWidget *window)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (window, count_frame, &n_frames, NULL);

  tl_test_wait_for (has_allocated (window) && n_frames > 3);
  gtk_widget_remove_tick_callback (window, id);
}

/* @width: that it has to go into; 0: its own */
static guint
check_window (GtkWidget  *window,
              const char *where,
              int         width)
{
  Check check = { window, where, 0, 0 };

  wait_for_frames (window);
  check_below (&check, window);
  if (width > 0 && measure (gtk_window_get_child (GTK_WINDOW (window))) > width)
    {
      tell_wide (gtk_window_get_child (GTK_WINDOW (window)), where);
      check.n_cut++;
    }
  g_assert_cmpuint (check.n_labels, >, 0);
  return check.n_cut;
}

static void
set_width (GtkWidget *window,
           int        width)
{
  /* As GNOME has it; without a desktop there are buttons for three things. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  wait_for_frames (window);
}

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

  set_width (GTK_WIDGET (window), GPOINTER_TO_INT (data));
  tl_session_go_service (session, tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      tl_session_set_page (session, pages[i]);
      tl_test_wait_for (g_strcmp0 (tl_session_get_page (session), pages[i]) == 0);
      n_cut += check_window (GTK_WIDGET (window), pages[i], GPOINTER_TO_INT (data));
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
              gconstpointer  unused)
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
      n_cut += check_window (dialog, actions[i], 0);
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
  set_width (window, GPOINTER_TO_INT (data));
  if (check_window (window, "the start page", GPOINTER_TO_INT (data)) > 0)
    g_test_fail ();
}

static void
add_tests (void)
{
  window_add ("/long-texts/pages/wide", GINT_TO_POINTER (1280), test_pages);
  window_add ("/long-texts/pages/narrow", GINT_TO_POINTER (NARROW), test_pages);
  window_add ("/long-texts/start-page/wide", GINT_TO_POINTER (1000), test_start_page);
  window_add ("/long-texts/start-page/narrow", GINT_TO_POINTER (NARROW), test_start_page);
  window_add ("/long-texts/dialogs", NULL, test_dialogs);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
