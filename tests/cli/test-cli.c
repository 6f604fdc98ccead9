/* test-cli.c: the command line as its users call it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "support/tl-test-pdf.h"
#include "support/tl-test-support.h"
#include "tl-cli-fixture.h"

static char *
sample (const char *name)
{
  g_autofree char *relative = g_build_filename ("resources", "samples", name, NULL);

  return tl_test_build_source_path (relative);
}

static void
test_help (void)
{
  g_auto (TlCliResult) result = { 0 };

  tl_cli_run (&result, "--help", NULL);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.output, "render"));

  tl_cli_run (&result, "paint", NULL);
  tl_cli_assert_failed (&result, "paint");

  tl_cli_run (&result, "info", "--depth", "x", NULL);
  tl_cli_assert_failed (&result, "--depth");

  tl_cli_run (&result, "info", NULL);
  tl_cli_assert_failed (&result, "Usage");
}

static void
test_new (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = g_build_filename (directory, "Retail bank.it4it", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (TlCliResult) result = { 0 };

  tl_cli_run (&result, "new", "--edition", "2.1", path, NULL);
  g_assert_cmpstr (result.errors, ==, "");
  g_assert_cmpint (result.status, ==, 0);

  tl_cli_run (&result, "info", path, NULL);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.output, "Retail bank"));
  g_assert_nonnull (strstr (result.output, "2.1"));

  before = tl_test_read_file (path);
  tl_cli_run (&result, "new", path, NULL);
  tl_cli_assert_failed (&result, "Retail bank.it4it");
  after = tl_test_read_file (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_new_from_templates (void)
{
  static const char *const editions[] = { "2.1", "3.0" };

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
      g_autofree char *one = g_build_filename (directory, "one.it4it", NULL);
      g_autofree char *two = g_build_filename (directory, "two.it4it", NULL);
      g_autofree char *text_one = NULL;
      g_autofree char *text_two = NULL;
      g_auto (TlCliResult) result = { 0 };

      tl_cli_run (&result, "new", "--edition", editions[i], "--template", "starter", "--name", "Ours", one, NULL);
      g_assert_cmpint (result.status, ==, 0);
      tl_cli_run (&result, "new", "--edition", editions[i], "--template", "starter", "--name", "Ours", two, NULL);
      g_assert_cmpint (result.status, ==, 0);

      tl_cli_run (&result, "validate", one, two, NULL);
      g_assert_cmpstr (result.output, ==, "");
      g_assert_cmpint (result.status, ==, 0);

      /* Two projects are never the same project. */
      text_one = tl_test_read_file (one);
      text_two = tl_test_read_file (two);
      g_assert_cmpstr (text_one, !=, text_two);
    }
}

static void
test_new_refuses (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = g_build_filename (directory, "new.it4it", NULL);
  g_auto (TlCliResult) result = { 0 };

  tl_cli_run (&result, "new", "--edition", "4.0", path, NULL);
  tl_cli_assert_failed (&result, "4.0");
  tl_cli_run (&result, "new", "--template", "nothing", path, NULL);
  tl_cli_assert_failed (&result, "nothing");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_samples (void)
{
  static const char *const names[] = { "northwind-bank.it4it", "harbour-energy.it4it" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = sample (names[i]);
      g_auto (TlCliResult) result = { 0 };

      tl_cli_run (&result, "validate", path, NULL);
      g_assert_cmpstr (result.output, ==, "");
      g_assert_cmpint (result.status, ==, 0);
      tl_cli_run (&result, "fmt", "--check", path, NULL);
      g_assert_cmpstr (result.output, ==, "");
      g_assert_cmpint (result.status, ==, 0);
    }
}

#define BROKEN                                                                     \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                   \
  "<project xmlns=\"urn:throughline:project:1\" id=\"p1\" edition=\"2.1\" name=\"B\">\n" \
  "  <landscape>\n"                                                                \
  "    <tool id=\"t1\" name=\"One\"/>\n"                                           \
  "    <tool id=\"t1\" name=\"Two\"/>\n"                                           \
  "    <integration id=\"i1\" from=\"t1\" to=\"t9\"/>\n"                           \
  "  </landscape>\n"                                                               \
  "</project>\n"

static void
test_validate_lists_all (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = tl_test_write_file (directory, "broken.it4it", BROKEN, -1);
  g_auto (TlCliResult) result = { 0 };

  tl_cli_run (&result, "validate", path, NULL);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.output, "broken.it4it:5"));
  g_assert_nonnull (strstr (result.output, "broken.it4it:6"));
  g_assert_nonnull (strstr (result.output, "t9"));

  tl_cli_run (&result, "validate", "--json", path, NULL);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.output, "\"duplicate-id\""));
  g_assert_nonnull (strstr (result.output, "\"line\": 6"));

  /* What cannot be read whole is not read by the others. */
  tl_cli_run (&result, "info", path, NULL);
  tl_cli_assert_failed (&result, "broken.it4it");
  tl_cli_run (&result, "fmt", path, NULL);
  tl_cli_assert_failed (&result, "broken.it4it");
}

