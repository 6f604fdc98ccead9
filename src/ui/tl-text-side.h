/* tl-text-side.h: the side on which a text in an entry begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tl_text_side_keep:
 * @editable: a #GtkText, or what has one as its delegate
 *
 * An entry beneath its title is to begin where the title does, whatever language its text
 * is in: GTK moves a Latin name in an Arabic window to the other side. The text itself is
 * read as it ever is.
 */
void tl_text_side_keep (GtkEditable *editable);

G_END_DECLS
