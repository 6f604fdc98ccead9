/* test-blueprint.c: whole edits of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-blueprint.h"
#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-property.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

#include <math.h>
#include <string.h>

typedef struct
{
  TlProject *project;
  TlHistory *history;
  TlRecord  *pay;
  TlRecord  *hr;
  char      *start;
} Fixture;

static TlRecord *
get (Fixture    *fixture,
     const char *id)
{
  TlRecord *record = tl_project_lookup (fixture->project, id);

  g_assert_nonnull (record);
  return record;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->project = tl_fixture_new_project ();
  fixture->history = tl_project_get_history (fixture->project);
  fixture->pay = get (fixture, "pay");
  fixture->hr = get (fixture, "hr");
  fixture->start = tl_fixture_dump (TL_RECORD (fixture->project));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autofree char *end = NULL;

  tl_fixture_check (fixture->project, NULL);
  while (tl_history_get_can_undo (fixture->history))
    tl_history_undo (fixture->history);
  tl_fixture_check (fixture->project, NULL);
  end = tl_fixture_dump (TL_RECORD (fixture->project));
  g_assert_cmpstr (end, ==, fixture->start);

  g_assert_finalize_object (fixture->project);
  g_free (fixture->start);
}

static void
assert_label (Fixture    *fixture,
              const char *expected)
{
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), ==, expected);
}

static TlRecord *
add (Fixture    *fixture,
     const char *kind,
     const char *name)
{
  g_autoptr(GError) error = NULL;
  TlPlacing placing = { .x = 40, .y = 80 };
  TlRecord *element = tl_blueprint_add_element (fixture->pay, kind, name, &placing, &error);

  g_assert_no_error (error);
  g_assert_nonnull (element);
  return element;
}

static TlRecord *
connect (Fixture    *fixture,
         const char *relation,
         TlRecord   *from,
         TlRecord   *to)
{
  g_autoptr(GError) error = NULL;
  TlRecord *record = tl_blueprint_connect (fixture->pay, relation, from, to, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static void
assert_refused (Fixture *fixture,
                GError  *error)
{
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_cmpint (strlen (error->message), >, 10);
  g_assert_false (tl_history_get_can_undo (fixture->history));
}

/* Adding */

static void
test_add (Fixture       *fixture,
          gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  TlRecord *element;

  g_assert_null (tl_blueprint_add_element (fixture->pay, "toaster", "T", NULL, &error));
  assert_refused (fixture, error);
  g_clear_error (&error);
  g_assert_null (tl_blueprint_add_element (fixture->pay, "capability", "two\nlines", NULL, &error));
  assert_refused (fixture, error);
  g_clear_error (&error);

  element = add (fixture, "capability", "Pay by link");
  assert_label (fixture, "Add Capability Pay by link");
  g_assert_true (tl_record_get_parent (element) == fixture->pay);
  g_assert_cmpuint (tl_record_get_list_number (element), ==, TL_SERVICE_CONCEPTUAL);
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_X), ==, "40");
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_Y), ==, "80");

  element = add (fixture, "batch", "Nightly run");
  assert_label (fixture, "Add Batch job Nightly run");
  g_assert_cmpuint (tl_record_get_list_number (element), ==, TL_SERVICE_REALIZED);

  /* What stands on the line has its place there. */
  element = add (fixture, "service-release", NULL);
  assert_label (fixture, "Add Service Release");
  g_assert_cmpuint (tl_record_get_list_number (element), ==, TL_SERVICE_LOGICAL);
  g_assert_null (tl_record_get (element, TL_ELEMENT_X));

  tl_history_undo (fixture->history);
  tl_history_undo (fixture->history);
  tl_history_undo (fixture->history);
  g_assert_false (tl_history_get_can_undo (fixture->history));
}

