/* tl-scene-private.h: inside a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-scene-index.h"
#include "diagram/tl-scene.h"

G_BEGIN_DECLS

/* Painted in this order, edges between the first two and, those in front,
 * before the last. A node is never in a lower layer than its parent. */
typedef enum
{
  TL_LAYER_CONTAINER, /* panels, chevrons, headed boxes and whatever holds others */
  TL_LAYER_BOX,
  TL_LAYER_CIRCLE,
} TlLayer;

#define TL_N_LAYERS (TL_LAYER_CIRCLE + 1)

struct _TlScene
{
  gatomicrefcount ref_count;

  char           *title;
  GStringChunk   *strings;
  TlRect          bounds;

  TlNode         *nodes;
  guint8         *layers;        /* TlLayer of each node */
  guint           n_nodes;
  TlEdge         *edges;
  TlRect         *edge_bounds;
  guint           n_edges;
  TlPoint        *points;
  guint           n_points;

  GHashTable     *keys;          /* key, of the scene → index */
  guint32        *first_of_node; /* n_nodes + 1 places in node_edges */
  guint32        *node_edges;
  guint32        *reading;       /* active nodes in reading order */
  guint32        *rank;          /* of each node: place in reading, or G_MAXUINT32 */
  guint           n_reading;
  guint8         *holds_active;  /* of each node: whether an active one is inside */

  TlSceneIndex   *node_index;
  TlSceneIndex   *edge_index;    /* of the pieces of the edges */
};

void tl_scene_make_reading_order (TlScene *self);

G_END_DECLS
