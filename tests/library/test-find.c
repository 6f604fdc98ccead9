/* test-find.c: finds things in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-find.h"
#include "tl-library-fixture.h"

#include <string.h>

static const char bank[] =
  "<project xmlns='urn:throughline:project:1' id='b' edition='2.1' name='Retail bank' owner='Ada'>"
  "<landscape><tool id='t1' name='Pay' vendor='Atlassian' owner='Cloud ops' state='live'/>"
  "<tool id='t2' name='Payroll tool' vendor='Old Corp' state='retired'/></landscape>"
  "<services><service id='s1' name='Online payments' owner='Ops' state='live'>"
  "<conceptual><element id='e1' kind='capability' name='Take payments'/>"
  "<element id='e2' kind='capability' name='Refund'><note>Whoever pays back, in Zürich</note></element></conceptual>"
  "<logical><element id='e3' kind='logical-component' name='Café engine'/></logical>"
  "<realized><element id='e4' kind='application' name='Pay desk' owner='Cloud ops'/>"
  "<element id='e5' kind='database' name='Payment store'/></realized>"
  "<relations><relation id='r1' kind='realized-by' from='e1' to='e3'/>"
  "<relation id='r2' kind='realized-by' from='e3' to='e4'/></relations></service></services></project>";

static const char insurance[] =
  "<project xmlns='urn:throughline:project:1' id='i' edition='3.0' name='Insurance'>"
  "<kinds><kind id='k1' name='Robot' like='application'/></kinds>"
  "<services><service id='s1' name='Claims' owner='Éva'>"
  "<realized><element id='e1' kind='k1' name='Settler' state='being tried'/>"
  "<element id='e2' kind='application' name='Claims desk'/></realized></service>"
  "<service id='s2' name='Pay' owner='Ops'/></services></project>";

static void
set_up (TlLibraryFixture *fixture,
        gconstpointer     unused)
{
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;

  tl_library_fixture_set_up (fixture, unused);
  first = tl_library_fixture_write (fixture, "bank.it4it", bank);
  second = tl_library_fixture_write (fixture, "insurance.it4it", insurance);
  tl_library_fixture_update (fixture, first);
  tl_library_fixture_update (fixture, second);
}

static GPtrArray *
find (TlLibraryFixture *fixture,
      const char       *text,
      guint             limit)
{
  g_autoptr (TlQuery) query = tl_query_parse (text, -1);
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = tl_find_run (fixture->index, query, limit, NULL, &error);

  g_assert_no_error (error);
  return hits;
}

/* Names of what is found but for findings, in order, separated by `|`. */
static char *
join_names (GPtrArray *hits)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const TlLibraryHitFacts *facts = tl_library_hit_get_facts (hits->pdata[i]);

      if (facts->what != TL_THING_FINDING)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "|" : "", facts->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_found (TlLibraryFixture *fixture,
              const char       *text,
              const char       *expected)
{
  g_autoptr (GPtrArray) hits = find (fixture, text, 100);
  g_autofree char *names = join_names (hits);

  g_assert_cmpstr (names, ==, expected);
}

/* What is typed itself, what begins with it, names with the word, and the rest. */
static void
test_order (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  assert_found (fixture, "pay", "Pay|Pay|Payroll tool|Pay desk|Payment store|Online payments|Take payments|Refund");
  assert_found (fixture, "pay desk", "Pay desk");
  assert_found (fixture, "desk pay", "Pay desk");
  assert_found (fixture, "payments", "Online payments|Take payments");
  assert_found (fixture, "nothing of the kind", "");
  assert_found (fixture, "", "");
}

static void
test_words (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  assert_found (fixture, "CAFE eng", "Café engine");
  assert_found (fixture, "cafeé", "");
  assert_found (fixture, "zurich", "Refund");
  assert_found (fixture, "capability pay", "Take payments|Refund");
  assert_found (fixture, "atlassian", "Pay");
  assert_found (fixture, "\"take pay", "Take payments");
  assert_found (fixture, "\"take pay\"", "");
  assert_found (fixture, "\"payments take\"", "");
  assert_found (fixture, "retired", "Payroll tool");
}

