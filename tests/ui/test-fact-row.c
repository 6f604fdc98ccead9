/* test-fact-row.c: rows that edit facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "tl-panel-fixture.h"
#include "tl-test-locale.h"
#include "tl-test-support.h"
#include "ui/tl-fact-row.h"

static GtkWidget *
show_row (PanelFixture *fixture,
          const char   *id,
          guint         field)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = tl_fact_row_new (tl_fact_new (panel_fixture_get (fixture, id), field), NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  panel_fixture_show (fixture, group);
  return row;
}

static void
test_typing_is_one_edit (PanelFixture  *fixture,
                         gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  TlHistory *history = tl_project_get_history (fixture->project);
  GtkWidget *row = show_row (fixture, "t1", TL_TOOL_VENDOR);

  g_assert_cmpstr (panel_get_text (row), ==, "");
  panel_type (row, "Atlassian");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_VENDOR), ==, "Atlassian");
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Change Vendor of Jira");

  tl_history_undo (history);
  g_assert_false (tl_history_get_can_undo (history));
  g_assert_null (tl_record_get (tool, TL_TOOL_VENDOR));
  g_assert_cmpstr (panel_get_text (row), ==, "");

  tl_history_redo (history);
  g_assert_cmpstr (panel_get_text (row), ==, "Atlassian");
}

/* Where the title is, whatever letters it is of. */
static void
test_begins_beneath_its_title (PanelFixture  *fixture,
                               gconstpointer  data)
{
  GtkWidget *row = show_row (fixture, "t1", TL_TOOL_VENDOR);
  GtkEditable *text = GTK_EDITABLE (panel_find (row, GTK_TYPE_TEXT));

  gtk_editable_set_text (text, "أطلسيان");
  g_assert_cmpfloat (gtk_editable_get_alignment (text), ==, 1);
  gtk_editable_set_text (text, "Atlassian");
  g_assert_cmpfloat (gtk_editable_get_alignment (text), ==, 0);
  gtk_widget_set_direction (GTK_WIDGET (text), GTK_TEXT_DIR_RTL);
  g_assert_cmpfloat (gtk_editable_get_alignment (text), ==, 1);
}

/* Leaving the row ends what merges. */
static void
test_leaving_ends_the_edit (PanelFixture  *fixture,
                            gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  GtkWidget *row = show_row (fixture, "t1", TL_TOOL_VENDOR);
  GtkWidget *text = panel_find (row, GTK_TYPE_TEXT);

  g_assert_true (gtk_widget_grab_focus (row));
  tl_test_wait_for (gtk_widget_has_css_class (row, "focused"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == text);
  panel_type (row, "A");
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  tl_test_wait_for (!gtk_widget_has_css_class (row, "focused"));
  panel_type (row, "B");

  panel_fixture_undo (fixture);
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_VENDOR), ==, "A");
  panel_fixture_undo (fixture);
  g_assert_null (tl_record_get (tool, TL_TOOL_VENDOR));
}

/* As it is written in Arabic, the file has it as ever. */
static void
test_digits_of_any_script (PanelFixture  *fixture,
                           gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  GtkWidget *row = show_row (fixture, "t1", TL_TOOL_ANNUAL_COST);
  GtkWidget *text = panel_find (row, GTK_TYPE_TEXT);

  gtk_editable_set_text (GTK_EDITABLE (text), "٢١٠٬٠٠٠٫٥");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_ANNUAL_COST), ==, "210000.5");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

/* Thousands are parted, and may be typed so or not. */
static void
test_thousands (PanelFixture  *fixture,
                gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  GtkWidget *row;
  GtkWidget *text;

  if (!tl_test_set_locale ("de_DE"))
    return;
  row = show_row (fixture, "t1", TL_TOOL_ANNUAL_COST);
  text = panel_find (row, GTK_TYPE_TEXT);
  g_assert_cmpstr (panel_get_text (row), ==, "142.000");

  gtk_widget_grab_focus (row);
  tl_test_wait_for (gtk_widget_has_css_class (row, "focused"));
  gtk_editable_set_text (GTK_EDITABLE (text), "1234567,5");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_ANNUAL_COST), ==, "1234567.5");
  g_assert_cmpstr (panel_get_text (row), ==, "1234567,5");
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  tl_test_wait_for (!gtk_widget_has_css_class (row, "focused"));
  g_assert_cmpstr (panel_get_text (row), ==, "1.234.567,5");

  gtk_editable_set_text (GTK_EDITABLE (text), "2.000");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_ANNUAL_COST), ==, "2000");
  tl_test_reset_locale ();
}

