/* tl-inspector-concept.c: what an edition says of a concept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "base/tl-language.h"
#include "ui/tl-live-group.h"

#include <glib/gi18n.h>

static void
add_section (TlInspectorSections    *sections,
             const char             *title,
             const TlConcept        *concept,
             TlLiveGroupConceptFill  fill)
{
  gtk_box_append (sections->box, tl_live_group_new_for_concept (sections->session, title, concept, fill, NULL));
}

static void
add_concept (TlLiveGroup     *group,
             const TlConcept *concept,
             const char      *subtitle,
             const char      *value)
{
  tl_live_group_add_link (group, concept->name, subtitle, value, concept->key, concept->edition);
}

/* Components {{{1 */

static const TlComponent *const *
get_components (const TlConcept *concept)
{
  static const TlComponent *const none[] = { NULL };

  switch (concept->kind)
    {
    case TL_CONCEPT_STREAM:
      return ((const TlStream *) concept)->components;
    case TL_CONCEPT_ACTIVITY:
      return ((const TlActivity *) concept)->components;
    case TL_CONCEPT_GROUP:
      return ((const TlGroup *) concept)->components;
    case TL_CONCEPT_STAGE:
    case TL_CONCEPT_COMPONENT:
    case TL_CONCEPT_DATA_OBJECT:
    case TL_CONCEPT_MODEL:
    default:
      return none;
    }
}

static void
fill_components (TlLiveGroup     *group,
                 const TlConcept *concept)
{
  for (const TlComponent *const *c = get_components (concept); *c != NULL; c++)
    add_concept (group, &(*c)->concept, NULL,
                 (*c)->role == TL_COMPONENT_PRIMARY ? NULL : tl_component_role_get_label ((*c)->role));
}

static void
add_components (TlInspectorSections *sections,
                const TlConcept     *concept)
{
  add_section (sections, _("Functional Components"), concept, fill_components);
}

static void
fill_subgroups (TlLiveGroup     *group,
                const TlConcept *concept)
{
  for (const TlGroup *const *g = ((const TlGroup *) concept)->subgroups; *g != NULL; g++)
    add_concept (group, &(*g)->concept, NULL, NULL);
}

static void
add_subgroups (TlInspectorSections *sections,
               const TlConcept     *concept)
{
  add_section (sections, _("Sub-Groups"), concept, fill_subgroups);
}

/* Shorter than what it is called elsewhere. */
static const char *
get_role_word (TlDataObjectRole role)
{
  switch (role)
    {
    case TL_DATA_OBJECT_KEY:
      return C_("role of a data object", "key");
    case TL_DATA_OBJECT_BACKBONE:
      return C_("role of a data object", "backbone");
    case TL_DATA_OBJECT_OFFER_BACKBONE:
      return C_("role of a data object", "offer backbone");
    case TL_DATA_OBJECT_AUXILIARY:
    default:
      return C_("role of a data object", "auxiliary");
    }
}

static void
fill_data_objects (TlLiveGroup     *group,
                   const TlConcept *concept)
{
  const TlDataObject *const *objects =
    concept->kind == TL_CONCEPT_MODEL ? ((const TlServiceModel *) concept)->data_objects
                                      : ((const TlComponent *) concept)->data_objects;

  if (*objects == NULL)
    tl_live_group_add_text (group, NULL, _("Not known in the sources"));
  for (; *objects != NULL; objects++)
    add_concept (group, &(*objects)->concept, NULL,
                 concept->kind == TL_CONCEPT_MODEL ? NULL : get_role_word ((*objects)->role));
}

static void
add_data_objects (TlInspectorSections *sections,
                  const TlConcept     *concept)
{
  add_section (sections, _("Data Objects"), concept, fill_data_objects);
}

/* Streams and stages {{{1 */

static void
fill_stages (TlLiveGroup     *group,
             const TlConcept *concept)
{
  for (const TlStage *const *s = ((const TlStream *) concept)->stages; *s != NULL; s++)
    {
      g_autofree char *title = g_strdup_printf ("%u. %s", (*s)->order, (*s)->concept.name);

      tl_live_group_add_link (group, title, (*s)->concept.text, NULL, (*s)->concept.key, concept->edition);
    }
}

static void
add_stages (TlInspectorSections *sections,
            const TlConcept     *concept)
{
  add_section (sections, _("Stages"), concept, fill_stages);
}

static void
fill_stage_facts (TlLiveGroup     *group,
                  const TlConcept *concept)
{
  const TlStage *stage = (const TlStage *) concept;

  tl_live_group_add_text (group, _("Starts When"), stage->entry != NULL ? stage->entry : _("Not known in the sources"));
  tl_live_group_add_text (group, _("Ends With"), stage->exit != NULL ? stage->exit : _("Not known in the sources"));
  if (stage->stream != NULL)
    tl_live_group_add_link (group, stage->stream->concept.name, NULL, _("value stream"),
                            stage->stream->concept.key, stage->stream->concept.edition);
}

