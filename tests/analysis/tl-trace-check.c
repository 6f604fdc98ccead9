/* tl-trace-check.c: what has to hold for traceability, computed the slow way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-trace-check.h"

#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

#include <string.h>

typedef struct
{
  TlTraceability *traceability;
  TlProject      *project;
  GPtrArray      *elements;
  GPtrArray      *relations;
  GPtrArray      *uses;
  GPtrArray      *services;
} Check;

typedef struct
{
  const TlRecordType *type;
  GPtrArray          *records;
} Collection;

static gboolean
collect (TlRecord *record,
         gpointer  user_data)
{
  Collection *collection = user_data;

  if (tl_record_get_record_type (record) == collection->type)
    g_ptr_array_add (collection->records, record);
  return TRUE;
}

GPtrArray *
tl_trace_list_records (TlProject          *project,
                       const TlRecordType *type)
{
  Collection collection = { type, g_ptr_array_new () };

  tl_record_foreach (TL_RECORD (project), collect, &collection);
  return collection.records;
}

static const TlRelationKind *
get_relation_kind (Check    *check,
                   TlRecord *relation)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (check->project));

  return tl_metamodel_lookup_relation_kind (metamodel, tl_record_get (relation, TL_RELATION_KIND));
}

static TlRecord *
get_end (Check    *check,
         TlRecord *relation,
         guint     field)
{
  return tl_project_lookup (check->project, tl_record_get (relation, field));
}

/* Gaps */

static gboolean
counts (const TlGapRule *rule,
        TlRecord        *other)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (other));

  if (rule->others[0] == NULL)
    return TRUE;
  for (guint i = 0; rule->others[i] != NULL; i++)
    if (rule->others[i] == kind)
      return TRUE;
  return FALSE;
}

static gboolean
meets (Check           *check,
       const TlGapRule *rule,
       TlRecord        *element,
       TlRecord        *relation)
{
  const TlRelationKind *kind = get_relation_kind (check, relation);
  TlRecord *from = get_end (check, relation, TL_RELATION_FROM);
  TlRecord *to = get_end (check, relation, TL_RELATION_TO);

  if (kind == NULL || from == to || (from != element && to != element))
    return FALSE;

  switch (rule->need)
    {
    case TL_NEED_FORWARD:
      return kind->is_trace && from == element && counts (rule, to);

    case TL_NEED_BACKWARD:
      return kind->is_trace && to == element && counts (rule, from);

    case TL_NEED_RELATION:
    default:
      return (kind == rule->relation || rule->relation == NULL) && counts (rule, from == element ? to : from);
    }
}

