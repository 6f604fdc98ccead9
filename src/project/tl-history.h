/* tl-history.h: undo and redo of a project, without limit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-transaction.h"

G_BEGIN_DECLS

/* Properties: can-undo, can-redo (gboolean), undo-label, redo-label (the
 * transaction's label or NULL), modified (gboolean: differs from the state that
 * was marked as saved). All are notified only when they change. */
#define TL_TYPE_HISTORY (tl_history_get_type ())
G_DECLARE_FINAL_TYPE (TlHistory, tl_history, TL, HISTORY, GObject)

gboolean    tl_history_get_can_undo   (TlHistory *self);
gboolean    tl_history_get_can_redo   (TlHistory *self);
const char *tl_history_get_undo_label (TlHistory *self);
const char *tl_history_get_redo_label (TlHistory *self);
gboolean    tl_history_get_modified   (TlHistory *self);

void        tl_history_undo           (TlHistory *self); /* nothing to undo: does nothing */
void        tl_history_redo           (TlHistory *self);

/**
 * tl_history_get_state:
 *
 * Returns: a number for the state the project is in: the same again when undo
 *   or redo lead back to it. A save remembers the state it began with and marks
 *   that when it is done.
 */
guint64     tl_history_get_state      (TlHistory *self);
void        tl_history_mark_saved     (TlHistory *self,
                                       guint64    state);
void        tl_history_close_entry    (TlHistory *self); /* ends merging: focus left the entry */

/**
 * tl_history_set_clock:
 * @clock: (nullable): tells the time in microseconds, never going back; %NULL
 *   for g_get_monotonic_time()
 *
 * Tells when changes are too far apart to merge. For tests.
 */
void        tl_history_set_clock      (TlHistory *self,
                                       gint64   (*clock) (void));

G_END_DECLS
