/* tl-across.h: what projects of the library have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-across-group.h"
#include "library/tl-index.h"
#include "library/tl-library-hit.h"

G_BEGIN_DECLS

/**
 * TlAcrossBy:
 * @TL_ACROSS_TOOL: tools of the same name
 * @TL_ACROSS_VENDOR: tools of the same vendor
 * @TL_ACROSS_OWNER: whatever has the same owner
 * @TL_ACROSS_SERVICE: services of the same name
 *
 * What makes things of different projects belong together. Names are the same if
 * they differ in case, diacritics or punctuation only.
 */
typedef enum
{
  TL_ACROSS_TOOL,
  TL_ACROSS_VENDOR,
  TL_ACROSS_OWNER,
  TL_ACROSS_SERVICE,
} TlAcrossBy;

/**
 * tl_across_list_groups:
 * @index: open for reading or writing
 * @by: what names
 * @n_projects: only names that are used in so many projects at least
 * @limit: how many names at most
 * @error: %TL_LIBRARY_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Lists names that are used in the library, those in most projects first, then
 * those of most things, then by alphabet. What has no name is left out.
 *
 * Returns: (transfer full) (element-type TlAcrossGroup): the names
 */
GPtrArray *tl_across_list_groups (TlIndex             *index,
                                  TlAcrossBy           by,
                                  guint                n_projects,
                                  guint                limit,
                                  GCancellable        *cancellable,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_across_list_uses:
 * @index: open for reading or writing
 * @by: what names
 * @name: the name, in any spelling
 * @limit: how many things at most
 *
 * Lists the things that are called so, or have it: by project, as it is called, then
 * by name.
 *
 * Returns: (transfer full) (element-type TlLibraryHit): the things, without matches
 */
GPtrArray *tl_across_list_uses   (TlIndex             *index,
                                  TlAcrossBy           by,
                                  const char          *name,
                                  guint                limit,
                                  GCancellable        *cancellable,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* An annual cost in a currency. */
typedef struct
{
  char   *currency; /* "" where none is given */
  double  amount;
} TlAcrossCost;

/**
 * TlAcrossTotal:
 * @id: of a component or activity of the edition
 * @n_projects: those that say anything of it
 * @n_tools: tools in use there, in all of them
 * @n_priced: how many of these have a cost
 * @costs: (element-type TlAcrossCost): by currency; never added up over currencies
 * @n_current: projects that say its maturity today
 * @current: the average of these
 * @n_goal: projects that say its goal
 * @goal: the average of these
 *
 * What projects say of a component or activity, added up.
 */
typedef struct
{
  char   *id;
  guint   n_projects;
  guint   n_tools;
  guint   n_priced;
  GArray *costs;
  guint   n_current;
  double  current;
  guint   n_goal;
  double  goal;
} TlAcrossTotal;

void       tl_across_total_free  (TlAcrossTotal       *self);

/**
 * tl_across_list_totals:
 * @index: open for reading or writing
 * @edition: only projects of this edition, whose components these are
 * @uris: (nullable): only these projects; %NULL for all
 *
 * Adds up what projects say of their components and activities.
 *
 * Returns: (transfer full) (element-type TlAcrossTotal): by id; only those of which
 *   something is known
 */
GPtrArray *tl_across_list_totals (TlIndex             *index,
                                  const char          *edition,
                                  const char *const   *uris,
                                  GCancellable        *cancellable,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
