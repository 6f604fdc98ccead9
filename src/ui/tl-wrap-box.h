/* tl-wrap-box.h: one beside the other, and below it where there is no room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlWrapBox:
 *
 * Puts its children on as few lines as they need with their natural widths, those that
 * expand with their minimum width. What is left of a line goes to those that expand,
 * or else between those on it, or to its end; one alone on a line that is aligned at
 * the end stands there.
 *
 * Properties:
 * - `spacing` (int): between two on a line, in pixels
 * - `line-spacing` (int): between two lines
 * - `spread` (boolean): whether what is left goes between those on a line; as it starts
 */
#define TL_TYPE_WRAP_BOX (tl_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (TlWrapBox, tl_wrap_box, TL, WRAP_BOX, GtkWidget)

GtkWidget *tl_wrap_box_new    (int        spacing,
                               int        line_spacing) G_GNUC_WARN_UNUSED_RESULT;
void       tl_wrap_box_append (TlWrapBox *self,
                               GtkWidget *child);

G_END_DECLS
