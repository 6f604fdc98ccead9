/* test-blueprint-view.c: the picture of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "diagram/tl-blueprint-checks.h"
#include "diagram/tl-blueprint-maker.h"
#include "diagram/tl-text.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "store/tl-reader.h"
#include "support/tl-test-support.h"

static TlProject *
read_look (void)
{
  g_autofree char *path = tl_test_build_source_path ("tests/data/online-payments.it4it");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlProject *project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static TlScene *
build (TlProject  *project,
       const char *font)
{
  g_autoptr (PangoFontDescription) description = font != NULL ? pango_font_description_from_string (font)
                                                              : tl_text_default_font ();

  return tl_blueprint_view_build (tl_project_lookup (project, "s1"), tl_traceability_get (project), description);
}

static const TlNode *
get_node (const TlScene *scene,
          const char    *key)
{
  int node = tl_scene_find (scene, key);

  if (node < 0)
    g_error ("There is no %s", key);
  return tl_scene_get_node (scene, node);
}

static const TlEdge *
find_edge (const TlScene *scene,
           const char    *from,
           const char    *to)
{
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);

      if (edge->from == tl_scene_find (scene, from) && edge->to == tl_scene_find (scene, to))
        return edge;
    }

  return NULL;
}

static void
check_all (const TlScene *scene,
           TlProject     *project)
{
  TlRecord *service = tl_project_lookup (project, "s1");

  tl_blueprint_check_nodes (scene);
  tl_blueprint_check_overlaps (scene);
  tl_blueprint_check_edges (scene);
  tl_blueprint_check_content (scene, service);
  tl_blueprint_check_places (scene, service);
}

static void
test_look (void)
{
  g_autoptr (TlProject) project = read_look ();
  g_autoptr (TlScene) scene = build (project, NULL);
  const TlNode *part = get_node (scene, "record:l1");
  const TlNode *guest = get_node (scene, "record:g1");
  const TlNode *gap = get_node (scene, "record:c5");
  const TlEdge *edge;

  check_all (scene, project);
  g_assert_cmpstr (part->title, ==, "Checkout API");
  g_assert_nonnull (strstr (part->caption, "3.2"));
  g_assert_nonnull (strstr (part->description, "Token vault"));
  g_assert_cmpint (part->flags & (TL_NODE_MOVABLE | TL_NODE_CONNECTABLE | TL_NODE_RESIZABLE),
                   ==, TL_NODE_MOVABLE | TL_NODE_CONNECTABLE | TL_NODE_RESIZABLE);

  g_assert_cmpint (guest->role, ==, TL_ROLE_GUEST);
  g_assert_nonnull (strstr (guest->caption, "Fraud screening"));
  g_assert_cmpint (guest->flags & TL_NODE_RESIZABLE, ==, 0);

  g_assert_true ((gap->flags & TL_NODE_GAP) != 0);
  g_assert_nonnull (strstr (gap->note, "not realized"));

  edge = find_edge (scene, "record:c1", "record:l1");
  g_assert_cmpint (edge->role, ==, TL_ROLE_TRACE);
  g_assert_true ((edge->flags & TL_EDGE_DASHED) != 0);
  edge = find_edge (scene, "record:l1", "record:l3");
  g_assert_cmpint (edge->role, ==, TL_ROLE_RELATION);
  g_assert_cmpuint (edge->n_points, ==, 2);
  edge = find_edge (scene, "record:l0", "record:l8");
  g_assert_cmpint (edge->role, ==, TL_ROLE_BACKBONE);
  g_assert_true ((edge->flags & TL_EDGE_FRONT) != 0);
  g_assert_cmpint (tl_scene_find (scene, "slot:service-release"), <, 0);
}

/* A new service shows all the objects of the line that it does not have. */
static void
test_empty (gconstpointer edition)
{
  g_autoptr (TlProject) project = tl_blueprint_maker_new (edition);
  g_autoptr (TlScene) scene = NULL;
  guint n_slots = 0, n_hints = 0, n_names = 0;

  tl_project_seal (project);
  scene = build (project, NULL);
  check_all (scene, project);
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);

      n_hints += node->title != NULL && strstr (node->title, "empty") != NULL;
      n_names += node->title == NULL && node->caption != NULL && strstr (node->caption, "ackbone") != NULL;
      if (node->key == NULL || !g_str_has_prefix (node->key, "slot:"))
        continue;
      g_assert_true ((node->flags & TL_NODE_MISSING) != 0 && (node->flags & TL_NODE_ACTIVE) != 0);
      /* By name they are told apart. */
      g_assert_true (g_str_has_prefix (node->spoken, node->caption) && g_str_has_suffix (node->spoken, "none yet, add"));
      n_slots++;
    }
  g_assert_cmpuint (n_slots, ==, strcmp (edition, "2.1") == 0 ? 7 : 9);
  g_assert_cmpuint (n_hints, ==, TL_N_LANES);
  /* Two lines are told apart by name. */
  g_assert_cmpuint (n_names, ==, strcmp (edition, "2.1") == 0 ? 0 : 2);
}

