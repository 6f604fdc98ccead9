/* tl-blueprint-place.c: finds places for what nobody has placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-private.h"

/* In the order of the file, from what is placed on along the ties; so that the
 * same file always gives the same picture. */
typedef struct
{
  TlBlueprintBuild      *build;
  const TlBlueprintTies *ties;
  TlBlueprintRoom       *rooms[TL_N_LANES];
  double                 widths[TL_N_LANES]; /* of what is placed */
  gboolean              *placed;
  GQueue                 queue;              /* of item + 1: connected to what is placed */
} Placing;

static const TlBlueprintItem *
get_item (Placing *self,
          guint    item)
{
  return tl_blueprint_facts_get_item (self->build->facts, item);
}

/* With the room its chip takes. */
static TlRect
get_taken (Placing *self,
           guint    item)
{
  TlRect taken = self->build->places[item];

  taken.height += self->build->chips[item];
  return taken;
}

static void
queue_neighbours (Placing *self,
                  guint    item)
{
  for (guint i = self->ties->first[item]; i < self->ties->first[item + 1]; i++)
    {
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (self->build->facts, self->ties->ties[i]);
      guint other = tie->from == item ? tie->to : tie->from;

      if (!self->placed[other])
        g_queue_push_tail (&self->queue, GUINT_TO_POINTER (other + 1));
    }
}

static void
settle (Placing *self,
        guint    item)
{
  TlRect taken = get_taken (self, item);

  self->placed[item] = TRUE;
  tl_blueprint_room_add (self->rooms[get_item (self, item)->lane], &taken);
}

/* Near something in its own lane; at the height of something in another one. */
static gboolean
find_near (Placing      *self,
           TlLane        lane,
           guint         other,
           TlRect       *taken)
{
  TlRect anchor = self->build->places[other];

  if (get_item (self, other)->lane != lane)
    {
      anchor.x = -anchor.width - TL_BLUEPRINT_ACROSS;
      taken->y = MAX (anchor.y, 0);
      if (tl_blueprint_room_find_level (self->rooms[lane], self->widths[lane], taken))
        return TRUE;
    }

  return tl_blueprint_room_find_near (self->rooms[lane], &anchor, self->widths[lane], taken);
}

static gboolean
place_near (Placing *self,
            guint    item)
{
  TlRect *place = &self->build->places[item];
  TlLane lane = get_item (self, item)->lane;

  for (guint i = self->ties->first[item]; i < self->ties->first[item + 1]; i++)
    {
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (self->build->facts, self->ties->ties[i]);
      guint other = tie->from == item ? tie->to : tie->from;
      TlRect taken = get_taken (self, item);

      if (!self->placed[other] || self->build->places[other].width < 0 || !find_near (self, lane, other, &taken))
        continue;
      place->x = taken.x;
      place->y = taken.y;
      return TRUE;
    }

  return FALSE;
}

static void
place_beneath (Placing *self,
               guint    item)
{
  TlLane lane = get_item (self, item)->lane;
  TlRect taken = get_taken (self, item);

  tl_blueprint_room_find_beneath (self->rooms[lane], self->widths[lane], &taken);
  self->build->places[item].x = taken.x;
  self->build->places[item].y = taken.y;
}

/* Where it was shown before, unless something stands there now. */
static gboolean
place_as_before (Placing    *self,
                 GHashTable *before,
                 guint       item)
{
  const TlBlueprintItem *one = get_item (self, item);
  const TlRect *was = before != NULL ? g_hash_table_lookup (before, one->key) : NULL;
  TlRect place = self->build->places[item];

  if (was == NULL)
    return FALSE;

  place.x = was->x;
  place.y = was->y;
  if (!tl_blueprint_room_is_free (self->rooms[one->lane], &place, -1))
    return FALSE;

  self->build->places[item] = place;
  return TRUE;
}

