/* test-painter.c: what is painted, read back from the pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "diagram/tl-shape.h"
#include "tl-paint-checks.h"

static void
assert_same_inside (cairo_surface_t *a,
                    cairo_surface_t *b,
                    const TlRect    *area,
                    double           scale)
{
  for (int y = ceil (area->y * scale); y < floor ((area->y + area->height) * scale); y++)
    for (int x = ceil (area->x * scale); x < floor ((area->x + area->width) * scale); x++)
      /* Cairo rounds the coverage of a curve differently when part of it is clipped. */
      if (!paint_is_near (paint_get_pixel (a, x, y), paint_get_pixel (b, x, y)))
        {
          g_test_message ("at %d, %d, scale %g: %06x and %06x", x, y, scale, paint_get_pixel (a, x, y), paint_get_pixel (b, x, y));
          g_assert_cmphex (paint_get_pixel (a, x, y), ==, paint_get_pixel (b, x, y));
        }
}

static int
add (TlSceneBuilder *builder,
     TlNode          node)
{
  int index = tl_scene_builder_node (builder, &node);

  g_assert_cmpint (index, >=, 0);
  return index;
}

/* Panels, boxes and a line of circles through them all. */
static TlScene *
make_line (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Line");
  TlPoint points[] = { { 10, 150 }, { 590, 150 } };
  TlPoint crossing[] = { { 175, 40 }, { 175, 260 } };

  for (int i = 0; i < 3; i++)
    {
      int panel = add (builder, (TlNode) { .title = "Strategy to Portfolio", .caption = "Plan", .badge = "S2P", .parent = -1, .heat = -1,
                                           .bounds = { 20 + i * 190, 20, 180, 260 }, .shape = TL_SHAPE_PANEL, .role = TL_ROLE_STREAM });
      int box = add (builder, (TlNode) { .title = "Service Portfolio", .parent = panel, .heat = -1,
                                         .bounds = { 40 + i * 190, 90, 130, 150 }, .shape = TL_SHAPE_HEADED, .role = TL_ROLE_COMPONENT });

      add (builder, (TlNode) { .title = "Conceptual Service", .parent = box, .heat = -1, .flags = TL_NODE_ACTIVE,
                               .bounds = { 65 + i * 190, 134, 80, 60 }, .shape = TL_SHAPE_CIRCLE, .role = TL_ROLE_BACKBONE });
      add (builder, (TlNode) { .title = "Box", .parent = panel, .heat = -1,
                               .bounds = { 26 + i * 190, 140, 14, 20 }, .shape = TL_SHAPE_BOX, .role = TL_ROLE_COMPONENT });
    }
  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .role = TL_ROLE_BACKBONE, .flags = TL_EDGE_FRONT }, points, 2);
  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .role = TL_ROLE_RELATION, .label = "realizes" }, crossing, 2);
  return tl_scene_builder_end (builder);
}

static gboolean
is_in_circle (const TlScene *scene,
              double         x,
              double         y)
{
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      TlRect circle = tl_shape_get_circle (node);

      if (node->shape == TL_SHAPE_CIRCLE
          && hypot (x - circle.x - circle.width / 2, y - circle.y - circle.height / 2) <= circle.width / 2 + 1)
        return TRUE;
    }
  return FALSE;
}

