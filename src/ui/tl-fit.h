/* tl-fit.h: how well a name fits a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-query.h"

G_BEGIN_DECLS

/**
 * TlFit:
 *
 * Does in memory what the library does in its index, for what is not in it: words
 * are compared without case and diacritics, each must be there or begin a word.
 * Belongs to one thread.
 */
typedef struct _TlFit TlFit;

TlFit   *tl_fit_new     (const TlQuery     *query) G_GNUC_WARN_UNUSED_RESULT;
void     tl_fit_free    (TlFit             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFit, tl_fit_free)

/**
 * tl_fit_rank:
 * @title: a name
 * @others: (nullable) (array zero-terminated=1): what else is said of it
 *
 * Looks at the words of the query, and not at its filters.
 *
 * Returns: 0 if not all of them are in it, more is better: the name before all
 *   else, and its beginning before the rest of it
 */
guint    tl_fit_rank    (TlFit             *self,
                         const char        *title,
                         const char *const *others);

/* Whether there is a filter of that name. */
gboolean tl_fit_asks    (const TlFit       *self,
                         TlQueryField       field);
/* Whether there is any filter. */
gboolean tl_fit_is_filtered (const TlFit   *self);
/* Whether a value passes the filters of that name; each if there are none. */
gboolean tl_fit_accepts (TlFit             *self,
                         TlQueryField       field,
                         const char        *value); /* nullable */

G_END_DECLS
