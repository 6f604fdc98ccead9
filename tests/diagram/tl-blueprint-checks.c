/* tl-blueprint-checks.c: what holds for the picture of every blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-checks.h"

#include <math.h>
#include <string.h>

#include "diagram/tl-route.h"
#include "diagram/tl-shape.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"

#define TOLERANCE 0.6

static gboolean
is_inside (const TlRect *inner,
           const TlRect *outer)
{
  TlRect out = tl_rect_grow (outer, TOLERANCE);

  return inner->x >= out.x && inner->y >= out.y && inner->x + inner->width <= out.x + out.width
         && inner->y + inner->height <= out.y + out.height;
}

void
tl_blueprint_check_nodes (const TlScene *scene)
{
  static const char *const lanes[] = { "lane:conceptual", "lane:logical", "lane:realized" };
  double right = -G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      int node = tl_scene_find (scene, lanes[i]);
      const TlRect *bounds;

      g_assert_cmpint (node, >=, 0);
      bounds = &tl_scene_get_node (scene, node)->bounds;
      g_assert_cmpfloat (bounds->x, >, right);
      right = bounds->x + bounds->width;
    }

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);

      if (node->parent >= 0 && !is_inside (&node->bounds, &tl_scene_get_node (scene, node->parent)->bounds))
        g_error ("%s stands out of its lane", node->key);
      if ((node->flags & TL_NODE_ACTIVE) == 0)
        continue;
      g_assert_nonnull (node->key);
      g_assert_nonnull (node->title);
      g_assert_nonnull (node->description);
      g_assert_true (g_str_has_suffix (node->description, "."));
      g_assert_true (((node->flags & TL_NODE_GAP) != 0) == (node->note != NULL));
    }
}

static gboolean
is_solid (const TlNode *node)
{
  return node->shape == TL_SHAPE_BOX || node->shape == TL_SHAPE_CIRCLE;
}

void
tl_blueprint_check_overlaps (const TlScene *scene)
{
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    for (guint j = i + 1; j < tl_scene_get_n_nodes (scene); j++)
      {
        const TlNode *one = tl_scene_get_node (scene, i), *other = tl_scene_get_node (scene, j);
        TlRect less = tl_rect_grow (&one->bounds, -TOLERANCE);

        if (is_solid (one) && is_solid (other) && tl_rect_intersects (&less, &other->bounds))
          g_error ("%s and %s overlap", one->key, other->key);
      }
}

static void
check_end (const TlScene *scene,
           int            node,
           const TlPoint *end)
{
  const TlNode *at = tl_scene_get_node (scene, node);
  TlRect reach = tl_shape_get_reach (at);

  reach = tl_rect_grow (&reach, TOLERANCE);
  if (!tl_rect_contains (&reach, end->x, end->y))
    g_error ("An edge ends at %g %g, not at %s", end->x, end->y, at->key);
}

static void
check_crossings (const TlScene *scene,
                 const TlEdge  *edge)
{
  const TlPoint *points = tl_scene_get_points (scene, edge);

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);

      if (!is_solid (node) || (int) i == edge->from || (int) i == edge->to)
        continue;
      for (guint j = 0; j + 1 < edge->n_points; j++)
        if (tl_route_crosses (&points[j], &points[j + 1], &node->bounds))
          g_error ("An edge from %s to %s crosses %s", tl_scene_get_node (scene, edge->from)->key,
                   tl_scene_get_node (scene, edge->to)->key, node->key);
    }
}

/* Names of the lines, which stand in no box. */
static void
check_names (const TlScene *scene)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlTextMeasure) text = tl_text_measure_new (font);

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      TlRect name = node->bounds;

      if (node->shape != TL_SHAPE_NONE || node->caption == NULL || node->title != NULL)
        continue;
      tl_text_measure_size (text, TL_TEXT_CAPTION, node->caption, -1, 1, &name.width, NULL);
      for (guint j = 0; j < tl_scene_get_n_edges (scene); j++)
        {
          const TlEdge *edge = tl_scene_get_edge (scene, j);
          const TlPoint *points = tl_scene_get_points (scene, edge);

          for (guint k = 0; k + 1 < edge->n_points && (edge->flags & TL_EDGE_FRONT) == 0; k++)
            {
              TlRect piece = { MIN (points[k].x, points[k + 1].x), MIN (points[k].y, points[k + 1].y),
                               fabs (points[k].x - points[k + 1].x), fabs (points[k].y - points[k + 1].y) };

              g_assert_false (tl_rect_intersects (&piece, &name));
            }
        }
    }
}

void
tl_blueprint_check_edges (const TlScene *scene)
{
  check_names (scene);
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      const TlPoint *points = tl_scene_get_points (scene, edge);

      check_end (scene, edge->from, &points[0]);
      check_end (scene, edge->to, &points[edge->n_points - 1]);
      for (guint j = 0; j + 1 < edge->n_points; j++)
        g_assert_true (fabs (points[j].x - points[j + 1].x) < 0.01 || fabs (points[j].y - points[j + 1].y) < 0.01);
      if ((edge->flags & TL_EDGE_FRONT) == 0)
        check_crossings (scene, edge);
    }
}

static TlPoint
get_centre (const TlNode *node)
{
  TlRect circle = tl_shape_get_circle (node);

  return (TlPoint) { circle.x + circle.width / 2, circle.y + circle.height / 2 };
}

