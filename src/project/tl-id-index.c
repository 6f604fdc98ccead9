/* tl-id-index.c: finds records by id
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-id-index.h"

#include <string.h>

/* Open addressing with linear probing. A GHashTable would do, but takes up to
 * 26 bytes a record, grows by doubling, and needs a copy of each id or two
 * searches to add one. Slots are ordered by hash, so the size can be any. */

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
  return (guint32) (hash >> 32);
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

  while (self->records[slot] != NULL
         && (self->hashes[slot] != hash || strcmp (tl_record_get_id (self->records[slot]), id) != 0))
    slot = get_next (self, slot);
  return slot;
}

static void
resize (TlIdIndex *self,
        guint32    size)
{
  TlIdIndex old = *self;

  self->size = MAX (size, MIN_SIZE);
  self->records = g_new0 (TlRecord *, self->size);
  self->hashes = g_new (guint32, self->size);

  for (guint32 i = 0; i < old.size; i++)
    if (old.records[i] != NULL)
      {
        guint32 slot = get_home (self, old.hashes[i]);

        while (self->records[slot] != NULL)
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
  return self->size > 0 ? self->records[find_slot (self, hash_id (id), id)] : NULL;
}

gboolean
tl_id_index_add (TlIdIndex *self,
                 TlRecord  *record)
{
  const char *id = tl_record_get_id (record);
  guint32 hash = hash_id (id);
  guint32 slot;

  /* At most four of five slots are taken. */
  if (self->n >= self->size / 5 * 4)
    resize (self, self->size + self->size / 2);

  slot = find_slot (self, hash, id);
  if (self->records[slot] != NULL)
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
  const char *id = tl_record_get_id (record);
  guint32 hole, slot;

  if (self->size == 0)
    return;
  hole = find_slot (self, hash_id (id), id);
  if (self->records[hole] != record)
    return;

  /* What was put off by what was in the hole moves up. */
  for (slot = get_next (self, hole); self->records[slot] != NULL; slot = get_next (self, slot))
    {
      guint32 home = get_home (self, self->hashes[slot]);
      gboolean reaches = hole <= slot ? home <= hole || home > slot : home <= hole && home > slot;

      if (!reaches)
        continue;
      self->records[hole] = self->records[slot];
      self->hashes[hole] = self->hashes[slot];
      hole = slot;
    }
  self->records[hole] = NULL;
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
