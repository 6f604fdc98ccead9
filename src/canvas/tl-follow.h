/* tl-follow.h: how a connector runs while what it connects moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-route.h"

G_BEGIN_DECLS

/* Level and upright pieces, found in no time and without a look at what is in the
 * way: for as long as the pointer moves. The scene that follows has the real ones. */
#define TL_FOLLOW_MAX_POINTS 6

/* Between two outlines, from the sides that face one another. Returns how many points. */
guint   tl_follow_route    (const TlRect  *from,
                            const TlRect  *to,
                            TlPoint        points[TL_FOLLOW_MAX_POINTS]);

/* Between two points, leaving and arriving at right angles to these sides. */
guint   tl_follow_connect  (const TlPoint *from,
                            TlRouteSide    from_side,
                            const TlPoint *to,
                            TlRouteSide    to_side,
                            TlPoint        points[TL_FOLLOW_MAX_POINTS]);

/* The middle of a side. */
TlPoint tl_follow_get_port (const TlRect  *bounds,
                            TlRouteSide    side);
/* The side of @bounds that a connector from there reaches best. */
TlRouteSide tl_follow_choose_side (const TlPoint *from,
                                   TlRouteSide    from_side,
                                   const TlRect  *bounds);

G_END_DECLS