/* Whether the pieces of a line lead from circle to circle without a break. */
static gboolean
is_joined (const TlScene *scene,
           int            from,
           int            to)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (from == to)
    return TRUE;

  tl_scene_list_edges (scene, from, edges);
  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, g_array_index (edges, guint32, i));
      const TlPoint *points = tl_scene_get_points (scene, edge);
      TlPoint start = get_centre (tl_scene_get_node (scene, from));

      if ((edge->flags & TL_EDGE_FRONT) == 0 || edge->from != from || points[edge->n_points - 1].y != start.y)
        continue;
      g_assert_cmpfloat (points[0].x, ==, start.x);
      g_assert_cmpfloat (points[0].y, ==, start.y);
      g_assert_cmpuint (edge->n_points, ==, 2);
      return is_joined (scene, edge->to, to);
    }

  return FALSE;
}

/* The circle of a kind that stands on the line itself: the highest. */
static int
find_station (const TlScene       *scene,
              TlRecord            *service,
              const TlElementKind *kind)
{
  g_autofree char *slot = g_strdup_printf ("slot:%s", kind->id);
  int best = tl_scene_find (scene, slot);

  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_CONCEPTUAL + kind->lane); i++)
    {
      TlRecord *element = tl_record_get_child (service, TL_SERVICE_CONCEPTUAL + kind->lane, i);
      g_autofree char *key = g_strconcat ("record:", tl_record_get_id (element), NULL);
      int node = tl_scene_find (scene, key);

      if (tl_element_get_kind (TL_ELEMENT (element)) != kind)
        continue;
      g_assert_cmpint (tl_scene_get_node (scene, node)->shape, ==, TL_SHAPE_CIRCLE);
      if (best < 0 || tl_scene_get_node (scene, node)->bounds.y < tl_scene_get_node (scene, best)->bounds.y
          || (tl_scene_get_node (scene, node)->bounds.y == tl_scene_get_node (scene, best)->bounds.y
              && tl_scene_get_node (scene, node)->bounds.x < tl_scene_get_node (scene, best)->bounds.x))
        best = node;
    }

  return best;
}

static void
check_line (const TlScene *scene,
            TlRecord      *service,
            TlLine         line)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (tl_record_get_project (service)));
  g_autoptr (GPtrArray) kinds = tl_metamodel_list_line (metamodel, line);
  int last = -1;

  for (guint i = 0; i < kinds->len; i++)
    {
      const TlElementKind *kind = g_ptr_array_index (kinds, i);
      int station = find_station (scene, service, kind);

      if (station < 0)
        g_error ("Nothing stands for %s", kind->id);
      if (last >= 0 && !is_joined (scene, last, station))
        g_error ("The line is broken before %s", kind->id);
      last = station;
    }
}

void
tl_blueprint_check_content (const TlScene *scene,
                            TlRecord      *service)
{
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_CONCEPTUAL + lane); i++)
      {
        TlRecord *element = tl_record_get_child (service, TL_SERVICE_CONCEPTUAL + lane, i);
        g_autofree char *key = g_strconcat ("record:", tl_record_get_id (element), NULL);
        int node = tl_scene_find (scene, key);
        TlLane found;

        g_assert_cmpint (node, >=, 0);
        g_assert_true (tl_blueprint_view_find_lane (scene, tl_scene_get_node (scene, node)->bounds.x,
                                                    tl_scene_get_node (scene, node)->bounds.y, &found));
        g_assert_cmpuint (found, ==, lane);
      }

  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_RELATIONS); i++)
    {
      TlRecord *relation = tl_record_get_child (service, TL_SERVICE_RELATIONS, i);
      g_autofree char *key = g_strconcat ("record:", tl_record_get_id (relation), NULL);
      g_autofree char *from = g_strconcat ("record:", tl_record_get (relation, TL_RELATION_FROM), NULL);
      g_autofree char *to = g_strconcat ("record:", tl_record_get (relation, TL_RELATION_TO), NULL);
      g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint32));
      gboolean is_linked = FALSE;

      tl_scene_list_links (scene, tl_scene_find (scene, from), links);
      for (guint j = 0; j < links->len; j++)
        is_linked |= (int) g_array_index (links, guint32, j) == tl_scene_find (scene, to);
      if (tl_scene_find_edge (scene, key) < 0 && !is_linked)
        g_error ("Nothing shows %s from %s to %s", key, from, to);
    }

  check_line (scene, service, TL_LINE_BACKBONE);
  check_line (scene, service, TL_LINE_OFFER);
}

void
tl_blueprint_check_places (const TlScene *scene,
                           TlRecord      *service)
{
  double unit = tl_scene_get_unit (scene);

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    {
      TlPoint origin = tl_blueprint_view_get_origin (scene, lane);

      for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_CONCEPTUAL + lane); i++)
        {
          TlRecord *element = tl_record_get_child (service, TL_SERVICE_CONCEPTUAL + lane, i);
          g_autofree char *key = g_strconcat ("record:", tl_record_get_id (element), NULL);
          const TlNode *node = tl_scene_get_node (scene, tl_scene_find (scene, key));
          double x, y;

          if (node->shape != TL_SHAPE_BOX || !tl_element_get_place (TL_ELEMENT (element), &x, &y))
            continue;
          g_assert_cmpfloat_with_epsilon ((node->bounds.x - origin.x) / unit, x, 0.01);
          g_assert_cmpfloat_with_epsilon ((node->bounds.y - origin.y) / unit, y, 0.01);
        }
    }
}
