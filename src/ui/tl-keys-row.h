/* tl-keys-row.h: a row of a list that tells a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tl_keys_row_new:
 * @text: what the keys do
 * @keys: as #GtkShortcutLabel:accelerator has them, such as "<Control>Left <Control>Right"
 *
 * A row for a list box. The keys stand below the text where there is no room beside it, and are
 * told to a screen reader as one says them.
 */
GtkWidget *tl_keys_row_new (const char *text,
                            const char *keys) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
