/* tl-metamodel.h: what a blueprint of an edition is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-edition.h"

G_BEGIN_DECLS

/* The kinds of elements, the relations that may join them, what a whole line
 * needs, and what should exist at each stage of a service's life: data of the
 * edition, read once from `resources/reference/metamodel-VERSION.xml`, never
 * freed, readable from any thread. The objects of a backbone are the
 * standard's; the parts, and which relation may join what, are this project's
 * own reading, and are shown as that.
 *
 * Arrays of pointers end with %NULL and are never %NULL themselves. */
typedef struct _TlMetamodel    TlMetamodel;
typedef struct _TlElementKind  TlElementKind;
typedef struct _TlRelationKind TlRelationKind;
typedef struct _TlRelationRule TlRelationRule;
typedef struct _TlGapRule      TlGapRule;
typedef struct _TlExpectation  TlExpectation;

/**
 * TlLane:
 * @TL_LANE_CONCEPTUAL: why, for whom, at what value
 * @TL_LANE_LOGICAL: how it is designed and released
 * @TL_LANE_REALIZED: what is ordered and really runs
 *
 * A service model as the part of a blueprint that holds its elements; also the
 * number of the list in #TlService.
 */
typedef enum
{
  TL_LANE_CONCEPTUAL,
  TL_LANE_LOGICAL,
  TL_LANE_REALIZED,
} TlLane;

#define TL_N_LANES (TL_LANE_REALIZED + 1)

/**
 * TlLine:
 * @TL_LINE_NONE: a part, beside the line
 * @TL_LINE_BACKBONE: stands on the service model backbone, in 3.0 the Digital Product backbone
 * @TL_LINE_OFFER: stands on the service offer backbone, 3.0 only
 *
 * Which backbone an element kind stands on.
 */
typedef enum
{
  TL_LINE_NONE,
  TL_LINE_BACKBONE,
  TL_LINE_OFFER,
} TlLine;

struct _TlElementKind
{
  const TlMetamodel  *metamodel;
  const char         *id;          /* token in the file: `logical-component` */
  TlLane              lane;
  TlLine              line;
  guint               order;       /* on its line, or in the palette of its lane; from 1 */
  const TlDataObject *data_object; /* of the standard, which this is; NULL for most parts */
  gboolean            is_item;     /* a configuration item: has an environment, and is compared with what runs */
  const char         *icon;        /* name of a symbolic icon */

  /*< private >*/
  const char         *name;        /* not translated: use tl_element_kind_get_name() */
  const char         *plural;
  const char         *text;
};

struct _TlRelationKind
{
  const TlMetamodel *metamodel;
  const char        *id;           /* token in the file: `realized-by` */
  gboolean           is_trace;     /* leads along the line, from concept to what runs */
  gboolean           breaks_from;  /* when what it leads to fails, what it comes from is hit */
  gboolean           breaks_to;    /* and the other way round */

  /*< private >*/
  const char        *name;         /* "is realized by" */
  const char        *inverse;      /* "realizes" */
};

/* That a relation may join two kinds. */
struct _TlRelationRule
{
  const TlRelationKind   *relation;
  const TlElementKind    *from;
  const TlElementKind    *to;
  const char             *from_multiplicity; /* "1", "n", or NULL where not known */
  const char             *to_multiplicity;
  const TlObjectRelation *source;            /* of the standard, or NULL: our own reading */
};

/**
 * TlNeed:
 * @TL_NEED_FORWARD: a trace that leads out of it
 * @TL_NEED_BACKWARD: a trace that leads to it
 * @TL_NEED_RELATION: a relation of @relation, or of any kind where that is %NULL,
 *   with one of @others, at whichever end
 */
typedef enum
{
  TL_NEED_FORWARD,
  TL_NEED_BACKWARD,
  TL_NEED_RELATION,
} TlNeed;

/* What an element needs for the line to be whole. */
struct _TlGapRule
{
  const char                 *id;       /* stable: `capability-not-realized` */
  const TlElementKind        *kind;     /* whose elements need it */
  TlNeed                      need;
  const TlRelationKind       *relation; /* of RELATION; NULL: of any kind */
  const TlElementKind *const *others;   /* kinds at the other end that count; empty: all */

