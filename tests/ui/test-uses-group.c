/* test-uses-group.c: the inspector knows of other projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "ui/tl-uses-group.h"

static gboolean
has_row (GtkWidget  *group,
         const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = window_find_nth (group, ADW_TYPE_EXPANDER_ROW, i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return TRUE;
  return FALSE;
}

static void
test_tool (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (TlLibrary) library = window_create_library (fixture);
  TlLibrary *before = tl_library_get_default ();
  g_autofree char *path = g_build_filename (fixture->directory, "0.it4it", NULL);
  TlWindow *window;
  TlRecord *tool;
  g_autofree char *key = NULL;
  GtkWidget *group;

  tl_library_set_default (library);
  window = window_fixture_open_file (fixture, path);
  tool = tl_record_get_child (TL_RECORD (window_get_project (window)), TL_PROJECT_TOOLS, 0);
  key = tl_session_dup_record_key (tool);
  tl_window_reveal (window, key);
  tl_test_wait_for (window_find (window, TL_TYPE_USES_GROUP) != NULL);
  group = window_find (window, TL_TYPE_USES_GROUP);
  tl_test_wait_for (has_row (group, "Used in 2 projects"));
  g_assert_true (gtk_widget_get_visible (group));

  /* What nobody else has is in no other project. */
  g_assert_true (tl_edit_set (tool, TL_TOOL_NAME, "Zebra", NULL));
  tl_test_wait_for (!has_row (group, "Used in 2 projects"));
  tl_library_set_default (before);
  tl_library_close (library);
}

static void
add_tests (void)
{
  window_add ("/uses-group/tool", NULL, test_tool);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
