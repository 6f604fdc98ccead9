/* tl-scene-part.h: some of the nodes and edges of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-scene.h"

G_BEGIN_DECLS

/* A mark on every node and edge of a scene, 0 at first. Filled by one thread, then
 * constant, reference-counted and read from any. */
typedef struct
{
  gatomicrefcount ref_count;
  guint8         *nodes;
  guint8         *edges;
} TlMarks;

TlMarks *tl_marks_new   (const TlScene *scene) G_GNUC_WARN_UNUSED_RESULT;
TlMarks *tl_marks_ref   (TlMarks       *self);
void     tl_marks_unref (TlMarks       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMarks, tl_marks_unref)

/* What has one mark; without marks, all. */
typedef struct
{
  const TlScene *scene;
  const TlMarks *marks; /* nullable */
  guint8         shown;
} TlScenePart;

gboolean tl_scene_part_has_node (const TlScenePart *self,
                                 guint              node);
gboolean tl_scene_part_has_edge (const TlScenePart *self,
                                 guint              edge);

/**
 * tl_scene_part_compare:
 * @before: what was painted
 * @after: what is to be painted now
 * @areas: (element-type TlRect): takes where the pictures may differ
 *
 * Finds what must be painted anew, in time of the scenes. Nodes and edges are
 * matched by their keys, those without one by their order.
 */
void     tl_scene_part_compare  (const TlScenePart *before,
                                 const TlScenePart *after,
                                 GArray            *areas);

G_END_DECLS
