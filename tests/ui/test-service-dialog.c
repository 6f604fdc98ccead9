/* test-service-dialog.c: a new service from a template, and a template from a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "project/tl-service.h"
#include "store/tl-service-template.h"
#include "ui/tl-service-dialog.h"

static guint
count_services (TlWindow *window)
{
  return tl_record_get_n_items (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES);
}

static guint
count_elements (TlRecord *service)
{
  return tl_record_get_n_items (service, TL_SERVICE_CONCEPTUAL) + tl_record_get_n_items (service, TL_SERVICE_LOGICAL)
         + tl_record_get_n_items (service, TL_SERVICE_REALIZED);
}

static GtkWidget *
open_dialog (TlWindow *window)
{
  GtkWidget *dialog;

  window_activate (window, "win.new-service", NULL);
  dialog = window_wait_for_dialog (window);
  g_assert_true (TL_IS_SERVICE_DIALOG (dialog));
  return dialog;
}

static void
create (GtkWidget  *dialog,
        guint       template,
        const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (window_find (dialog, ADW_TYPE_ENTRY_ROW)), name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (window_find_nth (dialog, GTK_TYPE_CHECK_BUTTON, template)), TRUE);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
}

static void
test_create (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, data, "empty");
  TlSession *session = tl_window_get_session (window);
  g_autoptr (GPtrArray) templates = tl_service_template_list (tl_session_get_edition (session));
  TlRecord *service;

  g_assert_cmpuint (templates->len, >, 1);
  create (open_dialog (window), 1, "Shop");
  g_assert_cmpuint (count_services (window), ==, 1);
  service = tl_session_get_service (session);
  g_assert_cmpstr (tl_record_get_name (service), ==, "Shop");
  g_assert_cmpuint (count_elements (service), >, 3);
  g_assert_cmpstr (tl_session_get_page (session), ==, TL_PAGE_BLUEPRINT);
  tl_test_wait_for (gtk_window_get_focus (GTK_WINDOW (window)) != NULL
                    && gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), TL_TYPE_CANVAS) != NULL);
  window_activate (window, "win.undo", NULL);
  g_assert_cmpuint (count_services (window), ==, 0);
}

static gboolean
has_template (void)
{
  g_autoptr (GFile) folder = tl_service_template_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL && g_str_has_suffix (name, ".it4it");
}

/* What is saved as a template is there to start with the next time. */
static void
test_save (WindowFixture *fixture,
           gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  g_autoptr (GPtrArray) templates = tl_service_template_list (tl_edition_get ("2.1"));
  GtkWidget *dialog;
  guint n;

  create (open_dialog (window), 1, "Shop");
  n = count_elements (tl_session_get_service (tl_window_get_session (window)));
  window_activate (window, "win.save-template", NULL);
  tl_test_wait_for (has_template ());
  dialog = open_dialog (window);
  tl_test_wait_for (window_find_nth (dialog, GTK_TYPE_CHECK_BUTTON, templates->len) != NULL);
  create (dialog, templates->len, "Second shop");
  g_assert_cmpuint (count_services (window), ==, 2);
  g_assert_cmpuint (count_elements (tl_session_get_service (tl_window_get_session (window))), ==, n);
}

/* By what it says, there or as a tooltip. */
static GtkWidget *
find_button (GtkWidget  *dialog,
             const char *text)
{
  GtkWidget *button;

  for (guint i = 0; (button = window_find_nth (dialog, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (button), text) == 0
        || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), text) == 0)
      return button;
  return NULL;
}

static GtkWidget *
find_delete_button (GtkWidget *dialog)
{
  return find_button (dialog, "Delete the Template Shop");
}

/* One of the user's own can be deleted, and brought back; those of the program cannot. */
static void
test_delete (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  g_autoptr (GPtrArray) templates = tl_service_template_list (tl_edition_get ("2.1"));
  GtkWidget *dialog, *check;

  create (open_dialog (window), 1, "Shop");
  window_activate (window, "win.save-template", NULL);
  tl_test_wait_for (has_template ());
  dialog = open_dialog (window);
  g_assert_null (find_delete_button (dialog));
  tl_test_wait_for (find_delete_button (dialog) != NULL);

  check = window_find_nth (dialog, GTK_TYPE_CHECK_BUTTON, templates->len);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_emit_by_name (find_delete_button (dialog), "clicked");
  tl_test_wait_for (!has_template () && find_delete_button (dialog) == NULL);
  /* Another is chosen, and the keyboard is on it. */
  check = window_find_nth (dialog, GTK_TYPE_CHECK_BUTTON, templates->len - 1);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == check);

  tl_test_wait_for (find_button (dialog, "_Undo") != NULL);
  g_signal_emit_by_name (find_button (dialog, "_Undo"), "clicked");
  tl_test_wait_for (has_template () && find_delete_button (dialog) != NULL);
  create (dialog, templates->len, "Second shop");
  g_assert_cmpuint (count_services (window), ==, 2);
}

static GtkMenuButton *
find_rename_button (GtkWidget  *dialog,
                    const char *text)
{
  GtkWidget *button;

  for (guint i = 0; (button = window_find_nth (dialog, GTK_TYPE_MENU_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (button), text) == 0)
      return GTK_MENU_BUTTON (button);
  return NULL;
}

/* It can be given another name where it can be deleted; Undo gives it back the first. */
static void
test_rename (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  GtkWidget *dialog, *entry;

  create (open_dialog (window), 1, "Shop");
  window_activate (window, "win.save-template", NULL);
  tl_test_wait_for (has_template ());
  dialog = open_dialog (window);
  tl_test_wait_for (find_rename_button (dialog, "Rename the Template Shop") != NULL);
  gtk_menu_button_popup (find_rename_button (dialog, "Rename the Template Shop"));
  entry = window_find (find_rename_button (dialog, "Rename the Template Shop"), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Shop");
  gtk_editable_set_text (GTK_EDITABLE (entry), " Stall ");
  g_signal_emit_by_name (entry, "activate");
  tl_test_wait_for (find_rename_button (dialog, "Rename the Template Stall") != NULL);
  g_assert_null (find_rename_button (dialog, "Rename the Template Shop"));
  g_assert_nonnull (find_button (dialog, "Delete the Template Stall"));

  tl_test_wait_for (find_button (dialog, "_Undo") != NULL);
  g_signal_emit_by_name (find_button (dialog, "_Undo"), "clicked");
  tl_test_wait_for (find_rename_button (dialog, "Rename the Template Shop") != NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  window_add ("/service-dialog/2.1", "2.1", test_create);
  window_add ("/service-dialog/3.0", "3.0", test_create);
  window_add ("/service-dialog/save", NULL, test_save);
  window_add ("/service-dialog/delete", NULL, test_delete);
  window_add ("/service-dialog/rename", NULL, test_rename);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
