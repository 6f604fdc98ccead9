/* tl-scene-part.c: some of the nodes and edges of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-scene-part.h"

#include <math.h>

#include "diagram/tl-painter-private.h"

/* Line widths, and what is rounded to pixels. */
#define MARGIN 4.0

/* Flags that are seen. */
#define LOOKS (TL_NODE_MISSING | TL_NODE_OVERLAY | TL_NODE_FLAT_START | TL_NODE_LAST | TL_NODE_SMALL | TL_NODE_GAP)

TlMarks *
tl_marks_new (const TlScene *scene)
{
  TlMarks *self = g_new0 (TlMarks, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->nodes = g_new0 (guint8, scene->n_nodes);
  self->edges = g_new0 (guint8, scene->n_edges);
  return self;
}

TlMarks *
tl_marks_ref (TlMarks *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tl_marks_unref (TlMarks *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->nodes);
  g_free (self->edges);
  g_free (self);
}

gboolean
tl_scene_part_has_node (const TlScenePart *self,
                        guint              node)
{
  return self->marks == NULL || self->marks->nodes[node] == self->shown;
}

gboolean
tl_scene_part_has_edge (const TlScenePart *self,
                        guint              edge)
{
  return self->marks == NULL || self->marks->edges[edge] == self->shown;
}

static gboolean
rect_equal (const TlRect *a,
            const TlRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
node_looks_equal (const TlScenePart *before,
                  guint              i,
                  const TlScenePart *after,
                  guint              j)
{
  const TlNode *a = &before->scene->nodes[i], *b = &after->scene->nodes[j];

  if (a == b)
    return tl_scene_part_has_node (before, i) == tl_scene_part_has_node (after, j);

  return tl_scene_part_has_node (before, i) == tl_scene_part_has_node (after, j)
         && rect_equal (&a->bounds, &b->bounds) && ((a->flags ^ b->flags) & LOOKS) == 0
         && a->shape == b->shape && a->role == b->role && a->heat == b->heat && a->min_scale == b->min_scale
         && before->scene->layers[i] == after->scene->layers[j]
         && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->caption, b->caption) == 0
         && g_strcmp0 (a->badge, b->badge) == 0 && g_strcmp0 (a->value, b->value) == 0
         && g_strcmp0 (a->note, b->note) == 0;
}

/* Where the text at an end stands depends on what is there. */
static gboolean
end_looks_equal (const TlScene *before,
                 int            i,
                 const TlScene *after,
                 int            j)
{
  if (i < 0 || j < 0)
    return i < 0 && j < 0;

  return before->nodes[i].shape == after->nodes[j].shape
         && (before->nodes[i].shape != TL_SHAPE_CIRCLE || rect_equal (&before->nodes[i].bounds, &after->nodes[j].bounds));
}

static gboolean
edge_looks_equal (const TlScenePart *before,
                  guint              i,
                  const TlScenePart *after,
                  guint              j)
{
  const TlEdge *a = &before->scene->edges[i], *b = &after->scene->edges[j];
  const TlPoint *left = tl_scene_get_points (before->scene, a), *right = tl_scene_get_points (after->scene, b);

  if (a == b)
    return tl_scene_part_has_edge (before, i) == tl_scene_part_has_edge (after, j);
  if (tl_scene_part_has_edge (before, i) != tl_scene_part_has_edge (after, j)
      || a->n_points != b->n_points || a->role != b->role || a->flags != b->flags || a->min_scale != b->min_scale
      || g_strcmp0 (a->label, b->label) != 0 || g_strcmp0 (a->from_label, b->from_label) != 0
      || g_strcmp0 (a->to_label, b->to_label) != 0
      || a->from_turn != b->from_turn || a->to_turn != b->to_turn
      || (a->from_label != NULL && !end_looks_equal (before->scene, a->from, after->scene, b->from))
      || (a->to_label != NULL && !end_looks_equal (before->scene, a->to, after->scene, b->to)))
    return FALSE;

  for (guint k = 0; k < a->n_points; k++)
    if (left[k].x != right[k].x || left[k].y != right[k].y)
      return FALSE;
  return TRUE;
}

static void
add_edge (const TlScenePart *part,
          guint              index,
          GArray            *areas)
{
  const TlEdge *edge = &part->scene->edges[index];
  const TlPoint *points = tl_scene_get_points (part->scene, edge);
  gboolean labelled = edge->label != NULL || edge->from_label != NULL || edge->to_label != NULL;

  if (!tl_scene_part_has_edge (part, index))
    return;

  for (guint i = 0; i + 1 < edge->n_points; i++)
    {
      TlRect piece = { MIN (points[i].x, points[i + 1].x), MIN (points[i].y, points[i + 1].y),
                       fabs (points[i].x - points[i + 1].x), fabs (points[i].y - points[i + 1].y) };

      piece = tl_rect_grow (&piece, labelled ? TL_PAINTER_LABEL_REACH : TL_PAINTER_ARROW_REACH);
      g_array_append_val (areas, piece);
    }
}

static void
add_node (const TlScenePart *part,
          guint              index,
          GArray            *areas)
{
  const TlNode *node = &part->scene->nodes[index];
  TlRect reach = tl_shape_get_reach (node);
  TlRect around = tl_rect_grow (&node->bounds, TL_PAINTER_LABEL_REACH);
  g_autoptr (GArray) edges = NULL;

  if (!tl_scene_part_has_node (part, index))
    return;

  reach = tl_rect_grow (&reach, MARGIN);
  g_array_append_val (areas, reach);
  /* The texts of lines have the colour of what is beneath them. */
  edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  tl_scene_query_edges (part->scene, &around, edges);
  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = &part->scene->edges[g_array_index (edges, guint32, i)];

      if (edge->label != NULL || edge->from_label != NULL || edge->to_label != NULL)
        add_edge (part, g_array_index (edges, guint32, i), areas);
    }
}

