/* tl-record-group.h: the heading above rows that have something in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlRecordGroup:
 *
 * An item of TlRecordRows among the records.
 *
 * Signals:
 * - `changed ()`: it says something else than before
 */
#define TL_TYPE_RECORD_GROUP (tl_record_group_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordGroup, tl_record_group, TL, RECORD_GROUP, GObject)

TlRecordGroup *tl_record_group_new          (const char    *title) G_GNUC_WARN_UNUSED_RESULT;
const char    *tl_record_group_get_title    (TlRecordGroup *self);
guint          tl_record_group_get_n_rows   (TlRecordGroup *self); /* whether they are shown or not */
void           tl_record_group_set_n_rows   (TlRecordGroup *self,
                                             guint          n_rows);
gboolean       tl_record_group_get_expanded (TlRecordGroup *self);
void           tl_record_group_set_expanded (TlRecordGroup *self,
                                             gboolean       expanded);

G_END_DECLS