/* A letter alone is the beginning of a name; with others, of a word. */
static void
test_letters (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  assert_found (fixture, "o", "Online payments");
  assert_found (fixture, "online p", "Online payments");
  assert_found (fixture, "pay o", "Online payments|Pay|Pay|Payroll tool|Pay desk");
  assert_found (fixture, "kind:tool o", "Pay|Payroll tool");
  assert_found (fixture, "project:insurance s", "Settler|Claims|Pay");
  assert_found (fixture, "owner:c kind:a", "Pay desk");
}

static void
test_kinds (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  assert_found (fixture, "kind:tool", "Pay|Payroll tool");
  assert_found (fixture, "kind:service pay", "Pay|Online payments");
  assert_found (fixture, "kind:app", "Pay desk|Claims desk");
  assert_found (fixture, "kind:robot", "Settler");
  assert_found (fixture, "kind:\"Logical component\"", "Café engine");
  assert_found (fixture, "kind:database kind:robot", "Payment store|Settler");
  assert_found (fixture, "kind:project", "Retail bank|Insurance");
  assert_found (fixture, "kind:element desk", "Pay desk|Claims desk");
  assert_found (fixture, "kind:nonsense pay", "");
}

static void
test_filters (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  assert_found (fixture, "owner:ops pay", "Pay|Pay|Pay desk|Online payments");
  assert_found (fixture, "owner:\"cloud ops\"", "Pay|Pay desk");
  assert_found (fixture, "owner:eva", "Claims");
  assert_found (fixture, "vendor:atlassian", "Pay");
  assert_found (fixture, "state:live", "Online payments|Pay");
  assert_found (fixture, "state:\"being tried\"", "Settler");
  assert_found (fixture, "project:insurance desk", "Claims desk");
  assert_found (fixture, "project:\"Retail ba\" pay", "");
  assert_found (fixture, "project:\"retail bank\" payroll", "Payroll tool");
  assert_found (fixture, "edition:3.0 kind:service", "Claims|Pay");
  assert_found (fixture, "edition:3 desk", "Claims desk");
  assert_found (fixture, "edition:\"3\" desk", "");
  assert_found (fixture, "in:claims", "Settler|Claims desk");
  assert_found (fixture, "in:\"online payments\" kind:application", "Pay desk");
  assert_found (fixture, "in:o desk", "Pay desk");
  assert_found (fixture, "in:nothing", "");
}

/* One filter several times: any of them; different ones: all of them. */
static void
test_combinations (TlLibraryFixture *fixture,
                   gconstpointer     unused)
{
  assert_found (fixture, "vendor:atlassian vendor:old", "Pay|Payroll tool");
  assert_found (fixture, "project:insurance project:bank desk", "Pay desk|Claims desk");
  assert_found (fixture, "project:insurance edition:2.1", "");
  assert_found (fixture, "edition:3.0 edition:2.1 owner:ops kind:service", "Online payments|Pay");
}

static void
test_gap (TlLibraryFixture *fixture,
          gconstpointer     unused)
{
  assert_found (fixture, "gap:yes project:bank", "Refund|Café engine|Payment store");
  assert_found (fixture, "gap:true pay", "Payment store|Refund");
  assert_found (fixture, "gap:no pay kind:element", "Pay desk|Take payments");
  assert_found (fixture, "-gap:no ref", "Refund");
  assert_found (fixture, "gap:yes gap:no ref", "Refund");
  assert_found (fixture, "gap:maybe", "");
}

static void
test_excluded (TlLibraryFixture *fixture,
               gconstpointer     unused)
{
  assert_found (fixture, "pay -kind:tool -take", "Pay|Pay desk|Payment store|Online payments|Refund");
  assert_found (fixture, "pay -payments -project:insurance", "Pay|Payroll tool|Pay desk|Payment store|Refund");
  assert_found (fixture, "desk -edition:2.1", "Claims desk");
  assert_found (fixture, "kind:tool -vendor:atlassian", "Payroll tool");
  assert_found (fixture, "kind:tool -owner:c", "Payroll tool");
  assert_found (fixture, "desk -in:claims", "Pay desk");
  assert_found (fixture, "project:insurance -desk -kind:service -kind:project", "Settler");
  assert_found (fixture, "-pay", "");
}

