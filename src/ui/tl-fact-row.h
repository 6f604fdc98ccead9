/* tl-fact-row.h: a row that edits a fact, whatever its kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/tl-fact.h"

G_BEGIN_DECLS

/**
 * tl_fact_row_new:
 * @fact: (transfer full): the fact
 * @title: (nullable): what to call it, %NULL for the field's label
 *
 * Makes the row that suits the field: an entry for text, numbers and dates, a
 * list for choices and references, a text box for long text. What is not valid
 * is marked with the reason and not taken over.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *tl_fact_row_new (TlFact     *fact,
                            const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* The kinds, for tl_fact_row_new() only. */
GtkWidget *tl_fact_entry_new  (TlFact     *fact,
                               const char *title);
GtkWidget *tl_fact_choice_new (TlFact     *fact,
                               const char *title);
GtkWidget *tl_fact_reference_new (TlFact  *fact,
                               const char *title);
GtkWidget *tl_fact_text_new   (TlFact     *fact,
                               const char *title);

/**
 * tl_fact_row_create_choices:
 * @tokens: (out): the values, %NULL-terminated; the first is "" for not known
 *   unless the field is required, the last may be what is there and not known
 * @labels: (out): what to call them
 */
void       tl_fact_row_create_choices (TlFact   *fact,
                                       char   ***tokens,
                                       char   ***labels);

/* "Very High" for 5; NULL if it is none of 1 to 5. */
const char *tl_importance_get_label (int value);

G_END_DECLS
