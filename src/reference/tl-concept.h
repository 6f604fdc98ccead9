/* tl-concept.h: the immutable things an edition is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Everything in this header is plain, constant data that belongs to its
 * TlEdition, lives as long as the program and may be read from any thread.
 * Texts are UTF-8. A text, number or pointer that the sources do not give is
 * %NULL or 0, and is shown as unknown, never as "none". */

typedef struct _TlEdition TlEdition;

/**
 * TlConceptKind:
 * @TL_CONCEPT_STREAM: a value stream (2.1: a primary activity of the value chain)
 * @TL_CONCEPT_STAGE: a stage of a value stream (2.1: a key activity)
 * @TL_CONCEPT_ACTIVITY: a supporting activity (3.0: a supporting function)
 * @TL_CONCEPT_GROUP: a functional group or sub-group, 3.0 only
 * @TL_CONCEPT_COMPONENT: a functional component
 * @TL_CONCEPT_DATA_OBJECT: a data object
 * @TL_CONCEPT_MODEL: a service model (2.1) or a backbone (3.0)
 *
 * What a concept is. Ids are unique within one kind of one edition.
 */
typedef enum
{
  TL_CONCEPT_STREAM,
  TL_CONCEPT_STAGE,
  TL_CONCEPT_ACTIVITY,
  TL_CONCEPT_GROUP,
  TL_CONCEPT_COMPONENT,
  TL_CONCEPT_DATA_OBJECT,
  TL_CONCEPT_MODEL,
} TlConceptKind;

#define TL_N_CONCEPT_KINDS (TL_CONCEPT_MODEL + 1)

/**
 * TlConcept:
 * @edition: the edition this belongs to
 * @kind: what it is; tells which struct this is the first member of
 * @id: id in the edition, such as `incident`
 * @key: kind and id in one, unique in the edition, such as `component:incident`
 * @name: name as in the standard
 * @text: purpose, definition or main activity in our own words, or %NULL
 * @source: where the fact was read, or %NULL
 * @note: remark on the source, or %NULL
 *
 * The common head of all concepts. The prefix of @key is `stream`, `stage`,
 * `activity`, `group`, `component`, `data-object` or `model`.
 */
typedef struct
{
  const TlEdition *edition;
  TlConceptKind    kind;
  const char      *id;
  const char      *key;
  const char      *name;
  const char      *text;
  const char      *source;
  const char      *note;
} TlConcept;

typedef struct _TlStream          TlStream;
typedef struct _TlStage           TlStage;
typedef struct _TlActivity        TlActivity;
typedef struct _TlGroup           TlGroup;
typedef struct _TlComponent       TlComponent;
typedef struct _TlDataObject      TlDataObject;
typedef struct _TlAttribute       TlAttribute;
typedef struct _TlObjectRelation  TlObjectRelation;
typedef struct _TlComponentFlow   TlComponentFlow;
typedef struct _TlStreamFlow      TlStreamFlow;
typedef struct _TlServiceModel    TlServiceModel;
typedef struct _TlModelTransition TlModelTransition;
typedef struct _TlCounterpart     TlCounterpart;

/* Arrays of pointers below end with %NULL and are never %NULL themselves;
 * order is the standard's where it has one, else that of the data file. */

/* A value stream. 2.1: one of the four primary activities; components belong
 * to it. 3.0: one of the seven streams; components belong to groups. */
struct _TlStream
{
  TlConcept                  concept;
  const char                *abbreviation;  /* "S2P", 2.1 only */
  const char                *informal_name; /* "Plan", "Build", "Deliver", "Run", 2.1 only */
  guint                      order;         /* from 1 */
  const char                *stakeholders;
  const TlStage *const      *stages;
  const TlComponent *const  *components;    /* 2.1 only, empty in 3.0 */
  const TlStreamFlow *const *flows_out;
  const TlStreamFlow *const *flows_in;
};

struct _TlStage
{
  TlConcept       concept; /* text is the main activity */
  const TlStream *stream;
  guint           order;   /* from 1 within the stream */
  const char     *entry;   /* entry criterion */
  const char     *exit;    /* exit criterion or deliverable */
};

/* A supporting activity (2.1) or supporting function (3.0). */
struct _TlActivity
{
  TlConcept                 concept;
  const char               *abbreviation;
  guint                     order;
  const TlComponent *const *components; /* 3.0: those of Financial Management */
};

/* A functional group (parent is NULL) or a sub-group of one. 3.0 only. */
struct _TlGroup
{
  TlConcept                 concept;
  const char               *abbreviation;
  const char               *informal_name; /* "Plan" … of the four groups */
  guint                     order;
  const TlGroup            *parent;
  const TlGroup *const     *subgroups;
  const TlComponent *const *components; /* of this very sub-group */
};

typedef enum
{
  TL_COMPONENT_PRIMARY,
  TL_COMPONENT_SECONDARY,
  TL_COMPONENT_AUXILIARY,
  TL_COMPONENT_SUPPORTING,
} TlComponentRole;

