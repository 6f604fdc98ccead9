/* test-blueprint-large.c: the blueprint of a service that is laid out in a worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-editor-fixture.h"

#include "diagram/tl-blueprint-layout.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "tl-test-support.h"

#define N_ELEMENTS 800

static gboolean
is_shown (EditorFixture *fixture,
          const char    *id)
{
  TlScene *scene = tl_canvas_get_scene (fixture->canvas);
  g_autofree char *key = g_strconcat ("record:", id, NULL);

  return scene != NULL && tl_scene_find (scene, key) >= 0;
}

static gboolean
is_quick (EditorFixture *fixture)
{
  g_autoptr (TlBlueprintLayout) layout = tl_blueprint_layout_new ();

  return tl_blueprint_layout_is_quick (layout, fixture->service, tl_canvas_get_font (fixture->canvas));
}

/* Makes the service large; returns the id of the last element. (transfer full) */
static char *
enlarge (EditorFixture *fixture)
{
  TlRecord *last = NULL;

  for (guint i = 0; i < N_ELEMENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Part %u", i);
      TlPlacing placing = { NULL, i % 20 * 176, 400 + i / 20 * 80, 0, 0 };
      g_autoptr(GError) error = NULL;

      last = tl_blueprint_add_element (fixture->service, "logical-component", name, &placing, &error);
      g_assert_no_error (error);
    }

  g_assert_false (is_quick (fixture));
  return g_strdup (tl_record_get_id (last));
}

static void
test_edits (EditorFixture *fixture,
            gconstpointer  unused)
{
  g_autofree char *last = enlarge (fixture);
  TlScene *scene;

  tl_test_wait_for (is_shown (fixture, last));

  /* What changes while it is laid out is shown as well. */
  tl_edit_set (editor_get (fixture, "c"), TL_ELEMENT_NAME, "Pay", NULL);
  g_main_context_iteration (NULL, FALSE);
  tl_edit_set (editor_get (fixture, "l"), TL_ELEMENT_NAME, "Buy", NULL);
  tl_test_wait_for ((scene = tl_canvas_get_scene (fixture->canvas)) != NULL
                    && g_strcmp0 (tl_scene_get_node (scene, tl_scene_find (scene, "record:l"))->title, "Buy") == 0);
  g_assert_cmpstr (tl_scene_get_node (scene, tl_scene_find (scene, "record:c"))->title, ==, "Pay");

  while (tl_history_get_can_undo (fixture->history))
    tl_history_undo (fixture->history);
  tl_test_wait_for (!is_shown (fixture, last) && is_shown (fixture, "c"));
}

/* By a worker; what is changed meanwhile is among what is tidied up. */
static void
test_tidy (EditorFixture *fixture,
           gconstpointer  unused)
{
  g_autofree char *last = enlarge (fixture);
  g_autoptr (GError) error = NULL;
  TlPlacing placing;
  TlRecord *added;

  tl_test_wait_for (is_shown (fixture, last));
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "blueprint.tidy", NULL);
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), !=, "Tidy Up");
  added = tl_blueprint_add_element (fixture->service, "logical-component", "Late", NULL, &error);
  g_assert_no_error (error);
  tl_test_wait_for (g_strcmp0 (tl_history_get_undo_label (fixture->history), "Tidy Up") == 0);
  g_assert_true (tl_blueprint_get_placing (fixture->service, added, &placing));

  /* Away again before it is done: nothing comes of it. */
  tl_history_undo (fixture->history);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "blueprint.tidy", NULL);
  tl_session_go_service (fixture->session, editor_get (fixture, "s2"));
  tl_test_wait_for (is_shown (fixture, "g"));
  editor_settle (fixture);
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), !=, "Tidy Up");
}

/* Until there is something to see there is nothing to do. */
static void
test_switch (EditorFixture *fixture,
             gconstpointer  unused)
{
  g_autofree char *last = enlarge (fixture);
  g_autofree char *key = g_strconcat ("record:", last, NULL);

  tl_session_go_service (fixture->session, editor_get (fixture, "s2"));
  tl_test_wait_for (is_shown (fixture, "g"));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (fixture->editor)));

  tl_session_go_service (fixture->session, fixture->service);
  g_assert_null (tl_canvas_get_scene (fixture->canvas));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (fixture->editor)));
  tl_session_reveal (fixture->session, key);
  tl_test_wait_for (is_shown (fixture, last));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (fixture->editor)));
  tl_test_wait_for (g_strcmp0 (tl_canvas_get_selected_key (fixture->canvas), key) == 0);

  /* Away again while it is laid out. */
  tl_session_go_service (fixture->session, editor_get (fixture, "s2"));
  tl_session_go_service (fixture->session, fixture->service);
  tl_session_go_service (fixture->session, editor_get (fixture, "s2"));
  tl_test_wait_for (is_shown (fixture, "g"));
  editor_settle (fixture);
  g_assert_true (is_shown (fixture, "g"));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (fixture->editor)));
}

static void
add_tests (void)
{
  editor_add ("/blueprint-large/edits", test_edits);
  editor_add ("/blueprint-large/tidy", test_tidy);
  editor_add ("/blueprint-large/switch", test_switch);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
