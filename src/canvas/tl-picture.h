/* tl-picture.h: a scene, painted and ready to be put on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "canvas/tl-tile-painter.h"
#include "canvas/tl-viewport.h"

G_BEGIN_DECLS

/* Painting text and links takes longer than a frame has, and so does scaling a
 * picture that is much larger than shown. So a scene is painted in tiles by a
 * thread: an overview at the scale of the fitted scene, all of it, and the part in
 * view at the scale it is looked at. While the view moves, tiles are only copied
 * (panning) or stretched (zooming); when it comes to rest, tiles at the exact
 * scale take their place. What no tile covers yet is filled from the overview.
 *
 * Belongs to the main thread. */
typedef struct _TlPicture TlPicture;

typedef void (*TlPictureFunc) (gpointer user_data);

/**
 * tl_picture_new:
 * @changed: called when there is something new to draw
 */
TlPicture *tl_picture_new         (TlPictureFunc       changed,
                                   gpointer            user_data) G_GNUC_WARN_UNUSED_RESULT;
void       tl_picture_free        (TlPicture          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPicture, tl_picture_free)

/**
 * tl_picture_set_content:
 * @content: (nullable): what to show
 * @keep: show what was shown until @content is painted: for a changed scene in
 *   the same place, of which only what has changed is painted anew
 */
void       tl_picture_set_content (TlPicture          *self,
                                   TlContent          *content,
                                   gboolean            keep);

/**
 * tl_picture_aim:
 * @view: what will be drawn next; must have a size
 * @device_scale: device pixels a logical pixel
 * @moving: the view is under way, so that its scale is not worth painting at
 *
 * Has painted what @view needs: at once if it is little and nothing is there to
 * be shown in its place, by the thread otherwise. Cheap when nothing changed.
 */
void       tl_picture_aim         (TlPicture          *self,
                                   const TlViewport   *view,
                                   double              device_scale,
                                   gboolean            moving);

/* Draws what there is of @view, the whole of it. @textures: by texture nodes, for
 * renderers on a GPU; else by Cairo. */
void       tl_picture_draw        (TlPicture          *self,
                                   GtkSnapshot        *snapshot,
                                   const TlViewport   *view,
                                   double              device_scale,
                                   gboolean            textures);

/* What is shown of the view of the last aim is the content, if not at its scale, and
 * nothing of the content before. */
gboolean   tl_picture_is_current  (TlPicture          *self);

/* Everything that was asked for by the last aim is painted. */
gboolean   tl_picture_is_complete (TlPicture          *self);

G_END_DECLS
