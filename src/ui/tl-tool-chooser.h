/* tl-tool-chooser.h: which tools support a component or are system of record for a data object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-checklist.h"
#include "ui/tl-session.h"

G_BEGIN_DECLS

/* All tools of the project, and a button for a new one, which is then selected. */
#define TL_TYPE_TOOL_CHOOSER (tl_tool_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TlToolChooser, tl_tool_chooser, TL, TOOL_CHOOSER, TlChecklist)

/* @concept: a component or data object of the project's edition */
GtkWidget *tl_tool_chooser_new (TlSession       *session,
                                const TlConcept *concept) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
