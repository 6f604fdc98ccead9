/* test-view.c: names of views, and the way between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "diagram/tl-text.h"
#include "diagram/tl-view.h"
#include "project/tl-assessment.h"
#include "project/tl-service.h"

static TlView
parse (const char *version,
       const char *text)
{
  g_autoptr(GError) error = NULL;
  TlView view;

  tl_view_parse (tl_edition_get (version), text, &view, &error);
  g_assert_no_error (error);
  return view;
}

static void
assert_refused (const char *version,
                const char *text,
                const char *mentions)
{
  g_autoptr(GError) error = NULL;
  TlView view;

  g_assert_false (tl_view_parse (tl_edition_get (version), text, &view, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_nonnull (strstr (error->message, mentions));
}

static void
test_parse (void)
{
  static const char *const texts[] = {
    "value-chain", "level1", "stream:detect-to-correct", "component:incident", "data-object:incident",
    "activity:finance-assets",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TlView view = parse ("2.1", texts[i]);
      g_autofree char *text = tl_view_to_string (&view);
      g_autofree char *title = tl_view_dup_title (&view);

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_cmpstr (title, !=, "");
      g_assert_true (tl_view_equal (&view, &view));
    }

  assert_refused ("2.1", "network", "value-chain");
  assert_refused ("2.1", "group:develop", "stream:ID");
  assert_refused ("2.1", "", "level1");
  assert_refused ("2.1", "level1:", "level1");
  assert_refused ("2.1", "stream", "stream:ID");
  assert_refused ("2.1", "stream:", "detect-to-correct");
  assert_refused ("2.1", "component:incidents", "incident,");
  assert_refused ("3.0", "v\xff", "network");
  parse ("3.0", "network");
  parse ("3.0", "group:develop");
}

/* Each step up is shorter, and ends at the value chain. */
static void
assert_way (const char        *version,
            const char        *from,
            const char *const *way)
{
  TlView view = parse (version, from);
  TlView parent;
  guint n = 0;

  while (tl_view_get_parent (&view, &parent))
    {
      g_autofree char *text = tl_view_to_string (&parent);

      g_assert_cmpstr (text, ==, way[n]);
      n++;
      view = parent;
    }
  g_assert_null (way[n]);
}

static void
test_parents (void)
{
  assert_way ("2.1", "data-object:incident",
              (const char *[]) { "component:incident", "stream:detect-to-correct", "value-chain", NULL });
  assert_way ("2.1", "data-object:it-cost-model", (const char *[]) { "level1", "value-chain", NULL });
  assert_way ("2.1", "level1", (const char *[]) { "value-chain", NULL });
  assert_way ("2.1", "stream:detect-to-correct", (const char *[]) { "value-chain", NULL });
  assert_way ("3.0", "component:incident",
              (const char *[]) { "group:support", "group:detect-to-correct", "value-chain", NULL });
  assert_way ("3.0", "component:investment",
              (const char *[]) { "activity:financial-management", "value-chain", NULL });
  assert_way ("3.0", "stream:operate", (const char *[]) { "network", "value-chain", NULL });
}

static void
test_list (void)
{
  guint n;
  g_autofree TlView *old = tl_view_list (tl_edition_get ("2.1"), &n);
  g_autofree TlView *new = NULL;

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (old[0].kind, ==, TL_VIEW_VALUE_CHAIN);
  g_assert_cmpint (old[1].kind, ==, TL_VIEW_LEVEL1);
  new = tl_view_list (tl_edition_get ("3.0"), &n);
  g_assert_cmpuint (n, ==, 3);
}

