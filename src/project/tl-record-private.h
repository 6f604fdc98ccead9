/* tl-record-private.h: how a record keeps what it holds; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

/* A project may hold a million records, so every byte counts here.
 *
 * `packed` is one block with the values that are set, in order of their fields,
 * each ending with NUL; `set` has a bit for each of them. An id is always field
 * 0: the index of ids keeps &packed, which does not move and, while a record is
 * in a project, points to a pointer to its id. */

typedef struct
{
  TlRecord     *parent;
  TlRecordList *model;    /* NULL until somebody asks; belongs to this */
  union
  {
    TlRecord  *one;       /* while capacity is 0 */
    TlRecord **many;
  } items;
  guint         list;
  guint         n;
  guint         capacity; /* 0: at most one record, without an array */
} TlChildren;

typedef struct
{
  TlUnknown  *unknown;
  TlChildren  lists[];
} TlExtras;

typedef struct
{
  char       *packed;
  TlChildren *owner;      /* NULL for loose and root */
  TlExtras   *extras;     /* NULL for most */
  guint32     set;
  guint32     position : 31; /* where it stood when last seen */
  guint32     kept : 1;      /* was in a sealed project: the history may know it */
} TlRecordPrivate;

TlRecordPrivate *tl_record_get_private     (TlRecord   *self);
TlRecord        *tl_record_get_root        (TlRecord   *self);

/* The index of ids: keys of a GHashTable, see above. */
gpointer         tl_record_get_id_key      (TlRecord   *self); /* NULL without an id */
TlRecord        *tl_record_from_id_key     (gpointer    key);
guint            tl_record_hash_id_key     (gconstpointer key);
gboolean         tl_record_equal_id_keys   (gconstpointer a,
                                            gconstpointer b);

void             tl_record_store           (TlRecord   *self, /* checks and notifies nothing */
                                            guint       field,
                                            const char *value);
gboolean         tl_record_check_required  (TlRecord   *self,
                                            GError    **error);
TlChildren      *tl_record_get_children    (TlRecord   *self, /* NULL if there never were any */
                                            guint       list);
TlChildren      *tl_record_ensure_children (TlRecord   *self,
                                            guint       list);

/* tl-record-list.c */
TlRecordList    *tl_children_get_model     (TlChildren *self);
TlRecord        *tl_children_get           (TlChildren *self,
                                            guint       position);
guint            tl_children_find          (TlChildren *self,
                                            TlRecord   *record);
void             tl_children_insert        (TlChildren *self,
                                            guint       position,
                                            TlRecord   *record); /* transfer full */
TlRecord        *tl_children_remove        (TlChildren *self,   /* transfer full */
                                            guint       position);
void             tl_children_move          (TlChildren *self,
                                            guint       old_position,
                                            guint       position);
void             tl_children_trim          (TlChildren *self);
void             tl_children_clear         (TlChildren *self);

G_END_DECLS
