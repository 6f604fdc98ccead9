/* tl-trace-fixture.c: a small project with gaps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-trace-fixture.h"

#include "store/tl-reader.h"

#include <string.h>

static const char shop[] =
  "<project xmlns='urn:throughline:project:1' id='p' edition='2.1' name='Shop'><services>"
  "<service id='pay' name='Payments'>"
  "<conceptual><element id='service' kind='conceptual-service' name='Paying'/>"
  "<element id='take' kind='capability' name='Take payments'/>"
  "<element id='refund' kind='capability' name='Refund'/></conceptual>"
  "<logical><element id='checkout' kind='logical-component' name='Checkout'/></logical>"
  "<realized><element id='app' kind='application' name='Till'/>"
  "<element id='server' kind='server' name='till-1'/></realized>"
  "<relations><relation id='r1' kind='realized-by' from='take' to='checkout'/>"
  "<relation id='r2' kind='realized-by' from='checkout' to='app'/>"
  "<relation id='r3' kind='runs-on' from='app' to='server'/>"
  "<relation id='r4' kind='uses' from='app' to='ledger'/></relations></service>"
  "<service id='books' name='Books'>"
  "<realized><element id='ledger' kind='database' name='Ledger'/></realized></service>"
  "<service id='tax' name='Tax'><uses><use id='u1' of='ledger'/></uses></service>"
  "</services></project>";

TlProject *
tl_trace_fixture_read (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  TlProject *project = tl_reader_read_bytes (bytes, "text", TL_READ_STRICT, NULL, &error);

  g_assert_no_error (error);
  return project;
}

TlProject *
tl_trace_fixture_new_project (void)
{
  return tl_trace_fixture_read (shop);
}