static void
test_missing_file (void)
{
  g_auto (TlCliResult) result = { 0 };

  tl_cli_run (&result, "validate", "/nowhere/at all.it4it", NULL);
  tl_cli_assert_failed (&result, "at all.it4it");
  tl_cli_run (&result, "info", "/nowhere/at all.it4it", NULL);
  tl_cli_assert_failed (&result, "at all.it4it");
  tl_cli_run (&result, "fmt", "/nowhere/at all.it4it", NULL);
  tl_cli_assert_failed (&result, "at all.it4it");
}

static void
test_fmt (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = tl_test_write_file (directory, "messy.it4it",
                                              "<project  name='M' xmlns='urn:throughline:project:1'\n"
                                              " edition='2.1' id='p1'/>", -1);
  g_autofree char *text = NULL;
  g_auto (TlCliResult) result = { 0 };

  tl_cli_run (&result, "fmt", "--check", path, NULL);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.output, "messy.it4it"));

  tl_cli_run (&result, "fmt", path, NULL);
  g_assert_cmpint (result.status, ==, 0);
  text = tl_test_read_file (path);
  g_assert_cmpstr (text, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<project xmlns=\"urn:throughline:project:1\" id=\"p1\" edition=\"2.1\" name=\"M\"/>\n");

  tl_cli_run (&result, "fmt", "--check", path, NULL);
  g_assert_cmpint (result.status, ==, 0);
}

static void
test_render (void)
{
  static const char *const views[] = {
    "value-chain", "level1", "stream:detect-to-correct", "component:incident",
  };
  static const char *const formats[] = { "svg", "pdf", "png" };
  static const char *const starts[] = { "<?xml", "%PDF-", "\x89PNG" };
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = sample ("northwind-bank.it4it");

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autofree char *name = g_strdup_printf ("%u.%s", v, formats[f]);
        g_autofree char *out = g_build_filename (directory, name, NULL);
        g_autofree char *bytes = NULL;
        g_auto (TlCliResult) result = { 0 };

        tl_cli_run (&result, "render", "--view", views[v], "--overlay", "maturity", "-o", out, path, NULL);
        g_assert_cmpstr (result.errors, ==, "");
        g_assert_cmpint (result.status, ==, 0);
        bytes = tl_test_read_file (out);
        g_assert_true (g_str_has_prefix (bytes, starts[f]));
      }
}

static char *
render_towards (const char *directory,
                const char *direction)
{
  g_autofree char *path = sample ("northwind-bank.it4it");
  g_autofree char *name = g_strconcat (direction, ".svg", NULL);
  g_autofree char *out = g_build_filename (directory, name, NULL);
  g_auto (TlCliResult) result = { 0 };

  tl_cli_run (&result, "render", "--view", "value-chain", "--direction", direction, "-o", out, path, NULL);
  g_assert_cmpstr (result.errors, ==, "");
  return tl_test_read_file (out);
}

/* As the language does, which here is English, unless it is said. */
static void
test_render_direction (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *by_itself = render_towards (directory, "auto");
  g_autofree char *forward = render_towards (directory, "ltr");
  g_autofree char *mirrored = render_towards (directory, "rtl");

  g_assert_true (strcmp (by_itself, forward) == 0);
  g_assert_true (strcmp (mirrored, forward) != 0);
}

