/* tl-scene-index.c: which rectangles touch an area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-scene-index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FANOUT     16
#define MAX_LEVELS 9 /* 16⁸ is more than a guint32 counts */
#define ORDER      16 /* bits of a coordinate on the curve */

/* Single precision halves the memory; rounded outwards, so nothing is lost. */
typedef struct
{
  float left;
  float top;
  float right;
  float bottom;
} Box;

struct _TlSceneIndex
{
  Box     *boxes;  /* level after level, the rectangles first */
  TlRect  *rects;  /* as given, in the order of the curve */
  guint32 *owners; /* in the order of the curve */
  guint    first[MAX_LEVELS];
  guint    count[MAX_LEVELS];
  int      n_levels;
  guint32  max_owner;
};

typedef struct
{
  guint32 key;
  guint32 place;
} Entry;

/* Distance along the Hilbert curve, by turning the square bit after bit. */
static guint32
curve_distance (guint32 x,
                guint32 y)
{
  guint32 distance = 0;

  for (guint32 side = 1u << (ORDER - 1); side > 0; side >>= 1)
    {
      guint32 right = (x & side) != 0;
      guint32 lower = (y & side) != 0;

      distance += side * side * ((3 * right) ^ lower);
      if (!lower)
        {
          guint32 swap = x;

          if (right)
            {
              x = (1u << ORDER) - 1 - x;
              y = (1u << ORDER) - 1 - y;
              swap = x;
            }
          x = y;
          y = swap;
        }
    }
  return distance;
}

/* By bytes, stable: a tenth of the time of a comparing sort at this size. */
static void
sort_entries (Entry *entries,
              guint  n_entries)
{
  g_autofree Entry *other = g_new (Entry, n_entries);
  Entry *from = entries;
  Entry *to = other;

  for (int shift = 0; shift < 32; shift += 8)
    {
      guint start[257] = { 0 };
      Entry *swap = from;

      for (guint i = 0; i < n_entries; i++)
        start[((from[i].key >> shift) & 0xff) + 1]++;
      for (int i = 0; i < 256; i++)
        start[i + 1] += start[i];
      for (guint i = 0; i < n_entries; i++)
        to[start[(from[i].key >> shift) & 0xff]++] = from[i];
      from = to;
      to = swap;
    }
}

static Entry *
order_by_curve (const TlRect *rects,
                guint         n_rects)
{
  Entry *entries = g_new (Entry, n_rects);
  TlRect all = { 0, 0, -1, -1 };
  double across, down;

  for (guint i = 0; i < n_rects; i++)
    all = tl_rect_union (&all, &rects[i]);
  across = all.width > 0 ? ((1 << ORDER) - 1) / all.width : 0;
  down = all.height > 0 ? ((1 << ORDER) - 1) / all.height : 0;

  for (guint i = 0; i < n_rects; i++)
    {
      double x = (rects[i].x + rects[i].width / 2 - all.x) * across;
      double y = (rects[i].y + rects[i].height / 2 - all.y) * down;

      entries[i].key = curve_distance (CLAMP (x, 0, (1 << ORDER) - 1), CLAMP (y, 0, (1 << ORDER) - 1));
      entries[i].place = i;
    }
  sort_entries (entries, n_rects);
  return entries;
}

static float
round_down (double value)
{
  float rounded = (float) value;

  return rounded > value ? nextafterf (rounded, -INFINITY) : rounded;
}

static float
round_up (double value)
{
  float rounded = (float) value;

  return rounded < value ? nextafterf (rounded, INFINITY) : rounded;
}

static void
fill_level (TlSceneIndex *self,
            int           level)
{
  const Box *below = self->boxes + self->first[level - 1];
  Box *boxes = self->boxes + self->first[level];
  guint n_below = self->count[level - 1];

  for (guint i = 0; i < self->count[level]; i++)
    {
      Box box = below[i * FANOUT];

      for (guint j = i * FANOUT + 1; j < MIN ((i + 1) * FANOUT, n_below); j++)
        {
          box.left = MIN (box.left, below[j].left);
          box.top = MIN (box.top, below[j].top);
          box.right = MAX (box.right, below[j].right);
          box.bottom = MAX (box.bottom, below[j].bottom);
        }
      boxes[i] = box;
    }
}

