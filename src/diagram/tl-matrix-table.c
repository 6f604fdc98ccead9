/* tl-matrix-table.c: a traceability matrix as a table, for paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-matrix-table.h"

#include "project/tl-edit.h"

#include <glib/gi18n-lib.h>

gboolean
tl_matrix_table_fits (TlMatrix *matrix)
{
  guint n_rows;

  g_return_val_if_fail (TL_IS_MATRIX (matrix), FALSE);

  n_rows = tl_matrix_get_n (matrix, TL_MATRIX_ROWS);
  return n_rows == 0 || tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS) <= TL_MATRIX_TABLE_MAX_CELLS / n_rows;
}

char *
tl_matrix_table_create_title (TlMatrix *matrix)
{
  TlRecord *service;
  const char *rows, *columns;

  g_return_val_if_fail (TL_IS_MATRIX (matrix), NULL);

  service = tl_matrix_get_service (matrix);
  rows = tl_lane_get_name (tl_matrix_get_lane (matrix, TL_MATRIX_ROWS));
  columns = tl_lane_get_name (tl_matrix_get_lane (matrix, TL_MATRIX_COLUMNS));
  if (service == NULL)
    /* Translators: the title of a printed matrix: %1$s and %2$s are service models */
    return g_strdup_printf (C_ ("print", "%1$s and %2$s"), rows, columns);
  /* Translators: the title of a printed matrix: %1$s is a service, %2$s and %3$s are service models */
  return g_strdup_printf (_ ("%1$s: %2$s and %3$s"), tl_record_get_name (service), rows, columns);
}

static const char *
get_mark (TlMatrix *matrix,
          guint     row,
          guint     column)
{
  switch (tl_matrix_get_state (matrix, row, column))
    {
    case TL_MATRIX_TRACED:
      return "●";
    case TL_MATRIX_INDIRECT:
      return "○";
    case TL_MATRIX_RELATED:
      return "◆";
    case TL_MATRIX_NONE:
    default:
      return tl_matrix_is_allowed (matrix, row, column) ? NULL : "⁄";
    }
}

/* With its kind on a line beneath. */
static char *
create_name (TlMatrix     *matrix,
             TlMatrixAxis  axis,
             guint         position)
{
  TlRecord *element = tl_matrix_get_element (matrix, axis, position);
  g_autofree char *title = tl_edit_create_title (element);

  return g_strdup_printf ("%s\n%s", title, tl_element_get_kind_name (TL_ELEMENT (element)));
}

void
tl_matrix_table_add_columns (TlMatrix     *matrix,
                             TlPrintTable *table)
{
  g_return_if_fail (TL_IS_MATRIX (matrix) && table != NULL);

  tl_print_table_add_column (table, tl_lane_get_name (tl_matrix_get_lane (matrix, TL_MATRIX_ROWS)), TL_PRINT_BEGIN);
  for (guint i = 0; i < tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS); i++)
    {
      g_autofree char *name = create_name (matrix, TL_MATRIX_COLUMNS, i);

      tl_print_table_add_column (table, name, TL_PRINT_MIDDLE);
    }
}

void
tl_matrix_table_add_row (TlMatrix     *matrix,
                         guint         row,
                         TlPrintTable *table)
{
  g_autofree const char **cells = NULL;
  g_autofree char *name = NULL;
  guint n;

  g_return_if_fail (TL_IS_MATRIX (matrix) && table != NULL);

  n = tl_print_table_get_n_columns (table);
  cells = g_new0 (const char *, n);
  name = create_name (matrix, TL_MATRIX_ROWS, row);
  cells[0] = name;
  /* Should there be others meanwhile, whoever asks begins anew. */
  for (guint i = 1; i < n && i <= tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS); i++)
    cells[i] = get_mark (matrix, row, i - 1);
  tl_print_table_add_row (table, cells);
}