/* An overlay's values stand in the nodes, and are said. */
static void
test_overlay (void)
{
  g_autoptr(TlProject) project = tl_project_new_unsealed ();
  g_autoptr(PangoFontDescription) font = tl_text_default_font ();
  g_autoptr(TlScene) scene = NULL;
  TlRecord *assessment = g_object_new (TL_TYPE_ASSESSMENT, NULL);
  TlView view = parse ("2.1", "value-chain");
  const TlNode *node;

  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_ID, "p", NULL));
  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_EDITION, "2.1", NULL));
  g_assert_true (tl_record_fill (assessment, TL_ASSESSMENT_OF, "incident", NULL));
  g_assert_true (tl_record_fill (assessment, TL_ASSESSMENT_DATE, "2026-01-01", NULL));
  g_assert_true (tl_record_fill (assessment, TL_ASSESSMENT_CURRENT, "4", NULL));
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_ASSESSMENTS, assessment, NULL));
  tl_project_seal (project);

  scene = tl_view_build_scene (&view, project, TL_OVERLAY_MATURITY, font, 0);
  node = tl_scene_get_node (scene, tl_scene_find (scene, "component:incident"));
  g_assert_cmpstr (node->value, ==, "4");
  g_assert_cmpint (node->heat, ==, 4);
  g_assert_cmpint (node->flags & (TL_NODE_OVERLAY | TL_NODE_MISSING), ==, TL_NODE_OVERLAY);
  g_assert_nonnull (strstr (node->description, "Detect to Correct"));
  g_assert_nonnull (strstr (node->description, "4"));
  g_assert_nonnull (strstr (node->description, "Interaction"));

  node = tl_scene_get_node (scene, tl_scene_find (scene, "component:problem"));
  g_assert_cmpint (node->flags & (TL_NODE_OVERLAY | TL_NODE_MISSING), ==, TL_NODE_MISSING);
  g_assert_cmpint (node->heat, ==, -1);
}

static TlScene *
build_services (const char *version,
                const char *view_name,
                const char *stage)
{
  g_autoptr(TlProject) project = tl_project_new_unsealed ();
  g_autoptr(PangoFontDescription) font = tl_text_default_font ();
  TlRecord *service = g_object_new (TL_TYPE_SERVICE, NULL);
  TlView view = parse (version, view_name);

  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_ID, "p", NULL));
  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_EDITION, version, NULL));
  g_assert_true (tl_record_fill (service, TL_SERVICE_ID, "s", NULL));
  g_assert_true (tl_record_fill (service, TL_SERVICE_STAGE, stage, NULL));
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_SERVICES, service, NULL));
  tl_project_seal (project);
  return tl_view_build_scene (&view, project, TL_OVERLAY_SERVICES, font, 0);
}

static void
assert_node (TlScene    *scene,
             const char *key,
             const char *value,
             const char *caption,
             const char *says)
{
  const TlNode *node = tl_scene_get_node (scene, tl_scene_find (scene, key));

  g_assert_cmpstr (node->value, ==, value);
  g_assert_cmpstr (node->caption, ==, caption);
  g_assert_nonnull (strstr (node->description, says));
}

/* Where they are and where they are stuck, in words. */
static void
test_services (void)
{
  g_autoptr(TlScene) chain = build_services ("2.1", "value-chain", "requirement-to-deploy--develop");
  g_autoptr(TlScene) network = build_services ("3.0", "network", "deploy--fulfill-deployment");
  g_autoptr(TlScene) stages = build_services ("3.0", "stream:deploy", "deploy--fulfill-deployment");

  assert_node (chain, "stream:requirement-to-deploy", "1", "R2D · 1 service · 1 stuck",
               "Services by stage: 1, 1 stuck.");
  assert_node (chain, "stream:detect-to-correct", "0", "D2C · 0 services", "Services by stage: 0.");
  assert_node (chain, "component:incident", NULL, NULL, "Functional component");
  assert_node (network, "stream:deploy", "1", "1 service · 1 stuck", "1 stuck");
  assert_node (network, "stage:deploy--fulfill-deployment", "1", "1 stuck", "1 stuck");
  assert_node (network, "stage:deploy--validate-deployment", NULL, NULL, "Services by stage: 0.");
  assert_node (stages, "stage:deploy--fulfill-deployment", "1", "Stage 2 · 1 service · 1 stuck", "1 stuck");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/diagram/view/parse", test_parse);
  g_test_add_func ("/diagram/view/parents", test_parents);
  g_test_add_func ("/diagram/view/list", test_list);
  g_test_add_func ("/diagram/view/overlay", test_overlay);
  g_test_add_func ("/diagram/view/services", test_services);

  return g_test_run ();
}
