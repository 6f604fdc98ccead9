/* tl-room.h: where in their parents nodes may stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-scene.h"

G_BEGIN_DECLS

/* What the parents of nodes have for children; measured when it is asked for. */
typedef struct _TlRoom TlRoom;

TlRoom  *tl_room_new        (TlScene                    *scene,
                             const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;
void     tl_room_free       (TlRoom                     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRoom, tl_room_free)

/* Its upper left corner, in a mirrored scene its upper right one; FALSE if the node has no parent, and may stand anywhere. */
gboolean tl_room_get_origin (TlRoom                     *self,
                             guint                       node,
                             TlPoint                    *origin);

G_END_DECLS
