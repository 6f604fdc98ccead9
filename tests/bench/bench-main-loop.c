/* bench-main-loop.c: how long the window is kept from answering
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-main-loop [--where] PROJECT...
 *
 * Does in a window what takes long, and prints of each the longest turn of the main
 * loop, compared with the 16 ms of a frame: NAME ELEMENTS RATIO (details). With
 * --where, what it was at after 16 ms is on standard error. Needs a display.
 *
 *   loop-open         a file is opened and seen
 *   loop-services     the page of services, for the first time
 *   loop-filter       ... is filtered, sorted and grouped
 *   loop-print        ... is printed, until its first page is seen
 *   loop-trace        the page of traceability, for the first time
 *   loop-landscape    the page of the landscape, for the first time
 *   loop-help         the window of the help; only once it is the first time
 *   loop-help-close   ... is closed
 *   loop-close        the window is closed
 *   loop-blueprint    a service is shown
 *   loop-edit         ... one element is moved
 *   loop-tidy         ... all are tidied up
 *   loop-reconcile    ... is compared with what runs
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tl-loop-watch.h"
#include "tl-test-toplevel.h"

#include "analysis/tl-traceability.h"
#include "canvas/tl-canvas.h"
#include "diagram/tl-blueprint-maker.h"
#include "diagram/tl-blueprint-view.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "ui/tl-application.h"
#include "ui/tl-help-window.h"
#include "ui/tl-print-dialog.h"
#include "ui/tl-record-table.h"
#include "ui/tl-reconcile-dialog.h"
#include "ui/tl-window.h"

#define FRAME      16.0
#define N_SERVICES 10000

static TlApplication *application;

/* Looking around */

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static TlWindow *
get_window (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static TlSession *
get_session (void)
{
  return tl_window_get_session (get_window ());
}

/* A page is seen, and has settled: nothing was done for so many turns. */
typedef struct
{
  GType type;
  guint turns;
} Seen;

static gboolean
is_seen_cb (gpointer data)
{
  Seen *seen = data;
  TlWindow *window = get_window ();
  GtkWidget *widget = window != NULL ? find (GTK_WIDGET (window), seen->type) : NULL;

  if (widget == NULL || tl_session_get_project (get_session ()) == NULL
      || (TL_IS_CANVAS (widget) && (tl_canvas_get_scene (TL_CANVAS (widget)) == NULL
                                    || !tl_canvas_is_settled (TL_CANVAS (widget))))
      || (TL_IS_RECORD_TABLE (widget) && tl_record_table_get_n_shown (TL_RECORD_TABLE (widget)) == 0))
    return FALSE;
  return seen->turns-- == 0;
}

static void
see (GType type)
{
  Seen seen = { type, 25 };

  if (!tl_loop_watch_run (is_seen_cb, &seen))
    g_printerr ("%s is not seen\n", g_type_name (type));
}

/* Measuring */

static void
begin (const char *what)
{
  g_printerr ("-- %s\n", what);
  tl_loop_watch_reset ();
}

static void
print (const char *name,
       guint       n)
{
  double longest = tl_loop_watch_get_longest ();

  g_print ("%s %u %.2f (longest turn %.1f ms)\n", name, n, longest / FRAME, longest);
}

static gboolean
has_no_window_cb (gpointer unused)
{
  return get_window () == NULL;
}

static gboolean
counts_down_cb (gpointer turns)
{
  return (*(guint *) turns)-- == 0;
}

/* As a user does, which is a turn of its own. */
static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

static void
close_window (guint n)
{
  TlHistory *history = tl_project_get_history (tl_session_get_project (get_session ()));
  guint turns = 25;

  tl_history_mark_saved (history, tl_history_get_state (history));
  begin ("close");
  g_idle_add (close_cb, get_window ());
  tl_loop_watch_run (has_no_window_cb, NULL);
  tl_loop_watch_run (counts_down_cb, &turns);
  print ("loop-close", n);
}

static GtkWindow *
get_help (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (TL_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_help_cb (gpointer unused)
{
  return get_help () != NULL && gtk_widget_get_mapped (GTK_WIDGET (get_help ()));
}

static gboolean
has_no_help_cb (gpointer unused)
{
  return get_help () == NULL;
}

static void
measure_help (guint n)
{
  guint turns = 25;

  begin ("help");
  g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
  if (!tl_loop_watch_run (has_help_cb, NULL))
    g_printerr ("no help is seen\n");
  tl_loop_watch_run (counts_down_cb, &turns);
  print ("loop-help", n);

  begin ("help-close");
  turns = 25;
  g_idle_add (close_cb, get_help ());
  tl_loop_watch_run (has_no_help_cb, NULL);
  tl_loop_watch_run (counts_down_cb, &turns);
  print ("loop-help-close", n);
}

/* A large project */

static void
measure_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n = (guint) strtoul (strrchr (path, '-') != NULL ? strrchr (path, '-') + 1 : "0", NULL, 10);

  begin ("open");
  tl_application_open_file (application, file);
  see (TL_TYPE_CANVAS);
  print ("loop-open", n);

  begin ("services");
  tl_session_set_page (get_session (), TL_PAGE_SERVICES);
  see (TL_TYPE_RECORD_TABLE);
  print ("loop-services", n);

  begin ("traceability");
  tl_session_set_page (get_session (), TL_PAGE_TRACEABILITY);
  see (GTK_TYPE_STACK);
  print ("loop-trace", n);

  begin ("landscape");
  tl_session_set_page (get_session (), TL_PAGE_LANDSCAPE);
  see (TL_TYPE_RECORD_TABLE);
  print ("loop-landscape", n);

  measure_help (n);
  close_window (n);
}

static TlProject *
make_services (void)
{
  static const char *const owners[] = { "Retail", "Delivery", "Operations", "Platform" };
  TlProject *project = tl_blueprint_maker_new ("2.1");

  for (guint i = 0; i < N_SERVICES; i++)
    {
      TlRecord *service = tl_record_new (&tl_service_type);
      g_autofree char *id = g_strdup_printf ("x%u", i);
      g_autofree char *name = g_strdup_printf ("Service %u", i * 7919 % N_SERVICES);

      tl_record_fill (service, TL_SERVICE_ID, id, NULL);
      tl_record_fill (service, TL_SERVICE_NAME, name, NULL);
      tl_record_fill (service, TL_SERVICE_OWNER, owners[i % G_N_ELEMENTS (owners)], NULL);
      tl_record_adopt (TL_RECORD (project), TL_PROJECT_SERVICES, service, NULL);
    }
  tl_project_seal (project);
  return project;
}

static gboolean
is_printed_cb (gpointer unused)
{
  TlPrintDialog *dialog = tl_test_find_toplevel (TL_TYPE_PRINT_DIALOG);
  GtkWidget *preview;

  if (dialog == NULL || tl_print_dialog_get_sheets (dialog) == NULL)
    return FALSE;
  preview = find (GTK_WIDGET (dialog), TL_TYPE_PRINT_PREVIEW);
  return preview != NULL && tl_print_preview_is_ready (TL_PRINT_PREVIEW (preview));
}

static void
measure_print (void)
{
  gint64 start = g_get_monotonic_time ();

  begin ("print");
  gtk_widget_activate_action (find (GTK_WIDGET (get_window ()), TL_TYPE_RECORD_TABLE), "win.print", NULL);
  if (!tl_loop_watch_run (is_printed_cb, NULL))
    g_printerr ("no page is seen\n");
  g_printerr ("first page after %.0f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  print ("loop-print", N_SERVICES);
  gtk_window_destroy (GTK_WINDOW (tl_test_find_toplevel (TL_TYPE_PRINT_DIALOG)));
}

static void
measure_services (void)
{
  g_autoptr (TlProject) project = make_services ();
  GtkWidget *table, *view;
  g_autoptr (GtkColumnViewColumn) column = NULL;

  tl_application_open_project (application, project);
  see (TL_TYPE_CANVAS);
  begin ("services");
  tl_session_set_page (get_session (), TL_PAGE_SERVICES);
  see (TL_TYPE_RECORD_TABLE);
  print ("loop-services", N_SERVICES);

  table = find (GTK_WIDGET (get_window ()), TL_TYPE_RECORD_TABLE);
  view = find (table, GTK_TYPE_COLUMN_VIEW);
  begin ("filter");
  tl_record_table_set_filter (TL_RECORD_TABLE (table), "service 7");
  see (TL_TYPE_RECORD_TABLE);
  tl_record_table_set_filter (TL_RECORD_TABLE (table), "");
  see (TL_TYPE_RECORD_TABLE);
  print ("loop-filter", N_SERVICES);
  begin ("sort");
  column = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), 0);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_ASCENDING);
  see (TL_TYPE_RECORD_TABLE);
  print ("loop-sort", N_SERVICES);
  begin ("group");
  gtk_widget_activate_action (table, "services.group", "s", "owner");
  see (TL_TYPE_RECORD_TABLE);
  print ("loop-group", N_SERVICES);
  measure_print ();
  close_window (N_SERVICES);
}

