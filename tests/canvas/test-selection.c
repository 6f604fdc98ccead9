/* test-selection.c: sets of nodes and edges
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-selection.h"

#define NODE(i) ((TlItem) { TL_ITEM_NODE, i })
#define EDGE(i) ((TlItem) { TL_ITEM_EDGE, i })

/* A node for each letter, and an edge with the key "-" and the letter for each. */
static TlScene *
create_scene (const char *letters)
{
  TlSceneBuilder *builder = tl_scene_builder_new (NULL);

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      char node_key[] = { *letter, '\0' }, edge_key[] = { '-', *letter, '\0' };
      TlNode node = { .key = node_key, .parent = -1, .heat = -1, .bounds = { 0, 0, 10, 10 } };
      TlEdge edge = { .key = edge_key, .from = -1, .to = -1 };
      TlPoint points[] = { { 0, 0 }, { 10, 0 } };

      tl_scene_builder_node (builder, &node);
      tl_scene_builder_edge (builder, &edge, points, 2);
    }
  return tl_scene_builder_end (builder);
}

static void
assert_is (const TlSelection *selection,
           const TlScene     *scene,
           const char        *keys,
           const char        *primary)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < selection->nodes->len; i++)
    g_string_append (found, tl_item_get_key (scene, NODE (g_array_index (selection->nodes, guint32, i))));
  for (guint i = 0; i < selection->edges->len; i++)
    g_string_append (found, tl_item_get_key (scene, EDGE (g_array_index (selection->edges, guint32, i))));
  g_assert_cmpstr (found->str, ==, keys);
  g_assert_cmpstr (tl_item_get_key (scene, selection->primary), ==, primary);
  g_assert_cmpuint (tl_selection_get_size (selection), ==, selection->nodes->len + selection->edges->len);
}

static void
test_items (void)
{
  g_autoptr (TlScene) scene = create_scene ("abc");

  g_assert_true (tl_item_equal (tl_item_find (scene, "b"), NODE (1)));
  g_assert_true (tl_item_equal (tl_item_find (scene, "-c"), EDGE (2)));
  g_assert_true (tl_item_equal (tl_item_find (scene, "d"), TL_NO_ITEM));
  g_assert_true (tl_item_equal (tl_item_find (scene, NULL), TL_NO_ITEM));
  g_assert_false (tl_item_equal (NODE (1), EDGE (1)));
  g_assert_true (tl_item_equal (tl_item_of_node (-1), TL_NO_ITEM));
  g_assert_null (tl_item_get_key (scene, TL_NO_ITEM));
}

static void
test_add_and_remove (void)
{
  g_autoptr (TlScene) scene = create_scene ("abcde");
  g_auto (TlSelection) selection = { 0 };

  tl_selection_init (&selection);
  assert_is (&selection, scene, "", NULL);
  tl_selection_add (&selection, NODE (3));
  tl_selection_add (&selection, EDGE (1));
  tl_selection_add (&selection, NODE (0));
  tl_selection_add (&selection, TL_NO_ITEM);
  assert_is (&selection, scene, "ad-b", "a");
  /* Again: it becomes the primary one, and is there once. */
  tl_selection_add (&selection, NODE (3));
  assert_is (&selection, scene, "ad-b", "d");
  g_assert_true (tl_selection_contains (&selection, EDGE (1)));
  g_assert_false (tl_selection_contains (&selection, NODE (1)));
  g_assert_false (tl_selection_contains (&selection, TL_NO_ITEM));

  tl_selection_remove (&selection, NODE (4));
  tl_selection_remove (&selection, NODE (3));
  assert_is (&selection, scene, "a-b", "a");
  tl_selection_remove (&selection, NODE (0));
  assert_is (&selection, scene, "-b", "-b");
  tl_selection_remove (&selection, EDGE (1));
  assert_is (&selection, scene, "", NULL);
}

static void
test_add_nodes (void)
{
  g_autoptr (TlScene) scene = create_scene ("abcdef");
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (TlSelection) selection = { 0 };
  const guint32 indices[] = { 1, 2, 5 };

  tl_selection_init (&selection);
  g_array_append_vals (nodes, indices, G_N_ELEMENTS (indices));
  tl_selection_add_nodes (&selection, nodes);
  assert_is (&selection, scene, "bcf", "f");
  tl_selection_empty (&selection);
  tl_selection_add (&selection, NODE (4));
  tl_selection_add (&selection, NODE (2));
  tl_selection_add_nodes (&selection, nodes);
  assert_is (&selection, scene, "bcef", "c");
  g_array_set_size (nodes, 0);
  tl_selection_add_nodes (&selection, nodes);
  assert_is (&selection, scene, "bcef", "c");
}

static void
test_copies (void)
{
  g_auto (TlSelection) one = { 0 }, other = { 0 };

  tl_selection_init (&one);
  tl_selection_init (&other);
  g_assert_true (tl_selection_equal (&one, &other));
  tl_selection_add (&one, NODE (1));
  tl_selection_add (&one, EDGE (1));
  g_assert_false (tl_selection_equal (&one, &other));
  tl_selection_copy (&other, &one);
  g_assert_true (tl_selection_equal (&one, &other));
  tl_selection_add (&other, NODE (1));
  g_assert_false (tl_selection_equal (&one, &other));
}

static void
test_rebind (void)
{
  g_autoptr (TlScene) before = create_scene ("abcdef");
  g_autoptr (TlScene) turned = create_scene ("fedcba");
  g_autoptr (TlScene) less = create_scene ("xbd");
  g_auto (TlSelection) selection = { 0 };

  tl_selection_init (&selection);
  g_assert_true (tl_selection_rebind (&selection, before, less));
  tl_selection_add (&selection, NODE (1));
  tl_selection_add (&selection, EDGE (0));
  tl_selection_add (&selection, NODE (4));
  g_assert_true (tl_selection_rebind (&selection, before, turned));
  assert_is (&selection, turned, "eb-a", "e");
  g_assert_false (tl_selection_rebind (&selection, turned, less));
  assert_is (&selection, less, "b", "b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/canvas/selection/items", test_items);
  g_test_add_func ("/canvas/selection/add-and-remove", test_add_and_remove);
  g_test_add_func ("/canvas/selection/add-nodes", test_add_nodes);
  g_test_add_func ("/canvas/selection/copies", test_copies);
  g_test_add_func ("/canvas/selection/rebind", test_rebind);
  return g_test_run ();
}