static gboolean
is_met (Check           *check,
        const TlGapRule *rule,
        TlRecord        *element)
{
  for (guint i = 0; i < check->relations->len; i++)
    if (meets (check, rule, element, g_ptr_array_index (check->relations, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_trace (Check    *check,
           TlRecord *element,
           guint     near_end,
           guint     far_end)
{
  for (guint i = 0; i < check->relations->len; i++)
    {
      TlRecord *relation = g_ptr_array_index (check->relations, i);
      const TlRelationKind *kind = get_relation_kind (check, relation);

      if (kind != NULL && kind->is_trace && get_end (check, relation, near_end) == element
          && get_end (check, relation, far_end) != element)
        return TRUE;
    }
  return FALSE;
}

static TlTraced
get_traced (gboolean is_needed,
            gboolean is_missing,
            gboolean is_there)
{
  if (is_needed)
    return is_missing ? TL_TRACED_NO : TL_TRACED_YES;
  return is_there ? TL_TRACED_YES : TL_TRACED_NOT_NEEDED;
}

/* Adds up what its service is told. */
static void
check_needs (Check    *check,
             TlRecord *element,
             guint    *n_gaps,
             guint    *n_needs,
             guint    *n_met)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (element));
  g_autoptr(GArray) gaps = tl_traceability_list_gaps_of (check->traceability, element);
  gboolean needs[2] = { FALSE, FALSE }, lacks[2] = { FALSE, FALSE };
  guint n = 0;

  for (guint i = 0; kind != NULL && tl_element_kind_get_gap_rules (kind)[i] != NULL; i++)
    {
      const TlGapRule *rule = tl_element_kind_get_gap_rules (kind)[i];
      gboolean met = is_met (check, rule, element);

      if (!met)
        {
          g_assert_cmpuint (n, <, gaps->len);
          g_assert_true (g_array_index (gaps, TlGap, n).rule == rule);
          g_assert_true (g_array_index (gaps, TlGap, n).element == element);
          n++;
        }
      if (rule->need == TL_NEED_RELATION)
        continue;
      needs[rule->need == TL_NEED_BACKWARD] = TRUE;
      lacks[rule->need == TL_NEED_BACKWARD] |= !met;
      *n_needs += 1;
      *n_met += met;
    }
  g_assert_cmpuint (gaps->len, ==, n);
  *n_gaps += n;

  g_assert_cmpint (tl_traceability_get_forward (check->traceability, element), ==,
                   get_traced (needs[0], lacks[0],
                               has_trace (check, element, TL_RELATION_FROM, TL_RELATION_TO)));
  g_assert_cmpint (tl_traceability_get_backward (check->traceability, element), ==,
                   get_traced (needs[1], lacks[1],
                               has_trace (check, element, TL_RELATION_TO, TL_RELATION_FROM)));
}

/* Neighbours */

static void
check_relations (Check    *check,
                 TlRecord *element)
{
  g_autoptr(GPtrArray) out = tl_traceability_list_out (check->traceability, element);
  g_autoptr(GPtrArray) in = tl_traceability_list_in (check->traceability, element);
  guint n_out = 0, n_in = 0;

  for (guint i = 0; i < check->relations->len; i++)
    {
      TlRecord *relation = g_ptr_array_index (check->relations, i);

      if (get_end (check, relation, TL_RELATION_FROM) == element)
        {
          g_assert_cmpuint (n_out, <, out->len);
          g_assert_true (g_ptr_array_index (out, n_out++) == relation);
        }
      if (get_end (check, relation, TL_RELATION_TO) == element)
        {
          g_assert_cmpuint (n_in, <, in->len);
          g_assert_true (g_ptr_array_index (in, n_in++) == relation);
        }
    }
  g_assert_cmpuint (out->len, ==, n_out);
  g_assert_cmpuint (in->len, ==, n_in);
}

static gboolean
keeps_relation_with (Check    *check,
                     TlRecord *service,
                     TlRecord *element)
{
  for (guint i = 0; i < check->relations->len; i++)
    {
      TlRecord *relation = g_ptr_array_index (check->relations, i);

      if (tl_record_get_parent (relation) == service
          && (get_end (check, relation, TL_RELATION_FROM) == element
              || get_end (check, relation, TL_RELATION_TO) == element))
        return TRUE;
    }
  return FALSE;
}

static gboolean
uses (Check    *check,
      TlRecord *service,
      TlRecord *element)
{
  for (guint i = 0; i < check->uses->len; i++)
    {
      TlRecord *use = g_ptr_array_index (check->uses, i);

      if (tl_record_get_parent (use) == service && get_end (check, use, TL_USE_OF) == element)
        return TRUE;
    }
  return FALSE;
}

static void
check_users (Check    *check,
             TlRecord *element)
{
  g_autoptr(GPtrArray) users = tl_traceability_list_users (check->traceability, element);
  guint n = 0;

  for (guint i = 0; i < check->services->len; i++)
    {
      TlRecord *service = g_ptr_array_index (check->services, i);

      if (service == tl_record_get_parent (element)
          || (!uses (check, service, element) && !keeps_relation_with (check, service, element)))
        continue;
      g_assert_cmpuint (n, <, users->len);
      g_assert_true (g_ptr_array_index (users, n++) == service);
    }
  g_assert_cmpuint (users->len, ==, n);
}

/* Ways */

static gboolean
leads (const TlRelationKind *kind,
       gboolean              outwards,
       gboolean              failures)
{
  if (kind == NULL)
    return FALSE;
  return failures ? (outwards ? kind->breaks_to : kind->breaks_from) : kind->is_trace;
}

/* Shortest ways along all relations that may be taken, by relaxing them until
 * nothing becomes shorter. */
static GHashTable *
measure (Check    *check,
         TlRecord *start,
         gboolean  outwards,
         gboolean  inwards,
         gboolean  failures)
{
  GHashTable *distances = g_hash_table_new (NULL, NULL);
  gboolean shorter;

  g_hash_table_insert (distances, start, GUINT_TO_POINTER (1));
  do
    {
      shorter = FALSE;
      for (guint i = 0; i < check->relations->len * 2; i++)
        {
          TlRecord *relation = g_ptr_array_index (check->relations, i / 2);
          gboolean is_outwards = i % 2 == 0;
          TlRecord *from = get_end (check, relation, is_outwards ? TL_RELATION_FROM : TL_RELATION_TO);
          TlRecord *to = get_end (check, relation, is_outwards ? TL_RELATION_TO : TL_RELATION_FROM);
          guint there = GPOINTER_TO_UINT (g_hash_table_lookup (distances, from));
          guint known = GPOINTER_TO_UINT (g_hash_table_lookup (distances, to));

          if (there == 0 || !(is_outwards ? outwards : inwards)
              || !leads (get_relation_kind (check, relation), is_outwards, failures)
              || (known != 0 && known <= there + 1))
            continue;
          g_hash_table_insert (distances, to, GUINT_TO_POINTER (there + 1));
          shorter = TRUE;
        }
    }
  while (shorter);
  return distances;
}

static guint
get_distance (GHashTable *distances,
              gpointer    record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (distances, record)) - 1; /* G_MAXUINT: none */
}

static void
check_line (Check    *check,
            TlRecord *element)
{
  g_autoptr(GHashTable) forward = measure (check, element, TRUE, FALSE, FALSE);
  g_autoptr(GHashTable) backward = measure (check, element, FALSE, TRUE, FALSE);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) elements = NULL;
  g_autoptr(GPtrArray) traces = NULL;
  guint last = 0, n = 0;

  tl_traceability_follow (check->traceability, element, &elements, &traces);
  g_assert_true (g_ptr_array_index (elements, 0) == element);
  for (guint i = 0; i < elements->len; i++)
    {
      TlRecord *other = g_ptr_array_index (elements, i);
      guint distance = MIN (get_distance (forward, other), get_distance (backward, other));

      g_assert_true (g_hash_table_add (seen, other));
      g_assert_cmpuint (distance, !=, G_MAXUINT);
      g_assert_cmpuint (distance, >=, last);
      last = distance;
    }
  for (guint i = 0; i < check->elements->len; i++)
    if (g_hash_table_contains (forward, g_ptr_array_index (check->elements, i))
        || g_hash_table_contains (backward, g_ptr_array_index (check->elements, i)))
      n++;
  g_assert_cmpuint (elements->len, ==, n);

  for (guint i = 0; i < check->relations->len; i++)
    {
      TlRecord *relation = g_ptr_array_index (check->relations, i);
      gboolean is_on_line = leads (get_relation_kind (check, relation), TRUE, FALSE)
                            && (g_hash_table_contains (forward, get_end (check, relation, TL_RELATION_FROM))
                                || g_hash_table_contains (backward, get_end (check, relation, TL_RELATION_TO)));

      g_assert_cmpint (g_ptr_array_find (traces, relation, NULL), ==, is_on_line);
    }
}

