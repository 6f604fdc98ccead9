/* test-gap-model.c: gaps as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-gap-model.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "tl-trace-fixture.h"

/* What follows a project is compared after each of many random edits in
 * test-traceability-edits.c. */

static guint
count_services (TlGapModel *model)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(TlGapRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

      n += tl_gap_row_get_gap (row) == NULL;
    }
  return n;
}

static gboolean
lists (TlGapModel *model,
       const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(TlGapRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      const TlGap *gap = tl_gap_row_get_gap (row);

      if (gap != NULL && g_strcmp0 (tl_record_get_id (gap->element), id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_services (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlRecord *pay = tl_project_lookup (project, "pay");
  g_autoptr(TlGapModel) all = tl_gap_model_new (project, NULL);
  g_autoptr(TlGapModel) one = tl_gap_model_new (project, pay);
  g_autoptr(TlGapRow) first = g_list_model_get_item (G_LIST_MODEL (all), 0);

  /* Tax has none. */
  g_assert_cmpuint (count_services (all), ==, 2);
  g_assert_null (tl_gap_row_get_gap (first));
  g_assert_true (tl_gap_row_get_service (first) == pay);
  g_assert_true (lists (all, "refund"));
  g_assert_true (lists (all, "ledger"));

  g_assert_cmpuint (count_services (one), ==, 0);
  g_assert_true (lists (one, "refund"));
  g_assert_false (lists (one, "ledger"));
  g_assert_cmpuint (tl_gap_model_get_n_gaps (one), ==, g_list_model_get_n_items (G_LIST_MODEL (one)));
}

static void
test_filter (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr(TlGapModel) model = tl_gap_model_new (project, NULL);
  guint n = tl_gap_model_get_n_gaps (model);
  g_autoptr(GError) error = NULL;

  tl_gap_model_set_filter (model, " REFUND  pay ");
  g_assert_cmpuint (tl_gap_model_get_n_gaps (model), ==, 1);
  g_assert_true (lists (model, "refund"));

  /* What it is called now matches, or no longer. */
  tl_edit_set (tl_project_lookup (project, "refund"), TL_ELEMENT_NAME, "Give back", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_gap_model_get_n_gaps (model), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  tl_history_undo (tl_project_get_history (project));
  g_assert_true (lists (model, "refund"));

  tl_gap_model_set_filter (model, "database");
  g_assert_true (lists (model, "ledger"));
  g_assert_false (lists (model, "refund"));

  tl_gap_model_set_filter (model, "");
  g_assert_cmpuint (tl_gap_model_get_n_gaps (model), ==, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/gap-model/services", test_services);
  g_test_add_func ("/analysis/gap-model/filter", test_filter);

  return g_test_run ();
}
