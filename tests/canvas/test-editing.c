/* test-editing.c: selecting and asking for edits, with real input
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "tl-canvas-fixture.h"
#include "tl-test-support.h"

#include <math.h>

/* The tests of this file end at once where no real input can be sent; the fixture
 * has marked them as skipped. */
#define RETURN_WITHOUT_POINTER(fixture) \
  if ((fixture)->pointer == NULL)       \
    return

static void
hold (CanvasFixture *fixture,
      guint          key)
{
  tl_test_pointer_hold_key (fixture->pointer, key, TRUE);
}

static void
let_go (CanvasFixture *fixture,
        guint          key)
{
  tl_test_pointer_hold_key (fixture->pointer, key, FALSE);
}

static void
click_at (CanvasFixture *fixture,
          TlPoint        place)
{
  tl_test_pointer_click (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y, 1, 1);
}

static void
click (CanvasFixture *fixture,
       const char    *key)
{
  click_at (fixture, canvas_fixture_locate (fixture, key));
}

static TlPoint
locate_point (CanvasFixture *fixture,
              double         x,
              double         y)
{
  TlPoint point = { x, y };

  return tl_canvas_to_widget (fixture->canvas, &point);
}

static void
drag (CanvasFixture *fixture,
      TlPoint        from,
      TlPoint        to)
{
  tl_test_pointer_drag (fixture->pointer, GTK_WIDGET (fixture->canvas), from.x, from.y, to.x, to.y, 1);
}

#define assert_becomes_selected(fixture, keys) tl_test_wait_for (canvas_fixture_has_selected (fixture, keys))

static void
test_clicks_add_and_take (CanvasFixture *fixture,
                          gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  click (fixture, "e");
  assert_becomes_selected (fixture, "e");
  hold (fixture, GDK_KEY_Shift_L);
  click (fixture, "b");
  assert_becomes_selected (fixture, "b e");
  let_go (fixture, GDK_KEY_Shift_L);
  hold (fixture, GDK_KEY_Control_L);
  click (fixture, "a");
  assert_becomes_selected (fixture, "a b e");
  click (fixture, "b");
  assert_becomes_selected (fixture, "a e");
  let_go (fixture, GDK_KEY_Control_L);
  g_assert_cmpint (fixture->n_selections, ==, 4);
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "a");

  click (fixture, "e");
  assert_becomes_selected (fixture, "e");
  click_at (fixture, (TlPoint) { 3, 3 });
  assert_becomes_selected (fixture, "");
}

static void
test_edges (CanvasFixture *fixture,
            gconstpointer  data)
{
  TlPoint line;

  RETURN_WITHOUT_POINTER (fixture);

  line = locate_point (fixture, 200, 30);
  /* Not where nothing can be edited. */
  click_at (fixture, line);
  click (fixture, "e");
  assert_becomes_selected (fixture, "e");
  tl_canvas_set_selected_key (fixture->canvas, "a-b");
  g_assert_true (canvas_fixture_has_selected (fixture, ""));

  canvas_fixture_make_editable (fixture);
  click_at (fixture, (TlPoint) { line.x, line.y + 4 });
  assert_becomes_selected (fixture, "a-b");
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "a-b");
  hold (fixture, GDK_KEY_Shift_L);
  click (fixture, "c");
  assert_becomes_selected (fixture, "c a-b");
  let_go (fixture, GDK_KEY_Shift_L);
  tl_test_pointer_click (fixture->pointer, GTK_WIDGET (fixture->canvas), line.x, line.y, 3, 1);
  tl_test_wait_for (fixture->n_menus == 1);
  g_assert_cmpstr (fixture->menu, ==, "a-b");
  g_assert_true (canvas_fixture_has_selected (fixture, "a-b c"));
  click_at (fixture, line);
  assert_becomes_selected (fixture, "a-b");

  tl_canvas_set_editable (fixture->canvas, FALSE);
  g_assert_true (canvas_fixture_has_selected (fixture, ""));
}

