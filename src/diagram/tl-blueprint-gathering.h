/* tl-blueprint-gathering.h: copies what the picture of a blueprint says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-blueprint-facts.h"

G_BEGIN_DECLS

/* The copying of the facts of a service, in pieces as small as one likes. If the
 * project changes before the end it has to begin anew. In the project's thread. */
typedef struct _TlBlueprintGathering TlBlueprintGathering;

TlBlueprintGathering *tl_blueprint_gathering_new   (TlRecord             *service,
                                                    TlTraceability       *traceability) G_GNUC_WARN_UNUSED_RESULT; /* nullable */
void                  tl_blueprint_gathering_free  (TlBlueprintGathering *self);

/* How many records there will be to copy, about. */
guint                 tl_blueprint_gathering_count (TlRecord             *service);

/**
 * tl_blueprint_gathering_step:
 * @until: a time of the monotonic clock
 *
 * Copies some records, and more until that time has come.
 *
 * Returns: whether that was all
 */
gboolean              tl_blueprint_gathering_step  (TlBlueprintGathering *self,
                                                    gint64                until);
/* The facts, once all are there; consumes it. */
TlBlueprintFacts     *tl_blueprint_gathering_end   (TlBlueprintGathering *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
