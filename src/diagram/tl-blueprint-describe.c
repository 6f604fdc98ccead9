/* tl-blueprint-describe.c: what a screen reader says of the nodes of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-blueprint-private.h"

/* More than this nobody listens to. */
#define MAX_TIES 12

static void
add_sentence (GString *text,
              char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static const char *
describe_lane (TlLane lane)
{
  switch (lane)
    {
    case TL_LANE_CONCEPTUAL:
      return _("In the conceptual service model.");
    case TL_LANE_LOGICAL:
      return _("In the logical service model.");
    case TL_LANE_REALIZED:
    default:
      return _("In the realized service model.");
    }
}

static void
add_facts (GString               *text,
           const TlBlueprintItem *item)
{
  if (item->is_guest && item->service != NULL)
    /* TRANSLATORS: a kind of element, and the service it is used from: “Database of Customer identity.” */
    add_sentence (text, g_strdup_printf (C_("element", "%s of %s."), item->kind_name, item->service));
  else
    add_sentence (text, g_strdup_printf (C_("element", "%s."), item->kind_name));
  add_sentence (text, g_strdup (describe_lane (item->lane)));
  if (item->version != NULL)
    add_sentence (text, g_strdup_printf (C_("element", "Version %s."), item->version));
  if (item->environment != NULL)
    add_sentence (text, g_strdup_printf (C_("element", "Environment: %s."), item->environment));
}

static void
add_traces (GString               *text,
            const TlBlueprintItem *item)
{
  if (item->backward == TL_TRACED_YES)
    add_sentence (text, g_strdup (_("Traced back.")));
  else if (item->backward == TL_TRACED_NO)
    add_sentence (text, g_strdup (_("Not traced back.")));
  if (item->forward == TL_TRACED_YES)
    add_sentence (text, g_strdup (_("Traced forward.")));
  else if (item->forward == TL_TRACED_NO)
    add_sentence (text, g_strdup (_("Not traced forward.")));
}

static void
add_ties (GString                *text,
          const TlBlueprintFacts *facts,
          const TlBlueprintTies  *ties,
          guint                   item)
{
  guint first = ties->first[item], n = ties->first[item + 1] - first;
  g_autoptr (GString) names = NULL;

  if (n == 0)
    {
      add_sentence (text, g_strdup (_("Not connected.")));
      return;
    }

  names = g_string_new (NULL);
  for (guint i = 0; i < MIN (n, MAX_TIES); i++)
    {
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (facts, ties->ties[first + i]);
      gboolean outwards = tie->from == item;
      const char *relation = outwards || tie->inverse == NULL ? tie->name : tie->inverse;

      if (i > 0)
        g_string_append (names, C_("list", ", "));
      /* TRANSLATORS: a relation and what it leads to: “uses Ledger” */
      g_string_append_printf (names, C_("relation", "%s %s"), relation,
                              tl_blueprint_facts_get_item (facts, outwards ? tie->to : tie->from)->name);
    }
  if (n > MAX_TIES)
    {
      guint more = n - MAX_TIES;

      g_string_append (names, C_("list", ", "));
      g_string_append_printf (names, ngettext ("%'u more", "%'u more", more), more);
    }
  /* TRANSLATORS: what an element is connected to: “Relations: uses Ledger, is realized by ledger-eu.” */
  add_sentence (text, g_strdup_printf (C_("element", "Relations: %s."), names->str));
}

char *
tl_blueprint_describe (const TlBlueprintFacts *facts,
                       const TlBlueprintTies  *ties,
                       guint                   item)
{
  const TlBlueprintItem *one = tl_blueprint_facts_get_item (facts, item);
  GString *text = g_string_new (NULL);

  add_facts (text, one);
  if (one->gaps != NULL)
    add_sentence (text, g_strdup (one->gaps));
  add_traces (text, one);
  add_ties (text, facts, ties, item);

  return g_string_free (text, FALSE);
}

char *
tl_blueprint_describe_slot (const TlElementKind *kind)
{
  return g_strdup_printf (_("%s. %s The service has none yet; activate to add one."),
                          tl_element_kind_get_name (kind), describe_lane (kind->lane));
}
