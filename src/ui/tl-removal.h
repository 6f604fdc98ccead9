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

G_END_DECLS
