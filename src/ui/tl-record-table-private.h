/* tl-record-table-private.h: what the parts of a table share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-growing-list.h"
#include "ui/tl-record-rows.h"
#include "ui/tl-record-table.h"

G_BEGIN_DECLS

struct _TlRecordTable
{
  GtkWidget             parent_instance;

  guint                 list;
  const TlRecordColumn *columns;
  TlSession            *session;
  char                 *filter;    /* as it was typed, or NULL */
  GArray               *orders;    /* of TlRecordOrder, as the rows are sorted */
  GSignalGroup         *session_signals;
  GSignalGroup         *project_signals;
  gboolean              selecting;
  gboolean              has_rows;  /* it has been looked at */
  TlRecord             *to_rename; /* once its cell is there, or NULL */
  guint                 rename_id;
  GArray               *probed;    /* of guint: columns asked while the order is found out, or NULL */

  TlRecordRows         *rows;
  TlGrowingList        *growing;   /* the rows, as the view is given them */
  GtkMultiSelection    *selection;
  GtkWidget            *scrolled;
  GtkWidget            *view;
  GMenu                *menu_sections;
  GtkWidget            *menu;
  GHashTable           *cells;     /* set of bound TlRecordCell, borrowed */
};

/* tl-record-table.c */
const TlRecordColumn *tl_record_table_get_description (GtkColumnViewColumn *column);
void  tl_record_table_send_message   (TlRecordTable  *self,
                                      const char     *text,
                                      gboolean        undoable);

/* tl-record-table-order.c */
GtkSorter *tl_record_table_create_sorter (TlRecordTable *self, /* a column's part in the order of the view */
                                          guint          column);
void  tl_record_table_order_changed  (TlRecordTable  *self, /* of the view */
                                      int             change,
                                      GtkSorter      *sorter);
/* To what the session says it was sorted by. */
void  tl_record_table_restore_order  (TlRecordTable  *self);

/* tl-record-table-selection.c */
void  tl_record_table_selection_changed (TlRecordTable *self); /* of the view */
void  tl_record_table_show_selection (TlRecordTable  *self); /* of the session */
void  tl_record_table_scroll_to      (TlRecordTable  *self,
                                      TlRecord       *record);

/* tl-record-table-actions.c */
void  tl_record_table_add_actions    (GtkWidgetClass *widget_class);
void  tl_record_table_create_menu    (TlRecordTable  *self);
void  tl_record_table_show_menu      (TlRecordTable  *self,
                                      double          x,
                                      double          y);
void  tl_record_table_take_name      (TlRecordTable  *self,
                                      TlRecord       *record,
                                      const char     *name);
/* A row is there: it may be the one to be renamed. */
void  tl_record_table_row_bound      (TlRecordTable  *self,
                                      TlRecord       *record);

/* tl-record-table-room.c: shows as many columns as this width, in pixels, has room for */
void  tl_record_table_make_room      (TlRecordTable  *self,
                                      int             width);

G_END_DECLS
