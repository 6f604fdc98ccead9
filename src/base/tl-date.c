/* tl-date.c: days as users read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-date.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

char *
tl_date_format (const char *date)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *midnight = NULL;

  if (date == NULL || strlen (date) != strlen ("2026-11-23"))
    return g_strdup (date);

  zone = g_time_zone_new_utc ();
  midnight = g_strconcat (date, "T00:00:00", NULL);
  time = g_date_time_new_from_iso8601 (midnight, zone);
  return time != NULL ? tl_date_format_time (time) : g_strdup (date);
}

char *
tl_date_format_time (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  /* Translators: a date by strftime(), as in “23 Nov 2026” */
  return g_date_time_format (time, _("%-d %b %Y"));
}

/* Reading {{{1 */

/* A day has a number for the year, one for itself, and a number or a name for the month. */
#define MAX_NUMBERS 3

typedef struct
{
  guint numbers[MAX_NUMBERS];
  guint lengths[MAX_NUMBERS]; /* in digits */
  guint n_numbers;
  guint month;                /* 0: not said by name */
} Parts;

static char *
fold (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return whole != NULL ? g_utf8_casefold (whole, -1) : g_strdup ("");
}

/* By its whole or short name, as it stands in a date or by itself. */
static guint
find_month (const char *word)
{
  static const char *const formats[] = { "%B", "%b", "%OB", "%Ob" };
  g_autofree char *folded = fold (word);

  for (guint month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2026, (int) month, 1, 0, 0, 0);

      for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autofree char *name = g_date_time_format (day, formats[i]);
          g_autofree char *known = fold (name != NULL ? name : "");

          g_strdelimit (g_strchug (known), ".", '\0'); /* "Okt." */
          if (*known != '\0' && g_str_equal (known, folded))
            return month;
        }
    }
  return 0;
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static const char *
skip_word (const char *text)
{
  while (is_in_word (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static const char *
skip_number (const char *text)
{
  while (g_unichar_isdigit (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static gboolean
add_month (Parts      *self,
           const char *text,
           const char *end)
{
  g_autofree char *word = g_strndup (text, end - text);
  guint month = self->month == 0 ? find_month (word) : 0;

  if (month == 0)
    return FALSE;
  self->month = month;
  return TRUE;
}

/* What goes with a number: "3rd", "3 de octubre", "2026年". */
#define MAX_PARTICLE 2

static gboolean
add_word (Parts      *self,
          const char *text,
          const char *end)
{
  return add_month (self, text, end) || g_utf8_strlen (text, end - text) <= MAX_PARTICLE;
}

static gboolean
add_number (Parts      *self,
            const char *text,
            const char *end)
{
  guint at = self->n_numbers++;

  if (at == MAX_NUMBERS || g_utf8_strlen (text, end - text) > 4)
    return FALSE;
  for (; text < end; text = g_utf8_next_char (text))
    {
      self->lengths[at]++;
      self->numbers[at] = self->numbers[at] * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (text));
    }
  return TRUE;
}

/* Some names begin with the number of the month: "11月". */
static gboolean
divide (const char *text,
        Parts      *parts)
{
  while (*text != '\0')
    {
      const char *number = skip_number (text);
      const char *word = skip_word (number);

      if (number > text && word > number && add_month (parts, text, word))
        ;
      else if ((number > text && !add_number (parts, text, number)) || (word > number && !add_word (parts, number, word)))
        return FALSE;
      text = word > text ? word : g_utf8_next_char (text);
    }
  return TRUE;
}

/* "dmy", "mdy" or "ymd". */
static const char *
get_order (void)
{
  const char *format = nl_langinfo (D_FMT);

  for (const char *p = strchr (format, '%'); p != NULL && p[1] != '\0'; p = strchr (p + 1, '%'))
    {
      p += 1 + strspn (p + 1, "EO-_0^#");
      if (*p == 'd' || *p == 'e')
        return "dmy";
      if (*p == 'm' || *p == 'D' || *p == 'b' || *p == 'B' || *p == 'h')
        return "mdy";
      if (*p == 'y' || *p == 'Y' || *p == 'F')
        return "ymd";
      if (*p == '\0')
        break;
    }
  return "dmy";
}

/* The year of two digits that is meant, as POSIX has it: 1969 to 2068. */
static guint
complete_year (guint year,
               guint length)
{
  if (length == 2)
    return year < 69 ? 2000 + year : 1900 + year;
  return length == 4 ? year : 0;
}

static char *
create_day (guint year,
            guint month,
            guint day)
{
  if (year == 0 || month == 0 || month > 12 || day == 0 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static char *
create_from_name (const Parts *parts)
{
  guint year = parts->lengths[0] > 2 ? 0 : 1;

  if (parts->n_numbers != 2 || parts->lengths[1 - year] > 2)
    return NULL;
  return create_day (complete_year (parts->numbers[year], parts->lengths[year]), parts->month, parts->numbers[1 - year]);
}

static char *
create_from_numbers (const Parts *parts)
{
  const char *order = get_order ();
  guint year, month, day, written;
  char *text;

  if (parts->n_numbers != 3)
    return NULL;
  if (parts->lengths[0] > 2)
    order = "ymd";
  else if (parts->lengths[2] > 2 && order[0] == 'y')
    order = "mdy";
  year = strchr (order, 'y') - order;
  month = strchr (order, 'm') - order;
  day = strchr (order, 'd') - order;
  if (parts->lengths[month] > 2 || parts->lengths[day] > 2)
    return NULL;
  written = complete_year (parts->numbers[year], parts->lengths[year]);
  text = create_day (written, parts->numbers[month], parts->numbers[day]);
  /* No other day is meant by "23/11/2026", wherever it is written. */
  return text != NULL || order[0] == 'y' ? text : create_day (written, parts->numbers[day], parts->numbers[month]);
}

char *
tl_date_parse (const char *text)
{
  Parts parts = { { 0 } };

  g_return_val_if_fail (text != NULL, NULL);

  if (!divide (text, &parts))
    return NULL;
  return parts.month != 0 ? create_from_name (&parts) : create_from_numbers (&parts);
}
