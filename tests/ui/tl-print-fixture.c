/* tl-print-fixture.c: what tests of printing have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-print-fixture.h"

#include "tl-test-pdf.h"

#include "ui/tl-settings.h"

#define SCALING_POSTER 1

/* What the test before set is not for this one. */
static void
forget_settings (void)
{
  static const char *const keys[] = {
    "print-paper", "print-orientation", "print-scaling", "print-columns", "print-rows", "print-percent", "print-margin", "print-overlap",
    "print-text-size", "printer",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (tl_settings_get (), keys[i]);
}

TlCanvas *
print_wait_for_canvas (TlWindow *window,
                       guint     n)
{
  GtkWidget *canvas;

  tl_test_wait_for (window_find_nth (window, TL_TYPE_CANVAS, n) != NULL);
  canvas = window_find_nth (window, TL_TYPE_CANVAS, n);
  tl_test_wait_for (tl_canvas_get_scene (TL_CANVAS (canvas)) != NULL);
  return TL_CANVAS (canvas);
}

TlWindow *
print_open_sample (WindowFixture *fixture)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  TlWindow *window = window_fixture_open_file (fixture, path);

  forget_settings ();
  print_wait_for_canvas (window, 0);
  return window;
}

TlPrintDialog *
print_open (TlWindow *window)
{
  TlPrintDialog *dialog;

  window_activate (window, "win.print", NULL);
  dialog = TL_PRINT_DIALOG (window_wait_for_dialog (window));
  tl_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (dialog)) && tl_print_dialog_get_sheets (dialog) != NULL);
  return dialog;
}

gpointer
print_get_child (TlPrintDialog *dialog,
                 const char    *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (dialog), TL_TYPE_PRINT_DIALOG, name);

  g_assert_nonnull (child);
  return child;
}

TlPrintPreview *
print_get_preview (TlPrintDialog *dialog)
{
  return print_get_child (dialog, "preview");
}

guint
print_count_pages (TlPrintDialog *dialog)
{
  TlSheets *sheets = tl_print_dialog_get_sheets (dialog);

  return sheets != NULL ? tl_sheets_get_n_pages (sheets) : 0;
}

guint
print_count_pages_seen (TlPrintDialog *dialog)
{
  graphene_rect_t area;
  guint n = 0;

  for (guint page = 0; page < print_count_pages (dialog); page++)
    n += tl_print_preview_get_area (print_get_preview (dialog), page, &area);
  return n;
}

guint
print_count_pages_written (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return tl_test_count_pdf_pages (data, length);
}

void
print_set_poster (TlPrintDialog *dialog,
                  int            columns,
                  int            rows)
{
  gtk_spin_button_set_value (print_get_child (dialog, "columns"), columns);
  gtk_spin_button_set_value (print_get_child (dialog, "rows"), rows);
  adw_combo_row_set_selected (print_get_child (dialog, "scaling"), SCALING_POSTER);
}

void
print_close_dialog (TlPrintDialog *dialog)
{
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gtk_window_close (GTK_WINDOW (dialog));
  tl_test_wait_for (watched == NULL);
}

void
print_wait_for_export (TlPrintDialog *dialog,
                       const char    *path)
{
  gpointer watched = dialog;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  tl_print_dialog_export (dialog, file);
  tl_test_wait_for (watched == NULL);
}

void
print_click (gpointer button)
{
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_widget_activate (button);
}
