/* tl-scene-builder.c: makes a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "diagram/tl-scene-private.h"
#include "diagram/tl-shape.h"

struct _TlSceneBuilder
{
  char         *title;
  double        unit;
  gboolean      mirrored;
  GStringChunk *strings;
  GHashTable   *keys;
  GHashTable   *edge_keys;
  GArray       *nodes;
  GArray       *links; /* of guint32[2] */
  GArray       *edges;
  GArray       *points;
};

TlSceneBuilder *
tl_scene_builder_new (const char *title)
{
  TlSceneBuilder *self = g_new0 (TlSceneBuilder, 1);

  self->title = g_utf8_make_valid (title != NULL ? title : "", -1);
  self->unit = 1;
  self->mirrored = tl_scene_get_default_mirrored ();
  self->strings = g_string_chunk_new (4096);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->edge_keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (TlNode));
  self->links = g_array_new (FALSE, FALSE, sizeof (guint32[2]));
  self->edges = g_array_new (FALSE, FALSE, sizeof (TlEdge));
  self->points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  return self;
}

void
tl_scene_builder_free (TlSceneBuilder *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->edge_keys, g_hash_table_unref);
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_free (self);
}

void
tl_scene_builder_set_unit (TlSceneBuilder *self,
                           double          unit)
{
  g_return_if_fail (self != NULL && isfinite (unit) && unit > 0);

  self->unit = unit;
}

void
tl_scene_builder_set_mirrored (TlSceneBuilder *self,
                               gboolean        mirrored)
{
  g_return_if_fail (self != NULL);

  self->mirrored = mirrored;
}

static const char *
keep (TlSceneBuilder *self,
      const char     *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text == NULL ? NULL : g_string_chunk_insert (self->strings, text);

  valid = g_utf8_make_valid (text, -1);
  return g_string_chunk_insert (self->strings, valid);
}

/* An empty text is none: it takes no line. */
static const char *
keep_text (TlSceneBuilder *self,
           const char     *text)
{
  return text == NULL || *text == '\0' ? NULL : keep (self, text);
}

static gboolean
is_taken (TlSceneBuilder *self,
          const char     *key)
{
  return key != NULL && (g_hash_table_contains (self->keys, key) || g_hash_table_contains (self->edge_keys, key));
}

static gboolean
rect_is_sound (const TlRect *rect)
{
  return isfinite (rect->x) && isfinite (rect->y)
         && isfinite (rect->width) && isfinite (rect->height)
         && rect->width >= 0 && rect->height >= 0;
}

int
tl_scene_builder_node (TlSceneBuilder *self,
                       const TlNode   *node)
{
  TlNode copy;
  int index;

  g_return_val_if_fail (self != NULL && node != NULL, -1);
  g_return_val_if_fail (self->nodes->len < G_MAXINT, -1);
  g_return_val_if_fail (node->parent >= -1 && node->parent < (int) self->nodes->len, -1);
  g_return_val_if_fail (rect_is_sound (&node->bounds), -1);
  g_return_val_if_fail (node->shape <= TL_SHAPE_ROW && node->role <= TL_ROLE_WARNING, -1);
  g_return_val_if_fail (node->heat >= -1 && node->heat <= 5, -1);
  g_return_val_if_fail (!is_taken (self, node->key), -1);

  index = self->nodes->len;
  copy = *node;
  copy.key = keep (self, node->key);
  copy.title = keep_text (self, node->title);
  copy.caption = keep_text (self, node->caption);
  copy.badge = keep_text (self, node->badge);
  copy.value = keep_text (self, node->value);
  copy.description = keep (self, node->description);
  copy.note = keep_text (self, node->note);
  copy.spoken = keep (self, node->spoken);
  g_array_append_val (self->nodes, copy);
  if (copy.key != NULL)
    g_hash_table_insert (self->keys, (gpointer) copy.key, GINT_TO_POINTER (index));

  return index;
}

TlNode *
tl_scene_builder_edit (TlSceneBuilder *self,
                       int             node)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node >= 0 && node < (int) self->nodes->len, NULL);

  return &g_array_index (self->nodes, TlNode, node);
}

