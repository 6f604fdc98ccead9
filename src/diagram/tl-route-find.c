/* tl-route-find.c: looks for one orthogonal path
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-route-private.h"

#include <math.h>
#include <string.h>

/* A* over the crossings of the lines in the gutters near the two ends. A state
 * is a crossing and whether it was reached along x or along y, so that bends
 * have a price. */

#define BEND_COST   48.0
/* Looked at beyond the two ends, at first, and if that was too little; the lines
 * of what is there depend on what is near it. */
#define MARGIN      (TL_ROUTE_NEAR - TL_ROUTE_REACH)
#define WIDE_MARGIN (TL_ROUTE_FAR - TL_ROUTE_REACH)
#define MAX_BLOCKED 400   /* obstacles in one search */
#define MAX_STATES  80000
#define KEEP_OFF    2.0   /* least distance of a line from an obstacle */

enum
{
  WALL_RIGHT = 1 << 0, /* no way from this crossing to the one to the right */
  WALL_DOWN  = 1 << 1,
};

typedef struct
{
  float   cost;
  guint32 from;   /* state before, G_MAXUINT32 at the start */
  guint16 port;   /* of the start it came from */
  guint8  open;
} State;

typedef struct
{
  float   rank;
  guint32 state;
} HeapItem;

typedef struct
{
  TlRouter          *router;
  int                from;
  int                to;
  const TlRoutePort *from_ports;
  const TlRoutePort *to_ports;
  guint              n_from;
  guint              n_to;
  TlRect             target;   /* the goals lie in it, for the estimate */
  guint              n_columns;
  guint              n_rows;
  double             best;     /* cost of the best path found */
  guint32            best_state;
  guint              best_port;
} Search;

static gboolean
is_horizontal (TlRouteSide side)
{
  return side == TL_ROUTE_LEFT || side == TL_ROUTE_RIGHT;
}

/* Where a path that leaves at a port may turn first. */
static TlPoint
get_stub (TlRouter          *router,
          int                obstacle,
          const TlRoutePort *port)
{
  double line = tl_router_get (router, obstacle)->lines[port->side];

  if (is_horizontal (port->side))
    return (TlPoint) { line, port->at.y };
  return (TlPoint) { port->at.x, line };
}

static gboolean
is_blocked (Search *search,
            int     obstacle)
{
  TlRouter *router = search->router;
  int parent = tl_router_get (router, obstacle)->parent;

  if (obstacle == search->from || obstacle == search->to)
    return TRUE;
  if (tl_router_is_within (router, search->from, obstacle)
      || tl_router_is_within (router, search->to, obstacle))
    return FALSE;
  /* What stands in a closed one is behind its walls. */
  return parent < 0 || tl_router_is_within (router, search->from, parent)
         || tl_router_is_within (router, search->to, parent);
}

static void
add_line (GArray *lines,
          double  at,
          double  low,
          double  high)
{
  if (at >= low && at <= high)
    g_array_append_val (lines, at);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
sort_lines (GArray *lines)
{
  guint n = 0;

  g_array_sort (lines, compare_doubles);
  for (guint i = 0; i < lines->len; i++)
    if (n == 0 || g_array_index (lines, double, i) > g_array_index (lines, double, n - 1))
      g_array_index (lines, double, n++) = g_array_index (lines, double, i);
  g_array_set_size (lines, n);
}

static void
add_port_lines (Search            *search,
                int                obstacle,
                const TlRoutePort *ports,
                guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      TlPoint stub = get_stub (search->router, obstacle, &ports[i]);

      g_array_append_val (search->router->xs, stub.x);
      g_array_append_val (search->router->ys, stub.y);
    }
}

static void
collect_lines (Search       *search,
               const TlRect *window)
{
  TlRouter *router = search->router;

  g_array_set_size (router->xs, 0);
  g_array_set_size (router->ys, 0);
  for (guint i = 0; i < router->blocked->len; i++)
    {
      const TlRouteObstacle *obstacle = tl_router_get (router, g_array_index (router->blocked, guint32, i));

      add_line (router->xs, obstacle->lines[TL_ROUTE_LEFT], window->x, window->x + window->width);
      add_line (router->xs, obstacle->lines[TL_ROUTE_RIGHT], window->x, window->x + window->width);
      add_line (router->ys, obstacle->lines[TL_ROUTE_UP], window->y, window->y + window->height);
      add_line (router->ys, obstacle->lines[TL_ROUTE_DOWN], window->y, window->y + window->height);
    }
  add_port_lines (search, search->from, search->from_ports, search->n_from);
  add_port_lines (search, search->to, search->to_ports, search->n_to);
  sort_lines (router->xs);
  sort_lines (router->ys);
  search->n_columns = router->xs->len;
  search->n_rows = router->ys->len;
}

