/* tl-record-cell.h: a cell of a table of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-record-table.h"

G_BEGIN_DECLS

/* Signal:
 *   menu (uint position, double x, double y): asked for by a right click, in
 *     coordinates of the cell */
#define TL_TYPE_RECORD_CELL (tl_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordCell, tl_record_cell, TL, RECORD_CELL, GtkWidget)

GtkWidget *tl_record_cell_new    (const TlRecordColumn *column) G_GNUC_WARN_UNUSED_RESULT;
void       tl_record_cell_bind   (TlRecordCell         *self,
                                  GtkListItem          *item); /* NULL: to nothing */
void       tl_record_cell_update (TlRecordCell         *self); /* its record may have changed */

G_END_DECLS
