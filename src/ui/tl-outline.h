/* tl-outline.h: everything in a window, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlOutline:
 *
 * The pages, the services of the project, and the tree of the edition shown,
 * with a filter. Shares the session's selection.
 */
#define TL_TYPE_OUTLINE (tl_outline_get_type ())
G_DECLARE_FINAL_TYPE (TlOutline, tl_outline, TL, OUTLINE, GtkWidget)

void tl_outline_set_session (TlOutline *self,
                             TlSession *session); /* nullable */

G_END_DECLS
