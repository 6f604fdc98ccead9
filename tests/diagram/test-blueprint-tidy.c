/* test-blueprint-tidy.c: a good arrangement of a blueprint
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
#include "store/tl-writer.h"

static TlRecord *
get_service (TlProject *project)
{
  return tl_project_lookup (project, "s1");
}

static GArray *
tidy (TlProject *project,
      GPtrArray *elements)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();

  return tl_blueprint_view_tidy (get_service (project), elements, font);
}

static const TlPlacing *
find (GArray     *placings,
      const char *id)
{
  for (guint i = 0; i < placings->len; i++)
    if (strcmp (tl_record_get_id (g_array_index (placings, TlPlacing, i).element), id) == 0)
      return &g_array_index (placings, TlPlacing, i);

  g_error ("%s was not placed", id);
}

static TlScene *
apply (TlProject *project,
       GArray    *placings)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (GError) error = NULL;

  tl_blueprint_place (get_service (project), (const TlPlacing *) (const void *) placings->data, placings->len,
                      "Tidy", NULL, &error);
  g_assert_no_error (error);
  return tl_blueprint_view_build (get_service (project), NULL, font);
}

/* A line: capability → component → application, each with what hangs on it. */
static TlProject *
make_line (void)
{
  TlProject *project = tl_blueprint_maker_new ("2.1");
  TlRecord *service = get_service (project);
  TlRecord *last = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id_c = g_strdup_printf ("c%u", i), *id_l = g_strdup_printf ("l%u", i);
      g_autofree char *id_r = g_strdup_printf ("r%u", i), *id_d = g_strdup_printf ("d%u", i);
      TlRecord *capability = tl_blueprint_maker_element (service, TL_LANE_CONCEPTUAL, id_c, "capability", "Pay");
      TlRecord *component = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, id_l, "logical-component", "Ledger");
      TlRecord *data = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, id_d, "data", "Entries");
      TlRecord *application = tl_blueprint_maker_element (service, TL_LANE_REALIZED, id_r, "application", "ledger-eu");

      tl_blueprint_maker_relate (service, "realized-by", capability, component);
      tl_blueprint_maker_relate (service, "realized-by", component, application);
      tl_blueprint_maker_relate (service, "uses", component, data);
      if (last != NULL)
        tl_blueprint_maker_relate (service, "uses", last, component);
      last = component;
    }
  tl_project_seal (project);

  return project;
}

static void
test_line (void)
{
  g_autoptr (TlProject) project = make_line ();
  g_autoptr (GArray) placings = tidy (project, NULL);
  double y = -1;

  g_assert_cmpuint (placings->len, ==, 16);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id_c = g_strdup_printf ("c%u", i), *id_l = g_strdup_printf ("l%u", i);
      g_autofree char *id_r = g_strdup_printf ("r%u", i), *id_d = g_strdup_printf ("d%u", i);
      const TlPlacing *component = find (placings, id_l);

      /* What is traced is level, what is used is beneath, leaves are beside. */
      g_assert_cmpfloat (component->y, >, y);
      y = component->y;
      g_assert_cmpfloat (component->x, ==, 0);
      g_assert_cmpfloat (find (placings, id_c)->y, ==, y);
      g_assert_cmpfloat (find (placings, id_r)->y, ==, y);
      g_assert_cmpfloat (find (placings, id_d)->y, ==, y);
      g_assert_cmpfloat (find (placings, id_d)->x, >, component->x);
    }
}

static double
sum_lengths (const TlScene *scene)
{
  double sum = 0;

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      const TlPoint *points = tl_scene_get_points (scene, edge);

      for (guint j = 0; j + 1 < edge->n_points; j++)
        sum += hypot (points[j + 1].x - points[j].x, points[j + 1].y - points[j].y);
    }

  return sum;
}

