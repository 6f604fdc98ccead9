/* tl-trace-graph.c: elements and what joins them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-trace-graph.h"

void
tl_trace_graph_init (TlTraceGraph *self)
{
  tl_trace_table_init (&self->nodes, sizeof (TlTraceNode));
  tl_trace_table_init (&self->links, sizeof (TlTraceLink));
  tl_trace_table_init (&self->services, sizeof (TlTraceService));
  self->mark = 0;
  self->n_gaps = 0;
}

void
tl_trace_graph_clear (TlTraceGraph *self)
{
  for (guint32 i = 0; i < self->services.n; i++)
    if (tl_trace_graph_get_service (self, i)->record != NULL)
      g_free (tl_trace_graph_get_service (self, i)->line);

  tl_trace_table_clear (&self->nodes);
  tl_trace_table_clear (&self->links);
  tl_trace_table_clear (&self->services);
}

guint32
tl_trace_graph_add_service (TlTraceGraph       *self,
                            const TlTraceKinds *kinds,
                            TlRecord           *record)
{
  guint32 index = tl_trace_table_add (&self->services, record);

  tl_trace_graph_get_service (self, index)->line = g_new0 (guint32, kinds->n_line);
  return index;
}

void
tl_trace_graph_remove_service (TlTraceGraph *self,
                               guint32       service)
{
  g_free (tl_trace_graph_get_service (self, service)->line);
  tl_trace_table_remove (&self->services, service);
}

guint32
tl_trace_graph_add_node (TlTraceGraph *self,
                         TlRecord     *record,
                         guint32       kind,
                         guint32       service)
{
  guint32 index = tl_trace_table_add (&self->nodes, record);
  TlTraceNode *node = tl_trace_graph_get_node (self, index);

  node->kind = kind;
  node->service = service;
  node->first_out = TL_TRACE_NONE;
  node->first_in = TL_TRACE_NONE;
  return index;
}

void
tl_trace_graph_remove_node (TlTraceGraph *self,
                            guint32       node)
{
  tl_trace_table_remove (&self->nodes, node);
}

guint32
tl_trace_graph_add_link (TlTraceGraph         *self,
                         TlRecord             *record,
                         const TlRelationKind *relation,
                         guint32               service,
                         guint32               from,
                         guint32               to)
{
  guint32 index = tl_trace_table_add (&self->links, record);
  TlTraceLink *link = tl_trace_graph_get_link (self, index);
  guint32 *first;

  link->relation = relation;
  link->service = service;
  link->from = from;
  link->to = to;
  link->next_out = link->prev_out = link->prev_in = TL_TRACE_NONE;

  if (from != TL_TRACE_NONE)
    {
      first = &tl_trace_graph_get_node (self, from)->first_out;
      link->next_out = *first;
      if (*first != TL_TRACE_NONE)
        tl_trace_graph_get_link (self, *first)->prev_out = index;
      *first = index;
    }

  first = &tl_trace_graph_get_node (self, to)->first_in;
  link->next_in = *first;
  if (*first != TL_TRACE_NONE)
    tl_trace_graph_get_link (self, *first)->prev_in = index;
  *first = index;
  return index;
}

void
tl_trace_graph_remove_link (TlTraceGraph *self,
                            guint32       link)
{
  TlTraceLink *gone = tl_trace_graph_get_link (self, link);

  if (gone->next_out != TL_TRACE_NONE)
    tl_trace_graph_get_link (self, gone->next_out)->prev_out = gone->prev_out;
  if (gone->prev_out != TL_TRACE_NONE)
    tl_trace_graph_get_link (self, gone->prev_out)->next_out = gone->next_out;
  else if (gone->from != TL_TRACE_NONE)
    tl_trace_graph_get_node (self, gone->from)->first_out = gone->next_out;

  if (gone->next_in != TL_TRACE_NONE)
    tl_trace_graph_get_link (self, gone->next_in)->prev_in = gone->prev_in;
  if (gone->prev_in != TL_TRACE_NONE)
    tl_trace_graph_get_link (self, gone->prev_in)->next_in = gone->next_in;
  else
    tl_trace_graph_get_node (self, gone->to)->first_in = gone->next_in;

  tl_trace_table_remove (&self->links, link);
}

/* Needs */

/* Takes out of @unmet the rules that a link with @other at its end meets. */
static guint32
meet (const TlTraceKind    *kind,
      guint32               unmet,
      const TlRelationKind *relation,
      const TlElementKind  *other,
      TlNeed                trace)
{
  for (guint32 rest = unmet; rest != 0; rest &= rest - 1)
    {
      const TlGapRule *rule = kind->rules[__builtin_ctz (rest)];

      if (rule->need == TL_NEED_RELATION ? rule->relation == relation || rule->relation == NULL
                                         : rule->need == trace && relation->is_trace)
        if (tl_trace_rule_counts (rule, other))
          unmet &= ~(rest & -rest);
    }
  return unmet;
}

