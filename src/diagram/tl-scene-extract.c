/* tl-scene-extract.c: a part of a scene as one of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-scene-private.h"

/* What of the scene goes along: its index in the new one, or -1. */
typedef struct
{
  const TlScene  *scene;
  TlSceneBuilder *builder;
  int            *places;
} Extract;

static void
choose_nodes (Extract           *extract,
              const char *const *keys)
{
  guint n_nodes = tl_scene_get_n_nodes (extract->scene);

  for (guint i = 0; i < n_nodes; i++)
    extract->places[i] = -1;
  for (; *keys != NULL; keys++)
    {
      int node = tl_scene_find (extract->scene, *keys);

      if (node >= 0)
        extract->places[node] = 0;
    }

  /* Parents come before what they hold. */
  for (guint i = 0; i < n_nodes; i++)
    {
      int parent = tl_scene_get_node (extract->scene, i)->parent;

      if (parent >= 0 && extract->places[parent] >= 0)
        extract->places[i] = 0;
    }
}

static void
copy_nodes (Extract *extract)
{
  guint n_nodes = tl_scene_get_n_nodes (extract->scene);

  for (guint i = 0; i < n_nodes; i++)
    {
      TlNode node;

      if (extract->places[i] < 0)
        continue;
      node = *tl_scene_get_node (extract->scene, i);
      node.parent = node.parent >= 0 ? extract->places[node.parent] : -1;
      extract->places[i] = tl_scene_builder_node (extract->builder, &node);
    }
}

static void
copy_edges (Extract *extract)
{
  guint n_edges = tl_scene_get_n_edges (extract->scene);

  for (guint i = 0; i < n_edges; i++)
    {
      TlEdge edge = *tl_scene_get_edge (extract->scene, i);

      if (edge.from < 0 || edge.to < 0 || extract->places[edge.from] < 0 || extract->places[edge.to] < 0)
        continue;
      edge.from = extract->places[edge.from];
      edge.to = extract->places[edge.to];
      tl_scene_builder_edge (extract->builder, &edge, tl_scene_get_points (extract->scene, &edge), edge.n_points);
    }
}

TlScene *
tl_scene_extract (const TlScene     *self,
                  const char *const *keys)
{
  g_autofree int *places = NULL;
  Extract extract;

  g_return_val_if_fail (self != NULL && keys != NULL, NULL);

  places = g_new (int, MAX (tl_scene_get_n_nodes (self), 1));
  extract = (Extract){ self, tl_scene_builder_new (tl_scene_get_title (self)), places };
  tl_scene_builder_set_mirrored (extract.builder, FALSE);
  choose_nodes (&extract, keys);
  copy_nodes (&extract);
  copy_edges (&extract);
  return tl_scene_builder_end (extract.builder);
}
