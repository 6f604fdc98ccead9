/* test-marks.c: gaps with their notes, and rings along edges
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "diagram/tl-shape.h"
#include "tl-paint-checks.h"

#define NOTE "not realized"

static TlScene *
make_gap (TlShape     shape,
          const char *note)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  TlNode node = { .title = "Refund in a day", .caption = "Capability", .note = note, .parent = -1, .heat = -1,
                  .flags = note != NULL ? TL_NODE_GAP : 0, .bounds = { 50, 50, 160, 60 }, .shape = shape,
                  .role = TL_ROLE_COMPONENT };

  tl_scene_builder_node (builder, &node);
  return tl_scene_builder_end (builder);
}

/* Dashes in the warning colour along the upper side, and the chip on the lower one. */
static void
test_gap (gconstpointer data)
{
  TlPaletteKind kind = GPOINTER_TO_INT (data);
  const TlRoleColors *colors = &tl_palette_get (kind)->roles[TL_ROLE_WARNING];
  g_autoptr (TlScene) scene = make_gap (TL_SHAPE_BOX, NOTE);
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlTextMeasure) measure = tl_text_measure_new (font);
  cairo_surface_t *surface = paint_scene (scene, kind, NULL, 1);
  TlRect upper = { 60, 48, 140, 6 }, beneath = { 50, 112, 160, 0 };
  TlShapePlaces places;
  int changes = 0;
  gboolean before = FALSE;

  for (int x = 60; x < 200; x++)
    {
      gboolean dash = FALSE;

      for (int y = 48; y < 54; y++)
        dash = dash || paint_is_near (paint_get_pixel (surface, x, y), paint_pack (&colors->line));
      changes += dash != before;
      before = dash;
    }
  g_assert_cmpint (changes, >=, 20);
  g_assert_cmpuint (paint_count_color (surface, &upper, &colors->fill), >, 140);

  tl_shape_place (measure, tl_scene_get_node (scene, 0), &places);
  g_assert_cmpuint (paint_count_color (surface, &places.note_sign, &colors->line), >, 20);
  g_assert_cmpuint (paint_count_color (surface, &places.note.area, &colors->badge), >, 20);
  g_assert_cmpuint (paint_count_color (surface, &places.note_chip, &colors->fill), >, 100);
  /* There is that much beneath the bounds, and not a pixel more. */
  beneath.y += floor (tl_shape_measure_note (measure, tl_scene_get_node (scene, 0)));
  beneath.height = 20;
  g_assert_cmpuint (paint_count_color (surface, &beneath, &tl_palette_get (kind)->canvas), ==, 160 * 20);
  cairo_surface_destroy (surface);
}

/* Its colour is seen from far away, where there are no words. */
static void
test_gap_from_afar (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  g_autoptr (TlScene) scene = make_gap (TL_SHAPE_BOX, NOTE);
  static const double scales[] = { 0.1, 0.3 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *surface = paint_scene (scene, TL_PALETTE_LIGHT, NULL, scales[i]);

      g_assert_true (paint_is_near (paint_get_pixel (surface, 130 * scales[i], 80 * scales[i]),
                                    paint_pack (&palette->roles[TL_ROLE_WARNING].fill)));
      cairo_surface_destroy (surface);
    }
}

/* Whatever shape and font: the note is whole, beneath the other texts, and where
 * the scene says that something may be. */
static void
test_note_has_room (void)
{
  static const int sizes[] = { 10, 15 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (TlShape shape = TL_SHAPE_NONE; shape <= TL_SHAPE_ROW; shape++)
      {
        g_autoptr (TlScene) scene = make_gap (shape, NOTE);
        g_autoptr (PangoFontDescription) font = tl_text_default_font ();
        g_autoptr (TlTextMeasure) measure = NULL;
        const TlNode *node = tl_scene_get_node (scene, 0);
        TlRect bounds = tl_scene_get_bounds (scene), reach = tl_shape_get_reach (node);
        TlShapePlaces places;

        pango_font_description_set_size (font, sizes[i] * PANGO_SCALE);
        measure = tl_text_measure_new (font);
        tl_shape_place (measure, node, &places);
        g_assert_true (tl_text_measure_fits (measure, places.note.style, NOTE, places.note.area.width, places.note.lines));
        g_assert_cmpfloat (places.note_chip.y + places.note_chip.height, <=, reach.y + reach.height);
        g_assert_cmpfloat (places.note_chip.x, >=, reach.x);
        g_assert_cmpfloat (places.note_chip.width, <=, reach.width);
        g_assert_cmpfloat (tl_shape_measure_note (measure, node), >, 10);
        g_assert_cmpfloat (bounds.y + bounds.height, >=, reach.y + reach.height);
      }
}

static void
test_no_note (void)
{
  g_autoptr (TlScene) scene = make_gap (TL_SHAPE_BOX, NULL);
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlTextMeasure) measure = tl_text_measure_new (font);
  const TlNode *node = tl_scene_get_node (scene, 0);
  TlShapePlaces places;

  tl_shape_place (measure, node, &places);
  g_assert_cmpfloat (places.note_chip.width, <, 0);
  g_assert_cmpfloat (tl_shape_measure_note (measure, node), ==, 0);
  g_assert_cmpfloat (tl_scene_get_bounds (scene).height, ==, 60);
}

/* The chip is painted by every clip it reaches into, though its node is in none of it. */
static void
test_note_is_clipped (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  g_autoptr (TlScene) scene = make_gap (TL_SHAPE_BOX, NOTE);
  TlRect clip = { 0, 116, PAINT_WIDTH, 100 };
  cairo_surface_t *surface = paint_scene (scene, TL_PALETTE_LIGHT, &clip, 1);

  g_assert_cmpuint (paint_count_color (surface, &clip, &palette->roles[TL_ROLE_WARNING].fill), >, 20);
  cairo_surface_destroy (surface);
}

static void
test_edge_ring (void)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  g_autoptr (TlPainter) painter = paint_create_painter (palette);
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  TlPoint points[] = { { 20, 50 }, { 300, 50 }, { 300, 200 } };
  g_autoptr (TlScene) scene = NULL;
  cairo_surface_t *surface = paint_create_canvas (palette);
  cairo_t *cr = cairo_create (surface);
  TlRect across = { 150, 40, 1, 20 };

  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .key = "relation", .role = TL_ROLE_RELATION }, points, 3);
  scene = tl_scene_builder_end (builder);
  tl_painter_paint_edge_ring (painter, cr, scene, 0, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  /* Two sides of the ring, and the line, twice as thick as otherwise, in between. */
  g_assert_cmpuint (paint_count_color (surface, &across, &palette->selection), ==, 4);
  g_assert_cmpuint (paint_count_color (surface, &across, &palette->roles[TL_ROLE_RELATION].line), ==, 2);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/diagram/marks/gap/light", GINT_TO_POINTER (TL_PALETTE_LIGHT), test_gap);
  g_test_add_data_func ("/diagram/marks/gap/dark", GINT_TO_POINTER (TL_PALETTE_DARK), test_gap);
  g_test_add_func ("/diagram/marks/gap-from-afar", test_gap_from_afar);
  g_test_add_func ("/diagram/marks/note-has-room", test_note_has_room);
  g_test_add_func ("/diagram/marks/no-note", test_no_note);
  g_test_add_func ("/diagram/marks/note-is-clipped", test_note_is_clipped);
  g_test_add_func ("/diagram/marks/edge-ring", test_edge_ring);
  return g_test_run ();
}
