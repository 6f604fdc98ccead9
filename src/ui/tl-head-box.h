/* tl-head-box.h: what stands between the buttons of a header bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlHeadBox:
 *
 * Is the title widget of a header bar, and takes all the room between its buttons: for the
 * way to what is shown, then the title, in the middle of the bar as far as the others leave
 * it there, and steps at the end. Where there is less room, first the title is cut, then the way;
 * the steps go before the way is hard to read, and then the way goes, so that the title has it all.
 *
 * A header bar whose sides are both elastic lets them lie over each other in newer versions
 * of libadwaita; therefore nothing else in it may be.
 *
 * Properties:
 * - `way` (TlBreadcrumbs): what is there if it has its minimum
 * - `title` (GtkWidget): what is always there
 * - `steps` (GtkWidget): what is there when there is room for all
 */
#define TL_TYPE_HEAD_BOX (tl_head_box_get_type ())
G_DECLARE_FINAL_TYPE (TlHeadBox, tl_head_box, TL, HEAD_BOX, GtkWidget)

G_END_DECLS
