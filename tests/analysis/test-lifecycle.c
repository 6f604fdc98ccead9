/* test-lifecycle.c: where a service stands on its way, and what is missing there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/tl-lifecycle.h"

#include "project/tl-edit.h"
#include "project/tl-own-kind.h"
#include "project/tl-service.h"

typedef struct
{
  TlProject *project;
  TlRecord  *service;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  version)
{
  TlRecord *service = tl_record_new (&tl_service_type);

  fixture->project = tl_project_new (tl_edition_get (version), "Bank");
  tl_record_fill (service, TL_SERVICE_NAME, "Payments", NULL);
  g_assert_true (tl_edit_add (TL_RECORD (fixture->project), TL_PROJECT_SERVICES, service, NULL));
  fixture->service = service;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  version)
{
  g_assert_finalize_object (fixture->project);
}

static TlRecord *
add (Fixture    *fixture,
     const char *kind)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (fixture->project));
  const TlElementKind *like = tl_project_get_element_kind (fixture->project, kind);
  TlRecord *element = tl_record_new (&tl_element_type);

  g_assert_nonnull (metamodel);
  tl_record_fill (element, TL_ELEMENT_KIND, kind, NULL);
  g_assert_true (tl_edit_add (fixture->service, like != NULL ? like->lane : TL_LANE_REALIZED, element, NULL));
  return element;
}

static void
assert_at (Fixture    *fixture,
           const char *stage,
           gboolean    derived,
           gboolean    stuck)
{
  TlStanding standing;
  g_autoptr (GPtrArray) missing = tl_lifecycle_list_missing (fixture->service, NULL);

  tl_lifecycle_get_standing (fixture->service, &standing);
  g_assert_cmpstr (standing.stage != NULL ? standing.stage->concept.id : NULL, ==, stage);
  g_assert_cmpint (standing.is_derived, ==, derived);
  g_assert_cmpint (standing.is_stuck, ==, stuck);
  g_assert_cmpuint (standing.n_missing, ==, missing->len);
  g_assert_cmpuint (standing.n_expected, >=, standing.n_missing);
}

static void
assert_missing (Fixture    *fixture,
                guint       position,
                const char *kind)
{
  g_autoptr (GPtrArray) missing = tl_lifecycle_list_missing (fixture->service, NULL);

  g_assert_cmpuint (missing->len, >, position);
  g_assert_cmpstr (((TlExpectation *) missing->pdata[position])->kind->id, ==, kind);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  version)
{
  g_autofree char *text = tl_lifecycle_create_text (fixture->service);

  assert_at (fixture, NULL, TRUE, FALSE);
  g_assert_cmpstr (text, ==, "Nothing is on the line yet.");
  /* Parts alone are no line. */
  add (fixture, "quality");
  assert_at (fixture, NULL, TRUE, FALSE);
}

/* Seen from what is there: step by step, and never stuck while no step is left out. */
static void
test_derived (Fixture       *fixture,
              gconstpointer  version)
{
  add (fixture, "conceptual-service");
  assert_at (fixture, "strategy-to-portfolio--service-portfolio", TRUE, FALSE);
  assert_missing (fixture, 0, "outcome");
  add (fixture, "logical-service");
  assert_at (fixture, "requirement-to-deploy--plan-design", TRUE, FALSE);
  add (fixture, "service-release");
  assert_at (fixture, "requirement-to-deploy--develop", TRUE, FALSE);

  /* The blueprint was left out. */
  add (fixture, "service-catalog-entry");
  assert_at (fixture, "request-to-fulfill--design-publish", TRUE, TRUE);
  add (fixture, "service-release-blueprint");
  assert_at (fixture, "request-to-fulfill--design-publish", TRUE, FALSE);
  add (fixture, "desired-service");
  add (fixture, "actual-service");
  assert_at (fixture, "request-to-fulfill--measure", TRUE, FALSE);
}

static void
test_said (Fixture       *fixture,
           gconstpointer  version)
{
  g_autofree char *text = NULL;

  add (fixture, "conceptual-service");
  tl_edit_set (fixture->service, TL_SERVICE_STAGE, "strategy-to-portfolio--demand", NULL);
  tl_edit_set (fixture->service, TL_SERVICE_SINCE, "2026-09-14", NULL);
  assert_at (fixture, "strategy-to-portfolio--demand", FALSE, FALSE);
  text = tl_lifecycle_create_text (fixture->service);
  g_assert_cmpstr (text, ==, "At Demand in Strategy to Portfolio since 14 Sep 2026; missing by then are "
                             "Outcome, Capability, Stakeholder, Demand.");
  g_free (g_steal_pointer (&text));

  /* Went on without a release: what it lacks on the line is what it is stuck for. */
  add (fixture, "logical-service");
  tl_edit_set (fixture->service, TL_SERVICE_STAGE, "requirement-to-deploy--develop", NULL);
  assert_at (fixture, "requirement-to-deploy--develop", FALSE, TRUE);
  tl_edit_set (fixture->service, TL_SERVICE_SINCE, NULL, NULL);
  text = tl_lifecycle_create_text (fixture->service);
  g_assert_cmpstr (text, ==, "At Develop in Requirement to Deploy, and stuck: missing by then are Outcome, "
                             "Capability, Stakeholder, Demand, Requirement, Component, Service Release.");

  /* A stage of nowhere is as if none was said. */
  tl_edit_set (fixture->service, TL_SERVICE_STAGE, "nowhere", NULL);
  assert_at (fixture, "requirement-to-deploy--plan-design", TRUE, FALSE);
}

