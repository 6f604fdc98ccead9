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
 * each ending with NUL, tokens as numbers; `set` has a bit for each of them. */

typedef struct
{
  TlRecordList *model;         /* NULL until somebody asks; belongs to this */
  union
  {
    TlRecord  *one;            /* while capacity is 0 */
    TlRecord **many;
  } items;
  guint32       n;
  guint32       capacity : 28; /* 0: at most one record, without an array */
  guint32       list : 4;      /* number of this list */
} TlChildren;

typedef struct
{
  TlRecord   *record;  /* whose extras these are */
  TlUnknown  *unknown;
  TlChildren  lists[]; /* as many as its type has */
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

#define TL_RECORD_BIT(field) ((guint32) 1 << (field))

extern int tl_record_private_offset;

static inline TlRecordPrivate *
tl_record_get_private (TlRecord *self)
{
  return (TlRecordPrivate *) ((char *) self + tl_record_private_offset);
}

/* Like tl_record_get_id(), but must be given a record. */
static inline const char *
tl_record_peek_id (TlRecord *self)
{
  TlRecordPrivate *priv = tl_record_get_private (self);

  return TL_RECORD_GET_CLASS (self)->type->id_field == 0 && (priv->set & 1) != 0 ? priv->packed : NULL;
}

TlRecord        *tl_record_get_root        (TlRecord   *self);

gboolean         tl_record_is_being_made   (TlRecord   *self); /* may change without a transaction */

/* tl-record-values.c */
gboolean         tl_record_holds_tokens    (const TlField *field);
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
TlRecord        *tl_children_get_parent    (TlChildren *self);
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
