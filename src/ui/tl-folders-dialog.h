/* tl-folders-dialog.h: the folders of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlFoldersDialog:
 *
 * Adds and removes folders whose projects are in the library, and shows how far it
 * is with looking through them.
 */
#define TL_TYPE_FOLDERS_DIALOG (tl_folders_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlFoldersDialog, tl_folders_dialog, TL, FOLDERS_DIALOG, AdwWindow)

GtkWidget *tl_folders_dialog_new       (TlLibrary *library) G_GNUC_WARN_UNUSED_RESULT;

/* Asks for a folder, through the portal in a sandbox, and adds it. */
void       tl_folders_dialog_ask_to_add (GtkWindow *parent,
                                         TlLibrary *library);

G_END_DECLS
