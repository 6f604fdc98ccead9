/* tl-random-edits.h: a user who does anything at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* Does one edit, an undo or a redo: sets a field, adds, removes or moves a
 * record, or several of these in one transaction, of any types and values. */
void tl_random_edit (GRand     *random,
                     TlProject *project);

/* Returns: (transfer full): the project's file */
char *tl_random_write (TlProject *project) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
