/* tl-find-plan.c: how a query is put to the database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-find-private.h"

#include <string.h>

/* Terms */

GPtrArray *
tl_find_list_terms (const TlQuery *query,
                    TlQueryField   field,
                    gboolean       is_excluded)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].field == field && terms[i].is_excluded == is_excluded)
      g_ptr_array_add (found, (gpointer) &terms[i]);
  return found;
}

gboolean
tl_find_has_any (const char *text,
                 GPtrArray  *terms)
{
  for (guint i = 0; text != NULL && i < terms->len; i++)
    if (tl_match_has_term (text, terms->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
tl_find_is_letter (const TlQueryTerm *term)
{
  const char *last = term->words[term->n_words - 1];

  return term->is_prefix && *g_utf8_next_char (last) == '\0';
}

/* Words have no quotes, so that a string of FTS5 cannot be left. */
void
tl_find_append_term (GString           *expression,
                     const TlQueryTerm *term)
{
  if (expression->len > 0 && !g_str_has_suffix (expression->str, "("))
    g_string_append_c (expression, ' ');
  g_string_append_c (expression, '"');
  for (guint i = 0; i < term->n_words; i++)
    g_string_append_printf (expression, "%s%s", i > 0 ? " " : "", term->words[i]);
  g_string_append (expression, term->is_prefix ? "\" *" : "\"");
}

/* Appends `OR` of the terms in a column; nothing if there are none. */
static void
append_any (GString    *expression,
            const char *operator,
            const char *column,
            GPtrArray  *terms)
{
  if (terms->len == 0)
    return;
  if (expression->len > 0)
    g_string_append (expression, operator);
  g_string_append_printf (expression, "%s(", column);
  for (guint i = 0; i < terms->len; i++)
    {
      if (i > 0)
        g_string_append (expression, " OR");
      tl_find_append_term (expression, terms->pdata[i]);
    }
  g_string_append_c (expression, ')');
}

/* Checks */

static void
free_check (gpointer data)
{
  TlFindCheck *check = data;

  g_clear_pointer (&check->terms, g_ptr_array_unref);
  g_clear_pointer (&check->set, g_hash_table_unref);
  g_free (check);
}

char *
tl_find_create_key (gint64      number,
                    const char *text,
                    const char *more)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s\n%s", number, text, more != NULL ? more : "");
}

void
tl_find_plan_check (TlFindPlan      *self,
                    TlFindCheckType  type,
                    gboolean         is_excluded,
                    GHashTable      *set)
{
  TlFindCheck *check = g_new0 (TlFindCheck, 1);

  check->type = type;
  check->is_excluded = is_excluded;
  check->set = g_hash_table_ref (set);
  g_ptr_array_add (self->checks, check);
}

static const char *
get_text (TlStatement *row,
          int          column)
{
  return (const char *) sqlite3_column_text (row, column);
}

static gboolean
is_in_set (const TlFindCheck *check,
           gint64             number,
           const char        *text,
           const char        *more)
{
  g_autofree char *key = text != NULL ? tl_find_create_key (number, text, more) : NULL;

  return key != NULL && g_hash_table_contains (check->set, key);
}

static gboolean
passes (const TlFindCheck *check,
        TlStatement       *row)
{
  switch (check->type)
    {
    case TL_FIND_TEXT:
      return check->is_excluded != tl_find_has_any (get_text (row, check->column), check->terms);
    case TL_FIND_KINDS:
      return check->is_excluded != is_in_set (check, sqlite3_column_int64 (row, TL_FIND_WHAT),
                                               get_text (row, TL_FIND_KIND_ID), get_text (row, TL_FIND_KIND));
    case TL_FIND_SERVICES:
    default:
      return check->is_excluded != is_in_set (check, sqlite3_column_int64 (row, TL_FIND_PROJECT),
                                               get_text (row, TL_FIND_SERVICE), NULL);
    }
}

static gboolean
has_letter (const TlQueryTerm *term,
            TlStatement       *row,
            gboolean           name_only)
{
  static const int columns[] = {
    TL_FIND_NAME, TL_FIND_KIND, TL_FIND_OWNER, TL_FIND_VENDOR, TL_FIND_STATE, TL_FIND_BODY,
  };

  for (guint i = 0; i < (name_only ? 1 : G_N_ELEMENTS (columns)); i++)
    {
      const char *text = get_text (row, columns[i]);

      if (text != NULL && tl_match_has_term (text, term))
        return TRUE;
    }
  return FALSE;
}

gboolean
tl_find_plan_accept (const TlFindPlan *self,
                     TlStatement      *row,
                     gboolean          name_only)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (!passes (self->checks->pdata[i], row))
      return FALSE;
  for (guint i = 0; i < self->letters->len; i++)
    if (!has_letter (self->letters->pdata[i], row, name_only))
      return FALSE;
  for (guint i = 0; i < self->excluded_letters->len; i++)
    if (has_letter (self->excluded_letters->pdata[i], row, FALSE))
      return FALSE;
  return TRUE;
}

/* What needs no looking up */

static void
add_words (TlFindPlan *self)
{
  g_autoptr (GPtrArray) words = tl_find_list_terms (self->query, TL_QUERY_WORDS, FALSE);
  g_autoptr (GPtrArray) excluded = tl_find_list_terms (self->query, TL_QUERY_WORDS, TRUE);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const TlQueryTerm *term = words->pdata[i];

      for (guint j = 0; j < term->n_words; j++)
        g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", term->words[j]);
      self->key_goes_on = term->is_prefix;
      if (tl_find_is_letter (term))
        g_ptr_array_add (self->letters, (gpointer) term);
      else
        {
          tl_find_append_term (self->words, term);
          self->n_words++;
        }
    }
  self->key = g_strdup (key->str);

  for (guint i = excluded->len; i > 0; i--)
    if (tl_find_is_letter (excluded->pdata[i - 1]))
      g_ptr_array_add (self->excluded_letters, g_ptr_array_remove_index (excluded, i - 1));
  append_any (self->excluded, " OR ", "", excluded);
}

