/* test-edit.c: whole edits and their names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-assessment.h"
#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

typedef struct
{
  TlProject *project;
  TlHistory *history;
  TlRecord  *root;
  char      *start;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->project = tl_fixture_new_project ();
  fixture->history = tl_project_get_history (fixture->project);
  fixture->root = TL_RECORD (fixture->project);
  fixture->start = tl_fixture_dump (fixture->root);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autofree char *end = NULL;

  /* Whatever was done can be undone. */
  tl_fixture_check (fixture->project, NULL);
  while (tl_history_get_can_undo (fixture->history))
    tl_history_undo (fixture->history);
  end = tl_fixture_dump (fixture->root);
  g_assert_cmpstr (end, ==, fixture->start);

  g_assert_finalize_object (fixture->project);
  g_free (fixture->start);
}

static void
assert_label (Fixture    *fixture,
              const char *expected)
{
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), ==, expected);
}

static void
test_set (Fixture       *fixture,
          gconstpointer  unused)
{
  TlRecord *jira = tl_project_lookup (fixture->project, "jira");
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_edit_set (jira, TL_TOOL_VENDOR, "Atlassian", &error));
  g_assert_false (tl_history_get_can_undo (fixture->history));

  g_assert_true (tl_edit_set (jira, TL_TOOL_VENDOR, "A", &error));
  g_assert_true (tl_edit_set (jira, TL_TOOL_VENDOR, "Al", &error));
  assert_label (fixture, "Change Vendor of Jira");
  g_assert_true (tl_edit_set (jira, TL_TOOL_NAME, "Jura", &error));
  assert_label (fixture, "Change Name of Jira");
  g_assert_true (tl_edit_set (tl_project_lookup (fixture->project, "r1"), TL_RELATION_KIND, "x", &error));
  assert_label (fixture, "Change Kind of Relation");
  g_assert_no_error (error);

  g_assert_false (tl_edit_set (jira, TL_TOOL_ANNUAL_COST, "free", &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  assert_label (fixture, "Change Kind of Relation");

  tl_history_undo (fixture->history);
  tl_history_undo (fixture->history);
  g_assert_cmpstr (tl_record_get (jira, TL_TOOL_VENDOR), ==, "Al");
  tl_history_undo (fixture->history);
  g_assert_cmpstr (tl_record_get (jira, TL_TOOL_VENDOR), ==, "Atlassian");
}

static void
test_add_and_remove (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_edit_add (fixture->root, TL_PROJECT_TOOLS,
                              tl_fixture_new_record (&tl_tool_type, TL_TOOL_NAME, "Grafana", -1), &error));
  g_assert_no_error (error);
  assert_label (fixture, "Add Tool Grafana");
  g_assert_true (tl_edit_add (fixture->root, TL_PROJECT_SERVICES, tl_record_new (&tl_service_type), &error));
  assert_label (fixture, "Add Service");

  g_assert_false (tl_edit_add (fixture->root, TL_PROJECT_INTEGRATIONS, tl_record_new (&tl_integration_type), &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  assert_label (fixture, "Add Service");

  tl_edit_remove (tl_project_lookup (fixture->project, "jira"));
  assert_label (fixture, "Delete Tool Jira");
  g_assert_null (tl_project_lookup (fixture->project, "i1"));
  tl_edit_remove (tl_record_get_child (fixture->root, TL_PROJECT_ASSESSMENTS, 0));
  assert_label (fixture, "Delete Assessment Incident");
  tl_edit_remove (tl_project_lookup (fixture->project, "r1"));
  assert_label (fixture, "Delete Relation");
}

/* Assessments */

static guint
count (Fixture *fixture)
{
  return tl_record_get_n_items (fixture->root, TL_PROJECT_ASSESSMENTS);
}

static const char *
get_latest (Fixture    *fixture,
            const char *of,
            guint       field)
{
  TlRecord *record = tl_edit_find_assessment (fixture->project, of);

  return record != NULL ? tl_record_get (record, field) : NULL;
}

static void
assess (Fixture    *fixture,
        const char *of,
        guint       field,
        const char *value,
        const char *date)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_edit_assess (fixture->project, of, field, value, date, &error));
  g_assert_no_error (error);
}

