/* test-inspector-blueprint.c: services, elements and relations in the inspector
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-traceability.h"
#include "project/tl-edit.h"
#include "project/tl-link.h"
#include "project/tl-property.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "tl-panel-fixture.h"
#include "tl-test-support.h"
#include "ui/tl-inspector.h"
#include "ui/tl-link-button.h"
#include "ui/tl-pair-entry.h"
#include "ui/tl-relation-chooser.h"
#include "ui/tl-turns.h"

/* Service s1 "Online payments": capability e1 "Pay by card", realized by component
 * e2 "Checkout"; container e3 "checkout-eu"; service s2 "Ledger" with component e4. */
static GtkWidget *
show_inspector (PanelFixture *fixture,
                const char   *key)
{
  GtkWidget *inspector = tl_inspector_new ();
  TlRecord *service = panel_fixture_add_service (fixture, "s1", "Online payments");
  g_autoptr (GError) error = NULL;

  panel_fixture_add_service (fixture, "s2", "Ledger");
  panel_fixture_add_element (fixture, "s1", "e1", "capability", "Pay by card");
  panel_fixture_add_element (fixture, "s1", "e2", "logical-component", "Checkout");
  panel_fixture_add_element (fixture, "s1", "e3", "container", "checkout-eu");
  panel_fixture_add_element (fixture, "s2", "e4", "logical-component", "Booking");
  tl_blueprint_connect (service, "realized-by", panel_fixture_get (fixture, "e1"), panel_fixture_get (fixture, "e2"),
                        &error);
  g_assert_no_error (error);
  tl_inspector_set_session (TL_INSPECTOR (inspector), fixture->session);
  tl_session_set_selection (fixture->session, key);
  panel_fixture_listen (fixture, inspector);
  panel_fixture_show (fixture, inspector);
  return inspector;
}

static TlRecord *
get_relation (PanelFixture *fixture,
              guint         position)
{
  return tl_record_get_child (panel_fixture_get (fixture, "s1"), TL_SERVICE_RELATIONS, position);
}

static void
select_record (PanelFixture *fixture,
               TlRecord     *record)
{
  g_autofree char *key = tl_session_dup_record_key (record);

  tl_session_set_selection (fixture->session, key);
}

static void
test_service (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:s1");
  GtkWidget *add;
  TlRecord *added;

  g_assert_nonnull (panel_find_label (inspector, "0 of 7"));
  g_assert_nonnull (panel_find_row (inspector, "Traces"));
  /* What is expected at a stage and missing can be added. */
  gtk_widget_activate_action (inspector, "inspector.delete", NULL);
  g_assert_null (tl_project_lookup (fixture->project, "s1"));
  panel_fixture_undo (fixture);
  tl_session_set_selection (fixture->session, "record:s1");
  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "s1"), TL_SERVICE_STAGE,
                              "strategy-to-portfolio--service-portfolio", NULL));
  g_assert_nonnull (panel_find_row (inspector, "Conceptual Service"));
  add = panel_find_button (inspector, "Add Conceptual Service");
  g_assert_nonnull (add);
  g_signal_emit_by_name (add, "clicked");
  added = tl_session_get_selected_record (fixture->session);
  g_assert_cmpstr (tl_record_get (added, TL_ELEMENT_KIND), ==, "conceptual-service");
  g_assert_cmpstr (tl_session_get_page (fixture->session), ==, TL_PAGE_BLUEPRINT);

  /* On its page the service is shown where nothing is selected. */
  tl_session_set_selection (fixture->session, NULL);
  g_assert_nonnull (panel_find_label (inspector, "Online payments"));
  g_assert_nonnull (panel_find_label (inspector, "1 of 7"));
  g_assert_null (panel_find_row (inspector, "Conceptual Service"));
  tl_session_set_page (fixture->session, TL_PAGE_DIAGRAM);
  tl_turns_finish (inspector);
  g_assert_nonnull (panel_find_label (inspector, "Northwind & Sons"));
}

