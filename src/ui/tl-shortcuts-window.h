/* tl-shortcuts-window.h: all keys, one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_SHORTCUTS_WINDOW (tl_shortcuts_window_get_type ())

/* In place of GtkShortcutsWindow, which puts its columns side by side: it is wider than a narrow
 * window or one with large text, and cannot be scrolled. */
G_DECLARE_FINAL_TYPE (TlShortcutsWindow, tl_shortcuts_window, TL, SHORTCUTS_WINDOW, AdwWindow)

/**
 * tl_shortcuts_window_new:
 * @parent: an application window; its application says the keys of actions
 *
 * A modal window with what `help-overlay.ui` lists. Call gtk_window_present() next.
 */
GtkWidget *tl_shortcuts_window_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
