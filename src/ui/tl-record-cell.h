/* tl-record-cell.h: a cell of a table of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-record-column.h"

G_BEGIN_DECLS

/* Shows what its column says of the record in its row. In the row of a
 * TlRecordGroup the first cell shows its heading, the others show nothing.
 *
 * Signals:
 *   toggle (GObject *group): the heading of a group was pressed
 *   rename (GObject *record, string name): a new name was entered */
#define TL_TYPE_RECORD_CELL (tl_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordCell, tl_record_cell, TL, RECORD_CELL, GtkWidget)

/* @leads: it is of the first column */
GtkWidget *tl_record_cell_new    (const TlRecordColumn *column,
                                  gboolean              leads) G_GNUC_WARN_UNUSED_RESULT;
void       tl_record_cell_bind   (TlRecordCell         *self,
                                  GtkListItem          *item); /* NULL: to nothing */
void       tl_record_cell_update (TlRecordCell         *self); /* its record may have changed */

/* Lets the name be typed anew where it stands: Enter or leaving it takes it over,
 * Escape does not. FALSE if this is no cell of a name. */
gboolean   tl_record_cell_rename (TlRecordCell         *self);
GObject   *tl_record_cell_get_item (TlRecordCell       *self); /* transfer none, NULL if unbound */

G_END_DECLS
