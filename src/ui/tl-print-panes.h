/* tl-print-panes.h: what is looked at, and what is set, side by side or one above the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPrintPanes:
 *
 * Gives the preview all that the settings do not need: beside them, or, where there is
 * not the width for both, above them.
 *
 * Properties:
 * - `preview` (GtkWidget)
 * - `settings` (GtkWidget)
 */
#define TL_TYPE_PRINT_PANES (tl_print_panes_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintPanes, tl_print_panes, TL, PRINT_PANES, GtkWidget)

G_END_DECLS
