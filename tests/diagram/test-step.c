/* test-step.c: every node is reached by arrow keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-scene.h"

static int
add (TlSceneBuilder *builder,
     int             parent,
     TlShape         shape,
     double          x,
     double          y,
     double          width,
     double          height,
     guint16         flags)
{
  return tl_scene_builder_node (builder, &(TlNode) { .bounds = { x, y, width, height }, .parent = parent,
                                                     .flags = flags, .shape = shape, .heat = -1 });
}

/* How many active nodes arrows alone lead to from @start. */
static guint
count_reached (const TlScene *scene,
               int            start,
               guint8        *seen)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = 0;

  g_array_append_val (stack, start);
  seen[start] = TRUE;
  while (stack->len > 0)
    {
      int here = g_array_index (stack, int, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      n++;
      for (TlDirection direction = TL_DIRECTION_LEFT; direction <= TL_DIRECTION_DOWN; direction++)
        {
          int there = tl_scene_step (scene, here, direction, 1);

          if (there < 0)
            continue;
          g_assert_cmpint (there, !=, here);
          g_assert_true (tl_scene_get_node (scene, there)->flags & TL_NODE_ACTIVE);
          if (!seen[there])
            {
              seen[there] = TRUE;
              g_array_append_val (stack, there);
            }
        }
    }
  return n;
}

static void
assert_connected (const TlScene *scene,
                  guint          seed)
{
  guint n_nodes = tl_scene_get_n_nodes (scene);
  guint n_active = 0;

  for (guint i = 0; i < n_nodes; i++)
    if (tl_scene_get_node (scene, i)->flags & TL_NODE_ACTIVE)
      n_active++;
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree guint8 *seen = g_new0 (guint8, n_nodes);
      guint n;

      if (!(tl_scene_get_node (scene, i)->flags & TL_NODE_ACTIVE))
        continue;
      n = count_reached (scene, i, seen);
      if (n != n_active)
        g_test_message ("seed %u: from node %u arrows lead to %u of %u", seed, i, n, n_active);
      g_assert_cmpuint (n, ==, n_active);
    }
}

static TlScene *
make_grid (int columns,
           int rows)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Grid");

  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      add (builder, -1, TL_SHAPE_BOX, column * 100, row * 60, 80, 40, TL_NODE_ACTIVE);
  return tl_scene_builder_end (builder);
}

static void
test_grid (void)
{
  g_autoptr (TlScene) scene = make_grid (4, 3);

  g_assert_cmpint (tl_scene_step (scene, 5, TL_DIRECTION_LEFT, 1), ==, 4);
  g_assert_cmpint (tl_scene_step (scene, 5, TL_DIRECTION_RIGHT, 1), ==, 6);
  g_assert_cmpint (tl_scene_step (scene, 5, TL_DIRECTION_UP, 1), ==, 1);
  g_assert_cmpint (tl_scene_step (scene, 5, TL_DIRECTION_DOWN, 1), ==, 9);
  g_assert_cmpint (tl_scene_step (scene, 3, TL_DIRECTION_RIGHT, 1), ==, -1);
  g_assert_cmpint (tl_scene_step (scene, 0, TL_DIRECTION_UP, 1), ==, -1);
  g_assert_cmpint (tl_scene_step (scene, 3, TL_DIRECTION_NEXT, 1), ==, 4);
  g_assert_cmpint (tl_scene_step (scene, 4, TL_DIRECTION_PREVIOUS, 1), ==, 3);
  g_assert_cmpint (tl_scene_step (scene, 11, TL_DIRECTION_NEXT, 1), ==, -1);
  g_assert_cmpint (tl_scene_step (scene, 7, TL_DIRECTION_FIRST, 1), ==, 0);
  g_assert_cmpint (tl_scene_step (scene, 7, TL_DIRECTION_LAST, 1), ==, 11);
  g_assert_cmpint (tl_scene_step (scene, -1, TL_DIRECTION_DOWN, 1), ==, 0);
  assert_connected (scene, 0);
}

/* A value chain: chevrons of cells, a line of circles, bars beneath. */
static TlScene *
make_value_chain (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Value chain");

  for (int column = 0; column < 4; column++)
    {
      int chevron = add (builder, -1, TL_SHAPE_CHEVRON, column * 240, 0, 250, 500, TL_NODE_ACTIVE | TL_NODE_DEEPER);

      for (int i = 0; i < 4 + column; i++)
        add (builder, chevron, TL_SHAPE_BOX, column * 240 + 30 + i % 2 * 100, 60 + i / 2 * 54, 92, 48, TL_NODE_ACTIVE);
      for (int i = 0; i <= column % 3; i++)
        add (builder, chevron, TL_SHAPE_CIRCLE, column * 240 + 60 + i * 60, 300, 60, 60, TL_NODE_ACTIVE);
      add (builder, chevron, TL_SHAPE_BOX, column * 240 + 30, 400, 92, 48, TL_NODE_ACTIVE);
    }
  for (int i = 0; i < 5; i++)
    add (builder, -1, TL_SHAPE_BAR, 0, 520 + i * 38, 980, 32, TL_NODE_ACTIVE);
  return tl_scene_builder_end (builder);
}

