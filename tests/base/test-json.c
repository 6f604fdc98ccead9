/* test-json.c: the JSON writer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/tl-json.h"
#include "tl-test-locale.h"

static void
test_nesting (void)
{
  g_autoptr (TlJson) json = tl_json_new ();

  tl_json_begin_object (json, NULL);
  tl_json_string (json, "name", "Jira");
  tl_json_begin_array (json, "empty");
  tl_json_end (json);
  tl_json_begin_array (json, "findings");
  tl_json_integer (json, NULL, -7);
  tl_json_begin_object (json, NULL);
  tl_json_boolean (json, "yes", TRUE);
  tl_json_string (json, "nothing", NULL);
  tl_json_end (json);
  tl_json_end (json);
  tl_json_end (json);

  g_assert_cmpstr (tl_json_get_text (json), ==,
                   "{\n"
                   "  \"name\": \"Jira\",\n"
                   "  \"empty\": [],\n"
                   "  \"findings\": [\n"
                   "    -7,\n"
                   "    {\n"
                   "      \"yes\": true,\n"
                   "      \"nothing\": null\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");
}

static void
test_escapes (void)
{
  g_autoptr (TlJson) json = tl_json_new ();

  tl_json_string (json, NULL, "a\"b\\c\n\t\001ü\xff");
  g_assert_cmpstr (tl_json_get_text (json), ==, "\"a\\\"b\\\\c\\n\\t\\u0001ü\xef\xbf\xbd\"\n");
}

static void
test_numbers (void)
{
  g_autoptr (TlJson) json = tl_json_new ();

  if (!tl_test_set_locale ("de_DE"))
    return;
  tl_json_begin_array (json, NULL);
  tl_json_integer (json, NULL, 1234);
  tl_json_number (json, NULL, 2.5);
  tl_json_number (json, NULL, 1.0 / 0.0);
  tl_json_end (json);
  g_assert_cmpstr (tl_json_get_text (json), ==, "[\n  1234,\n  2.5,\n  null\n]\n");
  tl_test_reset_locale ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/json/nesting", test_nesting);
  g_test_add_func ("/base/json/escapes", test_escapes);
  g_test_add_func ("/base/json/numbers-by-no-locale", test_numbers);
  return g_test_run ();
}
