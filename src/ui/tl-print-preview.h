/* tl-print-preview.h: printed pages as they will come out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-sheets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPrintPreview:
 *
 * Shows pages as sheets of paper, side by side as they are glued together or read, or
 * one of them. Those that are seen are painted in a worker, one after the other.
 *
 * Signal:
 * - `page-chosen` (int page): one of several was clicked, or the only one shown: -1
 */
#define TL_TYPE_PRINT_PREVIEW (tl_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintPreview, tl_print_preview, TL, PRINT_PREVIEW, GtkWidget)

/**
 * tl_print_preview_set_sheets:
 * @sheets: (nullable): what to show; %NULL: nothing
 * @page: which; -1 for all
 */
void      tl_print_preview_set_sheets (TlPrintPreview *self,
                                       TlSheets       *sheets,
                                       int             page);
int       tl_print_preview_get_page   (TlPrintPreview *self);

/* Whether all that is shown has been painted. */
gboolean  tl_print_preview_is_ready   (TlPrintPreview *self);

/* Where a page is, in units of the widget; %FALSE if it is not shown. */
gboolean  tl_print_preview_get_area   (TlPrintPreview  *self,
                                       guint            page,
                                       graphene_rect_t *area);

G_END_DECLS
