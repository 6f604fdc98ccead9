/* tl-landscape-facts.c: what tools and integrations are shown as
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-landscape-facts.h"

#include "analysis/tl-money.h"
#include "project/tl-project.h"

char *
tl_landscape_dup_cost (TlRecord *tool)
{
  char text[48];

  if (tl_record_get (tool, TL_TOOL_ANNUAL_COST) == NULL)
    return NULL;
  return g_strdup (tl_money_format (tl_tool_get_annual_cost (TL_TOOL (tool)), tl_tool_get_currency (TL_TOOL (tool)),
                                    text, sizeof text));
}

const char *
tl_landscape_get_choice (TlRecord *record,
                         guint     field)
{
  const char *token = tl_record_get (record, field);

  if (token == NULL)
    return "";
  return tl_field_get_choice_label (&tl_record_get_record_type (record)->fields[field], token);
}

const char *
tl_landscape_get_concept (TlRecord *record,
                          guint     field,
                          gboolean  component)
{
  const char *id = tl_record_get (record, field);
  TlProject *project = tl_record_get_project (record);
  const TlEdition *edition = project != NULL ? tl_project_get_edition (project) : NULL;
  const TlConcept *concept = NULL;

  if (id == NULL)
    return "";
  if (edition != NULL)
    concept = tl_edition_lookup (edition, component ? TL_CONCEPT_COMPONENT : TL_CONCEPT_DATA_OBJECT, id);
  return concept != NULL ? concept->name : id;
}

typedef struct
{
  const char *currency; /* of a record, or NULL */
  double      amount;
} Sum;

static int
compare_sums (gconstpointer a,
              gconstpointer b)
{
  const Sum *one = a;
  const Sum *other = b;

  return one->amount < other->amount ? 1 : one->amount > other->amount ? -1
         : g_strcmp0 (one->currency, other->currency);
}

/* There are few currencies, so a search is as good as a table. */
static void
add_amount (GArray     *sums,
            const char *currency,
            double      amount)
{
  const Sum sum = { currency, amount };

  for (guint i = 0; i < sums->len; i++)
    if (g_strcmp0 (g_array_index (sums, Sum, i).currency, currency) == 0)
      {
        g_array_index (sums, Sum, i).amount += amount;
        return;
      }
  g_array_append_val (sums, sum);
}

char *
tl_landscape_dup_total (TlProject *project)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  GString *text;

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_TOOLS); i++)
    {
      TlRecord *tool = tl_record_get_child (TL_RECORD (project), TL_PROJECT_TOOLS, i);

      if (tl_tool_is_in_use (TL_TOOL (tool)) && tl_record_get (tool, TL_TOOL_ANNUAL_COST) != NULL)
        add_amount (sums, tl_tool_get_currency (TL_TOOL (tool)), tl_tool_get_annual_cost (TL_TOOL (tool)));
    }
  if (sums->len == 0)
    return NULL;

  g_array_sort (sums, compare_sums);
  text = g_string_new (NULL);
  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      char amount[48];

      if (i > 0)
        g_string_append (text, " + ");
      g_string_append (text, tl_money_format (sum->amount, sum->currency, amount, sizeof amount));
    }
  return g_string_free (text, FALSE);
}
