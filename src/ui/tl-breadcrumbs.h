/* tl-breadcrumbs.h: the way from the top to what is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlBreadcrumbs:
 *
 * What is above the view, page or service shown, each a button, and its own title. The first
 * of a long way are left out where they have no room.
 */
#define TL_TYPE_BREADCRUMBS (tl_breadcrumbs_get_type ())
G_DECLARE_FINAL_TYPE (TlBreadcrumbs, tl_breadcrumbs, TL, BREADCRUMBS, GtkWidget)

void tl_breadcrumbs_set_session (TlBreadcrumbs *self,
                                 TlSession     *session); /* nullable */

/* What names take of a width; more is only wanted for the edition. */
int  tl_breadcrumbs_fit         (TlBreadcrumbs *self,
                                 int            width);

G_END_DECLS
