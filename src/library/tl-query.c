/* tl-query.c: what is typed to find things in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/tl-fold.h"
#include "library/tl-query-private.h"

struct _TlQuery
{
  gatomicrefcount  ref_count;
  GStringChunk    *texts;
  GPtrArray       *words;   /* of all terms, which point into it */
  GArray          *terms;
};

G_DEFINE_BOXED_TYPE (TlQuery, tl_query, tl_query_ref, tl_query_unref)

static const struct
{
  const char *name;
  const char *description;
} fields[TL_N_QUERY_FIELDS] = {
  [TL_QUERY_KIND] = { "kind", N_("What it is: service, tool, application…") },
  [TL_QUERY_OWNER] = { "owner", N_("Who owns it") },
  [TL_QUERY_PROJECT] = { "project", N_("Name of its project") },
  [TL_QUERY_EDITION] = { "edition", N_("Edition of its project: 2.1 or 3.0") },
  [TL_QUERY_GAP] = { "gap", N_("Whether something is missing: yes or no") },
  [TL_QUERY_VENDOR] = { "vendor", N_("Who makes it") },
  [TL_QUERY_STATE] = { "state", N_("Its state: planned, live, retired…") },
  [TL_QUERY_IN] = { "in", N_("Name of its service") },
};

const char *
tl_query_field_get_name (TlQueryField field)
{
  g_return_val_if_fail (field > TL_QUERY_WORDS && field < TL_N_QUERY_FIELDS, NULL);

  return fields[field].name;
}

const char *
tl_query_field_get_description (TlQueryField field)
{
  g_return_val_if_fail (field > TL_QUERY_WORDS && field < TL_N_QUERY_FIELDS, NULL);

  return _(fields[field].description);
}

/* Pieces */

static gboolean
is_quote (const char *text)
{
  switch (g_utf8_get_char (text))
    {
    case '"':
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_space (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static TlQueryField
find_field (const char *name)
{
  for (guint i = TL_QUERY_WORDS + 1; i < TL_N_QUERY_FIELDS; i++)
    {
      gsize length = strlen (fields[i].name);

      if (g_ascii_strncasecmp (name, fields[i].name, length) == 0 && name[length] == ':')
        return i;
    }
  return TL_QUERY_WORDS;
}

gboolean
tl_query_next_piece (const char   **cursor,
                     TlQueryPiece  *piece)
{
  const char *text = *cursor;

  while (*text != '\0' && is_space (text))
    text = g_utf8_next_char (text);
  piece->start = text;
  piece->is_excluded = *text == '-' && text[1] != '\0' && !is_space (text + 1);
  if (piece->is_excluded)
    text++;
  piece->name = text;
  piece->field = find_field (text);
  if (piece->field != TL_QUERY_WORDS)
    text += strlen (fields[piece->field].name) + 1;

  piece->argument = text;
  piece->is_quoted = *text != '\0' && is_quote (text);
  if (piece->is_quoted)
    text = g_utf8_next_char (text);
  piece->value = text;
  while (*text != '\0' && !is_quote (text) && (piece->is_quoted || !is_space (text)))
    text = g_utf8_next_char (text);
  piece->value_end = text;
  piece->is_closed = piece->is_quoted && *text != '\0';
  if (piece->is_closed)
    text = g_utf8_next_char (text);

  piece->end = text;
  *cursor = text;
  return piece->end != piece->start;
}

/* Terms */

static void
add_term (TlQuery            *self,
          const TlQueryPiece *piece)
{
  g_autofree char *value = g_strndup (piece->value, piece->value_end - piece->value);
  g_autoptr (GString) word = g_string_new (NULL);
  const char *text = value;
  TlQueryTerm term = {
    .field = piece->field,
    .is_excluded = piece->is_excluded,
    .is_prefix = !piece->is_closed,
  };

  while (self->words->len < TL_QUERY_MAX_WORDS && tl_fold_next_word (&text, word, NULL))
    {
      g_ptr_array_add (self->words, g_string_chunk_insert (self->texts, word->str));
      term.n_words++;
    }
  if (term.n_words == 0)
    return;
  term.text = g_string_chunk_insert (self->texts, g_strstrip (value));
  g_array_append_val (self->terms, term);
}

/* States have names in the user's language, and others in the files. */
static void
add_states (TlQuery            *self,
            const TlQueryPiece *piece)
{
  g_autofree char *value = g_strndup (piece->value, piece->value_end - piece->value);
  g_autoptr (GPtrArray) tokens = tl_query_list_states (value, !piece->is_closed);

  for (guint i = 0; i < tokens->len; i++)
    {
      TlQueryPiece other = *piece;

      other.value = tokens->pdata[i];
      other.value_end = other.value + strlen (other.value);
      other.is_closed = TRUE;
      add_term (self, &other);
    }
}

/* What is read of a text, as UTF-8 without a NUL. */
static char *
dup_readable (const char *text,
              gssize      length)
{
  gsize n = length < 0 ? strnlen (text, TL_QUERY_MAX_LENGTH) : (gsize) MIN (length, TL_QUERY_MAX_LENGTH);
  g_autofree char *bytes = g_malloc (n + 1);

  for (gsize i = 0; i < n; i++)
    bytes[i] = text[i] != '\0' ? text[i] : ' ';
  bytes[n] = '\0';
  return g_utf8_make_valid (bytes, n);
}

TlQuery *
tl_query_parse (const char *text,
                gssize      length)
{
  g_autofree char *readable = NULL;
  const char *cursor;
  const char **words;
  TlQueryPiece piece;
  TlQuery *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (TlQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_string_chunk_new (256);
  self->words = g_ptr_array_new ();
  self->terms = g_array_new (FALSE, FALSE, sizeof (TlQueryTerm));

  readable = dup_readable (text, length);
  cursor = readable;
  while (tl_query_next_piece (&cursor, &piece))
    {
      add_term (self, &piece);
      if (piece.field == TL_QUERY_STATE)
        add_states (self, &piece);
    }

  words = (const char **) self->words->pdata;
  for (guint i = 0; i < self->terms->len; i++)
    {
      TlQueryTerm *term = &g_array_index (self->terms, TlQueryTerm, i);

      term->words = words;
      words += term->n_words;
    }
  return self;
}

TlQuery *
tl_query_ref (TlQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tl_query_unref (TlQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->terms);
  g_ptr_array_unref (self->words);
  g_string_chunk_free (self->texts);
  g_free (self);
}

gboolean
tl_query_is_empty (const TlQuery *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (!g_array_index (self->terms, TlQueryTerm, i).is_excluded)
      return FALSE;
  return TRUE;
}

const TlQueryTerm *
tl_query_get_terms (const TlQuery *self,
                    guint         *n_terms)
{
  *n_terms = self->terms->len;
  return (const TlQueryTerm *) self->terms->data;
}
