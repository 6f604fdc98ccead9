/* tl-record-rows.h: the rows of a table: filtered, sorted and grouped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-record-column.h"
#include "ui/tl-record-group.h"

G_BEGIN_DECLS

/* A GListModel of TlRecord, with a TlRecordGroup above each group if there are
 * groups. Made for tens of thousands: what rows are compared by is kept, and made
 * in slices of a few milliseconds where there is much of it to make; the rows
 * then change a little later, all at once.
 *
 * Property:
 *   n-records  uint, readable: records that pass the filter, whether their group
 *              is expanded or not
 *
 * Signal:
 *   updated (): the rows are what they were asked to be */
#define TL_TYPE_RECORD_ROWS (tl_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordRows, tl_record_rows, TL, RECORD_ROWS, GObject)

/* @columns: static; ends with a %NULL title */
TlRecordRows *tl_record_rows_new           (const TlRecordColumn *columns) G_GNUC_WARN_UNUSED_RESULT;

/* @source: (nullable): a model of TlRecord */
void          tl_record_rows_set_source    (TlRecordRows   *self,
                                            GListModel     *source);

/* Records one of whose columns has @text; nullable. */
void          tl_record_rows_set_filter    (TlRecordRows   *self,
                                            const char     *text);

typedef struct
{
  guint    column;
  gboolean descending;
} TlRecordOrder;

/* By the first, those that are equal by the next; then in the order of the source. */
void          tl_record_rows_set_order     (TlRecordRows        *self,
                                            const TlRecordOrder *orders,
                                            guint                n_orders);

/* By the text of a column; -1 for no groups. */
void          tl_record_rows_set_grouping  (TlRecordRows   *self,
                                            int             column);
int           tl_record_rows_get_grouping  (TlRecordRows   *self);
void          tl_record_rows_toggle_group  (TlRecordRows   *self,
                                            TlRecordGroup  *group);

/* @record says something else than before; %NULL for all of them may. Looked at
 * again by tl_record_rows_update(), or when there is time. */
void          tl_record_rows_forget        (TlRecordRows   *self,
                                            TlRecord       *record);
void          tl_record_rows_update        (TlRecordRows   *self);
void          tl_record_rows_queue_update  (TlRecordRows   *self);

/* Position of a record, %GTK_INVALID_LIST_POSITION if it is not shown. */
guint         tl_record_rows_find          (TlRecordRows   *self,
                                            TlRecord       *record);
guint         tl_record_rows_get_n_records (TlRecordRows   *self);

G_END_DECLS