static void
test_use (Fixture       *fixture,
          gconstpointer  unused)
{
  TlPlacing placing = { .x = 12.4, .y = -0.2 };
  TlRecord *use;
  g_autoptr(GError) error = NULL;

  g_assert_false (tl_blueprint_use_element (fixture->pay, get (fixture, "l1"), NULL, &error));
  assert_refused (fixture, error);
  g_clear_error (&error);
  g_assert_true (tl_blueprint_use_element (fixture->hr, get (fixture, "l1"), NULL, &error));
  g_assert_false (tl_history_get_can_undo (fixture->history));

  g_assert_true (tl_blueprint_use_element (fixture->pay, get (fixture, "b1"), &placing, &error));
  g_assert_no_error (error);
  assert_label (fixture, "Use Monthly run in Online payments");
  use = tl_blueprint_find_use (fixture->pay, get (fixture, "b1"));
  g_assert_cmpstr (tl_record_get (use, TL_USE_X), ==, "12");
  g_assert_cmpstr (tl_record_get (use, TL_USE_Y), ==, "0");
}

/* Connecting */

static void
test_connect (Fixture       *fixture,
              gconstpointer  unused)
{
  TlRecord *capability = add (fixture, "capability", "Pay by card");
  TlRecord *component = add (fixture, "logical-component", "Checkout API");
  TlRecord *relation = connect (fixture, "realized-by", capability, component);

  assert_label (fixture, "Connect Pay by card with Checkout API");
  g_assert_true (tl_record_get_parent (relation) == fixture->pay);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, tl_record_get_id (capability));
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_TO), ==, tl_record_get_id (component));

  /* Once is enough, whichever service says it. */
  add (fixture, "capability", "Another");
  g_assert_true (connect (fixture, "realized-by", capability, component) == relation);
  g_assert_true (tl_blueprint_connect (fixture->hr, "realized-by", capability, component, NULL) == relation);
  assert_label (fixture, "Add Capability Another");
}

static void
test_connect_refuses (Fixture       *fixture,
                      gconstpointer  unused)
{
  TlRecord *conceptual = get (fixture, "c1");
  TlRecord *actual = get (fixture, "a1");
  TlRecord *logical = get (fixture, "l1");
  const struct
  {
    const char *relation;
    TlRecord   *from;
    TlRecord   *to;
  } cases[] = {
    { "realized-by", actual, conceptual },
    { "realized-by", logical, logical },
    { "connects-to", conceptual, logical },
    { "loves", conceptual, logical },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (tl_blueprint_connect (fixture->pay, cases[i].relation, cases[i].from, cases[i].to, &error));
      assert_refused (fixture, error);
    }
}

