/* tl-edition-rules.c: what an edition file may hold and what it becomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-edition-rules.h"

/* Records of elements that leave nothing but what `accept` makes of them. */
typedef struct
{
  const char *xmlns;
  const char *version;
  const char *name;
  const char *documents;
} EditionRecord;

typedef struct
{
  const char *id;
  const char *where;
} SourceRecord;

typedef struct
{
  const TlConcept *stream;
  const TlConcept *group;
  const TlConcept *object;
} LinkRecord;

#define REQUIRED(attribute, type, Record, member) \
  { attribute, type, G_STRUCT_OFFSET (Record, member), 0, FALSE }
#define OPTIONAL(attribute, type, Record, member) \
  { attribute, type, G_STRUCT_OFFSET (Record, member), 0, TRUE }
#define REFERENCE(attribute, kind, Record, member) \
  { attribute, TL_FIELD_REFERENCE, G_STRUCT_OFFSET (Record, member), kind, FALSE }
#define OPTIONAL_REFERENCE(attribute, kind, Record, member) \
  { attribute, TL_FIELD_REFERENCE, G_STRUCT_OFFSET (Record, member), kind, TRUE }
#define CONCEPT_FIELDS { "id", TL_FIELD_ID, 0, 0, FALSE }, { "name", TL_FIELD_NAME, 0, 0, FALSE }

static const TlEditionField edition_fields[] = {
  REQUIRED ("xmlns", TL_FIELD_TEXT, EditionRecord, xmlns),
  REQUIRED ("version", TL_FIELD_TEXT, EditionRecord, version),
  REQUIRED ("name", TL_FIELD_TEXT, EditionRecord, name),
  OPTIONAL ("documents", TL_FIELD_TEXT, EditionRecord, documents),
  { NULL },
};

static const TlEditionField source_fields[] = {
  REQUIRED ("id", TL_FIELD_TEXT, SourceRecord, id),
  REQUIRED ("where", TL_FIELD_TEXT, SourceRecord, where),
  { NULL },
};

static const TlEditionField stream_fields[] = {
  CONCEPT_FIELDS,
  OPTIONAL ("informal-name", TL_FIELD_TEXT, TlStream, informal_name),
  OPTIONAL ("abbreviation", TL_FIELD_TEXT, TlStream, abbreviation),
  REQUIRED ("order", TL_FIELD_ORDER, TlStream, order),
  OPTIONAL ("stakeholders", TL_FIELD_WORDS, TlStream, stakeholders),
  { NULL },
};

static const TlEditionField stage_fields[] = {
  CONCEPT_FIELDS,
  REQUIRED ("order", TL_FIELD_ORDER, TlStage, order),
  OPTIONAL ("source", TL_FIELD_SOURCE, TlStage, concept.source),
  { NULL },
};

static const TlEditionField activity_fields[] = {
  CONCEPT_FIELDS,
  OPTIONAL ("abbreviation", TL_FIELD_TEXT, TlActivity, abbreviation),
  REQUIRED ("order", TL_FIELD_ORDER, TlActivity, order),
  { NULL },
};

static const TlEditionField group_fields[] = {
  CONCEPT_FIELDS,
  OPTIONAL ("informal-name", TL_FIELD_TEXT, TlGroup, informal_name),
  OPTIONAL ("abbreviation", TL_FIELD_TEXT, TlGroup, abbreviation),
  REQUIRED ("order", TL_FIELD_ORDER, TlGroup, order),
  { NULL },
};

static const TlEditionField component_fields[] = {
  CONCEPT_FIELDS,
  OPTIONAL_REFERENCE ("stream", TL_CONCEPT_STREAM, TlComponent, stream),
  OPTIONAL_REFERENCE ("group", TL_CONCEPT_GROUP, TlComponent, group),
  OPTIONAL_REFERENCE ("activity", TL_CONCEPT_ACTIVITY, TlComponent, activity),
  REQUIRED ("role", TL_FIELD_COMPONENT_ROLE, TlComponent, role),
  OPTIONAL ("source", TL_FIELD_SOURCE, TlComponent, concept.source),
  { NULL },
};