int
tl_scene_builder_edge (TlSceneBuilder *self,
                       const TlEdge   *edge,
                       const TlPoint  *points,
                       guint           n_points)
{
  TlEdge copy;
  int index;

  g_return_val_if_fail (self != NULL && edge != NULL && points != NULL, -1);
  g_return_val_if_fail (n_points >= 2, -1);
  g_return_val_if_fail (edge->from >= -1 && edge->from < (int) self->nodes->len, -1);
  g_return_val_if_fail (edge->to >= -1 && edge->to < (int) self->nodes->len, -1);
  g_return_val_if_fail (edge->role <= TL_ROLE_WARNING, -1);
  g_return_val_if_fail (!is_taken (self, edge->key), -1);
  for (guint i = 0; i < n_points; i++)
    g_return_val_if_fail (isfinite (points[i].x) && isfinite (points[i].y), -1);

  index = (int) self->edges->len;
  copy = *edge;
  copy.first_point = self->points->len;
  copy.n_points = n_points;
  copy.label = keep_text (self, edge->label);
  copy.from_label = keep_text (self, edge->from_label);
  copy.to_label = keep_text (self, edge->to_label);
  copy.key = keep (self, edge->key);
  g_array_append_vals (self->points, points, n_points);
  g_array_append_val (self->edges, copy);
  if (copy.key != NULL)
    g_hash_table_insert (self->edge_keys, (gpointer) copy.key, GINT_TO_POINTER (index));

  return index;
}

/* What the layout edited may have become unsound. It must not break the index. */
static void
check_nodes (TlScene *scene)
{
  for (guint i = 0; i < scene->n_nodes; i++)
    {
      TlNode *node = &scene->nodes[i];

      if (!rect_is_sound (&node->bounds))
        {
          g_critical ("The bounds of node %u are no finite rectangle", i);
          node->bounds = (TlRect) { 0, 0, 0, 0 };
        }
      if (node->parent < -1 || node->parent >= (int) i)
        {
          g_critical ("The parent of node %u does not come before it", i);
          node->parent = -1;
        }
    }
}

static void
fill_layers (TlScene *scene)
{
  scene->layers = g_new (guint8, scene->n_nodes);
  scene->holds_active = g_new0 (guint8, scene->n_nodes);

  for (guint i = 0; i < scene->n_nodes; i++)
    switch ((TlShape) scene->nodes[i].shape)
      {
      case TL_SHAPE_PANEL:
      case TL_SHAPE_CHEVRON:
      case TL_SHAPE_HEADED:
        scene->layers[i] = TL_LAYER_CONTAINER;
        break;
      case TL_SHAPE_CIRCLE:
        scene->layers[i] = TL_LAYER_CIRCLE;
        break;
      case TL_SHAPE_NONE:
      case TL_SHAPE_BOX:
      case TL_SHAPE_BAR:
      case TL_SHAPE_ROW:
      default:
        scene->layers[i] = TL_LAYER_BOX;
      }

  /* Children come after their parents, so one pass each way is enough. */
  for (guint i = scene->n_nodes; i-- > 0;)
    {
      int parent = scene->nodes[i].parent;

      if (parent < 0)
        continue;
      if (scene->layers[parent] == TL_LAYER_BOX)
        scene->layers[parent] = TL_LAYER_CONTAINER;
      if ((scene->nodes[i].flags & TL_NODE_ACTIVE) != 0 || scene->holds_active[i])
        scene->holds_active[parent] = TRUE;
    }
  for (guint i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].parent >= 0)
      scene->layers[i] = MAX (scene->layers[i], scene->layers[scene->nodes[i].parent]);
}

/* A row at the end of its table. */
static void
mark_last_rows (TlScene *scene)
{
  g_autofree gboolean *has_last = g_new0 (gboolean, scene->n_nodes);

  for (guint i = scene->n_nodes; i-- > 0;)
    {
      TlNode *node = &scene->nodes[i];

      if (node->parent < 0 || has_last[node->parent])
        continue;
      has_last[node->parent] = TRUE;
      if (node->shape == TL_SHAPE_ROW)
        node->flags |= TL_NODE_LAST;
    }
}

static void
fill_adjacency (TlScene *scene)
{
  g_autofree guint32 *next = NULL;

  scene->first_of_node = g_new0 (guint32, scene->n_nodes + 1);
  for (guint i = 0; i < scene->n_edges; i++)
    {
      const TlEdge *edge = &scene->edges[i];

      if (edge->from >= 0)
        scene->first_of_node[edge->from + 1]++;
      if (edge->to >= 0 && edge->to != edge->from)
        scene->first_of_node[edge->to + 1]++;
    }
  for (guint i = 0; i < scene->n_nodes; i++)
    scene->first_of_node[i + 1] += scene->first_of_node[i];

  scene->node_edges = g_new (guint32, scene->first_of_node[scene->n_nodes]);
  next = g_memdup2 (scene->first_of_node, (scene->n_nodes + 1) * sizeof *next);
  for (guint i = 0; i < scene->n_edges; i++)
    {
      const TlEdge *edge = &scene->edges[i];

      if (edge->from >= 0)
        scene->node_edges[next[edge->from]++] = i;
      if (edge->to >= 0 && edge->to != edge->from)
        scene->node_edges[next[edge->to]++] = i;
    }
}

