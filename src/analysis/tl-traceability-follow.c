/* tl-traceability-follow.c: what leads where from an element
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-traceability-private.h"

#include "project/tl-service.h"

/* Searches go by breadth, with what is still to be looked at in an array: chains
 * may be as long as a project is large, and may come back to where they began. */

static GPtrArray *
list_relations (TlTraceability *self,
                TlRecord       *element,
                gboolean        outwards)
{
  guint32 node = tl_trace_table_find (&self->graph.nodes, element);
  GPtrArray *relations = g_ptr_array_new ();
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (node != TL_TRACE_NONE)
    tl_trace_graph_collect (&self->graph, node, outwards, links);
  for (guint i = 0; i < links->len; i++)
    g_ptr_array_add (relations, tl_trace_graph_get_link (&self->graph, g_array_index (links, guint32, i))->record);
  return relations;
}

GPtrArray *
tl_traceability_list_out (TlTraceability *self,
                          TlRecord       *element)
{
  g_return_val_if_fail (TL_IS_TRACEABILITY (self), NULL);
  g_return_val_if_fail (TL_IS_RECORD (element), NULL);

  return list_relations (self, element, TRUE);
}

GPtrArray *
tl_traceability_list_in (TlTraceability *self,
                         TlRecord       *element)
{
  g_return_val_if_fail (TL_IS_TRACEABILITY (self), NULL);
  g_return_val_if_fail (TL_IS_RECORD (element), NULL);

  return list_relations (self, element, FALSE);
}

/* Users */

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  return tl_record_get_position (*(TlRecord **) a) - tl_record_get_position (*(TlRecord **) b);
}

static void
add_user (TlTraceGraph      *graph,
          const TlTraceLink *link,
          guint32            own,
          GPtrArray         *users)
{
  TlTraceService *service = tl_trace_graph_get_service (graph, link->service);

  if (link->service == own || service->mark == graph->mark)
    return;
  service->mark = graph->mark;
  g_ptr_array_add (users, service->record);
}

GPtrArray *
tl_traceability_list_users (TlTraceability *self,
                            TlRecord       *element)
{
  TlTraceGraph *graph;
  GPtrArray *users;
  guint32 index;

  g_return_val_if_fail (TL_IS_TRACEABILITY (self), NULL);
  g_return_val_if_fail (TL_IS_RECORD (element), NULL);

  graph = &self->graph;
  users = g_ptr_array_new ();
  index = tl_trace_table_find (&graph->nodes, element);
  if (index != TL_TRACE_NONE)
    {
      const TlTraceNode *node = tl_trace_graph_get_node (graph, index);
      const TlTraceLink *link;

      graph->mark++;
      for (guint32 i = node->first_in; i != TL_TRACE_NONE; i = link->next_in)
        {
          link = tl_trace_graph_get_link (graph, i);
          add_user (graph, link, node->service, users);
        }
      for (guint32 i = node->first_out; i != TL_TRACE_NONE; i = link->next_out)
        {
          link = tl_trace_graph_get_link (graph, i);
          add_user (graph, link, node->service, users);
        }
    }

  g_ptr_array_sort (users, compare_positions);
  return users;
}

/* The line */

typedef struct
{
  guint32 index;    /* of a node or link */
  guint32 distance;
} Step;

/* All that traces lead to from @start, or from which they lead to it; @start
 * first. The traces go into @traces. */
static GArray *
walk (TlTraceGraph *graph,
      guint32       start,
      gboolean      outwards,
      GArray       *traces)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (guint32));
  Step first = { start, 0 };
  guint32 mark = ++graph->mark;

  tl_trace_graph_get_node (graph, start)->mark = mark;
  g_array_append_val (found, first);
  for (guint i = 0; i < found->len; i++)
    {
      Step from = g_array_index (found, Step, i);

      tl_trace_graph_collect (graph, from.index, outwards, links);
      for (guint j = 0; j < links->len; j++)
        {
          Step trace = { g_array_index (links, guint32, j), from.distance };
          TlTraceLink *link = tl_trace_graph_get_link (graph, trace.index);
          Step to = { outwards ? link->to : link->from, from.distance + 1 };

          if (link->relation == NULL || !link->relation->is_trace)
            continue;
          g_array_append_val (traces, trace);
          if (tl_trace_graph_get_node (graph, to.index)->mark == mark)
            continue;
          tl_trace_graph_get_node (graph, to.index)->mark = mark;
          g_array_append_val (found, to);
        }
    }
  return found;
}

/* The records of two walks, each once, by distance. */
static GPtrArray *
merge (TlTraceGraph       *graph,
       const TlTraceTable *table,
       GArray             *forward,
       GArray             *backward)
{
  GPtrArray *records = g_ptr_array_new ();
  guint i = 0, j = 0;

  graph->mark++;
  while (i < forward->len || j < backward->len)
    {
      gboolean is_forward = j == backward->len
                            || (i < forward->len
                                && g_array_index (forward, Step, i).distance
                                   <= g_array_index (backward, Step, j).distance);
      Step step = is_forward ? g_array_index (forward, Step, i++) : g_array_index (backward, Step, j++);
      TlTraceItem *item = tl_trace_table_get (table, step.index);

      if (item->mark == graph->mark)
        continue;
      item->mark = graph->mark;
      g_ptr_array_add (records, item->record);
    }
  return records;
}

