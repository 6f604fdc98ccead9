/* tl-view-relations.c: the relations between the data objects of a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-relations.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "diagram/tl-route.h"
#include "diagram/tl-shape.h"
#include "diagram/tl-view-backbone.h"

#define SIDE_BY_SIDE  5.0 /* between lines in one gutter */
#define USED_COST    64.0 /* detour a path takes for a port of its own */
#define SIDE_COST     4.0 /* ports beside the middle are second choice */
#define N_PORTS       7
#define OFF_MIDDLE  0.94  /* of the radius: multiplicities of both have room */

/* What of a data object is in the way of paths. */
typedef struct
{
  const TlDataObject *object;
  int                 node;
  int                 obstacle; /* the circle; its title is another one */
  gboolean            is_small;
  guint               used[N_PORTS]; /* paths that end at each port */
} Circle;

typedef struct
{
  TlViewBuild *build;
  TlRouter    *router;
  GHashTable  *boxes;    /* TlFlow → obstacle + 1 */
  GArray      *circles;  /* of Circle, as the places */
  GPtrArray   *paths;    /* of GArray of TlPoint */
  GArray      *edges;    /* of TlEdge, as the paths */
} Relations;

TlFlow *
tl_view_make_orphans (TlViewBuild  *self,
                      TlViewPlaces *places)
{
  TlNode node = tl_view_node_text (TL_SHAPE_PANEL, C_("data objects", "Owner not known"));
  TlFlow *panel = tl_flow_new_row (TL_FLOW_APART);

  node.flags |= TL_NODE_MISSING;
  tl_flow_set_node (panel, &node);
  tl_view_places_add_panel (places, panel);

  return panel;
}

void
tl_view_add_orphan (TlViewBuild        *self,
                    TlFlow             *orphans,
                    const TlDataObject *object,
                    TlViewPlaces       *places)
{
  TlNode node = tl_view_node_object (self, object, TL_SHAPE_CIRCLE);
  TlFlow *circle = tl_flow_new_leaf (&node);

  tl_flow_set_align (circle, 0, 0);
  tl_view_places_add (places, object, tl_flow_add (orphans, circle), NULL);
}

/* The texts of a panel, no wider than they are. */
static void
add_panel (TlViewBuild *build,
           TlRouter    *router,
           TlFlow      *panel)
{
  const TlNode *node = tl_scene_builder_edit (build->scene, tl_flow_get_index (panel));
  TlShapePlaces texts;
  TlRect bounds;
  double width;

  tl_shape_place (build->text, node, &texts);
  tl_text_measure_size (build->text, texts.title.style, node->title, texts.title.area.width, 2, &width, NULL);
  bounds = texts.title.area;
  bounds.width = MIN (width, bounds.width);
  tl_router_add (router, &bounds, -1);
}

static int
add_box (Relations *self,
         TlFlow    *box)
{
  int obstacle = GPOINTER_TO_INT (g_hash_table_lookup (self->boxes, box)) - 1;
  TlShapePlaces texts;
  TlRect head;

  if (obstacle >= 0)
    return obstacle;

  obstacle = tl_router_add (self->router, tl_flow_get_bounds (box), -1);
  g_hash_table_insert (self->boxes, box, GINT_TO_POINTER (obstacle + 1));

  tl_shape_place (self->build->text, tl_scene_builder_edit (self->build->scene, tl_flow_get_index (box)), &texts);
  head = *tl_flow_get_bounds (box);
  head.height = texts.head;
  tl_router_add (self->router, &head, obstacle);

  return obstacle;
}

static void
add_circle (Relations         *self,
            const TlViewPlace *place)
{
  int node = tl_flow_get_index (place->item);
  const TlNode *shown = tl_scene_builder_edit (self->build->scene, node);
  int box = place->box != NULL ? add_box (self, place->box) : -1;
  TlRect bounds = tl_shape_get_circle (shown);
  Circle circle = { .object = place->object, .node = node };
  TlShapePlaces texts;

  circle.is_small = (shown->flags & TL_NODE_SMALL) != 0;
  circle.obstacle = tl_router_add (self->router, &bounds, box);
  tl_shape_place (self->build->text, shown, &texts);
  if (texts.title.area.width > 0)
    tl_router_add (self->router, &texts.title.area, box);
  g_array_append_val (self->circles, circle);
}

