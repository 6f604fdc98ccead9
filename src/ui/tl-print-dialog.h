/* tl-print-dialog.h: how something is put on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-print-content.h"
#include "ui/tl-print-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlPrintDialog:
 *
 * Paper, scale, and what stands around a picture or table, with a preview of the pages;
 * goes on to the print dialog of the desktop, or writes a PDF. What is set is remembered.
 *
 * Signal:
 * - `message` (string text): it was printed or exported; the dialog closes
 */
#define TL_TYPE_PRINT_DIALOG (tl_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintDialog, tl_print_dialog, TL, PRINT_DIALOG, AdwWindow)

/* Shows it over a window, and gathers the content. (transfer none) */
TlPrintDialog  *tl_print_dialog_present     (TlPrintContent *content,
                                             GtkWindow      *parent);

/* The pages that are shown; NULL if there are none, or none yet. (transfer none) */
TlSheets       *tl_print_dialog_get_sheets  (TlPrintDialog  *self);
/* Writes the pages into a file, and closes. */
void            tl_print_dialog_export      (TlPrintDialog  *self,
                                             GFile          *file);

G_END_DECLS