static void
test_rubber_band (CanvasFixture *fixture,
                  gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  /* From above between a and b to the middle of f. */
  drag (fixture, locate_point (fixture, 200, -10), canvas_fixture_locate (fixture, "f"));
  assert_becomes_selected (fixture, "f b c e");
  g_assert_cmpint (fixture->n_selections, ==, 1);
  g_assert_cmpint (fixture->n_selected, ==, 1);

  hold (fixture, GDK_KEY_Shift_L);
  drag (fixture, locate_point (fixture, 80, 100), locate_point (fixture, 120, 150));
  assert_becomes_selected (fixture, "f b c d e");
  let_go (fixture, GDK_KEY_Shift_L);
  drag (fixture, locate_point (fixture, 80, 100), locate_point (fixture, 120, 150));
  assert_becomes_selected (fixture, "d");
  g_assert_cmpint (fixture->n_selections, ==, 3);
  g_assert_cmpint (fixture->n_adds, ==, 0);
}

/* Escape while the button is held: as if nothing had been. */
static void
test_rubber_band_rolls_back (CanvasFixture *fixture,
                             gconstpointer  data)
{
  TlPoint from;
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  click (fixture, "a");
  assert_becomes_selected (fixture, "a");
  from = locate_point (fixture, 200, 110);
  tl_test_pointer_move (fixture->pointer, widget, from.x, from.y);
  tl_test_pointer_press (fixture->pointer, 1);
  tl_test_pointer_move (fixture->pointer, widget, from.x + 60, from.y + 60);
  tl_test_pointer_move (fixture->pointer, widget, from.x + 200, from.y + 80);
  tl_test_wait_for (tl_selection_get_size (&fixture->canvas->selection) == 1
                    && fixture->canvas->selection.primary.index == 4);
  /* Nobody is told before the end. */
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "a");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (fixture->canvas->drag == NULL);
  g_assert_true (canvas_fixture_has_selected (fixture, "a"));
  tl_test_pointer_move (fixture->pointer, widget, from.x + 220, from.y + 80);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_pointer_move (fixture->pointer, widget, from.x + 40, from.y + 80);
  tl_test_wait_for (fabs (fixture->canvas->pointer.x - from.x - 40) < 2);
  g_assert_true (canvas_fixture_has_selected (fixture, "a"));
  g_assert_cmpint (fixture->n_selections, ==, 1);
}

/* A scene that comes while the band is drawn ends it. */
static void
test_scene_ends_band (CanvasFixture *fixture,
                      gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  tl_test_pointer_move (fixture->pointer, widget, 5, 5);
  tl_test_pointer_press (fixture->pointer, 1);
  tl_test_pointer_move (fixture->pointer, widget, 60, 60);
  tl_test_pointer_move (fixture->pointer, widget, 700, 500);
  tl_test_wait_for (tl_selection_get_size (&fixture->canvas->selection) == 6);
  tl_canvas_set_scene (fixture->canvas, NULL, TL_SCENE_TRANSITION_NONE, NULL);
  g_assert_null (fixture->canvas->drag);
  tl_test_pointer_move (fixture->pointer, widget, 720, 500);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_pointer_move (fixture->pointer, widget, 650, 480);
  tl_test_wait_for (fabs (fixture->canvas->pointer.x - 650) < 2);
  g_assert_true (canvas_fixture_has_selected (fixture, ""));
  g_assert_cmpint (fixture->n_selections, ==, 0);
}

static TlPoint
get_origin (CanvasFixture *fixture)
{
  return locate_point (fixture, 0, 0);
}

/* The middle button, or Space held. */
static void
test_panning (CanvasFixture *fixture,
              gconstpointer  data)
{
  TlPoint before, place;
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  click (fixture, "a");
  assert_becomes_selected (fixture, "a");
  before = get_origin (fixture);
  tl_test_pointer_drag (fixture->pointer, widget, 400, 300, 340, 330, 2);
  tl_test_wait_for (fabs (get_origin (fixture).x - (before.x - 60)) < 1);
  canvas_fixture_settle (fixture);
  g_assert_true (canvas_fixture_has_selected (fixture, "a"));

  place = canvas_fixture_locate (fixture, "e");
  before = get_origin (fixture);
  hold (fixture, GDK_KEY_space);
  tl_test_wait_for (fixture->canvas->space_held);
  drag (fixture, place, (TlPoint) { place.x + 50, place.y });
  tl_test_wait_for (fabs (get_origin (fixture).x - (before.x + 50)) < 1);
  let_go (fixture, GDK_KEY_space);
  tl_test_wait_for (!fixture->canvas->space_held);
  g_assert_true (canvas_fixture_has_selected (fixture, "a"));
}

