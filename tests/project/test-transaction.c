/* test-transaction.c: changes, all or none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-assessment.h"
#include "project/tl-element.h"
#include "project/tl-property.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

typedef struct
{
  TlProject *project;
  TlHistory *history;
  char      *start;    /* dump */
  GString   *changes;  /* what TlProject::changed said */
  guint      n_changed;
} Fixture;

static void
changed_cb (TlProject *project,
            GPtrArray *changes,
            Fixture   *fixture)
{
  static const char *const kinds[] = { "set", "insert", "remove", "move" };

  fixture->n_changed++;
  for (guint i = 0; i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);
      const char *id = tl_record_get_id (change->record);

      g_string_append_printf (fixture->changes, "%s %s", kinds[change->kind], id != NULL ? id : "-");
      if (change->kind == TL_CHANGE_SET)
        g_string_append_printf (fixture->changes, ".%u %s>%s", change->field, change->old_value, change->new_value);
      else if (change->kind == TL_CHANGE_MOVE)
        g_string_append_printf (fixture->changes, " %u>%u", change->old_position, change->position);
      else
        g_string_append_printf (fixture->changes, " %s/%u/%u", tl_record_get_name (change->parent),
                                change->list, change->position);
      g_string_append (fixture->changes, "; ");
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->project = tl_fixture_new_project ();
  fixture->history = tl_project_get_history (fixture->project);
  fixture->start = tl_fixture_dump (TL_RECORD (fixture->project));
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->project, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  tl_fixture_check (fixture->project, NULL);
  g_assert_finalize_object (fixture->project);
  g_free (fixture->start);
  g_string_free (fixture->changes, TRUE);
}

