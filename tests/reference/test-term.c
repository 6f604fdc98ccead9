/* test-term.c: every word of both editions is explained
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-term.h"

#include <string.h>

static const TlEdition *
get_edition (gconstpointer version)
{
  const TlEdition *edition = tl_edition_get (version);

  g_assert_nonnull (edition);
  return edition;
}

/* Every concept there is has a term, which says where it is from. */
static guint
check_concepts (const TlConcept *const *concepts)
{
  guint n = 0;

  for (; *concepts != NULL; concepts++, n++)
    {
      const TlTerm *term = tl_term_for_concept (*concepts);
      g_autofree char *origin = NULL;

      g_assert_nonnull (term);
      g_assert_cmpint (term->kind, ==, TL_TERM_CONCEPT);
      g_assert_true (tl_term_get_concept (term) == *concepts);
      g_assert_true (tl_term_is_standard (term));
      g_assert_cmpstr (tl_term_get_name (term), ==, (*concepts)->name);
      g_assert_cmpstr (tl_term_get_kind_label (term), ==, tl_concept_get_kind_label (*concepts));
      g_assert_cmpstr (tl_term_get_text (term), ==, (*concepts)->text);
      g_assert_cmpstr (tl_term_get_source (term), ==, (*concepts)->source);
      /* The sources do not say it of some stages. */
      if ((*concepts)->kind != TL_CONCEPT_STAGE)
        g_assert_nonnull (tl_term_get_text (term));
      origin = tl_term_dup_origin (term);
      g_assert_nonnull (strstr (origin, tl_edition_get_name ((*concepts)->edition)));
      g_assert_nonnull (strstr (origin, tl_edition_get_documents ((*concepts)->edition)));
    }
  return n;
}

static guint
check_attributes (const TlEdition *edition)
{
  guint n = 0;

  for (const TlDataObject *const *object = tl_edition_get_data_objects (edition); *object != NULL; object++)
    for (const TlAttribute *const *attribute = (*object)->attributes; *attribute != NULL; attribute++, n++)
      {
        const TlTerm *term = tl_term_for_attribute (*attribute);

        g_assert_nonnull (term);
        g_assert_cmpstr (tl_term_get_name (term), ==, (*attribute)->name);
        g_assert_cmpstr (tl_term_get_text (term), ==, (*attribute)->meaning);
        g_assert_true (tl_term_get_concept (term) == &(*object)->concept);
      }
  return n;
}

/* What is our own reading does not say that it is the standard's. */
static guint
check_metamodel (const TlMetamodel *metamodel)
{
  guint n = 0;

  for (const TlElementKind *const *kind = tl_metamodel_get_kinds (metamodel); *kind != NULL; kind++, n++)
    {
      const TlTerm *term = tl_term_for_element_kind (*kind);

      g_assert_nonnull (term);
      g_assert_nonnull (tl_term_get_text (term));
      g_assert_true (tl_term_is_standard (term) == ((*kind)->data_object != NULL));
    }
  for (const TlRelationKind *const *kind = tl_metamodel_get_relation_kinds (metamodel); *kind != NULL; kind++, n++)
    {
      const TlTerm *term = tl_term_for_relation_kind (*kind);
      g_autofree char *origin = NULL;

      g_assert_nonnull (term);
      g_assert_nonnull (tl_term_get_text (term));
      g_assert_false (tl_term_is_standard (term));
      origin = tl_term_dup_origin (term);
      g_assert_null (strstr (origin, tl_edition_get_documents (term->edition)));
    }
  return n;
}

static void
test_all (gconstpointer version)
{
  const TlEdition *edition = get_edition (version);
  const TlTerm *const *terms = tl_term_list (edition);
  guint n = 0;

  n += check_concepts ((const TlConcept *const *) tl_edition_get_streams (edition));
  n += check_concepts ((const TlConcept *const *) tl_edition_get_stages (edition));
  n += check_concepts ((const TlConcept *const *) tl_edition_get_activities (edition));
  n += check_concepts ((const TlConcept *const *) tl_edition_get_groups (edition));
  n += check_concepts ((const TlConcept *const *) tl_edition_get_components (edition));
  n += check_concepts ((const TlConcept *const *) tl_edition_get_data_objects (edition));
  n += check_concepts ((const TlConcept *const *) tl_edition_get_models (edition));
  n += check_attributes (edition);
  n += check_metamodel (tl_metamodel_get (edition));
  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_assert_cmpuint (n, >, i);
      g_assert_true (tl_term_lookup (terms[i]->id) == terms[i]);
      g_assert_true (terms[i]->edition == edition);
    }
  g_assert_null (terms[n]);
}

static void
test_lookup (void)
{
  const TlTerm *term = tl_term_lookup ("2.1/component:incident");

  g_assert_nonnull (term);
  g_assert_cmpstr (term->concept->key, ==, "component:incident");
  g_assert_cmpstr (tl_edition_get_version (term->edition), ==, "2.1");
  g_assert_nonnull (tl_term_lookup ("3.0/kind:capability"));
  g_assert_nonnull (tl_term_lookup ("3.0/relation:realized-by"));
  g_assert_null (tl_term_lookup ("2.1/component:nothing"));
  g_assert_null (tl_term_lookup ("4.0/component:incident"));
  g_assert_null (tl_term_lookup ("2.1"));
  g_assert_null (tl_term_lookup (""));
  g_assert_null (tl_term_lookup (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/term/all/2.1", "2.1", test_all);
  g_test_add_data_func ("/term/all/3.0", "3.0", test_all);
  g_test_add_func ("/term/lookup", test_lookup);
  return g_test_run ();
}
