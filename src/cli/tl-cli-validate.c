/* tl-cli-validate.c: throughline-cli validate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/tl-finding.h"
#include "cli/tl-cli.h"
#include "store/tl-reader.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_validate = {
  .name = "validate",
  .usage = "[--json] FILE…",
  .summary = N_("Lists what is wrong with projects: what cannot be read, what does not resolve, what does not fit"),
  .run = run,
};

static void
print_problem (const TlProblem *problem,
               const char      *path,
               TlJson          *json)
{
  g_autofree char *line = NULL;

  if (json == NULL)
    {
      line = tl_cli_describe_problem (path, problem);
      g_print ("%s\n", line);
      return;
    }

  tl_json_begin_object (json, NULL);
  tl_json_string (json, "rule", tl_store_error_get_name (problem->code));
  tl_json_string (json, "severity", tl_severity_get_token (TL_SEVERITY_ERROR));
  tl_json_string (json, "id", problem->record_id);
  if (problem->line > 0)
    tl_json_integer (json, "line", problem->line);
  tl_json_string (json, "message", problem->message);
  tl_json_end (json);
}

static void
print_finding (const TlFinding *finding,
               const char      *name,
               TlJson          *json)
{
  if (json == NULL)
    {
      /* Translators: file, severity, place, sentence: "bank.it4it: Warning: Jira: …" */
      g_print (C_("finding", "%s: %s: %s: %s\n"), name, tl_severity_get_label (finding->severity),
               finding->place, finding->message);
      return;
    }

  tl_json_begin_object (json, NULL);
  tl_json_string (json, "rule", finding->rule);
  tl_json_string (json, "severity", tl_severity_get_token (finding->severity));
  tl_json_string (json, "id", tl_record_get_id (finding->record));
  tl_json_string (json, "place", finding->place);
  tl_json_string (json, "message", finding->message);
  tl_json_end (json);
}

/* Reads all that can be read, so that one call lists all problems. */
static TlCliStatus
validate_file (const char *path,
               TlJson     *json)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = NULL;

  project = tl_reader_read_file (file, TL_READ_SALVAGE, NULL, NULL, &problems, NULL, NULL, &error);
  if (project == NULL && (problems == NULL || problems->len == 0))
    return tl_cli_fail (error);

  findings = project != NULL ? tl_finding_list_for_project (project) : g_ptr_array_new ();

  if (json != NULL)
    {
      tl_json_begin_object (json, NULL);
      tl_json_string (json, "file", name);
      tl_json_begin_array (json, "findings");
    }
  for (guint i = 0; i < problems->len; i++)
    print_problem (problems->pdata[i], path, json);
  for (guint i = 0; i < findings->len; i++)
    print_finding (findings->pdata[i], name, json);
  if (json != NULL)
    {
      tl_json_end (json);
      tl_json_end (json);
    }

  return problems->len + findings->len > 0 ? TL_CLI_FOUND : TL_CLI_DONE;
}

static TlCliStatus
run (const char *const *arguments)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (TlJson) json = NULL;
  TlCliStatus worst = TL_CLI_DONE;

  if (!tl_cli_parse (&tl_cli_validate, entries, arguments, 1, G_MAXUINT, &files))
    return TL_CLI_FAILED;

  if (as_json)
    {
      json = tl_json_new ();
      tl_json_begin_array (json, NULL);
    }
  for (guint i = 0; files[i] != NULL; i++)
    {
      TlCliStatus status = validate_file (files[i], json);

      worst = MAX (worst, status);
    }
  if (as_json)
    {
      tl_json_end (json);
      tl_cli_print_json (json);
    }
  return worst;
}
