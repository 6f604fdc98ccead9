/* test-help.c: the help hangs together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-help.h"
#include "reference/tl-term.h"

#include <string.h>

#define MAX_WORDS 3500 /* in all: they are translated, and should be read */

static void
test_parse (void)
{
  g_autoptr (GPtrArray) spans = tl_help_parse_text ("See [the gaps](gaps), [a] and [run](action:win.page::x)");
  g_autofree char *plain = tl_help_dup_plain ("[A](b) c [d](e)");
  TlHelpSpan *const *span = (TlHelpSpan *const *) spans->pdata;

  g_assert_cmpstr (plain, ==, "A c d");
  g_assert_cmpuint (spans->len, ==, 4);
  g_assert_cmpstr (span[0]->text, ==, "See ");
  g_assert_null (span[0]->target);
  g_assert_cmpstr (span[1]->text, ==, "the gaps");
  g_assert_cmpstr (span[1]->target, ==, "gaps");
  g_assert_cmpstr (span[2]->text, ==, ", [a] and ");
  g_assert_cmpstr (span[3]->text, ==, "run");
  g_assert_cmpstr (span[3]->target, ==, "action:win.page::x");
}

static void
test_unfinished (void)
{
  static const char *const texts[] = { "", "[", "[a](", "[a]b)", "](x)", "a [b" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = tl_help_dup_plain (texts[i]);

      g_assert_cmpstr (plain, ==, texts[i]);
    }
}

static gboolean
is_target (const char *target)
{
  return g_str_has_prefix (target, "action:") || g_str_equal (target, TL_HELP_WORDS)
         || tl_edition_get (target) != NULL || tl_help_lookup_page (target) != NULL || tl_term_lookup (target) != NULL;
}

static guint
check_text (const TlHelpPage *page,
            const char       *text)
{
  g_autoptr (GPtrArray) spans = tl_help_parse_text (text);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; i < spans->len; i++)
    {
      const TlHelpSpan *span = spans->pdata[i];

      if (span->target == NULL && (strstr (span->text, "](") != NULL || strchr (span->text, '[') != NULL))
        g_error ("%s: the link in “%s” is not one", page->id, text);
      if (span->target != NULL && !is_target (span->target))
        g_error ("%s: “%s” leads nowhere", page->id, span->target);
    }
  return g_strv_length (words);
}

static void
check_block (const TlHelpPage  *page,
             const TlHelpBlock *block)
{
  const char *text = tl_help_block_get_text (block);

  g_assert_cmpint (*text, !=, '\0');
  if (block->kind == TL_HELP_KEYS)
    g_assert_true ((block->action == NULL) != (block->keys == NULL));
  else
    g_assert_true (block->action == NULL && block->keys == NULL);
  if (block->kind != TL_HELP_CODE && strstr (text, "  ") != NULL)
    g_error ("%s: two spaces in “%s”", page->id, text);
}

static void
test_pages (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_words = 0;

  for (const TlHelpChapter *const *chapter = tl_help_list_chapters (); *chapter != NULL; chapter++)
    {
      g_assert_nonnull (tl_help_chapter_get_title (*chapter));
      g_assert_nonnull ((*chapter)->pages[0]);
      for (const TlHelpPage *const *page = (*chapter)->pages; *page != NULL; page++)
        {
          g_assert_true (g_hash_table_add (ids, (gpointer) (*page)->id));
          g_assert_true (g_hash_table_add (titles, (gpointer) tl_help_page_get_title (*page)));
          g_assert_null (strchr ((*page)->id, '/'));
          g_assert_true ((*page)->chapter == *chapter);
          g_assert_true (tl_help_lookup_page ((*page)->id) == *page);
          g_assert_nonnull ((*page)->blocks[0]);
          for (const TlHelpBlock *const *block = (*page)->blocks; *block != NULL; block++)
            {
              check_block (*page, *block);
              if ((*block)->kind != TL_HELP_CODE)
                n_words += check_text (*page, tl_help_block_get_text (*block));
            }
        }
    }
  g_assert_nonnull (tl_help_lookup_page (TL_HELP_FIRST_PAGE));
  g_assert_null (tl_help_lookup_page ("nowhere"));
  g_assert_null (tl_help_lookup_page (NULL));
  g_assert_cmpuint (n_words, >, 0);
  g_assert_cmpuint (n_words, <=, MAX_WORDS);
}

static void
add_tests (void)
{
  g_test_add_func ("/help/parse", test_parse);
  g_test_add_func ("/help/unfinished", test_unfinished);
  g_test_add_func ("/help/pages", test_pages);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add_tests ();
  return g_test_run ();
}