/* Near the border the view follows, and the band grows with it. */
static void
test_scrolls_at_border (CanvasFixture *fixture,
                        gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  double width, right;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  tl_canvas_zoom_at (fixture->canvas, 0, 0, 3);
  canvas_fixture_settle (fixture);
  width = gtk_widget_get_width (widget);
  right = tl_canvas_get_visible_area (fixture->canvas).x + tl_canvas_get_visible_area (fixture->canvas).width;
  tl_test_pointer_move (fixture->pointer, widget, 4, 4);
  tl_test_pointer_press (fixture->pointer, 1);
  tl_test_pointer_move (fixture->pointer, widget, 100, 500);
  tl_test_pointer_move (fixture->pointer, widget, width - 4, 500);
  tl_test_wait_for (tl_canvas_get_visible_area (fixture->canvas).x
                      + tl_canvas_get_visible_area (fixture->canvas).width > right + 100);
  tl_test_pointer_move (fixture->pointer, widget, width - 100, 500);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->canvas->drag == NULL && fixture->n_selections == 1);
  g_assert_cmpuint (tl_selection_get_size (&fixture->canvas->selection), >=, 2);
  canvas_fixture_settle (fixture);
}

static void
test_keys (CanvasFixture *fixture,
           gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  click (fixture, "a");
  assert_becomes_selected (fixture, "a");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_becomes_selected (fixture, "b a");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Down, GDK_SHIFT_MASK);
  assert_becomes_selected (fixture, "e a b");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_space, GDK_CONTROL_MASK);
  assert_becomes_selected (fixture, "b a");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_space, 0);
  assert_becomes_selected (fixture, "e");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_becomes_selected (fixture, "e a b c d f");
  g_assert_cmpstr (tl_canvas_get_status (fixture->canvas), ==, "6 selected");

  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_wait_for (fixture->n_nudges == 1);
  g_assert_cmpfloat (fixture->asked.x, ==, 8);
  g_assert_cmpfloat (fixture->asked.y, ==, 0);
  g_assert_cmpstr (tl_canvas_get_status (fixture->canvas), ==, "Moved right by 8.");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  tl_test_wait_for (fixture->n_nudges == 2);
  g_assert_cmpfloat (fixture->asked.x, ==, 0);
  g_assert_cmpfloat (fixture->asked.y, ==, -1);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_F2, 0);
  tl_test_wait_for (fixture->renamed != NULL);
  g_assert_cmpstr (fixture->renamed, ==, "e");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Delete, 0);
  tl_test_wait_for (fixture->n_deletes == 1);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Escape, 0);
  assert_becomes_selected (fixture, "");
  /* There is nothing to be deleted, and nothing to be nudged. */
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Delete, 0);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_c, 0);
  assert_becomes_selected (fixture, "c");
  g_assert_cmpint (fixture->n_deletes, ==, 1);
  g_assert_cmpint (fixture->n_nudges, ==, 2);
}

/* Where nothing can be edited these keys are nobody's. */
static void
test_keys_of_others (CanvasFixture *fixture,
                     gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  tl_canvas_set_editable (fixture->canvas, FALSE);
  click (fixture, "a");
  assert_becomes_selected (fixture, "a");
  tl_test_pointer_key (fixture->pointer, GDK_KEY_a, GDK_CONTROL_MASK);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, GDK_CONTROL_MASK);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Delete, 0);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_F2, 0);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_becomes_selected (fixture, "b");
  g_assert_cmpint (fixture->n_nudges + fixture->n_deletes, ==, 0);
  g_assert_null (fixture->renamed);
}

static void
test_double_click_adds (CanvasFixture *fixture,
                        gconstpointer  data)
{
  TlPoint place, expected;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  place = locate_point (fixture, 200, 110);
  place = (TlPoint) { round (place.x), round (place.y) };
  expected = tl_canvas_from_widget (fixture->canvas, place.x, place.y);
  tl_test_pointer_click (fixture->pointer, GTK_WIDGET (fixture->canvas), place.x, place.y, 1, 2);
  tl_test_wait_for (fixture->n_adds == 1);
  g_assert_cmpfloat_with_epsilon (fixture->asked.x, expected.x, 1);
  g_assert_cmpfloat_with_epsilon (fixture->asked.y, expected.y, 1);
  g_assert_cmpint (fixture->n_activated, ==, 0);
}

