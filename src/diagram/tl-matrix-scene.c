/* tl-matrix-scene.c: a traceability matrix as a picture, for paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-matrix-scene.h"

#include "diagram/tl-shape.h"
#include "project/tl-edit.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH   176.0 /* of rows */
#define COLUMN_WIDTH 92.0
#define GAP          8.0

typedef struct
{
  TlMatrix       *matrix;
  TlTextMeasure  *text;
  TlSceneBuilder *scene;
  double          head;       /* height of the names of columns */
  double          row_height;
} Build;

static TlNode
make_name (TlMatrixAxis  axis,
           TlRecord     *element,
           const char   *title)
{
  return (TlNode) {
    .title = title,
    .caption = tl_element_get_kind_name (TL_ELEMENT (element)),
    .parent = -1,
    .shape = TL_SHAPE_BOX,
    .role = axis == TL_MATRIX_ROWS ? TL_ROLE_COMPONENT : TL_ROLE_ACTIVITY,
    .heat = -1,
  };
}

/* What the highest of an axis needs, so that they are even. */
static double
measure_names (Build        *build,
               TlMatrixAxis  axis,
               double        width)
{
  double height = 0;

  for (guint i = 0; i < tl_matrix_get_n (build->matrix, axis); i++)
    {
      TlRecord *element = tl_matrix_get_element (build->matrix, axis, i);
      g_autofree char *title = tl_edit_create_title (element);
      TlNode node = make_name (axis, element, title);

      height = MAX (height, tl_shape_measure_height (build->text, &node, width));
    }
  return height;
}

static void
add_name (Build        *build,
          TlMatrixAxis  axis,
          guint         position)
{
  TlRecord *element = tl_matrix_get_element (build->matrix, axis, position);
  g_autofree char *title = tl_edit_create_title (element);
  TlNode node = make_name (axis, element, title);

  if (axis == TL_MATRIX_ROWS)
    node.bounds = (TlRect) { 0, build->head + GAP + position * (build->row_height + GAP), NAME_WIDTH, build->row_height };
  else
    node.bounds = (TlRect) { NAME_WIDTH + GAP + position * (COLUMN_WIDTH + GAP), 0, COLUMN_WIDTH, build->head };
  tl_scene_builder_node (build->scene, &node);
}

/* As in the window. */
static const char *
get_mark (TlMatrix *matrix,
          guint     row,
          guint     column)
{
  switch (tl_matrix_get_state (matrix, row, column))
    {
    case TL_MATRIX_TRACED:
      return "●";
    case TL_MATRIX_INDIRECT:
      return "○";
    case TL_MATRIX_RELATED:
      return "◆";
    case TL_MATRIX_NONE:
    default:
      return tl_matrix_is_allowed (matrix, row, column) ? NULL : "⁄";
    }
}

/* Lines beneath the rows lead the eye. */
static void
add_row (Build *build,
         guint  row,
         double width)
{
  double y = build->head + GAP + row * (build->row_height + GAP);
  TlNode line = { .parent = -1, .shape = TL_SHAPE_ROW, .role = TL_ROLE_PLAIN, .heat = -1,
                  .bounds = { NAME_WIDTH + GAP, y, width - NAME_WIDTH - GAP, build->row_height } };

  tl_scene_builder_node (build->scene, &line);
  for (guint column = 0; column < tl_matrix_get_n (build->matrix, TL_MATRIX_COLUMNS); column++)
    {
      TlNode mark = { .title = get_mark (build->matrix, row, column), .parent = -1, .shape = TL_SHAPE_NONE, .role = TL_ROLE_PLAIN, .heat = -1 };
      double middle = NAME_WIDTH + GAP + column * (COLUMN_WIDTH + GAP) + COLUMN_WIDTH / 2;

      if (mark.title == NULL)
        continue;
      mark.bounds.width = tl_shape_measure_width (build->text, &mark);
      mark.bounds.height = tl_shape_measure_height (build->text, &mark, mark.bounds.width);
      mark.bounds.x = middle - mark.bounds.width / 2;
      mark.bounds.y = y + (build->row_height - mark.bounds.height) / 2;
      tl_scene_builder_node (build->scene, &mark);
    }
}

static void
add_legend (Build      *build,
            const char *legend,
            double      y)
{
  TlNode node = { .title = legend, .parent = -1, .shape = TL_SHAPE_NONE, .role = TL_ROLE_AUXILIARY, .heat = -1 };

  node.bounds = (TlRect) { 0, y, tl_shape_measure_width (build->text, &node), 0 };
  node.bounds.height = tl_shape_measure_height (build->text, &node, node.bounds.width);
  tl_scene_builder_node (build->scene, &node);
}

static char *
create_title (TlMatrix *matrix)
{
  TlRecord *service = tl_matrix_get_service (matrix);

  /* Translators: the title of a printed matrix: %1$s is a service or project, %2$s and %3$s are service models */
  return g_strdup_printf (_("%1$s: %2$s and %3$s"),
                          tl_record_get_name (service != NULL ? service : TL_RECORD (tl_matrix_get_project (matrix))),
                          tl_lane_get_name (tl_matrix_get_lane (matrix, TL_MATRIX_ROWS)),
                          tl_lane_get_name (tl_matrix_get_lane (matrix, TL_MATRIX_COLUMNS)));
}

TlScene *
tl_matrix_scene_build (TlMatrix                   *matrix,
                       const PangoFontDescription *font,
                       const char                 *legend)
{
  guint n_rows = tl_matrix_get_n (matrix, TL_MATRIX_ROWS);
  guint n_columns = tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS);
  double width = NAME_WIDTH + n_columns * (COLUMN_WIDTH + GAP);
  g_autofree char *title = NULL;
  Build build = { .matrix = matrix };

  g_return_val_if_fail (legend != NULL, NULL);

  if (n_rows == 0 || n_columns == 0 || n_rows > TL_MATRIX_SCENE_MAX_CELLS / n_columns)
    return NULL;

  title = create_title (matrix);
  build.text = tl_text_measure_new (font);
  build.scene = tl_scene_builder_new (title);
  build.head = measure_names (&build, TL_MATRIX_COLUMNS, COLUMN_WIDTH);
  build.row_height = measure_names (&build, TL_MATRIX_ROWS, NAME_WIDTH);
  for (guint i = 0; i < n_columns; i++)
    add_name (&build, TL_MATRIX_COLUMNS, i);
  for (guint i = 0; i < n_rows; i++)
    {
      add_name (&build, TL_MATRIX_ROWS, i);
      add_row (&build, i, width);
    }
  add_legend (&build, legend, build.head + GAP + n_rows * (build.row_height + GAP));
  tl_text_measure_free (build.text);
  return tl_scene_builder_end (build.scene);
}
