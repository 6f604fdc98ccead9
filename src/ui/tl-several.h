/* tl-several.h: edits of several records at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

/* Each one step to undo. All records are of one project. */

/* What to call them in the name of an edit: "Jira" or "3 Tools"; transfer full. */
char     *tl_several_create_title (TlRecord *const  *records,
                                   guint             n_records);

/**
 * tl_several_remove:
 *
 * Deletes records with all that cannot be without them.
 *
 * Returns: (transfer full): a translated sentence for the user
 */
char     *tl_several_remove       (TlRecord *const  *records,
                                   guint             n_records);

/* The same for what is in the blueprint of a service: its elements and relations,
 * and guests, which only leave it. */
char     *tl_several_remove_from  (TlRecord         *service,
                                   TlRecord *const  *records,
                                   guint             n_records);

/* Gives all of one type the same value; on error nothing has changed. */
gboolean  tl_several_set          (TlRecord *const  *records,
                                   guint             n_records,
                                   guint             field,
                                   const char       *value,
                                   GError          **error);

G_END_DECLS
