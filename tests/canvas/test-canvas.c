/* test-canvas.c: what a canvas shows, to the eye and to a screen reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-minimap.h"
#include "tl-canvas-fixture.h"
#include "tl-test-support.h"

#include <math.h>

static guint32
get_canvas_color (void)
{
  const TlColor *color = &tl_palette_get (TL_PALETTE_LIGHT)->canvas;

  return 0xff000000u | (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8
         | (guint32) lround (color->blue * 255);
}

/* The picture must agree with what tl_canvas_to_widget() says: the line from a to b
 * where it belongs, plain canvas above and beneath it, the fill of a box inside of
 * its corner and the canvas outside. */
static void
check_places (CanvasFixture *fixture)
{
  const TlPoint on_line = { 200, 30 }, above = { 200, 18 }, beneath = { 200, 42 };
  const TlPoint inside = { 3 + FIXTURE_STEP_X, 30 }, outside = { FIXTURE_STEP_X - 5, 45 };
  const TlPoint points[] = { on_line, above, beneath, inside, outside };
  const gboolean painted[] = { TRUE, FALSE, FALSE, TRUE, FALSE };
  int width, height;
  g_autofree guint32 *pixels = canvas_fixture_render (fixture, &width, &height);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      TlPoint place = tl_canvas_to_widget (fixture->canvas, &points[i]);
      int x = (int) floor (place.x), y = (int) floor (place.y);
      gboolean found = FALSE;

      g_assert_cmpint (x, >=, 0);
      g_assert_cmpint (x, <, width);
      g_assert_cmpint (y, >=, 1);
      g_assert_cmpint (y, <, height - 1);
      /* A line a pixel wide may lie on the row beside. */
      for (int row = y - (i == 0); row <= y + (i == 0); row++)
        found = found || pixels[row * width + x] != get_canvas_color ();
      if (found != painted[i])
        g_error ("point %u of scale %.3f is wrong: %08x at (%d, %d)", i, tl_canvas_get_scale (fixture->canvas),
                 pixels[y * width + x], x, y);
    }
}

static void
test_places (CanvasFixture *fixture,
             gconstpointer  data)
{
  static const double factors[] = { 1.7, 0.81, 0.6, 2.3, 0.4 };

  check_places (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      TlPoint line = { 200, 30 }, place;

      tl_canvas_zoom_at (fixture->canvas, 100 + 30 * i, 120, factors[i]);
      tl_canvas_pan (fixture->canvas, 13.3 * i, 7.7);
      place = tl_canvas_to_widget (fixture->canvas, &line);
      tl_canvas_pan (fixture->canvas, 400 - place.x, 250 - place.y);
      /* Stretched, while it moves … */
      check_places (fixture);
      canvas_fixture_settle (fixture);
      /* … and painted anew at rest. */
      check_places (fixture);
    }
}

/* At rest, what the tiles show is what the painter paints. */
static void
test_rest_is_crisp (CanvasFixture *fixture,
                    gconstpointer  data)
{
  const TlViewport *view;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (TlPainter) painter = NULL;
  g_autofree guint32 *pixels = NULL;
  int width, height, different = 0;

  tl_canvas_zoom_at (fixture->canvas, 300, 200, 1.31);
  tl_canvas_pan (fixture->canvas, 21, -17);
  canvas_fixture_settle (fixture);
  view = tl_canvas_get_viewport (fixture->canvas);
  pixels = canvas_fixture_render (fixture, &width, &height);

  painter = tl_painter_new (tl_canvas_get_palette (fixture->canvas), tl_canvas_get_font (fixture->canvas));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, round (view->x), round (view->y));
  cairo_scale (cr, view->scale, view->scale);
  tl_painter_paint (painter, cr, tl_canvas_get_scene (fixture->canvas), NULL, view->scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      different += *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                            + y * cairo_image_surface_get_stride (surface) + x * 4)
                   != pixels[y * width + x];
  cairo_surface_destroy (surface);
  /* Glyphs may be placed at another fraction of a pixel across the seam of tiles. */
  g_assert_cmpint (different, <, width * height / 200);
}

