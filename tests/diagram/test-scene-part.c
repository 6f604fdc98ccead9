/* test-scene-part.c: parts of scenes, and where two scenes differ
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-scene-part.h"

#include <string.h>

#include "tl-paint-checks.h"

#define N_SEEDS 40
#define N_NODES 14
#define N_EDGES 10

/* What a scene is made of, before it is changed and after. */
typedef struct
{
  TlNode  nodes[N_NODES + 1];
  guint   n_nodes;
  TlEdge  edges[N_EDGES];
  TlPoint points[N_EDGES][3];
  guint   n_edges;
} Parts;

static const char *const keys[] = { "a", "b", "c", NULL, "e", "f", NULL, "h", "i", "j", NULL, "l", "m", "n", "o" };
static const char *const edge_keys[] = { "-a", NULL, "-c", "-d", "-e", NULL, "-g", "-h", "-i", "-j" };

static double
random_place (GRand *random,
              double most)
{
  return g_rand_int_range (random, 0, (int) most / 5) * 5;
}

static void
make_node (GRand  *random,
           TlNode *node,
           guint   index)
{
  *node = (TlNode) {
    .key = keys[index],
    .title = g_rand_boolean (random) ? "Checkout" : NULL,
    .caption = g_rand_boolean (random) ? "Component" : NULL,
    .badge = g_rand_boolean (random) ? "S2P" : NULL,
    .note = g_rand_int_range (random, 0, 4) == 0 ? "not realized" : NULL,
    .bounds = { random_place (random, 420), random_place (random, 200), 120, 80 },
    .parent = -1,
    .flags = g_rand_int_range (random, 0, 4) == 0 ? TL_NODE_GAP : 0,
    .shape = (guint8) g_rand_int_range (random, TL_SHAPE_BOX, TL_SHAPE_ROW + 1),
    .role = (guint8) g_rand_int_range (random, 0, TL_ROLE_WARNING + 1),
    .heat = -1,
  };
}

static void
make_edge (GRand *random,
           Parts *parts,
           guint  index)
{
  TlPoint *points = parts->points[index];

  parts->edges[index] = (TlEdge) {
    .key = edge_keys[index],
    .from = g_rand_int_range (random, -1, N_NODES - 2),
    .to = g_rand_int_range (random, -1, N_NODES - 2),
    .role = TL_ROLE_RELATION,
    .flags = g_rand_boolean (random) ? TL_EDGE_ARROW : 0,
    .label = g_rand_boolean (random) ? "realizes" : NULL,
    .from_label = g_rand_boolean (random) ? "1..n" : NULL,
    .to_label = g_rand_boolean (random) ? "0..1" : NULL,
  };
  points[0] = (TlPoint) { random_place (random, PAINT_WIDTH), random_place (random, PAINT_HEIGHT) };
  points[1] = (TlPoint) { random_place (random, PAINT_WIDTH), points[0].y };
  points[2] = (TlPoint) { points[1].x, random_place (random, PAINT_HEIGHT) };
}

static void
make_parts (GRand *random,
            Parts *parts)
{
  parts->n_nodes = N_NODES;
  parts->n_edges = N_EDGES;
  for (guint i = 0; i < N_NODES; i++)
    make_node (random, &parts->nodes[i], i);
  for (guint i = 0; i < N_EDGES; i++)
    make_edge (random, parts, i);
}

/* One edit of a blueprint, or two of them in one. */
static void
change_parts (GRand *random,
              Parts *parts)
{
  guint node = (guint) g_rand_int_range (random, 0, (int) parts->n_nodes);
  guint edge = (guint) g_rand_int_range (random, 0, (int) parts->n_edges);
  TlNode swap = parts->nodes[0];

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      parts->nodes[node].bounds.x += 35;
      break;
    case 1:
      parts->nodes[node].title = "Token vault";
      break;
    case 2:
      parts->nodes[node].flags ^= TL_NODE_GAP;
      parts->nodes[node].note = parts->nodes[node].note == NULL ? "no requirement" : NULL;
      break;
    case 3:
      for (guint i = node; i + 1 < parts->n_nodes; i++)
        parts->nodes[i] = parts->nodes[i + 1];
      parts->n_nodes--;
      break;
    case 4:
      if (parts->n_nodes == N_NODES)
        make_node (random, &parts->nodes[parts->n_nodes++], N_NODES);
      break;
    case 5:
      make_edge (random, parts, edge);
      break;
    case 6:
      parts->edges[edge].label = "uses";
      break;
    default:
      /* What was beneath lies on top. */
      parts->nodes[0] = parts->nodes[parts->n_nodes - 1];
      parts->nodes[parts->n_nodes - 1] = swap;
    }
}

