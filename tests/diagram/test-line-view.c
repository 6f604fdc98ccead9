/* test-line-view.c: pictures of a line, and of what fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "analysis/tl-trace-fixture.h"
#include "diagram/tl-blueprint-checks.h"
#include "diagram/tl-blueprint-maker.h"
#include "diagram/tl-line-view.h"
#include "diagram/tl-route.h"
#include "diagram/tl-text.h"
#include "project/tl-relation.h"
#include "store/tl-reader.h"
#include "support/tl-test-support.h"

typedef TlScene *(*Build) (TlTraceability             *traceability,
                           TlRecord                   *element,
                           const PangoFontDescription *font);

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
build (Build       func,
       TlProject  *project,
       const char *id)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();

  return func (tl_traceability_get (project), tl_project_lookup (project, id), font);
}

static const TlNode *
get_node (const TlScene *scene,
          const char    *id)
{
  g_autofree char *key = g_strconcat ("record:", id, NULL);
  int node = tl_scene_find (scene, key);

  if (node < 0)
    g_error ("There is no %s", key);
  return tl_scene_get_node (scene, node);
}

/* What the checks of blueprints do not look at: boxes with heads, and panels. */
static void
check (const TlScene *scene)
{
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);

      g_assert_true (((node->flags & TL_NODE_ACTIVE) != 0) == (node->key != NULL));
      if (node->key == NULL)
        continue;
      g_assert_nonnull (node->title);
      g_assert_true (g_str_has_suffix (node->description, "."));
      for (guint j = i + 1; j < tl_scene_get_n_nodes (scene); j++)
        {
          const TlNode *other = tl_scene_get_node (scene, j);

          if (other->key != NULL && tl_rect_intersects (&node->bounds, &other->bounds))
            g_error ("%s and %s overlap", node->key, other->key);
        }
    }
  tl_blueprint_check_edges (scene);
}

static void
test_line (void)
{
  g_autoptr (TlProject) project = read_look ();
  g_autoptr (TlScene) scene = build (tl_line_view_build, project, "l1");
  const TlNode *capability = get_node (scene, "c1"), *component = get_node (scene, "l1");
  const TlNode *container = get_node (scene, "r1");

  check (scene);
  g_assert_cmpint (component->shape, ==, TL_SHAPE_HEADED);
  g_assert_cmpfloat (capability->bounds.x, <, component->bounds.x);
  g_assert_cmpfloat (component->bounds.x, <, container->bounds.x);
  g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 2);
  g_assert_nonnull (tl_scene_get_edge (scene, 0)->key);
  g_assert_cmpint (tl_scene_find (scene, "record:l3"), <, 0);
}

/* Of something that nothing realizes the picture says where the line ends. */
static void
test_broken_line (void)
{
  g_autoptr (TlProject) project = read_look ();
  g_autoptr (TlScene) scene = build (tl_line_view_build, project, "c5");
  const TlNode *capability = get_node (scene, "c5");
  guint n_hints = 0;

  check (scene);
  g_assert_true ((capability->flags & TL_NODE_GAP) != 0);
  g_assert_nonnull (strstr (capability->description, capability->note));
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    n_hints += tl_scene_get_node (scene, i)->role == TL_ROLE_WARNING;
  g_assert_cmpuint (n_hints, ==, 2);
}

/* The backbone: one step after the other in a lane, too. */
static void
test_backbone (void)
{
  static const char *const ids[] = { "c0", "l0", "l8", "l9", "r0", "r8", "r9" };
  g_autoptr (TlProject) project = read_look ();
  g_autoptr (TlScene) scene = build (tl_line_view_build, project, "l8");

  check (scene);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (ids); i++)
    g_assert_cmpfloat (get_node (scene, ids[i])->bounds.x, <, get_node (scene, ids[i + 1])->bounds.x);
}

static void
test_impact (void)
{
  g_autoptr (TlProject) project = read_look ();
  g_autoptr (TlScene) scene = build (tl_impact_view_build, project, "r4");
  const TlNode *failed = get_node (scene, "r4"), *hit = get_node (scene, "l5");

  check (scene);
  g_assert_cmpint (failed->shape, ==, TL_SHAPE_HEADED);
  g_assert_cmpfloat (failed->bounds.x, <, hit->bounds.x);
}

/* Across services: each in a panel of its own. */
static void
test_impact_across (void)
{
  g_autoptr (TlProject) project = read_look ();
  g_autoptr (TlScene) scene = build (tl_impact_view_build, project, "g1");
  gboolean own = FALSE, other = FALSE;

  check (scene);
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);

      own |= node->shape == TL_SHAPE_PANEL && strcmp (node->title, "Fraud screening") == 0;
      other |= node->shape == TL_SHAPE_PANEL && strcmp (node->title, "Online payments") == 0;
    }
  g_assert_true (own && other);
  g_assert_cmpint (get_node (scene, "l5")->role, ==, TL_ROLE_GUEST);
}

/* A service that only says that it uses what fails is hit, too. */
static void
test_impact_of_use (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr (TlScene) scene = build (tl_impact_view_build, project, "ledger");
  gboolean found = FALSE;

  check (scene);
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);

      found |= node->shape == TL_SHAPE_PANEL && strcmp (node->title, "Tax") == 0;
    }
  g_assert_true (found);
}

/* Whatever the service, both can be drawn of everything in it. */
static void
test_random (void)
{
  const TlBlueprintPlan plan = { "3.0", 40, 14, 120, 0, TRUE, FALSE };

  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, seed);
      TlRecord *service = tl_project_lookup (project, "s1");

      for (guint lane = 0; lane < TL_N_LANES; lane++)
        for (guint i = 0; i < tl_record_get_n_items (service, lane); i += 2)
          {
            const char *id = tl_record_get_id (tl_record_get_child (service, lane, i));
            g_autoptr (TlScene) line = build (tl_line_view_build, project, id);
            g_autoptr (TlScene) impact = build (tl_impact_view_build, project, id);

            g_test_message ("%s, seed %u", id, seed);
            check (line);
            check (impact);
          }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/line-view/line", test_line);
  g_test_add_func ("/diagram/line-view/broken-line", test_broken_line);
  g_test_add_func ("/diagram/line-view/backbone", test_backbone);
  g_test_add_func ("/diagram/line-view/impact", test_impact);
  g_test_add_func ("/diagram/line-view/impact-across", test_impact_across);
  g_test_add_func ("/diagram/line-view/impact-of-use", test_impact_of_use);
  g_test_add_func ("/diagram/line-view/random", test_random);
  return g_test_run ();
}
