/* test-query.c: what is typed to find things in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-query.h"

#include <string.h>

/* A query as one line: `-` excluded, `field=`, words joined by `+`, `*` goes on. */
static char *
describe (const TlQuery *query)
{
  GString *text = g_string_new (NULL);
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      g_string_append (text, i > 0 ? " " : "");
      g_string_append (text, terms[i].is_excluded ? "-" : "");
      if (terms[i].field != TL_QUERY_WORDS)
        g_string_append_printf (text, "%s=", tl_query_field_get_name (terms[i].field));
      for (guint j = 0; j < terms[i].n_words; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "+" : "", terms[i].words[j]);
      g_string_append (text, terms[i].is_prefix ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_parsed (const char *text,
               const char *expected)
{
  g_autoptr (TlQuery) query = tl_query_parse (text, -1);
  g_autofree char *description = describe (query);

  g_assert_cmpstr (description, ==, expected);
}

static void
test_words (void)
{
  assert_parsed ("", "");
  assert_parsed ("  Zahlung  Online ", "zahlung* online*");
  assert_parsed ("Café e-mail", "cafe* e+mail*");
  assert_parsed ("2.1", "2+1*");
}

static void
test_phrases (void)
{
  assert_parsed ("\"online payments\"", "online+payments");
  assert_parsed ("\"online pay", "online+pay*");
  assert_parsed ("“Retail Bank” x", "retail+bank x*");
  assert_parsed ("„Retail Bank“", "retail+bank");
  assert_parsed ("a\"b c\"d", "a* b+c d*");
}

static void
test_filters (void)
{
  assert_parsed ("kind:tool owner:ops", "kind=tool* owner=ops*");
  assert_parsed ("project:\"Retail bank\" pay", "project=retail+bank pay*");
  assert_parsed ("project:\"Retail ba", "project=retail+ba*");
  assert_parsed ("EDITION:3.0 Gap:yes", "edition=3+0* gap=yes*");
  assert_parsed ("vendor:Atlassian state:live in:\"Online payments\"", "vendor=atlassian* state=live* in=online+payments");
  assert_parsed ("kind: tool", "tool*");
  assert_parsed ("kind:!", "");
}

/* What is no filter is words. */
static void
test_colons (void)
{
  assert_parsed ("sla:gold", "sla+gold*");
  assert_parsed ("https://example.org/kind:x", "https+example+org+kind+x*");
  assert_parsed ("kinds:x in :y", "kinds+x* in* y*");
}

static void
test_excluded (void)
{
  assert_parsed ("pay -card -kind:tool -\"old stuff\"", "pay* -card* -kind=tool* -old+stuff");
  assert_parsed ("a - b e-mail --x", "a* b* e+mail* -x*");
}

static void
test_text_is_kept (void)
{
  g_autoptr (TlQuery) query = tl_query_parse ("edition:\" 3.0\"", -1);
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

  g_assert_cmpuint (n_terms, ==, 1);
  g_assert_cmpstr (terms[0].text, ==, "3.0");
}

static void
test_asks_for_nothing (void)
{
  static const char *const empty[] = { "", " ", "\"\"", "-", "-x", "-kind:tool", "***", "kind:", "-x -y" };
  static const char *const some[] = { "x", "kind:tool", "gap:yes -x" };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (TlQuery) query = tl_query_parse (empty[i], -1);

      g_assert_true (tl_query_is_empty (query));
    }
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    {
      g_autoptr (TlQuery) query = tl_query_parse (some[i], -1);

      g_assert_false (tl_query_is_empty (query));
    }
}

/* The words of FTS5's own language, and its signs, are text. */
static void
test_hostile (void)
{
  assert_parsed ("NEAR(a b, 3) AND OR NOT", "near+a* b* 3* and* or* not*");
  assert_parsed ("* ^ + ( ) { } : , ; ' \\ %", "");
  assert_parsed ("pay* ^pay 'pay'", "pay* pay* pay*");
  assert_parsed ("name:pay {name body}:x", "name+pay* name* body+x*");
  assert_parsed ("\"\"\"\"\"", "");
  assert_parsed ("'; DROP TABLE thing; --", "drop* table* thing*");
  assert_parsed ("\xff\xfe pay\xffment", "pay+ment*");
}

static void
test_nul (void)
{
  g_autoptr (TlQuery) query = tl_query_parse ("on\0line \"a\0b\"", 13);
  g_autofree char *description = describe (query);

  g_assert_cmpstr (description, ==, "on* line* a+b");
}

static guint
count_words (const TlQuery *query)
{
  guint n_terms, n_words = 0;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    n_words += terms[i].n_words;
  return n_words;
}

static void
test_bounded (void)
{
  static const char *const parts[] = { "a ", "word", "\"", "- ", "kind:x ", "\xc3\xa4", "\xe2\x80\x9c", "?" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (TlQuery) query = NULL;

      while (text->len < 100000)
        g_string_append (text, parts[i]);
      query = tl_query_parse (text->str, text->len);
      g_assert_cmpuint (count_words (query), <=, TL_QUERY_MAX_WORDS);
    }
}

static void
test_random_bytes (void)
{
  static const char alphabet[] = "ab \"-:*^()kindgap\xc3\xa4\xff\n\0";
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2000; i++)
    {
      char bytes[60];
      gsize length = g_rand_int_range (random, 0, sizeof bytes);
      g_autoptr (TlQuery) query = NULL;
      guint n_terms;
      const TlQueryTerm *terms;

      for (gsize j = 0; j < length; j++)
        bytes[j] = alphabet[g_rand_int_range (random, 0, sizeof alphabet)];
      query = tl_query_parse (bytes, length);
      terms = tl_query_get_terms (query, &n_terms);
      for (guint j = 0; j < n_terms; j++)
        {
          g_assert_cmpuint (terms[j].n_words, >, 0);
          g_assert_true (g_utf8_validate (terms[j].text, -1, NULL));
          for (guint k = 0; k < terms[j].n_words; k++)
            g_assert_true (g_utf8_validate (terms[j].words[k], -1, NULL) && *terms[j].words[k] != '\0');
        }
    }
}

