/* tl-text-checks.h: whether what a window says can be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* As wide as a telephone. */
#define TEXT_CHECKS_NARROW 360
/* What is left of a screen beside another window: narrow for texts of twice the size. */
#define TEXT_CHECKS_HALF   640

/**
 * text_checks_run:
 * @root: a window or popover that is shown
 * @where: what to call it
 * @width: that it has to go into; 0: whatever it takes
 *
 * Looks for labels that are cut, run out of their place or the window, or lie over each other,
 * and for what needs more room than there is. Each is told as a message of the test.
 *
 * Returns: how much is wrong
 */
guint text_checks_run       (GtkWidget  *root,
                             const char *where,
                             int         width) G_GNUC_WARN_UNUSED_RESULT;

/* What was asked for is laid out a frame or two later. */
void  text_checks_wait      (GtkWidget  *window);

/* Makes a window so wide, with the buttons that it has in GNOME, and nothing that moves. */
void  text_checks_set_width (GtkWidget  *window,
                             int         width);

/* Makes texts so much larger than usual, as the desktop does when it is asked for larger ones. */
void  text_checks_set_scale (double       scale);

G_END_DECLS
