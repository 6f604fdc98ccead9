/* tl-find.h: finds things in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-index.h"
#include "library/tl-library-hit.h"
#include "library/tl-query.h"

G_BEGIN_DECLS

/* No more is found at once. */
#define TL_FIND_MAX_LIMIT 1000

/**
 * tl_find_run:
 * @index: open for reading or writing
 * @query: what is looked for
 * @limit: how many things at most; at least 1
 * @error: %TL_LIBRARY_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Finds things by a query: names that are what was typed come first, then names
 * that begin with it, then names that have all its words, then what has its words
 * anywhere; within each of these projects, services and tools before the rest,
 * and alphabetically the names that begin with what was typed. When there is more
 * than @limit, the rest of the last of these is left out, not by merit.
 *
 * A word of one letter that may go on counts only with other words or filters;
 * alone it finds names that begin with it.
 *
 * Returns: (transfer full) (element-type TlLibraryHit): what was found; empty if the
 *   query asks for nothing
 */
GPtrArray *tl_find_run         (TlIndex        *index,
                                const TlQuery  *query,
                                guint           limit,
                                GCancellable   *cancellable,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_find_list_values:
 * @index: open for reading or writing
 * @field: a filter
 * @typed: what its value begins with, or one of the words of its value; may be empty
 * @limit: how many at most
 *
 * Lists what a filter may be set to, for tl_query_complete().
 *
 * Returns: (transfer full): different values, those that begin with @typed first
 */
char     **tl_find_list_values (TlIndex        *index,
                                TlQueryField    field,
                                const char     *typed,
                                guint           limit,
                                GCancellable   *cancellable,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