static void
test_element (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:e1");
  GtkWidget *kinds;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (panel_find_label (inspector, "CAPABILITY · CONCEPTUAL"));
  g_assert_nonnull (panel_find_row (inspector, "→ Checkout"));
  g_assert_null (panel_find_row (inspector, "Environment"));
  g_assert_nonnull (panel_find_row (inspector, "Expected"));

  /* Only kinds of its model. */
  kinds = panel_find (panel_find_row (inspector, "Kind"), GTK_TYPE_DROP_DOWN);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (kinds))); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (gtk_drop_down_get_model (GTK_DROP_DOWN (kinds)), i);

      g_assert_cmpstr (gtk_string_object_get_string (name), !=, "Container");
    }

  tl_session_set_selection (fixture->session, "record:e3");
  g_assert_nonnull (panel_find_row (inspector, "Environment"));
  g_assert_nonnull (panel_find_row (inspector, "External Id"));
  tl_session_set_selection (fixture->session, "record:e2");
  g_assert_nonnull (panel_find_row (inspector, "← Pay by card"));
  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "e1"), TL_ELEMENT_NAME, "Pay by phone", &error));
  g_assert_nonnull (panel_find_row (inspector, "← Pay by phone"));
}

/* Gaps are said until they are mended. */
static void
test_gaps (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:e1");
  TlTraceability *traceability = tl_traceability_get (fixture->project);
  TlRecord *relation = get_relation (fixture, 0);
  g_autoptr (GArray) gaps = NULL;
  const char *message;

  g_signal_emit_by_name (panel_find_button (inspector, "Disconnect from Checkout"), "clicked");
  g_assert_null (tl_record_get_project (relation));
  g_assert_cmpstr (fixture->message, ==, "Relation removed");
  g_assert_null (panel_find_row (inspector, "→ Checkout"));
  gaps = tl_traceability_list_gaps_of (traceability, panel_fixture_get (fixture, "e1"));
  g_assert_cmpuint (gaps->len, >, 0);
  message = tl_gap_rule_get_message (g_array_index (gaps, TlGap, 0).rule);
  g_assert_nonnull (panel_find_row (inspector, message));
  panel_fixture_undo (fixture);
  g_assert_nonnull (panel_find_row (inspector, "→ Checkout"));
  g_assert_null (panel_find_row (inspector, message));
}

static GtkWidget *
find_popover (GtkWidget *inspector,
              GType      type,
              guint      n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inspector); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_popover (child, type, n);

      if (found != NULL && n-- == 0)
        return found;
    }
  return NULL;
}

static void
test_connect (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:e2");
  GtkWidget *chooser = find_popover (inspector, TL_TYPE_RELATION_CHOOSER, 0);
  TlChecklistClass *klass = TL_CHECKLIST_GET_CLASS (chooser);
  TlRecord *relation;

  klass->toggle (TL_CHECKLIST (chooser), "out realized-by e3", TRUE);
  relation = get_relation (fixture, 1);
  g_assert_cmpstr (tl_record_get (relation, TL_RELATION_TO), ==, "e3");
  g_assert_nonnull (panel_find_row (inspector, "→ checkout-eu"));
  /* It is there already. */
  klass->toggle (TL_CHECKLIST (chooser), "in realized-by e1", TRUE);
  g_assert_cmpuint (tl_record_get_n_items (panel_fixture_get (fixture, "s1"), TL_SERVICE_RELATIONS), ==, 2);
  klass->toggle (TL_CHECKLIST (chooser), "in realized-by e1", FALSE);
  g_assert_cmpuint (tl_record_get_n_items (panel_fixture_get (fixture, "s1"), TL_SERVICE_RELATIONS), ==, 1);
  g_assert_null (panel_find_row (inspector, "← Pay by card"));
}

static void
test_relation (PanelFixture  *fixture,
               gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:e1");
  GtkWidget *row;

  g_signal_emit_by_name (panel_find_button (inspector, "Show This Relation"), "clicked");
  g_assert_true (tl_session_get_selected_record (fixture->session) == get_relation (fixture, 0));
  g_assert_nonnull (panel_find_label (inspector, "Pay by card is realized by Checkout"));
  row = panel_find_row (inspector, "Kind");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_nonnull (panel_find_row (inspector, "Pay by card"));
  g_assert_nonnull (panel_find_row (inspector, "Checkout"));
  gtk_widget_activate_action (inspector, "inspector.delete", NULL);
  g_assert_cmpuint (tl_record_get_n_items (panel_fixture_get (fixture, "s1"), TL_SERVICE_RELATIONS), ==, 0);
  panel_fixture_undo (fixture);
  select_record (fixture, get_relation (fixture, 0));
  g_assert_nonnull (panel_find_label (inspector, "Pay by card is realized by Checkout"));
}

