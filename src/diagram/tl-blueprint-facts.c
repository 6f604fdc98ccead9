/* tl-blueprint-facts.c: what the picture of a blueprint says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

/* The gathering of the facts. */
typedef struct
{
  TlBlueprintFacts *facts;
  TlRecord         *service;
  TlTraceability   *traceability;
  GHashTable       *gaps;     /* TlRecord → GPtrArray of TlGapRule */
  GHashTable       *uses;     /* id of an element → TlRecord of its TlUse */
  GString          *key;      /* scratch */
} Gathering;

static const char *
keep (TlBlueprintFacts *self,
      const char       *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert (self->strings, text) : NULL;
}

/* Valid until the next one. */
static const char *
make_key (Gathering  *self,
          const char *id)
{
  g_string_assign (self->key, "record:");
  g_string_append (self->key, id);
  return self->key->str;
}

static const char *
keep_key (Gathering  *self,
          const char *id)
{
  make_key (self, id);
  return g_string_chunk_insert_len (self->facts->strings, self->key->str, self->key->len);
}

static GHashTable *
collect_gaps (TlTraceability *traceability,
              TlRecord       *service)
{
  GHashTable *rules = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) gaps = traceability != NULL ? tl_traceability_list_gaps (traceability, service) : NULL;

  for (guint i = 0; gaps != NULL && i < gaps->len; i++)
    {
      const TlGap *gap = &g_array_index (gaps, TlGap, i);
      GPtrArray *of_element = g_hash_table_lookup (rules, gap->element);

      if (of_element == NULL)
        {
          of_element = g_ptr_array_new ();
          g_hash_table_insert (rules, gap->element, of_element);
        }
      g_ptr_array_add (of_element, (gpointer) gap->rule);
    }

  return rules;
}

/* What an element lacks: as its mark, and as sentences. */
static void
add_gaps (Gathering       *self,
          TlRecord        *element,
          TlBlueprintItem *item)
{
  GPtrArray *rules = g_hash_table_lookup (self->gaps, element);
  g_autoptr (GString) marks = NULL;
  g_autoptr (GString) messages = NULL;

  if (rules == NULL)
    return;

  marks = g_string_new (NULL);
  messages = g_string_new (NULL);
  for (guint i = 0; i < rules->len; i++)
    {
      const TlGapRule *rule = g_ptr_array_index (rules, i);

      if (i > 0)
        {
          g_string_append (marks, C_("list", ", "));
          g_string_append_c (messages, ' ');
        }
      g_string_append (marks, tl_gap_rule_get_mark (rule));
      g_string_append_printf (messages, C_("gap", "%s."), tl_gap_rule_get_message (rule));
    }
  item->mark = keep (self->facts, marks->str);
  item->gaps = keep (self->facts, messages->str);
}

static void
add_place (Gathering       *self,
           TlRecord        *element,
           TlBlueprintItem *item)
{
  TlRecord *use;

  if (!item->is_guest)
    {
      item->is_placed = tl_element_get_place (TL_ELEMENT (element), &item->x, &item->y);
      item->width = tl_record_get_number (element, TL_ELEMENT_WIDTH, 0);
      item->height = tl_record_get_number (element, TL_ELEMENT_HEIGHT, 0);
      return;
    }

  use = g_hash_table_lookup (self->uses, tl_record_get_id (element));
  if (use != NULL && tl_record_get (use, TL_USE_X) != NULL && tl_record_get (use, TL_USE_Y) != NULL)
    {
      item->is_placed = TRUE;
      item->x = tl_record_get_number (use, TL_USE_X, 0);
      item->y = tl_record_get_number (use, TL_USE_Y, 0);
    }
}

static void
add_item (Gathering *self,
          TlRecord  *element,
          gboolean   is_guest)
{
  TlBlueprintFacts *facts = self->facts;
  const char *id = tl_record_get_id (element);
  const char *name = tl_record_get_name (element);
  TlBlueprintItem item = {
    .key = keep_key (self, id),
    .kind = tl_element_get_kind (TL_ELEMENT (element)),
    .kind_name = g_string_chunk_insert_const (facts->strings, tl_element_get_kind_name (TL_ELEMENT (element))),
    .version = keep (facts, tl_record_get (element, TL_ELEMENT_VERSION)),
    .environment = keep (facts, tl_record_get (element, TL_ELEMENT_ENVIRONMENT)),
    .lane = tl_element_get_lane (TL_ELEMENT (element)),
    .is_guest = is_guest,
  };

  item.name = *name != '\0' ? g_string_chunk_insert (facts->strings, name) : _("Unnamed");
  if (is_guest)
    {
      TlRecord *owner = tl_element_get_service (TL_ELEMENT (element));

      item.service = keep (facts, owner != NULL ? tl_record_get_name (owner) : NULL);
    }
  else if (item.kind != NULL)
    {
      /* An object of the line in another lane than its own is a part there: the
       * line leads from lane to lane only forwards. */
      item.line = item.kind->lane == item.lane ? item.kind->line : TL_LINE_NONE;
    }
  if (self->traceability != NULL)
    {
      item.forward = tl_traceability_get_forward (self->traceability, element);
      item.backward = tl_traceability_get_backward (self->traceability, element);
      if (!is_guest)
        add_gaps (self, element, &item);
    }
  add_place (self, element, &item);

  g_array_append_val (facts->items, item);
  g_hash_table_insert (facts->numbers, (gpointer) item.key, GUINT_TO_POINTER (facts->items->len));
}

