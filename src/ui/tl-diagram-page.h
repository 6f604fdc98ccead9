/* tl-diagram-page.h: the interactive diagram of an edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/tl-canvas-frame.h"
#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlDiagramPage:
 *
 * The canvas with what belongs to it: switches for view and edition, the choice
 * of an overlay with its legend, map and zoom, and a line that sums up.
 */
#define TL_TYPE_DIAGRAM_PAGE (tl_diagram_page_get_type ())
G_DECLARE_FINAL_TYPE (TlDiagramPage, tl_diagram_page, TL, DIAGRAM_PAGE, GtkWidget)

void      tl_diagram_page_set_session (TlDiagramPage *self,
                                       TlSession     *session); /* nullable */
TlCanvas *tl_diagram_page_get_canvas  (TlDiagramPage *self);

/* Goes to the diagram above; what was left is selected there. */
void      tl_diagram_page_go_up       (TlDiagramPage *self);

G_END_DECLS
