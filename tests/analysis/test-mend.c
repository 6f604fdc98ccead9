/* test-mend.c: how gaps can be mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-mend.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "tl-trace-fixture.h"

static TlGap
get_gap (TlProject  *project,
         const char *id,
         TlNeed      need)
{
  TlRecord *element = tl_project_lookup (project, id);
  g_autoptr(GArray) gaps = tl_traceability_list_gaps_of (tl_traceability_get (project), element);

  for (guint i = 0; i < gaps->len; i++)
    if (g_array_index (gaps, TlGap, i).rule->need == need)
      return g_array_index (gaps, TlGap, i);
  g_assert_not_reached ();
}

static gboolean
has_gap (TlProject   *project,
         const TlGap *gap)
{
  g_autoptr(GArray) gaps = tl_traceability_list_gaps_of (tl_traceability_get (project), gap->element);

  for (guint i = 0; i < gaps->len; i++)
    if (g_array_index (gaps, TlGap, i).rule == gap->rule)
      return TRUE;
  return FALSE;
}

static void
test_connect (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlGap gap = get_gap (project, "refund", TL_NEED_FORWARD);
  g_autoptr(GPtrArray) candidates = tl_gap_list_candidates (&gap);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_ptr_array_find (candidates, tl_project_lookup (project, "checkout"), NULL));
  g_assert_false (g_ptr_array_find (candidates, tl_project_lookup (project, "take"), NULL));
  g_assert_false (g_ptr_array_find (candidates, tl_project_lookup (project, "server"), NULL));

  g_assert_true (tl_gap_accepts (&gap, tl_project_lookup (project, "checkout")));
  g_assert_false (tl_gap_accepts (&gap, tl_project_lookup (project, "server")));
  g_assert_false (tl_gap_accepts (&gap, gap.element));

  g_assert_true (tl_gap_connect (&gap, tl_project_lookup (project, "checkout"), &error));
  g_assert_no_error (error);
  g_assert_false (has_gap (project, &gap));
  tl_history_undo (tl_project_get_history (project));
  g_assert_true (has_gap (project, &gap));

  /* A server is no answer to it. */
  g_assert_false (tl_gap_connect (&gap, tl_project_lookup (project, "server"), &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_true (has_gap (project, &gap));
}

static void
test_create (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlGap gap = get_gap (project, "refund", TL_NEED_FORWARD);
  g_autoptr(GPtrArray) kinds = tl_gap_list_kinds (&gap);
  g_autoptr(GError) error = NULL;
  TlRecord *element;

  g_assert_cmpuint (kinds->len, >, 0);
  element = tl_gap_create (&gap, g_ptr_array_index (kinds, 0), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_record_get_name (element), ==, "Refund");
  g_assert_true (tl_element_get_kind (TL_ELEMENT (element)) == g_ptr_array_index (kinds, 0));
  g_assert_false (has_gap (project, &gap));

  /* One edit. */
  tl_history_undo (tl_project_get_history (project));
  g_assert_true (has_gap (project, &gap));
  g_assert_false (tl_history_get_can_undo (tl_project_get_history (project)));
}

/* Each gap that the metamodel knows can be mended by something, and is then gone. */
static void
test_all_rules (gconstpointer version)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_edition_get (version));
  const TlGapRule *const *rules = tl_metamodel_get_gap_rules (metamodel);

  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autoptr(TlProject) project = tl_project_new (tl_edition_get (version), "Rules");
      TlRecord *service = tl_record_new (&tl_service_type);
      g_autoptr(GPtrArray) kinds = NULL;
      g_autoptr(GError) error = NULL;
      TlTransaction *transaction = tl_project_begin (project, "Add");
      TlGap gap = { rules[i] };

      g_assert_true (tl_transaction_insert (transaction, TL_RECORD (project), TL_PROJECT_SERVICES, 0, service, NULL));
      tl_transaction_commit (transaction);
      gap.element = tl_blueprint_add_element (service, rules[i]->kind->id, "Of it", NULL, &error);
      g_assert_no_error (error);
      g_assert_true (has_gap (project, &gap));

      kinds = tl_gap_list_kinds (&gap);
      g_assert_cmpuint (kinds->len, >, 0);
      for (guint j = 0; j < kinds->len; j++)
        {
          g_assert_nonnull (tl_gap_create (&gap, g_ptr_array_index (kinds, j), "Other", &error));
          g_assert_no_error (error);
          g_assert_false (has_gap (project, &gap));
          tl_history_undo (tl_project_get_history (project));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/mend/connect", test_connect);
  g_test_add_func ("/analysis/mend/create", test_create);
  g_test_add_data_func ("/analysis/mend/all-rules/2.1", "2.1", test_all_rules);
  g_test_add_data_func ("/analysis/mend/all-rules/3.0", "3.0", test_all_rules);

  return g_test_run ();
}
