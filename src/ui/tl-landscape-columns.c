/* tl-landscape-columns.c: the columns of the tables of tools and integrations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-landscape-columns.h"

#include "analysis/tl-money.h"
#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-mastery.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"
#include "ui/tl-landscape-facts.h"

#include <glib/gi18n.h>

/* Tools {{{1 */

/* What the short form leaves out. */
static char *
dup_exact_cost (TlRecord *tool)
{
  if (tl_record_get (tool, TL_TOOL_ANNUAL_COST) == NULL)
    return NULL;
  return tl_money_format_exact (tl_tool_get_annual_cost (TL_TOOL (tool)), tl_tool_get_currency (TL_TOOL (tool)));
}

/* Without a cost before all that cost nothing. */
static double
get_cost (TlRecord *tool)
{
  return tl_record_get_number (tool, TL_TOOL_ANNUAL_COST, -1);
}

static double
get_n_supports (TlRecord *tool)
{
  return tl_record_get_n_items (tool, TL_TOOL_SUPPORTS);
}

static double
get_n_masters (TlRecord *tool)
{
  return tl_record_get_n_items (tool, TL_TOOL_MASTERS);
}

static char *
dup_n_supports (TlRecord *tool)
{
  return g_strdup_printf ("%'u", tl_record_get_n_items (tool, TL_TOOL_SUPPORTS));
}

static char *
dup_n_masters (TlRecord *tool)
{
  return g_strdup_printf ("%'u", tl_record_get_n_items (tool, TL_TOOL_MASTERS));
}

/* One name a line. */
static char *
dup_names (TlRecord *tool,
           guint     list)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < tl_record_get_n_items (tool, list); i++)
    {
      TlRecord *link = tl_record_get_child (tool, list, i);

      if (i > 0)
        g_string_append_c (names, '\n');
      g_string_append (names, tl_landscape_get_concept (link, 0, list == TL_TOOL_SUPPORTS));
    }
  return g_string_free (names, names->len == 0);
}

static char *
dup_supported (TlRecord *tool)
{
  return dup_names (tool, TL_TOOL_SUPPORTS);
}

static char *
dup_mastered (TlRecord *tool)
{
  return dup_names (tool, TL_TOOL_MASTERS);
}

const TlRecordColumn tl_tool_columns[] = {
  { NC_("column", "Name"), tl_edit_create_title, .expand = TRUE, .min_chars = 14, .rename_field = TL_TOOL_NAME },
  { NC_("column", "Vendor"), .field = TL_TOOL_VENDOR, .expand = TRUE, .min_chars = 10, .yields = 3 },
  { NC_("column", "Owner"), .field = TL_TOOL_OWNER, .expand = TRUE, .min_chars = 16, .yields = 4 },
  { NC_("column", "State"), .field = TL_TOOL_STATE, .is_choice = TRUE, .min_chars = 5, .yields = 5 },
  { NC_("column", "Annual Cost"), tl_landscape_dup_cost, dup_exact_cost, get_cost, .is_number = TRUE, .min_chars = 5 },
  { NC_("column", "Supports"), dup_n_supports, dup_supported, get_n_supports, .is_number = TRUE, .min_chars = 5,
    .yields = 2 },
  { NC_("column", "System of Record"), dup_n_masters, dup_mastered, get_n_masters, .is_number = TRUE, .min_chars = 5,
    .yields = 1 },
  { NULL },
};

/* Integrations {{{1 */

static char *
dup_tool (TlRecord *integration,
          guint     field)
{
  TlProject *project = tl_record_get_project (integration);
  const char *id = tl_record_get (integration, field);
  TlRecord *tool = project != NULL ? tl_project_lookup (project, id) : NULL;

  return tool != NULL ? tl_edit_create_title (tool) : g_strdup (id);
}

static char *
dup_from (TlRecord *integration)
{
  return dup_tool (integration, TL_INTEGRATION_FROM);
}

static char *
dup_to (TlRecord *integration)
{
  return dup_tool (integration, TL_INTEGRATION_TO);
}

static char *
dup_data_object (TlRecord *integration)
{
  return g_strdup (tl_landscape_get_concept (integration, TL_INTEGRATION_DATA_OBJECT, FALSE));
}

static char *
dup_note (TlRecord *integration)
{
  return g_strdup (tl_record_get (integration, TL_INTEGRATION_NOTE));
}

static char *
dup_note_line (TlRecord *integration)
{
  const char *note = tl_record_get (integration, TL_INTEGRATION_NOTE);

  return note != NULL ? g_strdelimit (g_strdup (note), "\n", ' ') : NULL;
}

const TlRecordColumn tl_integration_columns[] = {
  { NC_("column", "From"), dup_from, .is_foreign = TRUE, .expand = TRUE, .min_chars = 10 },
  { NC_("column", "To"), dup_to, .is_foreign = TRUE, .expand = TRUE, .min_chars = 10 },
  { NC_("column", "Data Object"), dup_data_object, .expand = TRUE, .min_chars = 12, .yields = 3 },
  { NC_("column", "Mode"), .field = TL_INTEGRATION_MODE, .is_choice = TRUE, .min_chars = 5, .yields = 2 },
  { NC_("column", "Note"), dup_note_line, dup_note, .expand = TRUE, .min_chars = 12, .yields = 1 },
  { NULL },
};
