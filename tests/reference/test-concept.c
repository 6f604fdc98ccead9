/* test-concept.c: what concepts are called and where they are at home
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/tl-edition.h"

static const char *
get_place_key (const char *version,
               const char *key)
{
  const TlConcept *concept = tl_edition_lookup_key (tl_edition_get (version), key);
  const TlConcept *place;

  g_assert_nonnull (concept);
  place = tl_concept_get_place (concept);

  return place != NULL ? place->key : NULL;
}

static void
test_places (void)
{
  g_assert_cmpstr (get_place_key ("2.1", "data-object:incident"), ==, "component:incident");
  g_assert_cmpstr (get_place_key ("2.1", "component:incident"), ==, "stream:detect-to-correct");
  g_assert_cmpstr (get_place_key ("2.1", "stage:detect-to-correct--detect"), ==, "stream:detect-to-correct");
  g_assert_null (get_place_key ("2.1", "stream:detect-to-correct"));
  g_assert_null (get_place_key ("2.1", "activity:finance-assets"));
  g_assert_null (get_place_key ("2.1", "model:logical-service-model"));
  g_assert_cmpstr (get_place_key ("3.0", "component:incident"), ==, "group:support");
  g_assert_cmpstr (get_place_key ("3.0", "group:support"), ==, "group:detect-to-correct");
  g_assert_null (get_place_key ("3.0", "group:detect-to-correct"));
  g_assert_cmpstr (get_place_key ("3.0", "component:investment"), ==, "activity:financial-management");

  /* What the sources do not give stays unknown. */
  g_assert_null (get_place_key ("2.1", "data-object:it-cost-model"));
}

static void
test_labels (void)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < TL_N_CONCEPT_KINDS; i++, n++)
    g_hash_table_add (labels, (gpointer) tl_concept_kind_get_label (i));
  for (guint i = TL_COUNTERPART_SAME; i <= TL_COUNTERPART_NEW; i++, n++)
    g_hash_table_add (labels, (gpointer) tl_counterpart_kind_get_label (i));
  for (guint i = TL_DATA_OBJECT_KEY; i <= TL_DATA_OBJECT_AUXILIARY; i++, n++)
    g_hash_table_add (labels, (gpointer) tl_data_object_role_get_label (i));
  for (guint i = TL_COMPONENT_PRIMARY; i <= TL_COMPONENT_SUPPORTING; i++, n++)
    g_hash_table_add (labels, (gpointer) tl_component_role_get_label (i));

  g_assert_false (g_hash_table_contains (labels, ""));
  g_assert_cmpuint (g_hash_table_size (labels), ==, n);
  g_assert_cmpstr (tl_concept_kind_get_label (TL_CONCEPT_COMPONENT), ==, "Functional component");
}

static void
test_edition_labels (void)
{
  static const char *const expected[][3] = {
    { "2.1", "stage:detect-to-correct--detect", "Key activity" },
    { "3.0", "stage:operate--detect-issue", "Stage" },
    { "2.1", "activity:finance-assets", "Supporting activity" },
    { "3.0", "activity:financial-management", "Supporting function" },
    { "3.0", "group:detect-to-correct", "Functional group" },
    { "3.0", "group:support", "Functional sub-group" },
    { "2.1", "model:logical-service-model", "Service model" },
    { "3.0", "model:service-offer-backbone", "Backbone" },
    { "3.0", "stream:consume", "Value stream" },
    { "3.0", "data-object:log", "Data object" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TlConcept *concept = tl_edition_lookup_key (tl_edition_get (expected[i][0]), expected[i][1]);

      g_assert_nonnull (concept);
      g_assert_cmpstr (tl_concept_get_kind_label (concept), ==, expected[i][2]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reference/concept/places", test_places);
  g_test_add_func ("/reference/concept/labels", test_labels);
  g_test_add_func ("/reference/concept/edition-labels", test_edition_labels);

  return g_test_run ();
}
