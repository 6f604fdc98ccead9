/* tl-line-pane.h: the line through one element, and what its failure hits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-canvas-frame.h"
#include "ui/tl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlLinePane:
 *
 * Lets the user choose an element, and shows its whole line or what is hit if it
 * fails, as a picture and beneath it in words. Selecting a node or row selects the
 * element in the session; activating a node makes it the one that is shown,
 * activating a row goes to it.
 */
#define TL_TYPE_LINE_PANE (tl_line_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlLinePane, tl_line_pane, TL, LINE_PANE, GtkWidget)

void      tl_line_pane_set_session (TlLinePane *self,
                                    TlSession  *session); /* nullable */
TlRecord *tl_line_pane_get_element (TlLinePane *self);    /* nullable */
void      tl_line_pane_set_element (TlLinePane *self,
                                    TlRecord   *element); /* nullable */
/* What is hit if an element fails; the keyboard goes to it, in words. */
void      tl_line_pane_show_impact (TlLinePane *self,
                                    TlRecord   *element);
/* With the picture, if there is one. */
TlCanvas *tl_line_pane_get_canvas  (TlLinePane *self);

G_END_DECLS
