/* tl-blueprint-lanes.c: the three service models of a blueprint, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "diagram/tl-blueprint-spine.h"
#include "diagram/tl-shape.h"

/* Of a lane's content, in lane units. */
#define MIN_WIDTH  (2 * TL_BLUEPRINT_BOX_WIDTH + TL_BLUEPRINT_ACROSS)
#define MIN_HEIGHT 392.0
/* A lane grows in steps, so that what is beside it is not pushed about by little
 * things. */
#define STEP 40.0

#define BELOW_HEADING 16.0
#define BELOW_SPINE   32.0
#define BELOW_CONTENT 32.0

const char *const tl_blueprint_lane_ids[TL_N_LANES] = { "conceptual", "logical", "realized" };

static TlNode
make_text (const char *text)
{
  return (TlNode) { .title = text, .parent = -1, .shape = TL_SHAPE_NONE, .role = TL_ROLE_AUXILIARY, .heat = -1 };
}

static TlNode
make_lane (TlLane lane)
{
  return (TlNode) {
    .title = tl_lane_get_name (lane),
    .parent = -1,
    .shape = TL_SHAPE_PANEL,
    .role = TL_ROLE_PLAIN,
    .heat = -1,
  };
}

static const char *
get_hint (TlLane lane)
{
  switch (lane)
    {
    case TL_LANE_CONCEPTUAL:
      return _("Still empty: capabilities, outcomes and stakeholders say here why the service exists.");
    case TL_LANE_LOGICAL:
      return _("Still empty: components, interfaces and data say here how the service is designed.");
    case TL_LANE_REALIZED:
    default:
      return _("Still empty: applications, servers and databases say here what really runs.");
    }
}

static double
measure_text (TlBlueprintBuild *build,
              const char       *text,
              double            width)
{
  double height;

  tl_text_measure_size (build->text, TL_TEXT_TITLE, text, width, 100, NULL, &height);
  return height;
}

/* What stands in a lane, in its units; starts at 0 at least. */
static TlRect
get_extent (TlBlueprintBuild *build,
            TlLane            lane)
{
  TlRect extent = { 0, 0, MIN_WIDTH, MIN_HEIGHT };

  for (guint i = 0; i < build->facts->items->len; i++)
    if (tl_blueprint_facts_get_item (build->facts, i)->lane == lane && build->places[i].width >= 0)
      extent = tl_rect_union (&extent, &build->places[i]);

  return extent;
}

static double
get_heading_height (TlBlueprintBuild *build,
                    TlLane            lane)
{
  TlNode node = make_lane (lane);
  double width = build->lanes[lane].bounds.width - 2 * TL_BLUEPRINT_PADDING;

  return tl_shape_measure_height (build->text, &node, build->lanes[lane].bounds.width)
         - TL_SHAPE_PANEL_PADDING + measure_text (build, tl_lane_get_text (lane), width);
}

void
tl_blueprint_place_lanes (TlBlueprintBuild *build)
{
  double x = 0, heading = 0, top = 0, bottom = 0;

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      TlBlueprintLane *one = &build->lanes[lane];
      TlRect extent = get_extent (build, lane);
      double width = MAX (extent.width * build->unit, tl_blueprint_spine_get_width (build->spine, lane));

      width = MIN_WIDTH * build->unit + ceil (MAX (width - MIN_WIDTH * build->unit, 0) / STEP) * STEP;
      one->bounds = (TlRect) { x, 0, tl_blueprint_snap (width + 2 * TL_BLUEPRINT_PADDING), 0 };
      one->origin.x = x + TL_BLUEPRINT_PADDING - extent.x * build->unit;
      x += one->bounds.width + TL_BLUEPRINT_LANE_GAP;
      heading = MAX (heading, get_heading_height (build, lane));
      top = MIN (top, extent.y * build->unit);
      bottom = MAX (bottom, (extent.y + extent.height) * build->unit);
    }

  build->spine_y = tl_blueprint_snap (heading + BELOW_HEADING);
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      TlBlueprintLane *one = &build->lanes[lane];

      one->origin.y = tl_blueprint_snap (build->spine_y + tl_blueprint_spine_get_height (build->spine) + BELOW_SPINE - top);
      one->bounds.height = tl_blueprint_snap (one->origin.y + bottom + BELOW_CONTENT);
    }
}