static void
test_assess_first (Fixture       *fixture,
                   gconstpointer  unused)
{
  /* Nothing is said in vain. */
  assess (fixture, "problem", TL_ASSESSMENT_GOAL, NULL, "2026-11-01");
  g_assert_false (tl_history_get_can_undo (fixture->history));

  assess (fixture, "problem", TL_ASSESSMENT_CURRENT, "3", "2026-11-01");
  assert_label (fixture, "Change Current Maturity of Problem");
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpstr (get_latest (fixture, "problem", TL_ASSESSMENT_DATE), ==, "2026-11-01");

  assess (fixture, "sourcing-vendor", TL_ASSESSMENT_OWNER, "Ada", "2026-11-01");
  assert_label (fixture, "Change Owner of Sourcing & Vendor");
  assess (fixture, "problem", TL_ASSESSMENT_GOAL, "4", "2026-11-01");
  g_assert_cmpuint (count (fixture), ==, 3);

  /* The last fact gone, the assessment is gone. */
  assess (fixture, "problem", TL_ASSESSMENT_GOAL, "", "2026-11-01");
  g_assert_nonnull (tl_edit_find_assessment (fixture->project, "problem"));
  assess (fixture, "problem", TL_ASSESSMENT_CURRENT, NULL, "2026-11-01");
  g_assert_null (tl_edit_find_assessment (fixture->project, "problem"));
}

static void
test_assess_progress (Fixture       *fixture,
                      gconstpointer  unused)
{
  TlRecord *first = tl_edit_find_assessment (fixture->project, "incident");
  TlRecord *second;

  /* The same as before is no news. */
  assess (fixture, "incident", TL_ASSESSMENT_CURRENT, "2", "2026-11-01");
  g_assert_false (tl_history_get_can_undo (fixture->history));

  assess (fixture, "incident", TL_ASSESSMENT_CURRENT, "3", "2026-11-01");
  second = tl_edit_find_assessment (fixture->project, "incident");
  g_assert_true (first != second);
  g_assert_cmpint (tl_record_get_position (second), ==, tl_record_get_position (first) + 1);
  g_assert_cmpstr (tl_record_get (first, TL_ASSESSMENT_CURRENT), ==, "2");
  g_assert_cmpstr (tl_record_get (second, TL_ASSESSMENT_GOAL), ==, "4");
  g_assert_cmpstr (tl_record_get (second, TL_ASSESSMENT_DATE), ==, "2026-11-01");

  /* Of a day that is past: what was known then changes, and what is known now does not. */
  assess (fixture, "incident", TL_ASSESSMENT_GOAL, "5", "2026-03-01");
  g_assert_cmpstr (tl_record_get (first, TL_ASSESSMENT_GOAL), ==, "5");
  g_assert_cmpstr (get_latest (fixture, "incident", TL_ASSESSMENT_GOAL), ==, "4");
  assess (fixture, "incident", TL_ASSESSMENT_GOAL, "3", "2026-05-05");
  g_assert_cmpuint (count (fixture), ==, 3);
  assess (fixture, "incident", TL_ASSESSMENT_GOAL, "1", "2025-01-01");
  g_assert_cmpuint (count (fixture), ==, 4);
  g_assert_cmpstr (get_latest (fixture, "incident", TL_ASSESSMENT_GOAL), ==, "4");
}

/* Old facts do not come back when those of today are cleared. */
static void
test_assess_clear (Fixture       *fixture,
                   gconstpointer  unused)
{
  assess (fixture, "incident", TL_ASSESSMENT_CURRENT, NULL, "2026-11-01");
  g_assert_null (get_latest (fixture, "incident", TL_ASSESSMENT_CURRENT));
  assess (fixture, "incident", TL_ASSESSMENT_GOAL, NULL, "2026-11-01");
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_null (get_latest (fixture, "incident", TL_ASSESSMENT_GOAL));
  g_assert_cmpstr (get_latest (fixture, "incident", TL_ASSESSMENT_DATE), ==, "2026-11-01");
}