static void
test_update_keeps_view (CanvasFixture *fixture,
                        gconstpointer  data)
{
  g_autoptr (TlScene) scene = canvas_fixture_create_scene ();
  TlRect before, after;

  tl_canvas_set_selected_key (fixture->canvas, "e");
  tl_canvas_zoom_at (fixture->canvas, 100, 100, 1.5);
  canvas_fixture_settle (fixture);
  before = tl_canvas_get_visible_area (fixture->canvas);
  fixture->n_selected = 0;
  tl_canvas_set_scene (fixture->canvas, scene, TL_SCENE_TRANSITION_UPDATE, NULL);
  after = tl_canvas_get_visible_area (fixture->canvas);
  g_assert_cmpfloat (before.x, ==, after.x);
  g_assert_cmpfloat (before.width, ==, after.width);
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "e");
  g_assert_cmpint (fixture->n_selected, ==, 0);
  check_places (fixture);

  tl_canvas_set_scene (fixture->canvas, NULL, TL_SCENE_TRANSITION_NONE, NULL);
  g_assert_null (tl_canvas_get_selected_key (fixture->canvas));
  g_assert_cmpint (fixture->n_selected, ==, 1);
  canvas_fixture_settle (fixture);
}

/* What is hovered and selected counts in the scene before. */
static void
test_smaller_scene (CanvasFixture *fixture,
                    gconstpointer  data)
{
  const TlNode node = { .key = "a", .title = "Alone", .bounds = { 0, 0, 80, 40 }, .parent = -1, .flags = TL_NODE_ACTIVE };
  TlSceneBuilder *builder = tl_scene_builder_new ("One box");
  g_autoptr (TlScene) scene = NULL;

  tl_scene_builder_node (builder, &node);
  scene = tl_scene_builder_end (builder);
  tl_canvas_set_selected_key (fixture->canvas, "f");
  tl_canvas_set_hovered (fixture->canvas, 5);
  tl_canvas_set_scene (fixture->canvas, scene, TL_SCENE_TRANSITION_NONE, NULL);
  g_assert_null (tl_canvas_get_selected_key (fixture->canvas));
  g_assert_null (tl_canvas_get_hovered_key (fixture->canvas));
  canvas_fixture_settle (fixture);
}

static void
test_transitions_end (CanvasFixture *fixture,
                      gconstpointer  data)
{
  g_autoptr (TlScene) scene = canvas_fixture_create_scene ();
  g_autoptr (TlScene) other = canvas_fixture_create_scene ();
  g_autoptr (TlScene) third = canvas_fixture_create_scene ();
  double fit = tl_canvas_get_scale (fixture->canvas);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  tl_canvas_set_scene (fixture->canvas, scene, TL_SCENE_TRANSITION_DEEPER, "d");
  g_assert_false (tl_canvas_is_settled (fixture->canvas));
  canvas_fixture_settle (fixture);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_scale (fixture->canvas), fit, 1e-9);
  g_assert_null (tl_canvas_get_selected_key (fixture->canvas));
  check_places (fixture);

  tl_canvas_set_scene (fixture->canvas, other, TL_SCENE_TRANSITION_BACK, "d");
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "d");
  /* One that comes before the last has ended. */
  tl_canvas_set_scene (fixture->canvas, third, TL_SCENE_TRANSITION_DEEPER, "unknown");
  canvas_fixture_settle (fixture);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_scale (fixture->canvas), fit, 1e-9);
  check_places (fixture);
}

static gboolean
moves (CanvasFixture *fixture)
{
  return fixture->canvas->animating || fixture->canvas->tick_id != 0 || fixture->canvas->outgoing != NULL;
}

/* Who wants no animations sees at once where all of them would end. */
static void
test_without_animations (CanvasFixture *fixture,
                         gconstpointer  data)
{
  g_autoptr (TlScene) scene = canvas_fixture_create_scene ();
  g_autoptr (TlScene) other = canvas_fixture_create_scene ();
  double fit = tl_canvas_get_scale (fixture->canvas);
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->canvas));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  tl_canvas_set_scene (fixture->canvas, scene, TL_SCENE_TRANSITION_DEEPER, "d");
  g_assert_false (moves (fixture));
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_scale (fixture->canvas), fit, 1e-9);
  tl_canvas_set_scene (fixture->canvas, other, TL_SCENE_TRANSITION_BACK, "d");
  g_assert_false (moves (fixture));
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_scale (fixture->canvas), fit, 1e-9);

  tl_canvas_zoom_at (fixture->canvas, 10, 10, 4);
  g_assert_cmpfloat (canvas_fixture_locate (fixture, "f").x, >, width);
  canvas_fixture_settle (fixture);
  tl_canvas_frame_node (fixture->canvas, "f", TRUE);
  g_assert_false (moves (fixture));
  g_assert_cmpfloat (canvas_fixture_locate (fixture, "f").x, <, width);
  tl_canvas_fit (fixture->canvas, TRUE);
  g_assert_false (moves (fixture));
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_scale (fixture->canvas), fit, 1e-9);
  check_places (fixture);
  canvas_fixture_settle (fixture);
}

