/* tl-record-table-print.c: a table of records on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-table-private.h"

#include "ui/tl-style.h"

#include <glib/gi18n.h>

static const char *
get_title (const TlRecordColumn *column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title);
}

static void
add_group (TlRecordGroup *group,
           TlPrintTable  *table)
{
  /* Translators: heading of a group of rows on paper: %1$s is what they have in common, %2$u how many they are */
  g_autofree char *heading = g_strdup_printf (C_("print", "%1$s (%2$u)"), tl_record_group_get_title (group),
                                              tl_record_group_get_n_rows (group));

  tl_print_table_add_heading (table, heading);
}

static void
add_record (TlRecord             *record,
            const TlRecordColumn *columns,
            TlPrintTable         *table)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (const TlRecordColumn *column = columns; column->title != NULL; column++)
    g_ptr_array_add (cells, column->dup_printed != NULL ? column->dup_printed (record) : tl_record_column_dup_text (column, record));
  tl_print_table_add_row (table, (const char *const *) cells->pdata);
}

static void
add_row (GObject       *rows,
         guint          position,
         gconstpointer  columns,
         TlPrintTable  *table)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (rows), position);

  if (TL_IS_RECORD_GROUP (item))
    add_group (TL_RECORD_GROUP (item), table);
  else
    add_record (TL_RECORD (item), columns, table);
}

/* "Sorted by Owner, Name (descending)" */
static void
add_order (TlRecordTable *self,
           TlPrintTable  *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *note = NULL;

  for (guint i = 0; i < self->orders->len; i++)
    {
      const TlRecordOrder *order = &g_array_index (self->orders, TlRecordOrder, i);
      const char *title = get_title (&self->columns[order->column]);

      if (i > 0)
        g_string_append (names, C_("list", ", "));
      if (order->descending)
        /* Translators: %s is a column of a table */
        g_string_append_printf (names, C_("print", "%s (descending)"), title);
      else
        g_string_append (names, title);
    }
  if (self->orders->len == 0)
    return;
  /* Translators: %s are columns of a table */
  note = g_strdup_printf (C_("print", "Sorted by: %s"), names->str);
  tl_print_table_add_note (table, note);
}

static void
add_grouping (TlRecordTable *self,
              TlPrintTable  *table)
{
  int column = tl_record_rows_get_grouping (self->rows);
  g_autofree char *note = NULL;

  if (column < 0)
    return;
  /* Translators: %s is a column of a table */
  note = g_strdup_printf (C_("print", "Grouped by: %s"), get_title (&self->columns[column]));
  tl_print_table_add_note (table, note);
}

TlPrintContent *
tl_record_table_create_print_content (TlRecordTable *self,
                                      const char    *title,
                                      const char    *summary)
{
  static const TlPrintRows rows = { add_row };
  g_autoptr (PangoFontDescription) font = NULL;
  TlPrintTable *table;

  g_return_val_if_fail (TL_IS_RECORD_TABLE (self), NULL);

  table = tl_print_content_create_table (self->session != NULL ? tl_session_get_project (self->session) : NULL, title);
  font = tl_style_dup_font (GTK_WIDGET (self));
  tl_print_table_add_note (table, summary);
  tl_print_content_add_filter (table, self->filter);
  add_grouping (self, table);
  add_order (self, table);
  for (const TlRecordColumn *column = self->columns; column->title != NULL; column++)
    tl_print_table_add_column (table, get_title (column), column->is_number ? TL_PRINT_END : TL_PRINT_BEGIN);
  return tl_print_content_new_for_rows (table, &rows, self->rows, self->columns, font);
}
