/* tl-project-source.c: finds what is in the project of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-source.h"

#include "analysis/tl-traceability.h"
#include "project/tl-blueprint.h"
#include "project/tl-initiative.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "ui/tl-fit.h"
#include "ui/tl-search-hit.h"

#include <glib/gi18n.h>

#define SLICE 3000           /* µs at a time */
#define SLICE_PRIORITY 130   /* after what is to be drawn */
#define N_BETWEEN_LOOKS 64   /* at the clock */

enum
{
  BONUS_RECORD = 3,
  BONUS_ELEMENT = 2,
  BONUS_CONCEPT = 1, /* of the edition shown */
};

struct _TlProjectSource
{
  GObject          parent_instance;

  TlSession       *session;
  GPtrArray       *concepts; /* of TlSearchHit; of both editions, the one shown first */
  const TlEdition *edition;  /* the one shown */
};

static void tl_project_source_source_init (TlFoundSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlProjectSource, tl_project_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_FOUND_SOURCE, tl_project_source_source_init))

/* A search under way {{{1 */

typedef struct
{
  guint    rank;
  guint    order;
  GObject *thing; /* TlRecord or TlSearchHit */
} Candidate;

static const guint lists[] = { TL_PROJECT_SERVICES, TL_PROJECT_TOOLS, TL_PROJECT_INITIATIVES };

typedef struct
{
  TlQuery         *query;
  TlFit           *fit;
  TlProject       *project; /* NULL if there is none */
  GPtrArray       *concepts;
  const TlEdition *edition;
  guint            limit;
  GArray          *candidates; /* the best, until they are many: then they are sorted */
  guint            n_seen;

  /* Where it is: in the lists of the project, then in services, then in concepts. */
  guint            list;
  guint            service;
  guint            lane;
  guint            position;
} Scan;

static void
clear_candidate (gpointer data)
{
  g_object_unref (((Candidate *) data)->thing);
}

static void
scan_free (gpointer data)
{
  Scan *self = data;

  tl_query_unref (self->query);
  tl_fit_free (self->fit);
  g_clear_object (&self->project);
  g_ptr_array_unref (self->concepts);
  g_array_unref (self->candidates);
  g_free (self);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return first->order < second->order ? -1 : 1;
}

static void
keep_best (Scan *self)
{
  g_array_sort (self->candidates, compare_candidates);
  if (self->candidates->len > self->limit)
    g_array_set_size (self->candidates, self->limit);
}

static void
add (Scan     *self,
     gpointer  thing,
     guint     rank)
{
  Candidate candidate = { rank, self->n_seen++, thing };

  if (rank == 0)
    return;
  g_object_ref (thing);
  g_array_append_val (self->candidates, candidate);
  if (self->candidates->len >= 8 * MAX (self->limit, 32))
    keep_best (self);
}

/* What is said of a thing {{{1 */

static const struct
{
  GType (*get_type) (void);
  int   owner, vendor, state; /* fields, or -1 */
} facts[] = {
  { tl_element_get_type, TL_ELEMENT_OWNER, -1, TL_ELEMENT_STATE },
  { tl_service_get_type, TL_SERVICE_OWNER, -1, TL_SERVICE_STATE },
  { tl_tool_get_type, TL_TOOL_OWNER, TL_TOOL_VENDOR, TL_TOOL_STATE },
  { tl_initiative_get_type, TL_INITIATIVE_OWNER, -1, -1 },
};

static const char *
get_fact (TlRecord *record,
          int       field)
{
  return field >= 0 ? tl_record_get (record, (guint) field) : NULL;
}

static const char *
get_kind (TlRecord *record)
{
  return TL_IS_ELEMENT (record) ? tl_element_get_kind_name (TL_ELEMENT (record))
                                : tl_record_type_get_label (tl_record_get_record_type (record));
}

static gboolean
passes_kind (TlFit    *fit,
             TlRecord *record)
{
  const char *id = TL_IS_ELEMENT (record) ? tl_record_get (record, TL_ELEMENT_KIND)
                                          : tl_record_get_record_type (record)->tag;
  g_autofree char *both = NULL;

  if (!tl_fit_asks (fit, TL_QUERY_KIND))
    return TRUE;
  both = g_strdup_printf ("%s %s %s", id, get_kind (record), TL_IS_ELEMENT (record) ? "element" : "");
  return tl_fit_accepts (fit, TL_QUERY_KIND, both);
}

