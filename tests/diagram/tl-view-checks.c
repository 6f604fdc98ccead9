/* tl-view-checks.c: what holds for every view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-view-checks.h"

#include <math.h>
#include <string.h>

#include "diagram/tl-route.h"
#include "diagram/tl-shape.h"

#define TOLERANCE 0.6

static const TlConcept *const *
list (gconstpointer concepts)
{
  return concepts;
}

static const char *
get_name (const TlNode *node)
{
  return node->key != NULL ? node->key : node->title != NULL ? node->title : node->caption;
}

static void
check_boxes (const TlView  *view,
             const TlScene *scene,
             TlTextMeasure *text)
{
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      const TlRect *in = &node->bounds;

      if (node->parent >= 0)
        {
          TlRect out = tl_rect_grow (&tl_scene_get_node (scene, node->parent)->bounds, TOLERANCE);

          if (in->x < out.x || in->y < out.y || in->x + in->width > out.x + out.width
              || in->y + in->height > out.y + out.height)
            g_error ("%s stands out of %s", get_name (node), get_name (tl_scene_get_node (scene, node->parent)));
        }

      for (guint j = i + 1; j < tl_scene_get_n_nodes (scene); j++)
        {
          const TlNode *other = tl_scene_get_node (scene, j);
          TlRect less = tl_rect_grow (&node->bounds, -TOLERANCE);

          if (other->parent != node->parent || !tl_rect_intersects (&less, &other->bounds))
            continue;
          /* Points of chevrons reach into the next one's notch. */
          if (node->shape == TL_SHAPE_CHEVRON && other->shape == TL_SHAPE_CHEVRON
              && other->bounds.x >= in->x + in->width - tl_shape_get_chevron_depth (in))
            continue;
          g_error ("%s and %s overlap", get_name (node), get_name (other));
        }
    }
}

static void
check_text (TlTextMeasure     *text,
            const TlNode      *node,
            const TlShapeText *place,
            const char        *string,
            const char        *what)
{
  TlRect room = tl_rect_grow (&node->bounds, TOLERANCE);

  if (string == NULL || *string == '\0')
    return;

  g_assert_cmpfloat (place->area.width, >=, 0);
  if (!tl_text_measure_fits (text, place->style, string, place->area.width, place->lines))
    g_error ("The %s of %s is cut: %s", what, get_name (node), string);
  if (place->area.x < room.x || place->area.x + place->area.width > room.x + room.width
      || place->area.y < room.y || place->area.y + place->area.height > room.y + room.height)
    g_error ("The %s of %s stands out: %s", what, get_name (node), string);
}

static void
check_texts (const TlView  *view,
             const TlScene *scene,
             TlTextMeasure *text)
{
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      TlShapePlaces places;

      tl_shape_place (text, node, &places);
      check_text (text, node, &places.title, node->title, "title");
      check_text (text, node, &places.caption, node->caption, "caption");
      check_text (text, node, &places.badge, node->badge, "badge");
      check_text (text, node, &places.value, node->value, "value");
    }
}

static gboolean
is_ancestor (const TlScene *scene,
             int            node,
             int            ancestor)
{
  while (node >= 0 && node != ancestor)
    node = tl_scene_get_node (scene, node)->parent;
  return node == ancestor;
}

static TlRect
get_outline (const TlNode *node)
{
  return node->shape == TL_SHAPE_CIRCLE ? tl_shape_get_circle (node) : node->bounds;
}

static void
check_end (const TlScene *scene,
           int            node,
           const TlPoint *end)
{
  TlRect outline;

  if (node < 0)
    return;

  outline = get_outline (tl_scene_get_node (scene, node));
  outline = tl_rect_grow (&outline, TOLERANCE);
  if (!tl_rect_contains (&outline, end->x, end->y))
    g_error ("An edge ends at %g %g, not at %s", end->x, end->y, get_name (tl_scene_get_node (scene, node)));
}

/* Panels and chevrons may be crossed: they are the ground. */
static gboolean
is_obstacle (const TlNode *node)
{
  return node->shape == TL_SHAPE_BOX || node->shape == TL_SHAPE_HEADED
         || node->shape == TL_SHAPE_ROW || node->shape == TL_SHAPE_CIRCLE;
}

static void
check_crossings (const TlScene *scene,
                 const TlEdge  *edge)
{
  const TlPoint *points = tl_scene_get_points (scene, edge);

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      TlRect outline = get_outline (node);

      if (!is_obstacle (node) || is_ancestor (scene, edge->from, i) || is_ancestor (scene, edge->to, i))
        continue;
      for (guint j = 0; j + 1 < edge->n_points; j++)
        if (tl_route_crosses (&points[j], &points[j + 1], &outline))
          g_error ("An edge from %s to %s crosses %s",
                   get_name (tl_scene_get_node (scene, edge->from)),
                   get_name (tl_scene_get_node (scene, edge->to)), get_name (node));
    }
}

