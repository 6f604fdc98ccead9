/* tl-route.c: obstacles of orthogonal paths, and where they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-route-private.h"

#include <math.h>

/* Side of a cell of the index. Boxes are some hundred units wide. */
#define CELL 256.0
/* An obstacle in more cells than this would make the index slow; it is kept in
 * one list beside it. */
#define MAX_CELLS 64
#define EVERYWHERE GSIZE_TO_POINTER (1)

/* A gutter narrower than this is used in its middle; at a wider one lines keep
 * to the box. */
#define MAX_GUTTER 48.0
#define NEAR_BOX   16.0

TlRouter *
tl_router_new (void)
{
  TlRouter *self = g_new0 (TlRouter, 1);

  self->obstacles = g_array_new (FALSE, FALSE, sizeof (TlRouteObstacle));
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->xs = g_array_new (FALSE, FALSE, sizeof (double));
  self->ys = g_array_new (FALSE, FALSE, sizeof (double));
  self->blocked = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->walls = g_byte_array_new ();

  return self;
}

void
tl_router_free (TlRouter *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->obstacles);
  g_hash_table_unref (self->cells);
  g_array_unref (self->found);
  g_array_unref (self->xs);
  g_array_unref (self->ys);
  g_array_unref (self->blocked);
  g_clear_pointer (&self->states, g_array_unref);
  g_clear_pointer (&self->heap, g_array_unref);
  g_byte_array_unref (self->walls);
  g_free (self);
}

static int
get_cell (double at)
{
  return CLAMP (floor (at / CELL), -30000, 30000);
}

static gpointer
make_cell_key (int column,
               int row)
{
  return GSIZE_TO_POINTER (((gsize) (column + 32768) << 16 | (gsize) (row + 32768)) << 1);
}

static void
put_in_cell (TlRouter *self,
             gpointer  key,
             guint32   obstacle)
{
  GArray *cell = g_hash_table_lookup (self->cells, key);

  if (cell == NULL)
    {
      cell = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->cells, key, cell);
    }
  g_array_append_val (cell, obstacle);
}

int
tl_router_add (TlRouter     *self,
               const TlRect *bounds,
               int           parent)
{
  TlRouteObstacle obstacle = { .bounds = *bounds, .parent = parent };
  guint32 number = self->obstacles->len;
  int left, right, top, bottom;

  g_return_val_if_fail (parent >= -1 && parent < (int) number, -1);

  left = get_cell (bounds->x);
  right = get_cell (bounds->x + bounds->width);
  top = get_cell (bounds->y);
  bottom = get_cell (bounds->y + bounds->height);
  g_array_append_val (self->obstacles, obstacle);

  if ((gint64) (right - left + 1) * (bottom - top + 1) > MAX_CELLS)
    put_in_cell (self, EVERYWHERE, number);
  else
    for (int column = left; column <= right; column++)
      for (int row = top; row <= bottom; row++)
        put_in_cell (self, make_cell_key (column, row), number);

  return number;
}

static void
query_cell (TlRouter     *self,
            gpointer      key,
            const TlRect *area)
{
  GArray *cell = g_hash_table_lookup (self->cells, key);

  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      guint32 number = g_array_index (cell, guint32, i);
      TlRouteObstacle *obstacle = tl_router_get (self, number);

      if (obstacle->stamp == self->stamp)
        continue;
      obstacle->stamp = self->stamp;
      if (obstacle->bounds.x <= area->x + area->width
          && area->x <= obstacle->bounds.x + obstacle->bounds.width
          && obstacle->bounds.y <= area->y + area->height
          && area->y <= obstacle->bounds.y + obstacle->bounds.height)
        g_array_append_val (self->found, number);
    }
}

void
tl_router_query (TlRouter     *self,
                 const TlRect *area)
{
  int left = get_cell (area->x), right = get_cell (area->x + area->width);
  int top = get_cell (area->y), bottom = get_cell (area->y + area->height);

  self->stamp++;
  g_array_set_size (self->found, 0);
  query_cell (self, EVERYWHERE, area);
  for (int column = left; column <= right; column++)
    for (int row = top; row <= bottom; row++)
      query_cell (self, make_cell_key (column, row), area);
}

gboolean
tl_router_is_free (TlRouter     *self,
                   const TlRect *area)
{
  tl_router_query (self, area);
  return self->found->len == 0;
}

gboolean
tl_router_is_within (TlRouter *self,
                     int       obstacle,
                     int       ancestor)
{
  while (obstacle >= 0 && obstacle != ancestor)
    obstacle = tl_router_get (self, obstacle)->parent;

  return obstacle == ancestor;
}

