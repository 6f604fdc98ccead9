/* tl-component-fact.c: what a project says of its components, in numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-component-fact.h"

#include "analysis/tl-overlay-private.h"

static void
tell (TlOverlay           *overlay,
      const TlConcept     *concept,
      TlComponentFactFunc  func,
      gpointer             user_data)
{
  const TlOverlayEntry *entry = g_hash_table_lookup (overlay->entries, concept->id);
  TlComponentFact fact = { concept->id, (int) entry->current, (int) entry->goal, entry->n_tools, entry->n_priced };

  if (entry->costs != NULL)
    {
      fact.costs = (const TlComponentCost *) entry->costs->data;
      fact.n_costs = entry->costs->len;
    }
  if (fact.current >= 0 || fact.goal >= 0 || fact.n_tools > 0)
    func (&fact, user_data);
}

void
tl_component_fact_foreach (TlProject           *project,
                           TlComponentFactFunc  func,
                           gpointer             user_data)
{
  const TlEdition *edition = tl_project_get_edition (project);
  const TlComponent *const *components = tl_edition_get_components (edition);
  const TlActivity *const *activities = tl_edition_get_activities (edition);
  g_autoptr (TlOverlay) overlay = tl_overlay_new (project, TL_OVERLAY_NONE);

  for (guint i = 0; components[i] != NULL; i++)
    tell (overlay, &components[i]->concept, func, user_data);
  for (guint i = 0; activities[i] != NULL; i++)
    tell (overlay, &activities[i]->concept, func, user_data);
}
