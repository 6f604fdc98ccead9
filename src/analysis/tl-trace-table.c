/* tl-trace-table.c: what is known about many records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-trace-table.h"

#include <string.h>

#define MIN_SLOTS 16

static TlTraceItem *
get_item (const TlTraceTable *self,
          guint32             index)
{
  return tl_trace_table_get (self, index);
}

/* Addresses of records differ in the middle bits; what is left of the product is
 * mixed from all. */
static guint32
get_home (const TlTraceTable *self,
          const TlRecord     *record)
{
  guint64 product = ((guintptr) record >> 4) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint32) (product >> 32) & (self->n_slots - 1);
}

static guint32
get_next (const TlTraceTable *self,
          guint32             slot)
{
  return (slot + 1) & (self->n_slots - 1);
}

/* The slot of the record, or the free one where it would be. */
static guint32
find_slot (const TlTraceTable *self,
           const TlRecord     *record)
{
  guint32 slot = get_home (self, record);

  while (self->slots[slot] != 0 && get_item (self, self->slots[slot] - 1)->record != record)
    slot = get_next (self, slot);
  return slot;
}

/* At most two of three slots are taken. */
static void
reserve_slots (TlTraceTable *self,
               guint32       n)
{
  guint32 n_slots = MAX (self->n_slots, MIN_SLOTS);

  while (n_slots / 3 * 2 < n)
    n_slots *= 2;
  if (n_slots == self->n_slots)
    return;

  g_free (self->slots);
  self->slots = g_new0 (guint32, n_slots);
  self->n_slots = n_slots;
  for (guint32 i = 0; i < self->n; i++)
    if (get_item (self, i)->record != NULL)
      self->slots[find_slot (self, get_item (self, i)->record)] = i + 1;
}

void
tl_trace_table_init (TlTraceTable *self,
                     gsize         size)
{
  g_assert (size >= sizeof (TlTraceItem));

  memset (self, 0, sizeof *self);
  self->size = size;
  self->free = TL_TRACE_NONE;
}

void
tl_trace_table_clear (TlTraceTable *self)
{
  g_free (self->items);
  g_free (self->slots);
  tl_trace_table_init (self, self->size);
}

void
tl_trace_table_reserve (TlTraceTable *self,
                        guint32       n)
{
  if (n > self->capacity)
    {
      self->items = g_realloc_n (self->items, n, self->size);
      self->capacity = n;
    }
  reserve_slots (self, n);
}

guint32
tl_trace_table_find (const TlTraceTable *self,
                     const TlRecord     *record)
{
  if (self->n_slots == 0)
    return TL_TRACE_NONE;
  return self->slots[find_slot (self, record)] - 1; /* 0 becomes NONE */
}

guint32
tl_trace_table_find_at (const TlTraceTable *self,
                        const TlRecord     *record,
                        guint32             guess)
{
  if (guess < self->n && get_item (self, guess)->record == record)
    return guess;
  return tl_trace_table_find (self, record);
}

guint32
tl_trace_table_add (TlTraceTable *self,
                    TlRecord     *record)
{
  guint32 index = self->free;

  if (index == TL_TRACE_NONE)
    {
      if (self->n == self->capacity)
        tl_trace_table_reserve (self, MAX (self->capacity + self->capacity / 2, MIN_SLOTS));
      index = self->n++;
    }
  else
    {
      self->free = get_item (self, index)->mark;
    }

  reserve_slots (self, self->n_used + 1);
  memset (get_item (self, index), 0, self->size);
  get_item (self, index)->record = record;
  self->slots[find_slot (self, record)] = index + 1;
  self->n_used++;
  return index;
}

void
tl_trace_table_remove (TlTraceTable *self,
                       guint32       index)
{
  TlTraceItem *item = get_item (self, index);
  guint32 hole = find_slot (self, item->record);

  /* What was put off by what was in the hole moves up. */
  for (guint32 slot = get_next (self, hole); self->slots[slot] != 0; slot = get_next (self, slot))
    {
      guint32 home = get_home (self, get_item (self, self->slots[slot] - 1)->record);

      if (((slot - home) & (self->n_slots - 1)) < ((slot - hole) & (self->n_slots - 1)))
        continue;
      self->slots[hole] = self->slots[slot];
      hole = slot;
    }
  self->slots[hole] = 0;

  item->record = NULL;
  item->mark = self->free;
  self->free = index;
  self->n_used--;
}
