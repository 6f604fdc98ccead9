/* tl-selection.h: which nodes and edges of a scene are chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-scene.h"

G_BEGIN_DECLS

typedef enum
{
  TL_ITEM_NONE,
  TL_ITEM_NODE,
  TL_ITEM_EDGE,
} TlItemKind;

/* A node or an edge of a scene, or nothing. */
typedef struct
{
  TlItemKind kind;
  guint      index;
} TlItem;

#define TL_NO_ITEM ((TlItem) { TL_ITEM_NONE, 0 })

TlItem      tl_item_of_node (int            node); /* -1: nothing */
TlItem      tl_item_find    (const TlScene *scene,
                             const char    *key);
const char *tl_item_get_key (const TlScene *scene,
                             TlItem         item); /* NULL for nothing */
gboolean    tl_item_equal   (TlItem         a,
                             TlItem         b);

/* Plain data; knows nothing of widgets, nor what may be chosen. */
typedef struct
{
  GArray *nodes;   /* guint32, ascending */
  GArray *edges;
  TlItem  primary; /* the one that was chosen last: nothing if nothing is chosen */
} TlSelection;

void     tl_selection_init      (TlSelection       *self);
void     tl_selection_clear     (TlSelection       *self); /* frees what it holds */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlSelection, tl_selection_clear)

guint    tl_selection_get_size  (const TlSelection *self);
gboolean tl_selection_contains  (const TlSelection *self,
                                 TlItem             item);
gboolean tl_selection_equal     (const TlSelection *self,
                                 const TlSelection *other);
void     tl_selection_copy      (TlSelection       *self,
                                 const TlSelection *from);
void     tl_selection_empty     (TlSelection       *self);

/* What is added becomes the primary one, whether it was there or not. */
void     tl_selection_add       (TlSelection       *self,
                                 TlItem             item);
/* In the place of the primary one comes the last of the others. */
void     tl_selection_remove    (TlSelection       *self,
                                 TlItem             item);
/* @nodes: indices (guint32), ascending; the primary one stays if there is one */
void     tl_selection_add_nodes (TlSelection       *self,
                                 const GArray      *nodes);

/**
 * tl_selection_rebind:
 * @before: the scene that it counts in
 * @after: the scene that it is to count in
 *
 * Finds by their keys what is still there.
 *
 * Returns: %FALSE if something was lost
 */
gboolean tl_selection_rebind    (TlSelection       *self,
                                 const TlScene     *before,
                                 const TlScene     *after);

G_END_DECLS
