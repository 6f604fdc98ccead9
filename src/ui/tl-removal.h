/* tl-removal.h: deleting a record, and saying what went with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/**
 * tl_removal_remove:
 * @record: a record of a project, not the project
 *
 * Deletes a record with all that cannot be without it, as one step to undo.
 *
 * Returns: (transfer full): a translated sentence for the user
 */
char *tl_removal_remove (TlRecord *record);

/* The same for several (array length=n_records), also as one step. */
char *tl_removal_remove_all   (TlRecord *const *records,
                               guint            n_records);

/* What to call them in the name of an edit: "Jira" or "3 Tools"; transfer full. */
char *tl_removal_create_title (TlRecord *const *records,
                               guint            n_records);

G_END_DECLS
