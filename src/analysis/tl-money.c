/* tl-money.c: amounts of money as short text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-money.h"

#include <glib/gi18n-lib.h>
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

char *
tl_money_format (double      amount,
                 const char *currency,
                 char       *buffer,
                 gsize       size)
{
  /* TRANSLATORS: what stands for a thousand, a million, a billion in short amounts, as in "210 k€" */
  const char *units[] = { "", C_("amount", "k"), C_("amount", "M"), C_("amount", "bn") };
  const char *symbol = find_symbol (currency);
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

  if (symbol != NULL)
    text = g_strconcat (digits, NBSP, units[unit], symbol, NULL);
  else
    text = g_strconcat (digits,
                        unit > 0 ? NBSP : "", units[unit],
                        currency != NULL && !g_str_has_suffix (units[unit], NBSP) ? NBSP : "",
                        currency != NULL ? currency : "",
                        NULL);

  copy_utf8 (buffer, size, text);
  return buffer;
}
