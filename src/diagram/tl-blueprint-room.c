/* tl-blueprint-room.c: what of a lane is taken, and what is free
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-room.h"

#include <math.h>

/* Side of a cell of the index. */
#define CELL 192.0
/* What is in more cells than this is kept in one list beside it. */
#define MAX_CELLS 64
#define EVERYWHERE GSIZE_TO_POINTER (1)

/* Left free around a box, at least. */
#define AROUND (TL_BLUEPRINT_ACROSS / 2)

/* How far around a box a place is looked for, in boxes, and around a point, in
 * steps of the grid. */
#define MAX_RING 8
#define MAX_STEP 64

struct _TlBlueprintRoom
{
  GArray     *taken;  /* of TlRect */
  GHashTable *cells;  /* cell → GArray of guint32 */
  double      bottom; /* of what is lowest */
  TlRect      last;   /* in the rows beneath; width < 0: none yet */
  double      next;   /* y of the row after it */
};

TlBlueprintRoom *
tl_blueprint_room_new (void)
{
  TlBlueprintRoom *self = g_new0 (TlBlueprintRoom, 1);

  self->taken = g_array_new (FALSE, FALSE, sizeof (TlRect));
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->bottom = -TL_BLUEPRINT_DOWN;
  self->last.width = -1;

  return self;
}

void
tl_blueprint_room_free (TlBlueprintRoom *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->taken);
  g_hash_table_unref (self->cells);
  g_free (self);
}

static int
get_cell (double at)
{
  return CLAMP (floor (at / CELL), -30000, 30000);
}

static gpointer
make_key (int column,
          int row)
{
  return GSIZE_TO_POINTER (((gsize) (column + 32768) << 16 | (gsize) (row + 32768)) << 1);
}

static void
put (TlBlueprintRoom *self,
     gpointer         key,
     guint32          number)
{
  GArray *cell = g_hash_table_lookup (self->cells, key);

  if (cell == NULL)
    {
      cell = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->cells, key, cell);
    }
  g_array_append_val (cell, number);
}

void
tl_blueprint_room_add (TlBlueprintRoom *self,
                       const TlRect    *bounds)
{
  guint32 number = self->taken->len;
  int left = get_cell (bounds->x), right = get_cell (bounds->x + bounds->width);
  int top = get_cell (bounds->y), bottom = get_cell (bounds->y + bounds->height);

  g_array_append_val (self->taken, *bounds);
  self->bottom = MAX (self->bottom, bounds->y + bounds->height);

  if ((gint64) (right - left + 1) * (bottom - top + 1) > MAX_CELLS)
    {
      put (self, EVERYWHERE, number);
      return;
    }
  for (int column = left; column <= right; column++)
    for (int row = top; row <= bottom; row++)
      put (self, make_key (column, row), number);
}

static gboolean
meets (TlBlueprintRoom *self,
       gpointer         key,
       const TlRect    *area)
{
  const GArray *cell = g_hash_table_lookup (self->cells, key);

  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      const TlRect *other = &g_array_index (self->taken, TlRect, g_array_index (cell, guint32, i));

      if (other->x < area->x + area->width && area->x < other->x + other->width
          && other->y < area->y + area->height && area->y < other->y + other->height)
        return TRUE;
    }

  return FALSE;
}

gboolean
tl_blueprint_room_is_free (TlBlueprintRoom *self,
                           const TlRect    *bounds,
                           double           around)
{
  TlRect area = tl_rect_grow (bounds, around + 0.01);

  if (meets (self, EVERYWHERE, &area))
    return FALSE;
  for (int column = get_cell (area.x); column <= get_cell (area.x + area.width); column++)
    for (int row = get_cell (area.y); row <= get_cell (area.y + area.height); row++)
      if (meets (self, make_key (column, row), &area))
        return FALSE;

  return TRUE;
}

static double
snap (double at)
{
  return ceil (at / TL_BLUEPRINT_GRID - 1e-6) * TL_BLUEPRINT_GRID;
}

static gboolean
try (TlBlueprintRoom *self,
     TlRect          *bounds,
     double           width,
     double           x,
     double           y)
{
  TlRect there = { snap (x), snap (y), bounds->width, bounds->height };

  if (x < 0 || y < 0 || there.x + there.width > width || !tl_blueprint_room_is_free (self, &there, AROUND))
    return FALSE;

  *bounds = there;
  return TRUE;
}

