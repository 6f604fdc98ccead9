/* tl-id-index.c: finds records by id
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-id-index.h"

#include "project/tl-record-private.h"

#include <string.h>

/* Open addressing with linear probing. A GHashTable would do, but takes up to
 * 26 bytes a record, grows by doubling, and needs a copy of each id or two
 * searches to add one. Slots are ordered by hash, so the size can be any. The
 * hash of a free slot is 0, so that a search looks at hashes only. */

#define MIN_SIZE 16

/* The bytes of a short text, or of what is left of a long one. */
static inline guint64
load_rest (const char *text,
           gsize       length)
{
  const guchar *bytes = (const guchar *) text;
  guint32 head, tail;

  if (length < 4)
    return length > 0 ? bytes[0] << 16 | bytes[length / 2] << 8 | bytes[length - 1] : 0;

  memcpy (&head, text, 4);
  memcpy (&tail, text + length - 4, 4);
  return (guint64) head << 32 | tail;
}

static inline guint64
mix (guint64 hash,
     guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

/* Ids come from files, so what they hash to has to differ from run to run. */
static guint32
hash_id (const char *id,
         gsize       length)
{
  static gsize seed;
  guint64 hash, word;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () << 1 | 1);

  hash = seed + length;
  for (; length > sizeof word; id += sizeof word, length -= sizeof word)
    {
      memcpy (&word, id, sizeof word);
      hash = mix (hash, word);
    }
  hash = mix (hash, load_rest (id, length)) * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  return (guint32) (hash >> 32) | 1;
}

static TlRecord *
get_record (const TlIdSlot *slot)
{
  TlRecord *record;

  memcpy (&record, slot->record, sizeof record);
  return record;
}

static guint32
get_home (const TlIdIndex *self,
          guint32          hash)
{
  return (guint64) hash * self->size >> 32;
}

static guint32
get_next (const TlIdIndex *self,
          guint32          slot)
{
  return slot + 1 < self->size ? slot + 1 : 0;
}

/* The slot of the record with the id, or the free one where it would be. */
static guint32
find_slot (const TlIdIndex *self,
           guint32          hash,
           const char      *id)
{
  guint32 slot = get_home (self, hash);

  while (self->slots[slot].hash != 0
         && (self->slots[slot].hash != hash
             || strcmp (tl_record_peek_id (get_record (&self->slots[slot])), id) != 0))
    slot = get_next (self, slot);
  return slot;
}

static void
resize (TlIdIndex *self,
        guint32    size)
{
  TlIdIndex old = *self;

  self->size = MAX (size, MIN_SIZE);
  self->slots = g_new0 (TlIdSlot, self->size);

  for (guint32 i = 0; i < old.size; i++)
    if (old.slots[i].hash != 0)
      {
        guint32 slot = get_home (self, old.slots[i].hash);

        while (self->slots[slot].hash != 0)
          slot = get_next (self, slot);
        self->slots[slot] = old.slots[i];
      }

  g_free (old.slots);
}

TlRecord *
tl_id_index_lookup (const TlIdIndex *self,
                    const char      *id)
{
  guint32 slot;

  if (self->size == 0)
    return NULL;
  slot = find_slot (self, hash_id (id, strlen (id)), id);
  return self->slots[slot].hash != 0 ? get_record (&self->slots[slot]) : NULL;
}

void
tl_id_index_prefetch (const TlIdIndex *self,
                      const char      *id,
                      gsize            length)
{
  if (self->size > 0)
    __builtin_prefetch (&self->slots[get_home (self, hash_id (id, length))], 1);
}

void
tl_id_index_reserve (TlIdIndex *self,
                     guint32    n)
{
  if (n / 4 * 5 > self->size)
    resize (self, n / 4 * 5);
}

gboolean
tl_id_index_add (TlIdIndex *self,
                 TlRecord  *record)
{
  const char *id = tl_record_peek_id (record);
  guint32 hash = hash_id (id, strlen (id));
  guint32 slot;

  /* At most four of five slots are taken. */
  if (self->n >= self->size / 5 * 4)
    resize (self, self->size + self->size / 2);

  slot = find_slot (self, hash, id);
  if (self->slots[slot].hash != 0)
    return FALSE;

  memcpy (self->slots[slot].record, &record, sizeof record);
  self->slots[slot].hash = hash;
  self->n++;
  return TRUE;
}

void
tl_id_index_remove (TlIdIndex *self,
                    TlRecord  *record)
{
  const char *id = tl_record_peek_id (record);
  guint32 hole, slot;

  if (self->size == 0)
    return;
  hole = find_slot (self, hash_id (id, strlen (id)), id);
  if (self->slots[hole].hash == 0 || get_record (&self->slots[hole]) != record)
    return;

  /* What was put off by what was in the hole moves up. */
  for (slot = get_next (self, hole); self->slots[slot].hash != 0; slot = get_next (self, slot))
    {
      guint32 home = get_home (self, self->slots[slot].hash);
      gboolean reaches = hole <= slot ? home <= hole || home > slot : home <= hole && home > slot;

      if (!reaches)
        continue;
      self->slots[hole] = self->slots[slot];
      hole = slot;
    }
  self->slots[hole].hash = 0;
  self->n--;
}

void
tl_id_index_trim (TlIdIndex *self)
{
  if (self->size > self->n + self->n / 2)
    resize (self, self->n / 4 * 5 + self->n / 16);
}

void
tl_id_index_clear (TlIdIndex *self)
{
  g_free (self->slots);
  memset (self, 0, sizeof *self);
}
