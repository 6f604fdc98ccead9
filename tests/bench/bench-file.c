/* bench-file.c: measures opening and saving against what nobody can do better
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-reader.h"
#include "store/tl-save.h"
#include "store/tl-writer.h"
#include "tl-bench-time.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Usage: bench-file [RUNS] FILE...       prints lines `name N ratio (details)`
 *        bench-file --memory FILE        used by the former, in a process of its own
 *
 * Each figure is the median of RUNS; what is compared is run in turns, so that a
 * busy machine slows both. Where it slows one more, as what waits for the disk
 * does not mind, the ratio of the processor's time, in brackets, is a hint. */

typedef BenchTime (*Measure) (const char *path);

static TlProject *
open_project (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlProject *project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, NULL, NULL, &error);

  if (project == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (2);
    }
  return project;
}

static BenchTime
measure_open (const char *path)
{
  BenchTime start = bench_get_time ();
  TlProject *project = open_project (path);
  BenchTime result = bench_get_time_since (start);

  g_object_unref (project);
  return result;
}

static BenchTime
measure_text_reader (const char *path)
{
  BenchTime start = bench_get_time ();
  xmlTextReaderPtr reader = xmlReaderForFile (path, NULL, XML_PARSE_HUGE);

  while (xmlTextReaderRead (reader) == 1)
    ;
  xmlFreeTextReader (reader);
  return bench_get_time_since (start);
}

static TlProject *saved_project;
static GBytes *saved_bytes;

static BenchTime
measure_save (const char *path)
{
  g_autofree char *target = g_strconcat (path, ".saved", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (target);
  g_autoptr (GError) error = NULL;
  BenchTime start = bench_get_time ();
  g_autoptr (GBytes) bytes = tl_writer_write (saved_project);
  gboolean is_saved = tl_save_write (file, bytes, TL_SAVE_OVERWRITE, NULL, NULL, NULL, &error);
  BenchTime result = bench_get_time_since (start);

  g_assert_no_error (error);
  g_assert_true (is_saved);
  g_assert_true (g_bytes_equal (bytes, saved_bytes));
  return result;
}

static BenchTime
measure_write (const char *path)
{
  g_autofree char *target = g_strconcat (path, ".written", NULL);
  g_autofree char *temporary = g_strconcat (target, ".tmp", NULL);
  gsize length;
  const char *data = g_bytes_get_data (saved_bytes, &length);
  BenchTime start = bench_get_time ();
  int fd = open (temporary, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  for (gsize done = 0; done < length;)
    {
      ssize_t n = write (fd, data + done, length - done);

      g_assert_cmpint (n, >, 0);
      done += n;
    }
  g_assert_cmpint (fsync (fd), ==, 0);
  close (fd);
  g_assert_cmpint (g_rename (temporary, target), ==, 0);
  return bench_get_time_since (start);
}

static void
print_ratio (const char *name,
             const char *path,
             guint       n_elements,
             guint       n_runs,
             Measure     ours,
             Measure     limit,
             const char *limit_name)
{
  g_autofree double *values = g_new (double, 4 * n_runs);
  double medians[4];

  ours (path);
  limit (path);
  for (guint i = 0; i < n_runs; i++)
    {
      BenchTime a = ours (path);
      BenchTime b = limit (path);

      values[i] = a.clock;
      values[n_runs + i] = b.clock;
      values[2 * n_runs + i] = a.processor;
      values[3 * n_runs + i] = b.processor;
    }
  for (guint i = 0; i < 4; i++)
    medians[i] = bench_get_median (values + i * n_runs, n_runs);

  g_print ("%s %u %.2f (%.1f ms; %s %.1f ms) [%.2f]\n", name, n_elements, medians[0] / medians[1],
           medians[0], limit_name, medians[1], medians[2] / medians[3]);
}

static gint64
get_resident_bytes (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);
  return (gint64) pages * sysconf (_SC_PAGESIZE);
}

/* What is the program's and not the project's: code, editions, types, what the system
 * keeps for whoever reads a file for the first time. */
static void
read_small_file (const char *path)
{
  static const char text[] = "<project xmlns='urn:throughline:project:1' id='p' edition='2.1'/>";
  g_autofree char *small = g_strconcat (path, ".small", NULL);
  TlProject *project;

  g_assert_true (g_file_set_contents (small, text, -1, NULL));
  project = open_project (small);
  tl_edition_get ("3.0");
  g_object_unref (project);
  g_unlink (small);
}

/* Prints the bytes that a project adds to a process that has just begun. */
static int
print_memory (const char *path)
{
  gint64 before, after;
  TlProject *project;

  read_small_file (path);
  before = get_resident_bytes ();
  project = open_project (path);
  malloc_trim (0);
  after = get_resident_bytes ();
  printf ("%" G_GINT64_FORMAT "\n", after - before);
  g_object_unref (project);
  return 0;
}

static void
print_memory_ratio (const char *program,
                    const char *path,
                    guint       n_elements)
{
  const char *argv[] = { program, "--memory", path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  double bytes;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  bytes = g_ascii_strtod (output, NULL);
  g_stat (path, &info);
  g_print ("memory %u %.2f (%.1f MiB; file %.1f MiB)\n", n_elements, bytes / info.st_size,
           bytes / 1048576, info.st_size / 1048576.0);
}

static gboolean
count_element (TlRecord *record,
               gpointer  n)
{
  if (strcmp (tl_record_get_record_type (record)->tag, "element") == 0)
    ++*(guint *) n;
  return TRUE;
}

static void
bench (const char *program,
       const char *path,
       guint       n_runs)
{
  guint n_elements = 0;

  saved_project = open_project (path);
  saved_bytes = tl_writer_write (saved_project);
  tl_record_foreach (TL_RECORD (saved_project), count_element, &n_elements);

  print_ratio ("save", path, n_elements, n_runs, measure_save, measure_write, "write+fsync+rename");
  g_clear_object (&saved_project);
  g_clear_pointer (&saved_bytes, g_bytes_unref);

  print_ratio ("open", path, n_elements, n_runs, measure_open, measure_text_reader, "xmlTextReader");
  print_memory_ratio (program, path, n_elements);
}

int
main (int argc, char *argv[])
{
  guint n_runs = 9;
  int first = 1;

  if (argc == 3 && strcmp (argv[1], "--memory") == 0)
    return print_memory (argv[2]);
  if (argc > 2 && g_ascii_isdigit (argv[1][0]) && atoi (argv[1]) > 0)
    n_runs = atoi (argv[first++]);
  if (first >= argc)
    {
      g_printerr ("Usage: bench-file [RUNS] FILE...\n");
      return 2;
    }
  for (int i = first; i < argc; i++)
    bench (argv[0], argv[i], n_runs);
  return 0;
}
