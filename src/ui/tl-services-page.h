/* tl-services-page.h: all services of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-print-content.h"
#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlServicesPage:
 *
 * A table of services that can be filtered and sorted and shares the session's
 * selection. Enter or a double click goes to the blueprint.
 *
 * Signals:
 * - `message (const char *text, gboolean undoable)`: as of TlInspector
 */
#define TL_TYPE_SERVICES_PAGE (tl_services_page_get_type ())
G_DECLARE_FINAL_TYPE (TlServicesPage, tl_services_page, TL, SERVICES_PAGE, GtkWidget)

void tl_services_page_set_session (TlServicesPage *self,
                                   TlSession      *session); /* nullable */

/* The services that are shown, for paper. (transfer full) */
TlPrintContent *tl_services_page_create_print_content (TlServicesPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