static void
test_frame_node (CanvasFixture *fixture,
                 gconstpointer  data)
{
  TlPoint place;

  tl_canvas_zoom_at (fixture->canvas, 10, 10, 4);
  place = canvas_fixture_locate (fixture, "f");
  g_assert_cmpfloat (place.x, >, gtk_widget_get_width (GTK_WIDGET (fixture->canvas)));
  tl_canvas_frame_node (fixture->canvas, "f", FALSE);
  place = canvas_fixture_locate (fixture, "f");
  g_assert_cmpfloat (place.x, <, gtk_widget_get_width (GTK_WIDGET (fixture->canvas)));
  g_assert_cmpfloat (place.x, >, 0);
  g_assert_cmpfloat (place.y, <, gtk_widget_get_height (GTK_WIDGET (fixture->canvas)));
  tl_canvas_frame_node (fixture->canvas, "no such node", FALSE);
  canvas_fixture_settle (fixture);
}

static void
test_frame_beside_cover (CanvasFixture *fixture,
                         gconstpointer  data)
{
  GtkWidget *cover = g_object_ref_sink (gtk_label_new (NULL));
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (fixture->canvas));
  TlPoint place;

  gtk_widget_set_size_request (cover, (int) width / 2, (int) height / 2);
  tl_canvas_set_cover (fixture->canvas, cover);
  for (int i = 0; i < 2; i++)
    {
      tl_canvas_zoom_at (fixture->canvas, 10, 10, i == 0 ? 4 : 1);
      gtk_widget_set_direction (GTK_WIDGET (fixture->canvas), i == 0 ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
      tl_canvas_frame_node (fixture->canvas, "f", FALSE);
      place = canvas_fixture_locate (fixture, "f");
      g_assert_true (place.y < height / 2 || (i == 0 ? place.x < width / 2 : place.x > width / 2));
    }
  gtk_widget_set_visible (cover, FALSE);
  tl_canvas_frame_node (fixture->canvas, "f", FALSE);
  canvas_fixture_settle (fixture);
  g_assert_finalize_object (cover);
}

static guint
count_children (CanvasFixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static void
test_accessible_children (CanvasFixture *fixture,
                          gconstpointer  data)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));
  TlPoint place = canvas_fixture_locate (fixture, "a");
  graphene_rect_t bounds;

  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Six boxes");
  g_assert_cmpuint (count_children (fixture), ==, 6);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Alpha, 3");
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Connected to Bravo");
  g_assert_true (gtk_widget_get_focusable (first));
  g_assert_true (gtk_widget_compute_bounds (first, GTK_WIDGET (fixture->canvas), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width / 2, place.x, 1.5);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y + bounds.size.height / 2, place.y, 1.5);

  tl_canvas_set_selected_key (fixture->canvas, "a");
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  tl_canvas_set_selected_key (fixture->canvas, "b");
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  g_assert_true (gtk_widget_activate_action (first, "node.select", NULL));
  g_assert_cmpstr (tl_canvas_get_selected_key (fixture->canvas), ==, "a");
  g_assert_true (gtk_widget_activate_action (first, "node.activate", NULL));
  g_assert_cmpstr (fixture->activated, ==, "a");
}

static void
test_children_follow_view (CanvasFixture *fixture,
                           gconstpointer  data)
{
  TlPoint place;

  tl_canvas_focus_node (fixture->canvas, "a");
  place = canvas_fixture_locate (fixture, "f");
  tl_canvas_zoom_at (fixture->canvas, place.x, place.y, 6);
  canvas_fixture_settle (fixture);
  g_assert_cmpuint (count_children (fixture), <, 4);
  /* The one with the focus has not gone. */
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->canvas)));

  tl_canvas_fit (fixture->canvas, FALSE);
  canvas_fixture_settle (fixture);
  g_assert_cmpuint (count_children (fixture), ==, 6);
}

static void
test_unknown_keys (CanvasFixture *fixture,
                   gconstpointer  data)
{
  tl_canvas_set_selected_key (fixture->canvas, "no such node");
  g_assert_null (tl_canvas_get_selected_key (fixture->canvas));
  g_assert_cmpint (fixture->n_selected, ==, 0);
  tl_canvas_set_selected_key (fixture->canvas, "a");
  tl_canvas_set_selected_key (fixture->canvas, "a");
  g_assert_cmpint (fixture->n_selected, ==, 1);
  tl_canvas_set_selected_key (fixture->canvas, "no such node");
  g_assert_null (tl_canvas_get_selected_key (fixture->canvas));
}

