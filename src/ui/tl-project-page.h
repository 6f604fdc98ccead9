/* tl-project-page.h: a project in its window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"
#include "ui/tl-blueprint-editor.h"
#include "ui/tl-print-content.h"
#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlProjectPage:
 *
 * Outline, the pages of a project, and inspector, all looking at one session. A page
 * is made when the session first comes to it.
 *
 * Signals:
 * - `message` (string text, gboolean undoable): as of TlInspector
 * - `place-changed` (): a diagram shows another part of it, or in another size
 * - `view-changed` (): the page shows another one of its views, maybe without a canvas
 */
#define TL_TYPE_PROJECT_PAGE (tl_project_page_get_type ())
G_DECLARE_FINAL_TYPE (TlProjectPage, tl_project_page, TL, PROJECT_PAGE, GtkWidget)

void      tl_project_page_set_session        (TlProjectPage *self,
                                              TlSession     *session);

/* With the panels; whether they are shown is remembered. */
AdwFlap  *tl_project_page_get_outline_flap   (TlProjectPage *self);
AdwFlap  *tl_project_page_get_inspector_flap (TlProjectPage *self);

/* For many to see: without panels, whether they are revealed or not. */
void      tl_project_page_set_presenting     (TlProjectPage *self,
                                              gboolean       presenting);

/* Of the page that is shown, or NULL. */
TlCanvas *tl_project_page_get_canvas         (TlProjectPage *self);

/**
 * tl_project_page_create_print_content:
 * @why: (inout) (transfer none): why there is nothing, a sentence, where that can be told
 *
 * Returns: (transfer full) (nullable): the table that the page shows, for paper
 */
TlPrintContent *tl_project_page_create_print_content (TlProjectPage  *self,
                                                      const char    **why) G_GNUC_WARN_UNUSED_RESULT;

/* The editor, while it is the page that is shown, or NULL. */
TlBlueprintEditor *tl_project_page_get_editor (TlProjectPage *self);

/* Moves the focus to the page: to its diagram or table; if it is there, it stays
 * where it is. */
void      tl_project_page_focus_page         (TlProjectPage *self);
/* To what is selected, if the page shows it. */
void      tl_project_page_focus_selection    (TlProjectPage *self);
/* These show the panel. */
void      tl_project_page_focus_outline      (TlProjectPage *self);
void      tl_project_page_focus_inspector    (TlProjectPage *self);

/* From a view of the diagram to the one around it, from a blueprint to the services. */
void      tl_project_page_go_up              (TlProjectPage *self);
/* Goes to what the failure of an element would hit. */
void      tl_project_page_show_impact        (TlProjectPage *self,
                                              TlRecord      *element);

G_END_DECLS
