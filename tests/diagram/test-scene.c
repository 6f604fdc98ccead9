/* test-scene.c: building a scene and asking it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "diagram/tl-scene.h"

#define N_SEEDS 40

static TlNode
make_node (double x,
           double y,
           double width,
           double height)
{
  return (TlNode) { .bounds = { x, y, width, height }, .parent = -1, .shape = TL_SHAPE_BOX, .heat = -1 };
}

static TlScene *
make_random (guint seed)
{
  GRand *random = g_rand_new_with_seed (seed);
  TlSceneBuilder *builder = tl_scene_builder_new ("Random");
  int n_nodes = g_rand_int_range (random, 0, 400);
  int n_edges = n_nodes == 0 ? 0 : g_rand_int_range (random, 0, 500);

  for (int i = 0; i < n_nodes; i++)
    {
      TlNode node = make_node (g_rand_double_range (random, -1000, 1000), g_rand_double_range (random, -1e6, 1e6),
                               g_rand_double_range (random, 0, 200), g_rand_double_range (random, 0, 1e5));
      g_autofree char *key = g_strdup_printf ("node:%d", i);

      /* Some on a grid, so that sides meet exactly. */
      if (i % 3 == 0)
        node.bounds = (TlRect) { i % 7 * 100, i / 7 * 100, 100, 100 };
      node.key = key;
      node.flags = i % 4 == 0 ? 0 : TL_NODE_ACTIVE;
      node.shape = g_rand_int_range (random, 0, TL_SHAPE_ROW + 1);
      node.parent = i % 5 == 0 || i == 0 ? -1 : g_rand_int_range (random, 0, i);
      g_assert_cmpint (tl_scene_builder_node (builder, &node), ==, i);
    }
  for (int i = 0; i < n_edges; i++)
    {
      TlPoint points[5];
      guint n_points = g_rand_int_range (random, 2, 6);
      TlEdge edge = { .from = g_rand_int_range (random, -1, n_nodes), .to = g_rand_int_range (random, -1, n_nodes),
                      .role = TL_ROLE_RELATION };

      points[0] = (TlPoint) { g_rand_double_range (random, -1000, 1000), g_rand_double_range (random, -1e6, 1e6) };
      for (guint j = 1; j < n_points; j++)
        {
          points[j] = points[j - 1];
          if (j % 2 != 0)
            points[j].x = g_rand_double_range (random, -1000, 1000);
          else
            points[j].y = g_rand_double_range (random, -1e6, 1e6);
        }
      g_assert_cmpint (tl_scene_builder_edge (builder, &edge, points, n_points), ==, i);
    }
  g_rand_free (random);
  return tl_scene_builder_end (builder);
}

static void
assert_same (GArray *found,
             GArray *expected)
{
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpuint (g_array_index (found, guint32, i), ==, g_array_index (expected, guint32, i));
}

static gboolean
edge_touches (const TlScene *scene,
              guint          index,
              const TlRect  *area)
{
  const TlEdge *edge = tl_scene_get_edge (scene, index);
  const TlPoint *points = tl_scene_get_points (scene, edge);

  for (guint i = 0; i + 1 < edge->n_points; i++)
    {
      TlRect piece = { MIN (points[i].x, points[i + 1].x), MIN (points[i].y, points[i + 1].y),
                       fabs (points[i].x - points[i + 1].x), fabs (points[i].y - points[i + 1].y) };

      if (tl_rect_intersects (&piece, area))
        return TRUE;
    }
  return FALSE;
}

static void
compare_with_brute_force (const TlScene *scene,
                          const TlRect  *area)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint32));

  tl_scene_query_nodes (scene, area, found);
  for (guint32 i = 0; i < tl_scene_get_n_nodes (scene); i++)
    if (tl_rect_intersects (&tl_scene_get_node (scene, i)->bounds, area))
      g_array_append_val (expected, i);
  assert_same (found, expected);

  g_array_set_size (found, 0);
  g_array_set_size (expected, 0);
  tl_scene_query_edges (scene, area, found);
  for (guint32 i = 0; i < tl_scene_get_n_edges (scene); i++)
    if (edge_touches (scene, i, area))
      g_array_append_val (expected, i);
  assert_same (found, expected);
}