static const TlEditionField data_object_fields[] = {
  CONCEPT_FIELDS,
  REQUIRED ("role", TL_FIELD_DATA_OBJECT_ROLE, TlDataObject, role),
  OPTIONAL ("service-stage", TL_FIELD_TEXT, TlDataObject, service_stage),
  OPTIONAL ("source", TL_FIELD_SOURCE, TlDataObject, concept.source),
  OPTIONAL ("note", TL_FIELD_WORDS, TlDataObject, concept.note),
  { NULL },
};

static const TlEditionField attribute_fields[] = {
  REQUIRED ("name", TL_FIELD_TEXT, TlAttribute, name),
  REQUIRED ("order", TL_FIELD_ORDER, TlAttribute, order),
  OPTIONAL ("source", TL_FIELD_SOURCE, TlAttribute, source),
  OPTIONAL ("note", TL_FIELD_WORDS, TlAttribute, note),
  { NULL },
};

static const TlEditionField relation_fields[] = {
  REFERENCE ("from", TL_CONCEPT_DATA_OBJECT, TlObjectRelation, from),
  REFERENCE ("to", TL_CONCEPT_DATA_OBJECT, TlObjectRelation, to),
  OPTIONAL ("name", TL_FIELD_TEXT, TlObjectRelation, name),
  OPTIONAL ("from-multiplicity", TL_FIELD_TEXT, TlObjectRelation, from_multiplicity),
  OPTIONAL ("to-multiplicity", TL_FIELD_TEXT, TlObjectRelation, to_multiplicity),
  OPTIONAL ("backbone", TL_FIELD_FLAG, TlObjectRelation, is_backbone),
  OPTIONAL ("source", TL_FIELD_SOURCE, TlObjectRelation, source),
  OPTIONAL ("note", TL_FIELD_WORDS, TlObjectRelation, note),
  { NULL },
};

static const TlEditionField component_flow_fields[] = {
  REFERENCE ("from", TL_CONCEPT_COMPONENT, TlComponentFlow, from),
  REFERENCE ("to", TL_CONCEPT_COMPONENT, TlComponentFlow, to),
  OPTIONAL_REFERENCE ("data-object", TL_CONCEPT_DATA_OBJECT, TlComponentFlow, data_object),
  OPTIONAL ("source", TL_FIELD_SOURCE, TlComponentFlow, source),
  OPTIONAL ("note", TL_FIELD_WORDS, TlComponentFlow, note),
  { NULL },
};

static const TlEditionField stream_flow_fields[] = {
  REFERENCE ("from", TL_CONCEPT_STREAM, TlStreamFlow, from),
  REFERENCE ("to", TL_CONCEPT_STREAM, TlStreamFlow, to),
  OPTIONAL ("source", TL_FIELD_SOURCE, TlStreamFlow, source),
  { NULL },
};

static const TlEditionField model_fields[] = {
  CONCEPT_FIELDS,
  { NULL },
};

static const TlEditionField place_fields[] = {
  OPTIONAL_REFERENCE ("stream", TL_CONCEPT_STREAM, LinkRecord, stream),
  OPTIONAL_REFERENCE ("group", TL_CONCEPT_GROUP, LinkRecord, group),
  { NULL },
};

static const TlEditionField object_fields[] = {
  REFERENCE ("ref", TL_CONCEPT_DATA_OBJECT, LinkRecord, object),
  { NULL },
};

/* A transition knows one place; which of the two it is, its kind tells. */
static const TlEditionField transition_fields[] = {
  REQUIRED ("id", TL_FIELD_TEXT, TlModelTransition, id),
  REQUIRED ("name", TL_FIELD_TEXT, TlModelTransition, name),
  REFERENCE ("from", TL_CONCEPT_DATA_OBJECT, TlModelTransition, from),
  REFERENCE ("to", TL_CONCEPT_DATA_OBJECT, TlModelTransition, to),
  OPTIONAL_REFERENCE ("stream", TL_CONCEPT_STREAM, TlModelTransition, place),
  OPTIONAL_REFERENCE ("group", TL_CONCEPT_GROUP, TlModelTransition, place),
  { NULL },
};

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, message);

  return FALSE;
}