static void
test_used_by (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:e4");
  g_autoptr (GError) error = NULL;

  g_assert_null (panel_find_row (inspector, "Online payments"));
  g_assert_true (tl_blueprint_use_element (panel_fixture_get (fixture, "s1"), panel_fixture_get (fixture, "e4"), NULL,
                                           &error));
  g_assert_nonnull (panel_find_row (inspector, "Online payments"));
  g_assert_nonnull (panel_find_row (inspector, "Ledger"));
  panel_fixture_undo (fixture);
  g_assert_null (panel_find_row (inspector, "Online payments"));
}

static void
test_links (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:e1");
  TlRecord *element = panel_fixture_get (fixture, "e1");
  GtkWidget *entry = find_popover (inspector, TL_TYPE_PAIR_ENTRY, 0);
  TlRecord *link;

  g_signal_emit_by_name (entry, "add", "wiki.example.org/pay", "Wiki");
  link = tl_record_get_child (element, TL_ELEMENT_LINKS, 0);
  g_assert_cmpstr (tl_record_get (link, TL_LINK_URL), ==, "https://wiki.example.org/pay");
  g_assert_nonnull (panel_find_row (inspector, "Wiki"));
  g_assert_nonnull (panel_find_button (inspector, "Open Link"));

  /* What is typed leaves the row where it is. */
  panel_type (panel_find_row (panel_find_row (inspector, "Wiki"), "Title"), " of payments");
  g_assert_nonnull (panel_find_row (inspector, "Wiki of payments"));
  g_signal_emit_by_name (panel_find_button (inspector, "Remove Link"), "clicked");
  g_assert_cmpuint (tl_record_get_n_items (element, TL_ELEMENT_LINKS), ==, 0);
  g_assert_null (panel_find_row (inspector, "Wiki of payments"));

  g_signal_emit_by_name (entry, "add", "file:///etc/passwd", "");
  g_assert_cmpuint (tl_record_get_n_items (element, TL_ELEMENT_LINKS), ==, 1);
  g_assert_false (gtk_widget_get_visible (panel_find_button (inspector, "Open Link")));
  g_assert_nonnull (panel_find_label (inspector, "Not opened: neither a web page nor a mail address"));
}

static void
test_safe_links (PanelFixture  *fixture,
                 gconstpointer  data)
{
  g_assert_true (tl_link_is_safe ("https://example.org"));
  g_assert_true (tl_link_is_safe ("http://example.org/a?b#c"));
  g_assert_true (tl_link_is_safe ("mailto:a@example.org"));
  g_assert_false (tl_link_is_safe ("file:///etc/passwd"));
  g_assert_false (tl_link_is_safe ("javascript:alert(1)"));
  g_assert_false (tl_link_is_safe ("example.org"));
  g_assert_false (tl_link_is_safe (""));
  g_assert_false (tl_link_is_safe (NULL));
}

static void
test_properties (PanelFixture  *fixture,
                 gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:e1");
  TlRecord *element = panel_fixture_get (fixture, "e1");
  GtkWidget *links = find_popover (inspector, TL_TYPE_PAIR_ENTRY, 0);
  GtkWidget *entry = find_popover (gtk_widget_get_next_sibling (gtk_widget_get_ancestor (links, ADW_TYPE_PREFERENCES_GROUP)),
                                   TL_TYPE_PAIR_ENTRY, 0);

  g_signal_emit_by_name (entry, "add", "Data class", "PCI <secret>");
  g_assert_cmpstr (tl_record_get (tl_record_get_child (element, TL_ELEMENT_PROPERTIES, 0), TL_PROPERTY_VALUE), ==,
                   "PCI <secret>");
  g_assert_nonnull (panel_find_row (inspector, "Data class"));
  g_assert_nonnull (panel_find_label (inspector, "PCI <secret>"));
  g_signal_emit_by_name (panel_find_button (inspector, "Remove Property"), "clicked");
  g_assert_null (panel_find_row (inspector, "Data class"));
  panel_fixture_undo (fixture);
  g_assert_nonnull (panel_find_row (inspector, "Data class"));
}

