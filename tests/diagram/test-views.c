/* test-views.c: every view of both editions is sound, at any font size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-view-checks.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

/* What the views show the values of; none at first. */
static TlProject *projects[2];
static TlOverlayKind shown = TL_OVERLAY_NONE;

/* The room they are arranged for. */
static const double aspects[] = { 0.5, 1.15, 2.4 };
static double aspect = 0;

static const TlConcept *const *
list (gconstpointer concepts)
{
  return concepts;
}

static void
check_view (const TlView *view,
            double        size,
            TlViewCheck   check)
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
check_all (TlViewCheck check)
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
check_arranged (TlViewCheck check,
                double      size)
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

static void
test_shape (void)
{
  check_all (tl_check_shape);
}

static void
test_nodes (void)
{
  check_all (tl_check_nodes);
}

static void
test_content (void)
{
  check_all (tl_check_content);
}

static void
test_level1_line (void)
{
  check_arranged (tl_check_level1_line, 11);
}

static void
check_arrangement (const TlView  *view,
                   const TlScene *scene,
                   TlTextMeasure *text)
{
  tl_check_shape (view, scene, text);
  tl_check_nodes (view, scene, text);
  tl_check_content (view, scene, text);
  tl_check_level1_line (view, scene, text);
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

/* Every other component has a tool, some with no cost, some in two currencies; some
 * stages have services, and many of them are stuck. */
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
  for (guint i = 0; i < 40; i++)
    {
      TlRecord *service = g_object_new (TL_TYPE_SERVICE, NULL);
      const TlStage *const *stages = tl_edition_get_stages (edition);
      g_autofree char *id = g_strdup_printf ("s%u", i);

      g_assert_true (tl_record_fill (service, TL_SERVICE_ID, id, NULL));
      g_assert_true (tl_record_fill (service, TL_SERVICE_STAGE, stages[i * i % 13]->concept.id, NULL));
      g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_SERVICES, service, NULL));
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
      check_all (tl_check_shape);
      aspect = aspects[1];
      check_arranged (tl_check_shape, 11);
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

  check_all (tl_check_shape);
  aspect = aspects[1];
  check_arranged (tl_check_shape, 11);
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
