/* tl-reconcile-cell.h: a difference in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/tl-reconcile-item.h"

G_BEGIN_DECLS

/* What differs, in what way, what accepting it does, and a check for that. */
#define TL_TYPE_RECONCILE_CELL (tl_reconcile_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlReconcileCell, tl_reconcile_cell, TL, RECONCILE_CELL, GtkWidget)

GtkWidget *tl_reconcile_cell_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_reconcile_cell_bind (TlReconcileCell *self,
                                   TlReconcileItem *item); /* nullable */

G_END_DECLS
