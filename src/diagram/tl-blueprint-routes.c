/* tl-blueprint-routes.c: the connectors of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-labels.h"
#include "diagram/tl-blueprint-ports.h"
#include "diagram/tl-blueprint-spine.h"
#include "diagram/tl-blueprint-ways.h"
#include "diagram/tl-route.h"
#include "diagram/tl-shape.h"

#define SIDE_BY_SIDE 6.0  /* between lines in one gutter */
#define WALL         4.0  /* around the lanes */

struct _TlBlueprintRoutes
{
  TlBlueprintWays *ways;

  /* Of one layout: */
  TlRouter  *router;
  GPtrArray *paths; /* of GArray of TlPoint; NULL while not found */
  GArray    *ties;  /* of guint: whose they are */
  GArray    *ends;  /* of TlBlueprintEnd, by item */
};

TlBlueprintRoutes *
tl_blueprint_routes_new (void)
{
  TlBlueprintRoutes *self = g_new0 (TlBlueprintRoutes, 1);

  self->ways = tl_blueprint_ways_new ();
  self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->ties = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_array_new (FALSE, TRUE, sizeof (TlBlueprintEnd));

  return self;
}

void
tl_blueprint_routes_free (TlBlueprintRoutes *self)
{
  if (self == NULL)
    return;

  tl_blueprint_ways_free (self->ways);
  g_clear_pointer (&self->router, tl_router_free);
  g_ptr_array_unref (self->paths);
  g_array_unref (self->ties);
  g_array_unref (self->ends);
  g_free (self);
}

/* Paths stay between the sides of the outer lanes, and beneath the headings and
 * the line. */
static void
add_walls (TlBlueprintRoutes *self,
           TlBlueprintBuild  *build)
{
  const TlRect *first = &build->lanes[0].bounds, *last = &build->lanes[TL_N_LANES - 1].bounds;
  double right = last->x + last->width, height = first->height;
  const TlRect walls[] = {
    { first->x - WALL, first->y, WALL, height },
    { right, first->y, WALL, height },
    { first->x - WALL, first->y + height, right - first->x + 2 * WALL, WALL },
    { first->x, first->y, right - first->x, tl_blueprint_spine_get_top (build->spine) - first->y },
  };

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    tl_router_add (self->router, &walls[i], -1);
}

/* What the service does not have yet is in the way, too, and what is read of a line. */
static void
add_bands (TlBlueprintRoutes *self,
           TlBlueprintBuild  *build)
{
  for (guint i = 0; i < build->spine->n_bands; i++)
    if (build->spine->bands[i].name.width > 0)
      tl_router_add (self->router, &build->spine->bands[i].name, -1);
  for (guint i = 0; i < build->spine->n_bands; i++)
    for (guint j = 0; j < build->spine->bands[i].stations->len; j++)
      {
        const TlSpineStation *station = &g_array_index (build->spine->bands[i].stations, TlSpineStation, j);

        if (station->item < 0)
          tl_router_add (self->router, &tl_scene_builder_edit (build->scene, station->node)->bounds, -1);
      }
}

static void
add_ends (TlBlueprintRoutes *self,
          TlBlueprintBuild  *build)
{
  g_array_set_size (self->ends, 0);
  g_array_set_size (self->ends, build->facts->items->len);
  for (guint i = 0; i < self->ends->len; i++)
    {
      TlBlueprintEnd *end = &g_array_index (self->ends, TlBlueprintEnd, i);
      const TlNode *node = tl_scene_builder_edit (build->scene, build->nodes[i]);
      TlRect taken;

      end->bounds = taken = node->bounds;
      end->is_station = build->places[i].width < 0;
      end->chip = end->is_station ? tl_shape_measure_note (build->text, node) : build->chips[i] * build->unit;
      taken.height += end->chip;
      end->obstacle = tl_router_add (self->router, &taken, -1);
    }
}

/* A trace into another lane. */
static gboolean
is_across (TlBlueprintBuild     *build,
           const TlBlueprintTie *tie)
{
  return tie->is_trace && tl_blueprint_facts_get_item (build->facts, tie->from)->lane
                            != tl_blueprint_facts_get_item (build->facts, tie->to)->lane;
}

static void
use_ports (TlBlueprintRoutes    *self,
           const TlBlueprintTie *tie,
           const GArray         *points)
{
  tl_blueprint_end_use (&g_array_index (self->ends, TlBlueprintEnd, tie->from), &g_array_index (points, TlPoint, 0));
  tl_blueprint_end_use (&g_array_index (self->ends, TlBlueprintEnd, tie->to),
                        &g_array_index (points, TlPoint, points->len - 1));
}

