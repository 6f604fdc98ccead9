/* test-target-size.c: what is clicked or tapped is large enough for it
 *
 * WCAG 2.2, 2.5.8: 24 by 24 pixels, or as much room around a smaller one that no other target is
 * in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "project/tl-service.h"

#define LEAST 24.0f

typedef struct
{
  GtkWidget       *widget;
  graphene_rect_t  bounds;
} Target;

/* Parts of what is a target as a whole count with it. */
static gboolean
is_target (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget));
  return GTK_IS_MENU_BUTTON (widget) || GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget);
}

static gboolean
is_whole (GtkWidget *widget)
{
  return !GTK_IS_LIST_BOX_ROW (widget);
}

static void
collect (GtkWidget *widget,
         GtkWidget *root,
         GArray    *targets)
{
  Target target = { widget };

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (is_target (widget) && gtk_widget_is_sensitive (widget) && gtk_widget_get_can_target (widget)
      && gtk_widget_compute_bounds (widget, root, &target.bounds) && target.bounds.size.width > 0)
    {
      g_array_append_val (targets, target);
      if (is_whole (widget))
        return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      collect (child, root, targets);
}

static gboolean
is_large (const Target *target)
{
  return target->bounds.size.width >= LEAST && target->bounds.size.height >= LEAST;
}

/* A square of the least size around its middle meets no other target, save one that it is in. */
static gboolean
has_room (const Target *target,
          GArray       *targets)
{
  graphene_point_t middle;
  graphene_rect_t around;

  graphene_rect_get_center (&target->bounds, &middle);
  graphene_rect_init (&around, middle.x - LEAST / 2, middle.y - LEAST / 2, LEAST, LEAST);
  for (guint i = 0; i < targets->len; i++)
    {
      const Target *other = &g_array_index (targets, Target, i);

      if (other->widget != target->widget && !gtk_widget_is_ancestor (target->widget, other->widget)
          && graphene_rect_intersection (&around, &other->bounds, NULL))
        return FALSE;
    }
  return TRUE;
}

static void
check (GtkWidget  *root,
       const char *where)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));
  guint n_small = 0;

  collect (root, root, targets);
  g_assert_cmpuint (targets->len, >, 2);
  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = &g_array_index (targets, Target, i);

      if (is_large (target) || has_room (target, targets))
        continue;
      n_small++;
      g_test_message ("%s: a %s of %s is %.0f × %.0f; %s", where, G_OBJECT_TYPE_NAME (target->widget),
                      G_OBJECT_TYPE_NAME (gtk_widget_get_parent (target->widget)), (double) target->bounds.size.width,
                      (double) target->bounds.size.height, gtk_widget_get_tooltip_text (target->widget));
    }
  g_assert_cmpuint (n_small, ==, 0);
}

static void
painted_cb (guint *n_painted)
{
  (*n_painted)++;
}

/* Until all has its place: what the first frame has begun is in the second. */
static void
settle (GtkWidget *widget)
{
  guint n_painted = 0;
  GdkFrameClock *clock;
  gulong handler;

  tl_test_wait_for (gtk_widget_get_mapped (widget));
  clock = gtk_widget_get_frame_clock (widget);
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n_painted);
  for (guint n = 1; n <= 2; n++)
    {
      gtk_widget_queue_draw (widget);
      tl_test_wait_for (n_painted >= n);
    }
  g_signal_handler_disconnect (clock, handler);
}

static void
test_pages (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const pages[] = { TL_PAGE_DIAGRAM, TL_PAGE_SERVICES, TL_PAGE_BLUEPRINT, TL_PAGE_LANDSCAPE,
                                       TL_PAGE_TRACEABILITY };
  g_autofree char *below = g_strdup_printf ("resources/samples/%s.it4it", (const char *) data);
  g_autofree char *path = tl_test_build_source_path (below);
  TlWindow *window = window_fixture_open_file (fixture, path);
  TlSession *session = tl_window_get_session (window);
  TlRecord *service = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0);
  g_autofree char *key = g_strconcat ("record:", tl_record_get_id (tl_record_get_child (service, TL_SERVICE_LOGICAL, 0)), NULL);

  tl_session_go_service (session, service);
  tl_session_reveal (session, key);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      tl_session_set_page (session, pages[i]);
      settle (GTK_WIDGET (window));
      check (GTK_WIDGET (window), pages[i]);
    }
}

static void
test_dialog (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);
  GtkWidget *dialog;

  window_activate (window, data, NULL);
  dialog = window_wait_for_dialog (window);
  settle (dialog);
  check (dialog, data);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_start (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);
  GtkWidget *start;

  window_activate (window, "app.new-window", NULL);
  tl_test_wait_for (window_fixture_count (fixture) == 2);
  start = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  settle (start);
  check (start, "start");
}

static void
add_tests (void)
{
  static const char *const dialogs[] = { "app.new", "app.preferences", "win.print", "win.new-service", "win.kinds" };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  window_add ("/target-size/pages/2.1", "northwind-bank", test_pages);
  window_add ("/target-size/pages/3.0", "harbour-energy", test_pages);
  window_add ("/target-size/start", NULL, test_start);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *name = g_strconcat ("/target-size/", dialogs[i], NULL);

      window_add (name, dialogs[i], test_dialog);
    }
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
