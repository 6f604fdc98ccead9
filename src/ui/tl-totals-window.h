/* tl-totals-window.h: what the projects of the library say together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlTotalsWindow:
 *
 * The value chain of an edition with totals of all projects of the library, or of
 * chosen ones, as its colours and numbers: tools, cost, average maturity and goal.
 */
#define TL_TYPE_TOTALS_WINDOW (tl_totals_window_get_type ())
G_DECLARE_FINAL_TYPE (TlTotalsWindow, tl_totals_window, TL, TOTALS_WINDOW, AdwWindow)

GtkWidget *tl_totals_window_new (TlLibrary *library) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