static void
test_render_refuses (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = sample ("northwind-bank.it4it");
  g_autofree char *out = g_build_filename (directory, "out.svg", NULL);
  g_autofree char *gif = g_build_filename (directory, "out.gif", NULL);
  g_auto (TlCliResult) result = { 0 };

  tl_cli_run (&result, "render", "--view", "stream:nowhere", "-o", out, path, NULL);
  tl_cli_assert_failed (&result, "nowhere");
  tl_cli_run (&result, "render", "--view", "value-chain", "--overlay", "mood", "-o", out, path, NULL);
  tl_cli_assert_failed (&result, "mood");
  tl_cli_run (&result, "render", "--view", "value-chain", "-o", gif, path, NULL);
  tl_cli_assert_failed (&result, ".svg");
  tl_cli_run (&result, "render", "--view", "value-chain", "--scale", "nan", "-o", out, path, NULL);
  tl_cli_assert_failed (&result, "scale");
  tl_cli_run (&result, "render", "--view", "value-chain", "--direction", "up", "-o", out, path, NULL);
  tl_cli_assert_failed (&result, "up");
  tl_cli_run (&result, "render", "-o", out, path, NULL);
  tl_cli_assert_failed (&result, "--view");
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* As many pages as are asked for. */
static void
test_render_paper (void)
{
  static const struct
  {
    const char *poster;
    guint       n_pages;
  } cases[] = { { "1x1", 1 }, { "2x2", 4 } };
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  char *directory = tl_test_create_directory ();
  g_autofree char *out = g_build_filename (directory, "poster.pdf", NULL);
  g_auto (TlCliResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *data = NULL;
      gsize length;

      tl_cli_run (&result, "render", "--view", "level1", "--overlay", "cost", "--paper", "A4", "--poster", cases[i].poster, "-o", out, path, NULL);
      g_assert_cmpstr (result.errors, ==, "");
      g_assert_cmpint (result.status, ==, 0);
      g_assert_true (g_file_get_contents (out, &data, &length, NULL));
      g_assert_cmpuint (tl_test_count_pdf_pages (data, length), ==, cases[i].n_pages);
    }
  tl_cli_run (&result, "render", "--view", "value-chain", "--paper", "letter", "--scale", "0.5", "--portrait", "-o", out, path, NULL);
  g_assert_cmpint (result.status, ==, 0);
  tl_cli_run (&result, "render", "--help", NULL);
  g_assert_nonnull (strstr (result.output, "--poster"));

  tl_test_remove_directory (directory);
}

static void
test_render_paper_refuses (void)
{
  static const struct
  {
    const char *arguments[6];
    const char *reason;
  } cases[] = {
    { { "--paper", "foolscap" }, "foolscap" },
    { { "--poster", "2x2" }, "--paper" },
    { { "--landscape" }, "--paper" },
    { { "--paper", "A4", "--poster", "2" }, "3x2" },
    { { "--paper", "A4", "--poster", "0x2" }, "3x2" },
    { { "--paper", "A4", "--poster", "2x-1" }, "3x2" },
    { { "--paper", "A4", "--poster", "99x99" }, "400" },
    { { "--paper", "A4", "--poster", "2x2", "--scale", "1" }, "--scale" },
    { { "--paper", "A4", "--portrait", "--landscape" }, "--portrait" },
    { { "--paper", "A4", "--scale", "20" }, "400" },
    { { "--paper", "A4", "--margin", "200" }, "margins" },
    { { "--paper", "A4", "--overlap", "nan" }, "overlap" },
    { { "--paper", "A4", "--dark" }, "--dark" },
  };
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  char *directory = tl_test_create_directory ();
  g_autofree char *out = g_build_filename (directory, "none.pdf", NULL);
  g_autofree char *svg = g_build_filename (directory, "none.svg", NULL);
  g_auto (TlCliResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *a = cases[i].arguments;

      tl_cli_run (&result, "render", "--view", "level1", "-o", out, path, a[0], a[1], a[2], a[3], a[4], a[5], NULL);
      tl_cli_assert_failed (&result, cases[i].reason);
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
    }
  tl_cli_run (&result, "render", "--view", "level1", "--paper", "A4", "-o", svg, path, NULL);
  tl_cli_assert_failed (&result, ".pdf");

  tl_test_remove_directory (directory);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/new", test_new);
  g_test_add_func ("/cli/new/templates", test_new_from_templates);
  g_test_add_func ("/cli/new/refuses", test_new_refuses);
  g_test_add_func ("/cli/samples", test_samples);
  g_test_add_func ("/cli/validate/lists-all", test_validate_lists_all);
  g_test_add_func ("/cli/missing-file", test_missing_file);
  g_test_add_func ("/cli/fmt", test_fmt);
  g_test_add_func ("/cli/render", test_render);
  g_test_add_func ("/cli/render/direction", test_render_direction);
  g_test_add_func ("/cli/render/refuses", test_render_refuses);
  g_test_add_func ("/cli/render/paper", test_render_paper);
  g_test_add_func ("/cli/render/paper-refuses", test_render_paper_refuses);
  return g_test_run ();
}
