/* tl-fold.c: words as the library compares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-fold.h"

/* The combining diacritics that belong to the letter before them; other marks,
 * such as the vowel signs of Indic scripts, stand between words for the tokenizer. */
static gboolean
is_diacritic (gunichar c)
{
  return c >= 0x300 && c <= 0x36f;
}

static gboolean
is_word_character (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_PRIVATE_USE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Only what loses nothing but diacritics is taken apart: not Hangul, no nuktas. */
static gunichar
fold (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 1; i < n; i++)
    if (!is_diacritic (parts[i]))
      return g_unichar_tolower (c);
  return g_unichar_tolower (parts[0]);
}

static gunichar
decode (const char  *text,
        const char **next)
{
  gunichar c = (guchar) *text;

  if (c >= 0x80)
    {
      c = g_utf8_get_char_validated (text, -1);
      if (c < 0x110000)
        {
          *next = g_utf8_next_char (text);
          return c;
        }
      c = '\n';
    }
  *next = text + 1;
  return c;
}

gboolean
tl_fold_next_word (const char **cursor,
                   GString     *word,
                   const char **start)
{
  const char *text = *cursor;

  g_string_truncate (word, 0);
  while (*text != '\0')
    {
      const char *next;
      gunichar c = decode (text, &next);

      if (c < 0x80 ? g_ascii_isalnum (c) : is_word_character (c))
        {
          if (word->len == 0 && start != NULL)
            *start = text;
          if (c < 0x80)
            g_string_append_c (word, g_ascii_tolower (c));
          else
            g_string_append_unichar (word, fold (c));
        }
      else if (word->len > 0 && !is_diacritic (c))
        break;
      text = next;
    }

  *cursor = text;
  return word->len > 0;
}

char **
tl_fold_list_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  while (tl_fold_next_word (&text, word, NULL))
    g_strv_builder_add (words, word->str);
  return g_strv_builder_end (words);
}

char *
tl_fold_key (const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);
  GString *key = g_string_new (NULL);

  while (tl_fold_next_word (&text, word, NULL))
    {
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append_len (key, word->str, word->len);
    }
  return g_string_free (key, FALSE);
}
