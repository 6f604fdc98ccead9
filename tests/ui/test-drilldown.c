/* test-drilldown.c: from the value chain to an attribute and back, by keyboard only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-pointer.h"
#include "tl-window-fixture.h"

#include "ui/tl-diagram-page.h"
#include "ui/tl-search.h"

/* Made when it is first asked for. */
static gboolean
shows_search (TlWindow *window)
{
  GtkWidget *search = window_find (window, TL_TYPE_SEARCH);

  return search != NULL && gtk_widget_get_mapped (search);
}

static const char *
get_searched (TlWindow *window)
{
  GtkWidget *search = window_find (window, TL_TYPE_SEARCH);

  return gtk_editable_get_text (GTK_EDITABLE (window_find (search, GTK_TYPE_SEARCH_ENTRY)));
}

static const TlDataObject *
find_object_with_attributes (const TlEdition *edition)
{
  const TlDataObject *const *objects = tl_edition_get_data_objects (edition);

  for (guint i = 0; objects[i] != NULL; i++)
    if (objects[i]->attributes[0] != NULL && objects[i]->component != NULL)
      return objects[i];
  g_assert_not_reached ();
}

static gboolean
shows (TlWindow        *window,
       TlViewKind       kind,
       const TlConcept *concept)
{
  TlCanvas *canvas = TL_CANVAS (window_find (window, TL_TYPE_CANVAS));
  TlView view;

  tl_session_get_view (tl_window_get_session (window), &view);
  return view.kind == kind && view.concept == concept && tl_canvas_is_settled (canvas);
}

/* Reached as by an arrow key; then Return goes into it. */
static void
go_into (TlTestPointer   *keys,
         TlWindow        *window,
         const TlConcept *concept,
         TlViewKind       kind)
{
  TlCanvas *canvas = TL_CANVAS (window_find (window, TL_TYPE_CANVAS));

  g_assert_cmpint (tl_scene_find (tl_canvas_get_scene (canvas), concept->key), >=, 0);
  tl_canvas_focus_node (canvas, concept->key);
  tl_test_pointer_key (keys, GDK_KEY_Return, 0);
  tl_test_wait_for (shows (window, kind, concept));
}

static void
test_down_and_up (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (TlTestPointer) keys = tl_test_pointer_new ();
  TlWindow *window;
  const TlDataObject *object;
  const TlComponent *component;

  if (keys == NULL)
    return;
  window = window_fixture_open_new (fixture, "2.1", "starter");
  object = find_object_with_attributes (tl_edition_get ("2.1"));
  component = object->component;
  tl_test_pointer_focus (keys, GTK_WINDOW (window));
  tl_test_wait_for (shows (window, TL_VIEW_VALUE_CHAIN, NULL));

  go_into (keys, window, &component->stream->concept, TL_VIEW_STREAM);
  go_into (keys, window, &component->concept, TL_VIEW_COMPONENT);
  go_into (keys, window, &object->concept, TL_VIEW_DATA_OBJECT);

  tl_test_pointer_key (keys, GDK_KEY_Left, GDK_ALT_MASK);
  tl_test_wait_for (shows (window, TL_VIEW_COMPONENT, &component->concept));
  tl_test_pointer_key (keys, GDK_KEY_Left, GDK_ALT_MASK);
  tl_test_wait_for (shows (window, TL_VIEW_STREAM, &component->stream->concept));
  tl_test_pointer_key (keys, GDK_KEY_Right, GDK_ALT_MASK);
  tl_test_wait_for (shows (window, TL_VIEW_COMPONENT, &component->concept));
  tl_test_pointer_key (keys, GDK_KEY_Up, GDK_ALT_MASK);
  tl_test_wait_for (shows (window, TL_VIEW_STREAM, &component->stream->concept));
  tl_test_pointer_key (keys, GDK_KEY_Up, GDK_ALT_MASK);
  tl_test_wait_for (shows (window, TL_VIEW_VALUE_CHAIN, NULL));
  /* What was left is what is selected. */
  g_assert_cmpstr (tl_session_get_selection (tl_window_get_session (window)), ==,
                   component->stream->concept.key);
}

/* Its value may be read out after its name. */
static gboolean
has_focus (TlWindow        *window,
           const TlConcept *concept)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autofree char *other = NULL;

  if (focus == NULL)
    return FALSE;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, concept->name);
  return other == NULL || g_str_has_prefix (other, concept->name);
}

/* The keyboard comes back to what it went into, wherever it has been there, so that
 * Return goes in again and arrows go on from there. */
