/* tl-traceability-private.h: what the parts of traceability share; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-trace-graph.h"
#include "analysis/tl-traceability.h"

G_BEGIN_DECLS

struct _TlTraceability
{
  GObject parent_instance;

  TlProject   *project; /* not held: it holds this */
  TlTraceKinds kinds;
  TlTraceGraph graph;
};

/* tl-traceability-update.c: who is another than before, while changes are followed */
typedef struct
{
  GHashTable *elements;
  GHashTable *services;
} TlTraceNews;

void tl_traceability_build  (TlTraceability *self);
void tl_traceability_update (TlTraceability *self,
                             GPtrArray      *changes, /* of TlChange */
                             TlTraceNews    *news);

G_END_DECLS
