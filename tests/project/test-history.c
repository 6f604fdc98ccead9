/* test-history.c: undo, redo, merging, and whether there is something to save
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"

static gint64 now;

static gint64
get_test_time (void)
{
  return now;
}

typedef struct
{
  TlProject *project;
  TlHistory *history;
  TlRecord  *root;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  now = 1000;
  fixture->project = tl_fixture_new_project ();
  fixture->history = tl_project_get_history (fixture->project);
  fixture->root = TL_RECORD (fixture->project);
  tl_history_set_clock (fixture->history, get_test_time);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  tl_fixture_check (fixture->project, NULL);
  g_assert_finalize_object (fixture->project);
}

/* One setting, with a merge key or without. */
static void
type_text (Fixture    *fixture,
           const char *key,
           guint       field,
           const char *value)
{
  g_autofree char *label = g_strdup_printf ("Set %s", value);
  TlTransaction *transaction = tl_project_begin (fixture->project, label);

  tl_transaction_set_merge_key (transaction, key);
  g_assert_true (tl_transaction_set (transaction, fixture->root, field, value, NULL));
  g_assert_true (tl_transaction_commit (transaction));
}

static void
assert_name (Fixture    *fixture,
             const char *expected)
{
  g_assert_cmpstr (tl_record_get_name (fixture->root), ==, expected);
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  unused)
{
  TlHistory *history = fixture->history;
  guint *can_undo = tl_fixture_count (history, "notify::can-undo");
  guint *undo_label = tl_fixture_count (history, "notify::undo-label");
  guint *can_redo = tl_fixture_count (history, "notify::can-redo");

  g_assert_false (tl_history_get_can_undo (history));
  g_assert_null (tl_history_get_undo_label (history));
  tl_history_undo (history);
  tl_history_redo (history);

  type_text (fixture, NULL, TL_PROJECT_NAME, "A");
  type_text (fixture, NULL, TL_PROJECT_NAME, "B");
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Set B");
  g_assert_null (tl_history_get_redo_label (history));
  g_assert_cmpuint (*can_undo, ==, 1);
  g_assert_cmpuint (*undo_label, ==, 2);
  g_assert_cmpuint (*can_redo, ==, 0);

  tl_history_undo (history);
  assert_name (fixture, "A");
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Set A");
  g_assert_cmpstr (tl_history_get_redo_label (history), ==, "Set B");
  tl_history_undo (history);
  assert_name (fixture, "Retail bank");
  g_assert_false (tl_history_get_can_undo (history));
  g_assert_cmpstr (tl_history_get_redo_label (history), ==, "Set A");

  tl_history_redo (history);
  tl_history_redo (history);
  assert_name (fixture, "B");
  g_assert_false (tl_history_get_can_redo (history));
  g_assert_cmpuint (*can_undo, ==, 3);

  /* A change of its own cuts off what was undone. */
  tl_history_undo (history);
  type_text (fixture, NULL, TL_PROJECT_NAME, "C");
  g_assert_false (tl_history_get_can_redo (history));
  tl_history_undo (history);
  assert_name (fixture, "A");
}

static void
test_notifications (Fixture       *fixture,
                    gconstpointer  unused)
{
  guint *name, *changed;

  type_text (fixture, NULL, TL_PROJECT_NAME, "A");
  name = tl_fixture_count (fixture->root, "notify::name");
  changed = tl_fixture_count (fixture->project, "changed");
  tl_history_undo (fixture->history);
  g_assert_cmpuint (*name, ==, 1);
  g_assert_cmpuint (*changed, ==, 1);
  tl_history_redo (fixture->history);
  g_assert_cmpuint (*name, ==, 2);
  g_assert_cmpuint (*changed, ==, 2);
}

static void
test_modified (Fixture       *fixture,
               gconstpointer  unused)
{
  TlHistory *history = fixture->history;
  guint *notified = tl_fixture_count (history, "notify::modified");
  guint64 first = tl_history_get_state (history);
  guint64 second;

  g_assert_false (tl_history_get_modified (history));
  type_text (fixture, NULL, TL_PROJECT_NAME, "A");
  g_assert_true (tl_history_get_modified (history));
  second = tl_history_get_state (history);
  g_assert_cmpuint (second, !=, first);
  type_text (fixture, NULL, TL_PROJECT_NAME, "B");
  g_assert_cmpuint (*notified, ==, 1);

  tl_history_undo (history);
  g_assert_cmpuint (tl_history_get_state (history), ==, second);
  tl_history_undo (history);
  g_assert_cmpuint (tl_history_get_state (history), ==, first);
  g_assert_false (tl_history_get_modified (history));
  tl_history_redo (history);

  /* A save that ends when more was done already. */
  tl_history_redo (history);
  tl_history_mark_saved (history, second);
  g_assert_true (tl_history_get_modified (history));
  tl_history_undo (history);
  g_assert_false (tl_history_get_modified (history));
  tl_history_undo (history);
  g_assert_true (tl_history_get_modified (history));

  /* What was saved cannot be reached any more. */
  type_text (fixture, NULL, TL_PROJECT_NAME, "C");
  g_assert_cmpuint (tl_history_get_state (history), !=, second);
  tl_history_undo (history);
  g_assert_true (tl_history_get_modified (history));
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  unused)
{
  TlHistory *history = fixture->history;
  guint64 states[3];

  type_text (fixture, "name", TL_PROJECT_NAME, "A");
  states[0] = tl_history_get_state (history);
  now += 2 * G_TIME_SPAN_SECOND;
  type_text (fixture, "name", TL_PROJECT_NAME, "AB");
  states[1] = tl_history_get_state (history);
  now += 2 * G_TIME_SPAN_SECOND;
  type_text (fixture, "name", TL_PROJECT_NAME, "ABC");
  states[2] = tl_history_get_state (history);
  g_assert_cmpuint (states[0], !=, states[1]);
  g_assert_cmpuint (states[1], !=, states[2]);

  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Set A");
  tl_history_undo (history);
  assert_name (fixture, "Retail bank");
  g_assert_false (tl_history_get_can_undo (history));
  tl_history_redo (history);
  assert_name (fixture, "ABC");
  g_assert_cmpuint (tl_history_get_state (history), ==, states[2]);
}