/* The entry of the text says so, and why, until it is changed. */
static void
test_refused_pair (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *inspector = show_inspector (fixture, "record:e1");
  TlRecord *element = panel_fixture_get (fixture, "e1");
  GtkWidget *entry = find_popover (inspector, TL_TYPE_PAIR_ENTRY, 0);
  GtkWidget *title = panel_find_row (entry, "Title");
  GtkWidget *label = gtk_widget_get_next_sibling (gtk_widget_get_ancestor (title, GTK_TYPE_LIST_BOX));
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (title));
  const char *reason = "“two lines” has a line break or control character in it, and has to be one line of text.";

  g_signal_emit_by_name (entry, "add", "https://example.org", "two\nlines");
  g_assert_cmpuint (tl_record_get_n_items (element, TL_ELEMENT_LINKS), ==, 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, reason);
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_true (gtk_widget_has_css_class (title, "error"));
  g_assert_false (gtk_widget_has_css_class (panel_find_row (entry, "Address"), "error"));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason);

  gtk_editable_set_text (GTK_EDITABLE (title), "One line");
  g_assert_false (gtk_widget_has_css_class (title, "error"));
  g_assert_false (gtk_widget_get_visible (label));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_several (PanelFixture  *fixture,
              gconstpointer  data)
{
  const char *const keys[] = { "record:e2", "record:e3", NULL };
  GtkWidget *inspector = show_inspector (fixture, NULL);
  GtkWidget *row;

  tl_session_set_selected_keys (fixture->session, keys);
  g_assert_nonnull (panel_find_label (inspector, "2 Elements"));
  row = panel_find_row (inspector, "Owner");
  gtk_editable_set_text (GTK_EDITABLE (row), "Payments");
  g_signal_emit_by_name (row, "apply");
  g_assert_cmpstr (tl_record_get (panel_fixture_get (fixture, "e2"), TL_ELEMENT_OWNER), ==, "Payments");
  g_assert_cmpstr (tl_record_get (panel_fixture_get (fixture, "e3"), TL_ELEMENT_OWNER), ==, "Payments");
  g_assert_cmpstr (tl_history_get_undo_label (tl_project_get_history (fixture->project)), ==,
                   "Change Owner of 2 Elements");
  g_assert_true (tl_edit_set (panel_fixture_get (fixture, "e3"), TL_ELEMENT_OWNER, "Platform", NULL));
  g_assert_nonnull (panel_find_row (inspector, "Owner (several)"));
  gtk_widget_activate_action (inspector, "inspector.delete", NULL);
  g_assert_null (tl_project_lookup (fixture->project, "e2"));
  g_assert_cmpstr (fixture->message, ==, "2 Elements deleted");
  panel_fixture_undo (fixture);
  g_assert_nonnull (panel_find_label (inspector, "2 Elements"));
}

static void
test_finalization (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *inspector = g_object_ref (show_inspector (fixture, "record:e1"));

  tl_session_set_selection (fixture->session, "record:s1");
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  panel_wait_for_finalization (G_OBJECT (inspector));
}

static void
add_tests (void)
{
  panel_add ("/ui/inspector/service", test_service);
  panel_add ("/ui/inspector/element", test_element);
  panel_add ("/ui/inspector/gaps", test_gaps);
  panel_add ("/ui/inspector/connect", test_connect);
  panel_add ("/ui/inspector/relation", test_relation);
  panel_add ("/ui/inspector/used-by", test_used_by);
  panel_add ("/ui/inspector/links", test_links);
  panel_add ("/ui/inspector/links/refused", test_refused_pair);
  panel_add ("/ui/inspector/safe-links", test_safe_links);
  panel_add ("/ui/inspector/properties", test_properties);
  panel_add ("/ui/inspector/several", test_several);
  panel_add ("/ui/inspector/blueprint-finalization", test_finalization);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
