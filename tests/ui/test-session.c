/* test-session.c: where a window is, and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-panel-fixture.h"

#include "project/tl-edit.h"

/* "page view service" */
static void
assert_place (TlSession  *session,
              const char *expected)
{
  g_autofree char *view = NULL;
  g_autofree char *service = NULL;
  g_autofree char *place = NULL;

  g_object_get (session, "view", &view, "service", &service, NULL);
  place = g_strdup_printf ("%s %s %s", tl_session_get_page (session), view, service != NULL ? service : "-");
  g_assert_cmpstr (place, ==, expected);
}

static void
test_back (PanelFixture  *fixture,
           gconstpointer  data)
{
  TlSession *session = fixture->session;
  TlView level1 = { TL_VIEW_LEVEL1, tl_session_get_edition (session), NULL };
  TlRecord *s1 = panel_fixture_add_service (fixture, "s1", "Online payments");
  TlRecord *s2 = panel_fixture_add_service (fixture, "s2", "Ledger");

  assert_place (session, "diagram value-chain -");
  tl_session_go (session, &level1);
  tl_session_set_page (session, TL_PAGE_SERVICES);
  tl_session_go_service (session, s1);
  tl_session_go_service (session, s2);
  tl_session_go_service (session, s2);
  tl_session_set_page (session, TL_PAGE_LANDSCAPE);
  assert_place (session, "landscape level1 s2");

  tl_session_go_back (session);
  assert_place (session, "blueprint level1 s2");
  tl_session_go_back (session);
  assert_place (session, "blueprint level1 s1");
  tl_session_go_back (session);
  assert_place (session, "services level1 -");
  tl_session_go_back (session);
  assert_place (session, "diagram level1 -");
  tl_session_go_back (session);
  assert_place (session, "diagram value-chain -");
  g_assert_false (tl_session_get_can_go_back (session));
  tl_session_go_back (session);
  assert_place (session, "diagram value-chain -");

  for (int i = 0; i < 5; i++)
    tl_session_go_forward (session);
  assert_place (session, "landscape level1 s2");
  g_assert_false (tl_session_get_can_go_forward (session));
}

/* What is gone is passed over; what comes back by undo can be gone to. */
static void
test_gone (PanelFixture  *fixture,
           gconstpointer  data)
{
  TlSession *session = fixture->session;
  TlRecord *s1 = panel_fixture_add_service (fixture, "s1", "Online payments");

  tl_session_go_service (session, s1);
  tl_session_set_page (session, TL_PAGE_TRACEABILITY);
  tl_edit_remove (s1);
  g_assert_null (tl_session_get_service (session));
  tl_session_go_back (session);
  assert_place (session, "diagram value-chain -");
  panel_fixture_undo (fixture);
  tl_session_set_page (session, TL_PAGE_BLUEPRINT);
  assert_place (session, "blueprint value-chain s1");
}

/* The blueprint page shows what was shown last, else what is selected, else the first. */
static void
test_which_service (PanelFixture  *fixture,
                    gconstpointer  data)
{
  TlSession *session = fixture->session;
  TlRecord *s2;

  tl_session_set_page (session, TL_PAGE_BLUEPRINT);
  g_assert_null (tl_session_get_service (session));
  tl_session_set_page (session, TL_PAGE_DIAGRAM);
  panel_fixture_add_service (fixture, "s1", "Online payments");
  s2 = panel_fixture_add_service (fixture, "s2", "Ledger");
  panel_fixture_add_element (fixture, "s2", "e1", "capability", NULL);

  tl_session_set_selection (session, "record:e1");
  tl_session_set_page (session, TL_PAGE_BLUEPRINT);
  g_assert_true (tl_session_get_service (session) == s2);
  tl_session_set_selection (session, NULL);
  tl_session_set_page (session, TL_PAGE_DIAGRAM);
  tl_session_set_page (session, TL_PAGE_BLUEPRINT);
  g_assert_true (tl_session_get_service (session) == s2);
}

