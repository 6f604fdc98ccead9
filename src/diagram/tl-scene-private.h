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

/* An arrow that leads elsewhere than to the nearest, because nothing else would lead there. */
typedef struct
{
  guint32     from;
  guint32     to;
  TlDirection direction;
} TlDetour;

struct _TlScene
{
  gatomicrefcount ref_count;

  char           *title;
  GStringChunk   *strings;
  TlRect          bounds;
  double          unit;
  gboolean        mirrored;      /* read from right to left */

  TlNode         *nodes;
  guint8         *layers;        /* TlLayer of each node */
  guint           n_nodes;
  TlEdge         *edges;
  TlRect         *edge_bounds;
  guint           n_edges;
  TlPoint        *points;
  guint           n_points;

  GHashTable     *keys;          /* key, of the scene → index */
  GHashTable     *edge_keys;
  gboolean        has_notes;     /* whether something hangs out of the bounds of a node */
  guint32        *first_of_node; /* n_nodes + 1 places in node_edges */
  guint32        *node_edges;
  guint32        *reading;       /* active nodes in reading order */
  guint32        *rank;          /* of each node: place in reading, or G_MAXUINT32 */
  guint           n_reading;
  guint8         *holds_active;  /* of each node: whether an active one is inside */

  TlDetour       *detours;       /* few or none */
  guint           n_detours;

  guint32       (*links)[2];
  guint           n_links;

  TlSceneIndex   *node_index;
  TlSceneIndex   *edge_index;    /* of the pieces of the edges */
};

/* Turns the places of all nodes and edges over; before anything is made of them. */
void   tl_scene_mirror             (TlScene       *self);
void   tl_scene_make_reading_order (TlScene       *self);
/* So that every active node is reached from every other by arrows alone. Only in
 * scenes of some hundred active nodes: it takes time by the square of them. */
void   tl_scene_make_detours       (TlScene       *self);

/* The nearest active node in a direction, or -1. */
int    tl_scene_step_by_geometry   (const TlScene *self,
                                    guint          from,
                                    TlDirection    direction,
                                    double         scale);
/* How far @to is for an arrow from @from; infinity where it does not point. */
double tl_scene_get_step_distance  (const TlScene *self,
                                    guint          from,
                                    guint          to,
                                    TlDirection    direction);

G_END_DECLS
