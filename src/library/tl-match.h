/* tl-match.h: what a text and a query have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-query.h"

G_BEGIN_DECLS

/* A part of a text, in characters. */
typedef struct
{
  guint start;
  guint length;
} TlMatch;

/**
 * tl_match_list:
 * @text: UTF-8
 * @query: what is looked for
 *
 * Finds what words of @query, not those of its filters, stand in a text. Of words
 * that go on, the part that was typed is meant; signs that belong to its last
 * letter are part of it.
 *
 * Returns: (transfer full) (element-type TlMatch): in the order of the text, not
 *   touching each other; may be empty
 */
GArray  *tl_match_list        (const char    *text,
                               const TlQuery *query) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the words of a term, of whatever field, stand in a text. */
gboolean tl_match_has_term    (const char        *text,
                               const TlQueryTerm *term);

/* Whether a text has all words that are looked for, not those of filters. */
gboolean tl_match_has_all     (const char        *text,
                               const TlQuery     *query);

/* Farther down in a body nothing is looked for: a search shows many of them. */
#define TL_MATCH_MAX_BODY 16384 /* bytes */

/**
 * tl_match_create_snippet:
 * @body: UTF-8, a line a fact
 * @name: UTF-8, what is shown anyway
 * @query: what is looked for
 *
 * Cuts from @body the place where it has words that @name has not: a line, or a
 * part of it with ellipses.
 *
 * Returns: (transfer full) (nullable): the place, or %NULL if @name says it all or
 *   there is none in the first %TL_MATCH_MAX_BODY bytes of @body
 */
char    *tl_match_create_snippet (const char    *body,
                                  const char    *name,
                                  const TlQuery *query) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_match_to_markup:
 * @text: UTF-8
 * @matches: (element-type TlMatch): parts of it, in order
 *
 * Returns: (transfer full): Pango markup with the matches in bold
 */
char    *tl_match_to_markup   (const char    *text,
                               GArray        *matches) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
