/* test-scene-mirror.c: scenes that are read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "diagram/tl-blueprint-maker.h"
#include "diagram/tl-blueprint-view.h"
#include "diagram/tl-paint-checks.h"
#include "diagram/tl-shape.h"
#include "diagram/tl-view.h"
#include "project/tl-element.h"

#define NEAR 1e-6

static void
assert_mirrored (const TlRect *a,
                 const TlRect *b)
{
  g_assert_cmpfloat_with_epsilon (a->x, -b->x - b->width, NEAR);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, NEAR);
  g_assert_cmpfloat_with_epsilon (a->width, b->width, NEAR);
  g_assert_cmpfloat_with_epsilon (a->height, b->height, NEAR);
}

static TlScene *
build_view (const char *edition,
            const char *name,
            gboolean    mirrored)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (GError) error = NULL;
  TlScene *scene;
  TlView view;

  tl_view_parse (tl_edition_get (edition), name, &view, &error);
  g_assert_no_error (error);
  tl_scene_set_default_mirrored (mirrored);
  scene = tl_view_build_scene (&view, NULL, TL_OVERLAY_NONE, font, 0);
  tl_scene_set_default_mirrored (FALSE);
  return scene;
}

/* What is the same for whoever reads, listens or walks with arrows. */
static void
check_alike (const TlScene *forward,
             const TlScene *mirrored)
{
  TlRect forward_bounds = tl_scene_get_bounds (forward), bounds = tl_scene_get_bounds (mirrored);
  int here = -1, there = -1;

  g_assert_false (tl_scene_is_mirrored (forward));
  g_assert_true (tl_scene_is_mirrored (mirrored));
  assert_mirrored (&bounds, &forward_bounds);
  g_assert_cmpuint (tl_scene_get_n_nodes (forward), ==, tl_scene_get_n_nodes (mirrored));
  for (guint i = 0; i < tl_scene_get_n_nodes (forward); i++)
    {
      const TlNode *a = tl_scene_get_node (forward, i), *b = tl_scene_get_node (mirrored, i);

      assert_mirrored (&a->bounds, &b->bounds);
      g_assert_cmpstr (a->key, ==, b->key);
      g_assert_cmpstr (a->title, ==, b->title);
    }
  for (guint i = 0; i < tl_scene_get_n_edges (forward); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (forward, i);
      const TlPoint *a = tl_scene_get_points (forward, edge);
      const TlPoint *b = tl_scene_get_points (mirrored, tl_scene_get_edge (mirrored, i));

      for (guint j = 0; j < edge->n_points; j++)
        {
          g_assert_cmpfloat (a[j].x, ==, -b[j].x);
          g_assert_cmpfloat (a[j].y, ==, b[j].y);
        }
    }
  do
    {
      here = tl_scene_step (forward, here, here < 0 ? TL_DIRECTION_FIRST : TL_DIRECTION_NEXT, 1);
      there = tl_scene_step (mirrored, there, there < 0 ? TL_DIRECTION_FIRST : TL_DIRECTION_NEXT, 1);
      g_assert_cmpint (here, ==, there);
    }
  while (here >= 0);
}

