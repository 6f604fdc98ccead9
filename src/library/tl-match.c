/* tl-match.c: what a text and a query have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-match.h"

#include <string.h>

#include "library/tl-fold.h"

/* A snippet has about so many characters, of which so many stand before the match. */
#define SNIPPET_LENGTH 120
#define SNIPPET_BEFORE 40

/* Where the folded @prefix ends in the word at @text. Each letter is folded to one. */
static const char *
find_end (const char *text,
          const char *prefix)
{
  for (gsize n = g_utf8_strlen (prefix, -1); n > 0; n--)
    do
      text = g_utf8_next_char (text);
    while (g_unichar_ismark (g_utf8_get_char (text)));
  return text;
}

/* Whether the words at @text are those of the term; if so, where they end. */
static const char *
match_term (const TlQueryTerm *term,
            const char        *text,
            GString           *word)
{
  for (guint i = 0; i < term->n_words; i++)
    {
      gboolean may_go_on = term->is_prefix && i + 1 == term->n_words;
      const char *start;

      if (!tl_fold_next_word (&text, word, &start)
          || !(may_go_on ? g_str_has_prefix (word->str, term->words[i]) : strcmp (word->str, term->words[i]) == 0))
        return NULL;
      if (may_go_on)
        text = find_end (start, term->words[i]);
    }
  return text;
}

gboolean
tl_match_has_term (const char        *text,
                   const TlQueryTerm *term)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GString) scratch = g_string_new (NULL);
  const char *start;

  while (tl_fold_next_word (&text, word, &start))
    if (g_str_has_prefix (word->str, term->words[0]) && match_term (term, start, scratch) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_looked_for (const TlQueryTerm *term)
{
  return term->field == TL_QUERY_WORDS && !term->is_excluded;
}

/* The next word from @cursor at which a term of @wanted, a bit a term, matches;
 * the longest of them. */
static gboolean
find_next (const char   **cursor,
           const TlQuery *query,
           guint32        wanted,
           const char   **start,
           const char   **end)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GString) scratch = g_string_new (NULL);
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

  while (tl_fold_next_word (cursor, word, start))
    {
      *end = NULL;
      for (guint i = 0; i < n_terms; i++)
        if ((wanted & (1u << i)) != 0 && g_str_has_prefix (word->str, terms[i].words[0]))
          *end = MAX (*end, match_term (&terms[i], *start, scratch));
      if (*end != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint32
list_looked_for (const TlQuery *query)
{
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);
  guint32 wanted = 0;

  G_STATIC_ASSERT (TL_QUERY_MAX_WORDS <= 32);
  for (guint i = 0; i < n_terms; i++)
    if (is_looked_for (&terms[i]))
      wanted |= 1u << i;
  return wanted;
}

GArray *
tl_match_list (const char    *text,
               const TlQuery *query)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (TlMatch));
  guint32 wanted = list_looked_for (query);
  const char *cursor = text;
  const char *behind = text;
  const char *start, *end;
  guint n_behind = 0;

  /* A phrase may begin within another one. */
  while (find_next (&cursor, query, wanted, &start, &end))
    {
      TlMatch *last = matches->len > 0 ? &g_array_index (matches, TlMatch, matches->len - 1) : NULL;

      if (last != NULL && start < behind)
        {
          if (end > behind)
            last->length += g_utf8_strlen (behind, end - behind);
        }
      else
        {
          TlMatch match = { n_behind + g_utf8_strlen (behind, start - behind), g_utf8_strlen (start, end - start) };

          g_array_append_val (matches, match);
          last = &g_array_index (matches, TlMatch, matches->len - 1);
        }
      n_behind = last->start + last->length;
      behind = MAX (behind, end);
    }
  return matches;
}

/* Which terms a text has not. */
static guint32
list_missing (const char    *text,
              const TlQuery *query)
{
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);
  guint32 missing = 0;

  for (guint i = 0; i < n_terms; i++)
    if (is_looked_for (&terms[i]) && !tl_match_has_term (text, &terms[i]))
      missing |= 1u << i;
  return missing;
}

gboolean
tl_match_has_all (const char    *text,
                  const TlQuery *query)
{
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    if (is_looked_for (&terms[i]) && !tl_match_has_term (text, &terms[i]))
      return FALSE;
  return TRUE;
}

/* The line of a match, cut where words end. */
static char *
cut (const char *body,
     const char *match)
{
  const char *start = match;
  const char *end = match;
  guint n = 0;

  while (start > body && start[-1] != '\n' && n < SNIPPET_BEFORE)
    {
      start = g_utf8_prev_char (start);
      n++;
    }
  if (n == SNIPPET_BEFORE)
    while (start < match && !g_unichar_isspace (g_utf8_get_char (start)))
      start = g_utf8_next_char (start);
  while (start < match && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  for (; *end != '\0' && *end != '\n' && n < SNIPPET_LENGTH; n++)
    end = g_utf8_next_char (end);
  if (n == SNIPPET_LENGTH)
    {
      const char *word = end;

      while (word > match && !g_unichar_isspace (g_utf8_get_char (word)))
        word = g_utf8_prev_char (word);
      end = word > match ? word : end;
    }
  return g_strdup_printf ("%s%.*s%s", start > body && start[-1] != '\n' ? "…" : "", (int) (end - start), start,
                          *end != '\0' && *end != '\n' ? "…" : "");
}

char *
tl_match_create_snippet (const char    *body,
                         const char    *name,
                         const TlQuery *query)
{
  guint32 missing = list_missing (name, query);
  g_autofree char *head = NULL;
  const char *start, *end;

  if (missing == 0)
    return NULL;
  if (strnlen (body, TL_MATCH_MAX_BODY) == TL_MATCH_MAX_BODY)
    body = head = g_utf8_make_valid (body, TL_MATCH_MAX_BODY);
  return find_next (&(const char *){ body }, query, missing, &start, &end) ? cut (body, start) : NULL;
}

static void
append_escaped (GString    *markup,
                const char *start,
                const char *end)
{
  g_autofree char *escaped = g_markup_escape_text (start, end - start);

  g_string_append (markup, escaped);
}

char *
tl_match_to_markup (const char *text,
                    GArray     *matches)
{
  GString *markup = g_string_new (NULL);
  const char *behind = text;
  guint n_behind = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const TlMatch *match = &g_array_index (matches, TlMatch, i);
      const char *start = g_utf8_offset_to_pointer (behind, match->start - n_behind);
      const char *end = g_utf8_offset_to_pointer (start, match->length);

      append_escaped (markup, behind, start);
      g_string_append (markup, "<b>");
      append_escaped (markup, start, end);
      g_string_append (markup, "</b>");
      behind = end;
      n_behind = match->start + match->length;
    }
  append_escaped (markup, behind, behind + strlen (behind));
  return g_string_free (markup, FALSE);
}
