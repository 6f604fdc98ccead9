/* test-matrix-scene.c: the traceability matrix on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-matrix-scene.h"

#include "analysis/tl-trace-fixture.h"
#include "diagram/tl-text.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"

#define LEGEND "● traced"

static guint
count_titles (const TlScene *scene,
              const char    *title)
{
  guint n = 0;

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    n += g_strcmp0 (tl_scene_get_node (scene, i)->title, title) == 0;
  return n;
}

static guint
count_cells (TlMatrix      *matrix,
             TlMatrixState  state)
{
  guint n = 0;

  for (guint row = 0; row < tl_matrix_get_n (matrix, TL_MATRIX_ROWS); row++)
    for (guint column = 0; column < tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS); column++)
      n += tl_matrix_get_state (matrix, row, column) == state;
  return n;
}

/* All names, a mark for each cell that has one, and nothing over anything else. */
static void
test_all (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr (TlMatrix) matrix = tl_matrix_new (project, NULL);
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlScene) scene = tl_matrix_scene_build (matrix, font, LEGEND);

  g_assert_nonnull (scene);
  for (TlMatrixAxis axis = TL_MATRIX_ROWS; axis <= TL_MATRIX_COLUMNS; axis++)
    for (guint i = 0; i < tl_matrix_get_n (matrix, axis); i++)
      {
        g_autofree char *title = tl_edit_create_title (tl_matrix_get_element (matrix, axis, i));

        g_assert_cmpuint (count_titles (scene, title), >, 0);
      }
  g_assert_cmpuint (count_cells (matrix, TL_MATRIX_TRACED), >, 0);
  g_assert_cmpuint (count_titles (scene, "●"), ==, count_cells (matrix, TL_MATRIX_TRACED));
  g_assert_cmpuint (count_titles (scene, "○"), ==, count_cells (matrix, TL_MATRIX_INDIRECT));
  g_assert_cmpuint (count_titles (scene, "◆"), ==, count_cells (matrix, TL_MATRIX_RELATED));
  g_assert_cmpuint (count_titles (scene, LEGEND), ==, 1);

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    for (guint j = 0; j < i; j++)
      {
        const TlNode *a = tl_scene_get_node (scene, i), *b = tl_scene_get_node (scene, j);

        if (a->title != NULL && b->title != NULL)
          g_assert_false (tl_rect_intersects (&a->bounds, &b->bounds));
      }
}

static void
test_nothing (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  g_autoptr (TlMatrix) matrix = tl_matrix_new (project, NULL);
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();

  tl_matrix_set_filter (matrix, TL_MATRIX_ROWS, "no such thing");
  g_assert_null (tl_matrix_scene_build (matrix, font, LEGEND));
}

static void
test_too_large (void)
{
  g_autoptr (TlProject) project = tl_trace_fixture_new_project ();
  TlRecord *service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, 0);
  g_autoptr (TlMatrix) matrix = tl_matrix_new (project, service);
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  guint n_columns = tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS);

  while (tl_matrix_get_n (matrix, TL_MATRIX_ROWS) <= TL_MATRIX_SCENE_MAX_CELLS / n_columns)
    g_assert_true (tl_edit_add (service, TL_SERVICE_CONCEPTUAL, tl_record_duplicate (tl_matrix_get_element (matrix, TL_MATRIX_ROWS, 0)), NULL));
  g_assert_null (tl_matrix_scene_build (matrix, font, LEGEND));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/matrix-scene/all", test_all);
  g_test_add_func ("/matrix-scene/nothing", test_nothing);
  g_test_add_func ("/matrix-scene/too-large", test_too_large);
  return g_test_run ();
}