static void
test_query (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TlScene) scene = make_random (seed);
      TlRect bounds = tl_scene_get_bounds (scene);
      GRand *random = g_rand_new_with_seed (seed);

      compare_with_brute_force (scene, &bounds);
      compare_with_brute_force (scene, &(TlRect) { 100, 100, 100, 100 });
      compare_with_brute_force (scene, &(TlRect) { 100, 100, 0, 0 });
      compare_with_brute_force (scene, &(TlRect) { 0, 0, -1, -1 });
      compare_with_brute_force (scene, &(TlRect) { -1e9, -1e9, 2e9, 2e9 });
      for (int i = 0; i < 60; i++)
        {
          TlRect area = { g_rand_double_range (random, -1200, 1200), g_rand_double_range (random, -1.2e6, 1.2e6),
                          g_rand_double_range (random, 0, i % 2 ? 20 : 2000), g_rand_double_range (random, 0, i % 2 ? 1e4 : 1e6) };

          compare_with_brute_force (scene, &area);
        }
      g_rand_free (random);
    }
}

/* Appends: what was there stays, and what is found is in order by itself. */
static void
test_query_appends (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (TlScene) scene = NULL;
  TlNode node = make_node (0, 0, 10, 10);
  guint32 before = 77;

  tl_scene_builder_node (builder, &node);
  scene = tl_scene_builder_end (builder);
  g_array_append_val (found, before);
  tl_scene_query_nodes (scene, &node.bounds, found);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (g_array_index (found, guint32, 0), ==, 77);
  g_assert_cmpuint (g_array_index (found, guint32, 1), ==, 0);
}

static void
test_find (void)
{
  g_autoptr (TlScene) scene = make_random (3);

  g_assert_cmpuint (tl_scene_get_n_nodes (scene), >, 10);
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    g_assert_cmpint (tl_scene_find (scene, tl_scene_get_node (scene, i)->key), ==, i);
  g_assert_cmpint (tl_scene_find (scene, "node:none"), ==, -1);
  g_assert_cmpint (tl_scene_find (scene, NULL), ==, -1);
}

static void
test_adjacency (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TlScene) scene = make_random (seed);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint node = 0; node < tl_scene_get_n_nodes (scene); node++)
        {
          g_array_set_size (found, 0);
          g_array_set_size (expected, 0);
          tl_scene_list_edges (scene, node, found);
          for (guint32 i = 0; i < tl_scene_get_n_edges (scene); i++)
            if (tl_scene_get_edge (scene, i)->from == (int) node || tl_scene_get_edge (scene, i)->to == (int) node)
              g_array_append_val (expected, i);
          assert_same (found, expected);
        }
    }
}

static void
test_pick (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  g_autoptr (TlScene) scene = NULL;
  TlNode panel = make_node (0, 0, 400, 200);
  TlNode box = make_node (50, 50, 100, 60);
  TlNode circle = make_node (60, 60, 40, 40);
  TlNode chevron = make_node (500, 0, 200, 200);
  TlNode decoration = make_node (200, 50, 100, 60);

  panel.shape = TL_SHAPE_PANEL;
  panel.flags = box.flags = circle.flags = chevron.flags = TL_NODE_ACTIVE;
  circle.shape = TL_SHAPE_CIRCLE;
  circle.parent = 0;
  circle.min_scale = 2;
  box.parent = 0;
  decoration.parent = 0;
  chevron.shape = TL_SHAPE_CHEVRON;
  tl_scene_builder_node (builder, &panel);
  tl_scene_builder_node (builder, &circle); /* before the box, but painted over it */
  tl_scene_builder_node (builder, &box);
  tl_scene_builder_node (builder, &chevron);
  tl_scene_builder_node (builder, &decoration);
  scene = tl_scene_builder_end (builder);

  g_assert_cmpint (tl_scene_pick (scene, 10, 10), ==, 0);
  g_assert_cmpint (tl_scene_pick (scene, 130, 55), ==, 2);
  g_assert_cmpint (tl_scene_pick (scene, 80, 80), ==, 1);
  g_assert_cmpint (tl_scene_pick_painted (scene, 80, 80, 1), ==, 2);
  g_assert_cmpint (tl_scene_pick (scene, 250, 80), ==, 0);
  g_assert_cmpint (tl_scene_pick (scene, 450, 80), ==, -1);
  /* The notch of a chevron is not in it, its point is. */
  g_assert_cmpint (tl_scene_pick (scene, 505, 100), ==, -1);
  g_assert_cmpint (tl_scene_pick (scene, 505, 5), ==, 3);
  g_assert_cmpint (tl_scene_pick (scene, 698, 100), ==, 3);
  g_assert_cmpint (tl_scene_pick (scene, 698, 5), ==, -1);
}

