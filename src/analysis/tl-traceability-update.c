/* tl-traceability-update.c: keeps what is known about a project up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-traceability-private.h"

#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "project/tl-use.h"

/* What changes say is when something changed and not what it is by now, and a
 * record may come and go several times in one transaction. So they only tell
 * where to look: each record they name is compared with the project as it is. */
typedef struct
{
  TlTraceability *traceability;
  TlTraceGraph   *graph;
  TlTraceKinds   *kinds;
  TlTraceNews    *news;

  GPtrArray      *services; /* records to be compared */
  GPtrArray      *elements;
  GPtrArray      *links;
  gboolean        own_kinds; /* what the project says about its own kinds may be new */
  gboolean        all;       /* another edition */
  GArray         *nodes;     /* to be counted anew, with `mark` */
  guint32         mark;
} Update;

static void
note (GHashTable *set,
      TlRecord   *record)
{
  if (!g_hash_table_contains (set, record))
    g_hash_table_add (set, g_object_ref (record));
}

/* Building */

static void
count_nodes (TlTraceGraph *graph,
             TlTraceKinds *kinds)
{
  for (guint32 i = 0; i < graph->nodes.n; i++)
    if (tl_trace_graph_get_node (graph, i)->record != NULL)
      tl_trace_graph_count (graph, kinds, i);
}

static guint32
add_node (Update   *self,
          TlRecord *element)
{
  TlRecord *service = tl_record_get_parent (element);

  return tl_trace_graph_add_node (self->graph, element,
                                  tl_trace_kinds_find (self->kinds, tl_record_get (element, TL_ELEMENT_KIND)),
                                  tl_trace_table_find (&self->graph->services, service));
}

static guint32
find_end (Update     *self,
          const char *id)
{
  TlRecord *element = tl_project_lookup (self->traceability->project, id);

  return element != NULL ? tl_trace_table_find (&self->graph->nodes, element) : TL_TRACE_NONE;
}

/* Returns the new link, or NONE where an end is missing. */
static guint32
add_link (Update   *self,
          TlRecord *record)
{
  gboolean is_use = TL_IS_USE (record);
  guint32 service = tl_trace_table_find (&self->graph->services, tl_record_get_parent (record));
  guint32 from = is_use ? TL_TRACE_NONE : find_end (self, tl_record_get (record, TL_RELATION_FROM));
  guint32 to = find_end (self, tl_record_get (record, is_use ? (guint) TL_USE_OF : (guint) TL_RELATION_TO));

  if (to == TL_TRACE_NONE || (from == TL_TRACE_NONE && !is_use))
    return TL_TRACE_NONE;
  return tl_trace_graph_add_link (self->graph, record,
                                  is_use ? NULL
                                         : tl_trace_kinds_find_relation (self->kinds,
                                                                         tl_record_get (record, TL_RELATION_KIND)),
                                  service, from, to);
}

/* What leads to services that are still to come waits. */
static void
add_links (Update    *self,
           TlRecord  *service,
           guint      list,
           GPtrArray *waiting)
{
  guint n = tl_record_get_n_items (service, list);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *record = tl_record_get_child (service, list, i);

      if (add_link (self, record) == TL_TRACE_NONE)
        g_ptr_array_add (waiting, record);
    }
}

static void
reserve (TlTraceGraph *graph,
         TlRecord     *project)
{
  guint n_services = tl_record_get_n_items (project, TL_PROJECT_SERVICES);
  guint n_nodes = 0, n_links = 0;

  for (guint i = 0; i < n_services; i++)
    {
      TlRecord *service = tl_record_get_child (project, TL_PROJECT_SERVICES, i);

      for (guint lane = 0; lane < TL_N_LANES; lane++)
        n_nodes += tl_record_get_n_items (service, lane);
      n_links += tl_record_get_n_items (service, TL_SERVICE_RELATIONS);
    }

  tl_trace_table_reserve (&graph->services, n_services);
  tl_trace_table_reserve (&graph->nodes, n_nodes);
  tl_trace_table_reserve (&graph->links, n_links);
}

/* Service by service: what a service holds lies together in memory. */
void
tl_traceability_build (TlTraceability *self)
{
  Update update = { self, &self->graph, &self->kinds };
  TlRecord *project = TL_RECORD (self->project);
  g_autoptr(GPtrArray) waiting = g_ptr_array_new ();

  tl_trace_kinds_clear (&self->kinds);
  tl_trace_graph_clear (&self->graph);
  tl_trace_kinds_init (&self->kinds, self->project);
  tl_trace_graph_init (&self->graph);
  reserve (&self->graph, project);

  for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_SERVICES); i++)
    {
      TlRecord *service = tl_record_get_child (project, TL_PROJECT_SERVICES, i);

      tl_trace_graph_add_service (&self->graph, &self->kinds, service);
      for (guint lane = 0; lane < TL_N_LANES; lane++)
        for (guint j = 0; j < tl_record_get_n_items (service, lane); j++)
          add_node (&update, tl_record_get_child (service, lane, j));
      add_links (&update, service, TL_SERVICE_RELATIONS, waiting);
      add_links (&update, service, TL_SERVICE_USES, waiting);
    }
  for (guint i = 0; i < waiting->len; i++)
    add_link (&update, g_ptr_array_index (waiting, i));
  count_nodes (&self->graph, &self->kinds);
}

