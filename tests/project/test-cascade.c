/* test-cascade.c: what goes along when something is removed, and comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

typedef struct
{
  const char *path;
  const char *removed;    /* id */
  const char *gone[8];    /* ids besides it */
  const char *staying[8];
} Case;

static const Case cases[] = {
  { "leaf", "git", { NULL }, { "jira", "snow", "i1" } },
  { "tool", "snow", { "i1" }, { "jira", "git" } },
  { "element", "l1", { "r1", "r2", "x1", "u1" }, { "r3", "l2", "c1", "a1", "h1" } },
  { "element-with-properties", "c1", { "r1" }, { "r2", "r3", "x1", "l1" } },
  { "relation", "r2", { NULL }, { "r1", "r3", "l1", "a1" } },
  { "service", "pay", { "c1", "l1", "l2", "a1", "r1", "r2", "x1", "u1" }, { "hr", "h1" } },
  { "initiative", "n1", { NULL }, { "pay" } },
  { "use", "u1", { NULL }, { "l1", "x1" } },
  { "own-kind", "batch", { NULL }, { "b1" } },
};

static void
assert_present (TlProject         *project,
                const char *const *ids,
                gboolean           present)
{
  for (guint i = 0; i < 8 && ids[i] != NULL; i++)
    g_assert_cmpint (tl_project_lookup (project, ids[i]) != NULL, ==, present);
}

static void
remove_by_id (TlProject  *project,
              const char *id)
{
  TlTransaction *transaction = tl_project_begin (project, "Remove");

  tl_transaction_remove (transaction, tl_project_lookup (project, id));
  g_assert_true (tl_transaction_commit (transaction));
}

static void
test_remove (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  g_autofree char *before = tl_fixture_dump (TL_RECORD (project));
  g_autofree char *after = NULL;
  guint *changed = tl_fixture_count (project, "changed");

  assert_present (project, test->gone, TRUE);
  for (guint round = 0; round < 3; round++)
    {
      g_autofree char *removed = NULL;
      g_autofree char *restored = NULL;

      if (round == 0)
        remove_by_id (project, test->removed);
      else
        tl_history_redo (tl_project_get_history (project));
      g_assert_cmpuint (*changed, ==, 2 * round + 1);
      g_assert_null (tl_project_lookup (project, test->removed));
      assert_present (project, test->gone, FALSE);
      assert_present (project, test->staying, TRUE);
      tl_fixture_check (project, NULL);

      removed = tl_fixture_dump (TL_RECORD (project));
      if (after == NULL)
        after = g_steal_pointer (&removed);
      else
        g_assert_cmpstr (removed, ==, after);

      tl_history_undo (tl_project_get_history (project));
      restored = tl_fixture_dump (TL_RECORD (project));
      g_assert_cmpstr (restored, ==, before);
      tl_fixture_check (project, NULL);
    }
}

/* Consequences come first, so that at no time something refers to what is gone. */
static void
check_whole_cb (GListModel *model,
                guint       position,
                guint       n_removed,
                guint       n_added,
                TlProject  *project)
{
  tl_fixture_check (project, NULL);
}

static void
test_whole_at_every_step (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlRecord *root = TL_RECORD (project);
  TlRecord *pay = tl_project_lookup (project, "pay");
  g_autoptr(TlRecord) service = NULL;

  for (guint i = 0; i < tl_project_type.n_lists; i++)
    g_signal_connect (tl_record_get_list (root, i), "items-changed", G_CALLBACK (check_whole_cb), project);
  for (guint i = 0; i < tl_service_type.n_lists; i++)
    g_signal_connect (tl_record_get_list (pay, i), "items-changed", G_CALLBACK (check_whole_cb), project);

  remove_by_id (project, "l1");
  remove_by_id (project, "snow");
  service = g_object_ref (pay);
  remove_by_id (project, "pay");
  for (guint i = 0; i < 3; i++)
    tl_history_undo (tl_project_get_history (project));
  for (guint i = 0; i < 3; i++)
    tl_history_redo (tl_project_get_history (project));
  for (guint i = 0; i < tl_service_type.n_lists; i++)
    g_signal_handlers_disconnect_by_data (tl_record_get_list (pay, i), project);
  for (guint i = 0; i < tl_project_type.n_lists; i++)
    g_signal_handlers_disconnect_by_data (tl_record_get_list (root, i), project);
}

/* Also what stands between others comes back to its place, from lists that are
 * shown. */
