/* test-reconcile.c: what runs, compared with what should
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/tl-reconcile.h"

#include "project/tl-edit.h"
#include "project/tl-own-kind.h"
#include "project/tl-property.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "store/tl-writer.h"

typedef struct
{
  TlProject *project;
  TlRecord  *service;
  GPtrArray *items;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  TlRecord *service = tl_record_new (&tl_service_type);
  TlRecord *kind = tl_record_new (&tl_own_kind_type);

  fixture->project = tl_project_new (tl_edition_get ("2.1"), "Bank");
  fixture->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_actual_item_free);
  tl_record_fill (service, TL_SERVICE_NAME, "Payments", NULL);
  tl_edit_add (TL_RECORD (fixture->project), TL_PROJECT_SERVICES, service, NULL);
  tl_record_fill (kind, TL_OWN_KIND_ID, "job", NULL);
  tl_record_fill (kind, TL_OWN_KIND_NAME, "Batch Job", NULL);
  tl_record_fill (kind, TL_OWN_KIND_LIKE, "application", NULL);
  tl_edit_add (TL_RECORD (fixture->project), TL_PROJECT_KINDS, kind, NULL);
  fixture->service = service;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_ptr_array_unref (fixture->items);
  g_assert_finalize_object (fixture->project);
}

static TlRecord *
add_element (Fixture    *fixture,
             const char *kind,
             const char *name,
             const char *environment,
             const char *version,
             const char *external_id)
{
  TlRecord *element = tl_record_new (&tl_element_type);

  tl_record_fill (element, TL_ELEMENT_KIND, kind, NULL);
  tl_record_fill (element, TL_ELEMENT_NAME, name, NULL);
  tl_record_fill (element, TL_ELEMENT_ENVIRONMENT, environment, NULL);
  tl_record_fill (element, TL_ELEMENT_VERSION, version, NULL);
  tl_record_fill (element, TL_ELEMENT_EXTERNAL_ID, external_id, NULL);
  g_assert_true (tl_edit_add (fixture->service, TL_SERVICE_REALIZED, element, NULL));
  return element;
}

static void
add_item (Fixture    *fixture,
          const char *name,
          const char *type,
          const char *environment,
          const char *version,
          const char *id)
{
  g_ptr_array_add (fixture->items, tl_actual_item_new (name, type, environment, version, id));
}

static const TlDifference *
get (GPtrArray *differences,
     guint      position)
{
  g_assert_cmpuint (position, <, differences->len);
  return differences->pdata[position];
}

static void
assert_difference (GPtrArray        *differences,
                   guint             position,
                   TlDifferenceKind  kind,
                   TlRecord         *element,
                   const char       *as,
                   gboolean          changes)
{
  const TlDifference *difference = get (differences, position);
  g_autofree char *text = tl_difference_create_text (difference);
  g_autofree char *effect = tl_difference_create_effect (difference);

  g_assert_cmpstr (tl_difference_kind_get_token (difference->kind), ==, tl_difference_kind_get_token (kind));
  g_assert_true (difference->element == element);
  g_assert_cmpstr (difference->as->id, ==, as);
  g_assert_cmpint (difference->changes, ==, changes);
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_cmpint (effect != NULL, ==, changes);
}

static void
test_kinds (Fixture       *fixture,
            gconstpointer  unused)
{
  TlRecord *same = add_element (fixture, "server", "web-1", "production", "12", NULL);
  TlRecord *other = add_element (fixture, "database", "ledger", "production", "15", NULL);
  TlRecord *gone = add_element (fixture, "container", "cache", NULL, NULL, NULL);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *text = NULL;

  add_element (fixture, "actual-service", "Payments EU", NULL, NULL, NULL); /* no item */
  add_item (fixture, "new", "Cloud Service", NULL, NULL, NULL);
  add_item (fixture, "LEDGER ", "database", "Production", "16.2", NULL);
  add_item (fixture, "web-1", "Servers", "production", "12", NULL);

  differences = tl_reconcile_compare (fixture->service, fixture->items);
  g_assert_cmpuint (differences->len, ==, 4);
  assert_difference (differences, 0, TL_DIFFERENCE_MATCHING, same, "server", FALSE);
  assert_difference (differences, 1, TL_DIFFERENCE_VERSION, other, "database", TRUE);
  assert_difference (differences, 2, TL_DIFFERENCE_MISSING, gone, "container", TRUE);
  assert_difference (differences, 3, TL_DIFFERENCE_UNEXPECTED, NULL, "cloud-service", TRUE);
  text = tl_difference_create_text (get (differences, 1));
  g_assert_cmpstr (text, ==, "Version 15 is desired, 16.2 runs.");
}

