/* test-finding.c: the rules that projects are validated by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/tl-finding.h"

#include "project/tl-assessment.h"
#include "project/tl-element.h"
#include "project/tl-initiative.h"
#include "project/tl-integration.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"
#include "project/tl-use.h"
#include "store/tl-reader.h"
#include "tl-test-support.h"

static void
fill (TlRecord   *record,
      guint       field,
      const char *value)
{
  g_autoptr (GError) error = NULL;

  tl_record_fill (record, field, value, &error);
  g_assert_no_error (error);
}

static TlProject *
create_project (void)
{
  TlProject *project = tl_project_new_unsealed ();

  fill (TL_RECORD (project), TL_PROJECT_ID, "p");
  fill (TL_RECORD (project), TL_PROJECT_EDITION, "2.1");
  fill (TL_RECORD (project), TL_PROJECT_NAME, "Bank");
  return project;
}

static TlRecord *
create_tool (const char *id,
             const char *name)
{
  TlRecord *tool = g_object_new (TL_TYPE_TOOL, NULL);

  fill (tool, TL_TOOL_ID, id);
  fill (tool, TL_TOOL_NAME, name);
  return tool;
}

/* The only finding has this rule; returned for further looks. */
static TlFinding *
assert_one (GPtrArray  *findings,
            const char *rule)
{
  TlFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->rule, ==, rule);
  g_assert_cmpstr (finding->message, !=, "");
  return finding;
}

static void
test_nothing (void)
{
  g_autoptr (TlProject) project = create_project ();
  g_autoptr (GPtrArray) findings = NULL;
  TlRecord *tool = create_tool ("t1", "Jira");

  fill (tool, TL_TOOL_STATE, "live");
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_TOOLS, tool, NULL));
  tl_project_seal (project);
  findings = tl_finding_list_for_project (project);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_unknown_choice (void)
{
  g_autoptr (TlProject) project = create_project ();
  g_autoptr (GPtrArray) findings = NULL;
  TlRecord *tool = create_tool ("t1", "Jira");
  TlFinding *finding;

  fill (tool, TL_TOOL_STATE, "sunset");
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_TOOLS, tool, NULL));
  tl_project_seal (project);
  findings = tl_finding_list_for_project (project);
  finding = assert_one (findings, "unknown-choice");
  g_assert_cmpstr (finding->place, ==, "Jira");
  g_assert_true (finding->record == tool);
}

static void
test_same_ends (void)
{
  g_autoptr (TlProject) project = create_project ();
  g_autoptr (GPtrArray) findings = NULL;
  TlRecord *integration = g_object_new (TL_TYPE_INTEGRATION, NULL);

  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_TOOLS, create_tool ("t1", "Jira"), NULL));
  fill (integration, TL_INTEGRATION_ID, "i1");
  fill (integration, TL_INTEGRATION_FROM, "t1");
  fill (integration, TL_INTEGRATION_TO, "t1");
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_INTEGRATIONS, integration, NULL));
  tl_project_seal (project);
  findings = tl_finding_list_for_project (project);
  assert_one (findings, "same-ends");
}

static void
add_assessment (TlProject  *project,
                const char *current,
                const char *goal)
{
  TlRecord *assessment = g_object_new (TL_TYPE_ASSESSMENT, NULL);

  fill (assessment, TL_ASSESSMENT_OF, "incident");
  fill (assessment, TL_ASSESSMENT_DATE, "2026-11-02");
  fill (assessment, TL_ASSESSMENT_CURRENT, current);
  fill (assessment, TL_ASSESSMENT_GOAL, goal);
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_ASSESSMENTS, assessment, NULL));
}

static void
test_assessments (void)
{
  g_autoptr (TlProject) twice = create_project ();
  g_autoptr (TlProject) backwards = create_project ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) more = NULL;

  add_assessment (twice, "2", "4");
  add_assessment (twice, "3", "4");
  tl_project_seal (twice);
  findings = tl_finding_list_for_project (twice);
  g_assert_cmpstr (assert_one (findings, "duplicate-assessment")->place, ==, "Assessment of Incident");

  add_assessment (backwards, "4", "2");
  tl_project_seal (backwards);
  more = tl_finding_list_for_project (backwards);
  assert_one (more, "goal-below-current");
}

