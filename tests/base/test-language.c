/* test-language.c: the language of the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-language.h"
#include "tl-test-locale.h"

#define RLM "\342\200\217"
#define FSI "\342\201\250"
#define PDI "\342\201\251"
#define LRM "\342\200\216"

static void
check_isolated (const char *text,
                const char *expected)
{
  g_autofree char *isolated = tl_language_isolate (text);

  g_assert_cmpstr (isolated, ==, expected);
}

static void
check_path (const char *path,
            const char *expected)
{
  g_autofree char *led = tl_language_lead_path (path);

  g_assert_cmpstr (led, ==, expected);
}

static void
check_way (const char *from,
           gboolean    onwards,
           const char *to,
           const char *expected)
{
  g_autofree char *way = tl_language_create_way (from, onwards, to);

  g_assert_cmpstr (way, ==, expected);
}

static void
check_turned (const char *way,
              const char *expected)
{
  g_autofree char *turned = tl_language_turn_way (way);

  g_assert_cmpstr (turned, ==, expected);
}

/* Where all is read from the left, nothing is added. */
static void
test_from_the_left (void)
{
  g_assert_false (tl_language_is_right_to_left ());
  g_assert_cmpstr (tl_language_get_mark (), ==, "");
  check_isolated ("Jira", "Jira");
  check_isolated ("أداة", "أداة");
  check_path ("~/work", "~/work");
  check_way ("Jira", TRUE, "Git", "Jira → Git");
  check_way ("Jira", FALSE, "Git", "Jira ← Git");
  check_way (NULL, TRUE, "Git", "→ Git");
  check_turned ("Jira → Git", "Jira → Git");
  check_turned ("Jira", "Jira");
}

/* The catalogue says from where it is read, not the locale. Each name is read by itself, and they
 * follow each other from the right. */
static void
test_from_the_right (void)
{
  if (!tl_test_use_catalog ("ar"))
    return;

  g_assert_true (tl_language_is_right_to_left ());
  g_assert_cmpstr (tl_language_get_mark (), ==, RLM);
  check_isolated ("C++", RLM FSI "C++" PDI);
  check_isolated ("أداة", RLM FSI "أداة" PDI);
  check_path ("~/work", RLM LRM "~/work");
  check_way ("Jira", TRUE, "Git", RLM FSI "Jira" PDI " " RLM "← " RLM FSI "Git" PDI);
  check_way ("Jira", FALSE, "Git", RLM FSI "Jira" PDI " " RLM "→ " RLM FSI "Git" PDI);
  check_way (NULL, TRUE, "Git", RLM "← " RLM FSI "Git" PDI);
  check_turned ("Jira → Git", RLM FSI "Jira" PDI " " RLM "← " RLM FSI "Git" PDI);
  check_turned ("A→B", "A→B");
  check_turned ("Jira", "Jira");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/language/from-the-left", test_from_the_left);
  g_test_add_func ("/base/language/from-the-right", test_from_the_right);
  return g_test_run ();
}