/* Ids first: a name may be that of another one. */
static void
test_ids (Fixture       *fixture,
          gconstpointer  unused)
{
  TlRecord *first = add_element (fixture, "server", "web", NULL, NULL, "CI-1");
  TlRecord *second = add_element (fixture, "server", "web", NULL, NULL, NULL);
  TlRecord *third = add_element (fixture, "server", "moved", NULL, NULL, "CI-old");
  g_autoptr (GPtrArray) differences = NULL;

  add_item (fixture, "web", "server", NULL, NULL, "CI-2");
  add_item (fixture, "renamed", "vm", NULL, NULL, "CI-1");
  add_item (fixture, "moved", "server", NULL, NULL, "CI-3");

  differences = tl_reconcile_compare (fixture->service, fixture->items);
  g_assert_cmpuint (differences->len, ==, 3);
  assert_difference (differences, 0, TL_DIFFERENCE_MATCHING, first, "server", FALSE);
  g_assert_cmpstr (get (differences, 0)->item->name, ==, "renamed");
  assert_difference (differences, 1, TL_DIFFERENCE_MATCHING, second, "server", TRUE);
  g_assert_cmpstr (get (differences, 1)->item->id, ==, "CI-2");
  /* It has another id by now. */
  assert_difference (differences, 2, TL_DIFFERENCE_MATCHING, third, "server", TRUE);
}

static void
test_environments (Fixture       *fixture,
                   gconstpointer  unused)
{
  TlRecord *any = add_element (fixture, "server", "web", NULL, NULL, NULL);
  TlRecord *test = add_element (fixture, "server", "web", "Test", NULL, NULL);
  TlRecord *production = add_element (fixture, "server", "web", "production", NULL, NULL);
  g_autoptr (GPtrArray) differences = NULL;

  add_item (fixture, "web", "server", "staging", NULL, "s");
  add_item (fixture, "web", "server", "test", NULL, "t");
  add_item (fixture, "web", "server", "staging", NULL, "s2");

  differences = tl_reconcile_compare (fixture->service, fixture->items);
  g_assert_cmpuint (differences->len, ==, 4);
  assert_difference (differences, 0, TL_DIFFERENCE_MATCHING, any, "server", TRUE);
  g_assert_cmpstr (get (differences, 0)->item->id, ==, "s");
  assert_difference (differences, 1, TL_DIFFERENCE_MATCHING, test, "server", TRUE);
  assert_difference (differences, 2, TL_DIFFERENCE_MISSING, production, "server", TRUE);
  assert_difference (differences, 3, TL_DIFFERENCE_UNEXPECTED, NULL, "server", TRUE);
  g_assert_cmpstr (get (differences, 3)->item->id, ==, "s2");
}

static void
test_types (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct
  {
    const char *type;
    const char *as;
  } types[] = {
    { "cloud-service", "cloud-service" }, { "Cloud Services", "cloud-service" }, { " APPLICATION ", "application" },
    { "DB", "database" }, { "Gerät", "device" }, { "job", "application" }, { "batch job", "application" },
    { "Mainframe", "device" }, { "", "device" }, { "capability", "device" },
  };
  g_autoptr (GPtrArray) differences = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    add_item (fixture, "x", types[i].type, NULL, NULL, NULL);
  differences = tl_reconcile_compare (fixture->service, fixture->items);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    assert_difference (differences, i, TL_DIFFERENCE_UNEXPECTED, NULL, types[i].as, TRUE);
}

static TlRecord *
get_realized (Fixture *fixture,
              guint    position)
{
  return tl_record_get_child (fixture->service, TL_SERVICE_REALIZED, position);
}

static gboolean
accept_all (Fixture   *fixture,
            GPtrArray *differences)
{
  g_autoptr (GError) error = NULL;
  gboolean good = tl_reconcile_accept (fixture->service, (TlDifference *const *) differences->pdata,
                                       differences->len, &error);

  g_assert_no_error (error);
  return good;
}

