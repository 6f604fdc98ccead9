/* tl-index-rows.h: what is known of a project, row by row; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-index-private.h"
#include "library/tl-thing.h"

G_BEGIN_DECLS

/**
 * tl_index_write_rows:
 * @project_row: id of the row of the project
 * @project: what its file holds now
 * @change: told what has changed
 * @counts: (out caller-allocates): how much there is of everything
 *
 * Compares a project with what is known of it, and writes what differs. Within
 * a piece of work of tl_index_write().
 */
gboolean tl_index_write_rows  (TlIndex        *self,
                               gint64          project_row,
                               TlProject      *project,
                               TlIndexChange  *change,
                               TlThingCounts  *counts,
                               GError        **error);

/* Removes all that is known of a project but its row. */
gboolean tl_index_remove_rows (TlIndex        *self,
                               gint64          project_row,
                               GError        **error);

G_END_DECLS
