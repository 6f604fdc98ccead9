/* test-across.c: what projects of the library have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-across.h"
#include "tl-library-fixture.h"

/* Names differ in case, diacritics and punctuation. */
static const char *const projects[] = {
  "<project xmlns='urn:throughline:project:1' id='a' edition='2.1' name='Alpha' owner='Ops'>"
  "<landscape>"
  "<tool id='t1' name='Jira' vendor='Atlassian' owner='Ops' annual-cost='100' currency='EUR'>"
  "<supports component='requirement'/></tool>"
  "<tool id='t2' name='Excel' vendor='Microsoft' owner='Éva' annual-cost='50' currency='USD'>"
  "<supports component='requirement'/></tool></landscape>"
  "<assessments><assessment of='requirement' date='2026-01-01' current='1' goal='4'/></assessments>"
  "<services><service id='s1' name='Online payments' owner='Ops'><realized>"
  "<element id='e1' kind='server' name='One' owner='Ops'/></realized></service></services></project>",

  "<project xmlns='urn:throughline:project:1' id='b' edition='2.1' name='Beta'>"
  "<landscape>"
  "<tool id='t1' name='JIRA' vendor='ATLASSIAN' owner='ops' annual-cost='200' currency='EUR'>"
  "<supports component='requirement'/></tool>"
  "<tool id='t2' name='Jira' vendor='Atlassian'/></landscape>"
  "<assessments><assessment of='requirement' date='2026-01-01' current='4'/></assessments>"
  "<services><service id='s1' name='Online-Payments' owner='Eva'/></services></project>",

  "<project xmlns='urn:throughline:project:1' id='c' edition='3.0' name='Gamma'>"
  "<landscape><tool id='t1' name='Excel' vendor='Microsoft'/><tool id='t2' name='---'/></landscape>"
  "<services><service id='s1' name='Claims' owner='Ops'/></services></project>",
};

static void
set_up (TlLibraryFixture *fixture,
        gconstpointer     unused)
{
  tl_library_fixture_set_up (fixture, unused);
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);
      g_autoptr (GFile) file = tl_library_fixture_write (fixture, name, projects[i]);

      tl_library_fixture_update (fixture, file);
    }
}

