/* test-narrow.c: a window as narrow as a telephone, and what gives way in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-panel-fixture.h"
#include "tl-window-fixture.h"

#include "canvas/tl-minimap.h"
#include "project/tl-edit.h"
#include "ui/tl-breadcrumbs.h"
#include "ui/tl-fold-box.h"
#include "ui/tl-kind-palette.h"
#include "ui/tl-legend.h"
#include "ui/tl-line-meter.h"
#include "ui/tl-line-pane.h"
#include "ui/tl-project-page.h"
#include "ui/tl-record-table.h"
#include "ui/tl-view-switcher.h"
#include "ui/tl-wrap-box.h"

#define NARROW 360

static int
measure (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static TlWindow *
open_sample (WindowFixture *fixture,
             const char    *name)
{
  g_autofree char *below = g_strdup_printf ("resources/samples/%s.it4it", name);
  g_autofree char *path = tl_test_build_source_path (below);

  return window_fixture_open_file (fixture, path);
}

/* Each page, and each view of those that have several. */
static void
test_pages (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const pages[] = { TL_PAGE_DIAGRAM, TL_PAGE_SERVICES, TL_PAGE_BLUEPRINT, TL_PAGE_LANDSCAPE,
                                       TL_PAGE_TRACEABILITY };
  TlWindow *window = open_sample (fixture, data);
  GtkWidget *page = window_find (window, TL_TYPE_PROJECT_PAGE);

  /* As GNOME has it; without a desktop there are buttons for three things. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  tl_session_go_service (tl_window_get_session (window),
                         tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int width;

      tl_session_set_page (tl_window_get_session (window), pages[i]);
      tl_test_wait_for (g_strcmp0 (tl_session_get_page (tl_window_get_session (window)), pages[i]) == 0);
      width = measure (page);
      if (width > NARROW)
        g_test_message ("%s needs %d pixels", pages[i], width);
      g_assert_cmpint (width, <=, NARROW);
      g_assert_cmpint (measure (gtk_window_get_child (GTK_WINDOW (window))), <=, NARROW);
    }
}

/* It must not take the room of what is done with the project. */
static void
test_long_name (WindowFixture *fixture,
                gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, "northwind-bank");
  g_autofree char *name = g_strnfill (200, 'W');
  GtkWidget *title = window_find (window, ADW_TYPE_WINDOW_TITLE);
  int natural;

  g_assert_true (tl_edit_set (TL_RECORD (window_get_project (window)), TL_PROJECT_NAME, name, NULL));
  tl_test_wait_for (g_str_has_suffix (adw_window_title_get_title (ADW_WINDOW_TITLE (title)), name));
  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, <=, 500);
}

static guint
count_columns (GtkWidget *table)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (window_find (table, GTK_TYPE_COLUMN_VIEW)));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      n += gtk_column_view_column_get_visible (column);
    }
  return n;
}

static void
allocate (GtkWidget *widget,
          int        width)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width, 500 }, -1);
}

/* Columns go when there is no room for them, and come back. */
static void
test_columns (WindowFixture *fixture,
              gconstpointer  data)
{
  const char *page = data;
  TlWindow *window = open_sample (fixture, "northwind-bank");
  GtkWidget *table, *view;
  guint n_all;

  tl_session_set_page (tl_window_get_session (window), page);
  tl_test_wait_for (window_find (window, TL_TYPE_RECORD_TABLE) != NULL);
  table = window_find (window, TL_TYPE_RECORD_TABLE);
  tl_test_wait_for (gtk_widget_get_width (table) > 0);
  view = window_find (table, GTK_TYPE_COLUMN_VIEW);

  allocate (table, 2000);
  n_all = count_columns (table);
  allocate (table, NARROW);
  g_assert_cmpuint (count_columns (table), <, n_all);
  g_assert_cmpuint (count_columns (table), >=, 2);
  g_assert_cmpint (measure (view), <=, NARROW);
  allocate (table, 2000);
  g_assert_cmpuint (count_columns (table), ==, n_all);
}

static GtkWidget *
add_box (GtkWidget *parent,
         int        width)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (child, width, 20);
  gtk_widget_set_parent (child, parent);
  return child;
}

static void
assert_place (GtkWidget *child,
              int        x,
              int        y,
              int        width)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
}

