/* test-turns.c: what comes a piece a turn, between frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "ui/tl-turns.h"

static GString *told;

static void
name_cb (GtkWidget *widget)
{
  g_string_append_printf (told, "%s ", gtk_widget_get_name (widget));
}

static void
once_more_cb (GtkWidget *widget)
{
  name_cb (widget);
  tl_turns_add (widget, name_cb);
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       unused)
{
  g_string_append (told, "- ");
}

static GtkWidget *
create_label (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_set_name (label, name);
  return label;
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *a;
  GtkWidget *b;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  told = g_string_new (NULL);
  fixture->a = create_label ("a");
  fixture->b = create_label ("b");
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (fixture->box), fixture->a);
  gtk_box_append (GTK_BOX (fixture->box), fixture->b);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
}

static void
show (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  tl_test_wait_for (gtk_widget_get_width (fixture->a) > 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_string_free (told, TRUE);
}

static void
test_unseen (Fixture       *fixture,
             gconstpointer  data)
{
  tl_turns_add (fixture->a, once_more_cb);
  g_assert_cmpstr (told->str, ==, "a a ");
}

/* Between any two there is a frame, and nothing is done twice. */
static void
test_frames (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *between = NULL;

  show (fixture);
  g_signal_connect (gtk_widget_get_frame_clock (fixture->window), "after-paint", G_CALLBACK (painted_cb), NULL);
  tl_turns_add (fixture->a, once_more_cb);
  tl_turns_add (fixture->a, once_more_cb);
  tl_turns_add (fixture->b, name_cb);
  g_assert_cmpstr (told->str, ==, "");
  tl_test_wait_for (g_regex_match_simple ("a.*b.*a", told->str, 0, 0));
  g_assert_true (g_regex_match_simple ("^(- )+a (- )+b (- )+a $", told->str, 0, 0));
}

static void
test_finish (Fixture       *fixture,
             gconstpointer  data)
{
  show (fixture);
  tl_turns_add (fixture->a, once_more_cb);
  tl_turns_add (fixture->b, once_more_cb);
  tl_turns_take (fixture->b);
  g_assert_cmpstr (told->str, ==, "b ");
  tl_turns_finish (fixture->b);
  g_assert_cmpstr (told->str, ==, "b b ");
  tl_turns_finish (NULL);
  g_assert_cmpstr (told->str, ==, "b b a a ");
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  show (fixture);
  tl_turns_add (fixture->a, name_cb);
  tl_turns_drop (fixture->a);
  tl_turns_add (fixture->b, name_cb);
  gtk_box_remove (GTK_BOX (fixture->box), fixture->b);
  tl_turns_add (fixture->a, name_cb);
  tl_test_wait_for (told->len > 0);
  g_assert_cmpstr (told->str, ==, "a ");

  tl_turns_add (fixture->a, name_cb);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  tl_turns_finish (NULL);
  g_assert_cmpstr (told->str, ==, "a ");
}

/* No frames come of what cannot be seen any more. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  show (fixture);
  tl_turns_add (fixture->a, name_cb);
  tl_turns_add (fixture->b, name_cb);
  gtk_widget_set_visible (fixture->window, FALSE);
  tl_test_wait_for (g_str_equal (told->str, "a b "));
}

static void
add (const char *path,
     void (*test) (Fixture       *fixture,
                   gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/turns/unseen", test_unseen);
  add ("/turns/frames", test_frames);
  add ("/turns/finish", test_finish);
  add ("/turns/gone", test_gone);
  add ("/turns/hidden", test_hidden);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
