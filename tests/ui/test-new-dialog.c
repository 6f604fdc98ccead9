/* test-new-dialog.c: what is asked of a new project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "ui/tl-new-dialog.h"

/* In units of the setting. */
#define USUAL_DPI (96 * 1024)

static GtkWidget *
open_dialog (void)
{
  GtkWidget *dialog = tl_new_dialog_new ();

  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 640);
  gtk_window_present (GTK_WINDOW (dialog));
  tl_test_wait_for (gtk_widget_get_mapped (dialog));
  return dialog;
}

static gboolean
shows (GtkWidget  *dialog,
       const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = window_find_nth (dialog, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_get_width (label) > 0 && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
      return !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
  return FALSE;
}

/* On a telephone with text of twice the size, the edition is called by its whole name. */
static void
test_large_text (WindowFixture *fixture,
                 gconstpointer  data)
{
  GtkWidget *dialog;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  dialog = open_dialog ();
  tl_test_wait_for (shows (dialog, "IT4IT 3.0"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (window_find (dialog, ADW_TYPE_COMBO_ROW)), 0);
  tl_test_wait_for (shows (dialog, "IT4IT 2.1"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI, NULL);
}

static void
add_tests (void)
{
  window_add ("/new-dialog/large-text", NULL, test_large_text);
}

int
main (int argc, char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