/* A large service */

static void
move_one (TlRecord *service)
{
  TlRecord *element = NULL;
  g_autoptr (GError) error = NULL;
  TlPlacing placing;

  for (guint lane = 0; lane < TL_N_LANES && element == NULL; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane) && element == NULL; i++)
      if (tl_blueprint_get_placing (service, tl_record_get_child (service, lane, i), &placing))
        element = placing.element;
  placing.x += 8;
  if (element == NULL || !tl_blueprint_place (service, &placing, 1, "Move", NULL, &error))
    g_printerr ("nothing was moved\n");
}

static GPtrArray *
make_items (guint n)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_actual_item_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("db-%u", i);

      g_ptr_array_add (items, tl_actual_item_new (name, "database", "production", "1", NULL));
    }
  return items;
}

static void
measure_reconcile (TlRecord *service,
                   guint     n)
{
  g_autoptr (GPtrArray) items = make_items (n);
  GtkWidget *dialog;
  guint turns = 25;

  begin ("reconcile");
  dialog = tl_reconcile_dialog_new (service, items);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (get_window ()));
  gtk_window_present (GTK_WINDOW (dialog));
  tl_loop_watch_run (counts_down_cb, &turns);
  print ("loop-reconcile", n);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A worker finds out where all of it goes. */
