/* test-record-list.c: lists of records as models
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-assessment.h"
#include "project/tl-tool.h"

static TlProject *
new_project_with_tools (guint n)
{
  TlProject *project = tl_project_new_unsealed ();

  tl_record_fill (TL_RECORD (project), TL_PROJECT_ID, "p", NULL);
  tl_record_fill (TL_RECORD (project), TL_PROJECT_EDITION, "2.1", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);

      tl_fixture_adopt (TL_RECORD (project), TL_PROJECT_TOOLS,
                        tl_fixture_new_record (&tl_tool_type, TL_TOOL_ID, id, -1));
    }
  tl_project_seal (project);
  return project;
}

static void
assert_order (TlProject  *project,
              const char *expected)
{
  g_autoptr(GString) order = g_string_new (NULL);

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_TOOLS); i++)
    {
      TlRecord *tool = tl_record_get_child (TL_RECORD (project), TL_PROJECT_TOOLS, i);

      g_assert_cmpint (tl_record_get_position (tool), ==, i);
      g_string_append (order, tl_record_get_id (tool));
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_model (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlRecordList *tools = tl_record_get_list (TL_RECORD (project), TL_PROJECT_TOOLS);
  TlRecordList *assessments = tl_record_get_list (TL_RECORD (project), TL_PROJECT_ASSESSMENTS);

  g_assert_true (tools == tl_record_get_list (TL_RECORD (project), TL_PROJECT_TOOLS));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (tools)) == TL_TYPE_TOOL);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (assessments)) == TL_TYPE_ASSESSMENT);
  g_assert_cmpstr (tl_record_list_get_list_type (tools)->name, ==, "tools");
  g_assert_cmpuint (tl_record_list_get_n (tools), ==, 3);
  g_assert_true (tl_record_list_get (tools, 1) == tl_project_lookup (project, "snow"));
  g_assert_null (tl_record_list_get (tools, 3));
}

static void
test_insert_and_remove (void)
{
  g_autoptr(TlProject) project = new_project_with_tools (0);
  TlRecord *root = TL_RECORD (project);
  g_autoptr(TlListValidator) validator =
    tl_list_validator_new (G_LIST_MODEL (tl_record_get_list (root, TL_PROJECT_TOOLS)));
  static const guint positions[] = { 0, 0, 1, G_MAXUINT, 2, 99 };
  TlTransaction *transaction = tl_project_begin (project, "Insert");

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autofree char *id = g_strdup_printf ("%c", 'a' + i);

      g_assert_true (tl_transaction_insert (transaction, root, TL_PROJECT_TOOLS, positions[i],
                                            tl_fixture_new_record (&tl_tool_type, TL_TOOL_ID, id, -1), NULL));
      tl_list_validator_check (validator);
    }
  assert_order (project, "bceadf");
  g_assert_cmpuint (tl_list_validator_get_n (validator), ==, 6);

  tl_transaction_remove (transaction, tl_project_lookup (project, "f"));
  assert_order (project, "bcead");
  tl_transaction_remove (transaction, tl_project_lookup (project, "b"));
  assert_order (project, "cead");
  tl_transaction_remove (transaction, tl_project_lookup (project, "e"));
  assert_order (project, "cad");
  tl_list_validator_check (validator);
  g_assert_cmpuint (tl_list_validator_get_n (validator), ==, 9);

  tl_transaction_rollback (transaction);
  tl_list_validator_check (validator);
  g_assert_cmpuint (tl_record_get_n_items (root, TL_PROJECT_TOOLS), ==, 0);
}

static void
test_move (void)
{
  g_autoptr(TlProject) project = new_project_with_tools (5);
  g_autoptr(TlListValidator) validator =
    tl_list_validator_new (G_LIST_MODEL (tl_record_get_list (TL_RECORD (project), TL_PROJECT_TOOLS)));
  TlTransaction *transaction = tl_project_begin (project, "Move");
  TlRecord *t1 = tl_project_lookup (project, "t1");

  tl_transaction_move (transaction, t1, 3);
  assert_order (project, "t0t2t3t1t4");
  tl_transaction_move (transaction, t1, 0);
  assert_order (project, "t1t0t2t3t4");
  tl_transaction_move (transaction, t1, G_MAXUINT);
  assert_order (project, "t0t2t3t4t1");
  tl_transaction_move (transaction, t1, 3);
  assert_order (project, "t0t2t3t1t4");
  g_assert_cmpuint (tl_list_validator_get_n (validator), ==, 4);

  /* Where it is already. */
  tl_transaction_move (transaction, t1, 3);
  g_assert_cmpuint (tl_list_validator_get_n (validator), ==, 4);
  tl_transaction_commit (transaction);

  tl_history_undo (tl_project_get_history (project));
  assert_order (project, "t0t1t2t3t4");
  tl_list_validator_check (validator);
}

/* Positions are right however many changes there were since they were last asked for. */
static void
test_positions (void)
{
  g_autoptr(TlProject) project = new_project_with_tools (1000);
  TlRecord *root = TL_RECORD (project);
  TlTransaction *transaction = tl_project_begin (project, "Shuffle");
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 20; round++)
    {
      for (guint i = 0; i < 30; i++)
        {
          guint n = tl_record_get_n_items (root, TL_PROJECT_TOOLS);
          TlRecord *tool = tl_record_get_child (root, TL_PROJECT_TOOLS, g_rand_int_range (rand, 0, n));

          if (i % 3 == 0)
            tl_transaction_move (transaction, tool, g_rand_int_range (rand, 0, n));
          else if (i % 3 == 1)
            tl_transaction_remove (transaction, tool);
          else
            tl_transaction_insert (transaction, root, TL_PROJECT_TOOLS, g_rand_int_range (rand, 0, n),
                                   tl_record_new (&tl_tool_type), NULL);
        }
      for (guint i = 0; i < tl_record_get_n_items (root, TL_PROJECT_TOOLS); i++)
        g_assert_cmpint (tl_record_get_position (tl_record_get_child (root, TL_PROJECT_TOOLS, i)), ==, i);
    }
  g_assert_true (tl_transaction_commit (transaction));
  tl_fixture_check (project, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/project/record-list/model", test_model);
  g_test_add_func ("/project/record-list/insert-and-remove", test_insert_and_remove);
  g_test_add_func ("/project/record-list/move", test_move);
  g_test_add_func ("/project/record-list/positions", test_positions);

  return g_test_run ();
}
