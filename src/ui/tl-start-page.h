/* tl-start-page.h: what a window shows before it has a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlStartPage:
 *
 * New, open, the projects used last, and the samples.
 */
#define TL_TYPE_START_PAGE (tl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TlStartPage, tl_start_page, TL, START_PAGE, GtkWidget)

G_END_DECLS
