/* test-find-filters.c: finds things in the library by what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-find-fixture.h"

#include <string.h>

static void
test_kinds (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  tl_find_assert_found (fixture, "kind:tool", "Pay|Payroll tool");
  tl_find_assert_found (fixture, "kind:service pay", "Pay|Online payments");
  tl_find_assert_found (fixture, "kind:app", "Pay desk|Claims desk");
  tl_find_assert_found (fixture, "kind:robot", "Settler");
  tl_find_assert_found (fixture, "kind:\"Logical component\"", "Café engine");
  tl_find_assert_found (fixture, "kind:database kind:robot", "Payment store|Settler");
  tl_find_assert_found (fixture, "kind:project", "Retail bank|Insurance");
  tl_find_assert_found (fixture, "kind:element desk", "Pay desk|Claims desk");
  tl_find_assert_found (fixture, "kind:nonsense pay", "");
}

static void
test_filters (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  tl_find_assert_found (fixture, "owner:ops pay", "Pay|Pay|Pay desk|Online payments");
  tl_find_assert_found (fixture, "owner:\"cloud ops\"", "Pay|Pay desk");
  tl_find_assert_found (fixture, "owner:eva", "Claims");
  tl_find_assert_found (fixture, "vendor:atlassian", "Pay");
  tl_find_assert_found (fixture, "state:live", "Online payments|Pay");
  tl_find_assert_found (fixture, "state:\"being tried\"", "Settler");
  tl_find_assert_found (fixture, "project:insurance desk", "Claims desk");
  tl_find_assert_found (fixture, "project:\"Retail ba\" pay", "");
  tl_find_assert_found (fixture, "project:\"retail bank\" payroll", "Payroll tool");
  tl_find_assert_found (fixture, "edition:3.0 kind:service", "Claims|Pay");
  tl_find_assert_found (fixture, "edition:3 desk", "Claims desk");
  tl_find_assert_found (fixture, "edition:\"3\" desk", "");
  tl_find_assert_found (fixture, "in:claims", "Settler|Claims desk");
  tl_find_assert_found (fixture, "in:\"online payments\" kind:application", "Pay desk");
  tl_find_assert_found (fixture, "in:o desk", "Pay desk");
  tl_find_assert_found (fixture, "in:nothing", "");
}

/* One filter several times: any of them; different ones: all of them. */
static void
test_combinations (TlLibraryFixture *fixture,
                   gconstpointer     unused)
{
  tl_find_assert_found (fixture, "vendor:atlassian vendor:old", "Pay|Payroll tool");
  tl_find_assert_found (fixture, "project:insurance project:bank desk", "Pay desk|Claims desk");
  tl_find_assert_found (fixture, "project:insurance edition:2.1", "");
  tl_find_assert_found (fixture, "edition:3.0 edition:2.1 owner:ops kind:service", "Online payments|Pay");
}

static void
test_gap (TlLibraryFixture *fixture,
          gconstpointer     unused)
{
  tl_find_assert_found (fixture, "gap:yes project:bank", "Refund|Café engine|Payment store");
  tl_find_assert_found (fixture, "gap:true pay", "Payment store|Refund");
  tl_find_assert_found (fixture, "gap:no pay kind:element", "Pay desk|Take payments");
  tl_find_assert_found (fixture, "-gap:no ref", "Refund");
  tl_find_assert_found (fixture, "gap:yes gap:no ref", "Refund");
  tl_find_assert_found (fixture, "gap:maybe", "");
}

static void
test_excluded (TlLibraryFixture *fixture,
               gconstpointer     unused)
{
  tl_find_assert_found (fixture, "pay -kind:tool -take", "Pay|Pay desk|Payment store|Online payments|Refund");
  tl_find_assert_found (fixture, "pay -payments -project:insurance", "Pay|Payroll tool|Pay desk|Payment store|Refund");
  tl_find_assert_found (fixture, "desk -edition:2.1", "Claims desk");
  tl_find_assert_found (fixture, "kind:tool -vendor:atlassian", "Payroll tool");
  tl_find_assert_found (fixture, "kind:tool -owner:c", "Payroll tool");
  tl_find_assert_found (fixture, "desk -in:claims", "Pay desk");
  tl_find_assert_found (fixture, "project:insurance -desk -kind:service -kind:project", "Settler");
  tl_find_assert_found (fixture, "desk -c", "");
  tl_find_assert_found (fixture, "kind:project -r", "Insurance");
  tl_find_assert_found (fixture, "-pay", "");
}