static void
place_rest (Placing *self)
{
  for (guint next = 0; next < self->build->facts->items->len || self->queue.length > 0;)
    {
      guint item;

      if (self->queue.length > 0)
        {
          item = GPOINTER_TO_UINT (g_queue_pop_head (&self->queue)) - 1;
          if (self->placed[item])
            continue;
        }
      else
        {
          item = next++;
          if (self->placed[item])
            continue;
        }

      if (!place_near (self, item))
        place_beneath (self, item);
      settle (self, item);
      queue_neighbours (self, item);
    }
}

/* A placed box is only as wide as there is room before what was placed to the
 * right of it; then its text is cut. */
static void
narrow (Placing *self)
{
  TlBlueprintBuild *build = self->build;
  TlBlueprintRoom *rooms[TL_N_LANES];

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    rooms[lane] = tl_blueprint_room_new ();
  for (guint i = 0; i < build->facts->items->len; i++)
    {
      const TlBlueprintItem *item = get_item (self, i);
      TlRect least = { item->x, item->y, MIN (build->places[i].width, TL_BLUEPRINT_BOX_WIDTH), build->places[i].height };

      if (item->is_placed && build->places[i].width >= 0)
        tl_blueprint_room_add (rooms[item->lane], &least);
    }

  for (guint i = 0; i < build->facts->items->len; i++)
    {
      TlBlueprintItem item = *get_item (self, i);
      TlRect *place = &build->places[i];
      double width = place->width;
      TlRect more = { item.x + TL_BLUEPRINT_BOX_WIDTH + 1, item.y, 0, place->height };

      if (!item.is_placed || item.width > 0)
        continue;
      for (; width > TL_BLUEPRINT_BOX_WIDTH; width -= TL_BLUEPRINT_GRID)
        {
          more.width = width - TL_BLUEPRINT_BOX_WIDTH + 2 * TL_BLUEPRINT_GRID - 1;
          if (tl_blueprint_room_is_free (rooms[item.lane], &more, -1))
            break;
        }
      if (width >= place->width)
        continue;
      item.width = MAX (width, TL_BLUEPRINT_BOX_WIDTH);
      tl_blueprint_measure (&item, build->text, &place->width, &place->height, &build->chips[i]);
    }

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    tl_blueprint_room_free (rooms[lane]);
}

/* What somebody has placed stays; then what was shown before. */
static guint
place_known (Placing    *self,
             GHashTable *before)
{
  guint n = self->build->facts->items->len;
  guint n_placed = 0;

  for (guint i = 0; i < n; i++)
    {
      TlRect *place = &self->build->places[i];
      const TlBlueprintItem *item = get_item (self, i);

      if (place->width < 0)
        self->placed[i] = TRUE;
      if (place->width < 0 || !item->is_placed)
        continue;
      place->x = item->x;
      place->y = item->y;
      self->widths[item->lane] = MAX (self->widths[item->lane], place->x + place->width);
      settle (self, i);
      n_placed++;
    }
  for (guint i = 0; i < n; i++)
    if (!self->placed[i] && place_as_before (self, before, i))
      {
        settle (self, i);
        n_placed++;
      }

  return n_placed;
}

void
tl_blueprint_find_places (TlBlueprintBuild      *build,
                    const TlBlueprintTies *ties,
                    GHashTable            *before)
{
  guint n = build->facts->items->len;
  Placing placing = { .build = build, .ties = ties, .queue = G_QUEUE_INIT };

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      placing.rooms[lane] = tl_blueprint_room_new ();
      placing.widths[lane] = 2 * TL_BLUEPRINT_BOX_WIDTH + TL_BLUEPRINT_ACROSS;
    }
  placing.placed = g_new0 (gboolean, n);
  narrow (&placing);

  if (place_known (&placing, before) == 0)
    {
      tl_blueprint_tidy (build->facts, ties, NULL, build->chips, build->places);
    }
  else
    {
      for (guint i = 0; i < n; i++)
        if (placing.placed[i] && build->places[i].width >= 0)
          queue_neighbours (&placing, i);
      place_rest (&placing);
    }

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    tl_blueprint_room_free (placing.rooms[lane]);
  g_queue_clear (&placing.queue);
  g_free (placing.placed);
}