static void
test_refused_number_stays (PanelFixture  *fixture,
                           gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  GtkWidget *row = show_row (fixture, "t1", TL_TOOL_ANNUAL_COST);
  GtkWidget *text = panel_find (row, GTK_TYPE_TEXT);

  g_assert_cmpstr (panel_get_text (row), ==, "142000");
  panel_type (row, "x");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_ANNUAL_COST), ==, "142000");
  g_assert_cmpstr (panel_get_text (row), ==, "142000x");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_nonnull (panel_find_label (row, "“142000x” is not a number of 0 or more."));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  /* Nor is it lost by looking elsewhere. */
  gtk_widget_grab_focus (row);
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  tl_test_wait_for (!gtk_widget_has_css_class (row, "focused"));
  g_assert_cmpstr (panel_get_text (row), ==, "142000x");

  gtk_editable_delete_text (GTK_EDITABLE (text), 5, -1);
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_ANNUAL_COST), ==, "14200");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
}

/* A day is shown and written as it is where the user is, and by ISO; the file has it by ISO. */
static void
test_day (PanelFixture  *fixture,
          gconstpointer  data)
{
  TlRecord *service = panel_fixture_add_service (fixture, "s1", "Payments");
  GtkWidget *row = show_row (fixture, "s1", TL_SERVICE_SINCE);
  GtkEditable *editable = GTK_EDITABLE (panel_find (row, GTK_TYPE_TEXT));
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_edit_set (service, TL_SERVICE_SINCE, "2025-03-01", &error));
  g_assert_cmpstr (panel_get_text (row), ==, "1 Mar 2025");
  g_assert_true (gtk_widget_grab_focus (row));
  tl_test_wait_for (gtk_widget_has_css_class (row, "focused"));

  gtk_editable_set_text (editable, "");
  panel_type (row, "october 3rd, 2026");
  g_assert_cmpstr (tl_record_get (service, TL_SERVICE_SINCE), ==, "2026-10-03");
  g_assert_cmpstr (panel_get_text (row), ==, "october 3rd, 2026");
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  tl_test_wait_for (!gtk_widget_has_css_class (row, "focused"));
  g_assert_cmpstr (panel_get_text (row), ==, "3 Oct 2026");

  gtk_editable_set_text (editable, "2026-11-23");
  g_assert_cmpstr (tl_record_get (service, TL_SERVICE_SINCE), ==, "2026-11-23");
  panel_fixture_undo (fixture);
  g_assert_cmpstr (tl_record_get (service, TL_SERVICE_SINCE), ==, "2026-10-03");
  g_assert_cmpstr (panel_get_text (row), ==, "3 Oct 2026");
  gtk_editable_set_text (editable, "");
  g_assert_null (tl_record_get (service, TL_SERVICE_SINCE));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

static void
test_refused_day_stays (PanelFixture  *fixture,
                        gconstpointer  data)
{
  TlRecord *service = panel_fixture_add_service (fixture, "s1", "Payments");
  GtkWidget *row = show_row (fixture, "s1", TL_SERVICE_SINCE);
  GtkEditable *editable = GTK_EDITABLE (panel_find (row, GTK_TYPE_TEXT));

  gtk_editable_set_text (editable, "3 Oct 2026");
  panel_type (row, "-31");
  g_assert_cmpstr (tl_record_get (service, TL_SERVICE_SINCE), ==, "2026-10-03");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_nonnull (panel_find_label (row, "“3 Oct 2026-31” is not a date such as 1 Nov 2026 or 2026-11-01."));
  gtk_widget_grab_focus (row);
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  tl_test_wait_for (!gtk_widget_has_css_class (row, "focused"));
  g_assert_cmpstr (panel_get_text (row), ==, "3 Oct 2026-31");
}

/* What the text means already is not written over, nor is the caret moved. */
static void
test_change_from_elsewhere (PanelFixture  *fixture,
                            gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  GtkWidget *row = show_row (fixture, "t1", TL_TOOL_NAME);
  GtkEditable *editable = GTK_EDITABLE (panel_find (row, GTK_TYPE_TEXT));
  g_autoptr (GError) error = NULL;

  gtk_editable_set_position (editable, 2);
  g_assert_true (tl_edit_set (tool, TL_TOOL_NAME, "Jira Cloud", &error));
  g_assert_cmpstr (panel_get_text (row), ==, "Jira Cloud");
  g_assert_cmpint (gtk_editable_get_position (editable), ==, 2);

  gtk_editable_set_position (editable, 10);
  g_assert_true (tl_edit_set (tool, TL_TOOL_NAME, "J", &error));
  g_assert_cmpint (gtk_editable_get_position (editable), ==, 1);
}

static void
test_unknown_choice_is_kept (PanelFixture  *fixture,
                             gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t3");
  TlHistory *history = tl_project_get_history (fixture->project);
  AdwComboRow *row = ADW_COMBO_ROW (show_row (fixture, "t3", TL_TOOL_STATE));
  GtkStringObject *item = adw_combo_row_get_selected_item (row);

  g_assert_cmpstr (gtk_string_object_get_string (item), ==, "mothballed (unknown)");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_STATE), ==, "mothballed");
  g_assert_false (tl_history_get_can_undo (history));

  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_STATE), ==, "live");
  panel_fixture_undo (fixture);
  item = adw_combo_row_get_selected_item (row);
  g_assert_cmpstr (gtk_string_object_get_string (item), ==, "mothballed (unknown)");
  g_assert_false (tl_history_get_can_undo (history));
}

