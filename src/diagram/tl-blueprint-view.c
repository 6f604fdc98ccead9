/* tl-blueprint-view.c: a service's blueprint as a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-view.h"

#include <math.h>
#include <string.h>

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
  return (TlPoint) { content->bounds.x, content->bounds.y };
}

TlPoint
tl_blueprint_view_to_lane (const TlScene *scene,
                           TlLane         lane,
                           double         x,
                           double         y)
{
  TlPoint origin = tl_blueprint_view_get_origin (scene, lane);
  double unit = tl_scene_get_unit (scene);

  return (TlPoint) { (x - origin.x) / unit, (y - origin.y) / unit };
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

/* Where a node stands, in the units of the lane. */
static TlRect
get_place (const TlScene *scene,
           TlLane         lane,
           const TlNode  *node)
{
  TlPoint place = tl_blueprint_view_to_lane (scene, lane, node->bounds.x, node->bounds.y);
  double unit = tl_scene_get_unit (scene);

  return (TlRect) { place.x, place.y, node->bounds.width / unit, node->bounds.height / unit };
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
      place = get_place (scene, lane, node);
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
  return get_place (scene, lane, find_node (scene, "content:", lane)).width;
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

  anchor = get_place (scene, lane, node);
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

/* Where what is to be arranged stands now: its upper left in every lane. */
static void
find_corner (const TlBlueprintFacts *facts,
             const gboolean         *chosen,
             const TlRect           *places,
             double                 *xs,
             double                 *y)
{
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    xs[lane] = G_MAXDOUBLE;
  *y = G_MAXDOUBLE;
  for (guint i = 0; i < facts->items->len; i++)
    if (chosen[i] && places[i].width >= 0)
      {
        TlLane lane = tl_blueprint_facts_get_item (facts, i)->lane;

        xs[lane] = MIN (xs[lane], MAX (places[i].x, 0));
        *y = MIN (*y, MAX (places[i].y, 0));
      }
}

/* Whether what was arranged, moved down by @by, is clear of everything else. */
static gboolean
is_clear (const TlBlueprintFacts *facts,
          const gboolean         *chosen,
          TlBlueprintBuild       *build,
          TlBlueprintRoom       **rooms,
          double                  by)
{
  for (guint i = 0; i < facts->items->len; i++)
    {
      TlRect taken = build->places[i];

      if (!chosen[i] || taken.width < 0)
        continue;
      taken.y += by;
      taken.height += build->chips[i];
      if (!tl_blueprint_room_is_free (rooms[tl_blueprint_facts_get_item (facts, i)->lane], &taken, TL_BLUEPRINT_ACROSS / 2))
        return FALSE;
    }

  return TRUE;
}

/* Arranges what is chosen where it stood, or further down where that is taken. */
static void
tidy_chosen (TlBlueprintBuild      *build,
             const TlBlueprintTies *ties,
             const gboolean        *chosen)
{
  const TlBlueprintFacts *facts = build->facts;
  TlBlueprintRoom *rooms[TL_N_LANES];
  double xs[TL_N_LANES], y;

  find_corner (facts, chosen, build->places, xs, &y);
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    rooms[lane] = tl_blueprint_room_new ();
  for (guint i = 0; i < facts->items->len; i++)
    {
      TlRect taken = build->places[i];

      taken.height += build->chips[i];
      if (!chosen[i] && taken.width >= 0)
        tl_blueprint_room_add (rooms[tl_blueprint_facts_get_item (facts, i)->lane], &taken);
    }

  tl_blueprint_tidy (facts, ties, chosen, build->chips, build->places);
  for (guint i = 0; i < facts->items->len; i++)
    if (chosen[i] && build->places[i].width >= 0)
      {
        build->places[i].x += tl_blueprint_snap (xs[tl_blueprint_facts_get_item (facts, i)->lane]);
        build->places[i].y += tl_blueprint_snap (y);
      }

  y = 0;
  while (!is_clear (facts, chosen, build, rooms, y))
    y += TL_BLUEPRINT_GRID;
  for (guint i = 0; i < facts->items->len; i++)
    if (chosen[i])
      build->places[i].y += y;

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    tl_blueprint_room_free (rooms[lane]);
}

static gboolean *
choose (const TlBlueprintFacts *facts,
        GPtrArray              *elements)
{
  gboolean *chosen = g_new0 (gboolean, facts->items->len);

  for (guint i = 0; i < elements->len; i++)
    {
      int item = tl_blueprint_facts_find (facts, tl_record_get_id (g_ptr_array_index (elements, i)));

      if (item >= 0)
        chosen[item] = TRUE;
    }

  return chosen;
}

static GArray *
list_placings (TlProject              *project,
               const TlBlueprintBuild *build,
               const gboolean         *chosen)
{
  GArray *placings = g_array_new (FALSE, FALSE, sizeof (TlPlacing));

  for (guint i = 0; i < build->facts->items->len; i++)
    {
      const TlBlueprintItem *item = tl_blueprint_facts_get_item (build->facts, i);
      TlPlacing placing = { tl_project_lookup (project, item->key + strlen (TL_BLUEPRINT_PREFIX)),
                            build->places[i].x, build->places[i].y, item->width, item->height };

      if (build->places[i].width >= 0 && (chosen == NULL || chosen[i]))
        g_array_append_val (placings, placing);
    }

  return placings;
}

GArray *
tl_blueprint_view_tidy (TlRecord                   *service,
                        GPtrArray                  *elements,
                        const PangoFontDescription *font)
{
  g_autoptr (TlBlueprintFacts) facts = NULL;
  g_autoptr (TlTextMeasure) text = NULL;
  g_auto (TlBlueprintTies) ties = { NULL };
  g_autofree TlRect *places = NULL;
  g_autofree double *chips = NULL;
  g_autofree gboolean *chosen = NULL;
  TlBlueprintBuild build = { NULL };

  g_return_val_if_fail (TL_IS_RECORD (service) && font != NULL, NULL);

  facts = tl_blueprint_facts_new (service, NULL);
  text = tl_text_measure_new (font);
  tl_blueprint_ties_init (&ties, facts);
  build.facts = facts;
  build.text = text;
  build.unit = tl_blueprint_get_unit (text);
  build.places = places = g_new (TlRect, facts->items->len);
  build.chips = chips = g_new0 (double, facts->items->len);
  for (guint i = 0; i < facts->items->len; i++)
    {
      const TlBlueprintItem *item = tl_blueprint_facts_get_item (facts, i);

      places[i] = (TlRect) { 0, 0, -1, -1 };
      if (item->line == TL_LINE_NONE)
        tl_blueprint_measure (item, text, &places[i].width, &places[i].height, &chips[i]);
    }

  if (elements != NULL)
    {
      chosen = choose (facts, elements);
      tl_blueprint_find_places (&build, &ties, NULL);
      tidy_chosen (&build, &ties, chosen);
    }
  else
    {
      tl_blueprint_tidy (facts, &ties, NULL, chips, places);
    }

  return list_placings (tl_record_get_project (service), &build, chosen);
}