typedef void (*Interruption) (Fixture *fixture);

static void
interrupt_by_time (Fixture *fixture)
{
  now += 2 * G_TIME_SPAN_SECOND + 1;
}

static void
interrupt_by_closing (Fixture *fixture)
{
  tl_history_close_entry (fixture->history);
}

static void
interrupt_by_save (Fixture *fixture)
{
  tl_history_mark_saved (fixture->history, tl_history_get_state (fixture->history));
}

static void
interrupt_by_undo (Fixture *fixture)
{
  type_text (fixture, NULL, TL_PROJECT_OWNER, "Somebody");
  tl_history_undo (fixture->history);
}

static void
interrupt_by_redo (Fixture *fixture)
{
  tl_history_undo (fixture->history);
  tl_history_redo (fixture->history);
}

static void
interrupt_by_other_key (Fixture *fixture)
{
  type_text (fixture, "owner", TL_PROJECT_OWNER, "Somebody");
}

static void
test_merge_ends (Fixture       *fixture,
                 gconstpointer  data)
{
  Interruption interruption = *(const Interruption *) data;

  type_text (fixture, "name", TL_PROJECT_NAME, "A");
  interruption (fixture);
  type_text (fixture, "name", TL_PROJECT_NAME, "AB");
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), ==, "Set AB");
  tl_history_undo (fixture->history);
  assert_name (fixture, "A");
}

/* Typed and deleted again: as if nothing had been. */
static void
test_merge_to_nothing (Fixture       *fixture,
                       gconstpointer  unused)
{
  guint64 state = tl_history_get_state (fixture->history);

  type_text (fixture, "name", TL_PROJECT_NAME, "A");
  type_text (fixture, "name", TL_PROJECT_NAME, "Retail bank");
  g_assert_false (tl_history_get_can_undo (fixture->history));
  g_assert_false (tl_history_get_modified (fixture->history));
  g_assert_cmpuint (tl_history_get_state (fixture->history), ==, state);

  type_text (fixture, "name", TL_PROJECT_NAME, "B");
  g_assert_cmpuint (tl_history_get_state (fixture->history), !=, state);
  tl_history_undo (fixture->history);
  assert_name (fixture, "Retail bank");
}

static void
test_ids_are_not_reused (Fixture       *fixture,
                         gconstpointer  unused)
{
  TlRecord *tool = tl_record_new (&tl_tool_type);
  g_autofree char *id = NULL;

  g_assert_true (tl_edit_add (fixture->root, TL_PROJECT_TOOLS, tool, NULL));
  id = g_strdup (tl_record_get_id (tool));
  tl_history_undo (fixture->history);
  g_assert_null (tl_project_lookup (fixture->project, id));
  tl_history_redo (fixture->history);
  g_assert_true (tl_project_lookup (fixture->project, id) == tool);
}

static void
begin_while_replaying_cb (TlProject *project)
{
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*replaying*");
  g_assert_null (tl_project_begin (project, "Too early"));
  g_test_assert_expected_messages ();
}

static void
test_no_edit_while_replaying (Fixture       *fixture,
                              gconstpointer  unused)
{
  type_text (fixture, NULL, TL_PROJECT_NAME, "A");
  g_signal_connect (fixture->project, "notify::name", G_CALLBACK (begin_while_replaying_cb), NULL);
  tl_history_undo (fixture->history);
  g_signal_handlers_disconnect_by_func (fixture->project, begin_while_replaying_cb, NULL);
  assert_name (fixture, "Retail bank");
}

static void
test_many (Fixture       *fixture,
           gconstpointer  unused)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", i);

      type_text (fixture, NULL, TL_PROJECT_NAME, name);
    }
  for (guint i = 0; i < 2000; i++)
    tl_history_undo (fixture->history);
  g_assert_false (tl_history_get_can_undo (fixture->history));
  assert_name (fixture, "Retail bank");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    Interruption interruption;
  } interruptions[] = {
    { "/project/history/merge-ends/time", interrupt_by_time },
    { "/project/history/merge-ends/closing", interrupt_by_closing },
    { "/project/history/merge-ends/save", interrupt_by_save },
    { "/project/history/merge-ends/undo", interrupt_by_undo },
    { "/project/history/merge-ends/redo", interrupt_by_redo },
    { "/project/history/merge-ends/other-key", interrupt_by_other_key },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/project/history/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("labels", test_labels);
  ADD ("notifications", test_notifications);
  ADD ("modified", test_modified);
  ADD ("merge", test_merge);
  ADD ("merge-to-nothing", test_merge_to_nothing);
  ADD ("ids-are-not-reused", test_ids_are_not_reused);
  ADD ("no-edit-while-replaying", test_no_edit_while_replaying);
  ADD ("many", test_many);
#undef ADD
  for (gsize i = 0; i < G_N_ELEMENTS (interruptions); i++)
    g_test_add (interruptions[i].path, Fixture, &interruptions[i].interruption, set_up, test_merge_ends, tear_down);

  return g_test_run ();
}
