/* tl-traceability.c: whether the line is whole, and where it is broken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-traceability-private.h"

#include "project/tl-service.h"

G_DEFINE_FINAL_TYPE (TlTraceability, tl_traceability, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GQuark
traceability_quark (void)
{
  return g_quark_from_static_string ("tl-traceability");
}

static void
tl_traceability_finalize (GObject *object)
{
  TlTraceability *self = TL_TRACEABILITY (object);

  tl_trace_graph_clear (&self->graph);
  tl_trace_kinds_clear (&self->kinds);

  G_OBJECT_CLASS (tl_traceability_parent_class)->finalize (object);
}

static void
follow (TlTraceability *self,
        GPtrArray      *changes)
{
  TlTraceNews news = {
    g_hash_table_new_full (NULL, NULL, g_object_unref, NULL),
    g_hash_table_new_full (NULL, NULL, g_object_unref, NULL),
  };

  tl_traceability_update (self, changes, &news);
  if (g_hash_table_size (news.elements) > 0 || g_hash_table_size (news.services) > 0)
    g_signal_emit (self, signals[CHANGED], 0, news.elements, news.services);
  g_hash_table_unref (news.elements);
  g_hash_table_unref (news.services);
}

/* Hooks run before all handlers: whoever hears of a change of the project and
 * asks for its gaps is told those after it, whenever this was made. */
static gboolean
project_changed_cb (GSignalInvocationHint *hint,
                    guint                  n_values,
                    const GValue          *values,
                    gpointer               user_data)
{
  GObject *project = g_value_get_object (&values[0]);
  TlTraceability *self = g_object_get_qdata (project, traceability_quark ());

  if (self != NULL)
    follow (self, g_value_get_boxed (&values[1]));
  return TRUE;
}

static void
tl_traceability_class_init (TlTraceabilityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_traceability_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", TL_TYPE_TRACEABILITY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_HASH_TABLE, G_TYPE_HASH_TABLE);

  g_type_ensure (TL_TYPE_PROJECT);
  g_signal_add_emission_hook (g_signal_lookup ("changed", TL_TYPE_PROJECT), 0,
                              project_changed_cb, NULL, NULL);
}

static void
tl_traceability_init (TlTraceability *self)
{
}

TlTraceability *
tl_traceability_get (TlProject *project)
{
  TlTraceability *self;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (tl_project_is_sealed (project), NULL);

  self = g_object_get_qdata (G_OBJECT (project), traceability_quark ());
  if (self == NULL)
    {
      self = g_object_new (TL_TYPE_TRACEABILITY, NULL);
      self->project = project;
      tl_trace_kinds_init (&self->kinds, project);
      tl_trace_graph_init (&self->graph);
      tl_traceability_build (self);
      g_object_set_qdata_full (G_OBJECT (project), traceability_quark (), self, g_object_unref);
    }
  return self;
}

/* Of one element */

static const TlTraceNode *
find_node (TlTraceability *self,
           TlRecord       *element)
{
  guint32 index = tl_trace_table_find (&self->graph.nodes, element);

  return index != TL_TRACE_NONE ? tl_trace_graph_get_node (&self->graph, index) : NULL;
}

static TlTraced
get_traced (const TlTraceNode *node,
            guint32            needs,
            gboolean           is_traced)
{
  if (needs != 0)
    return (node->gaps & needs) != 0 ? TL_TRACED_NO : TL_TRACED_YES;
  return is_traced ? TL_TRACED_YES : TL_TRACED_NOT_NEEDED;
}

TlTraced
tl_traceability_get_forward (TlTraceability *self,
                             TlRecord       *element)
{
  const TlTraceNode *node;

  g_return_val_if_fail (TL_IS_TRACEABILITY (self), TL_TRACED_NOT_NEEDED);
  g_return_val_if_fail (TL_IS_RECORD (element), TL_TRACED_NOT_NEEDED);

  node = find_node (self, element);
  if (node == NULL)
    return TL_TRACED_NOT_NEEDED;
  return get_traced (node, tl_trace_kinds_get (&self->kinds, node->kind)->forward, node->traced_out);
}

TlTraced
tl_traceability_get_backward (TlTraceability *self,
                              TlRecord       *element)
{
  const TlTraceNode *node;

  g_return_val_if_fail (TL_IS_TRACEABILITY (self), TL_TRACED_NOT_NEEDED);
  g_return_val_if_fail (TL_IS_RECORD (element), TL_TRACED_NOT_NEEDED);

  node = find_node (self, element);
  if (node == NULL)
    return TL_TRACED_NOT_NEEDED;
  return get_traced (node, tl_trace_kinds_get (&self->kinds, node->kind)->backward, node->traced_in);
}

