/* tl-blueprint-ways.c: the ways that connectors took before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-ways.h"

#include <math.h>

#include "diagram/tl-scene-index.h"

#define SAME 0.01

/* Where an item was, from the upper left of its lane's content. */
typedef struct
{
  TlRect bounds;
  TlLane lane;
  guint  turn;
} Stand;

typedef struct
{
  GArray  *points; /* of TlPoint, canvas units of the turn */
  TlRect   window; /* what was looked at, likewise */
  TlRect   from;   /* its ends, likewise */
  TlRect   to;
  gboolean across;
  guint    turn;
} Way;

struct _TlBlueprintWays
{
  GHashTable             *stands; /* key of an item → Stand */
  GHashTable             *ways;   /* key of a tie → Way */
  TlBlueprintLane         lanes[TL_N_LANES];
  guint                   turn;

  /* Of this layout: */
  const TlBlueprintBuild *build;
  const GArray           *ends;
  TlPoint                 moved[TL_N_LANES]; /* of each lane, since the layout before */
  TlSceneIndex           *changed;           /* what has changed, and where */
  GArray                 *found;             /* scratch */
};

static void
way_free (Way *way)
{
  g_array_unref (way->points);
  g_free (way);
}

TlBlueprintWays *
tl_blueprint_ways_new (void)
{
  TlBlueprintWays *self = g_new0 (TlBlueprintWays, 1);

  self->stands = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ways = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) way_free);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
tl_blueprint_ways_free (TlBlueprintWays *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->stands);
  g_hash_table_unref (self->ways);
  g_clear_pointer (&self->changed, tl_scene_index_free);
  g_array_unref (self->found);
  g_free (self);
}

static gboolean
is_same (const TlRect *a,
         const TlRect *b)
{
  return fabs (a->x - b->x) < SAME && fabs (a->y - b->y) < SAME
         && fabs (a->width - b->width) < SAME && fabs (a->height - b->height) < SAME;
}

static TlRect
move (const TlRect *bounds,
      double        dx,
      double        dy)
{
  return (TlRect) { bounds->x + dx, bounds->y + dy, bounds->width, bounds->height };
}

static TlRect
get_taken (const TlBlueprintEnd *end)
{
  TlRect taken = end->bounds;

  taken.height += end->chip;
  return taken;
}

static void
add_changed (GArray       *changed,
             const TlRect *bounds,
             TlPoint       origin)
{
  TlRect there = move (bounds, origin.x, origin.y);

  g_array_append_val (changed, there);
}

/* Compares one item with where it was; says where it is and was, if that differs. */
static void
compare_stand (TlBlueprintWays *self,
               guint            item,
               GArray          *changed)
{
  const TlBlueprintItem *one = tl_blueprint_facts_get_item (self->build->facts, item);
  TlPoint origin = self->build->lanes[one->lane].origin;
  TlRect taken = get_taken (&g_array_index (self->ends, TlBlueprintEnd, item));
  TlRect bounds = move (&taken, -origin.x, -origin.y);
  Stand *stand = g_hash_table_lookup (self->stands, one->key);

  if (stand == NULL)
    {
      stand = g_new0 (Stand, 1);
      g_hash_table_insert (self->stands, g_strdup (one->key), stand);
      add_changed (changed, &bounds, origin);
    }
  else if (stand->lane != one->lane || !is_same (&stand->bounds, &bounds))
    {
      add_changed (changed, &stand->bounds, self->build->lanes[stand->lane].origin);
      add_changed (changed, &bounds, origin);
    }

  *stand = (Stand) { bounds, one->lane, self->turn };
}

static void
remove_stands (TlBlueprintWays *self,
               GArray          *changed)
{
  GHashTableIter iter;
  Stand *stand;

  g_hash_table_iter_init (&iter, self->stands);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &stand))
    if (stand->turn != self->turn)
      {
        add_changed (changed, &stand->bounds, self->build->lanes[stand->lane].origin);
        g_hash_table_iter_remove (&iter);
      }
}

/* Nothing goes beneath the lanes: where they end matters as a box does. */
static void
compare_lanes (TlBlueprintWays *self,
               GArray          *changed)
{
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      const TlBlueprintLane *before = &self->lanes[lane], *now = &self->build->lanes[lane];
      TlRect bottom = { now->bounds.x, now->bounds.y + now->bounds.height, now->bounds.width, 0 };

      self->moved[lane] = (TlPoint) { now->origin.x - before->origin.x, now->origin.y - before->origin.y };
      if (before->bounds.height != now->bounds.height)
        {
          g_array_append_val (changed, bottom);
          bottom.y = before->bounds.y + before->bounds.height;
          g_array_append_val (changed, bottom);
        }
    }
}

