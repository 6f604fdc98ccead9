/* test-blueprint-connect.c: relations, gaps and stages of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-editor-fixture.h"

#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "tl-test-support.h"
#include "ui/tl-gap-panel.h"
#include "ui/tl-stage-button.h"

#include <string.h>

static TlRecord *
get_last_relation (EditorFixture *fixture)
{
  return tl_record_get_child (fixture->service, TL_SERVICE_RELATIONS, editor_count (fixture, TL_SERVICE_RELATIONS) - 1);
}

static void
assert_relation (EditorFixture *fixture,
                 const char    *kind,
                 const char    *from,
                 const char    *to)
{
  TlRecord *relation = get_last_relation (fixture);

  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_KIND), ==, kind);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_FROM), ==, from);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_TO), ==, to);
}

/* The one chosen last is at the end; where several relations are possible one is asked for. */
static void
test_two_selected (EditorFixture *fixture,
                   gconstpointer  unused)
{
  editor_select (fixture, "a", "m", NULL);
  editor_activate (fixture, "blueprint.connect", NULL);
  assert_relation (fixture, "realized-by", "m", "a");
  editor_assert_undo (fixture, "Connect Ledger with checkout-eu");

  editor_select (fixture, "m", "l", NULL);
  editor_activate (fixture, "blueprint.connect", NULL);
  editor_pick (fixture, "uses", NULL);
  assert_relation (fixture, "uses", "l", "m");

  /* It says so where that is known already. */
  editor_select (fixture, "a", "m", NULL);
  editor_activate (fixture, "blueprint.connect", NULL);
  g_assert_cmpstr (fixture->message, ==, "They are connected like that already.");
}

static void
test_forbidden (EditorFixture *fixture,
                gconstpointer  unused)
{
  g_signal_emit_by_name (fixture->canvas, "activate-node", "slot:actual-service");
  editor_settle (fixture);
  editor_select (fixture, "c", tl_record_get_id (editor_find (fixture, "Payments")), NULL);
  editor_activate (fixture, "blueprint.connect", NULL);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_RELATIONS), ==, 1);
  g_assert_cmpint (strlen (fixture->message), >, 10);
}

/* Of all that an element may be connected with, by keyboard alone. */
static void
test_relate (EditorFixture *fixture,
             gconstpointer  unused)
{
  if (fixture->pointer == NULL)
    return;
  editor_select (fixture, "l", NULL);
  editor_key (fixture, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  editor_pick (fixture, "ledger uses", NULL);
  assert_relation (fixture, "uses", "l", "m");
}

static void
test_trace (EditorFixture *fixture,
            gconstpointer  unused)
{
  TlRecord *made;

  editor_select (fixture, "m", NULL);
  editor_activate (fixture, "blueprint.trace", NULL);
  editor_pick (fixture, "checkout-eu", NULL);
  assert_relation (fixture, "realized-by", "m", "a");

  /* What is not there yet is made and traced at once. */
  editor_activate (fixture, "blueprint.trace", NULL);
  editor_pick (fixture, "new database", "ledger-db");
  made = editor_find (fixture, "ledger-db");
  assert_relation (fixture, "realized-by", "m", tl_record_get_id (made));
  editor_assert_undo (fixture, "Add Database ledger-db");
  tl_history_undo (fixture->history);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_REALIZED), ==, 1);
}

/* Gaps */

static void
test_gaps (EditorFixture *fixture,
           gconstpointer  unused)
{
  TlGapPanel *panel = TL_GAP_PANEL (panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_GAP_PANEL));
  guint n = tl_gap_panel_get_n_gaps (panel);
  TlRecord *made;

  g_assert_cmpuint (n, >, 2);
  tl_test_wait_for (panel_find_label (GTK_WIDGET (panel), "Ledger") != NULL);

  /* Something asks for it now: one gap less. */
  editor_select (fixture, "m", NULL);
  editor_activate (fixture, "blueprint.mend", "logical-component-without-requirement");
  editor_pick (fixture, "new requirement", "Keep the books");
  made = editor_find (fixture, "Keep the books");
  assert_relation (fixture, "satisfies", "m", tl_record_get_id (made));
  g_assert_cmpuint (tl_gap_panel_get_n_gaps (panel), ==, n - 1);
  tl_history_undo (fixture->history);
  g_assert_cmpuint (tl_gap_panel_get_n_gaps (panel), ==, n);
}

static void
test_mend_action (EditorFixture *fixture,
                  gconstpointer  unused)
{
  editor_select (fixture, "m", NULL);
  editor_activate (fixture, "blueprint.mend", "logical-component-not-realized");
  editor_pick (fixture, "checkout-eu", NULL);
  assert_relation (fixture, "realized-by", "m", "a");
}

/* Stages */

static void
test_stage (EditorFixture *fixture,
            gconstpointer  unused)
{
  GtkWidget *stage = panel_find (GTK_WIDGET (fixture->editor), TL_TYPE_STAGE_BUTTON);
  GtkWidget *button = panel_find (stage, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkDropDown *stages = GTK_DROP_DOWN (panel_find (popover, GTK_TYPE_DROP_DOWN));
  GtkWidget *add;
  guint n;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  tl_test_wait_for (gtk_widget_get_mapped (popover));
  g_assert_cmpuint (gtk_drop_down_get_selected (stages), ==, 0);
  n = g_list_model_get_n_items (gtk_drop_down_get_model (stages));
  g_assert_cmpuint (n, >, 5);

  gtk_drop_down_set_selected (stages, n - 1);
  g_assert_nonnull (tl_record_get (fixture->service, TL_SERVICE_STAGE));
  g_assert_nonnull (tl_record_get (fixture->service, TL_SERVICE_SINCE));

  /* What is expected by then is added, on the line. */
  add = panel_find (panel_find (popover, GTK_TYPE_LIST_BOX), GTK_TYPE_BUTTON);
  g_assert_nonnull (add);
  n = editor_count (fixture, TL_SERVICE_CONCEPTUAL);
  g_signal_emit_by_name (add, "clicked");
  editor_settle (fixture);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_CONCEPTUAL), ==, n + 1);
}

static void
add_tests (void)
{
  editor_add ("/blueprint-connect/two-selected", test_two_selected);
  editor_add ("/blueprint-connect/forbidden", test_forbidden);
  editor_add ("/blueprint-connect/relate", test_relate);
  editor_add ("/blueprint-connect/trace", test_trace);
  editor_add ("/blueprint-connect/gaps", test_gaps);
  editor_add ("/blueprint-connect/mend-action", test_mend_action);
  editor_add ("/blueprint-connect/stage", test_stage);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
