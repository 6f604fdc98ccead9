/* tl-service-dialog.h: asks what a new service is to start with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "project/tl-project.h"

G_BEGIN_DECLS

/**
 * TlServiceDialog:
 *
 * Name of a new service, and its template: one of the program's own, or of the
 * user's. Adds it to the project.
 *
 * Signals:
 * - `created (TlRecord *service)`: the new one; the dialog closes itself
 */
#define TL_TYPE_SERVICE_DIALOG (tl_service_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlServiceDialog, tl_service_dialog, TL, SERVICE_DIALOG, AdwWindow)

GtkWidget *tl_service_dialog_new (TlProject *project) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
