/* test-overlay.c: values of components and activities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "analysis/tl-money.h"
#include "analysis/tl-overlay.h"
#include "project/tl-assessment.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"
#include "tl-test-locale.h"

static TlProject *
make_project (const char *version,
              const char *currency)
{
  TlProject *project = tl_project_new_unsealed ();

  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_ID, "p", NULL));
  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_EDITION, version, NULL));
  g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_NAME, "Northwind", NULL));
  if (currency != NULL)
    g_assert_true (tl_record_fill (TL_RECORD (project), TL_PROJECT_CURRENCY, currency, NULL));

  return project;
}

static void
assess (TlProject  *project,
        const char *of,
        const char *date,
        const char *current,
        const char *goal)
{
  TlRecord *record = g_object_new (TL_TYPE_ASSESSMENT, NULL);

  g_assert_true (tl_record_fill (record, TL_ASSESSMENT_OF, of, NULL));
  g_assert_true (tl_record_fill (record, TL_ASSESSMENT_DATE, date, NULL));
  g_assert_true (tl_record_fill (record, TL_ASSESSMENT_CURRENT, current, NULL));
  g_assert_true (tl_record_fill (record, TL_ASSESSMENT_GOAL, goal, NULL));
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_ASSESSMENTS, record, NULL));
}

/* @supports: ids with spaces between. */
static void
add_tool (TlProject  *project,
          const char *id,
          const char *state,
          const char *cost,
          const char *currency,
          const char *supports)
{
  TlRecord *tool = g_object_new (TL_TYPE_TOOL, NULL);
  g_auto(GStrv) ids = g_strsplit (supports, " ", -1);

  g_assert_true (tl_record_fill (tool, TL_TOOL_ID, id, NULL));
  g_assert_true (tl_record_fill (tool, TL_TOOL_NAME, id, NULL));
  g_assert_true (tl_record_fill (tool, TL_TOOL_STATE, state, NULL));
  g_assert_true (tl_record_fill (tool, TL_TOOL_ANNUAL_COST, cost, NULL));
  g_assert_true (tl_record_fill (tool, TL_TOOL_CURRENCY, currency, NULL));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *support = g_object_new (TL_TYPE_SUPPORT, NULL);

      g_assert_true (tl_record_fill (support, TL_SUPPORT_COMPONENT, ids[i], NULL));
      g_assert_true (tl_record_adopt (tool, TL_TOOL_SUPPORTS, support, NULL));
    }
  g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_TOOLS, tool, NULL));
}

static void
assert_unknown (TlOverlay  *overlay,
                const char *id)
{
  const TlOverlayValue *value = tl_overlay_get (overlay, id);

  g_assert_nonnull (value);
  g_assert_false (value->known);
  g_assert_cmpint (value->heat, ==, -1);
  g_assert_cmpstr (value->text, ==, "–");
}

static void
assert_value (TlOverlay  *overlay,
              const char *id,
              double      number,
              int         heat,
              const char *text)
{
  const TlOverlayValue *value = tl_overlay_get (overlay, id);

  g_assert_nonnull (value);
  g_assert_true (value->known);
  g_assert_cmpfloat_with_epsilon (value->value, number, 1e-6);
  g_assert_cmpint (value->heat, ==, heat);
  g_assert_cmpstr (value->text, ==, text);
}

static void
test_maturity (void)
{
  g_autoptr(TlProject) project = make_project ("2.1", NULL);
  g_autoptr(TlOverlay) overlay = NULL;

  assess (project, "incident", "2026-05-01", "4", "5");
  assess (project, "incident", "2025-05-01", "1", "3");
  assess (project, "problem", "2026-05-01", "0", NULL);
  assess (project, "problem", "2026-05-01", "2", NULL);
  assess (project, "event", "2026-05-01", NULL, "3");
  assess (project, "finance-assets", "2026-05-01", "3", "3");
  tl_project_seal (project);

  overlay = tl_overlay_new (project, TL_OVERLAY_MATURITY);
  g_assert_cmpint (tl_overlay_get_kind (overlay), ==, TL_OVERLAY_MATURITY);
  assert_value (overlay, "incident", 4, 4, "4");
  assert_value (overlay, "problem", 2, 2, "2");
  assert_value (overlay, "finance-assets", 3, 3, "3");
  assert_unknown (overlay, "event");
  assert_unknown (overlay, "requirement");
  g_assert_null (tl_overlay_get (overlay, "nothing"));
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 0), ==, "0");
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 5), ==, "5");
  g_assert_null (tl_overlay_get_step_label (overlay, 6));
}

