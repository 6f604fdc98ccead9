/* tl-overlay-totals.c: values added up over projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-overlay-private.h"

#include <math.h>

static void
take_total (TlOverlayEntry       *entry,
            const TlOverlayTotal *total)
{
  entry->current = total->current;
  entry->goal = total->goal;
  entry->n_tools = total->n_tools;
  entry->n_priced = total->n_priced;
  for (guint i = 0; i < total->n_costs; i++)
    tl_overlay_add_cost (entry, total->costs[i].currency, total->costs[i].amount);
}

/* The wanted currency, or that in which most components have costs; of equals the first. */
static const char *
choose_currency (const TlOverlayTotal *totals,
                 guint                 n_totals,
                 const char           *wanted)
{
  g_autoptr (GHashTable) votes = g_hash_table_new (NULL, NULL);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < n_totals; i++)
    for (guint j = 0; j < totals[i].n_costs; j++)
      {
        const char *currency = totals[i].costs[j].currency;
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (votes, currency)) + 1;

        if (wanted != NULL && g_strcmp0 (currency, wanted) == 0)
          return currency;
        g_hash_table_insert (votes, (gpointer) currency, GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            best = currency;
          }
      }
  return best;
}

TlOverlay *
tl_overlay_new_for_totals (const TlEdition      *edition,
                           TlOverlayKind         kind,
                           const TlOverlayTotal *totals,
                           guint                 n_totals,
                           const char           *currency)
{
  TlOverlay *self;
  guint most = 0;

  g_return_val_if_fail (edition != NULL, NULL);
  g_return_val_if_fail (kind != TL_OVERLAY_SERVICES, NULL);

  self = g_new0 (TlOverlay, 1);
  self->kind = kind;
  tl_overlay_add_entries (self, edition);
  for (guint i = 0; i < n_totals; i++)
    {
      TlOverlayEntry *entry = g_hash_table_lookup (self->entries, totals[i].id);

      if (entry == NULL)
        continue;
      take_total (entry, &totals[i]);
      most = MAX (most, entry->n_tools);
    }
  self->currency = choose_currency (totals, n_totals, currency);
  /* Several projects each have a tool: more than one is nothing to be warned of. */
  self->tools_step = MAX (1, ceil (tl_overlay_round_step (most)));
  tl_overlay_work_out (self);
  return self;
}
