/* test-moving.c: dragging nodes with a real pointer
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
move_pointer (CanvasFixture *fixture,
              TlPoint        to)
{
  tl_test_pointer_move (fixture->pointer, GTK_WIDGET (fixture->canvas), to.x, to.y);
}

/* Presses the button on a node and moves it by so many canvas units, in steps. */
static TlPoint
grab (CanvasFixture *fixture,
      const char    *key,
      double         dx,
      double         dy)
{
  double scale = tl_canvas_get_scale (fixture->canvas);
  TlPoint place = canvas_fixture_locate (fixture, key), to;

  place = (TlPoint) { round (place.x), round (place.y) };
  to = (TlPoint) { place.x + round (dx * scale), place.y + round (dy * scale) };
  move_pointer (fixture, place);
  tl_test_pointer_press (fixture->pointer, 1);
  move_pointer (fixture, (TlPoint) { (place.x + to.x) / 2, (place.y + to.y) / 2 });
  move_pointer (fixture, to);
  tl_test_wait_for (fixture->canvas->lift != NULL);
  return to;
}

static void
drag (CanvasFixture *fixture,
      const char    *key,
      double         dx,
      double         dy)
{
  int n_moves = fixture->n_moves;

  grab (fixture, key, dx, dy);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->n_moves == n_moves + 1);
}

/* At rest, at 100 %, without the grid's origin at a fraction of a pixel. */
static void
set_up (CanvasFixture *fixture)
{
  canvas_fixture_make_editable (fixture);
  tl_canvas_zoom_at (fixture->canvas, 400, 300, 1 / tl_canvas_get_scale (fixture->canvas));
  canvas_fixture_settle (fixture);
}

static void
test_moves_on_grid (CanvasFixture *fixture,
                    gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  drag (fixture, "e", 21, 37);
  g_assert_true (canvas_fixture_has_selected (fixture, "e"));
  /* e stands at 240, 140. */
  g_assert_cmpfloat (fmod (240 + fixture->asked.x, 8), ==, 0);
  g_assert_cmpfloat (fmod (140 + fixture->asked.y, 8), ==, 0);
  g_assert_cmpfloat_with_epsilon (fixture->asked.x, 21, 5);
  g_assert_cmpfloat_with_epsilon (fixture->asked.y, 37, 5);
  canvas_fixture_settle (fixture);
  g_assert_null (fixture->canvas->lift);
}

static void
test_snaps_to_neighbours (CanvasFixture *fixture,
                          gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  fixture->moved[4] = (TlPoint) { 31, 27 };
  canvas_fixture_update (fixture);
  canvas_fixture_settle (fixture);
  /* Nearly back: its borders are level with b above and d beside. */
  drag (fixture, "e", -28, -24);
  g_assert_cmpfloat (fixture->asked.x, ==, -31);
  g_assert_cmpfloat (fixture->asked.y, ==, -27);
}

static gboolean
has_offset (CanvasFixture *fixture,
            double         dx)
{
  return fixture->canvas->lift != NULL && fabs (tl_lift_get_offset (fixture->canvas->lift).x - dx) < 0.01;
}

static void
test_moves_freely_with_alt (CanvasFixture *fixture,
                            gconstpointer  data)
{
  TlPoint at;

  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  at = grab (fixture, "e", 21, 35);
  tl_test_pointer_hold_key (fixture->pointer, GDK_KEY_Alt_L, TRUE);
  tl_test_wait_for (has_offset (fixture, 21));
  move_pointer (fixture, (TlPoint) { at.x + 2, at.y });
  tl_test_wait_for (has_offset (fixture, 23));
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->n_moves == 1);
  tl_test_pointer_hold_key (fixture->pointer, GDK_KEY_Alt_L, FALSE);
  g_assert_cmpfloat_with_epsilon (fixture->asked.x, 23, 0.01);
  g_assert_cmpfloat_with_epsilon (fixture->asked.y, 35, 0.01);
}

/* All that is selected, and once. */
static void
test_moves_selection (CanvasFixture *fixture,
                      gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  tl_canvas_set_selected_keys (fixture->canvas, (const char *[]) { "a", "b", "a-b", NULL });
  drag (fixture, "b", 40, 80);
  g_assert_true (canvas_fixture_has_selected (fixture, "b a a-b"));
  g_assert_cmpfloat (fixture->moved[0].y, ==, 80);
  g_assert_cmpfloat (fixture->moved[1].y, ==, 80);
  g_assert_cmpint (fixture->n_moves, ==, 1);
  canvas_fixture_settle (fixture);

  /* Another one, alone, though many were selected. */
  drag (fixture, "f", 0, 40);
  g_assert_true (canvas_fixture_has_selected (fixture, "f"));
}