static void
test_gap (void)
{
  g_autoptr(TlProject) project = make_project ("2.1", NULL);
  g_autoptr(TlOverlay) overlay = NULL;

  /* The goal is older than the latest maturity, and still holds. */
  assess (project, "incident", "2025-05-01", "1", "5");
  assess (project, "incident", "2026-05-01", "3", NULL);
  assess (project, "problem", "2026-05-01", "4", "2");
  assess (project, "event", "2026-05-01", "2", "2");
  assess (project, "test", "2026-05-01", "2", NULL);
  tl_project_seal (project);

  overlay = tl_overlay_new (project, TL_OVERLAY_GAP);
  assert_value (overlay, "incident", 2, 2, "+2");
  assert_value (overlay, "problem", -2, 0, "−2");
  assert_value (overlay, "event", 0, 0, "0");
  assert_unknown (overlay, "test");
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 0), ==, "0");
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 3), ==, "+3");
}

static void
test_tools (void)
{
  g_autoptr(TlProject) project = make_project ("3.0", NULL);
  g_autoptr(TlOverlay) overlay = NULL;

  add_tool (project, "a", "live", NULL, NULL, "incident problem incident");
  add_tool (project, "b", NULL, NULL, NULL, "incident");
  add_tool (project, "c", "phasing-out", NULL, NULL, "incident test");
  add_tool (project, "d", "planned", NULL, NULL, "event");
  add_tool (project, "e", "retired", NULL, NULL, "event");
  add_tool (project, "f", "live", NULL, NULL, "cost-modeling investment change");
  add_tool (project, "g", "live", NULL, NULL, "investment change");
  tl_project_seal (project);

  overlay = tl_overlay_new (project, TL_OVERLAY_TOOLS);
  assert_value (overlay, "incident", 3, 5, "3");
  assert_value (overlay, "problem", 1, 2, "1");
  assert_value (overlay, "change", 2, 4, "2");
  assert_value (overlay, "event", 0, 0, "0");
  assert_value (overlay, "financial-management", 2, 4, "2");
  g_assert_nonnull (tl_overlay_get (overlay, "incident")->hint);
  g_assert_nonnull (tl_overlay_get (overlay, "event")->hint);
  g_assert_null (tl_overlay_get (overlay, "problem")->hint);
  g_assert_cmpstr (tl_overlay_get (overlay, "event")->hint, !=, tl_overlay_get (overlay, "incident")->hint);
  g_assert_cmpuint (tl_overlay_get_n_tools (overlay, "incident"), ==, 3);
  g_assert_cmpuint (tl_overlay_get_n_tools (overlay, "nothing"), ==, 0);
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 0), ==, "0");
  g_assert_null (tl_overlay_get_step_label (overlay, 1));
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 2), ==, "1");
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 5), ==, "3+");
}

static void
test_cost (void)
{
  g_autoptr(TlProject) project = make_project ("2.1", "EUR");
  g_autoptr(TlOverlay) overlay = NULL;

  add_tool (project, "a", "live", "200000", NULL, "incident problem");
  add_tool (project, "b", "live", "110000", "EUR", "incident");
  add_tool (project, "c", "retired", "900000", NULL, "incident");
  add_tool (project, "d", "live", NULL, NULL, "problem test");
  add_tool (project, "e", "live", "0", NULL, "event");
  tl_project_seal (project);

  overlay = tl_overlay_new (project, TL_OVERLAY_COST);
  assert_value (overlay, "incident", 210000, 5, "210\302\240k€");
  assert_value (overlay, "problem", 100000, 2, "≥\302\240100\302\240k€");
  assert_value (overlay, "event", 0, 0, "0\302\240€");
  assert_unknown (overlay, "test");
  g_assert_nonnull (tl_overlay_get (overlay, "problem")->hint);
  g_assert_nonnull (tl_overlay_get (overlay, "test")->hint);
  g_assert_null (tl_overlay_get (overlay, "incident")->hint);
  assert_unknown (overlay, "requirement");
  g_assert_null (tl_overlay_get (overlay, "requirement")->hint);
  for (int i = 0; i < 6; i++)
    g_assert_nonnull (tl_overlay_get_step_label (overlay, i));
}