static void
test_views (void)
{
  static const char *const views[][2] = {
    { "2.1", "value-chain" },     { "2.1", "level1" },  { "2.1", "stream:detect-to-correct" },
    { "2.1", "component:event" }, { "3.0", "network" }, { "3.0", "value-chain" },
    { "3.0", "level1" },          { "2.1", "data-object:incident" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (TlScene) forward = build_view (views[i][0], views[i][1], FALSE);
      g_autoptr (TlScene) mirrored = build_view (views[i][0], views[i][1], TRUE);

      g_test_message ("%s %s", views[i][0], views[i][1]);
      check_alike (forward, mirrored);
    }
}

/* Arrows follow what is seen: the chevron that comes next is to the left. */
static void
test_arrows (void)
{
  g_autoptr (TlScene) forward = build_view ("2.1", "value-chain", FALSE);
  g_autoptr (TlScene) mirrored = build_view ("2.1", "value-chain", TRUE);
  int plan = tl_scene_find (mirrored, "stream:strategy-to-portfolio");
  int build = tl_scene_find (mirrored, "stream:requirement-to-deploy");

  g_assert_cmpint (plan, >=, 0);
  g_assert_cmpint (tl_scene_step (forward, plan, TL_DIRECTION_RIGHT, 1), ==, build);
  g_assert_cmpint (tl_scene_step (mirrored, plan, TL_DIRECTION_LEFT, 1), ==, build);
}

static const TlNode nodes[] = {
  { .key = "a", .title = "One", .caption = "PLAN", .badge = "S2P", .value = "3", .bounds = { 20, 20, 200, 120 },
    .parent = -1, .shape = TL_SHAPE_CHEVRON, .role = TL_ROLE_STREAM, .heat = -1, .flags = TL_NODE_ACTIVE },
  { .key = "b", .title = "Two", .bounds = { 240, 20, 200, 120 }, .parent = -1, .shape = TL_SHAPE_CHEVRON,
    .role = TL_ROLE_STREAM, .heat = -1, .flags = TL_NODE_ACTIVE | TL_NODE_FLAT_START },
  { .key = "c", .title = "Small", .bounds = { 20, 160, 120, 20 }, .parent = -1, .shape = TL_SHAPE_CIRCLE,
    .role = TL_ROLE_AUXILIARY, .heat = -1, .flags = TL_NODE_ACTIVE | TL_NODE_SMALL },
  { .key = "d", .title = "Box", .value = "4", .badge = "x", .note = "not realized", .bounds = { 160, 160, 120, 40 },
    .parent = -1, .shape = TL_SHAPE_BOX, .role = TL_ROLE_COMPONENT, .heat = 3, .flags = TL_NODE_ACTIVE | TL_NODE_OVERLAY },
  { .key = "e", .title = "Bar", .value = "5", .caption = "2 tools", .bounds = { 20, 220, 400, 30 }, .parent = -1,
    .shape = TL_SHAPE_BAR, .role = TL_ROLE_ACTIVITY, .heat = 2, .flags = TL_NODE_ACTIVE | TL_NODE_OVERLAY },
};

/* Without texts, which are not turned over themselves. */
static TlScene *
build_shapes (gboolean mirrored,
              gboolean texts)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("shapes");
  TlEdge edge = { .from = 0, .to = 3, .role = TL_ROLE_FLOW, .flags = TL_EDGE_ARROW };

  tl_scene_builder_set_mirrored (builder, mirrored);
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      TlNode node = nodes[i];

      if (!texts)
        node.title = node.caption = node.badge = node.value = node.note = NULL;
      tl_scene_builder_node (builder, &node);
    }
  tl_scene_builder_edge (builder, &edge, (TlPoint[]) { { 60, 140 }, { 60, 150 }, { 240, 150 }, { 240, 160 } }, 4);
  return tl_scene_builder_end (builder);
}

/* Every pixel is where the mirror puts it. */
static void
test_painted (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  g_autoptr (TlPainter) painter = paint_create_painter (palette);
  g_autoptr (TlScene) forward = build_shapes (FALSE, FALSE);
  g_autoptr (TlScene) mirrored = build_shapes (TRUE, FALSE);
  cairo_surface_t *one = paint_create_canvas (palette), *other = paint_create_canvas (palette);
  cairo_t *cr = cairo_create (one);
  guint n_other = 0;

  tl_painter_paint (painter, cr, forward, NULL, 1);
  cairo_destroy (cr);
  cr = cairo_create (other);
  cairo_translate (cr, PAINT_WIDTH, 0);
  tl_painter_paint (painter, cr, mirrored, NULL, 1);
  cairo_destroy (cr);
  for (int y = 0; y < PAINT_HEIGHT; y++)
    for (int x = 0; x < PAINT_WIDTH; x++)
      n_other += !paint_is_near (paint_get_pixel (one, x, y), paint_get_pixel (other, PAINT_WIDTH - 1 - x, y));
  /* Where a line of an odd width is in the middle of a piece of one pixel, it is on either side. */
  g_assert_cmpuint (n_other, <, PAINT_WIDTH * PAINT_HEIGHT / 100);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
check_text (const TlShapeText *forward,
            const TlShapeText *mirrored)
{
  if (forward->area.width < 0)
    {
      g_assert_cmpfloat (mirrored->area.width, <, 0);
      return;
    }
  assert_mirrored (&forward->area, &mirrored->area);
  g_assert_cmpint (forward->alignment == PANGO_ALIGN_LEFT, ==, mirrored->alignment == PANGO_ALIGN_RIGHT);
  g_assert_cmpint (forward->alignment == PANGO_ALIGN_RIGHT, ==, mirrored->alignment == PANGO_ALIGN_LEFT);
}

static void
test_texts (void)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlTextMeasure) measure = tl_text_measure_new (font);
  g_autoptr (TlScene) forward = build_shapes (FALSE, TRUE);
  g_autoptr (TlScene) mirrored = build_shapes (TRUE, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      const TlNode *a = tl_scene_get_node (forward, i), *b = tl_scene_get_node (mirrored, i);
      TlRect content = tl_shape_get_content (measure, a), mirrored_content = tl_shape_get_content (measure, b);
      TlShapePlaces here, there;

      tl_shape_place (measure, a, &here);
      tl_shape_place (measure, b, &there);
      check_text (&here.title, &there.title);
      check_text (&here.caption, &there.caption);
      check_text (&here.badge, &there.badge);
      check_text (&here.value, &there.value);
      check_text (&here.note, &there.note);
      assert_mirrored (&content, &mirrored_content);
      for (double x = a->bounds.x - 1; x < a->bounds.x + a->bounds.width; x += 3)
        g_assert_cmpint (tl_shape_contains (a, x, a->bounds.y + 7), ==, tl_shape_contains (b, -x, a->bounds.y + 7));
    }
}

