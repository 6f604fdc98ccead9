/* tl-selection.c: which nodes and edges of a scene are chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-selection.h"

#include <string.h>

TlItem
tl_item_of_node (int node)
{
  return node < 0 ? TL_NO_ITEM : (TlItem) { TL_ITEM_NODE, (guint) node };
}

TlItem
tl_item_find (const TlScene *scene,
              const char    *key)
{
  int node = tl_scene_find (scene, key);
  int edge = node < 0 ? tl_scene_find_edge (scene, key) : -1;

  return edge < 0 ? tl_item_of_node (node) : (TlItem) { TL_ITEM_EDGE, (guint) edge };
}

const char *
tl_item_get_key (const TlScene *scene,
                 TlItem         item)
{
  if (item.kind == TL_ITEM_NODE)
    return tl_scene_get_node (scene, item.index)->key;
  if (item.kind == TL_ITEM_EDGE)
    return tl_scene_get_edge (scene, item.index)->key;

  return NULL;
}

gboolean
tl_item_equal (TlItem a,
               TlItem b)
{
  return a.kind == b.kind && (a.kind == TL_ITEM_NONE || a.index == b.index);
}

void
tl_selection_init (TlSelection *self)
{
  self->nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->primary = TL_NO_ITEM;
}

void
tl_selection_clear (TlSelection *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
}

guint
tl_selection_get_size (const TlSelection *self)
{
  return self->nodes->len + self->edges->len;
}

static GArray *
get_array (const TlSelection *self,
           TlItem             item)
{
  return item.kind == TL_ITEM_EDGE ? self->edges : self->nodes;
}

/* Where an index is, or belongs; TRUE if it is there. */
static gboolean
search (const GArray *array,
        guint32       index,
        guint        *place)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (array, guint32, middle) < index)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;
  return low < array->len && g_array_index (array, guint32, low) == index;
}

gboolean
tl_selection_contains (const TlSelection *self,
                       TlItem             item)
{
  guint place;

  return item.kind != TL_ITEM_NONE && search (get_array (self, item), item.index, &place);
}

static gboolean
array_equal (const GArray *a,
             const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint32)) == 0);
}

gboolean
tl_selection_equal (const TlSelection *self,
                    const TlSelection *other)
{
  return tl_item_equal (self->primary, other->primary) && array_equal (self->nodes, other->nodes)
         && array_equal (self->edges, other->edges);
}

static void
array_copy (GArray       *array,
            const GArray *from)
{
  g_array_set_size (array, 0);
  if (from->len > 0)
    g_array_append_vals (array, from->data, from->len);
}

void
tl_selection_copy (TlSelection       *self,
                   const TlSelection *from)
{
  array_copy (self->nodes, from->nodes);
  array_copy (self->edges, from->edges);
  self->primary = from->primary;
}

void
tl_selection_empty (TlSelection *self)
{
  g_array_set_size (self->nodes, 0);
  g_array_set_size (self->edges, 0);
  self->primary = TL_NO_ITEM;
}

void
tl_selection_add (TlSelection *self,
                  TlItem       item)
{
  guint32 index = item.index;
  guint place;

  if (item.kind == TL_ITEM_NONE)
    return;

  self->primary = item;
  if (!search (get_array (self, item), index, &place))
    g_array_insert_val (get_array (self, item), place, index);
}

static TlItem
get_last (const TlSelection *self)
{
  if (self->nodes->len > 0)
    return (TlItem) { TL_ITEM_NODE, g_array_index (self->nodes, guint32, self->nodes->len - 1) };
  if (self->edges->len > 0)
    return (TlItem) { TL_ITEM_EDGE, g_array_index (self->edges, guint32, self->edges->len - 1) };

  return TL_NO_ITEM;
}

void
tl_selection_remove (TlSelection *self,
                     TlItem       item)
{
  guint place;

  if (item.kind == TL_ITEM_NONE || !search (get_array (self, item), item.index, &place))
    return;

  g_array_remove_index (get_array (self, item), place);
  if (tl_item_equal (self->primary, item))
    self->primary = get_last (self);
}

void
tl_selection_add_nodes (TlSelection  *self,
                        const GArray *nodes)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->nodes->len + nodes->len);
  guint i = 0, j = 0;

  while (i < self->nodes->len || j < nodes->len)
    {
      guint32 mine = i < self->nodes->len ? g_array_index (self->nodes, guint32, i) : G_MAXUINT32;
      guint32 other = j < nodes->len ? g_array_index (nodes, guint32, j) : G_MAXUINT32;
      guint32 least = MIN (mine, other);

      i += mine == least;
      j += other == least;
      g_array_append_val (all, least);
    }
  array_copy (self->nodes, all);
  if (self->primary.kind == TL_ITEM_NONE)
    self->primary = get_last (self);
}

gboolean
tl_selection_rebind (TlSelection   *self,
                     const TlScene *before,
                     const TlScene *after)
{
  g_auto (TlSelection) found = { 0 };
  TlItem primary = tl_item_find (after, tl_item_get_key (before, self->primary));
  gboolean whole = TRUE;

  tl_selection_init (&found);
  for (TlItemKind kind = TL_ITEM_NODE; kind <= TL_ITEM_EDGE; kind++)
    {
      GArray *array = kind == TL_ITEM_NODE ? self->nodes : self->edges;

      for (guint i = 0; i < array->len; i++)
        {
          TlItem item = { kind, g_array_index (array, guint32, i) };
          TlItem now = tl_item_find (after, tl_item_get_key (before, item));

          whole = whole && now.kind == kind;
          tl_selection_add (&found, now);
        }
    }
  found.primary = primary.kind != TL_ITEM_NONE ? primary : get_last (&found);
  tl_selection_copy (self, &found);

  return whole;
}
