/* test-traceability.c: what is said about a project one can look over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-traceability.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "tl-trace-check.h"
#include "tl-trace-fixture.h"

static gboolean
has_gap (TlProject  *project,
         const char *id,
         TlNeed      need)
{
  g_autoptr(GArray) gaps = tl_traceability_list_gaps_of (tl_traceability_get (project),
                                                         tl_project_lookup (project, id));

  for (guint i = 0; i < gaps->len; i++)
    if (g_array_index (gaps, TlGap, i).rule->need == need)
      return TRUE;
  return FALSE;
}

static char *
join_ids (GPtrArray *records)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tl_record_get_id (g_ptr_array_index (records, i)));
  g_ptr_array_unref (records);
  return g_string_free (text, FALSE);
}

static void
test_gaps (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlTraceability *self = tl_traceability_get (project);

  g_assert_true (tl_traceability_get (project) == self);
  tl_trace_check (self, project);

  g_assert_cmpint (tl_traceability_get_forward (self, tl_project_lookup (project, "take")), ==, TL_TRACED_YES);
  g_assert_cmpint (tl_traceability_get_forward (self, tl_project_lookup (project, "refund")), ==, TL_TRACED_NO);
  g_assert_cmpint (tl_traceability_get_backward (self, tl_project_lookup (project, "app")), ==, TL_TRACED_YES);
  g_assert_false (has_gap (project, "take", TL_NEED_FORWARD));
  g_assert_true (has_gap (project, "refund", TL_NEED_FORWARD));
  g_assert_false (has_gap (project, "app", TL_NEED_BACKWARD));
}

/* A gap goes and comes with the trace, and the signal says whose it was. */
static void
changed_cb (TlTraceability *self,
            GHashTable     *elements,
            GHashTable     *services,
            GString        *log)
{
  g_string_append_printf (log, "[%u %u]", g_hash_table_size (elements), g_hash_table_size (services));
}

static void
test_edit (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlTraceability *self = tl_traceability_get (project);
  TlHistory *history = tl_project_get_history (project);
  TlRecord *pay = tl_project_lookup (project, "pay");
  TlRecord *relation = tl_record_new (&tl_relation_type);
  g_autoptr(GString) log = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  TlTransaction *transaction;
  guint before = tl_traceability_count_gaps (self, pay);

  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), log);

  tl_record_fill (relation, TL_RELATION_KIND, "realized-by", NULL);
  tl_record_fill (relation, TL_RELATION_FROM, "refund", NULL);
  tl_record_fill (relation, TL_RELATION_TO, "checkout", NULL);
  transaction = tl_project_begin (project, "Connect");
  tl_transaction_insert (transaction, pay, TL_SERVICE_RELATIONS, G_MAXUINT, relation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_traceability_count_gaps (self, pay), ==, before); /* it may still be taken back */
  tl_transaction_commit (transaction);

  g_assert_cmpstr (log->str, ==, "[2 1]");
  g_assert_false (has_gap (project, "refund", TL_NEED_FORWARD));
  g_assert_cmpuint (tl_traceability_count_gaps (self, pay), <, before);
  g_assert_cmpfloat (tl_traceability_get_traced (self, pay), <=, 1);

  tl_history_undo (history);
  g_assert_true (has_gap (project, "refund", TL_NEED_FORWARD));
  g_assert_cmpuint (tl_traceability_count_gaps (self, pay), ==, before);
  g_assert_cmpstr (log->str, ==, "[2 1][2 1]");

  /* A name is nothing to it. */
  transaction = tl_project_begin (project, "Rename");
  tl_transaction_set (transaction, tl_project_lookup (project, "app"), TL_ELEMENT_NAME, "Till", NULL);
  tl_transaction_commit (transaction);
  g_assert_cmpstr (log->str, ==, "[2 1][2 1]");
}

/* Whoever listens to the project may ask, even if it has listened for longer. */
static void
project_changed_cb (TlProject *project,
                    GPtrArray *changes,
                    gpointer   user_data)
{
  TlRecord *pay = tl_project_lookup (project, "pay");

  *(guint *) user_data = tl_traceability_count_gaps (tl_traceability_get (project), pay);
}

static void
test_early_listener (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlTransaction *transaction;
  guint heard = 0, before;

  g_signal_connect (project, "changed", G_CALLBACK (project_changed_cb), &heard);
  before = tl_traceability_count_gaps (tl_traceability_get (project), tl_project_lookup (project, "pay"));

  transaction = tl_project_begin (project, "Delete");
  tl_transaction_remove (transaction, tl_project_lookup (project, "r1"));
  tl_transaction_commit (transaction);
  g_assert_cmpuint (heard, >, before);
}

static void
test_progress (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlTraceability *self = tl_traceability_get (project);
  guint n_there = 0, n_line = 0;

  tl_traceability_get_progress (self, tl_project_lookup (project, "pay"), &n_there, &n_line);
  g_assert_cmpuint (n_there, ==, 1);
  g_assert_cmpuint (n_line, >=, 7);
  tl_traceability_get_progress (self, tl_project_lookup (project, "books"), &n_there, &n_line);
  g_assert_cmpuint (n_there, ==, 0);
}

