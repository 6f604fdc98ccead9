/* test-blueprint-layout.c: a blueprint laid out again after edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "diagram/tl-blueprint-checks.h"
#include "diagram/tl-blueprint-layout.h"
#include "diagram/tl-blueprint-maker.h"
#include "diagram/tl-text.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "support/tl-test-support.h"

#define N_STEPS 60

static TlRecord *
get_service (TlProject *project)
{
  return tl_project_lookup (project, "s1");
}

static TlScene *
build (TlBlueprintLayout *layout,
       TlProject         *project)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();

  return tl_blueprint_layout_build (layout, get_service (project), tl_traceability_get (project), font);
}

static void
build_async (TlBlueprintLayout  *layout,
             TlProject          *project,
             GCancellable       *cancellable,
             GAsyncResult      **result)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();

  tl_blueprint_layout_build_async (layout, get_service (project), tl_traceability_get (project), font,
                                   cancellable, tl_test_store_result, result);
}

static TlScene *
await (TlBlueprintLayout  *layout,
       GAsyncResult      **result,
       GError            **error)
{
  g_autoptr (GAsyncResult) done = tl_test_await_result (result);

  return tl_blueprint_layout_build_finish (layout, done, error);
}

/* Key of a part → TlRect of it in its lane. */
static GHashTable *
list_places (const TlScene *scene)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      TlRect place = node->bounds;
      TlPoint corner;
      TlLane lane;

      if (node->shape != TL_SHAPE_BOX || !tl_blueprint_view_find_lane (scene, node->bounds.x, node->bounds.y, &lane))
        continue;
      corner = tl_blueprint_view_to_lane (scene, lane, node->bounds.x, node->bounds.y);
      place.x = corner.x;
      place.y = corner.y;
      g_hash_table_insert (places, g_strdup (node->key), g_memdup2 (&place, sizeof place));
    }

  return places;
}

static gboolean
is_covered (GHashTable   *places,
            const TlRect *place)
{
  TlRect less = tl_rect_grow (place, -1);
  GHashTableIter iter;
  const TlRect *other;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &other))
    if (tl_rect_intersects (&less, other))
      return TRUE;

  return FALSE;
}

/* Whatever was there and is there still has not moved, but for one, and for what
 * something else was put onto. */
static void
assert_still (const TlScene *before,
              const TlScene *after,
              const char    *but)
{
  g_autoptr (GHashTable) was = list_places (before);
  g_autoptr (GHashTable) is = list_places (after);
  GHashTableIter iter;
  const char *key;
  const TlRect *place;

  g_hash_table_iter_init (&iter, was);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &place))
    {
      const TlRect *now = g_hash_table_lookup (is, key);

      if (now == NULL || g_strcmp0 (key, but) == 0)
        continue;
      if ((now->x != place->x || now->y != place->y) && !is_covered (is, place))
        g_error ("%s moved from %g %g to %g %g", key, place->x, place->y, now->x, now->y);
    }
}

static TlRecord *
pick (TlProject *project,
      GRand     *random)
{
  TlRecord *service = get_service (project);
  guint lane = TL_SERVICE_CONCEPTUAL + g_rand_int_range (random, 0, TL_N_LANES);
  guint n = tl_record_get_n_items (service, lane);

  return n > 0 ? tl_record_get_child (service, lane, g_rand_int_range (random, 0, n)) : NULL;
}

