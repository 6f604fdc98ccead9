/* test-finding.c: the rules that projects are validated by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/tl-finding.h"

#include "project/tl-assessment.h"
#include "project/tl-initiative.h"
#include "project/tl-integration.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

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
  return g_test_run ();
}
