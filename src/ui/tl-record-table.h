/* tl-record-table.h: a list of a project as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A column. Texts are asked for when they are shown, so that nothing is copied. */
typedef struct
{
  const char *title;                     /* marked with NC_("column", …) */
  char     *(*dup_text)    (TlRecord *); /* NULL or "" for nothing */
  char     *(*dup_tooltip) (TlRecord *); /* or NULL: the text */
  double    (*get_number)  (TlRecord *); /* or NULL: sorted by text, and searched */
  gboolean    expand;
  int         min_chars;                 /* narrower than this it does not get */
} TlRecordColumn;

/* Rows can be filtered, sorted by each column, and share the session's selection.
 * Right click, Menu or Shift+F10 open a menu; Insert adds, Delete deletes, Ctrl+D
 * duplicates.
 *
 * Actions, for buttons and menus inside: table.add, table.duplicate, table.delete
 *
 * Properties:
 *   n-shown  uint, readable: rows that pass the filter
 *
 * Signals:
 *   message (string text, gboolean undoable): as of TlInspector
 *   add (): the user wants a new record
 *   edit (): the selected record was activated */
#define TL_TYPE_RECORD_TABLE (tl_record_table_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordTable, tl_record_table, TL, RECORD_TABLE, GtkWidget)

/**
 * tl_record_table_new:
 * @list: number of a list of the project
 * @label: name for a screen reader
 * @columns: static; ends with a %NULL title
 */
GtkWidget *tl_record_table_new         (guint                 list,
                                        const char           *label,
                                        const TlRecordColumn *columns) G_GNUC_WARN_UNUSED_RESULT;
void       tl_record_table_set_session (TlRecordTable        *self,
                                        TlSession            *session);
void       tl_record_table_set_filter  (TlRecordTable        *self,
                                        const char           *text);
guint      tl_record_table_get_n_shown (TlRecordTable        *self);

G_END_DECLS