static gboolean
accept_edition (TlEditionReader  *reader,
                gpointer          record,
                GError          **error)
{
  EditionRecord *edition = record;

  if (!g_str_equal (edition->xmlns, TL_REFERENCE_NAMESPACE))
    return fail (error, "the namespace is not " TL_REFERENCE_NAMESPACE);

  reader->edition->version = g_strdup (edition->version);
  reader->edition->name = g_strdup (edition->name);
  reader->edition->documents = g_strdup (edition->documents);

  return TRUE;
}

static gboolean
accept_source (TlEditionReader  *reader,
               gpointer          record,
               GError          **error)
{
  SourceRecord *source = record;

  if (!g_hash_table_insert (reader->sources, (gpointer) source->id, (gpointer) source->where))
    return fail (error, "there is a source with this id already");

  return TRUE;
}

static gboolean
accept_subgroup (TlEditionReader  *reader,
                 gpointer          record,
                 GError          **error)
{
  g_ptr_array_add (reader->subgroups, record);

  return TRUE;
}

static gboolean
accept_component (TlEditionReader  *reader,
                  gpointer          record,
                  GError          **error)
{
  TlComponent *component = record;

  if ((component->stream != NULL) + (component->group != NULL) + (component->activity != NULL) != 1)
    return fail (error, "exactly one of stream, group and activity is needed");

  return TRUE;
}

static gboolean
accept_place (TlEditionReader  *reader,
              gpointer          record,
              GError          **error)
{
  LinkRecord *link = record;

  if ((link->stream != NULL) == (link->group != NULL))
    return fail (error, "exactly one of stream and group is needed");

  g_ptr_array_add (reader->places, (gpointer) (link->stream != NULL ? link->stream : link->group));

  return TRUE;
}

static gboolean
accept_object (TlEditionReader  *reader,
               gpointer          record,
               GError          **error)
{
  g_ptr_array_add (reader->objects, (gpointer) ((LinkRecord *) record)->object);

  return TRUE;
}

static gboolean
accept_transition (TlEditionReader  *reader,
                   gpointer          record,
                   GError          **error)
{
  TlModelTransition *transition = record;

  if (transition->place == NULL)
    return fail (error, "a transition needs a stream or a group");

  if (!g_ptr_array_find (reader->objects, transition->from, NULL))
    return fail (error, "a transition has to start at a data object of its model");

  g_ptr_array_add (reader->transitions, transition);

  return TRUE;
}

void
tl_edition_rules_close_model (TlEditionReader *reader,
                              TlServiceModel  *model)
{
  model->places = tl_edition_freeze (reader->edition, reader->places);
  model->data_objects = tl_edition_freeze (reader->edition, reader->objects);
  model->transitions = tl_edition_freeze (reader->edition, reader->transitions);

  g_ptr_array_set_size (reader->places, 0);
  g_ptr_array_set_size (reader->objects, 0);
  g_ptr_array_set_size (reader->transitions, 0);
}

#define CONTAINER(element, parent) \
  { element, parent, NULL, 0, TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NO_CONCEPT, NULL }
#define TEXT(element, parent, Record, member) \
  { element, parent, NULL, 0, TL_RULE_NOWHERE, G_STRUCT_OFFSET (Record, member), TL_RULE_NOWHERE, TL_RULE_NO_CONCEPT, NULL }
#define CONCEPT(element, parent, fields, Record, KIND) \
  { element, parent, fields, sizeof (Record), TL_RULE_NOWHERE, TL_RULE_NOWHERE, \
    G_STRUCT_OFFSET (TlEdition, concepts[KIND]), KIND, NULL }

