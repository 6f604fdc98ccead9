/* tl-record-button.h: a button that says which service or element is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlRecordButton:
 *
 * Shows the name of what is chosen, and lets the user choose another from all there
 * are in the project. Follows the name; what is gone is not chosen any more.
 *
 * Signal: `chosen`: by the user; tl_record_button_get_record() says what.
 */
#define TL_TYPE_RECORD_BUTTON (tl_record_button_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordButton, tl_record_button, TL, RECORD_BUTTON, GtkWidget)

/**
 * tl_record_button_setup:
 * @type: services or elements
 * @prompt: "Which element?", also what it says to assistive technology
 * @none: what it says when nothing is chosen: "All Services"
 * @can_be_none: whether the user can choose that
 */
void       tl_record_button_setup       (TlRecordButton     *self,
                                         const TlRecordType *type,
                                         const char         *prompt,
                                         const char         *none,
                                         gboolean            can_be_none);
void       tl_record_button_set_project (TlRecordButton     *self,
                                         TlProject          *project); /* nullable */
TlRecord  *tl_record_button_get_record  (TlRecordButton     *self);    /* nullable */
void       tl_record_button_set_record  (TlRecordButton     *self,
                                         TlRecord           *record);  /* nullable */

G_END_DECLS
