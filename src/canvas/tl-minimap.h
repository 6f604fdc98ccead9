/* tl-minimap.h: a small picture of a whole scene with the view marked on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/**
 * TlMinimap:
 *
 * Shows where the view of a canvas is. Press or drag moves the view, arrow keys
 * too when focused. It hides itself (`visible`) while all of the scene is in
 * view. Put it over the canvas with a #GtkOverlay, aligned to a corner; its size
 * follows the shape of the scene, within 200 x 140.
 *
 * CSS node: `minimap`.
 */
#define TL_TYPE_MINIMAP (tl_minimap_get_type ())
G_DECLARE_FINAL_TYPE (TlMinimap, tl_minimap, TL, MINIMAP, GtkWidget)

GtkWidget *tl_minimap_new        (void) G_GNUC_WARN_UNUSED_RESULT;

/* Holds no reference that keeps @canvas alive. */
void       tl_minimap_set_canvas (TlMinimap *self,
                                  TlCanvas  *canvas);

G_END_DECLS
