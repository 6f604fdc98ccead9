/* tl-eraser.h: deletes what the other end of a pen wipes over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"

G_BEGIN_DECLS

/* One stroke in an editable canvas: what it meets is selected instead of what was,
 * and at its end "delete-nodes" asks for all of it at once. Places of the widget. */
typedef struct
{
  TlCanvas *canvas;
  char    **before; /* keys that were selected; NULL: no stroke is under way */
  TlPoint   at;
} TlEraser;

/* Returns: whether there may be a stroke now */
gboolean tl_eraser_begin  (TlEraser *self,
                           double    x,
                           double    y);
void     tl_eraser_wipe   (TlEraser *self,
                           double    x,
                           double    y);
void     tl_eraser_end    (TlEraser *self);
/* What was selected before is selected again. */
void     tl_eraser_cancel (TlEraser *self);

/* Its gesture, for the end of a pen that is made for this. */
GtkEventController *tl_eraser_tool_new (TlCanvas *canvas);

G_END_DECLS
