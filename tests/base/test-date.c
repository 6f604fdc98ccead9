/* test-date.c: days as users read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-date.h"

#include "tl-test-locale.h"

static void
check (const char *date,
       const char *expected)
{
  g_autofree char *text = tl_date_format (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  check ("2026-11-23", "23 Nov 2026");
  check ("2026-01-02", "2 Jan 2026");
}

/* Of a file that somebody else wrote. */
static void
test_no_day (void)
{
  check (NULL, NULL);
  check ("", "");
  check ("2026-02-31", "2026-02-31");
  check ("next autumn", "next autumn");
  check ("2026-11-23T10:00:00", "2026-11-23T10:00:00");
}

static void
test_locale (void)
{
  g_autofree char *text = NULL;

  if (!tl_test_set_locale ("de_DE"))
    return;
  text = tl_date_format ("2026-10-03");
  g_assert_nonnull (g_strstr_len (text, -1, "Okt"));
  tl_test_reset_locale ();
}

static void
check_parsed (const char *text,
              const char *expected)
{
  g_autofree char *date = tl_date_parse (text);

  g_assert_cmpstr (date, ==, expected);
}

static void
test_parse (void)
{
  check_parsed ("2026-11-23", "2026-11-23");
  check_parsed (" 2026-1-2 ", "2026-01-02");
  check_parsed ("23 Nov 2026", "2026-11-23");
  check_parsed ("november 3rd, 2026", "2026-11-03");
  check_parsed ("2026 nov. 23", "2026-11-23");
  check_parsed ("23 Nov 26", "2026-11-23");
  check_parsed ("23 Nov 98", "1998-11-23");
  check_parsed ("23/11/2026", "2026-11-23");
  check_parsed ("٢٠٢٦-١١-٢٣", "2026-11-23");
  check_parsed ("2026年11月23日", "2026-11-23");
}

static void
test_parse_no_day (void)
{
  static const char *const texts[] = {
    "", "-", "23", "Nov 2026", "23 Nov", "next autumn", "2026-11", "2026-02-31", "31 Feb 2026", "2026-11-23-1",
    "23 Nov Dec 2026", "2026-11-23T10:00:00", "23.11.202", "23.11.20266", "0000-11-23", "12 Nov 2026 Monday",
    "99999999999999999999-1-1", "202611-23-1", "\357\277\275", "Nov", "2026 Nov 2026",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_parsed (texts[i], NULL);
}

/* In each country as it is written there, as the program writes it, and by ISO. */
static void
test_parse_by_locale (gconstpointer data)
{
  const char *const *texts = data;

  if (!tl_test_set_locale (texts[0]))
    return;
  for (gsize i = 1; texts[i] != NULL; i++)
    check_parsed (texts[i], "2026-10-03");
  check_parsed ("2026-10-03", "2026-10-03");
  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *date = g_strdup_printf ("2026-%02u-07", month);
      g_autofree char *shown = tl_date_format (date);
      g_autoptr (GDateTime) day = g_date_time_new_utc (2026, (int) month, 7, 0, 0, 0);
      g_autofree char *with_name = g_date_time_format (day, "%-d %B %Y");

      check_parsed (shown, date);
      check_parsed (with_name, date);
    }
  tl_test_reset_locale ();
}

static const char *const german[] = { "de_DE", "3.10.2026", "03.10.26", "3. Oktober 2026", "3. Okt. 2026", NULL };
static const char *const french[] = { "fr_FR", "03/10/2026", "3 octobre 2026", "3 OCT. 2026", NULL };
static const char *const american[] = { "en_US", "10/3/2026", "10/03/26", "Oct 3, 2026", "October 3rd 2026", NULL };
static const char *const spanish[] = { "es_ES", "3/10/2026", "3 de octubre de 2026", NULL };
static const char *const chinese[] = { "zh_CN", "2026年10月03日", "2026/10/3", NULL };
static const char *const arabic[] = { "ar_EG", "٣/١٠/٢٠٢٦", "3 أكتوبر 2026", "\342\200\217٣ أكتوبر ٢٠٢٦", NULL };

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/date/format", test_format);
  g_test_add_func ("/base/date/no-day", test_no_day);
  g_test_add_func ("/base/date/locale", test_locale);
  g_test_add_func ("/base/date/parse", test_parse);
  g_test_add_func ("/base/date/parse/no-day", test_parse_no_day);
  g_test_add_data_func ("/base/date/parse/german", german, test_parse_by_locale);
  g_test_add_data_func ("/base/date/parse/french", french, test_parse_by_locale);
  g_test_add_data_func ("/base/date/parse/american", american, test_parse_by_locale);
  g_test_add_data_func ("/base/date/parse/spanish", spanish, test_parse_by_locale);
  g_test_add_data_func ("/base/date/parse/chinese", chinese, test_parse_by_locale);
  g_test_add_data_func ("/base/date/parse/arabic", arabic, test_parse_by_locale);
  return g_test_run ();
}