static void
test_strings (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Title");
  g_autoptr (TlScene) scene = NULL;
  char title[] = "Incident";
  char broken[] = "caf\xe9";
  TlNode node = make_node (0, 0, 1, 1);

  node.title = title;
  node.caption = "";
  node.value = broken;
  tl_scene_builder_node (builder, &node);
  title[0] = 'X';
  scene = tl_scene_builder_end (builder);

  g_assert_cmpstr (tl_scene_get_title (scene), ==, "Title");
  g_assert_cmpstr (tl_scene_get_node (scene, 0)->title, ==, "Incident");
  g_assert_null (tl_scene_get_node (scene, 0)->caption);
  g_assert_true (g_utf8_validate (tl_scene_get_node (scene, 0)->value, -1, NULL));
}

/* Edges with a key, near enough; the nearest, and of two that cross the upper one. */
static void
test_pick_edge (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  TlPoint bent[] = { { 0, 0 }, { 100, 0 }, { 100, 80 } };
  TlPoint slanted[] = { { 0, 100 }, { 100, 200 } };
  TlPoint level[] = { { 0, 40 }, { 200, 40 } };
  TlPoint point[] = { { 300, 300 }, { 300, 300 } };
  g_autoptr (TlScene) scene = NULL;

  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .key = "bent" }, bent, 3);
  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .key = "slanted" }, slanted, 2);
  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .key = "level" }, level, 2);
  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1 }, level, 2);
  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .key = "quiet", .flags = TL_EDGE_QUIET }, level, 2);
  tl_scene_builder_edge (builder, &(TlEdge) { .from = -1, .to = -1, .key = "point" }, point, 2);
  scene = tl_scene_builder_end (builder);

  g_assert_cmpint (tl_scene_pick_edge (scene, 50, 3, 5), ==, 0);
  g_assert_cmpint (tl_scene_pick_edge (scene, 50, 6, 5), ==, -1);
  g_assert_cmpint (tl_scene_pick_edge (scene, 103, 70, 5), ==, 0);
  g_assert_cmpint (tl_scene_pick_edge (scene, 50, 153, 5), ==, 1);
  g_assert_cmpint (tl_scene_pick_edge (scene, 80, 120, 5), ==, -1);
  g_assert_cmpint (tl_scene_pick_edge (scene, 100, 40, 5), ==, 2);
  g_assert_cmpint (tl_scene_pick_edge (scene, 100, 43, 5), ==, 0);
  g_assert_cmpint (tl_scene_pick_edge (scene, 150, 41, 5), ==, 2);
  g_assert_cmpint (tl_scene_pick_edge (scene, 303, 304, 5), ==, 5);
  g_assert_cmpint (tl_scene_pick_edge (scene, 304, 304, 5), ==, -1);

  g_assert_cmpint (tl_scene_find_edge (scene, "level"), ==, 2);
  g_assert_cmpint (tl_scene_find_edge (scene, "none"), ==, -1);
  g_assert_cmpint (tl_scene_find_edge (scene, NULL), ==, -1);
  g_assert_cmpstr (tl_scene_get_edge (scene, 1)->key, ==, "slanted");
}

#define assert_refused(call, message)                                     \
  G_STMT_START {                                                          \
    g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, message);          \
    g_assert_cmpint ((call), ==, -1);                                     \
    g_test_assert_expected_messages ();                                   \
  } G_STMT_END

static void
test_invariants (void)
{
  g_autoptr (TlSceneBuilder) builder = tl_scene_builder_new (NULL);
  TlNode node = make_node (0, 0, 10, 10);
  TlPoint points[] = { { 0, 0 }, { NAN, 0 } };
  TlEdge edge = { .from = 0, .to = 0 };

  node.key = "a";
  g_assert_cmpint (tl_scene_builder_node (builder, &node), ==, 0);
  assert_refused (tl_scene_builder_node (builder, &node), "*node->key*");
  edge.key = "a";
  assert_refused (tl_scene_builder_edge (builder, &edge, (TlPoint[]) { { 0, 0 }, { 1, 0 } }, 2), "*edge->key*");
  edge.key = NULL;
  node.key = NULL;
  node.parent = 1;
  assert_refused (tl_scene_builder_node (builder, &node), "*node->parent*");
  node.parent = -1;
  node.bounds.x = NAN;
  assert_refused (tl_scene_builder_node (builder, &node), "*rect_is_sound*");
  node.bounds = (TlRect) { 0, 0, -5, 10 };
  assert_refused (tl_scene_builder_node (builder, &node), "*rect_is_sound*");
  assert_refused (tl_scene_builder_edge (builder, &edge, points, 2), "*isfinite*");
  assert_refused (tl_scene_builder_edge (builder, &edge, points, 1), "*n_points*");
  edge.to = 1;
  assert_refused (tl_scene_builder_edge (builder, &edge, points, 2), "*edge->to*");
}

