/* tl-scene-step.c: from node to node by keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdlib.h>

#include "diagram/tl-scene-private.h"

/* A node that holds others stands for its upper strip, where its title is: so
 * the arrow down goes into it and the arrow up out of it. */
#define STRIP 40.0

typedef struct
{
  int     parent;
  guint32 index;
  guint32 row;
  double  x;
  double  y;
  double  height;
} Place;

static int
compare_by_y (gconstpointer a,
              gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->parent != right->parent)
    return (left->parent > right->parent) - (left->parent < right->parent);
  if (left->y != right->y)
    return (left->y > right->y) - (left->y < right->y);
  return (left->index > right->index) - (left->index < right->index);
}

static int
compare_in_rows (gconstpointer a,
                 gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->row != right->row)
    return (left->row > right->row) - (left->row < right->row);
  if (left->x != right->x)
    return (left->x > right->x) - (left->x < right->x);
  return (left->index > right->index) - (left->index < right->index);
}

/* All nodes, siblings together, each family in rows from the top, each row from
 * where one begins to read. What begins above the middle of the first of a row belongs to it. */
static Place *
order_siblings (const TlScene *self)
{
  Place *places = g_new (Place, self->n_nodes);
  guint32 row = 0;
  const Place *head = NULL;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const TlNode *node = &self->nodes[i];

      places[i] = (Place) { node->parent, i, 0, self->mirrored ? -node->bounds.x - node->bounds.width : node->bounds.x,
                            node->bounds.y, node->bounds.height };
    }
  if (self->n_nodes == 0)
    return places;
  qsort (places, self->n_nodes, sizeof *places, compare_by_y);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (head == NULL || places[i].parent != head->parent || places[i].y >= head->y + MAX (head->height / 2, 1))
        {
          head = &places[i];
          row++;
        }
      places[i].row = row;
    }
  qsort (places, self->n_nodes, sizeof *places, compare_in_rows);
  return places;
}

/* Depth first: a node, then what is in it. An own stack, since nesting is the
 * scene's and may be deep. */
void
tl_scene_make_reading_order (TlScene *self)
{
  g_autofree Place *places = order_siblings (self);
  g_autofree guint32 *next = g_new (guint32, self->n_nodes);        /* the next sibling's place … */
  g_autofree guint32 *first = g_new (guint32, self->n_nodes + 1);   /* the first child's, of node + 1 */
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->reading = g_new (guint32, self->n_nodes);
  self->rank = g_new (guint32, self->n_nodes);
  for (guint i = 0; i <= self->n_nodes; i++)
    first[i] = G_MAXUINT32;
  for (guint i = self->n_nodes; i-- > 0;)
    {
      next[i] = first[places[i].parent + 1];
      first[places[i].parent + 1] = i;
    }

  g_array_append_val (stack, first[0]);
  while (stack->len > 0)
    {
      guint32 place = g_array_index (stack, guint32, stack->len - 1);
      guint32 index;

      if (place == G_MAXUINT32)
        {
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      index = places[place].index;
      g_array_index (stack, guint32, stack->len - 1) = next[place];
      g_array_append_val (stack, first[index + 1]);
      self->rank[index] = G_MAXUINT32;
      if ((self->nodes[index].flags & TL_NODE_ACTIVE) != 0)
        {
          self->rank[index] = self->n_reading;
          self->reading[self->n_reading++] = index;
        }
    }
}

static int
step_in_reading (const TlScene *self,
                 int            rank,
                 int            by,
                 double         scale)
{
  for (; rank >= 0 && rank < (int) self->n_reading; rank += by)
    {
      guint32 index = self->reading[rank];

      if (self->nodes[index].min_scale <= (float) scale)
        return index;
    }
  return -1;
}

static TlRect
get_stand (const TlScene *self,
           guint          index)
{
  TlRect rect = self->nodes[index].bounds;

  if (self->holds_active[index])
    rect.height = MIN (rect.height, STRIP);
  return rect;
}

/* Turned so that the direction is always to the right. */
static TlRect
turn (TlRect      rect,
      TlDirection direction)
{
  switch (direction)
    {
    case TL_DIRECTION_LEFT:
      return (TlRect) { -rect.x - rect.width, rect.y, rect.width, rect.height };
    case TL_DIRECTION_DOWN:
      return (TlRect) { rect.y, rect.x, rect.height, rect.width };
    case TL_DIRECTION_UP:
      return (TlRect) { -rect.y - rect.height, rect.x, rect.height, rect.width };
    default:
      return rect;
    }
}

/* How far @to is for an arrow pointing right from @from, or infinity. What lies
 * straight ahead comes before what lies aside, unless that is much nearer. */
static double
get_distance (const TlRect *from,
              const TlRect *to)
{
  double ahead = to->x + to->width / 2 - (from->x + from->width / 2);
  double gap = to->x - (from->x + from->width);
  double aside = MAX (MAX (to->y - (from->y + from->height), from->y - (to->y + to->height)), 0);
  double middle = fabs (to->y + to->height / 2 - (from->y + from->height / 2));

  if (ahead <= 0 || to->x + to->width <= from->x)
    return INFINITY;
  if (aside > 0 && aside > MAX (gap, ahead) * 4)
    return INFINITY;
  return MAX (gap, 0) + 3 * aside + 0.01 * middle + 0.001 * ahead;
}

double
tl_scene_get_step_distance (const TlScene *self,
                            guint          from,
                            guint          to,
                            TlDirection    direction)
{
  TlRect start = turn (get_stand (self, from), direction);
  TlRect stand = turn (get_stand (self, to), direction);

  return get_distance (&start, &stand);
}

int
tl_scene_step_by_geometry (const TlScene *self,
                           guint          from,
                           TlDirection    direction,
                           double         scale)
{
  TlRect start = turn (get_stand (self, from), direction);
  double best = INFINITY;
  int to = -1;

  for (guint i = 0; i < self->n_reading; i++)
    {
      guint32 index = self->reading[i];
      TlRect stand;
      double distance;

      if (index == from || self->nodes[index].min_scale > (float) scale)
        continue;
      stand = turn (get_stand (self, index), direction);
      distance = get_distance (&start, &stand);
      if (distance < best)
        {
          best = distance;
          to = index;
        }
    }
  return to;
}

int
tl_scene_step (const TlScene *self,
               int            from,
               TlDirection    direction,
               double         scale)
{
  guint32 rank;

  g_return_val_if_fail (from < (int) self->n_nodes, -1);

  /* From decoration: from the next that can be reached, up the parents. */
  while (from >= 0 && self->rank[from] == G_MAXUINT32)
    from = self->nodes[from].parent;
  if (direction == TL_DIRECTION_LAST)
    return step_in_reading (self, (int) self->n_reading - 1, -1, scale);
  if (from < 0 || direction == TL_DIRECTION_FIRST)
    return step_in_reading (self, 0, 1, scale);

  rank = self->rank[from];
  if (direction == TL_DIRECTION_NEXT)
    return step_in_reading (self, (int) rank + 1, 1, scale);
  if (direction == TL_DIRECTION_PREVIOUS)
    return step_in_reading (self, (int) rank - 1, -1, scale);

  /* A later one may have turned the same arrow again. */
  for (guint i = self->n_detours; i-- > 0;)
    if (self->detours[i].from == (guint32) from && self->detours[i].direction == direction
        && self->nodes[self->detours[i].to].min_scale <= (float) scale)
      return self->detours[i].to;

  return tl_scene_step_by_geometry (self, from, direction, scale);
}
