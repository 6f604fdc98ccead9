/* tl-counterpart-reader.c: the way from one edition to the next, from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-edition-private.h"

typedef struct
{
  const TlEdition *from;
  const TlEdition *to;
  GPtrArray       *rows;
  TlCounterpart   *open; /* the row whose element is open */
  gboolean         started;
} Reader;

static void
free_counterpart (gpointer data)
{
  TlCounterpart *counterpart = data;

  g_free ((char *) counterpart->why);
  g_free (counterpart);
}

static void
start_counterparts (Reader      *reader,
                    const char **names,
                    const char **values,
                    GError     **error)
{
  const char *xmlns, *from, *to;

  if (!g_markup_collect_attributes ("counterparts", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "xmlns", &xmlns,
                                    G_MARKUP_COLLECT_STRING, "from", &from,
                                    G_MARKUP_COLLECT_STRING, "to", &to,
                                    G_MARKUP_COLLECT_INVALID))
    return;

  if (!g_str_equal (xmlns, TL_REFERENCE_NAMESPACE) ||
      !g_str_equal (from, tl_edition_get_version (reader->from)) ||
      !g_str_equal (to, tl_edition_get_version (reader->to)))
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                         "this is not the way between the two editions");

  reader->started = TRUE;
}

static gboolean
parse_how (const char         *how,
           TlCounterpartKind  *kind,
           GError            **error)
{
  static const char *const words[] = {
    [TL_COUNTERPART_SAME] = "same",
    [TL_COUNTERPART_RENAMED] = "renamed",
    [TL_COUNTERPART_SPLIT] = "split",
    [TL_COUNTERPART_MERGED] = "merged",
    [TL_COUNTERPART_DROPPED] = "dropped",
    [TL_COUNTERPART_NEW] = "new",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i], how))
        {
          *kind = i;
          return TRUE;
        }
    }

  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
               "'%s' does not say how", how);

  return FALSE;
}

/* Finds one end of a row, which is there or not as its kind says. */
static gboolean
resolve_end (const TlEdition  *edition,
             const char       *key,
             gboolean          wanted,
             const TlConcept **concept,
             GError          **error)
{
  if ((key != NULL) != wanted)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                           "what is new has no 'from', what is dropped no 'to', all else both");
      return FALSE;
    }

  if (key == NULL)
    return TRUE;

  *concept = tl_edition_lookup_key (edition, key);
  if (*concept == NULL)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "there is no '%s' in edition %s", key, tl_edition_get_version (edition));
      return FALSE;
    }

  return TRUE;
}

static void
start_counterpart (Reader      *reader,
                   const char **names,
                   const char **values,
                   GError     **error)
{
  TlCounterpart *row = g_new0 (TlCounterpart, 1);
  const char *how, *from, *to;

  g_ptr_array_add (reader->rows, row);

  if (!g_markup_collect_attributes ("counterpart", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "how", &how,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "from", &from,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "to", &to,
                                    G_MARKUP_COLLECT_INVALID) ||
      !parse_how (how, &row->kind, error) ||
      !resolve_end (reader->from, from, row->kind != TL_COUNTERPART_NEW, &row->from, error) ||
      !resolve_end (reader->to, to, row->kind != TL_COUNTERPART_DROPPED, &row->to, error))
    return;

  reader->open = row;
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Reader *reader = data;

  if (!reader->started && g_str_equal (element, "counterparts"))
    start_counterparts (reader, names, values, error);
  else if (reader->started && reader->open == NULL && g_str_equal (element, "counterpart"))
    start_counterpart (reader, names, values, error);
  else
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                 "<%s> is not possible here", element);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Reader *reader = data;

  if (reader->open != NULL && reader->open->why != NULL)
    {
      char *why = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "reference", reader->open->why));

      g_free ((char *) reader->open->why);
      reader->open->why = why;
    }
  reader->open = NULL;
}

static void
read_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  Reader *reader = data;

  if (reader->open != NULL)
    {
      g_autofree char *copy = g_strndup (text, length);
      char *why = g_strconcat (reader->open->why != NULL ? reader->open->why : "", copy, NULL);

      g_free ((char *) reader->open->why);
      reader->open->why = why;
    }
  else
    {
      tl_reference_refuse_text (text, length, error);
    }
}

GPtrArray *
tl_counterparts_new_from_bytes (GBytes           *bytes,
                                const TlEdition  *from,
                                const TlEdition  *to,
                                GError          **error)
{
  static const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_counterpart);
  Reader reader = { .from = from, .to = to, .rows = rows };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  if (!tl_reference_parse (bytes, &parser, &reader, error))
    return NULL;

  return g_steal_pointer (&rows);
}
