/* tl-cli-reconcile.c: throughline-cli reconcile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/tl-reconcile.h"
#include "cli/tl-cli.h"
#include "exchange/tl-actual-items.h"
#include "project/tl-service.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_reconcile = {
  .name = "reconcile",
  .usage = "--service ID --items FILE.csv [--json] FILE",
  .summary = N_("Compares what runs, from a table, with what a service wants to run"),
  .run = run,
};

static const char *
get_text (TlRecord *element,
          guint     field)
{
  const char *text = element != NULL ? tl_record_get (element, field) : NULL;

  return text != NULL ? text : "";
}

static void
print_text (const TlDifference *difference)
{
  const char *name = difference->element != NULL ? tl_record_get_name (difference->element) : difference->item->name;
  const char *environment = difference->item != NULL ? difference->item->environment
                                                     : get_text (difference->element, TL_ELEMENT_ENVIRONMENT);
  g_autofree char *text = tl_difference_create_text (difference);

  if (*environment != '\0')
    /* Translators: a difference: "Missing: ledger-db (Database, production): It is desired …" */
    g_print (C_("difference", "%s: %s (%s, %s): %s\n"), tl_difference_kind_get_label (difference->kind), name,
             tl_element_kind_get_name (difference->as), environment, text);
  else
    /* Translators: a difference: "Missing: ledger-db (Database): It is desired …" */
    g_print (C_("difference", "%s: %s (%s): %s\n"), tl_difference_kind_get_label (difference->kind), name,
             tl_element_kind_get_name (difference->as), text);
}

static void
print_item (TlJson             *json,
            const TlActualItem *item)
{
  tl_json_begin_object (json, "item");
  tl_json_string (json, "name", item->name);
  tl_json_string (json, "type", item->type);
  tl_json_string (json, "environment", item->environment);
  tl_json_string (json, "version", item->version);
  tl_json_string (json, "id", item->id);
  tl_json_integer (json, "line", item->line);
  tl_json_end (json);
}

static void
print_json (TlJson             *json,
            const TlDifference *difference)
{
  g_autofree char *text = tl_difference_create_text (difference);

  tl_json_begin_object (json, NULL);
  tl_json_string (json, "kind", tl_difference_kind_get_token (difference->kind));
  tl_json_string (json, "element", difference->element != NULL ? tl_record_get_id (difference->element) : NULL);
  tl_json_string (json, "name", difference->element != NULL ? tl_record_get_name (difference->element)
                                                            : difference->item->name);
  tl_json_string (json, "as", difference->as->id);
  if (difference->element != NULL)
    tl_json_string (json, "desired-version", tl_record_get (difference->element, TL_ELEMENT_VERSION));
  if (difference->item != NULL)
    print_item (json, difference->item);
  tl_json_string (json, "message", text);
  tl_json_end (json);
}

static TlCliStatus
print_differences (GPtrArray *differences,
                   gboolean   as_json)
{
  g_autoptr (TlJson) json = as_json ? tl_json_new () : NULL;
  TlCliStatus status = TL_CLI_DONE;

  if (as_json)
    tl_json_begin_array (json, NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      const TlDifference *difference = differences->pdata[i];

      if (difference->kind != TL_DIFFERENCE_MATCHING)
        status = TL_CLI_FOUND;
      if (as_json)
        print_json (json, difference);
      else
        print_text (difference);
    }
  if (as_json)
    {
      tl_json_end (json);
      tl_cli_print_json (json);
    }
  return status;
}

static TlCliStatus
reconcile (const char *path,
           const char *id,
           const char *items_path,
           gboolean    as_json)
{
  g_autoptr (TlProject) project = tl_cli_load (path, NULL);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (items_path);
  g_autofree char *name = g_filename_display_name (items_path);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  TlRecord *service;

  if (project == NULL)
    return TL_CLI_FAILED;

  service = tl_project_lookup (project, id);
  if (service == NULL || !TL_IS_SERVICE (service))
    {
      g_autofree char *project_name = g_filename_display_name (path);

      /* Translators: %1$s is a file */
      return tl_cli_fail_with (_("%1$s has no service with the id “%2$s”."), project_name, id);
    }

  items = tl_actual_items_read_file (file, NULL, &error);
  if (items == NULL)
    return tl_cli_fail_with ("%s: %s", name, error->message);

  differences = tl_reconcile_compare (service, items);
  return print_differences (differences, as_json);
}

static TlCliStatus
run (const char *const *arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *service = NULL;
  g_autofree char *items = NULL;
  const GOptionEntry entries[] = {
    { "service", 0, 0, G_OPTION_ARG_STRING, &service, N_("Id of the service"), N_("ID") },
    { "items", 0, 0, G_OPTION_ARG_FILENAME, &items,
      N_("Table of what runs, with the columns name, type, environment, version and id"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;

  if (!tl_cli_parse (&tl_cli_reconcile, entries, arguments, 1, 1, &files))
    return TL_CLI_FAILED;
  if (service == NULL || items == NULL)
    return tl_cli_fail_with (_("Usage: throughline-cli %s"), "reconcile --service ID --items FILE.csv [--json] FILE");

  return reconcile (files[0], service, items, as_json);
}
