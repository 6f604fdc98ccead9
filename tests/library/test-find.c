/* test-find.c: finds things in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-find-fixture.h"

/* What is typed itself, what begins with it, names with the word, and the rest. */
static void
test_order (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  tl_find_assert_found (fixture, "pay", "Pay|Pay|Payroll tool|Pay desk|Payment store|Online payments|Take payments|Refund");
  tl_find_assert_found (fixture, "pay desk", "Pay desk");
  tl_find_assert_found (fixture, "desk pay", "Pay desk");
  tl_find_assert_found (fixture, "payments", "Online payments|Take payments");
  tl_find_assert_found (fixture, "nothing of the kind", "");
  tl_find_assert_found (fixture, "", "");
}

static void
test_words (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  tl_find_assert_found (fixture, "CAFE eng", "Café engine");
  tl_find_assert_found (fixture, "cafeé", "");
  tl_find_assert_found (fixture, "zurich", "Refund");
  tl_find_assert_found (fixture, "capability pay", "Take payments|Refund");
  tl_find_assert_found (fixture, "atlassian", "Pay");
  tl_find_assert_found (fixture, "\"take pay", "Take payments");
  tl_find_assert_found (fixture, "\"take pay\"", "");
  tl_find_assert_found (fixture, "\"payments take\"", "");
  tl_find_assert_found (fixture, "retired", "Payroll tool");
}

/* A letter alone is the beginning of a name; with others, of a word. */
static void
test_letters (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  tl_find_assert_found (fixture, "o", "Online payments");
  tl_find_assert_found (fixture, "online p", "Online payments");
  tl_find_assert_found (fixture, "pay o", "Online payments|Pay|Pay|Payroll tool|Pay desk");
  tl_find_assert_found (fixture, "kind:tool o", "Pay|Payroll tool");
  tl_find_assert_found (fixture, "project:insurance s", "Settler|Claims|Pay");
  tl_find_assert_found (fixture, "owner:c kind:a", "Pay desk");
}

static void
test_facts (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, "refund", 10);
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
      g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, queries[i][0], 10);

      g_assert_cmpuint (hits->len, >, 0);
      g_assert_cmpstr (tl_library_hit_get_facts (hits->pdata[0])->subtitle, ==, queries[i][1]);
    }
}

static void
test_snippet (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, "ref zur", 10);
  g_autofree char *markup = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpuint (hits->len, ==, 1);
  g_object_get (hits->pdata[0], "snippet-markup", &markup, "name-markup", &name, NULL);
  g_assert_cmpstr (name, ==, "<b>Ref</b>und");
  g_assert_cmpstr (markup, ==, "Whoever pays back, in <b>Zür</b>ich");
}

/* What shows why a thing was found: a note, else who has it; not what is seen anyway. */
static void
test_snippet_of_fields (TlLibraryFixture *fixture,
                        gconstpointer     unused)
{
  static const char *const queries[][2] = {
    { "eva claims", "Owner: <b>Éva</b>" },
    { "old payroll", "Vendor: <b>Old</b> Corp" },
    { "payroll ret", "State: <b>ret</b>ired" },
    { "payroll tool", NULL },
    { "owner:eva claims", NULL },
    { "settler robot", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, queries[i][0], 10);
      g_autofree char *markup = NULL;

      g_assert_cmpuint (hits->len, ==, 1);
      g_object_get (hits->pdata[0], "snippet-markup", &markup, NULL);
      g_assert_cmpstr (markup, ==, queries[i][1]);
    }
}

static void
test_limit (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autoptr (GPtrArray) all = tl_find_fixture_find (fixture, "pay", G_MAXUINT);

  g_assert_cmpuint (all->len, >, 3);
  for (guint limit = 0; limit <= all->len; limit++)
    {
      g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, "pay", limit);

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

  hits = tl_find_fixture_find (fixture, "x", 4);
  names = tl_find_join_names (hits);
  g_assert_cmpstr (names, ==, "Xylograph|Xylophone|X00|X01");
}

static void
test_renamed (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autoptr (GString) text = g_string_new (tl_find_bank);
  g_autoptr (GFile) file = NULL;

  g_string_replace (text, "Café engine", "Bistro", 0);
  file = tl_library_fixture_write (fixture, "bank.it4it", text->str);
  tl_library_fixture_update (fixture, file);
  tl_find_assert_found (fixture, "cafe", "");
  tl_find_assert_found (fixture, "bis", "Bistro");
}

/* What lies in a file that is not there is still found, and says so. */
static void
test_missing (TlLibraryFixture *fixture,
              gconstpointer     unused)
{
  g_autofree char *path = g_build_filename (fixture->directory, "bank.it4it", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = tl_find_fixture_find (fixture, "payroll", 10);
  g_autoptr (GPtrArray) hits = NULL;
  const char *uri = tl_library_hit_get_facts (before->pdata[0])->uri;

  g_assert_true (tl_index_mark_missing (fixture->index, uri, &error));
  g_assert_no_error (error);
  hits = tl_find_fixture_find (fixture, "payroll", 10);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (tl_library_hit_get_facts (hits->pdata[0])->state, ==, TL_LIBRARY_MISSING);

  g_assert_true (tl_index_forget (fixture->index, uri, &error));
  g_assert_no_error (error);
  tl_find_assert_found (fixture, "payroll", "");
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

  tl_find_assert_found (fixture, "payroll", "Payroll tool");
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
      g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, texts[i], 10);

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
      hits = tl_find_fixture_find (fixture, text->str, 10);
      g_assert_nonnull (hits);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, test) g_test_add (path, TlLibraryFixture, NULL, tl_find_fixture_set_up, test, tl_library_fixture_tear_down)
  ADD ("/library/find/order", test_order);
  ADD ("/library/find/words", test_words);
  ADD ("/library/find/letters", test_letters);
  ADD ("/library/find/facts", test_facts);
  ADD ("/library/find/subtitles", test_subtitles);
  ADD ("/library/find/snippet", test_snippet);
  ADD ("/library/find/snippet-of-fields", test_snippet_of_fields);
  ADD ("/library/find/limit", test_limit);
  ADD ("/library/find/services-first", test_services_first);
  ADD ("/library/find/renamed", test_renamed);
  ADD ("/library/find/missing", test_missing);
  ADD ("/library/find/cancelled", test_cancelled);
  ADD ("/library/find/hostile", test_hostile);
  ADD ("/library/find/hostile-at-length", test_hostile_at_length);
#undef ADD
  return g_test_run ();
}