static void
test_escape_puts_back (CanvasFixture *fixture,
                       gconstpointer  data)
{
  TlPoint at;

  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  at = grab (fixture, "e", 60, 60);
  tl_test_wait_for (tl_lift_get_offset (fixture->canvas->lift).x > 0);
  tl_test_pointer_key (fixture->pointer, GDK_KEY_Escape, 0);
  tl_test_wait_for (fixture->canvas->drag == NULL);
  canvas_fixture_settle (fixture);
  move_pointer (fixture, (TlPoint) { at.x + 30, at.y });
  tl_test_pointer_release (fixture->pointer, 1);
  move_pointer (fixture, (TlPoint) { at.x + 41, at.y });
  tl_test_wait_for (fabs (fixture->canvas->pointer.x - at.x - 41) < 2);
  g_assert_cmpint (fixture->n_moves, ==, 0);
  g_assert_true (canvas_fixture_has_selected (fixture, "e"));
}

/* A drop that leads to nothing. */
static void
test_deaf_page (CanvasFixture *fixture,
                gconstpointer  data)
{
  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  fixture->deaf = TRUE;
  drag (fixture, "e", 60, 60);
  g_assert_nonnull (fixture->canvas->lift);
  canvas_fixture_settle (fixture);
  g_assert_null (fixture->canvas->lift);
}

static double
distance_to_canvas (guint32 pixel)
{
  const TlColor *color = &tl_palette_get (TL_PALETTE_LIGHT)->canvas;

  return fabs (((pixel >> 16) & 0xff) / 255.0 - color->red) + fabs (((pixel >> 8) & 0xff) / 255.0 - color->green)
         + fabs ((pixel & 0xff) / 255.0 - color->blue);
}

/* Whether there is a box at a place of the widget now. */
static gboolean
shows_box (CanvasFixture *fixture,
           TlPoint        at)
{
  int width, height;
  g_autofree guint32 *pixels = canvas_fixture_render (fixture, &width, &height);

  /* Near the lower right corner there is no text. */
  return distance_to_canvas (pixels[((int) at.y + 20) * width + (int) at.x + 60]) > 0.05;
}

/* In no frame is it at both places, or at none, or back where it was. */
static void
test_no_flash (CanvasFixture *fixture,
               gconstpointer  data)
{
  TlPoint before, after;

  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  before = canvas_fixture_locate (fixture, "e");
  grab (fixture, "e", 0, 80);
  tl_test_wait_for (fixture->canvas->lift_state == TL_LIFT_HELD && tl_picture_is_current (fixture->canvas->picture)
                    && tl_lift_get_offset (fixture->canvas->lift).y == 84);
  after = (TlPoint) { before.x, before.y + 84 };
  g_assert_false (shows_box (fixture, before));
  g_assert_true (shows_box (fixture, after));
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->n_moves == 1);
  for (gboolean settled = FALSE; !settled; settled = tl_canvas_is_settled (fixture->canvas))
    {
      g_assert_false (shows_box (fixture, before));
      g_assert_true (shows_box (fixture, after));
      tl_test_iterate ();
    }
  g_assert_null (fixture->canvas->lift);
  g_assert_false (shows_box (fixture, before));
  g_assert_true (shows_box (fixture, after));
}

/* The line goes with its end while that is dragged. */
static void
test_connectors_follow (CanvasFixture *fixture,
                        gconstpointer  data)
{
  TlPoint line, other;
  int width, height;
  g_autofree guint32 *pixels = NULL;
  gboolean found = FALSE;

  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  line = tl_canvas_to_widget (fixture->canvas, &(TlPoint) { 200, 30 });
  grab (fixture, "b", 0, 80);
  tl_test_wait_for (fixture->canvas->lift_state == TL_LIFT_HELD && tl_picture_is_current (fixture->canvas->picture));
  pixels = canvas_fixture_render (fixture, &width, &height);
  /* Halfway from a to b it goes down to where b is: there is no line level with both. */
  other = (TlPoint) { line.x + 20, line.y };
  for (int y = (int) line.y - 2; y <= (int) line.y + 2; y++)
    found = found || distance_to_canvas (pixels[y * width + (int) other.x]) > 0.1;
  g_assert_false (found);
  for (int x = (int) line.x - 3; x <= (int) line.x + 3; x++)
    found = found || distance_to_canvas (pixels[((int) line.y + 40) * width + x]) > 0.1;
  g_assert_true (found);
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->n_moves == 1);
}

/* Nothing leaves its parent to the left or upwards. */
static void
test_stays_in_parent (CanvasFixture *fixture,
                      gconstpointer  data)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  TlNode lane = { .key = "lane", .parent = -1, .heat = -1, .bounds = { 0, 0, 600, 400 }, .shape = TL_SHAPE_PANEL };
  TlNode content = { .key = "content", .parent = 0, .heat = -1, .bounds = { 20, 60, 560, 320 }, .shape = TL_SHAPE_NONE };
  TlNode box = { .key = "e", .title = "Echo", .parent = 1, .heat = -1, .bounds = { 60, 80, 100, 40 }, .shape = TL_SHAPE_BOX,
                 .flags = TL_NODE_ACTIVE | TL_NODE_MOVABLE };
  g_autoptr (TlScene) scene = NULL;

  RETURN_WITHOUT_POINTER (fixture);

  set_up (fixture);
  tl_scene_builder_node (builder, &lane);
  tl_scene_builder_node (builder, &content);
  tl_scene_builder_node (builder, &box);
  scene = tl_scene_builder_end (builder);
  fixture->deaf = TRUE;
  tl_canvas_set_scene (fixture->canvas, scene, TL_SCENE_TRANSITION_NONE, NULL);
  canvas_fixture_settle (fixture);
  drag (fixture, "e", -90, -70);
  g_assert_cmpfloat (fixture->asked.x, ==, -40);
  g_assert_cmpfloat (fixture->asked.y, ==, -20);
  canvas_fixture_settle (fixture);
  /* The grid begins where the parent's content does. */
  drag (fixture, "e", 61, 29);
  g_assert_cmpfloat (fmod (60 + fixture->asked.x - 20, 8), ==, 0);
  g_assert_cmpfloat (fmod (80 + fixture->asked.y - 60, 8), ==, 0);
  canvas_fixture_settle (fixture);
}

