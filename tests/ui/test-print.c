/* test-print.c: what a page shows is set up for paper, looked at, and put on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-print-fixture.h"

#include "canvas/tl-minimap.h"
#include "project/tl-service.h"
#include "ui/tl-canvas-frame.h"
#include "ui/tl-print-job.h"
#include "ui/tl-settings.h"

#include <string.h>

#define SCALING_POSTER  1
#define SCALING_PERCENT 2

/* As many pages as are asked for, all seen, all in the file. */
static void
test_poster (WindowFixture *fixture,
             gconstpointer  data)
{
  TlPrintDialog *dialog = print_open (print_open_sample (fixture));
  g_autofree char *path = g_build_filename (fixture->directory, "poster.pdf", NULL);

  g_assert_cmpuint (print_count_pages (dialog), ==, 1);
  g_assert_false (gtk_widget_get_visible (print_get_child (dialog, "columns_row")));
  print_set_poster (dialog, 2, 2);
  tl_test_wait_for (print_count_pages (dialog) == 4);
  g_assert_true (gtk_widget_get_visible (print_get_child (dialog, "columns_row")));
  /* Where they stand is known when they have been laid out. */
  tl_test_wait_for (tl_print_preview_is_ready (print_get_preview (dialog)) && print_count_pages_seen (dialog) == 4);

  print_wait_for_export (dialog, path);
  g_assert_cmpuint (print_count_pages_written (path), ==, 4);
}

static gboolean
says (TlPrintDialog *dialog,
      const char    *text)
{
  return g_str_equal (gtk_label_get_label (print_get_child (dialog, "status")), text);
}

/* One page after the other, and back to all of them. */
static void
test_pages (WindowFixture *fixture,
            gconstpointer  data)
{
  TlPrintDialog *dialog = print_open (print_open_sample (fixture));
  TlPrintPreview *preview = print_get_preview (dialog);

  g_assert_false (gtk_widget_get_sensitive (print_get_child (dialog, "next")));
  print_set_poster (dialog, 2, 2);
  tl_test_wait_for (print_count_pages (dialog) == 4);
  print_click (print_get_child (dialog, "next"));
  tl_test_wait_for (tl_print_preview_get_page (preview) == 0);
  g_assert_true (says (dialog, "Page 1 of 4 (A1)"));
  g_assert_false (gtk_widget_get_sensitive (print_get_child (dialog, "previous")));
  print_click (print_get_child (dialog, "next"));
  tl_test_wait_for (tl_print_preview_get_page (preview) == 1);
  g_assert_true (says (dialog, "Page 2 of 4 (B1)"));
  tl_test_wait_for (tl_print_preview_is_ready (preview));
  g_assert_cmpuint (print_count_pages_seen (dialog), ==, 1);
  gtk_test_accessible_assert_property (preview, GTK_ACCESSIBLE_PROPERTY_LABEL, "Preview: Page 2 of 4 (B1)");

  /* Fewer pages than the one that was looked at. */
  adw_combo_row_set_selected (print_get_child (dialog, "scaling"), 0);
  tl_test_wait_for (print_count_pages (dialog) == 1);
  g_assert_cmpint (tl_print_preview_get_page (preview), ==, -1);
  g_signal_emit_by_name (preview, "page-chosen", 0);
  g_assert_cmpint (tl_print_preview_get_page (preview), ==, 0);
  gtk_toggle_button_set_active (print_get_child (dialog, "all"), TRUE);
  g_assert_cmpint (tl_print_preview_get_page (preview), ==, -1);
  print_close_dialog (dialog);
}

static gboolean
is_at (TlPrintDialog *dialog,
       const char    *scale)
{
  return strstr (gtk_label_get_label (print_get_child (dialog, "status")), scale) != NULL;
}

/* Twice as large is four times the paper, or about that. */
static void
test_percent (WindowFixture *fixture,
              gconstpointer  data)
{
  TlPrintDialog *dialog = print_open (print_open_sample (fixture));
  guint before;

  adw_combo_row_set_selected (print_get_child (dialog, "scaling"), SCALING_PERCENT);
  gtk_spin_button_set_value (print_get_child (dialog, "percent"), 100);
  tl_test_wait_for (is_at (dialog, "at 100 %"));
  g_assert_true (gtk_widget_get_visible (print_get_child (dialog, "percent_row")));
  before = print_count_pages (dialog);
  gtk_spin_button_set_value (print_get_child (dialog, "percent"), 200);
  tl_test_wait_for (is_at (dialog, "at 200 %"));
  g_assert_cmpuint (print_count_pages (dialog), >, before);
  print_close_dialog (dialog);
}