static const char *
get_chosen (GtkWidget *row)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (panel_find (row, GTK_TYPE_DROP_DOWN));

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (drop_down));
}

static void
test_reference_follows_names (PanelFixture  *fixture,
                              gconstpointer  data)
{
  TlRecord *integration = panel_fixture_get (fixture, "i1");
  GtkWidget *row = show_row (fixture, "i1", TL_INTEGRATION_TO);
  GtkDropDown *drop_down = GTK_DROP_DOWN (panel_find (row, GTK_TYPE_DROP_DOWN));
  g_autoptr (GError) error = NULL;

  /* Required: there is no choice of none. */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 3);
  g_assert_cmpstr (get_chosen (row), ==, "ServiceNow");
  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "t2"), TL_TOOL_NAME, "Now", &error));
  g_assert_cmpstr (get_chosen (row), ==, "Now");

  gtk_drop_down_set_selected (drop_down, 2);
  g_assert_cmpstr (tl_record_get (integration, TL_INTEGRATION_TO), ==, "t3");
  panel_fixture_undo (fixture);
  g_assert_cmpstr (get_chosen (row), ==, "Now");
}

static void
test_long_text (PanelFixture  *fixture,
                gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  GtkWidget *row = show_row (fixture, "t1", TL_TOOL_NOTE);
  GtkTextView *view = GTK_TEXT_VIEW (panel_find (row, GTK_TYPE_TEXT_VIEW));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_insert_at_cursor (buffer, "One", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "\nTwo", -1);
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_NOTE), ==, "One\nTwo");

  gtk_text_buffer_insert_at_cursor (buffer, "\001", -1);
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_NOTE), ==, "One\nTwo");
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  panel_fixture_undo (fixture);
  g_assert_null (tl_record_get (tool, TL_TOOL_NOTE));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
}

/* As high as it is when it is wrapped, which is known only when the row has its width. */
static void
test_whole_text (PanelFixture  *fixture,
                 gconstpointer  data)
{
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  GtkAdjustment *down;
  GtkWidget *view;

  g_assert_true (tl_edit_set (tool, TL_TOOL_NOTE, "Demand arrives by mail and is typed in. Replacing it is “One door”.",
                              NULL));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 270, 400);
  view = panel_find (show_row (fixture, "t1", TL_TOOL_NOTE), GTK_TYPE_TEXT_VIEW);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  tl_test_wait_for (gtk_adjustment_get_page_size (down) > 0);
  tl_test_wait_for (gtk_widget_get_height (view) >= gtk_adjustment_get_upper (down));
}

static void
test_finalization (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *group = adw_preferences_group_new ();
  TlRecord *tool = panel_fixture_get (fixture, "t1");
  GtkWidget *rows[TL_TOOL_NOTE + 1];

  for (guint i = 0; i <= TL_TOOL_NOTE; i++)
    {
      rows[i] = tl_fact_row_new (tl_fact_new (tool, i), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), g_object_ref (rows[i]));
    }
  panel_fixture_show (fixture, group);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i <= TL_TOOL_NOTE; i++)
    g_assert_finalize_object (rows[i]);
}

static void
add_tests (void)
{
  panel_add ("/ui/fact-row/typing-is-one-edit", test_typing_is_one_edit);
  panel_add ("/ui/fact-row/begins-beneath-its-title", test_begins_beneath_its_title);
  panel_add ("/ui/fact-row/leaving-ends-the-edit", test_leaving_ends_the_edit);
  panel_add ("/ui/fact-row/digits-of-any-script", test_digits_of_any_script);
  panel_add ("/ui/fact-row/thousands", test_thousands);
  panel_add ("/ui/fact-row/refused-number-stays", test_refused_number_stays);
  panel_add ("/ui/fact-row/day", test_day);
  panel_add ("/ui/fact-row/refused-day-stays", test_refused_day_stays);
  panel_add ("/ui/fact-row/change-from-elsewhere", test_change_from_elsewhere);
  panel_add ("/ui/fact-row/unknown-choice-is-kept", test_unknown_choice_is_kept);
  panel_add ("/ui/fact-row/reference-follows-names", test_reference_follows_names);
  panel_add ("/ui/fact-row/long-text", test_long_text);
  panel_add ("/ui/fact-row/whole-text", test_whole_text);
  panel_add ("/ui/fact-row/finalization", test_finalization);
}

int
main (int    argc,
      char **argv)
{
  return panel_run (&argc, &argv, add_tests);
}