/* First line at or after @at. */
static guint
find_line (GArray *lines,
           double  at)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (lines, double, middle) < at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
build_wall (Search       *search,
            const TlRect *bounds)
{
  TlRouter *router = search->router;
  TlRect area = tl_rect_grow (bounds, KEEP_OFF - 0.01);
  guint left = find_line (router->xs, area.x), right = find_line (router->xs, area.x + area.width);
  guint top = find_line (router->ys, area.y), bottom = find_line (router->ys, area.y + area.height);

  /* The line before the first inside already leads into it. */
  for (guint row = top; row < bottom; row++)
    for (guint column = left > 0 ? left - 1 : 0; column < right && column + 1 < search->n_columns; column++)
      router->walls->data[row * search->n_columns + column] |= WALL_RIGHT;
  for (guint column = left; column < right; column++)
    for (guint row = top > 0 ? top - 1 : 0; row < bottom && row + 1 < search->n_rows; row++)
      router->walls->data[row * search->n_columns + column] |= WALL_DOWN;
}

static gboolean
prepare (Search *search,
         double  margin)
{
  TlRouter *router = search->router;
  TlRect both = tl_rect_union (&tl_router_get (router, search->from)->bounds,
                               &tl_router_get (router, search->to)->bounds);
  TlRect window = tl_rect_grow (&both, margin);
  gsize size;

  tl_router_query (router, &window);
  g_array_set_size (router->blocked, 0);
  for (guint i = 0; i < router->found->len; i++)
    {
      guint32 number = g_array_index (router->found, guint32, i);

      if (is_blocked (search, number))
        g_array_append_val (router->blocked, number);
    }
  if (router->blocked->len > MAX_BLOCKED)
    return FALSE;

  collect_lines (search, &window);
  size = (gsize) search->n_columns * search->n_rows;
  if (size * 2 > MAX_STATES)
    return FALSE;

  g_byte_array_set_size (router->walls, size);
  memset (router->walls->data, 0, size);
  for (guint i = 0; i < router->blocked->len; i++)
    build_wall (search, &tl_router_get (router, g_array_index (router->blocked, guint32, i))->bounds);

  g_array_set_size (router->states, size * 2);
  memset (router->states->data, 0, size * 2 * sizeof (State));
  for (gsize i = 0; i < size * 2; i++)
    g_array_index (router->states, State, i).cost = G_MAXFLOAT;
  g_array_set_size (router->heap, 0);
  return TRUE;
}

