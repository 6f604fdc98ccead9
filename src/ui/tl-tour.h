/* tl-tour.h: a few steps through a window, for who sees it first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlTour:
 *
 * A popover that points to one part of its window after the other, and says what it is
 * for. The parts are widgets with a name, "tour-diagram" and the like; if one cannot be
 * seen, such as a panel in a narrow window, the button that shows it is pointed to.
 * Escape, or a click elsewhere, ends it.
 *
 * Signals:
 * - `step` (string text): what is said now, for who hears the window
 */
#define TL_TYPE_TOUR (tl_tour_get_type ())
G_DECLARE_FINAL_TYPE (TlTour, tl_tour, TL, TOUR, GtkPopover)

/* Begins with the first step; in a box of a window, as its child. */
void  tl_tour_start       (TlTour *self);
guint tl_tour_get_step    (TlTour *self);
guint tl_tour_get_n_steps (TlTour *self);

G_END_DECLS