static void
check_edges (const TlView  *view,
             const TlScene *scene,
             TlTextMeasure *text)
{
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

/* The pieces of each backbone hang together, and pass their circles in order. */
static void
check_backbones (const TlView  *view,
                 const TlScene *scene,
                 TlTextMeasure *text)
{
  for (guint role = TL_ROLE_BACKBONE; role <= TL_ROLE_OFFER_BACKBONE; role++)
    {
      const TlEdge *last = NULL;

      for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
        {
          const TlEdge *edge = tl_scene_get_edge (scene, i);
          const TlPoint *points = tl_scene_get_points (scene, edge);

          if ((edge->flags & TL_EDGE_FRONT) == 0 || edge->role != role)
            continue;
          if (last != NULL)
            {
              const TlPoint *before = &tl_scene_get_points (scene, last)[last->n_points - 1];

              g_assert_cmpint (edge->from, ==, last->to);
              g_assert_cmpint (edge->from, >=, 0);
              g_assert_cmpfloat (before->x, ==, points[0].x);
              g_assert_cmpfloat (before->y, ==, points[0].y);
            }
          g_assert_cmpfloat (points[edge->n_points - 1].x, >, points[0].x);
          last = edge;
        }
    }
}

void
tl_check_nodes (const TlView  *view,
                const TlScene *scene,
                TlTextMeasure *text)
{
  g_assert_cmpuint (tl_scene_get_n_nodes (scene), >, 0);
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      g_autofree char *key = g_strdup (node->key);
      const TlConcept *concept;
      TlView deeper;

      g_assert_true (((node->flags & TL_NODE_ACTIVE) != 0) == (node->key != NULL));
      if (key == NULL)
        continue;

      g_assert_nonnull (node->title);
      g_assert_nonnull (node->description);
      g_assert_true (g_str_has_suffix (node->description, "."));
      if (strchr (key, '#') != NULL)
        *strchr (key, '#') = '\0';
      if (g_str_has_prefix (key, "attribute:"))
        continue;
      concept = tl_edition_lookup_key (view->edition, key);
      g_assert_nonnull (concept);
      g_assert_cmpstr (concept->name, ==, node->title);
      g_assert_true (((node->flags & TL_NODE_DEEPER) != 0)
                     == (tl_view_for_concept (concept, &deeper) && !tl_view_equal (&deeper, view)));
    }
}

static void
assert_shown (const TlScene   *scene,
              const TlConcept *concept)
{
  if (tl_scene_find (scene, concept->key) < 0)
    g_error ("%s is not shown", concept->key);
}

static void
assert_all_shown (const TlScene *scene,
                  gconstpointer  concepts)
{
  for (guint i = 0; list (concepts)[i] != NULL; i++)
    assert_shown (scene, list (concepts)[i]);
}

static void
assert_object_shown (const TlScene      *scene,
                     const TlDataObject *object)
{
  assert_shown (scene, &object->concept);
  for (guint i = 0; object->relations[i] != NULL; i++)
    {
      assert_shown (scene, &object->relations[i]->from->concept);
      assert_shown (scene, &object->relations[i]->to->concept);
    }
}