static void
test_edited (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);
  g_autoptr (TlScene) scene = NULL;
  TlNode node = make_node (0, 0, 10, 10);

  tl_scene_builder_node (builder, &node);
  tl_scene_builder_node (builder, &node);
  tl_scene_builder_edit (builder, 0)->bounds.width = 500;
  tl_scene_builder_edit (builder, 1)->bounds.width = INFINITY;
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*no finite rectangle*");
  scene = tl_scene_builder_end (builder);
  g_test_assert_expected_messages ();
  g_assert_cmpfloat (tl_scene_get_bounds (scene).width, ==, 500);
}

/* A part holds what was asked for, what is in it, and what is between, in its place. */
static void
test_extract (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TlScene) scene = make_random (seed);
      const char *const keys[] = { "node:3", "node:10", "node:11", "node:12", "no-such-key", "node:3", NULL };
      g_autoptr (TlScene) part = tl_scene_extract (scene, keys);
      guint n_edges = 0;

      for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
        {
          const TlNode *node = tl_scene_get_node (scene, i);
          const TlNode *parent = node->parent >= 0 ? tl_scene_get_node (scene, node->parent) : NULL;
          gboolean is_in = g_strv_contains (keys, node->key) || (parent != NULL && tl_scene_find (part, parent->key) >= 0);
          int found = tl_scene_find (part, node->key);

          g_assert_cmpint (found >= 0, ==, is_in);
          if (!is_in)
            continue;
          g_assert_cmpmem (&tl_scene_get_node (part, found)->bounds, sizeof (TlRect), &node->bounds, sizeof (TlRect));
          if (parent != NULL)
            g_assert_cmpint (tl_scene_get_node (part, found)->parent, ==, tl_scene_find (part, parent->key));
        }
      for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
        {
          const TlEdge *edge = tl_scene_get_edge (scene, i);

          n_edges += edge->from >= 0 && edge->to >= 0
                     && tl_scene_find (part, tl_scene_get_node (scene, edge->from)->key) >= 0
                     && tl_scene_find (part, tl_scene_get_node (scene, edge->to)->key) >= 0;
        }
      g_assert_cmpuint (tl_scene_get_n_edges (part), ==, n_edges);
    }
}

static void
test_empty (void)
{
  g_autoptr (TlScene) scene = tl_scene_builder_end (tl_scene_builder_new (NULL));
  TlRect bounds = tl_scene_get_bounds (scene);

  g_assert_cmpfloat (bounds.width, <, 0);
  g_assert_cmpint (tl_scene_pick (scene, 0, 0), ==, -1);
  compare_with_brute_force (scene, &(TlRect) { -10, -10, 20, 20 });
}

static gpointer
query_in_thread (gpointer data)
{
  const TlScene *scene = data;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (int i = 0; i < 200; i++)
    {
      TlRect area = { i * 3, 0, 200, 1e6 };

      g_array_set_size (found, 0);
      tl_scene_query_nodes (scene, &area, found);
      tl_scene_pick (scene, i, i);
    }
  return GUINT_TO_POINTER (found->len);
}

static void
test_threads (void)
{
  g_autoptr (TlScene) scene = make_random (5);
  GThread *threads[4];
  gpointer expected = query_in_thread (scene);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("query", query_in_thread, scene);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/scene/query", test_query);
  g_test_add_func ("/diagram/scene/query-appends", test_query_appends);
  g_test_add_func ("/diagram/scene/find", test_find);
  g_test_add_func ("/diagram/scene/adjacency", test_adjacency);
  g_test_add_func ("/diagram/scene/pick", test_pick);
  g_test_add_func ("/diagram/scene/pick-edge", test_pick_edge);
  g_test_add_func ("/diagram/scene/strings", test_strings);
  g_test_add_func ("/diagram/scene/invariants", test_invariants);
  g_test_add_func ("/diagram/scene/edited", test_edited);
  g_test_add_func ("/diagram/scene/extract", test_extract);
  g_test_add_func ("/diagram/scene/empty", test_empty);
  g_test_add_func ("/diagram/scene/threads", test_threads);
  return g_test_run ();
}
