/* tl-integration-dialog.h: asks between which tools a new integration is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An integration cannot be without its two tools, so they are asked for first.
 * The new one is then selected in the session.
 *
 * Signal:
 *   added (): after that */
#define TL_TYPE_INTEGRATION_DIALOG (tl_integration_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlIntegrationDialog, tl_integration_dialog, TL, INTEGRATION_DIALOG, AdwWindow)

GtkWidget *tl_integration_dialog_new (TlSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
