/* tl-blueprint-layers.c: arranges what is connected in layers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-layers.h"
#include "diagram/tl-wish.h"

#include <math.h>

#define N_SWEEPS 4
#define NOWHERE  G_MAXUINT

/* The making of blocks. Arrays are by node. */
typedef struct
{
  const TlBlueprintGraph *graph;
  guint                   columns;
  gboolean               *seen;
  guint                  *host;    /* of what stands beside another: that; else NOWHERE */
  guint                  *n_beside;
  guint                  *layer;
  guint                  *n_before; /* edges that still lead to it */
  double                 *at;      /* place in its layer, then column */
  GArray                 *members; /* of guint: of the block being made, ascending */
  GPtrArray              *layers;  /* of GArray of guint */
} Making;

void
tl_blueprint_graph_clear (TlBlueprintGraph *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->neighbours, g_free);
  g_clear_pointer (&self->outwards, g_free);
  g_clear_pointer (&self->kinds, g_free);
  g_clear_pointer (&self->is_free, g_free);
}

void
tl_blueprint_block_free (TlBlueprintBlock *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return (one > other) - (one < other);
}

static void
collect_members (Making *self,
                 guint   start)
{
  const TlBlueprintGraph *graph = self->graph;

  g_array_set_size (self->members, 0);
  g_array_append_val (self->members, start);
  self->seen[start] = TRUE;
  for (guint i = 0; i < self->members->len; i++)
    {
      guint node = g_array_index (self->members, guint, i);

      for (guint j = graph->first[node]; j < graph->first[node + 1]; j++)
        if (!self->seen[graph->neighbours[j]])
          {
            self->seen[graph->neighbours[j]] = TRUE;
            g_array_append_val (self->members, graph->neighbours[j]);
          }
    }
  g_array_sort (self->members, compare_numbers);
}

/* The only neighbour of a leaf that it does not lead to, or NOWHERE. */
static guint
find_only_neighbour (const TlBlueprintGraph *graph,
                     guint                   node)
{
  guint only = NOWHERE;

  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    {
      if (graph->outwards[i] || (only != NOWHERE && graph->neighbours[i] != only))
        return NOWHERE;
      only = graph->neighbours[i];
    }

  return only;
}

static void
find_hosts (Making *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      guint node = g_array_index (self->members, guint, i);
      guint host = self->graph->is_free[node] ? find_only_neighbour (self->graph, node) : NOWHERE;

      if (host == NOWHERE || self->graph->kinds[host] == self->graph->kinds[node])
        continue;
      self->host[node] = host;
      self->n_beside[host]++;
    }
}

static gboolean
is_core (Making *self,
         guint   node)
{
  return self->host[node] == NOWHERE;
}

static void
put_below (Making *self,
           guint   node,
           GArray *ready)
{
  const TlBlueprintGraph *graph = self->graph;

  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    {
      guint next = graph->neighbours[i];

      if (!graph->outwards[i] || !is_core (self, next) || self->n_before[next] == 0 || self->n_before[next] == NOWHERE)
        continue;
      self->layer[next] = MAX (self->layer[next], self->layer[node] + 1);
      if (--self->n_before[next] == 0)
        g_array_append_val (ready, next);
    }
  self->n_before[node] = NOWHERE;
}

/* The longest way to each. Where edges run in a circle, the first of the file
 * begins. */
static void
assign_layers (Making *self)
{
  const TlBlueprintGraph *graph = self->graph;
  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      guint node = g_array_index (self->members, guint, i);

      self->layer[node] = 0;
      self->n_before[node] = 0;
      for (guint j = graph->first[node]; j < graph->first[node + 1]; j++)
        if (!graph->outwards[j] && is_core (self, graph->neighbours[j]))
          self->n_before[node]++;
      if (is_core (self, node) && self->n_before[node] == 0)
        g_array_append_val (ready, node);
    }

  for (guint i = 0;; i++)
    {
      if (i == ready->len)
        {
          guint node = NOWHERE;

          for (; first < self->members->len && node == NOWHERE; first++)
            {
              guint member = g_array_index (self->members, guint, first);

              if (is_core (self, member) && self->n_before[member] > 0 && self->n_before[member] != NOWHERE)
                node = member;
            }
          if (node == NOWHERE)
            return;
          self->n_before[node] = 0;
          g_array_append_val (ready, node);
        }
      put_below (self, g_array_index (ready, guint, i), ready);
    }
}