static void
test_backbone (void)
{
  static const double scales[] = { 0.1, 0.3, 0.5, 0.77, 1 };
  g_autoptr (TlScene) scene = make_line ();

  for (TlPaletteKind kind = TL_PALETTE_LIGHT; kind <= TL_PALETTE_HIGH_CONTRAST_DARK; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
      {
        cairo_surface_t *surface = paint_scene (scene, kind, NULL, scales[i]);
        guint32 purple = paint_pack (&tl_palette_get (kind)->roles[TL_ROLE_BACKBONE].line);
        int n = 0;

        for (int x = (int) ceil (11 * scales[i]); x < floor (589 * scales[i]); x++)
          if (!is_in_circle (scene, x / scales[i], 150) && !is_in_circle (scene, (x + 1) / scales[i], 150))
            {
              /* Lines keep to pixels, so the middle may be one up or down. */
              g_assert_true (paint_is_near (paint_get_pixel (surface, x, (int) floor (150 * scales[i])), purple)
                             || paint_is_near (paint_get_pixel (surface, x, (int) floor (150 * scales[i]) - 1), purple));
              n++;
            }
        g_assert_cmpint (n, >, 400 * scales[i]);
        if (scales[i] == 1)
          g_assert_cmphex (paint_get_pixel (surface, 105, 150), ==, paint_pack (&tl_palette_get (kind)->roles[TL_ROLE_BACKBONE].fill));
        cairo_surface_destroy (surface);
      }
}

/* The thin line of a box covers whole pixels: its colour is there unmixed. */
static void
test_crisp (void)
{
  static const double scales[] = { 0.6, 0.83, 1, 1.37 };
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  TlPoint points[] = { { 20.3, 200.4 }, { 400.7, 200.4 } };
  g_autoptr (TlScene) scene = NULL;

  add (builder, (TlNode) { .parent = -1, .heat = -1, .bounds = { 20.3, 20.4, 300.5, 100.3 }, .shape = TL_SHAPE_BOX, .role = TL_ROLE_COMPONENT });
  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .role = TL_ROLE_RELATION }, points, 2);
  scene = tl_scene_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *surface = paint_scene (scene, TL_PALETTE_LIGHT, NULL, scales[i]);
      TlRect box = { 100 * scales[i], 10, 1, 130 * scales[i] };
      TlRect line = { 100 * scales[i], 190 * scales[i], 1, 20 * scales[i] };

      g_assert_cmpuint (paint_count_color (surface, &box, &palette->roles[TL_ROLE_COMPONENT].line), ==, 2);
      g_assert_cmpuint (paint_count_color (surface, &line, &palette->roles[TL_ROLE_RELATION].line), ==, 1);
      cairo_surface_destroy (surface);
    }
}

static TlScene *
make_box (TlShape     shape,
          guint16     flags,
          int         heat,
          const char *title)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);

  add (builder, (TlNode) { .title = title, .parent = -1, .heat = heat, .flags = flags, .value = heat >= 0 ? "3" : NULL,
                           .bounds = { 50, 50, 120, 60 }, .shape = shape, .role = TL_ROLE_COMPONENT });
  return tl_scene_builder_end (builder);
}

/* Dashes along the upper side, gaps between them, and a dash for the value. */
static void
test_missing (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  g_autoptr (TlScene) scene = make_box (TL_SHAPE_BOX, TL_NODE_MISSING, -1, NULL);
  cairo_surface_t *surface = paint_scene (scene, TL_PALETTE_LIGHT, NULL, 1);
  TlRect value = { 140, 60, 28, 40 };
  int changes = 0;
  gboolean before = FALSE;

  for (int x = 60; x < 160; x++)
    {
      gboolean dash = paint_is_near (paint_get_pixel (surface, x, 50), paint_pack (&palette->missing));

      changes += dash != before;
      before = dash;
    }
  g_assert_cmpint (changes, >=, 20);
  g_assert_cmphex (paint_get_pixel (surface, 70, 80), ==, paint_pack (&palette->canvas));
  g_assert_cmpuint (paint_count_color (surface, &value, &palette->text), >, 3);
  cairo_surface_destroy (surface);
}

static void
test_heat (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_DARK);

  for (int heat = 0; heat < 6; heat++)
    {
      g_autoptr (TlScene) scene = make_box (TL_SHAPE_BOX, TL_NODE_OVERLAY, heat, "Incident");
      cairo_surface_t *surface = paint_scene (scene, TL_PALETTE_DARK, NULL, 1);
      TlRect value = { 140, 60, 28, 40 };

      g_assert_cmphex (paint_get_pixel (surface, 110, 54), ==, paint_pack (&palette->heat[heat]));
      g_assert_cmpuint (paint_count_color (surface, &value, &palette->heat_text[heat]), >, 3);
      cairo_surface_destroy (surface);
    }
}