static void
test_all_there (Fixture       *fixture,
                gconstpointer  version)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (fixture->project));
  const TlStage *const *lifecycle = tl_metamodel_get_lifecycle (metamodel);
  const TlStage *last = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *text = NULL;

  while (*lifecycle != NULL)
    last = *lifecycle++;
  missing = tl_lifecycle_list_missing (fixture->service, last);
  for (guint i = 0; i < missing->len; i++)
    add (fixture, ((TlExpectation *) missing->pdata[i])->kind->id);

  g_assert_true (tl_edit_set_stage (fixture->service, last->concept.id, NULL));
  assert_at (fixture, last->concept.id, FALSE, FALSE);
  text = tl_lifecycle_create_text (fixture->service);
  g_assert_true (g_str_has_suffix (text, "; all is there that is expected by then."));
}

/* What is like something counts as that. */
static void
test_own_kind (Fixture       *fixture,
               gconstpointer  version)
{
  TlRecord *kind = tl_record_new (&tl_own_kind_type);

  tl_record_fill (kind, TL_OWN_KIND_ID, "epic", NULL);
  tl_record_fill (kind, TL_OWN_KIND_LIKE, "logical-service", NULL);
  tl_edit_add (TL_RECORD (fixture->project), TL_PROJECT_KINDS, kind, NULL);
  add (fixture, "epic");
  add (fixture, "something else");
  assert_at (fixture, "requirement-to-deploy--plan-design", TRUE, TRUE);
}

/* All that are not retired, by where they stand. */
static void
test_count (Fixture       *fixture,
            gconstpointer  version)
{
  static const char *const states[] = { NULL, "live", "retired", "live" };
  const TlEdition *edition = tl_edition_get (version);
  const TlConcept *portfolio = tl_edition_lookup (edition, TL_CONCEPT_STAGE, "strategy-to-portfolio--service-portfolio");
  const TlConcept *develop = tl_edition_lookup (edition, TL_CONCEPT_STAGE, "requirement-to-deploy--develop");
  g_autoptr (GHashTable) counts = NULL;
  TlStageCount *count;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      TlRecord *service = tl_record_new (&tl_service_type);

      tl_record_fill (service, TL_SERVICE_STATE, states[i], NULL);
      tl_edit_add (TL_RECORD (fixture->project), TL_PROJECT_SERVICES, service, NULL);
      fixture->service = service;
      add (fixture, "conceptual-service");
    }
  tl_edit_set_stage (fixture->service, "requirement-to-deploy--develop", NULL);

  counts = tl_lifecycle_count (fixture->project);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 2);
  count = g_hash_table_lookup (counts, portfolio);
  g_assert_cmpuint (count->n_services, ==, 2);
  g_assert_cmpuint (count->n_stuck, ==, 0);
  count = g_hash_table_lookup (counts, develop);
  g_assert_cmpuint (count->n_services, ==, 1);
  g_assert_cmpuint (count->n_stuck, ==, 1);
}

static void
test_set_stage (Fixture       *fixture,
                gconstpointer  version)
{
  TlHistory *history = tl_project_get_history (fixture->project);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_edit_set_stage (fixture->service, "detect-to-correct--detect", &error));
  g_assert_cmpstr (tl_record_get (fixture->service, TL_SERVICE_STAGE), ==, "detect-to-correct--detect");
  g_assert_cmpstr (tl_record_get (fixture->service, TL_SERVICE_SINCE), >=, today);
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Move Payments to Detect");

  g_assert_false (tl_edit_set_stage (fixture->service, "operate--detect-issue", &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);
  g_assert_cmpstr (tl_record_get (fixture->service, TL_SERVICE_STAGE), ==, "detect-to-correct--detect");

  /* Being there already is no move. */
  tl_edit_set (fixture->service, TL_SERVICE_SINCE, "2020-01-01", NULL);
  g_assert_true (tl_edit_set_stage (fixture->service, "detect-to-correct--detect", NULL));
  g_assert_cmpstr (tl_record_get (fixture->service, TL_SERVICE_SINCE), ==, "2020-01-01");
  tl_history_undo (history);

  g_assert_true (tl_edit_set_stage (fixture->service, NULL, NULL));
  g_assert_null (tl_record_get (fixture->service, TL_SERVICE_STAGE));
  g_assert_null (tl_record_get (fixture->service, TL_SERVICE_SINCE));
  tl_history_undo (history);
  tl_history_undo (history);
  g_assert_null (tl_record_get (fixture->service, TL_SERVICE_STAGE));
  g_assert_null (tl_record_get (fixture->service, TL_SERVICE_SINCE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, version, func) \
  g_test_add ("/analysis/lifecycle/" name, Fixture, version, set_up, func, tear_down)

  ADD ("empty", "2.1", test_empty);
  ADD ("derived", "2.1", test_derived);
  ADD ("said", "2.1", test_said);
  ADD ("all-there-2.1", "2.1", test_all_there);
  ADD ("all-there-3.0", "3.0", test_all_there);
  ADD ("own-kind", "2.1", test_own_kind);
  ADD ("count", "2.1", test_count);
  ADD ("set-stage", "2.1", test_set_stage);

  return g_test_run ();
}
