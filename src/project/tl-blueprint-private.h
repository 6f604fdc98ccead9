/* tl-blueprint-private.h: what edits of a blueprint share; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-blueprint.h"

G_BEGIN_DECLS

/* As places and sizes stand in the file. */
const char *tl_blueprint_format_units (char   *buffer, /* G_ASCII_DTOSTR_BUF_SIZE */
                                       double  value);

/* "Add Component Ledger" */
char       *tl_blueprint_create_add_label (TlProject  *project,
                                           const char *kind,
                                           const char *name);

gboolean  tl_blueprint_insert_use    (TlTransaction    *transaction,
                                      TlRecord         *service,
                                      TlRecord         *element,
                                      const TlPlacing  *placing,  /* nullable */
                                      GError          **error);

/* Where one is looked for that joins two elements, or NULL. */
TlRecord *tl_blueprint_find_relation (TlRecord         *service,
                                      const char       *relation,
                                      TlRecord         *from,
                                      TlRecord         *to);

G_END_DECLS
