/* test-search.c: everything can be found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "ui/tl-search-hit.h"
#include "ui/tl-search.h"

/* What comes first for a text. */
static TlSearchHit *
find_first (GPtrArray  *hits,
            const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  TlSearchHit *best = NULL;
  guint best_rank = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      guint rank = tl_search_hit_rank (g_ptr_array_index (hits, i), (const char *const *) words);

      if (rank > best_rank)
        {
          best = g_ptr_array_index (hits, i);
          best_rank = rank;
        }
    }
  return best;
}

static void
test_rank (void)
{
  const TlEdition *edition = tl_edition_get ("2.1");
  g_autoptr (GPtrArray) hits = tl_search_list (NULL, edition);
  const TlComponent *const *components = tl_edition_get_components (edition);

  for (guint i = 0; components[i] != NULL; i++)
    {
      TlSearchHit *hit = find_first (hits, components[i]->concept.name);

      g_assert_nonnull (hit);
      g_assert_cmpstr (tl_search_hit_get_title (hit), ==, components[i]->concept.name);
    }
  g_assert_null (find_first (hits, "no such thing at all"));
}

static void
test_popover (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlSession *session = tl_window_get_session (window);
  GtkWidget *search;
  GtkWidget *entry;
  const TlConcept *concept;

  window_activate (window, "win.find", NULL);
  search = window_find (window, TL_TYPE_SEARCH);
  tl_test_wait_for (gtk_widget_get_visible (search));
  entry = window_find (search, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "change contr");
  g_signal_emit_by_name (entry, "activate");
  concept = tl_session_get_selected_concept (session);
  g_assert_nonnull (concept);
  g_assert_cmpstr (concept->name, ==, "Change Control");

  /* What is only in the other edition is found too, and shown there. */
  window_activate (window, "win.find", NULL);
  tl_test_wait_for (gtk_widget_get_visible (search));
  gtk_editable_set_text (GTK_EDITABLE (entry), "fulfillment orchestration");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (tl_edition_get_version (tl_session_get_edition (session)), ==, "3.0");
  g_assert_nonnull (tl_session_get_selected_concept (session));
}

static void
test_tool (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "starter");
  TlSession *session = tl_window_get_session (window);
  TlRecord *tool = tl_record_get_child (TL_RECORD (window_get_project (window)),
                                        TL_PROJECT_TOOLS, 0);
  g_autoptr (GPtrArray) hits = tl_search_list (window_get_project (window),
                                               tl_session_get_edition (session));
  TlSearchHit *hit;

  g_assert_nonnull (tool);
  hit = find_first (hits, tl_record_get_name (tool));
  g_assert_nonnull (hit);
  tl_search_hit_reveal (hit, session);
  g_assert_true (tl_session_get_selected_record (session) == tool);
  g_assert_cmpstr (tl_session_get_page (session), ==, TL_PAGE_LANDSCAPE);
}

static void
test_element (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_SOURCE_ROOT"), "resources", "samples",
                                            "northwind-bank.it4it", NULL);
  TlWindow *window = window_fixture_open_file (fixture, path);
  TlSession *session = tl_window_get_session (window);
  g_autoptr (GPtrArray) hits = tl_search_list (window_get_project (window), tl_session_get_edition (session));
  TlSearchHit *hit = find_first (hits, "Checkout API");

  g_assert_nonnull (hit);
  tl_search_hit_reveal (hit, session);
  g_assert_cmpstr (tl_record_get_name (tl_session_get_selected_record (session)), ==, "Checkout API");
  g_assert_cmpstr (tl_session_get_page (session), ==, TL_PAGE_BLUEPRINT);
  g_assert_cmpstr (tl_record_get_name (tl_session_get_service (session)), ==, "Online payments");
}

static void
add_tests (void)
{
  g_test_add_func ("/search/rank", test_rank);
  window_add ("/search/popover", NULL, test_popover);
  window_add ("/search/tool", NULL, test_tool);
  window_add ("/search/element", NULL, test_element);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
