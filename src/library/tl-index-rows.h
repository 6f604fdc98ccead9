/* tl-index-rows.h: what is known of a project, row by row; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-index-private.h"
#include "library/tl-thing.h"

G_BEGIN_DECLS

/* Ids of the things of a project are in a range of its own. */
#define TL_INDEX_FIRST_ID(project_row) ((gint64) (project_row) << 32)
#define TL_INDEX_LAST_ID(project_row)  (TL_INDEX_FIRST_ID (project_row) | G_MAXUINT32)

/* Of a longer folded name only so many bytes are in the index of names. */
#define TL_THING_MAX_NAME_KEY 64

/* Returns: (transfer full): what is in the index of a name. */
char    *tl_index_create_name_key (const char  *name) G_GNUC_WARN_UNUSED_RESULT;

/* What tells the row of a thing from others of its project; not for findings, of
 * which there may be several about one thing. */
gint64   tl_index_get_slot    (TlThingWhat     what,
                               const char     *key);

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