static void
test_connect_unknown_kind (Fixture       *fixture,
                           gconstpointer  unused)
{
  TlTransaction *transaction = tl_project_begin (fixture->project, "Change");
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_transaction_set (transaction, get (fixture, "l1"), TL_ELEMENT_KIND, "of-tomorrow", NULL));
  tl_transaction_commit (transaction);
  g_assert_null (tl_blueprint_connect (fixture->pay, "realized-by", get (fixture, "c1"), get (fixture, "l1"), &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_nonnull (strstr (error->message, "of-tomorrow"));
}

static void
test_add_connected (Fixture       *fixture,
                    gconstpointer  unused)
{
  TlRecord *service = get (fixture, "l1");
  g_autoptr(GError) error = NULL;
  TlRecord *element;

  g_assert_null (tl_blueprint_add_connected (fixture->pay, "conceptual-service", "C", NULL, "realized-by", service, TRUE,
                                             &error));
  assert_refused (fixture, error);

  element = tl_blueprint_add_connected (fixture->pay, "conceptual-service", "C", NULL, "realized-by", service, FALSE, NULL);
  assert_label (fixture, "Add Conceptual Service C");
  g_assert_nonnull (tl_blueprint_connect (fixture->pay, "realized-by", element, service, NULL));
  assert_label (fixture, "Add Conceptual Service C");
  tl_history_undo (fixture->history);
  g_assert_false (tl_history_get_can_undo (fixture->history));
}

/* Places */

static void
test_place (Fixture       *fixture,
            gconstpointer  unused)
{
  TlRecord *capability = add (fixture, "capability", "Pay by card");
  TlPlacing placings[] = {
    { capability, 1234.49, -3.5, 160, 0 },
    { get (fixture, "c1"), 1, 2, 3, 4 }, /* on the line: nobody places it */
    { get (fixture, "b1"), 5, 6, 7, 8 },
  };
  TlPlacing placing;
  g_autoptr(GError) error = NULL;

  g_assert_false (tl_blueprint_get_placing (fixture->pay, placings[2].element, &placing));
  g_assert_true (placing.element == placings[2].element);
  g_assert_true (tl_blueprint_place (fixture->pay, placings, 3, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_label (fixture, "Move 3 Elements");
  g_assert_cmpstr (tl_record_get (capability, TL_ELEMENT_X), ==, "1234");
  g_assert_cmpstr (tl_record_get (capability, TL_ELEMENT_Y), ==, "-4");
  g_assert_cmpstr (tl_record_get (capability, TL_ELEMENT_WIDTH), ==, "160");
  g_assert_null (tl_record_get (capability, TL_ELEMENT_HEIGHT));
  g_assert_null (tl_record_get (get (fixture, "c1"), TL_ELEMENT_X));

  g_assert_true (tl_blueprint_get_placing (fixture->pay, capability, &placing));
  g_assert_cmpfloat (placing.y, ==, -4);
  g_assert_cmpfloat (placing.width, ==, 160);
  g_assert_true (tl_blueprint_get_placing (fixture->pay, placings[2].element, &placing));
  g_assert_cmpfloat (placing.x, ==, 5);
  g_assert_null (tl_record_get (placings[2].element, TL_ELEMENT_X));

  placing = (TlPlacing){ capability, 1, 2 };
  g_assert_true (tl_blueprint_place (fixture->pay, &placing, 1, NULL, NULL, &error));
  assert_label (fixture, "Move Pay by card");
  g_assert_null (tl_record_get (capability, TL_ELEMENT_WIDTH));

  placing.x = NAN;
  g_assert_false (tl_blueprint_place (fixture->pay, &placing, 1, "Tidy", NULL, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  placing.x = 1e10;
  g_assert_false (tl_blueprint_place (fixture->pay, &placing, 1, "Tidy", NULL, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  assert_label (fixture, "Move Pay by card");
}

static gint64
stand_still (void)
{
  return 1;
}

static void
test_nudge (Fixture       *fixture,
            gconstpointer  unused)
{
  TlRecord *capability = add (fixture, "capability", "Pay by card");

  tl_history_set_clock (fixture->history, stand_still);
  for (int i = 0; i < 20; i++)
    {
      TlPlacing placing = { capability, 40 + i * 8, 80 };

      g_assert_true (tl_blueprint_place (fixture->pay, &placing, 1, NULL, "nudge", NULL));
    }
  g_assert_cmpstr (tl_record_get (capability, TL_ELEMENT_X), ==, "192");
  tl_history_undo (fixture->history);
  g_assert_cmpstr (tl_record_get (capability, TL_ELEMENT_X), ==, "40");
  tl_history_undo (fixture->history);
  g_assert_false (tl_history_get_can_undo (fixture->history));
}

/* Removing */

static void
test_remove (Fixture       *fixture,
             gconstpointer  unused)
{
  TlRecord *several[] = { get (fixture, "l1"), get (fixture, "c1"), get (fixture, "l1"), get (fixture, "r1") };

  tl_blueprint_remove (fixture->pay, several, 0);
  g_assert_false (tl_history_get_can_undo (fixture->history));

  tl_blueprint_remove (fixture->pay, several, 4);
  assert_label (fixture, "Delete 2 Elements");
  g_assert_null (tl_project_lookup (fixture->project, "x1"));
  g_assert_null (tl_project_lookup (fixture->project, "u1"));
  g_assert_nonnull (tl_project_lookup (fixture->project, "r3"));
  tl_fixture_check (fixture->project, NULL);
  tl_history_undo (fixture->history);

  tl_blueprint_remove (fixture->pay, several, 1);
  assert_label (fixture, "Delete Logical Service Checkout");
  tl_history_undo (fixture->history);

  tl_blueprint_remove (fixture->pay, several + 3, 1);
  assert_label (fixture, "Disconnect Paying from Checkout");
  tl_history_undo (fixture->history);

  several[0] = get (fixture, "r1");
  several[1] = get (fixture, "r2");
  tl_blueprint_remove (fixture->pay, several, 2);
  assert_label (fixture, "Delete 2 Relations");
}

/* A guest leaves, and nothing of it but what this blueprint says about it. */
static void
test_remove_guest (Fixture       *fixture,
                   gconstpointer  unused)
{
  TlRecord *guest = get (fixture, "l1");
  TlRecord *use = get (fixture, "u1");
  g_autoptr(GPtrArray) guests = NULL;

  tl_blueprint_remove (fixture->hr, &guest, 1);
  assert_label (fixture, "Remove Checkout from Payroll");
  g_assert_null (tl_project_lookup (fixture->project, "u1"));
  g_assert_null (tl_project_lookup (fixture->project, "x1"));
  g_assert_nonnull (tl_project_lookup (fixture->project, "l1"));
  g_assert_nonnull (tl_project_lookup (fixture->project, "r1"));
  guests = tl_blueprint_list_guests (fixture->hr);
  g_assert_cmpuint (guests->len, ==, 0);

  tl_history_undo (fixture->history);
  tl_blueprint_remove (fixture->hr, &use, 1);
  g_assert_null (tl_project_lookup (fixture->project, "x1"));
}

/* Copies */

static TlRecord *
find_copy (GPtrArray  *copies,
           const char *name)
{
  for (guint i = 0; i < copies->len; i++)
    if (g_str_equal (tl_record_get_name (copies->pdata[i]), name))
      return copies->pdata[i];
  g_assert_not_reached ();
}

static TlRecord *
get_last_relation (TlRecord *service)
{
  return tl_record_get_child (service, TL_SERVICE_RELATIONS,
                              tl_record_get_n_items (service, TL_SERVICE_RELATIONS) - 1);
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  unused)
{
  TlRecord *capability = add (fixture, "capability", "Pay by card");
  TlRecord *component = add (fixture, "logical-component", "Checkout API");
  TlRecord *elements[] = { capability, component, get (fixture, "c1"), get (fixture, "h1") };
  g_autoptr(GPtrArray) copies = NULL;
  TlRecord *copy, *relation;
  guint n_relations;

  connect (fixture, "realized-by", capability, component);
  n_relations = tl_record_get_n_items (fixture->pay, TL_SERVICE_RELATIONS);
  copies = tl_blueprint_duplicate (fixture->pay, elements, 4, 16, 8, NULL);
  assert_label (fixture, "Duplicate 3 Elements");
  g_assert_cmpuint (copies->len, ==, 3);
  g_assert_cmpuint (tl_record_get_n_items (fixture->pay, TL_SERVICE_RELATIONS), ==, n_relations + 1);

  copy = find_copy (copies, "Pay by card");
  relation = get_last_relation (fixture->pay);
  g_assert_cmpstr (tl_record_get (copy, TL_ELEMENT_X), ==, "56");
  g_assert_cmpstr (tl_record_get (copy, TL_ELEMENT_Y), ==, "88");
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, tl_record_get_id (copy));
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_TO), ==, tl_record_get_id (find_copy (copies, "Checkout API")));

  copy = find_copy (copies, "Paying");
  g_assert_cmpuint (tl_record_get_n_items (copy, TL_ELEMENT_PROPERTIES), ==, 1);
  g_assert_null (tl_record_get (copy, TL_ELEMENT_X));

  g_clear_pointer (&copies, g_ptr_array_unref);
  copies = tl_blueprint_duplicate (fixture->pay, elements, 1, 0, 0, NULL);
  assert_label (fixture, "Duplicate Pay by card");
  g_clear_pointer (&copies, g_ptr_array_unref);
  copies = tl_blueprint_duplicate (fixture->pay, elements + 3, 1, 0, 0, NULL);
  g_assert_cmpuint (copies->len, ==, 0);
  assert_label (fixture, "Duplicate Pay by card");
}

/* As from another program: whatever stands in it. */
static GPtrArray *
new_copied (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, tl_fixture_new_record (&tl_relation_type, TL_RELATION_ID, "q1", TL_RELATION_KIND, "realized-by",
                                                   TL_RELATION_FROM, "l1", TL_RELATION_TO, "q2", -1));
  g_ptr_array_add (records, tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "l1", TL_ELEMENT_KIND, "capability",
                                                   TL_ELEMENT_NAME, "Foreign", TL_ELEMENT_X, "10", TL_ELEMENT_Y, "20", -1));
  g_ptr_array_add (records, tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "q2", TL_ELEMENT_KIND, "logical-component",
                                                   TL_ELEMENT_NAME, "Part", -1));
  g_ptr_array_add (records, tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "q3", TL_ELEMENT_KIND, "of-tomorrow",
                                                   TL_ELEMENT_NAME, "Strange", -1));
  return records;
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr(GPtrArray) records = new_copied ();
  g_autoptr(GPtrArray) pasted = NULL;
  guint n_relations = tl_record_get_n_items (fixture->hr, TL_SERVICE_RELATIONS);
  TlRecord *foreign, *relation;
  g_autoptr(GError) error = NULL;

  pasted = tl_blueprint_paste (fixture->hr, records, 100, 0, &error);
  g_assert_no_error (error);
  assert_label (fixture, "Paste 3 Elements");
  g_assert_cmpuint (pasted->len, ==, 3);
  foreign = find_copy (pasted, "Foreign");
  g_assert_cmpstr (tl_record_get_id (foreign), !=, "l1");
  g_assert_cmpstr (tl_record_get (foreign, TL_ELEMENT_X), ==, "110");
  g_assert_true (tl_record_get_parent (find_copy (pasted, "Strange")) == fixture->hr);
  g_assert_cmpuint (tl_record_get_n_items (fixture->hr, TL_SERVICE_RELATIONS), ==, n_relations + 1);
  relation = get_last_relation (fixture->hr);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, tl_record_get_id (foreign));

  /* They were copied, so the same can be pasted again. */
  g_clear_pointer (&pasted, g_ptr_array_unref);
  pasted = tl_blueprint_paste (fixture->pay, records, 0, 0, &error);
  g_assert_cmpuint (pasted->len, ==, 3);
}

