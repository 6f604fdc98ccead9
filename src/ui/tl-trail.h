/* tl-trail.h: where a window has been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view.h"

G_BEGIN_DECLS

/* A place in a window: enough to come back to it. */
typedef struct
{
  const char *page;    /* TL_PAGE_…, static */
  TlView      view;    /* of the diagram page, also while another one is shown */
  char       *service; /* id of the service of the blueprint page, likewise; or NULL */
} TlPlace;

void     tl_place_copy  (TlPlace       *self, /* what it held is freed */
                         const TlPlace *other);
void     tl_place_clear (TlPlace       *self);
/* Whether two places look the same: what the page does not show makes no difference. */
gboolean tl_place_equal (const TlPlace *a,
                         const TlPlace *b);

/**
 * TlTrail:
 *
 * The places one can go back to, and those one can go forward to again.
 */
typedef struct _TlTrail TlTrail;

TlTrail *tl_trail_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void     tl_trail_free            (TlTrail       *self);
void     tl_trail_clear           (TlTrail       *self);

/* One goes on from @place: that is where back leads, and forward leads nowhere. */
void     tl_trail_leave           (TlTrail       *self,
                                   const TlPlace *place);

/* Whether there still is such a place. */
typedef gboolean (*TlTrailFilter) (const TlPlace *place,
                                   gpointer       user_data);

/**
 * tl_trail_step:
 * @forward: which way
 * @place: (inout): where one is; then where one was before, or had been
 * @exists: places that are no more are passed over, and forgotten
 *
 * Returns: whether there was such a place; else @place is what it was
 */
gboolean tl_trail_step            (TlTrail       *self,
                                   gboolean       forward,
                                   TlPlace       *place,
                                   TlTrailFilter  exists,
                                   gpointer       user_data);
gboolean tl_trail_get_can_back    (TlTrail       *self);
gboolean tl_trail_get_can_forward (TlTrail       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlPlace, tl_place_clear)

G_END_DECLS