/* Ports of a circle: on either side one in the middle, one above and one beneath
 * it. The title is beneath a large circle and to the right of a small one, which
 * has a port on top instead; the backbone takes the middle of its circles. */
static guint
make_ports (Relations   *self,
            Circle      *circle,
            TlRoutePort *ports,
            guint       *slots)
{
  const TlRect bounds = tl_shape_get_circle (tl_scene_builder_edit (self->build->scene, circle->node));
  double radius = bounds.width / 2, x = bounds.x + radius, y = bounds.y + radius;
  double off = round (radius * OFF_MIDDLE), in = sqrt (radius * radius - off * off);
  const TlRoutePort all[N_PORTS] = {
    { { x - radius, y }, TL_ROUTE_LEFT, 0 },
    { { x - in, y - off }, TL_ROUTE_LEFT, SIDE_COST },
    { { x - in, y + off }, TL_ROUTE_LEFT, SIDE_COST },
    { { x + radius, y }, TL_ROUTE_RIGHT, 0 },
    { { x + in, y - off }, TL_ROUTE_RIGHT, SIDE_COST },
    { { x + in, y + off }, TL_ROUTE_RIGHT, SIDE_COST },
    { { x, y - radius }, TL_ROUTE_UP, SIDE_COST },
  };
  gboolean on_line = tl_view_is_backbone (circle->object);
  guint n = 0;

  for (guint i = 0; i < N_PORTS; i++)
    {
      if ((on_line && all[i].at.y == y)
          || (all[i].side == TL_ROUTE_RIGHT && circle->is_small)
          || (all[i].side == TL_ROUTE_UP && !circle->is_small))
        continue;
      ports[n] = all[i];
      ports[n].cost += USED_COST * circle->used[i];
      slots[n++] = i;
    }

  return n;
}

/* Returns how many paths end there already. */
static guint8
count_port (Circle            *circle,
            const TlPoint     *at,
            const TlRoutePort *ports,
            const guint       *slots,
            guint              n)
{
  for (guint i = 0; i < n; i++)
    if (ports[i].at.x == at->x && ports[i].at.y == at->y)
      return (guint8) circle->used[slots[i]]++;
  return 0;
}

static void
add_path (Relations              *self,
          const TlObjectRelation *relation,
          Circle                 *from,
          Circle                 *to,
          guint                   flags)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  TlRoutePort from_ports[N_PORTS], to_ports[N_PORTS];
  guint from_slots[N_PORTS], to_slots[N_PORTS];
  guint n_from = make_ports (self, from, from_ports, from_slots);
  guint n_to = make_ports (self, to, to_ports, to_slots);
  TlEdge edge = {
    .from = from->node,
    .to = to->node,
    /* What belongs to the backbone but is not a step of its line must not look
     * like a second line. */
    .role = relation->is_backbone ? TL_ROLE_TRACE : TL_ROLE_RELATION,
    .flags = flags | (relation->is_backbone ? TL_EDGE_DASHED : 0),
    .from_label = relation->from_multiplicity,
    .to_label = relation->to_multiplicity,
  };

  tl_router_find (self->router, from->obstacle, from_ports, n_from, to->obstacle, to_ports, n_to, points);
  edge.from_turn = count_port (from, &g_array_index (points, TlPoint, 0), from_ports, from_slots, n_from);
  edge.to_turn = count_port (to, &g_array_index (points, TlPoint, points->len - 1), to_ports, to_slots, n_to);
  g_ptr_array_add (self->paths, points);
  g_array_append_val (self->edges, edge);
}

/* A relation of an object to itself: an ear at its upper corner. There is no room
 * for multiplicities; the object's own view has them. */