static void
test_random (gconstpointer data)
{
  const TlBlueprintPlan *plan = data;

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (TlProject) project = tl_blueprint_maker_random (plan, seed);
      g_autoptr (PangoFontDescription) font = tl_text_default_font ();
      g_autoptr (TlScene) before = tl_blueprint_view_build (get_service (project), NULL, font);
      g_autoptr (GBytes) bytes = tl_writer_write (project);
      g_autoptr (GArray) placings = tidy (project, NULL);
      g_autoptr (GArray) again = tidy (project, NULL);
      g_autoptr (GBytes) same = tl_writer_write (project);
      g_autoptr (TlScene) scene = NULL;

      g_test_message ("%u parts, seed %u", plan->n_parts, seed);
      g_assert_true (g_bytes_equal (bytes, same));
      g_assert_cmpuint (placings->len, ==, plan->n_parts);
      g_assert_cmpmem (placings->data, placings->len * sizeof (TlPlacing), again->data, again->len * sizeof (TlPlacing));
      for (guint i = 0; i < placings->len; i++)
        {
          const TlPlacing *placing = &g_array_index (placings, TlPlacing, i);

          g_assert_cmpfloat (placing->x, >=, 0);
          g_assert_cmpfloat (placing->y, >=, 0);
          g_assert_cmpfloat (fmod (placing->x, 8), ==, 0);
          g_assert_cmpfloat (fmod (placing->y, 8), ==, 0);
        }

      scene = apply (project, placings);
      tl_blueprint_check_nodes (scene);
      tl_blueprint_check_overlaps (scene);
      tl_blueprint_check_edges (scene);
      tl_blueprint_check_places (scene, get_service (project));
      /* Better than what was drawn without a plan. */
      if (plan->placed == 1)
        g_assert_cmpfloat (sum_lengths (scene), <, sum_lengths (before));
    }
}

/* Only some: the rest stays, and nothing lies on it. */
static void
test_some (void)
{
  const TlBlueprintPlan plan = { "2.1", 60, 7, 90, 1, FALSE, TRUE };
  g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, 3);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GArray) placings = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (TlScene) scene = NULL;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (get_service (project), TL_SERVICE_CONCEPTUAL + lane); i++)
      {
        TlRecord *element = tl_record_get_child (get_service (project), TL_SERVICE_CONCEPTUAL + lane, i);

        if (i % 3 == 0 && tl_record_get (element, TL_ELEMENT_X) != NULL)
          g_ptr_array_add (some, element);
      }

  placings = tidy (project, some);
  g_assert_cmpuint (placings->len, ==, some->len);
  for (guint i = 0; i < placings->len; i++)
    g_assert_true (g_ptr_array_find (some, g_array_index (placings, TlPlacing, i).element, NULL));
  scene = apply (project, placings);
  tl_blueprint_check_nodes (scene);
  tl_blueprint_check_overlaps (scene);

  g_ptr_array_set_size (some, 0);
  none = tidy (project, some);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Relations in a circle, to itself, and twice. */
static void
test_circles (void)
{
  g_autoptr (TlProject) project = tl_blueprint_maker_new ("2.1");
  TlRecord *service = get_service (project);
  TlRecord *elements[5];
  g_autoptr (GArray) placings = NULL;
  g_autoptr (TlScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    elements[i] = tl_blueprint_maker_element (service, TL_LANE_LOGICAL, NULL, "logical-component", "Round");
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      tl_blueprint_maker_relate (service, "uses", elements[i], elements[(i + 1) % G_N_ELEMENTS (elements)]);
      tl_blueprint_maker_relate (service, "uses", elements[(i + 1) % G_N_ELEMENTS (elements)], elements[i]);
      tl_blueprint_maker_relate (service, "uses", elements[i], elements[i]);
    }
  tl_project_seal (project);

  placings = tidy (project, NULL);
  scene = apply (project, placings);
  tl_blueprint_check_nodes (scene);
  tl_blueprint_check_overlaps (scene);
}

int
main (int argc, char *argv[])
{
  static const TlBlueprintPlan plans[] = {
    { "2.1", 5, 0, 6, 1, FALSE, FALSE },
    { "2.1", 30, 7, 45, 1, TRUE, FALSE },
    { "3.0", 60, 9, 90, 0.5, TRUE, TRUE },
    { "2.1", 300, 9, 450, 1, FALSE, FALSE },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/blueprint-tidy/line", test_line);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diagram/blueprint-tidy/random/%u", i);

      g_test_add_data_func (path, &plans[i], test_random);
    }
  g_test_add_func ("/diagram/blueprint-tidy/some", test_some);
  g_test_add_func ("/diagram/blueprint-tidy/circles", test_circles);
  return g_test_run ();
}
