/* tl-chip.h: a few words beside a node
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/**
 * tl_chip_draw:
 * @text: why something may not be done
 * @beside: what it is about, in logical pixels of the widget
 *
 * Draws words in a box with a sign, beneath something or, where there is no room,
 * above it; always in view.
 */
void tl_chip_draw (TlCanvas     *canvas,
                   GtkSnapshot  *snapshot,
                   const char   *text,
                   const TlRect *beside);

G_END_DECLS