static void
check_impact (Check    *check,
              TlRecord *element)
{
  g_autoptr(GArray) impacts = tl_traceability_list_impact (check->traceability, element);
  g_autoptr(GHashTable) distances = measure (check, element, TRUE, TRUE, TRUE);
  g_autoptr(GHashTable) services = g_hash_table_new (NULL, NULL);
  guint last = 0, n = 0;

  for (guint i = 0; i < impacts->len; i++)
    {
      const TlImpact *impact = &g_array_index (impacts, TlImpact, i);

      g_assert_cmpuint (impact->distance, >=, last);
      last = impact->distance;
      g_assert_cmpint (impact->by == NULL, ==, i == 0);
      if (TL_IS_SERVICE (impact->element))
        {
          g_assert_true (g_hash_table_add (services, impact->element));
          g_assert_null (impact->relation);
          g_assert_true (uses (check, impact->element, impact->by));
          g_assert_cmpuint (impact->distance, ==, get_distance (distances, impact->by) + 1);
          continue;
        }
      n++;
      g_assert_cmpuint (impact->distance, ==, get_distance (distances, impact->element));
      if (i > 0)
        g_assert_cmpuint (get_distance (distances, impact->by), ==, impact->distance - 1);
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (distances));

  for (guint i = 0; i < check->elements->len; i++)
    if (g_hash_table_contains (distances, g_ptr_array_index (check->elements, i)))
      g_assert_false (g_hash_table_contains (services,
                                             tl_record_get_parent (g_ptr_array_index (check->elements, i))));
}

