/* tl-scene.h: what a diagram shows, ready to be painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "diagram/tl-geometry.h"

G_BEGIN_DECLS

/* A scene is an immutable, reference-counted picture in plain arrays: made once
 * in one thread by a TlSceneBuilder, then read from any thread (the canvas
 * paints it from a worker). It knows no colours, only roles. Made for 50,000
 * nodes and 100,000 edges. */

typedef struct _TlScene        TlScene;
typedef struct _TlSceneBuilder TlSceneBuilder;

typedef enum
{
  TL_SHAPE_NONE,      /* only a place for text */
  TL_SHAPE_BOX,       /* rounded 8 */
  TL_SHAPE_PANEL,     /* rounded 12, holds others: columns, lanes, cards */
  TL_SHAPE_HEADED,    /* a box whose head carries the title: components in detail */
  TL_SHAPE_CHEVRON,
  TL_SHAPE_BAR,       /* full-width, title left, value at the end */
  TL_SHAPE_CIRCLE,    /* data objects; title beneath */
  TL_SHAPE_ROW,       /* a line of a table: attributes */
} TlShape;

/* What the palette colours by. */
typedef enum
{
  TL_ROLE_PLAIN,
  TL_ROLE_STREAM,      /* chevrons, columns */
  TL_ROLE_ACTIVITY,    /* bars */
  TL_ROLE_COMPONENT,
  TL_ROLE_GUEST,       /* a component or object from another stream: grey */
  TL_ROLE_KEY,         /* data objects … */
  TL_ROLE_AUXILIARY,
  TL_ROLE_BACKBONE,
  TL_ROLE_OFFER_BACKBONE,
  TL_ROLE_RELATION,    /* edges … */
  TL_ROLE_FLOW,
  TL_ROLE_TRACE,
  TL_ROLE_WARNING,
} TlRole;

enum
{
  TL_NODE_ACTIVE   = 1 << 0, /* can be selected, focused, read aloud */
  TL_NODE_DEEPER   = 1 << 1, /* can be gone into */
  TL_NODE_MISSING  = 1 << 2, /* no value: dashed outline and a dash */
  TL_NODE_OVERLAY  = 1 << 3, /* has a value from an overlay: heat and value count */
  TL_NODE_FLAT_START = 1 << 4, /* a chevron without a notch: the first of its row */
  TL_NODE_LAST     = 1 << 6, /* a row with nothing beneath it in its table; set by the builder */
  TL_NODE_SMALL    = 1 << 5, /* a small circle, its title to the right: what stands beside the line */
  TL_NODE_GAP      = 1 << 7, /* something is amiss: dashed, in warning colours; the note says what */
  /* What an editable canvas lets the user do with it: */
  TL_NODE_MOVABLE     = 1 << 8, /* not up or left (mirrored: right) out of what its parent has for children;
                                 * of a parent without a shape (TL_SHAPE_NONE) that is all of it */
  TL_NODE_CONNECTABLE = 1 << 9,
  TL_NODE_RESIZABLE   = 1 << 10,
  TL_NODE_MIRRORED    = 1 << 11, /* its texts begin at the right, its point is at the left; set by
                                  * the builder */
  TL_NODE_NARROW      = 1 << 12, /* a circle beside others: its title may take a line more */
};

/* Strings belong to the scene; NULL where there is none. Children of a node
 * follow it; a node is painted after its parent. */
typedef struct
{
  const char *key;         /* unique in the scene: "component:incident"; NULL for decoration */
  const char *title;
  const char *caption;     /* small line above the title ("PLAN") or beneath it */
  const char *badge;       /* short text in the upper right: "S2P" */
  const char *value;       /* of the overlay, "3", "–", "210 k€" */
  const char *description; /* for a screen reader: what it is, its value, what it is connected to */
  const char *note;        /* in a chip on its lower border, which hangs out of the bounds: "not realized" */
  const char *spoken;      /* what it is called for who cannot see it, if not title and value */
  TlRect      bounds;
  int         parent;      /* index, or -1 */
  guint16     flags;
  guint8      shape;       /* TlShape */
  guint8      role;        /* TlRole */
  gint8       heat;        /* 0–5, -1 none */
  float       min_scale;   /* painted from this scale on */
} TlNode;

typedef struct
{
  int         from;      /* node indices, -1 for a free end */
  int         to;
  guint       first_point; /* into the scene's points */
  guint       n_points;
  guint8      role;
  guint8      flags;
  guint8      from_turn; /* multiplicities of other edges that stand before its own */
  guint8      to_turn;
  float       min_scale;
  const char *label;
  const char *from_label; /* multiplicities */
  const char *to_label;
  const char *key;        /* unique in the scene, among nodes too; with one it can be selected;
                           * NULL for decoration */
} TlEdge;

enum
{
  TL_EDGE_ARROW   = 1 << 0, /* at its end */
  TL_EDGE_DASHED  = 1 << 1,
  TL_EDGE_FRONT   = 1 << 2, /* painted in front of boxes, behind circles: the backbone */
  TL_EDGE_QUIET   = 1 << 3, /* painted only when one of its ends is highlighted */
};

TlScene       *tl_scene_ref          (TlScene       *self);
void           tl_scene_unref        (TlScene       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlScene, tl_scene_unref)

TlRect         tl_scene_get_bounds   (const TlScene *self);
const char    *tl_scene_get_title    (const TlScene *self);
/* Canvas units that a unit of what is stored is: places that users chose grow
 * with the font. 1 where nothing is placed by users. */
