/* test-thing.c: what the library can find in a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-thing.h"

#include "store/tl-reader.h"
#include "support/tl-test-support.h"
#include "tl-library-fixture.h"

#include <string.h>

static TlProject *
read_project (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TlProject *project = tl_reader_read_bytes (bytes, "test", TL_READ_STRICT, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static gboolean
describe (const TlThing *thing,
          gpointer       lines)
{
  g_string_append_printf (lines, "%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s\n", tl_thing_what_get_token (thing->what),
                          thing->key, thing->service ? thing->service : "", thing->kind_id, thing->kind, thing->name,
                          thing->owner ? thing->owner : "", thing->vendor ? thing->vendor : "",
                          thing->state ? thing->state : "", thing->stage ? thing->stage : "",
                          thing->body ? thing->body : "", thing->gap ? "gap" : "");
  return TRUE;
}

static void
test_all (void)
{
  g_autofree char *text = tl_library_make_project ("p", "Bank");
  g_autoptr (TlProject) project = read_project (text);
  g_autoptr (GString) lines = g_string_new (NULL), again = g_string_new (NULL);
  TlThingCounts counts;
  static const char *const expected[] = {
    "project|record:p||project|Project|Bank|Ada||||All about Bank|\n",
    "tool|record:t1||tool|Tool|Jira|Delivery|Atlassian|live||Bought in spring|\n",
    "service|record:s1||service|Service|Bank payments|Ops||live|||\n",
    "element|record:e1|record:s1|capability|Capability|Pay Caf\303\251|||||How it pays\nCost centre: 4711|\n",
    "initiative|record:n1||initiative|Initiative|Clean up||||||\n",
    "finding|record:t1||note|Note|",
    "finding|record:n1||warning|Warning|",
    "assessment|component:requirement||assessment|Assessment|Requirement|Cem||||second\nfirst|\n",
  };

  g_assert_true (tl_thing_foreach (project, describe, lines, &counts));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (lines->str, expected[i]) == NULL)
      g_error ("%s is not in\n%s", expected[i], lines->str);
  g_assert_cmpuint (counts.n_services, ==, 2);
  g_assert_cmpuint (counts.n_elements, ==, 3);
  g_assert_cmpuint (counts.n_tools, ==, 1);
  g_assert_cmpuint (counts.n_findings[0] + counts.n_findings[1] + counts.n_findings[2], ==, 2);
  g_assert_cmpuint (counts.n_gaps, >, 0);
  /* The database has no designer. */
  g_assert_nonnull (strstr (lines->str, "element|record:e3|record:s2|database|Database|Store|"));
  g_assert_nonnull (strstr (lines->str, "|gap\n"));

  g_assert_true (tl_thing_foreach (project, describe, again, &counts));
  g_assert_cmpstr (lines->str, ==, again->str);
}

static gboolean
stop (const TlThing *thing,
      gpointer       n_left)
{
  return --*(guint *) n_left > 0;
}

static void
test_stopped (void)
{
  g_autofree char *text = tl_library_make_project ("p", "Bank");
  g_autoptr (TlProject) project = read_project (text);
  TlThingCounts counts;
  guint n = G_MAXUINT, n_all;

  g_assert_true (tl_thing_foreach (project, stop, &n, &counts));
  n_all = G_MAXUINT - n;
  for (guint i = 1; i <= n_all; i++)
    {
      n = i;
      g_assert_false (tl_thing_foreach (project, stop, &n, &counts));
      g_assert_cmpuint (n, ==, 0);
    }
}

/* A key leads to a record or a concept; what is not there at all has no thing. */
static gboolean
look_up (const TlThing *thing,
         gpointer       project)
{
  const TlEdition *edition = tl_project_get_edition (project);

  g_assert_true (g_utf8_validate (thing->name, -1, NULL));
  g_assert_cmpstr (thing->kind, !=, "");
  if (thing->service != NULL)
    g_assert_nonnull (tl_project_lookup (project, thing->service + strlen ("record:")));
  if (thing->what == TL_THING_PROJECT)
    g_assert_cmpstr (thing->key + strlen ("record:"), ==, tl_record_get_id (project));
  else if (!g_str_has_prefix (thing->key, "record:"))
    g_assert_nonnull (tl_edition_lookup_key (edition, thing->key));
  else if (thing->what != TL_THING_FINDING)
    g_assert_nonnull (tl_project_lookup (project, thing->key + strlen ("record:")));
  return TRUE;
}

static void
test_samples (void)
{
  static const char *const files[] = {
    "resources/samples/northwind-bank.it4it", "resources/samples/harbour-energy.it4it",
    "tests/data/kitchen-sink.it4it", "tests/data/online-payments.it4it", "tests/data/unknown.it4it",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = tl_test_read_source_file (files[i], NULL);
      g_autoptr (TlProject) project = read_project (text);
      TlThingCounts counts;

      g_assert_true (tl_thing_foreach (project, look_up, project, &counts));
    }
}

static void
test_what (void)
{
  for (TlThingWhat what = TL_THING_PROJECT; what < TL_N_THING_WHATS; what++)
    {
      TlThingWhat parsed;

      g_assert_true (tl_thing_what_parse (tl_thing_what_get_token (what), &parsed));
      g_assert_cmpint (parsed, ==, what);
      g_assert_cmpstr (tl_thing_what_get_label (what), !=, "");
    }
  g_assert_false (tl_thing_what_parse ("thing", &(TlThingWhat){ 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/thing/all", test_all);
  g_test_add_func ("/library/thing/stopped", test_stopped);
  g_test_add_func ("/library/thing/samples", test_samples);
  g_test_add_func ("/library/thing/what", test_what);

  return g_test_run ();
}