void
tl_blueprint_ways_begin (TlBlueprintWays        *self,
                         const TlBlueprintBuild *build,
                         const GArray           *ends)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (TlRect));

  self->build = build;
  self->ends = ends;
  self->turn++;
  compare_lanes (self, changed);
  for (guint i = 0; i < build->facts->items->len; i++)
    compare_stand (self, i, changed);
  remove_stands (self, changed);
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    self->lanes[lane] = build->lanes[lane];

  g_clear_pointer (&self->changed, tl_scene_index_free);
  self->changed = tl_scene_index_new ((const TlRect *) (const void *) changed->data, NULL, changed->len);
}

/* How far everything in a window has moved together; FALSE if it has not. */
static gboolean
find_move (TlBlueprintWays *self,
           const TlRect    *window,
           TlPoint         *moved)
{
  gboolean found = FALSE;

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      const TlRect *now = &self->lanes[lane].bounds;
      double left = now->x - self->moved[lane].x, right = left + now->width;

      if (window->x + window->width < left || window->x > right)
        continue;
      if (found && (fabs (self->moved[lane].x - moved->x) > SAME || fabs (self->moved[lane].y - moved->y) > SAME))
        return FALSE;
      *moved = self->moved[lane];
      found = TRUE;
    }

  return found;
}

static gboolean
is_near_changed (TlBlueprintWays *self,
                 const TlRect    *window)
{
  g_array_set_size (self->found, 0);
  tl_scene_index_query (self->changed, window, self->found);

  return self->found->len > 0;
}

GArray *
tl_blueprint_ways_find (TlBlueprintWays *self,
                        guint            tie,
                        gboolean         across)
{
  const TlBlueprintTie *one = tl_blueprint_facts_get_tie (self->build->facts, tie);
  Way *way = g_hash_table_lookup (self->ways, one->key);
  TlRect from = get_taken (&g_array_index (self->ends, TlBlueprintEnd, one->from));
  TlRect to = get_taken (&g_array_index (self->ends, TlBlueprintEnd, one->to));
  TlPoint moved = { 0, 0 };
  TlRect was;

  /* The headings above do not move with what stands in the lanes. */
  if (way == NULL || way->across != across || !find_move (self, &way->window, &moved) || fabs (moved.y) > SAME)
    return NULL;

  way->window = move (&way->window, moved.x, moved.y);
  was = move (&way->from, moved.x, moved.y);
  if (!is_same (&was, &from))
    return NULL;
  was = move (&way->to, moved.x, moved.y);
  if (!is_same (&was, &to) || is_near_changed (self, &way->window))
    return NULL;

  way->from = from;
  way->to = to;
  way->turn = self->turn;
  for (guint i = 0; i < way->points->len; i++)
    g_array_index (way->points, TlPoint, i).x += moved.x;
  return g_array_copy (way->points);
}

/* What may have been looked at to find a way. */
static TlRect
get_window (const TlRect *from,
            const TlRect *to,
            gboolean      is_clean,
            const GArray *points)
{
  TlRect window = tl_rect_union (from, to);

  window = tl_rect_grow (&window, TL_ROUTE_NEAR);
  for (guint i = 0; i < points->len && is_clean; i++)
    is_clean = tl_rect_contains (&window, g_array_index (points, TlPoint, i).x, g_array_index (points, TlPoint, i).y);

  return is_clean ? window : tl_rect_grow (&window, TL_ROUTE_FAR - TL_ROUTE_NEAR);
}

void
tl_blueprint_ways_keep (TlBlueprintWays *self,
                        guint            tie,
                        gboolean         across,
                        gboolean         is_clean,
                        const GArray    *points)
{
  const TlBlueprintTie *one = tl_blueprint_facts_get_tie (self->build->facts, tie);
  Way *way = g_new (Way, 1);

  way->points = g_array_copy ((GArray *) points);
  way->from = get_taken (&g_array_index (self->ends, TlBlueprintEnd, one->from));
  way->to = get_taken (&g_array_index (self->ends, TlBlueprintEnd, one->to));
  way->window = get_window (&way->from, &way->to, is_clean, points);
  way->across = across;
  way->turn = self->turn;
  g_hash_table_insert (self->ways, g_strdup (one->key), way);
}

static gboolean
is_old (gpointer key,
        gpointer way,
        gpointer self)
{
  return ((Way *) way)->turn != ((TlBlueprintWays *) self)->turn;
}

void
tl_blueprint_ways_end (TlBlueprintWays *self)
{
  g_hash_table_foreach_remove (self->ways, is_old, self);
}
