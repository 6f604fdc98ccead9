/* tl-blueprint-view.h: a service's blueprint as a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-traceability.h"
#include "diagram/tl-scene.h"

G_BEGIN_DECLS

/* Keys of nodes: "record:ID" for elements and guests (as the session's
 * selection), "lane:conceptual", "lane:logical", "lane:realized" for the lanes
 * (decoration: not active), "slot:KIND" for an object of the backbone that the
 * service does not have yet (active, dashed: activating it adds the element).
 * Keys of edges: "record:ID" of the relation.
 *
 * x and y of an element are lane units from the upper left of its lane's content,
 * y the same in all lanes; a lane is as wide as what stands in it needs. A lane
 * unit is a canvas unit where the font is 10 pt, and grows with it, so that boxes
 * whose text is larger do not run into one another: tl_scene_get_unit() says how
 * much. Objects of the backbone stand on the line, in the band above, and are not
 * placed by anyone. */

/**
 * tl_blueprint_view_build:
 * @service: a service
 * @traceability: (nullable): marks gaps with symbol, dashes and words
 * @font: as for the painter
 *
 * Lays out a blueprint: what was placed stays where it is, everything else finds
 * a free place near what it is connected to. In the project's thread.
 *
 * Returns: (transfer full): the scene
 */
TlScene *tl_blueprint_view_build (TlRecord                   *service,
                                  TlTraceability             *traceability,
                                  const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;

/* Where the content of a lane begins in a scene (canvas units): its upper left, in a
 * mirrored scene its upper right. And which lane is at a point of it; FALSE outside
 * all lanes. */
TlPoint  tl_blueprint_view_get_origin (const TlScene *scene,
                                       TlLane         lane);
/* A point of the scene in lane units, as x and y of an element that begins there, and
 * the place of what has these bounds in the scene. What is stored knows nothing of
 * mirrored scenes: it is here that it is turned back. */
TlPoint  tl_blueprint_view_to_lane    (const TlScene *scene,
                                       TlLane         lane,
                                       double         x,
                                       double         y);
TlRect   tl_blueprint_view_rect_to_lane (const TlScene *scene,
                                         TlLane         lane,
                                         const TlRect  *bounds);
gboolean tl_blueprint_view_find_lane  (const TlScene *scene,
                                       double         x,
                                       double         y,
                                       TlLane        *lane);

/**
 * tl_blueprint_view_find_place:
 * @near_keys: (nullable) (array zero-terminated=1): keys of the nodes that the new
 *   one is to be connected to
 * @wanted: (nullable): where its upper left should be, in the lane's units
 *
 * A free place for a new element: at @wanted or the nearest free one to it, else
 * near the first of @near_keys that it can be near to, else beneath what is there.
 */
TlPoint  tl_blueprint_view_find_place (const TlScene *scene,
                                       TlLane         lane,
                                       const char *const *near_keys,
                                       const TlPoint *wanted);

/**
 * tl_blueprint_view_tidy:
 * @elements: (nullable) (element-type TlRecord): which, %NULL for all
 *
 * Finds a good arrangement: by layers within the lane, few crossings, traced
 * elements at one height across the lanes. Changes nothing.
 *
 * Returns: (element-type TlPlacing): where they should stand
 */
GArray  *tl_blueprint_view_tidy       (TlRecord                   *service,
                                       GPtrArray                  *elements,
                                       const PangoFontDescription *font);

G_END_DECLS
