/* test-library-entry.c: what the library knows of one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-library-entry.h"

static void
test_properties (void)
{
  TlLibraryFacts facts = {
    .uri = g_strdup ("file:///a.it4it"), .name = g_strdup ("A"), .edition = g_strdup ("3.0"), .modified = 5,
    .size = 6, .n_services = 7, .n_gaps = 8, .state = TL_LIBRARY_DAMAGED, .pinned = TRUE,
  };
  TlLibraryEntry *entry = tl_library_entry_new (&facts);
  g_autofree char *uri = NULL, *name = NULL, *edition = NULL, *owner = NULL;
  gint64 modified, size;
  guint n_services, n_gaps;
  TlLibraryState state;
  gboolean pinned;

  /* They were taken. */
  g_assert_null (facts.uri);
  tl_library_facts_clear (&facts);

  g_object_get (entry, "uri", &uri, "name", &name, "edition", &edition, "owner", &owner, "modified", &modified,
                "size", &size, "n-services", &n_services, "n-gaps", &n_gaps, "state", &state, "pinned", &pinned, NULL);
  g_assert_cmpstr (uri, ==, "file:///a.it4it");
  g_assert_cmpstr (name, ==, "A");
  g_assert_cmpstr (edition, ==, "3.0");
  g_assert_null (owner);
  g_assert_cmpint (modified, ==, 5);
  g_assert_cmpint (size, ==, 6);
  g_assert_cmpuint (n_services, ==, 7);
  g_assert_cmpuint (n_gaps, ==, 8);
  g_assert_cmpint (state, ==, TL_LIBRARY_DAMAGED);
  g_assert_true (pinned);
  g_assert_cmpstr (tl_library_entry_get_facts (entry)->name, ==, "A");
  g_assert_finalize_object (entry);
}

static void
test_states (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (TL_TYPE_LIBRARY_STATE);

  for (guint i = 0; i < klass->n_values; i++)
    {
      g_assert_cmpstr (tl_library_state_get_token (klass->values[i].value), ==, klass->values[i].value_nick);
      g_assert_cmpstr (tl_library_state_get_label (klass->values[i].value), !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/entry/properties", test_properties);
  g_test_add_func ("/library/entry/states", test_states);

  return g_test_run ();
}
