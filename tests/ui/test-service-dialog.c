/* test-service-dialog.c: a new service from a template, and a template from a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

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

static void
add_tests (void)
{
  window_add ("/service-dialog/2.1", "2.1", test_create);
  window_add ("/service-dialog/3.0", "3.0", test_create);
  window_add ("/service-dialog/save", NULL, test_save);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
