/* tl-focus-return.h: the keyboard goes back where it was when a popover closes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tl_focus_return_watch:
 * @window: a window
 *
 * From now on, when a popover or menu in @window is closed while it has the keyboard, what had it
 * before the popover gets it back, if it is still there. GTK gives it to the parent of the
 * popover: for one that belongs to no button that is whatever comes first in the window.
 */
void tl_focus_return_watch (GtkWindow *window);

G_END_DECLS
