/* tl-blueprint-facts.c: what the picture of a blueprint says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-facts.h"

#include "diagram/tl-blueprint-gathering.h"

TlBlueprintFacts *
tl_blueprint_facts_new (TlRecord       *service,
                        TlTraceability *traceability)
{
  TlBlueprintGathering *gathering = tl_blueprint_gathering_new (service, traceability);

  g_return_val_if_fail (gathering != NULL, NULL);

  tl_blueprint_gathering_step (gathering, G_MAXINT64);
  return tl_blueprint_gathering_end (gathering);
}

int
tl_blueprint_facts_find (const TlBlueprintFacts *self,
                         const char             *id)
{
  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, id)) - 1 : -1;
}

void
tl_blueprint_facts_free (TlBlueprintFacts *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_array_unref (self->items);
  g_array_unref (self->ties);
  g_hash_table_unref (self->numbers);
  g_string_chunk_free (self->strings);
  g_free (self);
}
