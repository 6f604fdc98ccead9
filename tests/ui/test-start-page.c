/* test-start-page.c: the projects of the library in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "library/tl-library.h"
#include "store/tl-template.h"
#include "store/tl-writer.h"
#include "ui/tl-folders-dialog.h"
#include "ui/tl-library-page.h"
#include "ui/tl-project-cell.h"
#include "ui/tl-project-list.h"
#include "ui/tl-start-page.h"
#include "ui/tl-start-welcome.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  WindowFixture  base;
  char          *folder;
  TlLibrary     *library;
  TlWindow      *window;
  GtkWidget     *page;     /* the library page, or NULL */
  TlProjectList *list;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  window_fixture_set_up (&fixture->base, data);
  path = g_build_filename (fixture->base.directory, "data", "library.db", NULL);
  fixture->folder = g_build_filename (fixture->base.directory, "projects", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  fixture->library = tl_library_new (path);
  tl_library_set_default (fixture->library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tl_library_set_default (NULL);
  tl_library_close (fixture->library);
  g_free (fixture->folder);
  window_fixture_tear_down (&fixture->base, data);
  g_object_unref (fixture->library);
}

static char *
write_project (Fixture    *fixture,
               const char *file,
               const char *version,
               const char *name)
{
  const TlEdition *edition = tl_edition_get (version);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = tl_template_create_project (tl_template_find ("starter", edition), edition, name, &error);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *text;

  g_assert_no_error (error);
  bytes = tl_writer_write (project);
  text = g_bytes_get_data (bytes, &length);
  return tl_test_write_file (fixture->folder, file, text, (gssize) length);
}

static void
add_folder (Fixture *fixture)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  tl_library_add_folder (fixture->library, folder);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = tl_window_new (fixture->base.application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tl_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static guint
count_shown (Fixture *fixture)
{
  return tl_project_list_get_n_items (fixture->list);
}

/* A window that shows @n projects. */
static void
open_library (Fixture *fixture,
              guint    n)
{
  open_window (fixture);
  tl_test_wait_for (window_find (fixture->window, TL_TYPE_LIBRARY_PAGE) != NULL);
  fixture->page = window_find (fixture->window, TL_TYPE_LIBRARY_PAGE);
  fixture->list = TL_PROJECT_LIST (window_find (fixture->page, TL_TYPE_PROJECT_LIST));
  tl_test_wait_for (count_shown (fixture) == n);
}

/* The cell of a project, once it is filled. */
static TlProjectCell *
find_cell (Fixture    *fixture,
           const char *name)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *cell = window_find_nth (fixture->list, TL_TYPE_PROJECT_CELL, i);
      TlLibraryProject *project;

      if (cell == NULL)
        return NULL;
      project = tl_project_cell_get_project (TL_PROJECT_CELL (cell));
      if (project != NULL && tl_project_cell_is_filled (TL_PROJECT_CELL (cell))
          && g_str_equal (tl_library_project_get_facts (project)->name, name))
        return TL_PROJECT_CELL (cell);
    }
}

