/* tl-connect.h: a connection that is being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"
#include "diagram/tl-route.h"

G_BEGIN_DECLS

/* From a node to where the pointer is, or to the node that the keyboard has come to.
 * It asks what may be connected, shows it, and says why something may not. */
typedef struct _TlConnect TlConnect;

typedef enum
{
  TL_CONNECT_NOWHERE,   /* to nothing that could be meant */
  TL_CONNECT_EMPTY,     /* to where nothing is */
  TL_CONNECT_ALLOWED,   /* to a node */
  TL_CONNECT_FORBIDDEN,
} TlConnectTarget;

/**
 * tl_connect_new:
 * @from: index of the node that is to be connected
 * @side: where the line leaves it
 */
TlConnect      *tl_connect_new        (TlCanvas      *canvas,
                                       guint          from,
                                       TlRouteSide    side) G_GNUC_WARN_UNUSED_RESULT;
void            tl_connect_free       (TlConnect     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlConnect, tl_connect_free)

guint           tl_connect_get_from   (TlConnect     *self);
TlConnectTarget tl_connect_get_target (TlConnect     *self,
                                       int           *node); /* out, optional: -1 for none */
/* Why the target is forbidden, in words; NULL if nothing is known. */
const char     *tl_connect_get_why    (TlConnect     *self);

/* Leads it to a place of the widget. TRUE if that is another target. */
gboolean        tl_connect_point      (TlConnect     *self,
                                       double         x,
                                       double         y);
/* Leads it to a node. */
void            tl_connect_aim        (TlConnect     *self,
                                       guint          node);
/* Whether the line may end at a node, as far as is known by now. */
gboolean        tl_connect_may_reach  (TlConnect     *self,
                                       guint          node);

/* Asks for the connection, if it is allowed. FALSE if it is not. May bring another
 * scene: @self must not be the canvas's any more. */
gboolean        tl_connect_finish     (TlConnect     *self);

void            tl_connect_draw       (TlConnect     *self,
                                       GtkSnapshot   *snapshot);

G_END_DECLS
