/* tl-id-index.h: finds records by id; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

/* A set of records that have an id, which must not change while they are in it.
 * It holds no references, and takes 15 to 23 bytes a record. */
typedef struct
{
  guint32 hash;                                          /* 0 where it is free */
  guint32 record[sizeof (TlRecord *) / sizeof (guint32)]; /* so that nothing is padding */
} TlIdSlot;

typedef struct
{
  TlIdSlot *slots;
  guint32   n;
  guint32   size; /* number of slots */
} TlIdIndex;

TlRecord *tl_id_index_lookup (const TlIdIndex *self,
                              const char      *id);
/* Fetches from memory what an addition or lookup of @id will soon need. */
void      tl_id_index_prefetch (const TlIdIndex *self,
                                const char      *id,
                                gsize            length);
void      tl_id_index_reserve (TlIdIndex      *self, /* room for as many records altogether */
                               guint32          n);
gboolean  tl_id_index_add    (TlIdIndex       *self, /* FALSE if its id is in it already */
                              TlRecord        *record);
void      tl_id_index_remove (TlIdIndex       *self,
                              TlRecord        *record);
void      tl_id_index_trim   (TlIdIndex       *self); /* once it will hardly grow */
void      tl_id_index_clear  (TlIdIndex       *self);

G_END_DECLS
