/* tl-money.h: amounts of money as short text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the sign of a currency stands. */
typedef enum
{
  TL_MONEY_AFTER,         /* "210 k€" */
  TL_MONEY_BEFORE,        /* "€210k" */
  TL_MONEY_BEFORE_SPACED, /* "€ 210 k" */
} TlMoneyPlace;

/* As the locale has it; after the amount where it says nothing. */
TlMoneyPlace tl_money_get_place (void);

/**
 * tl_money_format:
 * @amount: an amount, 0 or more
 * @currency: (nullable): ISO 4217 code, or %NULL for an amount without one
 * @buffer: (out caller-allocates): where the text goes, always terminated
 * @size: of @buffer in bytes
 *
 * Writes an amount with at most three digits, by locale: "950 €", "210 k€",
 * "1.2 M€", "48 k CHF", or "€950". For people to read; never for a file.
 *
 * Returns: @buffer
 */
char *tl_money_format (double      amount,
                       const char *currency,
                       char       *buffer,
                       gsize       size);

/* The same with the currency where it is said, whatever the locale. */
char *tl_money_format_at (double       amount,
                          const char  *currency,
                          TlMoneyPlace place,
                          char        *buffer,
                          gsize        size);

/* All of an amount, with what parts thousands: "210,000.50 EUR". (transfer full) */
char *tl_money_format_exact (double       amount,
                             const char  *currency) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
