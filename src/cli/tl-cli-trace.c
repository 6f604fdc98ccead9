/* tl-cli-trace.c: throughline-cli trace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/tl-traceability.h"
#include "cli/tl-cli-element.h"
#include "cli/tl-cli.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_trace = {
  .name = "trace",
  .usage = "[--json] [--service ID | --of ID] FILE",
  .summary = N_("Tells whether the line from concept to what runs is whole, and where it is broken"),
  .run = run,
};

/* Gaps */

static void
write_gap (const TlGap *gap,
           TlJson      *json)
{
  tl_json_begin_object (json, NULL);
  tl_json_string (json, "rule", gap->rule->id);
  tl_json_string (json, "element", tl_record_get_id (gap->element));
  tl_json_string (json, "mark", tl_gap_rule_get_mark (gap->rule));
  tl_json_string (json, "message", tl_gap_rule_get_message (gap->rule));
  tl_json_end (json);
}

static void
write_gaps (GArray *gaps,
            TlJson *json)
{
  tl_json_begin_array (json, "gaps");
  for (guint i = 0; i < gaps->len; i++)
    write_gap (&g_array_index (gaps, TlGap, i), json);
  tl_json_end (json);
}

static void
print_gaps (GArray *gaps)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const TlGap *gap = &g_array_index (gaps, TlGap, i);
      g_autofree char *element = tl_cli_describe (gap->element);

      /* Translators: an element, and a sentence: what it lacks */
      g_print (C_("gap", "  %s: %s\n"), element, tl_gap_rule_get_message (gap->rule));
    }
}

/* Services */

static void
tell_service (TlTraceability *traceability,
              TlRecord       *service,
              TlJson         *json)
{
  g_autoptr (GArray) gaps = tl_traceability_list_gaps (traceability, service);
  double traced = tl_traceability_get_traced (traceability, service);
  guint n_there, n_line;

  tl_traceability_get_progress (traceability, service, &n_there, &n_line);
  if (json == NULL)
    {
      g_autofree char *title = tl_cli_describe (service);

      /* Rounded down: only what is whole is 100 %. */
      /* Translators: a service; objects of the backbone that it has, of how many;
       * per cent of traces; number of gaps */
      g_print (ngettext ("%s: %u of %u on the backbone, %d %% traced, %u gap\n",
                         "%s: %u of %u on the backbone, %d %% traced, %u gaps\n", gaps->len),
               title, n_there, n_line, (int) (traced * 100), gaps->len);
      print_gaps (gaps);
      return;
    }

  tl_json_begin_object (json, NULL);
  tl_cli_write_identity (service, json);
  tl_json_begin_object (json, "backbone");
  tl_json_integer (json, "there", n_there);
  tl_json_integer (json, "of", n_line);
  tl_json_end (json);
  tl_json_number (json, "traced", traced);
  write_gaps (gaps, json);
  tl_json_end (json);
}

static TlCliStatus
tell_services (TlProject *project,
               TlRecord  *only,
               TlJson    *json)
{
  TlTraceability *traceability = tl_traceability_get (project);
  guint n_gaps = tl_traceability_count_gaps (traceability, only);

  if (json != NULL)
    {
      tl_json_begin_object (json, NULL);
      tl_json_begin_array (json, "services");
    }
  if (only != NULL)
    tell_service (traceability, only, json);
  else
    for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES); i++)
      tell_service (traceability, tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, i), json);
  if (json != NULL)
    {
      tl_json_end (json);
      tl_json_integer (json, "gaps", n_gaps);
      tl_json_end (json);
    }
  return n_gaps > 0 ? TL_CLI_FOUND : TL_CLI_DONE;
}

/* A line */

static void
print_lane (GPtrArray *elements,
            TlLane     lane)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < elements->len; i++)
    {
      TlElement *element = g_ptr_array_index (elements, i);
      g_autofree char *title = tl_cli_describe (TL_RECORD (element));

      if (tl_element_get_lane (element) != lane)
        continue;
      if (is_first)
        g_print ("%s\n", tl_lane_get_name (lane));
      is_first = FALSE;
      /* Translators: an element and its service: "Component “Ledger” (l2) in Payments" */
      g_print (_("  %s in %s\n"), title, tl_record_get_name (tl_element_get_service (element)));
    }
}

