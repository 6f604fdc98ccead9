/* tl-scene.c: what a diagram shows, ready to be painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-scene-private.h"

#include <math.h>

#include "diagram/tl-shape.h"

TlScene *
tl_scene_ref (TlScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tl_scene_unref (TlScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->edge_keys, g_hash_table_unref);
  g_clear_pointer (&self->node_index, tl_scene_index_free);
  g_clear_pointer (&self->edge_index, tl_scene_index_free);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_free (self->title);
  g_free (self->nodes);
  g_free (self->layers);
  g_free (self->edges);
  g_free (self->edge_bounds);
  g_free (self->points);
  g_free (self->first_of_node);
  g_free (self->node_edges);
  g_free (self->reading);
  g_free (self->rank);
  g_free (self->holds_active);
  g_free (self->detours);
  g_free (self->links);
  g_free (self);
}

TlRect
tl_scene_get_bounds (const TlScene *self)
{
  return self->bounds;
}

const char *
tl_scene_get_title (const TlScene *self)
{
  return self->title;
}

double
tl_scene_get_unit (const TlScene *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->unit;
}

guint
tl_scene_get_n_nodes (const TlScene *self)
{
  return self->n_nodes;
}

guint
tl_scene_get_n_edges (const TlScene *self)
{
  return self->n_edges;
}

const TlNode *
tl_scene_get_node (const TlScene *self,
                   guint          index)
{
  g_return_val_if_fail (index < self->n_nodes, NULL);

  return &self->nodes[index];
}

const TlEdge *
tl_scene_get_edge (const TlScene *self,
                   guint          index)
{
  g_return_val_if_fail (index < self->n_edges, NULL);

  return &self->edges[index];
}

const TlPoint *
tl_scene_get_points (const TlScene *self,
                     const TlEdge  *edge)
{
  return self->points + edge->first_point;
}

TlRect
tl_scene_get_edge_bounds (const TlScene *self,
                          guint          index)
{
  g_return_val_if_fail (index < self->n_edges, ((TlRect) { 0, 0, -1, -1 }));

  return self->edge_bounds[index];
}

int
tl_scene_find (const TlScene *self,
               const char    *key)
{
  gpointer value;

  if (key == NULL || !g_hash_table_lookup_extended (self->keys, key, NULL, &value))
    return -1;

  return GPOINTER_TO_INT (value);
}

int
tl_scene_find_edge (const TlScene *self,
                    const char    *key)
{
  gpointer value;

  if (key == NULL || !g_hash_table_lookup_extended (self->edge_keys, key, NULL, &value))
    return -1;

  return GPOINTER_TO_INT (value);
}

int
tl_scene_pick_painted (const TlScene *self,
                       double         x,
                       double         y,
                       double         scale)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  TlRect area = { x, y, 0, 0 };
  int top = -1;

  tl_scene_index_query (self->node_index, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 index = g_array_index (found, guint32, i);
      const TlNode *node = &self->nodes[index];

      /* Ascending: a later one of the same layer is painted over the earlier. */
      if ((node->flags & TL_NODE_ACTIVE) != 0 && node->min_scale <= (float) scale
          && tl_shape_contains (node, x, y)
          && (top < 0 || self->layers[index] >= self->layers[top]))
        top = index;
    }
  return top;
}

int
tl_scene_pick (const TlScene *self,
               double         x,
               double         y)
{
  return tl_scene_pick_painted (self, x, y, INFINITY);
}

int
tl_scene_pick_edge (const TlScene *self,
                    double         x,
                    double         y,
                    double         tolerance)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  TlRect area = tl_rect_grow (&(TlRect) { x, y, 0, 0 }, tolerance);
  double least = tolerance;
  int nearest = -1;

  tl_scene_index_query (self->edge_index, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 index = g_array_index (found, guint32, i);
      const TlEdge *edge = &self->edges[index];
      const TlPoint *points = self->points + edge->first_point;

      if (edge->key == NULL || (edge->flags & TL_EDGE_QUIET) != 0)
        continue;
      for (guint j = 0; j + 1 < edge->n_points; j++)
        {
          double distance = tl_point_distance_to_line (&(TlPoint) { x, y }, &points[j], &points[j + 1]);

          /* A later one is painted over the earlier. */
          if (distance <= least)
            {
              least = distance;
              nearest = (int) index;
            }
        }
    }
  return nearest;
}

void
tl_scene_query_nodes (const TlScene *self,
                      const TlRect  *area,
                      GArray        *into)
{
  tl_scene_index_query (self->node_index, area, into);
}

void
tl_scene_query_edges (const TlScene *self,
                      const TlRect  *area,
                      GArray        *into)
{
  tl_scene_index_query (self->edge_index, area, into);
}

void
tl_scene_list_edges (const TlScene *self,
                     guint          node,
                     GArray        *into)
{
  guint32 first;

  g_return_if_fail (node < self->n_nodes);

  first = self->first_of_node[node];
  if (self->first_of_node[node + 1] > first)
    g_array_append_vals (into, self->node_edges + first, self->first_of_node[node + 1] - first);
}

void
tl_scene_list_links (const TlScene *self,
                     guint          node,
                     GArray        *into)
{
  g_return_if_fail (node < self->n_nodes);

  for (guint i = 0; i < self->n_links; i++)
    for (guint end = 0; end < 2; end++)
      if (self->links[i][end] == node)
        g_array_append_val (into, self->links[i][1 - end]);
}