static double
get_line (double side,
          double nearest,
          double sign)
{
  double gap = (nearest - side) * sign;

  return side + sign * (gap <= MAX_GUTTER ? gap / 2 : NEAR_BOX);
}

/* How far it is from each side of an obstacle to what it faces: another of the
 * same parent, or the parent's own side from within. */
static void
work_out_lines (TlRouter *self,
                guint     number)
{
  TlRouteObstacle *one = tl_router_get (self, number);
  TlRect area = tl_rect_grow (&one->bounds, MAX_GUTTER + 1);
  double left = one->bounds.x, right = left + one->bounds.width;
  double top = one->bounds.y, bottom = top + one->bounds.height;
  double nearest[4] = { -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE };

  if (one->parent >= 0)
    {
      const TlRect *outer = &tl_router_get (self, one->parent)->bounds;

      nearest[TL_ROUTE_LEFT] = outer->x;
      nearest[TL_ROUTE_RIGHT] = outer->x + outer->width;
      nearest[TL_ROUTE_UP] = outer->y;
      nearest[TL_ROUTE_DOWN] = outer->y + outer->height;
    }

  tl_router_query (self, &area);
  for (guint i = 0; i < self->found->len; i++)
    {
      const TlRouteObstacle *other = tl_router_get (self, g_array_index (self->found, guint32, i));
      const TlRect *bounds = &other->bounds;
      gboolean beside = bounds->y < bottom && bounds->y + bounds->height > top;
      gboolean over = bounds->x < right && bounds->x + bounds->width > left;

      if (other == one || other->parent != one->parent)
        continue;
      if (beside && bounds->x >= right)
        nearest[TL_ROUTE_RIGHT] = MIN (nearest[TL_ROUTE_RIGHT], bounds->x);
      if (beside && bounds->x + bounds->width <= left)
        nearest[TL_ROUTE_LEFT] = MAX (nearest[TL_ROUTE_LEFT], bounds->x + bounds->width);
      if (over && bounds->y >= bottom)
        nearest[TL_ROUTE_DOWN] = MIN (nearest[TL_ROUTE_DOWN], bounds->y);
      if (over && bounds->y + bounds->height <= top)
        nearest[TL_ROUTE_UP] = MAX (nearest[TL_ROUTE_UP], bounds->y + bounds->height);
    }

  one->lines[TL_ROUTE_LEFT] = get_line (left, nearest[TL_ROUTE_LEFT], -1);
  one->lines[TL_ROUTE_RIGHT] = get_line (right, nearest[TL_ROUTE_RIGHT], 1);
  one->lines[TL_ROUTE_UP] = get_line (top, nearest[TL_ROUTE_UP], -1);
  one->lines[TL_ROUTE_DOWN] = get_line (bottom, nearest[TL_ROUTE_DOWN], 1);
}

void
tl_router_prepare (TlRouter *self)
{
  if (self->n_ready == self->obstacles->len)
    return;

  /* A late obstacle may narrow the gutters of all that are there. */
  for (guint i = 0; i < self->obstacles->len; i++)
    work_out_lines (self, i);
  self->n_ready = self->obstacles->len;
}

guint
tl_route_make_ports (const TlRect *bounds,
                     guint         sides,
                     TlRoutePort  *ports)
{
  double x = bounds->x + bounds->width / 2, y = bounds->y + bounds->height / 2;
  const TlPoint at[] = {
    [TL_ROUTE_LEFT] = { bounds->x, y },
    [TL_ROUTE_RIGHT] = { bounds->x + bounds->width, y },
    [TL_ROUTE_UP] = { x, bounds->y },
    [TL_ROUTE_DOWN] = { x, bounds->y + bounds->height },
  };
  guint n = 0;

  for (guint side = 0; side < G_N_ELEMENTS (at); side++)
    if ((sides & 1u << side) != 0)
      ports[n++] = (TlRoutePort) { at[side], side, 0 };

  return n;
}

gboolean
tl_route_crosses (const TlPoint *a,
                  const TlPoint *b,
                  const TlRect  *bounds)
{
  const double slack = 0.5;

  return MIN (a->x, b->x) < bounds->x + bounds->width - slack
         && MAX (a->x, b->x) > bounds->x + slack
         && MIN (a->y, b->y) < bounds->y + bounds->height - slack
         && MAX (a->y, b->y) > bounds->y + slack;
}