/* What changes tell */

static gboolean
collect_record (TlRecord *record,
                gpointer  user_data)
{
  Update *self = user_data;

  if (TL_IS_ELEMENT (record))
    g_ptr_array_add (self->elements, record);
  else if (TL_IS_RELATION (record) || TL_IS_USE (record))
    g_ptr_array_add (self->links, record);
  else if (TL_IS_SERVICE (record))
    g_ptr_array_add (self->services, record);
  else if (TL_IS_OWN_KIND (record))
    self->own_kinds = TRUE;
  return TRUE;
}

static void
collect_setting (Update         *self,
                 const TlChange *change)
{
  TlRecord *record = change->record;

  if (TL_IS_ELEMENT (record) ? change->field == TL_ELEMENT_KIND
      : TL_IS_RELATION (record) ? change->field != TL_RELATION_ID
      : TL_IS_USE (record) ? change->field == TL_USE_OF
      : TL_IS_OWN_KIND (record) ? change->field == TL_OWN_KIND_LIKE
      : FALSE)
    collect_record (record, self);
  else if (TL_IS_PROJECT (record) && change->field == TL_PROJECT_EDITION)
    self->all = TRUE;
}

/* Whose gaps are in another order. */
static void
collect_move (Update         *self,
              const TlChange *change)
{
  if (TL_IS_SERVICE (change->record))
    note (self->news->services, change->record);
  else if (TL_IS_ELEMENT (change->record))
    note (self->news->services, change->parent);
}

static void
collect_change (Update         *self,
                const TlChange *change)
{
  switch (change->kind)
    {
    case TL_CHANGE_SET:
      collect_setting (self, change);
      break;

    case TL_CHANGE_MOVE:
      collect_move (self, change);
      break;

    case TL_CHANGE_INSERT:
    case TL_CHANGE_REMOVE:
    default:
      tl_record_foreach (change->record, collect_record, self);
      break;
    }
}

/* Comparing */

static gboolean
is_in_project (Update   *self,
               TlRecord *record)
{
  return tl_record_get_project (record) == self->traceability->project;
}

static void
note_node (Update      *self,
           TlTraceNode *node)
{
  note (self->news->elements, node->record);
  note (self->news->services, tl_trace_graph_get_service (self->graph, node->service)->record);
}

/* It has other neighbours; what it lacks will be looked at. */
static void
touch (Update  *self,
       guint32  index)
{
  TlTraceNode *node = tl_trace_graph_get_node (self->graph, index);

  note_node (self, node);
  if (node->mark == self->mark)
    return;
  node->mark = self->mark;
  g_array_append_val (self->nodes, index);
}

static void
touch_ends (Update  *self,
            guint32  index)
{
  TlTraceLink *link = tl_trace_graph_get_link (self->graph, index);

  note (self->news->services, tl_trace_graph_get_service (self->graph, link->service)->record);
  touch (self, link->to);
  if (link->from != TL_TRACE_NONE)
    touch (self, link->from);
}

static void
remove_link (Update  *self,
             guint32  index)
{
  touch_ends (self, index);
  tl_trace_graph_remove_link (self->graph, index);
}

static void
drop_links (Update *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      guint32 index = tl_trace_table_find (&self->graph->links, g_ptr_array_index (self->links, i));

      if (index != TL_TRACE_NONE)
        remove_link (self, index);
    }
}

static void
make_links (Update *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      TlRecord *record = g_ptr_array_index (self->links, i);
      guint32 index;

      if (!is_in_project (self, record)
          || tl_trace_table_find (&self->graph->links, record) != TL_TRACE_NONE)
        continue;
      index = add_link (self, record);
      if (index != TL_TRACE_NONE)
        touch_ends (self, index);
    }
}

/* Those that have gone keep their place until all their elements have. */
static void
add_services (Update *self)
{
  for (guint i = 0; i < self->services->len; i++)
    {
      TlRecord *record = g_ptr_array_index (self->services, i);

      note (self->news->services, record);
      if (is_in_project (self, record)
          && tl_trace_table_find (&self->graph->services, record) == TL_TRACE_NONE)
        tl_trace_graph_add_service (self->graph, self->kinds, record);
    }
}

static void
remove_services (Update *self)
{
  for (guint i = 0; i < self->services->len; i++)
    {
      TlRecord *record = g_ptr_array_index (self->services, i);
      guint32 index = tl_trace_table_find (&self->graph->services, record);

      if (index != TL_TRACE_NONE && !is_in_project (self, record))
        tl_trace_graph_remove_service (self->graph, index);
    }
}