  /*< private >*/
  const char                 *mark;     /* "not realized" */
  const char                 *message;  /* "Nothing in the logical model realizes it" */
};

/* What should exist once a service has reached a stage. */
struct _TlExpectation
{
  const TlStage       *stage;
  const TlElementKind *kind;
};

/**
 * tl_metamodel_get:
 *
 * Returns: (transfer none): the metamodel of an edition
 */
const TlMetamodel *tl_metamodel_get         (const TlEdition   *edition);
const TlEdition   *tl_metamodel_get_edition (const TlMetamodel *self);

/* By lane; on a line first, in its order, then the parts in the palette's. */
const TlElementKind *const  *tl_metamodel_get_kinds          (const TlMetamodel *self);
const TlRelationKind *const *tl_metamodel_get_relation_kinds (const TlMetamodel *self);
const TlGapRule *const      *tl_metamodel_get_gap_rules      (const TlMetamodel *self);

const TlElementKind  *tl_metamodel_lookup_kind          (const TlMetamodel *self,
                                                         const char        *id); /* nullable both ways */
const TlRelationKind *tl_metamodel_lookup_relation_kind (const TlMetamodel *self,
                                                         const char        *id); /* likewise */

/* The kinds that stand on a line, in its order (TlElementKind, transfer container). */
GPtrArray *tl_metamodel_list_line  (const TlMetamodel   *self,
                                    TlLine               line);
/* All there may be between two elements, in the direction asked for, the likeliest
 * first (TlRelationRule, transfer container). */
GPtrArray *tl_metamodel_list_rules (const TlElementKind *from,
                                    const TlElementKind *to);
/* All rules that start (@outwards) or end at a kind, the likeliest first. */
GPtrArray *tl_metamodel_list_rules_of (const TlElementKind *kind,
                                       gboolean             outwards);
const TlRelationRule *tl_metamodel_find_rule (const TlRelationKind *relation,
                                              const TlElementKind  *from,
                                              const TlElementKind  *to); /* nullable */

/**
 * tl_metamodel_explain:
 *
 * Returns: (transfer full): a translated sentence that says why no relation may
 *   lead from the one kind to the other, and what would be possible; %NULL if one may
 */
char      *tl_metamodel_explain    (const TlElementKind *from,
                                    const TlElementKind *to);

/* What needs an element of a kind has; index into tl_metamodel_get_gap_rules() is
 * not given: compare pointers (TlGapRule, %NULL-terminated, transfer none). */
const TlGapRule *const *tl_element_kind_get_gap_rules (const TlElementKind *self);

/* Everything expected once a service is at @stage: what that stage adds, and all
 * those before it on the way; in order (TlExpectation, transfer container). */
GPtrArray *tl_metamodel_list_expectations (const TlMetamodel *self,
                                           const TlStage     *stage);

/* The stages in the order in which a service goes through them (TlStage, %NULL-terminated). */
const TlStage *const *tl_metamodel_get_lifecycle (const TlMetamodel *self);

/* All translated. */
const char *tl_element_kind_get_name     (const TlElementKind  *self); /* "Component" */
const char *tl_element_kind_get_plural   (const TlElementKind  *self); /* "Components" */
const char *tl_element_kind_get_text     (const TlElementKind  *self); /* a sentence: what it is */
const char *tl_relation_kind_get_name    (const TlRelationKind *self); /* "is realized by" */
const char *tl_relation_kind_get_inverse (const TlRelationKind *self); /* "realizes" */
const char *tl_gap_rule_get_mark         (const TlGapRule      *self); /* "not realized" */
const char *tl_gap_rule_get_message      (const TlGapRule      *self);
const char *tl_lane_get_name             (TlLane                self); /* "Conceptual" */
const char *tl_lane_get_text             (TlLane                self); /* "Why, for whom, at what value" */

G_END_DECLS
