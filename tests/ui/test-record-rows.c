/* test-record-rows.c: rows that are filtered, sorted and grouped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "ui/tl-record-rows.h"
#include "ui/tl-service-columns.h"

#include "tl-test-support.h"

typedef struct
{
  TlProject    *project;
  TlRecordRows *rows;
  guint         n_seen; /* items by what items-changed has said */
} Fixture;

/* It has said where items went and came, no more than there were. */
static void
items_changed_cb (TlRecordRows *rows,
                  guint         position,
                  guint         removed,
                  guint         added,
                  Fixture      *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->n_seen);
  g_assert_cmpuint (removed + added, >, 0);
  fixture->n_seen += added - removed;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, fixture->n_seen);
}

static void
add (Fixture    *fixture,
     const char *id,
     const char *name,
     const char *owner,
     const char *state)
{
  TlRecord *service = tl_record_new (&tl_service_type);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_record_fill (service, TL_SERVICE_ID, id, &error));
  g_assert_true (tl_record_fill (service, TL_SERVICE_NAME, name, &error));
  g_assert_true (tl_record_fill (service, TL_SERVICE_OWNER, owner, &error));
  g_assert_true (tl_record_fill (service, TL_SERVICE_STATE, state, &error));
  g_assert_true (tl_edit_add (TL_RECORD (fixture->project), TL_PROJECT_SERVICES, service, &error));
}

static void
changed_cb (TlRecordRows *rows,
            GPtrArray    *changes)
{
  for (guint i = 0; i < changes->len; i++)
    tl_record_rows_forget (rows, ((const TlChange *) g_ptr_array_index (changes, i))->record);
  tl_record_rows_update (rows);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->project = tl_project_new (tl_edition_get ("2.1"), "Test");
  fixture->rows = tl_record_rows_new (tl_service_columns);
  g_signal_connect (fixture->rows, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect_object (fixture->project, "changed", G_CALLBACK (changed_cb), fixture->rows, G_CONNECT_SWAPPED);
  add (fixture, "s1", "Online payments", "Payments", "live");
  add (fixture, "s2", "Überweisung", "Payments", "planned");
  add (fixture, "s3", "archive", NULL, "live");
  add (fixture, "s4", "Branch telephony", "Workplace", NULL);
  tl_record_rows_set_source (fixture->rows, G_LIST_MODEL (tl_record_get_list (TL_RECORD (fixture->project),
                                                                              TL_PROJECT_SERVICES)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->rows);
  g_assert_finalize_object (fixture->project);
}

/* "s1 [Payments 2] s2": ids, and headings with how many. */
static char *
dup_shown (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->rows), i);

      if (TL_IS_RECORD (item))
        g_assert_cmpuint (tl_record_rows_find (fixture->rows, TL_RECORD (item)), ==, i);
      if (TL_IS_RECORD (item))
        g_string_append_printf (text, "%s ", tl_record_get_id (TL_RECORD (item)));
      else
        g_string_append_printf (text, "[%s %u] ", tl_record_group_get_title (TL_RECORD_GROUP (item)),
                                tl_record_group_get_n_rows (TL_RECORD_GROUP (item)));
    }
  return g_strchomp (g_string_free (text, FALSE));
}