double         tl_scene_get_unit     (const TlScene *self);
/* Whether it is read from right to left: see tl_scene_set_default_mirrored(). */
gboolean       tl_scene_is_mirrored  (const TlScene *self);
guint          tl_scene_get_n_nodes  (const TlScene *self);
guint          tl_scene_get_n_edges  (const TlScene *self);
const TlNode  *tl_scene_get_node     (const TlScene *self,
                                      guint          index);
const TlEdge  *tl_scene_get_edge     (const TlScene *self,
                                      guint          index);
const TlPoint *tl_scene_get_points   (const TlScene *self,
                                      const TlEdge  *edge);
TlRect         tl_scene_get_edge_bounds (const TlScene *self,
                                         guint          index);

/* Index of the node with this key, or -1. */
int            tl_scene_find         (const TlScene *self,
                                      const char    *key);
/* Index of the edge with this key, or -1. */
int            tl_scene_find_edge    (const TlScene *self,
                                      const char    *key);
/* Topmost active node at a point, or -1; asks the spatial index. */
int            tl_scene_pick         (const TlScene *self,
                                      double         x,
                                      double         y);
/* The same, of the nodes that are painted at this scale. */
int            tl_scene_pick_painted (const TlScene *self,
                                      double         x,
                                      double         y,
                                      double         scale);
/* The edge with a key that is nearest to a point and no farther than @tolerance
 * (canvas units), or -1. What is painted only when highlighted does not count. */
int            tl_scene_pick_edge    (const TlScene *self,
                                      double         x,
                                      double         y,
                                      double         tolerance);
/* Indices of nodes / edges that touch @area, ascending, appended to @into
 * (GArray of guint32), in time of what is found, not of the scene. */
void           tl_scene_query_nodes  (const TlScene *self,
                                      const TlRect  *area,
                                      GArray        *into);
void           tl_scene_query_edges  (const TlScene *self,
                                      const TlRect  *area,
                                      GArray        *into);
/* Edges of a node (GArray of guint32 appended). */
void           tl_scene_list_edges   (const TlScene *self,
                                      guint          node,
                                      GArray        *into);

/* Nodes that are connected to @node without a line between them (GArray of
 * guint32 appended). Goes through all links of the scene; there are few. */
void           tl_scene_list_links   (const TlScene *self,
                                      guint          node,
                                      GArray        *into);

/**
 * tl_scene_extract:
 * @keys: (array zero-terminated=1): of nodes and edges; others are left out
 *
 * Returns: (transfer full): a scene of these nodes alone, with what they hold, and
 *   of the edges between them; where they are in this one
 */
TlScene       *tl_scene_extract      (const TlScene     *self,
                                      const char *const *keys) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  TL_DIRECTION_LEFT,
  TL_DIRECTION_RIGHT,
  TL_DIRECTION_UP,
  TL_DIRECTION_DOWN,
  TL_DIRECTION_FIRST,
  TL_DIRECTION_LAST,
  TL_DIRECTION_NEXT,     /* reading order */
  TL_DIRECTION_PREVIOUS,
} TlDirection;

/* The active node that an arrow key leads to, by geometry; -1 if there is none.
 * @from may be -1: the first in reading order. @scale: nodes hidden at this
 * scale do not count. */
int            tl_scene_step         (const TlScene *self,
                                      int            from,
                                      TlDirection    direction,
                                      double         scale);

/**
 * tl_scene_set_default_mirrored:
 * @mirrored: whether scenes are read from right to left
 *
 * Says so for all scenes that are made from now on, in any thread: it is a matter of
 * the program's language. At the start everything is read from left to right.
 *
 * Whoever makes a scene does so from left to right; the builder turns it over when it
 * is whole. Its x are negative then, and what was first is at the right.
 */
void            tl_scene_set_default_mirrored (gboolean mirrored);
gboolean        tl_scene_get_default_mirrored (void);

/* Builder. Strings are copied (what is not UTF-8 in them is replaced). Returns
 * the index of what was added, or -1 for a programming error: a parent that is
 * no earlier node, bounds or points that are no finite numbers, a key that is
 * taken. A piece of an edge lies between two points: at least two of them. */
TlSceneBuilder *tl_scene_builder_new  (const char     *title);
void            tl_scene_builder_set_unit (TlSceneBuilder *self,
                                           double          unit);
/* Whether the end mirrors what was added. As by default if it is not said. */
void            tl_scene_builder_set_mirrored (TlSceneBuilder *self,
                                               gboolean        mirrored);
int             tl_scene_builder_node (TlSceneBuilder *self,
                                       const TlNode   *node);
TlNode         *tl_scene_builder_edit (TlSceneBuilder *self,
                                       int             node); /* bounds, flags…: not strings */
int             tl_scene_builder_edge (TlSceneBuilder *self,
                                       const TlEdge   *edge,
                                       const TlPoint  *points,
                                       guint           n_points);
/* Says that two nodes are connected, and draws nothing. */
void            tl_scene_builder_link (TlSceneBuilder *self,
                                       int             node,
                                       int             other);
/* Index of the node with this key, or -1. */
int             tl_scene_builder_find (TlSceneBuilder *self,
                                       const char     *key);
TlScene        *tl_scene_builder_end  (TlSceneBuilder *self); /* consumes it */
void            tl_scene_builder_free (TlSceneBuilder *self); /* instead of the end */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSceneBuilder, tl_scene_builder_free)

G_END_DECLS
