/* tl-trace-table.h: what is known about many records; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TRACE_NONE G_MAXUINT32

/* How every item begins. */
typedef struct
{
  TlRecord *record; /* not held; NULL where the item is free */
  guint32   mark;   /* of the search that has seen it last; of a free one: the next free */
} TlTraceItem;

/* Items of one size in one block, found by record, numbered from 0. A number
 * stays until its item is removed, and may then be given anew; the address of an
 * item stays until one is added. Besides the items it takes some six bytes each. */
typedef struct
{
  char    *items;
  gsize    size;     /* of an item */
  guint32  n;        /* items, with those that are free */
  guint32  n_used;
  guint32  capacity;
  guint32  free;     /* first free item */
  guint32 *slots;    /* number of an item plus one; 0: free */
  guint32  n_slots;  /* a power of two, or 0 */
} TlTraceTable;

void     tl_trace_table_init    (TlTraceTable       *self,
                                 gsize               size);
void     tl_trace_table_clear   (TlTraceTable       *self);
void     tl_trace_table_reserve (TlTraceTable       *self, /* makes room in advance */
                                 guint32             n);

/* TL_TRACE_NONE if it is not there. */
guint32  tl_trace_table_find    (const TlTraceTable *self,
                                 const TlRecord     *record);
/* Looks at the item with that number first, which need not be there. */
guint32  tl_trace_table_find_at (const TlTraceTable *self,
                                 const TlRecord     *record,
                                 guint32             guess);
/* The new item is zero but for its record, which must not be there yet. */
guint32  tl_trace_table_add     (TlTraceTable       *self,
                                 TlRecord           *record);
void     tl_trace_table_remove  (TlTraceTable       *self,
                                 guint32             index);

static inline gpointer
tl_trace_table_get (const TlTraceTable *self,
                    guint32             index)
{
  return self->items + index * self->size;
}

G_END_DECLS
