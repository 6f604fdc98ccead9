/* test-matrix.c: which element is traced to which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-matrix.h"
#include "project/tl-element.h"
#include "tl-trace-fixture.h"

#include <string.h>

/* What follows a project is compared after each of many random edits in
 * test-traceability-edits.c. */

static guint
find (TlMatrix     *matrix,
      TlMatrixAxis  axis,
      const char   *id)
{
  int position = tl_matrix_find (matrix, axis, tl_project_lookup (tl_matrix_get_project (matrix), id));

  g_assert_cmpint (position, >=, 0);
  return position;
}

static TlMatrixState
get_state (TlMatrix   *matrix,
           const char *row,
           const char *column)
{
  return tl_matrix_get_state (matrix, find (matrix, TL_MATRIX_ROWS, row), find (matrix, TL_MATRIX_COLUMNS, column));
}

static void
test_states (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr(TlMatrix) matrix = tl_matrix_new (project, tl_project_lookup (project, "pay"));

  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_ROWS), ==, 3);
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS), ==, 1);
  g_assert_cmpint (get_state (matrix, "take", "checkout"), ==, TL_MATRIX_TRACED);
  g_assert_cmpint (get_state (matrix, "refund", "checkout"), ==, TL_MATRIX_NONE);

  /* A guest is in it, too. */
  tl_matrix_set_lane (matrix, TL_MATRIX_COLUMNS, TL_LANE_REALIZED);
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS), ==, 3);
  g_assert_cmpint (get_state (matrix, "take", "app"), ==, TL_MATRIX_INDIRECT);
  g_assert_cmpint (get_state (matrix, "take", "server"), ==, TL_MATRIX_NONE);
  g_assert_cmpint (get_state (matrix, "take", "ledger"), ==, TL_MATRIX_NONE);

  /* The axes trade places: what runs is in rows then. */
  tl_matrix_set_lane (matrix, TL_MATRIX_ROWS, TL_LANE_REALIZED);
  g_assert_cmpint (tl_matrix_get_lane (matrix, TL_MATRIX_COLUMNS), ==, TL_LANE_CONCEPTUAL);
  g_assert_cmpint (get_state (matrix, "app", "take"), ==, TL_MATRIX_INDIRECT);

  tl_matrix_set_service (matrix, tl_project_lookup (project, "tax"));
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_ROWS), ==, 1);
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS), ==, 0);
  tl_matrix_set_service (matrix, NULL);
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_ROWS), ==, 3);
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS), ==, 3);
}

static void
test_filter (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr(TlMatrix) matrix = tl_matrix_new (project, NULL);
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (project));

  tl_matrix_set_filter (matrix, TL_MATRIX_ROWS, "ref");
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_ROWS), ==, 1);
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS), ==, 1);
  tl_matrix_set_filter (matrix, TL_MATRIX_ROWS, "capability pay");
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_ROWS), ==, 1);
  tl_matrix_set_filter (matrix, TL_MATRIX_ROWS, NULL);
  tl_matrix_set_kind (matrix, TL_MATRIX_ROWS, tl_metamodel_lookup_kind (metamodel, "capability"));
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_ROWS), ==, 2);
  tl_matrix_set_lane (matrix, TL_MATRIX_ROWS, TL_LANE_REALIZED);
  g_assert_cmpuint (tl_matrix_get_n (matrix, TL_MATRIX_ROWS), ==, 3);
}

static void
test_toggle (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlTraceability *traceability = tl_traceability_get (project);
  TlRecord *pay = tl_project_lookup (project, "pay");
  g_autoptr(TlMatrix) matrix = tl_matrix_new (project, pay);
  guint row = find (matrix, TL_MATRIX_ROWS, "refund");
  guint n_gaps = tl_traceability_count_gaps (traceability, pay);
  g_autofree char *nothing = tl_matrix_describe (matrix, row, 0);
  g_autofree char *traced = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (strstr (nothing, "Refund"));
  g_assert_true (tl_matrix_can_toggle (matrix, row, 0, NULL));
  g_assert_true (tl_matrix_toggle (matrix, row, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tl_matrix_get_state (matrix, row, 0), ==, TL_MATRIX_TRACED);
  g_assert_cmpuint (tl_traceability_count_gaps (traceability, pay), <, n_gaps);
  traced = tl_matrix_describe (matrix, row, 0);
  g_assert_cmpstr (traced, ==, "“Refund” is realized by “Checkout”");

  g_assert_true (tl_matrix_toggle (matrix, row, 0, &error));
  g_assert_cmpint (tl_matrix_get_state (matrix, row, 0), ==, TL_MATRIX_NONE);
  tl_history_undo (tl_project_get_history (project));
  g_assert_cmpint (tl_matrix_get_state (matrix, row, 0), ==, TL_MATRIX_TRACED);
  tl_history_undo (tl_project_get_history (project));
  g_assert_cmpint (tl_matrix_get_state (matrix, row, 0), ==, TL_MATRIX_NONE);
}

static void
test_forbidden (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr(TlMatrix) matrix = tl_matrix_new (project, tl_project_lookup (project, "pay"));
  g_autofree char *why = NULL;
  g_autoptr(GError) error = NULL;
  guint row, column;

  tl_matrix_set_lane (matrix, TL_MATRIX_COLUMNS, TL_LANE_REALIZED);
  row = find (matrix, TL_MATRIX_ROWS, "refund");
  column = find (matrix, TL_MATRIX_COLUMNS, "server");
  g_assert_false (tl_matrix_can_toggle (matrix, row, column, &why));
  g_assert_nonnull (why);
  g_assert_false (tl_matrix_toggle (matrix, row, column, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_cmpstr (error->message, ==, why);
  g_assert_false (tl_history_get_can_undo (tl_project_get_history (project)));
}

static void
test_own_kind (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_read (
    "<project xmlns='urn:throughline:project:1' id='p' edition='2.1'><services><service id='s'>"
    "<conceptual><element id='c' kind='capability'/></conceptual>"
    "<logical><element id='m' kind='mystery'/></logical></service></services></project>");
  g_autoptr(TlMatrix) matrix = tl_matrix_new (project, NULL);
  g_autofree char *why = NULL;

  g_assert_false (tl_matrix_can_toggle (matrix, 0, 0, &why));
  g_assert_nonnull (strstr (why, "mystery"));
  g_assert_cmpint (tl_matrix_get_state (matrix, 0, 7), ==, TL_MATRIX_NONE);
  g_assert_false (tl_matrix_can_toggle (matrix, 7, 0, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/matrix/states", test_states);
  g_test_add_func ("/analysis/matrix/filter", test_filter);
  g_test_add_func ("/analysis/matrix/toggle", test_toggle);
  g_test_add_func ("/analysis/matrix/forbidden", test_forbidden);
  g_test_add_func ("/analysis/matrix/unknown-kind", test_own_kind);

  return g_test_run ();
}
