/* tl-contrast.h: how well what a window shows can be told from what it stands on
 *
 * Measured in the picture itself, as the style sheets of GTK, of libadwaita and of the program
 * have it together: opacity and colours that are mixed are told by no function of GTK.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws what is beneath @native at twice its size, and measures each text and each symbolic icon
 * in it that can be seen and acted on: WCAG 2.2, 1.4.3 for texts (4.5, large ones 3), 1.4.11 for
 * icons (3). Returns how many were measured; what falls short is added to @faults, a line each,
 * with @where before it. */
guint tl_contrast_measure (GtkNative  *native,
                           const char *where,
                           GPtrArray  *faults);

G_END_DECLS