static void
assert_attributes_shown (const TlScene      *scene,
                         const TlDataObject *object)
{
  for (guint i = 0; object->attributes[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("attribute:%s/%s", object->concept.id, object->attributes[i]->name);

      g_assert_cmpint (tl_scene_find (scene, key), >=, 0);
    }
}

/* A place with its own components in colour, and what they are related to. */
static void
assert_place_shown (const TlScene            *scene,
                    const TlComponent *const *components)
{
  assert_all_shown (scene, components);
  for (guint i = 0; components[i] != NULL; i++)
    {
      int node = tl_scene_find (scene, components[i]->concept.key);

      g_assert_cmpint (tl_scene_get_node (scene, node)->role, ==, TL_ROLE_COMPONENT);
      for (guint j = 0; components[i]->data_objects[j] != NULL; j++)
        assert_object_shown (scene, components[i]->data_objects[j]);
    }
}

static void
check_value_chain (const TlView  *view,
                   const TlScene *scene)
{
  const TlDataObject *const *objects = tl_edition_get_data_objects (view->edition);
  const TlGroup *const *groups = tl_edition_get_groups (view->edition);

  assert_all_shown (scene, tl_edition_get_components (view->edition));
  assert_all_shown (scene, tl_edition_get_activities (view->edition));
  assert_all_shown (scene, groups);
  if (groups[0] == NULL)
    assert_all_shown (scene, tl_edition_get_streams (view->edition));
  for (guint i = 0; objects[i] != NULL; i++)
    if (objects[i]->role == TL_DATA_OBJECT_BACKBONE || objects[i]->role == TL_DATA_OBJECT_OFFER_BACKBONE)
      assert_shown (scene, &objects[i]->concept);
}

void
tl_check_content (const TlView  *view,
                  const TlScene *scene,
                  TlTextMeasure *text)
{
  const TlComponent *component = (const TlComponent *) view->concept;
  const TlDataObject *object = (const TlDataObject *) view->concept;

  switch (view->kind)
    {
    case TL_VIEW_VALUE_CHAIN:
      check_value_chain (view, scene);
      break;
    case TL_VIEW_LEVEL1:
      assert_all_shown (scene, tl_edition_get_components (view->edition));
      assert_all_shown (scene, tl_edition_get_data_objects (view->edition));
      assert_all_shown (scene, tl_edition_get_groups (view->edition));
      break;
    case TL_VIEW_NETWORK:
      assert_all_shown (scene, tl_edition_get_streams (view->edition));
      assert_all_shown (scene, tl_edition_get_stages (view->edition));
      g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 18);
      break;
    case TL_VIEW_STREAM:
      assert_all_shown (scene, ((const TlStream *) view->concept)->stages);
      assert_place_shown (scene, ((const TlStream *) view->concept)->components);
      break;
    case TL_VIEW_GROUP:
      assert_place_shown (scene, ((const TlGroup *) view->concept)->components);
      assert_all_shown (scene, ((const TlGroup *) view->concept)->subgroups);
      for (guint i = 0; ((const TlGroup *) view->concept)->subgroups[i] != NULL; i++)
        assert_place_shown (scene, ((const TlGroup *) view->concept)->subgroups[i]->components);
      break;
    case TL_VIEW_ACTIVITY:
      assert_shown (scene, view->concept);
      assert_all_shown (scene, ((const TlActivity *) view->concept)->components);
      break;
    case TL_VIEW_COMPONENT:
      for (guint i = 0; component->data_objects[i] != NULL; i++)
        {
          assert_object_shown (scene, component->data_objects[i]);
          assert_attributes_shown (scene, component->data_objects[i]);
        }
      for (guint i = 0; component->flows_in[i] != NULL; i++)
        assert_shown (scene, &component->flows_in[i]->from->concept);
      for (guint i = 0; component->flows_out[i] != NULL; i++)
        assert_shown (scene, &component->flows_out[i]->to->concept);
      break;
    case TL_VIEW_DATA_OBJECT:
      assert_object_shown (scene, object);
      assert_attributes_shown (scene, object);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Of several edges that end at one place each has its multiplicity elsewhere. */
static void
check_turns (const TlView  *view,
             const TlScene *scene,
             TlTextMeasure *text)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      const TlPoint *points = tl_scene_get_points (scene, edge);
      const TlPoint *last = &points[edge->n_points - 1];

      if (edge->role != TL_ROLE_RELATION || edge->from < 0 || edge->to < 0
          || tl_scene_get_node (scene, edge->from)->shape != TL_SHAPE_CIRCLE)
        continue;
      if (edge->from_label != NULL)
        g_assert_true (g_hash_table_add (taken, g_strdup_printf ("%g %g %u", points->x, points->y, edge->from_turn)));
      if (edge->to_label != NULL)
        g_assert_true (g_hash_table_add (taken, g_strdup_printf ("%g %g %u", last->x, last->y, edge->to_turn)));
    }
}

/* All that does not depend on names and values. */
void
tl_check_shape (const TlView  *view,
                const TlScene *scene,
                TlTextMeasure *text)
{
  check_boxes (view, scene, text);
  check_texts (view, scene, text);
  check_edges (view, scene, text);
  check_backbones (view, scene, text);
  check_turns (view, scene, text);
}

/* On level 1 each backbone is one straight line through all its circles. */
void
tl_check_level1_line (const TlView  *view,
                      const TlScene *scene,
                      TlTextMeasure *text)
{
  const TlServiceModel *const *models = tl_edition_get_models (view->edition);
  double y[TL_ROLE_OFFER_BACKBONE + 1] = { 0 };
  guint n_circles = 0, n_pieces = 0, n_lines = 0;

  if (view->kind != TL_VIEW_LEVEL1)
    return;

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      const TlPoint *points = tl_scene_get_points (scene, edge);

      if ((edge->flags & TL_EDGE_FRONT) == 0)
        continue;
      n_pieces++;
      if (y[edge->role] == 0)
        {
          y[edge->role] = points[0].y;
          n_lines++;
        }
      g_assert_cmpuint (edge->n_points, ==, 2);
      g_assert_cmpfloat (points[0].y, ==, y[edge->role]);
      g_assert_cmpfloat (points[1].y, ==, y[edge->role]);
    }
  for (guint i = 0; models[i] != NULL; i++)
    for (guint j = 0; models[i]->data_objects[j] != NULL; j++)
      n_circles += models[i]->data_objects[j]->role == TL_DATA_OBJECT_BACKBONE
                   || models[i]->data_objects[j]->role == TL_DATA_OBJECT_OFFER_BACKBONE;
  g_assert_cmpuint (n_pieces, ==, n_circles - n_lines);
}
