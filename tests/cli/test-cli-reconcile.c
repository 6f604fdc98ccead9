/* test-cli-reconcile.c: throughline-cli reconcile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/tl-test-support.h"
#include "tl-cli-fixture.h"

#include <string.h>

static const char shop[] =
  "<project xmlns='urn:throughline:project:1' id='p' edition='2.1' name='Shop'><services>"
  "<service id='pay' name='Payments'><realized>"
  "<element id='till' kind='application' name='Till' version='1.0' environment='production'/>"
  "<element id='ledger' kind='database' name='Ledger' version='15'/>"
  "<element id='cache' kind='container' name='Cache'/>"
  "</realized></service></services></project>";

static void
reconcile (TlCliFixture *fixture,
           const char   *items,
           const char   *option)
{
  g_autofree char *path = tl_test_write_file (fixture->directory, "items.csv", items, -1);

  tl_cli_run (&fixture->result, "reconcile", "--service", "pay", "--items", path, fixture->path, option, NULL);
}

static void
test_text (TlCliFixture  *fixture,
           gconstpointer  user_data)
{
  reconcile (fixture, "name,type,environment,version\nTill,application,production,1.0\n"
                      "Ledger,database,,16\nQueue,container,,\n", NULL);
  g_assert_cmpint (fixture->result.status, ==, 1);
  g_assert_cmpstr (fixture->result.errors, ==, "");
  g_assert_cmpstr (fixture->result.output, ==,
                   "Matching: Till (Application, production): It runs as it is desired.\n"
                   "Different version: Ledger (Database): Version 15 is desired, 16 runs.\n"
                   "Missing: Cache (Container): It is desired, and is not in the list of what runs.\n"
                   "Unexpected: Queue (Container): It runs, and is not in the blueprint.\n");
}

static void
test_json (TlCliFixture  *fixture,
           gconstpointer  user_data)
{
  reconcile (fixture, "name;type;id\nTill;application;CI-1\n", "--json");
  g_assert_cmpint (fixture->result.status, ==, 1);
  g_assert_nonnull (strstr (fixture->result.output, "\"kind\": \"matching\""));
  g_assert_nonnull (strstr (fixture->result.output, "\"id\": \"CI-1\""));
  g_assert_nonnull (strstr (fixture->result.output, "\"element\": \"cache\""));
}

static void
test_no_difference (TlCliFixture  *fixture,
                    gconstpointer  user_data)
{
  reconcile (fixture, "name,type\nTill,application\nLedger,database\nCache,container\n", NULL);
  g_assert_cmpint (fixture->result.status, ==, 0);
}

static void
test_not_done (TlCliFixture  *fixture,
               gconstpointer  user_data)
{
  TlCliResult *result = &fixture->result;

  reconcile (fixture, "name,kind of thing\nTill,application\n", NULL);
  tl_cli_assert_failed (result, "“type”");
  reconcile (fixture, "name,type\n\"Till,application\n", NULL);
  tl_cli_assert_failed (result, "Line 2: ");
  tl_cli_run (result, "reconcile", "--service", "pay", "--items", "nowhere.csv", fixture->path, NULL);
  tl_cli_assert_failed (result, "nowhere.csv");
  tl_cli_run (result, "reconcile", "--service", "till", "--items", fixture->path, fixture->path, NULL);
  tl_cli_assert_failed (result, "till");
  tl_cli_run (result, "reconcile", "--service", "pay", fixture->path, NULL);
  tl_cli_assert_failed (result, "--items");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/cli/reconcile/" name, TlCliFixture, shop, tl_cli_fixture_set_up, func, tl_cli_fixture_tear_down)

  ADD ("text", test_text);
  ADD ("json", test_json);
  ADD ("no-difference", test_no_difference);
  ADD ("not-done", test_not_done);

  return g_test_run ();
}
