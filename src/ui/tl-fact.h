/* tl-fact.h: one fact of a project that a row of the inspector edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/**
 * TlFact:
 *
 * A field of a record, or of the assessment of a component or activity, which
 * may have none yet. Every change is a transaction.
 *
 * Signals:
 * - `changed ()`: the value is another
 */
#define TL_TYPE_FACT (tl_fact_get_type ())
G_DECLARE_FINAL_TYPE (TlFact, tl_fact, TL, FACT, GObject)

TlFact        *tl_fact_new            (TlRecord    *record,
                                       guint        field) G_GNUC_WARN_UNUSED_RESULT;
TlFact        *tl_fact_new_assessment (TlProject   *project,
                                       const char  *of,
                                       guint        field) G_GNUC_WARN_UNUSED_RESULT;

const TlField *tl_fact_get_field      (TlFact      *self);
TlProject     *tl_fact_get_project    (TlFact      *self);
TlRecord      *tl_fact_get_record     (TlFact      *self); /* NULL for an assessment */
const char    *tl_fact_get            (TlFact      *self); /* nullable */

/**
 * tl_fact_set:
 * @value: (nullable): the new value; %NULL or "" for not known
 * @error: return location, %TL_PROJECT_ERROR
 *
 * Returns: whether the fact is @value now
 */
gboolean       tl_fact_set            (TlFact      *self,
                                       const char  *value,
                                       GError     **error);

/* Ends merging of what is typed: the focus has left. */
void           tl_fact_close          (TlFact      *self);

G_END_DECLS
