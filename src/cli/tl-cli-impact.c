/* tl-cli-impact.c: throughline-cli impact
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/tl-traceability.h"
#include "cli/tl-cli-element.h"
#include "cli/tl-cli.h"
#include "project/tl-blueprint.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_impact = {
  .name = "impact",
  .usage = "[--json] --of ID FILE",
  .summary = N_("Tells what is hit if an element fails, across services, nearest first"),
  .run = run,
};

static void
write_impact (const TlImpact *impact,
              TlJson         *json)
{
  tl_json_begin_object (json, NULL);
  tl_json_string (json, "type", TL_IS_ELEMENT (impact->element) ? "element" : "service");
  tl_cli_write_identity (impact->element, json);
  tl_json_integer (json, "distance", impact->distance);
  if (impact->by != NULL)
    tl_json_string (json, "by", tl_record_get_id (impact->by));
  if (impact->relation != NULL)
    tl_json_string (json, "relation", impact->relation->id);
  tl_json_end (json);
}

/* The first is what fails. */
static void
print_as_json (GArray *impacts)
{
  g_autoptr (TlJson) json = tl_json_new ();

  tl_json_begin_object (json, NULL);
  tl_json_begin_object (json, "of");
  tl_cli_write_identity (g_array_index (impacts, TlImpact, 0).element, json);
  tl_json_end (json);
  tl_json_begin_array (json, "hit");
  for (guint i = 1; i < impacts->len; i++)
    write_impact (&g_array_index (impacts, TlImpact, i), json);
  tl_json_end (json);
  tl_json_end (json);
  tl_cli_print_json (json);
}

static void
print_as_text (GArray *impacts)
{
  g_autofree char *of = tl_cli_describe (g_array_index (impacts, TlImpact, 0).element);

  if (impacts->len == 1)
    {
      g_print (_("Nothing else is hit if it fails: %s\n"), of);
      return;
    }

  g_print (ngettext ("%u thing is hit if it fails: %s\n", "%u things are hit if it fails: %s\n",
                     impacts->len - 1), impacts->len - 1, of);
  for (guint i = 1; i < impacts->len; i++)
    {
      const TlImpact *impact = &g_array_index (impacts, TlImpact, i);
      g_autofree char *what = tl_cli_describe (impact->element);
      g_autofree char *by = tl_cli_describe (impact->by);

      if (TL_IS_ELEMENT (impact->element))
        /* Translators: number of steps, what is hit, its service, and through what */
        g_print (_("%u: %s in %s, by %s\n"), impact->distance, what,
                 tl_record_get_name (tl_element_get_service (TL_ELEMENT (impact->element))), by);
      else
        /* Translators: number of steps, a service that is hit, and through what */
        g_print (_("%u: %s, by %s\n"), impact->distance, what, by);
    }
}

static TlCliStatus
run (const char *const *arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *of = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { "of", 0, 0, G_OPTION_ARG_STRING, &of, N_("What fails"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (TlProject) project = NULL;
  g_autoptr (GArray) impacts = NULL;
  TlRecord *element;

  if (!tl_cli_parse (&tl_cli_impact, entries, arguments, 1, 1, &files))
    return TL_CLI_FAILED;
  if (of == NULL)
    return tl_cli_fail_with (_("Say with --of ID which element fails."));
  project = tl_cli_load (files[0], NULL);
  if (project == NULL)
    return TL_CLI_FAILED;
  element = tl_cli_find (project, &tl_element_type, of);
  if (element == NULL)
    return TL_CLI_FAILED;

  impacts = tl_traceability_list_impact (tl_traceability_get (project), element);
  if (as_json)
    print_as_json (impacts);
  else
    print_as_text (impacts);
  return impacts->len > 1 ? TL_CLI_FOUND : TL_CLI_DONE;
}