/* Nothing can be related to an element that is not in the project. */
static void
remove_node (Update  *self,
             guint32  index)
{
  TlTraceNode *node = tl_trace_graph_get_node (self->graph, index);

  note_node (self, node);
  while (node->first_out != TL_TRACE_NONE)
    remove_link (self, node->first_out);
  while (node->first_in != TL_TRACE_NONE)
    remove_link (self, node->first_in);
  tl_trace_graph_discount (self->graph, self->kinds, index);
  tl_trace_graph_remove_node (self->graph, index);
}

/* What an element is decides on the gaps of its neighbours, too. */
static void
mark_around (Update  *self,
             guint32  index)
{
  TlTraceGraph *graph = self->graph;
  TlTraceNode *node = tl_trace_graph_get_node (graph, index);
  guint32 around[2] = { node->first_out, node->first_in };

  touch (self, index);
  for (guint side = 0; side < 2; side++)
    for (guint32 i = around[side]; i != TL_TRACE_NONE;)
      {
        TlTraceLink *link = tl_trace_graph_get_link (graph, i);
        guint32 other = side == 0 ? link->to : link->from;

        i = side == 0 ? link->next_out : link->next_in;
        if (other == TL_TRACE_NONE || tl_trace_graph_get_node (graph, other)->mark == self->mark)
          continue;
        tl_trace_graph_get_node (graph, other)->mark = self->mark;
        g_array_append_val (self->nodes, other);
      }
}

static void
compare_element (Update   *self,
                 TlRecord *record)
{
  guint32 index = tl_trace_table_find (&self->graph->nodes, record);
  guint32 kind, service;
  TlTraceNode *node;

  if (!is_in_project (self, record))
    {
      if (index != TL_TRACE_NONE)
        remove_node (self, index);
      return;
    }
  if (index == TL_TRACE_NONE)
    {
      touch (self, add_node (self, record));
      return;
    }

  node = tl_trace_graph_get_node (self->graph, index);
  kind = tl_trace_kinds_find (self->kinds, tl_record_get (record, TL_ELEMENT_KIND));
  service = tl_trace_table_find (&self->graph->services, tl_record_get_parent (record));
  if (node->kind == kind && node->service == service)
    {
      note (self->news->services, tl_record_get_parent (record)); /* it may stand elsewhere in it */
      return;
    }

  note_node (self, node);
  tl_trace_graph_discount (self->graph, self->kinds, index);
  node->kind = kind;
  node->service = service;
  mark_around (self, index);
}

static void
compare_own_kinds (Update *self)
{
  TlTraceGraph *graph = self->graph;
  g_autoptr(GArray) now = tl_trace_kinds_refresh (self->kinds);

  if (now == NULL)
    return;

  for (guint32 i = 0; i < graph->nodes.n; i++)
    {
      TlTraceNode *node = tl_trace_graph_get_node (graph, i);

      if (node->record == NULL || g_array_index (now, guint32, node->kind) == node->kind)
        continue;
      tl_trace_graph_discount (graph, self->kinds, i);
      node->kind = g_array_index (now, guint32, node->kind);
      mark_around (self, i);
    }
}

static void
count_anew (Update *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint32 index = g_array_index (self->nodes, guint32, i);
      TlTraceNode *node = tl_trace_graph_get_node (self->graph, index);
      TlTraceNode before = *node;

      if (node->record == NULL)
        continue;
      tl_trace_graph_count (self->graph, self->kinds, index);
      if (node->gaps != before.gaps || node->traced_out != before.traced_out
          || node->traced_in != before.traced_in)
        note_node (self, node);
    }
}

static void
note_all (TlTraceGraph *graph,
          TlTraceNews  *news)
{
  for (guint32 i = 0; i < graph->nodes.n; i++)
    if (tl_trace_graph_get_node (graph, i)->record != NULL)
      note (news->elements, tl_trace_graph_get_node (graph, i)->record);
  for (guint32 i = 0; i < graph->services.n; i++)
    if (tl_trace_graph_get_service (graph, i)->record != NULL)
      note (news->services, tl_trace_graph_get_service (graph, i)->record);
}

void
tl_traceability_update (TlTraceability *self,
                        GPtrArray      *changes,
                        TlTraceNews    *news)
{
  g_autoptr(GPtrArray) services = g_ptr_array_new ();
  g_autoptr(GPtrArray) elements = g_ptr_array_new ();
  g_autoptr(GPtrArray) links = g_ptr_array_new ();
  g_autoptr(GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  Update update = {
    self, &self->graph, &self->kinds, news, services, elements, links, .nodes = nodes,
    .mark = ++self->graph.mark,
  };

  for (guint i = 0; i < changes->len; i++)
    collect_change (&update, g_ptr_array_index (changes, i));

  if (update.all)
    {
      note_all (&self->graph, news);
      tl_traceability_build (self);
      note_all (&self->graph, news);
      return;
    }

  drop_links (&update);
  if (update.own_kinds)
    compare_own_kinds (&update);
  add_services (&update);
  for (guint i = 0; i < elements->len; i++)
    compare_element (&update, g_ptr_array_index (elements, i));
  remove_services (&update);
  make_links (&update);
  count_anew (&update);
}