static const TlElementKind *
get_element_kind (const TlTraceGraph *self,
                  const TlTraceKinds *kinds,
                  guint32             node)
{
  return tl_trace_kinds_get (kinds, tl_trace_graph_get_node (self, node)->kind)->kind;
}

static void
examine (TlTraceGraph       *self,
         const TlTraceKinds *kinds,
         TlTraceNode        *node)
{
  const TlTraceKind *kind = tl_trace_kinds_get (kinds, node->kind);
  const TlTraceLink *link;

  node->gaps = kind->all;
  node->traced_out = node->traced_in = FALSE;

  for (guint32 i = node->first_out; i != TL_TRACE_NONE && (node->gaps != 0 || !node->traced_out);
       i = link->next_out)
    {
      link = tl_trace_graph_get_link (self, i);
      if (link->relation == NULL || link->from == link->to)
        continue;
      node->traced_out |= link->relation->is_trace;
      if (node->gaps != 0)
        node->gaps = meet (kind, node->gaps, link->relation,
                           get_element_kind (self, kinds, link->to), TL_NEED_FORWARD);
    }

  for (guint32 i = node->first_in; i != TL_TRACE_NONE && (node->gaps != 0 || !node->traced_in);
       i = link->next_in)
    {
      link = tl_trace_graph_get_link (self, i);
      if (link->relation == NULL || link->from == link->to)
        continue;
      node->traced_in |= link->relation->is_trace;
      if (node->gaps != 0)
        node->gaps = meet (kind, node->gaps, link->relation,
                           get_element_kind (self, kinds, link->from), TL_NEED_BACKWARD);
    }
}

/* What the service was told about a node, or not any more. */
static void
tell_service (TlTraceGraph       *self,
              const TlTraceKinds *kinds,
              const TlTraceNode  *node,
              guint32             sign)
{
  const TlTraceKind *kind = tl_trace_kinds_get (kinds, node->kind);
  TlTraceService *service = tl_trace_graph_get_service (self, node->service);
  guint32 needs = kind->forward | kind->backward;

  service->n_gaps += sign * __builtin_popcount (node->gaps);
  self->n_gaps += sign * __builtin_popcount (node->gaps);
  service->n_needs += sign * __builtin_popcount (needs);
  service->n_met += sign * __builtin_popcount (needs & ~node->gaps);
  if (kind->line != TL_TRACE_NONE)
    service->line[kind->line] += sign;
}

void
tl_trace_graph_count (TlTraceGraph       *self,
                      const TlTraceKinds *kinds,
                      guint32             node)
{
  TlTraceNode *counted = tl_trace_graph_get_node (self, node);

  tl_trace_graph_discount (self, kinds, node);
  examine (self, kinds, counted);
  tell_service (self, kinds, counted, 1);
  counted->counted = TRUE;
}

void
tl_trace_graph_discount (TlTraceGraph       *self,
                         const TlTraceKinds *kinds,
                         guint32             node)
{
  TlTraceNode *counted = tl_trace_graph_get_node (self, node);

  if (!counted->counted)
    return;
  tell_service (self, kinds, counted, -1);
  counted->counted = FALSE;
}

/* Order */

static int
compare_links (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  TlTraceGraph *self = user_data;
  const TlTraceLink *first = tl_trace_graph_get_link (self, *(const guint32 *) a);
  const TlTraceLink *second = tl_trace_graph_get_link (self, *(const guint32 *) b);

  if (first->service != second->service)
    return tl_record_get_position (tl_trace_graph_get_service (self, first->service)->record)
           - tl_record_get_position (tl_trace_graph_get_service (self, second->service)->record);
  return tl_record_get_position (first->record) - tl_record_get_position (second->record);
}

void
tl_trace_graph_collect (TlTraceGraph *self,
                        guint32       node,
                        gboolean      outwards,
                        GArray       *links)
{
  const TlTraceNode *end = tl_trace_graph_get_node (self, node);
  guint32 index = outwards ? end->first_out : end->first_in;

  g_array_set_size (links, 0);
  while (index != TL_TRACE_NONE)
    {
      const TlTraceLink *link = tl_trace_graph_get_link (self, index);

      if (link->from != TL_TRACE_NONE)
        g_array_append_val (links, index);
      index = outwards ? link->next_out : link->next_in;
    }
  if (links->len > 1)
    g_array_sort_with_data (links, compare_links, self);
}