static void
add_near (TlProject     *project,
          const TlScene *scene,
          TlRecord      *other)
{
  g_autofree char *key = g_strconcat ("record:", tl_record_get_id (other), NULL);
  const char *near[] = { key, NULL };
  TlPoint place = tl_blueprint_view_find_place (scene, TL_LANE_LOGICAL, near, NULL);
  TlPlacing placing = { NULL, place.x, place.y, 0, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (tl_blueprint_add_element (get_service (project), "logical-component", "New", &placing, &error));
  g_assert_no_error (error);
}

static void
connect (TlProject *project,
         TlRecord  *from,
         TlRecord  *to)
{
  g_autoptr (GPtrArray) rules = tl_metamodel_list_rules (tl_element_get_kind (TL_ELEMENT (from)),
                                                         tl_element_get_kind (TL_ELEMENT (to)));

  if (rules->len > 0 && from != to)
    tl_blueprint_connect (get_service (project), ((const TlRelationRule *) g_ptr_array_index (rules, 0))->relation->id,
                          from, to, NULL);
}

static void
move (TlProject     *project,
      const TlScene *scene,
      TlRecord      *element,
      GRand         *random)
{
  TlPoint wanted = { g_rand_int_range (random, 0, 100) * 8, g_rand_int_range (random, 0, 100) * 8 };
  TlPoint place = tl_blueprint_view_find_place (scene, tl_element_get_lane (TL_ELEMENT (element)), NULL, &wanted);
  TlPlacing placing = { element, place.x, place.y, 0, 0 };
  g_autoptr (GError) error = NULL;

  tl_blueprint_place (get_service (project), &placing, 1, "Move", NULL, &error);
  g_assert_no_error (error);
}

/* Returns the key of what may stand elsewhere afterwards; NULL: anything.
 * (transfer full) */
static char *
edit (TlProject     *project,
      const TlScene *scene,
      GRand         *random)
{
  TlRecord *element = pick (project, random), *other = pick (project, random);
  char *key;

  if (element == NULL || other == NULL)
    return NULL;

  key = g_strconcat ("record:", tl_record_get_id (element), NULL);
  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      add_near (project, scene, element);
      break;
    case 1:
      connect (project, element, other);
      break;
    case 2:
      tl_blueprint_remove (get_service (project), &element, 1);
      break;
    case 3:
      tl_history_undo (tl_project_get_history (project));
      g_clear_pointer (&key, g_free);
      break;
    default:
      move (project, scene, element, random);
    }

  return key;
}

/* After every edit the picture is as sound as a fresh one, and nothing moves that
 * nobody moved. */
static void
test_edits (gconstpointer data)
{
  const TlBlueprintPlan *plan = data;

  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (TlProject) project = tl_blueprint_maker_random (plan, seed);
      g_autoptr (TlBlueprintLayout) layout = tl_blueprint_layout_new ();
      g_autoptr (TlScene) scene = build (layout, project);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      g_test_message ("%u parts, seed %u", plan->n_parts, seed);
      for (guint i = 0; i < N_STEPS; i++)
        {
          g_autofree char *key = edit (project, scene, random);
          g_autoptr (TlScene) next = build (layout, project);

          tl_blueprint_check_nodes (next);
          tl_blueprint_check_edges (next);
          tl_blueprint_check_content (next, get_service (project));
          tl_blueprint_check_places (next, get_service (project));
          if (key != NULL)
            assert_still (scene, next, key);
          tl_scene_unref (scene);
          scene = g_steal_pointer (&next);
        }
    }
}

static guint
count_common (const TlScene *one,
              const TlScene *other)
{
  guint n = 0;

  for (guint i = 0; i < tl_scene_get_n_edges (one); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (one, i), *match;
      int found = edge->key != NULL ? tl_scene_find_edge (other, edge->key) : -1;

      if (found < 0)
        continue;
      match = tl_scene_get_edge (other, found);
      n += match->n_points == edge->n_points
           && memcmp (tl_scene_get_points (one, edge), tl_scene_get_points (other, match),
                      edge->n_points * sizeof (TlPoint)) == 0;
    }

  return n;
}

/* Far from what was moved no connector changes its way. */
static void
test_ways_stay (void)
{
  const TlBlueprintPlan plan = { "2.1", 120, 7, 200, 1, FALSE, FALSE };
  g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, 5);
  g_autoptr (TlBlueprintLayout) layout = tl_blueprint_layout_new ();
  g_autoptr (TlScene) scene = build (layout, project);
  g_autoptr (TlScene) same = build (layout, project);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_common (scene, same), ==, count_common (scene, scene));
  g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, tl_scene_get_n_edges (same));
}