/* Nothing of the text at a scale where letters are smaller than can be read. */
static void
test_legible (void)
{
  g_autoptr (TlScene) with = make_box (TL_SHAPE_BOX, 0, -1, "Incident");
  g_autoptr (TlScene) without = make_box (TL_SHAPE_BOX, 0, -1, NULL);
  static const struct { double scale; gboolean text; } cases[] = { { 0.3, FALSE }, { 0.36, FALSE }, { 0.5, TRUE }, { 1, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *a = paint_scene (with, TL_PALETTE_LIGHT, NULL, cases[i].scale);
      cairo_surface_t *b = paint_scene (without, TL_PALETTE_LIGHT, NULL, cases[i].scale);
      gboolean same = memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                              PAINT_HEIGHT * cairo_image_surface_get_stride (a)) == 0;

      g_assert_cmpint (same, ==, !cases[i].text);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
    }
}

static void
test_ring (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  static const TlShape shapes[] = { TL_SHAPE_BOX, TL_SHAPE_HEADED, TL_SHAPE_CIRCLE, TL_SHAPE_BAR, TL_SHAPE_PANEL };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (TlScene) scene = make_box (shapes[i], 0, -1, NULL);
      g_autoptr (TlPainter) painter = paint_create_painter (palette);
      const TlNode *node = tl_scene_get_node (scene, 0);
      TlRect shape = shapes[i] == TL_SHAPE_CIRCLE ? tl_shape_get_circle (node) : node->bounds;
      cairo_surface_t *surface = paint_create_canvas (palette);
      cairo_t *cr = cairo_create (surface);
      TlRect all = { 0, 0, PAINT_WIDTH, PAINT_HEIGHT };

      tl_painter_paint_ring (painter, cr, scene, 0, 1);
      cairo_surface_flush (surface);
      g_assert_cmpuint (paint_count_color (surface, &all, &palette->selection), >, 50);
      /* None of it on the shape. */
      g_assert_cmpuint (paint_count_color (surface, &(TlRect) { shape.x + shape.width / 4, shape.y + shape.height / 4,
                                                          shape.width / 2, shape.height / 2 }, &palette->selection), ==, 0);
      g_assert_cmpuint (paint_count_color (surface, &(TlRect) { shape.x + shape.width / 2, shape.y, 1, shape.height }, &palette->selection), ==, 0);
      g_assert_cmpuint (paint_count_color (surface, &(TlRect) { shape.x + shape.width / 2, shape.y - 8, 1, 8 }, &palette->selection), >=, 2);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* Painting a part gives the same pixels as painting all, at every detail. */
static void
test_clip (void)
{
  static const double scales[] = { 0.1, 0.25, 0.5, 1, 1.5 };
  g_autoptr (TlScene) scene = make_line ();
  GRand *random = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *whole = paint_scene (scene, TL_PALETTE_LIGHT, NULL, scales[i]);

      for (int j = 0; j < 12; j++)
        {
          TlRect clip = { g_rand_int_range (random, 0, 300), g_rand_int_range (random, 0, 100),
                          g_rand_int_range (random, 10, 90), g_rand_int_range (random, 10, 90) };
          cairo_surface_t *part = paint_scene (scene, TL_PALETTE_LIGHT, &clip, scales[i]);

          assert_same_inside (whole, part, &clip, scales[i]);
          cairo_surface_destroy (part);
        }
      cairo_surface_destroy (whole);
    }
  g_rand_free (random);
}

static TlScene *
make_crowd (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);

  for (int i = 0; i < 4000; i++)
    {
      double x = i % 80 * 150;
      double y = i / 80 * 110;
      TlPoint points[] = { { x + 100, y + 25 }, { x + 125, y + 25 }, { x + 125, y + 135 }, { x + 150, y + 135 } };
      TlPoint slanted[] = { { x, y }, { x + 120, y + 333 } };

      add (builder, (TlNode) { .title = "Crowd", .parent = -1, .heat = i % 6, .flags = i % 3 == 0 ? TL_NODE_OVERLAY : 0,
                               .bounds = { x, y, 100, 50 }, .shape = i % 7 == 0 ? TL_SHAPE_CIRCLE : TL_SHAPE_BOX, .role = TL_ROLE_COMPONENT });
      tl_scene_builder_edge (builder, &(TlEdge) { .from = i, .to = -1, .role = TL_ROLE_RELATION }, points, 4);
      if (i % 50 == 0)
        tl_scene_builder_edge (builder, &(TlEdge) { .from = i, .to = -1, .role = TL_ROLE_BACKBONE, .flags = TL_EDGE_FRONT }, slanted, 2);
    }
  return tl_scene_builder_end (builder);
}

