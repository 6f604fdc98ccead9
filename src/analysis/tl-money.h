/* tl-money.h: amounts of money as short text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_money_format:
 * @amount: an amount, 0 or more
 * @currency: (nullable): ISO 4217 code, or %NULL for an amount without one
 * @buffer: (out caller-allocates): where the text goes, always terminated
 * @size: of @buffer in bytes
 *
 * Writes an amount with at most three digits, by locale: "950 €", "210 k€",
 * "1.2 M€", "48 k CHF".
 *
 * Returns: @buffer
 */
char *tl_money_format (double      amount,
                       const char *currency,
                       char       *buffer,
                       gsize       size);

G_END_DECLS