static TlRect
rect_between (const TlPoint *a,
              const TlPoint *b)
{
  return (TlRect) { MIN (a->x, b->x), MIN (a->y, b->y), fabs (a->x - b->x), fabs (a->y - b->y) };
}

/* Edges are indexed piece by piece: the rectangle around a long orthogonal line
 * is mostly empty, and would be found from everywhere inside it. */
static void
fill_indexes (TlScene *scene)
{
  guint n_pieces = scene->n_points - scene->n_edges;
  g_autofree TlRect *rects = g_new (TlRect, MAX (n_pieces, scene->n_nodes));
  g_autofree guint32 *owners = g_new (guint32, n_pieces);
  guint n = 0;

  scene->bounds = (TlRect) { 0, 0, -1, -1 };
  scene->edge_bounds = g_new (TlRect, scene->n_edges);
  for (guint i = 0; i < scene->n_edges; i++)
    {
      const TlPoint *points = scene->points + scene->edges[i].first_point;

      scene->edge_bounds[i] = (TlRect) { 0, 0, -1, -1 };
      for (guint j = 0; j + 1 < scene->edges[i].n_points; j++)
        {
          rects[n] = rect_between (&points[j], &points[j + 1]);
          scene->edge_bounds[i] = tl_rect_union (&scene->edge_bounds[i], &rects[n]);
          owners[n++] = i;
        }
      scene->bounds = tl_rect_union (&scene->bounds, &scene->edge_bounds[i]);
    }
  scene->edge_index = tl_scene_index_new (rects, owners, n);

  for (guint i = 0; i < scene->n_nodes; i++)
    {
      rects[i] = scene->nodes[i].bounds;
      scene->bounds = tl_rect_union (&scene->bounds, &rects[i]);
      if (scene->nodes[i].note != NULL)
        {
          TlRect reach = tl_shape_get_reach (&scene->nodes[i]);

          scene->has_notes = TRUE;
          scene->bounds = tl_rect_union (&scene->bounds, &reach);
        }
    }
  scene->node_index = tl_scene_index_new (rects, NULL, scene->n_nodes);
}

void
tl_scene_builder_link (TlSceneBuilder *self,
                       int             node,
                       int             other)
{
  guint32 link[2] = { (guint32) node, (guint32) other };

  g_return_if_fail (self != NULL);
  g_return_if_fail (node >= 0 && node < (int) self->nodes->len);
  g_return_if_fail (other >= 0 && other < (int) self->nodes->len);

  g_array_append_val (self->links, link);
}

int
tl_scene_builder_find (TlSceneBuilder *self,
                       const char     *key)
{
  gpointer index = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, -1);

  return g_hash_table_lookup_extended (self->keys, key, NULL, &index) ? GPOINTER_TO_INT (index) : -1;
}

TlScene *
tl_scene_builder_end (TlSceneBuilder *self)
{
  TlScene *scene;
  gboolean mirrored;

  g_return_val_if_fail (self != NULL, NULL);

  scene = g_new0 (TlScene, 1);
  g_atomic_ref_count_init (&scene->ref_count);
  scene->title = g_steal_pointer (&self->title);
  scene->unit = self->unit;
  scene->strings = g_steal_pointer (&self->strings);
  scene->keys = g_steal_pointer (&self->keys);
  scene->edge_keys = g_steal_pointer (&self->edge_keys);
  scene->n_nodes = self->nodes->len;
  scene->n_edges = self->edges->len;
  scene->n_points = self->points->len;
  scene->n_links = self->links->len;
  scene->links = (guint32 (*)[2]) g_array_free (g_steal_pointer (&self->links), FALSE);
  scene->nodes = (TlNode *) g_array_free (g_steal_pointer (&self->nodes), FALSE);
  scene->edges = (TlEdge *) g_array_free (g_steal_pointer (&self->edges), FALSE);
  scene->points = (TlPoint *) g_array_free (g_steal_pointer (&self->points), FALSE);
  mirrored = self->mirrored;
  tl_scene_builder_free (self);

  check_nodes (scene);
  /* Of a part of a mirrored scene all is mirrored already. */
  scene->mirrored = scene->n_nodes > 0 && (scene->nodes[0].flags & TL_NODE_MIRRORED) != 0;
  if (mirrored && !scene->mirrored)
    tl_scene_mirror (scene);
  fill_layers (scene);
  mark_last_rows (scene);
  fill_adjacency (scene);
  fill_indexes (scene);
  tl_scene_make_reading_order (scene);
  tl_scene_make_detours (scene);
  return scene;
}
