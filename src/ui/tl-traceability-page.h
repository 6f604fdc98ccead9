/* tl-traceability-page.h: whether the lines of all services are whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"
#include "ui/tl-print-content.h"
#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlTraceabilityPage:
 *
 * The traces between the service models of all services: gaps, with what mends them,
 * a matrix, and the line through one element or what its failure hits; says so where there is nothing to trace.
 *
 * Signals:
 * - `message (const char *text, gboolean undoable)`: for a toast
 * - `place-changed ()`: the picture of a line shows another part of it, or in another size
 * - `view-changed ()`: another one of them is shown
 */
#define TL_TYPE_TRACEABILITY_PAGE (tl_traceability_page_get_type ())
G_DECLARE_FINAL_TYPE (TlTraceabilityPage, tl_traceability_page, TL, TRACEABILITY_PAGE, GtkWidget)

void      tl_traceability_page_set_session (TlTraceabilityPage *self,
                                            TlSession          *session); /* nullable */
/* Takes the keyboard to what is hit if an element fails. */
void      tl_traceability_page_show_impact (TlTraceabilityPage *self,
                                            TlRecord           *element);
/* Of what is shown; NULL where that is no diagram. */
TlCanvas *tl_traceability_page_get_canvas  (TlTraceabilityPage *self);
/* The table that is shown, for paper (transfer full); NULL as of
 * tl_matrix_view_create_print_content(), and for a diagram. */
TlPrintContent *tl_traceability_page_create_print_content (TlTraceabilityPage  *self,
                                                           const char         **why) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
