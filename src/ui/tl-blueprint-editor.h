/* tl-blueprint-editor.h: draws the blueprint of a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-canvas-frame.h"
#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlBlueprintEditor:
 *
 * The blueprint of the session's service on a canvas, a palette of kinds to add,
 * and all that can be done with elements and relations, by mouse and by keyboard:
 * actions `blueprint.…`, which also stand in its menus. Each is one edit.
 *
 * What is selected there is what the session has selected, also of several.
 *
 * Signals:
 * - `message (const char *text, gboolean undoable)`: as of TlInspector
 */
#define TL_TYPE_BLUEPRINT_EDITOR (tl_blueprint_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlBlueprintEditor, tl_blueprint_editor, TL, BLUEPRINT_EDITOR, GtkWidget)

void           tl_blueprint_editor_set_session (TlBlueprintEditor *self,
                                                TlSession         *session); /* nullable */
TlCanvasFrame *tl_blueprint_editor_get_frame   (TlBlueprintEditor *self);

/* For many to see: without panels. */
void           tl_blueprint_editor_set_presenting (TlBlueprintEditor *self,
                                                   gboolean           presenting);

/* The actions, without their prefix. */
GActionGroup  *tl_blueprint_editor_get_actions (TlBlueprintEditor *self);
/* The keys of `blueprint.…` while the focus is in the blueprint, those of one choice
 * divided by `|` from those of another; NULL if it has none. */
const char    *tl_blueprint_editor_get_keys    (const char        *action);

G_END_DECLS
