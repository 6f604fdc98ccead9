/* tl-landscape-page.h: the tools of a project and how they are integrated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-print-content.h"
#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Two tables, of tools and of integrations, that can be filtered and sorted and
 * share the session's selection.
 *
 * Properties:
 *   session  TlSession, writable any time; NULL shows nothing
 *
 * Signals:
 *   message (string text, gboolean undoable): as of TlInspector
 *   edit (): the selected record was activated; whoever has an inspector shows
 *     it and moves the focus there */
#define TL_TYPE_LANDSCAPE_PAGE (tl_landscape_page_get_type ())
G_DECLARE_FINAL_TYPE (TlLandscapePage, tl_landscape_page, TL, LANDSCAPE_PAGE, GtkWidget)

GtkWidget *tl_landscape_page_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_landscape_page_set_session (TlLandscapePage *self,
                                          TlSession       *session);

/* The table that is shown, for paper. (transfer full) */
TlPrintContent *tl_landscape_page_create_print_content (TlLandscapePage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
