/* tl-stage-button.h: where a service stands on its way, and what is missing there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlStageButton:
 *
 * A button that says at which stage a service is, and opens what the edition
 * expects by then, with what adds it, and a choice of another stage.
 *
 * Signals:
 * - `add-kind (const char *kind)`: an element that is expected shall be added
 * - `failed (const char *message)`
 */
#define TL_TYPE_STAGE_BUTTON (tl_stage_button_get_type ())
G_DECLARE_FINAL_TYPE (TlStageButton, tl_stage_button, TL, STAGE_BUTTON, GtkWidget)

void tl_stage_button_set_service (TlStageButton *self,
                                  TlRecord      *service); /* nullable */
/* The blueprint has changed. */
void tl_stage_button_update      (TlStageButton *self);

G_END_DECLS
