/* tl-blueprint-page.h: the blueprint of a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-blueprint-editor.h"
#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlBlueprintPage:
 *
 * The blueprint of the session's service; says so where there is none.
 *
 * Signals:
 * - `message (const char *text, gboolean undoable)`: as of TlInspector
 */
#define TL_TYPE_BLUEPRINT_PAGE (tl_blueprint_page_get_type ())
G_DECLARE_FINAL_TYPE (TlBlueprintPage, tl_blueprint_page, TL, BLUEPRINT_PAGE, GtkWidget)

void tl_blueprint_page_set_session (TlBlueprintPage *self,
                                    TlSession       *session); /* nullable */
TlBlueprintEditor *tl_blueprint_page_get_editor (TlBlueprintPage *self);

G_END_DECLS
