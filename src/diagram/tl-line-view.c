/* tl-line-view.c: the whole line of an element
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-line-view.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-blueprint-private.h"
#include "diagram/tl-line-private.h"
#include "diagram/tl-shape.h"
#include "project/tl-relation.h"

#define COLUMN_GAP 56.0 /* between columns of a lane: connectors run there */
#define ROW_GAP    24.0
#define BELOW      24.0 /* the heading of a lane */

/* Traces in one lane are followed so far; more run in a circle. */
#define MAX_DEPTH 32

static void
collect (TlLineBuild *build)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  TlProject *project = tl_record_get_project (build->element);

  tl_traceability_follow (build->traceability, build->element, &elements, &traces);
  for (guint i = 0; i < elements->len; i++)
    tl_line_build_add (build, g_ptr_array_index (elements, i));
  for (guint i = 0; i < traces->len; i++)
    {
      TlRecord *trace = g_ptr_array_index (traces, i);
      g_autofree char *key = g_strconcat (TL_BLUEPRINT_PREFIX, tl_record_get_id (trace), NULL);
      int from = tl_line_build_find (build, tl_project_lookup (project, tl_record_get (trace, TL_RELATION_FROM)));
      int to = tl_line_build_find (build, tl_project_lookup (project, tl_record_get (trace, TL_RELATION_TO)));
      TlLineStep step = { from, to, NULL, NULL };

      if (from < 0 || to < 0 || from == to)
        continue;
      step.key = g_string_chunk_insert (build->strings, key);
      g_array_append_val (build->steps, step);
    }
}

static TlLane
get_lane (TlLineBuild *build,
          guint        stop)
{
  return tl_element_get_lane (TL_ELEMENT (tl_line_get_stop (build, stop)->element));
}

/* Columns of each lane: as many as there are traces one after the other in it. */
static void
assign_columns (TlLineBuild *build,
                guint       *n_columns)
{
  gboolean more = TRUE;
  guint first = 0;

  for (guint depth = 0; depth < MAX_DEPTH && more; depth++)
    {
      more = FALSE;
      for (guint i = 0; i < build->steps->len; i++)
        {
          const TlLineStep *step = tl_line_get_step (build, i);
          TlLineStop *to = tl_line_get_stop (build, step->to);

          if (get_lane (build, step->from) != get_lane (build, step->to)
              || to->column > tl_line_get_stop (build, step->from)->column)
            continue;
          to->column = MIN (tl_line_get_stop (build, step->from)->column + 1, MAX_DEPTH);
          more = TRUE;
        }
    }

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      n_columns[lane] = 1;
      for (guint i = 0; i < build->stops->len; i++)
        if (get_lane (build, i) == lane)
          n_columns[lane] = MAX (n_columns[lane], tl_line_get_stop (build, i)->column + 1);
      for (guint i = 0; i < build->stops->len; i++)
        if (get_lane (build, i) == lane)
          tl_line_get_stop (build, i)->column += first;
      first += n_columns[lane];
    }
}

static TlNode
make_panel (TlLane lane)
{
  return (TlNode) {
    .title = tl_lane_get_name (lane),
    .parent = -1,
    .shape = TL_SHAPE_PANEL,
    .role = TL_ROLE_PLAIN,
    .heat = -1,
  };
}

/* Says so where the line does not get to a lane. */
static void
add_hint (TlLineBuild  *build,
          int           panel,
          const TlRect *bounds,
          double        y)
{
  TlNode text = {
    .title = _("The line does not lead here."),
    .parent = panel,
    .shape = TL_SHAPE_NONE,
    .role = TL_ROLE_WARNING,
    .heat = -1,
  };

  text.bounds = (TlRect) { bounds->x + TL_BLUEPRINT_PADDING, y, bounds->width - 2 * TL_BLUEPRINT_PADDING, 0 };
  tl_text_measure_size (build->text, TL_TEXT_TITLE, text.title, text.bounds.width, 100, NULL, &text.bounds.height);
  tl_scene_builder_node (build->scene, &text);
}

static void
add_lane (TlLineBuild *build,
          TlLane       lane,
          guint        first,
          TlRect      *bounds)
{
  TlNode node = make_panel (lane);
  double top = bounds->y + tl_shape_measure_height (build->text, &node, bounds->width) + BELOW - TL_SHAPE_PANEL_PADDING;
  gboolean is_empty = TRUE;
  int panel;

  bounds->height += top - bounds->y;
  node.bounds = *bounds;
  panel = tl_scene_builder_node (build->scene, &node);
  for (guint i = 0; i < build->stops->len; i++)
    {
      TlLineStop *stop = tl_line_get_stop (build, i);
      TlNode box;

      if (get_lane (build, i) != lane)
        continue;
      is_empty = FALSE;
      box = tl_line_build_node (build, i, TRUE);
      box.parent = panel;
      box.bounds = (TlRect) { bounds->x + TL_BLUEPRINT_PADDING + (stop->column - first) * (build->width + COLUMN_GAP * build->unit),
                              top + stop->y, build->width, 0 };
      box.bounds.height = stop->height - tl_shape_measure_note (build->text, &box);
      stop->node = tl_scene_builder_node (build->scene, &box);
    }
  if (is_empty)
    add_hint (build, panel, bounds, top);
}

TlScene *
tl_line_view_build (TlTraceability             *traceability,
                    TlRecord                   *element,
                    const PangoFontDescription *font)
{
  TlLineBuild build = { NULL };
  guint n_columns[TL_N_LANES], first = 0;
  g_autofree char *title = NULL;
  double height, x = 0;

  g_return_val_if_fail (TL_IS_TRACEABILITY (traceability) && TL_IS_ELEMENT (element) && font != NULL, NULL);

  /* TRANSLATORS: title of a picture: “The line of Ledger” */
  title = g_strdup_printf (_("The line of %s"), tl_record_get_name (element));
  tl_line_build_init (&build, traceability, element, font, title);
  collect (&build);
  assign_columns (&build, n_columns);
  tl_line_build_measure (&build, TRUE);
  height = tl_line_build_place (&build, n_columns[0] + n_columns[1] + n_columns[2], ROW_GAP * build.unit);

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      TlRect bounds = { x, 0, 0, height + 2 * TL_BLUEPRINT_PADDING };

      bounds.width = n_columns[lane] * (build.width + COLUMN_GAP * build.unit) - COLUMN_GAP * build.unit
                     + 2 * TL_BLUEPRINT_PADDING;
      add_lane (&build, lane, first, &bounds);
      x += bounds.width + TL_BLUEPRINT_LANE_GAP;
      first += n_columns[lane];
    }
  tl_line_build_connect (&build, TL_ROLE_TRACE);

  return tl_line_build_end (&build);
}