static void
add_subtitle (TlBlueprintBuild *build,
              TlLane            lane)
{
  const TlRect *bounds = &build->lanes[lane].bounds;
  TlNode panel = make_lane (lane);
  TlNode text = make_text (tl_lane_get_text (lane));

  text.parent = build->lanes[lane].node;
  text.bounds.x = bounds->x + TL_SHAPE_PANEL_PADDING;
  text.bounds.y = bounds->y + tl_shape_measure_height (build->text, &panel, bounds->width) - TL_SHAPE_PANEL_PADDING;
  text.bounds.width = bounds->width - 2 * TL_SHAPE_PANEL_PADDING;
  text.bounds.height = measure_text (build, text.title, text.bounds.width);
  tl_scene_builder_node (build->scene, &text);
}

static void
add_hint (TlBlueprintBuild *build,
          TlLane            lane)
{
  const TlRect *bounds = &build->lanes[lane].bounds;
  TlNode text = make_text (get_hint (lane));

  text.parent = build->lanes[lane].node;
  text.bounds.x = bounds->x + TL_BLUEPRINT_PADDING;
  text.bounds.y = build->lanes[lane].origin.y;
  text.bounds.width = bounds->width - 2 * TL_BLUEPRINT_PADDING;
  text.bounds.height = measure_text (build, text.title, text.bounds.width);
  tl_scene_builder_node (build->scene, &text);
}

void
tl_blueprint_add_lanes (TlBlueprintBuild *build)
{
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      TlBlueprintLane *one = &build->lanes[lane];
      g_autofree char *key = g_strdup_printf ("lane:%s", tl_blueprint_lane_ids[lane]);
      TlNode node = make_lane (lane);

      node.key = key;
      node.bounds = one->bounds;
      one->node = tl_scene_builder_node (build->scene, &node);
      add_subtitle (build, lane);
    }
}

/* Between 0 and the sides of the lane, as wide as the lane lets it be: what stands
 * in it can be moved to everywhere there. What a file places beyond 0 is in the
 * lane, but not in this. */
static int
add_content (TlBlueprintBuild *build,
             TlLane            lane)
{
  const TlBlueprintLane *one = &build->lanes[lane];
  g_autofree char *key = g_strdup_printf ("content:%s", tl_blueprint_lane_ids[lane]);
  TlNode node = { .key = key, .parent = one->node, .shape = TL_SHAPE_NONE, .role = TL_ROLE_PLAIN, .heat = -1 };

  node.bounds = (TlRect) { one->origin.x, one->origin.y,
                           one->bounds.x + one->bounds.width - TL_BLUEPRINT_PADDING - one->origin.x,
                           one->bounds.y + one->bounds.height - TL_BLUEPRINT_PADDING - one->origin.y };
  return tl_scene_builder_node (build->scene, &node);
}

void
tl_blueprint_add_parts (TlBlueprintBuild      *build,
                        const TlBlueprintTies *ties)
{
  int contents[TL_N_LANES];
  gboolean is_empty[TL_N_LANES] = { TRUE, TRUE, TRUE };

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    contents[lane] = add_content (build, lane);

  for (guint i = 0; i < build->facts->items->len; i++)
    {
      const TlBlueprintItem *item = tl_blueprint_facts_get_item (build->facts, i);
      const TlRect *place = &build->places[i];
      const TlBlueprintLane *lane = &build->lanes[item->lane];
      g_autofree char *description = NULL;
      TlNode node;

      if (place->width < 0)
        continue;

      is_empty[item->lane] = FALSE;
      node = tl_blueprint_make_node (build, i);
      node.description = description = tl_blueprint_describe (build->facts, ties, i);
      node.parent = place->x < 0 || place->y < 0 ? lane->node : contents[item->lane];
      node.bounds = (TlRect) { lane->origin.x + place->x * build->unit, lane->origin.y + place->y * build->unit,
                               place->width * build->unit, place->height * build->unit };
      build->nodes[i] = tl_scene_builder_node (build->scene, &node);
    }

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    if (is_empty[lane])
      add_hint (build, lane);
}
