/* test-date.c: days as users read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-date.h"

#include <locale.h>

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

  if (setlocale (LC_TIME, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no locale de_DE.UTF-8 here");
      return;
    }
  text = tl_date_format ("2026-10-03");
  setlocale (LC_TIME, "C");
  g_assert_nonnull (g_strstr_len (text, -1, "Okt"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/date/format", test_format);
  g_test_add_func ("/base/date/no-day", test_no_day);
  g_test_add_func ("/base/date/locale", test_locale);
  return g_test_run ();
}
