/* test-cli-trace.c: throughline-cli trace and impact
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/tl-test-support.h"
#include "tl-cli-fixture.h"

#include <string.h>

/* The line of the capability is whole; nothing realizes the other one. Tax only
 * says that it uses the ledger. */
static const char shop[] =
  "<project xmlns='urn:throughline:project:1' id='p' edition='2.1' name='Shop'><services>"
  "<service id='pay' name='Payments'>"
  "<conceptual><element id='take' kind='capability' name='Take payments'/>"
  "<element id='refund' kind='capability' name='Refund'/></conceptual>"
  "<logical><element id='checkout' kind='logical-component' name='Checkout'/></logical>"
  "<realized><element id='app' kind='application' name='Till'/></realized>"
  "<relations><relation id='r1' kind='realized-by' from='take' to='checkout'/>"
  "<relation id='r2' kind='realized-by' from='checkout' to='app'/>"
  "<relation id='r3' kind='uses' from='app' to='ledger'/></relations></service>"
  "<service id='books' name='Books'><realized><element id='ledger' kind='database' name='Ledger'/></realized></service>"
  "<service id='tax' name='Tax'><uses><use id='u1' of='ledger'/></uses></service>"
  "</services></project>";

static void
test_services (TlCliFixture  *fixture,
               gconstpointer  user_data)
{
  TlCliResult *result = &fixture->result;

  tl_cli_run (result, "trace", fixture->path, NULL);
  g_assert_cmpint (result->status, ==, 1);
  g_assert_cmpstr (result->errors, ==, "");
  g_assert_nonnull (strstr (result->output, "“Payments” (pay)"));
  g_assert_nonnull (strstr (result->output, "“Refund” (refund)"));
  g_assert_nonnull (strstr (result->output, "“Books” (books)"));

  tl_cli_run (result, "trace", "--service", "tax", fixture->path, NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_nonnull (strstr (result->output, "“Tax” (tax)"));
  g_assert_nonnull (strstr (result->output, "0 gaps"));
  g_assert_null (strstr (result->output, "Payments"));

  tl_cli_run (result, "trace", "--json", fixture->path, NULL);
  g_assert_cmpint (result->status, ==, 1);
  g_assert_nonnull (strstr (result->output, "\"element\": \"refund\""));
  g_assert_nonnull (strstr (result->output, "\"traced\": 1"));
  g_assert_nonnull (strstr (result->output, "\"there\": 0"));
}

static void
test_line (TlCliFixture  *fixture,
           gconstpointer  user_data)
{
  TlCliResult *result = &fixture->result;
  const char *conceptual, *logical, *realized;

  tl_cli_run (result, "trace", "--of", "app", fixture->path, NULL);
  g_assert_cmpint (result->status, !=, 2);
  conceptual = strstr (result->output, "Take payments");
  logical = strstr (result->output, "Checkout");
  realized = strstr (result->output, "Till");
  g_assert_true (conceptual != NULL && conceptual < logical && logical < realized);
  g_assert_null (strstr (result->output, "Refund"));
  g_assert_null (strstr (result->output, "Ledger"));

  tl_cli_run (result, "trace", "--json", "--of", "app", fixture->path, NULL);
  g_assert_nonnull (strstr (result->output, "\"of\": \"app\""));
  g_assert_nonnull (strstr (result->output, "\"lane\": \"conceptual\""));
  g_assert_nonnull (strstr (result->output, "\"from\": \"take\""));
}

static void
test_impact (TlCliFixture  *fixture,
             gconstpointer  user_data)
{
  TlCliResult *result = &fixture->result;
  const char *app, *tax;

  tl_cli_run (result, "impact", "--of", "ledger", fixture->path, NULL);
  g_assert_cmpint (result->status, ==, 1);
  app = strstr (result->output, "“Till” (app) in Payments");
  tax = strstr (result->output, "“Tax” (tax)");
  g_assert_true (app != NULL && app < tax);

  tl_cli_run (result, "impact", "--json", "--of", "ledger", fixture->path, NULL);
  g_assert_cmpint (result->status, ==, 1);
  g_assert_nonnull (strstr (result->output, "\"relation\": \"uses\""));
  g_assert_nonnull (strstr (result->output, "\"type\": \"service\""));

  tl_cli_run (result, "impact", "--of", "refund", fixture->path, NULL);
  g_assert_cmpint (result->status, ==, 0);
}

static void
test_wrong_calls (TlCliFixture  *fixture,
                  gconstpointer  user_data)
{
  TlCliResult *result = &fixture->result;

  tl_cli_run (result, "impact", fixture->path, NULL);
  tl_cli_assert_failed (result, "--of");
  tl_cli_run (result, "trace", "--of", "app", "--service", "pay", fixture->path, NULL);
  tl_cli_assert_failed (result, "--service");
  tl_cli_run (result, "trace", "--of", "app", "nowhere.it4it", NULL);
  tl_cli_assert_failed (result, "nowhere.it4it");

  /* Part of a name, a slip of the finger, something else, and nothing like it. */
  tl_cli_run (result, "impact", "--of", "CHECK", fixture->path, NULL);
  tl_cli_assert_failed (result, "“Checkout” (checkout)");
  tl_cli_run (result, "impact", "--of", "ledgr", fixture->path, NULL);
  tl_cli_assert_failed (result, "“Ledger” (ledger)");
  tl_cli_run (result, "impact", "--of", "pay", fixture->path, NULL);
  tl_cli_assert_failed (result, "Service");
  tl_cli_run (result, "trace", "--service", "something else", fixture->path, NULL);
  tl_cli_assert_failed (result, "none in this project");
  tl_cli_run (result, "trace", "--service", "\xff\xfe", fixture->path, NULL);
  tl_cli_assert_failed (result, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/cli/trace/services", TlCliFixture, shop, tl_cli_fixture_set_up, test_services, tl_cli_fixture_tear_down);
  g_test_add ("/cli/trace/line", TlCliFixture, shop, tl_cli_fixture_set_up, test_line, tl_cli_fixture_tear_down);
  g_test_add ("/cli/impact", TlCliFixture, shop, tl_cli_fixture_set_up, test_impact, tl_cli_fixture_tear_down);
  g_test_add ("/cli/trace/wrong-calls", TlCliFixture, shop, tl_cli_fixture_set_up, test_wrong_calls, tl_cli_fixture_tear_down);

  return g_test_run ();
}