static void
test_random (gconstpointer data)
{
  const TlBlueprintPlan *plan = data;

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (TlProject) project = tl_blueprint_maker_random (plan, seed);
      g_autoptr (TlScene) scene = build (project, NULL);

      g_test_message ("%u parts, seed %u", plan->n_parts, seed);
      check_all (scene, project);
    }
}

/* Text as large as it gets: places grow with it. */
static void
test_large_text (void)
{
  const TlBlueprintPlan plan = { "2.1", 40, 9, 60, 0.5, TRUE, FALSE };
  g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, 7);
  g_autoptr (TlScene) scene = build (project, "Sans 22");

  g_assert_cmpfloat_with_epsilon (tl_scene_get_unit (scene), 2.2, 0.001);
  check_all (scene, project);
}

static void
test_several_of_a_kind (void)
{
  g_autoptr (TlProject) project = tl_blueprint_maker_new ("2.1");
  TlRecord *service = tl_project_lookup (project, "s1");
  TlRecord *first = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, "a", "service-release", "3.1");
  TlRecord *second = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, "b", "service-release", "3.2");
  TlRecord *plan = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, "c", "service-release-blueprint", "3.2 EU");
  g_autoptr (TlScene) scene = NULL;

  tl_blueprint_maker_relate (service, "realized-by", second, plan);
  tl_blueprint_maker_relate (service, "realized-by", first, plan);
  for (guint i = 0; i < 40; i++)
    tl_blueprint_maker_element (service, TL_LANE_REALIZED, NULL, "actual-service", "Pay EU prod");
  tl_project_seal (project);

  scene = build (project, NULL);
  check_all (scene, project);
  g_assert_cmpfloat (get_node (scene, "record:a")->bounds.x, ==, get_node (scene, "record:b")->bounds.x);
  g_assert_cmpfloat (get_node (scene, "record:a")->bounds.y, <, get_node (scene, "record:b")->bounds.y);
  g_assert_nonnull (find_edge (scene, "record:b", "record:c"));
}

/* What a file may say, though nobody would. */
static void
test_strange (void)
{
  g_autoptr (TlProject) project = tl_blueprint_maker_new ("2.1");
  TlRecord *service = tl_project_lookup (project, "s1");
  g_autofree char *long_name = g_strnfill (20000, 'x');
  TlRecord *far_off = tl_blueprint_maker_element (service, TL_LANE_CONCEPTUAL, "a", "capability", long_name);
  TlRecord *before = tl_blueprint_maker_element (service, TL_LANE_CONCEPTUAL, "b", "no-such-kind", NULL);
  TlRecord *alone = tl_blueprint_maker_element (service, TL_LANE_REALIZED, "c", "capability", "In a strange lane");
  TlRecord *object = tl_blueprint_maker_element (service, TL_LANE_REALIZED, "d", "logical-service", "Off its line");
  g_autoptr (TlScene) scene = NULL;

  tl_blueprint_maker_place (far_off, 1e9, 1e9);
  tl_blueprint_maker_place (before, -1e9, -1e9);
  tl_blueprint_maker_relate (service, "no-such-relation", far_off, before);
  tl_blueprint_maker_relate (service, "uses", alone, alone);
  tl_blueprint_maker_relate (service, "uses", far_off, object);
  tl_project_seal (project);

  scene = build (project, NULL);
  tl_blueprint_check_nodes (scene);
  tl_blueprint_check_overlaps (scene);
  tl_blueprint_check_content (scene, service);
}

/* A name that has become long does not run into what was placed beside it. */
static void
test_long_name (void)
{
  g_autoptr (TlProject) project = tl_blueprint_maker_new ("2.1");
  TlRecord *service = tl_project_lookup (project, "s1");
  const char *name = "Kundenstammdatenverwaltungssystem der Zentrale";
  TlRecord *left = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, "a", "logical-component", name);
  TlRecord *right = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, "b", "logical-component", name);
  TlRecord *alone = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, "c", "logical-component", "Kartenzahlungsabwicklung");
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlTextMeasure) text = tl_text_measure_new (font);
  g_autoptr (TlScene) scene = NULL;
  double word;

  tl_blueprint_maker_place (left, 0, 0);
  tl_blueprint_maker_place (right, 160, 0);
  tl_blueprint_maker_place (alone, 0, 160);
  tl_project_seal (project);

  scene = build (project, NULL);
  check_all (scene, project);
  g_assert_cmpfloat (get_node (scene, "record:a")->bounds.width, <, 160);
  g_assert_cmpfloat (get_node (scene, "record:b")->bounds.width, >, 160);
  /* A word is not broken where there is room. */
  tl_text_measure_size (text, TL_TEXT_STRONG, "Kartenzahlungsabwicklung", -1, 1, &word, NULL);
  g_assert_cmpfloat (get_node (scene, "record:c")->bounds.width, >=, word + 16);
}

