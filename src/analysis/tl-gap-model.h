/* tl-gap-model.h: gaps as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-traceability.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A row of a list of gaps: a gap, or the service above its gaps. */
#define TL_TYPE_GAP_ROW (tl_gap_row_get_type ())
G_DECLARE_FINAL_TYPE (TlGapRow, tl_gap_row, TL, GAP_ROW, GObject)

TlRecord     *tl_gap_row_get_service (TlGapRow *self); /* the gap's, or the one this is */
const TlGap  *tl_gap_row_get_gap     (TlGapRow *self); /* NULL: this is the service itself */

/* A GListModel of TlGapRow: the gaps of a service, or of all services, each
 * service above its own. Follows the project; emits the smallest items-changed.
 * Rows are made when they are asked for. Holds the project; its thread.
 *
 * Properties: n-items; n-gaps, those listed, without services. */
#define TL_TYPE_GAP_MODEL (tl_gap_model_get_type ())
G_DECLARE_FINAL_TYPE (TlGapModel, tl_gap_model, TL, GAP_MODEL, GObject)

/**
 * tl_gap_model_new:
 * @project: a project
 * @service: (nullable): only the gaps of this one, without the service above
 */
TlGapModel   *tl_gap_model_new         (TlProject  *project,
                                        TlRecord   *service) G_GNUC_WARN_UNUSED_RESULT;

/* Lists only gaps with all words of @text in the element's name or kind, the
 * service's name or the gap's words. NULL or "": all. */
void          tl_gap_model_set_filter  (TlGapModel *self,
                                        const char *text);
guint         tl_gap_model_get_n_gaps  (TlGapModel *self);

G_END_DECLS