static gboolean
shows (Fixture    *fixture,
       const char *expected)
{
  g_autofree char *shown = dup_shown (fixture);

  return g_str_equal (shown, expected);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  tl_test_wait_for (shows (fixture, "s1 s2 s3 s4"));
  tl_record_rows_set_filter (fixture->rows, "PAY");
  tl_test_wait_for (shows (fixture, "s1 s2"));
  tl_record_rows_set_filter (fixture->rows, "überw");
  tl_test_wait_for (shows (fixture, "s2"));
  tl_record_rows_set_filter (fixture->rows, "planned");
  tl_test_wait_for (shows (fixture, "s2"));
  /* Not across the columns. */
  tl_record_rows_set_filter (fixture->rows, "archivelive");
  tl_test_wait_for (shows (fixture, ""));
  tl_record_rows_set_filter (fixture->rows, "");
  tl_test_wait_for (shows (fixture, "s1 s2 s3 s4"));
  g_assert_cmpuint (tl_record_rows_get_n_records (fixture->rows), ==, 4);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  const TlRecordOrder by_state[] = { { TL_SERVICE_COLUMN_STATE, TRUE }, { TL_SERVICE_COLUMN_NAME, FALSE } };
  const TlRecordOrder by_owner[] = { { TL_SERVICE_COLUMN_OWNER, FALSE } };

  tl_record_rows_set_order (fixture->rows, by_state, 2);
  tl_test_wait_for (shows (fixture, g_utf8_collate ("archive", "Online") < 0 ? "s3 s1 s2 s4" : "s1 s3 s2 s4"));
  tl_record_rows_set_order (fixture->rows, by_owner, 1);
  tl_test_wait_for (shows (fixture, "s3 s1 s2 s4"));
  tl_record_rows_set_order (fixture->rows, NULL, 0);
  tl_test_wait_for (shows (fixture, "s1 s2 s3 s4"));
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GObject) heading = NULL;

  tl_record_rows_set_grouping (fixture->rows, TL_SERVICE_COLUMN_OWNER);
  tl_test_wait_for (shows (fixture, "[Payments 2] s1 s2 [Workplace 1] s4 [Not known 1] s3"));
  heading = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 0);
  tl_record_rows_toggle_group (fixture->rows, TL_RECORD_GROUP (heading));
  tl_test_wait_for (shows (fixture, "[Payments 2] [Workplace 1] s4 [Not known 1] s3"));
  g_assert_cmpuint (tl_record_rows_get_n_records (fixture->rows), ==, 4);
  tl_record_rows_set_filter (fixture->rows, "live");
  tl_test_wait_for (shows (fixture, "[Payments 1] [Not known 1] s3"));
  tl_record_rows_toggle_group (fixture->rows, TL_RECORD_GROUP (heading));
  tl_test_wait_for (shows (fixture, "[Payments 1] s1 [Not known 1] s3"));
  tl_record_rows_set_filter (fixture->rows, NULL);
  /* In the order of the choices. */
  tl_record_rows_set_grouping (fixture->rows, TL_SERVICE_COLUMN_STATE);
  tl_test_wait_for (shows (fixture, "[Planned 1] s2 [Live 2] s1 s3 [Not known 1] s4"));
  tl_record_rows_set_grouping (fixture->rows, -1);
  tl_test_wait_for (shows (fixture, "s1 s2 s3 s4"));
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  const TlRecordOrder by_name[] = { { TL_SERVICE_COLUMN_NAME, FALSE } };
  TlRecord *branch = tl_project_lookup (fixture->project, "s4");
  g_autoptr (GError) error = NULL;

  tl_record_rows_set_order (fixture->rows, by_name, 1);
  tl_record_rows_set_grouping (fixture->rows, TL_SERVICE_COLUMN_OWNER);
  tl_record_rows_set_filter (fixture->rows, "a");
  tl_test_wait_for (shows (fixture, "[Payments 2] s1 s2 [Workplace 1] s4 [Not known 1] s3"));
  g_assert_true (tl_edit_set (branch, TL_SERVICE_OWNER, "Payments", &error));
  tl_test_wait_for (shows (fixture, "[Payments 3] s4 s1 s2 [Not known 1] s3"));
  g_assert_true (tl_edit_set (branch, TL_SERVICE_NAME, "Payout", &error));
  tl_test_wait_for (shows (fixture, "[Payments 3] s1 s4 s2 [Not known 1] s3"));
  add (fixture, "s5", "Atm", "Payments", "live");
  tl_test_wait_for (shows (fixture, "[Payments 4] s5 s1 s4 s2 [Not known 1] s3"));
  tl_edit_remove (branch);
  tl_test_wait_for (shows (fixture, "[Payments 3] s5 s1 s2 [Not known 1] s3"));
  for (int i = 0; i < 4; i++)
    tl_history_undo (tl_project_get_history (fixture->project));
  tl_test_wait_for (shows (fixture, "[Payments 2] s1 s2 [Workplace 1] s4 [Not known 1] s3"));
}

/* Whatever is asked for while there is much to do, the last of it is what is shown. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  const TlRecordOrder by_name[] = { { TL_SERVICE_COLUMN_NAME, TRUE } };
  TlTransaction *transaction = tl_project_begin (fixture->project, "Add Many");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      TlRecord *service = tl_record_new (&tl_service_type);
      g_autofree char *name = g_strdup_printf ("%04u", i * 1931 % 5000);

      g_assert_true (tl_record_fill (service, TL_SERVICE_NAME, name, &error));
      g_assert_true (tl_transaction_insert (transaction, TL_RECORD (fixture->project), TL_PROJECT_SERVICES, 0, service,
                                            &error));
    }
  tl_transaction_commit (transaction);
  tl_test_wait_for (tl_record_rows_get_n_records (fixture->rows) == 5004);

  tl_record_rows_set_filter (fixture->rows, "99");
  tl_record_rows_set_order (fixture->rows, by_name, 1);
  tl_record_rows_set_grouping (fixture->rows, TL_SERVICE_COLUMN_STATE);
  tl_record_rows_set_filter (fixture->rows, "499");
  tl_record_rows_forget (fixture->rows, NULL);
  tl_record_rows_set_grouping (fixture->rows, -1);
  tl_test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)) == 15);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (TlRecord) service = g_list_model_get_item (G_LIST_MODEL (fixture->rows), i);
      g_autofree char *name = g_strdup_printf ("%04u", 4999 - i);

      g_assert_cmpstr (tl_record_get_name (service), ==, name);
    }
  tl_history_undo (tl_project_get_history (fixture->project));
  tl_test_wait_for (tl_record_rows_get_n_records (fixture->rows) == 0);
  tl_record_rows_set_filter (fixture->rows, NULL);
  tl_test_wait_for (tl_record_rows_get_n_records (fixture->rows) == 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/record-rows/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/record-rows/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/record-rows/groups", Fixture, NULL, set_up, test_groups, tear_down);
  g_test_add ("/record-rows/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/record-rows/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