static void
test_users (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlTraceability *self = tl_traceability_get (project);
  g_autofree char *ledger = join_ids (tl_traceability_list_users (self, tl_project_lookup (project, "ledger")));
  g_autofree char *app = join_ids (tl_traceability_list_users (self, tl_project_lookup (project, "app")));

  g_assert_cmpstr (ledger, ==, "pay tax");
  g_assert_cmpstr (app, ==, "");
}

static void
test_line (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  GPtrArray *elements, *traces;
  g_autofree char *element_ids = NULL;
  g_autofree char *trace_ids = NULL;

  tl_traceability_follow (tl_traceability_get (project), tl_project_lookup (project, "checkout"),
                          &elements, &traces);
  element_ids = join_ids (elements);
  trace_ids = join_ids (traces);
  g_assert_cmpstr (element_ids, ==, "checkout app take");
  g_assert_cmpstr (trace_ids, ==, "r2 r1");
}

/* A database fails: what uses it in another service, what that realizes, and a
 * service that only says that it uses it. */
static void
test_impact (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr(GArray) impacts = tl_traceability_list_impact (tl_traceability_get (project),
                                                           tl_project_lookup (project, "ledger"));
  const TlImpact *app = &g_array_index (impacts, TlImpact, 1);
  gboolean found = FALSE;

  g_assert_cmpuint (impacts->len, >=, 4);
  g_assert_cmpstr (tl_record_get_id (g_array_index (impacts, TlImpact, 0).element), ==, "ledger");
  g_assert_cmpstr (tl_record_get_id (app->element), ==, "app");
  g_assert_cmpstr (tl_record_get_id (app->by), ==, "ledger");
  g_assert_cmpstr (app->relation->id, ==, "uses");
  g_assert_cmpuint (app->distance, ==, 1);
  for (guint i = 0; i < impacts->len; i++)
    {
      const char *id = tl_record_get_id (g_array_index (impacts, TlImpact, i).element);

      g_assert_cmpstr (id, !=, "server"); /* does not need what runs on it */
      found |= g_strcmp0 (id, "tax") == 0;
    }
  g_assert_true (found);
}

/* Far deeper than any stack, and back to where it began. */
static void
test_long_chain (void)
{
  g_autoptr(GString) text = g_string_new ("<project xmlns='urn:throughline:project:1' id='p' edition='2.1'>"
                                          "<services><service id='s'><realized>");
  g_autoptr(TlProject) project = NULL;
  g_autoptr(GArray) impacts = NULL;
  GPtrArray *elements, *traces;
  const guint n = 50000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<element id='e%u' kind='application'/>", i);
  g_string_append (text, "</realized><relations>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<relation id='t%u' kind='realized-by' from='e%u' to='e%u'/>"
                            "<relation id='u%u' kind='uses' from='e%u' to='e%u'/>",
                            i, i, (i + 1) % n, i, i, (i + 1) % n);
  g_string_append (text, "</relations></service></services></project>");
  project = tl_trace_fixture_read (text->str);

  tl_traceability_follow (tl_traceability_get (project), tl_project_lookup (project, "e7"), &elements, &traces);
  g_assert_cmpuint (elements->len, ==, n);
  g_assert_cmpuint (traces->len, ==, n);
  g_ptr_array_unref (elements);
  g_ptr_array_unref (traces);

  impacts = tl_traceability_list_impact (tl_traceability_get (project), tl_project_lookup (project, "e7"));
  g_assert_cmpuint (impacts->len, ==, n);
}

/* It knows nothing, and does not mind. */
static void
test_strangers (void)
{
  g_autoptr(TlProject) project = tl_trace_fixture_new_project ();
  TlTraceability *self = tl_traceability_get (project);
  g_autoptr(TlRecord) loose = tl_record_new (&tl_element_type);
  g_autofree char *out = join_ids (tl_traceability_list_out (self, loose));
  g_autofree char *users = join_ids (tl_traceability_list_users (self, loose));
  g_autoptr(GArray) gaps = tl_traceability_list_gaps_of (self, loose);
  g_autoptr(GArray) impacts = tl_traceability_list_impact (self, loose);

  g_assert_cmpstr (out, ==, "");
  g_assert_cmpstr (users, ==, "");
  g_assert_cmpuint (gaps->len, ==, 0);
  g_assert_cmpuint (impacts->len, ==, 0);
  g_assert_cmpint (tl_traceability_get_forward (self, loose), ==, TL_TRACED_NOT_NEEDED);
}

/* Goes with its project. */
static void
test_end (void)
{
  TlProject *project = tl_trace_fixture_new_project ();
  TlTraceability *self = tl_traceability_get (project);

  g_object_add_weak_pointer (G_OBJECT (self), (gpointer *) &self);
  g_assert_finalize_object (project);
  g_assert_null (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/traceability/gaps", test_gaps);
  g_test_add_func ("/analysis/traceability/edit", test_edit);
  g_test_add_func ("/analysis/traceability/early-listener", test_early_listener);
  g_test_add_func ("/analysis/traceability/progress", test_progress);
  g_test_add_func ("/analysis/traceability/users", test_users);
  g_test_add_func ("/analysis/traceability/line", test_line);
  g_test_add_func ("/analysis/traceability/impact", test_impact);
  g_test_add_func ("/analysis/traceability/long-chain", test_long_chain);
  g_test_add_func ("/analysis/traceability/strangers", test_strangers);
  g_test_add_func ("/analysis/traceability/end", test_end);

  return g_test_run ();
}