/* Random queries against all things one by one */

static gboolean
is_expected (const TlQuery *query,
             const char    *all,
             const char    *owner,
             const char    *project)
{
  guint n_terms;
  const TlQueryTerm *terms = tl_query_get_terms (query, &n_terms);
  gboolean has_owner = FALSE, is_owner = FALSE, has_project = FALSE, is_project = FALSE;

  for (guint i = 0; i < n_terms; i++)
    {
      const char *text = terms[i].field == TL_QUERY_OWNER ? owner : terms[i].field == TL_QUERY_PROJECT ? project : all;
      gboolean is_in = tl_match_has_term (text, &terms[i]);

      if (terms[i].is_excluded ? is_in : terms[i].field == TL_QUERY_WORDS && !is_in)
        return FALSE;
      has_owner |= !terms[i].is_excluded && terms[i].field == TL_QUERY_OWNER;
      has_project |= !terms[i].is_excluded && terms[i].field == TL_QUERY_PROJECT;
      is_owner |= is_in && terms[i].field == TL_QUERY_OWNER;
      is_project |= is_in && terms[i].field == TL_QUERY_PROJECT;
    }
  return (!has_owner || is_owner) && (!has_project || is_project);
}

/* Columns are looked at one by one, so that no phrase goes across. */
static guint
count_expected (const char    *path,
                const TlQuery *query)
{
  g_autofree char *rows = tl_library_ask (path,
                                          "SELECT group_concat (name || ' ! ' || kind || ' ! ' || ifnull (body, '')"
                                          " || ' ! ' || ifnull (vendor, '') || ' ! ' || ifnull (state, '')"
                                          " || ' ! ' || ifnull (owner, '') || char (1) || ifnull (owner, '')"
                                          " || char (1) || (SELECT name FROM project WHERE id = project), char (2))"
                                          " FROM thing");
  g_auto (GStrv) things = g_strsplit (rows, "\2", -1);
  guint n = 0;

  for (guint i = 0; things[i] != NULL; i++)
    {
      g_auto (GStrv) texts = g_strsplit (things[i], "\1", 3);

      n += is_expected (query, texts[0], texts[1], texts[2]);
    }
  return n;
}

static char *
make_query (GRand *random)
{
  static const char *const words[] = {
    "pa", "pay", "payments", "desk", "cafe", "cl", "claims", "capa", "engine", "ops", "zür", "tool", "live", "online p",
    "pay o", "owner:ops", "owner:c", "owner:éva", "project:bank", "project:in", "-desk", "-pay", "-owner:cloud",
    "-project:bank", "database",
  };
  GString *text = g_string_new (NULL);

  for (guint n = g_rand_int_range (random, 1, 4); n > 0; n--)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
test_random (TlLibraryFixture *fixture,
             gconstpointer     unused)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = make_query (random);
      g_autoptr (TlQuery) query = tl_query_parse (text, -1);
      g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, text, 1000);

      g_test_message ("%s", text);
      g_assert_cmpuint (hits->len, ==, tl_query_is_empty (query) ? 0 : count_expected (fixture->path, query));
    }
}

/* Values of filters */