static gboolean
is_tidied_cb (gpointer before)
{
  return tl_history_get_state (tl_project_get_history (tl_session_get_project (get_session ()))) != *(guint64 *) before;
}

static void
measure_blueprint (guint n)
{
  TlBlueprintPlan plan = { .edition = "2.1", .n_parts = n, .n_objects = 7, .n_ties = n * 3, .placed = 0.7 };
  g_autoptr (TlProject) project = tl_blueprint_maker_random (&plan, 42);
  TlRecord *service = tl_project_lookup (project, "s1");
  guint64 state;

  /* As whoever reads a file does before there is a window. */
  tl_traceability_get (project);
  tl_application_open_project (application, project);
  see (TL_TYPE_CANVAS);
  begin ("blueprint");
  tl_session_go_service (get_session (), service);
  see (TL_TYPE_CANVAS);
  print ("loop-blueprint", n);

  begin ("edit");
  move_one (service);
  see (TL_TYPE_CANVAS);
  print ("loop-edit", n);

  begin ("tidy");
  state = tl_history_get_state (tl_project_get_history (project));
  gtk_widget_activate_action (find (GTK_WIDGET (get_window ()), TL_TYPE_CANVAS), "blueprint.tidy", NULL);
  if (!tl_loop_watch_run (is_tidied_cb, &state))
    g_printerr ("nothing was tidied up\n");
  see (TL_TYPE_CANVAS);
  print ("loop-tidy", n);
  measure_reconcile (service, n);
  close_window (n);
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 150, 300, 700, 10000 };
  gboolean where = argc > 1 && g_str_equal (argv[1], "--where");
  g_autoptr (GError) error = NULL;

  if (!gtk_init_check ())
    {
      g_printerr ("no display\n");
      return 1;
    }
  application = tl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_application_hold (G_APPLICATION (application));
  tl_loop_watch_start (where ? FRAME : 0);
  for (int i = where ? 2 : 1; i < argc; i++)
    measure_file (argv[i]);
  measure_services ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure_blueprint (sizes[i]);
  return 0;
}