static void
assert_untouched (Fixture *fixture)
{
  g_autofree char *now = tl_fixture_dump (TL_RECORD (fixture->project));

  g_assert_cmpstr (now, ==, fixture->start);
  g_assert_false (tl_history_get_can_undo (fixture->history));
  g_assert_false (tl_history_get_modified (fixture->history));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
assert_changes (Fixture    *fixture,
                const char *expected)
{
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

static void
test_set (Fixture       *fixture,
          gconstpointer  unused)
{
  TlRecord *jira = tl_project_lookup (fixture->project, "jira");
  TlTransaction *transaction = tl_project_begin (fixture->project, "Set");
  guint *any = tl_fixture_count (jira, "notify");
  guint *vendor = tl_fixture_count (jira, "notify::vendor");
  guint *owner = tl_fixture_count (jira, "notify::owner");

  g_assert_true (tl_transaction_set (transaction, jira, TL_TOOL_VENDOR, "Other", NULL));
  g_assert_cmpstr (tl_record_get (jira, TL_TOOL_VENDOR), ==, "Other");
  g_assert_cmpuint (*vendor, ==, 1);
  g_assert_true (tl_transaction_set (transaction, jira, TL_TOOL_VENDOR, "Other", NULL));
  g_assert_true (tl_transaction_set (transaction, jira, TL_TOOL_OWNER, "", NULL));
  g_assert_cmpuint (*any, ==, 1);
  g_assert_true (tl_transaction_set (transaction, jira, TL_TOOL_OWNER, "Delivery", NULL));
  g_assert_cmpuint (*owner, ==, 1);
  g_assert_true (tl_transaction_set (transaction, jira, TL_TOOL_NOTE, "", NULL));
  g_assert_null (tl_record_get (jira, TL_TOOL_NOTE));
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  g_assert_true (tl_transaction_commit (transaction));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  assert_changes (fixture, "set jira.2 Atlassian>Other; set jira.3 (null)>Delivery; set jira.8 Two\nlines>(null); ");
}

static void
test_set_refuses (Fixture       *fixture,
                  gconstpointer  unused)
{
  static const struct
  {
    const char *id;
    guint field;
    const char *value;
    int code;
  } cases[] = {
    { "jira", TL_TOOL_ANNUAL_COST, "free", TL_PROJECT_ERROR_INVALID_VALUE },
    { "jira", TL_TOOL_NAME, "two\nlines", TL_PROJECT_ERROR_INVALID_VALUE },
    { "c1", TL_ELEMENT_KIND, NULL, TL_PROJECT_ERROR_INVALID_VALUE },
    { "r1", TL_RELATION_TO, "", TL_PROJECT_ERROR_INVALID_VALUE },
    { "r1", TL_RELATION_TO, "nobody", TL_PROJECT_ERROR_UNKNOWN_REFERENCE },
    { "r1", TL_RELATION_TO, "jira", TL_PROJECT_ERROR_UNKNOWN_REFERENCE },
    { "4b1f0c1e-73a5-4b8e-9d0a-2f1f0a6f3a11", TL_PROJECT_EDITION, "9.9", TL_PROJECT_ERROR_UNKNOWN_EDITION },
  };
  TlTransaction *transaction = tl_project_begin (fixture->project, "Set");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlRecord *record = tl_project_lookup (fixture->project, cases[i].id);
      guint *notified = tl_fixture_count (record, "notify");
      g_autoptr(GError) error = NULL;

      g_assert_false (tl_transaction_set (transaction, record, cases[i].field, cases[i].value, &error));
      g_assert_error (error, TL_PROJECT_ERROR, cases[i].code);
      g_assert_cmpuint (*notified, ==, 0);
    }

  g_assert_true (tl_transaction_commit (transaction));
  assert_untouched (fixture);
}

static void
test_insert (Fixture       *fixture,
             gconstpointer  unused)
{
  TlRecord *pay = tl_project_lookup (fixture->project, "pay");
  TlRecord *root = TL_RECORD (fixture->project);
  TlRecord *service = tl_fixture_new_record (&tl_service_type, TL_SERVICE_NAME, "Cards", -1);
  g_autoptr(GError) error = NULL;
  TlTransaction *transaction;

  /* What it holds may refer to itself and to what is there; ids are made where
   * there are none. */
  tl_fixture_adopt (service, TL_SERVICE_LOGICAL,
                    tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "k1", TL_ELEMENT_KIND, "x", -1));
  tl_fixture_adopt (service, TL_SERVICE_RELATIONS,
                    tl_fixture_new_record (&tl_relation_type, TL_RELATION_KIND, "x",
                                           TL_RELATION_FROM, "k1", TL_RELATION_TO, "c1", -1));

  transaction = tl_project_begin (fixture->project, "Insert");
  g_assert_true (tl_transaction_insert (transaction, root, TL_PROJECT_SERVICES, 1, service, &error));
  g_assert_no_error (error);
  g_assert_true (tl_transaction_commit (transaction));

  g_assert_cmpint (tl_record_get_position (service), ==, 1);
  g_assert_cmpint (tl_record_get_position (pay), ==, 0);
  g_assert_true (tl_record_get_id (service)[0] == 's');
  tl_fixture_check (fixture->project, NULL);
  g_assert_true (g_str_has_suffix (fixture->changes->str, " Retail bank/3/1; "));
}

/* With an id in use, without its kind, with a property without a name. */
static TlRecord *
new_bad_element (guint number)
{
  TlRecord *element = tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, number == 0 ? "c1" : "fresh", -1);

  if (number != 1)
    g_assert_true (tl_record_fill (element, TL_ELEMENT_KIND, "x", NULL));
  if (number == 2)
    tl_fixture_adopt (element, TL_ELEMENT_PROPERTIES, tl_record_new (&tl_property_type));
  return element;
}

