/* tl-start-page.h: what a window shows before it has a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-print-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlStartPage:
 *
 * The projects of the program's library, or a welcome where there are none. Begins
 * to ask for them when it has been drawn, so that a window is there at once, and
 * follows the library only while it is seen.
 */
#define TL_TYPE_START_PAGE (tl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TlStartPage, tl_start_page, TL, START_PAGE, GtkWidget)

/* The projects that are listed, for paper; NULL if there are none. (transfer full) */
TlPrintContent *tl_start_page_create_print_content (TlStartPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
