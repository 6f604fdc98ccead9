/* tl-print-dialog.h: how a diagram is put on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-sheets.h"
#include "ui/tl-print-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlPrintDialog:
 *
 * Paper, scale, and what stands around a picture, with a preview of the pages; goes on
 * to the print dialog of the desktop, or writes a PDF. What is set is remembered.
 *
 * Signal:
 * - `message` (string text): it was printed or exported; the dialog closes
 */
#define TL_TYPE_PRINT_DIALOG (tl_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintDialog, tl_print_dialog, TL, PRINT_DIALOG, AdwWindow)

/**
 * tl_print_dialog_new:
 * @scene: what is printed
 * @font: with which it was measured
 * @overlay: (nullable) (transfer full): what its colours mean
 * @title: of the document
 */
GtkWidget      *tl_print_dialog_new         (TlScene                    *scene,
                                             const PangoFontDescription *font,
                                             TlOverlay                  *overlay,
                                             const char                 *title) G_GNUC_WARN_UNUSED_RESULT;

/* The pages as they are set now; NULL if they cannot be. (transfer none) */
TlSheets       *tl_print_dialog_get_sheets  (TlPrintDialog              *self);
/* Writes the pages into a file, and closes. */
void            tl_print_dialog_export      (TlPrintDialog              *self,
                                             GFile                      *file);

G_END_DECLS