static void
add_text_filter (TlFindPlan   *self,
                 TlQueryField  field,
                 const char   *column,
                 int           row_column,
                 gboolean      is_excluded)
{
  g_autoptr (GPtrArray) terms = tl_find_list_terms (self->query, field, is_excluded);
  gboolean is_slow = FALSE;

  for (guint i = 0; i < terms->len; i++)
    is_slow = is_slow || tl_find_is_letter (terms->pdata[i]);
  if (is_slow)
    {
      TlFindCheck *check = g_new0 (TlFindCheck, 1);

      check->type = TL_FIND_TEXT;
      check->is_excluded = is_excluded;
      check->column = row_column;
      check->terms = g_steal_pointer (&terms);
      g_ptr_array_add (self->checks, check);
    }
  else if (is_excluded)
    append_any (self->excluded, " OR ", column, terms);
  else
    append_any (self->filters, " AND ", column, terms);
}

/* -1: neither */
static int
parse_gap (const TlQueryTerm *term)
{
  static const char *const names[][2] = { { "no", "yes" }, { "false", "true" }, { "0", "1" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (int gap = 0; gap < 2; gap++)
      if (term->is_prefix ? g_str_has_prefix (names[i][gap], term->words[0])
                          : strcmp (names[i][gap], term->words[0]) == 0)
        return gap;
  return -1;
}

static void
add_gap (TlFindPlan *self)
{
  gboolean is_allowed[2] = { TRUE, TRUE };

  for (int is_excluded = 0; is_excluded < 2; is_excluded++)
    {
      g_autoptr (GPtrArray) terms = tl_find_list_terms (self->query, TL_QUERY_GAP, is_excluded);
      gboolean is_named[2] = { FALSE, FALSE };

      for (guint i = 0; i < terms->len; i++)
        {
          int gap = parse_gap (terms->pdata[i]);

          if (gap >= 0)
            is_named[gap] = TRUE;
        }
      for (int gap = 0; terms->len > 0 && gap < 2; gap++)
        is_allowed[gap] = is_allowed[gap] && is_named[gap] != is_excluded;
    }

  self->is_impossible |= !is_allowed[0] && !is_allowed[1];
  self->gap = is_allowed[0] == is_allowed[1] ? -1 : is_allowed[1];
}

/* Plans */

void
tl_find_plan_free (TlFindPlan *self)
{
  g_free (self->key);
  g_string_free (self->words, TRUE);
  g_string_free (self->filters, TRUE);
  g_string_free (self->excluded, TRUE);
  g_ptr_array_unref (self->letters);
  g_ptr_array_unref (self->excluded_letters);
  g_ptr_array_unref (self->checks);
  g_clear_pointer (&self->projects, g_array_unref);
  g_free (self);
}

TlFindPlan *
tl_find_plan_new (TlIndex        *index,
                  const TlQuery  *query,
                  GError        **error)
{
  g_autoptr (TlFindPlan) self = g_new0 (TlFindPlan, 1);

  self->query = query;
  self->words = g_string_new (NULL);
  self->filters = g_string_new (NULL);
  self->excluded = g_string_new (NULL);
  self->letters = g_ptr_array_new ();
  self->excluded_letters = g_ptr_array_new ();
  self->checks = g_ptr_array_new_with_free_func (free_check);
  self->is_impossible = tl_query_is_empty (query);

  add_words (self);
  for (int is_excluded = 0; is_excluded < 2; is_excluded++)
    {
      add_text_filter (self, TL_QUERY_OWNER, "owner : ", TL_FIND_OWNER, is_excluded);
      add_text_filter (self, TL_QUERY_VENDOR, "vendor : ", TL_FIND_VENDOR, is_excluded);
      add_text_filter (self, TL_QUERY_STATE, "state : ", TL_FIND_STATE, is_excluded);
    }
  add_gap (self);
  if (!tl_find_plan_add_kinds (self, index, error)
      || !tl_find_plan_add_projects (self, index, error)
      || !tl_find_plan_add_services (self, index, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
tl_find_plan_is_plain (const TlFindPlan *self)
{
  return *self->key != '\0' && self->filters->len == 0 && self->excluded->len == 0
         && self->excluded_letters->len == 0 && self->checks->len == 0 && self->projects == NULL && self->gap < 0;
}
