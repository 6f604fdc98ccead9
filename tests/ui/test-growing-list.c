/* test-growing-list.c: a list that comes a little at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "ui/tl-growing-list.h"

#define AT_ONCE 16
#define MANY    1000

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
  fixture->list = tl_growing_list_new (G_LIST_MODEL (fixture->source), AT_ONCE);
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

/* In a view */

typedef struct
{
  Fixture             list;
  GtkWidget          *window;
  GtkWidget          *view;
  GtkSingleSelection *selection;
  guint               n_bound;
  guint               n_frame;    /* items since the last frame */
  guint               n_disposed; /* of what was in rows */
} ViewFixture;

static void
disposed_cb (gpointer  user_data,
             GObject  *label)
{
  ((ViewFixture *) user_data)->n_disposed++;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          ViewFixture              *fixture)
{
  GtkWidget *label = gtk_label_new ("Row");

  g_object_weak_ref (G_OBJECT (label), disposed_cb, fixture);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         ViewFixture              *fixture)
{
  fixture->n_bound++;
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           ViewFixture              *fixture)
{
  fixture->n_bound--;
}

static void
grown_cb (GListModel  *model,
          guint        position,
          guint        removed,
          guint        added,
          ViewFixture *fixture)
{
  /* Beyond what rows are made of all the rest comes. */
  if (position < 200)
    fixture->n_frame += added;
  g_assert_cmpuint (fixture->n_frame, <=, AT_ONCE);
}

static void
painted_cb (GdkFrameClock *clock,
            ViewFixture   *fixture)
{
  fixture->n_frame = 0;
}

static void
show (ViewFixture *fixture)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), fixture);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), fixture);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), fixture);
  fixture->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (fixture->list.list)));
  fixture->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (fixture->selection)), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), fixture->view);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  tl_growing_list_set_view (fixture->list.list, fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect (gtk_widget_get_frame_clock (fixture->window), "after-paint", G_CALLBACK (painted_cb), fixture);
}

static void
end_view (ViewFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->selection);
  end (&fixture->list);
}

/* No frame is asked for more rows than it has time for, and none is made twice. */
static void
test_frames (void)
{
  ViewFixture fixture = { { NULL } };
  gulong handler;

  begin (&fixture.list, 0);
  show (&fixture);
  tl_test_wait_for (gtk_widget_get_mapped (fixture.view) && gtk_widget_get_width (fixture.view) > 0);
  handler = g_signal_connect (fixture.list.list, "items-changed", G_CALLBACK (grown_cb), &fixture);
  append (&fixture.list, MANY);
  g_assert_cmpuint (fixture.list.n_seen, ==, AT_ONCE);
  tl_test_wait_for (fixture.list.n_seen == MANY);
  g_signal_handler_disconnect (fixture.list.list, handler);
  tl_test_wait_for (fixture.n_bound >= 200);
  g_assert_cmpuint (fixture.n_disposed, ==, 0);
  end_view (&fixture);
}

/* Rows that go are taken apart when there is time. Before 4.12 they say nothing any more until then. */
static void
test_replaced (void)
{
  ViewFixture fixture = { { NULL } };
  gboolean unbound = gtk_check_version (4, 12, 0) != NULL;
  guint n_rows;

  begin (&fixture.list, MANY);
  show (&fixture);
  tl_test_wait_for (fixture.list.n_seen == MANY && fixture.n_bound >= 200);
  n_rows = fixture.n_bound;
  g_list_store_remove_all (fixture.list.source);
  g_assert_cmpuint (fixture.n_bound, ==, unbound ? 0 : n_rows);
  g_assert_cmpuint (fixture.n_disposed, ==, 0);
  append (&fixture.list, MANY);
  g_assert_cmpuint (fixture.n_bound, ==, AT_ONCE + (unbound ? 0 : n_rows));
  tl_test_wait_for (fixture.n_disposed == n_rows);
  tl_test_wait_for (fixture.n_bound == n_rows);
  g_assert_cmpuint (fixture.n_disposed, ==, n_rows);
  end_view (&fixture);
}

/* What stays keeps what the user has done with it, whatever comes after it. */
static void
test_kept (void)
{
  ViewFixture fixture = { { NULL } };
  GtkAdjustment *adjustment;
  GtkWidget *row;
  double value;

  begin (&fixture.list, MANY);
  show (&fixture);
  tl_test_wait_for (fixture.list.n_seen == MANY && gtk_widget_get_height (fixture.view) > 0);
  gtk_widget_activate_action (fixture.view, "list.scroll-to-item", "u", 30);
  gtk_single_selection_set_selected (fixture.selection, 30);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture.view));
  tl_test_wait_for (gtk_adjustment_get_value (adjustment) > 0);
  row = gtk_widget_get_first_child (fixture.view);
  for (guint i = 0; i < 30; i++)
    row = gtk_widget_get_next_sibling (row);
  g_assert_true (gtk_widget_grab_focus (row));
  value = gtk_adjustment_get_value (adjustment);

  g_list_store_splice (fixture.list.source, 40, MANY - 40, NULL, 0);
  append (&fixture.list, MANY);
  tl_test_wait_for (fixture.list.n_seen == MANY + 40);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == row);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture.selection), ==, 30);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  end_view (&fixture);
}

/* Whoever has the list still, such as rows that are taken apart by and by, is told nothing any more. */
static void
test_view_gone (void)
{
  GtkWidget *view = g_object_ref_sink (gtk_list_view_new (NULL, NULL));
  Fixture fixture = { NULL };
  guint n;

  begin (&fixture, MANY);
  tl_growing_list_set_view (fixture.list, view);
  tl_test_iterate ();
  n = fixture.n_seen;
  g_assert_cmpuint (n, <, MANY);
  g_assert_finalize_object (view);
  append (&fixture, 1);
  g_list_store_remove (fixture.source, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture.n_seen, ==, n);
  end (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/growing-list/few", test_few);
  g_test_add_func ("/ui/growing-list/many", test_many);
  g_test_add_func ("/ui/growing-list/meanwhile", test_meanwhile);
  g_test_add_func ("/ui/growing-list/frames", test_frames);
  g_test_add_func ("/ui/growing-list/replaced", test_replaced);
  g_test_add_func ("/ui/growing-list/kept", test_kept);
  g_test_add_func ("/ui/growing-list/view-gone", test_view_gone);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