static void
test_paste_relations (Fixture       *fixture,
                      gconstpointer  unused)
{
  static const struct
  {
    const char *kind, *from, *to;
    gboolean    kept;
  } cases[] = {
    { "realized-by", "new", "l1", TRUE },     /* to what is here */
    { "realized-by", "c1", "l2", TRUE },      /* between what is here */
    { "realized-by", "c1", "l1", FALSE },     /* r1 says so already */
    { "realized-by", "new", "gone", FALSE },
    { "realized-by", "l1", "jira", FALSE },   /* no element */
    { "realized-by", "a1", "new", FALSE },    /* against the line */
    { "realized-by", "new", "new", FALSE },
    { "loves", "new", "l1", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GPtrArray) pasted = NULL;
      guint n = tl_record_get_n_items (fixture->pay, TL_SERVICE_RELATIONS);

      g_ptr_array_add (records, tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "new",
                                                       TL_ELEMENT_KIND, "conceptual-service", -1));
      g_ptr_array_add (records, tl_fixture_new_record (&tl_relation_type, TL_RELATION_ID, "q", TL_RELATION_KIND, cases[i].kind,
                                                       TL_RELATION_FROM, cases[i].from, TL_RELATION_TO, cases[i].to, -1));
      pasted = tl_blueprint_paste (fixture->pay, records, 0, 0, NULL);
      g_assert_cmpuint (pasted->len, ==, 1);
      g_assert_cmpuint (tl_record_get_n_items (fixture->pay, TL_SERVICE_RELATIONS), ==, n + cases[i].kept);
    }
}

