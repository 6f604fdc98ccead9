/* tl-print-table.h: a table as it is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* In the direction of the language. */
typedef enum
{
  TL_PRINT_BEGIN,
  TL_PRINT_MIDDLE,
  TL_PRINT_END, /* numbers */
} TlPrintAlign;

/* What stands on paper of a list: a title, what is said about it, columns, and rows,
 * some under headings. Nothing but texts: it knows neither where they come from nor how
 * large they are. Reference-counted; filled in one thread, and no more changed once
 * sheets have been made of it, so that any thread can read it then. */
typedef struct _TlPrintTable TlPrintTable;

TlPrintTable *tl_print_table_new              (const char          *title) G_GNUC_WARN_UNUSED_RESULT;
TlPrintTable *tl_print_table_ref              (TlPrintTable        *self);
void          tl_print_table_unref            (TlPrintTable        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPrintTable, tl_print_table_unref)

/* What it is narrowed down to, the order of its rows, what marks in it mean: stands beneath
 * the title of every page. */
void          tl_print_table_add_note         (TlPrintTable        *self,
                                               const char          *note);
/* Before the first row. The first one is there on every page, if there are too many
 * for the width of the paper. */
void          tl_print_table_add_column       (TlPrintTable        *self,
                                               const char          *title,
                                               TlPrintAlign         align);
/* A heading above the rows that follow, until the next one. */
void          tl_print_table_add_heading      (TlPrintTable        *self,
                                               const char          *title);
/* @cells: as many as there are columns; %NULL for nothing. Lines are kept. */
void          tl_print_table_add_row          (TlPrintTable        *self,
                                               const char *const   *cells);
/* To fill it anew. */
void          tl_print_table_clear_rows       (TlPrintTable        *self);

const char   *tl_print_table_get_title        (const TlPrintTable  *self);
/* All notes, one after the other; "" for none. */
const char   *tl_print_table_get_notes        (const TlPrintTable  *self);
guint         tl_print_table_get_n_columns    (const TlPrintTable  *self);
const char   *tl_print_table_get_column_title (const TlPrintTable  *self,
                                               guint                column);
TlPrintAlign  tl_print_table_get_column_align (const TlPrintTable  *self,
                                               guint                column);
/* With the headings. */
guint         tl_print_table_get_n_rows       (const TlPrintTable  *self);
/* %NULL for a row that is no heading. */
const char   *tl_print_table_get_heading      (const TlPrintTable  *self,
                                               guint                row);
/* "" for nothing, and in the columns of a heading. Equal texts are one and the same. */
const char   *tl_print_table_get_cell         (const TlPrintTable  *self,
                                               guint                row,
                                               guint                column);

G_END_DECLS