static void
test_facts (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autoptr (GPtrArray) hits = find (fixture, "refund", 10);
  const TlLibraryHitFacts *facts = tl_library_hit_get_facts (hits->pdata[0]);
  g_autofree char *markup = NULL;
  g_autofree char *name = NULL;
  gboolean has_gap;

  g_assert_true (g_str_has_suffix (facts->uri, "/bank.it4it"));
  g_assert_cmpstr (facts->project_name, ==, "Retail bank");
  g_assert_cmpstr (facts->edition, ==, "2.1");
  g_assert_cmpstr (facts->key, ==, "record:e2");
  g_assert_cmpint (facts->what, ==, TL_THING_ELEMENT);
  g_assert_cmpint (facts->state, ==, TL_LIBRARY_PRESENT);
  g_assert_cmpstr (facts->kind_id, ==, "capability");
  g_assert_cmpstr (facts->subtitle, ==, "Capability in Online payments · Retail bank");
  g_assert_null (facts->snippet);
  g_object_get (hits->pdata[0], "name", &name, "name-markup", &markup, "gap", &has_gap, NULL);
  g_assert_cmpstr (name, ==, "Refund");
  g_assert_cmpstr (markup, ==, "<b>Refund</b>");
  g_assert_true (has_gap);
}

static void
test_subtitles (TlLibraryFixture *fixture,
                gconstpointer     unused)
{
  static const char *const queries[][2] = {
    { "payroll", "Tool · Retail bank" },
    { "claims kind:service", "Service · Insurance" },
    { "insurance kind:project", "Project" },
    { "settler", "Robot in Claims · Insurance" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = find (fixture, queries[i][0], 10);

      g_assert_cmpuint (hits->len, >, 0);
      g_assert_cmpstr (tl_library_hit_get_facts (hits->pdata[0])->subtitle, ==, queries[i][1]);
    }
}

static void
test_snippet (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autoptr (GPtrArray) hits = find (fixture, "ref zur", 10);
  g_autofree char *markup = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpuint (hits->len, ==, 1);
  g_object_get (hits->pdata[0], "snippet-markup", &markup, "name-markup", &name, NULL);
  g_assert_cmpstr (name, ==, "<b>Ref</b>und");
  g_assert_cmpstr (markup, ==, "Whoever pays back, in <b>Zür</b>ich");
}

static void
test_limit (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autoptr (GPtrArray) all = find (fixture, "pay", G_MAXUINT);

  g_assert_cmpuint (all->len, >, 3);
  for (guint limit = 0; limit <= all->len; limit++)
    {
      g_autoptr (GPtrArray) hits = find (fixture, "pay", limit);

      g_assert_cmpuint (hits->len, ==, MAX (limit, 1));
      g_assert_cmpstr (tl_library_hit_get_facts (hits->pdata[0])->name, ==, "Pay");
    }
}

/* Services and tools are not crowded out by elements that come before them in the alphabet. */
static void
test_services_first (TlLibraryFixture *fixture,
                     gconstpointer     unused)
{
  g_autoptr (GString) text = g_string_new ("<project xmlns='urn:throughline:project:1' id='c' edition='2.1' name='C'>"
                                           "<landscape><tool id='t1' name='Xylophone'/></landscape>"
                                           "<services><service id='s1' name='Xylograph'><realized>");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "<element id='e%u' kind='server' name='X%02u'/>", i, i);
  g_string_append (text, "</realized></service></services></project>");
  file = tl_library_fixture_write (fixture, "crowd.it4it", text->str);
  tl_library_fixture_update (fixture, file);

  hits = find (fixture, "x", 4);
  names = join_names (hits);
  g_assert_cmpstr (names, ==, "Xylograph|Xylophone|X00|X01");
}

static void
test_renamed (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autoptr (GString) text = g_string_new (bank);
  g_autoptr (GFile) file = NULL;

  g_string_replace (text, "Café engine", "Bistro", 0);
  file = tl_library_fixture_write (fixture, "bank.it4it", text->str);
  tl_library_fixture_update (fixture, file);
  assert_found (fixture, "cafe", "");
  assert_found (fixture, "bis", "Bistro");
}

