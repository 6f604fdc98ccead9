/* tl-new-dialog.h: asks what a new project is to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlNewDialog:
 *
 * Name, edition and template of a new project.
 *
 * Signals:
 * - `created (TlProject *project)`: the project; the dialog closes itself
 */
#define TL_TYPE_NEW_DIALOG (tl_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlNewDialog, tl_new_dialog, TL, NEW_DIALOG, AdwWindow)

GtkWidget *tl_new_dialog_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
