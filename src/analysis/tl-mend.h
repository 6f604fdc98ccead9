/* tl-mend.h: how gaps can be mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-traceability.h"

G_BEGIN_DECLS

/* A relation that would meet a need. */
typedef struct
{
  const TlRelationRule *rule;
  gboolean              outwards; /* it starts at the element with the gap */
} TlMend;

static inline const TlElementKind *
tl_mend_get_other (const TlMend *self)
{
  return self->outwards ? self->rule->to : self->rule->from;
}

/* The relations that would mend a gap, the likeliest first (GArray of TlMend). */
GArray    *tl_gap_list_mends      (const TlGap          *gap);

/* What elements could be made to mend it, each kind once, the likeliest first
 * (TlElementKind, transfer container). */
GPtrArray *tl_gap_list_kinds      (const TlGap          *gap);

/* Elements of its service, and guests in it, that it could be connected to (TlRecord,
 * transfer container): in the order of the file, guests last. */
GPtrArray *tl_gap_list_candidates (const TlGap          *gap);

/* Whether it could be connected to an element, of whichever service. */
gboolean   tl_gap_accepts         (const TlGap          *gap,
                                   TlRecord             *other);

/**
 * tl_gap_connect:
 * @other: a candidate, or an element of another service that fits
 *
 * "Connect Refund with Checkout", by the likeliest relation that mends the gap.
 * It is kept in the service of the gap. Errors are those of tl_blueprint_connect().
 */
gboolean   tl_gap_connect         (const TlGap          *gap,
                                   TlRecord             *other,
                                   GError              **error);

/**
 * tl_gap_create:
 * @kind: one of tl_gap_list_kinds()
 * @name: (nullable): what to call it; that of the element with the gap otherwise
 *
 * "Add Component Refund", connected so that the gap is mended.
 *
 * Returns: (nullable) (transfer none): the new element
 */
TlRecord  *tl_gap_create          (const TlGap          *gap,
                                   const TlElementKind  *kind,
                                   const char           *name,
                                   GError              **error);

G_END_DECLS
