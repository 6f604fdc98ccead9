/* tl-fit.c: how well a name fits a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fit.h"

#include <string.h>

#include "library/tl-fold.h"

enum
{
  RANK_OTHER = 3,
  RANK_WORD = 20,  /* at the beginning of a word of the name */
  RANK_START = 30, /* of the name */
  RANK_WHOLE = 10, /* more, if that is all of it */
};

/* Folded words, one space before each and, if the last may not go on, one behind. */
typedef struct
{
  TlQueryField  field;
  gboolean      is_excluded;
  char         *words;
} Needle;

struct _TlFit
{
  GArray  *needles;
  GString *key;  /* of the text looked at: its words with spaces around them */
  GString *word;
};

static void
clear_needle (gpointer data)
{
  g_free (((Needle *) data)->words);
}

TlFit *
tl_fit_new (const TlQuery *query)
{
  TlFit *self = g_new0 (TlFit, 1);
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

  self->needles = g_array_new (FALSE, FALSE, sizeof (Needle));
  g_array_set_clear_func (self->needles, clear_needle);
  self->key = g_string_new (NULL);
  self->word = g_string_new (NULL);
  for (guint i = 0; i < n_terms; i++)
    {
      GString *words = g_string_new (NULL);
      Needle needle = { terms[i].field, terms[i].is_excluded, NULL };

      for (guint j = 0; j < terms[i].n_words; j++)
        g_string_append_printf (words, " %s", terms[i].words[j]);
      if (!terms[i].is_prefix)
        g_string_append_c (words, ' ');
      needle.words = g_string_free (words, FALSE);
      g_array_append_val (self->needles, needle);
    }
  return self;
}

void
tl_fit_free (TlFit *self)
{
  g_array_unref (self->needles);
  g_string_free (self->key, TRUE);
  g_string_free (self->word, TRUE);
  g_free (self);
}

static const char *
fold (TlFit      *self,
      const char *text)
{
  g_string_assign (self->key, " ");
  while (tl_fold_next_word (&text, self->word, NULL))
    {
      g_string_append_len (self->key, self->word->str, self->word->len);
      g_string_append_c (self->key, ' ');
    }
  return self->key->str;
}

static guint
rank_in_title (const char *key,
               const char *words)
{
  const char *place = strstr (key, words);
  gsize length = strlen (words);

  if (place == NULL)
    return 0;
  if (place != key)
    return RANK_WORD;
  return RANK_START + (key[length] == '\0' || g_str_equal (key + length, " ") ? RANK_WHOLE : 0);
}

static gboolean
is_in (TlFit             *self,
       const char *const *texts,
       const char        *words)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (strstr (fold (self, texts[i]), words) != NULL)
      return TRUE;
  return FALSE;
}

guint
tl_fit_rank (TlFit             *self,
             const char        *title,
             const char *const *others)
{
  guint64 elsewhere = 0; /* a bit for each needle that is not in the name */
  guint rank = 1;

  fold (self, title);
  for (guint i = 0; i < self->needles->len; i++)
    {
      const Needle *needle = &g_array_index (self->needles, Needle, i);
      guint found = needle->field == TL_QUERY_WORDS ? rank_in_title (self->key->str, needle->words) : 1;

      if (needle->field == TL_QUERY_WORDS && needle->is_excluded && found > 0)
        return 0;
      if (needle->field == TL_QUERY_WORDS && found > 0)
        rank += found;
      else if (found == 0)
        elsewhere |= G_GUINT64_CONSTANT (1) << i;
    }
  for (guint i = 0; elsewhere != 0; i++, elsewhere >>= 1)
    {
      const Needle *needle = &g_array_index (self->needles, Needle, i);

      if ((elsewhere & 1) != 0 && is_in (self, others, needle->words) == needle->is_excluded)
        return 0;
      rank += (elsewhere & 1) != 0 && !needle->is_excluded ? RANK_OTHER : 0;
    }
  return rank;
}

gboolean
tl_fit_asks (const TlFit  *self,
             TlQueryField  field)
{
  for (guint i = 0; i < self->needles->len; i++)
    if (g_array_index (self->needles, Needle, i).field == field)
      return TRUE;
  return FALSE;
}

gboolean
tl_fit_is_filtered (const TlFit *self)
{
  for (guint i = 0; i < self->needles->len; i++)
    if (g_array_index (self->needles, Needle, i).field != TL_QUERY_WORDS)
      return TRUE;
  return FALSE;
}

gboolean
tl_fit_accepts (TlFit        *self,
                TlQueryField  field,
                const char   *value)
{
  gboolean asked = FALSE, met = FALSE;

  if (!tl_fit_asks (self, field))
    return TRUE;
  fold (self, value != NULL ? value : "");
  for (guint i = 0; i < self->needles->len; i++)
    {
      const Needle *needle = &g_array_index (self->needles, Needle, i);
      gboolean found = needle->field == field && strstr (self->key->str, needle->words) != NULL;

      if (needle->field != field)
        continue;
      if (needle->is_excluded && found)
        return FALSE;
      asked = asked || !needle->is_excluded;
      met = met || found;
    }
  return met || !asked;
}
