/* tl-print-table.c: a table as it is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-print-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a cell, in bytes: more than two pages of it nobody reads in a table. */
#define MAX_CELL 8000

typedef struct
{
  const char  *title;
  TlPrintAlign align;
} Column;

typedef struct
{
  const char *heading; /* NULL: a row of cells */
  guint       first;   /* of its cells */
} Row;

struct _TlPrintTable
{
  gatomicrefcount refs;
  char           *title;
  GString        *notes;
  GStringChunk   *texts;
  GArray         *columns; /* of Column */
  GArray         *rows;    /* of Row */
  GPtrArray      *cells;   /* of const char *, in texts */
};

TlPrintTable *
tl_print_table_new (const char *title)
{
  TlPrintTable *self = g_new0 (TlPrintTable, 1);

  g_atomic_ref_count_init (&self->refs);
  self->title = g_strdup (title);
  self->notes = g_string_new (NULL);
  self->texts = g_string_chunk_new (4096);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_ptr_array_new ();
  return self;
}

TlPrintTable *
tl_print_table_ref (TlPrintTable *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tl_print_table_unref (TlPrintTable *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_string_chunk_free (self->texts);
  g_string_free (self->notes, TRUE);
  g_free (self->title);
  g_free (self);
}

/* Filling {{{1 */

/* What is too long ends in "…"; what is no text is made one. */
static const char *
keep_text (TlPrintTable *self,
           const char   *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *shortened = NULL;
  gsize length, kept;

  if (text == NULL || *text == '\0')
    return "";
  length = strlen (text);
  if (length <= MAX_CELL && g_utf8_validate (text, (gssize) length, NULL))
    return g_string_chunk_insert_const (self->texts, text);

  for (kept = MIN (length, MAX_CELL); kept < length && kept > 0 && (text[kept] & 0xc0) == 0x80; kept--)
    ;
  valid = g_utf8_make_valid (text, (gssize) kept);
  shortened = length > MAX_CELL ? g_strconcat (valid, "…", NULL) : g_steal_pointer (&valid);
  return g_string_chunk_insert_const (self->texts, shortened);
}

void
tl_print_table_add_note (TlPrintTable *self,
                         const char   *note)
{
  g_return_if_fail (self != NULL && note != NULL);

  if (self->notes->len > 0)
    g_string_append (self->notes, C_ ("facts", " · "));
  g_string_append (self->notes, note);
}

void
tl_print_table_add_column (TlPrintTable *self,
                           const char   *title,
                           TlPrintAlign  align)
{
  Column column = { .align = align };

  g_return_if_fail (self != NULL && self->rows->len == 0);

  column.title = keep_text (self, title);
  g_array_append_val (self->columns, column);
}

void
tl_print_table_add_heading (TlPrintTable *self,
                            const char   *title)
{
  Row row = { NULL, 0 };

  g_return_if_fail (self != NULL && title != NULL);

  row.heading = keep_text (self, title);
  g_array_append_val (self->rows, row);
}

void
tl_print_table_add_row (TlPrintTable      *self,
                        const char *const *cells)
{
  Row row = { NULL, 0 };

  g_return_if_fail (self != NULL && cells != NULL);

  row.first = self->cells->len;
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (self->cells, (gpointer) keep_text (self, cells[i]));
  g_array_append_val (self->rows, row);
}

void
tl_print_table_clear_rows (TlPrintTable *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->cells, 0);
}

/* Reading {{{1 */

const char *
tl_print_table_get_title (const TlPrintTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
tl_print_table_get_notes (const TlPrintTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes->str;
}

guint
tl_print_table_get_n_columns (const TlPrintTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

const char *
tl_print_table_get_column_title (const TlPrintTable *self,
                                 guint               column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return g_array_index (self->columns, Column, column).title;
}

TlPrintAlign
tl_print_table_get_column_align (const TlPrintTable *self,
                                 guint               column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, TL_PRINT_BEGIN);

  return g_array_index (self->columns, Column, column).align;
}

guint
tl_print_table_get_n_rows (const TlPrintTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

const char *
tl_print_table_get_heading (const TlPrintTable *self,
                            guint               row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  return g_array_index (self->rows, Row, row).heading;
}

const char *
tl_print_table_get_cell (const TlPrintTable *self,
                         guint               row,
                         guint               column)
{
  const Row *cells;

  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, NULL);

  cells = &g_array_index (self->rows, Row, row);
  return cells->heading != NULL ? "" : g_ptr_array_index (self->cells, cells->first + column);
}
