/* tl-blueprint-layers.h: arranges what is connected in layers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nodes and what joins them; the neighbours of node i are at first[i] …
 * first[i + 1] - 1. */
typedef struct
{
  guint          n_nodes;
  guint         *first;
  guint         *neighbours;
  gboolean      *outwards; /* of each neighbour: whether the edge leads to it */
  gconstpointer *kinds;    /* of each node: leaves of another kind stand beside it … */
  gboolean      *is_free;  /* … if nothing else binds them to a height */
} TlBlueprintGraph;

void       tl_blueprint_graph_clear (TlBlueprintGraph *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlBlueprintGraph, tl_blueprint_graph_clear)

/* Where a node stands in its block. */
typedef struct
{
  guint node;
  guint column;
  guint row;
} TlBlueprintCell;

/* Nodes that hang together, on a grid. */
typedef struct
{
  GArray *cells;     /* of TlBlueprintCell, by row */
  guint   n_columns;
  guint   n_rows;
} TlBlueprintBlock;

void       tl_blueprint_block_free (TlBlueprintBlock *self);

/**
 * tl_blueprint_layers_make_blocks:
 * @nodes: (array length=n): some nodes of @graph, ascending; no edge leads out of them
 * @columns: how many a block may have, at least 2
 *
 * Edges lead downwards where they can, few cross, and leaves of another kind
 * stand to the right of what leads to them.
 *
 * Returns: (transfer full) (element-type TlBlueprintBlock): a block for all that
 *   hangs together, by the first node of each
 */
GPtrArray *tl_blueprint_layers_make_blocks (const TlBlueprintGraph *graph,
                                            const guint            *nodes,
                                            guint                   n,
                                            guint                   columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