static void
heap_push (GArray  *heap,
           float    rank,
           guint32  state)
{
  HeapItem item = { rank, state };
  HeapItem *items;
  guint at = heap->len;

  g_array_append_val (heap, item);
  items = (HeapItem *) (void *) heap->data;
  while (at > 0 && items[(at - 1) / 2].rank > rank)
    {
      items[at] = items[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  items[at] = item;
}

static HeapItem
heap_pop (GArray *heap)
{
  HeapItem *items = (HeapItem *) (void *) heap->data;
  HeapItem first = items[0], last = items[heap->len - 1];
  guint n = heap->len - 1, at = 0;

  g_array_set_size (heap, n);
  while (2 * at + 1 < n)
    {
      guint child = 2 * at + 1;

      if (child + 1 < n && items[child + 1].rank < items[child].rank)
        child++;
      if (items[child].rank >= last.rank)
        break;
      items[at] = items[child];
      at = child;
    }
  if (n > 0)
    items[at] = last;

  return first;
}

static double
estimate (const Search *search,
          double        x,
          double        y)
{
  const TlRect *target = &search->target;
  double dx = MAX (MAX (target->x - x, x - target->x - target->width), 0);
  double dy = MAX (MAX (target->y - y, y - target->y - target->height), 0);

  return dx + dy + (dx > 0 && dy > 0 ? BEND_COST : 0);
}

static void
reach (Search  *search,
       guint32  state,
       double   cost,
       guint32  from,
       guint    port)
{
  TlRouter *router = search->router;
  State *at = &g_array_index (router->states, State, state);
  guint crossing = state / 2;
  double x, y;

  if (cost >= at->cost - 1e-3)
    return;

  x = g_array_index (router->xs, double, crossing % search->n_columns);
  y = g_array_index (router->ys, double, crossing / search->n_columns);
  *at = (State) { cost, from, port, TRUE };
  heap_push (router->heap, cost + estimate (search, x, y), state);
}

static void
start (Search *search)
{
  TlRouter *router = search->router;

  for (guint i = 0; i < search->n_from; i++)
    {
      const TlRoutePort *port = &search->from_ports[i];
      TlPoint stub = get_stub (router, search->from, port);
      guint column = find_line (router->xs, stub.x), row = find_line (router->ys, stub.y);
      double length = fabs (stub.x - port->at.x) + fabs (stub.y - port->at.y);

      reach (search, (row * search->n_columns + column) * 2 + !is_horizontal (port->side),
             length + port->cost, G_MAXUINT32, i);
    }
}

/* Whether this state is where a path may turn to one of the last ports. */
static void
try_goals (Search  *search,
           guint32  state,
           double   cost)
{
  TlRouter *router = search->router;
  double x = g_array_index (router->xs, double, state / 2 % search->n_columns);
  double y = g_array_index (router->ys, double, state / 2 / search->n_columns);

  for (guint i = 0; i < search->n_to; i++)
    {
      const TlRoutePort *port = &search->to_ports[i];
      TlPoint stub = get_stub (router, search->to, port);
      gboolean along_y = state % 2;
      double total;

      if (stub.x != x || stub.y != y)
        continue;
      total = cost + port->cost + fabs (stub.x - port->at.x) + fabs (stub.y - port->at.y)
              + (is_horizontal (port->side) == along_y ? BEND_COST : 0);
      if (total < search->best)
        {
          search->best = total;
          search->best_state = state;
          search->best_port = i;
        }
    }
}

static void
step (Search  *search,
      guint32  state,
      int      dx,
      int      dy)
{
  TlRouter *router = search->router;
  const State *at = &g_array_index (router->states, State, state);
  guint crossing = state / 2;
  int column = crossing % search->n_columns + dx, row = crossing / search->n_columns + dy;
  guint next = row * search->n_columns + column;
  guint gate = dx > 0 || dy > 0 ? crossing : next;
  double length;

  if (column < 0 || row < 0 || column >= (int) search->n_columns || row >= (int) search->n_rows)
    return;
  if ((router->walls->data[gate] & (dx != 0 ? WALL_RIGHT : WALL_DOWN)) != 0)
    return;

  length = dx != 0 ? fabs (g_array_index (router->xs, double, column)
                           - g_array_index (router->xs, double, column - dx))
                   : fabs (g_array_index (router->ys, double, row)
                           - g_array_index (router->ys, double, row - dy));
  reach (search, next * 2 + (dy != 0), at->cost + length + (state % 2 != (dy != 0) ? BEND_COST : 0),
         state, at->port);
}

static gboolean
run (Search *search)
{
  TlRouter *router = search->router;

  search->best = G_MAXDOUBLE;
  start (search);
  while (router->heap->len > 0)
    {
      HeapItem item = heap_pop (router->heap);
      State *state = &g_array_index (router->states, State, item.state);

      if (item.rank >= search->best)
        break;
      if (!state->open)
        continue;
      state->open = FALSE;
      try_goals (search, item.state, state->cost);
      step (search, item.state, 1, 0);
      step (search, item.state, -1, 0);
      step (search, item.state, 0, 1);
      step (search, item.state, 0, -1);
    }

  return search->best < G_MAXDOUBLE;
}

static void
add_point (GArray  *points,
           TlPoint  point)
{
  while (points->len >= 2)
    {
      const TlPoint *a = &g_array_index (points, TlPoint, points->len - 2);
      const TlPoint *b = a + 1;

      if (!(a->x == b->x && b->x == point.x) && !(a->y == b->y && b->y == point.y))
        break;
      g_array_set_size (points, points->len - 1);
    }
  if (points->len == 1)
    {
      const TlPoint *a = &g_array_index (points, TlPoint, 0);

      if (a->x == point.x && a->y == point.y)
        return;
    }
  g_array_append_val (points, point);
}

static void
trace (Search *search,
       GArray *points)
{
  TlRouter *router = search->router;
  g_autoptr(GArray) back = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 at = search->best_state; at != G_MAXUINT32; at = g_array_index (router->states, State, at).from)
    g_array_append_val (back, at);

  g_array_set_size (points, 0);
  add_point (points, search->from_ports[g_array_index (router->states, State, search->best_state).port].at);
  for (guint i = back->len; i-- > 0;)
    {
      guint crossing = g_array_index (back, guint32, i) / 2;

      add_point (points, (TlPoint) { g_array_index (router->xs, double, crossing % search->n_columns),
                                     g_array_index (router->ys, double, crossing / search->n_columns) });
    }
  add_point (points, search->to_ports[search->best_port].at);
  /* Between ports that touch. */
  if (points->len == 1)
    g_array_append_val (points, search->to_ports[search->best_port].at);
}

/* One or two bends, from the nearest pair of ports, whatever is in between. */
static void
draw_plain (Search *search,
            GArray *points)
{
  const TlRoutePort *from = NULL, *to = NULL;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < search->n_from; i++)
    for (guint j = 0; j < search->n_to; j++)
      {
        const TlRoutePort *a = &search->from_ports[i], *b = &search->to_ports[j];
        double cost = fabs (a->at.x - b->at.x) + fabs (a->at.y - b->at.y) + a->cost + b->cost;

        if (cost < best)
          {
            best = cost;
            from = a;
            to = b;
          }
      }

  g_array_set_size (points, 0);
  add_point (points, from->at);
  if (is_horizontal (from->side) && is_horizontal (to->side))
    {
      double middle = (from->at.x + to->at.x) / 2;

      add_point (points, (TlPoint) { middle, from->at.y });
      add_point (points, (TlPoint) { middle, to->at.y });
    }
  else if (!is_horizontal (from->side) && !is_horizontal (to->side))
    {
      double middle = (from->at.y + to->at.y) / 2;

      add_point (points, (TlPoint) { from->at.x, middle });
      add_point (points, (TlPoint) { to->at.x, middle });
    }
  else if (is_horizontal (from->side))
    add_point (points, (TlPoint) { to->at.x, from->at.y });
  else
    add_point (points, (TlPoint) { from->at.x, to->at.y });
  add_point (points, to->at);
  if (points->len == 1)
    g_array_append_val (points, to->at);
}