static void
select_project (Fixture    *fixture,
                const char *name)
{
  tl_test_wait_for (find_cell (fixture, name) != NULL);
  tl_project_list_select (fixture->list, tl_project_cell_get_project (find_cell (fixture, name)));
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

/* Names of what is shown, in order, with spaces between. */
static char *
list_names (Fixture *fixture)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *view = window_find (fixture->list, GTK_TYPE_GRID_VIEW);
  GListModel *model = G_LIST_MODEL (gtk_grid_view_get_model (GTK_GRID_VIEW (view)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TlLibraryProject) project = g_list_model_get_item (model, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", tl_library_project_get_facts (project)->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

#define assert_names(fixture, expected)                    \
  G_STMT_START {                                           \
    g_autofree char *names_ = list_names (fixture);        \
    g_assert_cmpstr (names_, ==, expected);                \
  } G_STMT_END

static gboolean
begins_with (Fixture    *fixture,
             const char *name)
{
  g_autofree char *names = list_names (fixture);

  return g_str_has_prefix (names, name);
}

/* Tests {{{1 */

static void
test_welcome (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = NULL;
  GtkWidget *start;

  open_window (fixture);
  tl_test_wait_for (window_find (fixture->window, TL_TYPE_START_PAGE) != NULL);
  start = window_find (fixture->window, TL_TYPE_START_PAGE);
  tl_test_wait_for (window_find (start, TL_TYPE_START_WELCOME) != NULL);
  g_assert_true (window_says (start, "_Add a Folder of Projects…"));

  /* As soon as there is one, it is there. */
  path = write_project (fixture, "a.it4it", "2.1", "Bank");
  add_folder (fixture);
  tl_test_wait_for (window_find (start, TL_TYPE_LIBRARY_PAGE) != NULL);
  g_assert_null (window_find (start, TL_TYPE_START_WELCOME));
}

/* Nothing is asked of a library that there is none of. */
static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *database = g_build_filename (fixture->base.directory, "data", NULL);

  tl_library_set_default (NULL);
  open_window (fixture);
  tl_test_wait_for (window_find (fixture->window, TL_TYPE_START_WELCOME) != NULL);
  g_assert_false (g_file_test (database, G_FILE_TEST_EXISTS));
}

static void
test_cells (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *one = write_project (fixture, "a.it4it", "2.1", "Bank");
  g_autofree char *two = write_project (fixture, "b.it4it", "3.0", "Port");
  g_autofree char *broken = tl_test_write_file (fixture->folder, "c.it4it", "<project", -1);
  TlProjectCell *cell;

  add_folder (fixture);
  open_library (fixture, 3);
  tl_test_wait_for (find_cell (fixture, "Bank") != NULL);
  cell = find_cell (fixture, "Bank");
  g_assert_true (window_says (cell, "IT4IT 2.1"));
  g_assert_true (window_says (cell, "projects"));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL));
  tl_test_wait_for (find_cell (fixture, "c.it4it") != NULL);
  g_assert_true (window_says (find_cell (fixture, "c.it4it"), tl_library_state_get_label (TL_LIBRARY_DAMAGED)));

  /* The same in rows. */
  activate (fixture, "library.grid");
  g_assert_nonnull (window_find (fixture->list, GTK_TYPE_LIST_VIEW));
  tl_test_wait_for (find_cell (fixture, "Port") != NULL);
  g_assert_true (window_says (find_cell (fixture, "Port"), "IT4IT 3.0"));
  activate (fixture, "library.grid");
}