static int
find_item (Gathering  *self,
           const char *id)
{
  if (id == NULL)
    return -1;
  return GPOINTER_TO_INT (g_hash_table_lookup (self->facts->numbers, make_key (self, id))) - 1;
}

static void
add_tie (Gathering *self,
         TlRecord  *relation)
{
  TlBlueprintFacts *facts = self->facts;
  const char *token = tl_record_get (relation, TL_RELATION_KIND);
  int from = find_item (self, tl_record_get (relation, TL_RELATION_FROM));
  int to = find_item (self, tl_record_get (relation, TL_RELATION_TO));
  const TlBlueprintItem *start, *end;
  const TlRelationRule *rule = NULL;
  TlBlueprintTie tie = { .from = from, .to = to };

  if (from < 0 || to < 0)
    return;

  start = tl_blueprint_facts_get_item (facts, from);
  end = tl_blueprint_facts_get_item (facts, to);
  tie.key = keep_key (self, tl_record_get_id (relation));
  tie.kind = tl_metamodel_lookup_relation_kind (facts->metamodel, token);
  tie.name = tie.kind != NULL ? tl_relation_kind_get_name (tie.kind)
                              : g_string_chunk_insert_const (facts->strings, token != NULL ? token : "");
  tie.inverse = tie.kind != NULL ? tl_relation_kind_get_inverse (tie.kind) : NULL;
  tie.is_trace = tie.kind != NULL && tie.kind->is_trace;
  if (tie.kind != NULL && start->kind != NULL && end->kind != NULL)
    rule = tl_metamodel_find_rule (tie.kind, start->kind, end->kind);
  if (rule != NULL)
    {
      tie.from_label = rule->from_multiplicity;
      tie.to_label = rule->to_multiplicity;
    }
  g_array_append_val (facts->ties, tie);
}

static GHashTable *
collect_uses (TlRecord *service)
{
  GHashTable *uses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_USES); i++)
    {
      TlRecord *use = tl_record_get_child (service, TL_SERVICE_USES, i);
      const char *of = tl_record_get (use, TL_USE_OF);

      if (of != NULL)
        g_hash_table_insert (uses, (gpointer) of, use);
    }

  return uses;
}

static void
gather (Gathering *self)
{
  static const guint lists[TL_N_LANES] = { TL_SERVICE_CONCEPTUAL, TL_SERVICE_LOGICAL, TL_SERVICE_REALIZED };
  g_autoptr (GPtrArray) guests = NULL;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (self->service, lists[lane]); i++)
      add_item (self, tl_record_get_child (self->service, lists[lane], i), FALSE);

  guests = tl_blueprint_list_guests (self->service);
  for (guint i = 0; i < guests->len; i++)
    if (find_item (self, tl_record_get_id (g_ptr_array_index (guests, i))) < 0)
      add_item (self, g_ptr_array_index (guests, i), TRUE);

  for (guint i = 0; i < tl_record_get_n_items (self->service, TL_SERVICE_RELATIONS); i++)
    add_tie (self, tl_record_get_child (self->service, TL_SERVICE_RELATIONS, i));
}

TlBlueprintFacts *
tl_blueprint_facts_new (TlRecord       *service,
                        TlTraceability *traceability)
{
  TlProject *project = tl_record_get_project (service);
  Gathering gathering = { .service = service, .traceability = traceability };
  TlBlueprintFacts *self;

  g_return_val_if_fail (TL_IS_SERVICE (service) && project != NULL, NULL);

  self = gathering.facts = g_new0 (TlBlueprintFacts, 1);
  self->metamodel = tl_metamodel_get (tl_project_get_edition (project));
  self->title = g_strdup (tl_record_get_name (service));
  self->items = g_array_new (FALSE, FALSE, sizeof (TlBlueprintItem));
  self->ties = g_array_new (FALSE, FALSE, sizeof (TlBlueprintTie));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (4096);

  gathering.gaps = collect_gaps (traceability, service);
  gathering.uses = collect_uses (service);
  gathering.key = g_string_new (NULL);
  gather (&gathering);
  g_hash_table_unref (gathering.gaps);
  g_hash_table_unref (gathering.uses);
  g_string_free (gathering.key, TRUE);

  return self;
}

void
tl_blueprint_facts_free (TlBlueprintFacts *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_array_unref (self->items);
  g_array_unref (self->ties);
  g_hash_table_unref (self->numbers);
  g_string_chunk_free (self->strings);
  g_free (self);
}