/* What is alike in the two kinds of things that are compared. */
typedef struct
{
  const TlScenePart *before;
  const TlScenePart *after;
  guint              n_before;
  guint              n_after;
  gboolean (*equal) (const TlScenePart *before,
                     guint              i,
                     const TlScenePart *after,
                     guint              j);
  void (*add) (const TlScenePart *part,
               guint              index,
               GArray            *areas);
  gboolean           nodes;
  gboolean           ordered; /* what comes later lies on top */
} Comparison;

static const char *
get_key (const Comparison  *self,
         const TlScenePart *part,
         guint              index)
{
  return self->nodes ? part->scene->nodes[index].key : part->scene->edges[index].key;
}

/* Which one before may be this one; -1 if there was none. @keyless: of those without
 * a key, the next to be matched. */
static int
find_match (const Comparison *self,
            guint             index,
            guint            *keyless,
            guint             end)
{
  const char *key = get_key (self, self->after, index);

  if (key != NULL)
    return self->nodes ? tl_scene_find (self->before->scene, key) : tl_scene_find_edge (self->before->scene, key);

  while (*keyless < end && get_key (self, self->before, *keyless) != NULL)
    (*keyless)++;
  return *keyless < end ? (int) (*keyless)++ : -1;
}

static void
compare (const Comparison *self,
         GArray           *areas)
{
  guint first = 0, tail = 0, keyless;
  int last = -1;
  guint least = MIN (self->n_before, self->n_after);
  g_autofree guint8 *matched = NULL;

  /* Most of it is the same: from the beginning, and from the end. */
  while (first < least && self->equal (self->before, first, self->after, first))
    first++;
  while (tail < least - first
         && self->equal (self->before, self->n_before - 1 - tail, self->after, self->n_after - 1 - tail))
    tail++;

  keyless = first;
  matched = g_new0 (guint8, self->n_before - first - tail + 1);
  for (guint i = first; i < self->n_after - tail; i++)
    {
      int other = find_match (self, i, &keyless, self->n_before - tail);

      if (other >= (int) first && other < (int) (self->n_before - tail)
          && (!self->ordered || other > last) && self->equal (self->before, (guint) other, self->after, i))
        {
          matched[other - (int) first] = TRUE;
          last = other;
        }
      else
        {
          self->add (self->after, i, areas);
        }
    }
  for (guint i = first; i < self->n_before - tail; i++)
    if (!matched[i - first])
      self->add (self->before, i, areas);
}

void
tl_scene_part_compare (const TlScenePart *before,
                       const TlScenePart *after,
                       GArray            *areas)
{
  Comparison nodes = { before, after, before->scene->n_nodes, after->scene->n_nodes,
                       node_looks_equal, add_node, TRUE, TRUE };
  Comparison edges = { before, after, before->scene->n_edges, after->scene->n_edges,
                       edge_looks_equal, add_edge, FALSE, FALSE };

  compare (&nodes, areas);
  compare (&edges, areas);
}
