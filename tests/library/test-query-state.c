/* test-query-state.c: states by the names that the windows give them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-query.h"
#include "tl-test-locale.h"

/* All that is asked of the state, each with `-` if it is excluded. */
static char *
list_states (const char *text)
{
  g_autoptr (TlQuery) query = tl_query_parse (text, -1);
  g_autoptr (GStrvBuilder) states = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].field == TL_QUERY_STATE)
      {
        g_autofree char *words = g_strjoinv (" ", (char **) (const char *[]) { terms[i].words[0], terms[i].n_words > 1 ? terms[i].words[1] : NULL, NULL });
        g_autofree char *state = g_strconcat (terms[i].is_excluded ? "-" : "", words, NULL);

        g_strv_builder_add (states, state);
      }
  list = g_strv_builder_end (states);
  return g_strjoinv (", ", list);
}

static void
assert_states (const char *text,
               const char *expected)
{
  g_autofree char *states = list_states (text);

  g_assert_cmpstr (states, ==, expected);
}

/* Without a translation a word is what it is. */
static void
test_plain (void)
{
  assert_states ("state:planned", "planned");
  assert_states ("state:phas", "phas");
  assert_states ("state:\"phasing out\"", "phasing out");
  assert_states ("state:geplant", "geplant");
  assert_states ("planned kind:planned", "");
}

/* Both what is typed and what the files say: elements have states in the user's own words. */
static void
test_translated (void)
{
  if (!tl_test_use_catalog ("de"))
    return;

  assert_states ("state:geplant", "geplant, planned");
  assert_states ("state:GEPL", "gepl, planned");
  assert_states ("-state:\"Geplant\"", "-geplant, -planned");
  assert_states ("state:planned", "planned");
  /* A quoted word is whole. */
  assert_states ("state:\"gepl\"", "gepl");
  assert_states ("state:", "");
  assert_states ("state:…", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/query-state/plain", test_plain);
  g_test_add_func ("/library/query-state/translated", test_translated);
  return g_test_run ();
}
