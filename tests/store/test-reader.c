/* test-reader.c: good files, as streams
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-digest.h"
#include "store/tl-reader.h"
#include "tl-test-support.h"

#include <string.h>

#define OPEN "<project xmlns=\"urn:throughline:project:1\" id=\"p\" edition=\"2.1\" name=\"P\">"

static TlProject *
read_text (const char *text,
           gssize      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  TlProject *project = tl_reader_read_bytes (bytes, "some.it4it", TL_READ_STRICT, &problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  return project;
}

/* Other ways to write the same. */
static void
test_same_project (gconstpointer text)
{
  g_autoptr (TlProject) project = read_text (text, -1);

  g_assert_cmpstr (tl_record_get_id (TL_RECORD (project)), ==, "p");
  g_assert_cmpstr (tl_record_get_name (TL_RECORD (project)), ==, "P");
  g_assert_cmpstr (tl_record_get_name (tl_project_lookup (project, "t1")), ==, "é & <");
  g_assert_null (tl_record_get_unknown (tl_project_lookup (project, "t1")));
  g_assert_true (tl_project_is_sealed (project));
  g_assert_false (tl_history_get_can_undo (tl_project_get_history (project)));
}

/* References may point forward, and to what is in another list. */
static void
test_forward_references (void)
{
  g_autoptr (TlProject) project =
      read_text (OPEN "<landscape><integration id=\"i\" from=\"b\" to=\"a\"/><tool id=\"a\"/><tool id=\"b\"/></landscape>"
                      "<services><service id=\"s\"><relations><relation id=\"r\" kind=\"k\" from=\"e\" to=\"f\"/></relations>"
                      "<logical><element id=\"e\" kind=\"k\"/></logical></service><service id=\"t\"><realized>"
                      "<element id=\"f\" kind=\"k\"/></realized></service></services></project>", -1);

  g_assert_nonnull (tl_project_lookup (project, "i"));
  g_assert_nonnull (tl_project_lookup (project, "r"));
}

typedef struct
{
  guint  n;
  double last;
} Progress;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  progress->last = fraction;
  progress->n++;
}

static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new (OPEN "<landscape>");
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (TlProject) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *expected = NULL;
  Progress progress = { 0, 0 };

  /* Characters of two to four bytes come to lie across the chunks in all ways. */
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<tool id=\"t%u\" name=\"é€🙂 %u\"/>\n", i, i);
  g_string_append (text, "</landscape></project>");

  stream = g_memory_input_stream_new_from_data (text->str, text->len, NULL);
  project = tl_reader_read (stream, "large", text->len, TL_READ_STRICT, progress_cb, &progress, NULL, &digest, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_TOOLS), ==, 20000);
  g_assert_cmpstr (tl_record_get_name (tl_project_lookup (project, "t19999")), ==, "é€🙂 19999");
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n, >, 5);
  expected = tl_digest_compute (text->str, text->len);
  g_assert_cmpstr (digest, ==, expected);
}

static void
test_digest (void)
{
  char bytes[100];
  g_autofree char *whole = NULL;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = i * 37;
  whole = tl_digest_compute (bytes, sizeof bytes);
  g_assert_cmpuint (strlen (whole), ==, 32);

  /* In whatever parts the bytes come. */
  for (guint part = 1; part < sizeof bytes; part++)
    {
      g_autofree char *digest = NULL;
      TlDigest self;

      tl_digest_init (&self);
      for (guint at = 0; at < sizeof bytes; at += part)
        tl_digest_update (&self, bytes + at, MIN (part, sizeof bytes - at));
      digest = tl_digest_finish (&self);
      g_assert_cmpstr (digest, ==, whole);
    }

  /* Any bit, and zeros at the end, make another one. */
  for (guint bit = 0; bit < 8 * sizeof bytes; bit++)
    {
      g_autofree char *digest = NULL;

      bytes[bit / 8] ^= 1 << bit % 8;
      digest = tl_digest_compute (bytes, sizeof bytes);
      g_assert_cmpstr (digest, !=, whole);
      bytes[bit / 8] ^= 1 << bit % 8;
    }
  {
    g_autofree char *none = tl_digest_compute ("", 0);
    g_autofree char *zero = tl_digest_compute ("\0", 1);

    g_assert_cmpstr (none, !=, zero);
  }
}

static void
test_problem_text (void)
{
  g_autoptr (TlProblem) problem = tl_problem_new (TL_STORE_ERROR_LIMIT, 7, 3, "t1", g_strdup ("Too much."));
  g_autoptr (TlProblem) copy = tl_problem_copy (problem);
  g_autofree char *text = tl_problem_describe (copy, "some.it4it");

  g_assert_cmpstr (text, ==, "some.it4it, line 7, column 3: Too much.");
  g_assert_cmpstr (copy->record_id, ==, "t1");
  g_assert_cmpstr (tl_store_error_get_name (TL_STORE_ERROR_LIMIT), ==, "limit");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/store/reader/plain",
                        OPEN "<landscape><tool id=\"t1\" name=\"é &amp; &lt;\"/></landscape></project>",
                        test_same_project);
  g_test_add_data_func ("/store/reader/byte-order-mark",
                        "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8' standalone='yes' ?>" OPEN
                        "<landscape><tool id=\"t1\" name=\"é &amp; &lt;\"/></landscape></project>",
                        test_same_project);
  g_test_add_data_func ("/store/reader/references",
                        OPEN "<landscape><tool name='&#233; &#x26; &#60;' id='t1'/></landscape></project>",
                        test_same_project);
  g_test_add_data_func ("/store/reader/prefixed",
                        "<q:project xmlns:q='urn:throughline:project:1' xmlns='urn:other' edition='2.1' id='p' name='P'>\r\n"
                        "<q:landscape>\r\n<q:tool id=\"t1\"\r\n name=\"é &amp; &lt;\"></q:tool></q:landscape></q:project>",
                        test_same_project);
  g_test_add_func ("/store/reader/forward-references", test_forward_references);
  g_test_add_func ("/store/reader/large", test_large);
  g_test_add_func ("/store/reader/digest", test_digest);
  g_test_add_func ("/store/reader/problem-text", test_problem_text);
  return g_test_run ();
}
