/* tl-reconcile-dialog.h: what runs, compared with what should, to be accepted or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "analysis/tl-reconcile.h"

G_BEGIN_DECLS

/**
 * TlReconcileDialog:
 *
 * The differences between the realized model of a service and a list of what
 * runs, each with a check. What is accepted is one step to undo.
 *
 * Signals:
 * - `reconciled (uint n)`: so many were accepted; it closes itself
 */
#define TL_TYPE_RECONCILE_DIALOG (tl_reconcile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlReconcileDialog, tl_reconcile_dialog, TL, RECONCILE_DIALOG, AdwWindow)

/* @items: (element-type TlActualItem): what runs */
GtkWidget *tl_reconcile_dialog_new (TlRecord  *service,
                                    GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
