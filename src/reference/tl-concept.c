/* tl-concept.c: what concepts are called and where they are at home
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-concept.h"

#include "reference/tl-edition.h"

#include <glib/gi18n-lib.h>

static const char *const kind_prefixes[TL_N_CONCEPT_KINDS] = {
  [TL_CONCEPT_STREAM] = "stream",
  [TL_CONCEPT_STAGE] = "stage",
  [TL_CONCEPT_ACTIVITY] = "activity",
  [TL_CONCEPT_GROUP] = "group",
  [TL_CONCEPT_COMPONENT] = "component",
  [TL_CONCEPT_DATA_OBJECT] = "data-object",
  [TL_CONCEPT_MODEL] = "model",
};

static const char *const kind_labels[TL_N_CONCEPT_KINDS] = {
  [TL_CONCEPT_STREAM] = N_ ("Value stream"),
  [TL_CONCEPT_STAGE] = N_ ("Stage"),
  [TL_CONCEPT_ACTIVITY] = N_ ("Supporting activity"),
  [TL_CONCEPT_GROUP] = N_ ("Functional group"),
  [TL_CONCEPT_COMPONENT] = N_ ("Functional component"),
  [TL_CONCEPT_DATA_OBJECT] = N_ ("Data object"),
  [TL_CONCEPT_MODEL] = N_ ("Service model"),
};

const char *
tl_concept_kind_get_label (TlConceptKind kind)
{
  g_return_val_if_fail ((guint) kind < TL_N_CONCEPT_KINDS, NULL);

  return _ (kind_labels[kind]);
}

const char *
tl_concept_kind_get_prefix (TlConceptKind kind)
{
  g_return_val_if_fail ((guint) kind < TL_N_CONCEPT_KINDS, NULL);

  return kind_prefixes[kind];
}

const char *
tl_concept_get_kind_label (const TlConcept *concept)
{
  gboolean is_3_0;

  g_return_val_if_fail (concept != NULL, NULL);

  is_3_0 = g_str_equal (tl_edition_get_version (concept->edition), "3.0");

  switch (concept->kind)
    {
    case TL_CONCEPT_STAGE:
      return is_3_0 ? _ ("Stage") : _ ("Key activity");
    case TL_CONCEPT_ACTIVITY:
      return is_3_0 ? _ ("Supporting function") : _ ("Supporting activity");
    case TL_CONCEPT_GROUP:
      return ((const TlGroup *) concept)->parent != NULL ? _ ("Functional sub-group") : _ ("Functional group");
    case TL_CONCEPT_MODEL:
      return is_3_0 ? _ ("Backbone") : _ ("Service model");
    case TL_CONCEPT_STREAM:
    case TL_CONCEPT_COMPONENT:
    case TL_CONCEPT_DATA_OBJECT:
    default:
      return tl_concept_kind_get_label (concept->kind);
    }
}

const char *
tl_counterpart_kind_get_label (TlCounterpartKind kind)
{
  switch (kind)
    {
    case TL_COUNTERPART_SAME:
      return C_ ("counterpart", "Same");
    case TL_COUNTERPART_RENAMED:
      return C_ ("counterpart", "Renamed");
    case TL_COUNTERPART_SPLIT:
      return C_ ("counterpart", "Split");
    case TL_COUNTERPART_MERGED:
      return C_ ("counterpart", "Merged");
    case TL_COUNTERPART_DROPPED:
      return C_ ("counterpart", "Dropped");
    case TL_COUNTERPART_NEW:
      return C_ ("counterpart", "New");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
tl_data_object_role_get_label (TlDataObjectRole role)
{
  switch (role)
    {
    case TL_DATA_OBJECT_KEY:
      return _ ("Key data object");
    case TL_DATA_OBJECT_BACKBONE:
      return _ ("Backbone data object");
    case TL_DATA_OBJECT_OFFER_BACKBONE:
      return _ ("Service offer backbone data object");
    case TL_DATA_OBJECT_AUXILIARY:
      return _ ("Auxiliary data object");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
tl_component_role_get_label (TlComponentRole role)
{
  switch (role)
    {
    case TL_COMPONENT_PRIMARY:
      return _ ("Primary component");
    case TL_COMPONENT_SECONDARY:
      return _ ("Secondary component");
    case TL_COMPONENT_AUXILIARY:
      return _ ("Auxiliary component");
    case TL_COMPONENT_SUPPORTING:
      return _ ("Component of a supporting function");
    default:
      g_return_val_if_reached (NULL);
    }
}

const TlConcept *
tl_concept_get_place (const TlConcept *concept)
{
  g_return_val_if_fail (concept != NULL, NULL);

  switch (concept->kind)
    {
    case TL_CONCEPT_STAGE:
      return (const TlConcept *) ((const TlStage *) concept)->stream;
    case TL_CONCEPT_GROUP:
      return (const TlConcept *) ((const TlGroup *) concept)->parent;
    case TL_CONCEPT_COMPONENT:
      {
        const TlComponent *component = (const TlComponent *) concept;

        if (component->stream != NULL)
          return &component->stream->concept;
        if (component->group != NULL)
          return &component->group->concept;
        return (const TlConcept *) component->activity;
      }
    case TL_CONCEPT_DATA_OBJECT:
      return (const TlConcept *) ((const TlDataObject *) concept)->component;
    case TL_CONCEPT_STREAM:
    case TL_CONCEPT_ACTIVITY:
    case TL_CONCEPT_MODEL:
    default:
      return NULL;
    }
}
