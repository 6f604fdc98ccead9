/* test-record.c: what a record holds, while it is made and after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-assessment.h"
#include "project/tl-element.h"
#include "project/tl-property.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

#include <string.h>

static void
test_fill (void)
{
  g_autoptr(TlRecord) tool = tl_record_new (&tl_tool_type);
  g_autoptr(GError) error = NULL;
  guint *notified = tl_fixture_count (tool, "notify");

  g_assert_null (tl_record_get (tool, TL_TOOL_NAME));
  g_assert_cmpstr (tl_record_get_name (tool), ==, "");
  g_assert_null (tl_record_get_id (tool));
  g_assert_null (tl_record_get_parent (tool));
  g_assert_null (tl_record_get_project (tool));
  g_assert_cmpint (tl_record_get_position (tool), ==, -1);

  /* In no order, longer, shorter, and gone again. */
  g_assert_true (tl_record_fill (tool, TL_TOOL_NOTE, "A note", &error));
  g_assert_true (tl_record_fill (tool, TL_TOOL_ID, "t1", &error));
  g_assert_true (tl_record_fill (tool, TL_TOOL_VENDOR, "Atlassian", &error));
  g_assert_true (tl_record_fill (tool, TL_TOOL_NAME, "Jira", &error));
  g_assert_true (tl_record_fill (tool, TL_TOOL_NAME, "Jira Software", &error));
  g_assert_true (tl_record_fill (tool, TL_TOOL_NOTE, "N", &error));
  g_assert_true (tl_record_fill (tool, TL_TOOL_OWNER, "x", &error));
  g_assert_true (tl_record_fill (tool, TL_TOOL_OWNER, "", &error));
  g_assert_no_error (error);

  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_ID), ==, "t1");
  g_assert_cmpstr (tl_record_get_name (tool), ==, "Jira Software");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_VENDOR), ==, "Atlassian");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_NOTE), ==, "N");
  g_assert_null (tl_record_get (tool, TL_TOOL_OWNER));
  g_assert_null (tl_record_get (tool, TL_TOOL_LINK));

  /* A value out of the record itself. */
  g_assert_true (tl_record_fill (tool, TL_TOOL_VENDOR, tl_record_get (tool, TL_TOOL_NAME), &error));
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_VENDOR), ==, "Jira Software");

  g_assert_false (tl_record_fill (tool, TL_TOOL_ANNUAL_COST, "much", &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_null (tl_record_get (tool, TL_TOOL_ANNUAL_COST));
  g_assert_cmpuint (*notified, ==, 0);
}

static void
test_fill_all (void)
{
  g_autoptr(TlRecord) record = tl_fixture_new_record (&tl_assessment_type, TL_ASSESSMENT_OWNER, "old", -1);
  const char *values[] = { "incident", "2026-11-01", "3", NULL, "", NULL, "Line\nline" };
  g_autoptr(GError) error = NULL;

  G_STATIC_ASSERT (G_N_ELEMENTS (values) == TL_ASSESSMENT_NOTE + 1);
  g_assert_true (tl_record_fill_all (record, values, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpstr (tl_record_get (record, i), ==, i == TL_ASSESSMENT_IMPORTANCE ? NULL : values[i]);

  values[TL_ASSESSMENT_GOAL] = "7";
  g_assert_false (tl_record_fill_all (record, values, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "Goal: "));
  g_assert_cmpstr (tl_record_get (record, TL_ASSESSMENT_CURRENT), ==, "3");

  g_clear_error (&error);
  values[TL_ASSESSMENT_GOAL] = values[TL_ASSESSMENT_DATE] = NULL;
  g_assert_false (tl_record_fill_all (record, values, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
}

static void
test_numbers (void)
{
  g_autoptr(TlRecord) element = tl_fixture_new_record (&tl_element_type, TL_ELEMENT_X, "-12.5", -1);
  g_autoptr(TlRecord) assessment = tl_fixture_new_record (&tl_assessment_type, TL_ASSESSMENT_CURRENT, "4", -1);
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlTool *jira = TL_TOOL (tl_project_lookup (project, "jira"));
  TlTool *snow = TL_TOOL (tl_project_lookup (project, "snow"));
  double x, y;

  g_assert_cmpfloat (tl_record_get_number (element, TL_ELEMENT_X, 1), ==, -12.5);
  g_assert_cmpfloat (tl_record_get_number (element, TL_ELEMENT_Y, 1), ==, 1);
  g_assert_false (tl_element_get_place (TL_ELEMENT (element), &x, &y));
  tl_record_fill (element, TL_ELEMENT_Y, "3", NULL);
  g_assert_true (tl_element_get_place (TL_ELEMENT (element), &x, &y));
  g_assert_cmpfloat (x, ==, -12.5);
  g_assert_cmpfloat (y, ==, 3);

  g_assert_cmpint (tl_assessment_get_current (TL_ASSESSMENT (assessment)), ==, 4);
  g_assert_cmpint (tl_assessment_get_goal (TL_ASSESSMENT (assessment)), ==, -1);

  g_assert_cmpfloat (tl_tool_get_annual_cost (jira), ==, 120000);
  g_assert_cmpstr (tl_tool_get_currency (jira), ==, "EUR");
  g_assert_cmpstr (tl_tool_get_currency (snow), ==, "CHF");
  g_assert_true (tl_tool_supports (jira, "defect"));
  g_assert_false (tl_tool_supports (jira, "incident"));
  g_assert_true (tl_tool_masters (jira, "requirement"));
}

static void
test_adopt (void)
{
  g_autoptr(TlProject) project = tl_project_new_unsealed ();
  TlRecord *root = TL_RECORD (project);
  g_autoptr(TlRecord) service = tl_fixture_new_record (&tl_service_type, TL_SERVICE_ID, "s1", -1);
  g_autoptr(GError) error = NULL;

  tl_record_fill (root, TL_PROJECT_ID, "p", NULL);

  /* What is loose may be incomplete, in parts. */
  tl_fixture_adopt (service, TL_SERVICE_LOGICAL, tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "e1", -1));
  g_assert_false (tl_record_adopt (root, TL_PROJECT_SERVICES, g_object_ref (service), &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_null (tl_project_lookup (project, "s1"));
  g_clear_error (&error);

  tl_record_fill (tl_record_get_child (service, TL_SERVICE_LOGICAL, 0), TL_ELEMENT_KIND, "logical-service", NULL);
  tl_fixture_adopt (root, TL_PROJECT_SERVICES, g_object_ref (service));
  g_assert_nonnull (tl_project_lookup (project, "e1"));

  /* Ids in use, also within what comes, and the project's own. */
  for (guint i = 0; i < 3; i++)
    {
      static const char *const ids[] = { "e1", "p", "twice" };
      TlRecord *other = tl_fixture_new_record (&tl_service_type, TL_SERVICE_ID, "twice", -1);

      tl_fixture_adopt (other, TL_SERVICE_LOGICAL,
                        tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, ids[i],
                                               TL_ELEMENT_KIND, "logical-service", -1));
      g_assert_false (tl_record_adopt (root, TL_PROJECT_SERVICES, other, &error));
      g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_DUPLICATE_ID);
      g_clear_error (&error);
      g_assert_null (tl_project_lookup (project, "twice"));
    }

  tl_project_seal (project);
  g_assert_cmpuint (tl_record_get_n_items (root, TL_PROJECT_SERVICES), ==, 1);
}

/* A project may get its id last, if it is still free. */
static void
test_id_of_project (void)
{
  g_autoptr(TlProject) project = tl_project_new_unsealed ();
  TlRecord *root = TL_RECORD (project);
  g_autoptr(GError) error = NULL;

  tl_fixture_adopt (root, TL_PROJECT_TOOLS, tl_fixture_new_record (&tl_tool_type, TL_TOOL_ID, "t1", -1));
  g_assert_false (tl_record_fill (root, TL_PROJECT_ID, "t1", &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_DUPLICATE_ID);
  g_assert_null (tl_record_get_id (root));
  g_assert_true (tl_record_fill (root, TL_PROJECT_ID, "p1", NULL));
  g_assert_true (tl_project_lookup (project, "p1") == root);
}

static void
test_create_id (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *id = tl_project_create_id (project, &tl_relation_type);

      g_assert_cmpuint (strlen (id), ==, 11);
      g_assert_true (id[0] == 'r');
      for (guint j = 1; j < 11; j++)
        g_assert_true (g_ascii_isdigit (id[j]) || g_ascii_islower (id[j]));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_new_project (void)
{
  g_autoptr(TlProject) project = tl_project_new (tl_edition_get ("3.0"), "New");
  g_autoptr(TlProject) other = tl_project_new (tl_edition_get ("3.0"), "New");

  g_assert_true (tl_project_is_sealed (project));
  g_assert_true (g_uuid_string_is_valid (tl_record_get_id (TL_RECORD (project))));
  g_assert_cmpstr (tl_record_get_id (TL_RECORD (project)), !=, tl_record_get_id (TL_RECORD (other)));
  g_assert_true (tl_project_get_edition (project) == tl_edition_get ("3.0"));
  g_assert_cmpstr (tl_record_get_name (TL_RECORD (project)), ==, "New");
  g_assert_false (tl_history_get_modified (tl_project_get_history (project)));
  tl_fixture_check (project, NULL);
}

/* Nothing goes past transactions once a project is sealed, and not by way of
 * what was taken out of it either. */
static void
test_sealed (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  g_autoptr(TlRecord) git = g_object_ref (tl_project_lookup (project, "git"));
  g_autofree char *before = tl_fixture_dump (TL_RECORD (project));
  g_autofree char *after = NULL;

  for (guint removed = 0; removed < 2; removed++)
    {
      const char *values[] = { "git", "Other", NULL, NULL, NULL, NULL, NULL, NULL, NULL };

      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_being_made*");
      g_assert_false (tl_record_fill (git, TL_TOOL_NAME, "Other", NULL));
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_being_made*");
      g_assert_false (tl_record_fill_all (git, values, NULL));
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_being_made*");
      g_assert_false (tl_record_adopt (git, TL_TOOL_SUPPORTS, tl_record_new (&tl_support_type), NULL));
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_being_made*");
      tl_record_take_unknown (git, NULL);
      g_test_assert_expected_messages ();
      g_assert_cmpstr (tl_record_get_name (git), ==, "Git");

      if (removed == 0)
        {
          TlTransaction *transaction = tl_project_begin (project, "Remove");

          tl_transaction_remove (transaction, git);
          tl_transaction_commit (transaction);
        }
    }

  tl_history_undo (tl_project_get_history (project));
  after = tl_fixture_dump (TL_RECORD (project));
  g_assert_cmpstr (before, ==, after);
}

static void
test_duplicate (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  g_autoptr(TlRecord) pay = tl_record_duplicate (tl_project_lookup (project, "pay"));
  g_autoptr(TlRecord) jira = tl_record_duplicate (tl_project_lookup (project, "jira"));
  TlRecord *element = tl_record_get_child (pay, TL_SERVICE_CONCEPTUAL, 0);
  TlRecord *relation = tl_record_get_child (pay, TL_SERVICE_RELATIONS, 0);

  g_assert_null (tl_record_get_project (pay));
  g_assert_cmpstr (tl_record_get_id (pay), !=, "pay");
  g_assert_cmpstr (tl_record_get_name (pay), ==, "Online payments");
  g_assert_cmpuint (tl_record_get_n_items (pay, TL_SERVICE_RELATIONS), ==, 3);
  g_assert_cmpstr (tl_record_get_id (element), !=, "c1");
  g_assert_cmpstr (tl_record_get (tl_record_get_child (element, TL_ELEMENT_PROPERTIES, 0), TL_PROPERTY_VALUE),
                   ==, "gold");
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, tl_record_get_id (element));
  g_assert_cmpstr (tl_record_get_unknown (jira)->content, ==, "<v:more/>");
  g_assert_true (tl_record_get_unknown (jira) != tl_record_get_unknown (tl_project_lookup (project, "jira")));
}

/* Of several, from other projects too: what they say of each other follows. */
static void
test_duplicate_all (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  g_autoptr(TlProject) other = tl_fixture_new_project ();
  TlRecord *records[] = {
    tl_project_lookup (project, "r1"), tl_project_lookup (project, "l1"), tl_project_lookup (project, "b1"),
    tl_project_lookup (project, "batch"),
  };
  g_autoptr(GPtrArray) copies = tl_record_duplicate_all (records, 4, other);

  g_assert_cmpuint (copies->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (tl_record_get_record_type (copies->pdata[i]) == tl_record_get_record_type (records[i]));
      g_assert_null (tl_project_lookup (other, tl_record_get_id (copies->pdata[i])));
      g_assert_null (tl_record_get_project (copies->pdata[i]));
    }
  g_assert_cmpstr (tl_record_get (copies->pdata[0], TL_RELATION_FROM), ==, "c1");
  g_assert_cmpstr (tl_record_get (copies->pdata[0], TL_RELATION_TO), ==, tl_record_get_id (copies->pdata[1]));
  g_assert_cmpstr (tl_record_get (copies->pdata[2], TL_ELEMENT_KIND), ==, tl_record_get_id (copies->pdata[3]));
}

static void
test_duplicate_project (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  g_autoptr(TlProject) copy = TL_PROJECT (tl_record_duplicate (TL_RECORD (project)));

  TlRecord *kind = tl_record_get_child (TL_RECORD (copy), TL_PROJECT_KINDS, 0);
  TlRecord *service = tl_record_get_child (TL_RECORD (copy), TL_PROJECT_SERVICES, 1);
  TlRecord *element = tl_record_get_child (service, TL_SERVICE_REALIZED, 0);

  g_assert_cmpstr (tl_record_get_id (kind), !=, "batch");
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_KIND), ==, tl_record_get_id (kind));
  g_assert_false (tl_project_is_sealed (copy));
  g_assert_cmpstr (tl_record_get_id (TL_RECORD (copy)), !=, tl_record_get_id (TL_RECORD (project)));
  tl_project_seal (copy);
  tl_fixture_check (copy, NULL);
}

/* Children may outlive their parents, and models the lists they show. */
static void
test_lifetime (void)
{
  TlProject *project = tl_fixture_new_project ();
  g_autoptr(TlRecord) git = g_object_ref (tl_project_lookup (project, "git"));
  g_autoptr(TlRecordList) tools =
    g_object_ref (tl_record_get_list (TL_RECORD (project), TL_PROJECT_TOOLS));
  g_autoptr(TlHistory) history = g_object_ref (tl_project_get_history (project));
  g_autoptr(TlListValidator) validator = tl_list_validator_new (G_LIST_MODEL (tools));
  TlTransaction *transaction = tl_project_begin (project, "Rename");

  tl_transaction_set (transaction, TL_RECORD (project), TL_PROJECT_NAME, "Other", NULL);
  tl_transaction_set (transaction, git, TL_TOOL_NAME, "Other", NULL);
  tl_transaction_commit (transaction);

  g_assert_finalize_object (project);
  g_assert_null (tl_record_get_parent (git));
  g_assert_cmpstr (tl_record_get_name (git), ==, "Other");
  g_assert_cmpuint (tl_record_list_get_n (tools), ==, 0);
  g_assert_null (tl_record_list_get (tools, 0));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (tools)) == TL_TYPE_TOOL);
  g_assert_false (tl_history_get_can_undo (history));
  tl_history_undo (history);
}

static void
test_unknown_reference (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  g_autoptr(TlRecord) relation = tl_fixture_new_record (&tl_relation_type, TL_RELATION_ID, "r", TL_RELATION_KIND, "x",
                                                        TL_RELATION_FROM, "c1", TL_RELATION_TO, "l1", -1);
  g_autoptr(TlRecord) support = tl_fixture_new_record (&tl_support_type, TL_SUPPORT_COMPONENT, "incident", -1);
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_project_check_references (project, relation, &error));
  g_assert_true (tl_project_check_references (project, support, &error));
  g_assert_no_error (error);

  tl_record_fill (relation, TL_RELATION_TO, "nobody", NULL);
  g_assert_false (tl_project_check_references (project, relation, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);
  g_clear_error (&error);

  /* Somebody, but of another kind. */
  tl_record_fill (relation, TL_RELATION_TO, "jira", NULL);
  g_assert_false (tl_project_check_references (project, relation, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);
  g_clear_error (&error);

  /* A tool supports components and activities, not data objects. */
  tl_record_fill (support, TL_SUPPORT_COMPONENT, "sourcing-vendor", NULL);
  g_assert_true (tl_project_check_references (project, support, &error));
  tl_record_fill (support, TL_SUPPORT_COMPONENT, "rfc", NULL);
  g_assert_false (tl_project_check_references (project, support, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/project/record/fill", test_fill);
  g_test_add_func ("/project/record/fill-all", test_fill_all);
  g_test_add_func ("/project/record/numbers", test_numbers);
  g_test_add_func ("/project/record/adopt", test_adopt);
  g_test_add_func ("/project/record/id-of-project", test_id_of_project);
  g_test_add_func ("/project/record/create-id", test_create_id);
  g_test_add_func ("/project/record/new-project", test_new_project);
  g_test_add_func ("/project/record/sealed", test_sealed);
  g_test_add_func ("/project/record/duplicate", test_duplicate);
  g_test_add_func ("/project/record/duplicate-all", test_duplicate_all);
  g_test_add_func ("/project/record/duplicate-project", test_duplicate_project);
  g_test_add_func ("/project/record/lifetime", test_lifetime);
  g_test_add_func ("/project/record/unknown-reference", test_unknown_reference);

  return g_test_run ();
}
