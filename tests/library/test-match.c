/* test-match.c: what a text and a query have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-match.h"

#include <string.h>

static void
assert_marked (const char *text,
               const char *searched,
               const char *expected)
{
  g_autoptr (TlQuery) query = tl_query_parse (searched, -1);
  g_autoptr (GArray) matches = tl_match_list (text, query);
  g_autofree char *markup = tl_match_to_markup (text, matches);

  g_assert_cmpstr (markup, ==, expected);
}

static void
test_prefixes (void)
{
  assert_marked ("Online payments", "pay on", "<b>On</b>line <b>pay</b>ments");
  assert_marked ("Payments and repayment", "pay", "<b>Pay</b>ments and repayment");
  assert_marked ("Payments", "x", "Payments");
  assert_marked ("Payments", "", "Payments");
  assert_marked ("", "pay", "");
}

static void
test_longest (void)
{
  assert_marked ("Payments", "p paym pa", "<b>Paym</b>ents");
}

static void
test_phrases (void)
{
  assert_marked ("Online payments and payments online", "\"online payments\"",
                 "<b>Online payments</b> and payments online");
  assert_marked ("Online-payments", "\"online pay", "<b>Online-pay</b>ments");
  assert_marked ("Online pay", "\"online payments\"", "Online pay");
  assert_marked ("a b c", "\"a b\" \"b c\"", "<b>a b c</b>");
  assert_marked ("a b c d", "\"a b c\" \"b c\" d", "<b>a b c</b> <b>d</b>");
}

static void
test_diacritics (void)
{
  assert_marked ("Zürich Öst", "zur ost", "<b>Zür</b>ich <b>Öst</b>");
  assert_marked ("Zu\xcc\x88rich", "zü", "<b>Zu\xcc\x88</b>rich");
  assert_marked ("Cafe\xcc\x81s", "CAFÉ", "<b>Cafe\xcc\x81</b>s");
}

static void
test_other_terms (void)
{
  assert_marked ("Payments tool", "kind:tool -pay owner:pay", "Payments tool");
}

static void
test_markup (void)
{
  assert_marked ("R&D <pay>", "d pay", "R&amp;<b>D</b> &lt;<b>pay</b>&gt;");
}

static void
test_characters (void)
{
  g_autoptr (TlQuery) query = tl_query_parse ("bank", -1);
  g_autoptr (GArray) matches = tl_match_list ("Öé – Bank, bänke", query);

  g_assert_cmpuint (matches->len, ==, 2);
  g_assert_cmpuint (g_array_index (matches, TlMatch, 0).start, ==, 5);
  g_assert_cmpuint (g_array_index (matches, TlMatch, 0).length, ==, 4);
  g_assert_cmpuint (g_array_index (matches, TlMatch, 1).start, ==, 11);
}

static void
assert_snippet (const char *body,
                const char *name,
                const char *searched,
                const char *expected)
{
  g_autoptr (TlQuery) query = tl_query_parse (searched, -1);
  g_autofree char *snippet = tl_match_create_snippet (body, name, query);

  g_assert_cmpstr (snippet, ==, expected);
}

static void
test_snippet (void)
{
  assert_snippet ("Moved in 2019\nTier: gold", "Ledger", "gold", "Tier: gold");
  assert_snippet ("Moved in 2019\nTier: gold", "Ledger", "ledger", NULL);
  assert_snippet ("The ledger\nTier: gold", "Ledger", "ledger go", "Tier: gold");
  assert_snippet ("Tier: gold", "Ledger", "silver", NULL);
  assert_snippet ("", "Ledger", "gold", NULL);
}

static void
test_snippet_is_cut (void)
{
  g_autofree char *before = g_strnfill (300, 'x');
  g_autofree char *one_word = g_strnfill (3000, 'y');
  g_autofree char *body = NULL;
  g_autofree char *snippet = NULL;
  g_autoptr (TlQuery) query = tl_query_parse ("gold", -1);

  assert_snippet ("One two three four five six seven eight nine ten gold and after it one two three four five six "
                  "seven eight nine ten eleven twelve thirteen fourteen",
                  "", "gold",
                  "…four five six seven eight nine ten gold and after it one two three four five six seven "
                  "eight nine ten eleven twelve…");

  body = g_strconcat (before, " gold ", one_word, NULL);
  snippet = tl_match_create_snippet (body, "", query);
  g_assert_true (g_str_has_prefix (snippet, "…gold"));
  g_assert_cmpint (g_utf8_strlen (snippet, -1), <, 200);
}

/* Far down nothing is looked for. */
static void
test_snippet_is_bounded (void)
{
  g_autoptr (GString) body = g_string_new (NULL);

  while (body->len < 1000000)
    g_string_append (body, "silver ");
  g_string_append (body, "gold");
  assert_snippet (body->str, "", "gold", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/match/prefixes", test_prefixes);
  g_test_add_func ("/library/match/longest", test_longest);
  g_test_add_func ("/library/match/phrases", test_phrases);
  g_test_add_func ("/library/match/diacritics", test_diacritics);
  g_test_add_func ("/library/match/other-terms", test_other_terms);
  g_test_add_func ("/library/match/markup", test_markup);
  g_test_add_func ("/library/match/characters", test_characters);
  g_test_add_func ("/library/match/snippet", test_snippet);
  g_test_add_func ("/library/match/snippet-is-cut", test_snippet_is_cut);
  g_test_add_func ("/library/match/snippet-is-bounded", test_snippet_is_bounded);
  return g_test_run ();
}
