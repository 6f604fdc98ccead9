/* tl-fold-box.h: a line in which something gives way to something smaller
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFoldBox:
 *
 * Puts its children one beside the other. One of them, `full`, is there as long as all
 * have their natural width and those that expand a little to live on; another one,
 * `folded`, is there instead when there is less.
 *
 * Properties:
 * - `full` (GtkWidget): one of the children
 * - `folded` (GtkWidget): another one
 * - `spacing` (int): between two, in pixels
 */
#define TL_TYPE_FOLD_BOX (tl_fold_box_get_type ())
G_DECLARE_FINAL_TYPE (TlFoldBox, tl_fold_box, TL, FOLD_BOX, GtkWidget)

gboolean tl_fold_box_get_is_folded (TlFoldBox *self);

G_END_DECLS