static guint
plan_levels (TlSceneIndex *self,
             guint         n_rects)
{
  guint total = n_rects;

  self->count[0] = n_rects;
  self->n_levels = 1;
  while (self->count[self->n_levels - 1] > 1)
    {
      self->first[self->n_levels] = total;
      self->count[self->n_levels] = (self->count[self->n_levels - 1] + FANOUT - 1) / FANOUT;
      total += self->count[self->n_levels];
      self->n_levels++;
    }
  return total;
}

TlSceneIndex *
tl_scene_index_new (const TlRect  *rects,
                    const guint32 *owners,
                    guint          n_rects)
{
  TlSceneIndex *self = g_new0 (TlSceneIndex, 1);
  g_autofree Entry *entries = NULL;

  if (n_rects == 0)
    return self;

  self->boxes = g_new (Box, plan_levels (self, n_rects));
  self->rects = g_new (TlRect, n_rects);
  self->owners = g_new (guint32, n_rects);
  entries = order_by_curve (rects, n_rects);
  for (guint i = 0; i < n_rects; i++)
    {
      guint place = entries[i].place;
      const TlRect *rect = &rects[place];

      self->rects[i] = *rect;
      self->owners[i] = owners != NULL ? owners[place] : place;
      self->max_owner = MAX (self->max_owner, self->owners[i]);
      self->boxes[i] = (Box) { round_down (rect->x), round_down (rect->y),
                               round_up (rect->x + rect->width), round_up (rect->y + rect->height) };
    }
  for (int level = 1; level < self->n_levels; level++)
    fill_level (self, level);

  return self;
}

void
tl_scene_index_free (TlSceneIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->boxes);
  g_free (self->rects);
  g_free (self->owners);
  g_free (self);
}

typedef struct
{
  const TlSceneIndex *index;
  TlRect              area;
  GArray             *into;
} Query;

static void
visit (const Query *query,
       int          level,
       guint        place)
{
  const TlSceneIndex *self = query->index;
  const Box *box = &self->boxes[self->first[level] + place];
  const TlRect *area = &query->area;

  if (box->left > area->x + area->width || box->right < area->x
      || box->top > area->y + area->height || box->bottom < area->y)
    return;

  if (level == 0)
    {
      if (tl_rect_intersects (&self->rects[place], area))
        g_array_append_val (query->into, self->owners[place]);
    }
  else if (box->left >= area->x && box->right <= area->x + area->width
           && box->top >= area->y && box->bottom <= area->y + area->height)
    {
      guint64 width = 1;
      guint first, last;

      for (int i = 0; i < level; i++)
        width *= FANOUT;
      first = place * width;
      last = MIN (first + width, self->count[0]);
      g_array_append_vals (query->into, &self->owners[first], last - first);
    }
  else
    {
      for (guint i = place * FANOUT; i < MIN ((place + 1) * FANOUT, self->count[level - 1]); i++)
        visit (query, level - 1, i);
    }
}

static int
compare_owners (gconstpointer a,
                gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Many results are put in order by a bitmap, few by sorting. */
static void
order_by_bitmap (const TlSceneIndex *self,
                 GArray             *into,
                 guint               from)
{
  guint n_words = self->max_owner / 64 + 1;
  g_autofree guint64 *words = g_new0 (guint64, n_words);
  guint32 *found = &g_array_index (into, guint32, from);
  guint n_found = 0;

  for (guint i = 0; i < into->len - from; i++)
    words[found[i] / 64] |= G_GUINT64_CONSTANT (1) << (found[i] % 64);
  for (guint i = 0; i < n_words; i++)
    for (guint64 word = words[i]; word != 0; word &= word - 1)
      found[n_found++] = i * 64 + __builtin_ctzll (word);
  g_array_set_size (into, from + n_found);
}

static void
order_by_sorting (GArray *into,
                  guint   from)
{
  guint32 *found = &g_array_index (into, guint32, from);
  guint n_found = 1;

  qsort (found, into->len - from, sizeof *found, compare_owners);
  for (guint i = 1; i < into->len - from; i++)
    if (found[i] != found[n_found - 1])
      found[n_found++] = found[i];
  g_array_set_size (into, from + n_found);
}

void
tl_scene_index_query (const TlSceneIndex *self,
                      const TlRect       *area,
                      GArray             *into)
{
  Query query = { self, *area, into };
  guint from = into->len;

  if (self->n_levels == 0 || !(area->width >= 0) || !(area->height >= 0))
    return;

  visit (&query, self->n_levels - 1, 0);
  if (into->len - from > self->max_owner / 64)
    order_by_bitmap (self, into, from);
  else if (into->len > from)
    order_by_sorting (into, from);
}