static TlScene *
build (const Parts *parts)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);

  for (guint i = 0; i < parts->n_nodes; i++)
    tl_scene_builder_node (builder, &parts->nodes[i]);
  for (guint i = 0; i < parts->n_edges; i++)
    tl_scene_builder_edge (builder, &parts->edges[i], parts->points[i], 3);
  return tl_scene_builder_end (builder);
}

static gboolean
is_inside (const GArray *areas,
           int           x,
           int           y)
{
  for (guint i = 0; i < areas->len; i++)
    if (tl_rect_contains (&g_array_index (areas, TlRect, i), x + 0.5, y + 0.5))
      return TRUE;

  return FALSE;
}

static gboolean
has_same_row (cairo_surface_t *one,
              cairo_surface_t *other,
              int              y)
{
  int stride = cairo_image_surface_get_stride (one);

  return memcmp (cairo_image_surface_get_data (one) + y * stride, cairo_image_surface_get_data (other) + y * stride,
                 (gsize) stride) == 0;
}

/* Returns how many pixels differ; all of them inside of the areas. */
static guint
check_differences (const TlScenePart *before,
                   const TlScenePart *after)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (TlRect));
  cairo_surface_t *one = paint_scene_part (before, TL_PALETTE_LIGHT), *other = paint_scene_part (after, TL_PALETTE_LIGHT);
  guint n = 0;

  tl_scene_part_compare (before, after, areas);
  for (int y = 0; y < PAINT_HEIGHT; y++)
    for (int x = has_same_row (one, other, y) ? PAINT_WIDTH : 0; x < PAINT_WIDTH; x++)
      if (paint_get_pixel (one, x, y) != paint_get_pixel (other, x, y))
        {
          n++;
          if (!is_inside (areas, x, y))
            g_error ("The pixel at %d, %d differs outside of the areas", x, y);
        }
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  return n;
}

static void
test_differences (void)
{
  guint n_seen = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      Parts parts;
      g_autoptr (TlScene) before = NULL;
      g_autoptr (TlScene) after = NULL;

      g_test_message ("seed %u", seed);
      make_parts (random, &parts);
      before = build (&parts);
      for (guint i = 0; i < 1 + seed % 2; i++)
        change_parts (random, &parts);
      after = build (&parts);
      n_seen += check_differences (&(TlScenePart) { before, NULL, 0 }, &(TlScenePart) { after, NULL, 0 }) > 0;
    }
  g_assert_cmpuint (n_seen, >, N_SEEDS / 2);
}

/* Some lifted out of the picture, and put back elsewhere. */
static void
test_parts_differ (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      Parts parts;
      g_autoptr (TlScene) before = NULL;
      g_autoptr (TlScene) after = NULL;
      g_autoptr (TlMarks) marks = NULL;
      guint lifted = seed % N_NODES;

      g_test_message ("seed %u", seed);
      make_parts (random, &parts);
      before = build (&parts);
      marks = tl_marks_new (before);
      marks->nodes[lifted] = 1;
      marks->edges[seed % N_EDGES] = 1;
      check_differences (&(TlScenePart) { before, NULL, 0 }, &(TlScenePart) { before, marks, 0 });
      check_differences (&(TlScenePart) { before, marks, 1 }, &(TlScenePart) { before, marks, 0 });
      parts.nodes[lifted].bounds.y += 40;
      after = build (&parts);
      check_differences (&(TlScenePart) { before, marks, 0 }, &(TlScenePart) { after, NULL, 0 });
    }
}

/* Nothing for a scene made anew of the same. */
static void
test_same (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (TlRect));
  Parts parts;
  g_autoptr (TlScene) before = NULL;
  g_autoptr (TlScene) after = NULL;
  g_autoptr (TlScene) empty = tl_scene_builder_end (tl_scene_builder_new (NULL));

  make_parts (random, &parts);
  before = build (&parts);
  /* What is not seen does not count. */
  parts.nodes[2].description = "another";
  parts.nodes[3].flags |= TL_NODE_MOVABLE;
  after = build (&parts);
  tl_scene_part_compare (&(TlScenePart) { before, NULL, 0 }, &(TlScenePart) { after, NULL, 0 }, areas);
  g_assert_cmpuint (areas->len, ==, 0);
  tl_scene_part_compare (&(TlScenePart) { empty, NULL, 0 }, &(TlScenePart) { after, NULL, 0 }, areas);
  g_assert_cmpuint (areas->len, >=, N_NODES + N_EDGES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/scene-part/differences", test_differences);
  g_test_add_func ("/diagram/scene-part/parts-differ", test_parts_differ);
  g_test_add_func ("/diagram/scene-part/same", test_same);
  return g_test_run ();
}
