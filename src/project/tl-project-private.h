/* tl-project-private.h: what keeps a project whole; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* Checks a loose record with all it holds (required facts, ids) and enters
 * their ids in the index. On error nothing has changed. */
gboolean       tl_project_admit            (TlProject           *self,
                                            TlRecord            *record,
                                            GError             **error);

/* Takes back an admission: the record is as it was before. */
void           tl_project_withdraw         (TlProject           *self,
                                            TlRecord            *record);

/* Takes the ids of a record and all it holds out of the index, and marks it as
 * one that the history may know. */
void           tl_project_dismiss          (TlProject           *self,
                                            TlRecord            *record);
gboolean       tl_project_was_dismissed    (TlProject           *self, /* by this project */
                                            TlRecord            *record);
gboolean       tl_project_fill_id          (TlProject           *self,
                                            const char          *id,
                                            GError             **error);
gboolean       tl_project_check_reference  (TlProject           *self,
                                            TlRecord            *record,
                                            const TlField       *field,
                                            const char          *value,
                                            GError             **error);
char          *tl_project_create_random_id (const TlRecordType  *type);

/* The innermost transaction that is open. */
TlTransaction *tl_project_get_transaction  (TlProject           *self);
void           tl_project_set_transaction  (TlProject           *self,
                                            TlTransaction       *transaction);

/* Applies changes in order, without recording them. */
void           tl_project_replay           (TlProject           *self,
                                            GPtrArray           *changes);
gboolean       tl_project_is_replaying     (TlProject           *self);
void           tl_project_emit_changed     (TlProject           *self,
                                            GPtrArray           *changes);

/* tl-history.c */
TlHistory     *tl_history_new              (TlProject           *project);
void           tl_history_detach           (TlHistory           *self);
void           tl_history_record           (TlHistory           *self,
                                            const char          *label,
                                            const char          *merge_key,
                                            GPtrArray           *changes);

/* tl-removal.c: what has to go or be unset before @records can go, as changes
 * in the order in which to apply them. Of @records only those are among them that
 * have to go before others. */
typedef struct
{
  TlRecord   *record;
  int         field; /* to change, or -1 to remove the record */
  const char *value; /* what to change it to, NULL to unset it */
} TlConsequence;

GArray        *tl_project_list_consequences (TlProject          *self,
                                             TlRecord *const    *records,
                                             guint               n_records);

G_END_DECLS
