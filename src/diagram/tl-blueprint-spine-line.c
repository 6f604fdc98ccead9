/* tl-blueprint-spine-line.c: the line through a backbone, and its branches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "diagram/tl-blueprint-spine.h"
#include "diagram/tl-shape.h"

/* Where the branches of a column turn: before its circles' texts begin. */
#define TURN 8.0

typedef struct
{
  TlBlueprintSpine *spine;
  TlBlueprintBuild *build;
  TlSpineBand      *band;
  int              *cells; /* station at column × n_rows + row, or -1 */
  int              *steps; /* tie that leads along the line to the station there, or -1; by cell */
} Line;

static TlSpineStation *
get_station (Line *self,
             int   number)
{
  return &g_array_index (self->band->stations, TlSpineStation, number);
}

static TlSpineColumn *
get_column (Line *self,
            guint number)
{
  return &g_array_index (self->band->columns, TlSpineColumn, number);
}

static TlPoint
get_centre (Line           *self,
            TlSpineStation *station)
{
  TlRect circle = tl_shape_get_circle (tl_scene_builder_edit (self->build->scene, station->node));

  return (TlPoint) { circle.x + circle.width / 2, circle.y + circle.height / 2 };
}

static int
find_station (Line *self,
              guint item)
{
  const TlBlueprintItem *one = tl_blueprint_facts_get_item (self->build->facts, item);

  return one->line == self->band->line ? self->spine->stations[item] : -1;
}

/* Whether the row is empty between two columns. */
static gboolean
is_clear (Line *self,
          guint after,
          guint before,
          guint row)
{
  for (guint column = after + 1; column < before; column++)
    if (self->cells[column * self->band->n_rows + row] >= 0)
      return FALSE;

  return TRUE;
}

static void
add_piece (Line           *self,
           TlSpineStation *from,
           TlSpineStation *to,
           int             tie)
{
  TlPoint a = get_centre (self, from), b = get_centre (self, to);
  double turn = get_column (self, from->column + 1)->x - TURN;
  TlPoint points[4] = { a };
  guint n = 1;
  TlEdge edge = {
    .from = from->node,
    .to = to->node,
    .role = self->band->line == TL_LINE_OFFER ? TL_ROLE_OFFER_BACKBONE : TL_ROLE_BACKBONE,
    .flags = TL_EDGE_FRONT,
  };

  if (tie >= 0)
    {
      edge.key = tl_blueprint_facts_get_tie (self->build->facts, tie)->key;
      self->build->drawn[tie] = TRUE;
    }
  if (fabs (a.y - b.y) > 0.5)
    {
      points[n++] = (TlPoint) { turn, a.y };
      points[n++] = (TlPoint) { turn, b.y };
    }
  points[n++] = b;
  tl_scene_builder_edge (self->build->scene, &edge, points, n);
}

/* A step of the backbone that a user made. Where its own line cannot be told from
 * others it is part of them, and only known. */
static void
add_tie (Line *self,
         guint number)
{
  const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (self->build->facts, number);
  int a = find_station (self, tie->from), b = find_station (self, tie->to);
  TlSpineStation *from, *to;
  int *step;

  if (!tie->is_trace || a < 0 || b < 0 || get_station (self, a)->column == get_station (self, b)->column)
    return;

  from = get_station (self, get_station (self, a)->column < get_station (self, b)->column ? a : b);
  to = get_station (self, get_station (self, a)->column < get_station (self, b)->column ? b : a);
  step = &self->steps[to->column * self->band->n_rows + to->row];

  if (from->row == 0 && to->row == 0)
    {
      /* The line itself, which is drawn in any case. */
      if (to->column == from->column + 1 && *step < 0)
        *step = number;
      else
        tl_scene_builder_link (self->build->scene, from->node, to->node);
      self->build->drawn[number] = TRUE;
    }
  else if (get_column (self, to->column)->turn == 0 && is_clear (self, from->column, to->column, to->row))
    {
      add_piece (self, from, to, number);
    }
  else
    {
      tl_scene_builder_link (self->build->scene, from->node, to->node);
      self->build->drawn[number] = TRUE;
    }
}

/* From circle to circle, never interrupted; and through further columns of a kind. */
static void
add_rows (Line *self)
{
  guint n_rows = self->band->n_rows;

  for (guint column = 1; column < self->band->columns->len; column++)
    for (guint row = 0; row < n_rows; row++)
      {
        int from = self->cells[(column - 1) * n_rows + row], to = self->cells[column * n_rows + row];

        if (from < 0 || to < 0 || (row > 0 && get_column (self, column)->turn == 0))
          continue;
        add_piece (self, get_station (self, from), get_station (self, to), self->steps[column * n_rows + row]);
      }
}

void
tl_blueprint_spine_add_line (TlBlueprintSpine *self,
                             TlBlueprintBuild *build,
                             TlSpineBand      *band)
{
  guint n_cells = band->columns->len * band->n_rows;
  g_autofree int *cells = g_new (int, n_cells);
  g_autofree int *steps = g_new (int, n_cells);
  Line line = { self, build, band, cells, steps };

  for (guint i = 0; i < n_cells; i++)
    cells[i] = steps[i] = -1;
  for (guint i = 0; i < band->stations->len; i++)
    {
      const TlSpineStation *station = &g_array_index (band->stations, TlSpineStation, i);

      cells[station->column * band->n_rows + station->row] = i;
    }

  for (guint i = 0; i < build->facts->ties->len; i++)
    add_tie (&line, i);
  add_rows (&line);
}
