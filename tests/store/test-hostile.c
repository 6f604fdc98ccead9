/* test-hostile.c: broken and evil files get a clear error, fast and in little memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-reader.h"
#include "store/tl-writer.h"
#include "tl-test-support.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN "<project xmlns=\"urn:throughline:project:1\" id=\"p\" edition=\"2.1\" name=\"P\">\n"
#define CLOSE "</project>\n"

typedef struct
{
  const char  *name;
  const char  *xml;
  gssize       length; /* -1: up to NUL */
  TlStoreError code;
  guint        line;
  const char  *reason; /* what the message mentions */
  guint        n_kept; /* records that salvage keeps besides the root; G_MAXUINT: no project */
} Case;

#define NOTHING G_MAXUINT

static const Case cases[] = {
  { "truncated-in-tag", HEAD OPEN "<landscape>\n<tool id=\"t1\"/>\n<tool id=\"t2\" na", -1,
    TL_STORE_ERROR_SYNTAX, 5, "not whole", 1 },
  { "truncated-in-text", HEAD OPEN "<landscape>\n<tool id=\"t1\"><note>So far", -1,
    TL_STORE_ERROR_SYNTAX, 4, "not whole", 1 },
  { "truncated-at-record", HEAD OPEN "<landscape>\n<tool id=\"t1\"/>\n", -1,
    TL_STORE_ERROR_SYNTAX, 5, "not whole", 1 },
  { "declared-latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" OPEN CLOSE, -1,
    TL_STORE_ERROR_ENCODING, 1, "ISO-8859-1", NOTHING },
  { "utf-16", "\xff\xfe<\0?\0x\0m\0l\0", 12, TL_STORE_ERROR_ENCODING, 1, "UTF-16", NOTHING },
  { "utf-16-without-mark", "<\0?\0x\0m\0l\0 \0", 12, TL_STORE_ERROR_ENCODING, 1, "UTF-16", NOTHING },
  { "utf-32", "\xff\xfe\0\0<\0\0\0", 8, TL_STORE_ERROR_ENCODING, 1, "UTF-32", NOTHING },
  { "ebcdic", "\x4c\x6f\xa7\x94\x93", 5, TL_STORE_ERROR_ENCODING, 1, "EBCDIC", NOTHING },
  { "latin-1-byte", HEAD OPEN "<landscape>\n<tool id=\"t1\" name=\"caf\xe9\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_ENCODING, 4, "0xE9", 1 },
  { "overlong", HEAD OPEN "<landscape>\n\n<tool id=\"t1\" name=\"\xc0\xaf\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_ENCODING, 5, "0xC0", 1 },
  { "surrogate", HEAD OPEN "<description>\xed\xa0\x80</description>" CLOSE, -1,
    TL_STORE_ERROR_ENCODING, 3, "0xED", 0 },
  { "ends-within-character", HEAD OPEN "<description>\xe2\x82", -1,
    TL_STORE_ERROR_ENCODING, 3, "0xE2", 0 },
  { "nul-byte", HEAD OPEN "<landscape>\0<tool id=\"t1\"/></landscape>" CLOSE,
    sizeof (HEAD OPEN "<landscape>\0<tool id=\"t1\"/></landscape>" CLOSE) - 1,
    TL_STORE_ERROR_SYNTAX, 3, "NUL", 1 },
  { "control-character", HEAD OPEN "<description>a\x07z</description>" CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 3, "U+0007", 0 },
  { "control-reference", HEAD OPEN "<description>a&#7;z</description>" CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 3, "well-formed", 0 },
  { "doctype", HEAD "<!DOCTYPE project SYSTEM \"project.dtd\">\n" OPEN CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 2, "DOCTYPE", NOTHING },
  { "entity-bomb",
    HEAD "<!DOCTYPE p [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
         "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>\n" OPEN
         "<description>&d;&d;&d;</description>" CLOSE,
    -1, TL_STORE_ERROR_SYNTAX, 2, "DOCTYPE", NOTHING },
  { "external-entity",
    HEAD "\n<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" OPEN "<description>&x;</description>" CLOSE,
    -1, TL_STORE_ERROR_SYNTAX, 3, "DOCTYPE", NOTHING },
  { "unknown-entity", HEAD OPEN "<description>\n&nbsp;</description>" CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 4, "nbsp", 0 },
  { "duplicate-id",
    HEAD OPEN "<landscape>\n<tool id=\"x\" name=\"A\"/>\n<tool id=\"x\" name=\"B\"><supports component=\"requirement\"/></tool>\n"
              "</landscape>" CLOSE,
    -1, TL_STORE_ERROR_DUPLICATE_ID, 5, "“x”", 1 },
  { "duplicate-id-of-root", HEAD OPEN "<landscape>\n<tool id=\"p\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_DUPLICATE_ID, 4, "“p”", 0 },
  { "dangling-record",
    HEAD OPEN "<landscape>\n<tool id=\"t1\"/>\n<integration id=\"i1\" from=\"t1\"\n  to=\"t9\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_UNKNOWN_REFERENCE, 6, "t9", 1 },
  { "reference-to-another-type",
    HEAD OPEN "<landscape>\n<tool id=\"t1\"/>\n<integration id=\"i1\" from=\"t1\" to=\"p\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_UNKNOWN_REFERENCE, 5, "“p”", 1 },
  { "dangling-component",
    HEAD OPEN "<assessments>\n<assessment of=\"no-such-component\" date=\"2026-01-01\"/></assessments>" CLOSE, -1,
    TL_STORE_ERROR_UNKNOWN_REFERENCE, 4, "no-such-component", 0 },
  { "dangling-optional",
    HEAD OPEN "<landscape>\n<tool id=\"t1\"/><integration id=\"i1\" from=\"t1\" to=\"t1\" data-object=\"nothing\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_UNKNOWN_REFERENCE, 4, "nothing", 2 },
  { "unknown-edition",
    HEAD "<project xmlns=\"urn:throughline:project:1\" id=\"p\" edition=\"9.9\"/>", -1,
    TL_STORE_ERROR_UNKNOWN_EDITION, 2, "9.9", NOTHING },
  { "no-edition", HEAD "<project xmlns=\"urn:throughline:project:1\" id=\"p\"/>", -1,
    TL_STORE_ERROR_INVALID_VALUE, 2, "edition", NOTHING },
  { "no-id", HEAD "<project xmlns=\"urn:throughline:project:1\" edition=\"2.1\"/>", -1,
    TL_STORE_ERROR_INVALID_VALUE, 2, "“id”", 0 },
  { "newer-version", HEAD "<project xmlns=\"urn:throughline:project:2\" id=\"p\" edition=\"2.1\"/>", -1,
    TL_STORE_ERROR_NEWER_VERSION, 2, "newer", NOTHING },
  { "html", "<!-- x -->\n\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>", -1,
    TL_STORE_ERROR_NOT_A_PROJECT, 3, "html", NOTHING },
  { "project-of-somebody-else", "<project name=\"ant\"/>", -1,
    TL_STORE_ERROR_NOT_A_PROJECT, 1, "another kind", NOTHING },
  { "empty", "", 0, TL_STORE_ERROR_NOT_A_PROJECT, 1, "empty", NOTHING },
  { "white-space", "\n  \n", -1, TL_STORE_ERROR_SYNTAX, 3, "", NOTHING },
  { "plain-text", "Dear all,\nplease find attached\n", -1, TL_STORE_ERROR_SYNTAX, 1, "well-formed", NOTHING },
  { "png", "\x89PNG\r\n\x1a\n", 8, TL_STORE_ERROR_ENCODING, 1, "0x89", NOTHING },
  { "two-roots", HEAD OPEN CLOSE OPEN CLOSE, -1, TL_STORE_ERROR_SYNTAX, 4, "well-formed", 0 },
  { "wrong-end-tag", HEAD OPEN "<landscape>\n<tool id=\"t1\"/>\n</landscap>" CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 5, "well-formed", 1 },
  { "attribute-twice", HEAD OPEN "<landscape>\n<tool id=\"t1\" name=\"a\" name=\"b\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 4, "well-formed", 0 },
  { "undeclared-prefix", HEAD OPEN "<landscape>\n<tool id=\"t1\" x:a=\"b\"/></landscape><x:y><z/></x:y>" CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 4, "well-formed", 1 },
  { "stray-text", HEAD OPEN "<landscape>\n  stray <tool id=\"t1\"/> text</landscape>" CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 4, "text", 1 },
  { "two-notes", HEAD OPEN "<landscape>\n<tool id=\"t1\"><note>a</note>\n<note>b</note></tool></landscape>" CLOSE, -1,
    TL_STORE_ERROR_SYNTAX, 5, "note", 1 },
  { "no-number", HEAD OPEN "<landscape>\n<tool id=\"t1\" annual-cost=\"lots\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_INVALID_VALUE, 4, "annual-cost", 1 },
  { "no-date", HEAD OPEN "<assessments>\n<assessment of=\"requirement\" date=\"2026-02-30\"/></assessments>" CLOSE, -1,
    TL_STORE_ERROR_INVALID_VALUE, 4, "date", 0 },
  { "out-of-range", HEAD OPEN "<assessments><assessment of=\"requirement\" date=\"2026-02-28\" current=\"6\"/></assessments>" CLOSE, -1,
    TL_STORE_ERROR_INVALID_VALUE, 3, "current", 1 },
  { "required-is-missing", HEAD OPEN "<landscape>\n<tool id=\"t1\"/>\n<integration id=\"i1\" from=\"t1\"/></landscape>" CLOSE, -1,
    TL_STORE_ERROR_INVALID_VALUE, 5, "“to”", 1 },
  { "children-of-the-rejected",
    HEAD OPEN "<services><service id=\"not an id\"><description>x</description><logical><element id=\"e1\" kind=\"k\"/></logical>"
              "</service>\n<service id=\"s2\"/></services>" CLOSE,
    -1, TL_STORE_ERROR_INVALID_VALUE, 3, "“id”", 1 },
};

static gboolean
count_record (TlRecord *record,
              gpointer  n)
{
  ++*(guint *) n;
  return TRUE;
}

static guint
count_records (TlProject *project)
{
  guint n = 0;

  tl_record_foreach (TL_RECORD (project), count_record, &n);
  return n - 1;
}

static void
assert_problem (const GError *error,
                GPtrArray    *problems,
                const Case   *test)
{
  g_autofree char *line = g_strdup_printf ("line %u", test->line);
  TlProblem *problem;

  g_assert_error (error, TL_STORE_ERROR, (int) test->code);
  g_assert_nonnull (strstr (error->message, "some.it4it"));
  g_assert_nonnull (strstr (error->message, line));
  if (strstr (error->message, test->reason) == NULL)
    g_test_fail_printf ("“%s” does not mention “%s”", error->message, test->reason);

  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpint (problem->code, ==, test->code);
  g_assert_cmpuint (problem->line, ==, test->line);
}

/* A file that is said to be large is parsed in a thread of its own. */
static TlProject *
read_as (GBytes       *bytes,
         gboolean      is_large,
         TlReadFlags   flags,
         GPtrArray   **problems,
         GError      **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return tl_reader_read (stream, "some.it4it", is_large ? 1 << 20 : 0, flags, NULL, NULL, problems, NULL, NULL, error);
}

/* What is saved is a project that can be opened again. */
static void
assert_salvage (const Case *test,
                GBytes     *bytes,
                gboolean    is_large)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = read_as (bytes, is_large, TL_READ_SALVAGE, &problems, &error);
  g_autoptr (TlProject) again = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpint (((TlProblem *) g_ptr_array_index (problems, 0))->code, ==, test->code);
  if (test->n_kept == NOTHING)
    {
      g_assert_null (project);
      g_assert_error (error, TL_STORE_ERROR, (int) test->code);
      return;
    }

  g_assert_no_error (error);
  g_assert_nonnull (project);
  g_assert_cmpuint (count_records (project), ==, test->n_kept);

  written = tl_writer_write (project);
  again = tl_reader_read_bytes (written, "again", TL_READ_STRICT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (again), ==, test->n_kept);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->xml, test->length < 0 ? strlen (test->xml) : (gsize) test->length);

  for (gboolean is_large = FALSE; is_large <= TRUE; is_large++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (read_as (bytes, is_large, TL_READ_STRICT, &problems, &error));
      assert_problem (error, problems, test);
      assert_salvage (test, bytes, is_large);
    }
}

/* Streams that are made as they are read */

#define TEST_TYPE_ENDLESS (test_endless_get_type ())
G_DECLARE_FINAL_TYPE (TestEndless, test_endless, TEST, ENDLESS, GInputStream)

/* @head, then @n times @part, in which %d is replaced by the number, then @tail. */
struct _TestEndless
{
  GInputStream parent_instance;

  const char  *part;
  const char  *tail;
  guint        n;
  guint        i;
  GString     *left;
  gsize        n_read;
};

G_DEFINE_FINAL_TYPE (TestEndless, test_endless, G_TYPE_INPUT_STREAM)

static gssize
test_endless_read (GInputStream *stream,
                   void         *buffer,
                   gsize         count,
                   GCancellable *cancellable,
                   GError      **error)
{
  TestEndless *self = TEST_ENDLESS (stream);
  gsize n;

  while (self->left->len < count && self->i <= self->n)
    {
      const char *number = strstr (self->part, "%d");

      if (self->i++ == self->n)
        {
          g_string_append (self->left, self->tail);
          break;
        }
      if (number == NULL)
        {
          g_string_append (self->left, self->part);
          continue;
        }
      g_string_append_len (self->left, self->part, number - self->part);
      g_string_append_printf (self->left, "%u", self->i);
      g_string_append (self->left, number + 2);
    }

  n = MIN (count, self->left->len);
  memcpy (buffer, self->left->str, n);
  g_string_erase (self->left, 0, n);
  self->n_read += n;
  return n;
}

static void
test_endless_finalize (GObject *object)
{
  g_string_free (TEST_ENDLESS (object)->left, TRUE);
  G_OBJECT_CLASS (test_endless_parent_class)->finalize (object);
}

static void
test_endless_class_init (TestEndlessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_endless_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_endless_read;
}

static void
test_endless_init (TestEndless *self)
{
}

typedef struct
{
  const char  *name;
  const char  *head;
  const char  *part;
  guint        n;
  const char  *tail;
  TlStoreError code;
  const char  *reason;
  gsize        max_read; /* bytes after which it must have stopped */
} Flood;

#define TEN "aaaaaaaaaa"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define KILO HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED

static const Flood floods[] = {
  { "deep-nesting", HEAD OPEN, "<x>", 10000, "", TL_STORE_ERROR_LIMIT, "nested", 256 * 1024 },
  { "deep-known-nesting", HEAD OPEN, "<landscape>", 10000, "", TL_STORE_ERROR_LIMIT, "nested", 256 * 1024 },
  { "huge-attribute", HEAD OPEN "<landscape><tool id='t' name='", KILO, 100 * 1000, "'/></landscape>" CLOSE,
    TL_STORE_ERROR_LIMIT, "longer", 20 << 20 },
  { "huge-unknown-attribute", HEAD OPEN "<landscape><tool id='t' x='", KILO, 100 * 1000, "'/></landscape>" CLOSE,
    TL_STORE_ERROR_LIMIT, "longer", 20 << 20 },
  { "huge-text", HEAD OPEN "<description>", KILO, 100 * 1000, "</description>" CLOSE, TL_STORE_ERROR_LIMIT, "longer", 20 << 20 },
  { "huge-text-in-sections", HEAD OPEN "<description>", "<![CDATA[" KILO "]]>", 100 * 1000, "</description>" CLOSE,
    TL_STORE_ERROR_LIMIT, "longer", 20 << 20 },
  { "huge-comment", HEAD OPEN "<!--", KILO, 100 * 1000, "-->" CLOSE, TL_STORE_ERROR_LIMIT, "longer", 20 << 20 },
  { "huge-instruction", HEAD OPEN "<?a ", KILO, 100 * 1000, "?>" CLOSE, TL_STORE_ERROR_LIMIT, "longer", 20 << 20 },
  { "huge-name", HEAD OPEN "<", KILO, 100 * 1000, "/>" CLOSE, TL_STORE_ERROR_LIMIT, "", 20 << 20 },
  { "attributes-without-end", HEAD OPEN "<x ", " a%d='b'", 10 * 1000 * 1000, "/>" CLOSE, TL_STORE_ERROR_LIMIT,
    "attributes", 2 << 20 },
  { "attributes-with-spaces", HEAD OPEN "<x ", " a%d\n = \n'b'", 10 * 1000 * 1000, "/>" CLOSE, TL_STORE_ERROR_LIMIT,
    "attributes", 2 << 20 },
  { "unknown-without-end", HEAD OPEN, "<x>" KILO "</x>", 1000 * 1000, CLOSE, TL_STORE_ERROR_LIMIT, "does not know", 80 << 20 },
  { "comments-without-end", HEAD OPEN, "<!---->", 100 * 1000 * 1000, CLOSE, TL_STORE_ERROR_LIMIT, "does not know", 80 << 20 },
};

static void
test_flood (gconstpointer data)
{
  const Flood *test = data;
  g_autoptr (TestEndless) stream = g_object_new (TEST_TYPE_ENDLESS, NULL);
  g_autoptr (GError) error = NULL;
  struct rusage before, after;

  stream->left = g_string_new (test->head);
  stream->part = test->part;
  stream->tail = test->tail;
  stream->n = test->n;

  getrusage (RUSAGE_SELF, &before);
  g_assert_null (tl_reader_read (G_INPUT_STREAM (stream), "some.it4it", 0, TL_READ_STRICT, NULL, NULL,
                                 NULL, NULL, NULL, &error));
  getrusage (RUSAGE_SELF, &after);

  g_assert_error (error, TL_STORE_ERROR, (int) test->code);
  g_assert_nonnull (strstr (error->message, test->reason));
  g_assert_cmpuint (stream->n_read, <=, test->max_read);
  /* Of the processor, as the machine may be busy. */
  g_assert_cmpint (after.ru_utime.tv_sec - before.ru_utime.tv_sec, <, 20 * TL_TEST_SLOWNESS);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 600 * 1024);
}

static void
test_too_large (void)
{
  g_autoptr (TestEndless) stream = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_slow ())
    {
      g_test_skip ("reads a GiB; run with -m slow");
      return;
    }
  stream = g_object_new (TEST_TYPE_ENDLESS, NULL);
  stream->left = g_string_new (HEAD OPEN "<landscape>");
  stream->part = "                                                                    \n";
  stream->tail = "</landscape>" CLOSE;
  stream->n = 16 * 1024 * 1024;
  g_assert_null (tl_reader_read (G_INPUT_STREAM (stream), "some.it4it", 0, TL_READ_STRICT, NULL, NULL,
                                 NULL, NULL, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_LIMIT);
}

/* Files */

static void
assert_cannot_read (const char *path,
                    int         code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, &problems, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_files (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *missing = g_build_filename (directory, "missing.it4it", NULL);
  g_autofree char *pipe_path = g_build_filename (directory, "pipe.it4it", NULL);
  g_autofree char *command = g_strdup_printf ("mkfifo '%s'", pipe_path);

  assert_cannot_read (directory, G_IO_ERROR_IS_DIRECTORY);
  assert_cannot_read (missing, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  assert_cannot_read (pipe_path, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_no_permission (void)
{
  g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();
  g_autofree char *path = tl_test_write_file (directory, "secret.it4it", HEAD OPEN CLOSE, -1);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  g_assert_cmpint (chmod (path, 0), ==, 0);
  assert_cannot_read (path, G_IO_ERROR_PERMISSION_DENIED);
}

static void
cancel_cb (double   fraction,
           gpointer cancellable)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (void)
{
  g_autoptr (TestEndless) stream = g_object_new (TEST_TYPE_ENDLESS, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  stream->left = g_string_new (HEAD OPEN "<landscape>");
  stream->part = "<tool id='t%d'/>\n";
  stream->tail = "</landscape>" CLOSE;
  stream->n = 1000 * 1000;
  g_assert_null (tl_reader_read (G_INPUT_STREAM (stream), "some.it4it", 20 << 20, TL_READ_SALVAGE, cancel_cb,
                                 cancellable, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stream->n_read, <, 1 << 20);
}

static void
test_many_problems (void)
{
  g_autoptr (TestEndless) stream = g_object_new (TEST_TYPE_ENDLESS, NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = NULL;

  stream->left = g_string_new (HEAD OPEN "<landscape>\n");
  stream->part = "<tool id='same' name='%d'/>\n";
  stream->tail = "</landscape>" CLOSE;
  stream->n = 5000;
  project = tl_reader_read (G_INPUT_STREAM (stream), "some.it4it", 0, TL_READ_SALVAGE, NULL, NULL,
                            &problems, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (project), ==, 1);
  g_assert_cmpuint (problems->len, ==, 1001);
  for (guint i = 1; i < 1000; i++)
    g_assert_cmpuint (((TlProblem *) problems->pdata[i - 1])->line, <, ((TlProblem *) problems->pdata[i])->line);
  g_assert_cmpstr (((TlProblem *) problems->pdata[0])->record_id, ==, "same");
}

/* Bytes of real files, changed at random: a project or an error, never more. */
static void
test_mutations (void)
{
  static const char *const names[] = { "kitchen-sink.it4it", "unknown.it4it", "messy.it4it" };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n = g_test_thorough () ? 20000 : 2000;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *relative = g_build_filename ("tests", "data", names[i % G_N_ELEMENTS (names)], NULL);
      gsize length;
      g_autofree char *text = tl_test_read_source_file (relative, &length);
      g_autoptr (GBytes) bytes = NULL;

      for (int j = g_rand_int_range (random, 1, 5); j > 0; j--)
        {
          gsize at = g_rand_int_range (random, 0, length);
          gsize to = g_rand_int_range (random, 0, length);
          gsize size = g_rand_int_range (random, 1, 40);

          switch (g_rand_int_range (random, 0, 4))
            {
            case 0:
              text[at] = g_rand_int (random);
              break;
            case 1:
              memmove (text + to, text + at, MIN (size, length - MAX (at, to)));
              break;
            case 2:
              text[at] = "<>/&\"'= ;!-?[]\n"[g_rand_int_range (random, 0, 15)];
              break;
            default:
              length = MAX (at, 1);
              break;
            }
        }

      bytes = g_bytes_new (text, length);
      for (guint flags = TL_READ_STRICT; flags <= TL_READ_SALVAGE; flags++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) problems = NULL;
          g_autoptr (TlProject) project = read_as (bytes, i / G_N_ELEMENTS (names) % 2, flags, &problems, &error);
          g_autoptr (GBytes) written = NULL;
          g_autoptr (TlProject) again = NULL;

          g_assert_true ((project != NULL) == (error == NULL));
          if (flags == TL_READ_STRICT)
            g_assert_true ((project != NULL) == (problems->len == 0));
          if (project == NULL)
            continue;
          /* Whatever was taken can be written, and read again. */
          written = tl_writer_write (project);
          again = tl_reader_read_bytes (written, "again", TL_READ_STRICT, NULL, &error);
          g_assert_no_error (error);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hostile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hostile/flood/", floods[i].name, NULL);

      g_test_add_data_func (path, &floods[i], test_flood);
    }
  g_test_add_func ("/store/hostile/too-large", test_too_large);
  g_test_add_func ("/store/hostile/files", test_files);
  g_test_add_func ("/store/hostile/no-permission", test_no_permission);
  g_test_add_func ("/store/hostile/cancel", test_cancel);
  g_test_add_func ("/store/hostile/many-problems", test_many_problems);
  g_test_add_func ("/store/hostile/mutations", test_mutations);
  return g_test_run ();
}