static void
test_wrap (void)
{
  GtkWidget *box = g_object_ref_sink (tl_wrap_box_new (10, 5));
  GtkWidget *first = add_box (box, 100), *second = add_box (box, 50);
  int height;

  g_assert_cmpint (measure (box), ==, 100);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 160, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 159, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 45);

  /* What is left goes between, or to one that expands. */
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 200, 20 }, -1);
  assert_place (first, 0, 0, 100);
  assert_place (second, 150, 0, 50);
  g_object_set (box, "spread", FALSE, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 200, 20 }, -1);
  assert_place (second, 110, 0, 50);
  gtk_widget_set_hexpand (second, TRUE);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 200, 20 }, -1);
  assert_place (second, 110, 0, 90);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 200, 20 }, -1);
  assert_place (first, 100, 0, 100);
  assert_place (second, 0, 0, 90);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 120, 45 }, -1);
  assert_place (first, 0, 0, 100);
  assert_place (second, 0, 25, 120);
  gtk_widget_hide (first);
  g_assert_cmpint (measure (box), ==, 50);
  g_assert_finalize_object (box);
}

static void
test_fold (void)
{
  GtkWidget *box = g_object_ref_sink (g_object_new (TL_TYPE_FOLD_BOX, "spacing", 10, NULL));
  GtkWidget *full = add_box (box, 200), *folded = add_box (box, 30), *last = add_box (box, 40);

  gtk_widget_set_hexpand (last, TRUE);
  g_object_set (box, "full", full, "folded", folded, NULL);
  g_assert_cmpint (measure (box), ==, 80);

  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 400, 20 }, -1);
  g_assert_false (tl_fold_box_get_is_folded (TL_FOLD_BOX (box)));
  g_assert_true (gtk_widget_get_child_visible (full));
  assert_place (last, 210, 0, 190);

  /* One that expands wants to be seen, too. */
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 260, 20 }, -1);
  g_assert_true (tl_fold_box_get_is_folded (TL_FOLD_BOX (box)));
  g_assert_false (gtk_widget_get_child_visible (full));
  assert_place (folded, 0, 0, 30);
  assert_place (last, 40, 0, 220);
  g_assert_finalize_object (box);
}

/* One that folds as well does so before what is read beside it gets too narrow. */
static void
test_fold_in_fold (void)
{
  GtkWidget *box = g_object_ref_sink (g_object_new (TL_TYPE_FOLD_BOX, "spacing", 10, NULL));
  GtkWidget *inner = g_object_new (TL_TYPE_FOLD_BOX, NULL);
  GtkWidget *full = add_box (inner, 120), *folded = add_box (inner, 30), *other, *last;

  g_object_set (inner, "full", full, "folded", folded, NULL);
  gtk_widget_set_parent (inner, box);
  other = add_box (box, 40);
  last = add_box (box, 20);
  gtk_widget_set_hexpand (last, TRUE);
  g_assert_cmpint (measure (box), ==, 110);

  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 350, 20 }, -1);
  g_assert_false (tl_fold_box_get_is_folded (TL_FOLD_BOX (inner)));
  assert_place (other, 130, 0, 40);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 300, 20 }, -1);
  g_assert_true (tl_fold_box_get_is_folded (TL_FOLD_BOX (inner)));
  g_assert_cmpint (gtk_widget_get_width (last), >=, 160);
  g_assert_finalize_object (box);
}

/* Its dots say the same as its text. */
static void
test_line_meter (void)
{
  GtkWidget *meter = g_object_ref_sink (tl_line_meter_new ());
  GtkWidget *label;
  int minimum, natural;

  tl_line_meter_set (TL_LINE_METER (meter), 3, 7);
  label = panel_find (meter, GTK_TYPE_LABEL);
  gtk_widget_measure (meter, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <, natural);
  gtk_widget_size_allocate (meter, &(GtkAllocation) { 0, 0, natural, 20 }, -1);
  g_assert_true (gtk_widget_get_child_visible (label));
  gtk_widget_size_allocate (meter, &(GtkAllocation) { 0, 0, natural - 1, 20 }, -1);
  g_assert_false (gtk_widget_get_child_visible (label));
  g_assert_finalize_object (meter);
}

static void
make_narrow (TlWindow *window)
{
  /* As GNOME has it; without a desktop there are buttons for three things. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 700);
  /* With its frame, where there is no compositor. */
  tl_test_wait_for (gtk_widget_get_width (GTK_WIDGET (window)) < NARROW + 20);
}

/* What is there has its minimum, and nothing lies over anything else; returns how many. */
static guint
check_row (GtkWidget *bar,
           GtkWidget *children[],
           guint      n_children)
{
  gboolean mirrored = gtk_widget_get_direction (bar) == GTK_TEXT_DIR_RTL;
  double last = mirrored ? -gtk_widget_get_width (bar) : 0;
  guint n = 0;

  for (guint i = 0; i < n_children; i++)
    {
      graphene_rect_t bounds;
      double start, end;

      if (!gtk_widget_get_child_visible (children[i]))
        continue;
      g_assert_true (gtk_widget_compute_bounds (children[i], bar, &bounds));
      g_assert_cmpfloat (bounds.size.width, >=, measure (children[i]));
      start = mirrored ? -bounds.origin.x - bounds.size.width : bounds.origin.x;
      end = start + bounds.size.width;
      g_assert_cmpfloat (start, >=, last);
      last = end;
      n++;
    }
  g_assert_cmpfloat (last, <=, mirrored ? 0 : gtk_widget_get_width (bar));
  return n;
}

