/* test-search-provider.c: the desktop finds things, and opens them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-bus-fixture.h"

#include "library/tl-index.h"
#include "ui/tl-session.h"

#define PROVIDER "org.gnome.Shell.SearchProvider2"

static void
fill_library (const char *directory)
{
  static const char *const samples[] = { "northwind-bank", "harbour-energy" };
  g_autofree char *path = g_build_filename (directory, "throughline", "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIndex) index = tl_index_open (path, TL_INDEX_READ_WRITE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *relative = g_strdup_printf ("resources/samples/%s.it4it", samples[i]);
      g_autofree char *sample = tl_test_build_source_path (relative);
      g_autoptr (GFile) file = g_file_new_for_path (sample);

      tl_index_update_file (index, file, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static char **
find (BusFixture *bus,
      const char *first,
      const char *second)
{
  const char *terms[] = { first, second, NULL };
  g_autoptr (GVariant) result = bus_call (bus, BUS_PATH "/SearchProvider", PROVIDER, "GetInitialResultSet",
                                      g_variant_new ("(^as)", terms));
  char **names;

  g_variant_get (result, "(^as)", &names);
  return names;
}

static char *
dup_meta (BusFixture *bus,
          const char *name,
          const char *what)
{
  const char *names[] = { name, NULL };
  g_autoptr (GVariant) result = bus_call (bus, BUS_PATH "/SearchProvider", PROVIDER, "GetResultMetas",
                                      g_variant_new ("(^as)", names));
  g_autoptr (GVariant) metas = g_variant_get_child_value (result, 0);
  g_autoptr (GVariant) meta = g_variant_get_child_value (metas, 0);
  char *text = NULL;

  g_assert_cmpuint (g_variant_n_children (metas), ==, 1);
  g_variant_lookup (meta, what, "s", &text);
  return text;
}

static void
test_find (BusFixture    *bus,
           gconstpointer  data)
{
  g_auto (GStrv) names = find (bus, "checkout", "api");
  g_auto (GStrv) many = find (bus, "s", NULL);
  g_auto (GStrv) none = find (bus, "no such thing", "at all");
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  g_assert_cmpuint (g_strv_length (names), >, 0);
  name = dup_meta (bus, names[0], "name");
  description = dup_meta (bus, names[0], "description");
  g_assert_cmpstr (name, ==, "Checkout API");
  g_assert_nonnull (strstr (description, "Northwind Bank"));
  g_assert_cmpuint (g_strv_length (many), <=, 20);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  /* It was started for this, and shows nothing. */
  g_assert_cmpuint (bus_count_windows (bus), ==, 0);
}

static void
test_narrow (BusFixture    *bus,
             gconstpointer  data)
{
  const char *terms[] = { "check", "api", NULL };
  g_auto (GStrv) before = find (bus, "check", NULL);
  g_autoptr (GVariant) result = bus_call (bus, BUS_PATH "/SearchProvider", PROVIDER, "GetSubsearchResultSet",
                                      g_variant_new ("(^as^as)", before, terms));
  g_auto (GStrv) names = NULL;
  g_autofree char *name = NULL;

  g_variant_get (result, "(^as)", &names);
  g_assert_cmpuint (g_strv_length (names), >, 0);
  g_assert_cmpuint (g_strv_length (names), <, g_strv_length (before));
  name = dup_meta (bus, names[0], "name");
  g_assert_cmpstr (name, ==, "Checkout API");
}

static void
test_activate (BusFixture    *bus,
               gconstpointer  data)
{
  const char *terms[] = { "checkout", NULL };
  g_auto (GStrv) names = find (bus, "checkout", "api");

  g_assert_cmpuint (g_strv_length (names), >, 0);
  g_variant_unref (bus_call (bus, BUS_PATH "/SearchProvider", PROVIDER, "ActivateResult",
                         g_variant_new ("(s^asu)", names[0], terms, 0)));
  tl_test_wait_for (bus_count_windows (bus) == 1);
  tl_test_wait_for (bus_shows_page (bus, 1, TL_PAGE_BLUEPRINT));

  /* Also what a program that has ended since has found. */
  bus_quit (bus);
  g_variant_unref (bus_call (bus, BUS_PATH "/SearchProvider", PROVIDER, "ActivateResult",
                         g_variant_new ("(s^asu)", names[0], terms, 0)));
  tl_test_wait_for (bus_count_windows (bus) == 1);
  tl_test_wait_for (bus_shows_page (bus, 1, TL_PAGE_BLUEPRINT));
}

static void
test_launch (BusFixture    *bus,
             gconstpointer  data)
{
  const char *terms[] = { "checkout", "api", NULL };

  g_variant_unref (bus_call (bus, BUS_PATH "/SearchProvider", PROVIDER, "LaunchSearch",
                         g_variant_new ("(^asu)", terms, 0)));
  tl_test_wait_for (bus_count_windows (bus) == 1);
}

static void
add_tests (void)
{
  bus_add ("/search-provider/find", test_find, fill_library);
  bus_add ("/search-provider/narrow", test_narrow, fill_library);
  bus_add ("/search-provider/activate", test_activate, fill_library);
  bus_add ("/search-provider/launch", test_launch, fill_library);
}

int
main (int   argc,
      char *argv[])
{
  return bus_run (&argc, &argv, add_tests);
}