/* Ring by ring, in each the right side, what is beneath, the left, what is above. */
static gboolean
find_around (TlBlueprintRoom *self,
             const TlRect    *anchor,
             double           width,
             TlRect          *bounds)
{
  double right = anchor->width + TL_BLUEPRINT_ACROSS, left = bounds->width + TL_BLUEPRINT_ACROSS;
  double below = anchor->height + TL_BLUEPRINT_DOWN, above = bounds->height + TL_BLUEPRINT_DOWN;

  for (int ring = 1; ring <= MAX_RING; ring++)
    {
      double x = anchor->x + right + (ring - 1) * left, y = anchor->y + below + (ring - 1) * above;

      for (int i = 0; i < ring; i++)
        if (try (self, bounds, width, x, anchor->y + (i > 0 ? below + (i - 1) * above : 0)))
          return TRUE;
      for (int i = 0; i <= ring; i++)
        if (try (self, bounds, width, anchor->x + (i > 0 ? right + (i - 1) * left : 0), y))
          return TRUE;
      for (int i = 1; i <= ring; i++)
        if (try (self, bounds, width, anchor->x - ring * left, anchor->y + (i > 1 ? below + (i - 2) * above : 0)))
          return TRUE;
      for (int i = 0; i <= ring; i++)
        if (try (self, bounds, width, anchor->x + (i > 0 ? right + (i - 1) * left : 0), anchor->y - ring * above))
          return TRUE;
    }

  return FALSE;
}

gboolean
tl_blueprint_room_find_near (TlBlueprintRoom *self,
                             const TlRect    *anchor,
                             double           width,
                             TlRect          *bounds)
{
  return find_around (self, anchor, width, bounds) || find_around (self, anchor, G_MAXDOUBLE, bounds);
}

gboolean
tl_blueprint_room_find_level (TlBlueprintRoom *self,
                              double           width,
                              TlRect          *bounds)
{
  for (double x = 0; x + bounds->width <= width; x += TL_BLUEPRINT_GRID)
    if (try (self, bounds, width, x, bounds->y))
      return TRUE;

  return FALSE;
}

void
tl_blueprint_room_find_nearest (TlBlueprintRoom *self,
                                TlRect          *bounds)
{
  double x = MAX (round (bounds->x / TL_BLUEPRINT_GRID) * TL_BLUEPRINT_GRID, 0);
  double y = MAX (round (bounds->y / TL_BLUEPRINT_GRID) * TL_BLUEPRINT_GRID, 0);

  if (try (self, bounds, G_MAXDOUBLE, x, y))
    return;

  for (int ring = 1; ring <= MAX_STEP; ring++)
    {
      double reach = ring * TL_BLUEPRINT_GRID;

      for (double off = 0; off <= reach; off += TL_BLUEPRINT_GRID)
        if (try (self, bounds, G_MAXDOUBLE, x + off, y + reach) || try (self, bounds, G_MAXDOUBLE, x + reach, y + off)
            || try (self, bounds, G_MAXDOUBLE, x - off, y + reach) || try (self, bounds, G_MAXDOUBLE, x + reach, y - off)
            || try (self, bounds, G_MAXDOUBLE, x - reach, y + off) || try (self, bounds, G_MAXDOUBLE, x - reach, y - off)
            || try (self, bounds, G_MAXDOUBLE, x + off, y - reach) || try (self, bounds, G_MAXDOUBLE, x - off, y - reach))
          return;
    }

  bounds->x = x;
  bounds->y = snap (self->bottom + TL_BLUEPRINT_DOWN);
}

void
tl_blueprint_room_find_beneath (TlBlueprintRoom *self,
                                double           width,
                                TlRect          *bounds)
{
  if (self->last.width < 0)
    {
      self->next = MAX (snap (self->bottom + TL_BLUEPRINT_DOWN), 0);
      self->last = (TlRect) { -TL_BLUEPRINT_ACROSS, self->next, 0, 0 };
    }

  bounds->x = self->last.x + self->last.width + TL_BLUEPRINT_ACROSS;
  bounds->y = self->last.y;
  while ((bounds->x > 0 && bounds->x + bounds->width > width) || !tl_blueprint_room_is_free (self, bounds, AROUND))
    {
      if (bounds->x + bounds->width <= width)
        {
          bounds->x += TL_BLUEPRINT_GRID;
          continue;
        }
      bounds->x = 0;
      bounds->y = self->next = self->next + TL_BLUEPRINT_GRID;
    }

  self->last = *bounds;
  self->next = MAX (self->next, snap (bounds->y + bounds->height + TL_BLUEPRINT_DOWN) - TL_BLUEPRINT_GRID);
}