/* Services */

static void
check_service (Check    *check,
               TlRecord *service,
               guint    *n_all)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (check->project));
  g_autoptr(GPtrArray) line = tl_metamodel_list_line (metamodel, TL_LINE_BACKBONE);
  g_autoptr(GHashTable) kinds = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) gaps = tl_traceability_list_gaps (check->traceability, service);
  guint n_gaps = 0, n_needs = 0, n_met = 0, n_there = 0, n = 0, n_line = 0;

  for (guint i = 0; i < check->elements->len; i++)
    if (tl_record_get_parent (g_ptr_array_index (check->elements, i)) == service)
      {
        TlRecord *element = g_ptr_array_index (check->elements, i);

        check_needs (check, element, &n_gaps, &n_needs, &n_met);
        g_hash_table_add (kinds, (gpointer) tl_element_get_kind (TL_ELEMENT (element)));
      }
  for (guint i = 0; i < line->len; i++)
    n_there += g_hash_table_contains (kinds, g_ptr_array_index (line, i));

  g_assert_cmpuint (gaps->len, ==, n_gaps);
  g_assert_cmpuint (tl_traceability_count_gaps (check->traceability, service), ==, n_gaps);
  tl_traceability_get_progress (check->traceability, service, &n, &n_line);
  g_assert_cmpuint (n, ==, n_there);
  g_assert_cmpuint (n_line, ==, line->len);
  g_assert_cmpfloat (tl_traceability_get_traced (check->traceability, service), ==,
                     n_needs > 0 ? (double) n_met / n_needs : 1.0);
  *n_all += n_gaps;
}

void
tl_trace_check (TlTraceability *self,
                TlProject      *project)
{
  g_autoptr(GPtrArray) elements = tl_trace_list_records (project, &tl_element_type);
  g_autoptr(GPtrArray) relations = tl_trace_list_records (project, &tl_relation_type);
  g_autoptr(GPtrArray) all_uses = tl_trace_list_records (project, &tl_use_type);
  g_autoptr(GPtrArray) services = tl_trace_list_records (project, &tl_service_type);
  g_autoptr(GArray) gaps = tl_traceability_list_gaps (self, NULL);
  Check check = { self, project, elements, relations, all_uses, services };
  guint n_gaps = 0;

  for (guint i = 0; i < services->len; i++)
    check_service (&check, g_ptr_array_index (services, i), &n_gaps);
  g_assert_cmpuint (tl_traceability_count_gaps (self, NULL), ==, n_gaps);
  g_assert_cmpuint (gaps->len, ==, n_gaps);

  for (guint i = 0; i < elements->len; i++)
    {
      TlRecord *element = g_ptr_array_index (elements, i);

      check_relations (&check, element);
      check_users (&check, element);
      check_line (&check, element);
      check_impact (&check, element);
    }
}