static void
add_ear (Relations *self,
         Circle    *circle,
         guint      flags)
{
  TlRect bounds = tl_shape_get_circle (tl_scene_builder_edit (self->build->scene, circle->node));
  double x = bounds.x + bounds.width / 2, y = bounds.y + bounds.height / 2;
  double out = TL_FLOW_GRID;
  TlPoint points[] = {
    { x, bounds.y }, { x, bounds.y - out },
    { bounds.x + bounds.width + out, bounds.y - out },
    { bounds.x + bounds.width + out, y }, { bounds.x + bounds.width, y },
  };
  TlEdge edge = {
    .from = circle->node,
    .to = circle->node,
    .role = TL_ROLE_RELATION,
    .flags = flags,
  };

  tl_scene_builder_edge (self->build->scene, &edge, points, G_N_ELEMENTS (points));
}

static Circle *
find_circle (Relations          *self,
             TlViewPlaces       *places,
             const TlDataObject *object)
{
  const TlViewPlace *place = tl_view_places_lookup (places, object);

  return place != NULL ? &g_array_index (self->circles, Circle, place - tl_view_places_get (places, 0)) : NULL;
}

/* Whether the line itself runs from one to the other. */
static gboolean
is_on_line (GPtrArray              *lines,
            const TlObjectRelation *relation)
{
  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *line = g_ptr_array_index (lines, i);
      guint from, to;

      if (g_ptr_array_find (line, relation->from, &from)
          && g_ptr_array_find (line, relation->to, &to)
          && (from + 1 == to || to + 1 == from))
        return TRUE;
    }

  return FALSE;
}

static void
find_paths (Relations    *self,
            TlViewPlaces *places,
            GPtrArray    *among,
            guint         flags)
{
  const TlObjectRelation *const *relations = tl_edition_get_relations (self->build->edition);
  g_autoptr(GPtrArray) lines = tl_view_list_backbones (self->build->edition);

  for (guint i = 0; relations[i] != NULL; i++)
    {
      Circle *from = find_circle (self, places, relations[i]->from);
      Circle *to = find_circle (self, places, relations[i]->to);

      if (from == NULL || to == NULL || is_on_line (lines, relations[i]))
        continue;
      if (among != NULL && !g_ptr_array_find (among, relations[i]->from, NULL)
          && !g_ptr_array_find (among, relations[i]->to, NULL))
        continue;
      if (from == to)
        add_ear (self, from, flags);
      else
        add_path (self, relations[i], from, to, flags);
    }
}

void
tl_view_add_relations (TlViewBuild  *self,
                       TlViewPlaces *places,
                       GPtrArray    *among,
                       guint         flags)
{
  Relations relations = {
    .build = self,
    .router = tl_router_new (),
    .boxes = g_hash_table_new (NULL, NULL),
    .circles = g_array_new (FALSE, FALSE, sizeof (Circle)),
    .paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
    .edges = g_array_new (FALSE, FALSE, sizeof (TlEdge)),
  };

  for (guint i = 0; i < tl_view_places_get_panels (places)->len; i++)
    add_panel (self, relations.router, g_ptr_array_index (tl_view_places_get_panels (places), i));
  for (guint i = 0; i < tl_view_places_get_blocks (places)->len; i++)
    tl_router_add (relations.router,
                   tl_flow_get_bounds (g_ptr_array_index (tl_view_places_get_blocks (places), i)), -1);
  for (guint i = 0; i < tl_view_places_get_n (places); i++)
    add_circle (&relations, tl_view_places_get (places, i));

  find_paths (&relations, places, among, flags);
  tl_router_spread (relations.router, relations.paths, SIDE_BY_SIDE);
  for (guint i = 0; i < relations.paths->len; i++)
    {
      GArray *path = g_ptr_array_index (relations.paths, i);

      tl_scene_builder_edge (self->scene, &g_array_index (relations.edges, TlEdge, i),
                             (const TlPoint *) (const void *) path->data, path->len);
    }

  tl_router_free (relations.router);
  g_hash_table_unref (relations.boxes);
  g_array_unref (relations.circles);
  g_ptr_array_unref (relations.paths);
  g_array_unref (relations.edges);
}