/* @at: number of the node that is expected, or TL_TRACE_NONE; becomes that of the next: elements that
 * were there from the start have numbers in their order. */
static void
append_gaps (TlTraceability *self,
             TlRecord       *element,
             guint32        *at,
             GArray         *gaps)
{
  guint32 index = tl_trace_table_find_at (&self->graph.nodes, element, *at);
  const TlTraceNode *node;

  if (index == TL_TRACE_NONE)
    return;
  *at = index + 1;
  node = tl_trace_graph_get_node (&self->graph, index);
  for (guint32 rest = node->gaps; rest != 0; rest &= rest - 1)
    {
      TlGap gap = { tl_trace_kinds_get (&self->kinds, node->kind)->rules[__builtin_ctz (rest)], element };

      g_array_append_val (gaps, gap);
    }
}

GArray *
tl_traceability_list_gaps_of (TlTraceability *self,
                              TlRecord       *element)
{
  guint32 at = TL_TRACE_NONE;
  GArray *gaps;

  g_return_val_if_fail (TL_IS_TRACEABILITY (self), NULL);
  g_return_val_if_fail (TL_IS_RECORD (element), NULL);

  gaps = g_array_new (FALSE, FALSE, sizeof (TlGap));
  append_gaps (self, element, &at, gaps);
  return gaps;
}

/* Of services */

static const TlTraceService *
find_service (TlTraceability *self,
              TlRecord       *service)
{
  guint32 index = tl_trace_table_find (&self->graph.services, service);

  return index != TL_TRACE_NONE ? tl_trace_graph_get_service (&self->graph, index) : NULL;
}

static void
append_gaps_of_service (TlTraceability *self,
                        TlRecord       *service,
                        GArray         *gaps)
{
  const TlTraceService *known = find_service (self, service);
  guint32 at = TL_TRACE_NONE;

  if (known == NULL || known->n_gaps == 0)
    return;
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      append_gaps (self, tl_record_get_child (service, lane, i), &at, gaps);
}

GArray *
tl_traceability_list_gaps (TlTraceability *self,
                           TlRecord       *service)
{
  TlRecord *project;
  GArray *gaps;

  g_return_val_if_fail (TL_IS_TRACEABILITY (self), NULL);
  g_return_val_if_fail (service == NULL || TL_IS_SERVICE (service), NULL);

  gaps = g_array_new (FALSE, FALSE, sizeof (TlGap));
  if (service != NULL)
    {
      append_gaps_of_service (self, service, gaps);
      return gaps;
    }

  project = TL_RECORD (self->project);
  for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_SERVICES); i++)
    append_gaps_of_service (self, tl_record_get_child (project, TL_PROJECT_SERVICES, i), gaps);
  return gaps;
}

guint
tl_traceability_count_gaps (TlTraceability *self,
                            TlRecord       *service)
{
  const TlTraceService *known;

  g_return_val_if_fail (TL_IS_TRACEABILITY (self), 0);
  g_return_val_if_fail (service == NULL || TL_IS_SERVICE (service), 0);

  if (service == NULL)
    return self->graph.n_gaps;
  known = find_service (self, service);
  return known != NULL ? known->n_gaps : 0;
}

void
tl_traceability_get_progress (TlTraceability *self,
                              TlRecord       *service,
                              guint          *n_there,
                              guint          *n_line)
{
  const TlTraceService *known;

  g_return_if_fail (TL_IS_TRACEABILITY (self));
  g_return_if_fail (TL_IS_SERVICE (service));

  known = find_service (self, service);
  *n_line = self->kinds.n_line;
  *n_there = 0;
  for (guint i = 0; known != NULL && i < self->kinds.n_line; i++)
    *n_there += known->line[i] > 0;
}

double
tl_traceability_get_traced (TlTraceability *self,
                            TlRecord       *service)
{
  const TlTraceService *known;

  g_return_val_if_fail (TL_IS_TRACEABILITY (self), 1);
  g_return_val_if_fail (TL_IS_SERVICE (service), 1);

  known = find_service (self, service);
  return known != NULL && known->n_needs > 0 ? (double) known->n_met / known->n_needs : 1;
}