static void
test_positions (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlRecord *pay = tl_project_lookup (project, "pay");
  g_autoptr(TlListValidator) relations =
    tl_list_validator_new (G_LIST_MODEL (tl_record_get_list (pay, TL_SERVICE_RELATIONS)));

  for (guint i = 0; i < 100; i++)
    {
      TlTransaction *transaction = tl_project_begin (project, "Relate");

      g_assert_true (tl_transaction_insert (transaction, pay, TL_SERVICE_RELATIONS, i,
                                            tl_fixture_new_record (&tl_relation_type, TL_RELATION_KIND, "x",
                                                                   TL_RELATION_FROM, i % 3 == 0 ? "l1" : "l2",
                                                                   TL_RELATION_TO, i % 7 == 0 ? "l1" : "a1",
                                                                   -1), NULL));
      tl_transaction_commit (transaction);
    }

  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *before = tl_fixture_dump (TL_RECORD (project));
      g_autofree char *after = NULL;

      remove_by_id (project, round == 0 ? "l1" : "a1");
      tl_list_validator_check (relations);
      tl_fixture_check (project, NULL);
      tl_history_undo (tl_project_get_history (project));
      tl_list_validator_check (relations);
      after = tl_fixture_dump (TL_RECORD (project));
      g_assert_cmpstr (before, ==, after);
    }
}

/* Its elements become what it is like, and are of it again when it comes back;
 * what only has the same name as another record is not touched. */
static void
test_own_kind (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlRecord *element = tl_project_lookup (project, "b1");

  remove_by_id (project, "batch");
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_KIND), ==, "application");
  tl_history_undo (tl_project_get_history (project));
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_KIND), ==, "batch");

  tl_edit_set (element, TL_ELEMENT_KIND, "git", NULL);
  remove_by_id (project, "git");
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_KIND), ==, "git");
}

static void
remove_all_by_id (TlProject         *project,
                  const char *const *ids,
                  guint              n_ids)
{
  TlTransaction *transaction = tl_project_begin (project, "Remove");
  TlRecord *records[8];

  for (guint i = 0; i < n_ids; i++)
    records[i] = tl_project_lookup (project, ids[i]);
  tl_transaction_remove_all (transaction, records, n_ids);
  g_assert_true (tl_transaction_commit (transaction));
}

/* Several at once leave the same as one after the other, whatever the order, and
 * at no time does something refer to what is gone. */
static void
test_several (void)
{
  static const char *const sets[][5] = {
    { "c1", "l1", "r1", "a1", "git" },
    { "l1", "a1", "c1", "r1", "r3" },
    { "l1", "pay", "hr", "r2", "jira" },
    { "hr", "snow", "pay", "c1", "x1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr(TlProject) project = tl_fixture_new_project ();
      g_autoptr(TlProject) other = tl_fixture_new_project ();
      TlRecord *pay = tl_project_lookup (project, "pay");
      g_autofree char *before = tl_fixture_dump (TL_RECORD (project));
      g_autofree char *removed = NULL, *removed_singly = NULL, *restored = NULL;

      for (guint j = 0; j < tl_project_type.n_lists; j++)
        g_signal_connect (tl_record_get_list (TL_RECORD (project), j), "items-changed",
                          G_CALLBACK (check_whole_cb), project);
      for (guint j = 0; j < tl_service_type.n_lists; j++)
        g_signal_connect (tl_record_get_list (pay, j), "items-changed", G_CALLBACK (check_whole_cb), project);

      remove_all_by_id (project, sets[i], G_N_ELEMENTS (sets[i]));
      for (guint j = 0; j < G_N_ELEMENTS (sets[i]); j++)
        if (tl_project_lookup (other, sets[i][j]) != NULL)
          remove_by_id (other, sets[i][j]);
      removed = tl_fixture_dump (TL_RECORD (project));
      removed_singly = tl_fixture_dump (TL_RECORD (other));
      g_assert_cmpstr (removed, ==, removed_singly);

      tl_history_undo (tl_project_get_history (project));
      restored = tl_fixture_dump (TL_RECORD (project));
      g_assert_cmpstr (restored, ==, before);

      for (guint j = 0; j < tl_service_type.n_lists; j++)
        g_signal_handlers_disconnect_by_data (tl_record_get_list (pay, j), project);
      for (guint j = 0; j < tl_project_type.n_lists; j++)
        g_signal_handlers_disconnect_by_data (tl_record_get_list (TL_RECORD (project), j), project);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/project/cascade/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_remove);
    }
  g_test_add_func ("/project/cascade/whole-at-every-step", test_whole_at_every_step);
  g_test_add_func ("/project/cascade/several", test_several);
  g_test_add_func ("/project/cascade/positions", test_positions);
  g_test_add_func ("/project/cascade/own-kind-becomes-what-it-is-like", test_own_kind);

  return g_test_run ();
}