/* What cannot be is said, and can be mended. */
static void
test_refused (WindowFixture *fixture,
              gconstpointer  data)
{
  TlPrintDialog *dialog = print_open (print_open_sample (fixture));

  adw_combo_row_set_selected (print_get_child (dialog, "paper"), 5); /* A5 */
  gtk_spin_button_set_value (print_get_child (dialog, "margin"), 50);
  gtk_spin_button_set_value (print_get_child (dialog, "overlap"), 50);
  print_set_poster (dialog, 2, 2);
  tl_test_wait_for (tl_print_dialog_get_sheets (dialog) == NULL);
  g_assert_true (gtk_widget_get_visible (print_get_child (dialog, "error")));
  g_assert_false (gtk_widget_get_sensitive (print_get_child (dialog, "print")));
  g_assert_false (gtk_widget_get_sensitive (print_get_child (dialog, "export")));

  gtk_spin_button_set_value (print_get_child (dialog, "overlap"), 5);
  tl_test_wait_for (tl_print_dialog_get_sheets (dialog) != NULL);
  g_assert_false (gtk_widget_get_visible (print_get_child (dialog, "error")));
  g_assert_true (gtk_widget_get_sensitive (print_get_child (dialog, "print")));
  print_close_dialog (dialog);
}

/* The next time it is as it was set. */
static void
test_remembered (WindowFixture *fixture,
                 gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  TlPrintDialog *dialog = print_open (window);
  g_autofree char *path = g_build_filename (fixture->directory, "first.pdf", NULL);
  guint n;

  adw_combo_row_set_selected (print_get_child (dialog, "paper"), 1);
  adw_combo_row_set_selected (print_get_child (dialog, "orientation"), TL_POSTER_PORTRAIT);
  print_set_poster (dialog, 2, 3);
  tl_test_wait_for (print_count_pages (dialog) > 1);
  n = print_count_pages (dialog);
  print_wait_for_export (dialog, path);
  g_assert_cmpuint (print_count_pages_written (path), ==, n);

  dialog = print_open (window);
  g_assert_cmpuint (adw_combo_row_get_selected (print_get_child (dialog, "paper")), ==, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (print_get_child (dialog, "orientation")), ==, TL_POSTER_PORTRAIT);
  g_assert_cmpuint (adw_combo_row_get_selected (print_get_child (dialog, "scaling")), ==, SCALING_POSTER);
  g_assert_cmpuint (print_count_pages (dialog), ==, n);
  print_close_dialog (dialog);
}

/* A file that cannot be written leaves the dialog, and says why. */
static void
test_not_written (WindowFixture *fixture,
                  gconstpointer  data)
{
  TlPrintDialog *dialog = print_open (print_open_sample (fixture));
  g_autofree char *path = g_build_filename (fixture->directory, "nowhere", "poster.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_widget_grab_focus (print_get_child (dialog, "export"));
  tl_print_dialog_export (dialog, file);
  g_assert_false (gtk_widget_get_sensitive (print_get_child (dialog, "export")));
  tl_test_wait_for (gtk_widget_get_visible (print_get_child (dialog, "error")));
  g_assert_true (gtk_widget_get_sensitive (print_get_child (dialog, "export")));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == print_get_child (dialog, "export"));

  /* Closed while it is being written, nothing comes of it. */
  tl_print_dialog_export (dialog, file);
  print_close_dialog (dialog);
}

/* The printer {{{1 */

typedef struct
{
  gboolean  done;
  gboolean  printed;
  char     *error;
} Outcome;

static void
done_cb (TlPrintJob *job,
         gboolean    printed,
         const char *error,
         Outcome    *outcome)
{
  outcome->done = TRUE;
  outcome->printed = printed;
  outcome->error = g_strdup (error);
}

