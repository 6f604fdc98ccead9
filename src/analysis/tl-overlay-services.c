/* tl-overlay-services.c: where services are, and where they are stuck
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-overlay-private.h"

#include <glib/gi18n-lib.h>

#include "analysis/tl-lifecycle.h"

static void
place_free (gpointer data)
{
  TlOverlayPlace *place = data;

  g_free (place->hint);
  g_free (place);
}

static TlOverlayPlace *
add_place (TlOverlay       *self,
           const TlConcept *concept)
{
  TlOverlayPlace *place = g_new0 (TlOverlayPlace, 1);

  g_hash_table_insert (self->places, (gpointer) concept, place);
  return place;
}

static void
add_places (TlOverlay       *self,
            const TlEdition *edition)
{
  const TlStage *const *stages = tl_edition_get_stages (edition);
  const TlStream *const *streams = tl_edition_get_streams (edition);
  const TlGroup *const *groups = tl_edition_get_groups (edition);

  for (guint i = 0; stages[i] != NULL; i++)
    add_place (self, &stages[i]->concept);
  for (guint i = 0; streams[i] != NULL; i++)
    add_place (self, &streams[i]->concept);
  for (guint i = 0; groups[i] != NULL; i++)
    if (groups[i]->parent == NULL)
      add_place (self, &groups[i]->concept);
}

static const TlConcept *
get_group (const TlElementKind *kind)
{
  const TlComponent *component = kind->data_object != NULL ? kind->data_object->component : NULL;
  const TlGroup *group = component != NULL ? component->group : NULL;

  if (group != NULL && group->parent != NULL)
    group = group->parent;
  return group != NULL ? &group->concept : NULL;
}

/* At home in which group is what a stage is about: the last object on a line that
 * is expected by then, or else the first one that there will be. */
static const TlConcept *
find_group (const TlMetamodel *metamodel,
            const TlStage     *stage)
{
  g_autoptr (GPtrArray) expectations = tl_metamodel_list_expectations (metamodel, stage);
  g_autoptr (GPtrArray) line = tl_metamodel_list_line (metamodel, TL_LINE_BACKBONE);

  for (guint i = expectations->len; i > 0; i--)
    {
      const TlExpectation *expectation = expectations->pdata[i - 1];

      if (expectation->kind->line != TL_LINE_NONE)
        return get_group (expectation->kind);
    }
  return line->len > 0 ? get_group (line->pdata[0]) : NULL;
}

static void
add_count (TlOverlay          *self,
           const TlConcept    *concept,
           const TlStageCount *count)
{
  TlOverlayPlace *place = concept != NULL ? g_hash_table_lookup (self->places, concept) : NULL;

  if (place == NULL)
    return;
  place->n_services += count->n_services;
  place->n_stuck += count->n_stuck;
}

/* The smallest of 1, 2, 5 times a power of ten of which five cover @max. */
static guint
round_step (guint max)
{
  static const guint factors[] = { 2, 5, 10 };
  guint power = 1;

  while (power < G_MAXUINT / 100)
    {
      if (power * 5 >= max)
        return power;
      for (guint i = 0; i < G_N_ELEMENTS (factors) - 1; i++)
        if (factors[i] * power * 5 >= max)
          return factors[i] * power;
      power *= 10;
    }
  return power;
}

static void
work_out_place (TlOverlayPlace *place,
                guint           step)
{
  TlOverlayValue *value = &place->value;

  value->known = TRUE;
  value->value = place->n_services;
  value->heat = MIN ((place->n_services + step - 1) / step, TL_OVERLAY_N_STEPS - 1);
  g_snprintf (value->text, sizeof value->text, "%'u", place->n_services);
  if (place->n_stuck == 0)
    return;

  /* Translators: of services at a stage: an object is missing that they should have by then */
  place->hint = g_strdup_printf (ngettext ("%'u stuck", "%'u stuck", place->n_stuck), place->n_stuck);
  value->hint = place->hint;
}

static void
label_steps (TlOverlay *self,
             guint      step,
             guint      max)
{
  self->labels[0] = g_strdup ("0");
  for (guint i = 1; i < TL_OVERLAY_N_STEPS && (i - 1) * step < max; i++)
    self->labels[i] = step == 1 ? g_strdup_printf ("%'u", i)
                                /* Translators: a range of numbers, such as 11–20 */
                                : g_strdup_printf (C_("range", "%'u–%'u"), (i - 1) * step + 1, i * step);
}

void
tl_overlay_collect_services (TlOverlay *self,
                             TlProject *project)
{
  const TlEdition *edition = tl_project_get_edition (project);
  g_autoptr (GHashTable) counts = tl_lifecycle_count (project);
  GHashTableIter iter;
  gpointer key, data;
  guint max = 0, step;

  self->places = g_hash_table_new_full (NULL, NULL, NULL, place_free);
  add_places (self, edition);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      const TlStage *stage = key;

      add_count (self, &stage->concept, data);
      add_count (self, &stage->stream->concept, data);
      add_count (self, find_group (tl_metamodel_get (edition), stage), data);
    }

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    max = MAX (max, ((TlOverlayPlace *) data)->n_services);
  step = round_step (max);
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    work_out_place (data, step);
  label_steps (self, step, max);
}
