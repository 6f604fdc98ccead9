/* tl-reconcile-private.h: what comparing and accepting share; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-reconcile.h"

G_BEGIN_DECLS

/* The state of an element that should not run any more. */
#define TL_RECONCILE_RETIRED "retired"

/* Without blanks around, and without case. (transfer full) */
char       *tl_reconcile_fold         (const char *text);

/* The words by which inventories may call the kinds of items of a project, and
 * which kind each means: one that nobody knows means a device. */
GHashTable *tl_reconcile_create_words (TlProject  *project);
const char *tl_reconcile_find_token   (GHashTable *words,
                                       const char *type);

G_END_DECLS
