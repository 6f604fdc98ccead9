/* tl-salvage.h: leaves out of a project what cannot be in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/**
 * tl_salvage_unset_references:
 * @record: a record of a project that is not sealed
 *
 * Unsets optional references until those of the record hold.
 *
 * Returns: whether they do; if not, a required one dangles and nothing was unset
 */
gboolean   tl_salvage_unset_references (TlProject  *project,
                                        TlRecord   *record);

/**
 * tl_salvage_copy:
 * @left_out: (element-type TlRecord): a set of records of @project
 *
 * Copies a project with all ids, without some of its records.
 *
 * Returns: (transfer full): the copy, not sealed
 */
TlProject *tl_salvage_copy             (TlProject  *project,
                                        GHashTable *left_out) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