gboolean
tl_router_find (TlRouter          *self,
                int                from,
                const TlRoutePort *from_ports,
                guint              n_from,
                int                to,
                const TlRoutePort *to_ports,
                guint              n_to,
                GArray            *points)
{
  static const double margins[] = { MARGIN, WIDE_MARGIN };
  Search search = { self, from, to, from_ports, to_ports, n_from, n_to };

  g_return_val_if_fail (from >= 0 && from < (int) self->obstacles->len, FALSE);
  g_return_val_if_fail (to >= 0 && to < (int) self->obstacles->len, FALSE);
  g_return_val_if_fail (n_from > 0 && n_to > 0 && n_from < G_MAXUINT16, FALSE);

  tl_router_prepare (self);
  if (self->states == NULL)
    {
      self->states = g_array_new (FALSE, FALSE, sizeof (State));
      self->heap = g_array_new (FALSE, FALSE, sizeof (HeapItem));
    }

  search.target = (TlRect) { 0, 0, -1, -1 };
  for (guint i = 0; i < n_to; i++)
    {
      TlPoint stub = get_stub (self, to, &to_ports[i]);
      TlRect one = { stub.x, stub.y, 0, 0 };

      search.target = tl_rect_union (&search.target, &one);
    }

  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    if (prepare (&search, margins[i]) && run (&search))
      {
        trace (&search, points);
        return TRUE;
      }

  draw_plain (&search, points);
  return FALSE;
}
