/* test-kinds-dialog.c: element kinds of a project's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-own-kind.h"
#include "tl-panel-fixture.h"
#include "tl-test-support.h"
#include "ui/tl-kinds-dialog.h"

static GtkWidget *
open_dialog (PanelFixture *fixture)
{
  GtkWidget *dialog = tl_kinds_dialog_new (fixture->session);

  gtk_window_present (GTK_WINDOW (dialog));
  tl_test_wait_for (gtk_widget_get_mapped (dialog));
  return dialog;
}

static TlRecord *
get_kind (PanelFixture *fixture)
{
  return tl_record_get_child (TL_RECORD (fixture->project), TL_PROJECT_KINDS, 0);
}

static void
test_add (PanelFixture  *fixture,
          gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *expander;

  g_assert_nonnull (panel_find_label (dialog, "There are none yet: those of the edition are always there."));
  g_signal_emit_by_name (panel_find_button (dialog, "Add a Kind"), "clicked");
  expander = panel_find_row (dialog, "New Kind");
  g_assert_nonnull (expander);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander)), ==, "Like Component");
  panel_type (panel_find_row (expander, "Name"), " of ours");
  g_assert_cmpstr (tl_record_get_name (get_kind (fixture)), ==, "New Kind of ours");
  g_assert_true (panel_find_row (dialog, "New Kind of ours") == expander);
  panel_fixture_undo (fixture);
  panel_fixture_undo (fixture);
  g_assert_null (get_kind (fixture));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Its elements stay what it was like; undo brings all back. */
static void
test_delete (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture);
  TlRecord *element;
  const char *kind;
  g_autoptr (GError) error = NULL;

  g_signal_emit_by_name (panel_find_button (dialog, "Add a Kind"), "clicked");
  kind = tl_record_get_id (get_kind (fixture));
  panel_fixture_add_service (fixture, "s1", "Online payments");
  element = panel_fixture_add_element (fixture, "s1", "e1", kind, "Checkout");
  g_assert_cmpstr (tl_element_get_kind_name (TL_ELEMENT (element)), ==, "New Kind");
  g_assert_cmpint (tl_element_get_lane (TL_ELEMENT (element)), ==, TL_LANE_LOGICAL);

  g_signal_emit_by_name (panel_find_button (dialog, "Delete This Kind"), "clicked");
  g_assert_null (get_kind (fixture));
  g_assert_cmpstr (tl_record_get (element, TL_ELEMENT_KIND), ==, "logical-component");
  panel_fixture_undo (fixture);
  g_assert_cmpstr (tl_element_get_kind_name (TL_ELEMENT (element)), ==, "New Kind");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  panel_add ("/ui/kinds-dialog/add", test_add);
  panel_add ("/ui/kinds-dialog/delete", test_delete);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