/* The view moves along at the border, and the node with it. */
static void
test_scrolls_at_border (CanvasFixture *fixture,
                        gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  double right;

  RETURN_WITHOUT_POINTER (fixture);

  canvas_fixture_make_editable (fixture);
  tl_canvas_zoom_at (fixture->canvas, 0, 0, 2);
  canvas_fixture_settle (fixture);
  grab (fixture, "a", 30, 30);
  right = tl_canvas_get_visible_area (fixture->canvas).x;
  move_pointer (fixture, (TlPoint) { gtk_widget_get_width (widget) - 5, 300 });
  tl_test_wait_for (tl_canvas_get_visible_area (fixture->canvas).x > right + 60);
  move_pointer (fixture, (TlPoint) { gtk_widget_get_width (widget) - 200, 300 });
  tl_test_pointer_release (fixture->pointer, 1);
  tl_test_wait_for (fixture->n_moves == 1);
  g_assert_cmpfloat (fixture->asked.x, >, 100);
  canvas_fixture_settle (fixture);
}

/* @data: whether there are animations */
static void
test_rearrange (CanvasFixture *fixture,
                gconstpointer  data)
{
  TlPoint before, after;
  gboolean glides = GPOINTER_TO_INT (data);

  set_up (fixture);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", glides, NULL);
  tl_canvas_set_selected_keys (fixture->canvas, (const char *[]) { "e", "a", NULL });
  before = canvas_fixture_locate (fixture, "e");
  after = (TlPoint) { before.x, before.y + 80 };
  fixture->moved[4].y = 80;
  fixture->moved[0].x = -40;
  canvas_fixture_update_by (fixture, TL_SCENE_TRANSITION_REARRANGE);
  g_assert_true ((fixture->canvas->glide_from != NULL) == glides);
  if (glides)
    g_assert_cmpuint (tl_lift_get_nodes (fixture->canvas->lift)->len, ==, 2);
  canvas_fixture_settle (fixture);
  g_assert_null (fixture->canvas->lift);
  g_assert_true (canvas_fixture_has_selected (fixture, "e a"));
  g_assert_false (shows_box (fixture, before));
  g_assert_true (shows_box (fixture, after));
}

/* Another scene before they have come to rest. */
static void
test_rearrange_is_interrupted (CanvasFixture *fixture,
                               gconstpointer  data)
{
  set_up (fixture);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  for (int i = 1; i <= 3; i++)
    {
      fixture->moved[4].y = 40 * i;
      canvas_fixture_update_by (fixture, i == 2 ? TL_SCENE_TRANSITION_UPDATE : TL_SCENE_TRANSITION_REARRANGE);
      tl_test_iterate ();
    }
  tl_canvas_set_scene (fixture->canvas, NULL, TL_SCENE_TRANSITION_REARRANGE, NULL);
  canvas_fixture_settle (fixture);
  g_assert_null (fixture->canvas->lift);
}

#define ADD(path, function) ADD_WITH (path, function, NULL)
#define ADD_WITH(path, function, data) canvas_add ("/canvas/moving/" path, data, function)

static void
add_tests (void)
{
  ADD ("moves-on-grid", test_moves_on_grid);
  ADD ("snaps-to-neighbours", test_snaps_to_neighbours);
  ADD ("moves-freely-with-alt", test_moves_freely_with_alt);
  ADD ("moves-selection", test_moves_selection);
  ADD ("escape-puts-back", test_escape_puts_back);
  ADD ("deaf-page", test_deaf_page);
  ADD ("no-flash", test_no_flash);
  ADD ("connectors-follow", test_connectors_follow);
  ADD ("stays-in-parent", test_stays_in_parent);
  ADD ("scrolls-at-border", test_scrolls_at_border);
  ADD_WITH ("rearrange", test_rearrange, GINT_TO_POINTER (TRUE));
  ADD_WITH ("rearrange-at-once", test_rearrange, GINT_TO_POINTER (FALSE));
  ADD ("rearrange-is-interrupted", test_rearrange_is_interrupted);
}

int
main (int   argc,
      char *argv[])
{
  return canvas_run (&argc, &argv, add_tests);
}
