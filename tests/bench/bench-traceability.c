/* bench-traceability.c: measures traceability against a look at all relations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-traceability.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "store/tl-reader.h"
#include "tl-bench-time.h"

#include <stdlib.h>

/* Usage: bench-traceability [RUNS] FILE...      prints lines `name N ratio (details)`
 *
 * The limit is one pass over all relations that finds the two ends of each: less
 * will not do to know what is traced. Each figure is the median of RUNS. An edit
 * is the end of a relation that is led elsewhere, with its transaction; all that
 * hears of it is traceability. */

#define N_EDITS 1000

typedef struct
{
  TlProject *project;
  GPtrArray *elements;
  GPtrArray *relations;
} Data;

static gboolean
collect (TlRecord *record,
         gpointer  user_data)
{
  Data *data = user_data;

  if (TL_IS_ELEMENT (record))
    g_ptr_array_add (data->elements, record);
  else if (TL_IS_RELATION (record))
    g_ptr_array_add (data->relations, record);
  return TRUE;
}

static void
open_project (Data       *data,
              const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  data->project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, NULL, NULL, &error);
  if (data->project == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (2);
    }
  data->elements = g_ptr_array_new ();
  data->relations = g_ptr_array_new ();
  tl_record_foreach (TL_RECORD (data->project), collect, data);
}

static void
close_project (Data *data)
{
  g_clear_object (&data->project);
  g_clear_pointer (&data->elements, g_ptr_array_unref);
  g_clear_pointer (&data->relations, g_ptr_array_unref);
}

static double
get_milliseconds (void)
{
  return g_get_monotonic_time () / 1e3;
}

static double
measure_pass (Data *data)
{
  TlRecord *project = TL_RECORD (data->project);
  double start = get_milliseconds ();
  guint n_loose = 0;

  for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_SERVICES); i++)
    {
      TlRecord *service = tl_record_get_child (project, TL_PROJECT_SERVICES, i);

      for (guint j = 0; j < tl_record_get_n_items (service, TL_SERVICE_RELATIONS); j++)
        {
          TlRecord *relation = tl_record_get_child (service, TL_SERVICE_RELATIONS, j);

          n_loose += tl_project_lookup (data->project, tl_record_get (relation, TL_RELATION_FROM)) == NULL
                     || tl_project_lookup (data->project, tl_record_get (relation, TL_RELATION_TO)) == NULL;
        }
    }
  g_assert_cmpuint (n_loose, ==, 0);
  return get_milliseconds () - start;
}

static double
measure_full (Data *data)
{
  double start = get_milliseconds ();

  tl_traceability_get (data->project);
  return get_milliseconds () - start;
}

static double
measure_edit (Data  *data,
              GRand *random)
{
  double start = get_milliseconds ();

  for (guint i = 0; i < N_EDITS; i++)
    {
      TlRecord *relation = g_ptr_array_index (data->relations, g_rand_int_range (random, 0, data->relations->len));
      TlRecord *element = g_ptr_array_index (data->elements, g_rand_int_range (random, 0, data->elements->len));
      TlTransaction *transaction = tl_project_begin (data->project, "Bench");
      g_autoptr (GError) error = NULL;

      tl_transaction_set (transaction, relation, TL_RELATION_TO, tl_record_get_id (element), &error);
      g_assert_no_error (error);
      tl_transaction_commit (transaction);
    }
  return (get_milliseconds () - start) / N_EDITS;
}

static void
bench (const char *path,
       guint       n_runs)
{
  g_autofree double *passes = g_new (double, n_runs);
  g_autofree double *fulls = g_new (double, n_runs);
  g_autofree double *edits = g_new (double, n_runs);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint n_elements = 0;
  double pass, full, edit;

  for (guint i = 0; i < n_runs; i++)
    {
      Data data;

      open_project (&data, path);
      n_elements = data.elements->len;
      measure_pass (&data);
      passes[i] = measure_pass (&data);
      fulls[i] = measure_full (&data);
      edits[i] = measure_edit (&data, random);
      close_project (&data);
    }

  pass = bench_get_median (passes, n_runs);
  full = bench_get_median (fulls, n_runs);
  edit = bench_get_median (edits, n_runs);
  g_print ("traceability-full %u %.2f (%.1f ms; pass over relations %.1f ms)\n", n_elements, full / pass,
           full, pass);
  g_print ("traceability-edit %u %.4f (%.4f ms; pass over relations %.1f ms)\n", n_elements, edit / pass,
           edit, pass);
}

int
main (int argc, char *argv[])
{
  guint n_runs = 9;
  int first = 1;

  if (argc > 2 && g_ascii_isdigit (argv[1][0]) && atoi (argv[1]) > 0)
    n_runs = atoi (argv[first++]);
  if (first >= argc)
    {
      g_printerr ("Usage: bench-traceability [RUNS] FILE...\n");
      return 2;
    }
  for (int i = first; i < argc; i++)
    bench (argv[i], n_runs);
  return 0;
}
