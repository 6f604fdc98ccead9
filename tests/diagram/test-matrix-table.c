/* test-matrix-table.c: the traceability matrix on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-matrix-table.h"

#include "analysis/tl-trace-fixture.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"

static TlPrintTable *
create_table (TlMatrix *matrix)
{
  g_autofree char *title = tl_matrix_table_create_title (matrix);
  TlPrintTable *table = tl_print_table_new (title);

  tl_matrix_table_add_columns (matrix, table);
  for (guint i = 0; i < tl_matrix_get_n (matrix, TL_MATRIX_ROWS); i++)
    tl_matrix_table_add_row (matrix, i, table);
  return table;
}

static const char *
get_expected (TlMatrix *matrix,
              guint     row,
              guint     column)
{
  static const char *const marks[] = {
    [TL_MATRIX_INDIRECT] = "○",
    [TL_MATRIX_RELATED] = "◆",
    [TL_MATRIX_TRACED] = "●",
  };
  TlMatrixState state = tl_matrix_get_state (matrix, row, column);

  if (state == TL_MATRIX_NONE)
    return tl_matrix_is_allowed (matrix, row, column) ? "" : "⁄";
  return marks[state];
}

/* All names, with their kinds, and the mark of each cell. */
static void
test_all (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr (TlMatrix) matrix = tl_matrix_new (project, NULL);
  g_autoptr (TlPrintTable) table = create_table (matrix);
  guint n_columns = tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS);

  g_assert_cmpuint (tl_print_table_get_n_columns (table), ==, n_columns + 1);
  g_assert_cmpuint (tl_print_table_get_n_rows (table), ==, tl_matrix_get_n (matrix, TL_MATRIX_ROWS));
  for (guint row = 0; row < tl_print_table_get_n_rows (table); row++)
    {
      g_autofree char *name = tl_edit_create_title (tl_matrix_get_element (matrix, TL_MATRIX_ROWS, row));

      g_assert_true (g_str_has_prefix (tl_print_table_get_cell (table, row, 0), name));
      for (guint column = 0; column < n_columns; column++)
        g_assert_cmpstr (tl_print_table_get_cell (table, row, column + 1), ==, get_expected (matrix, row, column));
    }
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *name = tl_edit_create_title (tl_matrix_get_element (matrix, TL_MATRIX_COLUMNS, column));

      g_assert_true (g_str_has_prefix (tl_print_table_get_column_title (table, column + 1), name));
    }
}

static void
test_title (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  TlRecord *service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, 0);
  g_autoptr (TlMatrix) matrix = tl_matrix_new (project, NULL);
  g_autofree char *all = tl_matrix_table_create_title (matrix);
  g_autofree char *one = NULL;

  tl_matrix_set_service (matrix, service);
  one = tl_matrix_table_create_title (matrix);
  g_assert_cmpstr (all, ==, "Conceptual and Logical");
  g_assert_true (g_str_has_prefix (one, tl_record_get_name (service)));
  g_assert_true (g_str_has_suffix (one, all));
}

static void
test_nothing (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr (TlMatrix) matrix = tl_matrix_new (project, NULL);
  g_autoptr (TlPrintTable) table = NULL;

  tl_matrix_set_filter (matrix, TL_MATRIX_ROWS, "no such thing");
  g_assert_true (tl_matrix_table_fits (matrix));
  table = create_table (matrix);
  g_assert_cmpuint (tl_print_table_get_n_rows (table), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/matrix-table/all", test_all);
  g_test_add_func ("/matrix-table/title", test_title);
  g_test_add_func ("/matrix-table/nothing", test_nothing);
  return g_test_run ();
}
