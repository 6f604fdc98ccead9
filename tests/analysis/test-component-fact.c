/* test-component-fact.c: what a project says of its components, in numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/tl-component-fact.h"
#include "store/tl-reader.h"

#include <string.h>

static const char bank[] =
  "<project xmlns='urn:throughline:project:1' id='p' edition='2.1' name='Bank' currency='EUR'><landscape>"
  "<tool id='t1' name='A' state='live' annual-cost='300'><supports component='requirement'/>"
  "<supports component='incident'/><supports component='test'/></tool>"
  "<tool id='t2' name='B' annual-cost='50' currency='CHF'><supports component='incident'/></tool>"
  "<tool id='t3' name='C'><supports component='incident'/></tool>"
  "<tool id='t4' name='D' state='retired' annual-cost='900'><supports component='incident'/></tool></landscape>"
  "<assessments><assessment of='incident' date='2026-01-01' current='1' goal='4'/>"
  "<assessment of='incident' date='2026-05-01' current='2'/><assessment of='service-level' date='2026-01-01' goal='3'/>"
  "</assessments></project>";

static void
describe (const TlComponentFact *fact,
          gpointer               lines)
{
  g_string_append_printf (lines, "%s %d %d %u %u", fact->id, fact->current, fact->goal, fact->n_tools, fact->n_priced);
  for (guint i = 0; i < fact->n_costs; i++)
    g_string_append_printf (lines, " %g %s", fact->costs[i].amount, fact->costs[i].currency);
  g_string_append_c (lines, '\n');
}

static void
test_all (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (bank, strlen (bank));
  g_autoptr (GString) lines = g_string_new (NULL);
  g_auto (GStrv) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = tl_reader_read_bytes (bytes, "bank", TL_READ_STRICT, NULL, &error);

  g_assert_no_error (error);
  tl_component_fact_foreach (project, describe, lines);
  g_assert_nonnull (strstr (lines->str, "incident 2 4 3 2 100 EUR 50 CHF\n"));
  g_assert_nonnull (strstr (lines->str, "requirement -1 -1 1 1 100 EUR\n"));
  g_assert_nonnull (strstr (lines->str, "service-level -1 3 0 0\n"));
  /* The test, and of others nothing is known. */
  rows = g_strsplit (lines->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/component-fact/all", test_all);

  return g_test_run ();
}
