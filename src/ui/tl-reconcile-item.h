/* tl-reconcile-item.h: a difference that is accepted or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-reconcile.h"

G_BEGIN_DECLS

/**
 * TlReconcileItem:
 *
 * Properties:
 * - `accepted` (boolean): whether it is to be made as it runs; FALSE where nothing changes
 */
#define TL_TYPE_RECONCILE_ITEM (tl_reconcile_item_get_type ())
G_DECLARE_FINAL_TYPE (TlReconcileItem, tl_reconcile_item, TL, RECONCILE_ITEM, GObject)

/* @difference is borrowed, and has to outlive this. Accepted, if there is something to. */
TlReconcileItem *tl_reconcile_item_new            (TlDifference    *difference) G_GNUC_WARN_UNUSED_RESULT;
TlDifference    *tl_reconcile_item_get_difference (TlReconcileItem *self);
/* "ledger-db-01 (Server)" */
char            *tl_reconcile_item_create_title   (TlReconcileItem *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         tl_reconcile_item_get_accepted   (TlReconcileItem *self);
void             tl_reconcile_item_set_accepted   (TlReconcileItem *self,
                                                   gboolean         accepted);

G_END_DECLS
