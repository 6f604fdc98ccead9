/* tl-find-fixture.c: a library of two projects in which things are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-find-fixture.h"

const char tl_find_bank[] =
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

void
tl_find_fixture_set_up (TlLibraryFixture *fixture,
                        gconstpointer     unused)
{
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;

  tl_library_fixture_set_up (fixture, unused);
  first = tl_library_fixture_write (fixture, "bank.it4it", tl_find_bank);
  second = tl_library_fixture_write (fixture, "insurance.it4it", insurance);
  tl_library_fixture_update (fixture, first);
  tl_library_fixture_update (fixture, second);
}

GPtrArray *
tl_find_fixture_find (TlLibraryFixture *fixture,
                      const char       *text,
                      guint             limit)
{
  g_autoptr (TlQuery) query = tl_query_parse (text, -1);
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = tl_find_run (fixture->index, query, limit, NULL, &error);

  g_assert_no_error (error);
  return hits;
}

char *
tl_find_join_names (GPtrArray *hits)
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

void
tl_find_assert_found (TlLibraryFixture *fixture,
                      const char       *text,
                      const char       *expected)
{
  g_autoptr (GPtrArray) hits = tl_find_fixture_find (fixture, text, 100);
  g_autofree char *names = tl_find_join_names (hits);

  g_assert_cmpstr (names, ==, expected);
}
