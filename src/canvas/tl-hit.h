/* tl-hit.h: what of a canvas is under the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"
#include "canvas/tl-selection.h"

G_BEGIN_DECLS

typedef enum
{
  TL_HIT_EMPTY,
  TL_HIT_NODE,
  TL_HIT_EDGE,
  TL_HIT_PORT,   /* of a node, to connect it: tl-grips.h */
  TL_HIT_HANDLE, /* of a node, to resize it */
} TlHitKind;

typedef struct
{
  TlHitKind kind;
  guint     index; /* of the node or the edge */
  guint     part;  /* of a port: TlRouteSide; of a handle: bits 1 << TlSnapBorder */
} TlHit;

/* At a place of the widget. Edges are there only where they can be selected. */
TlHit  tl_hit_find     (TlCanvas    *canvas,
                        double       x,
                        double       y);
TlItem tl_hit_get_item (const TlHit *self);
/* The node that it is, or is at; -1 for none. */
int    tl_hit_get_node (const TlHit *self);

G_END_DECLS