static void
test_reveal (PanelFixture  *fixture,
             gconstpointer  data)
{
  TlSession *session = fixture->session;
  TlRecord *s1 = panel_fixture_add_service (fixture, "s1", "Online payments");

  panel_fixture_add_element (fixture, "s1", "e1", "capability", NULL);
  tl_session_reveal (session, "record:e1");
  assert_place (session, "blueprint value-chain s1");
  g_assert_cmpstr (tl_session_get_selection (session), ==, "record:e1");
  tl_session_reveal (session, "record:t1");
  assert_place (session, "landscape value-chain s1");
  g_assert_cmpstr (tl_session_get_selection (session), ==, "record:t1");
  tl_session_go_service (session, s1);
  g_assert_cmpstr (tl_session_get_selection (session), ==, "record:s1");
  tl_session_reveal (session, "component:incident");
  assert_place (session, "diagram value-chain s1");
}

static void
test_unknown_page (PanelFixture  *fixture,
                   gconstpointer  data)
{
  tl_session_set_page (fixture->session, "no such page");
  assert_place (fixture->session, "diagram value-chain -");
}

static void
count_cb (TlSession  *session,
          GParamSpec *pspec,
          GString    *seen)
{
  g_string_append_printf (seen, "%s ", pspec->name);
}

static void
test_notify (PanelFixture  *fixture,
             gconstpointer  data)
{
  TlSession *session = fixture->session;
  TlRecord *s1 = panel_fixture_add_service (fixture, "s1", "Online payments");
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect (session, "notify::page", G_CALLBACK (count_cb), seen);
  g_signal_connect (session, "notify::view", G_CALLBACK (count_cb), seen);
  g_signal_connect (session, "notify::service", G_CALLBACK (count_cb), seen);
  g_signal_connect (session, "notify::can-go-back", G_CALLBACK (count_cb), seen);
  tl_session_set_page (session, TL_PAGE_DIAGRAM);
  g_assert_cmpstr (seen->str, ==, "");
  tl_session_go_service (session, s1);
  g_assert_nonnull (strstr (seen->str, "page "));
  g_assert_nonnull (strstr (seen->str, "service "));
  g_assert_nonnull (strstr (seen->str, "can-go-back "));
  g_assert_null (strstr (seen->str, "view "));
  g_string_truncate (seen, 0);
  tl_session_go_service (session, s1);
  g_assert_cmpstr (seen->str, ==, "");
  g_signal_handlers_disconnect_by_data (session, seen);
}

static void
count_details_cb (guint *n)
{
  (*n)++;
}

static void
test_details (PanelFixture  *fixture,
              gconstpointer  data)
{
  TlDetails *details = tl_session_get_details (fixture->session);
  g_autoptr (GHashTable) copy = NULL;
  guint n_changed = 0, n_restored = 0;

  g_signal_connect_swapped (details, "changed", G_CALLBACK (count_details_cb), &n_changed);
  g_signal_connect_swapped (fixture->session, "notify::details", G_CALLBACK (count_details_cb), &n_restored);
  tl_details_set (details, "services-filter", "");
  g_assert_null (tl_details_get (details, "services-filter"));
  g_assert_cmpuint (n_changed, ==, 0);
  tl_details_set (details, "services-filter", "pay");
  tl_details_set (details, "services-filter", "pay");
  g_assert_cmpuint (n_changed, ==, 1);
  copy = tl_details_copy (details);
  tl_details_set (details, "services-filter", NULL);
  tl_details_set (details, "tools-order", "+Name");
  g_assert_null (tl_details_get (details, "services-filter"));
  g_assert_cmpuint (n_restored, ==, 0);

  tl_details_restore (details, copy);
  g_assert_cmpuint (n_restored, ==, 1);
  g_assert_cmpstr (tl_details_get (details, "services-filter"), ==, "pay");
  g_assert_null (tl_details_get (details, "tools-order"));
  tl_details_restore (details, NULL);
  g_assert_null (tl_details_get (details, "services-filter"));
  g_signal_handlers_disconnect_by_data (details, &n_changed);
  g_signal_handlers_disconnect_by_data (fixture->session, &n_restored);
}

static void
add_tests (void)
{
  panel_add ("/session/back", test_back);
  panel_add ("/session/gone", test_gone);
  panel_add ("/session/which-service", test_which_service);
  panel_add ("/session/reveal", test_reveal);
  panel_add ("/session/unknown-page", test_unknown_page);
  panel_add ("/session/notify", test_notify);
  panel_add ("/session/details", test_details);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
