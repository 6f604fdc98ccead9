/* tl-blueprint-facts.h: what the picture of a blueprint says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-traceability.h"

G_BEGIN_DECLS

/* Of the keys of records. */
#define TL_BLUEPRINT_PREFIX "record:"

/* Everything about one service that its picture shows, copied out of the project
 * in its thread, in the time of a walk over the elements. Nothing in it belongs
 * to the project: it may be laid out in any other thread. */

/* An element of the service, or one of another that it uses: a guest. */
typedef struct
{
  const char          *key;       /* of its node: "record:ID" */
  const char          *name;      /* never NULL */
  const char          *kind_name; /* never NULL */
  const TlElementKind *kind;      /* NULL if the edition does not know it */
  const char          *version;   /* NULL if there is none; so the next three */
  const char          *environment;
  const char          *service;   /* whose guest it is */
  const char          *mark;      /* what it lacks, in words: "not realized" */
  const char          *gaps;      /* the same in sentences */
  TlLane               lane;
  TlLine               line;      /* that it stands on; NONE for parts and guests */
  gboolean             is_guest;
  gboolean             is_placed; /* x and y count; a width or height of 0 does not */
  double               x;
  double               y;
  double               width;
  double               height;
  TlTraced             forward;
  TlTraced             backward;
} TlBlueprintItem;

/* A relation between two items. */
typedef struct
{
  const char           *key;        /* of its edge: "record:ID" */
  const char           *name;       /* "uses"; never NULL */
  const char           *inverse;    /* "is used by"; NULL if not known */
  const char           *from_label; /* multiplicities, or NULL */
  const char           *to_label;
  const TlRelationKind *kind;       /* NULL if the edition does not know it */
  guint                 from;       /* positions in the items */
  guint                 to;
  gboolean              is_trace;
} TlBlueprintTie;

typedef struct
{
  const TlMetamodel *metamodel;
  char              *title;   /* of the service */
  GArray            *items;   /* of TlBlueprintItem: the lanes in order, then guests */
  GArray            *ties;    /* of TlBlueprintTie, in the order of the file */
  GHashTable        *numbers; /* id of an item → its position + 1 */
  GStringChunk      *strings;
} TlBlueprintFacts;

/**
 * tl_blueprint_facts_new:
 * @service: a service of a project
 * @traceability: (nullable): for gaps and traces
 *
 * In the project's thread.
 */
TlBlueprintFacts *tl_blueprint_facts_new  (TlRecord         *service,
                                           TlTraceability   *traceability) G_GNUC_WARN_UNUSED_RESULT;
void              tl_blueprint_facts_free (TlBlueprintFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBlueprintFacts, tl_blueprint_facts_free)

/* Position of the element with this id, or -1. */
int               tl_blueprint_facts_find (const TlBlueprintFacts *self,
                                           const char             *id); /* nullable */

#define tl_blueprint_facts_get_item(self, i) (&g_array_index ((self)->items, TlBlueprintItem, (i)))
#define tl_blueprint_facts_get_tie(self, i)  (&g_array_index ((self)->ties, TlBlueprintTie, (i)))

G_END_DECLS
