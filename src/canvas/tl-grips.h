/* tl-grips.h: where a node can be taken hold of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-hit.h"

G_BEGIN_DECLS

/* Ports in the middle of the sides, from which connections are drawn, and handles
 * at the corners, which resize. The one node that is selected has them, and the
 * hovered one has ports; where it is large enough on the screen. */

/* FALSE if there is none at a place of the widget. */
gboolean    tl_grips_find       (TlCanvas     *canvas,
                                 double        x,
                                 double        y,
                                 TlHit        *hit);
/* What the pointer looks like over it; NULL: as usual. */
const char *tl_grips_get_cursor (const TlHit  *hit);
void        tl_grips_draw       (TlCanvas     *canvas,
                                 GtkSnapshot  *snapshot);

G_END_DECLS
