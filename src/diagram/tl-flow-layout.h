/* tl-flow-layout.h: lays out nodes in rows, columns and grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-scene.h"
#include "diagram/tl-text.h"

G_BEGIN_DECLS

/* Distances of all diagrams: a grid of 4, 8 in a group, 16 between groups. */
#define TL_FLOW_GRID  4.0
#define TL_FLOW_NEAR  8.0
#define TL_FLOW_APART 16.0

/* A tree of items, measured from the leaves up, placed from the root down, and
 * then added to a scene, parents first. An item may stand for a node of the
 * scene; then it is at least as large as its texts need, and its children stand
 * beneath its title. All sizes are multiples of TL_FLOW_GRID.
 *
 *   TlFlow *panel = tl_flow_new_column (TL_FLOW_NEAR);
 *   tl_flow_set_node (panel, &node);
 *   tl_flow_add (panel, tl_flow_new_leaf (&other));
 *   tl_flow_measure (panel, text);
 *   tl_flow_place (panel, 0, 0, tl_flow_get_width (panel), tl_flow_get_height (panel));
 *   tl_flow_emit (panel, builder, -1);
 */
typedef struct _TlFlow TlFlow;

TlFlow       *tl_flow_new_row      (double                spacing);
TlFlow       *tl_flow_new_column   (double                spacing);
/* Columns of one width; every row as high as its highest item. */
TlFlow       *tl_flow_new_grid     (guint                 columns,
                                    double                spacing);
TlFlow       *tl_flow_new_leaf     (const TlNode         *node); /* (nullable): only room */
void          tl_flow_free         (TlFlow               *self); /* with all it holds */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlow, tl_flow_free)

/* Takes @child, returns it. */
TlFlow       *tl_flow_add          (TlFlow               *self,
                                    TlFlow               *child);
/* The strings of @node have to live until tl_flow_emit(). */
void          tl_flow_set_node     (TlFlow               *self,
                                    const TlNode         *node);
/* Adds to the flags of that node. */
void          tl_flow_set_flags    (TlFlow               *self,
                                    guint                 flags);
void          tl_flow_set_minimum  (TlFlow               *self,
                                    double                width,
                                    double                height);
/* Width at which a text (TL_SHAPE_NONE) wraps, to as many lines as it takes. */
void          tl_flow_set_wrap     (TlFlow               *self,
                                    double                width);
/* Room between the item's sides and its children; negative, as all are if not
 * set: what the node's shape and title take. */
void          tl_flow_set_padding  (TlFlow               *self,
                                    double                top,
                                    double                right,
                                    double                bottom,
                                    double                left);
/* A hidden item takes its room, but is no node; what it holds is its parent's. */
void          tl_flow_set_hidden   (TlFlow               *self,
                                    gboolean              hidden);
/* Where an item stands in more room than it needs: 0 start, 0.5 middle, 1 end,
 * negative: it fills the room. Fills both ways if not set. */
void          tl_flow_set_align    (TlFlow               *self,
                                    double                x,
                                    double                y);
/* Whether it takes what is left along its row or column. */
void          tl_flow_set_grow     (TlFlow               *self,
                                    gboolean              grow);
/* Where the items of a row or column stand if none grows: 0 start … 1 end. */
void          tl_flow_set_justify  (TlFlow               *self,
                                    double                justify);

void          tl_flow_measure      (TlFlow               *self,
                                    TlTextMeasure        *text);
double        tl_flow_get_width    (const TlFlow         *self); /* it needs */
double        tl_flow_get_height   (const TlFlow         *self);
void          tl_flow_place        (TlFlow               *self,
                                    double                x,
                                    double                y,
                                    double                width,
                                    double                height);
/* Moves it with all it holds. */
void          tl_flow_move         (TlFlow               *self,
                                    double                dx,
                                    double                dy);
const TlRect *tl_flow_get_bounds   (const TlFlow         *self);
guint         tl_flow_get_n_items  (const TlFlow         *self);
TlFlow       *tl_flow_get_item     (const TlFlow         *self,
                                    guint                 position);

void          tl_flow_emit         (TlFlow               *self,
                                    TlSceneBuilder       *builder,
                                    int                   parent);
int           tl_flow_get_index    (const TlFlow         *self); /* of its node, or -1 */

/* Rounds up to the grid. */
double        tl_flow_snap         (double                length);

/**
 * tl_flow_measure_node_width:
 * @lines: 1 or 2
 *
 * The least width at which the title of @node needs no more than @lines lines,
 * all that stands beside it included.
 */
double        tl_flow_measure_node_width (TlTextMeasure *text,
                                          const TlNode  *node,
                                          guint          lines);

G_END_DECLS
