/* test-views.c: every view of both editions is sound, at any font size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "diagram/tl-route.h"
#include "diagram/tl-shape.h"
#include "diagram/tl-view.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

#define TOLERANCE 0.6

/* What the views show the values of; none at first. */
static TlProject *projects[2];
static TlOverlayKind shown = TL_OVERLAY_NONE;

/* The room they are arranged for. */
static const double aspects[] = { 0.5, 1.15, 2.4 };
static double aspect = 0;

typedef void (*ViewCheck) (const TlView  *view,
                           const TlScene *scene,
                           TlTextMeasure *text);

static const TlConcept *const *
list (gconstpointer concepts)
{
  return concepts;
}

static void
check_view (const TlView *view,
            double        size,
            ViewCheck     check)
{
  g_autoptr(PangoFontDescription) font = tl_text_default_font ();
  g_autoptr(TlTextMeasure) text = NULL;
  g_autoptr(TlScene) scene = NULL;
  g_autofree char *name = tl_view_to_string (view);

  g_test_message ("%s %s, %g pt", tl_edition_get_version (view->edition), name, size);
  pango_font_description_set_size (font, size * PANGO_SCALE);
  text = tl_text_measure_new (font);
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    if (projects[i] != NULL && tl_project_get_edition (projects[i]) == view->edition)
      scene = tl_view_build_scene (view, projects[i], shown, font, aspect);
  if (scene == NULL)
    scene = tl_view_build_scene (view, NULL, TL_OVERLAY_NONE, font, aspect);
  check (view, scene, text);
}

/* Every view of both editions, at two font sizes. */
static void
check_all (ViewCheck check)
{
  static const double sizes[] = { 11, 22 };

  for (guint v = 0; tl_edition_list_versions ()[v] != NULL; v++)
    {
      const TlEdition *edition = tl_edition_get (tl_edition_list_versions ()[v]);
      const TlConcept *const *lists[] = {
        list (tl_edition_get_streams (edition)), list (tl_edition_get_groups (edition)),
        list (tl_edition_get_activities (edition)), list (tl_edition_get_components (edition)),
        list (tl_edition_get_data_objects (edition)),
      };
      guint n;
      g_autofree TlView *views = tl_view_list (edition, &n);

      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          for (guint i = 0; i < n; i++)
            check_view (&views[i], sizes[s], check);
          for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
            for (guint j = 0; lists[i][j] != NULL; j++)
              {
                TlView view;

                g_assert_true (tl_view_for_concept (lists[i][j], &view));
                check_view (&view, sizes[s], check);
              }
        }
    }
}