static void
test_paste_kinds_and_uses (Fixture       *fixture,
                           gconstpointer  unused)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) pasted = NULL;
  TlRecord *root = TL_RECORD (fixture->project);
  guint n_kinds = tl_record_get_n_items (root, TL_PROJECT_KINDS);
  TlRecord *element;

  g_ptr_array_add (records, tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "q1", TL_ELEMENT_KIND, "robot",
                                                   TL_ELEMENT_NAME, "Robbie", -1));
  g_ptr_array_add (records, tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "q2", TL_ELEMENT_KIND, "k2",
                                                   TL_ELEMENT_NAME, "Weekly run", -1));
  g_ptr_array_add (records, tl_fixture_new_record (&tl_own_kind_type, TL_OWN_KIND_ID, "robot", TL_OWN_KIND_NAME, "Robot",
                                                   TL_OWN_KIND_LIKE, "device", -1));
  g_ptr_array_add (records, tl_fixture_new_record (&tl_own_kind_type, TL_OWN_KIND_ID, "k2", TL_OWN_KIND_NAME, "Batch job",
                                                   TL_OWN_KIND_LIKE, "application", -1));
  g_ptr_array_add (records, tl_fixture_new_record (&tl_use_type, TL_USE_ID, "q3", TL_USE_OF, "b1", TL_USE_X, "1", -1));
  g_ptr_array_add (records, tl_fixture_new_record (&tl_use_type, TL_USE_ID, "q4", TL_USE_OF, "l1", -1));

  pasted = tl_blueprint_paste (fixture->pay, records, 8, 8, NULL);
  g_assert_cmpuint (pasted->len, ==, 2);
  g_assert_cmpuint (tl_record_get_n_items (root, TL_PROJECT_KINDS), ==, n_kinds + 1);
  element = find_copy (pasted, "Robbie");
  g_assert_cmpstr (tl_element_get_kind_name (TL_ELEMENT (element)), ==, "Robot");
  g_assert_cmpuint (tl_record_get_list_number (element), ==, TL_SERVICE_REALIZED);
  g_assert_cmpstr (tl_record_get (find_copy (pasted, "Weekly run"), TL_ELEMENT_KIND), ==, "batch");
  g_assert_cmpuint (tl_record_get_n_items (fixture->pay, TL_SERVICE_USES), ==, 1);
  g_assert_cmpstr (tl_record_get (tl_record_get_child (fixture->pay, TL_SERVICE_USES, 0), TL_USE_X), ==, "9");
}

