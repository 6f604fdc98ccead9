/* tl-trace-kinds.h: what the kinds in a project need; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-blueprint.h"

G_BEGIN_DECLS

/* What an element with this token in its field `kind` needs. Rules are bits: the
 * first of the kind is the lowest. */
typedef struct
{
  char                   *token;
  const TlElementKind    *kind;     /* NULL: the edition does not know it */
  const TlGapRule *const *rules;    /* of the kind */
  guint32                 all;      /* as many bits as there are rules */
  guint32                 forward;  /* which rules ask for a trace out of it */
  guint32                 backward; /* and which for one that leads to it */
  guint32                 line;     /* number on the backbone, from 0; TL_TRACE_NONE beside it */
} TlTraceKind;

/* Looks up tokens once each. Kinds have numbers, which stay what they are. */
typedef struct
{
  TlProject         *project;
  const TlMetamodel *metamodel; /* NULL: unknown edition */
  guint32            n_line;    /* kinds on the backbone */
  GPtrArray         *kinds;     /* of TlTraceKind */
  GHashTable        *numbers;   /* token to number of kind plus one */
  GHashTable        *relations; /* token to TlRelationKind, or to NULL */
} TlTraceKinds;

void                  tl_trace_kinds_init          (TlTraceKinds *self,
                                                    TlProject    *project);
void                  tl_trace_kinds_clear         (TlTraceKinds *self);

guint32               tl_trace_kinds_find          (TlTraceKinds *self,
                                                    const char   *token);
/* NULL if the edition does not know it. */
const TlRelationKind *tl_trace_kinds_find_relation (TlTraceKinds *self,
                                                    const char   *token);

/**
 * tl_trace_kinds_refresh:
 *
 * Looks again at what the project says about kinds of its own.
 *
 * Returns: (transfer full) (nullable) (element-type guint32): by old number what
 *   the number of each kind is now; %NULL if none changed
 */
GArray               *tl_trace_kinds_refresh       (TlTraceKinds *self);

static inline const TlTraceKind *
tl_trace_kinds_get (const TlTraceKinds *self,
                    guint32             number)
{
  return g_ptr_array_index (self->kinds, number);
}

/* Whether an element of @kind at the other end counts for @rule. */
gboolean              tl_trace_rule_counts         (const TlGapRule     *rule,
                                                    const TlElementKind *kind);

G_END_DECLS