static gboolean
passes_gap (TlFit    *fit,
            TlRecord *record)
{
  TlTraceability *traceability;
  gboolean has_gap = FALSE;

  if (!tl_fit_asks (fit, TL_QUERY_GAP))
    return TRUE;
  traceability = tl_traceability_get (tl_record_get_project (record));
  if (TL_IS_SERVICE (record))
    has_gap = tl_traceability_count_gaps (traceability, record) > 0;
  else if (TL_IS_ELEMENT (record))
    {
      g_autoptr (GArray) gaps = tl_traceability_list_gaps_of (traceability, record);

      has_gap = gaps->len > 0;
    }
  return tl_fit_accepts (fit, TL_QUERY_GAP, has_gap ? "yes" : "no");
}

static guint
rank_record (Scan     *self,
             TlRecord *record,
             TlRecord *service)
{
  const char *others[5] = { NULL };
  const char *owner = NULL, *vendor = NULL, *state = NULL;
  guint n = 0, rank;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (G_OBJECT_TYPE (record) == facts[i].get_type ())
      {
        owner = get_fact (record, facts[i].owner);
        vendor = get_fact (record, facts[i].vendor);
        state = get_fact (record, facts[i].state);
      }
  others[n++] = get_kind (record);
  if (service != NULL)
    others[n++] = tl_record_get_name (service);
  if (owner != NULL)
    others[n++] = owner;
  if (vendor != NULL)
    others[n++] = vendor;
  rank = tl_fit_rank (self->fit, tl_record_get_name (record), others);
  if (rank == 0 || !tl_fit_accepts (self->fit, TL_QUERY_OWNER, owner) ||
      !tl_fit_accepts (self->fit, TL_QUERY_VENDOR, vendor) ||
      !tl_fit_accepts (self->fit, TL_QUERY_STATE, state) ||
      !tl_fit_accepts (self->fit, TL_QUERY_IN, service != NULL ? tl_record_get_name (service) : NULL) ||
      !passes_kind (self->fit, record) || !passes_gap (self->fit, record))
    return 0;
  return rank + (service != NULL ? BONUS_ELEMENT : BONUS_RECORD);
}