/* Afterwards it says what runs; one step takes all of it back. */
static void
test_accept (Fixture       *fixture,
             gconstpointer  unused)
{
  TlRecord *test = add_element (fixture, "actual-service", "Payments test", "test", NULL, NULL);
  TlRecord *production = add_element (fixture, "actual-service", "Payments EU", "Production", NULL, NULL);
  TlRecord *same = add_element (fixture, "server", "web-1", "production", "12", NULL);
  TlRecord *other = add_element (fixture, "database", "ledger", "production", NULL, NULL);
  TlRecord *gone = add_element (fixture, "container", "cache", NULL, NULL, NULL);
  TlHistory *history = tl_project_get_history (fixture->project);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GBytes) before = tl_writer_write (fixture->project);
  g_autoptr (GBytes) after = NULL;
  TlRecord *element, *relation;

  add_item (fixture, "web-1", "server", "production", "12", "CI-1");
  add_item (fixture, "ledger", "database", "production", "16", "CI-2");
  add_item (fixture, "crt", "Mainframe", "production", "3", "CI-3");
  add_item (fixture, "nightly", "Batch Job", "elsewhere", NULL, NULL);

  differences = tl_reconcile_compare (fixture->service, fixture->items);
  g_assert_true (accept_all (fixture, differences));
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Reconcile Payments");
  g_assert_cmpstr (tl_record_get (same, TL_ELEMENT_EXTERNAL_ID), ==, "CI-1");
  g_assert_cmpstr (tl_record_get (other, TL_ELEMENT_VERSION), ==, "16");
  g_assert_cmpstr (tl_record_get (other, TL_ELEMENT_EXTERNAL_ID), ==, "CI-2");
  g_assert_cmpstr (tl_record_get (gone, TL_ELEMENT_STATE), ==, "retired");

  element = get_realized (fixture, 5);
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_KIND), ==, "device");
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_NAME), ==, "crt");
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_VERSION), ==, "3");
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_ENVIRONMENT), ==, "production");
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_EXTERNAL_ID), ==, "CI-3");
  g_assert_cmpstr (tl_record_get (tl_record_get_child (element, TL_ELEMENT_PROPERTIES, 0), TL_PROPERTY_VALUE),
                   ==, "Mainframe");
  relation = tl_record_get_child (fixture->service, TL_SERVICE_RELATIONS, 0);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_KIND), ==, "contains");
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, tl_record_get_id (production));
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_TO), ==, tl_record_get_id (element));

  element = get_realized (fixture, 6);
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_KIND), ==, "job");
  g_assert_cmpuint (tl_record_get_n_items (element, TL_ELEMENT_PROPERTIES), ==, 0);
  relation = tl_record_get_child (fixture->service, TL_SERVICE_RELATIONS, 1);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, tl_record_get_id (test));

  /* Now there is nothing left to be said. */
  g_ptr_array_unref (g_steal_pointer (&differences));
  differences = tl_reconcile_compare (fixture->service, fixture->items);
  g_assert_cmpuint (differences->len, ==, 4);
  for (guint i = 0; i < differences->len; i++)
    assert_difference (differences, i, TL_DIFFERENCE_MATCHING, get (differences, i)->element,
                       get (differences, i)->as->id, FALSE);
  g_assert_true (accept_all (fixture, differences));
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Reconcile Payments");

  tl_history_undo (history);
  after = tl_writer_write (fixture->project);
  g_assert_true (g_bytes_equal (before, after));
}

/* Only what was accepted; and what was retired can come back. */
static void
test_some (Fixture       *fixture,
           gconstpointer  unused)
{
  TlRecord *old = add_element (fixture, "server", "old", NULL, "1", "CI-1");
  TlRecord *kept = add_element (fixture, "server", "kept", NULL, "1", NULL);
  g_autoptr (GPtrArray) differences = tl_reconcile_compare (fixture->service, fixture->items);

  g_assert_true (tl_reconcile_accept (fixture->service, (TlDifference *const *) differences->pdata, 1, NULL));
  g_assert_cmpstr (tl_record_get (old, TL_ELEMENT_STATE), ==, "retired");
  g_assert_null (tl_record_get (kept, TL_ELEMENT_STATE));

  g_ptr_array_unref (g_steal_pointer (&differences));
  differences = tl_reconcile_compare (fixture->service, fixture->items);
  g_assert_cmpuint (differences->len, ==, 1);
  g_ptr_array_unref (g_steal_pointer (&differences));

  add_item (fixture, "old", "server", NULL, "2", "CI-1");
  differences = tl_reconcile_compare (fixture->service, fixture->items);
  assert_difference (differences, 0, TL_DIFFERENCE_UNEXPECTED, old, "server", TRUE);
  g_assert_true (tl_reconcile_accept (fixture->service, (TlDifference *const *) differences->pdata, 1, NULL));
  g_assert_null (tl_record_get (old, TL_ELEMENT_STATE));
  g_assert_cmpstr (tl_record_get (old, TL_ELEMENT_VERSION), ==, "2");
}

/* What has gone since the comparison is left out; what does not fit changes nothing. */
static void
test_late (Fixture       *fixture,
           gconstpointer  unused)
{
  TlRecord *gone = add_element (fixture, "server", "gone", NULL, NULL, NULL);
  TlRecord *kept = add_element (fixture, "server", "kept", NULL, NULL, NULL);
  g_autoptr (GPtrArray) differences = tl_reconcile_compare (fixture->service, fixture->items);
  g_autoptr (GError) error = NULL;

  tl_edit_remove (gone);
  g_assert_true (accept_all (fixture, differences));
  g_assert_cmpstr (tl_record_get (kept, TL_ELEMENT_STATE), ==, "retired");
  tl_history_undo (tl_project_get_history (fixture->project));
  g_ptr_array_unref (g_steal_pointer (&differences));

  add_item (fixture, "two\nlines", "server", NULL, NULL, NULL);
  differences = tl_reconcile_compare (fixture->service, fixture->items);
  g_assert_false (tl_reconcile_accept (fixture->service, (TlDifference *const *) differences->pdata,
                                       differences->len, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_null (tl_record_get (kept, TL_ELEMENT_STATE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/analysis/reconcile/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("kinds", test_kinds);
  ADD ("ids", test_ids);
  ADD ("environments", test_environments);
  ADD ("types", test_types);
  ADD ("accept", test_accept);
  ADD ("some", test_some);
  ADD ("late", test_late);

  return g_test_run ();
}
