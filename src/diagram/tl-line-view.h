/* tl-line-view.h: the line through an element, and what its failure hits, as scenes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-traceability.h"
#include "diagram/tl-scene.h"

G_BEGIN_DECLS

/* Keys of nodes: "record:ID" for elements; the one that the scene is about has a
 * head. Keys of edges of a line: "record:ID" of the relation. Nothing can be moved.
 * In the project's thread. */

/**
 * tl_line_view_build:
 * @element: an element of a service
 * @font: as for the painter
 *
 * The whole line of an element, from concept to what runs: the service models side
 * by side, in each what traces lead to, from left to right. What breaks the line is
 * marked.
 *
 * Returns: (transfer full): the scene
 */
TlScene *tl_line_view_build   (TlTraceability             *traceability,
                               TlRecord                   *element,
                               const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_impact_view_build:
 * @element: what fails
 * @font: as for the painter
 *
 * What is hit if an element fails, across services: a column for each step away
 * from it, in it a panel for each service, and the ways that the failure takes.
 *
 * Returns: (transfer full): the scene
 */
TlScene *tl_impact_view_build (TlTraceability             *traceability,
                               TlRecord                   *element,
                               const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
