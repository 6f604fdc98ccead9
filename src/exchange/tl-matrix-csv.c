/* tl-matrix-csv.c: a traceability matrix as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/tl-matrix-csv.h"

#include "exchange/tl-csv.h"
#include "project/tl-edit.h"

#include <glib/gi18n-lib.h>

#define N_NAMES 3 /* before the cells */

static guint
count_columns (TlMatrix *matrix)
{
  return MIN (tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS), TL_MATRIX_CSV_MAX_COLUMNS);
}

void
tl_matrix_csv_append_names (TlMatrix *matrix,
                            GString  *text)
{
  g_autoptr (GPtrArray) fields = NULL;
  guint n;

  g_return_if_fail (TL_IS_MATRIX (matrix));

  n = count_columns (matrix);
  fields = g_ptr_array_new_full (N_NAMES + n, g_free);
  g_ptr_array_add (fields, g_strdup (C_("column of a table", "Element")));
  g_ptr_array_add (fields, g_strdup (C_("column of a table", "Kind")));
  g_ptr_array_add (fields, g_strdup (C_("column of a table", "Service")));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (fields, tl_edit_create_title (tl_matrix_get_element (matrix, TL_MATRIX_COLUMNS, i)));
  tl_csv_append_row (text, (const char *const *) fields->pdata, fields->len, TL_CSV_SAFE);
}

static const char *
get_mark (TlMatrix *matrix,
          guint     row,
          guint     column)
{
  switch (tl_matrix_get_state (matrix, row, column))
    {
    case TL_MATRIX_TRACED:
      return "X";

    case TL_MATRIX_INDIRECT:
      return "(X)";

    case TL_MATRIX_RELATED:
      return tl_matrix_get_relation_name (matrix, row, column);

    case TL_MATRIX_NONE:
    default:
      return NULL;
    }
}

void
tl_matrix_csv_append_row (TlMatrix *matrix,
                          guint     row,
                          GString  *text)
{
  g_autofree const char **fields = NULL;
  g_autofree char *title = NULL;
  TlRecord *element, *service;
  guint n;

  g_return_if_fail (TL_IS_MATRIX (matrix));
  element = tl_matrix_get_element (matrix, TL_MATRIX_ROWS, row);
  g_return_if_fail (element != NULL);

  n = count_columns (matrix);
  fields = g_new0 (const char *, N_NAMES + n);
  title = tl_edit_create_title (element);
  service = tl_element_get_service (TL_ELEMENT (element));
  fields[0] = title;
  fields[1] = tl_element_get_kind_name (TL_ELEMENT (element));
  fields[2] = service != NULL ? tl_record_get_name (service) : NULL;
  for (guint i = 0; i < n; i++)
    fields[N_NAMES + i] = get_mark (matrix, row, i);
  tl_csv_append_row (text, fields, N_NAMES + n, TL_CSV_SAFE);
}