static void
test_repeated (void)
{
  g_autoptr (TlProject) project = create_project ();
  g_autoptr (GPtrArray) findings = NULL;
  TlRecord *tool = create_tool ("t1", "Jira");

  for (guint i = 0; i < 2; i++)
    {
      TlRecord *support = g_object_new (TL_TYPE_SUPPORT, NULL);

      fill (support, TL_SUPPORT_COMPONENT, "incident");
      g_assert_true (tl_record_adopt (tool, TL_TOOL_SUPPORTS, support, NULL));
    }
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_TOOLS, tool, NULL));
  tl_project_seal (project);
  findings = tl_finding_list_for_project (project);
  assert_one (findings, "repeated");
}

static void
test_ends_before_start (void)
{
  g_autoptr (TlProject) project = create_project ();
  g_autoptr (GPtrArray) findings = NULL;
  TlRecord *initiative = g_object_new (TL_TYPE_INITIATIVE, NULL);

  fill (initiative, TL_INITIATIVE_ID, "n1");
  fill (initiative, TL_INITIATIVE_NAME, "One front door");
  fill (initiative, TL_INITIATIVE_START, "2027-01-11");
  fill (initiative, TL_INITIATIVE_END, "2026-12-31");
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_INITIATIVES, initiative, NULL));
  tl_project_seal (project);
  findings = tl_finding_list_for_project (project);
  assert_one (findings, "ends-before-start");
}

/* Blueprints */

static TlRecord *
add_service (TlProject  *project,
             const char *id)
{
  TlRecord *service = tl_record_new (&tl_service_type);

  fill (service, TL_SERVICE_ID, id);
  fill (service, TL_SERVICE_NAME, "Payments");
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_SERVICES, service, NULL));
  return service;
}

static void
add_element (TlRecord   *service,
             guint       list,
             const char *id,
             const char *kind)
{
  TlRecord *element = tl_record_new (&tl_element_type);

  fill (element, TL_ELEMENT_ID, id);
  fill (element, TL_ELEMENT_KIND, kind);
  g_assert_true (tl_record_adopt (service, list, element, NULL));
}

static void
add_relation (TlRecord   *service,
              const char *kind,
              const char *from,
              const char *to)
{
  TlRecord *relation = tl_record_new (&tl_relation_type);

  fill (relation, TL_RELATION_ID, "r1");
  fill (relation, TL_RELATION_KIND, kind);
  fill (relation, TL_RELATION_FROM, from);
  fill (relation, TL_RELATION_TO, to);
  g_assert_true (tl_record_adopt (service, TL_SERVICE_RELATIONS, relation, NULL));
}

static void
add_use (TlRecord   *service,
         const char *id,
         const char *of)
{
  TlRecord *use = tl_record_new (&tl_use_type);

  fill (use, TL_USE_ID, id);
  fill (use, TL_USE_OF, of);
  g_assert_true (tl_record_adopt (service, TL_SERVICE_USES, use, NULL));
}

static void
add_own_kind (TlProject  *project,
              const char *like)
{
  TlRecord *kind = tl_record_new (&tl_own_kind_type);

  fill (kind, TL_OWN_KIND_ID, "k1");
  fill (kind, TL_OWN_KIND_LIKE, like);
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_KINDS, kind, NULL));
}

static void
test_whole_blueprint (void)
{
  g_autoptr (TlProject) project = create_project ();
  TlRecord *service = add_service (project, "s1");
  g_autoptr (GPtrArray) findings = NULL;

  fill (service, TL_SERVICE_STAGE, "detect-to-correct--detect");
  add_own_kind (project, "application");
  add_element (service, TL_SERVICE_LOGICAL, "e1", "logical-component");
  add_element (service, TL_SERVICE_REALIZED, "e2", "k1");
  add_relation (service, "realized-by", "e1", "e2");
  add_use (add_service (project, "s2"), "u1", "e2");
  tl_project_seal (project);
  findings = tl_finding_list_for_project (project);
  g_assert_cmpuint (findings->len, ==, 0);
}

typedef struct
{
  const char *path;
  const char *rule;
  const char *stage;
  const char *kind;
  guint       list;
  const char *relation;
  const char *to;
  const char *uses[2];
  const char *like;
  const char *says;     /* part of the message */
} BlueprintCase;

