/* tl-blueprint-labels.h: what is written at the connectors of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-route.h"
#include "diagram/tl-scene.h"
#include "diagram/tl-text.h"

G_BEGIN_DECLS

/* Knows where lines, boxes and texts are, and lets only be written what would lie
 * on none of them. */
typedef struct _TlBlueprintLabels TlBlueprintLabels;

/* @router: with the boxes; @paths: (element-type GArray): of TlPoint, as they are
 * drawn. Both have to live as long. */
TlBlueprintLabels *tl_blueprint_labels_new  (TlTextMeasure     *text,
                                             TlRouter          *router,
                                             GPtrArray         *paths) G_GNUC_WARN_UNUSED_RESULT;
void               tl_blueprint_labels_free (TlBlueprintLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBlueprintLabels, tl_blueprint_labels_free)

/**
 * tl_blueprint_labels_add:
 * @path: number of a path
 * @from: (nullable): for its start
 * @to: (nullable): for its end
 * @edge: takes those of the texts that there is room for
 */
void               tl_blueprint_labels_add  (TlBlueprintLabels *self,
                                             guint              path,
                                             const char        *label,
                                             const char        *from,
                                             const char        *to,
                                             TlEdge            *edge);

G_END_DECLS
