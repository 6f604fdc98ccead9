/* tl-blueprint-checks.h: what holds for the picture of every blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-blueprint-view.h"

G_BEGIN_DECLS

/* Each ends the test if the scene is not sound. */

/* Lanes, nodes in them, what can be read and heard. */
void tl_blueprint_check_nodes    (const TlScene *scene);
/* No two boxes or circles lie on one another. */
void tl_blueprint_check_overlaps (const TlScene *scene);
/* Orthogonal, from node to node, across none; @all: also those in dense places. */
void tl_blueprint_check_edges    (const TlScene *scene);
/* All of the service is there, and every line is whole. */
void tl_blueprint_check_content  (const TlScene *scene,
                                  TlRecord      *service);
/* What was placed is where it was placed. */
void tl_blueprint_check_places   (const TlScene *scene,
                                  TlRecord      *service);

G_END_DECLS
