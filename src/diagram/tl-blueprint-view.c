/* tl-blueprint-view.c: a service's blueprint as a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-view.h"

#include <math.h>

#include "diagram/tl-blueprint-layout.h"
#include "diagram/tl-blueprint-private.h"

TlScene *
tl_blueprint_view_build (TlRecord                   *service,
                         TlTraceability             *traceability,
                         const PangoFontDescription *font)
{
  g_autoptr (TlBlueprintLayout) layout = tl_blueprint_layout_new ();

  return tl_blueprint_layout_build (layout, service, traceability, font);
}

static const TlNode *
find_node (const TlScene *scene,
           const char    *prefix,
           TlLane         lane)
{
  g_autofree char *key = g_strconcat (prefix, tl_blueprint_lane_ids[lane], NULL);
  int node = tl_scene_find (scene, key);

  return node >= 0 ? tl_scene_get_node (scene, node) : NULL;
}

TlPoint
tl_blueprint_view_get_origin (const TlScene *scene,
                              TlLane         lane)
{
  const TlNode *content;

  g_return_val_if_fail (scene != NULL && lane < TL_N_LANES, (TlPoint) { 0 });

  content = find_node (scene, "content:", lane);
  g_return_val_if_fail (content != NULL, (TlPoint) { 0 });
  return (TlPoint) { content->bounds.x + (tl_scene_is_mirrored (scene) ? content->bounds.width : 0), content->bounds.y };
}

TlPoint
tl_blueprint_view_to_lane (const TlScene *scene,
                           TlLane         lane,
                           double         x,
                           double         y)
{
  TlPoint origin = tl_blueprint_view_get_origin (scene, lane);
  double unit = tl_scene_get_unit (scene);

  return (TlPoint) { (tl_scene_is_mirrored (scene) ? origin.x - x : x - origin.x) / unit, (y - origin.y) / unit };
}

TlRect
tl_blueprint_view_rect_to_lane (const TlScene *scene,
                                TlLane         lane,
                                const TlRect  *bounds)
{
  double start = tl_scene_is_mirrored (scene) ? bounds->x + bounds->width : bounds->x;
  TlPoint place = tl_blueprint_view_to_lane (scene, lane, start, bounds->y);
  double unit = tl_scene_get_unit (scene);

  return (TlRect) { place.x, place.y, bounds->width / unit, bounds->height / unit };
}

gboolean
tl_blueprint_view_find_lane (const TlScene *scene,
                             double         x,
                             double         y,
                             TlLane        *lane)
{
  g_return_val_if_fail (scene != NULL && lane != NULL, FALSE);

  for (TlLane one = 0; one < TL_N_LANES; one++)
    {
      const TlNode *panel = find_node (scene, "lane:", one);

      if (panel != NULL && tl_rect_contains (&panel->bounds, x, y))
        {
          *lane = one;
          return TRUE;
        }
    }

  return FALSE;
}

/* With the room for what hangs beneath a box: a note, or one that may come. */
static TlBlueprintRoom *
make_room (const TlScene *scene,
           TlLane         lane)
{
  g_autofree char *lane_key = g_strconcat ("lane:", tl_blueprint_lane_ids[lane], NULL);
  g_autofree char *content_key = g_strconcat ("content:", tl_blueprint_lane_ids[lane], NULL);
  int panel = tl_scene_find (scene, lane_key), content = tl_scene_find (scene, content_key);
  TlBlueprintRoom *room = tl_blueprint_room_new ();

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      TlRect place;

      if (node->shape != TL_SHAPE_BOX || (node->parent != panel && node->parent != content))
        continue;
      place = tl_blueprint_view_rect_to_lane (scene, lane, &node->bounds);
      if (node->note != NULL)
        place.height += TL_BLUEPRINT_CHIP;
      tl_blueprint_room_add (room, &place);
    }

  return room;
}

/* How wide the content of a lane is, in its units. */
static double
get_width (const TlScene *scene,
           TlLane         lane)
{
  return find_node (scene, "content:", lane)->bounds.width / tl_scene_get_unit (scene);
}

static gboolean
find_place_near (const TlScene   *scene,
                 TlLane           lane,
                 const char      *key,
                 TlBlueprintRoom *room,
                 TlRect          *place)
{
  int index = tl_scene_find (scene, key);
  const TlNode *node = index >= 0 ? tl_scene_get_node (scene, index) : NULL;
  TlLane other;
  TlRect anchor;

  if (node == NULL || node->shape != TL_SHAPE_BOX)
    return FALSE;

  anchor = tl_blueprint_view_rect_to_lane (scene, lane, &node->bounds);
  if (tl_blueprint_view_find_lane (scene, node->bounds.x, node->bounds.y, &other) && other != lane)
    {
      anchor.x = -anchor.width - TL_BLUEPRINT_ACROSS;
      place->y = MAX (anchor.y, 0);
      if (tl_blueprint_room_find_level (room, get_width (scene, lane), place))
        return TRUE;
    }
  return tl_blueprint_room_find_near (room, &anchor, get_width (scene, lane), place);
}

TlPoint
tl_blueprint_view_find_place (const TlScene     *scene,
                              TlLane             lane,
                              const char *const *near_keys,
                              const TlPoint     *wanted)
{
  TlRect place = { 0, 0, TL_BLUEPRINT_BOX_WIDTH, TL_BLUEPRINT_BOX_HEIGHT };
  g_autoptr (TlBlueprintRoom) room = NULL;

  g_return_val_if_fail (scene != NULL && lane < TL_N_LANES, (TlPoint) { 0 });

  room = make_room (scene, lane);
  if (wanted != NULL && isfinite (wanted->x) && isfinite (wanted->y))
    {
      place.x = wanted->x;
      place.y = wanted->y;
      tl_blueprint_room_find_nearest (room, &place);
      return (TlPoint) { place.x, place.y };
    }

  for (guint i = 0; near_keys != NULL && near_keys[i] != NULL; i++)
    if (find_place_near (scene, lane, near_keys[i], room, &place))
      return (TlPoint) { place.x, place.y };

  tl_blueprint_room_find_beneath (room, get_width (scene, lane), &place);
  return (TlPoint) { place.x, place.y };
}
