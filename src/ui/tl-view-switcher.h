/* tl-view-switcher.h: chooses among the diagrams of an edition, and the edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlViewSwitcher:
 *
 * A button for each view of the whole edition, and one for each edition.
 */
#define TL_TYPE_VIEW_SWITCHER (tl_view_switcher_get_type ())
G_DECLARE_FINAL_TYPE (TlViewSwitcher, tl_view_switcher, TL, VIEW_SWITCHER, GtkWidget)

void tl_view_switcher_set_session (TlViewSwitcher *self,
                                   TlSession      *session); /* nullable */

G_END_DECLS