static const TlEditionRule rules[] = {
  { "edition", "", edition_fields, sizeof (EditionRecord),
    TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NO_CONCEPT, accept_edition },

  CONTAINER ("sources", "edition"),
  { "source", "sources", source_fields, sizeof (SourceRecord),
    TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NO_CONCEPT, accept_source },

  CONTAINER ("streams", "edition"),
  CONCEPT ("stream", "streams", stream_fields, TlStream, TL_CONCEPT_STREAM),
  TEXT ("purpose", "stream", TlStream, concept.text),
  { "stage", "stream", stage_fields, sizeof (TlStage),
    G_STRUCT_OFFSET (TlStage, stream), TL_RULE_NOWHERE,
    G_STRUCT_OFFSET (TlEdition, concepts[TL_CONCEPT_STAGE]), TL_CONCEPT_STAGE, NULL },
  TEXT ("main-activity", "stage", TlStage, concept.text),
  TEXT ("entry", "stage", TlStage, entry),
  TEXT ("exit", "stage", TlStage, exit),

  CONTAINER ("activities", "edition"),
  CONCEPT ("activity", "activities", activity_fields, TlActivity, TL_CONCEPT_ACTIVITY),
  TEXT ("purpose", "activity", TlActivity, concept.text),

  CONTAINER ("groups", "edition"),
  CONCEPT ("group", "groups", group_fields, TlGroup, TL_CONCEPT_GROUP),
  TEXT ("purpose", "group", TlGroup, concept.text),
  { "subgroup", "group", group_fields, sizeof (TlGroup),
    G_STRUCT_OFFSET (TlGroup, parent), TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_CONCEPT_GROUP, accept_subgroup },
  TEXT ("purpose", "subgroup", TlGroup, concept.text),

  CONTAINER ("components", "edition"),
  { "component", "components", component_fields, sizeof (TlComponent), TL_RULE_NOWHERE, TL_RULE_NOWHERE,
    G_STRUCT_OFFSET (TlEdition, concepts[TL_CONCEPT_COMPONENT]),
    TL_CONCEPT_COMPONENT, accept_component },
  TEXT ("purpose", "component", TlComponent, concept.text),
  { "data-object", "component", data_object_fields, sizeof (TlDataObject),
    G_STRUCT_OFFSET (TlDataObject, component), TL_RULE_NOWHERE,
    G_STRUCT_OFFSET (TlEdition, concepts[TL_CONCEPT_DATA_OBJECT]), TL_CONCEPT_DATA_OBJECT, NULL },
  /* Its owner is not known. */
  CONCEPT ("data-object", "components", data_object_fields, TlDataObject, TL_CONCEPT_DATA_OBJECT),
  TEXT ("definition", "data-object", TlDataObject, concept.text),
  { "attribute", "data-object", attribute_fields, sizeof (TlAttribute),
    G_STRUCT_OFFSET (TlAttribute, data_object), G_STRUCT_OFFSET (TlAttribute, meaning),
    G_STRUCT_OFFSET (TlEdition, attributes), TL_RULE_NO_CONCEPT, NULL },

  CONTAINER ("relations", "edition"),
  { "relation", "relations", relation_fields, sizeof (TlObjectRelation),
    TL_RULE_NOWHERE, TL_RULE_NOWHERE, G_STRUCT_OFFSET (TlEdition, relations), TL_RULE_NO_CONCEPT, NULL },

  CONTAINER ("component-flows", "edition"),
  { "component-flow", "component-flows", component_flow_fields, sizeof (TlComponentFlow),
    TL_RULE_NOWHERE, TL_RULE_NOWHERE, G_STRUCT_OFFSET (TlEdition, component_flows), TL_RULE_NO_CONCEPT, NULL },

  CONTAINER ("stream-flows", "edition"),
  { "stream-flow", "stream-flows", stream_flow_fields, sizeof (TlStreamFlow),
    TL_RULE_NOWHERE, TL_RULE_NOWHERE, G_STRUCT_OFFSET (TlEdition, stream_flows), TL_RULE_NO_CONCEPT, NULL },

  CONTAINER ("models", "edition"),
  CONCEPT ("model", "models", model_fields, TlServiceModel, TL_CONCEPT_MODEL),
  TEXT ("description", "model", TlServiceModel, concept.text),
  { "place", "model", place_fields, sizeof (LinkRecord),
    TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NO_CONCEPT, accept_place },
  { "object", "model", object_fields, sizeof (LinkRecord),
    TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NOWHERE, TL_RULE_NO_CONCEPT, accept_object },
  { "transition", "model", transition_fields, sizeof (TlModelTransition),
    TL_RULE_NOWHERE, G_STRUCT_OFFSET (TlModelTransition, text),
    G_STRUCT_OFFSET (TlEdition, transitions), TL_RULE_NO_CONCEPT, accept_transition },
};

const TlEditionRule *
tl_edition_rules_find (const char *element,
                       const char *parent)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (g_str_equal (rules[i].element, element) && g_str_equal (rules[i].parent, parent))
        return &rules[i];
    }

  return NULL;
}
