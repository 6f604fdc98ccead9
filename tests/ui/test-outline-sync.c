/* test-outline-sync.c: outline and diagram select the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "ui/tl-diagram-page.h"
#include "ui/tl-outline-item.h"
#include "ui/tl-outline.h"

/* Of the tree; the services have a list of their own before it. */
static GtkSelectionModel *
get_model (TlWindow *window)
{
  GtkWidget *outline = window_find (window, TL_TYPE_OUTLINE);

  return gtk_list_view_get_model (GTK_LIST_VIEW (window_find_nth (outline, GTK_TYPE_LIST_VIEW, 1)));
}

static const TlConcept *
get_concept (GtkSelectionModel *model,
             guint              position)
{
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (model), position);
  g_autoptr (TlOutlineItem) item = NULL;

  if (object == NULL)
    return NULL;
  item = GTK_IS_TREE_LIST_ROW (object)
           ? TL_OUTLINE_ITEM (gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (object)))
           : g_object_ref (TL_OUTLINE_ITEM (object));
  return tl_outline_item_get_concept (item);
}

static const TlConcept *
get_selected (TlWindow *window)
{
  GtkSelectionModel *model = get_model (window);

  return get_concept (model, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)));
}

static void
test_from_diagram (WindowFixture *fixture,
                   gconstpointer  data)
{
  const TlEdition *edition = tl_edition_get (data);
  TlWindow *window = window_fixture_open_new (fixture, data, "empty");
  TlCanvas *canvas = TL_CANVAS (window_find (window, TL_TYPE_CANVAS));
  const TlComponent *const *components = tl_edition_get_components (edition);

  for (guint i = 0; components[i] != NULL; i++)
    {
      tl_canvas_set_selected_key (canvas, components[i]->concept.key);
      g_assert_cmpstr (tl_session_get_selection (tl_window_get_session (window)), ==,
                       components[i]->concept.key);
      g_assert_true (get_selected (window) == &components[i]->concept);
    }
  tl_canvas_set_selected_key (canvas, NULL);
  g_assert_null (get_selected (window));
}

static void
test_to_diagram (WindowFixture *fixture,
                 gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, data, "empty");
  TlCanvas *canvas = TL_CANVAS (window_find (window, TL_TYPE_CANVAS));
  GtkSelectionModel *model = get_model (window);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      const TlConcept *concept = get_concept (model, i);

      gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), i);
      g_assert_cmpstr (tl_session_get_selection (tl_window_get_session (window)), ==,
                       concept->key);
      g_assert_cmpstr (tl_canvas_get_selected_key (canvas), ==, concept->key);
    }
}

static void
test_filter (WindowFixture *fixture,
             gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  GtkWidget *outline = window_find (window, TL_TYPE_OUTLINE);
  GtkWidget *filter = window_find (outline, GTK_TYPE_SEARCH_ENTRY);
  GtkSelectionModel *model = get_model (window);

  gtk_editable_set_text (GTK_EDITABLE (filter), "inciden");
  g_signal_emit_by_name (filter, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  g_assert_cmpstr (get_concept (model, 0)->key, ==, "component:incident");
  g_assert_cmpstr (get_concept (model, 1)->key, ==, "data-object:incident");
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  g_signal_emit_by_name (filter, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >=, 9);
}

/* In the list of services. */
static guint
count_found (GtkWidget *outline)
{
  GtkListView *list = GTK_LIST_VIEW (window_find (outline, GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

/* Once it is filtered. */
static guint
count_services (GtkWidget  *outline,
                const char *text)
{
  GtkWidget *filter = window_find (outline, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (filter), text);
  g_signal_emit_by_name (filter, "search-changed");
  return count_found (outline);
}

static void
test_service (WindowFixture *fixture,
              gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  GtkWidget *outline = window_find (window, TL_TYPE_OUTLINE);
  GtkWidget *add = window_find (outline, GTK_TYPE_BUTTON);
  TlRecord *service;

  g_signal_emit_by_name (add, "clicked");
  service = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_SERVICES, 0);
  g_assert_true (TL_IS_SERVICE (service));
  g_assert_true (tl_session_get_selected_record (tl_window_get_session (window)) == service);
  g_assert_true (tl_session_get_service (tl_window_get_session (window)) == service);
  g_assert_cmpstr (tl_session_get_page (tl_window_get_session (window)), ==, TL_PAGE_BLUEPRINT);
  g_assert_cmpuint (count_services (outline, "NEW"), ==, 1);
  g_assert_cmpuint (count_services (outline, "no such"), ==, 0);
  g_assert_cmpuint (count_services (outline, ""), ==, 1);
  window_activate (window, "win.undo", NULL);
  g_assert_cmpuint (tl_record_get_n_items (TL_RECORD (window_get_project (window)),
                                           TL_PROJECT_SERVICES), ==, 0);
  g_assert_null (tl_session_get_selected_record (tl_window_get_session (window)));
}

/* Elements are found, too, after the services, and one goes to their blueprint. */
static void
test_elements (WindowFixture *fixture,
               gconstpointer  data)
{
  TlWindow *window = window_fixture_open_new (fixture, "2.1", "empty");
  TlSession *session = tl_window_get_session (window);
  GtkWidget *outline = window_find (window, TL_TYPE_OUTLINE);
  GtkListView *list;
  TlRecord *service, *element = NULL;
  g_autoptr (GError) error = NULL;

  window_activate (window, "win.add-service", NULL);
  service = tl_session_get_service (session);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *name = g_strdup_printf ("Needle %u", i);

      element = tl_blueprint_add_element (service, "capability", name, NULL, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (count_services (outline, "NEEDLE 119"), ==, 0);
  tl_test_wait_for (count_found (outline) == 1);
  list = GTK_LIST_VIEW (window_find (outline, GTK_TYPE_LIST_VIEW));
  tl_session_set_page (session, TL_PAGE_LANDSCAPE);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpstr (tl_session_get_page (session), ==, TL_PAGE_BLUEPRINT);
  g_assert_true (tl_session_get_selected_record (session) == element);

  /* What goes is not found any more; no more are found than anybody reads. */
  tl_edit_remove (element);
  tl_test_wait_for (count_found (outline) == 0);
  count_services (outline, "needle");
  tl_test_wait_for (count_found (outline) == 100);
  g_assert_cmpuint (count_services (outline, ""), ==, 1);
}

static void
add_tests (void)
{
  window_add ("/outline/from-diagram/2.1", "2.1", test_from_diagram);
  window_add ("/outline/from-diagram/3.0", "3.0", test_from_diagram);
  window_add ("/outline/to-diagram/2.1", "2.1", test_to_diagram);
  window_add ("/outline/to-diagram/3.0", "3.0", test_to_diagram);
  window_add ("/outline/filter", NULL, test_filter);
  window_add ("/outline/service", NULL, test_service);
  window_add ("/outline/elements", NULL, test_elements);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