static void
test_lanes (void)
{
  g_autoptr (TlProject) project = read_look ();
  g_autoptr (TlScene) scene = build (project, NULL);
  TlPoint origin = tl_blueprint_view_get_origin (scene, TL_LANE_LOGICAL);
  TlLane lane = TL_LANE_CONCEPTUAL;

  g_assert_true (tl_blueprint_view_find_lane (scene, origin.x, origin.y, &lane));
  g_assert_cmpint (lane, ==, TL_LANE_LOGICAL);
  g_assert_false (tl_blueprint_view_find_lane (scene, -50, origin.y, &lane));
  g_assert_false (tl_blueprint_view_find_lane (scene, origin.x, 1e7, &lane));
  for (lane = 0; lane < TL_N_LANES; lane++)
    {
      origin = tl_blueprint_view_get_origin (scene, lane);
      g_assert_cmpfloat (fmod (origin.x, 8), ==, 0);
      g_assert_cmpfloat (fmod (origin.y, 8), ==, 0);
    }
}

static gboolean
is_free (const TlScene *scene,
         TlLane         lane,
         TlPoint        place)
{
  TlPoint origin = tl_blueprint_view_get_origin (scene, lane);
  TlRect bounds = { origin.x + place.x, origin.y + place.y, 136, 48 };

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      TlLane other;

      if (tl_blueprint_view_find_lane (scene, node->bounds.x, node->bounds.y, &other) && other == lane
          && node->shape == TL_SHAPE_BOX && tl_rect_intersects (&node->bounds, &bounds))
        return FALSE;
    }

  return place.x >= 0 && place.y >= 0;
}

static void
test_find_place (void)
{
  const char *const near[] = { "record:no-such", "record:l3", NULL };
  const char *const across[] = { "record:c5", NULL };
  const TlPoint taken = { 10, 90 }, empty = { 323, 401 }, nowhere = { NAN, -5 };
  g_autoptr (TlProject) project = read_look ();
  g_autoptr (TlScene) scene = build (project, NULL);
  TlPoint place;

  place = tl_blueprint_view_find_place (scene, TL_LANE_LOGICAL, near, NULL);
  g_assert_true (is_free (scene, TL_LANE_LOGICAL, place));
  place = tl_blueprint_view_find_place (scene, TL_LANE_LOGICAL, NULL, &taken);
  g_assert_true (is_free (scene, TL_LANE_LOGICAL, place));
  place = tl_blueprint_view_find_place (scene, TL_LANE_LOGICAL, NULL, &empty);
  g_assert_cmpfloat (place.x, ==, 320);
  g_assert_cmpfloat (place.y, ==, 400);
  place = tl_blueprint_view_find_place (scene, TL_LANE_LOGICAL, NULL, &nowhere);
  g_assert_true (is_free (scene, TL_LANE_LOGICAL, place));
  place = tl_blueprint_view_find_place (scene, TL_LANE_CONCEPTUAL, NULL, NULL);
  g_assert_true (is_free (scene, TL_LANE_CONCEPTUAL, place));

  /* What it comes from stands in another lane: at its height. */
  place = tl_blueprint_view_find_place (scene, TL_LANE_REALIZED, across, NULL);
  g_assert_true (is_free (scene, TL_LANE_REALIZED, place));
  g_assert_cmpfloat (place.y, ==, 176);
}

int
main (int argc, char *argv[])
{
  static const TlBlueprintPlan plans[] = {
    { "2.1", 5, 2, 6, 0, FALSE, FALSE },
    { "2.1", 24, 9, 50, 1, FALSE, FALSE },
    { "2.1", 24, 9, 50, 0.5, TRUE, TRUE },
    { "3.0", 60, 20, 150, 0, TRUE, TRUE },
    { "3.0", 60, 20, 150, 0.7, FALSE, FALSE },
    { "2.1", 300, 12, 700, 0, TRUE, FALSE },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/blueprint-view/look", test_look);
  g_test_add_data_func ("/diagram/blueprint-view/empty/2.1", "2.1", test_empty);
  g_test_add_data_func ("/diagram/blueprint-view/empty/3.0", "3.0", test_empty);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diagram/blueprint-view/random/%u", i);

      g_test_add_data_func (path, &plans[i], test_random);
    }
  g_test_add_func ("/diagram/blueprint-view/large-text", test_large_text);
  g_test_add_func ("/diagram/blueprint-view/several-of-a-kind", test_several_of_a_kind);
  g_test_add_func ("/diagram/blueprint-view/strange", test_strange);
  g_test_add_func ("/diagram/blueprint-view/long-name", test_long_name);
  g_test_add_func ("/diagram/blueprint-view/lanes", test_lanes);
  g_test_add_func ("/diagram/blueprint-view/find-place", test_find_place);
  return g_test_run ();
}