static void
test_insert_refuses (Fixture       *fixture,
                     gconstpointer  unused)
{
  static const int codes[] = {
    TL_PROJECT_ERROR_DUPLICATE_ID,
    TL_PROJECT_ERROR_INVALID_VALUE,
    TL_PROJECT_ERROR_INVALID_VALUE,
  };
  TlRecord *pay = tl_project_lookup (fixture->project, "pay");
  TlTransaction *transaction = tl_project_begin (fixture->project, "Insert");
  g_autoptr(GError) error = NULL;
  TlRecord *relation, *support;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      TlRecord *element = new_bad_element (i);

      g_object_add_weak_pointer (G_OBJECT (element), (gpointer *) &element);
      g_assert_false (tl_transaction_insert (transaction, pay, TL_SERVICE_LOGICAL, 0, element, &error));
      g_assert_error (error, TL_PROJECT_ERROR, codes[i]);
      g_assert_null (element);
      g_clear_error (&error);
      g_assert_null (tl_project_lookup (fixture->project, "fresh"));
    }

  relation = tl_fixture_new_record (&tl_relation_type, TL_RELATION_KIND, "x", TL_RELATION_FROM, "c1",
                                    TL_RELATION_TO, "nobody", -1);
  g_assert_false (tl_transaction_insert (transaction, pay, TL_SERVICE_RELATIONS, 0, relation, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);
  g_clear_error (&error);

  support = tl_fixture_new_record (&tl_support_type, TL_SUPPORT_COMPONENT, "coffee-machine", -1);
  g_assert_false (tl_transaction_insert (transaction, tl_project_lookup (fixture->project, "git"),
                                         TL_TOOL_SUPPORTS, 0, support, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);

  tl_transaction_commit (transaction);
  assert_untouched (fixture);
}

/* In whatever order, as long as all is there in the end; nothing goes along. */
static void
test_suspended_checks (Fixture       *fixture,
                       gconstpointer  unused)
{
  TlRecord *pay = tl_project_lookup (fixture->project, "pay");
  TlTransaction *transaction = tl_project_begin (fixture->project, "Again");
  g_autoptr(GError) error = NULL;

  tl_transaction_suspend_checks (transaction);
  g_assert_true (tl_transaction_insert (transaction, pay, TL_SERVICE_RELATIONS, 0,
                                        tl_fixture_new_record (&tl_relation_type, TL_RELATION_KIND, "x",
                                                               TL_RELATION_FROM, "c1",
                                                               TL_RELATION_TO, "later", -1), NULL));
  g_assert_true (tl_transaction_insert (transaction, pay, TL_SERVICE_LOGICAL, 0,
                                        tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, "later",
                                                               TL_ELEMENT_KIND, "x", -1), NULL));
  g_assert_true (tl_transaction_resume_checks (transaction, &error));
  g_assert_no_error (error);

  tl_transaction_suspend_checks (transaction);
  tl_transaction_remove (transaction, tl_project_lookup (fixture->project, "l2"));
  g_assert_nonnull (tl_project_lookup (fixture->project, "r3"));
  g_assert_false (tl_transaction_resume_checks (transaction, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE);

  tl_transaction_rollback (transaction);
  assert_untouched (fixture);
}

static void
test_rollback (Fixture       *fixture,
               gconstpointer  unused)
{
  TlRecord *root = TL_RECORD (fixture->project);
  TlTransaction *transaction = tl_project_begin (fixture->project, "Everything");
  TlRecord *jira = tl_project_lookup (fixture->project, "jira");

  tl_transaction_set (transaction, root, TL_PROJECT_NAME, "Other", NULL);
  tl_transaction_move (transaction, jira, 2);
  tl_transaction_insert (transaction, root, TL_PROJECT_TOOLS, 0,
                         tl_fixture_new_record (&tl_tool_type, TL_TOOL_ID, "new", -1), NULL);
  tl_transaction_set (transaction, tl_project_lookup (fixture->project, "new"), TL_TOOL_NAME, "New", NULL);
  tl_transaction_remove (transaction, jira);
  tl_transaction_remove (transaction, tl_project_lookup (fixture->project, "pay"));
  g_assert_null (tl_project_lookup (fixture->project, "c1"));
  tl_transaction_rollback (transaction);

  assert_untouched (fixture);
  g_assert_null (tl_project_lookup (fixture->project, "new"));
}

static void
test_out_of_scope (Fixture       *fixture,
                   gconstpointer  unused)
{
  {
    g_autoptr(TlTransaction) transaction = tl_project_begin (fixture->project, "Forgotten");

    tl_transaction_set (transaction, TL_RECORD (fixture->project), TL_PROJECT_NAME, "Other", NULL);
  }
  assert_untouched (fixture);
}

static void
test_nesting (Fixture       *fixture,
              gconstpointer  unused)
{
  TlRecord *root = TL_RECORD (fixture->project);
  TlTransaction *outer = tl_project_begin (fixture->project, "Outer");
  TlTransaction *inner = tl_project_begin (fixture->project, "Inner");

  tl_transaction_set (inner, root, TL_PROJECT_NAME, "A", NULL);
  g_assert_true (tl_transaction_commit (inner));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  tl_transaction_set (outer, root, TL_PROJECT_OWNER, "B", NULL);
  g_assert_true (tl_transaction_commit (outer));

  assert_changes (fixture, "set 4b1f0c1e-73a5-4b8e-9d0a-2f1f0a6f3a11.2 Retail bank>A; "
                           "set 4b1f0c1e-73a5-4b8e-9d0a-2f1f0a6f3a11.3 (null)>B; ");
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), ==, "Outer");
  tl_history_undo (fixture->history);
  g_assert_false (tl_history_get_can_undo (fixture->history));
}

