/* test-growing-list.c: a list that comes a little at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-growing-list.h"

#include "tl-test-support.h"

#define MANY 1000

typedef struct
{
  GListStore    *source;
  TlGrowingList *list;
  guint          n_seen;    /* items by what items-changed has said */
  guint          n_changes;
} Fixture;

static void
append (Fixture *fixture,
        guint    n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (fixture->source, g_list_model_get_n_items (G_LIST_MODEL (fixture->source)), 0, items->pdata, n);
}

/* What is there is the begin of the source, and nothing else was said. */
static void
assert_begin (Fixture *fixture)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, fixture->n_seen);
  g_assert_cmpuint (fixture->n_seen, <=, g_list_model_get_n_items (G_LIST_MODEL (fixture->source)));
  for (guint i = 0; i < fixture->n_seen; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
      g_autoptr (GObject) wanted = g_list_model_get_item (G_LIST_MODEL (fixture->source), i);

      g_assert_true (item == wanted);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), fixture->n_seen));
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->n_seen);
  fixture->n_seen += added - removed;
  fixture->n_changes++;
  assert_begin (fixture);
}

static void
begin (Fixture *fixture,
       guint    n)
{
  fixture->source = g_list_store_new (G_TYPE_OBJECT);
  append (fixture, n);
  fixture->list = tl_growing_list_new (G_LIST_MODEL (fixture->source));
  fixture->n_seen = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
end (Fixture *fixture)
{
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->source);
}

static void
test_few (void)
{
  Fixture fixture = { NULL };

  begin (&fixture, 3);
  g_assert_cmpuint (fixture.n_seen, ==, 3);
  append (&fixture, 2);
  g_assert_cmpuint (fixture.n_seen, ==, 5);
  g_list_store_remove (fixture.source, 1);
  g_assert_cmpuint (fixture.n_seen, ==, 4);
  g_list_store_remove_all (fixture.source);
  g_assert_cmpuint (fixture.n_seen, ==, 0);
  end (&fixture);
}

static void
test_many (void)
{
  Fixture fixture = { NULL };

  begin (&fixture, MANY);
  g_assert_cmpuint (fixture.n_seen, >, 0);
  g_assert_cmpuint (fixture.n_seen, <, MANY);
  tl_test_wait_for (fixture.n_seen == MANY);
  g_assert_cmpuint (fixture.n_changes, >, 1);

  /* All of it is something else. */
  g_list_store_remove_all (fixture.source);
  g_assert_cmpuint (fixture.n_seen, ==, 0);
  append (&fixture, MANY);
  g_assert_cmpuint (fixture.n_seen, <, MANY);
  tl_growing_list_finish (fixture.list);
  g_assert_cmpuint (fixture.n_seen, ==, MANY);
  end (&fixture);
}

/* What changes while it comes. */
static void
test_meanwhile (void)
{
  Fixture fixture = { NULL };
  g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
  guint n;

  begin (&fixture, MANY);
  n = fixture.n_seen;
  g_list_store_insert (fixture.source, 0, item);
  g_assert_cmpuint (fixture.n_seen, ==, n + 1);
  g_list_store_insert (fixture.source, MANY / 2, item);
  g_assert_cmpuint (fixture.n_seen, ==, n + 1);
  g_list_store_splice (fixture.source, 4, MANY / 2, NULL, 0);
  g_assert_cmpuint (fixture.n_seen, ==, 4);
  append (&fixture, MANY);
  tl_test_wait_for (fixture.n_seen == MANY / 2 + 2 + MANY);
  g_list_store_remove (fixture.source, 7);
  assert_begin (&fixture);
  end (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ui/growing-list/few", test_few);
  g_test_add_func ("/ui/growing-list/many", test_many);
  g_test_add_func ("/ui/growing-list/meanwhile", test_meanwhile);
  return g_test_run ();
}