/* What lies in a file that is not there is still found, and says so. */
static void
test_missing (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autofree char *path = g_build_filename (fixture->directory, "bank.it4it", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = find (fixture, "payroll", 10);
  g_autoptr (GPtrArray) hits = NULL;
  const char *uri = tl_library_hit_get_facts (before->pdata[0])->uri;

  g_assert_true (tl_index_mark_missing (fixture->index, uri, &error));
  g_assert_no_error (error);
  hits = find (fixture, "payroll", 10);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (tl_library_hit_get_facts (hits->pdata[0])->state, ==, TL_LIBRARY_MISSING);

  g_assert_true (tl_index_forget (fixture->index, uri, &error));
  g_assert_no_error (error);
  assert_found (fixture, "payroll", "");
}

static void
test_cancelled (TlLibraryFixture *fixture,
                gconstpointer     unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TlQuery) query = tl_query_parse ("pay", -1);
  g_autoptr (GPtrArray) hits = NULL;
  g_auto (GStrv) values = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  hits = tl_find_run (fixture->index, query, 10, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (hits);
  g_clear_error (&error);
  values = tl_find_list_values (fixture->index, TL_QUERY_OWNER, "", 10, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (values);

  assert_found (fixture, "payroll", "Payroll tool");
}

/* Whatever is typed, FTS5 understands what it is asked. */
static void
test_hostile (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  static const char *const texts[] = {
    "\"", "\"\"", "pay\"", "*", "pay*", "^pay", "NEAR(pay desk, 2)", "AND", "OR OR", "pay AND", "NOT pay",
    "(((", "pay)", "name:pay", "{name} : pay", "-", "--pay", "-\"", "' OR 1=1 --", "\\", "pay;", "%", "_",
    "kind:\"", "kind:*", "kind:NEAR", "owner:\"a\"b\"", "project:%", "gap:\"", "in:\"\"", "in:*a", "edition:'",
    "🙂", "kind:🙂", "\xf0\x90\x8d\x88", "𞤀𞤁", "kind:𞤀", "pay 𞤀𞤁", "٠١", "支払い", "a b c d e f g h i j k",
    "x\xff" "y", "\xed\xa0\x80", "owner:-x", "-owner:x pay", "-kind:zzz pay", "pay -pay",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) hits = find (fixture, texts[i], 10);

      g_assert_nonnull (hits);
    }
}

static void
test_hostile_at_length (TlLibraryFixture *fixture,
                        gconstpointer     unused)
{
  static const char *const parts[] = { "a ", "pay ", "kind:x ", "-x ", "\"", "x\"", "pa", "in:pay ", "project:x " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) hits = NULL;

      while (text->len < 100000)
        g_string_append (text, parts[i]);
      hits = find (fixture, text->str, 10);
      g_assert_nonnull (hits);
    }
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
      g_autoptr (GPtrArray) hits = find (fixture, text, 1000);

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
  assert_values (fixture, TL_QUERY_STATE, "ret", 10, "retiring|retired");
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
          g_autoptr (GPtrArray) hits = find (fixture, completion->text, 10);

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

  assert_found (fixture, "project:even ledger", "Ledger|Ledger|Ledger|Ledger|Ledger|Ledger");
  assert_found (fixture, "project:even -project:2 -project:4 ledger", "Ledger|Ledger|Ledger|Ledger");
  assert_found (fixture, "project:odd kind:database gap:yes", "Store|Store|Store|Store|Store|Store");
  assert_found (fixture, "project:even gap:yes kind:element -ledger", "Store|Store|Store|Store|Store|Store");
  assert_found (fixture, "in:\"even 6 books\"", "Store");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, test) g_test_add (path, TlLibraryFixture, NULL, set_up, test, tl_library_fixture_tear_down)
  ADD ("/library/find/order", test_order);
  ADD ("/library/find/words", test_words);
  ADD ("/library/find/letters", test_letters);
  ADD ("/library/find/kinds", test_kinds);
  ADD ("/library/find/filters", test_filters);
  ADD ("/library/find/combinations", test_combinations);
  ADD ("/library/find/gap", test_gap);
  ADD ("/library/find/excluded", test_excluded);
  ADD ("/library/find/facts", test_facts);
  ADD ("/library/find/subtitles", test_subtitles);
  ADD ("/library/find/snippet", test_snippet);
  ADD ("/library/find/limit", test_limit);
  ADD ("/library/find/services-first", test_services_first);
  ADD ("/library/find/renamed", test_renamed);
  ADD ("/library/find/missing", test_missing);
  ADD ("/library/find/cancelled", test_cancelled);
  ADD ("/library/find/hostile", test_hostile);
  ADD ("/library/find/hostile-at-length", test_hostile_at_length);
  ADD ("/library/find/random", test_random);
  ADD ("/library/find/values", test_values);
  ADD ("/library/find/values-are-found", test_values_are_found);
  ADD ("/library/find/many-projects", test_many_projects);
#undef ADD
  return g_test_run ();
}
