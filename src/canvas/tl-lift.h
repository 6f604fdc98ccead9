/* tl-lift.h: nodes lifted out of a picture, to be moved over it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-picture.h"

G_BEGIN_DECLS

/* Painting takes longer than a frame has. So nodes that are dragged are painted
 * once, as a picture of their own that is moved over the rest; connectors among
 * them are part of it, and only those that lead from them to something else are
 * painted in each frame, where they are in view.
 *
 * Few that each go their own way are painted in each frame, with all their
 * connectors. */
typedef struct _TlLift TlLift;

/**
 * tl_lift_new:
 * @content: of the whole picture
 * @nodes: (element-type guint32): the nodes to be lifted, ascending, with what is in
 *   them
 * @changed: called when there is something new to draw
 */
TlLift    *tl_lift_new           (TlContent         *content,
                                  const GArray      *nodes,
                                  TlPictureFunc      changed,
                                  gpointer           user_data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_lift_new_each:
 * @nodes: (element-type guint32): ascending; without what is in them
 *
 * Lifts nodes that are then moved by tl_lift_place().
 */
TlLift    *tl_lift_new_each      (TlContent         *content,
                                  const GArray      *nodes) G_GNUC_WARN_UNUSED_RESULT;
void       tl_lift_free          (TlLift            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLift, tl_lift_free)

/* What is left of the picture. */
TlContent *tl_lift_get_rest      (TlLift            *self);
const GArray *
           tl_lift_get_nodes     (TlLift            *self); /* those that were given */
gboolean   tl_lift_has_node      (TlLift            *self,
                                  guint              node);
TlPoint    tl_lift_get_offset    (TlLift            *self);
/* In canvas units, from where they were. */
void       tl_lift_set_offset    (TlLift            *self,
                                  double             dx,
                                  double             dy);

/* One of those that are lifted each: @index counts the nodes that were given. */
void       tl_lift_place         (TlLift            *self,
                                  guint              index,
                                  const TlRect      *bounds);
/* Which of those that are lifted each have a ring, with TRUE. */
void       tl_lift_set_ring      (TlLift            *self,
                                  guint              index,
                                  gboolean           ring);

/* Has painted what @view needs, as tl_picture_aim(). */
void       tl_lift_aim           (TlLift            *self,
                                  const TlViewport  *view,
                                  double             device_scale,
                                  gboolean           moving);
/* Whether all of it that is in view has been painted. */
gboolean   tl_lift_is_current    (TlLift            *self);

/**
 * tl_lift_draw:
 * @painter: of the same colours and font
 * @textures: as for tl_picture_draw()
 */
void       tl_lift_draw          (TlLift            *self,
                                  GtkSnapshot       *snapshot,
                                  const TlViewport  *view,
                                  double             device_scale,
                                  gboolean           textures,
                                  TlPainter         *painter);

G_END_DECLS
