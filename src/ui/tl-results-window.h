/* tl-results-window.h: all that is found for a text, project by project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/tl-found-source.h"

G_BEGIN_DECLS

/**
 * TlResultsWindow:
 *
 * What sources find, one project after the other, with the filters to choose from;
 * stays open while one thing after the other is looked at.
 *
 * Signals:
 * - `chosen (TlFound *found)`: the user wants to see it
 */
#define TL_TYPE_RESULTS_WINDOW (tl_results_window_get_type ())
G_DECLARE_FINAL_TYPE (TlResultsWindow, tl_results_window, TL, RESULTS_WINDOW, AdwWindow)

GtkWidget *tl_results_window_new        (void) G_GNUC_WARN_UNUSED_RESULT;

void       tl_results_window_add_source (TlResultsWindow *self,
                                         TlFoundSource   *source);
void       tl_results_window_search     (TlResultsWindow *self,
                                         const char      *text);

G_END_DECLS
