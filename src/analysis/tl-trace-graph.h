/* tl-trace-graph.h: elements and what joins them; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-trace-kinds.h"
#include "analysis/tl-trace-table.h"

G_BEGIN_DECLS

/* Each begins like TlTraceItem. */

typedef struct
{
  TlRecord *record;
  guint32   mark;
  guint32   kind;         /* of TlTraceKinds */
  guint32   service;
  guint32   first_out;    /* links */
  guint32   first_in;
  guint32   gaps;         /* rules of its kind that are not met */
  guint32   counted : 1;  /* the service knows what it needs */
  guint32   traced_out : 1;
  guint32   traced_in : 1;
} TlTraceNode;

/* A relation, or a use: then it comes from nowhere, and ends at what is used. */
typedef struct
{
  TlRecord             *record;
  guint32               mark;
  guint32               service;  /* that keeps it */
  guint32               from;
  guint32               to;
  guint32               next_out; /* of the same node */
  guint32               prev_out;
  guint32               next_in;
  guint32               prev_in;
  const TlRelationKind *relation; /* NULL: a use, or the edition does not know it */
} TlTraceLink;

typedef struct
{
  TlRecord *record;
  guint32   mark;
  guint32   n_gaps;
  guint32   n_needs; /* of traces */
  guint32   n_met;
  guint32  *line;    /* how many elements it has of each kind on the backbone */
} TlTraceService;

typedef struct
{
  TlTraceTable nodes;
  TlTraceTable links;
  TlTraceTable services;
  guint32      mark;     /* of the last search */
  guint32      n_gaps;
} TlTraceGraph;

void    tl_trace_graph_init           (TlTraceGraph       *self);
void    tl_trace_graph_clear          (TlTraceGraph       *self);

guint32 tl_trace_graph_add_service    (TlTraceGraph       *self,
                                       const TlTraceKinds *kinds,
                                       TlRecord           *record);
void    tl_trace_graph_remove_service (TlTraceGraph       *self, /* without nodes and links */
                                       guint32             service);
guint32 tl_trace_graph_add_node       (TlTraceGraph       *self,
                                       TlRecord           *record,
                                       guint32             kind,
                                       guint32             service);
void    tl_trace_graph_remove_node    (TlTraceGraph       *self, /* without links, not counted */
                                       guint32             node);
guint32 tl_trace_graph_add_link       (TlTraceGraph         *self,
                                       TlRecord             *record,
                                       const TlRelationKind *relation,
                                       guint32               service,
                                       guint32               from, /* or TL_TRACE_NONE: a use */
                                       guint32               to);
void    tl_trace_graph_remove_link    (TlTraceGraph       *self,
                                       guint32             link);

/* Looks anew at what a node needs and has, and tells its service; or takes back
 * what the service was told. */
void    tl_trace_graph_count          (TlTraceGraph       *self,
                                       const TlTraceKinds *kinds,
                                       guint32             node);
void    tl_trace_graph_discount       (TlTraceGraph       *self,
                                       const TlTraceKinds *kinds,
                                       guint32             node);

/* Empties @links and fills it with the numbers of the relations of a node, in
 * the order of the file. */
void    tl_trace_graph_collect        (TlTraceGraph       *self,
                                       guint32             node,
                                       gboolean            outwards,
                                       GArray             *links);

static inline TlTraceNode *
tl_trace_graph_get_node (const TlTraceGraph *self,
                         guint32             index)
{
  return tl_trace_table_get (&self->nodes, index);
}

static inline TlTraceLink *
tl_trace_graph_get_link (const TlTraceGraph *self,
                         guint32             index)
{
  return tl_trace_table_get (&self->links, index);
}

static inline TlTraceService *
tl_trace_graph_get_service (const TlTraceGraph *self,
                            guint32             index)
{
  return tl_trace_table_get (&self->services, index);
}

G_END_DECLS