/* Texts */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (tl_record_get_id (*(TlRecord **) a), tl_record_get_id (*(TlRecord **) b));
}

static void
append_ids (GString    *text,
            const char *label,
            GPtrArray  *records,
            gboolean    ordered)
{
  if (!ordered)
    g_ptr_array_sort (records, compare_ids);
  g_string_append_printf (text, " %s", label);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, " %s", tl_record_get_id (g_ptr_array_index (records, i)));
  g_ptr_array_unref (records);
}

static void
append_gaps (GString *text,
             GArray  *gaps)
{
  g_string_append (text, " gaps");
  for (guint i = 0; i < gaps->len; i++)
    g_string_append_printf (text, " %s:%s", tl_record_get_id (g_array_index (gaps, TlGap, i).element),
                            g_array_index (gaps, TlGap, i).rule->id);
  g_array_unref (gaps);
}

static char *
describe (TlTraceability *self,
          TlRecord       *record,
          gboolean        ordered)
{
  GString *text = g_string_new (tl_record_get_id (record));
  guint n_there = 0, n_line = 0;

  if (TL_IS_SERVICE (record))
    {
      tl_traceability_get_progress (self, record, &n_there, &n_line);
      g_string_append_printf (text, " %u/%u %f", n_there, n_line, tl_traceability_get_traced (self, record));
      append_gaps (text, tl_traceability_list_gaps (self, record));
    }
  else
    {
      g_string_append_printf (text, " %d %d", tl_traceability_get_forward (self, record),
                              tl_traceability_get_backward (self, record));
      append_ids (text, "out", tl_traceability_list_out (self, record), ordered);
      append_ids (text, "in", tl_traceability_list_in (self, record), ordered);
      append_ids (text, "users", tl_traceability_list_users (self, record), ordered);
      append_gaps (text, tl_traceability_list_gaps_of (self, record));
    }
  return g_string_free (text, FALSE);
}

char *
tl_trace_describe (TlTraceability *self,
                   TlRecord       *record)
{
  return describe (self, record, FALSE);
}

static void
append_ways (GString        *text,
             TlTraceability *self,
             TlRecord       *element)
{
  g_autoptr(GArray) impacts = tl_traceability_list_impact (self, element);
  GPtrArray *elements, *traces;

  tl_traceability_follow (self, element, &elements, &traces);
  append_ids (text, "line", elements, TRUE);
  append_ids (text, "traces", traces, TRUE);
  g_string_append (text, " impact");
  for (guint i = 0; i < impacts->len; i++)
    {
      const TlImpact *impact = &g_array_index (impacts, TlImpact, i);

      g_string_append_printf (text, " %u:%s", impact->distance, tl_record_get_id (impact->element));
      if (impact->by != NULL)
        g_string_append_printf (text, "<%s", tl_record_get_id (impact->by));
      if (impact->relation != NULL)
        g_string_append_printf (text, "(%s)", impact->relation->id);
    }
}

char *
tl_trace_dump (TlTraceability *self,
               TlProject      *project)
{
  g_autoptr(GPtrArray) services = tl_trace_list_records (project, &tl_service_type);
  g_autoptr(GPtrArray) elements = tl_trace_list_records (project, &tl_element_type);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < services->len; i++)
    {
      g_autofree char *line = describe (self, g_ptr_array_index (services, i), TRUE);

      g_string_append_printf (text, "%s\n", line);
    }
  for (guint i = 0; i < elements->len; i++)
    {
      g_autofree char *line = describe (self, g_ptr_array_index (elements, i), TRUE);

      g_string_append (text, line);
      append_ways (text, self, g_ptr_array_index (elements, i));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
