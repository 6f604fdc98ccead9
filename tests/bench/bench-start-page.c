/* bench-start-page.c: how long the start page keeps a window from answering
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-start-page [--where]
 *
 * Shows a library of 1,000 projects, of whose files none is there any more, and
 * prints the longest turn of the main loop, compared with the 16 ms of a frame:
 * NAME PROJECTS RATIO (details). With --where, what it was at after 16 ms is on
 * standard error. Needs a display.
 *
 *   loop-library         from the first frame of the window to all projects on screen
 *   loop-library-scroll  ... from one end to the other, in steps and at once
 *   loop-library-find    ... filtered while typing
 *   loop-library-sort    ... sorted otherwise
 *   loop-library-rows    ... as rows, and back
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "tl-loop-watch.h"

#include "library/tl-library.h"
#include "ui/tl-application.h"
#include "ui/tl-library-page.h"
#include "ui/tl-project-list.h"
#include "ui/tl-window.h"

#define FRAME      16.0
#define N_PROJECTS 1000
#define N_STEPS    40
#define N_SETTLED  30 /* turns after which nothing is left to be done */

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static TlLibrary *
make_library (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autoptr (TlIndex) index = tl_index_open (path, TL_INDEX_READ_WRITE, NULL);

  tl_index_begin_batch (index);
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/project-%u.it4it", directory, i);
      g_autofree char *text = g_strdup_printf ("<project xmlns='urn:throughline:project:1' id='p%u' edition='%s' "
                                               "owner='Department%u' name='Project %u of the bank'/>",
                                               i, i % 3 == 0 ? "2.1" : "3.0", i % 17, i * 7919 % N_PROJECTS);
      g_autoptr (GFile) file = g_file_new_for_path (name);

      g_file_set_contents (name, text, -1, NULL);
      tl_index_update_file (index, file, NULL, NULL, NULL);
      g_unlink (name);
    }
  tl_index_end_batch (index, NULL);
  return tl_library_new (path);
}

/* Measuring */

static GtkWidget *window;

static gboolean
is_shown_cb (gpointer all)
{
  GtkWidget *list = find (window, TL_TYPE_PROJECT_LIST);
  guint n = list != NULL ? tl_project_list_get_n_items (TL_PROJECT_LIST (list)) : 0;

  return n > 0 && (n == N_PROJECTS) == GPOINTER_TO_INT (all);
}

static gboolean
is_painted_cb (gpointer unused)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  return clock != NULL && gdk_frame_clock_get_frame_counter (clock) > 0;
}

static gboolean
counts_down_cb (gpointer turns)
{
  return (*(guint *) turns)-- == 0;
}

/* Once all projects are shown, or only some. */
static void
settle (gboolean all)
{
  guint turns = N_SETTLED;

  if (!tl_loop_watch_run (is_shown_cb, GINT_TO_POINTER (all)))
    {
      g_printerr ("%s of the projects are not shown\n", all ? "all" : "some");
      exit (1);
    }
  tl_loop_watch_run (counts_down_cb, &turns);
}

static void
begin (const char *what)
{
  g_printerr ("-- %s\n", what);
  tl_loop_watch_reset ();
}

static void
print (const char *name)
{
  double longest = tl_loop_watch_get_longest ();

  g_print ("%s %u %.2f (longest turn %.1f ms)\n", name, N_PROJECTS, longest / FRAME, longest);
}

static void
measure_scrolling (void)
{
  GtkWidget *scroller = find (find (window, TL_TYPE_PROJECT_LIST), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double length = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  begin ("scroll");
  for (guint i = 1; i <= N_STEPS; i++)
    {
      guint turns = 3;

      gtk_adjustment_set_value (adjustment, length * i / N_STEPS);
      tl_loop_watch_run (counts_down_cb, &turns);
    }
  gtk_adjustment_set_value (adjustment, 0);
  settle (TRUE);
  print ("loop-library-scroll");
}

static void
measure_finding (void)
{
  /* Not what might be in the name of the folder, as that is looked at, too. */
  static const char *const typed[] = { "department1", "department16 77", "" };
  GtkWidget *entry = find (window, GTK_TYPE_SEARCH_ENTRY);

  begin ("find");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
      settle (*typed[i] == '\0');
    }
  print ("loop-library-find");
}

static void
measure_views (void)
{
  GtkWidget *page = find (window, TL_TYPE_LIBRARY_PAGE);

  begin ("sort");
  gtk_widget_activate_action (page, "library.sort", "s", "name");
  settle (TRUE);
  gtk_widget_activate_action (page, "library.sort", "s", "changed");
  settle (TRUE);
  print ("loop-library-sort");

  begin ("rows");
  gtk_widget_activate_action (page, "library.grid", NULL);
  settle (TRUE);
  gtk_widget_activate_action (page, "library.grid", NULL);
  settle (TRUE);
  print ("loop-library-rows");
}

static TlApplication *
create_application (void)
{
  TlApplication *application = tl_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_printerr ("%s\n", error->message);
  g_application_hold (G_APPLICATION (application));
  return application;
}

int
main (int   argc,
      char *argv[])
{
  gboolean where = argc > 1 && g_str_equal (argv[1], "--where");
  g_autofree char *directory = g_dir_make_tmp ("throughline-XXXXXX", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -rf '%s'", directory);
  g_autoptr (TlLibrary) library = make_library (directory);
  TlApplication *application;

  if (!gtk_init_check ())
    {
      g_printerr ("no display\n");
      return 1;
    }
  /* What is not there is not looked for. */
  tl_library_set_paused (library, TRUE);
  tl_library_set_default (library);
  application = create_application ();
  tl_loop_watch_start (where ? FRAME : 0);

  window = GTK_WIDGET (tl_window_new (application));
  gtk_window_present (GTK_WINDOW (window));
  tl_loop_watch_run (is_painted_cb, NULL);
  begin ("start");
  settle (TRUE);
  print ("loop-library");
  measure_scrolling ();
  measure_finding ();
  measure_views ();

  gtk_window_destroy (GTK_WINDOW (window));
  tl_library_close (library);
  return g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL) ? 0 : 1;
}