/* What gives way in the header bar comes back where there is room, and the title is then in the middle. */
static void
test_header (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, "northwind-bank");
  GtkWidget *bar = window_find (window, ADW_TYPE_HEADER_BAR);
  GtkWidget *title = window_find (window, ADW_TYPE_WINDOW_TITLE);
  GtkWidget *way = window_find (window, TL_TYPE_BREADCRUMBS);
  GtkWidget *children[] = { way, title, gtk_widget_get_next_sibling (title) };
  graphene_rect_t bounds;
  guint n = 1;

  tl_session_go_service (tl_window_get_session (window),
                         tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0));
  tl_test_wait_for (gtk_widget_get_width (bar) > 0);
  gtk_widget_set_direction (bar, GPOINTER_TO_INT (data));
  for (GtkWidget *child = title; child != bar; child = gtk_widget_get_parent (child))
    gtk_widget_set_direction (child, GPOINTER_TO_INT (data));
  for (int width = measure (bar); width < 1200; width++)
    {
      guint n_now;

      allocate (bar, width);
      n_now = check_row (bar, children, G_N_ELEMENTS (children));
      g_assert_cmpuint (n_now, >=, n);
      n = n_now;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (children));
  g_assert_cmpint (gtk_widget_get_width (way), >=, tl_breadcrumbs_fit (TL_BREADCRUMBS (way), G_MAXINT));
  g_assert_true (gtk_widget_compute_bounds (title, bar, &bounds));
  g_assert_cmpfloat (ABS (bounds.origin.x + bounds.size.width / 2 - gtk_widget_get_width (bar) / 2.0), <=, 1);
}

/* What the colours mean is said, and which diagram it is, in words that are not cut. */
static void
test_bar (WindowFixture *fixture,
          gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, "harbour-energy");
  GtkWidget *switcher = window_find (window, TL_TYPE_VIEW_SWITCHER);
  GtkWidget *choice = panel_find (switcher, GTK_TYPE_DROP_DOWN);
  GtkWidget *legend = window_find_nth (window, TL_TYPE_LEGEND, 1);
  graphene_rect_t bounds;
  TlView view;

  tl_test_wait_for (gtk_widget_get_width (switcher) > 0);
  make_narrow (window);
  tl_test_wait_for (gtk_widget_get_child_visible (choice));
  tl_test_wait_for (gtk_widget_get_mapped (legend));
  g_assert_true (gtk_widget_compute_bounds (legend, GTK_WIDGET (window), &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (GTK_WIDGET (window)));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 2);
  tl_session_get_view (tl_window_get_session (window), &view);
  g_assert_cmpint (view.kind, ==, TL_VIEW_LEVEL1);
}

/* It lies over the diagram, and goes when something was chosen from it. */
static void
test_palette (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, "northwind-bank");
  GtkWidget *palette;
  AdwFlap *flap;
  GtkListBox *list;

  make_narrow (window);
  tl_session_go_service (tl_window_get_session (window),
                         tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0));
  tl_test_wait_for (window_find (window, TL_TYPE_KIND_PALETTE) != NULL);
  palette = window_find (window, TL_TYPE_KIND_PALETTE);
  flap = ADW_FLAP (gtk_widget_get_ancestor (palette, ADW_TYPE_FLAP));
  tl_test_wait_for (gtk_widget_get_width (GTK_WIDGET (flap)) > 0);
  adw_flap_set_reveal_flap (flap, TRUE);
  tl_test_wait_for (gtk_widget_get_mapped (palette));
  g_assert_true (adw_flap_get_folded (flap));
  g_assert_cmpint (measure (gtk_window_get_child (GTK_WINDOW (window))), <=, NARROW);

  list = GTK_LIST_BOX (panel_find (palette, GTK_TYPE_LIST_BOX));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  g_assert_false (adw_flap_get_reveal_flap (flap));
}

