/* tl-record-table.h: a list of a project as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-print-content.h"
#include "ui/tl-record-column.h"
#include "ui/tl-session.h"

G_BEGIN_DECLS

/* Rows can be filtered, grouped, sorted by each column, and share the session's
 * selection, also of several. Right click, Menu or Shift+F10 open a menu; Insert
 * adds, Delete deletes, Ctrl+D duplicates, F2 renames in place.
 *
 * Actions, for buttons and menus inside: table.open, table.add, table.rename,
 * table.duplicate, table.delete
 *
 * Properties:
 *   n-shown  uint, readable: records that pass the filter
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
/* Nothing is shown. Rows are made when they are first looked at: until then it may have some. */
gboolean   tl_record_table_is_empty    (TlRecordTable        *self);

/* By the text of a column; -1 for no groups. */
void       tl_record_table_set_grouping (TlRecordTable       *self,
                                         int                  column);

/* Those that are selected and shown (TlRecord, transfer container). */
GPtrArray *tl_record_table_list_selected (TlRecordTable      *self);

/* What columns say of records (a set of TlRecord) is another: for columns that show
 * more than the project's changes tell. */
void       tl_record_table_refresh     (TlRecordTable        *self,
                                        GHashTable           *records);

/* A section of the menu, above deletion. */
void       tl_record_table_add_menu    (TlRecordTable        *self,
                                        GMenuModel           *section);

/**
 * tl_record_table_create_print_content:
 * @title: what the records are
 * @summary: how many they are
 *
 * Returns: (transfer full): the rows that are shown, in groups and order, with all
 *   columns, for paper
 */
TlPrintContent *tl_record_table_create_print_content (TlRecordTable *self,
                                                      const char    *title,
                                                      const char    *summary) G_GNUC_WARN_UNUSED_RESULT;

/* Starts to rename a record in place, as F2 does. */
void       tl_record_table_rename      (TlRecordTable        *self,
                                        TlRecord             *record);

G_END_DECLS
