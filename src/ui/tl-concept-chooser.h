/* tl-concept-chooser.h: what a tool supports or is system of record for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-tool.h"
#include "ui/tl-checklist.h"

G_BEGIN_DECLS

#define TL_TYPE_CONCEPT_CHOOSER (tl_concept_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TlConceptChooser, tl_concept_chooser, TL, CONCEPT_CHOOSER, TlChecklist)

/**
 * tl_concept_chooser_new:
 * @tool: a tool of a project
 * @list: %TL_TOOL_SUPPORTS for all components, %TL_TOOL_MASTERS for all data
 *   objects of the project's edition, by stream or group
 */
GtkWidget *tl_concept_chooser_new (TlTool *tool,
                                   guint   list) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