static void
print_line (GPtrArray *elements,
            GPtrArray *traces,
            TlProject *project,
            GArray    *gaps)
{
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    print_lane (elements, lane);

  if (traces->len > 0)
    g_print ("%s\n", _("Traces"));
  for (guint i = 0; i < traces->len; i++)
    {
      TlRecord *trace = g_ptr_array_index (traces, i);
      const TlRelationKind *kind = tl_metamodel_lookup_relation_kind (tl_metamodel_get (tl_project_get_edition (project)),
                                                                      tl_record_get (trace, TL_RELATION_KIND));
      g_autofree char *from = tl_cli_describe (tl_project_lookup (project, tl_record_get (trace, TL_RELATION_FROM)));
      g_autofree char *to = tl_cli_describe (tl_project_lookup (project, tl_record_get (trace, TL_RELATION_TO)));

      /* Translators: an element, what relates it, another element: "… is realized by …" */
      g_print (_("  %s %s %s\n"), from, tl_relation_kind_get_name (kind), to);
    }

  if (gaps->len > 0)
    g_print ("%s\n", _("Gaps"));
  print_gaps (gaps);
}

static void
write_line (GPtrArray *elements,
            GPtrArray *traces,
            GArray    *gaps,
            TlJson    *json)
{
  tl_json_begin_object (json, NULL);
  tl_json_string (json, "of", tl_record_get_id (g_ptr_array_index (elements, 0)));
  tl_json_begin_array (json, "elements");
  for (guint i = 0; i < elements->len; i++)
    {
      tl_json_begin_object (json, NULL);
      tl_cli_write_identity (g_ptr_array_index (elements, i), json);
      tl_json_end (json);
    }
  tl_json_end (json);
  tl_json_begin_array (json, "traces");
  for (guint i = 0; i < traces->len; i++)
    {
      TlRecord *trace = g_ptr_array_index (traces, i);

      tl_json_begin_object (json, NULL);
      tl_json_string (json, "id", tl_record_get_id (trace));
      tl_json_string (json, "kind", tl_record_get (trace, TL_RELATION_KIND));
      tl_json_string (json, "from", tl_record_get (trace, TL_RELATION_FROM));
      tl_json_string (json, "to", tl_record_get (trace, TL_RELATION_TO));
      tl_json_end (json);
    }
  tl_json_end (json);
  write_gaps (gaps, json);
  tl_json_end (json);
}

/* Its gaps are those of all elements on it. */
static TlCliStatus
tell_line (TlProject *project,
           TlRecord  *element,
           TlJson    *json)
{
  TlTraceability *traceability = tl_traceability_get (project);
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (TlGap));

  tl_traceability_follow (traceability, element, &elements, &traces);
  for (guint i = 0; i < elements->len; i++)
    {
      g_autoptr (GArray) more = tl_traceability_list_gaps_of (traceability, g_ptr_array_index (elements, i));

      g_array_append_vals (gaps, more->data, more->len);
    }

  if (json != NULL)
    write_line (elements, traces, gaps, json);
  else
    print_line (elements, traces, project, gaps);
  return gaps->len > 0 ? TL_CLI_FOUND : TL_CLI_DONE;
}

static TlCliStatus
run (const char *const *arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *service_id = NULL;
  g_autofree char *of = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { "service", 0, 0, G_OPTION_ARG_STRING, &service_id, N_("Only this service"), N_("ID") },
    { "of", 0, 0, G_OPTION_ARG_STRING, &of, N_("The line of this element"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (TlProject) project = NULL;
  g_autoptr (TlJson) json = NULL;
  TlRecord *record = NULL;
  TlCliStatus status;

  if (!tl_cli_parse (&tl_cli_trace, entries, arguments, 1, 1, &files))
    return TL_CLI_FAILED;
  if (service_id != NULL && of != NULL)
    return tl_cli_fail_with (_("Give either --service or --of."));
  project = tl_cli_load (files[0], NULL);
  if (project == NULL)
    return TL_CLI_FAILED;
  if (service_id != NULL || of != NULL)
    {
      record = tl_cli_find (project, of != NULL ? &tl_element_type : &tl_service_type,
                            of != NULL ? of : service_id);
      if (record == NULL)
        return TL_CLI_FAILED;
    }

  if (as_json)
    json = tl_json_new ();
  status = of != NULL ? tell_line (project, record, json) : tell_services (project, record, json);
  if (as_json)
    tl_cli_print_json (json);
  return status;
}