/* A crowd seen from far away goes another way; it must land in the same place. */
static void
test_overview (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  g_autoptr (TlScene) scene = make_crowd ();
  double scale = 0.05;
  cairo_surface_t *whole = paint_scene (scene, TL_PALETTE_LIGHT, NULL, scale);
  const TlNode *node = tl_scene_get_node (scene, 81 * 12 + 3);
  TlRect clip = { 2000, 1000, 4000, 3000 };
  cairo_surface_t *part = paint_scene (scene, TL_PALETTE_LIGHT, &clip, scale);
  int x = round ((node->bounds.x + node->bounds.width / 2) * scale);
  int y = round ((node->bounds.y + node->bounds.height / 2) * scale);

  g_assert_cmpint (node->flags, ==, TL_NODE_OVERLAY);
  g_assert_cmphex (paint_get_pixel (whole, x, y), ==, paint_pack (&palette->heat[node->heat]));
  assert_same_inside (whole, part, &clip, scale);
  g_assert_cmphex (paint_get_pixel (part, 20, 20), ==, paint_pack (&palette->canvas));
  cairo_surface_destroy (part);
  cairo_surface_destroy (whole);
}

static void
test_quiet (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  TlPoint points[] = { { 10, 100 }, { 500, 100 } };
  TlRect all = { 0, 90, PAINT_WIDTH, 20 };
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (TlPainter) painter = paint_create_painter (palette);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  cairo_surface_t *surface;
  cairo_t *cr;
  guint32 edge = 0;

  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .role = TL_ROLE_RELATION, .flags = TL_EDGE_QUIET }, points, 2);
  scene = tl_scene_builder_end (builder);
  surface = paint_scene (scene, TL_PALETTE_LIGHT, NULL, 1);
  g_assert_cmpuint (paint_count_color (surface, &all, &palette->canvas), ==, PAINT_WIDTH * 20);
  cr = cairo_create (surface);
  g_array_append_val (edges, edge);
  tl_painter_paint_some (painter, cr, scene, nodes, edges, 1);
  cairo_surface_flush (surface);
  g_assert_cmpuint (paint_count_color (surface, &all, &palette->roles[TL_ROLE_RELATION].line), ==, 490 * 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_min_scale (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  g_autoptr (TlScene) scene = NULL;

  add (builder, (TlNode) { .parent = -1, .heat = -1, .bounds = { 10, 10, 60, 60 }, .shape = TL_SHAPE_BOX,
                           .role = TL_ROLE_COMPONENT, .min_scale = 0.8 });
  scene = tl_scene_builder_end (builder);
  for (int i = 0; i < 2; i++)
    {
      double scale = i == 0 ? 0.7 : 0.8;
      cairo_surface_t *surface = paint_scene (scene, TL_PALETTE_LIGHT, NULL, scale);

      g_assert_cmphex (paint_get_pixel (surface, 40 * scale, 40 * scale), ==, paint_pack (i == 0 ? &palette->canvas : &palette->roles[TL_ROLE_COMPONENT].fill));
      cairo_surface_destroy (surface);
    }
}

/* Any text, any size, in any shape: nothing breaks and what is measured fits. */
static void
test_odd_texts (void)
{
  g_autofree char *huge = g_strnfill (1000000, 'W');
  const char *texts[] = { "", "a", "Requirement\nto\nDeploy", "خدمة المدفوعات الإلكترونية", "e\xcc\x81\xcc\x81\xcc\x81", "💳💳💳", huge };
  static const TlRect sizes[] = { { 0, 0, 0, 0 }, { 10, 10, 1, 1 }, { 10, 10, 3, 200 }, { 10, 10, 200, 3 }, { 10, 10, 200, 60 } };
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  g_autoptr (TlScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      for (TlShape shape = TL_SHAPE_NONE; shape <= TL_SHAPE_ROW; shape++)
        for (guint flags = 0; flags < 64; flags += 20)
          add (builder, (TlNode) { .title = texts[i], .caption = texts[i], .badge = texts[i], .value = flags & 8 ? texts[i] : NULL, .note = flags & 4 ? texts[i] : NULL,
                                   .bounds = sizes[j], .parent = -1, .flags = flags, .heat = (gint8) (i % 7) - 1, .shape = shape });
  scene = tl_scene_builder_end (builder);
  cairo_surface_destroy (paint_scene (scene, TL_PALETTE_LIGHT, NULL, 1));
}

static void
test_measure (void)
{
  static const char *titles[] = { "Incident", "Enterprise Architecture", "Request Rationalization", "Rechnungsstellungskomponente" };
  static const double sizes[] = { 10, 22 };

  for (guint i = 0; i < G_N_ELEMENTS (titles) * G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PangoFontDescription) font = tl_text_default_font ();
      g_autoptr (TlTextMeasure) measure = NULL;

      pango_font_description_set_size (font, sizes[i % 2] * PANGO_SCALE);
      measure = tl_text_measure_new (font);
      for (TlShape shape = TL_SHAPE_NONE; shape <= TL_SHAPE_ROW; shape++)
        for (guint flags = 0; flags < 64; flags++)
          {
            TlNode node = { .title = titles[i / 2], .caption = flags & 1 ? "Component" : NULL, .badge = flags & 2 ? "S2P" : NULL,
                            .value = flags & 8 ? "210 k€" : NULL, .flags = flags, .heat = 3, .shape = shape };
            TlShapePlaces places;
            const TlShapeText *texts[] = { &places.title, &places.caption, &places.badge, &places.value };
            TlRect inside;

            node.bounds.width = MAX (tl_shape_measure_width (measure, &node), 60);
            node.bounds.height = tl_shape_measure_height (measure, &node, node.bounds.width);
            tl_shape_place (measure, &node, &places);
            g_assert_cmpfloat (places.title.area.width, >=, 0);
            if (!tl_text_measure_fits (measure, places.title.style, node.title, places.title.area.width, 1))
              g_test_message ("“%s” in shape %d with flags %u has %g of %g", node.title, shape, flags,
                              places.title.area.width, node.bounds.width);
            g_assert_true (tl_text_measure_fits (measure, places.title.style, node.title, places.title.area.width, 1));
            inside = tl_rect_grow (&node.bounds, 1);
            for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
              if (texts[j]->area.width >= 0)
                {
                  g_assert_true (tl_rect_contains (&inside, texts[j]->area.x, texts[j]->area.y));
                  g_assert_true (tl_rect_contains (&inside, texts[j]->area.x + texts[j]->area.width,
                                                   texts[j]->area.y + texts[j]->area.height));
                }
          }
    }
}

static void
test_least_size (void)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlTextMeasure) measure = tl_text_measure_new (font);

  for (TlTextStyle style = TL_TEXT_TITLE; style <= TL_TEXT_LABEL_STRONG; style++)
    g_assert_cmpfloat (tl_text_measure_font_size (measure, style), >=, 9 * 96 / 72.0 - 0.001);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/painter/backbone", test_backbone);
  g_test_add_func ("/diagram/painter/crisp", test_crisp);
  g_test_add_func ("/diagram/painter/missing", test_missing);
  g_test_add_func ("/diagram/painter/heat", test_heat);
  g_test_add_func ("/diagram/painter/legible", test_legible);
  g_test_add_func ("/diagram/painter/ring", test_ring);
  g_test_add_func ("/diagram/painter/clip", test_clip);
  g_test_add_func ("/diagram/painter/overview", test_overview);
  g_test_add_func ("/diagram/painter/quiet", test_quiet);
  g_test_add_func ("/diagram/painter/min-scale", test_min_scale);
  g_test_add_func ("/diagram/painter/odd-texts", test_odd_texts);
  g_test_add_func ("/diagram/painter/measure", test_measure);
  g_test_add_func ("/diagram/painter/least-size", test_least_size);
  return g_test_run ();
}
