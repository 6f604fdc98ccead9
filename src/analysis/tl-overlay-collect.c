/* tl-overlay-collect.c: assessments and tools of components and activities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-overlay-private.h"

#include "project/tl-assessment.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

static void
entry_free (gpointer data)
{
  TlOverlayEntry *entry = data;

  g_clear_pointer (&entry->costs, g_array_unref);
  g_free (entry);
}

static void
add_entry (TlOverlay       *self,
           const TlConcept *concept,
           gboolean         takes_tools)
{
  TlOverlayEntry *entry = g_new0 (TlOverlayEntry, 1);

  entry->current = -1;
  entry->goal = -1;
  entry->takes_tools = takes_tools;
  g_hash_table_insert (self->entries, (gpointer) concept->id, entry);
}

void
tl_overlay_add_entries (TlOverlay       *self,
                        const TlEdition *edition)
{
  const TlComponent *const *components = tl_edition_get_components (edition);
  const TlActivity *const *activities = tl_edition_get_activities (edition);
  gboolean any = tl_support_type.fields[TL_SUPPORT_COMPONENT].kind == TL_FIELD_ASSESSABLE;

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  for (guint i = 0; components[i] != NULL; i++)
    add_entry (self, &components[i]->concept, TRUE);
  for (guint i = 0; activities[i] != NULL; i++)
    add_entry (self, &activities[i]->concept, any || activities[i]->components[0] != NULL);
}

static void
take_number (TlRecord    *assessment,
             guint        field,
             const char  *date,
             double      *number,
             const char **number_date)
{
  int value = tl_record_get_integer (assessment, field, -1);

  /* ISO dates sort as text; of one day, the later record counts. */
  if (value < 0 || (*number_date != NULL && g_strcmp0 (date, *number_date) < 0))
    return;

  *number = MIN (value, 5);
  *number_date = date;
}

static void
collect_assessments (TlOverlay *self,
                     TlProject *project)
{
  TlRecordList *list = tl_record_get_list (TL_RECORD (project), TL_PROJECT_ASSESSMENTS);
  guint n = tl_record_list_get_n (list);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const char *id = tl_record_get (record, TL_ASSESSMENT_OF);
      const char *date = tl_record_get (record, TL_ASSESSMENT_DATE);
      TlOverlayEntry *entry = id != NULL ? g_hash_table_lookup (self->entries, id) : NULL;

      if (entry == NULL)
        continue;

      if (date == NULL)
        date = "";
      take_number (record, TL_ASSESSMENT_CURRENT, date, &entry->current, &entry->current_date);
      take_number (record, TL_ASSESSMENT_GOAL, date, &entry->goal, &entry->goal_date);
    }
}

void
tl_overlay_add_cost (TlOverlayEntry *entry,
                     const char     *currency,
                     double          amount)
{
  TlComponentCost cost = { currency, amount };

  if (entry->costs == NULL)
    entry->costs = g_array_new (FALSE, FALSE, sizeof (TlComponentCost));

  for (guint i = 0; i < entry->costs->len; i++)
    {
      TlComponentCost *known = &g_array_index (entry->costs, TlComponentCost, i);

      if (known->currency == currency)
        {
          known->amount += amount;
          return;
        }
    }
  g_array_append_val (entry->costs, cost);
}

/* Counts a tool at one place, once. Returns whether it is new there. */
static gboolean
count_tool (TlOverlayEntry *entry,
            guint    serial,
            gboolean priced)
{
  if (entry->last_tool == serial)
    return FALSE;

  entry->last_tool = serial;
  entry->n_tools++;
  if (priced)
    entry->n_priced++;
  return TRUE;
}

static void
collect_tool (TlOverlay  *self,
              TlProject  *project,
              TlRecord   *tool,
              guint       serial,
              const char *currency)
{
  const TlEdition *edition = tl_project_get_edition (project);
  TlRecordList *supports = tl_record_get_list (tool, TL_TOOL_SUPPORTS);
  guint n = tl_record_list_get_n (supports);
  double cost = tl_record_get_number (tool, TL_TOOL_ANNUAL_COST, -1);
  g_autoptr(GPtrArray) places = g_ptr_array_new ();
  g_autoptr(GPtrArray) owners = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const char *id = tl_record_get (tl_record_list_get (supports, i), TL_SUPPORT_COMPONENT);
      TlOverlayEntry *entry = id != NULL ? g_hash_table_lookup (self->entries, id) : NULL;
      const TlComponent *component;

      if (entry == NULL || !count_tool (entry, serial, cost >= 0))
        continue;

      component = tl_edition_lookup_component (edition, id);
      g_ptr_array_add (places, entry);
      g_ptr_array_add (owners, component != NULL && component->activity != NULL
                                 ? g_hash_table_lookup (self->entries, component->activity->concept.id)
                                 : NULL);
    }

  for (guint i = 0; i < places->len; i++)
    {
      TlOverlayEntry *owner = g_ptr_array_index (owners, i);

      if (owner != NULL)
        count_tool (owner, serial, cost >= 0);
      if (cost < 0)
        continue;
      tl_overlay_add_cost (g_ptr_array_index (places, i), currency, cost / places->len);
      if (owner != NULL)
        tl_overlay_add_cost (owner, currency, cost / places->len);
    }
}

/* The currency that most tools with a cost have; of equals the first. */
static const char *
choose_currency (GHashTable *votes,
                 GPtrArray  *order)
{
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < order->len; i++)
    {
      const char *currency = g_ptr_array_index (order, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (votes, currency != NULL ? currency : ""));

      if (n > most)
        {
          most = n;
          best = currency;
        }
    }

  return best;
}

static void
collect_tools (TlOverlay *self,
               TlProject *project)
{
  TlRecordList *tools = tl_record_get_list (TL_RECORD (project), TL_PROJECT_TOOLS);
  const char *own = g_intern_string (tl_record_get (TL_RECORD (project), TL_PROJECT_CURRENCY));
  g_autoptr(GHashTable) votes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  guint n = tl_record_list_get_n (tools);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *tool = tl_record_list_get (tools, i);
      const char *currency = g_intern_string (tl_record_get (tool, TL_TOOL_CURRENCY));

      if (!tl_tool_is_in_use (TL_TOOL (tool)))
        continue;

      if (currency == NULL)
        currency = own;
      collect_tool (self, project, tool, i + 1, currency);

      if (tl_record_get (tool, TL_TOOL_ANNUAL_COST) != NULL)
        {
          const char *key = currency != NULL ? currency : "";
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (votes, key));

          if (count == 0)
            g_ptr_array_add (order, (gpointer) currency);
          g_hash_table_insert (votes, (gpointer) key, GUINT_TO_POINTER (count + 1));
        }
    }

  self->currency = own != NULL ? own : choose_currency (votes, order);
}

void
tl_overlay_collect (TlOverlay *self,
                    TlProject *project)
{
  tl_overlay_add_entries (self, tl_project_get_edition (project));
  collect_assessments (self, project);
  collect_tools (self, project);
}