static void
assert_values (TlLibraryFixture *fixture,
               TlQueryField      field,
               const char       *typed,
               guint             limit,
               const char       *expected)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) values = tl_find_list_values (fixture->index, field, typed, limit, NULL, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv ("|", values);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_values (TlLibraryFixture *fixture,
             gconstpointer     unused)
{
  assert_values (fixture, TL_QUERY_OWNER, "", 10, "Ada|Cloud ops|Ops|Éva");
  assert_values (fixture, TL_QUERY_OWNER, "o", 10, "Ops|Cloud ops");
  assert_values (fixture, TL_QUERY_OWNER, "o", 1, "Ops");
  assert_values (fixture, TL_QUERY_OWNER, "E", 10, "Éva");
  assert_values (fixture, TL_QUERY_VENDOR, "", 10, "Atlassian|Old Corp");
  assert_values (fixture, TL_QUERY_PROJECT, "bank", 10, "Retail bank");
  assert_values (fixture, TL_QUERY_EDITION, "", 10, "2.1|3.0");
  assert_values (fixture, TL_QUERY_IN, "", 10, "Claims|Online payments|Pay");
  assert_values (fixture, TL_QUERY_IN, "pay", 10, "Pay|Online payments");
  assert_values (fixture, TL_QUERY_KIND, "rob", 10, "Robot");
  assert_values (fixture, TL_QUERY_KIND, "appl", 10, "Application");
  assert_values (fixture, TL_QUERY_STATE, "ret", 10, "Retiring|Retired");
  assert_values (fixture, TL_QUERY_WORDS, "", 10, "");
}

/* What is offered finds something. */
static void
test_values_are_found (TlLibraryFixture *fixture,
                       gconstpointer     unused)
{
  static const TlQueryField fields[] = {
    TL_QUERY_KIND, TL_QUERY_OWNER, TL_QUERY_PROJECT, TL_QUERY_EDITION, TL_QUERY_VENDOR, TL_QUERY_IN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (GStrv) values = tl_find_list_values (fixture->index, fields[i], "", 100, NULL, NULL);
      g_autofree char *text = g_strconcat (tl_query_field_get_name (fields[i]), ":", NULL);
      g_autoptr (GPtrArray) completions = tl_query_complete (text, strlen (text), (const char *const *) values);

      g_assert_cmpuint (completions->len, ==, g_strv_length (values));
      g_assert_cmpuint (completions->len, >, 0);
      for (guint j = 0; j < completions->len; j++)
        {
          TlQueryCompletion *completion = completions->pdata[j];
          g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, completion->text, 10);

          /* A service without elements has nothing in it. */
          if (fields[i] != TL_QUERY_IN || strcmp (completion->label, "Pay") != 0)
            g_assert_cmpuint (hits->len, >, 0);
        }
    }
}

/* Many projects: lists of them are asked for differently than a few. */
static void
test_many_projects (TlLibraryFixture *fixture,
                    gconstpointer     unused)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *name = g_strdup_printf ("%s %u", i % 2 == 0 ? "Even" : "Odd", i);
      g_autofree char *file_name = g_strconcat (id, ".it4it", NULL);
      g_autofree char *project = tl_library_make_project (id, name);
      g_autoptr (GFile) file = tl_library_fixture_write (fixture, file_name, project);

      tl_library_fixture_update (fixture, file);
    }

  tl_find_assert_found (fixture, "project:even ledger", "Ledger|Ledger|Ledger|Ledger|Ledger|Ledger");
  tl_find_assert_found (fixture, "project:even -project:2 -project:4 ledger", "Ledger|Ledger|Ledger|Ledger");
  tl_find_assert_found (fixture, "project:odd kind:database gap:yes", "Store|Store|Store|Store|Store|Store");
  tl_find_assert_found (fixture, "project:even gap:yes kind:element -ledger", "Store|Store|Store|Store|Store|Store");
  tl_find_assert_found (fixture, "in:\"even 6 books\"", "Store");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, test) g_test_add (path, TlLibraryFixture, NULL, tl_find_fixture_set_up, test, tl_library_fixture_tear_down)
  ADD ("/library/find-filters/kinds", test_kinds);
  ADD ("/library/find-filters/filters", test_filters);
  ADD ("/library/find-filters/combinations", test_combinations);
  ADD ("/library/find-filters/gap", test_gap);
  ADD ("/library/find-filters/excluded", test_excluded);
  ADD ("/library/find-filters/random", test_random);
  ADD ("/library/find-filters/values", test_values);
  ADD ("/library/find-filters/values-are-found", test_values_are_found);
  ADD ("/library/find-filters/many-projects", test_many_projects);
#undef ADD
  return g_test_run ();
}