static void
test_assess_refuses (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tl_edit_assess (fixture->project, "problem", TL_ASSESSMENT_GOAL, "6", "2026-11-01", &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (tl_edit_assess (fixture->project, "incident", TL_ASSESSMENT_GOAL, "6", "2026-03-01", &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (tl_edit_assess (fixture->project, "problem", TL_ASSESSMENT_GOAL, "3", "yesterday", &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (tl_edit_assess (fixture->project, "coffee", TL_ASSESSMENT_GOAL, "3", NULL, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);
  g_assert_false (tl_history_get_can_undo (fixture->history));
}

static void
test_assess_typing (Fixture       *fixture,
                    gconstpointer  unused)
{
  assess (fixture, "incident", TL_ASSESSMENT_NOTE, "a", NULL);
  assess (fixture, "incident", TL_ASSESSMENT_NOTE, "ab", NULL);
  assess (fixture, "incident", TL_ASSESSMENT_NOTE, "abc", NULL);
  g_assert_cmpuint (count (fixture), ==, 2);
  tl_history_undo (fixture->history);
  g_assert_false (tl_history_get_can_undo (fixture->history));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_index (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr(GHashTable) index = NULL;
  GHashTableIter iter;
  gpointer of, record;

  assess (fixture, "incident", TL_ASSESSMENT_CURRENT, "3", "2026-11-01");
  assess (fixture, "incident", TL_ASSESSMENT_CURRENT, "1", "2020-11-01");
  assess (fixture, "problem", TL_ASSESSMENT_CURRENT, "3", "2026-11-01");
  assess (fixture, "sourcing-vendor", TL_ASSESSMENT_CURRENT, "3", "2026-11-01");

  /* Of two of one day the later in the file. */
  g_assert_true (tl_edit_add (fixture->root, TL_PROJECT_ASSESSMENTS,
                              tl_fixture_new_record (&tl_assessment_type, TL_ASSESSMENT_OF, "problem",
                                                     TL_ASSESSMENT_DATE, "2026-11-01",
                                                     TL_ASSESSMENT_CURRENT, "5", -1), NULL));
  g_assert_cmpstr (get_latest (fixture, "problem", TL_ASSESSMENT_CURRENT), ==, "5");
  g_assert_cmpstr (get_latest (fixture, "incident", TL_ASSESSMENT_CURRENT), ==, "3");

  index = tl_edit_index_assessments (fixture->project);
  g_assert_cmpuint (g_hash_table_size (index), ==, 3);
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &of, &record))
    g_assert_true (tl_edit_find_assessment (fixture->project, of) == record);
  g_assert_null (tl_edit_find_assessment (fixture->project, "defect"));
}

/* Tools */

static void
test_supports (Fixture       *fixture,
               gconstpointer  unused)
{
  TlRecord *jira = tl_project_lookup (fixture->project, "jira");
  TlTool *tool = TL_TOOL (jira);
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_edit_set_supports (jira, "defect", TRUE, &error));
  g_assert_true (tl_edit_set_supports (jira, "incident", FALSE, &error));
  g_assert_false (tl_history_get_can_undo (fixture->history));

  g_assert_true (tl_edit_set_supports (jira, "incident", TRUE, &error));
  assert_label (fixture, "Add Incident to Jira");
  g_assert_true (tl_tool_supports (tool, "incident"));
  g_assert_true (tl_edit_set_supports (jira, "defect", FALSE, &error));
  assert_label (fixture, "Remove Defect from Jira");
  g_assert_false (tl_tool_supports (tool, "defect"));

  g_assert_true (tl_edit_set_masters (jira, "incident", TRUE, &error));
  assert_label (fixture, "Add Incident to Jira");
  g_assert_true (tl_tool_masters (tool, "incident"));
  g_assert_true (tl_edit_set_masters (jira, "incident", FALSE, &error));
  g_assert_false (tl_tool_masters (tool, "incident"));
  g_assert_no_error (error);

  g_assert_false (tl_edit_set_supports (jira, "sourcing-vendor", TRUE, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/project/edit/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("set", test_set);
  ADD ("add-and-remove", test_add_and_remove);
  ADD ("assess/first", test_assess_first);
  ADD ("assess/progress", test_assess_progress);
  ADD ("assess/clear", test_assess_clear);
  ADD ("assess/refuses", test_assess_refuses);
  ADD ("assess/typing", test_assess_typing);
  ADD ("assess/index", test_index);
  ADD ("supports", test_supports);
#undef ADD

  return g_test_run ();
}
