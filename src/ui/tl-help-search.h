/* tl-help-search.h: finds pages of the help and terms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-query.h"

G_BEGIN_DECLS

/* Where to look. */
typedef enum
{
  TL_HELP_SEARCH_PAGES = 1 << 0, /* and the words of the program */
  TL_HELP_SEARCH_KINDS = 1 << 1, /* kinds of elements and relations, of both editions */
  TL_HELP_SEARCH_STANDARD = 1 << 2, /* concepts and attributes of both editions */
  TL_HELP_SEARCH_TEXTS = 1 << 3, /* in what they say, and not only in what they are called */
  TL_HELP_SEARCH_ALL = TL_HELP_SEARCH_PAGES | TL_HELP_SEARCH_KINDS | TL_HELP_SEARCH_STANDARD | TL_HELP_SEARCH_TEXTS,
} TlHelpSearch;

/**
 * TlHelpHit:
 * @target: the id of a page or term
 * @title: what it is called
 * @subtitle: what it is
 * @rank: how well it fits; more is better
 *
 * A page or term that was found.
 */
typedef struct
{
  const char *target;
  const char *title;
  char       *subtitle;
  guint       rank;
} TlHelpHit;

/**
 * tl_help_search:
 * @query: what is looked for; filters are not for the help, which finds nothing then
 * @where: of #TlHelpSearch
 * @limit: at most so many
 *
 * Words are compared as in the library. Takes few milliseconds.
 *
 * Returns: (transfer full) (element-type TlHelpHit): the best first
 */
GPtrArray *tl_help_search (TlQuery *query,
                           guint    where,
                           guint    limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
