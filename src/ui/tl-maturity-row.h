/* tl-maturity-row.h: a row that says how mature something is, 0 to 5
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/tl-fact.h"

G_BEGIN_DECLS

/**
 * TlMaturityRow:
 *
 * Six cells, one of which can be chosen: by click, by arrow keys, by a digit.
 * Choosing it again, Delete or Backspace make it "not assessed".
 */
#define TL_TYPE_MATURITY_ROW (tl_maturity_row_get_type ())
G_DECLARE_FINAL_TYPE (TlMaturityRow, tl_maturity_row, TL, MATURITY_ROW, AdwActionRow)

/* @fact: (transfer full): an integer from 0 to 5 */
GtkWidget *tl_maturity_row_new       (TlFact        *fact,
                                      const char    *title) G_GNUC_WARN_UNUSED_RESULT;
int        tl_maturity_row_get_value (TlMaturityRow *self); /* -1 if not assessed */

G_END_DECLS
