/* tl-query.h: what is typed to find things in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlQueryField:
 * @TL_QUERY_WORDS: no filter: words that may stand anywhere in a thing
 * @TL_QUERY_KIND: what it is: a service, a tool, the kind of an element
 * @TL_QUERY_OWNER: who owns it
 * @TL_QUERY_PROJECT: the name of its project
 * @TL_QUERY_EDITION: the edition of its project
 * @TL_QUERY_GAP: `yes` or `no`: whether something is missing from it
 * @TL_QUERY_VENDOR: who makes it
 * @TL_QUERY_STATE: its state: planned, live …
 * @TL_QUERY_IN: the name of its service
 *
 * What a term of a query is about.
 */
typedef enum
{
  TL_QUERY_WORDS,
  TL_QUERY_KIND,
  TL_QUERY_OWNER,
  TL_QUERY_PROJECT,
  TL_QUERY_EDITION,
  TL_QUERY_GAP,
  TL_QUERY_VENDOR,
  TL_QUERY_STATE,
  TL_QUERY_IN,
  TL_N_QUERY_FIELDS
} TlQueryField;

/* The name of a filter in a query, without its colon; not translated. Not for
 * TL_QUERY_WORDS. */
const char  *tl_query_field_get_name        (TlQueryField  field);
/* What it means, in a few words, translated. */
const char  *tl_query_field_get_description (TlQueryField  field);

/**
 * TlQueryTerm:
 * @field: what it is about
 * @text: what was typed, without quotes
 * @words: its folded words, at least one; they follow each other in what is found
 * @is_excluded: nothing found may match it
 * @is_prefix: the last word may go on
 */
typedef struct
{
  TlQueryField   field;
  const char    *text;
  const char   **words;
  guint          n_words;
  gboolean       is_excluded;
  gboolean       is_prefix;
} TlQueryTerm;

/* No more of a query is read: bytes, and words in all terms. */
#define TL_QUERY_MAX_LENGTH 2048
#define TL_QUERY_MAX_WORDS 32

/**
 * TlQuery:
 *
 * A query, immutable, for any thread. Its language, in which any text is a query:
 *
 * - words: each must be in what is found, or begin a word of it;
 * - "several words": they must follow each other; the last may go on while the
 *   second quote is missing;
 * - `owner:ops`, `project:"Retail bank"`: filters, with a word or quoted words, which
 *   must be in that field. Several of one filter are alternatives, filters of
 *   different names must all hold; one without a value, or with one that has no
 *   letter or digit, does nothing;
 * - `state:` also understands the names that states have in the user's language;
 * - `-` before any of them: what must not be so;
 * - all else only divides words.
 */
typedef struct _TlQuery TlQuery;

#define TL_TYPE_QUERY (tl_query_get_type ())
GType              tl_query_get_type  (void);

/**
 * tl_query_parse:
 * @text: any bytes
 * @length: their number, or -1 if they end with NUL
 *
 * Never fails. Bytes that are not UTF-8, NUL among them, divide words; what goes
 * beyond %TL_QUERY_MAX_LENGTH or %TL_QUERY_MAX_WORDS is left out.
 */
TlQuery           *tl_query_parse     (const char    *text,
                                       gssize         length) G_GNUC_WARN_UNUSED_RESULT;
TlQuery           *tl_query_ref       (TlQuery       *self);
void               tl_query_unref     (TlQuery       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlQuery, tl_query_unref)

/* Whether it asks for nothing, so that nothing is found. What is only excluded
 * asks for nothing. */
gboolean           tl_query_is_empty  (const TlQuery *self);

const TlQueryTerm *tl_query_get_terms (const TlQuery *self,
                                       guint         *n_terms);

/* While typing */

/**
 * TlQuerySpot:
 * @field: the filter whose value is typed; %TL_QUERY_WORDS: a word, or the name of a filter
 * @start: of what a completion replaces, in characters
 * @end: of it
 * @typed: what of it stands before the cursor, without quotes
 *
 * Where the cursor is in a query.
 */
typedef struct
{
  TlQueryField  field;
  guint         start;
  guint         end;
  char         *typed;
} TlQuerySpot;

/**
 * tl_query_find_spot:
 * @text: what is typed so far, UTF-8
 * @cursor: where, in characters
 *
 * Returns: (transfer full): what is typed at @cursor
 */
TlQuerySpot *tl_query_find_spot (const char *text,
                                 guint       cursor) G_GNUC_WARN_UNUSED_RESULT;
void         tl_query_spot_free (TlQuerySpot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlQuerySpot, tl_query_spot_free)

/**
 * TlQueryCompletion:
 * @field: the filter that it names or gives a value to
 * @label: what to show: `owner:`, or a value
 * @text: the whole query with it
 * @cursor: where to go on in @text, in characters
 */
typedef struct
{
  TlQueryField  field;
  char         *label;
  char         *text;
  guint         cursor;
} TlQueryCompletion;

void       tl_query_completion_free (TlQueryCompletion *self);

/**
 * tl_query_complete:
 * @text: what is typed so far, UTF-8
 * @cursor: where, in characters
 * @values: (nullable): values of the filter at @cursor, best first; see
 *   tl_query_find_spot() for which is asked, and tl_find_list_values() for them
 *
 * What could be meant: the names of filters where a word is typed, or those of
 * @values of which a word begins with what is typed; those that begin with it
 * themselves come first. The values of `gap:` are known without being given.
 *
 * Returns: (transfer full) (element-type TlQueryCompletion): what to offer
 */
GPtrArray *tl_query_complete        (const char         *text,
                                     guint               cursor,
                                     const char *const  *values) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
