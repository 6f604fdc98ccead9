/* tl-scene-index.h: which rectangles touch an area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-geometry.h"

G_BEGIN_DECLS

/* A packed R-tree: the rectangles in the order of a Hilbert curve, 16 to a leaf,
 * 16 leaves to a node and so on. Never changes; read from any thread. */
typedef struct _TlSceneIndex TlSceneIndex;

/**
 * tl_scene_index_new:
 * @rects: finite ones; copied
 * @owners: (nullable): what a query names instead of the place in @rects;
 *   several may have the same
 */
TlSceneIndex *tl_scene_index_new   (const TlRect       *rects,
                                    const guint32      *owners,
                                    guint               n_rects) G_GNUC_WARN_UNUSED_RESULT;
void          tl_scene_index_free  (TlSceneIndex       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSceneIndex, tl_scene_index_free)

/**
 * tl_scene_index_query:
 * @into: (element-type guint32): owners are appended, each once, ascending
 */
void          tl_scene_index_query (const TlSceneIndex *self,
                                    const TlRect       *area,
                                    GArray             *into);

G_END_DECLS