/* What nothing leads to stands just above the first it leads to. */
static void
lower_sources (Making *self)
{
  const TlBlueprintGraph *graph = self->graph;

  for (guint i = 0; i < self->members->len; i++)
    {
      guint node = g_array_index (self->members, guint, i), lowest = NOWHERE;
      gboolean is_source = is_core (self, node);

      for (guint j = graph->first[node]; j < graph->first[node + 1] && is_source; j++)
        {
          guint next = graph->neighbours[j];

          if (!is_core (self, next))
            continue;
          is_source = graph->outwards[j];
          lowest = MIN (lowest, self->layer[next]);
        }
      if (is_source && lowest != NOWHERE && lowest > self->layer[node] + 1)
        self->layer[node] = lowest - 1;
    }
}

static void
fill_layers (Making *self)
{
  g_ptr_array_set_size (self->layers, 0);
  for (guint i = 0; i < self->members->len; i++)
    {
      guint node = g_array_index (self->members, guint, i);
      GArray *layer;

      if (!is_core (self, node))
        continue;
      while (self->layers->len <= self->layer[node])
        g_ptr_array_add (self->layers, g_array_new (FALSE, FALSE, sizeof (guint)));
      layer = g_ptr_array_index (self->layers, self->layer[node]);
      self->at[node] = layer->len;
      g_array_append_val (layer, node);
    }
}

/* The middle of what it is joined to above or beneath it; its own place if that
 * is nothing. */
static double
get_barycentre (Making   *self,
                guint     node,
                gboolean  above)
{
  const TlBlueprintGraph *graph = self->graph;
  double sum = 0;
  guint n = 0;

  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    {
      guint other = graph->neighbours[i];

      if (!is_core (self, other) || self->layer[other] == self->layer[node]
          || (self->layer[other] < self->layer[node]) != above)
        continue;
      sum += self->at[other];
      n++;
    }

  return n > 0 ? sum / n : self->at[node];
}

static void
order_layer (Making   *self,
             GArray   *layer,
             gboolean  above)
{
  g_autofree TlWish *wishes = g_new (TlWish, layer->len);

  for (guint i = 0; i < layer->len; i++)
    {
      guint node = g_array_index (layer, guint, i);

      wishes[i] = (TlWish) { node, i, get_barycentre (self, node, above) };
    }
  tl_wish_sort (wishes, layer->len);
  for (guint i = 0; i < layer->len; i++)
    {
      g_array_index (layer, guint, i) = wishes[i].thing;
      self->at[wishes[i].thing] = i;
    }
}

static void
order_layers (Making *self)
{
  for (guint sweep = 0; sweep < N_SWEEPS; sweep++)
    {
      for (guint i = 1; i < self->layers->len; i++)
        order_layer (self, g_ptr_array_index (self->layers, i), TRUE);
      for (guint i = self->layers->len - 1; i-- > 0;)
        order_layer (self, g_ptr_array_index (self->layers, i), FALSE);
    }
}

/* Columns that what stands beside a node takes. */
static guint
get_side (Making *self,
          guint   node)
{
  guint n = self->n_beside[node];

  return n == 0 ? 0 : MIN (self->columns - 1, MAX (1, ceil (sqrt (n / 2.0))));
}

static guint
get_width (Making *self,
           guint   node)
{
  return 1 + get_side (self, node);
}

static guint
get_height (Making *self,
            guint   node)
{
  guint side = get_side (self, node);

  return side == 0 ? 1 : (self->n_beside[node] + side - 1) / side;
}

/* As many of a layer as fit into one row, each near beneath what it hangs on.
 * Returns how many. */