static void
test_inner_rollback (Fixture       *fixture,
                     gconstpointer  unused)
{
  TlRecord *root = TL_RECORD (fixture->project);
  TlTransaction *outer = tl_project_begin (fixture->project, "Outer");
  TlTransaction *middle, *inner;

  tl_transaction_set (outer, root, TL_PROJECT_OWNER, "B", NULL);
  middle = tl_project_begin (fixture->project, "Middle");
  inner = tl_project_begin (fixture->project, "Inner");
  tl_transaction_set (inner, root, TL_PROJECT_NAME, "A", NULL);
  tl_transaction_rollback (inner);
  g_assert_false (tl_transaction_commit (middle));
  tl_transaction_set (outer, root, TL_PROJECT_CURRENCY, "CHF", NULL);
  g_assert_false (tl_transaction_commit (outer));

  assert_untouched (fixture);
}

/* Dragging sets the same fields again and again; where it ends counts. */
static void
test_coalesce (Fixture       *fixture,
               gconstpointer  unused)
{
  TlRecord *c1 = tl_project_lookup (fixture->project, "c1");
  TlRecord *l1 = tl_project_lookup (fixture->project, "l1");
  TlTransaction *transaction = tl_project_begin (fixture->project, "Drag");
  g_autofree char *now = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      tl_transaction_set (transaction, c1, TL_ELEMENT_X, number, NULL);
      tl_transaction_set (transaction, l1, TL_ELEMENT_X, number, NULL);
      tl_transaction_set (transaction, c1, TL_ELEMENT_OWNER, i % 2 == 0 ? "x" : NULL, NULL);
    }
  tl_transaction_commit (transaction);
  assert_changes (fixture, "set c1.7 (null)>99; set l1.7 (null)>99; ");

  tl_history_undo (fixture->history);
  assert_changes (fixture, "set l1.7 99>(null); set c1.7 99>(null); ");
  now = tl_fixture_dump (TL_RECORD (fixture->project));
  g_assert_cmpstr (now, ==, fixture->start);
}

