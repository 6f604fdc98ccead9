/* tl-cli-element.h: elements on the command line, and how they are printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/tl-json.h"
#include "project/tl-record.h"

G_BEGIN_DECLS

/**
 * tl_cli_find:
 * @type: what it has to be
 * @id: what the user typed
 *
 * Finds a record by its id. If there is none, one line on standard error says
 * what the user may have meant: what is called like that, or has nearly that id.
 *
 * Returns: (nullable) (transfer none): the record
 */
TlRecord *tl_cli_find           (TlProject          *project,
                                 const TlRecordType *type,
                                 const char         *id);

/* "Component “Ledger” (l2)", or "Service “Payments” (s1)". */
char     *tl_cli_describe       (TlRecord           *record) G_GNUC_WARN_UNUSED_RESULT;

/* Members `id`, `name`, and for elements `kind`, `lane` and `service`, of the
 * object that was begun last. */
void      tl_cli_write_identity (TlRecord           *record,
                                 TlJson             *json);

G_END_DECLS