static guint
place_row (Making           *self,
           TlBlueprintBlock *block,
           GArray           *layer,
           guint             start)
{
  guint width = 0, n = 0, height = 0;
  guint column = 0;

  while (start + n < layer->len
         && (n == 0 || width + get_width (self, g_array_index (layer, guint, start + n)) <= self->columns))
    width += get_width (self, g_array_index (layer, guint, start + n++));

  for (guint i = 0; i < n; i++)
    {
      guint node = g_array_index (layer, guint, start + i);
      double wanted = block->n_rows > 0 ? get_barycentre (self, node, TRUE) : 0;
      /* What is left has to fit to the right. */
      guint last = self->columns > width ? self->columns - width : 0;
      TlBlueprintCell cell = { node, 0, block->n_rows };

      column = CLAMP ((guint) floor (MAX (wanted, 0) + 0.5), column, MAX (column, last));
      cell.column = column;
      g_array_append_val (block->cells, cell);
      self->at[node] = column;
      column += get_width (self, node);
      width -= get_width (self, node);
      height = MAX (height, get_height (self, node));
      block->n_columns = MAX (block->n_columns, column);
    }

  block->n_rows += height;
  return n;
}

static void
place_beside (Making           *self,
              TlBlueprintBlock *block)
{
  g_autofree guint *cells = g_new (guint, self->members->len);
  g_autoptr (GHashTable) of_node = g_hash_table_new (NULL, NULL);
  guint n = block->cells->len;

  for (guint i = 0; i < n; i++)
    {
      g_hash_table_insert (of_node, GUINT_TO_POINTER (g_array_index (block->cells, TlBlueprintCell, i).node),
                           GUINT_TO_POINTER (i));
      cells[i] = 0;
    }
  for (guint i = 0; i < self->members->len; i++)
    {
      guint node = g_array_index (self->members, guint, i);
      TlBlueprintCell cell = { node, 0, 0 };
      guint side, host;

      if (is_core (self, node))
        continue;
      host = GPOINTER_TO_UINT (g_hash_table_lookup (of_node, GUINT_TO_POINTER (self->host[node])));
      side = get_side (self, self->host[node]);
      cell.column = g_array_index (block->cells, TlBlueprintCell, host).column + 1 + cells[host] % side;
      cell.row = g_array_index (block->cells, TlBlueprintCell, host).row + cells[host] / side;
      cells[host]++;
      g_array_append_val (block->cells, cell);
    }
}

static TlBlueprintBlock *
make_block (Making *self,
            guint   start)
{
  TlBlueprintBlock *block = g_new0 (TlBlueprintBlock, 1);

  block->cells = g_array_new (FALSE, FALSE, sizeof (TlBlueprintCell));
  collect_members (self, start);
  find_hosts (self);
  assign_layers (self);
  lower_sources (self);
  fill_layers (self);
  order_layers (self);

  for (guint i = 0; i < self->layers->len; i++)
    {
      GArray *layer = g_ptr_array_index (self->layers, i);

      for (guint placed = 0; placed < layer->len;)
        placed += place_row (self, block, layer, placed);
    }
  place_beside (self, block);

  return block;
}

GPtrArray *
tl_blueprint_layers_make_blocks (const TlBlueprintGraph *graph,
                                 const guint            *nodes,
                                 guint                   n,
                                 guint                   columns)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_blueprint_block_free);
  Making making = {
    .graph = graph,
    .columns = MAX (columns, 2),
    .seen = g_new0 (gboolean, graph->n_nodes),
    .host = g_new (guint, graph->n_nodes),
    .n_beside = g_new0 (guint, graph->n_nodes),
    .layer = g_new0 (guint, graph->n_nodes),
    .n_before = g_new0 (guint, graph->n_nodes),
    .at = g_new0 (double, graph->n_nodes),
    .members = g_array_new (FALSE, FALSE, sizeof (guint)),
    .layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
  };

  for (guint i = 0; i < graph->n_nodes; i++)
    making.host[i] = NOWHERE;
  for (guint i = 0; i < n; i++)
    if (!making.seen[nodes[i]])
      g_ptr_array_add (blocks, make_block (&making, nodes[i]));

  g_free (making.seen);
  g_free (making.host);
  g_free (making.n_beside);
  g_free (making.layer);
  g_free (making.n_before);
  g_free (making.at);
  g_array_unref (making.members);
  g_ptr_array_unref (making.layers);

  return blocks;
}