static GArray *
find_path (TlBlueprintRoutes *self,
           TlBlueprintBuild  *build,
           guint              number)
{
  const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (build->facts, number);
  TlBlueprintEnd *from = &g_array_index (self->ends, TlBlueprintEnd, tie->from);
  TlBlueprintEnd *to = &g_array_index (self->ends, TlBlueprintEnd, tie->to);
  TlRoutePort from_ports[TL_BLUEPRINT_MAX_PORTS], to_ports[TL_BLUEPRINT_MAX_PORTS];
  gboolean across = is_across (build, tie);
  guint n_from = tl_blueprint_end_make_ports (from, to, across, TRUE, from_ports);
  guint n_to = tl_blueprint_end_make_ports (to, from, across, FALSE, to_ports);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  gboolean is_clean = tl_router_find (self->router, from->obstacle, from_ports, n_from,
                                      to->obstacle, to_ports, n_to, points);

  use_ports (self, tie, points);
  tl_blueprint_ways_keep (self->ways, number, across, is_clean, points);
  return points;
}

/* A relation of an element to itself: an ear at its upper right corner. */
static GArray *
make_ear (TlBlueprintRoutes    *self,
          const TlBlueprintTie *tie)
{
  const TlRect *bounds = &g_array_index (self->ends, TlBlueprintEnd, tie->from).bounds;
  double right = bounds->x + bounds->width, out = TL_BLUEPRINT_GRID;
  const TlPoint points[] = {
    { right - 2 * out, bounds->y }, { right - 2 * out, bounds->y - out }, { right + out, bounds->y - out },
    { right + out, bounds->y + 2 * out }, { right, bounds->y + 2 * out },
  };
  GArray *path = g_array_new (FALSE, FALSE, sizeof (TlPoint));

  g_array_append_vals (path, points, G_N_ELEMENTS (points));
  return path;
}

/* What is known takes its ports first, then the rest looks for others. */
static void
find_paths (TlBlueprintRoutes *self,
            TlBlueprintBuild  *build)
{
  tl_blueprint_ways_begin (self->ways, build, self->ends);
  for (guint i = 0; i < build->facts->ties->len; i++)
    {
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (build->facts, i);
      GArray *path = NULL;

      if (build->drawn[i])
        continue;
      if (tie->from == tie->to)
        path = make_ear (self, tie);
      else
        path = tl_blueprint_ways_find (self->ways, i, is_across (build, tie));
      if (path != NULL && tie->from != tie->to)
        use_ports (self, tie, path);
      g_ptr_array_add (self->paths, path);
      g_array_append_val (self->ties, i);
    }
  for (guint i = 0; i < self->paths->len; i++)
    if (g_ptr_array_index (self->paths, i) == NULL)
      g_ptr_array_index (self->paths, i) = find_path (self, build, g_array_index (self->ties, guint, i));
  tl_blueprint_ways_end (self->ways);
}

static void
add_edges (TlBlueprintRoutes *self,
           TlBlueprintBuild  *build)
{
  g_autoptr (TlBlueprintLabels) labels = tl_blueprint_labels_new (build->text, self->router, self->paths);

  for (guint i = 0; i < self->paths->len; i++)
    {
      const GArray *path = g_ptr_array_index (self->paths, i);
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (build->facts, g_array_index (self->ties, guint, i));
      TlEdge edge = {
        .key = tie->key,
        .from = build->nodes[tie->from],
        .to = build->nodes[tie->to],
        .role = tie->is_trace ? TL_ROLE_TRACE : TL_ROLE_RELATION,
        .flags = TL_EDGE_ARROW | (tie->is_trace ? TL_EDGE_DASHED : 0),
      };

      if (!tie->is_trace)
        tl_blueprint_labels_add (labels, i, tie->name, tie->from_label, tie->to_label, &edge);
      tl_scene_builder_edge (build->scene, &edge, (const TlPoint *) (const void *) path->data, path->len);
    }
}

void
tl_blueprint_routes_add (TlBlueprintRoutes *self,
                         TlBlueprintBuild  *build)
{
  g_clear_pointer (&self->router, tl_router_free);
  self->router = tl_router_new ();
  g_ptr_array_set_size (self->paths, 0);
  g_array_set_size (self->ties, 0);

  add_walls (self, build);
  add_bands (self, build);
  add_ends (self, build);
  find_paths (self, build);
  tl_router_spread (self->router, self->paths, SIDE_BY_SIDE);
  add_edges (self, build);
}
