/* tl-help-reader.c: a chapter of the help from its file
 *
 * The data come with the program, so messages here are for its developers and
 * are not translated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-help-private.h"

#include "reference/tl-edition-private.h"

typedef struct
{
  TlHelpChapter *chapter;
  GPtrArray     *pages;
  TlHelpPage    *page;   /* that is open, or NULL */
  GPtrArray     *blocks; /* of it */
  TlHelpBlock   *block;  /* that is open, or NULL */
  GString       *text;   /* of the open element, or NULL where none belongs */
  const char   **target; /* what the text is for */
} Reader;

static const char *const block_elements[] = {
  [TL_HELP_PARAGRAPH] = "p",
  [TL_HELP_HEADING] = "heading",
  [TL_HELP_ITEM] = "item",
  [TL_HELP_STEP] = "step",
  [TL_HELP_KEYS] = "keys",
  [TL_HELP_CODE] = "code",
};

static gboolean
fail (GError     **error,
      const char  *message,
      const char  *what)
{
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "'%s': %s", what, message);
  return FALSE;
}

static gboolean
begin_chapter (Reader      *reader,
               const char **names,
               const char **values,
               GError     **error)
{
  const char *xmlns, *id;

  if (!g_markup_collect_attributes ("chapter", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "xmlns", &xmlns,
                                    G_MARKUP_COLLECT_STRING, "id", &id,
                                    G_MARKUP_COLLECT_INVALID))
    return FALSE;
  if (!g_str_equal (xmlns, TL_HELP_NAMESPACE))
    return fail (error, "this is not the help", xmlns);
  reader->chapter->id = g_intern_string (id);
  return TRUE;
}

static gboolean
begin_page (Reader      *reader,
            const char **names,
            const char **values,
            GError     **error)
{
  const char *id;

  if (!g_markup_collect_attributes ("page", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "id", &id,
                                    G_MARKUP_COLLECT_INVALID))
    return FALSE;
  reader->page = g_new0 (TlHelpPage, 1);
  reader->page->id = g_intern_string (id);
  reader->page->chapter = reader->chapter;
  reader->blocks = g_ptr_array_new ();
  g_ptr_array_add (reader->pages, reader->page);
  return TRUE;
}

static void
begin_text (Reader      *reader,
            const char **target)
{
  reader->target = target;
  reader->text = g_string_new (NULL);
}

static gboolean
begin_keys (TlHelpBlock  *block,
            const char  **names,
            const char  **values,
            GError      **error)
{
  const char *action, *keys;

  if (!g_markup_collect_attributes ("keys", names, values, error,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "action", &action,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "keys", &keys,
                                    G_MARKUP_COLLECT_INVALID))
    return FALSE;
  if ((action == NULL) == (keys == NULL))
    return fail (error, "takes either an action or keys", "keys");
  block->action = g_intern_string (action);
  block->keys = g_intern_string (keys);
  return TRUE;
}

static gboolean
begin_block (Reader      *reader,
             const char  *element,
             const char **names,
             const char **values,
             GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_elements); i++)
    if (g_str_equal (block_elements[i], element))
      {
        reader->block = g_new0 (TlHelpBlock, 1);
        reader->block->kind = i;
        g_ptr_array_add (reader->blocks, reader->block);
        begin_text (reader, &reader->block->text);
        return i == TL_HELP_KEYS ? begin_keys (reader->block, names, values, error)
                                 : names[0] == NULL || fail (error, "is not possible here", names[0]);
      }
  return fail (error, "is not possible here", element);
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

  if (reader->text != NULL)
    fail (error, "is not possible in a text", element);
  else if (reader->chapter->id == NULL && g_str_equal (element, "chapter"))
    begin_chapter (reader, names, values, error);
  else if (reader->page == NULL && g_str_equal (element, "title"))
    begin_text (reader, &reader->chapter->title);
  else if (reader->page == NULL && g_str_equal (element, "page"))
    begin_page (reader, names, values, error);
  else if (reader->page != NULL && g_str_equal (element, "title"))
    begin_text (reader, &reader->page->title);
  else if (reader->page != NULL && g_str_equal (element, "keywords"))
    begin_text (reader, &reader->page->keywords);
  else if (reader->page != NULL)
    begin_block (reader, element, names, values, error);
  else
    fail (error, "is not possible here", element);
}

static void
end_text (Reader      *reader,
          const char  *element,
          GError     **error)
{
  g_autoptr (GString) text = g_steal_pointer (&reader->text);
  g_autofree char *stripped = g_strstrip (g_strdup (text->str));

  reader->block = NULL;
  if (text->len == 0 || !g_str_equal (stripped, text->str))
    fail (error, "has no text, or space at its ends", element);
  *reader->target = g_intern_string (text->str);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Reader *reader = data;

  if (reader->text != NULL)
    {
      end_text (reader, element, error);
    }
  else if (g_str_equal (element, "page"))
    {
      if (reader->page->title == NULL)
        fail (error, "has no title", reader->page->id);
      g_ptr_array_add (reader->blocks, NULL);
      reader->page->blocks = (const TlHelpBlock *const *) g_ptr_array_free (g_steal_pointer (&reader->blocks), FALSE);
      reader->page = NULL;
    }
}

static void
read_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  Reader *reader = data;

  if (reader->text != NULL)
    g_string_append_len (reader->text, text, length);
  else
    tl_reference_refuse_text (text, length, error);
}

const TlHelpChapter *
tl_help_read_chapter (GBytes  *bytes,
                      GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  Reader reader = { .chapter = g_new0 (TlHelpChapter, 1), .pages = g_ptr_array_new () };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!tl_reference_parse (bytes, &parser, &reader, error))
    return NULL;

  g_ptr_array_add (reader.pages, NULL);
  reader.chapter->pages = (const TlHelpPage *const *) g_ptr_array_free (reader.pages, FALSE);
  return reader.chapter;
}