static void
test_minimap (CanvasFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *minimap = g_object_ref_sink (tl_minimap_new ());
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (fixture->canvas));

  tl_minimap_set_canvas (TL_MINIMAP (minimap), fixture->canvas);
  gtk_box_append (GTK_BOX (box), minimap);
  canvas_fixture_settle (fixture);
  g_assert_false (gtk_widget_get_visible (minimap));
  gtk_test_accessible_assert_role (minimap, GTK_ACCESSIBLE_ROLE_IMG);

  tl_canvas_zoom_at (fixture->canvas, 100, 100, 3);
  g_assert_true (gtk_widget_get_visible (minimap));
  canvas_fixture_settle (fixture);
  tl_canvas_fit (fixture->canvas, FALSE);
  canvas_fixture_settle (fixture);
  tl_test_wait_for (!gtk_widget_get_visible (minimap));

  gtk_box_remove (GTK_BOX (box), minimap);
  g_assert_finalize_object (minimap);
}

#define ADD(path, function) canvas_add ("/canvas/canvas/" path, NULL, function)

#define FRACTION 1.5

/* What a picture of its own draws of a view, on a surface of the device's pixels. */
static cairo_surface_t *
draw_picture (CanvasFixture    *fixture,
              const TlViewport *view,
              double            device_scale)
{
  TlPicture *picture = tl_canvas_create_picture (fixture->canvas);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  tl_picture_set_content (picture, fixture->canvas->content, FALSE);
  tl_picture_aim (picture, view, device_scale, FALSE);
  tl_test_wait_for (tl_picture_is_complete (picture));
  tl_picture_draw (picture, snapshot, view, device_scale, FALSE);
  node = gtk_snapshot_to_node (snapshot);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (view->width * device_scale),
                                        (int) (view->height * device_scale));
  cr = cairo_create (surface);
  cairo_scale (cr, device_scale, device_scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  tl_picture_free (picture);
  return surface;
}

static guint
count_differences (cairo_surface_t *one,
                   cairo_surface_t *other)
{
  const guint32 *pixels = (const guint32 *) cairo_image_surface_get_data (one);
  const guint32 *others = (const guint32 *) cairo_image_surface_get_data (other);
  int n_pixels = cairo_image_surface_get_stride (one) / 4 * cairo_image_surface_get_height (one);
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_stride (one), ==, cairo_image_surface_get_stride (other));
  for (int i = 0; i < n_pixels; i++)
    n += pixels[i] != others[i];
  return n;
}

/* At one and a half each pixel of the device is painted, none is stretched: it is the
 * same as of a view so much larger. */
static void
test_fraction (CanvasFixture *fixture,
               gconstpointer  data)
{
  TlViewport view = fixture->canvas->view, larger;
  cairo_surface_t *one, *other;

  view.width = 600;
  view.height = 400;
  view.x = 20;
  view.y = 10;
  larger = view;
  larger.scale *= FRACTION;
  larger.x *= FRACTION;
  larger.y *= FRACTION;
  larger.width *= FRACTION;
  larger.height *= FRACTION;
  one = draw_picture (fixture, &view, FRACTION);
  other = draw_picture (fixture, &larger, 1);
  g_assert_cmpint (cairo_image_surface_get_width (one), ==, cairo_image_surface_get_width (other));
  /* Where tiles meet Cairo may round a corner otherwise: one pixel with the oldest, ten with newer ones. */
  g_assert_cmpuint (count_differences (one, other), <, 12);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
add_tests (void)
{
  ADD ("places", test_places);
  ADD ("rest-is-crisp", test_rest_is_crisp);
  ADD ("update-keeps-view", test_update_keeps_view);
  ADD ("smaller-scene", test_smaller_scene);
  ADD ("transitions-end", test_transitions_end);
  ADD ("without-animations", test_without_animations);
  ADD ("frame-node", test_frame_node);
  ADD ("frame-beside-cover", test_frame_beside_cover);
  ADD ("accessible-children", test_accessible_children);
  ADD ("children-follow-view", test_children_follow_view);
  ADD ("unknown-keys", test_unknown_keys);
  ADD ("minimap", test_minimap);
  ADD ("fraction", test_fraction);
}

int
main (int   argc,
      char *argv[])
{
  return canvas_run (&argc, &argv, add_tests);
}
