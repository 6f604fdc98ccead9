/* test-matrix-csv.c: a traceability matrix as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-trace-fixture.h"
#include "exchange/tl-csv.h"
#include "exchange/tl-matrix-csv.h"

static TlCsv *
write_and_read (TlMatrix *matrix)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TlCsv *csv;

  tl_matrix_csv_append_names (matrix, text);
  for (guint i = 0; i < tl_matrix_get_n (matrix, TL_MATRIX_ROWS); i++)
    tl_matrix_csv_append_row (matrix, i, text);
  csv = tl_csv_read (text->str, text->len, &error);
  g_assert_no_error (error);
  return csv;
}

static void
test_cells (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr (TlMatrix) matrix = tl_matrix_new (project, tl_project_lookup (project, "pay"));
  g_autoptr (TlCsv) csv = NULL;

  tl_matrix_set_lane (matrix, TL_MATRIX_COLUMNS, TL_LANE_REALIZED);
  csv = write_and_read (matrix);
  g_assert_cmpuint (tl_csv_get_n_rows (csv), ==, 4);
  g_assert_cmpuint (tl_csv_get_n_fields (csv, 0), ==, 6);
  g_assert_cmpstr (tl_csv_get (csv, 0, 3), ==, "Till");
  g_assert_cmpstr (tl_csv_get (csv, 0, 5), ==, "Ledger"); /* a guest */
  g_assert_cmpstr (tl_csv_get (csv, 2, 0), ==, "Take payments");
  g_assert_cmpstr (tl_csv_get (csv, 2, 1), ==, "Capability");
  g_assert_cmpstr (tl_csv_get (csv, 2, 2), ==, "Payments");
  g_assert_cmpstr (tl_csv_get (csv, 2, 3), ==, "(X)");
  g_assert_cmpstr (tl_csv_get (csv, 2, 4), ==, "");
}

/* A relation that is no trace has a name, from the side of its row; what a name
 * begins with is no formula. */
static void
test_relations (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_read (
    "<project xmlns='urn:throughline:project:1' id='p' edition='2.1'><services><service id='s' name='Shop'>"
    "<conceptual><element id='d' kind='demand' name='=1+1'/></conceptual>"
    "<logical><element id='r' kind='requirement' name='Fast'/></logical>"
    "<relations><relation id='a' kind='asks-for' from='d' to='r'/></relations></service></services></project>");
  g_autoptr (TlMatrix) matrix = tl_matrix_new (project, NULL);
  g_autoptr (TlCsv) csv = write_and_read (matrix);
  g_autoptr (TlCsv) turned = NULL;

  g_assert_cmpstr (tl_csv_get (csv, 1, 0), ==, "'=1+1");
  g_assert_cmpstr (tl_csv_get (csv, 1, 3), ==, "asks for");

  tl_matrix_set_lane (matrix, TL_MATRIX_ROWS, TL_LANE_LOGICAL);
  turned = write_and_read (matrix);
  g_assert_cmpstr (tl_csv_get (turned, 1, 0), ==, "Fast");
  g_assert_cmpstr (tl_csv_get (turned, 1, 3), !=, "asks for");
  g_assert_cmpstr (tl_csv_get (turned, 1, 3), !=, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/matrix-csv/cells", test_cells);
  g_test_add_func ("/exchange/matrix-csv/relations", test_relations);

  return g_test_run ();
}