static void
add_stage_facts (TlInspectorSections *sections,
                 const TlConcept     *concept)
{
  add_section (sections, _("Stage"), concept, fill_stage_facts);
}

static void
fill_stakeholders (TlLiveGroup     *group,
                   const TlConcept *concept)
{
  const TlStream *stream = (const TlStream *) concept;

  if (stream->stakeholders != NULL)
    tl_live_group_add_text (group, NULL, stream->stakeholders);
}

static void
add_stakeholders (TlInspectorSections *sections,
                  const TlConcept     *concept)
{
  add_section (sections, _("Stakeholders"), concept, fill_stakeholders);
}

/* Flows {{{1 */

static const char *
get_data_name (const TlComponentFlow *flow)
{
  return flow->data_object != NULL ? flow->data_object->concept.name : _("data object not known");
}

static void
fill_flows_out (TlLiveGroup     *group,
                const TlConcept *concept)
{
  if (concept->kind == TL_CONCEPT_STREAM)
    for (const TlStreamFlow *const *f = ((const TlStream *) concept)->flows_out; *f != NULL; f++)
      add_concept (group, &(*f)->to->concept, NULL, NULL);
  else
    for (const TlComponentFlow *const *f = ((const TlComponent *) concept)->flows_out; *f != NULL; f++)
      add_concept (group, &(*f)->to->concept, get_data_name (*f), NULL);
}

static void
fill_flows_in (TlLiveGroup     *group,
               const TlConcept *concept)
{
  if (concept->kind == TL_CONCEPT_STREAM)
    for (const TlStreamFlow *const *f = ((const TlStream *) concept)->flows_in; *f != NULL; f++)
      add_concept (group, &(*f)->from->concept, NULL, NULL);
  else
    for (const TlComponentFlow *const *f = ((const TlComponent *) concept)->flows_in; *f != NULL; f++)
      add_concept (group, &(*f)->from->concept, get_data_name (*f), NULL);
}

static void
add_flows (TlInspectorSections *sections,
           const TlConcept     *concept)
{
  /* Translators: heading of what comes from elsewhere */
  add_section (sections, _("Receives From"), concept, fill_flows_in);
  /* Translators: heading of what goes elsewhere */
  add_section (sections, _("Sends To"), concept, fill_flows_out);
}

/* Service models and backbones {{{1 */

static void
fill_places (TlLiveGroup     *group,
             const TlConcept *concept)
{
  const TlServiceModel *model = (const TlServiceModel *) concept;

  for (const TlConcept *const *place = model->places; *place != NULL; place++)
    add_concept (group, *place, NULL, NULL);
}

static void
fill_transitions (TlLiveGroup     *group,
                  const TlConcept *concept)
{
  const TlServiceModel *model = (const TlServiceModel *) concept;

  for (const TlModelTransition *const *t = model->transitions; *t != NULL; t++)
    {
      const TlDataObject *from = (*t)->from;
      const TlDataObject *to = (*t)->to;
      g_autofree char *ends = NULL;
      g_autofree char *text = NULL;

      if (from != NULL && to != NULL)
        ends = tl_language_create_way (from->concept.name, TRUE, to->concept.name);
      text = ends != NULL && (*t)->text != NULL ? g_strdup_printf ("%s\n%s", ends, (*t)->text)
                                                : g_strdup (ends != NULL ? ends : (*t)->text);
      if (to != NULL)
        tl_live_group_add_link (group, (*t)->name, text, NULL, to->concept.key, to->concept.edition);
      else
        tl_live_group_add_text (group, (*t)->name, text);
    }
}

static void
add_model_facts (TlInspectorSections *sections,
                 const TlConcept     *concept)
{
  add_data_objects (sections, concept);
  add_section (sections, _("Runs Through"), concept, fill_places);
  add_section (sections, _("Transitions"), concept, fill_transitions);
}

/* All of it {{{1 */

void
tl_inspector_add_concept_facts (TlInspectorSections *sections,
                                const TlConcept     *concept)
{
  switch (concept->kind)
    {
    case TL_CONCEPT_STREAM:
      add_stages (sections, concept);
      add_stakeholders (sections, concept);
      add_components (sections, concept);
      add_flows (sections, concept);
      break;
    case TL_CONCEPT_STAGE:
      add_stage_facts (sections, concept);
      break;
    case TL_CONCEPT_ACTIVITY:
      add_components (sections, concept);
      break;
    case TL_CONCEPT_GROUP:
      add_subgroups (sections, concept);
      add_components (sections, concept);
      break;
    case TL_CONCEPT_COMPONENT:
      add_data_objects (sections, concept);
      add_flows (sections, concept);
      break;
    case TL_CONCEPT_DATA_OBJECT:
      tl_inspector_add_object_facts (sections, concept);
      tl_inspector_add_attributes (sections, concept);
      tl_inspector_add_relations (sections, concept);
      break;
    case TL_CONCEPT_MODEL:
      add_model_facts (sections, concept);
      break;
    default:
      break;
    }
  tl_inspector_add_counterparts (sections, concept);
}