/* Amounts in different currencies are never added up. */
static void
test_currencies (void)
{
  g_autoptr(TlProject) project = make_project ("2.1", NULL);
  g_autoptr(TlOverlay) overlay = NULL;

  add_tool (project, "a", "live", "1000", "CHF", "incident");
  add_tool (project, "b", "live", "2000", "USD", "incident problem");
  add_tool (project, "c", "live", "3000", "USD", "problem");
  tl_project_seal (project);

  overlay = tl_overlay_new (project, TL_OVERLAY_COST);
  assert_value (overlay, "problem", 4000, 4, "4\302\240k$");
  assert_value (overlay, "incident", 1000, -1, "1\302\240k$ +…");
  g_assert_nonnull (tl_overlay_get (overlay, "incident")->hint);
}

static void
add_services (TlProject  *project,
              const char *stage,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      TlRecord *service = g_object_new (TL_TYPE_SERVICE, NULL);
      g_autofree char *id = tl_project_create_id (project, &tl_service_type);

      g_assert_true (tl_record_fill (service, TL_SERVICE_ID, id, NULL));
      g_assert_true (tl_record_fill (service, TL_SERVICE_STAGE, stage, NULL));
      g_assert_true (tl_record_adopt (TL_RECORD (project), TL_PROJECT_SERVICES, service, NULL));
    }
}

static void
assert_services (TlOverlay     *overlay,
                 TlProject     *project,
                 TlConceptKind  kind,
                 const char    *id,
                 const char    *text,
                 int            heat,
                 const char    *hint)
{
  const TlConcept *place = tl_edition_lookup (tl_project_get_edition (project), kind, id);
  const TlOverlayValue *value = tl_overlay_get_place (overlay, place);

  g_assert_nonnull (value);
  g_assert_true (value->known);
  g_assert_cmpstr (value->text, ==, text);
  g_assert_cmpint (value->heat, ==, heat);
  g_assert_cmpstr (value->hint, ==, hint);
}

static void
test_services (void)
{
  g_autoptr(TlProject) project = make_project ("2.1", NULL);
  g_autoptr(TlOverlay) overlay = NULL;

  add_services (project, "strategy-to-portfolio--strategy", 2);
  add_services (project, "requirement-to-deploy--develop", 3);
  add_services (project, "requirement-to-deploy--test", 1);
  add_services (project, NULL, 5);
  tl_project_seal (project);

  overlay = tl_overlay_new (project, TL_OVERLAY_SERVICES);
  g_assert_null (tl_overlay_get (overlay, "incident"));
  assert_services (overlay, project, TL_CONCEPT_STREAM, "strategy-to-portfolio", "2", 2, NULL);
  assert_services (overlay, project, TL_CONCEPT_STREAM, "requirement-to-deploy", "4", 4, "4 stuck");
  assert_services (overlay, project, TL_CONCEPT_STREAM, "detect-to-correct", "0", 0, NULL);
  assert_services (overlay, project, TL_CONCEPT_STAGE, "requirement-to-deploy--develop", "3", 3, "3 stuck");
  assert_services (overlay, project, TL_CONCEPT_STAGE, "requirement-to-deploy--deploy", "0", 0, NULL);
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 4), ==, "4");
  g_assert_null (tl_overlay_get_step_label (overlay, 5));
}

/* In 3.0 the groups have them too, by what a stage is about. */
static void
test_services_of_groups (void)
{
  g_autoptr(TlProject) project = make_project ("3.0", NULL);
  g_autoptr(TlOverlay) overlay = NULL;
  g_autoptr(TlOverlay) other = NULL;

  add_services (project, "evaluate--gather-influencers", 1);
  add_services (project, "integrate--design-develop", 12);
  add_services (project, "release--define-service-offer", 2);
  tl_project_seal (project);

  overlay = tl_overlay_new (project, TL_OVERLAY_SERVICES);
  assert_services (overlay, project, TL_CONCEPT_GROUP, "strategy-to-portfolio", "1", 1, NULL);
  assert_services (overlay, project, TL_CONCEPT_GROUP, "requirement-to-deploy", "12", 3, "12 stuck");
  assert_services (overlay, project, TL_CONCEPT_GROUP, "request-to-fulfill", "2", 1, "2 stuck");
  assert_services (overlay, project, TL_CONCEPT_GROUP, "detect-to-correct", "0", 0, NULL);
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 1), ==, "1–5");
  g_assert_cmpstr (tl_overlay_get_step_label (overlay, 3), ==, "11–15");
  g_assert_null (tl_overlay_get_step_label (overlay, 4));

  other = tl_overlay_new (project, TL_OVERLAY_TOOLS);
  g_assert_null (tl_overlay_get_place (other, tl_edition_lookup (tl_project_get_edition (project),
                                                                 TL_CONCEPT_STREAM, "evaluate")));
}