static void
test_async (gconstpointer data)
{
  const TlBlueprintPlan *plan = data;
  g_autoptr (TlProject) project = tl_blueprint_maker_random (plan, 3);
  g_autoptr (TlBlueprintLayout) layout = tl_blueprint_layout_new ();
  g_autoptr (TlBlueprintLayout) other = tl_blueprint_layout_new ();
  g_autoptr (TlScene) expected = build (other, project);
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  build_async (layout, project, NULL, &result);
  g_assert_null (result);
  scene = await (layout, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_scene_get_n_nodes (scene), ==, tl_scene_get_n_nodes (expected));
  g_assert_cmpuint (count_common (scene, expected), ==, count_common (expected, expected));
}

static void
test_later_one_counts (void)
{
  const TlBlueprintPlan plan = { "2.1", 500, 7, 900, 1, FALSE, FALSE };
  g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, 3);
  g_autoptr (TlBlueprintLayout) layout = tl_blueprint_layout_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *first = NULL, *second = NULL, *third = NULL;

  build_async (layout, project, NULL, &first);
  build_async (layout, project, cancellable, &second);
  g_cancellable_cancel (cancellable);
  build_async (layout, project, NULL, &third);

  g_assert_null (await (layout, &first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (await (layout, &second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  scene = await (layout, &third, &error);
  g_assert_no_error (error);
  tl_blueprint_check_content (scene, get_service (project));
}

/* Edits while facts are copied. */
static void
test_changed_meanwhile (void)
{
  const TlBlueprintPlan plan = { "2.1", 500, 7, 900, 1, FALSE, FALSE };
  g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, 4);
  g_autoptr (TlBlueprintLayout) layout = tl_blueprint_layout_new ();
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  build_async (layout, project, NULL, &result);
  tl_blueprint_add_element (get_service (project), "capability", "Late", NULL, &error);
  g_assert_no_error (error);
  scene = await (layout, &result, &error);
  g_assert_no_error (error);
  tl_blueprint_check_content (scene, get_service (project));

  result = NULL;
  build_async (layout, project, NULL, &result);
  tl_edit_remove (get_service (project));
  g_assert_null (await (layout, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A layout may go while it is asked for something. */
static void
test_dropped (void)
{
  const TlBlueprintPlan plan = { "2.1", 500, 7, 900, 1, FALSE, FALSE };
  g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, 4);
  TlBlueprintLayout *layout = tl_blueprint_layout_new ();
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  build_async (layout, project, NULL, &result);
  g_object_add_weak_pointer (G_OBJECT (layout), (gpointer *) &layout);
  g_object_unref (layout);
  g_assert_nonnull (layout);
  done = tl_test_await_result (&result);
  g_clear_object (&done);
  tl_test_wait_for (layout == NULL);
}

int
main (int argc, char *argv[])
{
  static const TlBlueprintPlan plans[] = {
    { "2.1", 12, 5, 12, 0, FALSE, FALSE },
    { "2.1", 40, 9, 60, 0.5, TRUE, FALSE },
    { "3.0", 60, 14, 90, 1, FALSE, FALSE },
  };
  static const TlBlueprintPlan small = { "2.1", 40, 9, 60, 0.5, TRUE, FALSE };
  static const TlBlueprintPlan large = { "2.1", 500, 9, 900, 0.5, TRUE, FALSE };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diagram/blueprint-layout/edits/%u", i);

      g_test_add_data_func (path, &plans[i], test_edits);
    }
  g_test_add_func ("/diagram/blueprint-layout/ways-stay", test_ways_stay);
  g_test_add_data_func ("/diagram/blueprint-layout/async/small", &small, test_async);
  g_test_add_data_func ("/diagram/blueprint-layout/async/large", &large, test_async);
  g_test_add_func ("/diagram/blueprint-layout/later-one-counts", test_later_one_counts);
  g_test_add_func ("/diagram/blueprint-layout/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/diagram/blueprint-layout/dropped", test_dropped);
  return g_test_run ();
}
