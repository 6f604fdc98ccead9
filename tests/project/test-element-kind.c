/* test-element-kind.c: what kind an element is of, and where it belongs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-own-kind.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

static TlElement *
get_element (TlProject  *project,
             const char *id)
{
  return TL_ELEMENT (tl_project_lookup (project, id));
}

static void
test_kind (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlElement *element = get_element (project, "c1");
  const TlElementKind *kind = tl_element_get_kind (element);

  g_assert_cmpstr (kind->id, ==, "conceptual-service");
  g_assert_true (kind->metamodel == tl_metamodel_get (tl_edition_get ("2.1")));
  g_assert_cmpstr (tl_element_get_kind_name (element), ==, "Conceptual Service");
  g_assert_true (tl_project_get_element_kind (project, "conceptual-service") == kind);
  g_assert_null (tl_project_get_element_kind (project, "coffee"));
  g_assert_null (tl_project_get_element_kind (project, NULL));
  /* Of the other edition. */
  g_assert_null (tl_project_get_element_kind (project, "digital-product"));
}

static void
test_unknown (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlElement *element = get_element (project, "c1");
  g_autoptr(TlRecord) loose = tl_record_new (&tl_element_type);

  g_assert_true (tl_edit_set (TL_RECORD (element), TL_ELEMENT_KIND, "Kaffee & Kuchen", NULL));
  g_assert_null (tl_element_get_kind (element));
  g_assert_cmpstr (tl_element_get_kind_name (element), ==, "Kaffee & Kuchen");

  g_assert_null (tl_element_get_kind (TL_ELEMENT (loose)));
  g_assert_cmpstr (tl_element_get_kind_name (TL_ELEMENT (loose)), ==, "");
  g_assert_null (tl_element_get_service (TL_ELEMENT (loose)));
}

/* One behaves as the kind it is like, whatever it is called. */
static void
test_own_kind (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlRecord *own = tl_project_lookup (project, "batch");
  TlElement *element = get_element (project, "b1");

  g_assert_cmpstr (tl_element_get_kind (element)->id, ==, "application");
  g_assert_cmpstr (tl_element_get_kind_name (element), ==, "Batch job");
  g_assert_true (tl_project_get_element_kind (project, "batch") == tl_element_get_kind (element));

  tl_edit_set (own, TL_OWN_KIND_NAME, NULL, NULL);
  g_assert_cmpstr (tl_element_get_kind_name (element), ==, "Application");

  tl_edit_set (own, TL_OWN_KIND_LIKE, "batch", NULL);
  g_assert_null (tl_element_get_kind (element));

  /* What else has the id is no kind. */
  g_assert_null (tl_project_get_element_kind (project, "jira"));
}

static void
test_places (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();

  g_assert_true (tl_element_get_service (get_element (project, "h1")) == tl_project_lookup (project, "hr"));
  g_assert_cmpint (tl_element_get_lane (get_element (project, "c1")), ==, TL_LANE_CONCEPTUAL);
  g_assert_cmpint (tl_element_get_lane (get_element (project, "l2")), ==, TL_LANE_LOGICAL);
  g_assert_cmpint (tl_element_get_lane (get_element (project, "a1")), ==, TL_LANE_REALIZED);
}

static void
test_guests (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlRecord *pay = tl_project_lookup (project, "pay");
  TlRecord *hr = tl_project_lookup (project, "hr");
  TlRecord *l1 = tl_project_lookup (project, "l1");
  TlRecord *use = tl_fixture_new_record (&tl_use_type, TL_USE_OF, "a1", -1);
  g_autoptr(GPtrArray) before = tl_blueprint_list_guests (hr);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) none = tl_blueprint_list_guests (pay);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_true (before->pdata[0] == l1);
  g_assert_true (tl_blueprint_find_use (hr, l1) == tl_project_lookup (project, "u1"));
  g_assert_null (tl_blueprint_find_use (hr, tl_project_lookup (project, "a1")));

  /* Uses first, then what only relations lead to. */
  tl_edit_remove (tl_project_lookup (project, "u1"));
  g_assert_true (tl_edit_add (hr, TL_SERVICE_USES, use, NULL));
  after = tl_blueprint_list_guests (hr);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_true (after->pdata[0] == tl_project_lookup (project, "a1"));
  g_assert_true (after->pdata[1] == l1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/project/element-kind/kind", test_kind);
  g_test_add_func ("/project/element-kind/unknown", test_unknown);
  g_test_add_func ("/project/element-kind/own-kind", test_own_kind);
  g_test_add_func ("/project/element-kind/places", test_places);
  g_test_add_func ("/project/element-kind/guests", test_guests);

  return g_test_run ();
}
