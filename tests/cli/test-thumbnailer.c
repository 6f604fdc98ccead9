/* test-thumbnailer.c: file managers get pictures of projects, and of nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-png-text.h"

#include "support/tl-test-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* Returns: (transfer full): what it said on standard error, in the end */
static char *
run (int        *status,
     const char *size,
     const char *input,
     const char *output)
{
  g_autofree char *program = g_build_filename (g_getenv ("TL_BUILD_ROOT"), "src", "cli", "throughline-thumbnailer", NULL);
  const char *arguments[] = { program, "-s", size, input, output, NULL };
  g_autoptr (GError) error = NULL;
  char *errors = NULL;
  int wait_status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &errors, &wait_status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  *status = WEXITSTATUS (wait_status);
  return errors;
}

static guint32
read_number (const char *data)
{
  const guint8 *bytes = (const guint8 *) data;

  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
check_picture (const char *path,
               const char *uri,
               guint       size)
{
  g_autofree char *data = NULL;
  g_autofree char *of = NULL;
  g_autofree char *type = NULL;
  g_autofree char *modified = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (length, >, 24);
  g_assert_cmpmem (data + 1, 3, "PNG", 3);
  g_assert_cmpuint (MAX (read_number (data + 16), read_number (data + 20)), <=, size);
  g_assert_cmpuint (MAX (read_number (data + 16), read_number (data + 20)), >=, size - 1);
  of = tl_png_text_find ((const guint8 *) data, length, "Thumb::URI");
  type = tl_png_text_find ((const guint8 *) data, length, "Thumb::Mimetype");
  modified = tl_png_text_find ((const guint8 *) data, length, "Thumb::MTime");
  g_assert_cmpstr (of, ==, uri);
  g_assert_cmpstr (type, ==, "application/x-it4it+xml");
  g_assert_cmpint (g_ascii_strtoll (modified, NULL, 10), >, 0);
}

static void
test_samples (void)
{
  static const char *const samples[] = { "northwind-bank", "harbour-energy" };
  static const char *const sizes[] = { "128", "256", "1024" };
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *output = g_build_filename (directory, "picture.png", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autofree char *relative = g_strdup_printf ("resources/samples/%s.it4it", samples[i]);
        g_autofree char *path = tl_test_build_source_path (relative);
        g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
        int status;
        /* As an address, and as a path. */
        g_autofree char *errors = run (&status, sizes[j], i == 0 ? uri : path, output);

        g_assert_cmpstr (errors, ==, "");
        g_assert_cmpint (status, ==, 0);
        check_picture (output, uri, (guint) g_ascii_strtoull (sizes[j], NULL, 10));
      }
}

static void
assert_refused (const char *input,
                const char *output)
{
  int status;
  g_autofree char *errors = run (&status, "256", input, output);

  g_assert_cmpint (status, ==, 1);
  g_assert_true (g_str_has_prefix (errors, "throughline-thumbnailer: "));
  g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

/* An error, and nothing else. */
static void
test_hostile (void)
{
  static const char *const texts[] = {
    "", "\x89PNG\r\n\x1a\n", "<project", "<?xml version=\"1.0\"?><project xmlns=\"urn:other\"/>",
    "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]>"
    "<project xmlns=\"urn:throughline:project:1\" id=\"x\" edition=\"3.0\" name=\"&b;\"/>",
    "<?xml version=\"1.0\"?>\n<project xmlns=\"urn:throughline:project:1\" id=\"x\" edition=\"9.9\" name=\"a\nb\"/>",
  };
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *output = g_build_filename (directory, "picture.png", NULL);
  g_autofree char *pipe = g_build_filename (directory, "pipe.it4it", NULL);
  g_autoptr (GString) deep = g_string_new ("<?xml version=\"1.0\"?>");
  g_autofree char *nested = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = tl_test_write_file (directory, "hostile.it4it", texts[i], -1);

      assert_refused (path, output);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<project xmlns=\"urn:throughline:project:1\">");
  nested = tl_test_write_file (directory, "deep.it4it", deep->str, -1);
  assert_refused (nested, output);
  assert_refused (directory, output);
  assert_refused ("/no/such/file.it4it", output);
  /* Nobody will ever write to it. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (pipe, output);
}

/* It cannot be written: what was there stays. */
static void
test_output (void)
{
  g_autofree char *path = tl_test_build_source_path ("resources/samples/northwind-bank.it4it");
  int status;
  g_autofree char *errors = run (&status, "256", path, "/no/such/folder/picture.png");

  g_assert_cmpint (status, ==, 1);
  g_assert_cmpstr (errors, !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/thumbnailer/samples", test_samples);
  g_test_add_func ("/thumbnailer/hostile", test_hostile);
  g_test_add_func ("/thumbnailer/output", test_output);
  return g_test_run ();
}