/* A functional component. Exactly one of stream, group, activity is set. */
struct _TlComponent
{
  TlConcept                     concept;
  TlComponentRole               role;
  const TlStream               *stream;   /* 2.1 */
  const TlGroup                *group;    /* 3.0, a sub-group */
  const TlActivity             *activity; /* 3.0, supporting functions' components */
  const TlDataObject *const    *data_objects;
  const TlComponentFlow *const *flows_out;
  const TlComponentFlow *const *flows_in;
};

typedef enum
{
  TL_DATA_OBJECT_KEY,
  TL_DATA_OBJECT_BACKBONE,       /* stands on the service model / Digital Product backbone */
  TL_DATA_OBJECT_OFFER_BACKBONE, /* stands on the service offer backbone, 3.0 only */
  TL_DATA_OBJECT_AUXILIARY,
} TlDataObjectRole;

struct _TlDataObject
{
  TlConcept                      concept; /* text is the definition */
  TlDataObjectRole               role;
  const TlComponent             *component;     /* owner; NULL where not known */
  const char                    *service_stage; /* "conceptual", "logical", "consumption", "realized", or NULL */
  const TlAttribute *const      *attributes;
  const TlObjectRelation *const *relations;     /* all in which it is either end */
};

struct _TlAttribute
{
  const TlDataObject *data_object;
  const char         *name;
  const char         *meaning;
  guint               order;
  const char         *source;
  const char         *note;
};

/* A relation between two data objects. Multiplicities as the standard writes
 * them ("1", "n", "m"), NULL where not known. */
struct _TlObjectRelation
{
  const TlDataObject *from;
  const TlDataObject *to;
  const char         *name;
  const char         *from_multiplicity;
  const char         *to_multiplicity;
  gboolean            is_backbone;
  const char         *source;
  const char         *note;
};

struct _TlComponentFlow
{
  const TlComponent  *from;
  const TlComponent  *to;
  const TlDataObject *data_object; /* NULL where not known */
  const char         *source;
  const char         *note;
};

struct _TlStreamFlow
{
  const TlStream *from;
  const TlStream *to;
  const char     *source;
};

/* 2.1: conceptual, logical, realized service model; together they are the
 * service model backbone. 3.0: the Digital Product and Service Offer Backbone. */
struct _TlServiceModel
{
  TlConcept                       concept;
  const TlDataObject *const      *data_objects; /* in the order of the line */
  const TlConcept *const         *places;       /* streams (2.1) or groups (3.0) it runs through */
  const TlModelTransition *const *transitions;  /* that start in it */
};

struct _TlModelTransition
{
  const char          *id;
  const char          *name;
  const TlDataObject  *from;
  const TlDataObject  *to;
  const TlConcept     *place; /* stream (2.1) or group (3.0) in which it happens */
  const char          *text;
};

typedef enum
{
  TL_COUNTERPART_SAME,
  TL_COUNTERPART_RENAMED,
  TL_COUNTERPART_SPLIT,
  TL_COUNTERPART_MERGED,
  TL_COUNTERPART_DROPPED, /* to is NULL */
  TL_COUNTERPART_NEW,     /* from is NULL */
} TlCounterpartKind;

/* One step of the way from edition 2.1 to 3.0. It is this project's reading of
 * the two editions, not the standard's, and has to be shown as that. */
struct _TlCounterpart
{
  TlCounterpartKind kind;
  const TlConcept  *from; /* in 2.1 */
  const TlConcept  *to;   /* in 3.0 */
  const char       *why;  /* or NULL */
};

/* Translated labels in the singular, such as "Functional component", and the
 * untranslated prefix of keys, such as `component`. */
const char *tl_concept_kind_get_label     (TlConceptKind     kind);
const char *tl_concept_kind_get_prefix    (TlConceptKind     kind);
const char *tl_counterpart_kind_get_label (TlCounterpartKind kind);
const char *tl_data_object_role_get_label (TlDataObjectRole  role);
const char *tl_component_role_get_label   (TlComponentRole   role);

/**
 * tl_concept_get_kind_label:
 * @concept: a concept
 *
 * Names what a concept is in the words of its edition: a supporting activity of
 * 2.1 is a supporting function in 3.0, a group may be a sub-group, and so on.
 *
 * Returns: a translated label, such as "Functional component"
 */
const char *tl_concept_get_kind_label (const TlConcept *concept);

/**
 * tl_concept_get_place:
 * @concept: a concept
 *
 * Tells where a concept is at home: the component of a data object, the stream
 * (2.1), sub-group or supporting function (3.0) of a component, the stream of
 * a stage, the group of a sub-group.
 *
 * Returns: (nullable): the place, or %NULL where there is none or it is not known
 */
const TlConcept *tl_concept_get_place (const TlConcept *concept);

G_END_DECLS