static Outcome
print_to (TlSheets   *sheets,
          const char *path)
{
  TlPrintJob *job = tl_print_job_new (sheets, "Northwind");
  Outcome outcome = { 0 };

  g_signal_connect (job, "done", G_CALLBACK (done_cb), &outcome);
  tl_print_job_run (job, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, path);
  tl_test_wait_for (outcome.done);
  g_assert_finalize_object (job);
  return outcome;
}

static void
test_job (WindowFixture *fixture,
          gconstpointer  data)
{
  TlPrintDialog *dialog = print_open (print_open_sample (fixture));
  g_autofree char *path = g_build_filename (fixture->directory, "printed.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->directory, "nowhere", "printed.pdf", NULL);
  g_autofree char *kept = NULL;
  Outcome outcome;

  tl_settings_set_string ("printer", "[Print Settings]\nprinter=Corridor\noutput-uri=file:///once.pdf\nn-copies=7\n");
  print_set_poster (dialog, 2, 2);
  tl_test_wait_for (print_count_pages (dialog) == 4);
  outcome = print_to (tl_print_dialog_get_sheets (dialog), path);
  g_assert_true (outcome.printed);
  g_assert_null (outcome.error);
  g_assert_cmpuint (print_count_pages_written (path), ==, 4);

  /* The printer is remembered, but not what was of this picture. */
  kept = tl_settings_dup_string ("printer", "");
  g_assert_nonnull (strstr (kept, "printer=Corridor"));
  g_assert_null (strstr (kept, "output-uri"));
  g_assert_null (strstr (kept, "n-copies"));

  outcome = print_to (tl_print_dialog_get_sheets (dialog), nowhere);
  g_assert_false (outcome.printed);
  g_assert_nonnull (outcome.error);
  g_free (outcome.error);
  print_close_dialog (dialog);
}

static void
print_page (TlWindow *window)
{
  TlPrintDialog *dialog = print_open (window);

  g_assert_cmpuint (print_count_pages (dialog), ==, 1);
  print_close_dialog (dialog);
}

static void
test_blueprint (WindowFixture *fixture,
                gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);

  window_activate (window, "win.page", "blueprint");
  print_wait_for_canvas (window, 1);
  print_page (window);
}

static gboolean
is_enabled (TlWindow   *window,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* What fails with an element is a diagram like others: it has a map, is fitted and printed. */
static void
test_impact (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = print_open_sample (fixture);
  TlRecord *service = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0);
  g_autofree char *key = tl_session_dup_record_key (tl_record_get_child (service, TL_SERVICE_REALIZED, 0));
  TlCanvas *canvas;
  double fitted;

  window_activate (window, "win.page", "traceability");
  g_assert_false (is_enabled (window, "fit"));
  tl_session_set_selection (tl_window_get_session (window), key);
  window_activate (window, "win.impact", NULL);
  tl_test_wait_for (is_enabled (window, "fit"));
  canvas = print_wait_for_canvas (window, 1);
  g_assert_nonnull (window_find (gtk_widget_get_ancestor (GTK_WIDGET (canvas), TL_TYPE_CANVAS_FRAME), TL_TYPE_MINIMAP));

  tl_test_wait_for (gtk_widget_get_width (GTK_WIDGET (canvas)) > 0);
  window_activate (window, "win.fit", NULL);
  fitted = tl_canvas_get_scale (canvas);
  window_activate (window, "win.zoom-in", NULL);
  tl_test_wait_for (tl_canvas_get_scale (canvas) > fitted);
  window_activate (window, "win.fit", NULL);
  tl_test_wait_for (ABS (tl_canvas_get_scale (canvas) - fitted) < 1e-6);
  print_page (window);
}

static void
add_tests (void)
{
  window_add ("/print/poster", NULL, test_poster);
  window_add ("/print/pages", NULL, test_pages);
  window_add ("/print/percent", NULL, test_percent);
  window_add ("/print/refused", NULL, test_refused);
  window_add ("/print/remembered", NULL, test_remembered);
  window_add ("/print/not-written", NULL, test_not_written);
  window_add ("/print/job", NULL, test_job);
  window_add ("/print/blueprint", NULL, test_blueprint);
  window_add ("/print/impact", NULL, test_impact);
}

int
main (int argc, char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
