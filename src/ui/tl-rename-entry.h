/* tl-rename-entry.h: an entry over what it names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlRenameEntry:
 *
 * Child of a #GtkOverlay that is hidden until a name is to be changed. Enter, or
 * leaving it, takes the name; Escape does not.
 *
 * Signals:
 * - `renamed (const char *name)`: hidden again; also where the name is the same
 * - `cancelled ()`: hidden again
 */
#define TL_TYPE_RENAME_ENTRY (tl_rename_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlRenameEntry, tl_rename_entry, TL, RENAME_ENTRY, GtkWidget)

/**
 * tl_rename_entry_begin:
 * @area: of what is named, in the overlay
 * @name: what it is called now
 * @label: for a screen reader: "Name of Component"
 *
 * Shows the entry over @area, with all of @name selected, and the focus in it.
 */
void     tl_rename_entry_begin     (TlRenameEntry      *self,
                                    const GdkRectangle *area,
                                    const char         *name,
                                    const char         *label);
/* Follows what it names. */
void     tl_rename_entry_move      (TlRenameEntry      *self,
                                    const GdkRectangle *area);
gboolean tl_rename_entry_is_active (TlRenameEntry      *self);

G_END_DECLS
