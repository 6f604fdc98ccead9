/* test-fold.c: words as the library compares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-fold.h"

static void
assert_key (const char *text,
            const char *expected)
{
  g_autofree char *key = tl_fold_key (text);

  g_assert_cmpstr (key, ==, expected);
}

static void
test_case_and_diacritics (void)
{
  assert_key ("ÖSTERREICH Café ñandú", "osterreich cafe nandu");
  assert_key ("Cafe\xcc\x81", "cafe");
  assert_key ("Ångström \xe2\x84\xab", "angstrom a");
  assert_key ("Αθήνα ΑΘΗΝΑ", "αθηνα αθηνα");
  assert_key ("Ёлка", "елка");
  assert_key ("İstanbul", "istanbul");
}

static void
test_what_divides (void)
{
  assert_key ("", "");
  assert_key ("  -- ?! \xe2\x80\xa6 ", "");
  assert_key ("Café-Bar (old)", "cafe bar old");
  assert_key ("v2.1/ISO_27001", "v2 1 iso 27001");
  assert_key ("a\xcc\x81" "b \xcc\x81" "c", "ab c");
  assert_key ("Zahlung²", "zahlung²");
}

/* Letters that are no Latin letter with a sign on it are left as they are. */
static void
test_other_scripts (void)
{
  assert_key ("한국어 결제", "한국어 결제");
  assert_key ("支払い", "支払い");
  assert_key ("\xe0\xa5\x9c", "\xe0\xa5\x9c");
  assert_key ("Straße", "straße");
}

static void
test_bytes_that_are_no_text (void)
{
  assert_key ("pay\xff\xfements", "pay ments");
  assert_key ("pay\xf4", "pay");
  assert_key ("\xe2\x82", "");
}

static void
test_where_a_word_stands (void)
{
  const char *text = "  Café-Bar.";
  const char *cursor = text;
  const char *start = NULL;
  g_autoptr (GString) word = g_string_new (NULL);

  g_assert_true (tl_fold_next_word (&cursor, word, &start));
  g_assert_cmpstr (word->str, ==, "cafe");
  g_assert_cmpint (start - text, ==, 2);
  g_assert_cmpint (cursor - text, ==, 7);
  g_assert_true (tl_fold_next_word (&cursor, word, &start));
  g_assert_cmpstr (word->str, ==, "bar");
  g_assert_cmpint (start - text, ==, 8);
  g_assert_cmpint (cursor - text, ==, 11);
  g_assert_false (tl_fold_next_word (&cursor, word, &start));
  g_assert_cmpint (*cursor, ==, '\0');
}

static void
test_list (void)
{
  g_auto (GStrv) words = tl_fold_list_words ("Retail Bank, Zürich");
  g_auto (GStrv) none = tl_fold_list_words ("!");
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, "retail|bank|zurich");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/fold/case-and-diacritics", test_case_and_diacritics);
  g_test_add_func ("/library/fold/what-divides", test_what_divides);
  g_test_add_func ("/library/fold/other-scripts", test_other_scripts);
  g_test_add_func ("/library/fold/bytes-that-are-no-text", test_bytes_that_are_no_text);
  g_test_add_func ("/library/fold/where-a-word-stands", test_where_a_word_stands);
  g_test_add_func ("/library/fold/list", test_list);
  return g_test_run ();
}
