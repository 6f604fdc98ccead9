/* tl-help-window.h: the help
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlHelpWindow:
 *
 * A list of the pages, which becomes that of what is found as one types, and beside
 * it the page; where there is room for one of them only, either. Goes back and
 * forward. Where a link leads to an action, it is done in the window used last.
 */
#define TL_TYPE_HELP_WINDOW (tl_help_window_get_type ())
G_DECLARE_FINAL_TYPE (TlHelpWindow, tl_help_window, TL, HELP_WINDOW, AdwWindow)

GtkWidget  *tl_help_window_new        (void) G_GNUC_WARN_UNUSED_RESULT;

/* Goes to a page or term, as of tl_help_article_show(); FALSE if there is none. */
gboolean    tl_help_window_go         (TlHelpWindow *self,
                                       const char   *target);
const char *tl_help_window_get_target (TlHelpWindow *self); /* NULL before there is one */

G_END_DECLS
