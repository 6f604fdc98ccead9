/* tl-cli-info.c: throughline-cli info
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/tl-finding.h"
#include "cli/tl-cli.h"
#include "project/tl-service.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_info = {
  .name = "info",
  .usage = "[--json] FILE",
  .summary = N_("Tells what is in a project: its edition, counts and open findings"),
  .run = run,
};

typedef struct
{
  const char *name;
  const char *label;
  guint       count;
} Count;

static guint
count_in_services (TlProject *project,
                   guint      first_list,
                   guint      last_list)
{
  TlRecordList *services = tl_record_get_list (TL_RECORD (project), TL_PROJECT_SERVICES);
  guint n = 0;

  for (guint i = 0; i < tl_record_list_get_n (services); i++)
    for (guint list = first_list; list <= last_list; list++)
      n += tl_record_get_n_items (tl_record_list_get (services, i), list);
  return n;
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
  g_autoptr (TlProject) project = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (TlJson) json = NULL;
  TlRecord *root;
  const char *version;

  if (!tl_cli_parse (&tl_cli_info, entries, arguments, 1, 1, &files))
    return TL_CLI_FAILED;
  project = tl_cli_load (files[0], NULL);
  if (project == NULL)
    return TL_CLI_FAILED;

  root = TL_RECORD (project);
  version = tl_edition_get_version (tl_project_get_edition (project));
  findings = tl_finding_list_for_project (project);

  const Count counts[] = {
    { "tools", _("Tools:"), tl_record_get_n_items (root, TL_PROJECT_TOOLS) },
    { "integrations", _("Integrations:"), tl_record_get_n_items (root, TL_PROJECT_INTEGRATIONS) },
    { "assessments", _("Assessments:"), tl_record_get_n_items (root, TL_PROJECT_ASSESSMENTS) },
    { "services", _("Services:"), tl_record_get_n_items (root, TL_PROJECT_SERVICES) },
    { "elements", _("Elements:"), count_in_services (project, TL_SERVICE_CONCEPTUAL, TL_SERVICE_REALIZED) },
    { "relations", _("Relations:"), count_in_services (project, TL_SERVICE_RELATIONS, TL_SERVICE_RELATIONS) },
    { "initiatives", _("Initiatives:"), tl_record_get_n_items (root, TL_PROJECT_INITIATIVES) },
    { "findings", _("Findings:"), findings->len },
  };

  if (as_json)
    {
      json = tl_json_new ();
      tl_json_begin_object (json, NULL);
      tl_json_string (json, "id", tl_record_get_id (root));
      tl_json_string (json, "name", tl_record_get_name (root));
      tl_json_string (json, "edition", version);
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        tl_json_integer (json, counts[i].name, counts[i].count);
      tl_json_end (json);
      tl_cli_print_json (json);
    }
  else
    {
      g_print ("%s %s\n%s %s\n", _("Name:"), tl_record_get_name (root), _("Edition:"), version);
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        g_print ("%s %u\n", counts[i].label, counts[i].count);
    }
  return findings->len > 0 ? TL_CLI_FOUND : TL_CLI_DONE;
}