void
tl_traceability_follow (TlTraceability *self,
                        TlRecord       *element,
                        GPtrArray     **elements,
                        GPtrArray     **traces)
{
  TlTraceGraph *graph;
  guint32 start;

  g_return_if_fail (TL_IS_TRACEABILITY (self));
  g_return_if_fail (TL_IS_RECORD (element));

  graph = &self->graph;
  start = tl_trace_table_find (&graph->nodes, element);
  if (start != TL_TRACE_NONE)
    {
      g_autoptr(GArray) traces_forward = g_array_new (FALSE, FALSE, sizeof (Step));
      g_autoptr(GArray) traces_backward = g_array_new (FALSE, FALSE, sizeof (Step));
      g_autoptr(GArray) forward = walk (graph, start, TRUE, traces_forward);
      g_autoptr(GArray) backward = walk (graph, start, FALSE, traces_backward);

      *elements = merge (graph, &graph->nodes, forward, backward);
      *traces = merge (graph, &graph->links, traces_forward, traces_backward);
    }
  else
    {
      *elements = g_ptr_array_new ();
      *traces = g_ptr_array_new ();
    }
}

/* Impact */

static void
hit (TlTraceGraph         *graph,
     guint32               node,
     guint32               by,
     const TlRelationKind *relation,
     guint                 distance,
     GArray               *nodes,
     GArray               *impacts)
{
  TlTraceNode *victim = tl_trace_graph_get_node (graph, node);
  TlImpact impact = { victim->record, NULL, relation, distance };

  if (victim->mark == graph->mark)
    return;
  victim->mark = graph->mark;
  tl_trace_graph_get_service (graph, victim->service)->mark = graph->mark;
  if (by != TL_TRACE_NONE)
    impact.by = tl_trace_graph_get_node (graph, by)->record;
  g_array_append_val (nodes, node);
  g_array_append_val (impacts, impact);
}

static void
hit_neighbours (TlTraceGraph *graph,
                guint         position,
                GArray       *links,
                GArray       *nodes,
                GArray       *impacts)
{
  guint32 node = g_array_index (nodes, guint32, position);
  guint distance = g_array_index (impacts, TlImpact, position).distance + 1;

  for (guint side = 0; side < 2; side++)
    {
      gboolean outwards = side == 0;

      tl_trace_graph_collect (graph, node, outwards, links);
      for (guint i = 0; i < links->len; i++)
        {
          const TlTraceLink *link = tl_trace_graph_get_link (graph, g_array_index (links, guint32, i));

          if (link->relation == NULL)
            continue;
          if (outwards ? link->relation->breaks_to : link->relation->breaks_from)
            hit (graph, outwards ? link->to : link->from, node, link->relation, distance, nodes, impacts);
        }
    }
}

/* Services of which nothing is hit, but which use what is. */
static void
hit_users (TlTraceGraph *graph,
           GArray       *nodes,
           GArray       *impacts)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const TlTraceNode *node = tl_trace_graph_get_node (graph, g_array_index (nodes, guint32, i));
      const TlTraceLink *link;

      for (guint32 index = node->first_in; index != TL_TRACE_NONE; index = link->next_in)
        {
          TlTraceService *service;
          TlImpact impact = { NULL, node->record, NULL, g_array_index (impacts, TlImpact, i).distance + 1 };

          link = tl_trace_graph_get_link (graph, index);
          service = tl_trace_graph_get_service (graph, link->service);
          if (link->from != TL_TRACE_NONE || service->mark == graph->mark)
            continue;
          service->mark = graph->mark;
          impact.element = service->record;
          g_array_append_val (impacts, impact);
        }
    }
}

static int
compare_impacts (gconstpointer a,
                 gconstpointer b)
{
  const TlImpact *first = a;
  const TlImpact *second = b;
  gboolean first_is_service = TL_IS_SERVICE (first->element);
  gboolean second_is_service = TL_IS_SERVICE (second->element);

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  if (first_is_service && second_is_service)
    return tl_record_get_position (first->element) - tl_record_get_position (second->element);
  return first_is_service - second_is_service;
}

GArray *
tl_traceability_list_impact (TlTraceability *self,
                             TlRecord       *element)
{
  TlTraceGraph *graph;
  GArray *impacts;
  guint32 start;

  g_return_val_if_fail (TL_IS_TRACEABILITY (self), NULL);
  g_return_val_if_fail (TL_IS_RECORD (element), NULL);

  graph = &self->graph;
  impacts = g_array_new (FALSE, FALSE, sizeof (TlImpact));
  start = tl_trace_table_find (&graph->nodes, element);
  if (start != TL_TRACE_NONE)
    {
      g_autoptr(GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (guint32));

      graph->mark++;
      hit (graph, start, TL_TRACE_NONE, NULL, 0, nodes, impacts);
      for (guint i = 0; i < nodes->len; i++)
        hit_neighbours (graph, i, links, nodes, impacts);

      hit_users (graph, nodes, impacts);
      if (impacts->len > nodes->len)
        g_array_sort (impacts, compare_impacts); /* stable */
    }
  return impacts;
}