/* The views that are arranged for their room: those of a whole edition. */
static void
check_arranged (ViewCheck check,
                double    size)
{
  for (guint v = 0; tl_edition_list_versions ()[v] != NULL; v++)
    {
      const TlEdition *edition = tl_edition_get (tl_edition_list_versions ()[v]);
      guint n;
      g_autofree TlView *views = tl_view_list (edition, &n);

      for (guint i = 0; i < n; i++)
        check_view (&views[i], size, check);
    }
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

static void
check_nodes (const TlView  *view,
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

static void
check_content (const TlView  *view,
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

/* All that does not depend on names and values. */
static void
check_shape (const TlView  *view,
             const TlScene *scene,
             TlTextMeasure *text)
{
  check_boxes (view, scene, text);
  check_texts (view, scene, text);
  check_edges (view, scene, text);
  check_backbones (view, scene, text);
}

static void
test_shape (void)
{
  check_all (check_shape);
}

static void
test_nodes (void)
{
  check_all (check_nodes);
}

static void
test_content (void)
{
  check_all (check_content);
}

/* On level 1 each backbone is one straight line through all its circles. */
static void
check_level1_line (const TlView  *view,
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

static void
test_level1_line (void)
{
  check_arranged (check_level1_line, 11);
}

static void
check_arrangement (const TlView  *view,
                   const TlScene *scene,
                   TlTextMeasure *text)
{
  check_shape (view, scene, text);
  check_nodes (view, scene, text);
  check_content (view, scene, text);
  check_level1_line (view, scene, text);
}

static void
test_arrangements (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      aspect = aspects[i];
      check_arranged (check_arrangement, 11);
      check_arranged (check_arrangement, 22);
    }
  aspect = 0;
}

/* Of a scene fitted into a room 1 high. */
static double
get_scale (const TlScene *scene,
           double         room)
{
  TlRect bounds = tl_scene_get_bounds (scene);

  return MIN (room / bounds.width, 1 / bounds.height);
}

/* Nothing is smaller for having been arranged, and what has to get larger does. */
static void
check_fit (const TlView  *view,
           const TlScene *scene,
           TlTextMeasure *text)
{
  g_autoptr(PangoFontDescription) font = tl_text_default_font ();
  g_autoptr(TlScene) wide = NULL;
  double gain;

  pango_font_description_set_size (font, 11 * PANGO_SCALE);
  wide = tl_view_build_scene (view, NULL, TL_OVERLAY_NONE, font, 0);
  gain = get_scale (scene, aspect) / get_scale (wide, aspect);
  g_assert_cmpfloat (gain, >=, 0.999);
  if (aspect < 1)
    g_assert_cmpfloat (gain, >, 1.1);
  else if (aspect < 2 && view->kind != TL_VIEW_LEVEL1)
    g_assert_cmpfloat (gain, >, 1.1);
}

static void
test_fit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      aspect = aspects[i];
      check_arranged (check_fit, 11);
    }
  aspect = 0;
}

/* Every other component has a tool, some with no cost, some in two currencies. */
static TlProject *
make_project (const TlEdition *edition)
{
  static const char *const costs[] = { "210000", "48999", NULL, "1" };
  TlProject *project = tl_project_new_unsealed ();
  const TlComponent *const *components = tl_edition_get_components (edition);

  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_ID, "p", NULL));
  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_EDITION, tl_edition_get_version (edition), NULL));
  for (guint i = 0; components[i] != NULL; i++)
    {
      TlRecord *tool = g_object_new (TL_TYPE_TOOL, NULL);
      g_autofree char *id = g_strdup_printf ("t%u", i);

      g_assert_true (tl_record_fill (tool, TL_TOOL_ID, id, NULL));
      g_assert_true (tl_record_fill (tool, TL_TOOL_NAME, id, NULL));
      g_assert_true (tl_record_fill (tool, TL_TOOL_ANNUAL_COST, costs[i % G_N_ELEMENTS (costs)], NULL));
      g_assert_true (tl_record_fill (tool, TL_TOOL_CURRENCY, i % 3 == 0 ? "CHF" : "EUR", NULL));
      for (guint j = 0; j < 2; j++)
        {
          TlRecord *support = g_object_new (TL_TYPE_SUPPORT, NULL);
          guint to = (i * (j + 1)) & ~1u;

          g_assert_true (tl_record_fill (support, TL_SUPPORT_COMPONENT, components[to % (i + 1)]->concept.id, NULL));
          g_assert_true (tl_record_adopt (tool, TL_TOOL_SUPPORTS, support, NULL));
        }
      g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_TOOLS, tool, NULL));
    }
  tl_project_seal (project);

  return project;
}

/* With values in them, boxes are still large enough, lines still straight. */
static void
test_overlays (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    projects[i] = make_project (tl_edition_get (tl_edition_list_versions ()[i]));

  for (shown = TL_OVERLAY_TOOLS; shown < TL_N_OVERLAY_KINDS; shown++)
    {
      check_all (check_shape);
      aspect = aspects[1];
      check_arranged (check_shape, 11);
      aspect = 0;
    }

  shown = TL_OVERLAY_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    g_clear_object (&projects[i]);
}

/* Names as long as those of the longest languages: the data is in the heap of
 * this process, and this test is its last. */
static void
test_long_names (void)
{
  for (guint v = 0; tl_edition_list_versions ()[v] != NULL; v++)
    {
      const TlEdition *edition = tl_edition_get (tl_edition_list_versions ()[v]);
      const TlConcept *const *lists[] = {
        list (tl_edition_get_streams (edition)), list (tl_edition_get_stages (edition)),
        list (tl_edition_get_groups (edition)), list (tl_edition_get_activities (edition)),
        list (tl_edition_get_components (edition)), list (tl_edition_get_data_objects (edition)),
        list (tl_edition_get_models (edition)),
      };

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (guint j = 0; lists[i][j] != NULL; j++)
          {
            TlConcept *concept = (TlConcept *) lists[i][j];
            g_autofree char *name = g_strdup_printf ("%s Verwaltungsübersicht", concept->name);

            concept->name = g_intern_string (name);
          }
    }

  check_all (check_shape);
  aspect = aspects[1];
  check_arranged (check_shape, 11);
  aspect = 0;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/diagram/views/shape", test_shape);
  g_test_add_func ("/diagram/views/nodes", test_nodes);
  g_test_add_func ("/diagram/views/content", test_content);
  g_test_add_func ("/diagram/views/level1-line", test_level1_line);
  g_test_add_func ("/diagram/views/arrangements", test_arrangements);
  g_test_add_func ("/diagram/views/fit", test_fit);
  g_test_add_func ("/diagram/views/overlays", test_overlays);
  g_test_add_func ("/diagram/views/long-names", test_long_names);

  return g_test_run ();
}