/* A part of a mirrored scene is where it was, and read as it was. */
static void
test_extract (void)
{
  static const char *const keys[] = { "a", "d", NULL };
  g_autoptr (TlScene) mirrored = build_shapes (TRUE, TRUE);
  g_autoptr (TlScene) part = NULL;
  const TlNode *node, *before;

  tl_scene_set_default_mirrored (TRUE);
  part = tl_scene_extract (mirrored, keys);
  tl_scene_set_default_mirrored (FALSE);
  g_assert_true (tl_scene_is_mirrored (part));
  node = tl_scene_get_node (part, (guint) tl_scene_find (part, "d"));
  before = tl_scene_get_node (mirrored, (guint) tl_scene_find (mirrored, "d"));
  g_assert_true (memcmp (&node->bounds, &before->bounds, sizeof node->bounds) == 0);
  g_assert_true ((node->flags & TL_NODE_MIRRORED) != 0);
}

static TlScene *
build_blueprint (TlProject *project,
                 gboolean   mirrored)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 13");
  TlScene *scene;

  tl_scene_set_default_mirrored (mirrored);
  scene = tl_blueprint_view_build (tl_project_lookup (project, "s1"), tl_traceability_get (project), font);
  tl_scene_set_default_mirrored (FALSE);
  return scene;
}

/* What is stored is the same whichever way it is shown. */
static void
check_places (TlProject     *project,
              const TlScene *forward,
              const TlScene *mirrored)
{
  guint n = 0;

  for (guint i = 0; i < tl_scene_get_n_nodes (forward); i++)
    {
      const TlNode *a = tl_scene_get_node (forward, i), *b = tl_scene_get_node (mirrored, i);
      TlRecord *element = a->key != NULL && g_str_has_prefix (a->key, "record:")
                              ? tl_project_lookup (project, a->key + strlen ("record:"))
                              : NULL;
      TlPlacing placing;
      TlLane lane;
      TlRect here, there;

      if (element == NULL || (a->flags & TL_NODE_MOVABLE) == 0)
        continue;
      lane = tl_element_get_lane (TL_ELEMENT (element));
      here = tl_blueprint_view_rect_to_lane (forward, lane, &a->bounds);
      there = tl_blueprint_view_rect_to_lane (mirrored, lane, &b->bounds);
      g_assert_cmpfloat_with_epsilon (here.x, there.x, NEAR);
      g_assert_cmpfloat_with_epsilon (here.y, there.y, NEAR);
      g_assert_cmpfloat_with_epsilon (here.width, there.width, NEAR);
      if (tl_blueprint_get_placing (tl_project_lookup (project, "s1"), element, &placing))
        {
          g_assert_cmpfloat_with_epsilon (there.x, placing.x, NEAR);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_blueprint (void)
{
  static const TlBlueprintPlan plan = { "2.1", 40, 5, 60, 0.5, FALSE, TRUE };

  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, seed);
      g_autoptr (TlScene) forward = build_blueprint (project, FALSE);
      g_autoptr (TlScene) mirrored = build_blueprint (project, TRUE);

      check_alike (forward, mirrored);
      check_places (project, forward, mirrored);
      for (TlLane lane = 0; lane < TL_N_LANES; lane++)
        {
          const TlPoint wish = { 40 * seed, 30 };
          TlPoint here = tl_blueprint_view_find_place (forward, lane, NULL, &wish);
          TlPoint there = tl_blueprint_view_find_place (mirrored, lane, NULL, &wish);

          g_assert_cmpfloat_with_epsilon (here.x, there.x, NEAR);
          g_assert_cmpfloat_with_epsilon (here.y, there.y, NEAR);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/scene-mirror/views", test_views);
  g_test_add_func ("/diagram/scene-mirror/arrows", test_arrows);
  g_test_add_func ("/diagram/scene-mirror/painted", test_painted);
  g_test_add_func ("/diagram/scene-mirror/texts", test_texts);
  g_test_add_func ("/diagram/scene-mirror/extract", test_extract);
  g_test_add_func ("/diagram/scene-mirror/blueprint", test_blueprint);
  return g_test_run ();
}
