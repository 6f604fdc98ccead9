/* tl-filter-values.h: what a filter may be set to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "library/tl-query.h"

G_BEGIN_DECLS

/**
 * tl_filter_values_list_async:
 * @field: a filter
 * @typed: what its value, or a word of it, begins with; may be empty
 * @limit: how many at most
 *
 * Asks the library which values of a filter there are. Where there is no library,
 * there are none.
 */
void   tl_filter_values_list_async  (TlQueryField         field,
                                     const char          *typed,
                                     guint                limit,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);

/* Returns: (transfer full) (nullable): those that begin with what was typed first */
char **tl_filter_values_list_finish (GAsyncResult        *result,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