/* The editions are no project with owners and states. */
static gboolean
asks_for_record (const TlFit *fit)
{
  static const TlQueryField fields[] = {
    TL_QUERY_OWNER, TL_QUERY_PROJECT, TL_QUERY_GAP, TL_QUERY_VENDOR, TL_QUERY_STATE, TL_QUERY_IN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (tl_fit_asks (fit, fields[i]))
      return TRUE;
  return FALSE;
}

static guint
rank_concept (Scan        *self,
              TlSearchHit *hit)
{
  const TlEdition *edition = tl_search_hit_get_edition (hit);
  const char *others[] = { tl_search_hit_get_caption (hit), NULL };
  guint rank = tl_fit_rank (self->fit, tl_search_hit_get_title (hit), others);

  if (rank == 0 || !tl_fit_accepts (self->fit, TL_QUERY_KIND, others[0]) ||
      !tl_fit_accepts (self->fit, TL_QUERY_EDITION, tl_edition_get_version (edition)))
    return 0;
  return rank + (edition == self->edition ? BONUS_CONCEPT : 0);
}

/* One after the other {{{1 */

/* Looks at the next thing; FALSE at the end. */
static gboolean
step (Scan *self)
{
  TlRecord *project = self->project != NULL ? TL_RECORD (self->project) : NULL;
  TlRecord *record;

  if (project != NULL && self->list < G_N_ELEMENTS (lists))
    {
      record = tl_record_get_child (project, lists[self->list], self->position++);
      if (record != NULL)
        add (self, record, rank_record (self, record, NULL));
      else
        self->list++, self->position = 0;
      return TRUE;
    }
  if (project != NULL && self->service < tl_record_get_n_items (project, TL_PROJECT_SERVICES))
    {
      TlRecord *service = tl_record_get_child (project, TL_PROJECT_SERVICES, self->service);

      record = tl_record_get_child (service, self->lane, self->position++);
      if (record != NULL)
        add (self, record, rank_record (self, record, service));
      else if (self->position = 0, ++self->lane == TL_N_LANES)
        self->service++, self->lane = 0;
      return TRUE;
    }
  if (asks_for_record (self->fit) || self->position >= self->concepts->len)
    return FALSE;
  add (self, self->concepts->pdata[self->position],
       rank_concept (self, self->concepts->pdata[self->position]));
  self->position++;
  return TRUE;
}

static TlFound *
create_found_record (Scan      *self,
                     Candidate *candidate)
{
  TlRecord *record = TL_RECORD (candidate->thing);
  TlRecord *service = TL_IS_ELEMENT (record) ? tl_element_get_service (TL_ELEMENT (record)) : NULL;
  const char *vendor = TL_IS_TOOL (record) ? tl_record_get (record, TL_TOOL_VENDOR) : NULL;
  const char *place = service != NULL ? tl_record_get_name (service) : vendor;
  g_autofree char *subtitle = place != NULL ? g_strdup_printf ("%s · %s", get_kind (record), place)
                                            : g_strdup (get_kind (record));
  g_autofree char *key = tl_session_dup_record_key (record);
  g_autoptr (PangoAttrList) attributes = tl_found_create_marks (tl_record_get_name (record), self->query);
  TlFoundFacts found = {
    .group = TL_FOUND_PROJECT,
    .rank = candidate->rank,
    .title = tl_record_get_name (record),
    .attributes = attributes,
    .subtitle = subtitle,
    .key = key,
  };

  return tl_found_new (&found);
}

static TlFound *
create_found_concept (Scan      *self,
                      Candidate *candidate)
{
  TlSearchHit *hit = TL_SEARCH_HIT (candidate->thing);
  g_autoptr (PangoAttrList) attributes = tl_found_create_marks (tl_search_hit_get_title (hit), self->query);
  TlFoundFacts found = {
    .group = TL_FOUND_PROJECT,
    .rank = candidate->rank,
    .title = tl_search_hit_get_title (hit),
    .attributes = attributes,
    .subtitle = tl_search_hit_get_caption (hit),
    .edition = tl_search_hit_get_edition (hit),
    .key = tl_search_hit_get_key (hit),
  };

  return tl_found_new (&found);
}

static void
finish (GTask *task)
{
  Scan *self = g_task_get_task_data (task);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  keep_best (self);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

      if (TL_IS_SEARCH_HIT (candidate->thing))
        g_ptr_array_add (found, create_found_concept (self, candidate));
      /* What was removed while the search went on is no longer there. */
      else if (tl_record_get_project (TL_RECORD (candidate->thing)) != NULL)
        g_ptr_array_add (found, create_found_record (self, candidate));
    }
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
slice_cb (gpointer user_data)
{
  GTask *task = user_data;
  Scan *self = g_task_get_task_data (task);
  gint64 end = g_get_monotonic_time () + SLICE;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  do
    for (guint i = 0; i < N_BETWEEN_LOOKS; i++)
      if (!step (self))
        {
          finish (task);
          return G_SOURCE_REMOVE;
        }
  while (g_get_monotonic_time () < end);
  return G_SOURCE_CONTINUE;
}

/* Source {{{1 */

static void
update_concepts (TlProjectSource *self)
{
  const TlEdition *edition = tl_session_get_edition (self->session);

  if (self->concepts != NULL && self->edition == edition)
    return;
  self->edition = edition;
  g_clear_pointer (&self->concepts, g_ptr_array_unref);
  self->concepts = edition != NULL ? tl_search_list (NULL, edition)
                                   : g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tl_project_source_search_async (TlFoundSource       *source,
                                const char          *text,
                                guint                limit,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  TlProjectSource *self = TL_PROJECT_SOURCE (source);
  TlProject *project = tl_session_get_project (self->session);
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Scan *scan = g_new0 (Scan, 1);

  update_concepts (self);
  scan->query = tl_query_parse (text, -1);
  scan->fit = tl_fit_new (scan->query);
  /* In a window without a project there is no diagram to see a concept in. */
  scan->concepts = project != NULL ? g_ptr_array_ref (self->concepts) : g_ptr_array_new ();
  scan->edition = self->edition;
  scan->limit = limit;
  scan->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (scan->candidates, clear_candidate);
  if (project != NULL && !tl_query_is_empty (scan->query) &&
      tl_fit_accepts (scan->fit, TL_QUERY_PROJECT, tl_record_get_name (TL_RECORD (project))) &&
      tl_fit_accepts (scan->fit, TL_QUERY_EDITION, tl_record_get (TL_RECORD (project), TL_PROJECT_EDITION)))
    scan->project = g_object_ref (project);
  g_task_set_source_tag (task, tl_project_source_search_async);
  g_task_set_task_data (task, scan, scan_free);
  g_idle_add_full (SLICE_PRIORITY, slice_cb, task, g_object_unref);
}

static GPtrArray *
tl_project_source_search_finish (TlFoundSource  *source,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tl_project_source_source_init (TlFoundSourceInterface *iface)
{
  iface->search_async = tl_project_source_search_async;
  iface->search_finish = tl_project_source_search_finish;
}

static void
tl_project_source_finalize (GObject *object)
{
  TlProjectSource *self = TL_PROJECT_SOURCE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->concepts, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_project_source_parent_class)->finalize (object);
}

static void
tl_project_source_class_init (TlProjectSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_project_source_finalize;
}

static void
tl_project_source_init (TlProjectSource *self)
{
}

TlProjectSource *
tl_project_source_new (TlSession *session)
{
  TlProjectSource *self = g_object_new (TL_TYPE_PROJECT_SOURCE, NULL);

  self->session = g_object_ref (session);
  return self;
}
