/* tl-query-private.h: where the terms of a query stand in its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-query.h"

G_BEGIN_DECLS

/* A term in the text, from `-` and name to quote; @value is what it asks for,
 * without quotes. */
typedef struct
{
  TlQueryField  field;
  gboolean      is_excluded;
  gboolean      is_quoted;
  gboolean      is_closed;   /* its second quote is there */
  const char   *start;
  const char   *name;        /* after the `-` */
  const char   *argument;    /* after the colon; with the quote */
  const char   *value;
  const char   *value_end;
  const char   *end;
} TlQueryPiece;

/* Finds the next term from @cursor, in valid UTF-8, and moves it behind it. */
gboolean tl_query_next_piece (const char   **cursor,
                              TlQueryPiece  *piece);

/* The tokens of the states whose name in the user's language fits what is typed, but
 * which are not what is typed themselves. Strings are constant. */
GPtrArray *tl_query_list_states (const char    *typed,
                                 gboolean       is_prefix) G_GNUC_WARN_UNUSED_RESULT;

/* How well a value fits what is typed, a key of tl_fold_key(): 0: not; 1: a word of
 * it begins with that; 2: it does itself. */
guint    tl_query_rank_value (const char    *value,
                              const char    *typed);

G_END_DECLS
