/* tl-help.c: the pages of the help
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-help-private.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCES "/io/github/throughline_it/Throughline/help/"
#define CONTEXT   "help"

static const char *const chapter_files[] = {
  "start.xml", "value-chain.xml", "services.xml", "library.xml", "program.xml", "words.xml",
};

/* What there is {{{1 */

static const TlHelpChapter *
load_chapter (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  const TlHelpChapter *chapter = bytes != NULL ? tl_help_read_chapter (bytes, &error) : NULL;

  if (chapter == NULL)
    g_error ("%s: %s", path, error->message);
  return chapter;
}

static gpointer
load_chapters (gpointer data)
{
  const TlHelpChapter **chapters = g_new0 (const TlHelpChapter *, G_N_ELEMENTS (chapter_files) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (chapter_files); i++)
    chapters[i] = load_chapter (chapter_files[i]);
  return chapters;
}

const TlHelpChapter *const *
tl_help_list_chapters (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_chapters, NULL);
}

const TlHelpPage *
tl_help_lookup_page (const char *id)
{
  for (const TlHelpChapter *const *chapter = tl_help_list_chapters (); *chapter != NULL; chapter++)
    for (const TlHelpPage *const *page = (*chapter)->pages; *page != NULL; page++)
      if (g_strcmp0 ((*page)->id, id) == 0)
        return *page;
  return NULL;
}

/* Words {{{1 */

const char *
tl_help_chapter_get_title (const TlHelpChapter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, self->title);
}

const char *
tl_help_page_get_title (const TlHelpPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, self->title);
}

const char *
tl_help_page_get_keywords (const TlHelpPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->keywords != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, self->keywords) : "";
}

const char *
tl_help_block_get_text (const TlHelpBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind != TL_HELP_CODE ? g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, self->text) : self->text;
}

/* Texts {{{1 */

static void
free_span (gpointer data)
{
  TlHelpSpan *span = data;

  g_free (span->text);
  g_free (span->target);
  g_free (span);
}

static void
add_span (GPtrArray  *spans,
          const char *text,
          gsize       length,
          char       *target)
{
  TlHelpSpan *span = g_new0 (TlHelpSpan, 1);

  span->text = g_strndup (text, length);
  span->target = target;
  g_ptr_array_add (spans, span);
}

/* The first link; FALSE if there is none. */
static gboolean
find_link (const char  *text,
           const char **start,
           const char **middle,
           const char **end)
{
  for (*middle = strstr (text, "]("); *middle != NULL; *middle = strstr (*middle + 1, "]("))
    {
      *start = g_strrstr_len (text, *middle - text, "[");
      *end = strchr (*middle, ')');
      if (*start != NULL && *end != NULL)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
tl_help_parse_text (const char *text)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (free_span);
  const char *start, *middle, *end;

  g_return_val_if_fail (text != NULL, spans);

  while (find_link (text, &start, &middle, &end))
    {
      if (start > text)
        add_span (spans, text, start - text, NULL);
      add_span (spans, start + 1, middle - start - 1, g_strndup (middle + 2, end - middle - 2));
      text = end + 1;
    }
  if (*text != '\0')
    add_span (spans, text, strlen (text), NULL);
  return spans;
}

char *
tl_help_dup_plain (const char *text)
{
  g_autoptr (GPtrArray) spans = tl_help_parse_text (text);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (plain, ((TlHelpSpan *) spans->pdata[i])->text);
  return g_string_free (plain, FALSE);
}
