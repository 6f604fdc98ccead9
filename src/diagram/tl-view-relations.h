/* tl-view-relations.h: the relations between the data objects of a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view-box.h"

G_BEGIN_DECLS

/**
 * tl_view_add_relations:
 * @places: where the data objects stand; added to the scene already
 * @among: (nullable) (element-type TlDataObject): if given, only relations of
 *   which one of these is an end
 * @flags: of the edges: %TL_EDGE_QUIET, or 0 to show them
 *
 * Adds an edge for every relation between two of @places that the backbone does
 * not show already, in the gutters between the boxes.
 */
void    tl_view_add_relations (TlViewBuild        *self,
                               TlViewPlaces       *places,
                               GPtrArray          *among,
                               guint               flags);

/* A dashed panel for data objects whose component is not known. (transfer full) */
TlFlow *tl_view_make_orphans  (TlViewBuild        *self,
                               TlViewPlaces       *places);
void    tl_view_add_orphan    (TlViewBuild        *self,
                               TlFlow             *orphans,
                               const TlDataObject *object,
                               TlViewPlaces       *places);

G_END_DECLS