/* By key, over a change of the scene; what has gone is told. */
static void
test_selection_survives_update (CanvasFixture *fixture,
                                gconstpointer  data)
{
  g_autoptr (TlScene) again = NULL;
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  TlNode node = { .key = "f", .parent = -1, .heat = -1, .bounds = { 0, 0, 90, 40 }, .flags = TL_NODE_ACTIVE,
                  .shape = TL_SHAPE_BOX };
  g_autoptr (TlScene) less = NULL;

  canvas_fixture_make_editable (fixture);
  tl_canvas_set_selected_keys (fixture->canvas, (const char *[]) { "e", "f", "unknown", "a", "e-f", NULL });
  g_assert_true (canvas_fixture_has_selected (fixture, "e a f e-f"));
  g_assert_cmpint (fixture->n_selections, ==, 1);
  again = canvas_fixture_create_scene ();
  tl_canvas_set_scene (fixture->canvas, again, TL_SCENE_TRANSITION_UPDATE, NULL);
  g_assert_true (canvas_fixture_has_selected (fixture, "e a f e-f"));
  g_assert_cmpint (fixture->n_selections, ==, 1);

  tl_scene_builder_node (builder, &node);
  less = tl_scene_builder_end (builder);
  tl_canvas_set_scene (fixture->canvas, less, TL_SCENE_TRANSITION_UPDATE, NULL);
  g_assert_true (canvas_fixture_has_selected (fixture, "f"));
  g_assert_cmpint (fixture->n_selections, ==, 2);
}

/* Each of them is selected to a screen reader, and how many there are is said. */
static void
test_accessible_selection (CanvasFixture *fixture,
                           gconstpointer  data)
{
  GtkWidget *a, *b, *c;

  canvas_fixture_make_editable (fixture);
  a = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));
  b = gtk_widget_get_next_sibling (a);
  c = gtk_widget_get_next_sibling (b);
  tl_canvas_focus_node (fixture->canvas, "a");
  tl_canvas_set_selected_keys (fixture->canvas, (const char *[]) { "a", "c", NULL });
  gtk_test_accessible_assert_state (a, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (b, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_state (c, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 selected");
  gtk_test_accessible_assert_property (a, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 selected");
  tl_canvas_set_selected_key (fixture->canvas, "b");
  gtk_test_accessible_assert_state (a, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  gtk_test_accessible_assert_property (a, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Connected to Bravo");
}

static void
test_node_area (CanvasFixture *fixture,
                gconstpointer  data)
{
  TlPoint middle = canvas_fixture_locate (fixture, "e");
  GdkRectangle area;

  g_assert_true (tl_canvas_get_node_area (fixture->canvas, "e", &area));
  g_assert_cmpfloat_with_epsilon (area.x + area.width / 2.0, middle.x, 1.5);
  g_assert_cmpfloat_with_epsilon (area.y + area.height / 2.0, middle.y, 1.5);
  g_assert_cmpint (area.width, >=, (int) (FIXTURE_BOX_WIDTH * tl_canvas_get_scale (fixture->canvas)));
  g_assert_false (tl_canvas_get_node_area (fixture->canvas, "unknown", &area));
}

#define ADD(path, function) canvas_add ("/canvas/editing/" path, NULL, function)

static void
add_tests (void)
{
  ADD ("clicks-add-and-take", test_clicks_add_and_take);
  ADD ("edges", test_edges);
  ADD ("rubber-band", test_rubber_band);
  ADD ("rubber-band-rolls-back", test_rubber_band_rolls_back);
  ADD ("scene-ends-band", test_scene_ends_band);
  ADD ("panning", test_panning);
  ADD ("scrolls-at-border", test_scrolls_at_border);
  ADD ("keys", test_keys);
  ADD ("keys-of-others", test_keys_of_others);
  ADD ("double-click-adds", test_double_click_adds);
  ADD ("selection-survives-update", test_selection_survives_update);
  ADD ("accessible-selection", test_accessible_selection);
  ADD ("node-area", test_node_area);
}

int
main (int   argc,
      char *argv[])
{
  return canvas_run (&argc, &argv, add_tests);
}
