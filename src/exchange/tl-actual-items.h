/* tl-actual-items.h: lists of what runs, from an inventory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "analysis/tl-reconcile.h"

G_BEGIN_DECLS

/**
 * tl_actual_items_read:
 * @text: a table as of tl_csv_read(), whose first row names the columns
 * @length: in bytes
 * @error: return location, %TL_CSV_ERROR; the message is a whole translated
 *   sentence that names the line or what is missing
 *
 * The columns are name, type, environment, version and id, in any order, whatever
 * their case, in English or German words that mean the same; others are ignored.
 * Name and type are needed in the table, and a name in every row; all ids are
 * different. Any thread.
 *
 * Returns: (transfer full) (element-type TlActualItem): the items in the order of
 *   the rows, freed with the array; or %NULL
 */
GPtrArray *tl_actual_items_read      (const char    *text,
                                      gsize          length,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a file; blocks. */
GPtrArray *tl_actual_items_read_file (GFile         *file,
                                      GCancellable  *cancellable,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