static void
test_sort_and_pin (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *one = write_project (fixture, "c.it4it", "2.1", "Bank");
  g_autofree char *two = write_project (fixture, "a.it4it", "3.0", "Port");
  g_autofree char *three = write_project (fixture, "b.it4it", "3.0", "Älter");
  g_autoptr (GFile) file = g_file_new_for_path (two);
  TlLibraryProject *selected;

  add_folder (fixture);
  open_library (fixture, 3);
  gtk_widget_activate_action (fixture->page, "library.sort", "s", "name");
  assert_names (fixture, "Bank Port Älter");
  tl_library_note_opened (fixture->library, file);
  gtk_widget_activate_action (fixture->page, "library.sort", "s", "opened");
  tl_test_wait_for (begins_with (fixture, "Port"));

  select_project (fixture, "Älter");
  selected = tl_project_list_get_selected (fixture->list);
  activate (fixture, "library.pin");
  tl_test_wait_for (tl_library_project_get_facts (selected)->pinned);
  assert_names (fixture, "Älter Port Bank");
  /* What was selected is, also at its new place. */
  g_assert_true (tl_project_list_get_selected (fixture->list) == selected);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *one = write_project (fixture, "c.it4it", "2.1", "Bank");
  g_autofree char *two = write_project (fixture, "a.it4it", "3.0", "Port");
  GtkEditable *search;
  TlProjectFilter *filter;

  add_folder (fixture);
  open_library (fixture, 2);
  search = GTK_EDITABLE (window_find (fixture->page, GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (search, "PÖrt");
  tl_test_wait_for (count_shown (fixture) == 1);
  assert_names (fixture, "Port");
  gtk_editable_set_text (search, "nothing has this name");
  tl_test_wait_for (count_shown (fixture) == 0);
  tl_test_wait_for (window_says (fixture->page, "No Such Project"));
  activate (fixture, "library.clear-filters");
  tl_test_wait_for (count_shown (fixture) == 2);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");

  filter = tl_project_filter_new ();
  tl_project_list_set_filter (fixture->list, filter);
  tl_project_filter_set_value (filter, TL_PROJECT_FILTER_EDITION, "2.1");
  assert_names (fixture, "Bank");
  tl_project_filter_set_value (filter, TL_PROJECT_FILTER_STATE, "missing");
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  tl_project_filter_clear (filter);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  g_object_unref (filter);
}

static guint
count_found (Fixture    *fixture,
             const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  tl_library_search_async (fixture->library, text, 10, NULL, tl_test_store_result, &result);
  done = tl_test_await_result (&result);
  hits = tl_library_search_finish (fixture->library, done, &error);
  g_assert_no_error (error);
  return hits->len;
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *one = write_project (fixture, "c.it4it", "2.1", "Bank");
  g_autofree char *two = write_project (fixture, "a.it4it", "3.0", "Port");

  add_folder (fixture);
  open_library (fixture, 2);
  select_project (fixture, "Port");
  activate (fixture, "library.remove");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_true (window_says (fixture->page, "“Port” was removed"));
  activate (fixture, "library.undo-remove");
  g_assert_cmpuint (count_shown (fixture), ==, 2);

  select_project (fixture, "Port");
  activate (fixture, "library.remove");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_library (fixture, 1);
  assert_names (fixture, "Bank");
  g_assert_true (g_file_test (two, G_FILE_TEST_EXISTS));
}

/* While it can still be taken back, no other window shows it either, nor finds it. */
static void
test_remove_elsewhere (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *one = write_project (fixture, "c.it4it", "2.1", "Bank");
  g_autofree char *two = write_project (fixture, "a.it4it", "3.0", "Zebra");
  g_autoptr (GFile) file = g_file_new_for_path (two);
  TlProjectList *other_list;
  TlWindow *other;

  add_folder (fixture);
  open_library (fixture, 2);
  other = fixture->window;
  other_list = fixture->list;
  open_library (fixture, 2);
  select_project (fixture, "Zebra");
  activate (fixture, "library.remove");
  g_assert_cmpuint (tl_project_list_get_n_items (other_list), ==, 1);
  g_assert_cmpuint (count_found (fixture, "Zebra"), ==, 0);
  activate (fixture, "library.undo-remove");
  g_assert_cmpuint (tl_project_list_get_n_items (other_list), ==, 2);
  g_assert_cmpuint (count_found (fixture, "Zebra"), >, 0);

  /* Who opens it wants it. */
  select_project (fixture, "Zebra");
  activate (fixture, "library.remove");
  tl_library_note_opened (fixture->library, file);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  g_assert_cmpuint (tl_project_list_get_n_items (other_list), ==, 2);

  select_project (fixture, "Zebra");
  activate (fixture, "library.remove");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tl_test_wait_for (count_found (fixture, "Zebra") == 0);
  g_assert_cmpuint (tl_project_list_get_n_items (other_list), ==, 1);
  /* It is shown again when it comes back. */
  tl_library_index_file (fixture->library, file);
  tl_test_wait_for (tl_project_list_get_n_items (other_list) == 2);
  fixture->window = other;
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = write_project (fixture, "a.it4it", "3.0", "Port");
  TlLibraryProject *project;
  GtkWidget *dialog;

  add_folder (fixture);
  open_library (fixture, 1);
  select_project (fixture, "Port");
  project = tl_project_list_get_selected (fixture->list);
  g_assert_cmpint (g_unlink (path), ==, 0);
  tl_test_wait_for (tl_library_project_get_facts (project)->state == TL_LIBRARY_MISSING);
  g_assert_true (window_says (find_cell (fixture, "Port"), tl_library_state_get_label (TL_LIBRARY_MISSING)));

  activate (fixture, "library.open");
  dialog = window_wait_for_dialog (fixture->window);
  g_assert_true (window_says (dialog, "“Port” Is Missing"));
  g_assert_true (window_says (dialog, path));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  tl_test_wait_for (count_shown (fixture) == 0);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *one = write_project (fixture, "a.it4it", "3.0", "Port");
  g_autofree char *two = write_project (fixture, "b.it4it", "2.1", "Bank");

  add_folder (fixture);
  open_library (fixture, 2);
  select_project (fixture, "Port");
  activate (fixture, "library.open-in-new-window");
  tl_test_wait_for (window_fixture_count (&fixture->base) == 2);
  g_assert_true (tl_window_is_free (fixture->window));
  select_project (fixture, "Bank");
  activate (fixture, "library.open");
  tl_test_wait_for (window_get_project (fixture->window) != NULL);
  g_assert_cmpuint (window_fixture_count (&fixture->base), ==, 2);
  /* The page is not followed where it is not seen. */
  tl_test_wait_for (window_find (fixture->window, TL_TYPE_LIBRARY_PAGE) == NULL);
}

/* What is opened and saved in a window is in the library. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = write_project (fixture, "a.it4it", "3.0", "Port");
  TlWindow *window = window_fixture_open_file (&fixture->base, path);

  g_assert_nonnull (window_get_project (window));
  open_library (fixture, 1);
  tl_test_wait_for (find_cell (fixture, "Port") != NULL);
  g_assert_cmpint (tl_library_project_get_facts (tl_project_cell_get_project (find_cell (fixture, "Port")))->opened, >, 0);
}

/* Where no start page is seen, what happened to the database is said all the same. */
static void
test_problem (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *one = write_project (fixture, "c.it4it", "2.1", "Bank");
  TlWindow *other;

  add_folder (fixture);
  open_library (fixture, 1);
  tl_application_open_sample (fixture->base.application, "northwind-bank");
  tl_test_wait_for (tl_session_get_project (tl_window_get_session (fixture->window)) != NULL);
  tl_test_wait_for (!tl_library_get_busy (fixture->library));
  other = tl_window_new (fixture->base.application);
  gtk_window_present (GTK_WINDOW (other));
  tl_test_wait_for (window_find (other, TL_TYPE_LIBRARY_PAGE) != NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tl_test_wait_for (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->base.directory, "/data/library.db", suffixes[i], NULL);

      g_unlink (path);
    }
  tl_test_wait_for (window_says (fixture->window, "The database of the library was damaged"));
  g_assert_true (window_says (other, "The database of the library was damaged"));
  tl_test_wait_for (!tl_library_get_busy (fixture->library));
}

static void
test_folders (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = write_project (fixture, "a.it4it", "3.0", "Port");
  GtkWidget *dialog;

  add_folder (fixture);
  open_library (fixture, 1);
  activate (fixture, "library.folders");
  dialog = window_wait_for_dialog (fixture->window);
  g_assert_true (TL_IS_FOLDERS_DIALOG (dialog));
  tl_test_wait_for (window_says (dialog, fixture->folder));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (window_find (dialog, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  g_assert_true (tl_library_get_paused (fixture->library));
  g_assert_true (window_says (dialog, "paused"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Of a thousand only those around what is seen have widgets. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_cells = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.it4it", i);
      g_autofree char *text = g_strdup_printf ("<project xmlns='urn:throughline:project:1' id='p%u' edition='2.1' "
                                               "name='Project %u'/>", i, i);

      g_free (tl_test_write_file (fixture->folder, name, text, -1));
    }
  add_folder (fixture);
  open_library (fixture, 1000);
  /* Whatever came before it, the first is seen. */
  gtk_widget_activate_action (fixture->page, "library.sort", "s", "name");
  tl_test_wait_for (find_cell (fixture, "Project 0") != NULL);
  while (window_find_nth (fixture->list, TL_TYPE_PROJECT_CELL, n_cells) != NULL)
    n_cells++;
  g_assert_cmpuint (n_cells, <, 400);
}

#define add(path, function) g_test_add ("/start-page/" path, Fixture, NULL, set_up, function, tear_down)

/* On a telephone there is room for some letters of what the projects are filtered by. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = write_project (fixture, "a.it4it", "2.1", "Bank");
  GtkWidget *entry;

  add_folder (fixture);
  open_library (fixture, 1);
  entry = window_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  tl_test_wait_for (gtk_widget_get_width (fixture->page) > 0 && gtk_widget_get_width (fixture->page) <= 360);
  tl_test_wait_for (gtk_widget_get_width (entry) >= 160);
}

/* A card says when its project was changed with texts of twice the size, too. The way to that is short. */
static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = NULL;
  GtkLabel *label;

  g_free (fixture->folder);
  fixture->folder = g_build_filename (g_get_home_dir (), "projects", NULL);
  g_assert_no_errno (g_mkdir_with_parents (fixture->folder, 0700));
  path = write_project (fixture, "a.it4it", "2.1", "Bank");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  add_folder (fixture);
  open_library (fixture, 1);
  tl_test_wait_for (find_cell (fixture, "Bank") != NULL);
  /* The first is the badge on the picture. */
  label = GTK_LABEL (window_find_nth (find_cell (fixture, "Bank"), GTK_TYPE_LABEL, 1));
  g_assert_nonnull (strstr (gtk_label_get_text (label), "just now"));
  tl_test_wait_for (gtk_widget_get_width (GTK_WIDGET (label)) > 0);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
}

static void
add_tests (void)
{
  add ("welcome", test_welcome);
  add ("none", test_none);
  add ("cells", test_cells);
  add ("sort-and-pin", test_sort_and_pin);
  add ("filter", test_filter);
  add ("remove", test_remove);
  add ("remove-elsewhere", test_remove_elsewhere);
  add ("missing", test_missing);
  add ("open", test_open);
  add ("told", test_told);
  add ("problem", test_problem);
  add ("folders", test_folders);
  add ("many", test_many);
  add ("narrow", test_narrow);
  add ("large-text", test_large_text);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
