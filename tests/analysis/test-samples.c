/* test-samples.c: that the samples have something to show on every page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-finding.h"
#include "analysis/tl-lifecycle.h"
#include "analysis/tl-traceability.h"
#include "project/tl-service.h"
#include "store/tl-template.h"

static TlProject *
create_sample (const char *version)
{
  g_autoptr (GError) error = NULL;
  const TlTemplate *templates;
  TlProject *project = NULL;
  guint n_templates;

  templates = tl_template_list (&n_templates);
  for (guint i = 0; i < n_templates && project == NULL; i++)
    if (templates[i].is_sample && g_strcmp0 (templates[i].edition, version) == 0)
      project = tl_template_create_project (&templates[i], NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (project);
  return project;
}

static guint
count_elements (TlRecord *service)
{
  guint n = 0;

  for (guint lane = TL_SERVICE_CONCEPTUAL; lane <= TL_SERVICE_REALIZED; lane++)
    n += tl_record_get_n_items (service, lane);
  return n;
}

static gboolean
is_in_all_lanes (TlRecord *service)
{
  return tl_record_get_n_items (service, TL_SERVICE_CONCEPTUAL) > 1
         && tl_record_get_n_items (service, TL_SERVICE_LOGICAL) > 2
         && tl_record_get_n_items (service, TL_SERVICE_REALIZED) > 1;
}

static void
test_sound (gconstpointer version)
{
  g_autoptr (TlProject) project = create_sample (version);
  g_autoptr (GPtrArray) findings = tl_finding_list_for_project (project);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((TlFinding *) g_ptr_array_index (findings, i))->message);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_services (gconstpointer version)
{
  g_autoptr (TlProject) project = create_sample (version);
  TlTraceability *traceability = tl_traceability_get (project);
  guint n_whole = 0, n_stuck = 0, n_underway = 0, n_users = 0, most = 0;

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES); i++)
    {
      TlRecord *service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, i);
      g_autoptr (GPtrArray) guests = tl_blueprint_list_guests (service);
      TlStanding standing;
      guint n_there, n_line;

      tl_lifecycle_get_standing (service, &standing);
      tl_traceability_get_progress (traceability, service, &n_there, &n_line);
      g_assert_false (standing.is_derived);
      n_whole += is_in_all_lanes (service);
      n_stuck += standing.is_stuck;
      n_underway += n_there < n_line;
      n_users += guests->len > 0;
      most = MAX (most, count_elements (service));
    }
  g_assert_cmpuint (n_whole, >=, 6);
  g_assert_cmpuint (n_stuck, >=, 1);
  g_assert_cmpuint (n_underway, >=, 2);
  g_assert_cmpuint (n_users, >=, 5);
  if (g_str_equal (version, "2.1"))
    g_assert_cmpuint (most, ==, 300);
}

/* Each of those that the pages are there to show, and few of all. */
static void
test_gaps (gconstpointer version)
{
  static const char *const shown[] = {
    "capability-not-realized",
    "logical-component-without-requirement",
    "server-not-designed",
  };
  const char *release = g_str_equal (version, "2.1") ? "service-release-without-blueprint" : "product-release-without-blueprint";
  g_autoptr (TlProject) project = create_sample (version);
  g_autoptr (GArray) gaps = tl_traceability_list_gaps (tl_traceability_get (project), NULL);
  g_autoptr (GHashTable) rules = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_elements = 0;

  for (guint i = 0; i < gaps->len; i++)
    g_hash_table_add (rules, (gpointer) g_array_index (gaps, TlGap, i).rule->id);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_true (g_hash_table_contains (rules, shown[i]));
  g_assert_true (g_hash_table_contains (rules, release));

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES); i++)
    n_elements += count_elements (tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, i));
  g_assert_cmpuint (gaps->len, <, n_elements / 5);
}

/* What breaks reaches other services. */
static void
test_impact (gconstpointer version)
{
  g_autoptr (GHashTable) hit = g_hash_table_new (NULL, NULL);
  g_autoptr (TlProject) project = create_sample (version);
  guint most = 0;

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES); i++)
    {
      TlRecord *service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, i);

      for (guint j = 0; j < tl_record_get_n_items (service, TL_SERVICE_REALIZED); j++)
        {
          g_autoptr (GArray) impacts = tl_traceability_list_impact (tl_traceability_get (project),
                                                                    tl_record_get_child (service, TL_SERVICE_REALIZED, j));

          g_hash_table_remove_all (hit);
          for (guint k = 0; k < impacts->len; k++)
            g_hash_table_add (hit, tl_element_get_service (TL_ELEMENT (g_array_index (impacts, TlImpact, k).element)));
          most = MAX (most, g_hash_table_size (hit));
        }
    }
  g_assert_cmpuint (most, >=, 4);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char   *name;
    GTestDataFunc func;
  } tests[] = {
    { "sound", test_sound },
    { "services", test_services },
    { "gaps", test_gaps },
    { "impact", test_impact },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *old = g_strconcat ("/samples/2.1/", tests[i].name, NULL);
      g_autofree char *new = g_strconcat ("/samples/3.0/", tests[i].name, NULL);

      g_test_add_data_func (old, "2.1", tests[i].func);
      g_test_add_data_func (new, "3.0", tests[i].func);
    }

  return g_test_run ();
}
