/* tl-blueprint-ways.h: the ways that connectors took before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-blueprint-ports.h"
#include "diagram/tl-blueprint-private.h"

G_BEGIN_DECLS

/* Looking for a way is most of the work of a layout, and depends only on what
 * stands near it. So ways are kept from layout to layout, until something near
 * them is another than before. */
typedef struct _TlBlueprintWays TlBlueprintWays;

TlBlueprintWays *tl_blueprint_ways_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void             tl_blueprint_ways_free  (TlBlueprintWays        *self);

/* Finds out what has changed since the layout before. @ends: by item. */
void             tl_blueprint_ways_begin (TlBlueprintWays        *self,
                                          const TlBlueprintBuild *build,
                                          const GArray           *ends);

/**
 * tl_blueprint_ways_find:
 * @tie: number of a tie
 * @across: as for its ports
 *
 * Returns: (nullable) (transfer full) (element-type TlPoint): its way, if nothing
 *   near it has changed
 */
GArray          *tl_blueprint_ways_find  (TlBlueprintWays        *self,
                                          guint                   tie,
                                          gboolean                across) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps a way; @is_clean: it crosses nothing. */
void             tl_blueprint_ways_keep  (TlBlueprintWays        *self,
                                          guint                   tie,
                                          gboolean                across,
                                          gboolean                is_clean,
                                          const GArray           *points);
/* Forgets what was neither found nor kept since the beginning. */
void             tl_blueprint_ways_end   (TlBlueprintWays        *self);

G_END_DECLS
