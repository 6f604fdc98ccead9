/* tl-query-complete.c: what could be meant while a query is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "library/tl-fold.h"
#include "library/tl-query-private.h"

void
tl_query_spot_free (TlQuerySpot *self)
{
  g_free (self->typed);
  g_free (self);
}

void
tl_query_completion_free (TlQueryCompletion *self)
{
  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

/* Where the cursor is */

static TlQuerySpot *
create_spot (TlQueryField  field,
             const char   *text,
             const char   *start,
             const char   *typed,
             const char   *cursor,
             const char   *end)
{
  TlQuerySpot *spot = g_new0 (TlQuerySpot, 1);

  spot->field = field;
  spot->start = g_utf8_pointer_to_offset (text, start);
  spot->end = g_utf8_pointer_to_offset (text, end);
  spot->typed = g_strndup (typed, MAX (cursor - typed, 0));
  return spot;
}

static TlQuerySpot *
find_spot (const char *text,
           guint       cursor)
{
  gsize length = g_utf8_strlen (text, -1);
  const char *place = g_utf8_offset_to_pointer (text, MIN (cursor, length));
  const char *next = text;
  TlQueryPiece piece;

  while (tl_query_next_piece (&next, &piece) && piece.start <= place)
    {
      if (place > piece.end || (place == piece.end && piece.is_closed) || place < piece.name)
        continue;
      if (piece.field != TL_QUERY_WORDS && place >= piece.argument)
        return create_spot (piece.field, text, piece.argument, piece.value,
                            MIN (place, piece.value_end), piece.end);
      if (place > piece.name)
        return create_spot (TL_QUERY_WORDS, text, piece.name, piece.name, place,
                            piece.field == TL_QUERY_WORDS ? piece.end : piece.argument);
    }
  return create_spot (TL_QUERY_WORDS, text, place, place, place, place);
}

TlQuerySpot *
tl_query_find_spot (const char *text,
                    guint       cursor)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, strnlen (text, TL_QUERY_MAX_LENGTH));
  return find_spot (valid, cursor);
}

/* What to offer there */

static void
add (GPtrArray         *completions,
     const char        *text,
     const TlQuerySpot *spot,
     TlQueryField       field,
     const char        *label,
     const char        *replacement)
{
  TlQueryCompletion *completion = g_new0 (TlQueryCompletion, 1);
  const char *start = g_utf8_offset_to_pointer (text, spot->start);
  const char *end = g_utf8_offset_to_pointer (text, spot->end);
  g_autofree char *before = g_strndup (text, start - text);

  /* One space, whether there is one already or not. */
  if (*end == ' ' && g_str_has_suffix (replacement, " "))
    end++;
  completion->field = field;
  completion->label = g_strdup (label);
  completion->text = g_strconcat (before, replacement, end, NULL);
  completion->cursor = spot->start + g_utf8_strlen (replacement, -1);
  g_ptr_array_add (completions, completion);
}

static void
add_names (GPtrArray         *completions,
           const char        *text,
           const TlQuerySpot *spot)
{
  gsize length = strlen (spot->typed);

  for (TlQueryField field = TL_QUERY_WORDS + 1; field < TL_N_QUERY_FIELDS; field++)
    {
      g_autofree char *name = g_strconcat (tl_query_field_get_name (field), ":", NULL);

      if (g_ascii_strncasecmp (name, spot->typed, length) == 0)
        add (completions, text, spot, field, name, name);
    }
}

guint
tl_query_rank_value (const char *value,
                     const char *typed)
{
  g_autofree char *key = tl_fold_key (value);
  g_autofree char *inner = g_strconcat (" ", typed, NULL);

  if (g_str_has_prefix (key, typed))
    return 2;
  return strstr (key, inner) != NULL ? 1 : 0;
}

static void
add_value (GPtrArray         *completions,
           const char        *text,
           const TlQuerySpot *spot,
           const char        *value)
{
  g_auto (GStrv) parts = g_strsplit_set (value, "\"\n\r\t", -1);
  g_autofree char *clean = g_strjoinv (" ", parts);
  gboolean is_plain = TRUE;
  g_autofree char *replacement = NULL;

  for (const char *p = clean; *p != '\0'; p++)
    is_plain = is_plain && (g_ascii_isalnum (*p) || (guchar) *p >= 0x80 || strchr (".-_", *p) != NULL);
  replacement = is_plain ? g_strconcat (clean, " ", NULL) : g_strconcat ("\"", clean, "\" ", NULL);
  add (completions, text, spot, spot->field, value, replacement);
}

static void
add_values (GPtrArray          *completions,
            const char         *text,
            const TlQuerySpot  *spot,
            const char *const  *values)
{
  g_autofree char *typed = tl_fold_key (spot->typed);

  for (guint wanted = 2; wanted > 0; wanted--)
    for (guint i = 0; values[i] != NULL; i++)
      if (tl_query_rank_value (values[i], typed) == wanted)
        add_value (completions, text, spot, values[i]);
}

GPtrArray *
tl_query_complete (const char        *text,
                   guint              cursor,
                   const char *const *values)
{
  static const char *const gaps[] = { "yes", "no", NULL };
  GPtrArray *completions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_query_completion_free);
  g_autofree char *valid = NULL;
  g_autoptr (TlQuerySpot) spot = NULL;

  g_return_val_if_fail (text != NULL, completions);

  valid = g_utf8_make_valid (text, strnlen (text, TL_QUERY_MAX_LENGTH));
  spot = find_spot (valid, cursor);
  if (spot->field == TL_QUERY_WORDS)
    add_names (completions, valid, spot);
  else if (spot->field == TL_QUERY_GAP)
    add_values (completions, valid, spot, gaps);
  else if (values != NULL)
    add_values (completions, valid, spot, values);
  return completions;
}
