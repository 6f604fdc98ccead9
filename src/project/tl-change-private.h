/* tl-change-private.h: reversible facts; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-transaction.h"

G_BEGIN_DECLS

/* Changes never change, and are shared by reference. They hold references to
 * their records, except to the project, which owns the history that owns them. */
TlChange  *tl_change_new_set    (TlRecord       *record,
                                 guint           field,
                                 const char     *old_value,
                                 const char     *new_value);
TlChange  *tl_change_new_insert (TlRecord       *record,
                                 TlRecord       *parent,
                                 guint           list,
                                 guint           position);
TlChange  *tl_change_new_remove (TlRecord       *record);
TlChange  *tl_change_new_move   (TlRecord       *record,
                                 guint           position);
TlChange  *tl_change_new_inverse (const TlChange *self);
TlChange  *tl_change_ref        (TlChange       *self);
void       tl_change_unref      (TlChange       *self);
void       tl_change_apply      (const TlChange *self,
                                 TlProject      *project);

GPtrArray *tl_changes_new       (void);
GPtrArray *tl_changes_invert    (GPtrArray      *self); /* transfer full, in reverse order */

/* Of several settings of one field with nothing but settings between them one
 * is kept; settings that come to nothing are dropped at the end. A run goes with
 * one array, from when it is empty until the end of appending. */
GHashTable *tl_changes_new_run  (void);
void       tl_changes_append    (GPtrArray      *self,
                                 GHashTable     *run,
                                 TlChange       *change); /* transfer full */
void       tl_changes_drop_idle (GPtrArray      *self);
void       tl_changes_merge     (GPtrArray      *self,    /* appends all of @other */
                                 GPtrArray      *other);

G_END_DECLS