static void
test_value_chain (void)
{
  g_autoptr (TlScene) scene = make_value_chain ();
  int chevron = 0;
  int bar = tl_scene_get_n_nodes (scene) - 5;

  /* Into the chevron, through it, and out at the bottom. */
  g_assert_cmpint (tl_scene_step (scene, chevron, TL_DIRECTION_DOWN, 1), ==, 1);
  g_assert_cmpint (tl_scene_step (scene, 1, TL_DIRECTION_UP, 1), ==, chevron);
  g_assert_cmpint (tl_scene_step (scene, 6, TL_DIRECTION_DOWN, 1), ==, bar);
  g_assert_cmpint (tl_scene_step (scene, bar, TL_DIRECTION_DOWN, 1), ==, bar + 1);
  g_assert_cmpint (tl_scene_step (scene, chevron, TL_DIRECTION_RIGHT, 1), ==, 7);
  g_assert_cmpint (tl_scene_step (scene, 2, TL_DIRECTION_RIGHT, 1), ==, 8);
  /* Reading goes through one chevron before the next. */
  g_assert_cmpint (tl_scene_step (scene, chevron, TL_DIRECTION_NEXT, 1), ==, 1);
  g_assert_cmpint (tl_scene_step (scene, 6, TL_DIRECTION_NEXT, 1), ==, 7);
  assert_connected (scene, 0);
}

/* Boxes of all sizes, none over another, some holding others. */
static TlScene *
make_scattered (guint seed)
{
  GRand *random = g_rand_new_with_seed (seed);
  TlSceneBuilder *builder = tl_scene_builder_new ("Scattered");
  int columns = g_rand_int_range (random, 1, 9);
  int rows = g_rand_int_range (random, 1, 9);

  add (builder, -1, TL_SHAPE_BOX, -300, -300, 60, 40, TL_NODE_ACTIVE);
  for (int i = 0; i < columns * rows; i++)
    {
      double x = i % columns * 300 + g_rand_double_range (random, 0, 60);
      double y = i / columns * 200 + g_rand_double_range (random, 0, 60);
      double width = g_rand_double_range (random, 30, 220);
      double height = g_rand_double_range (random, 20, 130);
      int kind = g_rand_int_range (random, 0, 6);
      int node;

      if (kind == 0)
        continue;
      node = add (builder, -1, TL_SHAPE_PANEL, x, y, width, height, kind == 1 ? 0 : TL_NODE_ACTIVE);
      if (width < 120 || height < 100)
        continue;
      for (int j = 0; j < kind - 2; j++)
        add (builder, node, TL_SHAPE_BOX, x + 8 + j % 2 * 50, y + 44 + j / 2 * 26, 40, 20, TL_NODE_ACTIVE);
    }
  g_rand_free (random);
  return tl_scene_builder_end (builder);
}

static void
test_scattered (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (TlScene) scene = make_scattered (seed);

      assert_connected (scene, seed);
    }
}

/* Next and previous visit every active node, each once, there and back. */
static void
test_reading (void)
{
  g_autoptr (TlScene) scene = make_scattered (7);
  g_autofree guint8 *seen = g_new0 (guint8, tl_scene_get_n_nodes (scene));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_active = 0;

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    n_active += (tl_scene_get_node (scene, i)->flags & TL_NODE_ACTIVE) != 0;
  for (int node = tl_scene_step (scene, -1, TL_DIRECTION_FIRST, 1); node >= 0;
       node = tl_scene_step (scene, node, TL_DIRECTION_NEXT, 1))
    {
      g_assert_false (seen[node]);
      seen[node] = TRUE;
      g_array_append_val (order, node);
    }
  g_assert_cmpuint (order->len, ==, n_active);
  for (guint i = order->len; i-- > 1;)
    g_assert_cmpint (tl_scene_step (scene, g_array_index (order, int, i), TL_DIRECTION_PREVIOUS, 1),
                     ==, g_array_index (order, int, i - 1));
  g_assert_cmpint (tl_scene_step (scene, g_array_index (order, int, 0), TL_DIRECTION_PREVIOUS, 1), ==, -1);
}

static void
test_hidden (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Hidden");
  g_autoptr (TlScene) scene = NULL;

  for (int i = 0; i < 3; i++)
    add (builder, -1, TL_SHAPE_BOX, i * 100, 0, 80, 40, TL_NODE_ACTIVE);
  tl_scene_builder_edit (builder, 1)->min_scale = 2;
  add (builder, -1, TL_SHAPE_BOX, 0, 100, 80, 40, 0);
  scene = tl_scene_builder_end (builder);

  g_assert_cmpint (tl_scene_step (scene, 0, TL_DIRECTION_RIGHT, 1), ==, 2);
  g_assert_cmpint (tl_scene_step (scene, 0, TL_DIRECTION_NEXT, 1), ==, 2);
  g_assert_cmpint (tl_scene_step (scene, 0, TL_DIRECTION_RIGHT, 2), ==, 1);
  g_assert_cmpint (tl_scene_step (scene, 0, TL_DIRECTION_DOWN, 1), ==, -1);
  g_assert_cmpint (tl_scene_step (scene, 3, TL_DIRECTION_UP, 1), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (TlScene) scene = tl_scene_builder_end (tl_scene_builder_new (NULL));

  for (TlDirection direction = TL_DIRECTION_LEFT; direction <= TL_DIRECTION_PREVIOUS; direction++)
    g_assert_cmpint (tl_scene_step (scene, -1, direction, 1), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/step/grid", test_grid);
  g_test_add_func ("/diagram/step/value-chain", test_value_chain);
  g_test_add_func ("/diagram/step/reading", test_reading);
  g_test_add_func ("/diagram/step/hidden", test_hidden);
  g_test_add_func ("/diagram/step/empty", test_empty);
  g_test_add_func ("/diagram/step/scattered", test_scattered);
  return g_test_run ();
}