/* Settings before and after a removal are not one. */
static void
test_coalesce_across_removal (Fixture       *fixture,
                              gconstpointer  unused)
{
  TlRecord *git = tl_project_lookup (fixture->project, "git");
  TlTransaction *transaction = tl_project_begin (fixture->project, "Cut and paste");
  g_autofree char *now = NULL;

  g_object_ref (git);
  tl_transaction_set (transaction, git, TL_TOOL_NAME, "A", NULL);
  tl_transaction_remove (transaction, git);
  g_assert_true (tl_transaction_insert (transaction, TL_RECORD (fixture->project), TL_PROJECT_TOOLS, 0, git, NULL));
  tl_transaction_set (transaction, git, TL_TOOL_NAME, "B", NULL);
  tl_transaction_commit (transaction);
  assert_changes (fixture, "set git.1 Git>A; remove git Retail bank/0/2; insert git Retail bank/0/0; set git.1 A>B; ");

  tl_history_undo (fixture->history);
  now = tl_fixture_dump (TL_RECORD (fixture->project));
  g_assert_cmpstr (now, ==, fixture->start);
  tl_history_redo (fixture->history);
  g_assert_cmpstr (tl_record_get_name (git), ==, "B");
  g_assert_cmpint (tl_record_get_position (git), ==, 0);
}

static void
test_no_change (Fixture       *fixture,
                gconstpointer  unused)
{
  TlTransaction *transaction = tl_project_begin (fixture->project, "Nothing");
  TlRecord *root = TL_RECORD (fixture->project);

  tl_transaction_set (transaction, root, TL_PROJECT_NAME, "A", NULL);
  tl_transaction_set (transaction, root, TL_PROJECT_NAME, "Retail bank", NULL);
  g_assert_true (tl_transaction_commit (transaction));
  assert_untouched (fixture);
}

static void
edit_in_answer_cb (TlProject *project)
{
  TlTransaction *transaction = tl_project_begin (project, "Answer");

  tl_transaction_set (transaction, TL_RECORD (project), TL_PROJECT_OWNER, "Answer", NULL);
  tl_transaction_commit (transaction);
}

static void
test_edit_in_answer (Fixture       *fixture,
                     gconstpointer  unused)
{
  TlTransaction *transaction = tl_project_begin (fixture->project, "Question");

  g_signal_connect (fixture->project, "changed", G_CALLBACK (edit_in_answer_cb), NULL);
  tl_transaction_set (transaction, TL_RECORD (fixture->project), TL_PROJECT_NAME, "Question", NULL);
  tl_transaction_commit (transaction);

  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), ==, "Answer");
}

/* One history must not get hold of what another may bring back. */
static void
test_two_projects (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autoptr(TlProject) other = tl_project_new (tl_edition_get ("2.1"), "Other");
  g_autoptr(TlRecord) git = g_object_ref (tl_project_lookup (fixture->project, "git"));
  TlTransaction *transaction = tl_project_begin (fixture->project, "Remove");

  tl_transaction_remove (transaction, git);
  tl_transaction_commit (transaction);

  transaction = tl_project_begin (other, "Insert");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*was_dismissed*");
  g_assert_false (tl_transaction_insert (transaction, TL_RECORD (other), TL_PROJECT_TOOLS, 0,
                                         g_object_ref (git), NULL));
  g_test_assert_expected_messages ();

  /* A copy may go anywhere. */
  g_assert_true (tl_transaction_insert (transaction, TL_RECORD (other), TL_PROJECT_TOOLS, 0,
                                        tl_record_duplicate (git), NULL));
  tl_transaction_commit (transaction);
  tl_history_undo (fixture->history);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/project/transaction/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("set", test_set);
  ADD ("set-refuses", test_set_refuses);
  ADD ("insert", test_insert);
  ADD ("insert-refuses", test_insert_refuses);
  ADD ("suspended-checks", test_suspended_checks);
  ADD ("rollback", test_rollback);
  ADD ("out-of-scope", test_out_of_scope);
  ADD ("nesting", test_nesting);
  ADD ("inner-rollback", test_inner_rollback);
  ADD ("coalesce", test_coalesce);
  ADD ("coalesce-across-removal", test_coalesce_across_removal);
  ADD ("no-change", test_no_change);
  ADD ("edit-in-answer", test_edit_in_answer);
  ADD ("two-projects", test_two_projects);
#undef ADD

  return g_test_run ();
}
