/* tl-outline-services.h: the services of a project as a list to go by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlOutlineServices:
 *
 * All services under a heading with their number and a button that adds one. A
 * click or Enter goes to the blueprint; arrows select. The service of the
 * blueprint shown, or the one selected, is marked.
 */
#define TL_TYPE_OUTLINE_SERVICES (tl_outline_services_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineServices, tl_outline_services, TL, OUTLINE_SERVICES, GtkWidget)

void tl_outline_services_set_session (TlOutlineServices *self,
                                      TlSession         *session); /* nullable */

/* Only those whose name has @text; nullable. */
void tl_outline_services_set_filter  (TlOutlineServices *self,
                                      const char        *text);

G_END_DECLS