static void
test_shared (void)
{
  g_autoptr (TlQuery) query = tl_query_parse ("pay", -1);
  TlQuery *other = tl_query_ref (query);
  g_autofree char *description = NULL;

  tl_query_unref (query);
  description = describe (other);
  g_assert_cmpstr (description, ==, "pay*");
  query = other;
}

/* While typing; `|` is the cursor */

static char *
take_cursor (const char *marked,
             guint      *cursor)
{
  g_auto (GStrv) parts = g_strsplit (marked, "|", 2);

  *cursor = g_utf8_strlen (parts[0], -1);
  return g_strconcat (parts[0], parts[1], NULL);
}

static void
assert_spot (const char *marked,
             const char *expected)
{
  guint cursor;
  g_autofree char *text = take_cursor (marked, &cursor);
  g_autoptr (TlQuerySpot) spot = tl_query_find_spot (text, cursor);
  g_autofree char *description = NULL;

  description = g_strdup_printf ("%s %u-%u <%s>",
                                 spot->field != TL_QUERY_WORDS ? tl_query_field_get_name (spot->field) : "word",
                                 spot->start, spot->end, spot->typed);
  g_assert_cmpstr (description, ==, expected);
}

static void
test_spot (void)
{
  assert_spot ("|", "word 0-0 <>");
  assert_spot ("pay ki|", "word 4-6 <ki>");
  assert_spot ("pay | x", "word 4-4 <>");
  assert_spot ("|pay", "word 0-0 <>");
  assert_spot ("ö k|i", "word 2-4 <k>");
  assert_spot ("kind:|", "kind 5-5 <>");
  assert_spot ("kind:to| x", "kind 5-7 <to>");
  assert_spot ("ki|nd:to x", "word 0-5 <ki>");
  assert_spot ("-owner:o|ps", "owner 7-10 <o>");
  assert_spot ("project:\"Retail b|", "project 8-17 <Retail b>");
  assert_spot ("project:\"Ret|ail bank\" x", "project 8-21 <Ret>");
  assert_spot ("project:\"Retail bank\"|", "word 21-21 <>");
}

