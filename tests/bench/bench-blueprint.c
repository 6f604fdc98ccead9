/* bench-blueprint.c: laying out the blueprint of a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints a line a ratio: NAME ELEMENTS RATIO (details). What all are compared with
 * is painting the picture once, whole, at 100 % in pieces of a screen.
 *
 *   blueprint-facts     what the main thread does: copying the facts
 *   blueprint-first     the first layout, with nothing known
 *   blueprint-edit      the layout after one element was moved
 *   blueprint-tidy      a new arrangement of everything
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "diagram/tl-blueprint-facts.h"
#include "diagram/tl-blueprint-layout.h"
#include "diagram/tl-blueprint-maker.h"
#include "diagram/tl-painter.h"
#include "diagram/tl-text.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "tl-bench-time.h"

#define SEED     42
#define N_TURNS  3
#define WIDTH    1500
#define HEIGHT   900
#define STEP_X   184
#define STEP_Y   96

static const char *const kinds[TL_N_LANES][3] = {
  { "capability", "outcome", "policy" },
  { "logical-component", "interface", "data" },
  { "application", "database", "container" },
};

typedef struct
{
  GPtrArray *elements[TL_N_LANES];
  guint      columns;
} Grid;

/* Mostly near, as people draw; one in twenty far off. */
static void
relate (TlRecord *service,
        Grid     *grid,
        GRand    *random)
{
  TlLane lane = g_rand_int_range (random, 0, TL_N_LANES);
  gboolean is_trace = lane < TL_LANE_REALIZED && g_rand_int_range (random, 0, 4) == 0;
  GPtrArray *ends = grid->elements[is_trace ? lane + 1 : lane];
  int n = grid->elements[lane]->len, columns = grid->columns;
  int from = g_rand_int_range (random, 0, n);
  int reach = g_rand_int_range (random, 0, 20) == 0 ? 12 : 2;
  int row = from / columns + g_rand_int_range (random, -reach, reach + 1);
  int column = is_trace ? g_rand_int_range (random, 0, MIN (columns, 3))
                        : from % columns + g_rand_int_range (random, -reach, reach + 1);
  int to = row * columns + column;

  if (row < 0 || column < 0 || column >= columns || to >= (int) ends->len || (!is_trace && to == from))
    return;
  tl_blueprint_maker_relate (service, is_trace ? "realized-by" : "uses",
                             g_ptr_array_index (grid->elements[lane], from), g_ptr_array_index (ends, to));
}

static TlProject *
make_project (guint n)
{
  TlProject *project = tl_blueprint_maker_new ("2.1");
  TlRecord *service = tl_project_lookup (project, "s1");
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  Grid grid = { .columns = MAX (2, ceil (sqrt (n / 3.0 * 0.27))) };

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      grid.elements[lane] = g_ptr_array_new ();
      for (guint i = 0; i < n / 3; i++)
        {
          g_autofree char *name = g_strdup_printf ("service-part-%u", g_rand_int_range (random, 0, 100000));
          TlRecord *element = tl_blueprint_maker_element (service, lane, NULL, kinds[lane][i % 3], name);

          tl_blueprint_maker_place (element, i % grid.columns * STEP_X, i / grid.columns * STEP_Y);
          g_ptr_array_add (grid.elements[lane], element);
        }
    }
  while (tl_record_get_n_items (service, TL_SERVICE_RELATIONS) < n * 3 / 2)
    relate (service, &grid, random);
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    g_ptr_array_unref (grid.elements[lane]);
  tl_project_seal (project);

  return project;
}

static double
get_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

/* As the canvas does: in pieces, each of which finds what is in it. */
static double
paint (const TlScene              *scene,
       const PangoFontDescription *font)
{
  TlPainter *painter = tl_painter_new (tl_palette_get (TL_PALETTE_LIGHT), font);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  TlRect bounds = tl_scene_get_bounds (scene);
  gint64 start = g_get_monotonic_time ();
  double ms;

  for (double y = bounds.y; y < bounds.y + bounds.height; y += HEIGHT)
    for (double x = bounds.x; x < bounds.x + bounds.width; x += WIDTH)
      {
        cairo_t *cr = cairo_create (surface);
        TlRect clip = { x, y, WIDTH, HEIGHT };

        cairo_translate (cr, -x, -y);
        tl_painter_paint (painter, cr, scene, &clip, 1);
        cairo_destroy (cr);
      }
  ms = get_ms (start);

  cairo_surface_destroy (surface);
  tl_painter_free (painter);
  return ms;
}

static void
move_one (TlProject *project,
          guint      turn)
{
  TlRecord *service = tl_project_lookup (project, "s1");
  guint n = tl_record_get_n_items (service, TL_SERVICE_LOGICAL);
  TlRecord *element = tl_record_get_child (service, TL_SERVICE_LOGICAL, n / 2);
  TlPlacing placing = { element, 8 + turn * 8, 40, 0, 0 };
  g_autoptr (GError) error = NULL;

  tl_blueprint_place (service, &placing, 1, "Move", NULL, &error);
  g_assert_no_error (error);
}

static void
report (const char *name,
        guint       n,
        double     *values,
        double      painting)
{
  double ms = bench_get_median (values, N_TURNS);

  g_print ("%-16s %7u %8.2f (%.1f ms; painting it %.1f ms)\n", name, n, ms / painting, ms, painting);
}

static void
measure (guint n)
{
  g_autoptr (TlProject) project = make_project (n);
  TlRecord *service = tl_project_lookup (project, "s1");
  TlTraceability *traceability = tl_traceability_get (project);
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  double facts[N_TURNS], first[N_TURNS], edit[N_TURNS], tidy[N_TURNS], painting[N_TURNS], one;

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      g_autoptr (TlBlueprintLayout) layout = tl_blueprint_layout_new ();
      g_autoptr (TlScene) scene = NULL;
      g_autoptr (TlScene) next = NULL;
      g_autoptr (GArray) placings = NULL;
      gint64 start = g_get_monotonic_time ();

      tl_blueprint_facts_free (tl_blueprint_facts_new (service, traceability));
      facts[turn] = get_ms (start);

      start = g_get_monotonic_time ();
      scene = tl_blueprint_layout_build (layout, service, traceability, font);
      first[turn] = get_ms (start);
      painting[turn] = paint (scene, font);

      move_one (project, turn);
      start = g_get_monotonic_time ();
      next = tl_blueprint_layout_build (layout, service, traceability, font);
      edit[turn] = get_ms (start);

      start = g_get_monotonic_time ();
      placings = tl_blueprint_view_tidy (service, NULL, font);
      tidy[turn] = get_ms (start);
    }

  one = bench_get_median (painting, N_TURNS);
  report ("blueprint-facts", n, facts, one);
  report ("blueprint-first", n, first, one);
  report ("blueprint-edit", n, edit, one);
  report ("blueprint-tidy", n, tidy, one);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 30, 300, 3000, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);
  return 0;
}
