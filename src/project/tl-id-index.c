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

/* Ids come from files, so what they hash to has to differ from run to run. */
static guint32
hash_id (const char *id)
{
  static gsize seed;
  guint64 hash;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () << 1 | 1);

  hash = seed;
  for (const guchar *p = (const guchar *) id; *p != '\0'; p++)
    {
      hash = (hash ^ *p) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  return (guint32) (hash >> 32) | 1;
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

  while (self->hashes[slot] != 0
         && (self->hashes[slot] != hash || strcmp (tl_record_peek_id (self->records[slot]), id) != 0))
    slot = get_next (self, slot);
  return slot;
}

static void
resize (TlIdIndex *self,
        guint32    size)
{
  TlIdIndex old = *self;

  self->size = MAX (size, MIN_SIZE);
  self->records = g_new (TlRecord *, self->size);
  self->hashes = g_new0 (guint32, self->size);

  for (guint32 i = 0; i < old.size; i++)
    if (old.hashes[i] != 0)
      {
        guint32 slot = get_home (self, old.hashes[i]);

        while (self->hashes[slot] != 0)
          slot = get_next (self, slot);
        self->records[slot] = old.records[i];
        self->hashes[slot] = old.hashes[i];
      }

  g_free (old.records);
  g_free (old.hashes);
}

TlRecord *
tl_id_index_lookup (const TlIdIndex *self,
                    const char      *id)
{
  guint32 slot;

  if (self->size == 0)
    return NULL;
  slot = find_slot (self, hash_id (id), id);
  return self->hashes[slot] != 0 ? self->records[slot] : NULL;
}

gboolean
tl_id_index_add (TlIdIndex *self,
                 TlRecord  *record)
{
  const char *id = tl_record_peek_id (record);
  guint32 hash = hash_id (id);
  guint32 slot;

  /* At most four of five slots are taken. */
  if (self->n >= self->size / 5 * 4)
    resize (self, self->size + self->size / 2);

  slot = find_slot (self, hash, id);
  if (self->hashes[slot] != 0)
    return FALSE;

  self->records[slot] = record;
  self->hashes[slot] = hash;
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
  hole = find_slot (self, hash_id (id), id);
  if (self->hashes[hole] == 0 || self->records[hole] != record)
    return;

  /* What was put off by what was in the hole moves up. */
  for (slot = get_next (self, hole); self->hashes[slot] != 0; slot = get_next (self, slot))
    {
      guint32 home = get_home (self, self->hashes[slot]);
      gboolean reaches = hole <= slot ? home <= hole || home > slot : home <= hole && home > slot;

      if (!reaches)
        continue;
      self->records[hole] = self->records[slot];
      self->hashes[hole] = self->hashes[slot];
      hole = slot;
    }
  self->hashes[hole] = 0;
  self->n--;
}

void
tl_id_index_trim (TlIdIndex *self)
{
  guint32 size = self->n / 4 * 5 + self->n / 16;

  if (size + size / 16 < self->size)
    resize (self, size);
}

void
tl_id_index_clear (TlIdIndex *self)
{
  g_free (self->records);
  g_free (self->hashes);
  memset (self, 0, sizeof *self);
}