/* All that is offered, one after the other: label, and the text with the cursor. */
static void
assert_completed (const char        *marked,
                  const char *const *values,
                  const char        *expected)
{
  guint cursor;
  g_autofree char *text = take_cursor (marked, &cursor);
  g_autoptr (GPtrArray) completions = tl_query_complete (text, cursor, values);
  g_autoptr (GString) description = g_string_new (NULL);

  for (guint i = 0; i < completions->len; i++)
    {
      TlQueryCompletion *completion = g_ptr_array_index (completions, i);
      const char *place = g_utf8_offset_to_pointer (completion->text, completion->cursor);

      g_string_append_printf (description, "[%s: ", completion->label);
      g_string_append_len (description, completion->text, place - completion->text);
      g_string_append_printf (description, "|%s]", place);
    }
  g_assert_cmpstr (description->str, ==, expected);
}

static void
test_complete_names (void)
{
  assert_completed ("ki|", NULL, "[kind:: kind:|]");
  assert_completed ("pay -OW| x", NULL, "[owner:: pay -owner:| x]");
  assert_completed ("ki|nd:tool", NULL, "[kind:: kind:|tool]");
  assert_completed ("paym|", NULL, "");
  assert_completed ("\"ki|", NULL, "");
}

static void
test_complete_values (void)
{
  static const char *const owners[] = { "Cloud ops", "Éva", "Ops \"A\"", "ops", NULL };

  assert_completed ("owner:e|", owners, "[Éva: owner:Éva |]");
  assert_completed ("owner:o| x", owners,
                    "[Ops \"A\": owner:\"Ops  A \" |x][ops: owner:ops |x][Cloud ops: owner:\"Cloud ops\" |x]");
  assert_completed ("owner:\"cloud o|", owners, "[Cloud ops: owner:\"Cloud ops\" |]");
  assert_completed ("owner:z|", owners, "");
  assert_completed ("owner:|", NULL, "");
  assert_completed ("gap:|", NULL, "[yes: gap:yes |][no: gap:no |]");
  assert_completed ("gap:n|", NULL, "[no: gap:no |]");
}

/* What is offered means what it says. */
static void
test_completions_parse (void)
{
  static const char *const values[] = { "a\"b", "2.1", "NEAR(x)", "-x", "Zürich, Öst", "a:b", "p\nq", NULL };
  g_autoptr (GPtrArray) completions = tl_query_complete ("in:", 3, values);

  g_assert_cmpuint (completions->len, ==, G_N_ELEMENTS (values) - 1);
  for (guint i = 0; i < completions->len; i++)
    {
      TlQueryCompletion *completion = g_ptr_array_index (completions, i);
      g_autoptr (TlQuery) query = tl_query_parse (completion->text, -1);
      guint n_terms;
      const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

      g_assert_cmpuint (n_terms, ==, 1);
      g_assert_cmpint (terms[0].field, ==, TL_QUERY_IN);
      g_assert_false (terms[0].is_excluded);
    }
}

static void
test_complete_hostile (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'k');
  static const char *const values[] = { "\xff", "", NULL };

  assert_completed ("kind:x\xff|", values, "");
  for (guint cursor = 0; cursor < 100; cursor += 7)
    {
      g_autoptr (GPtrArray) completions = tl_query_complete ("-\"\xff kind:\"", cursor, values);
      g_autoptr (GPtrArray) others = tl_query_complete (long_text, cursor * 10000, NULL);

      g_assert_nonnull (completions);
      g_assert_nonnull (others);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/query/words", test_words);
  g_test_add_func ("/library/query/phrases", test_phrases);
  g_test_add_func ("/library/query/filters", test_filters);
  g_test_add_func ("/library/query/colons", test_colons);
  g_test_add_func ("/library/query/excluded", test_excluded);
  g_test_add_func ("/library/query/text-is-kept", test_text_is_kept);
  g_test_add_func ("/library/query/asks-for-nothing", test_asks_for_nothing);
  g_test_add_func ("/library/query/hostile", test_hostile);
  g_test_add_func ("/library/query/nul", test_nul);
  g_test_add_func ("/library/query/bounded", test_bounded);
  g_test_add_func ("/library/query/random-bytes", test_random_bytes);
  g_test_add_func ("/library/query/shared", test_shared);
  g_test_add_func ("/library/query/spot", test_spot);
  g_test_add_func ("/library/query/complete-names", test_complete_names);
  g_test_add_func ("/library/query/complete-values", test_complete_values);
  g_test_add_func ("/library/query/completions-parse", test_completions_parse);
  g_test_add_func ("/library/query/complete-hostile", test_complete_hostile);
  return g_test_run ();
}
