/* test-cli-render-blueprint.c: blueprints from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "cli/tl-cli-fixture.h"
#include "support/tl-test-support.h"

#define DATA "tests/data/online-payments.it4it"

static void
test_blueprint (void)
{
  static const char *const formats[] = { "svg", "pdf", "png" };
  char *directory = tl_test_create_directory ();
  g_autofree char *path = tl_test_build_source_path (DATA);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("blueprint.", formats[i], NULL);
      g_autofree char *out = g_build_filename (directory, name, NULL);
      g_auto (TlCliResult) result = { 0 };

      tl_cli_run (&result, "render", "--view", "blueprint", "--service", "s1", "-o", out, path, NULL);
      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpstr (result.errors, ==, "");
      g_assert_true (g_file_test (out, G_FILE_TEST_IS_REGULAR));
    }

  tl_test_remove_directory (directory);
}

static void
test_element (void)
{
  static const char *const views[] = { "line:l1", "impact:r4" };
  char *directory = tl_test_create_directory ();
  g_autofree char *path = tl_test_build_source_path (DATA);
  g_autofree char *out = g_build_filename (directory, "element.svg", NULL);
  g_autofree char *none = g_build_filename (directory, "none.svg", NULL);
  g_auto (TlCliResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      tl_cli_run (&result, "render", "--view", views[i], "-o", out, path, NULL);
      g_assert_cmpint (result.status, ==, 0);
      g_assert_true (g_file_test (out, G_FILE_TEST_IS_REGULAR));
    }
  tl_cli_run (&result, "render", "--view", "impact:s1", "-o", none, path, NULL);
  tl_cli_assert_failed (&result, "s1");
  tl_cli_run (&result, "render", "--view", "line:", "-o", none, path, NULL);
  g_assert_cmpint (result.status, ==, 2);
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));

  tl_test_remove_directory (directory);
}

static void
test_refuses (void)
{
  char *directory = tl_test_create_directory ();
  g_autofree char *path = tl_test_build_source_path (DATA);
  g_autofree char *out = g_build_filename (directory, "blueprint.svg", NULL);
  g_auto (TlCliResult) result = { 0 };

  /* Both say which services there are. */
  tl_cli_run (&result, "render", "--view", "blueprint", "-o", out, path, NULL);
  tl_cli_assert_failed (&result, "s2 (Fraud screening)");
  tl_cli_run (&result, "render", "--view", "blueprint", "--service", "l1", "-o", out, path, NULL);
  tl_cli_assert_failed (&result, "s1 (Online payments)");
  g_assert_nonnull (strstr (result.errors, "l1"));
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));

  tl_test_remove_directory (directory);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/render/blueprint", test_blueprint);
  g_test_add_func ("/cli/render/element", test_element);
  g_test_add_func ("/cli/render/blueprint/refuses", test_refuses);
  return g_test_run ();
}
