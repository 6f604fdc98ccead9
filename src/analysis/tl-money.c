/* tl-money.c: amounts of money as short text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-money.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* Spaces that do not break, so that an amount is never torn apart. */
#define NBSP "\302\240"

static const struct
{
  const char *code;
  const char *symbol;
} symbols[] = {
  { "EUR", "€" },
  { "GBP", "£" },
  { "JPY", "¥" },
  { "USD", "$" },
};

static const char *
find_symbol (const char *currency)
{
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_strcmp0 (symbols[i].code, currency) == 0)
      return symbols[i].symbol;

  return NULL;
}

/* Cuts at a character, never inside one. */
static void
copy_utf8 (char       *buffer,
           gsize       size,
           const char *text)
{
  const char *end = text;

  while (*end != '\0' && (gsize) (g_utf8_next_char (end) - text) < size)
    end = g_utf8_next_char (end);
  memcpy (buffer, text, end - text);
  buffer[end - text] = '\0';
}

TlMoneyPlace
tl_money_get_place (void)
{
  const struct lconv *locale = localeconv ();

  if (locale->p_cs_precedes != 1)
    return TL_MONEY_AFTER;
  return locale->p_sep_by_space == 1 ? TL_MONEY_BEFORE_SPACED : TL_MONEY_BEFORE;
}

/* What a text has after the digits: the unit, and in one with it the sign. */
static char *
put_after (const char *digits,
           const char *unit,
           const char *currency)
{
  const char *symbol = find_symbol (currency);

  if (symbol != NULL)
    return g_strconcat (digits, NBSP, unit, symbol, NULL);
  return g_strconcat (digits,
                      *unit != '\0' ? NBSP : "", unit,
                      currency != NULL ? NBSP : "",
                      currency != NULL ? currency : "",
                      NULL);
}

/* Letters never stand close to digits. */
static char *
put_before (const char *digits,
            const char *unit,
            const char *currency,
            gboolean    spaced)
{
  const char *symbol = find_symbol (currency);

  return g_strconcat (symbol != NULL ? symbol : currency,
                      spaced || symbol == NULL ? NBSP : "",
                      digits,
                      spaced && *unit != '\0' ? NBSP : "", unit,
                      NULL);
}

char *
tl_money_format_at (double       amount,
                    const char  *currency,
                    TlMoneyPlace place,
                    char        *buffer,
                    gsize        size)
{
  /* TRANSLATORS: what stands for a thousand, a million, a billion in short amounts, as in "210 k€" */
  const char *units[] = { "", C_("amount", "k"), C_("amount", "M"), C_("amount", "bn") };
  g_autofree char *text = NULL;
  char digits[32];
  gsize unit = 0;

  g_return_val_if_fail (buffer != NULL && size > 0, buffer);

  while (unit + 1 < G_N_ELEMENTS (units) && amount >= 999.5)
    {
      amount /= 1000;
      unit++;
    }

  if (unit > 0 && amount < 9.95 && fabs (amount - round (amount)) >= 0.05)
    g_snprintf (digits, sizeof digits, "%.1f", amount);
  else
    g_snprintf (digits, sizeof digits, "%.0f", amount);

  if (currency == NULL || place == TL_MONEY_AFTER)
    text = put_after (digits, units[unit], currency);
  else
    text = put_before (digits, units[unit], currency, place == TL_MONEY_BEFORE_SPACED);

  copy_utf8 (buffer, size, text);
  return buffer;
}

char *
tl_money_format (double      amount,
                 const char *currency,
                 char       *buffer,
                 gsize       size)
{
  return tl_money_format_at (amount, currency, tl_money_get_place (), buffer, size);
}

char *
tl_money_format_exact (double      amount,
                       const char *currency)
{
  if (currency == NULL)
    return g_strdup_printf ("%'.2f", amount);
  return tl_money_get_place () == TL_MONEY_AFTER ? g_strdup_printf ("%'.2f" NBSP "%s", amount, currency)
                                                 : g_strdup_printf ("%s" NBSP "%'.2f", currency, amount);
}
