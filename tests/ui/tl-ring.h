/* tl-ring.h: whether one sees where the keyboard is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tl_ring_measure:
 * @native: what to look at
 * @where: begins each line of @faults
 * @seen: (element-type utf8 utf8): kinds that need not be measured again; those measured are added
 * @faults: (element-type utf8): what falls short
 *
 * Gives the keyboard to one widget, and one node of a diagram, of each kind that can be seen in whole, and
 * compares pictures without and with it: WCAG 2.2, 2.4.7 and 1.4.11. What has changed by 3 : 1
 * or more must be a line of a pixel around all that has changed, at least.
 *
 * Returns: how many were measured
 */
guint tl_ring_measure (GtkNative  *native,
                       const char *where,
                       GHashTable *seen,
                       GPtrArray  *faults);

/**
 * tl_ring_find_covered:
 * @native: what to look at
 * @where: begins each line of @faults
 * @faults: (element-type utf8): what is covered
 *
 * Looks at everything that can have the keyboard, and at each node of a diagram when an arrow key has led to
 * it, whether something else lies upon all of it: WCAG 2.2, 2.4.11.
 *
 * Returns: how many were looked at
 */
guint tl_ring_find_covered (GtkNative  *native,
                            const char *where,
                            GPtrArray  *faults);

G_END_DECLS