static void
test_none (void)
{
  g_autoptr(TlProject) project = make_project ("2.1", NULL);
  g_autoptr(TlOverlay) overlay = NULL;

  add_tool (project, "a", "live", "1000", NULL, "incident");
  tl_project_seal (project);

  overlay = tl_overlay_new (project, TL_OVERLAY_NONE);
  g_assert_null (tl_overlay_get (overlay, "incident"));
  g_assert_cmpuint (tl_overlay_get_n_tools (overlay, "incident"), ==, 1);
  g_assert_null (tl_overlay_get_step_label (overlay, 0));
}

static void
test_kinds (void)
{
  for (guint i = 0; i < TL_N_OVERLAY_KINDS; i++)
    {
      TlOverlayKind kind = TL_N_OVERLAY_KINDS;

      g_assert_true (tl_overlay_kind_parse (tl_overlay_kind_get_token (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_nonnull (tl_overlay_kind_get_label (i));
    }
  g_assert_false (tl_overlay_kind_parse ("heat", &(TlOverlayKind) { 0 }));
  g_assert_false (tl_overlay_kind_parse (NULL, &(TlOverlayKind) { 0 }));
}

static void
test_money (void)
{
  static const struct
  {
    double      amount;
    const char *currency;
    const char *text;
  } cases[] = {
    { 0, "EUR", "0\302\240€" },
    { 950, "EUR", "950\302\240€" },
    { 999.4, "EUR", "999\302\240€" },
    { 999.6, "EUR", "1\302\240k€" },
    { 1250, "USD", "1.2\302\240k$" },
    { 48000, "CHF", "48\302\240k\302\240CHF" },
    { 210000, "EUR", "210\302\240k€" },
    { 999600, "EUR", "1\302\240M€" },
    { 2500000000.0, NULL, "2.5\302\240bn" },
    { 12, NULL, "12" },
  };
  char buffer[64];
  char tiny[6];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (tl_money_format (cases[i].amount, cases[i].currency, buffer, sizeof buffer), ==, cases[i].text);

  g_assert_cmpstr (tl_money_format_at (210000, "EUR", TL_MONEY_BEFORE, buffer, sizeof buffer), ==, "€210k");
  g_assert_cmpstr (tl_money_format_at (950, "USD", TL_MONEY_BEFORE, buffer, sizeof buffer), ==, "$950");
  g_assert_cmpstr (tl_money_format_at (48000, "CHF", TL_MONEY_BEFORE, buffer, sizeof buffer), ==, "CHF\302\24048k");
  g_assert_cmpstr (tl_money_format_at (210000, "EUR", TL_MONEY_BEFORE_SPACED, buffer, sizeof buffer), ==,
                   "€\302\240210\302\240k");
  g_assert_cmpstr (tl_money_format_at (12, NULL, TL_MONEY_BEFORE, buffer, sizeof buffer), ==, "12");

  /* Cut between characters. */
  g_assert_true (g_utf8_validate (tl_money_format (95, "EUR", tiny, sizeof tiny), -1, NULL));
}

/* The numbers, and the place of the sign. */
static void
test_money_by_locale (gconstpointer data)
{
  const char *const *texts = data;
  g_autofree char *exact = NULL;
  char buffer[64];

  if (!tl_test_set_locale (texts[0]))
    return;
  exact = tl_money_format_exact (1234567.5, "EUR");
  g_assert_cmpstr (tl_money_format (1250, "EUR", buffer, sizeof buffer), ==, texts[1]);
  g_assert_cmpstr (exact, ==, texts[2]);
  tl_test_reset_locale ();
}

static const char *const german[] = { "de_DE", "1,2\302\240k€", "1.234.567,50\302\240EUR" };
static const char *const american[] = { "en_US", "€1.2k", "EUR\302\2401,234,567.50" };
static const char *const arabic[] = { "ar_EG", "€\302\2401.2\302\240k", "EUR\302\2401,234,567.50" };

/* So many tools are written as numbers are where the user is. */
static void
test_counts_by_locale (gconstpointer data)
{
  const char *const *texts = data;
  const TlOverlayTotal totals[] = { { "incident", -1, -1, 1234, 0, NULL, 0 } };
  g_autoptr (TlOverlay) tools = NULL;

  if (!tl_test_set_locale (texts[0]))
    return;
  tools = tl_overlay_new_for_totals (tl_edition_get ("2.1"), TL_OVERLAY_TOOLS, totals, G_N_ELEMENTS (totals), NULL);
  g_assert_cmpstr (tl_overlay_get (tools, "incident")->text, ==, texts[1]);
  tl_test_reset_locale ();
}

static const char *const german_count[] = { "de_DE", "1.234" };
static const char *const french_count[] = { "fr_FR", "1\342\200\257234" };
static const char *const swiss_count[] = { "de_CH", "1’234" };

static void
test_totals (void)
{
  const TlEdition *edition = tl_edition_get ("2.1");
  const TlComponentCost costs[] = { { g_intern_static_string ("EUR"), 1200 } };
  const TlOverlayTotal totals[] = {
    { "incident", 2.5, 4, 12, 12, costs, G_N_ELEMENTS (costs) },
    { "problem", -1, -1, 3, 0, NULL, 0 },
    { "no-such-component", 5, 5, 99, 0, NULL, 0 },
  };
  g_autoptr (TlOverlay) maturity = tl_overlay_new_for_totals (edition, TL_OVERLAY_MATURITY, totals, G_N_ELEMENTS (totals), NULL);
  g_autoptr (TlOverlay) gap = tl_overlay_new_for_totals (edition, TL_OVERLAY_GAP, totals, G_N_ELEMENTS (totals), NULL);
  g_autoptr (TlOverlay) tools = tl_overlay_new_for_totals (edition, TL_OVERLAY_TOOLS, totals, G_N_ELEMENTS (totals), NULL);
  g_autoptr (TlOverlay) cost = tl_overlay_new_for_totals (edition, TL_OVERLAY_COST, totals, G_N_ELEMENTS (totals), NULL);

  g_assert_cmpstr (tl_overlay_get (maturity, "incident")->text, ==, "2.5");
  g_assert_false (tl_overlay_get (maturity, "problem")->known);
  g_assert_cmpstr (tl_overlay_get (gap, "incident")->text, ==, "+1.5");
  /* Many tools of many projects are no overlap. */
  g_assert_cmpstr (tl_overlay_get (tools, "incident")->text, ==, "12");
  g_assert_null (tl_overlay_get (tools, "incident")->hint);
  g_assert_cmpint (tl_overlay_get (tools, "incident")->heat, >, tl_overlay_get (tools, "problem")->heat);
  g_assert_nonnull (tl_overlay_get_step_label (tools, 5));
  g_assert_true (tl_overlay_get (cost, "incident")->known);
  g_assert_false (tl_overlay_get (cost, "problem")->known);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/overlay/maturity", test_maturity);
  g_test_add_func ("/analysis/overlay/gap", test_gap);
  g_test_add_func ("/analysis/overlay/tools", test_tools);
  g_test_add_func ("/analysis/overlay/cost", test_cost);
  g_test_add_func ("/analysis/overlay/currencies", test_currencies);
  g_test_add_func ("/analysis/overlay/services", test_services);
  g_test_add_func ("/analysis/overlay/services-of-groups", test_services_of_groups);
  g_test_add_func ("/analysis/overlay/none", test_none);
  g_test_add_func ("/analysis/overlay/kinds", test_kinds);
  g_test_add_func ("/analysis/money", test_money);
  g_test_add_data_func ("/analysis/money/german", german, test_money_by_locale);
  g_test_add_data_func ("/analysis/money/american", american, test_money_by_locale);
  g_test_add_data_func ("/analysis/money/arabic", arabic, test_money_by_locale);
  g_test_add_data_func ("/analysis/overlay/counts/german", german_count, test_counts_by_locale);
  g_test_add_data_func ("/analysis/overlay/counts/french", french_count, test_counts_by_locale);
  g_test_add_data_func ("/analysis/overlay/counts/swiss", swiss_count, test_counts_by_locale);
  g_test_add_func ("/analysis/overlay/totals", test_totals);

  return g_test_run ();
}