static void
assert_groups (TlLibraryFixture *fixture,
               TlAcrossBy        by,
               guint             n_projects,
               guint             limit,
               const char       *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = tl_across_list_groups (fixture->index, by, n_projects, limit, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    g_string_append_printf (text, "%s%s %u/%u", i > 0 ? ", " : "", tl_across_group_get_name (groups->pdata[i]),
                            tl_across_group_get_n_projects (groups->pdata[i]),
                            tl_across_group_get_n_things (groups->pdata[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_groups (TlLibraryFixture *fixture,
             gconstpointer     unused)
{
  assert_groups (fixture, TL_ACROSS_TOOL, 1, 100, "Jira 2/3, Excel 2/2");
  assert_groups (fixture, TL_ACROSS_VENDOR, 1, 100, "Atlassian 2/3, Microsoft 2/2");
  assert_groups (fixture, TL_ACROSS_OWNER, 1, 100, "Ops 3/6, Eva 2/2");
  assert_groups (fixture, TL_ACROSS_SERVICE, 1, 100, "Online payments 2/2, Claims 1/1");
  assert_groups (fixture, TL_ACROSS_SERVICE, 2, 100, "Online payments 2/2");
  assert_groups (fixture, TL_ACROSS_OWNER, 3, 100, "Ops 3/6");
  assert_groups (fixture, TL_ACROSS_TOOL, 1, 1, "Jira 2/3");
  assert_groups (fixture, TL_ACROSS_TOOL, 4, 100, "");
}

static void
assert_uses (TlLibraryFixture *fixture,
             TlAcrossBy        by,
             const char       *name,
             guint             limit,
             const char       *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = tl_across_list_uses (fixture->index, by, name, limit, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const TlLibraryHitFacts *facts = tl_library_hit_get_facts (hits->pdata[i]);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", facts->project_name, facts->name);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_uses (TlLibraryFixture *fixture,
           gconstpointer     unused)
{
  assert_uses (fixture, TL_ACROSS_TOOL, "jira", 100, "Alpha Jira, Beta JIRA, Beta Jira");
  assert_uses (fixture, TL_ACROSS_TOOL, "Jir", 100, "");
  assert_uses (fixture, TL_ACROSS_TOOL, "Online payments", 100, "");
  assert_uses (fixture, TL_ACROSS_VENDOR, "Atlassian", 100, "Alpha Jira, Beta JIRA, Beta Jira");
  assert_uses (fixture, TL_ACROSS_OWNER, "éva", 100, "Alpha Excel, Beta Online-Payments");
  assert_uses (fixture, TL_ACROSS_OWNER, "OPS", 100,
               "Alpha Alpha, Alpha Jira, Alpha One, Alpha Online payments, Beta JIRA, Gamma Claims");
  assert_uses (fixture, TL_ACROSS_SERVICE, "online payments", 100, "Alpha Online payments, Beta Online-Payments");
  assert_uses (fixture, TL_ACROSS_SERVICE, "", 100, "");
  assert_uses (fixture, TL_ACROSS_OWNER, "!", 100, "");
}

static void
test_limit (TlLibraryFixture *fixture,
            gconstpointer     unused)
{
  g_autoptr (GPtrArray) hits = tl_across_list_uses (fixture->index, TL_ACROSS_OWNER, "ops", 2, NULL, NULL);

  g_assert_cmpuint (hits->len, ==, 2);
}

/* Names that are alike in what the index of names has of them are still two. */
static void
test_long_names (TlLibraryFixture *fixture,
                 gconstpointer     unused)
{
  g_autofree char *stem = g_strnfill (100, 'n');
  g_autofree char *text = g_strdup_printf ("<project xmlns='urn:throughline:project:1' id='l' edition='2.1' name='L'>"
                                           "<landscape><tool id='t1' name='%s1'/><tool id='t2' name='%s2'/></landscape>"
                                           "</project>", stem, stem);
  g_autofree char *name = g_strconcat (stem, "2", NULL);
  g_autofree char *expected = g_strconcat ("L ", name, NULL);
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "long.it4it", text);

  tl_library_fixture_update (fixture, file);
  assert_uses (fixture, TL_ACROSS_TOOL, name, 100, expected);
}

/* Totals */

static void
assert_totals (TlLibraryFixture   *fixture,
               const char         *edition,
               const char *const  *uris,
               const char         *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) totals = tl_across_list_totals (fixture->index, edition, uris, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < totals->len; i++)
    {
      const TlAcrossTotal *total = totals->pdata[i];

      g_string_append_printf (text, "%s: %u projects, %u tools, %u priced, %u at %.1f, %u to %.1f", total->id,
                              total->n_projects, total->n_tools, total->n_priced, total->n_current, total->current,
                              total->n_goal, total->goal);
      for (guint j = 0; j < total->costs->len; j++)
        {
          const TlAcrossCost *cost = &g_array_index (total->costs, TlAcrossCost, j);

          g_string_append_printf (text, ", %.0f %s", cost->amount, cost->currency);
        }
      g_string_append_c (text, '\n');
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static char *
dup_uri (TlLibraryFixture *fixture,
         const char       *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->directory, name, NULL);

  return g_file_get_uri (file);
}

static void
test_totals (TlLibraryFixture *fixture,
             gconstpointer     unused)
{
  g_autofree char *first = dup_uri (fixture, "0.it4it");
  g_autofree char *second = dup_uri (fixture, "1.it4it");
  const char *const one[] = { second, NULL };
  const char *const both[] = { first, second, NULL };
  const char *const none[] = { NULL };
  const char *const other[] = { "file:///elsewhere/\"'\xff", NULL };

  assert_totals (fixture, "2.1", NULL,
                 "requirement: 2 projects, 3 tools, 3 priced, 2 at 2.5, 1 to 4.0, 300 EUR, 50 USD\n");
  assert_totals (fixture, "2.1", both,
                 "requirement: 2 projects, 3 tools, 3 priced, 2 at 2.5, 1 to 4.0, 300 EUR, 50 USD\n");
  assert_totals (fixture, "2.1", one, "requirement: 1 projects, 1 tools, 1 priced, 1 at 4.0, 0 to 0.0, 200 EUR\n");
  assert_totals (fixture, "2.1", none, "");
  assert_totals (fixture, "2.1", other, "");
  assert_totals (fixture, "3.0", NULL, "");
}

static void
test_cancelled (TlLibraryFixture *fixture,
                gconstpointer     unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_across_list_groups (fixture->index, TL_ACROSS_OWNER, 1, 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (tl_across_list_uses (fixture->index, TL_ACROSS_OWNER, "x", 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (tl_across_list_totals (fixture->index, "2.1", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, test) g_test_add (path, TlLibraryFixture, NULL, set_up, test, tl_library_fixture_tear_down)
  ADD ("/library/across/groups", test_groups);
  ADD ("/library/across/uses", test_uses);
  ADD ("/library/across/limit", test_limit);
  ADD ("/library/across/long-names", test_long_names);
  ADD ("/library/across/totals", test_totals);
  ADD ("/library/across/cancelled", test_cancelled);
#undef ADD
  return g_test_run ();
}