/* What comes from elsewhere may be anything that a record can be. */
static void
test_paste_refuses (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autoptr(GPtrArray) records = new_copied ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (records, tl_record_new (&tl_element_type));
  g_assert_null (tl_blueprint_paste (fixture->pay, records, 0, 0, &error));
  assert_refused (fixture, error);
  g_clear_error (&error);

  g_ptr_array_remove_index (records, records->len - 1);
  g_ptr_array_add (records, tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "q2", TL_ELEMENT_KIND, "data", -1));
  g_assert_null (tl_blueprint_paste (fixture->pay, records, 0, 0, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_DUPLICATE_ID);
  g_assert_false (tl_history_get_can_undo (fixture->history));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/project/blueprint/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("use", test_use);
  ADD ("connect", test_connect);
  ADD ("connect/refuses", test_connect_refuses);
  ADD ("connect/unknown-kind", test_connect_unknown_kind);
  ADD ("add-connected", test_add_connected);
  ADD ("place", test_place);
  ADD ("nudge", test_nudge);
  ADD ("remove", test_remove);
  ADD ("remove/guest", test_remove_guest);
  ADD ("duplicate", test_duplicate);
  ADD ("paste", test_paste);
  ADD ("paste/relations", test_paste_relations);
  ADD ("paste/kinds-and-uses", test_paste_kinds_and_uses);
  ADD ("paste/refuses", test_paste_refuses);
#undef ADD

  return g_test_run ();
}
