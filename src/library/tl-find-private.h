/* tl-find-private.h: how a query is put to the database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-find.h"
#include "library/tl-index-private.h"
#include "library/tl-index-rows.h"

G_BEGIN_DECLS

/* The columns of a row that is found, in this order, of `thing t`. */
enum
{
  TL_FIND_ID,
  TL_FIND_PROJECT,
  TL_FIND_WHAT,
  TL_FIND_GAP,
  TL_FIND_KEY,
  TL_FIND_SERVICE,
  TL_FIND_KIND_ID,
  TL_FIND_KIND,
  TL_FIND_NAME,
  TL_FIND_OWNER,
  TL_FIND_VENDOR,
  TL_FIND_STATE,
  TL_FIND_BODY,
};

#define TL_FIND_COLUMNS                                                            \
  "t.id, t.project, t.what, t.gap, t.key, t.service, t.kind_id, t.kind, t.name, " \
  "t.owner, t.vendor, t.state, t.body"

/**
 * TlFindPlan:
 * @query: what is looked for
 * @is_impossible: nothing can be found: a filter has a value that nothing has
 * @key: the words of the query in order, as in the index of names
 * @key_goes_on: the last of them may go on
 * @words: FTS5 expression of the words, or ""
 * @n_words: how many terms that has
 * @filters: FTS5 expression of the filters that FTS5 can answer, or ""
 * @excluded: FTS5 expression of what must not be, or ""
 * @letters: (element-type TlQueryTerm): words of one letter, which FTS5 would be slow
 *   at, as it has no index of so short prefixes
 * @excluded_letters: (element-type TlQueryTerm): the same of what must not be
 * @checks: (element-type TlFindCheck): what is left to be looked at in each row
 * @projects: (nullable) (element-type gint64): only these, in order
 * @gap: 1 or 0, or -1 for all the same
 *
 * A query, as it is put to the database. What narrows most is asked of FTS5, which
 * compares lists of rows without reading these; projects are ranges of rows.
 */
typedef struct
{
  const TlQuery *query;
  gboolean       is_impossible;
  char          *key;
  gboolean       key_goes_on;
  GString       *words;
  guint          n_words;
  GString       *filters;
  GString       *excluded;
  GPtrArray     *letters;
  GPtrArray     *excluded_letters;
  GPtrArray     *checks;
  GArray        *projects;
  int            gap;
} TlFindPlan;

/**
 * tl_find_plan_new:
 * @index: between tl_index_begin_reading() and its end
 *
 * Looks up what the filters mean.
 */
TlFindPlan *tl_find_plan_new    (TlIndex          *index,
                                 const TlQuery    *query,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void        tl_find_plan_free   (TlFindPlan       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFindPlan, tl_find_plan_free)

/* Whether there is nothing but words, so that names can be looked up by their key. */
gboolean    tl_find_plan_is_plain (const TlFindPlan *self);

/* Whether a row is all that was not asked of the database. @name_only: where the
 * letters are looked for. */
gboolean    tl_find_plan_accept (const TlFindPlan *self,
                                 TlStatement      *row,
                                 gboolean          name_only);

/* Parts of plans */

typedef enum
{
  TL_FIND_TEXT,     /* a column has one of the terms */
  TL_FIND_KINDS,    /* what, kind_id and kind are in the set */
  TL_FIND_SERVICES, /* project and service are in the set */
} TlFindCheckType;

/* What is looked at in a row. */
typedef struct
{
  TlFindCheckType  type;
  gboolean         is_excluded;
  int              column;
  GPtrArray       *terms;
  GHashTable      *set;     /* of texts of tl_find_create_key() */
} TlFindCheck;

/* The terms of a filter; empty if there are none. */
GPtrArray  *tl_find_list_terms  (const TlQuery    *query,
                                 TlQueryField      field,
                                 gboolean          is_excluded) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tl_find_has_any     (const char       *text,
                                 GPtrArray        *terms);

/* FTS5 has no index for it. */
gboolean    tl_find_is_letter   (const TlQueryTerm *term);
void        tl_find_append_term (GString          *expression,
                                 const TlQueryTerm *term);

/* A number and one or two texts as a member of a set. */
char       *tl_find_create_key  (gint64            number,
                                 const char       *text,
                                 const char       *more) G_GNUC_WARN_UNUSED_RESULT;
void        tl_find_plan_check  (TlFindPlan       *self,
                                 TlFindCheckType   type,
                                 gboolean          is_excluded,
                                 GHashTable       *set);

/* tl-find-filter.c: the filters that have to be looked up */

typedef struct
{
  gint64  what;
  char   *id;
  char   *label;
} TlFindKind;

/* Returns: (transfer full) (element-type TlFindKind): all that things are called. */
GArray     *tl_find_list_kinds  (TlIndex          *index,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean    tl_find_plan_add_kinds    (TlFindPlan  *self,
                                       TlIndex     *index,
                                       GError     **error);
gboolean    tl_find_plan_add_projects (TlFindPlan  *self,
                                       TlIndex     *index,
                                       GError     **error);
gboolean    tl_find_plan_add_services (TlFindPlan  *self,
                                       TlIndex     *index,
                                       GError     **error);

/* tl-find-row.c: what is told of a row */

/* Reads rows while @index is read; knows the projects it has met. */
typedef struct
{
  TlIndex    *index;
  GHashTable *projects;
} TlFindReader;

void        tl_find_reader_init  (TlFindReader      *self,
                                  TlIndex           *index);
void        tl_find_reader_clear (TlFindReader      *self);

/**
 * tl_find_read_row:
 * @row: with the columns %TL_FIND_COLUMNS
 * @query: (nullable): what is to be marked
 * @facts: (out caller-allocates): what is told of it
 *
 * Returns: %FALSE with an error, or without one if there is no such project; then
 *   @facts has nothing
 */
gboolean    tl_find_read_row     (TlFindReader      *self,
                                  TlStatement       *row,
                                  const TlQuery     *query,
                                  TlLibraryHitFacts *facts,
                                  GError           **error);

G_END_DECLS