static const BlueprintCase blueprint_cases[] = {
  { "unknown-stage", "unknown-stage", .stage = "operate--detect-issue", .says = "IT4IT 2.1" },
  { "unknown-kind", "unknown-kind", .kind = "digital-product", .says = "digital-product" },
  { "other-lane", "other-lane", .kind = "database", .list = TL_SERVICE_LOGICAL, .says = "Realized" },
  { "unknown-relation", "unknown-relation", .relation = "likes", .to = "e2", .says = "likes" },
  { "same-ends", "same-ends", .relation = "uses", .to = "e1", .says = "itself" },
  { "other-relation", "relation-not-allowed", .relation = "runs-on", .to = "e2", .says = "is realized by" },
  { "no-relation", "relation-not-allowed", .relation = "realized-by", .to = "e3", .says = "the other way round" },
  { "own-element-used", "own-element-used", .uses = { "e1" }, .says = "very service" },
  { "used-twice", "repeated", .uses = { "e4", "e4" }, .says = "twice" },
  { "own-kind", "unknown-kind", .like = "k1", .says = "k1" },
};

static void
test_blueprint (gconstpointer data)
{
  const BlueprintCase *test = data;
  g_autoptr (TlProject) project = create_project ();
  TlRecord *service = add_service (project, "s1");
  TlRecord *other = add_service (project, "s2");
  g_autoptr (GPtrArray) findings = NULL;

  add_element (service, TL_SERVICE_LOGICAL, "e1", "logical-component");
  add_element (service, TL_SERVICE_REALIZED, "e2", "application");
  add_element (service, TL_SERVICE_CONCEPTUAL, "e3", "capability");
  add_element (other, TL_SERVICE_REALIZED, "e4", "database");
  if (test->stage != NULL)
    fill (service, TL_SERVICE_STAGE, test->stage);
  if (test->kind != NULL)
    add_element (service, test->list, "e5", test->kind);
  if (test->relation != NULL)
    add_relation (service, test->relation, "e1", test->to);
  for (guint i = 0; i < G_N_ELEMENTS (test->uses) && test->uses[i] != NULL; i++)
    add_use (service, i == 0 ? "u1" : "u2", test->uses[i]);
  if (test->like != NULL)
    add_own_kind (project, test->like);
  tl_project_seal (project);

  findings = tl_finding_list_for_project (project);
  g_assert_nonnull (strstr (assert_one (findings, test->rule)->message, test->says));
}

/* What is shipped has nothing for a user to mend. */
static void
test_samples (void)
{
  static const char *const folders[] = { "resources/samples", "resources/templates" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = tl_test_build_source_path (folders[i]);
      g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autoptr (GFile) file = g_file_new_build_filename (path, name, NULL);
          g_autoptr (GError) error = NULL;
          g_autoptr (TlProject) project = NULL;
          g_autoptr (GPtrArray) findings = NULL;

          if (!g_str_has_suffix (name, ".it4it"))
            continue;
          project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, NULL, NULL, &error);
          g_assert_no_error (error);
          findings = tl_finding_list_for_project (project);
          for (guint j = 0; j < findings->len; j++)
            g_test_fail_printf ("%s: %s: %s", name, ((TlFinding *) findings->pdata[j])->place,
                                ((TlFinding *) findings->pdata[j])->message);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/finding/nothing", test_nothing);
  g_test_add_func ("/analysis/finding/unknown-choice", test_unknown_choice);
  g_test_add_func ("/analysis/finding/same-ends", test_same_ends);
  g_test_add_func ("/analysis/finding/assessments", test_assessments);
  g_test_add_func ("/analysis/finding/repeated", test_repeated);
  g_test_add_func ("/analysis/finding/ends-before-start", test_ends_before_start);
  g_test_add_func ("/analysis/finding/whole-blueprint", test_whole_blueprint);
  for (gsize i = 0; i < G_N_ELEMENTS (blueprint_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/finding/blueprint/", blueprint_cases[i].path, NULL);

      g_test_add_data_func (path, &blueprint_cases[i], test_blueprint);
    }
  g_test_add_func ("/analysis/finding/samples", test_samples);

  return g_test_run ();
}