static void
test_focus_after_going_back (WindowFixture *fixture,
                             gconstpointer  data)
{
  g_autoptr (TlTestPointer) keys = tl_test_pointer_new ();
  const TlComponent *component = tl_edition_get_components (tl_edition_get ("2.1"))[0];
  const TlConcept *stream = &component->stream->concept;
  TlWindow *window;
  TlCanvas *canvas;

  if (keys == NULL)
    return;
  window = window_fixture_open_new (fixture, "2.1", "starter");
  canvas = TL_CANVAS (window_find (window, TL_TYPE_CANVAS));
  tl_test_pointer_focus (keys, GTK_WINDOW (window));
  tl_test_wait_for (shows (window, TL_VIEW_VALUE_CHAIN, NULL));
  go_into (keys, window, stream, TL_VIEW_STREAM);
  go_into (keys, window, &component->concept, TL_VIEW_COMPONENT);

  for (guint i = 0; i < 2; i++)
    {
      /* A node of both. */
      tl_canvas_focus_node (canvas, component->data_objects[0]->concept.key);
      tl_test_pointer_key (keys, GDK_KEY_Left, GDK_ALT_MASK);
      tl_test_wait_for (shows (window, TL_VIEW_STREAM, stream));
      g_assert_cmpint (tl_scene_find (tl_canvas_get_scene (canvas), component->data_objects[0]->concept.key), >=, 0);
      g_assert_true (has_focus (window, &component->concept));
      tl_test_pointer_key (keys, GDK_KEY_Return, 0);
      tl_test_wait_for (shows (window, TL_VIEW_COMPONENT, &component->concept));
    }
  tl_test_pointer_key (keys, GDK_KEY_Left, GDK_ALT_MASK);
  tl_test_wait_for (shows (window, TL_VIEW_STREAM, stream));
  tl_test_pointer_key (keys, GDK_KEY_Left, GDK_ALT_MASK);
  tl_test_wait_for (shows (window, TL_VIEW_VALUE_CHAIN, NULL));
  g_assert_true (has_focus (window, stream));
  tl_test_pointer_key (keys, GDK_KEY_Return, 0);
  tl_test_wait_for (shows (window, TL_VIEW_STREAM, stream));
}

/* Found by its name, gone into, looked at in the inspector. */
static void
test_by_search (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (TlTestPointer) keys = tl_test_pointer_new ();
  const TlEdition *edition = tl_edition_get ("2.1");
  const TlConcept *concept = tl_edition_lookup_key (edition, "component:change-control");
  TlWindow *window;

  if (keys == NULL)
    return;
  window = window_fixture_open_new (fixture, "2.1", "starter");
  tl_test_pointer_focus (keys, GTK_WINDOW (window));
  tl_test_wait_for (shows (window, TL_VIEW_VALUE_CHAIN, NULL));
  tl_test_pointer_key (keys, GDK_KEY_f, GDK_CONTROL_MASK);
  tl_test_wait_for (shows_search (window));
  for (const char *p = "change c"; *p != '\0'; p++)
    tl_test_pointer_key (keys, gdk_unicode_to_keyval (*p), 0);
  tl_test_wait_for (g_str_equal (get_searched (window), "change c"));
  tl_test_pointer_key (keys, GDK_KEY_Return, 0);
  tl_test_wait_for (tl_session_get_selected_concept (tl_window_get_session (window)) == concept);
  tl_test_wait_for (!shows_search (window));
  tl_test_pointer_key (keys, GDK_KEY_Return, 0);
  tl_test_wait_for (shows (window, TL_VIEW_COMPONENT, concept));
}

static void
click_node (TlTestPointer   *mouse,
            TlCanvas        *canvas,
            const TlConcept *concept,
            guint            n_clicks)
{
  TlScene *scene = tl_canvas_get_scene (canvas);
  const TlNode *node = tl_scene_get_node (scene, tl_scene_find (scene, concept->key));
  TlPoint place = { node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height / 2 };

  place = tl_canvas_to_widget (canvas, &place);
  tl_test_pointer_click (mouse, GTK_WIDGET (canvas), place.x, place.y, 1, n_clicks);
}

static void
test_by_mouse (WindowFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (TlTestPointer) mouse = tl_test_pointer_new ();
  const TlComponent *component = tl_edition_get_components (tl_edition_get ("2.1"))[0];
  const TlConcept *other = &tl_edition_get_components (tl_edition_get ("2.1"))[1]->concept;
  TlCanvas *canvas;
  TlWindow *window;

  if (mouse == NULL)
    return;
  window = window_fixture_open_new (fixture, "2.1", "starter");
  canvas = TL_CANVAS (window_find (window, TL_TYPE_CANVAS));
  tl_test_wait_for (shows (window, TL_VIEW_VALUE_CHAIN, NULL));
  click_node (mouse, canvas, &component->concept, 1);
  tl_test_wait_for (tl_session_get_selected_concept (tl_window_get_session (window)) ==
                    &component->concept);
  click_node (mouse, canvas, &component->concept, 2);
  tl_test_wait_for (shows (window, TL_VIEW_COMPONENT, &component->concept));
  tl_test_pointer_click (mouse, GTK_WIDGET (canvas), 40, 40, 8, 1);
  tl_test_wait_for (shows (window, TL_VIEW_VALUE_CHAIN, NULL));
  /* GTK 4.18 holds the pointer after buttons beyond the fifth, until another one is released. */
  click_node (mouse, canvas, other, 1);
  tl_test_wait_for (tl_session_get_selected_concept (tl_window_get_session (window)) == other);
}

static void
add_tests (void)
{
  window_add ("/drilldown/by-keyboard", NULL, test_down_and_up);
  window_add ("/drilldown/focus-after-going-back", NULL, test_focus_after_going_back);
  window_add ("/drilldown/by-search", NULL, test_by_search);
  window_add ("/drilldown/by-mouse", NULL, test_by_mouse);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