/* A state is one of a few words, which are read whole; numbers and their title end alike. */
static void
test_states (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, "northwind-bank");
  GtkWidget *view, *title, *label;

  make_narrow (window);
  tl_session_set_page (tl_window_get_session (window), TL_PAGE_LANDSCAPE);
  tl_test_wait_for (window_find (window, TL_TYPE_RECORD_TABLE) != NULL);
  view = panel_find (window_find (window, TL_TYPE_RECORD_TABLE), GTK_TYPE_COLUMN_VIEW);
  tl_test_wait_for ((label = panel_find_label (view, "Phasing Out")) != NULL && gtk_widget_get_width (label) > 0);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  label = panel_find_label (view, "Annual Cost");
  title = gtk_widget_get_ancestor (label, GTK_TYPE_BOX);
  g_assert_cmpint (gtk_widget_get_halign (title), ==, GTK_ALIGN_END);
}

/* It would cover what it is a map of. */
static void
test_map (WindowFixture *fixture,
          gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, "northwind-bank");
  GtkWidget *map = window_find (window, TL_TYPE_MINIMAP);
  GtkWidget *overlay = gtk_widget_get_ancestor (map, GTK_TYPE_OVERLAY);

  tl_test_wait_for (gtk_widget_get_width (overlay) > 0);
  allocate (overlay, 1000);
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_parent (map)));
  allocate (overlay, NARROW);
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_parent (map)));
  allocate (overlay, 1000);
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_parent (map)));
}

/* How many nodes, beside what holds others, are beneath a box in a lower corner. */
static guint
count_beneath (TlCanvas *canvas,
               double    left,
               double    width,
               double    height)
{
  TlScene *scene = tl_canvas_get_scene (canvas);
  GdkRectangle corner = { (int) left, (int) (gtk_widget_get_height (GTK_WIDGET (canvas)) - height), (int) width, (int) height };
  GdkRectangle area;
  guint n = 0;

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);

      n += node->key != NULL && node->shape != TL_SHAPE_PANEL && tl_canvas_get_node_area (canvas, node->key, &area)
           && gdk_rectangle_intersect (&area, &corner, NULL);
    }
  return n;
}

/* What is hit by an element is more than there is room for, and begins in a corner: the map is in another. */
static void
test_map_corner (WindowFixture *fixture,
                 gconstpointer  data)
{
  TlWindow *window = open_sample (fixture, "northwind-bank");
  TlCanvas *canvas;
  GtkWidget *map, *box;
  double width, height, all;

  tl_session_reveal (tl_window_get_session (window), "record:s-payments-ledgerdb");
  window_activate (window, "win.impact", NULL);
  tl_test_wait_for (window_find (window, TL_TYPE_LINE_PANE) != NULL);
  canvas = tl_line_pane_get_canvas (TL_LINE_PANE (window_find (window, TL_TYPE_LINE_PANE)));
  map = window_find (window_find (window, TL_TYPE_LINE_PANE), TL_TYPE_MINIMAP);
  tl_test_wait_for (tl_canvas_get_scene (canvas) != NULL && tl_canvas_is_settled (canvas) && gtk_widget_get_width (map) > 0);
  box = gtk_widget_get_parent (map);
  width = gtk_widget_get_width (box) + gtk_widget_get_margin_end (box);
  height = gtk_widget_get_height (box) + gtk_widget_get_margin_bottom (box);
  all = gtk_widget_get_width (GTK_WIDGET (canvas));

  g_assert_cmpuint (count_beneath (canvas, all - width, width, height), >, 0);
  g_assert_cmpuint (count_beneath (canvas, 0, width, height), ==, 0);
  g_assert_cmpint (gtk_widget_get_halign (box), ==, GTK_ALIGN_START);
}

static void
add_tests (void)
{
  window_add ("/narrow/pages/2.1", "northwind-bank", test_pages);
  window_add ("/narrow/pages/3.0", "harbour-energy", test_pages);
  window_add ("/narrow/map", NULL, test_map);
  window_add ("/narrow/map-corner", NULL, test_map_corner);
  window_add ("/narrow/header", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_header);
  window_add ("/narrow/header/mirrored", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_header);
  window_add ("/narrow/bar", NULL, test_bar);
  window_add ("/narrow/palette", NULL, test_palette);
  window_add ("/narrow/states", NULL, test_states);
  window_add ("/narrow/long-name", NULL, test_long_name);
  window_add ("/narrow/columns/services", TL_PAGE_SERVICES, test_columns);
  window_add ("/narrow/columns/landscape", TL_PAGE_LANDSCAPE, test_columns);
  g_test_add_func ("/narrow/wrap-box", test_wrap);
  g_test_add_func ("/narrow/fold-box", test_fold);
  g_test_add_func ("/narrow/fold-in-fold", test_fold_in_fold);
  g_test_add_func ("/narrow/line-meter", test_line_meter);
}

int
main (int   argc,
      char *argv[])
{

  return window_run (&argc, &argv, add_tests);
}
